//! Counting reports and findings in one walk.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::Hash;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::check::{Rule, Severity};
use crate::journal::Status;
use crate::report::SafeText;
use crate::tui::model::chip::{Chip, Flag};
use crate::tui::model::regions::{Count, Regions, count};
use crate::tui::model::{ItemId, Library, Marks, ReviewMark, Sheet};

use super::{Bar, BarKind, Group, Progress};

/// The region that all agencies lie in.
pub(super) fn common_region<'a>(items: &[ItemId], library: &'a Library) -> &'a [SafeText] {
    let mut regions = items.iter().filter_map(|&item| library.sheet(item)).map(|sheet| &*sheet.lean.head.agency.region);
    let Some(mut common) = regions.next() else { return &[] };
    for region in regions {
        if !region.starts_with(common) {
            let len = common.iter().zip(region).take_while(|(one, other)| one == other).count();
            common = common.get(..len).unwrap_or_default();
        }
    }
    common
}

/// What waits for the office, and not for the agency.
const TODO: [Flag; 4] = [Flag::ToReturn, Flag::Resubmitted, Flag::DueToday, Flag::Overdue];

#[derive(Default)]
pub(super) struct Counts<'a> {
    pub(super) progress: Progress,
    statuses: [Count; Status::ALL.len()],
    severities: [Count; Severity::ALL.len()],
    todo: [usize; TODO.len()],
    /// Returned reports and files by their dates; those without one.
    due: BTreeMap<Date, usize>,
    undated: usize,
    doubtful: usize,
    unreadable: usize,
    missing: usize,
    /// Those that a reviewer was given; without any, those that one has acted on: how many, and how many are accepted.
    given: FxHashMap<Option<&'a SafeText>, (Count, usize)>,
    acted: FxHashMap<&'a SafeText, (Count, usize)>,
    /// By the rule's place.
    rules: FxHashMap<usize, (&'static Rule, Count)>,
    common: &'a [SafeText],
    /// Reports of the common region itself.
    own_level: Count,
    regions: Regions<'a>,
}

impl<'a> Counts<'a> {
    pub(super) fn new(common: &'a [SafeText]) -> Self {
        Self { common, ..Self::default() }
    }

    pub(super) fn add(&mut self, item: ItemId, sheet: &'a Sheet, marks: &'a Marks) {
        let mark = marks.get(item).unwrap_or_default();
        let findings = sheet.findings.len();
        self.progress.reports += 1;
        self.progress.accepted += usize::from(mark.status == Status::Accepted);
        self.progress.returned += usize::from(mark.status == Status::Returned);
        self.progress.findings += usize::try_from(sheet.counts.to_decide()).unwrap_or(0);
        self.progress.decided += usize::try_from(mark.decided).unwrap_or(0);
        let status = Status::ALL.into_iter().zip(&mut self.statuses).find(|(status, _)| *status == mark.status);
        status.into_iter().for_each(|(_, one)| count(one, findings));
        for (severity, one) in Severity::ALL.into_iter().zip(&mut self.severities) {
            let found = usize::try_from(sheet.counts.of(severity)).unwrap_or(0);
            if found > 0 {
                count(one, found);
            }
        }
        self.doubtful += usize::from(sheet.lean.remarks > 0);
        for (flag, count) in TODO.into_iter().zip(&mut self.todo) {
            *count += usize::from(flag.fits(Some(sheet), mark, marks.today));
        }
        self.add_due(mark);
        self.add_people(item, mark, findings, marks);
        self.add_rules(sheet);
        self.add_region(sheet, findings);
    }

    /// A file that could not be read, or an agency without one: it waits, too.
    pub(super) fn add_file(&mut self, item: ItemId, absent: bool, marks: &'a Marks) {
        let mark = marks.get(item).unwrap_or_default();
        match absent {
            true => self.missing += 1,
            false => self.unreadable += 1,
        }
        for (flag, count) in TODO.into_iter().zip(&mut self.todo) {
            *count += usize::from(flag.fits(None, mark, marks.today));
        }
        self.add_due(mark);
    }

