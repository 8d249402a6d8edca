//! What is known about a report from outside its own relations.

use crate::check::facts::{Facts, claims};
use crate::form::{Cell, Form};
use crate::report::{Cells, Lean, Value};

use super::cost::costs;

/// Values that cells should have according to somebody else: last year's report, the report's own text.
///
/// Each is a relation `cell = value`. None is taken as proved: a repair that contradicts one is only less likely.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownCells {
    values: Vec<(Cell, i64)>,
}

impl KnownCells {
    /// Nothing is known from outside.
    pub const NONE: Self = Self { values: Vec::new() };

    /// What last year's report carried over into this one. Reports of different editions share their ids.
    #[must_use]
    pub fn last_year(form: &Form, previous: &Lean) -> Self {
        let mut known = Self::NONE;
        for carried in &costs().carried {
            let Some((_, table)) = form.table(&carried.table) else { continue };
            for column in &table.columns {
                let id = |row: &str| format!("{}/{row}/{}", carried.table, column.id);
                let Some(cell) = form.cell(&id(&carried.to)) else { continue };
                // What was read with a doubt speaks for nothing.
                let carried_out = previous.form.cell(&id(&carried.from));
                if carried_out.is_some_and(|cell| previous.cells.is_doubtful(cell)) {
                    continue;
                }
                if let Some(value) = number(previous.form, &previous.cells, &id(&carried.from)) {
                    known.add(cell, value);
                }
            }
        }
        known
    }

    /// And what the report's own text says plainly.
    #[must_use]
    pub fn with_text(mut self, facts: &Facts<'_>) -> Self {
        self.values.extend(claims::known(facts));
        self
    }

    /// One more: the text, say, states a number of a cell.
    pub fn add(&mut self, cell: Cell, value: i64) {
        self.values.push((cell, value));
    }

    pub fn iter(&self) -> impl Iterator<Item = (Cell, i64)> + '_ {
        self.values.iter().copied()
    }
}

fn number(form: &Form, cells: &Cells, id: &str) -> Option<i64> {
    match cells.get(form.cell(id)?) {
        Value::Number(number) => number.as_int().filter(|value| *value >= 0),
        _ => None,
    }
}
