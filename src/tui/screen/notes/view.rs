//! Notes, decisions and status of a report, oldest first; below, the words of the one under the cursor.

use ratatui::layout::Position;

use crate::terminal::glyphs::SAFE;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::model::{Model, Opened};
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, Piece, column, run};

use super::entries::{self as notes, NoteLine};

pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let opened = model.opened()?;
    let entries = notes::entries(model);
    if entries.is_empty() {
        canvas.line(regions.body, 0, &notes::none(model), theme::DIM);
    }
    let window = opened.open.notes;
    let mut cursor = None;
    let shown = entries.iter().enumerate().skip(window.offset);
    for (row, (index, entry)) in (0..regions.body.height).zip(shown) {
        let here = index == window.cursor;
        if here {
            cursor = Some(Position { x: regions.body.x, y: regions.body.y + row });
        }
        canvas.hit(regions.body, row, Hit::Line(index));
        canvas.pieces(regions.body, row, line(model, &opened, entry, here));
    }
    let panel = canvas.part(regions.panel);
    let words = entries.get(window.cursor).map(|entry| words_of(model, entry, usize::from(panel.width)));
    for (row, text) in (0..panel.height).zip(words.unwrap_or_default()) {
        canvas.line(panel, row, &text, theme::PLAIN);
    }
    cursor
}

fn line(model: &Model, opened: &Opened<'_>, entry: &NoteLine<'_>, here: bool) -> Vec<Piece> {
    let base = if here { theme::CURSOR } else { theme::PLAIN };
    let act = entry.act;
    let mut pieces = vec![
        column(if here { SAFE.marker } else { "" }, 2, base),
        column(act.at.local(), 17, theme::DIM),
        column(act.by.as_str(), 10, theme::DIM),
        run(entry.described(model.words()), base),
        run(format!("  {}  ", entry.place(model, opened)), theme::DIM),
    ];
    if entry.disputed {
        pieces.push(run(format!("{} ", model.words().together.flag_conflict()), theme::WARNING));
    }
    if entry.stale {
        pieces.push(run(format!("{} ", model.words().desk.stale()), theme::WARNING));
    }
    pieces.push(run(entry.text().lines().next().unwrap_or_default(), base));
    pieces
}

/// The words of an act in lines.
pub(super) fn words_of(model: &Model, entry: &NoteLine<'_>, width: usize) -> Vec<String> {
    let measure = model.display.measure;
    entry.text().lines().flat_map(|line| measure.wrap(&measure.expand_tabs(line, 4), width)).collect()
}
