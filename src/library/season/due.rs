//! Who was expected, and which of the reports are theirs.

use std::collections::HashSet;

use crate::check::{Filling, Finding, Fingerprint, id};
use crate::report::Lean;

use super::{AbsentAgency, Season, Submission};

/// How a report stands to the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnRoster {
    Listed,
    Unlisted,
    /// It may be the report of several agencies, or of one that is expected from somewhere else.
    Unclear,
}

impl Season {
    /// How each of the reports stands to the roster; of use only for years of which it is known who is missing.
    #[must_use]
    pub(crate) fn on_roster(&self) -> Vec<OnRoster> {
        let claimed: HashSet<&str> = self.absent.iter().filter_map(AbsentAgency::report).collect();
        let standing = |submission: &Submission| {
            let checked = &submission.now.checked;
            let has = |place| has(&checked.outcome.findings, &checked.lean, place);
            if has("several") || claimed.contains(checked.id.as_str()) {
                OnRoster::Unclear
            } else if has("unlisted") {
                OnRoster::Unlisted
            } else {
                OnRoster::Listed
            }
        };
        self.submissions.iter().map(standing).collect()
    }

    /// The years of which it is known who is missing: there is a roster, and what came in is no mere beginning.
    pub(super) fn years_with_all(&self, years: &[u16]) -> Vec<u16> {
        let is_open = |submission: &&Submission| {
            let checked = &submission.now.checked;
            let is_early = has(&checked.outcome.findings, &checked.lean, "early");
            is_early || checked.outcome.unchecked.iter().any(|gap| gap.rule.is(id::DOC_10))
        };
        let open: HashSet<u16> = self.submissions.iter().filter(is_open).map(Submission::year).collect();
        years.iter().copied().filter(|year| !open.contains(year)).collect()
    }

    /// Is it known who is missing for a year, and are those among the absent?
    #[must_use]
    pub(crate) fn knows_absent(&self, year: u16) -> bool {
        self.complete.contains(&year)
    }

    /// Nobody has asked who is missing.
    pub(crate) fn forget_absent(&mut self) {
        self.complete.clear();
    }
}

impl AbsentAgency {
    /// The report that may be this agency's: then it is asked which it is.
    #[must_use]
    pub(crate) fn report(&self) -> Option<&str> {
        let values = &self.finding.said()?.values;
        let (_, report) = values.iter().find(|(name, _)| *name == "report")?;
        match report {
            Filling::Plain(id) => Some(id.as_str()),
            Filling::Doubt(_) => None,
        }
    }
}

/// Is there a finding of DOC-10 in this case?
fn has(findings: &[Finding], lean: &Lean, place: &str) -> bool {
    let name = Fingerprint::new(&lean.head, &id::DOC_10.rule().id, place);
    findings.iter().any(|finding| finding.fingerprint == name)
}
