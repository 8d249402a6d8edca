//! The roster: the agencies expected to report, with their official names.
//!
//! Owns: reading it from a CSV file or a workbook, and finding an agency by any of its names. Its first line names
//! the columns, in Chinese or English: 名称/name, 别名/aliases, 地区/region, 层级/level, 类型/type, 上级/parent,
//! 前身/predecessors, 报送日期/received, 公开日期/published. Only the name is required; further columns are ignored. Several aliases or predecessors are
//! separated by `；`, the parts of a region by `/` or spaces. Knows no document and no rule.

use std::collections::HashMap;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::list::{self, Entry, List, ListError, ListErrorKind};
use super::{Agency, SafeText};

/// One agency.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RosterEntry {
    /// Its official name.
    pub(crate) name: SafeText,
    /// Other names it goes by.
    pub(crate) aliases: Vec<SafeText>,
    /// Province, city, county, as far as given.
    pub(crate) region: Vec<SafeText>,
    /// For instance `county-department`.
    pub(crate) level: Option<SafeText>,
    /// What kind of agency it is, in the roster's own words.
    pub(crate) kind: Option<SafeText>,
    /// The official name of the agency above it.
    pub(crate) parent: Option<SafeText>,
    /// The agencies that it was merged from, or split off.
    pub(crate) predecessors: Vec<SafeText>,
    /// When its report for the year came in.
    pub(crate) received: Option<Date>,
    /// When it was published.
    pub(crate) published: Option<Date>,
}

/// The agencies expected to report.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    entries: Vec<RosterEntry>,
    /// Positions in `entries` by full name or alias, normalised.
    by_name: HashMap<String, Vec<usize>>,
    /// The same by the name without the regions before it.
    by_short: HashMap<String, Vec<usize>>,
    /// The same by the name of a predecessor.
    by_predecessor: HashMap<String, Vec<usize>>,
}

/// What [`Roster::settle`] found and changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Settled {
    /// The roster does not have the agency, or has several of that name.
    Unknown,
    /// It has; what was changed in the report's head.
    Known {
        /// The name before, where the roster's is another.
        name: Option<SafeText>,
        /// Was the region set or replaced?
        region: bool,
        /// Was the level set or replaced?
        level: bool,
    },
}

/// Shorter names are not looked up by their end.
const LEAST_SHORT: usize = 3;

impl Roster {
    /// Reads a roster out of a CSV file (UTF-8 or GB18030) or a workbook (`xlsx`).
    ///
    /// # Errors
    /// [`ListError`], naming line and column.
    pub fn parse(bytes: &[u8]) -> Result<Self, ListError> {
        let list = List::read(bytes, &Column::Name, Column::headed)?;
        let mut roster = Self::default();
        let mut known: HashMap<(String, Vec<SafeText>), u32> = HashMap::new();
        for line in list.entries() {
            let entry = entry(&line)?;
            let same = (normal(&entry.name), entry.region.clone());
            if let Some(first) = known.insert(same, line.line()) {
                return Err(line.wrong(ListErrorKind::Twice(first), &Column::Name));
            }
            roster.add(entry);
        }
        Ok(roster)
    }

    /// A roster of these agencies.
    #[must_use]
    pub(crate) fn of(entries: Vec<RosterEntry>) -> Self {
        let mut roster = Self::default();
        entries.into_iter().for_each(|entry| roster.add(entry));
        roster
    }

    fn add(&mut self, entry: RosterEntry) {
        let at = self.entries.len();
        for name in std::iter::once(&entry.name).chain(&entry.aliases) {
            let normal = normal(name);
            add_to(&mut self.by_short, without_region(&normal, &entry.region), at);
            add_to(&mut self.by_name, normal, at);
        }
        for name in &entry.predecessors {
            add_to(&mut self.by_predecessor, normal(name), at);
        }
        self.entries.push(entry);
    }

