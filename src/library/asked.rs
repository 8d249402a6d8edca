//! What a report was returned for.

use std::collections::BTreeSet;

use crate::check::localise::Block;
use crate::check::{Finding, Outcome};
use crate::form::{Cell, Form};
use crate::journal::{ActKind, Comparison, ReportReview, Target};
use crate::report::Lean;

use super::season::Judgement;

/// The cells that the version before was returned for: those of its findings unless they were put aside on the numbers
/// that it had, those of notes, those of readings that differ from the document, and those that a repair would have
/// changed.
#[must_use]
pub(crate) fn asked(
    outcome: &Outcome,
    blocks: &[Block],
    before: &Lean,
    review: Option<ReportReview<'_>>,
) -> BTreeSet<Cell> {
    let form = before.form;
    let stands = |finding: &&Finding| !Judgement::of(finding, before, review).is_dismissed();
    let findings = || outcome.findings.iter();
    let mut cells: BTreeSet<Cell> =
        findings().filter(stands).flat_map(|finding| finding.cells.iter().copied()).collect();
    let repairs = blocks.iter().flat_map(|block| &block.repairs);
    cells.extend(repairs.flat_map(|repair| &repair.cells).map(|change| change.cell));
    let Some(review) = review else { return cells };
    let corrected =
        review.readings().filter(|act| act.kind == ActKind::Reading(Comparison::Corrected)).map(|act| &act.target);
    for target in review.notes().map(|note| note.target()).chain(corrected) {
        match target {
            Target::Cell(id) => cells.extend(form.cell(id)),
            Target::Finding(name) => {
                let named = findings().filter(|finding| finding.fingerprint.to_string() == **name);
                cells.extend(named.flat_map(|finding| finding.cells.iter().copied()));
            }
            // The agency was told to look at all of it.
            Target::Section(number) => cells.extend(form.cells().filter(|&cell| section(form, cell) == Some(*number))),
            Target::Report => {}
        }
    }
    cells
}

/// The number of the section whose table has a cell.
fn section(form: &Form, cell: Cell) -> Option<u32> {
    Some(form.tables.get(form.spec(cell)?.table)?.section.into())
}
