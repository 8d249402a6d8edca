//! What the journal says about the loaded reports: status and flags for the list.
//!
//! Worked out when the journal or the library changes, and only for reports that the journal speaks of.

use std::collections::HashMap;

use crate::check::Severity;
use crate::journal::{Act, ActKind, Decision, ReportRef, ReportReview, Review, Seen, Status, Target};
use crate::report::SafeText;
use jiff::civil::Date;

use super::library::{ItemId, Library, Sheet};
use super::people::{People, Person};
use super::seen;

/// What the journal says about one report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ReviewMark {
    /// How far its review is, as of now.
    pub(crate) status: Status,
    pub(crate) notes: u32,
    /// On how many of its present findings, hints aside, there is a verdict.
    pub(crate) decided: u32,
    /// Does any act speak of values that are no longer there?
    pub(crate) stale: bool,
    /// On how many of its findings reviewers disagree.
    pub(crate) conflicts: u32,
    /// Whose it is to look at: [`Marks::assignee`].
    pub(crate) assignee: Option<Person>,
    /// How many times it was returned.
    pub(crate) round: u32,
    /// While it is returned: until when the agency is to report anew.
    pub(crate) due: Option<Date>,
    /// How many of its present findings must be corrected although the agency has not been told: the report is neither
    /// returned, nor was it accepted after that was said.
    pub(crate) unreturned: u32,
    /// How many comparisons of doubtful readings with the document there are.
    pub(crate) compared: u32,
}

impl ReviewMark {
    /// Is the report still out although its date is over?
    #[must_use]
    pub(crate) fn is_overdue(&self, today: Option<Date>) -> bool {
        self.status == Status::Returned && self.due.zip(today).is_some_and(|(due, today)| due < today)
    }

    /// Is today the day?
    #[must_use]
    pub(crate) fn is_due_today(&self, today: Option<Date>) -> bool {
        self.status == Status::Returned && self.due.is_some() && self.due == today
    }

    /// Are there doubts that nobody has compared with the document? Some may have been compared together.
    #[must_use]
    pub(crate) fn has_open_doubts(&self, sheet: &Sheet) -> bool {
        sheet.lean.remarks > self.compared
    }

    /// Is there more to be said of its status than its name?
    fn has_rounds(&self) -> bool {
        self.round > 1 || self.due.is_some()
    }
}

/// The marks of all reports that the journal speaks of.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    by_item: HashMap<ItemId, ReviewMark>,
    /// Who has acted on a report, by their numbers.
    acted: HashMap<ItemId, Box<[Person]>>,
    people: People,
    /// How many of them have a date or are in a later round.
    in_rounds: usize,
    /// What day it is; unknown until it was said.
    pub(crate) today: Option<Date>,
}

impl Marks {
    /// Works out again the marks of some items.
    pub(crate) fn update(&mut self, library: &Library, review: &Review, items: impl IntoIterator<Item = ItemId>) {
        for item in items {
            let report = review_of(library, review, item);
            let new = report.map(|report| {
                let acted = self.numbers(&report);
                self.acted.insert(item, acted);
                let assignee = report.assignee().map(|name| self.people.number(name));
                let mark = library.sheet(item).map_or_else(|| mark_of_file(&report), |sheet| mark(sheet, &report));
                ReviewMark { assignee, ..mark }
            });
            if new.is_none() {
                self.acted.remove(&item);
            }
            self.in_rounds += usize::from(new.is_some_and(|mark| mark.has_rounds()));
            let old = match new {
                Some(mark) => self.by_item.insert(item, mark),
                None => self.by_item.remove(&item),
            };
            self.in_rounds -= usize::from(old.is_some_and(|mark| mark.has_rounds()));
        }
    }

    /// Who has acted on a report.
    #[must_use]
    pub(crate) fn acted(&self, item: ItemId) -> &[Person] {
        self.acted.get(&item).map_or(&[], |people| people)
    }

    /// The name of somebody who has acted or was given a report.
    #[must_use]
    pub(crate) fn name(&self, person: Person) -> Option<&SafeText> {
        self.people.name(person)
    }

    /// Where somebody stands among all by name.
    #[must_use]
    pub(crate) fn place(&self, person: Person) -> usize {
        let name = self.people.name(person);
        self.people.names().filter(|other| Some(*other) < name).count()
    }

    /// Has this reviewer acted on a report?
    #[must_use]
    pub(crate) fn has_acted(&self, item: ItemId, name: &SafeText) -> bool {
        self.people.find(name).is_some_and(|person| self.acted(item).contains(&person))
    }

