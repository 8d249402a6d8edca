//! What the journal says about the loaded reports: status and flags for the list.
//!
//! Worked out when the journal or the library changes, and only for reports that the journal speaks of.

use std::collections::HashMap;

use crate::check;
use crate::journal::{Act, Kind, ReportReview, Review, Seen, Status, Target};
use crate::report::{Head, Lean, Value};

use super::library::{ItemId, Library};

/// What the journal says about one report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// How far its review is, as of now.
    pub status: Status,
    /// How many notes.
    pub notes: u32,
    /// On how many of its present findings there is a verdict.
    pub decided: u32,
    /// Does any act speak of values that are no longer there?
    pub stale: bool,
}

/// The marks of all reports that the journal speaks of.
#[derive(Debug, Default)]
pub struct Marks(HashMap<ItemId, Mark>);

impl Marks {
    /// Works out again the marks of some items.
    pub fn update(&mut self, library: &Library, review: &Review, items: impl IntoIterator<Item = ItemId>) {
        for item in items {
            let Some(sheet) = library.sheet(item) else { continue };
            let Head { agency, year, .. } = &sheet.lean.head;
            match review.report(&agency.region, &agency.name, *year) {
                Some(report) => self.0.insert(item, mark(&sheet.lean, &report)),
                None => self.0.remove(&item),
            };
        }
    }

    /// The mark of a report; `None` where the journal says nothing of it.
    #[must_use]
    pub fn get(&self, item: ItemId) -> Option<Mark> {
        self.0.get(&item).copied()
    }

    /// The marks of several reports.
    pub fn among<'a>(&'a self, items: &'a [ItemId]) -> impl Iterator<Item = Mark> + 'a {
        items.iter().filter_map(|&item| self.get(item))
    }
}

fn mark(lean: &Lean, report: &ReportReview<'_>) -> Mark {
    let outcome = check::check(lean, check::Profile::standard());
    let decided = outcome.findings.iter().filter(|finding| report.verdict(&finding.fingerprint.to_string()).is_some());
    Mark {
        status: status(lean, report),
        notes: u32::try_from(report.notes().count()).unwrap_or(u32::MAX),
        decided: u32::try_from(decided.count()).unwrap_or(u32::MAX),
        stale: report.notes().any(|note| note.seen().is_some_and(|seen| is_stale(note.target(), seen, lean)))
            || report.verdicts().any(|(_, act)| is_stale_act(act, lean)),
    }
}

/// The status as of now: what was returned or accepted with other numbers has been resubmitted since.
fn status(lean: &Lean, report: &ReportReview<'_>) -> Status {
    let Some(act) = report.status_act() else {
        let touched = report.notes().next().is_some() || report.verdicts().next().is_some();
        return if touched { Status::Reviewing } else { Status::Unreviewed };
    };
    match act.kind {
        Kind::Status(Status::Returned | Status::Accepted) if is_stale_act(act, lean) => Status::Resubmitted,
        _ => report.status(),
    }
}

/// Does the act speak of values that are no longer there?
#[must_use]
pub fn is_stale_act(act: &Act, lean: &Lean) -> bool {
    act.seen.as_ref().is_some_and(|seen| is_stale(&act.target, seen, lean))
}

/// Is something else there now than what was seen?
#[must_use]
pub fn is_stale(target: &Target, seen: &Seen, lean: &Lean) -> bool {
    let now = match target {
        Target::Report => super::seen::of_report(lean),
        Target::Section(_) => return false,
        Target::Cell(id) => match lean.form.cell(id) {
            Some(cell) => super::seen::of_cell(cell, lean),
            None => Seen::value(Value::Missing),
        },
        Target::Finding(fingerprint) => {
            let outcome = check::check(lean, check::Profile::standard());
            let finding = outcome.findings.iter().find(|finding| finding.fingerprint.to_string() == **fingerprint);
            finding.and_then(|finding| super::seen::of_finding(finding, lean))
        }
    };
    now.as_ref() != Some(seen)
}
