//! The roster: the agencies expected to report, with their official names.
//!
//! Owns: reading it from a CSV file or a workbook, and finding an agency by any of its names. Its first line names
//! the columns, in Chinese or English: 名称/name, 别名/aliases, 地区/region, 层级/level, 类型/type, 上级/parent,
//! 前身/predecessors, 报送日期/received, 公开日期/published. Only the name is required; further columns are ignored. Several aliases or predecessors are
//! separated by `；`, the parts of a region by `/` or spaces. Knows no document and no rule.

pub(super) mod lines;

use std::collections::HashMap;
use std::fmt;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use crate::words::{Describe, Words};

use super::{Agency, SafeText, bounds, given};

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

/// Why a file is not a roster. It names line and column; the caller knows the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RosterError {
    /// What is wrong.
    pub(crate) kind: RosterErrorKind,
    /// The line, from 1; 0 where none can be named.
    pub(crate) line: u32,
    /// The column, from 1; 0 where none can be named.
    pub(crate) column: u32,
}

/// What is wrong with a file that should be a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum RosterErrorKind {
    /// Neither UTF-8 nor GB18030.
    NotText,
    /// Not a whole workbook.
    NoWorkbook,
    /// More parts of a region than a report may have.
    LongRegion,
    /// More bytes, lines or columns than any roster has.
    TooLarge,
    /// No line names a column 名称 or `name`.
    NoHeader,
    /// A column stands twice; its name.
    ColumnTwice(Box<str>),
    /// A line without a name.
    NoName,
    /// The same agency twice; the line of the first.
    Twice(u32),
    /// What is no number, no year or no date.
    NoValue(SafeText),
    /// No column holds anything that is known.
    NothingGiven,
    /// Not a frozen roll-up.
    NotFrozen,
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
    /// [`RosterError`], naming line and column.
    pub fn parse(bytes: &[u8]) -> Result<Self, RosterError> {
        let lines = lines::read(bytes)?;
        let mut lines = lines.into_iter();
        let header = lines.by_ref().find(|line| line.fields.iter().any(|field| !field.is_empty()));
        let header = header.ok_or_else(|| error(RosterErrorKind::NoHeader, 1, 0))?;
        let columns = Columns::new(&header)?;
        let mut roster = Self::default();
        let mut known: HashMap<(String, Vec<SafeText>), u32> = HashMap::new();
        for line in lines.filter(|line| line.fields.iter().any(|field| !field.is_empty())) {
            let entry = columns.entry(&line)?;
            let same = (normal(&entry.name), entry.region.clone());
            if let Some(first) = known.insert(same, line.number) {
                return Err(error(RosterErrorKind::Twice(first), line.number, columns.number(Column::Name)));
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

/// Which column stands where.
struct Columns(Vec<Option<Column>>);

impl Columns {
    fn new(header: &lines::Line) -> Result<Self, RosterError> {
        let mut columns = Vec::new();
        for (field, number) in header.fields.iter().zip(1..) {
            let name = field.trim().to_lowercase();
            let column = NAMES.iter().find(|(_, names)| names.contains(&&*name)).map(|(column, _)| *column);
            if column.is_some() && columns.contains(&column) {
                return Err(error(RosterErrorKind::ColumnTwice(name.into()), header.number, number));
            }
            columns.push(column);
        }
        if !columns.contains(&Some(Column::Name)) {
            return Err(error(RosterErrorKind::NoHeader, header.number, 0));
        }
        Ok(Self(columns))
    }

    fn number(&self, wanted: Column) -> u32 {
        let at = self.0.iter().position(|column| *column == Some(wanted));
        at.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0)
    }

    fn entry(&self, line: &lines::Line) -> Result<RosterEntry, RosterError> {
        let text = |wanted| {
            let at = self.0.iter().position(|column| *column == Some(wanted));
            at.and_then(|at| line.fields.get(at)).map_or("", |field| field.trim())
        };
        let parts = |wanted, separators: &[char]| -> Vec<SafeText> {
            let parts = text(wanted).split(separators).map(str::trim).filter(|part| !part.is_empty());
            parts.map(SafeText::line).collect()
        };
        let some = |wanted| Some(text(wanted)).filter(|text| !text.is_empty()).map(SafeText::line);
        if normal(text(Column::Name)).is_empty() {
            return Err(error(RosterErrorKind::NoName, line.number, self.number(Column::Name)));
        }
        let region = parts(Column::Region, &['/', '／', ' ', '\u{3000}']);
        if region.len() > bounds::REGION {
            return Err(error(RosterErrorKind::LongRegion, line.number, self.number(Column::Region)));
        }
        let date = |wanted| match text(wanted) {
            "" => Ok(None),
            text => match given::date(text) {
                date @ Some(_) => Ok(date),
                None => Err(error(RosterErrorKind::NoValue(SafeText::line(text)), line.number, self.number(wanted))),
            },
        };
        Ok(RosterEntry {
            name: SafeText::line(text(Column::Name)),
            aliases: parts(Column::Aliases, &['；', ';']),
            region,
            level: some(Column::Level),
            kind: some(Column::Kind),
            parent: some(Column::Parent),
            predecessors: parts(Column::Predecessors, &['；', ';']),
            received: date(Column::Received)?,
            published: date(Column::Published)?,
        })
    }
}

pub(super) fn error(kind: RosterErrorKind, line: u32, column: u32) -> RosterError {
    RosterError { kind, line, column }
}

impl Describe for RosterError {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.roster;
        let what = match &self.kind {
            RosterErrorKind::NotText => texts.not_text().to_owned(),
            RosterErrorKind::NoWorkbook => texts.no_workbook().to_owned(),
            RosterErrorKind::TooLarge => texts.too_large().to_owned(),
            RosterErrorKind::NoHeader => texts.no_header().to_owned(),
            RosterErrorKind::ColumnTwice(name) => texts.column_twice(SafeText::line(name)),
            RosterErrorKind::LongRegion => texts.long_region(bounds::REGION),
            RosterErrorKind::NoName => texts.no_name().to_owned(),
            RosterErrorKind::Twice(first) => texts.twice(first),
            RosterErrorKind::NoValue(text) => texts.no_value(text),
            RosterErrorKind::NothingGiven => texts.nothing_given().to_owned(),
            RosterErrorKind::NotFrozen => texts.not_frozen().to_owned(),
        };
        let mut place = String::new();
        if self.line > 0 {
            place += &texts.line(self.line);
        }
        if self.column > 0 {
            place += &texts.column(self.column);
        }
        if place.is_empty() { what } else { format!("{place}{}{what}", texts.after_place()) }
    }
}

impl fmt::Display for RosterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(crate::words::EN))
    }
}

impl std::error::Error for RosterError {}

#[cfg(test)]
mod tests;
