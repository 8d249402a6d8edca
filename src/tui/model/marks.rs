//! What the journal says about the loaded reports: status and flags for the list.
//!
//! Worked out when the journal or the library changes, and only for reports that the journal speaks of.

use std::collections::HashMap;

use crate::journal::{Act, Kind, ReportReview, Review, Seen, Status, Target};
use crate::report::{Head, SafeText};

use super::library::{ItemId, Library, Sheet};
use super::people::{People, Person};

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
    /// On how many of its findings reviewers disagree.
    pub conflicts: u32,
    /// Whose it is to look at: [`Marks::assignee`].
    pub assignee: Option<Person>,
}

/// The marks of all reports that the journal speaks of.
#[derive(Debug, Default)]
pub struct Marks {
    marks: HashMap<ItemId, Mark>,
    people: People,
}

impl Marks {
    /// Works out again the marks of some items.
    pub fn update(&mut self, library: &Library, review: &Review, items: impl IntoIterator<Item = ItemId>) {
        for item in items {
            let Some(sheet) = library.sheet(item) else {
                self.marks.remove(&item);
                continue;
            };
            let Head { agency, year, .. } = &sheet.lean.head;
            match review.report(&agency.region, &agency.name, *year) {
                Some(report) => {
                    let assignee = report.assignee().map(|name| self.people.number(name));
                    self.marks.insert(item, Mark { assignee, ..mark(sheet, &report) })
                }
                None => self.marks.remove(&item),
            };
        }
    }

    /// The mark of a report; `None` where the journal says nothing of it.
    #[must_use]
    pub fn get(&self, item: ItemId) -> Option<Mark> {
        self.marks.get(&item).copied()
    }

    /// Whose a report is to look at.
    #[must_use]
    pub fn assignee(&self, item: ItemId) -> Option<&SafeText> {
        self.people.name(self.get(item)?.assignee?)
    }

    /// Everybody that a report was ever given to.
    pub fn people(&self) -> impl Iterator<Item = &SafeText> {
        self.people.names()
    }

    /// Is a report this reviewer's to look at?
    #[must_use]
    pub fn is_assigned_to(&self, item: ItemId, name: &str) -> bool {
        self.assignee(item).is_some_and(|assignee| assignee.as_str() == name)
    }

    /// The marks of several reports.
    pub fn among<'a>(&'a self, items: &'a [ItemId]) -> impl Iterator<Item = Mark> + 'a {
        items.iter().filter_map(|&item| self.get(item))
    }
}

fn mark(sheet: &Sheet, report: &ReportReview<'_>) -> Mark {
    let (mut decided, mut conflicts) = (0, 0);
    for name in sheet.findings.iter().map(|finding| finding.fingerprint.to_string()) {
        decided += u32::from(report.verdict(&name).is_some());
        conflicts += u32::from(report.is_disputed(&name));
    }
    Mark {
        status: status(sheet, report),
        notes: u32::try_from(report.notes().count()).unwrap_or(u32::MAX),
        decided,
        stale: report.notes().any(|note| note.seen().is_some_and(|seen| is_stale(note.target(), seen, sheet)))
            || report.verdicts().any(|(_, act)| is_stale_act(act, sheet))
            || report.readings().any(|act| is_stale_act(act, sheet)),
        conflicts,
        assignee: None,
    }
}

/// The status as of now: what was returned or accepted with other numbers has been resubmitted since.
fn status(sheet: &Sheet, report: &ReportReview<'_>) -> Status {
    let Some(act) = report.status_act() else {
        let touched =
            report.notes().next().is_some() || report.verdicts().next().is_some() || report.readings().next().is_some();
        return if touched { Status::Reviewing } else { Status::Unreviewed };
    };
    match act.kind {
        Kind::Status(Status::Returned | Status::Accepted) if is_stale_act(act, sheet) => Status::Resubmitted,
        _ => report.status(),
    }
}

/// Does the act speak of values that are no longer there?
#[must_use]
pub fn is_stale_act(act: &Act, sheet: &Sheet) -> bool {
    // A doubt about no cell is known by what was seen: one that reads otherwise now is another doubt.
    let is_doubt = act.target == Target::Report && matches!(act.kind, Kind::Reading(_));
    !is_doubt && act.seen.as_ref().is_some_and(|seen| is_stale(&act.target, seen, sheet))
}

/// Is something else there now than what was seen?
#[must_use]
pub fn is_stale(target: &Target, seen: &Seen, sheet: &Sheet) -> bool {
    let lean = &*sheet.lean;
    let now = match target {
        Target::Report => super::seen::of_report(lean),
        Target::Section(_) => return false,
        Target::Cell(id) => super::seen::of_id(id, lean),
        Target::Finding(fingerprint) => match super::seen::of_named(fingerprint, sheet) {
            // It may be one about the texts, which nobody has looked for yet.
            None if !sheet.texts_checked => return false,
            now => now,
        },
    };
    now.as_ref() != Some(seen)
}
