//! All reports at a glance: how many of which status, severity, rule and region, and how far the review is.
//!
//! Counted in one walk over what the list could show, whatever it is narrowed to just now.

use std::collections::HashMap;

use crate::check::{Rule, Severity};
use crate::journal::Status;
use crate::report::SafeText;
use crate::tui::model::chip::{Chip, Flag};
use crate::tui::model::{ItemId, Library, List, Marks, Sheet};

/// The overview, and where its cursor is.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Overview {
    /// How far the review is.
    pub(crate) progress: Progress,
    /// The bars, in groups; none is empty.
    pub(crate) groups: Vec<Group>,
    /// The group and the bar under the cursor.
    pub(crate) cursor: (usize, usize),
}

/// How far the review is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Progress {
    pub(crate) reports: usize,
    /// Of these, returned or accepted.
    pub(crate) reviewed: usize,
    pub(crate) findings: usize,
    /// Of these, with a verdict.
    pub(crate) decided: usize,
}

/// Bars of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) kind: BarKind,
    pub(crate) bars: Vec<Bar>,
}

/// What the bars of a group are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BarKind {
    /// How far reports are.
    Status,
    /// How bad findings are.
    Severity,
    /// What was read badly or not at all.
    Reading,
    /// Which rule was violated.
    Rule,
    /// Where the agency lies.
    Region,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bar {
    /// What the list is narrowed to by it; `None` for the reports of a region itself.
    pub(crate) chip: Option<Chip>,
    pub(crate) reports: usize,
    pub(crate) findings: usize,
}

impl Overview {
    /// Counts everything that the list could show.
    #[must_use]
    pub(crate) fn of(list: &List, library: &Library, marks: &Marks) -> Self {
        let items = list.base();
        let mut counts = Counts::new(common_region(items, library));
        for &item in items {
            match library.sheet(item) {
                Some(sheet) => counts.add(item, sheet, marks),
                None => counts.unreadable += 1,
            }
        }
        Self { progress: counts.progress, groups: counts.groups(), cursor: (0, 0) }
    }

    /// The same anew, with the cursor where it was.
    pub(crate) fn refresh(&mut self, list: &List, library: &Library, marks: &Marks) {
        let kind = self.groups.get(self.cursor.0).map(|group| group.kind);
        let chip = self.current().and_then(|bar| bar.chip.clone());
        let before = self.cursor.1;
        *self = Self::of(list, library, marks);
        let group = self.groups.iter().position(|group| Some(group.kind) == kind).unwrap_or(0);
        let bars = self.groups.get(group).map_or(&[][..], |group| &group.bars);
        let bar = bars.iter().position(|bar| bar.chip.is_some() && bar.chip == chip);
        self.cursor = (group, bar.unwrap_or(before).min(bars.len().saturating_sub(1)));
    }

    /// The bar under the cursor.
    #[must_use]
    pub(crate) fn current(&self) -> Option<&Bar> {
        self.groups.get(self.cursor.0)?.bars.get(self.cursor.1)
    }

    /// Moves by so many bars, from one group into the next.
    pub(crate) fn step(&mut self, step: isize) {
        let lengths: Vec<usize> = self.groups.iter().map(|group| group.bars.len()).collect();
        let before: usize = lengths.iter().take(self.cursor.0).sum();
        let last = lengths.iter().sum::<usize>().saturating_sub(1);
        let mut left = (before + self.cursor.1).saturating_add_signed(step).min(last);
        for (group, len) in lengths.into_iter().enumerate() {
            if left < len {
                self.cursor = (group, left);
                return;
            }
            left -= len;
        }
    }

    /// Moves by so many groups.
    pub(crate) fn step_group(&mut self, step: isize) {
        let group = self.cursor.0.saturating_add_signed(step).min(self.groups.len().saturating_sub(1));
        if group != self.cursor.0 {
            self.cursor = (group, 0);
        }
    }
}

/// The region that all agencies lie in.
fn common_region<'a>(items: &[ItemId], library: &'a Library) -> &'a [SafeText] {
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

/// Reports, and findings in them.
type Count = (usize, usize);

