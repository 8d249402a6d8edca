//! What became of a report since it was returned.

use crate::check::Fingerprint;
use crate::check::versions::{self, Version};
use crate::form::Cell;
use crate::journal::{Act, ReportReview, Review, Status};
use crate::library::agencies::{Agencies, Shelf as _};
use crate::library::asked;
use crate::library::batch::Checked;
use crate::library::seen;

use super::{Judged, Reports, ReviewStanding};

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
    /// `told` is the review on the day on which the version before was returned.
    pub(super) fn of(before: Checked, now: &Checked, told: &Review, review: Option<ReportReview<'_>>) -> Self {
        let told = told.reports().next();
        let mut before = Judged::of(before, told);
        before.put_aside(review);
        let checked = &before.checked;
        let asked = asked(&checked.outcome, &checked.localisation, &checked.lean, told);
        let changes = versions::changes(version(checked), version(now), &|cell| asked.contains(&cell));
        let names = |findings: &[&crate::check::Finding]| findings.iter().map(|finding| finding.fingerprint).collect();
        let (fixed, open) = (names(&changes.fixed), names(&changes.open));
        Self { fixed, open, unasked: changes.unasked, before }
    }
}

fn version(checked: &Checked) -> Version<'_> {
    Version { report: &checked.lean, findings: &checked.outcome.findings }
}

/// What an agency was told of its report before it was told of the version that stands.
pub(super) struct Told {
    /// The version.
    pub(super) number: u32,
    /// What reviewers had done when it was returned: only that went out.
    pub(super) review: Review,
}

impl Told {
    /// Of the last version that was returned with other numbers; where nobody recorded which that was, of the one before.
    /// None before the second round: nobody was told of anything.
    pub(super) fn of(
        number: u32,
        agencies: &Agencies,
        reports: &Reports,
        review: Option<ReportReview<'_>>,
        standing: &ReviewStanding,
    ) -> Option<Self> {
        let review = review.filter(|_| standing.notice_round() > 1)?;
        let lean = reports.lean(number)?;
        let head = &lean.head;
        let own = head.version?;
        let version = |number: u32| reports.lean(number).and_then(|lean| lean.head.version);
        let mut earlier: Vec<u32> = agencies.reports(&head.agency.region, &head.agency.name, head.year).collect();
        earlier.retain(|&number| version(number).is_some_and(|it| it < own));
        earlier.sort_by_key(|&number| std::cmp::Reverse(version(number)));
        let now = seen::of_report(lean);
        let standing = review.status_act().filter(|_| standing.status == Status::Returned);
        let is_before = |act: &&Act| act.seen != now && standing.is_none_or(|standing| standing.id != act.id);
        review.returns().rev().filter(is_before).find_map(|act| {
            let is_it = |number: &&u32| reports.lean(**number).and_then(|lean| seen::of_report(lean)) == act.seen;
            let number = if act.seen.is_some() { earlier.iter().find(is_it) } else { earlier.first() };
            Some(Self { number: *number?, review: review.as_of(act) })
        })
    }
}
