//! What the list of agencies can be narrowed to just now, and to how many.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::check::{Area, Rule, Severity};
use crate::journal::Status;
use crate::report::SafeText;
use crate::tui::model::chip::{Chip, Flag};
use crate::tui::model::people::Person;
use crate::tui::model::regions::Regions;
use crate::tui::model::{ItemId, Library, Marks, ReviewMark, Sheet};

/// A chip that could be set, and how many of the reports shown without any chip it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) chip: Chip,
    /// How many reports.
    pub(crate) count: usize,
}

/// Everything the list can be narrowed to: only what fits at least one of `items`.
#[must_use]
pub(crate) fn choices(items: &[ItemId], library: &Library, marks: &Marks) -> Vec<Choice> {
    // A hundred thousand reports are looked at several times: two halves of the work at once.
    let (mut choices, others) = rayon::join(
        || {
            let mut choices = fixed(items, library, marks);
            choices.extend(years(library));
            choices
        },
        || {
            let mut choices = assignees(items, library, marks);
            choices.extend(reviewers(items, marks));
            choices.extend(rules(items, library));
            choices.extend(regions(items, library));
            choices
        },
    );
    choices.extend(others);
    choices
}

/// What there is to choose everywhere, counted in one walk.
fn fixed(items: &[ItemId], library: &Library, marks: &Marks) -> Vec<Choice> {
    let counted = |items: &[ItemId]| {
        let mut fixed = Fixed::default();
        for &item in items {
            let is_absent = library.absent(item).is_some();
            fixed.add(library.sheet(item), is_absent, marks.get(item).unwrap_or_default(), marks.today);
        }
        fixed
    };
    let Fixed { statuses, severities, flags, parts } =
        items.par_chunks(TOGETHER).map(counted).reduce(Fixed::default, Fixed::and);
    let statuses = Status::ALL.into_iter().map(Chip::Status).zip(statuses);
    let severities = Severity::ALL.into_iter().map(Chip::Severity).zip(severities);
    let flags = Flag::ALL.into_iter().map(Chip::Flag).zip(flags);
    let parts = Area::ALL.into_iter().map(Chip::Part).zip(parts.counts);
    let all = statuses.chain(severities).chain(flags).chain(parts);
    all.filter(|(_, count)| *count > 0).map(|(chip, count)| Choice { chip, count }).collect()
}

/// So many are counted on one core at a time.
const TOGETHER: usize = 4096;

/// How many reports fit each.
#[derive(Default)]
struct Fixed {
    statuses: [usize; Status::ALL.len()],
    severities: [usize; Severity::ALL.len()],
    flags: [usize; Flag::ALL.len()],
    parts: Parts,
}

impl Fixed {
    fn add(&mut self, sheet: Option<&Sheet>, is_absent: bool, mark: ReviewMark, today: Option<Date>) {
        count(&mut self.flags, Flag::ALL, |flag| match flag {
            Flag::Missing => is_absent,
            Flag::Unreadable if is_absent => false,
            flag => flag.fits(sheet, mark, today),
        });
        let Some(sheet) = sheet else { return };
        count(&mut self.statuses, Status::ALL, |status| mark.status == status);
        count(&mut self.severities, Severity::ALL, |severity| sheet.counts.of(severity) > 0);
        self.parts.add(sheet);
    }

    fn and(mut self, other: Self) -> Self {
        plus(&mut self.statuses, other.statuses);
        plus(&mut self.severities, other.severities);
        plus(&mut self.flags, other.flags);
        plus(&mut self.parts.counts, other.parts.counts);
        self
    }
}

fn plus<const N: usize>(counts: &mut [usize; N], more: [usize; N]) {
    counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
}

/// One more of each that fits.
fn count<T, const N: usize>(counts: &mut [usize; N], all: [T; N], fits: impl Fn(T) -> bool) {
    for (count, one) in counts.iter_mut().zip(all) {
        *count += usize::from(fits(one));
    }
}

/// In how many reports each part has findings.
#[derive(Default)]
struct Parts {
    counts: [usize; Area::ALL.len()],
    /// The parts of each rule, by its place.
    of_rule: FxHashMap<usize, [bool; Area::ALL.len()]>,
}

impl Parts {
    fn add(&mut self, sheet: &Sheet) {
        let mut here = [false; Area::ALL.len()];
        for rule in sheet.findings.iter().map(|finding| finding.rule) {
            let held = self.of_rule.entry(rule.place()).or_insert_with(|| Area::ALL.map(|part| part.holds(rule)));
            here.iter_mut().zip(held).for_each(|(here, held)| *here |= *held);
        }
        self.counts.iter_mut().zip(here).for_each(|(count, here)| *count += usize::from(here));
    }
}

/// The years of which there are reports, latest first: all agencies with a report for it, not only those of which it is
/// the latest. One year alone narrows nothing.
fn years(library: &Library) -> Vec<Choice> {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for &item in library.in_order() {
        let year = library.sheet(item).map(|sheet| sheet.lean.head.year);
        if let Some(year) = year.filter(|&year| library.is_shown(item, Some(year))) {
            *counts.entry(year).or_default() += 1;
        }
    }
    let choices = counts.iter().rev().map(|(&year, &count)| Choice { chip: Chip::Year(year), count });
    choices.filter(|_| counts.len() > 1).collect()
}

