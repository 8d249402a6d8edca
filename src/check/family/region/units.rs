//! Which reports count, and which of them belong to which summary.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::check::facts::agency;
use crate::check::facts::agency::Level;
use crate::check::profile::Profile;
use crate::check::rule::id;
use crate::report::roster::{Roster, RosterEntry};
use crate::report::{Agency, Head, SafeText, places};

use super::batch::{Batch, BatchReport};

/// A region in a year.
type Place = (Vec<SafeText>, u16);

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

/// The reports by region and year.
pub(super) struct Index {
    /// Reports of governments that stand for a region, in the order of the batch.
    pub(crate) summaries: Vec<usize>,
    here: HashMap<Place, Vec<usize>>,
    /// The regions below one.
    below: HashMap<Place, BTreeSet<SafeText>>,
    by_name: HashMap<(SafeText, u16), Vec<usize>>,
    /// Positions in the roster by parent, and by region.
    by_parent: HashMap<SafeText, Vec<usize>>,
    expected: HashMap<Vec<SafeText>, Vec<usize>>,
}

/// What a summary should add up.
#[derive(Debug, Default)]
pub(super) struct Units {
    pub(crate) members: Vec<usize>,
    /// Who is expected and has not reported.
    pub(crate) missing: Vec<SafeText>,
    /// Bodies in the region that report upwards.
    pub(crate) vertical: Vec<usize>,
    /// Is it known who is expected?
    pub(crate) by_roster: bool,
}

impl Units {
    pub(crate) fn is_complete(&self) -> bool {
        self.by_roster && self.missing.is_empty()
    }
}