    /// All agencies, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[RosterEntry] {
        &self.entries
    }

    /// The agency of this name: official, an alias, or without the regions before it, as long as there is only one
    /// that the region (as far as it is known) does not speak against.
    #[must_use]
    pub fn lookup(&self, name: &str, region: &[SafeText]) -> Option<&RosterEntry> {
        let normal = normal(name);
        let short = without_region(&normal, region);
        let fits = |at: &usize| self.entries.get(*at).is_some_and(|entry| agree(&entry.region, region));
        let only = |found: Option<&Vec<usize>>| {
            let mut fitting = found.into_iter().flatten().copied().filter(fits);
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let found = match self.by_name.get(&normal) {
            found @ Some(_) => only(found),
            None if short.chars().count() >= LEAST_SHORT => only(self.by_short.get(&short)),
            None => None,
        };
        found.and_then(|at| self.entries.get(at))
    }

    /// The agencies that took over from one of this name, in a region that this one does not speak against.
    pub(crate) fn successors(&self, name: &str, region: &[SafeText]) -> impl Iterator<Item = &RosterEntry> {
        let positions = self.by_predecessor.get(&normal(name)).into_iter().flatten();
        positions.filter_map(|at| self.entries.get(*at)).filter(move |entry| agree(&entry.region, region))
    }

    /// The agencies that took over from one of this name, and those that it took over from.
    pub(crate) fn related<'a>(
        &'a self,
        name: &str,
        region: &[SafeText],
    ) -> impl Iterator<Item = &'a SafeText> + use<'a> {
        let heirs: Vec<&RosterEntry> = self.successors(name, region).collect();
        let names = self.lookup(name, region).map_or(&[][..], |entry| &entry.predecessors);
        heirs.into_iter().map(|heir| &heir.name).chain(names)
    }

    /// Gives an agency its official name, region and level, as far as the roster has them.
    pub(crate) fn settle(&self, agency: &mut Agency) -> Settled {
        let Some(entry) = self.lookup(&agency.name, &agency.region) else {
            // One that is gone is where its successor is.
            let next = self.successors(&agency.name, &agency.region).find(|next| !next.region.is_empty());
            if let Some(region) = next.map(|next| next.region.clone().into()) {
                agency.region = region;
            }
            return Settled::Unknown;
        };
        let name = (agency.name != entry.name).then(|| std::mem::replace(&mut agency.name, entry.name.clone()));
        let region = !entry.region.is_empty() && *agency.region != *entry.region;
        if region {
            agency.region = entry.region.clone().into();
        }
        let level = entry.level.is_some() && agency.level != entry.level;
        if level {
            agency.level.clone_from(&entry.level);
        }
        Settled::Known { name, region, level }
    }
}

fn add_to(names: &mut HashMap<String, Vec<usize>>, name: String, at: usize) {
    let all = names.entry(name).or_default();
    if !all.contains(&at) {
        all.push(at);
    }
}

/// NFKC, letters and digits only.
fn normal(name: &str) -> String {
    name.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A normalised name without the regions it begins with.
fn without_region(name: &str, region: &[SafeText]) -> String {
    let mut rest = name;
    for part in region {
        rest = rest.strip_prefix(&*normal(part)).unwrap_or(rest);
    }
    rest.to_owned()
}

/// Do two regions not speak against each other? One may leave out what the other has.
fn agree(one: &[SafeText], other: &[SafeText]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut rest = long.iter();
    short.iter().all(|part| rest.any(|known| known == part))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Aliases,
    Region,
    Level,
    Kind,
    Parent,
    Predecessors,
    Received,
    Published,
}

/// What the columns may be called.
const NAMES: [(Column, &[&str]); 9] = [
    (Column::Name, &["名称", "机关名称", "单位名称", "机关", "单位", "name", "agency"]),
    (Column::Aliases, &["别名", "简称", "aliases", "alias"]),
    (Column::Region, &["地区", "区域", "region"]),
    (Column::Level, &["层级", "级别", "level"]),
    (Column::Kind, &["类型", "类别", "type", "kind"]),
    (Column::Parent, &["上级", "上级机关", "parent"]),
    (Column::Predecessors, &["前身", "原机关", "原单位", "predecessors", "predecessor"]),
    (Column::Received, &["报送日期", "收到日期", "received"]),
    (Column::Published, &["公开日期", "公布日期", "发布日期", "published"]),
];

impl Column {
    fn headed(heading: &str) -> Option<Self> {
        let heading = heading.to_lowercase();
        NAMES.iter().find(|(_, names)| names.contains(&&*heading)).map(|(column, _)| *column)
    }
}

/// What a line says of an agency.
fn entry(line: &Entry<'_, Column>) -> Result<RosterEntry, ListError> {
    let some = |wanted| line.text(&wanted).map(SafeText::line);
    let several = |wanted| -> Vec<SafeText> {
        let parts = line.text(&wanted).into_iter().flat_map(|text| text.split(['；', ';']).map(str::trim));
        parts.filter(|part| !part.is_empty()).map(SafeText::line).collect()
    };
    let date = |wanted| line.text(&wanted).map(|text| line.value(&wanted, text, list::date)).transpose();
    Ok(RosterEntry {
        name: line.name(&Column::Name)?,
        aliases: several(Column::Aliases),
        region: line.region(&Column::Region)?,
        level: some(Column::Level),
        kind: some(Column::Kind),
        parent: some(Column::Parent),
        predecessors: several(Column::Predecessors),
        received: date(Column::Received)?,
        published: date(Column::Published)?,
    })
}

#[cfg(test)]
mod tests;
