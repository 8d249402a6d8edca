//! What others know of the agencies: a ledger of figures, dates of receipt, a roll-up that was frozen.
//!
//! Owns: reading it from a table (CSV or a workbook, a line for each agency) or from a frozen roll-up (JSON), and finding
//! what is said of a report. Agencies are found as in the roster: by full name, or without the regions before it, and
//! never where several could be meant. Knows no rule.

mod published;

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::roster::{Roster, RosterEntry, RosterError, RosterErrorKind, error, lines};
use super::{Head, Number, SafeText};
use crate::form;

pub(crate) use published::Published;

/// What is said of one agency, of one year where one is named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct GivenEntry {
    /// The year, where one is named.
    pub(crate) year: Option<u16>,
    /// Figures by the ids of cells.
    pub(crate) cells: Vec<(Box<str>, Number)>,
    /// When its report came in.
    pub(crate) received: Option<Date>,
    /// When it was published.
    pub(crate) published: Option<Date>,
}

/// All that is said, by agency.
#[derive(Debug, Clone, Default)]
pub(crate) struct Given {
    names: Roster,
    entries: HashMap<(SafeText, Vec<SafeText>), Vec<GivenEntry>>,
}

/// The columns that a ledger may have beside those that are known: what they are called, and what they hold.
pub(crate) type ColumnNames = [(Box<str>, Box<str>)];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    names: HashMap<Box<str>, Vec<Box<str>>>,
    cells: HashMap<Box<str>, Vec<Box<str>>>,
}

static COLUMNS: LazyLock<Option<Columns>> = LazyLock::new(|| {
    // That the embedded file loads is proved by the test `the_known_columns_are_sound`.
    toml::from_str(include_str!("columns.toml")).ok()
});

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Name,
    Region,
    Year,
    Received,
    Published,
    Cell(Box<str>),
}

impl Column {
    /// By what it is called in mappings: `name`, `year`, the id of a cell.
    fn of(what: &str) -> Option<Self> {
        Some(match what {
            "name" => Self::Name,
            "region" => Self::Region,
            "year" => Self::Year,
            "received" => Self::Received,
            "published" => Self::Published,
            cell if form::editions().iter().any(|form| form.cell(cell).is_some()) => Self::Cell(cell.into()),
            _ => return None,
        })
    }

    /// By its heading.
    fn headed(heading: &str, own: &ColumnNames) -> Option<Self> {
        let heading = heading.trim();
        if let Some((_, what)) = own.iter().find(|(name, _)| **name == *heading) {
            return Self::of(what);
        }
        let known = COLUMNS.iter().flat_map(|columns| columns.names.iter().chain(&columns.cells));
        let mut known = known.filter(|(_, names)| names.iter().any(|name| **name == *heading));
        known.next().and_then(|(what, _)| Self::of(what)).or_else(|| Self::of(heading))
    }
}

/// Can a column hold this? For profiles that name what a column holds.
#[must_use]
pub(crate) fn is_column(what: &str) -> bool {
    Column::of(what).is_some()
}

impl Given {
    /// Reads a table: CSV (UTF-8 or GB18030) or a workbook (`xlsx`); its first line names the columns. `own` are further
    /// names of columns.
    ///
    /// # Errors
    /// [`RosterError`], naming line and column.
    pub(crate) fn parse(bytes: &[u8], own: &ColumnNames) -> Result<Self, RosterError> {
        let mut lines = lines::read(bytes)?.into_iter();
        let header = lines.by_ref().find(|line| line.fields.iter().any(|field| !field.is_empty()));
        let header = header.ok_or_else(|| error(RosterErrorKind::NoHeader, 1, 0))?;
        let mut columns: Vec<Option<Column>> = Vec::new();
        for (field, number) in header.fields.iter().zip(1..) {
            let column = Column::headed(field, own);
            if column.is_some() && columns.contains(&column) {
                return Err(error(RosterErrorKind::ColumnTwice(field.trim().into()), header.number, number));
            }
            columns.push(column);
        }
        if !columns.contains(&Some(Column::Name)) {
            return Err(error(RosterErrorKind::NoHeader, header.number, 0));
        }
        if !columns.iter().flatten().any(|column| !matches!(column, Column::Name | Column::Region | Column::Year)) {
            return Err(error(RosterErrorKind::NothingGiven, header.number, 0));
        }
        let mut given = Self::default();
        for line in lines.filter(|line| line.fields.iter().any(|field| !field.trim().is_empty())) {
            let mut agency = RosterEntry::default();
            let mut entry = GivenEntry::default();
            for ((column, field), number) in columns.iter().zip(&line.fields).zip(1..) {
                let (Some(column), text) = (column, field.trim()) else { continue };
                let bad = || error(RosterErrorKind::NoValue(SafeText::line(text)), line.number, number);
                match column {
                    _ if text.is_empty() => {}
                    Column::Name => agency.name = SafeText::line(text),
                    Column::Region => agency.region = region(text),
                    Column::Year => entry.year = Some(year(text).ok_or_else(bad)?),
                    Column::Received => entry.received = Some(date(text).ok_or_else(bad)?),
                    Column::Published => entry.published = Some(date(text).ok_or_else(bad)?),
                    Column::Cell(cell) => entry.cells.push((cell.clone(), Number::parse(text).ok_or_else(bad)?)),
                }
            }
            if agency.name.is_empty() {
                return Err(error(RosterErrorKind::NoName, line.number, 0));
            }
            given.add(agency, entry);
        }
        Ok(given.settled())
    }

