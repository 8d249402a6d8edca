//! From the values behind each label to rows with their cells.

use crate::form::{Cell, PrintLayout, Table};
use crate::read::document::block::Block;
use crate::read::document::doubt::Doubt;
use crate::read::row::align::Owner;
use crate::read::row::settle::{self, settle};
use crate::read::row::slots::{Content, Item, Slot};
use crate::read::spelling::normalise::number;

use super::order::Order;
use super::tables::{Row, Tables, row_name, shown};

impl Tables<'_> {
    /// The rows of a table that has one printed line for each.
    pub(super) fn rows(&self, table: &Table, slots: &[Slot], order: &Order) -> Vec<Row> {
        let mut rows = Vec::new();
        let widest = (0..table.rows.len()).map(|row| table.cells_in_row(row).count()).max().unwrap_or(0);
        for slot in slots {
            let Owner::Row(row) = slot.owner else { continue };
            // A label that stands again after a page break, with the values.
            let again = slots.iter().find(|other| other.owner == Owner::Copy(row) && other.filled() > 0);
            let slot = again.filter(|_| slot.filled() == 0).unwrap_or(slot);
            let cells = order.cells(table, row);
            let layout = settle::Layout {
                start: self
                    .start_field(table, slots, slot)
                    .or_else(|| self.start_by_header(slots, slot, order.header.filter(|_| cells.len() == widest)?)),
                short: self.is_short(table, slots, slot, cells.len()),
            };
            rows.push(self.row(row_name(table, row), cells, slot, layout));
        }
        rows
    }

    /// The one row of a table whose rows stand side by side.
    pub(super) fn one_line(&mut self, table: &Table, slots: &[Slot], order: &Order) -> Vec<Row> {
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

    pub(super) fn row(&self, name: String, cells: Vec<Cell>, slot: &Slot, layout: settle::Layout) -> Row {
        let items = spread(&slot.items, cells.len());
        let settled = settle(self.form, &cells, &items, layout);
        let line = items.iter().find(|item| item.is_filled()).map_or(slot.label.0, |item| item.block);
        Row {
            name,
            cells,
            items,
            line: self.line(line),
            label: slot.label,
            settled,
            is_moved: slot.is_moved,
            is_shifted: slot.is_shifted,
        }
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

    /// The same told by the headers, for a row with as many fields as they have, where no row is complete: a whole
    /// column may be blank. The rows must begin there, too: a header may be shifted against them.
    fn start_by_header(&self, slots: &[Slot], slot: &Slot, (start, fields): (usize, usize)) -> Option<usize> {
        let block = self.blocks.get(slot.label.0).filter(|block| block.is_row() && block.fields.len() == fields);
        let beside = slots.iter().filter(|other| {
            matches!(other.owner, Owner::Row(_)) && other.label.1 == slot.label.1 && other.filled() > 0
        });
        let firsts = beside.filter_map(|other| {
            let filled = other.items.iter().filter(|item| item.is_filled() && item.block == other.label.0);
            filled.map(|item| item.field).min()
        });
        (block.is_some() && firsts.min() == Some(start)).then_some(start)
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
}

/// Does one line hold the values of all rows? Then nearly all of them follow the last label.
pub(super) fn is_side_by_side(table: &Table, slots: &[Slot]) -> bool {
    let widest = (0..table.rows.len()).map(|row| table.cells_in_row(row).count()).max().unwrap_or(0);
    let mut filled = slots.iter().filter(|slot| matches!(slot.owner, Owner::Row(_)) && !slot.items.is_empty());
    let all = (0..table.rows.len()).flat_map(|row| table.cells_in_row(row)).count();
    // Either each cell has a value of its own, or one text has the digits of all.
    let digits = |item: &Item| item.text.chars().filter(|c| c.is_numeric()).count();
    let is_glued = |slot: &Slot| slot.items.iter().map(digits).sum::<usize>() >= all;
    table.layout == PrintLayout::SideBySide
        && filled.next_back().is_some_and(|last| last.items.len() > widest + 2 || is_glued(last))
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
