//! Which reports count, and which of them belong to which summary.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::check::facts::agency;
use crate::check::facts::agency::Level;
use crate::report::roster::{Roster, RosterEntry};
use crate::report::{Agency, Head, SafeText, places};

use super::batch::{Batch, BatchReport};
use super::due::{self, Due};
use super::kinds::{is_vertical, is_vertical_entry};
use super::of_name::OfName;
use super::unclear::Unclear;

/// A region in a year.
pub(super) type Place = (Vec<SafeText>, u16);

/// Region, name and year: what reports of one submission share.
pub(super) type Submission<'a> = (&'a [SafeText], &'a SafeText, u16);

pub(super) fn submission(head: &Head) -> Submission<'_> {
    (&head.agency.region, &head.agency.name, head.year)
}

/// Of several versions of a submission the newest, of duplicates the first by its id, as for the year before; in the order
/// of the batch.
pub(super) fn current(members: &[BatchReport<'_>]) -> Vec<usize> {
    let mut newest: HashMap<Submission<'_>, usize> = HashMap::new();
    let rank = |index: usize| members.get(index).map(|one| (one.lean.head.version, Reverse((one.id, index))));
    for (index, member) in members.iter().enumerate() {
        let known = newest.entry(submission(&member.lean.head)).or_insert(index);
        if rank(index) > rank(*known) {
            *known = index;
        }
    }
    let mut current: Vec<usize> = newest.into_values().collect();
    current.sort_unstable();
    current
}

/// Beside the reports that count the others of the same submission.
pub(super) fn others(members: &[BatchReport<'_>]) -> HashMap<usize, Vec<usize>> {
    let mut groups: HashMap<Submission<'_>, Vec<usize>> = HashMap::new();
    for (index, member) in members.iter().enumerate() {
        groups.entry(submission(&member.lean.head)).or_default().push(index);
    }
    groups.retain(|_, group| group.len() > 1);
    let of = |current: usize| Some((current, members.get(current).map(|member| submission(&member.lean.head))?));
    let counting = current(members).into_iter().filter_map(of);
    let others = counting.filter_map(|(current, submission)| {
        let group = groups.get(&submission)?;
        Some((current, group.iter().copied().filter(|member| *member != current).collect()))
    });
    others.collect()
}

/// The reports by region and year, and who is expected.
pub(super) struct Index {
    /// Reports of governments that stand for a region, in the order of the batch.
    pub(crate) summaries: Vec<usize>,
    /// Who is expected for which year; empty without a roster.
    pub(crate) due: Vec<Due>,
    pub(super) here: HashMap<Place, Vec<usize>>,
    /// The regions below one.
    pub(super) below: HashMap<Place, BTreeSet<SafeText>>,
    by_name: HashMap<(SafeText, u16), OfName>,
    /// Positions in `due` by the official name of the parent, and by the region whose summary counts them.
    by_parent: HashMap<SafeText, Vec<usize>>,
    expected: HashMap<Vec<SafeText>, Vec<usize>>,
    /// The reports of those in `due`.
    listed: HashSet<usize>,
    /// The reports that may be of several of them.
    pub(crate) unclear: Unclear,
}

/// What a summary should add up.
#[derive(Debug, Default)]
pub(super) struct Units {
    pub(crate) members: Vec<usize>,
    /// Who is expected and has not reported.
    pub(crate) missing: Vec<SafeText>,
    /// Bodies in the region that report upwards.
    pub(crate) vertical: Vec<usize>,
    /// Bodies in the region that the roster does not have.
    pub(crate) unlisted: Vec<usize>,
    /// Is it known who is expected?
    pub(crate) by_roster: bool,
    /// Of how many that is an assumption.
    pub(crate) assumed: usize,
}

impl Units {
    /// Is somebody missing who is expected?
    pub(crate) fn is_short(&self) -> bool {
        self.by_roster && !self.missing.is_empty()
    }

    pub(crate) fn is_complete(&self) -> bool {
        self.by_roster && self.missing.is_empty()
    }
}

impl Index {
    pub(crate) fn new(members: &[BatchReport<'_>], current: &[usize], roster: Option<&Roster>) -> Self {
        let mut index = Self {
            summaries: Vec::new(),
            due: Vec::new(),
            here: HashMap::new(),
            below: HashMap::new(),
            by_name: HashMap::new(),
            by_parent: HashMap::new(),
            expected: HashMap::new(),
            listed: HashSet::new(),
            unclear: roster.map(|roster| Unclear::of(members, current, roster)).unwrap_or_default(),
        };
        for &member in current {
            let Some(lean) = members.get(member).map(|member| member.lean) else { continue };
            let Head { agency, year, .. } = &lean.head;
            let region = whole(&agency.region);
            let region_of = |member: usize| members.get(member).map(|member| &*member.lean.head.agency.region);
            index.by_name.entry((agency.name.clone(), *year)).or_default().add(member, region_of);
            for depth in 0..region.len() {
                let (above, part) = (region.iter().take(depth).cloned().collect(), region.get(depth));
                index.below.entry((above, *year)).or_default().extend(part.cloned());
            }
            if is_summary(agency) {
                index.summaries.push(member);
            }
            index.here.entry((region, *year)).or_default().push(member);
        }
        if let Some(roster) = roster {
            index.expect(members, roster);
        }
        index
    }

    /// Who is expected for the years of the batch, and by which summary.
    fn expect(&mut self, members: &[BatchReport<'_>], roster: &Roster) {
        let years: BTreeSet<u16> = members.iter().map(|member| member.lean.head.year).collect();
        let region_of = |member: usize| members.get(member).map(|member| &*member.lean.head.agency.region);
        let in_year = |entry: &RosterEntry, year| {
            let own = self.among(entry, year, region_of);
            own.or_else(|| self.misplaced(entry, year, region_of))
        };
        let reported =
            |entry: &RosterEntry| years.iter().copied().filter(|year| in_year(entry, *year).is_some()).collect();
        let mut due = due::all(roster, &years, &reported);
        let mut listed = HashSet::new();
        for due in &mut due {
            let reports: Vec<usize> = years.iter().filter_map(|year| in_year(&due.entry, *year)).collect();
            if due.entry.region.is_empty() {
                // A list of names: they are where they have reported from, or where their names say.
                let region = reports.iter().find_map(|member| region_of(*member)).map(<[SafeText]>::to_vec);
                due.entry.region = region.unwrap_or_else(|| self.place_of(&due.entry.name, region_of));
            }
            listed.extend(reports);
        }
        for (position, due) in due.iter().enumerate() {
            let Due { entry, .. } = due;
            if let Some(parent) = &entry.parent {
                let official = roster.lookup(parent, &entry.region);
                let parent = official.map_or(parent, |official| &official.name);
                self.by_parent.entry(parent.clone()).or_default().push(position);
            }
            let mut region = whole(&entry.region);
            // A lower region sends its summary: it is counted above.
            if is_summary_name(&entry.name) {
                region.pop();
            }
            if region.last().is_some_and(|part| is_town_name(part)) {
                region.pop();
            }
            self.expected.entry(region).or_default().push(position);
        }
        (self.due, self.listed) = (due, listed);
    }

    /// The region of the summary whose place a name begins with.
    fn place_of<'m>(&self, name: &str, region_of: impl Fn(usize) -> Option<&'m [SafeText]>) -> Vec<SafeText> {
        let regions = self.summaries.iter().filter_map(|member| region_of(*member));
        let named = regions.filter(|region| region.last().is_some_and(|part| name.starts_with(part.as_str())));
        named.max_by_key(|region| region.len()).map(<[SafeText]>::to_vec).unwrap_or_default()
    }

    /// Does the roster have the agency of this report, or is there none?
    pub(crate) fn is_listed(&self, member: usize) -> bool {
        self.due.is_empty() || self.listed.contains(&member)
    }

    /// The units of a summary: by the roster's parents, else by region.
    pub(crate) fn units(&self, summary: usize, roster: Option<&Roster>, batch: &Batch<'_>) -> Units {
        let Some(head) = batch.lean(summary).map(|lean| &lean.head) else { return Units::default() };
        self.units_of(head, Some(summary), roster, batch)
    }

    /// The units of a government, whose own report may be there.
    pub(crate) fn units_of(
        &self,
        head: &Head,
        own: Option<usize>,
        roster: Option<&Roster>,
        batch: &Batch<'_>,
    ) -> Units {
        let mut units = self.by_region(own, head, roster, batch);
        if roster.is_some() {
            self.by_roster(head, batch, &mut units);
        }
        units
    }

    fn by_region(&self, own: Option<usize>, head: &Head, roster: Option<&Roster>, batch: &Batch<'_>) -> Units {
        let mut units = Units::default();
        let region = whole(&head.agency.region);
        if region.is_empty() {
            return units;
        }
        let mut add = |member: usize| {
            let Some(lean) = batch.lean(member).filter(|_| Some(member) != own) else { return };
            match is_vertical(&lean.head.agency, roster, batch.profile) {
                true => units.vertical.push(member),
                false => units.members.push(member),
            }
        };
        for &member in self.here.get(&(region.clone(), head.year)).into_iter().flatten() {
            add(member);
        }
        for part in self.below.get(&(region.clone(), head.year)).into_iter().flatten() {
            let mut lower = region.clone();
            lower.push(part.clone());
            let reports = self.here.get(&(lower, head.year)).map_or(&[][..], Vec::as_slice);
            // A lower region sends its summary. A town is a unit itself, but a county's towns are the county's.
            let is_town_here = is_town_name(part);
            let counts = |member: &&usize| {
                let agency = batch.lean(**member).map(|lean| &lean.head.agency);
                agency.is_some_and(|agency| is_summary(agency) || is_town_here && is_town(agency))
            };
            for &member in reports.iter().filter(counts) {
                add(member);
            }
        }
        units
    }

    /// Who is expected in that year: in the place of the region's reports where the roster names parents.
    fn by_roster(&self, head: &Head, batch: &Batch<'_>, units: &mut Units) {
        let positions = |found: Option<&Vec<usize>>| -> Vec<usize> { found.cloned().unwrap_or_default() };
        let by_parent = positions(self.by_parent.get(&head.agency.name));
        let region = whole(&head.agency.region);
        let here = if region.is_empty() { Vec::new() } else { positions(self.expected.get(&region)) };
        let expected = if by_parent.is_empty() { &here } else { &by_parent };
        let due = expected.iter().filter_map(|&position| Some((position, self.due.get(position)?)));
        // Two governments may have one name.
        let is_here = |(_, due): &(usize, &Due)| is_compatible(&due.entry.region, &head.agency.region);
        let is_unit = |(_, due): &(usize, &Due)| due.is_in(head.year) && due.entry.name != head.agency.name;
        let due: Vec<(usize, &Due)> = due.filter(is_unit).filter(is_here).collect();
        units.by_roster = !due.is_empty();
        let (mut listed, mut without) = (Vec::new(), Vec::new());
        for (position, Due { entry, is_assumed, .. }) in due {
            if is_vertical_entry(entry, batch.profile) {
                continue;
            }
            units.assumed += usize::from(*is_assumed);
            match self.member_of(entry, head.year, batch).or_else(|| self.elsewhere(entry, head.year, batch)) {
                Some(member) => listed.push(member),
                None => without.push((position, entry.name.clone())),
            }
        }
        let one_of_them;
        (one_of_them, units.missing) = self.unclear.settle(&without, head.year);
        units.members.retain(|member| !self.unclear.is(*member));
        if !by_parent.is_empty() {
            listed.sort_unstable();
            listed.dedup();
            units.unlisted = units.members.iter().copied().filter(|member| !self.is_listed(*member)).collect();
            units.members = listed;
        }
        units.members.extend(one_of_them);
    }

    /// The report of an agency of the roster.
    pub(crate) fn member_of(&self, entry: &RosterEntry, year: u16, batch: &Batch<'_>) -> Option<usize> {
        self.among(entry, year, |member| batch.lean(member).map(|lean| &*lean.head.agency.region))
    }

    /// A report of its full name, with its own place in it, whose region is another one.
    pub(crate) fn elsewhere(&self, entry: &RosterEntry, year: u16, batch: &Batch<'_>) -> Option<usize> {
        self.misplaced(entry, year, |member| batch.lean(member).map(|lean| &*lean.head.agency.region))
    }

    /// The same, or any report of its name that is no other agency's: a roster may write regions as no report does, and
    /// nobody is to hear that nothing came while a report of that name lies there.
    pub(crate) fn of_that_name(&self, entry: &RosterEntry, year: u16, batch: &Batch<'_>) -> Option<usize> {
        let is_nobodys = |member: &usize| !self.is_listed(*member) && !self.unclear.is(*member);
        let named = |name: &SafeText| self.by_name.get(&(name.clone(), year));
        let names = std::iter::once(&entry.name).chain(&entry.aliases);
        let nobodys = || names.filter_map(named).flat_map(OfName::all).copied().find(is_nobodys);
        self.elsewhere(entry, year, batch).or_else(nobodys)
    }

    fn among<'m>(
        &self,
        entry: &RosterEntry,
        year: u16,
        region_of: impl Fn(usize) -> Option<&'m [SafeText]>,
    ) -> Option<usize> {
        let names = std::iter::once(&entry.name).chain(&entry.aliases);
        let named = |name: &SafeText| self.by_name.get(&(name.clone(), year));
        let of_name = |name| named(name).map(|named| named.near(&entry.region)).unwrap_or_default();
        let is_here = |member| region_of(member).is_some_and(|own| is_compatible(own, &entry.region));
        names.flat_map(of_name).find(|&member| is_here(member) && self.unclear.allows(member, entry))
    }

    fn misplaced<'m>(
        &self,
        entry: &RosterEntry,
        year: u16,
        region_of: impl Fn(usize) -> Option<&'m [SafeText]>,
    ) -> Option<usize> {
        let place = entry.region.last().filter(|place| entry.name.starts_with(place.as_str()))?;
        let reports = self.by_name.get(&(entry.name.clone(), year))?;
        let is_other = |member: &&usize| {
            let own = region_of(**member);
            own.is_some_and(|own| !own.contains(place) && !is_compatible(own, &entry.region))
        };
        // Several of one name are several agencies.
        let [only] = reports.all() else { return None };
        Some(only).filter(is_other).copied()
    }

    /// The office of the government that a summary is for.
    pub(crate) fn office(&self, summary: usize, batch: &Batch<'_>) -> Option<usize> {
        self.office_of(&batch.lean(summary)?.head, batch)
    }

    /// The report of a government's office.
    pub(crate) fn office_of(&self, head: &Head, batch: &Batch<'_>) -> Option<usize> {
        let here = self.here.get(&(whole(&head.agency.region), head.year))?;
        let is_office = |member: &usize| {
            let agency = batch.lean(*member).map(|lean| &lean.head.agency);
            let rest = agency.and_then(|agency| agency.name.strip_prefix(head.agency.name.as_str()));
            matches!(rest, Some("办公室" | "办公厅" | "辦公室" | "辦公廳"))
        };
        here.iter().copied().find(is_office)
    }
}

/// Can both be the region of one agency? One may be known less exactly, or leave out what is above it.
pub(super) fn is_compatible(one: &[SafeText], other: &[SafeText]) -> bool {
    let same = |one: &[SafeText], other: &[SafeText]| one.iter().zip(other).all(|(one, other)| one == other);
    same(one, other)
        || (places::whole(one).is_some() || places::whole(other).is_some()) && same(&whole(one), &whole(other))
}

/// A region with what it leaves out.
pub(super) fn whole(region: &[SafeText]) -> Vec<SafeText> {
    match places::whole(region) {
        Some(parts) => parts.into_iter().map(SafeText::line).collect(),
        None => region.to_vec(),
    }
}

/// A people's government above the towns: its report may stand for its region.
pub(super) fn is_summary(agency: &Agency) -> bool {
    agency::is_government(agency) && !is_town(agency)
}

/// The same of a name alone: 云塘市人民政府, not 白石镇人民政府.
fn is_summary_name(name: &str) -> bool {
    let place = name.strip_suffix("人民政府");
    place.is_some_and(|place| !is_town_name(place))
}

pub(super) fn is_town_name(place: &str) -> bool {
    ["镇", "乡", "街道", "街道办事处", "苏木"].iter().any(|end| place.ends_with(end))
}

pub(super) fn is_town(agency: &Agency) -> bool {
    agency::level(agency) == Some(Level::Town)
}

/// Members by something they share, in a stable order.
pub(super) fn grouped<K: Ord>(current: &[usize], key: impl Fn(usize) -> Option<K>) -> BTreeMap<K, Vec<usize>> {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for &member in current {
        if let Some(key) = key(member) {
            groups.entry(key).or_default().push(member);
        }
    }
    groups
}
