//! Tables whose numbers stand apart from their labels: placed by the sums of the form, or said to be in doubt.

use std::ops::Range;

use crate::form::{Cell, PrintLayout, Table};
use crate::read::document::doubt::Doubt;
use crate::read::row::align::{Aligned, Owner, align};
use crate::read::row::settle::{Settled, Shape, can_balance, is_balanced};
use crate::read::row::slots::{Content, Item};
use crate::read::row::stream::{Kind, Stream, Token};
use crate::read::spelling::normalise::number;

use super::order::Order;
use super::puzzle::{Filled, MAX_EXTRA, Piece, Puzzle};
use super::tables::{Row, Tables, row_name};

/// A table's numbers as they stand, in the order of the text.
#[derive(Default)]
struct Numbers {
    pieces: Vec<Piece>,
    items: Vec<Item>,
    /// Before which character of the stream each stands.
    starts: Vec<usize>,
    /// Is one of them no integer?
    has_decimals: bool,
    /// Are there blank fields, so that no number need be missing?
    has_blanks: bool,
}

/// What is known of a table before its numbers are placed.
pub(super) struct Torn<'t, 'd> {
    pub(crate) index: usize,
    pub(crate) stream: &'t Stream<'d>,
    pub(crate) aligned: &'t Aligned,
    pub(crate) order: &'t Order,
    /// The table's own blocks.
    pub(crate) used: &'t Range<usize>,
    /// The section after this one, without its heading.
    pub(crate) next: Option<&'t Range<usize>>,
}

