//! How a report came to stand where it stands: its steps in the review, and the versions before.

use std::sync::Arc;

use jiff::civil::Date;

use crate::check::Finding;
use crate::journal::{Act, ActKind, Audience, Status};
use crate::library::agencies::{Agencies, Shelf as _};
use crate::report::{Lean, SafeText};

use super::Reports;

/// A step of a report in the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Milestone {
    pub(crate) status: Status,
    pub(crate) on: Date,
    pub(crate) by: SafeText,
    /// Until when the agency was to report anew.
    pub(crate) due: Option<Date>,
    /// The reviewer's words, and for whom they are.
    pub(crate) words: SafeText,
    pub(crate) audience: Audience,
}

impl Milestone {
    /// Of an act that set a status.
    pub(super) fn of(act: &Act) -> Option<Self> {
        let ActKind::Status(status) = act.kind else { return None };
        let (on, by, words) = (act.at.date(), act.by.clone(), act.text.clone());
        Some(Self { status, on, by, due: act.due, words, audience: act.audience })
    }
}

/// A version that another one has replaced, with what was found in it.
pub(crate) struct EarlierVersion {
    pub(crate) number: u32,
    pub(crate) lean: Arc<Lean>,
    pub(crate) findings: Vec<Finding>,
}

/// The versions before this report, oldest first; those of which nobody says which they are stand in no order, and are left
/// out.
pub(super) fn earlier(number: u32, agencies: &Agencies, reports: &Reports) -> Vec<EarlierVersion> {
    let version = |number: u32| reports.lean(number).and_then(|lean| lean.head.version);
    let Some((lean, own)) = reports.lean(number).zip(version(number)) else { return Vec::new() };
    let head = &lean.head;
    let all = agencies.reports(&head.agency.region, &head.agency.name, head.year);
    let mut before: Vec<(u32, u32)> = all.filter_map(|number| Some((version(number)?, number))).collect();
    before.retain(|(version, _)| *version < own);
    before.sort_unstable();
    let made = |(version, number): (u32, u32)| {
        let checked = reports.get(number)?;
        Some(EarlierVersion {
            number: version,
            lean: Arc::clone(&checked.lean),
            findings: checked.outcome.findings.clone(),
        })
    };
    before.into_iter().filter_map(made).collect()
}
