//! A finding in one line, for those who do not see it drawn.

use crate::check::{self, Finding};
use crate::tui::model::{Model, Opened};
use crate::tui::together;

/// Where it is in the list, its rule, what was decided on it, and what it says.
#[must_use]
pub(crate) fn finding(model: &Model, opened: &Opened<'_>, finding: &Finding) -> String {
    let position = opened.open.findings.window.cursor + 1;
    let total = opened.open.outcome.findings.len();
    let message = check::message(opened.form, finding, &opened.lean.cells, model.given.lang);
    let fits = model.list.wanted.fits(finding.rule, finding.severity);
    let outside = if fits { "" } else { model.words().find.not_wanted() };
    let review = model.review_of(opened.open.item);
    let standing = together::standing_text(review, &finding.fingerprint.to_string(), model.words());
    let standing = standing.map(|text| format!(" ({text})")).unwrap_or_default();
    let (id, name) = (&finding.rule.id, finding.rule.name(model.given.lang));
    format!("{position}/{total} {id} {name}{standing} {message}{outside}")
}
