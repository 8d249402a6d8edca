//! What is not to be relied upon although it was read: the rows of a table that is torn, where the sums do not confirm
//! them.
//!
//! A row reads as if nothing were amiss with the numbers of another one, or with blanks where its own were lost. What
//! became of the rows beside it tells.

use std::collections::BTreeSet;

use crate::form::{Cell, PrintLayout, Table};
use crate::read::document::block::Block;
use crate::read::document::doubt::Doubt;
use crate::read::row::align::{Aligned, tokens_of};
use crate::read::row::settle::{Shape, can_balance, is_balanced};
use crate::read::row::slots::{Content, Item};
use crate::read::row::stream::Stream;

use super::tables::{Row, Tables};

/// So many rows that were not read at least make a table a torn one, and one of so many of them.
const LEAST: usize = 2;
const SHARE: usize = 8;
/// Where one of so many rows was not read nothing is to be relied upon that stands on lines of text.
const MOST: usize = 4;

/// Digits with what a program wrote around them, or those of several numbers.
pub(super) fn is_spoilt(item: &Item) -> bool {
    let text = &*item.text;
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let is_apart = text.contains(char::is_whitespace) && !text.contains(char::is_alphabetic);
    let is_run = text.contains([',', '，']) && text.chars().all(|c| c.is_ascii_digit() || ",，.".contains(c));
    let is_markup = text.contains(['|', '\\', '{', '}', '"', '<', '>']) || text.contains("((");
    item.content == Content::Raw && (has_digit && (is_apart || is_run) || is_markup)
}

impl Tables<'_> {
    /// A remark on what was read of a torn table and is not confirmed. `lost` is how many of its rows the document seems to
    /// have and was not found.
    pub(super) fn distrust(
        &mut self,
        table: &Table,
        aligned: &Aligned,
        stream: &Stream<'_>,
        (rows, lost): (&[Row], usize),
    ) {
        if table.layout == PrintLayout::SideBySide {
            return self.distrust_one_line(table, aligned, stream, rows);
        }
        let unread = rows.iter().filter(|row| is_unread(row)).count() + lost;
        if unread < LEAST.max(table.rows.len() / SHARE) {
            return;
        }
        let is_bad = unread * MOST >= table.rows.len();
        let doubtful = |row: &&Row| !self.is_confirmed(row) || is_bad && !self.is_in_row(row);
        self.add_distrusted(table, &rows.iter().filter(doubtful).collect::<Vec<_>>());
    }

    /// Rows side by side: where headers stand between or behind the numbers, or several in one field, nothing tells whose a
    /// blank is.
    fn distrust_one_line(&mut self, table: &Table, aligned: &Aligned, stream: &Stream<'_>, rows: &[Row]) {
        let place = |span| tokens_of(stream, span).first().map(|token| (token.block, token.field));
        let places: Vec<(usize, usize)> = aligned.headers.iter().filter_map(|(_, span)| place(*span)).collect();
        let is_row = |place: &(usize, usize)| self.blocks.get(place.0).is_some_and(Block::is_row);
        let shares_field = places.windows(2).any(|pair| matches!(pair, [a, b] if a == b && is_row(a)));
        let last = places.iter().map(|place| place.0).max().unwrap_or(0);
        let is_doubtful = |row: &&Row| {
            let filled = row.items.iter().filter(|item| item.is_filled());
            let has_blanks =
                (0..row.cells.len()).any(|at| row.settled.certain(at).is_none_or(|item| !item.is_filled()));
            let is_wider = row.items.len() > row.cells.len();
            let is_between = filled.clone().any(|item| item.block < last);
            let is_off = !has_blanks || filled.clone().count() >= row.cells.len();
            is_between && !self.is_confirmed(row) || !is_off && (shares_field || is_wider)
        };
        self.add_distrusted(table, &rows.iter().filter(is_doubtful).collect::<Vec<_>>());
    }

    fn add_distrusted(&mut self, table: &Table, rows: &[&Row]) {
        let known: BTreeSet<Cell> = self.doubts.cells().filter_map(|id| self.form.cell(id)).collect();
        let mut doubtful: Vec<(Cell, u32)> = Vec::new();
        let mut count = 0;
        for row in rows {
            let read = (0..row.cells.len()).filter(|&at| row.settled.certain(at).is_some());
            let own = read.filter_map(|at| row.cells.get(at)).filter(|cell| !known.contains(cell));
            let before = doubtful.len();
            doubtful.extend(own.map(|&cell| (cell, row.line)));
            count += usize::from(doubtful.len() > before);
        }
        let values: [(&str, &dyn std::fmt::Display); 2] = [("table", &table.numeral), ("count", &count)];
        let ids = doubtful.iter().map(|(cell, line)| (self.form.id(*cell), *line));
        self.doubts.add_cells(Doubt::ScatteredValues, ids, &values);
    }

    /// Has a row all its numbers on the line of its label, and do its sums confirm them?
    fn is_confirmed(&self, row: &Row) -> bool {
        let [reading] = row.settled.readings.as_slice() else { return false };
        let mut items = row.items.iter().filter(|item| item.is_filled());
        can_balance(self.form, &row.cells)
            && !row.is_moved
            && items.all(|item| item.block == row.label.0)
            && reading.iter().all(|at| at.and_then(|at| row.settled.items.get(at)).is_some_and(Item::is_filled))
            && is_balanced(self.form, &row.cells, &row.settled, reading)
    }

    fn is_in_row(&self, row: &Row) -> bool {
        self.blocks.get(row.label.0).is_some_and(Block::is_row)
    }
}

/// Has a row not got its numbers for certain, or are they spoilt? Numbers without a gap between them are at least where they
/// belong.
fn is_unread(row: &Row) -> bool {
    let is_glued = matches!(row.settled.shape, Shape::Glued | Shape::TakenApart);
    !is_glued && !row.settled.is_settled() || row.is_shifted || row.items.iter().any(is_spoilt)
}
