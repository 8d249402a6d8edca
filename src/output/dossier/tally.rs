//! How much there is of what: by status, by rule, by region, by day.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use crate::check::Severity;
use crate::journal::Status;
use crate::output::notice::region_of;

use super::gather::Gathered;

/// Findings, and in how many reports they are; hints are not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct FoundTally {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// Of both: on which nobody has to act any more.
    pub(super) settled: usize,
    pub(super) reports: usize,
}

impl FoundTally {
    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            settled: self.settled + other.settled,
            reports: self.reports + other.reports,
        }
    }

    pub(super) fn findings(self) -> usize {
        self.errors + self.warnings
    }
}

/// Of all reports: `reports` are all, with findings or without.
pub(super) fn in_all(all: &Gathered<'_>) -> FoundTally {
    let mut tally = FoundTally::default();
    for report in &all.reports {
        add(&mut tally, report.found().map(|it| (it.finding.severity, it.judgement.is_dismissed())));
        tally.reports += 1;
    }
    tally
}

fn add(tally: &mut FoundTally, found: impl Iterator<Item = (Severity, bool)>) {
    for (severity, is_settled) in found {
        match severity {
            Severity::Error => tally.errors += 1,
            Severity::Warning => tally.warnings += 1,
            Severity::Info => continue,
        }
        tally.settled += usize::from(is_settled);
    }
}

/// For each rule of the page that is no mere hint, by its place there: the one in most reports first.
pub(super) fn by_rule(all: &Gathered<'_>) -> Vec<(usize, FoundTally)> {
    let mut tallies = vec![FoundTally::default(); all.rules.len()];
    for report in &all.reports {
        let mut own: BTreeMap<usize, Vec<(Severity, bool)>> = BTreeMap::new();
        for entry in report.found().filter(|it| it.finding.severity != Severity::Info) {
            let found = (entry.finding.severity, entry.judgement.is_dismissed());
            own.entry(all.rule(entry.finding.rule)).or_default().push(found);
        }
        for (rule, found) in own {
            if let Some(tally) = tallies.get_mut(rule) {
                tally.reports += 1;
                add(tally, found.into_iter());
            }
        }
    }
    let mut tallies: Vec<_> = tallies.into_iter().enumerate().filter(|(_, tally)| tally.reports > 0).collect();
    tallies.sort_by_key(|(rule, tally)| (std::cmp::Reverse((tally.reports, tally.findings())), *rule));
    tallies
}

/// For each region: the one with most errors first.
pub(super) fn by_region(all: &Gathered<'_>) -> Vec<(String, FoundTally)> {
    let mut tallies: BTreeMap<String, FoundTally> = BTreeMap::new();
    for report in &all.reports {
        let tally = tallies.entry(region_of(&report.submission.agency().region)).or_default();
        tally.reports += 1;
        add(tally, report.found().map(|it| (it.finding.severity, it.judgement.is_dismissed())));
    }
    let mut tallies: Vec<_> = tallies.into_iter().collect();
    tallies.sort_by_key(|(_, tally)| std::cmp::Reverse((tally.errors, tally.warnings)));
    tallies
}

/// How many reports have each status.
pub(super) fn by_status(all: &Gathered<'_>) -> Vec<(Status, usize)> {
    let count = |status: Status| all.reports.iter().filter(|it| it.submission.review.status == status).count();
    Status::ALL.into_iter().map(|status| (status, count(status))).collect()
}

/// How long a step of the time line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Day,
    Week,
    Month,
}

/// What was done from a day on, until the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeTally {
    pub(super) from: Date,
    pub(super) returned: usize,
    pub(super) accepted: usize,
}

/// So many steps at most, where months are not too short.
const STEPS: i32 = 31;

/// When reports were returned and accepted, without gaps; nothing where none was.
pub(super) fn over_time(all: &Gathered<'_>) -> (Span, Vec<TimeTally>) {
    let steps = all.reports.iter().flat_map(|report| &report.submission.review.history);
    let done: Vec<(Date, Status)> = steps
        .filter(|step| matches!(step.status, Status::Returned | Status::Accepted))
        .map(|step| (step.on, step.status))
        .collect();
    time_tallies(&done)
}

fn time_tallies(done: &[(Date, Status)]) -> (Span, Vec<TimeTally>) {
    let days = done.iter().map(|(day, _)| *day);
    let Some((first, last)) = days.clone().min().zip(days.max()) else { return (Span::Day, Vec::new()) };
    let long = last.since(first).map_or(i32::MAX, |span| span.get_days());
    let span = match long {
        0..STEPS => Span::Day,
        days if days / 7 < STEPS => Span::Week,
        _ => Span::Month,
    };
    let mut tallies: Vec<TimeTally> = Vec::new();
    let mut next = Some(span.begin(first));
    // A clock that was wrong by centuries makes no page of them.
    while let Some(from) = next.filter(|from| *from <= last && tallies.len() < 240) {
        tallies.push(TimeTally { from, returned: 0, accepted: 0 });
        next = span.next(from);
    }
    for (day, status) in done {
        let begin = span.begin(*day);
        if let Some(tally) = tallies.iter_mut().find(|tally| tally.from == begin) {
            match status {
                Status::Returned => tally.returned += 1,
                _ => tally.accepted += 1,
            }
        }
    }
    (span, tallies)
}

impl Span {
    fn begin(self, day: Date) -> Date {
        match self {
            Self::Day => day,
            Self::Week => {
                let past = i64::from(day.weekday().since(Weekday::Monday));
                day.checked_sub(jiff::Span::new().days(past)).unwrap_or(day)
            }
            Self::Month => day.first_of_month(),
        }
    }

    fn next(self, day: Date) -> Option<Date> {
        let step = match self {
            Self::Day => jiff::Span::new().days(1),
            Self::Week => jiff::Span::new().weeks(1),
            Self::Month => jiff::Span::new().months(1),
        };
        day.checked_add(step).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn time_has_no_gaps_and_steps_that_grow_with_it() {
        let done = [(day("2026-01-09"), Status::Returned), (day("2026-01-12"), Status::Accepted)];
        let (span, tallies) = time_tallies(&done);
        assert_eq!((span, tallies.len(), tallies[0].returned, tallies[3].accepted), (Span::Day, 4, 1, 1));
        let (span, tallies) = time_tallies(&[done[0], (day("2026-03-20"), Status::Returned)]);
        assert_eq!((span, tallies[0].from), (Span::Week, day("2026-01-05")), "weeks begin on Mondays");
        assert_eq!(tallies.iter().map(|it| it.returned).sum::<usize>(), 2);
        let (span, tallies) = time_tallies(&[done[0], (day("2026-12-20"), Status::Accepted)]);
        assert_eq!((span, tallies.len(), tallies[11].accepted), (Span::Month, 12, 1));
        let (_, tallies) = time_tallies(&[done[0], (day("0001-12-20"), Status::Accepted)]);
        assert_eq!(tallies.len(), 240, "a wrong clock");
        assert_eq!(time_tallies(&[]).1, []);
    }
}
