//! A table in passing: beside the list, or below the finding that speaks of it. Nobody moves in it.

use ratatui::layout::Rect;

use crate::form::{Cell, Form, Table};
use crate::report::Lean;
use crate::tui::model::Model;
use crate::tui::theme;
use crate::tui::view::grid::Grid;
use crate::tui::view::paint::Canvas;

use super::marks::{Marks, shown};

/// A table of a report, and which part of it must be seen.
pub(crate) struct TableGlance<'a> {
    pub(crate) lean: &'a Lean,
    /// Its position in the form.
    pub(crate) table: usize,
    pub(crate) marks: Marks,
    /// The cell that must be there where there is no room for all of it.
    pub(crate) cell: Option<Cell>,
}

impl TableGlance<'_> {
    /// How many lines it has.
    #[must_use]
    pub(crate) fn height(lean: &Lean, table: usize) -> usize {
        lean.form.tables.get(table).map_or(0, |table| table.rows.len() + 2)
    }

    /// How wide the widest table of a form is, its names whole and its numbers of usual length, with the line before it.
    #[must_use]
    pub(crate) fn widest(form: &Form, model: &Model) -> u16 {
        let cells = |text: &str| model.display.measure.cells(text);
        let width = |table: &Table| {
            let label = (0..table.rows.len()).map(|row| cells(&table.row_name(row, model.given.lang))).max();
            let columns = (0..table.columns.len()).map(|column| cells(table.column_name(column, model.given.lang)) + 2);
            label.unwrap_or(0) + columns.sum::<usize>() + 4
        };
        u16::try_from(form.tables.iter().map(width).max().unwrap_or(0)).unwrap_or(u16::MAX)
    }

    /// Draws it: its name, the head, and as many rows as there is room for.
    pub(crate) fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
        let Some(table) = self.lean.form.tables.get(self.table) else { return };
        let lang = model.given.lang;
        let line = |row: u16| Rect {
            y: area.y + row.min(area.height),
            height: area.height.saturating_sub(row).min(1),
            ..area
        };
        canvas.line(line(0), 0, &table.name(lang), theme::HEADING);
        let body = Rect { y: area.y + area.height.min(2), height: area.height.saturating_sub(2), ..area };
        let rows: Vec<String> = (0..table.rows.len()).map(|row| table.row_name(row, lang)).collect();
        let columns: Vec<String> =
            (0..table.columns.len()).map(|column| table.column_name(column, lang).to_owned()).collect();
        let spec = self.cell.and_then(|cell| self.lean.form.spec(cell));
        let (row, column) = spec.map_or((0, 0), |spec| (spec.row, spec.column));
        let height = usize::from(body.height);
        let grid = Grid {
            rows: &rows,
            columns: &columns,
            cell: &|row, column| Some(shown(model, self.lean, &self.marks, table.at(row, column)?)),
            range: None,
            // No row is under the cursor.
            cursor: (usize::MAX, column),
            offset: row.saturating_sub(height / 2).min(rows.len().saturating_sub(height)),
        };
        grid.draw(canvas, line(1), body);
    }
}
