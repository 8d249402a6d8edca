//! What a reviewer has before their eyes when they act: written into the journal with the act, and how far a review is as
//! of what is there now.

use crate::check::Finding;
use crate::form::Cell;
use crate::journal::{Act, ActKind, ReportReview, Seen, Status};
use crate::report::{Lean, Value};

use super::item::Sheet;

/// The value of a cell.
#[must_use]
pub(crate) fn of_cell(cell: Cell, lean: &Lean) -> Option<Seen> {
    Seen::value(lean.cells.get(cell))
}

/// The value of a cell by its id; of one that the form does not have, that there is none.
#[must_use]
pub(crate) fn of_id(id: &str, lean: &Lean) -> Option<Seen> {
    match lean.form.cell(id) {
        Some(cell) => of_cell(cell, lean),
        None => Seen::value(Value::Missing),
    }
}

/// The sides of an equation, or the value of a faulty cell.
#[must_use]
pub(crate) fn of_finding(finding: &Finding, lean: &Lean) -> Option<Seen> {
    match finding.sides() {
        Some((left, right)) => Seen::sides(left, right),
        None => of_cell(*finding.cells.first()?, lean),
    }
}

/// What there is to see of the finding of this name, if the report has it, as far as it is checked.
#[must_use]
pub(crate) fn of_named(fingerprint: &str, sheet: &Sheet) -> Option<Seen> {
    let listed = sheet.findings.iter().find(|finding| finding.fingerprint.to_string() == fingerprint)?;
    match &listed.sides {
        Some(sides) => Seen::sides(sides.0, sides.1),
        None => of_cell(listed.cell?, &sheet.lean),
    }
}

/// All numbers of the report.
#[must_use]
pub(crate) fn of_report(lean: &Lean) -> Option<Seen> {
    Seen::cells(&lean.cells.digest(lean.form))
}

/// The status as of now: what was returned or accepted with other numbers has been resubmitted since.
#[must_use]
pub(crate) fn status_now(lean: &Lean, review: &ReportReview<'_>) -> Status {
    let Some(act) = review.status_act() else {
        let touched =
            review.notes().next().is_some() || review.verdicts().next().is_some() || review.readings().next().is_some();
        return if touched { Status::Reviewing } else { Status::Unreviewed };
    };
    match act.kind {
        ActKind::Status(Status::Returned | Status::Accepted) if has_other_numbers(act, lean) => Status::Resubmitted,
        _ => review.status(),
    }
}

/// Was a report with other numbers seen than it has now? `false` if nothing was recorded.
fn has_other_numbers(act: &Act, lean: &Lean) -> bool {
    act.seen.as_ref().is_some_and(|seen| of_report(lean).as_ref() != Some(seen))
}
