//! What is said about a table: altered labels, rows out of place, values that were too many or too few.

use std::ops::Range;

use crate::form::Table;
use crate::read::document::block::Block;
use crate::read::document::doubt::{Doubt, quote};
use crate::read::row::align::{Aligned, Owner, tokens_of};
use crate::read::row::settle::{Settled, Shape};
use crate::read::row::slots::{Content, Item, Slot, Slots};
use crate::read::row::stream::{Kind, Stream};
use crate::read::spelling::normalise::key;
use crate::report::Remark;

use super::distrust::is_spoilt;
use super::order::Order;
use super::stairs;
use super::tables::{Row, Tables, row_name, shown};

/// Does a field hold more than one value, or what a program wrote around one, and another field none? Then a program has
/// guessed the columns, or they are not columns at all.
fn is_crooked(row: &Row) -> bool {
    let items = || (0..row.cells.len()).filter_map(|at| row.settled.certain(at));
    items().any(is_spoilt) && items().any(|item| !item.is_filled())
}

/// With more values beyond its cells than these a row was put together out of pieces.
const MAX_EXTRA: usize = 2;

impl Tables<'_> {
    pub(super) fn remark_headers(&mut self, table: &Table, headers: &[usize], used: &Range<usize>) {
        for &block in headers.iter().filter(|block| used.contains(block)) {
            let text = self.blocks.get(block).map(Block::text).unwrap_or_default();
            let values: &[(&str, &dyn std::fmt::Display)] = &[("text", &quote(&text)), ("table_id", &table.id)];
            self.doubts.add(Doubt::PageHeader, "", self.line(block), values);
        }
    }

    /// The columns whose header stands there in two halves, as words on two lines are torn: they are no unknown words,
    /// and one remark says so of all.
    pub(super) fn torn_headers(&mut self, table: &Table, aligned: &Aligned, slots: &mut Slots<'_>) -> Vec<usize> {
        let words: Vec<Vec<char>> = slots.strays.iter().map(|stray| key(stray.text)).collect();
        let mut halves: Vec<Vec<char>> = Vec::new();
        let mut torn = Vec::new();
        for (index, column) in table.columns.iter().enumerate() {
            if aligned.columns.get(index).is_none_or(Option::is_some) {
                continue;
            }
            let label = key(&column.label.zh);
            let split = (1..label.len()).filter_map(|at| label.split_at_checked(at));
            let mut split =
                split.filter(|(head, tail)| words.iter().any(|w| w == head) && words.iter().any(|w| w == tail));
            if let Some((head, tail)) = split.next() {
                halves.extend([head.to_vec(), tail.to_vec()]);
                torn.push(index);
            }
        }
        let Some(first) = slots.strays.iter().zip(&words).find(|(_, word)| halves.contains(word)) else { return torn };
        let line = self.line(first.0.block);
        slots.strays.retain(|stray| !halves.contains(&key(stray.text)));
        let text = quote(
            &torn.iter().filter_map(|&at| table.columns.get(at)).map(|c| &*c.label.zh).collect::<Vec<_>>().join("、"),
        );
        self.doubts.add(Doubt::TornHeaders, "", line, &[("table", &table.numeral), ("text", &text)]);
        torn
    }

    /// Labels that are not worded as on the form, and rows and columns without a label.
    pub(super) fn remark_labels(
        &mut self,
        table: &Table,
        aligned: &Aligned,
        stream: &Stream<'_>,
        order: &Order,
        torn: &[usize],
    ) {
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
                None if order.strange.contains(&index) || torn.contains(&index) => {}
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
    }

    /// The rows that were not found; `is_sure` where the document has no trace of them. Those that were filled in as one
    /// are not missing besides.
    pub(super) fn remark_lost(&mut self, table: &Table, aligned: &Aligned, merged: &[usize], is_sure: bool) {
        let form = self.form;
        let is_lost = |row: &usize| aligned.rows().all(|(known, _)| known != *row);
        for row in (0..table.rows.len()).filter(is_lost) {
            if table.rows.get(row).and_then(|row| row.group).is_none_or(|group| !merged.contains(&group)) {
                let ids = table.cells_in_row(row).map(|cell| (form.id(cell), 0));
                let name = row_name(table, row);
                let (trace, none) = Remark::NO_TRACE;
                let values: [(&str, &dyn std::fmt::Display); 2] = [("row", &name), (trace, &none)];
                let told = if is_sure { 2 } else { 1 };
                self.doubts.add_cells(Doubt::RowNotFound, ids, values.get(..told).unwrap_or_default());
            }
        }
    }

    pub(super) fn remark_row(&mut self, row: &Row) {
        let kind = match (row.settled.shape, row.settled.is_settled()) {
            (Shape::Plain | Shape::Blanks, true) if is_crooked(row) => Doubt::UnsettledValues,
            (Shape::Plain, true) if stairs::leave_orders(self.form, row) => Doubt::MovedValues,
            (Shape::Plain | Shape::Blanks, true) | (Shape::TakenApart, _) => return,
            (Shape::StrayBlank, _) => Doubt::StrayBlank,
            (Shape::DoubtfulBlanks, true) => Doubt::DoubtfulBlank,
            (Shape::TooMany | Shape::TooFew, true) if row.settled.is_chosen() => Doubt::ChosenValues,
            (Shape::TooMany, true) => Doubt::ExtraValue,
            (Shape::TooMany, false) => Doubt::UnsettledValues,
            (Shape::None, _) => Doubt::NoValues,
            (Shape::Glued, _) => Doubt::GluedValues,
            _ => Doubt::TooFewValues,
        };
        // Of a choice, the cells that it was about; else the whole row. Where many values on several lines were put
        // together, any of them may be the wrong ones.
        let lines = row.items.iter().filter(|item| item.is_filled()).map(|item| item.block);
        let is_torn = row.settled.shape == Shape::TooMany
            && lines.clone().count() > row.cells.len() + MAX_EXTRA
            && lines.clone().min() != lines.max();
        let differs = |at: &usize| kind != Doubt::ChosenValues || is_torn || row.settled.differs(*at);
        let cells = (0..row.cells.len()).filter(differs).filter_map(|at| row.cells.get(at));
        let ids = cells.map(|&cell| (self.form.id(cell), row.line));
        let found = row.items.iter().filter(|item| item.is_filled()).count();
        let text = quote(&shown(&row.items));
        let choice = chosen(&row.settled, row.items.len());
        let expected = row.cells.len();
        let mut values: Vec<(&str, &dyn std::fmt::Display)> =
            vec![("row", &row.name), ("expected", &expected), ("found", &found), ("text", &text)];
        if kind == Doubt::ChosenValues {
            values.extend([("taken", &choice.taken as &dyn std::fmt::Display), ("dropped", &choice.dropped)]);
            values.extend(choice.joined.as_ref().map(|text| ("joined", text as &dyn std::fmt::Display)));
            values.extend(choice.blanks.then_some(("blanks", &"elsewhere" as &dyn std::fmt::Display)));
        }
        self.doubts.add_cells(kind, ids, &values);
    }

    /// Rows that stand elsewhere than they should, up or down, left or right.
    pub(super) fn remark_places(&mut self, table: &Table, aligned: &Aligned, slots: &[Slot]) {
        let mut places: Vec<(usize, &Slot)> = Vec::new();
        for slot in slots {
            let Owner::Row(row) = slot.owner else { continue };
            if aligned.displaced.contains(&row) {
                self.remark_whole_row(Doubt::DisplacedRow, table, row, self.line(slot.label.0));
            }
            let nested = table.rows.get(row).and_then(|row| row.group).and_then(|group| table.groups.get(group));
            if nested.is_some_and(|group| group.parent.is_some())
                && self.blocks.get(slot.label.0).is_some_and(Block::is_row)
            {
                places.push((row, slot));
            }
        }
        let mut shifted: Vec<(usize, &Slot)> = Vec::new();
        for (row, slot) in &places {
            let group = |row: usize| table.rows.get(row).and_then(|row| row.group);
            let same = |field: usize| {
                places.iter().filter(|(other, slot)| group(*other) == group(*row) && slot.label.1 == field).count()
            };
            let most = places.iter().map(|(_, slot)| same(slot.label.1)).max().unwrap_or(0);
            if same(slot.label.1) == 1 && most >= 2 {
                shifted.push((*row, slot));
            }
        }
        self.remark_shifted(table, &shifted);
    }

    /// One remark on rows that are shifted sideways. A row with a value for each of its cells was never in doubt for it.
    fn remark_shifted(&mut self, table: &Table, shifted: &[(usize, &Slot)]) {
        let Some((first, slot)) = shifted.first() else { return };
        let (name, count) = (row_name(table, *first), shifted.len());
        let mut values: Vec<(&str, &dyn std::fmt::Display)> = vec![("row", &name)];
        if count > 1 {
            values.push(("count", &count));
        }
        let is_open = |(row, slot): &&(usize, &Slot)| slot.filled() != table.cells_in_row(*row).count();
        let open: Vec<_> = shifted.iter().filter(is_open).map(|(row, slot)| (*row, self.line(slot.label.0))).collect();
        let line = self.line(slot.label.0);
        if open.is_empty() {
            self.doubts.add(Doubt::ShiftedRow, "", line, &values);
        }
        let form = self.form;
        let ids = open.iter().flat_map(|(row, line)| table.cells_in_row(*row).map(|cell| (form.id(cell), *line)));
        self.doubts.add_cells(Doubt::ShiftedRow, ids, &values);
    }

    /// A remark on each cell of a row.
    pub(super) fn remark_whole_row(&mut self, kind: Doubt, table: &Table, row: usize, line: u32) {
        let form = self.form;
        let ids = table.cells_in_row(row).map(|cell| (form.id(cell), line));
        self.doubts.add_cells(kind, ids, &[("row", &row_name(table, row))]);
    }
}

/// The reading of a row that the arithmetic chose, and what it discarded: values, or another reading of them.
#[derive(Default)]
struct Choice {
    taken: String,
    dropped: String,
    /// What it reads as one number, and might be several.
    joined: Option<String>,
    /// Might its blanks stand elsewhere?
    blanks: bool,
}

fn chosen(settled: &Settled, own: usize) -> Choice {
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
    let joined: Vec<&str> = made.map(|item| &*item.text).collect();
    Choice {
        taken: quote(&taken.join(" ")),
        dropped: quote(&dropped.join("、")),
        joined: (!joined.is_empty()).then(|| quote(&joined.join("、"))),
        blanks: items.contains(&None),
    }
}
