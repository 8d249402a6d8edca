//! A table of a report: the grid with its marks; below or beside it the current finding's equation, and the text of its
//! section where there is room.

use ratatui::layout::{Position, Rect};

use crate::tui::layout::{Regions, is_beside};
use crate::tui::model::PanelNeed;
use crate::tui::model::{Model, NarrativeState, Opened};
use crate::tui::screen::cell;
use crate::tui::theme;
use crate::tui::view::equation;
use crate::tui::view::grid::Grid;
use crate::tui::view::paint::{Canvas, Piece, run};

use super::marks::{Marks, shown};

/// No screen has room for more lines of text beside a table.
const MOST_TEXT: usize = 200;

/// Draws table number `number` of the open report.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model, number: usize) -> Option<Position> {
    let opened = model.opened()?;
    let table = opened.form.tables.get(number)?;
    let marks = Marks::of(model, &opened, opened.open.marked_finding(), number);
    let wide = is_beside(model);
    let name =
        |row| if wide { table.row_full_name(row, model.given.lang) } else { table.row_name(row, model.given.lang) };
    let rows: Vec<String> = (0..table.rows.len()).map(name).collect();
    let columns: Vec<String> =
        (0..table.columns.len()).map(|column| table.column_name(column, model.given.lang).to_owned()).collect();
    let grid = Grid {
        rows: &rows,
        columns: &columns,
        cell: &|row, column| Some(shown(model, opened.lean, &marks, table.at(row, column)?)),
        range: opened.open.tables.ranged(),
        cursor: opened.open.tables.cursors.get(number).copied().unwrap_or_default(),
        offset: opened.open.tables.offsets.get(number).copied().unwrap_or_default(),
    };
    let position = grid.draw(canvas, regions.head, regions.body);
    let area = canvas.part(regions.panel);
    let lines = if wide { beside(model, &opened, area) } else { below(model, &opened, usize::from(area.width)) };
    for (row, line) in (0..area.height).zip(lines) {
        canvas.pieces(area, row, line);
    }
    position
}

/// How many lines its panel has to say: the current finding, and below it the text of the section, if there is room.
pub(super) fn need(model: &Model, opened: &Opened<'_>, width: usize) -> PanelNeed {
    let finding = opened.open.marked_finding();
    let lines = finding.map_or(0, |finding| equation::lines(model, opened, finding, width).len());
    PanelNeed { spare: if is_beside(model) { 1 } else { text(model, opened, width).len() + 1 }, ..PanelNeed::of(lines) }
}

/// The finding, and where the table leaves room, the text of its section: nothing that changes with the cell under the
/// cursor, which a slow line would have to carry with each key.
fn below(model: &Model, opened: &Opened<'_>, width: usize) -> Vec<Vec<Piece>> {
    let finding = opened.open.marked_finding();
    let mut lines = finding.map(|finding| equation::lines(model, opened, finding, width)).unwrap_or_default();
    if !lines.is_empty() {
        lines.push(Vec::new());
    }
    lines.extend(text(model, opened, width));
    lines
}

/// With room to spare: the finding, below it everything about the cell under the cursor, and the text of the section.
fn beside(model: &Model, opened: &Opened<'_>, area: Rect) -> Vec<Vec<Piece>> {
    let width = usize::from(area.width);
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    if let Some(finding) = opened.open.marked_finding() {
        lines.extend(equation::lines(model, opened, finding, width));
        lines.push(Vec::new());
    }
    let cell = opened.open.current_cell(opened.form);
    lines.extend(cell.map(|cell| cell::view::lines(model, opened, cell, width)).unwrap_or_default());
    lines.push(Vec::new());
    lines.extend(text(model, opened, width));
    lines
}

/// The section that the table stands in, as the report has it.
fn text(model: &Model, opened: &Opened<'_>, width: usize) -> Vec<Vec<Piece>> {
    let number = opened.form.tables.get(opened.open.tables.shown).map(|table| table.section);
    let NarrativeState::Ready(narrative) = &opened.open.narrative else { return Vec::new() };
    let Some(section) = narrative.sections.iter().find(|section| Some(section.number) == number) else {
        return Vec::new();
    };
    let measure = model.display.measure;
    let wrapped = |text: &str, style| -> Vec<Vec<Piece>> {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let lines = lines.flat_map(|line| measure.wrap(&measure.expand_tabs(line, 4), width));
        lines.map(|line| vec![run(line, style)]).take(MOST_TEXT).collect()
    };
    let text = wrapped(&section.text, theme::PLAIN);
    // A heading alone says nothing.
    if text.is_empty() {
        return Vec::new();
    }
    wrapped(&section.heading, theme::HEADING).into_iter().chain(text).collect()
}
