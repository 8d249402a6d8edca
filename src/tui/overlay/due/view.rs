//! The line in which a date is written, drawn and said.

use ratatui::layout::{Position, Rect};

use crate::tui::model::Model;
use crate::tui::theme;
use crate::tui::view::paint::Canvas;
use crate::tui::view::popup::{cells, popup};

use super::{DueOf, DuePrompt};

/// Draws it; returns its cursor.
pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, prompt: &DuePrompt) -> Option<Position> {
    let [title, usual, hint] = texts(model, prompt);
    let line = format!("{}: {}", usual, prompt.text);
    let width = cells(canvas, &hint).max(cells(canvas, &title) + 2).max(cells(canvas, &line) + 12);
    let inner = popup(canvas, width, 2, &title);
    canvas.line(inner, 0, &line, theme::PLAIN);
    canvas.line(Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner }, 0, &hint, theme::DIM);
    let x = cells(canvas, &line).min(inner.width.saturating_sub(1));
    Some(Position { x: inner.x + x, y: inner.y })
}

/// The same in lines; what is typed is said as it is typed.
pub(crate) fn said(model: &Model, prompt: &DuePrompt) -> Vec<String> {
    texts(model, prompt).to_vec()
}

/// What a date is being asked for, and what can be written.
fn texts(model: &Model, prompt: &DuePrompt) -> [String; 3] {
    let act = &model.words().act;
    let title = match &prompt.of {
        DueOf::Marked => act.due_title_all(model.selection.len()),
        DueOf::One(_) | DueOf::Change(_) => act.due_title().to_owned(),
    };
    let usual = match prompt.usual {
        Some(date) => act.due_default(date),
        None => act.due_default_none().to_owned(),
    };
    [title, usual, act.due_hint().to_owned()]
}
