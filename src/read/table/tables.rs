//! The tables of a report on their way to its cells, and their rows.

use std::collections::BTreeMap;

use crate::form::{Cell, Form, Table, Unit};
use crate::read::document::Picture;
use crate::read::document::block::Block;
use crate::read::document::doubt::Doubts;
use crate::read::label::Lexicon;
use crate::read::row::align::Owner;
use crate::read::row::settle::Settled;
use crate::read::row::slots::{Item, Slot};
use crate::read::spelling::normalise::signed;
use crate::report::{Cells, Origin, Value};

/// What is read of a document's tables.
pub(in crate::read) struct Tables<'d> {
    pub(crate) form: &'static Form,
    pub(crate) lexicon: &'d Lexicon,
    pub(crate) blocks: &'d [Block<'d>],
    /// The pictures between them.
    pub(crate) pictures: &'d [Picture],
    /// The title, normalised: where it stands again it is a page header.
    pub(crate) title: Vec<char>,
    pub(crate) cells: Cells,
    pub(crate) origins: BTreeMap<Box<str>, Origin>,
    pub(crate) doubts: Doubts,
    /// The rows of a table that is yet to be read, where they were settled with those of the one before it.
    pub(crate) ahead: Ahead,
    /// Has any row had a value, whether it could be settled or not?
    pub(crate) has_values: bool,
}

/// The rows of a table that is yet to be read.
#[derive(Default)]
pub(in crate::read) struct Ahead(pub(super) Option<(usize, Vec<Row>)>);

/// One row on its way to its cells.
pub(super) struct Row {
    pub(crate) name: String,
    pub(crate) cells: Vec<Cell>,
    pub(crate) items: Vec<Item>,
    pub(crate) line: u32,
    /// Where its label ends: block and field.
    pub(crate) label: (usize, usize),
    pub(crate) settled: Settled,
    /// Its values did not stand right behind its label.
    pub(crate) is_moved: bool,
    /// They stood behind another row's label.
    pub(crate) is_shifted: bool,
}

impl Tables<'_> {
    /// The line that a block stands on.
    pub(super) fn line(&self, block: usize) -> u32 {
        self.blocks.get(block).map_or(0, |block| block.line)
    }
}

/// A row's label with its ordinal, for messages.
pub(super) fn row_name(table: &Table, row: usize) -> String {
    table.rows.get(row).map(|row| format!("{}{}", row.ordinal, row.label.zh)).unwrap_or_default()
}

/// How many cells a slot's row has; 0 if it is none.
pub(super) fn row_width(table: &Table, slots: &[Slot], at: usize) -> usize {
    match slots.get(at).map(|slot| slot.owner) {
        Some(Owner::Row(row)) => table.cells_in_row(row).count(),
        _ => 0,
    }
}

pub(super) fn put(form: &Form, cells: &mut Cells, row: &Row) {
    for (at, &cell) in row.cells.iter().enumerate() {
        if let Some(item) = row.settled.certain(at) {
            cells.set(cell, value(form, cell, item));
        }
    }
}

/// An item as the value of a cell: where the cell asks for a change, a number may have a sign.
pub(super) fn value<'i>(form: &Form, cell: Cell, item: &'i Item) -> Value<'i> {
    let is_change = form.spec(cell).is_some_and(|spec| spec.unit == Unit::Change);
    match item.value() {
        Value::Raw(text) if is_change => signed(text).map_or(Value::Raw(text), Value::Number),
        value => value,
    }
}

/// Values as they stand, for messages.
pub(super) fn shown(items: &[Item]) -> String {
    let texts = items.iter().map(|item| if item.is_filled() { &*item.text } else { "□" });
    texts.collect::<Vec<_>>().join(" ")
}