    fn add_due(&mut self, mark: ReviewMark) {
        if mark.status == Status::Returned {
            let count = mark.due.map_or(&mut self.undated, |due| self.due.entry(due).or_default());
            *count += 1;
        }
    }

    fn add_people(&mut self, item: ItemId, mark: ReviewMark, findings: usize, marks: &'a Marks) {
        let accepted = usize::from(mark.status == Status::Accepted);
        let one_more = |one: &mut (Count, usize)| {
            count(&mut one.0, findings);
            one.1 += accepted;
        };
        one_more(self.given.entry(marks.assignee(item)).or_default());
        for name in marks.acted(item).iter().filter_map(|&person| marks.name(person)) {
            one_more(self.acted.entry(name).or_default());
        }
    }

    fn add_rules(&mut self, sheet: &Sheet) {
        for (index, finding) in sheet.findings.iter().enumerate() {
            let earlier = sheet.findings.iter().take(index);
            let is_first = !earlier.into_iter().any(|earlier| std::ptr::eq(earlier.rule, finding.rule));
            let (_, count) = self.rules.entry(finding.rule.place()).or_insert((finding.rule, (0, 0)));
            count.0 += usize::from(is_first);
            count.1 += 1;
        }
    }

    fn add_region(&mut self, sheet: &'a Sheet, findings: usize) {
        let region: &[SafeText] = &sheet.lean.head.agency.region;
        if region.len() <= self.common.len() {
            count(&mut self.own_level, findings);
        }
        self.regions.add(region, findings);
    }

    /// What was counted in two parts of the list.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.progress = self.progress.and(other.progress);
        plus_all(&mut self.statuses, other.statuses);
        plus_all(&mut self.severities, other.severities);
        self.todo.iter_mut().zip(other.todo).for_each(|(one, more)| *one += more);
        self.doubtful += other.doubtful;
        self.unreadable += other.unreadable;
        self.missing += other.missing;
        self.undated += other.undated;
        for (date, reports) in other.due {
            *self.due.entry(date).or_default() += reports;
        }
        plus(&mut self.own_level, other.own_level);
        merge(&mut self.given, other.given, plus_accepted);
        merge(&mut self.acted, other.acted, plus_accepted);
        for (rule, (one, more)) in other.rules {
            plus(&mut self.rules.entry(rule).or_insert((one, (0, 0))).1, more);
        }
        Self { regions: self.regions.and(other.regions), ..self }
    }

    /// The bars; a group that would have none is left out.
    pub(super) fn groups(self) -> Vec<Group> {
        let bar = |chip: Chip, (reports, findings): Count| Bar { chip: Some(chip), reports, findings, accepted: None };
        let statuses = Status::ALL.into_iter().zip(self.statuses).filter(|(_, count)| count.0 > 0);
        let statuses = statuses.map(|(status, count)| bar(Chip::Status(status), count)).collect();
        let severities = Severity::ALL.into_iter().zip(self.severities).filter(|(_, count)| count.0 > 0);
        let severities = severities.map(|(severity, count)| bar(Chip::Severity(severity), count)).collect();
        let todo = TODO.into_iter().zip(self.todo).filter(|(_, reports)| *reports > 0);
        let todo = todo.map(|(flag, reports)| bar(Chip::Flag(flag), (reports, 0))).collect();
        let undated = (self.undated > 0).then_some((None, self.undated));
        let due = self.due.into_iter().map(|(date, reports)| (Some(date), reports)).chain(undated);
        let due = due.map(|(date, reports)| bar(Chip::Due(date), (reports, 0))).collect();
        let reading =
            [(Flag::Unreadable, self.unreadable), (Flag::Missing, self.missing), (Flag::Doubtful, self.doubtful)];
        let reading = reading.into_iter().filter(|(_, reports)| *reports > 0);
        let reading = reading.map(|(flag, reports)| bar(Chip::Flag(flag), (reports, 0))).collect();
        let mut rules: Vec<(&'static Rule, Count)> = self.rules.into_values().collect();
        rules.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.id.cmp(&b.0.id)));
        let rules = rules.into_iter().map(|(rule, count)| bar(Chip::Rule(rule), count)).collect();
        let groups = [
            (BarKind::Status, statuses),
            (BarKind::Todo, todo),
            (BarKind::Due, due),
            (BarKind::Reviewer, people_bars(self.given, self.acted)),
            (BarKind::Severity, severities),
            (BarKind::Reading, reading),
            (BarKind::Rule, rules),
            (BarKind::Region, region_bars(self.common, self.own_level, &self.regions.below(self.common.len()))),
        ];
        let groups = groups.into_iter().filter(|(_, bars): &(BarKind, Vec<Bar>)| !bars.is_empty());
        groups.map(|(kind, bars)| Group { kind, bars }).collect()
    }
}

