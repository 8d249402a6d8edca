//! The field that words are written in, drawn and said.

use ratatui::layout::{Position, Rect};

use crate::journal::{Audience, ReportRef};
use crate::terminal::glyphs::SAFE;
use crate::tui::about::rule_name;
use crate::tui::model::Model;
use crate::tui::screen::notes::target_name;
use crate::tui::theme;
use crate::tui::view::paint::Canvas;
use crate::tui::view::popup::popup;

use super::{Editor, Purpose};

/// Draws it; returns the cursor.
pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, editor: &Editor) -> Option<Position> {
    let words = &model.words().desk;
    let title = title(model, editor);
    let screen = canvas.area();
    let height = (screen.height / 2).clamp(3, 12);
    let inner = popup(canvas, screen.width.saturating_sub(6).min(90), height, &title);
    let text = Rect { height: inner.height.saturating_sub(1), ..inner };
    let hint = Rect { y: text.bottom(), height: inner.height.min(1), ..inner };
    canvas.widget(&editor.area, text);
    let (line, style) = match editor.discarding {
        true => (words.discard_question().to_owned(), theme::BAD),
        false => (self::hint(model, editor), theme::DIM),
    };
    canvas.line(hint, 0, &line, style);
    let cursor = editor.area.screen_cursor();
    // What was drawn begins with this line and column.
    let (first_row, first_column) = editor.area.scroll_offset();
    let (column, row) = (cursor.col.saturating_sub(first_column.into()), cursor.row.saturating_sub(first_row.into()));
    let place = (u16::try_from(column).ok()?, u16::try_from(row).ok()?);
    Some(Position { x: text.x + place.0, y: text.y + place.1 })
}

/// What the keys do; of a note first who may read it.
fn hint(model: &Model, editor: &Editor) -> String {
    let words = &model.words().desk;
    let readers = match editor.audience {
        _ if !editor.has_audience() => return words.editor_hint().to_owned(),
        Audience::Agency => words.editor_for_agency(),
        Audience::Internal => words.editor_internal(),
    };
    format!("{readers}{}", words.editor_note_hint())
}

/// What is being written, and what about.
fn title(model: &Model, editor: &Editor) -> String {
    let words = &model.words().desk;
    let (what, target) = match &editor.purpose {
        Purpose::Note(target) => (words.editor_note(), Some(target)),
        Purpose::Edit(act) => (words.editor_edit(), Some(&act.target)),
        // It may be about another report than the one on the screen.
        Purpose::Draft(act) => {
            let target = crate::tui::about::target_name(model, editor.item, &act.target);
            let ReportRef { agency, year, .. } = &act.report;
            return format!("{} {} {agency} {year} {target}", words.editor_draft(), SAFE.marker);
        }
        Purpose::Reason(_) => (words.editor_reason(), None),
        Purpose::NoteAll => return model.words().act.editor_note_all(model.selection.len()),
        Purpose::ReasonAll(rule) => return model.words().act.editor_reason_all(rule_name(model, rule)),
        Purpose::Reading { target, .. } => (words.editor_reading(), Some(target)),
    };
    let opened = model.opened();
    let target = target.map(|target| match &opened {
        Some(opened) => target_name(model, opened, target),
        None => model.current_sheet().map(|sheet| sheet.lean.head.name()).unwrap_or_default(),
    });
    target.map_or_else(|| what.to_owned(), |target| format!("{what} {} {target}", SAFE.marker))
}

/// The same in lines.
pub(crate) fn said(model: &Model, editor: &Editor) -> Vec<String> {
    let words = &model.words().desk;
    let title = match &editor.purpose {
        Purpose::Note(_) | Purpose::NoteAll => words.editor_note(),
        Purpose::Edit(_) => words.editor_edit(),
        Purpose::Draft(_) => words.editor_draft(),
        Purpose::Reason(_) | Purpose::ReasonAll(_) => words.editor_reason(),
        Purpose::Reading { .. } => words.editor_reading(),
    };
    let hint = if editor.discarding { words.discard_question().to_owned() } else { hint(model, editor) };
    vec![format!("{title} ({hint})")]
}
