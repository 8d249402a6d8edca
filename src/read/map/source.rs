//! A file of another program as records: rows of a sheet under their names, or objects of a JSON text by their paths.

use std::collections::HashMap;

use serde_json::Value;

use crate::base::nearest::nearest;
use crate::read::ReadError;
use crate::read::format::{csv_rows, sheet_rows};
use crate::read::spelling::decode;

use super::file::{Mapping, Named, Year};
use super::problem::{MapError, MappingTrouble};
use super::{collect, json};

/// A row with its number in the file, from 1, and its fields.
pub(super) type Row = (usize, Vec<String>);

/// A file that has been taken apart, names not yet looked at.
pub(super) struct Source {
    pub format: &'static str,
    pub encoding: Option<String>,
    pub content: Content,
}

pub(super) enum Content {
    /// The sheets of a workbook with their names, or the one of a CSV.
    Sheets(Vec<(String, Vec<Row>)>),
    /// The values of a JSON text.
    Json(Vec<Value>),
}

/// Values under names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Records {
    /// Each name as one or several levels, the outermost first.
    pub names: Vec<Vec<String>>,
    /// The number of each record in the file, and its values: `None` is not there, an empty text is blank.
    pub rows: Vec<(usize, Vec<Option<String>>)>,
    /// Names with a level that stands twice, one below the other, and where: one cell over two rows, or 其他 of 其他.
    pub doubled: HashMap<usize, usize>,
    /// The sheet, where there are several: the outermost level of each name.
    pub sheet: Option<String>,
}

/// So many rows are looked at for the one with the names.
const HEADER_WITHIN: usize = 30;
/// More names than this has nobody.
pub(super) const MAX_NAMES: usize = 4096;
/// So many values have all records together, also where they leave most of their names out: short rows below many names
/// take as much room as long ones.
pub(super) const MAX_SLOTS: usize = 1 << 24;
/// The name of the sheet, where there are several.
pub(super) const SHEET: &str = "@sheet";

impl Source {
    /// Takes a file apart: a workbook by its first bytes, JSON by its first sign, anything else as CSV.
    pub fn open(bytes: &[u8]) -> Result<Self, MapError> {
        if bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            let (format, sheets) = sheet_rows(bytes).map_err(MapError::Source)?;
            return Ok(Self { format, encoding: None, content: Content::Sheets(sheets) });
        }
        let decoded = decode::decode(bytes).ok_or(MapError::Source(ReadError::NotText))?;
        let encoding = Some(decoded.encoding.to_string());
        if decoded.text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']) {
            return Ok(Self { format: "json", encoding, content: Content::Json(json::values(&decoded.text)?) });
        }
        let rows = csv_rows(&decoded.text).map_err(MapError::Source)?;
        Ok(Self { format: "csv", encoding, content: Content::Sheets(vec![(String::new(), rows)]) })
    }

    /// The records, the row of names found where the mapping does not say it; of several sheets, one after the other.
    pub fn records(&self, mapping: &Mapping) -> Result<Vec<Records>, MapError> {
        match &self.content {
            Content::Json(values) => {
                let items = mapping.items.as_ref();
                if let Some(rows) = json::rows(values, items.map(|items| items.name.as_str())) {
                    return Ok(vec![below(&rows, mapping)?]);
                }
                let labels: Vec<&str> = mapping.labels.iter().map(|label| label.name.as_str()).collect();
                Ok(vec![json::flatten(&json::items(values, items)?, &labels)?])
            }
            Content::Sheets(sheets) if mapping.sheets.len() > 1 => {
                let one = |named: &Named| {
                    let (name, rows) = pick(sheets, named)?;
                    let mut records = below(rows, mapping)?;
                    records.in_sheet(name);
                    Ok(records)
                };
                mapping.sheets.iter().map(one).collect()
            }
            Content::Sheets(sheets) => {
                let rows = match mapping.sheets.first() {
                    Some(named) => pick(sheets, named)?.1,
                    None => sheets.iter().max_by_key(|(_, rows)| rows.len()).map_or(&[][..], |(_, rows)| rows),
                };
                Ok(vec![below(rows, mapping)?])
            }
        }
    }
}

