//! The name being asked for, drawn and said.

use ratatui::layout::Position;

use crate::tui::model::Model;
use crate::tui::screen::agencies::narrowing;
use crate::tui::theme;
use crate::tui::view::paint::Canvas;
use crate::tui::view::popup::popup;

use super::Prompt;

const WIDTH: u16 = 56;

/// Draws the line and what its keys do; returns the cursor.
pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, prompt: &Prompt) -> Option<Position> {
    let words = &model.words().find;
    let inner = popup(canvas, WIDTH, 3, words.name_title());
    canvas.line(inner, 0, &prompt.text, theme::PLAIN);
    let settings = narrowing::texts(&prompt.setting, model);
    canvas.line(inner, 1, &settings.iter().map(|text| format!("[{text}] ")).collect::<String>(), theme::DIM);
    let taken = model.filters.named(prompt.text.trim()).is_some();
    let (hint, style) = if taken { (words.name_taken(), theme::WARNING) } else { (words.name_hint(), theme::DIM) };
    canvas.line(inner, 2, hint, style);
    let x = u16::try_from(canvas.measure.cells(&prompt.text)).unwrap_or(u16::MAX);
    Some(Position { x: inner.x + x.min(inner.width.saturating_sub(1)), y: inner.y })
}

/// The same in lines; what is typed is said as it is typed.
pub(crate) fn said(model: &Model) -> Vec<String> {
    let words = &model.words().find;
    vec![format!("{} ({})", words.name_title(), words.name_hint())]
}