    /// Reads a roll-up that was frozen: `{ "schema": "gouji/frozen/1", "reports": [ { "agency": { "name", "region" }, "year",
    /// "cells": { "requests/new/total": 5 } } ] }`.
    ///
    /// # Errors
    /// [`RosterError`], naming the line.
    pub(crate) fn frozen(bytes: &[u8]) -> Result<Self, RosterError> {
        let wrong = |line: usize| error(RosterErrorKind::NotFrozen, u32::try_from(line).unwrap_or(0), 0);
        let file: Frozen = serde_json::from_slice(bytes).map_err(|error| wrong(error.line()))?;
        if file.schema != FROZEN {
            return Err(wrong(1));
        }
        let mut given = Self::default();
        for report in file.reports {
            let region = report.agency.region.iter().map(|part| SafeText::line(part)).collect();
            let agency = RosterEntry { name: SafeText::line(&report.agency.name), region, ..RosterEntry::default() };
            let number = |value: &serde_json::Value| match value {
                serde_json::Value::String(text) => Number::parse(text),
                other => Number::parse(&other.to_string()),
            };
            let cells = report.cells.iter().filter_map(|(cell, value)| Some((cell.as_str().into(), number(value)?)));
            let cells: Vec<(Box<str>, Number)> = cells.collect();
            given.add(agency, GivenEntry { year: Some(report.year), cells, ..GivenEntry::default() });
        }
        Ok(given.settled())
    }

    fn add(&mut self, agency: RosterEntry, entry: GivenEntry) {
        self.entries.entry((agency.name, agency.region)).or_default().push(entry);
    }

    /// With the agencies ready to be looked for.
    fn settled(mut self) -> Self {
        let agencies = self.entries.keys();
        let agencies = agencies.map(|(name, region)| RosterEntry {
            name: name.clone(),
            region: region.clone(),
            ..RosterEntry::default()
        });
        self.names = Roster::of(agencies.collect());
        self
    }

    /// What is said of a report; `None` where nothing is, or where it is not sure that it is of this one.
    #[must_use]
    pub(crate) fn of(&self, head: &Head) -> Option<&GivenEntry> {
        let agency = self.names.lookup(&head.agency.name, &head.agency.region)?;
        let entries = self.entries.get(&(agency.name.clone(), agency.region.clone()))?;
        let mut of_year = entries.iter().filter(|entry| entry.year.is_none_or(|year| year == head.year));
        // Two lines for one year: which of them counts is not known.
        of_year.next().filter(|_| of_year.next().is_none())
    }
}

/// What a frozen roll-up calls itself.
pub(crate) const FROZEN: &str = "gouji/frozen/1";

#[derive(Deserialize)]
struct Frozen {
    schema: String,
    reports: Vec<FrozenReport>,
}

#[derive(Deserialize)]
struct FrozenReport {
    agency: FrozenAgency,
    year: u16,
    cells: serde_json::Map<String, serde_json::Value>,
}

#[derive(Deserialize)]
struct FrozenAgency {
    name: String,
    #[serde(default)]
    region: Vec<String>,
}

fn region(text: &str) -> Vec<SafeText> {
    text.split(['/', '／', ' ', '\u{3000}']).filter(|part| !part.is_empty()).map(SafeText::line).collect()
}

