//! Which reports are of one agency, and which of them stands for a year.
//!
//! Reports are known by their numbers, agencies by name and region. Names are not kept, only what they hash to: no two
//! agencies of a directory have the same 128 bits.
//!
//! Owns: *same agency*, *latest*, *versions*, *year before*, *held against*. List, open report, `gouji check` and whoever
//! follows a directory ask here.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;

use crate::check::Before;
use crate::report::roster::Roster;
use crate::report::{Head, Lean, SafeText};

/// Where the reports are that the numbers stand for.
pub(crate) trait Shelf {
    /// Head and cells of a report.
    fn lean(&self, number: u32) -> Option<&Arc<Lean>>;

    /// The id of a report.
    fn id(&self, number: u32) -> Option<&SafeText>;
}

/// The reports of a directory by their agencies.
#[derive(Debug, Default)]
pub(crate) struct Agencies {
    hashers: [RandomState; 2],
    by_name: HashMap<Name, u32>,
    /// The reports of each agency, in the order of their numbers.
    reports: Vec<Vec<u32>>,
    /// What is known of each report; nothing of a file that could not be read.
    places: Vec<Option<Place>>,
}

/// What name and region of an agency come to.
type Name = [u64; 2];

/// What is known of a report.
#[derive(Debug, Clone, Copy)]
struct Place {
    agency: u32,
    year: u16,
    version: Option<u32>,
}

impl Place {
    /// Does it stand in front of another of the same agency?
    fn replaces(self, other: Self, across_years: bool) -> bool {
        (across_years && self.year > other.year)
            || (self.year == other.year && self.version.zip(other.version).is_some_and(|(own, other)| own > other))
    }
}

