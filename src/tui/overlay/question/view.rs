//! A question and its answers, drawn and said.

use ratatui::layout::Position;

use crate::tui::model::Model;
use crate::tui::theme;
use crate::tui::view::paint::Canvas;
use crate::tui::view::popup::{cells, popup};

use super::Question;

pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, question: &Question) -> Option<Position> {
    let answers = model.words().desk.yes_or_no();
    let room = canvas.area().width.saturating_sub(4);
    let width = cells(canvas, &question.text).max(cells(canvas, answers)).min(room);
    let lines = canvas.measure.wrap(&question.text, usize::from(width));
    let height = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
    let inner = popup(canvas, width, height, model.words().act.confirm());
    for (row, line) in (0..inner.height).zip(lines.iter().map(String::as_str).chain([answers])) {
        canvas.line(inner, row, line, theme::PLAIN);
    }
    None
}

/// The same in lines.
pub(crate) fn said(model: &Model, question: &Question) -> Vec<String> {
    vec![question.text.clone(), model.words().desk.yes_or_no().to_owned()]
}
