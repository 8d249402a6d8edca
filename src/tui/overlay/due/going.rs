//! The findings that go with a return. What must be corrected goes, and errors on which nobody has decided; to take
//! another one along is to say that it must be corrected, to leave an error here is to say that it is to be verified.

use crate::check::{self, Listed};
use crate::tui::model::{ItemId, Model, Open, Sheet};

use super::state::{Going, goes};

/// The findings of a report: those that go first, the worst first.
#[must_use]
pub(crate) fn of(model: &Model, item: ItemId) -> Vec<Going> {
    let Some(sheet) = model.library.sheet(item) else { return Vec::new() };
    let mut all: Vec<Going> = sheet.findings.iter().map(|listed| going(model, item, sheet, listed)).collect();
    all.sort_by_key(|going| (!going.is_ticked, std::cmp::Reverse(going.severity)));
    all
}

fn going(model: &Model, item: ItemId, sheet: &Sheet, listed: &Listed) -> Going {
    let review = model.review_of(item);
    let verdict = review.and_then(|review| review.verdict(&listed.fingerprint.to_string()));
    let decided = verdict.map(|verdict| verdict.decision);
    let is_ticked = goes(decided, listed.severity);
    Going {
        fingerprint: listed.fingerprint,
        severity: listed.severity,
        text: format!("{} {}", listed.rule.id, text(model, item, sheet, listed)),
        decided,
        is_ticked,
    }
}

/// The words of the finding where they are known, else the name of its rule.
fn text(model: &Model, item: ItemId, sheet: &Sheet, listed: &Listed) -> String {
    let open = model.open.as_ref().filter(|open| open.item == item);
    let mut known = open.into_iter().flat_map(Open::all_findings).chain(&model.preview.findings);
    let known = known.find(|finding| finding.fingerprint == listed.fingerprint);
    match known {
        Some(finding) => check::message(sheet.lean.form, finding, &sheet.lean.cells, model.given.lang),
        None => listed.rule.name(model.given.lang).to_owned(),
    }
}