impl Agencies {
    /// Of the reports with these heads, whose numbers are their places.
    pub(crate) fn of<'h>(heads: impl Iterator<Item = &'h Head>) -> Self {
        let mut agencies = Self::default();
        (0..).zip(heads).for_each(|(number, head)| agencies.enter(number, Some(head)));
        agencies
    }

    /// A report has come or is another; without a head, the file cannot be read.
    pub(crate) fn enter(&mut self, number: u32, head: Option<&Head>) {
        self.leave(number);
        let place = head.map(|head| self.place(head));
        let at = index(number);
        if self.places.len() <= at {
            self.places.resize(at.saturating_add(1), None);
        }
        if let Some(known) = self.places.get_mut(at) {
            *known = place;
        }
        if let Some(reports) = place.and_then(|place| self.reports.get_mut(index(place.agency))) {
            let at = reports.partition_point(|&other| other < number);
            reports.insert(at, number);
        }
    }

    /// A report is not there any more: it belongs to nothing, but it is remembered whose it was.
    pub(crate) fn leave(&mut self, number: u32) {
        let place = self.known(number);
        if let Some(reports) = place.and_then(|place| self.reports.get_mut(index(place.agency)))
            && let Ok(at) = reports.binary_search(&number)
        {
            reports.remove(at);
        }
    }

    fn place(&mut self, head: &Head) -> Place {
        let next = u32::try_from(self.reports.len()).unwrap_or(u32::MAX);
        let name = self.name(&head.agency.name, &head.agency.region);
        let agency = *self.by_name.entry(name).or_insert(next);
        if agency == next {
            self.reports.push(Vec::new());
        }
        Place { agency, year: head.year, version: head.version }
    }

    fn name(&self, name: &str, region: &[SafeText]) -> Name {
        self.hashers.each_ref().map(|hasher| hasher.hash_one((name, region)))
    }

    fn known(&self, number: u32) -> Option<Place> {
        self.places.get(index(number)).copied().flatten()
    }

    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.reports.len()
    }

    /// All reports of the agency that a report is or was of.
    #[must_use]
    pub(crate) fn of_same(&self, number: u32) -> &[u32] {
        let reports = self.known(number).and_then(|place| self.reports.get(index(place.agency)));
        reports.map_or(&[], Vec::as_slice)
    }

    /// Are two reports of one agency? One that is not there any more is of the agency that it was of.
    #[must_use]
    pub(crate) fn is_same(&self, one: u32, other: u32) -> bool {
        self.known(one).zip(self.known(other)).is_some_and(|(one, other)| one.agency == other.agency)
    }

    /// How many agencies these reports are of.
    #[must_use]
    pub(crate) fn among(&self, numbers: &[u32]) -> usize {
        let mut seen = vec![false; self.reports.len()];
        let agencies = numbers.iter().filter_map(|&number| Some(self.known(number)?.agency));
        agencies
            .filter(|&agency| seen.get_mut(index(agency)).is_some_and(|seen| !std::mem::replace(seen, true)))
            .count()
    }

    /// The reports of an agency for a year, all versions of them.
    pub(crate) fn reports(&self, region: &[SafeText], name: &str, year: u16) -> impl Iterator<Item = u32> + use<'_> {
        let agency = self.by_name.get(&self.name(name, region)).and_then(|&agency| self.reports.get(index(agency)));
        let reports = agency.map_or(&[][..], Vec::as_slice).iter().copied();
        reports.filter(move |&number| self.known(number).is_some_and(|place| place.year == year))
    }

    /// Which of an agency's reports stands for a year: the latest version; of several that carry none, the first by id.
    pub(crate) fn latest(
        &self,
        region: &[SafeText],
        name: &str,
        year: u16,
        shelf: &(impl Shelf + ?Sized),
    ) -> Option<u32> {
        let version = |number| self.known(number).and_then(|place| place.version);
        self.reports(region, name, year).max_by_key(|&number| (version(number), Reverse((shelf.id(number), number))))
    }

    /// Is there a report of the same agency for the year before?
    #[must_use]
    pub(crate) fn has_year_before(&self, head: &Head) -> bool {
        let last = head.year.checked_sub(1);
        last.is_some_and(|last| self.reports(&head.agency.region, &head.agency.name, last).next().is_some())
    }

    /// The version before a report: of the same agency and year, with the next lower number.
    #[must_use]
    pub(crate) fn version_before(&self, head: &Head) -> Option<u32> {
        let own = head.version?;
        let version = |number| self.known(number).and_then(|place| place.version).filter(|version| *version < own);
        let reports = self.reports(&head.agency.region, &head.agency.name, head.year);
        let earlier = reports.filter_map(|number| Some((version(number)?, number)));
        earlier.max_by_key(|(version, _)| *version).map(|(_, number)| number)
    }

    /// Is a report what stands for its agency: for the year asked for, or of all years the latest; not replaced by a
    /// later version?
    #[must_use]
    pub(crate) fn stands(&self, number: u32, year: Option<u16>) -> bool {
        let Some(own) = self.known(number) else { return false };
        if year.is_some_and(|year| year != own.year) {
            return false;
        }
        if year.is_some() && own.version.is_none() {
            // Within a year only a version replaces a version.
            return true;
        }
        let mut others = self.of_same(number).iter().filter_map(|&other| self.known(other));
        !others.any(|other| other.replaces(own, year.is_none()))
    }

    /// What stands for the report for the year before, where the roster knows of mergers those of others too.
    pub(crate) fn before(&self, head: &Head, roster: Option<&Roster>, shelf: &(impl Shelf + ?Sized)) -> Before {
        let find = |name: &SafeText, year: u16| {
            shelf.lean(self.latest(&head.agency.region, name, year, shelf)?).map(Arc::clone)
        };
        Before::of(head, roster, &find)
    }

    /// The reports that may be held against one with this head: the agency's own for the year after; and where the
    /// roster knows of a merger or a split, those of the others, for it tells by who reports in which year when it was.
    #[must_use]
    pub(crate) fn held_against(&self, head: &Head, roster: Option<&Roster>) -> Vec<u32> {
        let agency = &head.agency;
        let next = head.year.checked_add(1);
        let own = next.into_iter().flat_map(|year| self.reports(&agency.region, &agency.name, year));
        let related = roster.into_iter().flat_map(|roster| roster.related(&agency.name, &agency.region));
        let years = |name| next.into_iter().chain([head.year]).map(move |year| (name, year));
        let others = related.flat_map(years).flat_map(|(name, year)| self.reports(&agency.region, name, year));
        own.chain(others).collect()
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;
    use crate::report::{Agency, Cells};

    struct Reports(Vec<(SafeText, Arc<Lean>)>);

    impl Shelf for Reports {
        fn lean(&self, number: u32) -> Option<&Arc<Lean>> {
            self.0.get(index(number)).map(|(_, lean)| lean)
        }

        fn id(&self, number: u32) -> Option<&SafeText> {
            self.0.get(index(number)).map(|(id, _)| id)
        }
    }

    /// Ids, names of agencies, years and versions.
    fn shelf(reports: &[(&str, &str, u16, Option<u32>)]) -> (Agencies, Reports) {
        let (form, mut agencies) = (form::newest(), Agencies::default());
        let mut shelf = Reports(Vec::new());
        for (number, &(id, name, year, version)) in (0..).zip(reports) {
            let head = Head { agency: Agency { name: name.into(), ..Agency::default() }, year, version };
            agencies.enter(number, Some(&head));
            let lean = Lean { head, form, cells: Cells::missing(form), remarks: 0 };
            shelf.0.push((id.into(), Arc::new(lean)));
        }
        (agencies, shelf)
    }

    #[test]
    fn a_version_stands_before_none_and_a_later_one_before_it_and_of_several_without_the_first_by_id() {
        let (agencies, shelf) = shelf(&[
            ("c", "甲", 2024, None),
            ("b", "甲", 2024, None),
            ("e", "乙", 2024, None),
            ("f", "乙", 2024, Some(2)),
            ("d", "乙", 2024, Some(1)),
        ]);
        let latest = |name, year| agencies.latest(&[], name, year, &shelf);
        assert_eq!((latest("甲", 2024), latest("乙", 2024)), (Some(1), Some(3)));
        assert_eq!((latest("甲", 2023), latest("丙", 2024)), (None, None));
        let head = |number: u32| &shelf.lean(number).unwrap().head;
        assert_eq!(agencies.version_before(head(3)), Some(4));
        assert_eq!((agencies.version_before(head(4)), agencies.version_before(head(2))), (None, None));
    }

    #[test]
    fn a_report_is_where_it_now_says_and_nowhere_when_it_is_gone() {
        let (mut agencies, shelf) = shelf(&[("a", "甲", 2024, None), ("b", "甲", 2023, None), ("c", "乙", 2023, None)]);
        let head = |number: u32| shelf.lean(number).unwrap().head.clone();
        assert_eq!(agencies.before(&head(0), None, &shelf).lean().unwrap().head.year, 2023);
        assert_eq!(agencies.held_against(&head(1), None), [0]);
        agencies.enter(1, Some(&head(2)));
        assert!(agencies.before(&head(0), None, &shelf).lean().is_none(), "it was another agency's");
        assert_eq!(agencies.of_same(2), [1, 2]);
        agencies.leave(2);
        agencies.leave(2);
        assert_eq!(agencies.of_same(1), [1]);
        assert!(agencies.is_same(1, 2), "whose it was is remembered");
        agencies.enter(2, None);
        assert!(!agencies.is_same(1, 2) && agencies.of_same(2).is_empty());
        agencies.enter(9, Some(&head(0)));
        assert_eq!((agencies.of_same(0), agencies.among(&[0, 9, 1, 5])), (&[0, 9][..], 2));
    }
}