/// `2024`, `2024年`.
fn year(text: &str) -> Option<u16> {
    text.trim_end_matches(['年', '度']).parse().ok().filter(|year| (1990..2100).contains(year))
}

/// `2025-01-20`, `2025/1/20`, `2025.1.20`, `2025年1月20日`, with or without a time behind it.
pub(in crate::report) fn date(text: &str) -> Option<Date> {
    let day = text.split([' ', 'T']).next()?;
    let mut parts = day.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Agency;

    fn head(name: &str, region: &[&str], year: u16) -> Head {
        let region = region.iter().map(|part| SafeText::line(part)).collect();
        Head { agency: Agency { name: SafeText::line(name), region, ..Agency::default() }, year, version: None }
    }

    #[test]
    fn the_known_columns_are_sound() {
        let columns = COLUMNS.as_ref().unwrap();
        for what in columns.names.keys().chain(columns.cells.keys()) {
            assert!(is_column(what), "{what}");
        }
        let mut all: Vec<&str> =
            columns.names.values().chain(columns.cells.values()).flatten().map(|name| &**name).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "a name means one column");
    }

    #[test]
    fn a_ledger_is_read_by_its_headings_and_those_of_the_office() {
        let own = [("今年发文".into(), "disclosure/normative/issued".into())];
        let text = "机关,地区,年度,今年发文,规范性文件废止,备注\n甲县教育局,子省/甲县,2024,3,,无\n甲县公安局,子省/甲县,2024年,2,1,\n";
        let given = Given::parse(text.as_bytes(), &own).unwrap();
        let one = given.of(&head("教育局", &["子省", "甲县"], 2024)).unwrap();
        assert_eq!(one.cells, [("disclosure/normative/issued".into(), Number::int(3))]);
        assert_eq!(given.of(&head("甲县教育局", &["子省", "甲县"], 2023)), None, "another year");
        assert_eq!(given.of(&head("乙县教育局", &["子省", "乙县"], 2024)), None, "another agency");
    }

    #[test]
    fn which_line_counts_must_be_sure() {
        let twice = "名称,年度,复议维持\n甲县教育局,2024,1\n甲县教育局,2024,2\n";
        assert_eq!(Given::parse(twice.as_bytes(), &[]).unwrap().of(&head("甲县教育局", &[], 2024)), None);
        let two = "名称,地区,复议维持\n教育局,甲县,1\n教育局,乙县,2\n";
        let given = Given::parse(two.as_bytes(), &[]).unwrap();
        assert_eq!(given.of(&head("教育局", &[], 2024)), None);
        assert!(given.of(&head("教育局", &["乙县"], 2024)).is_some());
    }

    #[test]
    fn what_is_no_number_or_date_is_named_with_its_place() {
        for (text, line, column) in [
            ("名称,复议维持\n甲局,约3\n", 2, 2),
            ("名称,报送日期\n甲局,2025-1-20\n乙局,明天\n", 3, 2),
            ("名称,地区\n甲局,乙市\n", 1, 0),
            ("复议维持\n3\n", 1, 0),
            ("名称,复议维持\n,3\n", 2, 0),
            ("名称,复议维持,行政复议维持\n甲局,3,3\n", 1, 3),
        ] {
            let error = Given::parse(text.as_bytes(), &[]).unwrap_err();
            assert_eq!((error.line, error.column), (line, column), "{text}");
        }
    }

    #[test]
    fn dates_are_written_in_several_ways() {
        for text in
            ["2025-01-20", "2025/1/20", "2025.1.20", "2025年1月20日", "2025-01-20 08:30:00", "2025-01-20T08:30:00"]
        {
            assert_eq!(date(text), Date::new(2025, 1, 20).ok(), "{text}");
        }
        for text in ["", "2025", "2025-13-01", "1月20日", "2025-01-20-01"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn a_frozen_roll_up_is_json() {
        let text = r#"{ "schema": "gouji/frozen/1", "reports": [
            { "agency": { "name": "甲县教育局", "region": ["甲县"] }, "year": 2024,
              "cells": { "requests/new/total": 5, "disclosure/fees/amount": "0.25" } } ] }"#;
        let given = Given::frozen(text.as_bytes()).unwrap();
        let entry = given.of(&head("甲县教育局", &["甲县"], 2024)).unwrap();
        assert_eq!(entry.cells.len(), 2);
        for bad in ["[]", "{", r#"{ "schema": "other/1", "reports": [] }"#] {
            assert!(Given::frozen(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