/// Whose the reports are: of those who were given some; where nobody was, of those who have acted.
fn people_bars(
    given: FxHashMap<Option<&SafeText>, (Count, usize)>,
    acted: FxHashMap<&SafeText, (Count, usize)>,
) -> Vec<Bar> {
    let is_given = given.keys().any(Option::is_some);
    let given =
        given.into_iter().filter(|_| is_given).map(|(name, count)| (Chip::Assignee(name.cloned()), name, count));
    let acted = acted.into_iter().filter(|_| !is_given);
    let acted = acted.map(|(name, count)| (Chip::Reviewer(name.clone()), Some(name), count));
    let mut all: Vec<_> = given.chain(acted).collect();
    // What is nobody's comes last.
    all.sort_by(|(_, one, a), (_, other, b)| (one.is_none(), b.0, one).cmp(&(other.is_none(), a.0, other)));
    let bar = |(chip, _, ((reports, findings), accepted))| Bar {
        chip: Some(chip),
        reports,
        findings,
        accepted: Some(accepted),
    };
    all.into_iter().map(bar).collect()
}

/// Each region with those in it below it, most findings first; one region alone tells nothing.
fn region_bars(common: &[SafeText], own: Count, regions: &FxHashMap<&[SafeText], Count>) -> Vec<Bar> {
    if regions.len() + usize::from(own.0 > 0) < 2 {
        return Vec::new();
    }
    let rank = |chain: &[SafeText]| -> Vec<(Reverse<usize>, Reverse<usize>, SafeText)> {
        let levels = (common.len() + 1..=chain.len()).filter_map(|level| chain.get(..level));
        let rank = |part: &[SafeText]| {
            let (reports, findings) = regions.get(part).copied().unwrap_or_default();
            (Reverse(findings), Reverse(reports), part.last().cloned().unwrap_or_default())
        };
        levels.map(rank).collect()
    };
    let mut all: Vec<(&[SafeText], Count)> = regions.iter().map(|(chain, count)| (*chain, *count)).collect();
    all.sort_by_cached_key(|(chain, _)| rank(chain));
    let bar = |chip, (reports, findings): Count| Bar { chip, reports, findings, accepted: None };
    let own = (own.0 > 0).then(|| bar(None, own));
    own.into_iter().chain(all.into_iter().map(|(chain, count)| bar(Some(Chip::Region(chain.into())), count))).collect()
}

fn plus(one: &mut Count, more: Count) {
    one.0 += more.0;
    one.1 += more.1;
}

fn plus_all<const N: usize>(all: &mut [Count; N], more: [Count; N]) {
    all.iter_mut().zip(more).for_each(|(one, more)| plus(one, more));
}

fn plus_accepted(one: &mut (Count, usize), more: (Count, usize)) {
    plus(&mut one.0, more.0);
    one.1 += more.1;
}

fn merge<K: Eq + Hash, V: Default>(all: &mut FxHashMap<K, V>, more: FxHashMap<K, V>, plus: fn(&mut V, V)) {
    more.into_iter().for_each(|(key, more)| plus(all.entry(key).or_default(), more));
}
