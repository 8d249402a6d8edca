//! What lies over the screen before many reports are acted on: what will be done to which, and until when.

use ratatui::layout::{Position, Rect};

use crate::tui::model::Model;
use crate::tui::overlay::bulk::{Bulk, BulkLine};
use crate::tui::overlay::due::DuePrompt;
use crate::tui::{acts, layout, theme};

use super::overlay::{cells, popup};
use super::paint::{Canvas, column, run};

/// The widest that a name may be.
const NAME: usize = 40;

/// Draws the preview of an act on many.
pub fn preview(canvas: &mut Canvas<'_>, model: &Model, bulk: &Bulk) {
    let words = model.words();
    let size = layout::bulk_size(model.size);
    let wanted = u16::try_from(bulk.lines.len()).unwrap_or(u16::MAX).saturating_add(layout::BULK_TITLE + 1);
    let inner = popup(canvas, size.width, size.height.min(wanted), "?");
    let title = Rect { height: layout::BULK_TITLE.min(inner.height), ..inner };
    let lines = canvas.measure.wrap(&acts::bulk_title(words, bulk), usize::from(inner.width));
    for (row, line) in (0..title.height).zip(lines) {
        canvas.line(title, row, &line, theme::HEADING);
    }
    let height = inner.height.saturating_sub(layout::BULK_TITLE + 1);
    let list = Rect { y: title.bottom(), height, ..inner };
    for (row, line) in (0..list.height).zip(bulk.lines.iter().skip(bulk.offset)) {
        self::line(canvas, list, row, (line, &line.note(words)));
    }
    let hint = Rect { y: list.bottom(), height: inner.bottom().saturating_sub(list.bottom()).min(1), ..inner };
    canvas.line(hint, 0, words.act.bulk_hint(), theme::DIM);
    let shown = bulk.lines.len().min(bulk.offset + usize::from(list.height));
    canvas.right(hint, 0, &format!(" {shown}/{}", bulk.lines.len()), theme::DIM);
}

fn line(canvas: &mut Canvas<'_>, list: Rect, row: u16, (line, note): (&BulkLine, &str)) {
    let style = if line.is_left_out() { theme::DIM } else { theme::PLAIN };
    let width = NAME.min(usize::from(list.width) * 3 / 5);
    let special = run(format!(" {note}"), theme::WARNING);
    canvas.pieces(list, row, [column(line.name.as_str(), width, style), special]);
}

/// Draws the line in which a date is written; returns its cursor.
pub fn due(canvas: &mut Canvas<'_>, model: &Model, prompt: &DuePrompt) -> Option<Position> {
    let [title, usual, hint] = acts::due_lines(model.words(), prompt, model.selection.len());
    let line = format!("{}: {}", usual, prompt.text);
    let width = cells(canvas, &hint).max(cells(canvas, &title) + 2).max(cells(canvas, &line) + 12);
    let inner = popup(canvas, width, 2, &title);
    canvas.line(inner, 0, &line, theme::PLAIN);
    canvas.line(Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner }, 0, &hint, theme::DIM);
    let x = cells(canvas, &line).min(inner.width.saturating_sub(1));
    Some(Position { x: inner.x + x, y: inner.y })
}