impl Index {
    pub(crate) fn new(members: &[BatchReport<'_>], current: &[usize], roster: Option<&Roster>) -> Self {
        let mut index = Self::of_roster(roster);
        for &member in current {
            let Some(lean) = members.get(member).map(|member| member.lean) else { continue };
            let Head { agency, year, .. } = &lean.head;
            let region = whole(&agency.region);
            index.by_name.entry((agency.name.clone(), *year)).or_default().push(member);
            for depth in 0..region.len() {
                let (above, part) = (region.iter().take(depth).cloned().collect(), region.get(depth));
                index.below.entry((above, *year)).or_default().extend(part.cloned());
            }
            if is_summary(agency) {
                index.summaries.push(member);
            }
            index.here.entry((region, *year)).or_default().push(member);
        }
        index
    }

    fn of_roster(roster: Option<&Roster>) -> Self {
        let mut index = Self {
            summaries: Vec::new(),
            here: HashMap::new(),
            below: HashMap::new(),
            by_name: HashMap::new(),
            by_parent: HashMap::new(),
            expected: HashMap::new(),
        };
        for (position, entry) in roster.iter().flat_map(|roster| roster.entries()).enumerate() {
            if let Some(parent) = &entry.parent {
                index.by_parent.entry(parent.clone()).or_default().push(position);
            }
            index.expected.entry(whole(&entry.region)).or_default().push(position);
        }
        index
    }

    /// The units of a summary: by the roster's parents, else by region.
    pub(crate) fn units(&self, summary: usize, roster: Option<&Roster>, batch: &Batch<'_>) -> Units {
        let Some(head) = batch.lean(summary).map(|lean| &lean.head) else { return Units::default() };
        let mut units = self.by_region(summary, head, roster, batch);
        if let Some(roster) = roster {
            self.by_roster(head, roster, batch, &mut units);
        }
        units
    }

    fn by_region(&self, summary: usize, head: &Head, roster: Option<&Roster>, batch: &Batch<'_>) -> Units {
        let mut units = Units::default();
        let region = whole(&head.agency.region);
        if region.is_empty() {
            return units;
        }
        let mut add = |member: usize| {
            let Some(lean) = batch.lean(member).filter(|_| member != summary) else { return };
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
            let is_town_here = ["镇", "乡", "街道", "街道办事处", "苏木"].iter().any(|end| part.ends_with(end));
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

    /// Who is expected: in the place of the region's reports where the roster names parents.
    fn by_roster(&self, head: &Head, roster: &Roster, batch: &Batch<'_>, units: &mut Units) {
        let positions = |found: Option<&Vec<usize>>| -> Vec<usize> { found.cloned().unwrap_or_default() };
        let by_parent = positions(self.by_parent.get(&head.agency.name));
        let region = whole(&head.agency.region);
        let here = if region.is_empty() { Vec::new() } else { positions(self.expected.get(&region)) };
        let expected = if by_parent.is_empty() { &here } else { &by_parent };
        let entries = expected.iter().filter_map(|&position| roster.entries().get(position));
        let expected: Vec<&RosterEntry> = entries.filter(|entry| entry.name != head.agency.name).collect();
        units.by_roster = !expected.is_empty();
        let mut listed = Vec::new();
        for entry in expected {
            match self.member_of(entry, head.year, batch) {
                _ if is_vertical_entry(entry, batch.profile) => {}
                Some(member) => listed.push(member),
                None => units.missing.push(entry.name.clone()),
            }
        }
        if !by_parent.is_empty() {
            listed.sort_unstable();
            listed.dedup();
            units.members = listed;
        }
    }

    /// The report of an agency of the roster.
    pub(crate) fn member_of(&self, entry: &RosterEntry, year: u16, batch: &Batch<'_>) -> Option<usize> {
        let names = std::iter::once(&entry.name).chain(&entry.aliases);
        let of_name = |name: &SafeText| self.by_name.get(&(name.clone(), year)).into_iter().flatten().copied();
        names.flat_map(of_name).find(|&member| {
            let region = batch.lean(member).map(|lean| &lean.head.agency.region);
            region.is_some_and(|region| is_compatible(region, &entry.region))
        })
    }

    /// The office of the government that a summary is for.
    pub(crate) fn office(&self, summary: usize, batch: &Batch<'_>) -> Option<usize> {
        let head = &batch.lean(summary)?.head;
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
fn whole(region: &[SafeText]) -> Vec<SafeText> {
    match places::whole(region) {
        Some(parts) => parts.into_iter().map(SafeText::line).collect(),
        None => region.to_vec(),
    }
}

/// A people's government above the towns: its report may stand for its region.
fn is_summary(agency: &Agency) -> bool {
    agency::is_government(agency) && !is_town(agency)
}

fn is_town(agency: &Agency) -> bool {
    agency::level(agency) == Some(Level::Town)
}

fn is_vertical(agency: &Agency, roster: Option<&Roster>, profile: &Profile) -> bool {
    let entry = roster.and_then(|roster| roster.lookup(&agency.name, &agency.region));
    match entry.and_then(|entry| entry.kind.as_ref()) {
        Some(kind) => profile.words(id::R_04, "vertical_types").iter().any(|word| **word == **kind),
        None => has_word(&agency.name, profile.words(id::R_04, "vertical")),
    }
}

fn is_vertical_entry(entry: &RosterEntry, profile: &Profile) -> bool {
    match &entry.kind {
        Some(kind) => profile.words(id::R_04, "vertical_types").iter().any(|word| **word == **kind),
        None => has_word(&entry.name, profile.words(id::R_04, "vertical")),
    }
}

fn has_word(name: &str, words: &[Box<str>]) -> bool {
    words.iter().any(|word| !word.is_empty() && name.contains(&**word))
}

/// What kind of body it is: by the roster, else by its name without places. Peers have the same depth of region too.
#[must_use]
pub(crate) fn kind(agency: &Agency, roster: Option<&Roster>) -> Option<String> {
    let entry = roster.and_then(|roster| roster.lookup(&agency.name, &agency.region));
    if let Some(kind) = entry.and_then(|entry| entry.kind.as_ref()) {
        return Some(kind.to_string());
    }
    if let Some(end) = ["镇人民政府", "乡人民政府", "街道办事处"].iter().find(|end| agency.name.ends_with(**end))
    {
        return Some((*end).to_owned());
    }
    let mut rest = agency.name.as_str();
    while let Some((_, after)) = agency::leading_place(rest) {
        rest = after;
    }
    (!rest.is_empty()).then(|| rest.to_owned())
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
