//! Cells at their addresses, and what of them can be seen.

use std::collections::HashMap;

use crate::read::document::MAX_FIELDS;
use crate::read::document::block::trim;
use crate::read::document::error::ReadError;
use crate::read::format::shared::looks;

use super::hidden::Hidden;

/// A workbook with more filled cells than this is no report.
pub(in crate::read::format) const MAX_CELLS: usize = 1 << 18;
/// All its cells together have no more bytes of text than this: one text may stand in many cells.
const MAX_TEXT: usize = 32 << 20;
/// More sheets than this are not looked at.
pub(in crate::read::format) const MAX_SHEETS: usize = 64;

/// A rectangle of cells: rows and columns from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read::format) struct Region {
    pub(crate) rows: (u32, u32),
    pub(crate) columns: (u32, u32),
}

/// What stands in a visible sheet.
#[derive(Debug, Default)]
pub(in crate::read::format) struct Sheet {
    pub(crate) name: String,
    pub(super) cells: Vec<Cell>,
    pub(crate) merged: Vec<Region>,
    /// Rows and columns that are not shown.
    pub(crate) hidden_rows: Hidden,
    pub(crate) hidden_columns: Hidden,
    /// Rows with cells that are there and blank, in the order of the document.
    pub(super) blanks: Vec<u32>,
}

/// A filled cell, row and column from 0; its text has the marks of [`looks`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(crate) row: u32,
    pub(crate) column: u32,
    pub(crate) text: String,
}

/// How much may still come out of a workbook.
pub(in crate::read::format) struct Bounds {
    pub(super) cells: usize,
    pub(super) text: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { cells: MAX_CELLS, text: MAX_TEXT }
    }
}

impl Bounds {
    /// Adds a cell, unless it is blank or beyond every table.
    pub(crate) fn add(&mut self, sheet: &mut Sheet, row: u32, column: u32, text: &str) -> Result<(), ReadError> {
        let is_far = usize::try_from(column).is_ok_and(|column| column >= MAX_FIELDS);
        let text = trim(text);
        if is_far {
            return Ok(());
        }
        if looks::is_blank(text) {
            if sheet.blanks.last() != Some(&row) && sheet.blanks.len() < MAX_CELLS {
                sheet.blanks.push(row);
            }
            return Ok(());
        }
        self.cells = self.cells.checked_sub(1).ok_or(ReadError::TooLarge)?;
        self.text = self.text.checked_sub(text.len()).ok_or(ReadError::TooLarge)?;
        // Line breaks within a cell only wrap it.
        let text = text.split(['\n', '\r', '\t']).map(trim).collect();
        sheet.cells.push(Cell { row, column, text });
        Ok(())
    }
}

impl Sheet {
    /// An empty one.
    pub(crate) fn named(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// Takes away what stands in hidden rows and columns. What is merged with cells that are shown is shown there.
    pub(super) fn hide(&mut self) {
        if self.hidden_rows.is_empty() && self.hidden_columns.is_empty() {
            return;
        }
        let merged: HashMap<(u32, u32), Region> =
            self.merged.iter().map(|region| ((region.rows.0, region.columns.0), *region)).collect();
        let (rows, columns) = (&self.hidden_rows, &self.hidden_columns);
        let is_shown = |cell: &Cell| !rows.contains(cell.row) && !columns.contains(cell.column);
        self.cells.retain_mut(|cell| {
            if is_shown(cell) {
                return true;
            }
            let Some(region) = merged.get(&(cell.row, cell.column)) else { return false };
            let place = (rows.first_shown(region.rows), columns.first_shown(region.columns));
            let (Some(row), Some(column)) = place else { return false };
            (cell.row, cell.column) = (row, column);
            true
        });
        self.blanks.retain(|row| !rows.contains(*row));
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
    }

    /// Takes away what stands in merged cells other than the first: it cannot be seen.
    pub(super) fn uncover(&mut self) {
        self.merged.sort_by_key(|region| region.rows.0);
        let mut regions = self.merged.iter().peekable();
        let mut open: Vec<Region> = Vec::new();
        self.cells.retain(|cell| {
            open.retain(|region| region.rows.1 >= cell.row);
            while let Some(region) = regions.next_if(|region| region.rows.0 <= cell.row) {
                // Regions that do not overlap are no more than there are columns.
                if open.len() < MAX_FIELDS && region.rows.1 >= cell.row {
                    open.push(*region);
                }
            }
            let place = (cell.row, cell.column);
            !open.iter().any(|region| {
                let (from, to) = region.columns;
                (from..=to).contains(&cell.column) && place != (region.rows.0, from)
            })
        });
    }
}

/// The number of a row, from 0.
pub(super) fn row_of(row: &[Cell]) -> u32 {
    row.first().map_or(0, |cell| cell.row)
}
