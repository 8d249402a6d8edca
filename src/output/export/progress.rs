//! How far the review is: of all, by region, by reviewer.

use std::collections::BTreeMap;

use crate::journal::Status;
use crate::library::season::{AbsentAgency, OnRoster, Submission};
use crate::output::notice::region_of;
use crate::output::sheet::{OutColumn, OutField, OutSheet, OutTone, RowSink};
use crate::report::Agency;

use super::subject::Export;

/// Returns are told apart by round up to this one.
const ROUNDS: usize = 3;

pub(in crate::output) fn sheet<'a>(export: &'a Export<'a>) -> OutSheet<'a> {
    let rows = move |sink: &mut RowSink<'_>| {
        for (year, groups) in tallies(export) {
            for ((group, name), tally) in groups {
                sink(&tally.row(export, year, group, &name))?;
            }
        }
        Ok(())
    };
    OutSheet {
        name: export.words().sheet_progress().to_owned(),
        columns: columns(export),
        fixed: 3,
        rows: Box::new(rows),
    }
}

fn columns(export: &Export<'_>) -> Vec<OutColumn> {
    let (words, all) = (export.words(), export.lang.words());
    let mut columns = vec![
        OutColumn::new("year", words.year(), 7).counts(),
        OutColumn::new("of", words.group(), 9),
        OutColumn::new("name", words.name(), 26),
        OutColumn::new("expected", words.expected(), 8).counts(),
        OutColumn::new("received", words.received(), 8).counts(),
        OutColumn::new("beside_roster", words.beside(), 14).counts(),
        OutColumn::new("missing", words.missing(), 8).counts(),
        OutColumn::new("unclear", words.unclear(), 14).counts(),
    ];
    for status in Status::ALL {
        columns.push(OutColumn::new(status.id(), status.label(all), 8).counts());
        if status == Status::Returned {
            columns.extend((1..ROUNDS).map(|round| OutColumn::new(&key(round), &words.round(round), 9).counts()));
            columns.push(OutColumn::new(&key(ROUNDS), words.later_rounds(), 12).counts());
        }
    }
    columns.push(OutColumn::new("overdue", words.overdue(), 10).counts());
    columns
}

fn key(round: usize) -> String {
    format!("returned_{round}")
}

/// What rows are about, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    All,
    Region,
    Reviewer,
}

type Tallies = BTreeMap<(Group, String), Tally>;

/// By year, the newest first.
fn tallies(export: &Export<'_>) -> Vec<(u16, Tallies)> {
    let mut years: BTreeMap<u16, Tallies> = BTreeMap::new();
    let standings = export.season.on_roster();
    for (submission, standing) in export.season.submissions.iter().zip(standings) {
        let groups = years.entry(submission.year()).or_default();
        let people = people(export, submission);
        let own = [(Group::All, String::new()), (Group::Region, region(export, submission.agency()))];
        for key in own.into_iter().chain(people.into_iter().map(|name| (Group::Reviewer, name))) {
            groups.entry(key).or_default().count(export, submission, standing);
        }
    }
    for absent in &export.season.absent {
        let groups = years.entry(absent.year).or_default();
        for key in [(Group::All, String::new()), (Group::Region, region(export, &absent.agency))] {
            groups.entry(key).or_default().miss(absent);
        }
    }
    years.into_iter().rev().collect()
}

fn region(export: &Export<'_>, agency: &Agency) -> String {
    let region = region_of(&agency.region);
    if region.is_empty() { export.words().no_region().to_owned() } else { region }
}

/// Whose report it is to look at, and who has acted on it.
fn people(export: &Export<'_>, submission: &Submission) -> Vec<String> {
    if !export.shows_reviewers() {
        return Vec::new();
    }
    let review = &submission.review;
    let mut people: Vec<String> = review.reviewers.iter().chain(&review.assignee).map(ToString::to_string).collect();
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        people.push(export.words().nobody().to_owned());
    }
    people
}

/// How many there are.
#[derive(Debug, Clone, Default)]
struct Tally {
    received: usize,
    beside: usize,
    missing: usize,
    unclear: usize,
    by_status: BTreeMap<Status, usize>,
    by_round: [usize; ROUNDS],
    overdue: usize,
}

impl Tally {
    fn count(&mut self, export: &Export<'_>, submission: &Submission, standing: OnRoster) {
        let review = &submission.review;
        self.received += 1;
        self.beside += usize::from(standing != OnRoster::Listed);
        *self.by_status.entry(review.status).or_default() += 1;
        self.overdue += usize::from(export.is_overdue(submission));
        if review.status == Status::Returned {
            let round = usize::try_from(review.round.max(1)).unwrap_or(ROUNDS).min(ROUNDS);
            if let Some(count) = self.by_round.get_mut(round - 1) {
                *count += 1;
            }
        }
    }

    fn miss(&mut self, absent: &AbsentAgency) {
        match absent.is_elsewhere() {
            true => self.unclear += 1,
            false => self.missing += 1,
        }
    }

    fn row(&self, export: &Export<'_>, year: u16, group: Group, name: &str) -> Vec<OutField> {
        let words = export.words();
        // Nobody is missing from a reviewer's reports.
        let is_known = export.season.knows_absent(year) && group != Group::Reviewer;
        let known = |count: usize| if is_known { OutField::count(count) } else { OutField::empty() };
        let group = match group {
            Group::All => words.group_all(),
            Group::Region => words.group_region(),
            Group::Reviewer => words.group_reviewer(),
        };
        let bad = |field: OutField, count: usize| if count > 0 { field.tone(OutTone::Bad) } else { field };
        let mut row = vec![
            OutField::count(usize::from(year)),
            OutField::text(group),
            OutField::text(name),
            known(self.received - self.beside + self.missing + self.unclear),
            OutField::count(self.received),
            known(self.beside),
            bad(known(self.missing), self.missing),
            known(self.unclear),
        ];
        for status in Status::ALL {
            row.push(OutField::count(self.by_status.get(&status).copied().unwrap_or_default()));
            if status == Status::Returned {
                row.extend(self.by_round.iter().map(|count| OutField::count(*count)));
            }
        }
        row.push(bad(OutField::count(self.overdue), self.overdue));
        if name.is_empty() { row.into_iter().map(strong).collect() } else { row }
    }
}

fn strong(field: OutField) -> OutField {
    if field.tone == OutTone::Plain { field.tone(OutTone::Strong) } else { field }
}
