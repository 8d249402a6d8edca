//! What the list of agencies can be narrowed to just now, and to how many.

use std::collections::{BTreeMap, HashMap};

use crate::check::{Area, Rule, Severity};
use crate::journal::Status;
use crate::report::SafeText;
use crate::tui::model::chip::{Chip, Flag};
use crate::tui::model::people::Person;
use crate::tui::model::{ItemId, Library, Marks, Sheet};

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
    let mut statuses = [0; Status::ALL.len()];
    let mut severities = [0; Severity::ALL.len()];
    let mut flags = [0; Flag::ALL.len()];
    let mut parts = Parts::default();
    for &item in items {
        let (sheet, mark) = (library.sheet(item), marks.get(item).unwrap_or_default());
        count(&mut flags, Flag::ALL, |flag| flag.fits(sheet, mark, marks.today));
        let Some(sheet) = sheet else { continue };
        count(&mut statuses, Status::ALL, |status| mark.status == status);
        count(&mut severities, Severity::ALL, |severity| sheet.counts.of(severity) > 0);
        parts.add(sheet);
    }
    let statuses = Status::ALL.into_iter().map(Chip::Status).zip(statuses);
    let severities = Severity::ALL.into_iter().map(Chip::Severity).zip(severities);
    let flags = Flag::ALL.into_iter().map(Chip::Flag).zip(flags);
    let parts = Area::ALL.into_iter().map(Chip::Part).zip(parts.counts);
    let all = statuses.chain(severities).chain(flags).chain(parts);
    all.filter(|(_, count)| *count > 0).map(|(chip, count)| Choice { chip, count }).collect()
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
    /// The parts of each rule, by its place in memory: there is one of each.
    of_rule: HashMap<*const Rule, [bool; Area::ALL.len()]>,
}

impl Parts {
    fn add(&mut self, sheet: &Sheet) {
        let mut here = [false; Area::ALL.len()];
        for rule in sheet.findings.iter().map(|finding| finding.rule) {
            let held = self.of_rule.entry(rule).or_insert_with(|| Area::ALL.map(|part| part.holds(rule)));
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
    let mut counts: HashMap<Person, usize> = HashMap::new();
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
    // By the rule's place in memory: there is one of each.
    let mut counts: HashMap<*const Rule, (&'static Rule, usize)> = HashMap::new();
    for sheet in items.iter().filter_map(|&item| library.sheet(item)) {
        for (index, finding) in sheet.findings.iter().enumerate() {
            let mut earlier = sheet.findings.iter().take(index);
            if !earlier.any(|earlier| std::ptr::eq(earlier.rule, finding.rule)) {
                counts.entry(finding.rule).or_insert((finding.rule, 0)).1 += 1;
            }
        }
    }
    let mut counts: Vec<(&'static Rule, usize)> = counts.into_values().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.id.cmp(&b.0.id)));
    counts.into_iter().map(|(rule, count)| Choice { chip: Chip::Rule(rule), count }).collect()
}

/// The regions, and those around them, in their order.
fn regions(items: &[ItemId], library: &Library) -> Vec<Choice> {
    // Neighbours in the list mostly share their region: few are looked up.
    let mut own: Vec<(&[SafeText], usize)> = Vec::new();
    for sheet in items.iter().filter_map(|&item| library.sheet(item)) {
        let chain = &*sheet.lean.head.agency.region;
        match own.last_mut().filter(|(known, _)| *known == chain) {
            Some((_, count)) => *count += 1,
            None => own.push((chain, 1)),
        }
    }
    let mut counts: BTreeMap<&[SafeText], usize> = BTreeMap::new();
    for (chain, count) in own {
        for depth in 1..=chain.len() {
            *counts.entry(chain.get(..depth).unwrap_or_default()).or_default() += count;
        }
    }
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
