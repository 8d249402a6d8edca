//! What speaks against accepting a report: what is open in it, and what acceptance would contradict.
//!
//! The one gate: whichever key accepts asks here, for one report or for many.

use crate::check::Severity;
use crate::journal::{Decision, Status};
use crate::tui::model::{Against, ItemId, Model, NarrativeState, Sheet};
use crate::tui::screen::doubts;

/// What there is against accepting a report as it stands.
#[must_use]
pub(crate) fn against(model: &Model, item: ItemId, sheet: &Sheet) -> Against {
    let mark = model.journal.marks.get(item).unwrap_or_default();
    let (doubts, compared) = open_doubts(model, item, sheet);
    let is_unread = !sheet.texts_checked && !model.directory.loading.checked_all && model.directory.loading.read > 0;
    let against = Against {
        conflicts: usize::try_from(mark.conflicts).unwrap_or(usize::MAX),
        doubts,
        compared,
        returned: usize::from(mark.status == Status::Returned),
        unread: usize::from(is_unread),
        ..Against::default()
    };
    with_findings(against, model, item, sheet)
}

fn with_findings(mut against: Against, model: &Model, item: ItemId, sheet: &Sheet) -> Against {
    let review = model.review_of(item);
    for finding in &sheet.findings {
        let verdict = review.and_then(|review| review.verdict(&finding.fingerprint.to_string()));
        match (verdict.map(|verdict| verdict.decision), finding.severity) {
            (Some(Decision::Return), _) => against.to_correct += 1,
            (Some(Decision::ToVerify), _) => against.to_verify += 1,
            (None, Severity::Error) => against.errors += 1,
            (None, Severity::Warning) => against.warnings += 1,
            (Some(Decision::Accept | Decision::NotAProblem), _) | (None, Severity::Info) => {}
        }
    }
    against
}

/// The doubts that nobody has compared with the document. Which ones they are is known of the open report only: of
/// another, all its doubts as long as there are fewer comparisons, and how many there are.
fn open_doubts(model: &Model, item: ItemId, sheet: &Sheet) -> (usize, usize) {
    let opened = model.opened().filter(|opened| opened.open.item == item);
    if let Some(opened) = opened.filter(|opened| matches!(opened.open.narrative, NarrativeState::Ready(_))) {
        let review = model.review_of(opened.open.item);
        let is_open = |remark: &&crate::report::Remark| doubts::said(remark, &opened, review).is_none();
        return (doubts::remarks(model).iter().filter(is_open).count(), 0);
    }
    let mark = model.journal.marks.get(item).unwrap_or_default();
    let count = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
    if mark.has_open_doubts(sheet) { (count(sheet.lean.remarks), count(mark.compared)) } else { (0, 0) }
}
