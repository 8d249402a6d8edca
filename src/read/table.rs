//! One table: from its stretch of the document to its cells, with a remark for everything that was not plain.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::form::{Cell, Form, Layout, Table};
use crate::report::{Cells, Origin, SafeText};
use crate::words::{ZH, fill};

use super::align::{Aligned, Owner, align, tokens_of};
use super::block::Block;
use super::doubt::{Doubt, Doubts, quote};
use super::labels::Lexicon;
use super::normalise::{is_page_number, key, number};
use super::settle::{self, Settled, Shape, choose_by_columns, settle};
use super::slots::{Content, Item, Slot, Slots, assign};
use super::stream::{Kind, Stream, Token};

/// What is read of a document's tables.
pub(super) struct Tables<'d> {
    pub form: &'static Form,
    pub lexicon: &'d Lexicon,
    pub blocks: &'d [Block<'d>],
    /// The title, normalised: where it stands again it is a page header.
    pub title: Vec<char>,
    pub cells: Cells,
    pub origins: BTreeMap<Box<str>, Origin>,
    pub doubts: Doubts,
}

/// One row on its way to its cells.
struct Row {
    name: String,
    cells: Vec<Cell>,
    items: Vec<Item>,
    line: u32,
    settled: Settled,
}

/// In which order the cells of a row stand.
struct Order {
    /// Positions in `Table::columns`; `None` where the headers do not tell.
    columns: Option<Vec<usize>>,
    /// Positions in `Table::rows`, for rows side by side; `None` where the headings do not tell.
    rows: Option<Vec<usize>>,
    /// Columns whose header is another one.
    strange: Vec<usize>,
}

impl<'d> Tables<'d> {
    /// Reads a table from a stretch of blocks; `sure` if its section's heading stands before them.
    /// Returns the blocks that are the table's own.
    pub fn read(&mut self, index: usize, region: Range<usize>, sure: bool) -> Option<Range<usize>> {
        let table = self.form.tables.get(index)?;
        let (stream, headers) = self.stream(region);
        let aligned = align(self.form, index, self.lexicon, &stream);
        let found = aligned.rows().count();
        if found < if sure { 1 } else { (table.rows.len() / 2).max(2) } {
            return None;
        }
        let mut slots = assign(&aligned, &stream, self.blocks);
        let used = self.used(&stream, &aligned, &slots);
        self.remark_headers(&headers, &used);
        let order = self.order(table, &aligned, &stream);
        self.remark_labels(table, &aligned, &stream, &order);
        if aligned.cut {
            self.doubts.add(Doubt::TooMuch, "", 0, &[("table", &table.numeral)]);
        }
        slots.strays.retain(|stray| used.contains(&stray.block) && !self.is_filled_down(stray));
        for stray in slots.strays.iter().take(40) {
            self.doubts.add(Doubt::UnknownText, "", self.line(stray.block), &[("text", &quote(stray.text))]);
        }
        self.move_values(index, table, &mut slots);
        let mut rows = if is_side_by_side(table, &slots.slots) {
            self.one_line(table, &slots.slots, &order)
        } else {
            self.rows(table, &slots.slots, &order)
        };
        self.settle_by_columns(&mut rows);
        self.leave_out(table, &order, &mut rows);
        for row in &rows {
            self.write(row);
            self.remark_row(row);
        }
        self.compare_copies(table, &slots.slots, &rows);
        self.remark_places(table, &aligned, &slots.slots);
        Some(used)
    }

    /// Does the cell above say the same? Some programs write what stands in a merged cell into each of its rows.
    fn is_filled_down(&self, stray: &Token<'_>) -> bool {
        let above = stray.block.checked_sub(1).and_then(|above| self.blocks.get(above));
        let same = above.and_then(|above| above.fields.get(stray.field)).is_some_and(|text| *text == stray.text);
        same && self.blocks.get(stray.block).is_some_and(Block::is_row)
    }

    /// A region without what lies beyond the tables before and after this one, as far as these lie apart from it.
    pub fn without_others(&self, table: usize, region: Range<usize>) -> Range<usize> {
        let Some(own) = self.labelled(table, &region) else { return region };
        let others = (0..self.form.tables.len()).filter(|&other| other != table);
        others.filter_map(|other| self.labelled(other, &region)).fold(region.clone(), |clipped, other| {
            if other.end <= own.start {
                clipped.start.max(other.end)..clipped.end
            } else if own.end <= other.start {
                clipped.start..clipped.end.min(other.start)
            } else {
                clipped
            }
        })
    }

