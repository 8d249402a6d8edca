//! The roster: the agencies expected to report, with their official names.
//!
//! Owns: reading it from a CSV file or a workbook, and finding an agency by any of its names. Its first line names
//! the columns, in Chinese or English: 名称/name, 别名/aliases, 地区/region, 层级/level, 类型/type, 上级/parent,
//! 前身/predecessors, 起始/from, 终止/until (the first and the last year that it reports on, a month or a day in it),
//! 报送日期/received, 公开日期/published. Only the name is required; further columns are ignored. Several aliases or
//! predecessors are separated by `；` or `、`, the parts of a region by `/`, spaces and what else joins them. Knows no
//! document and no rule.

mod lookup;
mod namesakes;

use std::collections::HashMap;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use namesakes::Namesakes;

use super::SafeText;
use super::list::{self, Entry, List, ListError, ListErrorKind, Moment};

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
    /// The first year that it reports on.
    pub(crate) from: Option<u16>,
    /// The last year that it reports on.
    pub(crate) until: Option<u16>,
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
    by_name: HashMap<String, Namesakes>,
    /// The same by the name without the regions before it.
    by_short: HashMap<String, Namesakes>,
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
            let short = without_region(&normal, &entry.region);
            self.by_short.entry(short).or_default().add(at, &entry, &self.entries);
            self.by_name.entry(normal).or_default().add(at, &entry, &self.entries);
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
}

fn add_to(names: &mut HashMap<String, Vec<usize>>, name: String, at: usize) {
    let all = names.entry(name).or_default();
    if all.last() != Some(&at) {
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

/// What a column of a roster holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Aliases,
    Region,
    Level,
    Kind,
    Parent,
    Predecessors,
    From,
    Until,
    Received,
    Published,
}

/// What the columns may be called.
const NAMES: [(Column, &[&str]); 11] = [
    (Column::Name, &["名称", "机关名称", "单位名称", "机关全称", "单位全称", "全称", "机关", "单位", "name", "agency"]),
    (Column::Aliases, &["别名", "简称", "曾用名", "aliases", "alias"]),
    (Column::Region, &["地区", "区域", "所属地区", "所在地区", "行政区划", "region"]),
    (Column::Level, &["层级", "级别", "level"]),
    (Column::Kind, &["类型", "类别", "单位类型", "机关类型", "type", "kind"]),
    (Column::Parent, &["上级", "上级机关", "上级单位", "主管部门", "主管单位", "parent"]),
    (Column::Predecessors, &["前身", "原机关", "原单位", "原单位名称", "predecessors", "predecessor"]),
    (Column::From, &["起始", "起始年份", "成立日期", "成立时间", "from"]),
    (Column::Until, &["终止", "终止年份", "撤销日期", "撤销时间", "until"]),
    (Column::Received, &["报送日期", "收到日期", "received"]),
    (Column::Published, &["公开日期", "公布日期", "发布日期", "published"]),
];

impl Column {
    /// By its heading.
    pub(super) fn headed(heading: &str) -> Option<Self> {
        let heading = heading.to_lowercase();
        NAMES.iter().find(|(_, names)| names.contains(&&*heading)).map(|(column, _)| *column)
    }
}

/// Who is gone within a year does not report on it: whoever took over does.
fn last_year(until: Moment) -> u16 {
    let is_whole = match (until.month, until.day) {
        (None, _) | (Some(12), None | Some(31)) => true,
        (Some(_), _) => false,
    };
    if is_whole { until.year } else { until.year.saturating_sub(1) }
}

/// What a line says of an agency.
fn entry(line: &Entry<'_, Column>) -> Result<RosterEntry, ListError> {
    let some = |wanted| line.text(&wanted).map(SafeText::line);
    let several = |wanted| -> Vec<SafeText> {
        let parts = line.text(&wanted).into_iter().flat_map(|text| text.split(['；', ';', '、']).map(str::trim));
        parts.filter(|part| !part.is_empty()).map(SafeText::line).collect()
    };
    let date = |wanted| line.text(&wanted).map(|text| line.value(&wanted, text, list::date)).transpose();
    let moment = |wanted| line.text(&wanted).map(|text| line.value(&wanted, text, list::moment)).transpose();
    Ok(RosterEntry {
        name: line.name(&Column::Name)?,
        aliases: several(Column::Aliases),
        region: line.region(&Column::Region)?,
        level: some(Column::Level),
        kind: some(Column::Kind),
        parent: some(Column::Parent),
        predecessors: several(Column::Predecessors),
        from: moment(Column::From)?.map(|when| when.year),
        until: moment(Column::Until)?.map(last_year),
        received: date(Column::Received)?,
        published: date(Column::Published)?,
    })
}

#[cfg(test)]
mod tests;
