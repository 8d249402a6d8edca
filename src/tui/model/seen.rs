//! What a reviewer has before their eyes when they act: written into the journal with the act.

use crate::check::Finding;
use crate::form::Cell;
use crate::journal::Seen;
use crate::report::Lean;

/// The value of a cell.
#[must_use]
pub fn of_cell(cell: Cell, lean: &Lean) -> Option<Seen> {
    Seen::value(lean.cells.get(cell))
}

/// The sides of an equation, or the value of a faulty cell.
#[must_use]
pub fn of_finding(finding: &Finding, lean: &Lean) -> Option<Seen> {
    match finding.sides() {
        Some((left, right)) => Seen::sides(left, right),
        None => of_cell(*finding.cells.first()?, lean),
    }
}

/// All numbers of the report.
#[must_use]
pub fn of_report(lean: &Lean) -> Option<Seen> {
    Seen::cells(&lean.cells.digest(lean.form))
}
