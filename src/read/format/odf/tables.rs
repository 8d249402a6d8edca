//! The cells of a row on their grid, also where a program leaves out the cells that others go over.

use crate::read::document::MAX_FIELDS;
use crate::read::format::shared::story::{Cell, StoryPart};

/// A cell as it comes.
#[derive(Debug, Default)]
pub(super) struct Loose {
    /// Does only the cell beside it or above it show here?
    pub(crate) is_covered: bool,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) parts: Vec<StoryPart>,
}

/// The rows of a table on the way.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Of each column, for how many more rows a cell from above goes over it.
    open: Vec<usize>,
}

impl Grid {
    /// Adds a row; `places` is where the columns begin and where the last one ends.
    pub(crate) fn add(&mut self, row: Vec<Loose>, places: &[i32]) {
        let width = places.len().saturating_sub(1).clamp(1, MAX_FIELDS);
        self.open.resize(width.max(self.open.len()), 0);
        let own: usize = row.iter().map(|cell| cell.columns).sum();
        // Where covered cells are written, all are.
        let is_whole = row.iter().any(|cell| cell.is_covered) || own >= width;
        let place = |column: usize| places.get(column).or(places.last()).copied().unwrap_or(0);
        let mut cells: Vec<Cell> = Vec::new();
        let (mut column, mut end) = (0, 0);
        for loose in row {
            if !loose.is_covered {
                column = column.max(end);
                while !is_whole && self.open.get(column).is_some_and(|&rows| rows > 0) {
                    cells.push(Cell {
                        left: place(column),
                        right: place(column + 1),
                        goes_on: true,
                        parts: Vec::new(),
                    });
                    column += 1;
                }
                end = column + loose.columns;
            }
            if loose.is_covered && column < end {
                // Within the cell before it.
                column += 1;
                continue;
            }
            let columns = if loose.is_covered { 1 } else { loose.columns };
            if column >= MAX_FIELDS {
                break;
            }
            let goes_on = loose.is_covered;
            cells.push(Cell { left: place(column), right: place(column + columns), goes_on, parts: loose.parts });
            if loose.rows > 1 {
                let over = self.open.get_mut(column..(column + columns).min(width)).into_iter().flatten();
                over.for_each(|rows| *rows = loose.rows);
            }
            column += 1;
        }
        self.open.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        self.rows.push(cells);
    }
}