/// The records below the names of a table.
fn below(rows: &[Row], mapping: &Mapping) -> Result<Records, MapError> {
    let turned = if mapping.turned { Some(turned(rows)?) } else { None };
    let rows = turned.as_deref().unwrap_or(rows);
    let header = match mapping.header {
        Some((first, last)) => (first, last),
        None => find_header(rows, mapping)?,
    };
    let is_name = |(number, _): &&Row| (header.0..=header.1).contains(number);
    let width = rows.iter().filter(is_name).map(|(_, fields)| fields.len()).max().unwrap_or(0).min(MAX_NAMES);
    if width.saturating_mul(rows.len()) > MAX_SLOTS {
        return Err(MapError::Source(ReadError::TooLarge));
    }
    let records = under(rows, header);
    if records.names.is_empty() {
        return Err(MapError::one(0, "header", MappingTrouble::NoHeader, None));
    }
    Ok(records)
}

/// A table with its rows as columns.
pub(super) fn turned(rows: &[Row]) -> Result<Vec<Row>, MapError> {
    const MAX_CELLS: usize = 1 << 22;
    let height = rows.iter().map(|(_, fields)| fields.len()).max().unwrap_or(0);
    if height.saturating_mul(rows.len()) > MAX_CELLS {
        return Err(MapError::Source(ReadError::TooLarge));
    }
    let column = |at: usize| rows.iter().map(|(_, fields)| fields.get(at).cloned().unwrap_or_default()).collect();
    Ok((0..height).map(|at| (at + 1, column(at))).collect())
}

fn pick<'s>(sheets: &'s [(String, Vec<Row>)], wanted: &Named) -> Result<(&'s str, &'s [Row]), MapError> {
    let found = sheets.iter().find(|(name, _)| *name == wanted.name);
    found.map(|(name, rows)| (name.as_str(), rows.as_slice())).ok_or_else(|| {
        let near = nearest(&wanted.name, sheets.iter().map(|(name, _)| name.as_str()));
        MapError::one(wanted.line, &wanted.name, MappingTrouble::NoSheet, near)
    })
}

/// The row that has the name of what holds the agency.
fn find_header(rows: &[Row], mapping: &Mapping) -> Result<(usize, usize), MapError> {
    let agency = &mapping.agency;
    let within = || rows.iter().take(HEADER_WITHIN);
    if let Some((number, _)) = within().find(|(_, fields)| fields.iter().any(|field| same(field, &agency.name))) {
        return Ok((*number, *number));
    }
    let near = nearest(&agency.name, within().flat_map(|(_, fields)| fields.iter().map(String::as_str)));
    Err(MapError::one(agency.line, &agency.name, MappingTrouble::NoName, near))
}

/// Rows below rows of names. A blank in an upper row of names belongs to the name before it (merged cells).
pub(super) fn under(rows: &[Row], (first, last): (usize, usize)) -> Records {
    let head: Vec<&Vec<String>> =
        rows.iter().filter(|(number, _)| (first..=last).contains(number)).map(|(_, fields)| fields).collect();
    let width = head.iter().map(|fields| fields.len()).max().unwrap_or(0).min(MAX_NAMES);
    let mut names: Vec<Vec<String>> = vec![Vec::new(); width];
    let mut doubled = HashMap::new();
    for (level, fields) in head.iter().enumerate() {
        let is_upper = level + 1 < head.len();
        let (mut before, mut above) = (String::new(), Vec::new());
        for (column, levels) in names.iter_mut().enumerate() {
            let own = fields.get(column).map_or("", |field| field.trim());
            // Only below one name is a blank part of the cell before it.
            let is_merged = own.is_empty() && is_upper && *levels == above;
            above.clone_from(levels);
            if !is_merged {
                own.clone_into(&mut before);
            }
            if levels.last() == Some(&before) {
                doubled.insert(column, levels.len());
            } else if !before.is_empty() {
                levels.push(before.clone());
            }
        }
    }
    let below = rows.iter().filter(|(number, fields)| *number > last && fields.iter().any(|f| !f.trim().is_empty()));
    let rows = below.map(|(number, fields)| {
        let values = (0..width).map(|column| Some(fields.get(column).cloned().unwrap_or_default()));
        (*number, values.collect())
    });
    Records { rows: rows.collect(), names, doubled, sheet: None }
}