    /// From the first to the last block of a region where a field is the label of a row that only this table has.
    fn labelled(&self, table: usize, region: &Range<usize>) -> Option<Range<usize>> {
        let is_label = |field: &str| {
            let chars = key(field);
            matches!(self.lexicon.find(&chars).as_slice(), [one] if one.end - one.start == chars.len() && one.is_row_of(table))
        };
        let is_own = |at: &usize| self.blocks.get(*at).is_some_and(|block| block.filled().any(is_label));
        let mut own = region.clone().filter(is_own);
        let first = own.next()?;
        Some(first..own.next_back().unwrap_or(first) + 1)
    }

    /// The text of a stretch without page numbers, page headers and prose.
    fn stream(&self, region: Range<usize>) -> (Stream<'d>, Vec<usize>) {
        let mut stream = Stream::default();
        let mut headers = Vec::new();
        let blocks = self.blocks;
        for (position, block) in blocks.iter().enumerate().take(region.end).skip(region.start) {
            if block.is_row() {
                stream.push(position, block);
                continue;
            }
            let text = block.text();
            if self.is_header(&text) {
                headers.push(position);
            } else if !is_page_number(&text) && !self.is_prose(&text) {
                stream.push(position, block);
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

    fn line(&self, block: usize) -> u32 {
        self.blocks.get(block).map_or(0, |block| block.line)
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

    fn remark_headers(&mut self, headers: &[usize], used: &Range<usize>) {
        for &block in headers.iter().filter(|block| used.contains(block)) {
            let text = self.blocks.get(block).map(Block::text).unwrap_or_default();
            self.doubts.add(Doubt::PageHeader, "", self.line(block), &[("text", &quote(&text))]);
        }
    }

    /// Labels that are not worded as on the form, and rows and columns without a label.
    fn remark_labels(&mut self, table: &Table, aligned: &Aligned, stream: &Stream<'_>, order: &Order) {
        let as_written = |span| {
            let tokens = tokens_of(stream, span).iter().filter(|token| token.kind == Kind::Text);
            let text: String = tokens.clone().map(|token| token.text).collect::<Vec<_>>().join("");
            (quote(&text), tokens.clone().next().map_or(0, |token| token.block))
        };
        let mut altered = Vec::new();
        for span in aligned.spans.iter().filter(|span| !span.official) {
            let (cell, label) = match span.owner {
                Owner::Row(row) => (table.cells_in_row(row).next(), row_name(table, row)),
                Owner::Group(group) => {
                    (None, table.groups.get(group).map(|g| g.label.zh.to_string()).unwrap_or_default())
                }
                _ => continue,
            };
            altered.push((cell, label, *span));
        }
        let mut unlabelled = Vec::new();
        for (index, (column, span)) in table.columns.iter().zip(&aligned.columns).enumerate() {
            match span {
                Some(span) if span.official => {}
                Some(span) => {
                    let cell = (0..table.rows.len()).find_map(|row| table.at(row, index));
                    altered.push((cell, column.label.zh.to_string(), *span));
                }
                None if order.strange.contains(&index) => {}
                None => unlabelled.push(&*column.label.zh),
            }
        }
        for (cell, label, span) in altered {
            let (text, block) = as_written(span);
            let id = cell.map_or("", |cell| self.form.id(cell));
            self.doubts.add(Doubt::AlteredLabel, id, self.line(block), &[("official", &label), ("text", &text)]);
        }
        let first = aligned.spans.first().map_or(0, |span| tokens_of(stream, *span).first().map_or(0, |t| t.block));
        if !unlabelled.is_empty() {
            let text = unlabelled.join("、");
            self.doubts.add(Doubt::MissingColumnLabel, "", self.line(first), &[("text", &text)]);
        }
        for row in (0..table.rows.len()).filter(|&row| aligned.rows().all(|(known, _)| known != row)) {
            let id = table.cells_in_row(row).next().map_or("", |cell| self.form.id(cell));
            self.doubts.add(Doubt::RowNotFound, id, 0, &[("row", &row_name(table, row))]);
        }
    }

    /// The columns' headers as they stand, if that is not the form's order. A total may stand on a line before the
    /// others: its header is often printed beside a common heading.
    fn disorder(&self, table: &Table, aligned: &Aligned, stream: &Stream<'_>) -> Option<String> {
        let is_total = |column: usize| {
            let cell = (0..table.rows.len()).find_map(|row| table.at(row, column));
            cell.is_some_and(|cell| self.form.equations_of(cell).any(|e| e.left.len() == 1 && e.left.contains(&cell)))
        };
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (column, span) in aligned.columns.iter().enumerate() {
            places.extend(span.filter(|_| !is_total(column)).map(|span| (span.start, column)));
        }
        let block = |span| tokens_of(stream, span).first().map(|token| token.block);
        let all = || aligned.columns.iter().enumerate().filter_map(|(column, span)| Some((column, (*span)?)));
        let first = places.first().map_or(usize::MAX, |place| place.0);
        let first_block = all().find(|(_, span)| span.start == first).and_then(|(_, span)| block(span));
        let ahead: Vec<(usize, usize)> = all()
            .filter(|(column, span)| is_total(*column) && span.start < first && block(*span) == first_block)
            .map(|(column, span)| (span.start, column))
            .collect();
        if places.is_sorted() && ahead.is_empty() {
            return None;
        }
        places.extend(ahead);
        places.sort_unstable();
        let names = places.iter().filter_map(|(_, column)| table.columns.get(*column));
        Some(names.map(|column| &*column.label.zh).collect::<Vec<_>>().join("、"))
    }

    /// The order in which the headers say that the cells stand.
    fn order(&mut self, table: &Table, aligned: &Aligned, stream: &Stream<'_>) -> Order {
        let disorder = self.disorder(table, aligned, stream);
        let plain: Vec<usize> = (0..table.columns.len()).collect();
        let columns = match &disorder {
            _ if table.layout == Layout::SideBySide => repeated_columns(table, aligned, disorder.is_some()),
            Some(_) => self.columns_as_printed(table, aligned, stream),
            None => Some(plain.clone()),
        };
        if let Some(order) = columns.as_ref().filter(|order| **order != plain) {
            let names = order.iter().filter_map(|&column| table.columns.get(column));
            let text = names.map(|column| &*column.label.zh).collect::<Vec<_>>().join("、");
            let moved = order.iter().zip(&plain).find(|(a, b)| a != b).map_or(0, |(a, _)| *a);
            let cell = (0..table.rows.len()).find_map(|row| table.at(row, moved));
            let first = aligned.headers.first().and_then(|(_, span)| tokens_of(stream, *span).first());
            let line = first.map_or(0, |token| self.line(token.block));
            self.doubts.add(Doubt::ColumnOrder, cell.map_or("", |cell| self.form.id(cell)), line, &[("text", &text)]);
        }
        Order { columns, rows: row_order(table, aligned), strange: strange_columns(table, aligned, stream) }
    }

    /// The columns as their headers stand, if each of them is there once and their places can be compared.
    fn columns_as_printed(&self, table: &Table, aligned: &Aligned, stream: &Stream<'_>) -> Option<Vec<usize>> {
        let first_row = aligned.rows().map(|(_, span)| span.start).min()?;
        let shared = |column: &usize| {
            (0..table.rows.len()).any(|row| table.at(row, *column).is_some() && table.cells_in_row(row).count() > 1)
        };
        let (wanted, rest): (Vec<usize>, Vec<usize>) = (0..table.columns.len()).partition(shared);
        let mut places = Vec::new();
        for &(column, span) in aligned.headers.iter().filter(|(column, _)| wanted.contains(column)) {
            if span.start < first_row {
                let token = tokens_of(stream, span).first()?;
                places.push((token.block, token.field, span.start, column));
            }
        }
        let mut found: Vec<usize> = places.iter().map(|place| place.3).collect();
        found.sort_unstable();
        if found != wanted {
            return None;
        }
        let one_block = places.iter().all(|place| Some(place.0) == places.first().map(|first| first.0));
        let in_rows = places.iter().all(|place| self.blocks.get(place.0).is_some_and(Block::is_row));
        if one_block {
            places.sort_unstable_by_key(|place| place.2);
        } else {
            places.sort_unstable_by_key(|place| place.1);
            if !in_rows || places.windows(2).any(|pair| matches!(pair, [a, b] if a.1 == b.1)) {
                return None;
            }
        }
        Some(places.into_iter().map(|place| place.3).chain(rest).collect())
    }

    /// Takes the cells away whose column or row the headers do not tell, with a remark for each row.
    fn leave_out(&mut self, table: &Table, order: &Order, rows: &mut [Row]) {
        for row in rows {
            let unknown = order.rows.is_none() && table.layout == Layout::SideBySide
                || order.columns.is_none() && row.cells.len() > 1;
            let is_out =
                |cell: &Cell| unknown || self.form.spec(*cell).is_some_and(|spec| order.strange.contains(&spec.column));
            let out: Vec<usize> = (0..row.cells.len()).filter(|&at| row.cells.get(at).is_some_and(is_out)).collect();
            let Some(&cell) = out.first().and_then(|&at| row.cells.get(at)) else { continue };
            for reading in &mut row.settled.readings {
                for &at in &out {
                    if let Some(item) = reading.get_mut(at) {
                        *item = None;
                    }
                }
            }
            let text = quote(&shown(&row.items));
            let values: [(&str, &dyn std::fmt::Display); 2] = [("row", &row.name), ("text", &text)];
            self.doubts.add(Doubt::UnknownColumns, self.form.id(cell), row.line, &values);
        }
    }

    /// Values that stand before their label, or behind a heading.
    fn move_values(&mut self, index: usize, table: &Table, all: &mut Slots<'_>) {
        if table.layout == Layout::SideBySide {
            return;
        }
        let slots = &mut all.slots;
        for at in 0..slots.len() {
            let Some(&Slot { owner: Owner::Group(group), .. }) = slots.get(at) else { continue };
            let filled = slots.get(at).map_or(0, Slot::filled);
            if filled == 0 {
                continue;
            }
            let before = (0..at).rev().find(|&i| row_width(table, slots, i) > 0);
            let after = (at + 1..slots.len()).find(|&i| row_width(table, slots, i) > 0);
            let state = |i: Option<usize>| {
                i.map_or((0, 0), |i| (slots.get(i).map_or(0, Slot::filled), row_width(table, slots, i)))
            };
            let ((has_before, needs_before), (has_after, needs_after)) = (state(before), state(after));
            let to = if needs_before > 0 && has_before + filled == needs_before && has_after > 0 {
                before
            } else if needs_after > 0 && has_after == 0 && filled == needs_after && has_before >= needs_before {
                after
            } else {
                None
            };
            match to {
                Some(to) => self.give(table, slots, at, 0, to),
                None => self.remark_group(index, table, group, slots, at),
            }
        }
        self.shift_down(table, all);
    }

    /// A row without values, and before it, with only complete rows between, values enough for two rows: each of
    /// them stands before its label.
    fn shift_down(&mut self, table: &Table, all: &mut Slots<'_>) {
        let rows: Vec<usize> = (0..all.slots.len()).filter(|&at| row_width(table, &all.slots, at) > 0).collect();
        let lead = all.lead.filled();
        let first_width = rows.first().map_or(0, |&first| row_width(table, &all.slots, first));
        // The row from which on values are too many: its own, or before the first row.
        let mut surplus: Option<Option<usize>> = (lead > 0 && lead == first_width).then_some(None);
        for (place, &at) in rows.iter().enumerate() {
            let (filled, width) = (all.slots.get(at).map_or(0, Slot::filled), row_width(table, &all.slots, at));
            if filled == 2 * width {
                surplus = Some(Some(place));
            } else if let Some(from) = surplus.filter(|_| filled == 0) {
                let chain: Vec<usize> = rows.iter().copied().take(place + 1).skip(from.unwrap_or(0)).collect();
                self.shift_chain(table, all, &chain, from.is_none());
                surplus = None;
            } else if filled != width {
                surplus = None;
            }
        }
    }

    /// Gives each row of a chain what stands before its label.
    fn shift_chain(&mut self, table: &Table, all: &mut Slots<'_>, chain: &[usize], with_lead: bool) {
        let width = chain.first().map_or(0, |&first| row_width(table, &all.slots, first));
        if chain.iter().any(|&at| row_width(table, &all.slots, at) != width) {
            return;
        }
        for pair in chain.windows(2).rev() {
            let [from, to] = *pair else { continue };
            let mut seen = 0;
            let is_surplus = |item: &Item| {
                seen += usize::from(item.is_filled());
                seen > width
            };
            let items = all.slots.get(from).map(|slot| (&slot.items, slot.filled()));
            let start = match items {
                Some((items, filled)) if filled == 2 * width => items.iter().position(is_surplus).unwrap_or(0),
                _ => 0,
            };
            self.give(table, &mut all.slots, from, start, to);
        }
        if let Some(&first) = chain.first().filter(|_| with_lead) {
            let lead = std::mem::take(&mut all.lead.items);
            self.receive(table, &mut all.slots, lead, first);
        }
    }

    /// Moves the values from `start` on to another slot.
    fn give(&mut self, table: &Table, slots: &mut [Slot], from: usize, start: usize, to: usize) {
        let moved =
            slots.get_mut(from).map(|slot| slot.items.split_off(start.min(slot.items.len()))).unwrap_or_default();
        self.receive(table, slots, moved, to);
    }

    fn receive(&mut self, table: &Table, slots: &mut [Slot], moved: Vec<Item>, to: usize) {
        let text = shown(&moved);
        let Some(slot) = slots.get_mut(to) else { return };
        slot.items.extend(moved);
        let Owner::Row(row) = slot.owner else { return };
        let id = table.cells_in_row(row).next().map_or("", |cell| self.form.id(cell));
        let line = self.line(slot.label.0);
        self.doubts.add(Doubt::MovedValues, id, line, &[("row", &row_name(table, row)), ("text", &text)]);
    }

    /// Values behind a heading over rows: filled in as one row, or not to be placed.
    fn remark_group(&mut self, index: usize, table: &Table, group: usize, slots: &[Slot], at: usize) {
        let Some(slot) = slots.get(at) else { return };
        let name = table.groups.get(group).map(|group| group.label.zh.to_string()).unwrap_or_default();
        let of_group = |row: &usize| table.rows.get(*row).is_some_and(|row| row.group == Some(group));
        let rows: Vec<usize> = (0..table.rows.len()).filter(of_group).collect();
        let found = rows.iter().any(|&row| slots.iter().any(|slot| slot.owner == Owner::Row(row)));
        let (line, text) = (self.line(slot.label.0), shown(&slot.items));
        let first = rows.first().and_then(|&row| table.cells_in_row(row).next());
        let id = first.map_or("", |cell| self.form.id(cell));
        if found || self.form.tables.get(index).is_none() {
            let values: [(&str, &dyn std::fmt::Display); 4] =
                [("row", &name), ("expected", &0), ("found", &slot.filled()), ("text", &text)];
            self.doubts.add(Doubt::UnsettledValues, id, line, &values);
        } else {
            self.doubts.add(Doubt::MergedRow, id, line, &[("row", &name), ("text", &text)]);
        }
    }

    /// The rows of a table that has one printed line for each.
    fn rows(&self, table: &Table, slots: &[Slot], order: &Order) -> Vec<Row> {
        let mut rows = Vec::new();
        for slot in slots {
            let Owner::Row(row) = slot.owner else { continue };
            // A label that stands again after a page break, with the values.
            let again = slots.iter().find(|other| other.owner == Owner::Copy(row) && other.filled() > 0);
            let slot = again.filter(|_| slot.filled() == 0).unwrap_or(slot);
            let cells = order.cells(table, row);
            let layout = settle::Layout {
                start: self.start_field(table, slots, slot),
                short: self.is_short(table, slots, slot, cells.len()),
            };
            rows.push(self.row(row_name(table, row), cells, slot, layout));
        }
        rows
    }

    /// The one row of a table whose rows stand side by side.
    fn one_line(&mut self, table: &Table, slots: &[Slot], order: &Order) -> Vec<Row> {
        let Some(last) = slots.iter().rev().find(|slot| matches!(slot.owner, Owner::Row(_)) && !slot.items.is_empty())
        else {
            return Vec::new();
        };
        let name = table.label.zh.to_string();
        for slot in slots.iter().filter(|slot| !std::ptr::eq(*slot, last) && slot.filled() > 0) {
            let values: [(&str, &dyn std::fmt::Display); 4] =
                [("row", &name), ("expected", &0), ("found", &slot.filled()), ("text", &shown(&slot.items))];
            self.doubts.add(Doubt::ExtraValue, "", self.line(slot.label.0), &values);
        }
        let rows = order.rows.clone().unwrap_or_else(|| (0..table.rows.len()).collect());
        let cells = rows.into_iter().flat_map(|row| order.cells(table, row)).collect();
        vec![self.row(name, cells, last, settle::Layout::default())]
    }

    fn row(&self, name: String, cells: Vec<Cell>, slot: &Slot, layout: settle::Layout) -> Row {
        let items = spread(&slot.items, cells.len());
        let settled = settle(self.form, &cells, &items, layout);
        let line = items.iter().find(|item| item.is_filled()).map_or(slot.label.0, |item| item.block);
        Row { name, cells, items, line: self.line(line), settled }
    }

    /// In which field the values of a row begin, told by the complete rows whose label stands in the same field.
    fn start_field(&self, table: &Table, slots: &[Slot], slot: &Slot) -> Option<usize> {
        let is_row = |slot: &Slot| self.blocks.get(slot.label.0).is_some_and(Block::is_row);
        let mut starts =
            slots.iter().filter(|other| is_row(other) && other.label.1 == slot.label.1).filter_map(|other| {
                let Owner::Row(row) = other.owner else { return None };
                let filled: Vec<&Item> = other.items.iter().filter(|item| item.is_filled()).collect();
                let complete = filled.len() == table.cells_in_row(row).count();
                let (first, last) = (filled.first()?, filled.last()?);
                let together =
                    last.field - first.field.min(last.field) + 1 == filled.len() && last.block == other.label.0;
                (complete && together && filled.len() > 1).then_some(first.field)
            });
        let first = starts.next()?;
        (is_row(slot) && starts.all(|start| start == first)).then_some(first)
    }

    /// Has a row fewer fields than the complete rows beside it? Their fields behind the values then are part of the
    /// layout, and a blank field at this row's end is no blank total.
    fn is_short(&self, table: &Table, slots: &[Slot], slot: &Slot, width: usize) -> bool {
        let fields = |slot: &Slot| {
            let last = slot.items.last()?.block;
            let one_line = slot.items.iter().all(|item| item.block == last);
            self.blocks.get(last).filter(|block| one_line && block.is_row()).map(|block| block.fields.len())
        };
        let complete = |other: &&Slot| {
            let Owner::Row(row) = other.owner else { return false };
            other.filled() == width && table.cells_in_row(row).count() == width
        };
        let siblings: Vec<&Slot> = slots.iter().filter(complete).collect();
        let beside: Vec<&Slot> = siblings.iter().copied().filter(|other| other.label.1 == slot.label.1).collect();
        let siblings = if beside.is_empty() { siblings } else { beside };
        let Some(own) = fields(slot) else { return false };
        slot.filled() < width && siblings.iter().filter_map(|other| fields(other)).any(|fields| fields > own)
    }

    fn settle_by_columns(&self, rows: &mut [Row]) {
        let mut known = self.cells.clone();
        for row in rows.iter().filter(|row| row.settled.is_settled()) {
            put(&mut known, row);
        }
        for row in rows.iter_mut().filter(|row| row.settled.candidates.len() > 1) {
            choose_by_columns(self.form, &row.cells, &mut row.settled, &known);
        }
    }

    /// Puts what is certain into the cells.
    fn write(&mut self, row: &Row) {
        put(&mut self.cells, row);
        for (at, &cell) in row.cells.iter().enumerate() {
            let Some(item) = row.settled.certain(at) else { continue };
            let line = Some(self.line(item.block)).filter(|&line| line > 0);
            let origin = Origin { page: None, line, text: Some(SafeText::line(&item.text)) };
            self.origins.insert(self.form.id(cell).into(), origin);
        }
    }

    fn remark_row(&mut self, row: &Row) {
        let kind = match (row.settled.shape, row.settled.is_settled()) {
            (Shape::Plain | Shape::Blanks, true) => return,
            (Shape::StrayBlank, _) => Doubt::StrayBlank,
            (Shape::DoubtfulBlanks, true) => Doubt::DoubtfulBlank,
            (Shape::TooMany | Shape::TooFew, true) if row.settled.is_chosen() => Doubt::ChosenValues,
            (Shape::TooMany, true) => Doubt::ExtraValue,
            (Shape::TooMany, false) => Doubt::UnsettledValues,
            (Shape::None, _) => Doubt::NoValues,
            _ => Doubt::TooFewValues,
        };
        let id = row.cells.first().map_or("", |&cell| self.form.id(cell));
        let found = row.items.iter().filter(|item| item.is_filled()).count();
        let text = quote(&shown(&row.items));
        let (taken, dropped) = chosen(&row.settled, row.items.len());
        self.doubts.add(
            kind,
            id,
            row.line,
            &[
                ("row", &row.name),
                ("expected", &row.cells.len()),
                ("found", &found),
                ("text", &text),
                ("taken", &taken),
                ("dropped", &dropped),
            ],
        );
    }

    /// Rows that stand twice: the same, or in doubt.
    fn compare_copies(&mut self, table: &Table, slots: &[Slot], rows: &[Row]) {
        let mut twice = 0;
        for slot in slots.iter().filter(|slot| slot.filled() > 0) {
            let Owner::Copy(row) = slot.owner else { continue };
            let cells: Vec<Cell> = table.cells_in_row(row).collect();
            let Some(main) = rows.iter().find(|main| cells.first().is_some_and(|cell| main.cells.contains(cell)))
            else {
                continue;
            };
            if main.items == slot.items {
                continue;
            }
            let copy = self.row(main.name.clone(), cells, slot, settle::Layout::default());
            let mut differs = copy.settled.readings.is_empty();
            for (at, &cell) in copy.cells.iter().enumerate().filter(|_| main.cells.len() == copy.cells.len()) {
                let other = copy.settled.certain(at).map(Item::value);
                if other.is_some_and(|other| other != self.cells.get(cell)) {
                    self.cells.set(cell, crate::report::Value::Missing);
                    self.origins.remove(self.form.id(cell));
                    differs = true;
                }
            }
            if differs {
                let id = main.cells.first().map_or("", |&cell| self.form.id(cell));
                let (text, other) = (quote(&shown(&main.items)), quote(&shown(&slot.items)));
                let values: [(&str, &dyn std::fmt::Display); 3] =
                    [("row", &main.name), ("text", &text), ("other", &other)];
                self.doubts.add(Doubt::CopiesDiffer, id, copy.line, &values);
            } else if twice == 0 {
                twice = copy.line;
            }
        }
        if twice > 0 {
            self.doubts.add(Doubt::TableTwice, "", twice, &[("table", &table.numeral)]);
        }
    }

    /// Rows that stand elsewhere than they should, up or down, left or right.
    fn remark_places(&mut self, table: &Table, aligned: &Aligned, slots: &[Slot]) {
        let mut places: Vec<(usize, &Slot)> = Vec::new();
        for slot in slots {
            let Owner::Row(row) = slot.owner else { continue };
            if aligned.displaced.contains(&row) {
                self.remark_place(Doubt::DisplacedRow, table, row, slot);
            }
            let nested = table.rows.get(row).and_then(|row| row.group).and_then(|group| table.groups.get(group));
            if nested.is_some_and(|group| group.parent.is_some())
                && self.blocks.get(slot.label.0).is_some_and(Block::is_row)
            {
                places.push((row, slot));
            }
        }
        for (row, slot) in &places {
            let group = |row: usize| table.rows.get(row).and_then(|row| row.group);
            let same = |field: usize| {
                places.iter().filter(|(other, slot)| group(*other) == group(*row) && slot.label.1 == field).count()
            };
            let most = places.iter().map(|(_, slot)| same(slot.label.1)).max().unwrap_or(0);
            if same(slot.label.1) == 1 && most >= 2 {
                self.remark_place(Doubt::ShiftedRow, table, *row, slot);
            }
        }
    }

    fn remark_place(&mut self, kind: Doubt, table: &Table, row: usize, slot: &Slot) {
        let id = table.cells_in_row(row).next().map_or("", |cell| self.form.id(cell));
        self.doubts.add(kind, id, self.line(slot.label.0), &[("row", &row_name(table, row))]);
    }
}

impl Order {
    /// A row's cells as they stand.
    fn cells(&self, table: &Table, row: usize) -> Vec<Cell> {
        match &self.columns {
            Some(columns) => columns.iter().filter_map(|&column| table.at(row, column)).collect(),
            None => table.cells_in_row(row).collect(),
        }
    }
}

/// The columns of a table whose rows stand side by side, as their headers stand: the same for each row.
fn repeated_columns(table: &Table, aligned: &Aligned, disorder: bool) -> Option<Vec<usize>> {
    let plain: Vec<usize> = (0..table.columns.len()).collect();
    let printed: Vec<usize> = aligned.headers.iter().map(|(column, _)| *column).collect();
    if printed.len() != plain.len() * table.rows.len() {
        return (!disorder).then_some(plain);
    }
    let first = printed.get(..plain.len())?;
    let mut sorted = first.to_vec();
    sorted.sort_unstable();
    let alike = printed.chunks(plain.len().max(1)).all(|chunk| chunk == first);
    (alike && sorted == plain).then(|| first.to_vec())
}

/// The rows of a table as their headings stand, a group's rows where the group's heading stands.
fn row_order(table: &Table, aligned: &Aligned) -> Option<Vec<usize>> {
    let group_place = |row: usize| {
        let group = table.rows.get(row)?.group?;
        let mut spans = aligned.spans.iter().filter(|span| span.owner == Owner::Group(group));
        let first = spans.next()?;
        spans.next().is_none().then_some(first.start)
    };
    let mut places: Vec<(usize, usize, usize)> =
        aligned.rows().map(|(row, span)| (group_place(row).unwrap_or(span.start), span.start, row)).collect();
    places.sort_unstable();
    let printed: Vec<usize> = places.iter().map(|place| place.2).collect();
    if printed.is_sorted() {
        return Some((0..table.rows.len()).collect());
    }
    let copies = aligned.spans.iter().any(|span| matches!(span.owner, Owner::Copy(_)));
    (printed.len() == table.rows.len() && !copies).then_some(printed)
}

/// Columns without a header where words stand among the headers that are none of the form's.
fn strange_columns(table: &Table, aligned: &Aligned, stream: &Stream<'_>) -> Vec<usize> {
    let has = |row: usize, column: usize| table.at(row, column).is_some();
    let missing = (0..table.columns.len()).filter(|&column| aligned.columns.get(column) == Some(&None));
    let is_strange = |column: &usize| {
        let first = aligned.rows().filter(|(row, _)| has(*row, *column)).map(|(_, span)| span.start).min();
        let Some(until) = first.filter(|_| table.layout != Layout::SideBySide) else { return false };
        let before = aligned.rows().filter(|(_, span)| span.end <= until).map(|(_, span)| span.end).max();
        let from = before.or_else(|| aligned.covered.iter().position(|&covered| covered)).unwrap_or(0);
        stream.tokens.iter().filter(|token| token.start >= from && token.end <= until).any(|token| {
            let named = token.end - token.start >= 3 && !token.text.ends_with(|c: char| c.is_ascii_digit());
            token.kind == Kind::Text && named && aligned.is_uncovered(token)
        })
    };
    missing.filter(is_strange).collect()
}

/// A row's label with its ordinal, for messages.
fn row_name(table: &Table, row: usize) -> String {
    table.rows.get(row).map(|row| format!("{}{}", row.ordinal, row.label.zh)).unwrap_or_default()
}

/// How many cells a slot's row has; 0 if it is none.
fn row_width(table: &Table, slots: &[Slot], at: usize) -> usize {
    match slots.get(at).map(|slot| slot.owner) {
        Some(Owner::Row(row)) => table.cells_in_row(row).count(),
        _ => 0,
    }
}

fn put(cells: &mut Cells, row: &Row) {
    for (at, &cell) in row.cells.iter().enumerate() {
        if let Some(item) = row.settled.certain(at) {
            cells.set(cell, item.value());
        }
    }
}

/// Values as they stand, for messages.
fn shown(items: &[Item]) -> String {
    let texts = items.iter().map(|item| if item.is_filled() { &*item.text } else { "□" });
    texts.collect::<Vec<_>>().join(" ")
}

/// Does one line hold the values of all rows? Then nearly all of them follow the last label.
fn is_side_by_side(table: &Table, slots: &[Slot]) -> bool {
    let widest = (0..table.rows.len()).map(|row| table.cells_in_row(row).count()).max().unwrap_or(0);
    let mut filled = slots.iter().filter(|slot| matches!(slot.owner, Owner::Row(_)) && !slot.items.is_empty());
    table.layout == Layout::SideBySide && filled.next_back().is_some_and(|last| last.items.len() > widest + 2)
}

/// The reading of a row that the arithmetic chose, and what it discarded: values, or another reading of them.
fn chosen(settled: &Settled, own: usize) -> (String, String) {
    let Some(reading) = settled.readings.first() else { return Default::default() };
    let items: Vec<Option<&Item>> = reading.iter().map(|at| at.and_then(|at| settled.items.get(at))).collect();
    let text = |item: &Item| match item.content {
        Content::Number(number) => number.to_string(),
        _ => item.text.clone(),
    };
    let taken: Vec<String> = items.iter().map(|item| item.map_or_else(|| "□".to_owned(), text)).collect();
    let mut used: Vec<&str> = items.iter().flatten().flat_map(|item| item.text.split(' ')).collect();
    let mut dropped: Vec<String> = Vec::new();
    for item in settled.items.iter().take(own).filter(|item| item.is_filled()) {
        match used.iter().position(|text| *text == item.text) {
            Some(at) => drop(used.swap_remove(at)),
            None => dropped.push(item.text.clone()),
        }
    }
    let made = reading.iter().flatten().filter(|at| **at >= own).filter_map(|at| settled.items.get(*at));
    dropped.extend(made.map(|item| fill(ZH.read.apart, &[("text", &item.text)])));
    if items.contains(&None) {
        dropped.push(ZH.read.other_blanks.to_owned());
    }
    (quote(&taken.join(" ")), quote(&dropped.join("、")))
}

/// Where one field holds all the numbers of a row, they are taken apart.
fn spread(items: &[Item], width: usize) -> Vec<Item> {
    let filled = items.iter().filter(|item| item.is_filled()).count();
    if filled == 1 && width > 1 {
        let mut parts = Vec::new();
        for item in items.iter().filter(|item| item.is_filled()) {
            for part in item.text.split_whitespace() {
                let Some(number) = number(part) else { return items.to_vec() };
                parts.push(Item { content: Content::Number(number), text: part.to_owned(), ..item.clone() });
            }
        }
        if parts.len() == width {
            return parts;
        }
    }
    items.to_vec()
}