/// Who has acted on any of them, by name.
fn reviewers(items: &[ItemId], marks: &Marks) -> Vec<Choice> {
    let mut counts: FxHashMap<Person, usize> = FxHashMap::default();
    for person in items.iter().flat_map(|&item| marks.acted(item)) {
        *counts.entry(*person).or_default() += 1;
    }
    let mut found: Vec<(&SafeText, usize)> =
        counts.into_iter().filter_map(|(person, count)| Some((marks.name(person)?, count))).collect();
    found.sort();
    found.into_iter().map(|(name, count)| Choice { chip: Chip::Reviewer(name.clone()), count }).collect()
}

/// Whose the reports are, by name; and those of nobody, once anything is somebody's.
fn assignees(items: &[ItemId], library: &Library, marks: &Marks) -> Vec<Choice> {
    if marks.people().next().is_none() {
        return Vec::new();
    }
    let mut counts: BTreeMap<Option<&SafeText>, usize> = BTreeMap::new();
    for &item in items.iter().filter(|&&item| library.sheet(item).is_some()) {
        *counts.entry(marks.assignee(item)).or_default() += 1;
    }
    if counts.keys().all(Option::is_none) {
        return Vec::new();
    }
    counts.into_iter().map(|(name, count)| Choice { chip: Chip::Assignee(name.cloned()), count }).collect()
}

/// The rules that have findings, most common first.
fn rules(items: &[ItemId], library: &Library) -> Vec<Choice> {
    let counted = |items: &[ItemId]| {
        let mut counts = Rules::default();
        for sheet in items.iter().filter_map(|&item| library.sheet(item)) {
            for (index, finding) in sheet.findings.iter().enumerate() {
                let mut earlier = sheet.findings.iter().take(index);
                if !earlier.any(|earlier| std::ptr::eq(earlier.rule, finding.rule)) {
                    counts.entry(finding.rule.place()).or_insert((finding.rule, 0)).1 += 1;
                }
            }
        }
        counts
    };
    let both = |mut counts: Rules, more: Rules| {
        more.into_iter().for_each(|(place, (rule, more))| counts.entry(place).or_insert((rule, 0)).1 += more);
        counts
    };
    let counts = items.par_chunks(TOGETHER).map(counted).reduce(Rules::default, both);
    let mut counts: Vec<(&'static Rule, usize)> = counts.into_values().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.id.cmp(&b.0.id)));
    counts.into_iter().map(|(rule, count)| Choice { chip: Chip::Rule(rule), count }).collect()
}

/// In how many reports each rule has findings, by its place.
type Rules = FxHashMap<usize, (&'static Rule, usize)>;

/// The regions, and those around them, in their order.
fn regions(items: &[ItemId], library: &Library) -> Vec<Choice> {
    let mut regions = Regions::default();
    for sheet in items.iter().filter_map(|&item| library.sheet(item)) {
        regions.add(&sheet.lean.head.agency.region, 0);
    }
    let counts: BTreeMap<&[SafeText], usize> =
        regions.below(0).into_iter().map(|(region, (reports, _))| (region, reports)).collect();
    // A region that everything lies in narrows nothing.
    let all = items.len();
    let narrowing = counts.into_iter().filter(|(_, count)| *count < all);
    narrowing.map(|(chain, count)| Choice { chip: Chip::Region(chain.into()), count }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::tests::item;
    use crate::tui::model::Item;

    fn library() -> Library {
        let mut library = Library::default();
        library.add(item("a", "甲", 2024, None, 2));
        library.add(item("b", "乙", 2024, None, 0));
        library.add(Item { id: "x".into(), path: std::path::PathBuf::new(), body: Err("bad".into()) });
        library.settle();
        library
    }

    fn count(library: &Library, chip: &Chip) -> Option<usize> {
        let items: Vec<ItemId> = library.in_order().to_vec();
        let found = choices(&items, library, &Marks::default());
        found.iter().find(|choice| choice.chip == *chip).map(|choice| choice.count)
    }

    #[test]
    fn only_what_fits_something_can_be_chosen() {
        let library = library();
        let count = |chip| count(&library, &chip);
        assert_eq!(count(Chip::Status(Status::Unreviewed)), Some(2));
        assert_eq!(count(Chip::Severity(Severity::Error)), Some(1));
        assert_eq!(count(Chip::Flag(Flag::Unreadable)), Some(1));
        assert_eq!(count(Chip::Status(Status::Returned)), None);
        assert_eq!(count(Chip::Year(2024)), None, "there is no other year");
    }

    #[test]
    fn years_count_reports_that_are_not_the_latest_too() {
        let mut library = library();
        library.add(item("a23", "甲", 2023, None, 0));
        library.settle();
        assert_eq!(count(&library, &Chip::Year(2023)), Some(1));
        assert_eq!(count(&library, &Chip::Year(2024)), Some(2));
    }
}
