//! What the journal says about the loaded reports: status and flags for the list.
//!
//! Worked out when the journal or the library changes, and only for reports that the journal speaks of.

use std::collections::HashMap;

use crate::journal::{Act, Kind, ReportReview, Review, Seen, Status, Target};
use crate::report::{Head, SafeText};

use super::library::{ItemId, Library, Sheet};

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
pub struct Marks {
    marks: HashMap<ItemId, Mark>,
    /// Who has acted on a report, by their numbers in `reviewers`.
    acted: HashMap<ItemId, Box<[u16]>>,
    reviewers: Vec<SafeText>,
}

impl Marks {
    /// Works out again the marks of some items.
    pub fn update(&mut self, library: &Library, review: &Review, items: impl IntoIterator<Item = ItemId>) {
        for item in items {
            let Some(sheet) = library.sheet(item) else { continue };
            let Head { agency, year, .. } = &sheet.lean.head;
            match review.report(&agency.region, &agency.name, *year) {
                Some(report) => {
                    self.marks.insert(item, mark(sheet, &report));
                    let acted = self.numbers(&report);
                    self.acted.insert(item, acted);
                }
                None => {
                    self.marks.remove(&item);
                    self.acted.remove(&item);
                }
            }
        }
    }

    /// Everybody who has acted on a report of the library, in no order.
    #[must_use]
    pub fn reviewers(&self) -> &[SafeText] {
        &self.reviewers
    }

    /// Who has acted on a report, by their numbers in [`Self::reviewers`].
    #[must_use]
    pub fn acted(&self, item: ItemId) -> &[u16] {
        self.acted.get(&item).map_or(&[], |numbers| numbers)
    }

    /// Has this reviewer acted on a report?
    #[must_use]
    pub fn has_acted(&self, item: ItemId, name: &SafeText) -> bool {
        self.acted(item).iter().any(|&number| self.reviewers.get(usize::from(number)) == Some(name))
    }

    /// Those whose acts are in effect on one report. Beyond 65 536 reviewers nobody is counted.
    fn numbers(&mut self, report: &ReportReview<'_>) -> Box<[u16]> {
        let mut numbers: Vec<u16> = report.reviewers().filter_map(|name| self.number(name)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into()
    }

    fn number(&mut self, name: &SafeText) -> Option<u16> {
        let known = self.reviewers.iter().position(|known| known == name);
        let number = u16::try_from(known.unwrap_or(self.reviewers.len())).ok()?;
        if known.is_none() {
            self.reviewers.push(name.clone());
        }
        Some(number)
    }

    /// The mark of a report; `None` where the journal says nothing of it.
    #[must_use]
    pub fn get(&self, item: ItemId) -> Option<Mark> {
        self.marks.get(&item).copied()
    }

    /// The marks of several reports.
    pub fn among<'a>(&'a self, items: &'a [ItemId]) -> impl Iterator<Item = Mark> + 'a {
        items.iter().filter_map(|&item| self.get(item))
    }
}

fn mark(sheet: &Sheet, report: &ReportReview<'_>) -> Mark {
    let decided = sheet.findings.iter().filter(|finding| report.verdict(&finding.fingerprint.to_string()).is_some());
    Mark {
        status: status(sheet, report),
        notes: u32::try_from(report.notes().count()).unwrap_or(u32::MAX),
        decided: u32::try_from(decided.count()).unwrap_or(u32::MAX),
        stale: report.notes().any(|note| note.seen().is_some_and(|seen| is_stale(note.target(), seen, sheet)))
            || report.verdicts().any(|(_, act)| is_stale_act(act, sheet))
            || report.readings().any(|act| is_stale_act(act, sheet)),
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
