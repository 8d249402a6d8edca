//! Which table is shown, and where the cursors are.

use std::ops::RangeInclusive;

use crate::form::{Cell, CellSpec, Form, Table};
use crate::tui::model::Window;

/// The tables of a report, as they are looked at.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// The one shown, by its position in the form.
    pub(crate) shown: usize,
    /// The cursor in each: row and column.
    pub(crate) cursors: Vec<(usize, usize)>,
    /// The first row shown of each.
    pub(crate) offsets: Vec<usize>,
    /// Where a range of cells begins: the table, the row and the column. It ends at the cursor.
    pub(crate) range: Option<(usize, usize, usize)>,
}

impl Tables {
    /// Each from its first cell on.
    #[must_use]
    pub(crate) fn of(form: &Form) -> Self {
        Self {
            shown: 0,
            cursors: form.tables.iter().map(|table| first_cell(table).unwrap_or_default()).collect(),
            offsets: vec![0; form.tables.len()],
            range: None,
        }
    }

    /// The rows and columns of the range, if there is one in the table shown.
    #[must_use]
    pub(crate) fn ranged(&self) -> Option<(RangeInclusive<usize>, RangeInclusive<usize>)> {
        let (_, from, column) = self.range.filter(|(table, ..)| *table == self.shown)?;
        let (row, here) = self.cursor()?;
        Some((from.min(row)..=from.max(row), column.min(here)..=column.max(here)))
    }

    /// Begins a range of cells under the cursor, or gives up the one that there is.
    pub(crate) fn turn_range(&mut self) {
        let begun = self.cursor().map(|(row, column)| (self.shown, row, column));
        self.range = if self.ranged().is_some() { None } else { begun };
    }

    /// The cursor in the table shown.
    #[must_use]
    pub(crate) fn cursor(&self) -> Option<(usize, usize)> {
        self.cursors.get(self.shown).copied()
    }

    /// The cell under it.
    #[must_use]
    pub(crate) fn cell(&self, form: &Form) -> Option<Cell> {
        let (row, column) = self.cursor()?;
        form.tables.get(self.shown)?.at(row, column)
    }

    /// Shows the table of a cell, with the cursor on it.
    pub(crate) fn show(&mut self, spec: &CellSpec) {
        self.shown = spec.table;
        self.put(spec.row, spec.column);
    }

    /// Puts the cursor of the table shown somewhere.
    pub(crate) fn put(&mut self, row: usize, column: usize) {
        if let Some(cursor) = self.cursors.get_mut(self.shown) {
            *cursor = (row, column);
        }
    }

    /// Moves the cursor by so many rows.
    pub(crate) fn step(&mut self, step: isize, form: &Form) {
        let (Some(table), Some((row, column))) = (form.tables.get(self.shown), self.cursor()) else { return };
        let row = row.saturating_add_signed(step).min(table.rows.len().saturating_sub(1));
        self.put(row, nearest_column(table, row, column));
    }

    /// Moves it to the next cell of the row, this way.
    pub(crate) fn step_column(&mut self, step: isize, form: &Form) {
        let (Some(table), Some((row, mut column))) = (form.tables.get(self.shown), self.cursor()) else { return };
        while let Some(next) = column.checked_add_signed(step).filter(|&next| next < table.columns.len()) {
            column = next;
            if table.at(row, column).is_some() {
                self.put(row, column);
                return;
            }
        }
    }

    /// Keeps the row under the cursor on a screen of so many rows.
    pub(crate) fn settle(&mut self, form: &Form, height: usize) {
        let (Some((row, _)), Some(table)) = (self.cursor(), form.tables.get(self.shown)) else { return };
        if let Some(offset) = self.offsets.get_mut(self.shown) {
            let mut window = Window { cursor: row, offset: *offset };
            window.settle(table.rows.len(), height);
            *offset = window.offset;
        }
    }
}

fn first_cell(table: &Table) -> Option<(usize, usize)> {
    let columns = 0..table.columns.len();
    columns.map(|column| (0, column)).find(|&(row, column)| table.at(row, column).is_some())
}

/// Rows of 表二 do not have all columns: the one nearest to where the cursor was.
pub(super) fn nearest_column(table: &Table, row: usize, wanted: usize) -> usize {
    let existing = (0..table.columns.len()).filter(|&column| table.at(row, column).is_some());
    existing.min_by_key(|column| column.abs_diff(wanted)).unwrap_or(wanted)
}
