//! A table of a report: the grid with its marks, and the current finding's equation below.

use ratatui::layout::Position;

use crate::tui::layout::{Regions, is_beside};
use crate::tui::model::{Model, Opened};
use crate::tui::screen::cell;
use crate::tui::view::equation;
use crate::tui::view::grid::Grid;
use crate::tui::view::paint::{Canvas, Piece};

use super::marks::{Marks, shown};

/// Draws table number `number` of the open report.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model, number: usize) -> Option<Position> {
    let opened = model.opened()?;
    let table = opened.form.tables.get(number)?;
    let marks = Marks::of(model, &opened, number);
    let wide = is_beside(model);
    let name =
        |row| if wide { table.row_full_name(row, model.given.lang) } else { table.row_name(row, model.given.lang) };
    let rows: Vec<String> = (0..table.rows.len()).map(name).collect();
    let columns: Vec<String> =
        (0..table.columns.len()).map(|column| table.column_name(column, model.given.lang).to_owned()).collect();
    let grid = Grid {
        rows: &rows,
        columns: &columns,
        cell: &|row, column| Some(shown(model, &opened, &marks, table.at(row, column)?)),
        cursor: opened.open.tables.cursors.get(number).copied().unwrap_or_default(),
        offset: opened.open.tables.offsets.get(number).copied().unwrap_or_default(),
    };
    let position = grid.draw(canvas, regions.head, regions.body);
    if wide {
        beside(canvas, regions, model, &opened);
    } else {
        equation::panel(canvas, regions.panel, model, &opened, opened.open.marked_finding());
    }
    position
}

/// With room to spare: the finding, and below it everything about the cell under the cursor.
fn beside(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model, opened: &Opened<'_>) {
    let area = canvas.part(regions.panel);
    let width = usize::from(area.width);
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    if let Some(finding) = opened.open.marked_finding() {
        lines.extend(equation::lines(model, opened, finding, width));
        lines.push(Vec::new());
    }
    let cell = opened.open.current_cell(opened.form);
    lines.extend(cell.map(|cell| cell::view::lines(model, opened, cell, width)).unwrap_or_default());
    for (row, line) in (0..area.height).zip(lines) {
        canvas.pieces(area, row, line);
    }
}
