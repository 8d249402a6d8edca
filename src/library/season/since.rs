//! What became of a report since it was returned.

use crate::check::Fingerprint;
use crate::check::versions::{self, Version};
use crate::form::Cell;
use crate::journal::ReportReview;
use crate::library::agencies::{Agencies, Shelf as _};
use crate::library::asked;
use crate::library::batch::Checked;
use crate::library::seen;

use super::{Judged, Reports};

/// What changed since the version before.
pub(crate) struct Since {
    pub(crate) before: Judged,
    /// Findings of the version before that are gone, by name.
    pub(crate) fixed: Vec<Fingerprint>,
    /// Findings that are still there.
    pub(crate) open: Vec<Fingerprint>,
    /// Cells that hold something else now although nothing asked for it; none where the form is another edition.
    pub(crate) unasked: Vec<Cell>,
}

impl Since {
    pub(super) fn of(before: Judged, now: &Checked, review: Option<ReportReview<'_>>) -> Self {
        let checked = &before.checked;
        let asked = asked(&checked.outcome, &checked.localisation, &checked.lean, review);
        let changes = versions::changes(version(checked), version(now), &|cell| asked.contains(&cell));
        let names = |findings: &[&crate::check::Finding]| findings.iter().map(|finding| finding.fingerprint).collect();
        let (fixed, open) = (names(&changes.fixed), names(&changes.open));
        Self { fixed, open, unasked: changes.unasked, before }
    }
}

fn version(checked: &Checked) -> Version<'_> {
    Version { report: &checked.lean, findings: &checked.outcome.findings }
}

/// The version that a report is to be held against: the last one that was returned with other numbers; where nobody
/// recorded which that was, the one before. None where it was never returned: then nobody was told of anything.
pub(super) fn returned_before(
    number: u32,
    agencies: &Agencies,
    reports: &Reports,
    review: Option<ReportReview<'_>>,
) -> Option<u32> {
    let review = review.filter(|review| review.round() > 0)?;
    let lean = reports.lean(number)?;
    let head = &lean.head;
    let own = head.version?;
    let now = seen::of_report(lean);
    let earlier = |number: &u32| reports.lean(*number).and_then(|lean| lean.head.version).is_some_and(|it| it < own);
    let mut earlier: Vec<u32> =
        agencies.reports(&head.agency.region, &head.agency.name, head.year).filter(earlier).collect();
    earlier.sort_by_key(|&number| std::cmp::Reverse(reports.lean(number).and_then(|lean| lean.head.version)));
    let returns = review.returns().rev();
    let mut seen = returns.filter_map(|act| act.seen.as_ref()).filter(|seen| now.as_ref() != Some(seen));
    let of_seen = |seen| {
        let is_it =
            |number: &&u32| reports.lean(**number).and_then(|lean| seen::of_report(lean)).as_ref() == Some(seen);
        earlier.iter().find(is_it).copied()
    };
    seen.find_map(of_seen).or_else(|| agencies.version_before(head))
}