#[derive(Default)]
struct Counts<'a> {
    progress: Progress,
    statuses: [Count; Status::ALL.len()],
    severities: [Count; Severity::ALL.len()],
    doubtful: usize,
    unreadable: usize,
    /// By the rule's place in memory: there is one of each.
    rules: HashMap<*const Rule, (&'static Rule, Count)>,
    common: &'a [SafeText],
    regions: Vec<(Option<&'a SafeText>, Count)>,
    by_region: HashMap<Option<&'a SafeText>, usize>,
    /// The position of the last region: neighbours in the list mostly share it.
    last_region: usize,
}

impl<'a> Counts<'a> {
    fn new(common: &'a [SafeText]) -> Self {
        Self { common, ..Self::default() }
    }

    fn add(&mut self, item: ItemId, sheet: &'a Sheet, marks: &Marks) {
        let mark = marks.get(item).unwrap_or_default();
        let findings = sheet.findings.len();
        self.progress.reports += 1;
        self.progress.reviewed += usize::from(matches!(mark.status, Status::Returned | Status::Accepted));
        self.progress.findings += findings;
        self.progress.decided += usize::try_from(mark.decided).unwrap_or(0);
        let status = Status::ALL.into_iter().zip(&mut self.statuses).find(|(status, _)| *status == mark.status);
        status.into_iter().for_each(|(_, count)| add(count, findings));
        for (severity, count) in Severity::ALL.into_iter().zip(&mut self.severities) {
            let found = usize::try_from(sheet.counts.of(severity)).unwrap_or(0);
            if found > 0 {
                add(count, found);
            }
        }
        self.doubtful += usize::from(sheet.lean.remarks > 0);
        self.add_rules(sheet);
        self.add_region(sheet, findings);
    }

    fn add_rules(&mut self, sheet: &Sheet) {
        for (index, finding) in sheet.findings.iter().enumerate() {
            let earlier = sheet.findings.iter().take(index);
            let is_first = !earlier.into_iter().any(|earlier| std::ptr::eq(earlier.rule, finding.rule));
            let (_, count) = self.rules.entry(finding.rule).or_insert((finding.rule, (0, 0)));
            count.0 += usize::from(is_first);
            count.1 += 1;
        }
    }

    fn add_region(&mut self, sheet: &'a Sheet, findings: usize) {
        let part = sheet.lean.head.agency.region.get(self.common.len());
        if self.regions.get(self.last_region).is_none_or(|(known, _)| *known != part) {
            let next = self.regions.len();
            self.last_region = *self.by_region.entry(part).or_insert(next);
            if self.last_region == next {
                self.regions.push((part, (0, 0)));
            }
        }
        if let Some((_, count)) = self.regions.get_mut(self.last_region) {
            add(count, findings);
        }
    }

    /// The bars; a group that would have none is left out.
    fn groups(self) -> Vec<Group> {
        let bar = |chip: Chip, (reports, findings): Count| Bar { chip: Some(chip), reports, findings };
        let statuses = Status::ALL.into_iter().zip(self.statuses).filter(|(_, count)| count.0 > 0);
        let statuses = statuses.map(|(status, count)| bar(Chip::Status(status), count)).collect();
        let severities = Severity::ALL.into_iter().zip(self.severities).filter(|(_, count)| count.0 > 0);
        let severities = severities.map(|(severity, count)| bar(Chip::Severity(severity), count)).collect();
        let reading = [(Flag::Unreadable, self.unreadable), (Flag::Doubtful, self.doubtful)];
        let reading = reading.into_iter().filter(|(_, reports)| *reports > 0);
        let reading = reading.map(|(flag, reports)| bar(Chip::Flag(flag), (reports, 0))).collect();
        let mut rules: Vec<(&'static Rule, Count)> = self.rules.into_values().collect();
        rules.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.id.cmp(&b.0.id)));
        let rules = rules.into_iter().map(|(rule, count)| bar(Chip::Rule(rule), count)).collect();
        let groups = [
            (BarKind::Status, statuses),
            (BarKind::Severity, severities),
            (BarKind::Reading, reading),
            (BarKind::Rule, rules),
            (BarKind::Region, region_bars(self.common, self.regions)),
        ];
        let groups = groups.into_iter().filter(|(_, bars): &(BarKind, Vec<Bar>)| !bars.is_empty());
        groups.map(|(kind, bars)| Group { kind, bars }).collect()
    }
}

/// Most findings first; one region alone tells nothing.
fn region_bars(common: &[SafeText], mut regions: Vec<(Option<&SafeText>, Count)>) -> Vec<Bar> {
    if regions.len() < 2 {
        return Vec::new();
    }
    regions.sort_by(|a, b| (b.1.1, b.1.0).cmp(&(a.1.1, a.1.0)).then_with(|| a.0.cmp(&b.0)));
    let chip = |part: &SafeText| Chip::Region(common.iter().chain([part]).cloned().collect());
    let bar = |(part, (reports, findings)): (Option<&SafeText>, Count)| Bar { chip: part.map(chip), reports, findings };
    regions.into_iter().map(bar).collect()
}

fn add(count: &mut Count, findings: usize) {
    count.0 += 1;
    count.1 += findings;
}
