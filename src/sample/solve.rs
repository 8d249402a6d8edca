//! Completes a table: as long as an equation of the form lacks one cell, that cell follows from the others.

use crate::form::{Cell, Equation, Form};
use crate::report::{Cells, Number, Value};

/// Fills every cell that follows from the equations of the form; the others stay missing.
pub(super) fn complete(form: &Form, cells: &mut Cells) {
    let mut open: Vec<&Equation> = form.equations.iter().collect();
    loop {
        let before = open.len();
        open.retain(|equation| !settle(equation, cells));
        if open.len() == before {
            return;
        }
    }
}

/// Done with this equation: its last missing cell was filled, or none was missing.
fn settle(equation: &Equation, cells: &mut Cells) -> bool {
    let mut missing = equation.cells().filter(|&cell| cells.get(cell) == Value::Missing);
    let (first, second) = (missing.next(), missing.next());
    drop(missing);
    let Some(cell) = first else { return true };
    if second.is_some() {
        return false;
    }
    let (left, right) = (known(&equation.left, cells), known(&equation.right, cells));
    let (own, other) = if equation.left.contains(&cell) { (left, right) } else { (right, left) };
    let value = other.zip(own).and_then(|(other, own)| other.checked_sub(own));
    if let Some(value) = value {
        cells.set(cell, Value::Number(value));
    }
    true
}

/// The sum of the cells that are there; `None` where one of them is no number.
fn known(side: &[Cell], cells: &Cells) -> Option<Number> {
    side.iter()
        .map(|&cell| cells.get(cell))
        .filter(|value| *value != Value::Missing)
        .try_fold(Number::ZERO, |sum, value| sum.checked_add(value.number()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;

    #[test]
    fn the_last_missing_cell_of_an_equation_follows() {
        let form = form::newest();
        let mut cells = Cells::missing(form);
        let cell = |id: &str| form.cell(id).unwrap();
        for (id, value) in [("upheld", 2), ("corrected", 1), ("other", 0), ("pending", 4)] {
            cells.set(cell(&format!("disputes/reconsideration/{id}")), Value::int(value));
        }
        complete(form, &mut cells);
        assert_eq!(cells.get(cell("disputes/reconsideration/total")), Value::int(7));
        assert_eq!(cells.get(cell("disputes/litigation_after/total")), Value::Missing);
    }
}