impl Tables<'_> {
    /// Rows that have not got all their numbers for certain, each right behind its label.
    pub(super) fn torn_rows(&self, table: &Table, rows: &[Row]) -> usize {
        let wanted = if table.layout == PrintLayout::SideBySide { 1 } else { table.rows.len() };
        let is_whole = |row: &&Row| {
            let whole = |at: usize| row.settled.certain(at).is_some_and(Item::is_filled);
            row.settled.is_settled() && !row.is_moved && (0..row.cells.len()).all(whole)
        };
        wanted.saturating_sub(rows.iter().filter(is_whole).count())
    }

    /// The rows of a table whose numbers stand apart from their labels, and those of the next table, if that holds
    /// some of this one's numbers.
    pub(super) fn place_by_sums(&mut self, torn: &Torn<'_, '_>, rows: &[Row]) -> Option<Vec<Row>> {
        let table = self.form.tables.get(torn.index)?;
        let numbers = self.numbers(torn.stream, torn.aligned, torn.used, table.layout == PrintLayout::Rows)?;
        if numbers.has_decimals {
            return None;
        }
        let own: Vec<Vec<Cell>> = (0..table.rows.len()).map(|row| torn.order.cells(table, row)).collect();
        let puzzle = Puzzle::new(self.form, &own)?;
        let lost = puzzle.len().saturating_sub(numbers.pieces.len());
        if lost == 0 && puzzle.fits(numbers.pieces.len()) {
            let filled = puzzle.solve(&numbers.pieces)?;
            return Some(self.placed(table, &own, &filled, &numbers.items, rows));
        }
        if let Some(both) = self.place_both(torn, table, &own, &numbers, rows) {
            return Some(both);
        }
        if lost == 0 || numbers.has_blanks || !puzzle.fits(numbers.pieces.len()) {
            return None;
        }
        let filled = puzzle.solve(&numbers.pieces)?;
        Some(self.placed(table, &own, &filled, &numbers.items, rows))
    }

    /// Places the numbers of two tables together: where a page ends, the last numbers of one may stand in the next.
    fn place_both(
        &mut self,
        torn: &Torn<'_, '_>,
        table: &Table,
        own: &[Vec<Cell>],
        numbers: &Numbers,
        rows: &[Row],
    ) -> Option<Vec<Row>> {
        let at = torn.index + 1;
        let next = self.form.tables.get(at)?;
        let (stream, _) = self.stream(torn.next?.clone());
        let aligned = align(self.form, at, self.lexicon, &stream);
        if aligned.cut {
            return None;
        }
        let end = stream.tokens.last().map_or(0, |token| token.block + 1);
        let mut behind = self.numbers(&stream, &aligned, &(0..end), next.layout == PrintLayout::Rows)?;
        if behind.has_decimals {
            return None;
        }
        for piece in &mut behind.pieces {
            piece.row = piece.row.map(|row| row + own.len());
        }
        let others: Vec<Vec<Cell>> = (0..next.rows.len()).map(|row| next.cells_in_row(row).collect()).collect();
        let all: Vec<Vec<Cell>> = own.iter().chain(&others).cloned().collect();
        let puzzle = Puzzle::new(self.form, &all)?;
        let count = numbers.pieces.len() + behind.pieces.len();
        if !(puzzle.len()..=puzzle.len() + MAX_EXTRA).contains(&count) {
            return None;
        }
        let pieces: Vec<Piece> = numbers.pieces.iter().chain(&behind.pieces).copied().collect();
        let items: Vec<Item> = numbers.items.iter().chain(&behind.items).cloned().collect();
        let filled = puzzle.solve(&pieces)?;
        let ahead = self.placed(next, &others, &filled, &items, &[]);
        self.ahead.0 = Some((at, ahead));
        Some(self.placed(table, own, &filled, &items, rows))
    }

    /// The numbers of a table in their order; `None` where something else stands among them.
    fn numbers(
        &self,
        stream: &Stream<'_>,
        aligned: &Aligned,
        used: &Range<usize>,
        with_labels: bool,
    ) -> Option<Numbers> {
        let mut numbers = Numbers::default();
        // Numbers on lines of their own behind the last label are the table's, too.
        let mut end = used.end;
        let mut reached = 0;
        // How many numbers of the row whose label came last there may still be.
        let mut left = 0;
        for token in stream.tokens.iter().filter(|token| token.block >= used.start) {
            let values = values(token);
            if token.block >= end {
                if values.is_none() && token.kind != Kind::Blank {
                    break;
                }
                end = token.block + 1;
            }
            numbers.has_blanks |= token.kind == Kind::Blank;
            while aligned.spans.get(reached).is_some_and(|span| span.start < token.start) {
                reached += 1;
                left = usize::from(with_labels) * MAX_ROW;
            }
            let Some(values) = values else {
                if token.kind != Kind::Blank && token.start < token.end && aligned.is_uncovered(token) {
                    left = 0;
                }
                continue;
            };
            let row = reached.checked_sub(1).and_then(|at| match aligned.spans.get(at)?.owner {
                Owner::Row(row) => Some(row),
                _ => None,
            });
            for value in values {
                let content = Content::Number(number(value)?);
                let own = number(value)?.as_int();
                numbers.has_decimals |= own.is_none();
                let own = own.unwrap_or(0);
                numbers.starts.push(token.start);
                numbers.pieces.push(Piece { value: own, row: row.filter(|_| left > 0) });
                left = left.saturating_sub(1);
                numbers.items.push(Item { content, text: value.to_owned(), block: token.block, field: token.field });
            }
        }
        (!aligned.cut).then_some(numbers)
    }

    /// The rows of a table with the numbers that they get.
    fn placed(&self, table: &Table, own: &[Vec<Cell>], filled: &Filled, items: &[Item], before: &[Row]) -> Vec<Row> {
        let row = |(at, cells): (usize, &Vec<Cell>)| {
            let place = |cell: &Cell| filled.get(cell).copied().flatten();
            let mut own = Vec::new();
            let reading: Vec<Option<usize>> = cells
                .iter()
                .map(|cell| {
                    own.push(items.get(place(cell)?)?.clone());
                    Some(own.len() - 1)
                })
                .collect();
            let first = own.first().map_or((0, 0), |item: &Item| (item.block, item.field));
            let settled = Settled {
                shape: Shape::Plain,
                candidates: vec![reading.clone()],
                readings: vec![reading],
                items: own.clone(),
            };
            // What stood right behind its label was never in doubt.
            let known = before.iter().find(|row| row.cells == *cells && !row.is_moved);
            let same = |known: &Row| {
                let value = |row: &Settled, at: usize| row.certain(at).map(|item| item.content.clone());
                let whole = (0..cells.len()).all(|at| value(&settled, at).is_some());
                whole && (0..cells.len()).all(|at| value(&known.settled, at) == value(&settled, at))
            };
            let is_moved = !known.is_some_and(same);
            let (name, line) = (row_name(table, at), self.line(first.0));
            Row { name, cells: cells.clone(), items: own, line, label: first, settled, is_moved, is_shifted: false }
        };
        own.iter().enumerate().map(row).collect()
    }

    /// Rows of one number each that have theirs not behind their labels, but below the heading of their group, as many as
    /// the group has such rows: they have one order only. All of them get a remark.
    pub(super) fn place_singles(&mut self, torn: &Torn<'_, '_>, rows: &mut [Row]) -> Option<()> {
        let table = self.form.tables.get(torn.index)?;
        let single = |row: &Row| row.cells.len() == 1;
        if !rows.iter().any(|row| single(row) && row.settled.certain(0).is_none()) {
            return None;
        }
        let numbers = self.numbers(torn.stream, torn.aligned, torn.used, true)?;
        let wide: Vec<&Item> = rows.iter().filter(|row| !single(row)).flat_map(|row| &row.items).collect();
        let taken = |item: &Item| {
            wide.iter().any(|own| (own.block, own.field, &own.text) == (item.block, item.field, &item.text))
        };
        let group_at = |start: usize| {
            let mut groups = torn.aligned.spans.iter().filter(|span| span.start < start).rev();
            groups.find_map(|span| if let Owner::Group(group) = span.owner { Some(group) } else { None })
        };
        let left = numbers.items.iter().zip(&numbers.starts).filter(|(item, _)| !taken(item));
        let left: Vec<(Option<usize>, &Item)> = left.map(|(item, start)| (group_at(*start), item)).collect();
        let mut at = 0;
        let mut placed: Vec<(usize, Item)> = Vec::new();
        for (row, form_row) in table.rows.iter().enumerate() {
            let cells: Vec<Cell> = table.cells_in_row(row).collect();
            if cells.len() != 1 {
                continue;
            }
            let (group, item) = left.get(at)?;
            let own = rows.iter().position(|row| row.cells == cells)?;
            // What stands on the line of its label is its own.
            let known = rows.get(own)?;
            let beside = known.items.iter().any(|item| item.is_filled() && item.block == known.label.0);
            if form_row.group.is_none() || *group != form_row.group || beside && known.items.first() != Some(*item) {
                return None;
            }
            placed.push((own, (*item).clone()));
            at += 1;
        }
        if at != left.len() {
            return None;
        }
        for (own, item) in placed {
            let line = self.line(item.block);
            let row = rows.get_mut(own)?;
            let same = row.settled.certain(0).map(Item::value) == Some(item.value());
            let reading = vec![vec![Some(0)]];
            let items = vec![item];
            row.settled =
                Settled { shape: Shape::Plain, candidates: reading.clone(), readings: reading, items: items.clone() };
            (row.items, row.line, row.is_moved) = (items, line, row.is_moved || !same);
        }
        let moved: Vec<&Row> = rows.iter().filter(|row| single(row) && row.is_moved).collect();
        let ids = moved.iter().flat_map(|row| row.cells.iter().map(|cell| (self.form.id(*cell), row.line)));
        let text = moved.iter().flat_map(|row| &row.items).map(|item| item.text.clone()).collect::<Vec<_>>().join(" ");
        let name = moved.first().map(|row| row.name.clone()).unwrap_or_default();
        let values: [(&str, &dyn std::fmt::Display); 2] = [("row", &name), ("text", &text)];
        self.doubts.add_cells(Doubt::MovedValues, ids, &values);
        Some(())
    }

    /// Writes rows that were placed by their sums, with one remark on all cells that it took the sums for.
    pub(super) fn write_placed(&mut self, table: &Table, rows: &[Row]) {
        for row in rows {
            self.write(row);
        }
        let doubtful: Vec<&Row> = rows.iter().filter(|row| row.is_moved).collect();
        let ids = doubtful.iter().flat_map(|row| row.cells.iter().map(|cell| (self.form.id(*cell), row.line)));
        let values: [(&str, &dyn std::fmt::Display); 2] = [("table", &table.numeral), ("count", &doubtful.len())];
        self.doubts.add_cells(Doubt::PlacedBySums, ids, &values);
    }

    /// Cells whose numbers stand in an order that no header tells.
    pub(super) fn doubt_loose(&mut self, table: &Table, aligned: &Aligned, order: &Order, rows: &[Row]) {
        let loose: Vec<Cell> = order.loose.iter().flat_map(|row| table.cells_in_row(*row)).collect();
        // Where a header was not found the sums may say what the others do not.
        let headless = aligned.columns.iter().any(Option::is_none);
        let is_off = |row: &&Row| {
            let reading = row.settled.readings.first().filter(|_| headless && row.settled.is_settled());
            row.cells.len() > 1
                && reading.is_some_and(|reading| {
                    can_balance(self.form, &row.cells) && !is_balanced(self.form, &row.cells, &row.settled, reading)
                })
        };
        let off = rows.iter().filter(is_off).flat_map(|row| row.cells.iter().map(|cell| (*cell, row.line)));
        let line = rows.first().map_or(0, |row| row.line);
        let doubtful: Vec<(Cell, u32)> = loose.iter().map(|cell| (*cell, line)).chain(off).collect();
        let values: [(&str, &dyn std::fmt::Display); 1] = [("table", &table.numeral)];
        let ids = doubtful.iter().map(|(cell, line)| (self.form.id(*cell), *line));
        self.doubts.add_cells(Doubt::LooseHeaders, ids, &values);
    }
}

/// No row has more numbers.
const MAX_ROW: usize = 7;

/// The numbers that a token is: one, or several with spaces between them. `None` where it is anything else.
fn values<'t>(token: &Token<'t>) -> Option<Vec<&'t str>> {
    match token.kind {
        Kind::Blank => None,
        _ => {
            let parts: Vec<&str> = token.text.split_whitespace().collect();
            (!parts.is_empty() && parts.iter().all(|part| number(part).is_some())).then_some(parts)
        }
    }
}
