//! One table: from its stretch of the document to its cells, with a remark for everything that was not plain.

mod bounds;
mod consistent;
mod copies;
mod distrust;
mod glued;
mod moved;
mod order;
mod puzzle;
mod remarks;
mod rows;
mod scattered;
mod split;
mod stairs;
mod tables;
mod trace;
mod wraps;

use std::ops::Range;

use crate::form::Table;
use crate::read::document::Mark;
use crate::read::document::block::Block;
use crate::read::document::doubt::{Doubt, quote};
use crate::read::row::align::{Aligned, align};
use crate::read::row::settle::choose_by_columns;
use crate::read::row::slots::{Content, Slots, assign};
use crate::read::row::stream::{Kind, Stream};
use crate::read::row::wrapped::is_apart;
use crate::read::spelling::normalise::{is_caption, is_page_number, key, spelled};
use crate::report::{Number, Origin, SafeText, Value};

use rows::is_side_by_side;
use scattered::Torn;
use tables::{Row, put};
use trace::Place;

pub(super) use tables::{Ahead, Tables};

impl<'d> Tables<'d> {
    /// Reads a table from a stretch of blocks; `sure` if its section's heading stands before them.
    /// `next` is the section behind it, where the next table stands. Returns the blocks that are the table's own.
    pub(crate) fn read(
        &mut self,
        index: usize,
        region: Range<usize>,
        sure: bool,
        next: Option<Range<usize>>,
    ) -> Option<Range<usize>> {
        let table = self.form.tables.get(index)?;
        let (stream, headers) = self.stream(region.clone());
        let mut aligned = align(self.form, index, self.lexicon, &stream);
        let found = found_rows(&aligned);
        if found < if sure { 1 } else { (table.rows.len() / 2).max(2) } {
            return None;
        }
        let mut slots = assign(&aligned, &stream, self.blocks);
        let used = self.used(&stream, &aligned, &slots);
        let before = self.doubts.mark();
        self.remark_headers(table, &headers, &used);
        let order = self.order(table, &aligned, &stream);
        let torn = self.torn_headers(table, &aligned, &mut slots);
        self.join_wrapped(table, &mut aligned, &stream, &mut slots);
        self.remark_labels(table, &aligned, &stream, &order, &torn);
        if aligned.cut {
            self.doubts.add(Doubt::TooMuch, "", 0, &[("table", &table.numeral)]);
        }
        slots.strays.retain(|stray| used.contains(&stray.block) && !self.is_filled_down(stray));
        for stray in slots.strays.iter().take(40) {
            let values: &[(&str, &dyn std::fmt::Display)] = &[("text", &quote(stray.text)), ("table_id", &table.id)];
            self.doubts.add(Doubt::UnknownText, "", self.line(stray.block), values);
        }
        let place = Place { region: &region, next: next.as_ref(), used: &used, stream: &stream, aligned: &aligned };
        let has_lost = found_rows(&aligned) < table.rows.len();
        let is_sure = has_lost && sure && self.is_all_understood(&place, &slots);
        if has_lost {
            self.remark_unknown_rows(table, &place, &slots);
        }
        let merged = self.move_values(index, table, &mut slots);
        self.remark_lost(table, &aligned, &merged, is_sure);
        let mut rows = if is_side_by_side(table, &slots.slots) {
            self.one_line(table, &slots.slots, &order)
        } else {
            self.rows(table, &slots.slots, &order)
        };
        self.has_values |= rows.iter().any(|row| !row.items.is_empty());
        self.take_apart(table, &mut rows);
        self.settle_by_columns(&mut rows);
        let torn = Torn { index, stream: &stream, aligned: &aligned, order: &order, used: &used, next: next.as_ref() };
        if let Some(placed) = self.placed_rows(table, &torn, &rows) {
            self.doubts.back(before);
            self.remark_headers(table, &headers, &used);
            self.write_placed(table, &placed);
            return Some(used);
        }
        // Where they cannot be placed so, nothing was done.
        let _ = self.place_singles(&torn, &mut rows);
        self.leave_out(table, &order, &mut rows);
        for row in &rows {
            self.write(row);
            self.remark_row(row);
        }
        self.doubt_loose(table, &aligned, &order, &rows);
        let lost = if is_sure { 0 } else { lost_rows(table, &aligned, &merged) };
        self.distrust(table, &aligned, &stream, (&rows, lost));
        self.compare_copies(table, &slots.slots, &rows);
        self.remark_places(table, &aligned, &slots.slots);
        Some(used)
    }

    /// The rows of a table whose numbers stand apart from their labels, if the sums of the form tell where they belong.
    fn placed_rows(&mut self, table: &Table, torn: &Torn<'_, '_>, rows: &[Row]) -> Option<Vec<Row>> {
        if let Some((_, ahead)) = self.ahead.0.take_if(|(index, _)| *index == torn.index) {
            return Some(ahead);
        }
        let order = torn.order;
        let is_plain = order.columns.is_some() && order.strange.is_empty() && self.torn_rows(table, rows) == 0;
        if is_plain { None } else { self.place_by_sums(torn, rows) }
    }

