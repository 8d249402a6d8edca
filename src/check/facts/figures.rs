//! The numbers of one report by the ids of their cells, for rules that name cells in words.

use crate::form::Cell;
use crate::report::{Lean, Number};

/// The numbers of a report. A cell that its edition does not have gives nothing.
#[derive(Clone, Copy)]
pub(in crate::check) struct Figures<'a> {
    pub(crate) lean: &'a Lean,
}

impl<'a> Figures<'a> {
    pub(crate) fn new(lean: &'a Lean) -> Self {
        Self { lean }
    }

    pub(crate) fn cell(self, id: &str) -> Option<Cell> {
        self.lean.form.cell(id)
    }

    pub(crate) fn number(self, id: &str) -> Option<Number> {
        self.lean.cells.get(self.cell(id)?).number()
    }

    pub(crate) fn int(self, id: &str) -> Option<i64> {
        self.number(id)?.as_int()
    }

    /// The sum of whole numbers; `None` where one of them is not there.
    pub(crate) fn sum(self, ids: &[&str]) -> Option<i64> {
        ids.iter().try_fold(0_i64, |sum, id| sum.checked_add(self.int(id)?))
    }

    /// The cells with these ids, as far as the edition has them.
    pub(crate) fn cells(self, ids: &[&str]) -> Vec<Cell> {
        ids.iter().filter_map(|id| self.cell(id)).collect()
    }

    pub(crate) fn row(self, table: &str, row: &str) -> Vec<Cell> {
        let Some((_, table)) = self.lean.form.table(table) else { return Vec::new() };
        table.row(row).map(|(index, _)| table.cells_in_row(index).collect()).unwrap_or_default()
    }

    /// The whole number in a cell.
    pub(crate) fn at(self, cell: Cell) -> Option<i64> {
        self.lean.cells.get(cell).number()?.as_int()
    }
}

/// `number · times`, exactly; `None` beyond all cells.
pub(in crate::check) fn multiply(number: Number, times: i64) -> Option<Number> {
    let negated = || Number::ZERO.checked_sub(number);
    let (mut power, mut left) = (if times < 0 { negated()? } else { number }, times.unsigned_abs());
    let mut product = Number::ZERO;
    while left > 0 {
        if left % 2 == 1 {
            product = product.checked_add(power)?;
        }
        left /= 2;
        if left > 0 {
            power = power.checked_add(power)?;
        }
    }
    Some(product)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_exact_and_do_not_overflow() {
        let tenth = Number::parse("0.1").unwrap();
        assert_eq!(multiply(tenth, 30).unwrap().to_string(), "3.0");
        assert_eq!(multiply(Number::int(7), -3), Some(Number::int(-21)));
        assert_eq!(multiply(Number::int(7), 0), Some(Number::ZERO));
        let huge = (0..70).try_fold(Number::int(1 << 62), |n, _| multiply(n, 2));
        assert_eq!(huge, None);
    }
}