    /// Those whose acts are in effect on one report.
    fn numbers(&mut self, report: &ReportReview<'_>) -> Box<[Person]> {
        let mut numbers: Vec<Person> = report.reviewers().map(|name| self.people.number(name)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into()
    }

    /// The mark of a report; `None` where the journal says nothing of it.
    #[must_use]
    pub(crate) fn get(&self, item: ItemId) -> Option<ReviewMark> {
        self.by_item.get(&item).copied()
    }

    /// Does any report have a date, or is any in a later round?
    #[must_use]
    pub(crate) fn any_rounds(&self) -> bool {
        self.in_rounds > 0
    }

    /// Whose a report is to look at.
    #[must_use]
    pub(crate) fn assignee(&self, item: ItemId) -> Option<&SafeText> {
        self.people.name(self.get(item)?.assignee?)
    }

    /// Everybody who has acted on a report or was ever given one.
    pub(crate) fn people(&self) -> impl Iterator<Item = &SafeText> {
        self.people.names()
    }

    /// Is a report this reviewer's to look at?
    #[must_use]
    pub(crate) fn is_assigned_to(&self, item: ItemId, name: &str) -> bool {
        self.assignee(item).is_some_and(|assignee| assignee.as_str() == name)
    }

    /// The marks of several reports.
    pub(crate) fn among<'a>(&'a self, items: &'a [ItemId]) -> impl Iterator<Item = ReviewMark> + 'a {
        items.iter().filter_map(|&item| self.get(item))
    }
}

fn mark(sheet: &Sheet, report: &ReportReview<'_>) -> ReviewMark {
    let status = seen::status_now(&sheet.lean, report);
    let (mut decided, mut conflicts, mut unreturned) = (0, 0, 0);
    for finding in &sheet.findings {
        let name = finding.fingerprint.to_string();
        // Hints need no decision: one on them counts for nothing that has to be done.
        decided += u32::from(finding.severity != Severity::Info && report.verdict(&name).is_some());
        conflicts += u32::from(report.is_disputed(&name));
        unreturned += u32::from(report.verdict_act(&name).is_some_and(|act| is_unreturned(act, status, report)));
    }
    ReviewMark {
        status,
        round: report.round(),
        due: report.due().filter(|_| status == Status::Returned),
        notes: u32::try_from(report.notes().count()).unwrap_or(u32::MAX),
        decided,
        stale: report.notes().any(|note| note.seen().is_some_and(|seen| is_stale(note.target(), seen, sheet)))
            || report.verdicts().any(|(_, act)| is_stale_act(act, sheet))
            || report.readings().any(|act| is_stale_act(act, sheet)),
        conflicts,
        assignee: None,
        unreturned,
        compared: u32::try_from(report.readings().count()).unwrap_or(u32::MAX),
    }
}

/// Does it say that the finding must be corrected, and nobody has told the agency?
fn is_unreturned(act: &Act, status: Status, report: &ReportReview<'_>) -> bool {
    let must = matches!(&act.kind, ActKind::Verdict(verdict) if verdict.decision == Decision::Return);
    must && match status {
        Status::Returned => false,
        // Whoever accepted it after that was asked.
        Status::Accepted => report.is_after_status(act),
        Status::Unreviewed | Status::Reviewing | Status::Resubmitted => true,
    }
}

/// What the journal says of an item. Of agencies that go by one name and say no region, each of which has its own folder,
/// it is what was written about the files of that folder.
#[must_use]
pub(crate) fn review_of<'r>(library: &Library, review: &'r Review, item: ItemId) -> Option<ReportReview<'r>> {
    if let Some(head) = library.absent(item) {
        return review.report(&head.agency.region, &head.agency.name, head.year);
    }
    let found = library.get(item)?;
    let Some(sheet) = found.sheet() else {
        let file = ReportRef::of_file(&found.id);
        return review.report(&file.region, &file.agency, file.year);
    };
    let (agency, year) = (sheet.lean.head.agency.key(), sheet.lean.head.year);
    match library.folder(item) {
        Some(folder) => review.report_in(folder, &agency.name, year),
        None => review.report(&agency.region, &agency.name, year),
    }
}

/// Of a file that could not be read there is nothing that could have changed.
fn mark_of_file(report: &ReportReview<'_>) -> ReviewMark {
    let is_touched = report.notes().next().is_some();
    let touched = if is_touched { Status::Reviewing } else { Status::Unreviewed };
    let status = report.status_act().map_or(touched, |_| report.status());
    ReviewMark {
        status,
        round: report.round(),
        due: report.due(),
        notes: u32::try_from(report.notes().count()).unwrap_or(u32::MAX),
        ..ReviewMark::default()
    }
}

/// Does the act speak of values that are no longer there?
#[must_use]
pub(crate) fn is_stale_act(act: &Act, sheet: &Sheet) -> bool {
    // A doubt about no cell is known by what was seen: one that reads otherwise now is another doubt.
    let is_doubt = act.target == Target::Report && matches!(act.kind, ActKind::Reading(_));
    !is_doubt && act.seen.as_ref().is_some_and(|seen| is_stale(&act.target, seen, sheet))
}

/// Is something else there now than what was seen?
#[must_use]
pub(crate) fn is_stale(target: &Target, seen: &Seen, sheet: &Sheet) -> bool {
    let lean = &*sheet.lean;
    let now = match target {
        Target::Report => seen::of_report(lean),
        Target::Section(_) => return false,
        Target::Cell(id) => seen::of_id(id, lean),
        Target::Finding(fingerprint) => match seen::of_named(fingerprint, sheet) {
            // It may be one about the texts, which nobody has looked for yet.
            None if !sheet.texts_checked => return false,
            now => now,
        },
    };
    now.as_ref() != Some(seen)
}