    /// The text of a stretch without page numbers, page headers and prose.
    fn stream(&self, region: Range<usize>) -> (Stream<'d>, Vec<usize>) {
        let mut stream = Stream::default();
        let mut headers = Vec::new();
        let blocks = self.blocks;
        let numbered = self.is_numbered(&region);
        for (position, block) in blocks.iter().enumerate().take(region.end).skip(region.start) {
            if block.is_row() {
                stream.push(position, block, numbered);
                continue;
            }
            let text = block.text();
            if self.is_header(&text) {
                headers.push(position);
            } else if !is_page_number(&text) && !is_caption(&text) && !self.is_prose(&text) {
                stream.push(position, block, numbered);
            }
        }
        (stream, headers)
    }

    fn is_header(&self, text: &str) -> bool {
        if self.title.len() < 6 || text.len() > 300 {
            return false;
        }
        let text = key(text);
        text.len() >= 6 && (text == self.title || text.len() > self.title.len() && text.starts_with(&self.title))
    }

    /// A sentence, not a cell.
    fn is_prose(&self, text: &str) -> bool {
        if !text.contains('。') || text.chars().count() < 12 {
            return false;
        }
        let chars = key(text);
        self.lexicon.coverage(&chars) * 2 < chars.len()
    }

    /// From the first to the last block with something of the table in it.
    fn used(&self, stream: &Stream<'_>, aligned: &Aligned, slots: &Slots<'_>) -> Range<usize> {
        let mut own: Vec<usize> = Vec::new();
        // A block is the table's if more than half of its words are labels: prose may name one too.
        let mut tokens = stream.tokens.iter().filter(|token| token.kind == Kind::Text).peekable();
        while let Some(first) = tokens.next() {
            let mut end = first.end;
            while let Some(next) = tokens.next_if(|next| next.block == first.block) {
                end = next.end;
            }
            let covered = aligned.covered.get(first.start..end).unwrap_or_default();
            let labels = covered.iter().filter(|&&covered| covered).count();
            if labels > 0 && labels * 2 >= covered.len() {
                own.push(first.block);
            }
        }
        own.extend(slots.slots.iter().flat_map(|slot| &slot.items).map(|item| item.block));
        let first = own.iter().min().copied().unwrap_or(0);
        first..own.iter().max().map_or(first, |last| last + 1)
    }

    fn settle_by_columns(&self, rows: &mut [Row]) {
        let mut known = self.cells.clone();
        for row in rows.iter().filter(|row| row.settled.is_settled()) {
            put(self.form, &mut known, row);
        }
        for row in rows.iter_mut().filter(|row| row.settled.candidates.len() > 1) {
            choose_by_columns(self.form, &row.cells, &mut row.settled, &known);
        }
    }

    /// Puts what is certain into the cells.
    fn write(&mut self, row: &Row) {
        put(self.form, &mut self.cells, row);
        for (at, &cell) in row.cells.iter().enumerate() {
            let Some(item) = row.settled.certain(at) else { continue };
            let line = Some(self.line(item.block)).filter(|&line| line > 0);
            let block = self.blocks.get(item.block);
            let place = block.and_then(|block| block.places.get(item.field).copied().flatten());
            let origin = Origin {
                page: block.and_then(|block| block.page),
                line,
                place: place.map(SafeText::line).or_else(|| block.and_then(Block::place_in_line)),
                text: Some(SafeText::line(&item.text)),
            };
            if spelled(&item.text).is_some_and(|number| number != Number::ZERO) {
                // It may have been a dash.
                let text = quote(&item.text);
                self.doubts.add(Doubt::SpelledNumber, self.form.id(cell), line.unwrap_or(0), &[("text", &text)]);
            }
            let mark = block.and_then(|block| block.marks.get(item.field).copied().flatten());
            self.origins.insert(self.form.id(cell).into(), origin);
            // Digits that stand apart are no number, and no word either.
            if mark.is_none() && item.content == Content::Raw && is_apart(&item.text) {
                let values: [(&str, &dyn std::fmt::Display); 4] = [
                    ("row", &row.name),
                    ("expected", &1),
                    ("found", &item.text.split_whitespace().count()),
                    ("text", &quote(&item.text)),
                ];
                self.doubts.add(Doubt::UnsettledValues, self.form.id(cell), line.unwrap_or(0), &values);
            }
            if let Some(mark) = mark {
                if matches!(mark, Mark::Picture | Mark::Covered) {
                    // Something stands there: that is neither blank nor a value.
                    self.cells.set(cell, Value::Missing);
                }
                let kind = Doubt::of_mark(mark);
                self.doubts.add(kind, self.form.id(cell), line.unwrap_or(0), &[("text", &quote(&item.text))]);
            }
        }
    }
}

fn found_rows(aligned: &Aligned) -> usize {
    aligned.rows().count()
}

/// How many rows were not found, but for those filled in as one.
fn lost_rows(table: &Table, aligned: &Aligned, merged: &[usize]) -> usize {
    let is_merged = |row: usize| table.rows.get(row).and_then(|row| row.group).is_some_and(|g| merged.contains(&g));
    let is_lost = |row: &usize| !is_merged(*row) && aligned.rows().all(|(known, _)| known != *row);
    (0..table.rows.len()).filter(is_lost).count()
}