/// The same name, but for spaces around it and within.
pub(super) fn same(a: &str, b: &str) -> bool {
    bare(a) == bare(b)
}

/// A name without spaces.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

impl Records {
    /// Under the name of their sheet, which also stands as a value of its own: `@sheet`.
    pub fn in_sheet(&mut self, sheet: &str) {
        for levels in self.names.iter_mut().filter(|levels| !levels.is_empty()) {
            levels.insert(0, sheet.to_owned());
        }
        self.sheet = Some(sheet.to_owned());
        self.doubled.values_mut().for_each(|level| *level += 1);
        self.names.push(vec![SHEET.to_owned()]);
        for (_, row) in &mut self.rows {
            row.push(Some(sheet.to_owned()));
        }
    }

    /// Where a name stands. One of several levels is found by its last level, or by all of them with `/` between.
    pub fn find(&self, named: &Named) -> Result<usize, MapError> {
        let by = |is: &dyn Fn(&[String]) -> bool| {
            let mut found = self.names.iter().enumerate().filter(|(_, levels)| is(levels)).map(|(at, _)| at);
            found.next().map(|first| (first, found.next().is_some()))
        };
        let whole = by(&|levels| same(&levels.join("/"), &named.name));
        let whole = whole.or_else(|| {
            by(&|levels| {
                self.sheet.is_some() && levels.get(1..).is_some_and(|levels| same(&levels.join("/"), &named.name))
            })
        });
        let found = whole.or_else(|| by(&|levels| levels.last().is_some_and(|last| same(last, &named.name))));
        match found {
            Some((at, false)) => Ok(at),
            Some((_, true)) => Err(MapError::one(named.line, &named.name, MappingTrouble::Several, None)),
            None => {
                let joined: Vec<String> = self.names.iter().map(|levels| levels.join("/")).collect();
                let near = nearest(&named.name, joined.iter().map(String::as_str));
                Err(MapError::one(named.line, &named.name, MappingTrouble::NoName, near))
            }
        }
    }

    /// The same for several names; everything that is not there is said at once.
    pub fn find_all<'n>(&self, names: impl IntoIterator<Item = &'n Named>) -> Result<Vec<usize>, MapError> {
        collect(names.into_iter().map(|named| self.find(named)))
    }
}

/// Where what every report needs stands.
pub(super) struct Places {
    pub agency: usize,
    pub year: Option<usize>,
    pub region: Vec<usize>,
    pub level: Option<usize>,
    pub title: Option<usize>,
}

impl Places {
    /// Finds them. Of several sheets not each has what may be left out.
    pub fn of(mapping: &Mapping, records: &Records, are_several: bool) -> Result<Self, MapError> {
        let find = |named: &Named| match records.find(named) {
            Err(_) if are_several => Ok(None),
            found => found.map(Some),
        };
        let one = |named: &Option<Named>| named.as_ref().map_or(Ok(None), &find);
        let year = match &mapping.year {
            Year::Always(_) => None,
            Year::In(named) => Some(records.find(named)?),
        };
        let region = collect(mapping.region.iter().map(&find))?.into_iter().flatten().collect();
        let (agency, level, title) = (records.find(&mapping.agency)?, one(&mapping.level)?, one(&mapping.title)?);
        Ok(Self { agency, year, region, level, title })
    }

    pub fn all(&self) -> impl Iterator<Item = usize> {
        let one = [Some(self.agency), self.year, self.level, self.title].into_iter().flatten();
        one.chain(self.region.iter().copied())
    }
}
