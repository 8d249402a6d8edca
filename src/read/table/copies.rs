//! Rows that stand twice in one table: the same, or in doubt.

use crate::form::{Cell, Table};
use crate::read::document::doubt::{Doubt, quote};
use crate::read::row::align::Owner;
use crate::read::row::settle;
use crate::read::row::slots::Slot;

use super::tables::{Row, Tables, shown, value};

impl Tables<'_> {
    /// Rows that stand twice: the same, or in doubt.
    pub(super) fn compare_copies(&mut self, table: &Table, slots: &[Slot], rows: &[Row]) {
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
                let other = copy.settled.certain(at).map(|item| value(self.form, cell, item));
                if other.is_some_and(|other| other != self.cells.get(cell)) {
                    self.cells.set(cell, crate::report::Value::Missing);
                    self.origins.remove(self.form.id(cell));
                    differs = true;
                }
            }
            if differs {
                let (text, other) = (quote(&shown(&main.items)), quote(&shown(&slot.items)));
                let values: [(&str, &dyn std::fmt::Display); 3] =
                    [("row", &main.name), ("text", &text), ("other", &other)];
                let ids = main.cells.iter().map(|&cell| (self.form.id(cell), copy.line));
                self.doubts.add_cells(Doubt::CopiesDiffer, ids, &values);
            } else if twice == 0 {
                twice = copy.line;
            }
        }
        if twice > 0 {
            self.doubts.add(Doubt::TableTwice, "", twice, &[("table", &table.numeral), ("table_id", &table.id)]);
        }
    }
}
