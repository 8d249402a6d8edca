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
    /// What the report's own text says. An agency copies its totals into its text: where that agrees with what was filed,
    /// it puts repairs in order and hides none.
    stated: Vec<(Cell, i64)>,
}

impl KnownCells {
    /// Nothing is known from outside.
    pub const NONE: Self = Self { values: Vec::new(), stated: Vec::new() };

    /// What last year's report carried over into this one. Reports of different editions share their ids.
    #[must_use]
    pub(crate) fn last_year(form: &Form, previous: &Lean) -> Self {
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
                    known.carry(cell, value);
                }
            }
        }
        known
    }

    /// And what the report's own text says plainly.
    #[must_use]
    pub(crate) fn with_text(self, facts: &Facts<'_>) -> Self {
        self.with_stated(&claims::known(facts))
    }

    /// The same, where that is known already.
    #[must_use]
    pub(crate) fn with_stated(mut self, cells: &[(Cell, i64)]) -> Self {
        cells.iter().for_each(|&(cell, value)| self.add(cell, value));
        self
    }

    /// One more: the text states a number of a cell.
    pub fn add(&mut self, cell: Cell, value: i64) {
        self.stated.push((cell, value));
    }

    /// One more that somebody else says.
    pub fn carry(&mut self, cell: Cell, value: i64) {
        self.values.push((cell, value));
    }

    /// What speaks against a repair: what others say, and what the text says otherwise than the table.
    pub(super) fn facts(&self, cells: &Cells) -> impl Iterator<Item = (Cell, i64)> {
        let differs = |(cell, value): &(Cell, i64)| !is_filed(cells, *cell, *value);
        self.values.iter().copied().chain(self.stated.iter().copied().filter(differs))
    }

    /// What only puts repairs in order: what the text says as the table does.
    pub(super) fn copies(&self, cells: &Cells) -> impl Iterator<Item = (Cell, i64)> {
        self.stated.iter().copied().filter(|(cell, value)| is_filed(cells, *cell, *value))
    }
}

fn is_filed(cells: &Cells, cell: Cell, value: i64) -> bool {
    matches!(cells.get(cell), Value::Number(number) if number.as_int() == Some(value))
}

fn number(form: &Form, cells: &Cells, id: &str) -> Option<i64> {
    match cells.get(form.cell(id)?) {
        Value::Number(number) => number.as_int().filter(|value| *value >= 0),
        _ => None,
    }
}
