//! A file of another program as records: rows of a sheet under their names, or objects of a JSON text by their paths.

use crate::read::ReadError;
use crate::read::decode;
use crate::read::format::{csv_rows, sheet_rows};

use super::file::{Mapping, Named, Year};
use super::json;
use super::problem::{MapError, What, nearest};

/// A row with its number in the file, from 1, and its fields.
pub(super) type Row = (usize, Vec<String>);

/// A file that has been taken apart, names not yet looked at.
pub(super) struct Source {
    pub format: &'static str,
    pub encoding: Option<String>,
    pub content: Content,
}

pub(super) enum Content {
    /// The sheet's rows.
    Rows(Vec<Row>),
    /// Objects, already under their names.
    Items(Records),
}

/// Values under names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Records {
    /// Each name as one or several levels, the outermost first.
    pub names: Vec<Vec<String>>,
    /// The number of each record in the file, and its values: `None` is not there, an empty text is blank.
    pub rows: Vec<(usize, Vec<Option<String>>)>,
}

/// So many rows are looked at for the one with the names.
const HEADER_WITHIN: usize = 30;
/// More names than this has nobody.
pub(super) const MAX_NAMES: usize = 4096;

impl Source {
    /// Takes a file apart: a workbook by its first bytes, JSON by its first sign, anything else as CSV.
    pub fn open(bytes: &[u8], sheet: Option<&str>, items: Option<&Named>) -> Result<Self, MapError> {
        if bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            let (format, sheets) = sheet_rows(bytes).map_err(MapError::Source)?;
            let rows = pick(sheets, sheet)?;
            return Ok(Self { format, encoding: None, content: Content::Rows(rows) });
        }
        let decoded = decode::decode(bytes).ok_or(MapError::Source(ReadError::NotText))?;
        let encoding = Some(decoded.encoding.to_string());
        if decoded.text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']) {
            let records = json::records(&decoded.text, items)?;
            return Ok(Self { format: "json", encoding, content: Content::Items(records) });
        }
        let rows = csv_rows(&decoded.text).map_err(MapError::Source)?;
        Ok(Self { format: "csv", encoding, content: Content::Rows(rows) })
    }

    /// The records, the row of names found where the mapping does not say it.
    pub fn records(&self, mapping: &Mapping) -> Result<std::borrow::Cow<'_, Records>, MapError> {
        match &self.content {
            Content::Items(records) => Ok(std::borrow::Cow::Borrowed(records)),
            Content::Rows(rows) => {
                let header = match mapping.header {
                    Some((first, last)) => (first, last),
                    None => find_header(rows, mapping)?,
                };
                let records = under(rows, header);
                if records.names.is_empty() {
                    return Err(MapError::one(0, "header", What::NoHeader, None));
                }
                Ok(std::borrow::Cow::Owned(records))
            }
        }
    }
}

impl Clone for Records {
    fn clone(&self) -> Self {
        Self { names: self.names.clone(), rows: self.rows.clone() }
    }
}

fn pick(sheets: Vec<(String, Vec<Row>)>, wanted: Option<&str>) -> Result<Vec<Row>, MapError> {
    let Some(wanted) = wanted else {
        let fullest = sheets.into_iter().max_by_key(|(_, rows)| rows.len());
        return Ok(fullest.map(|(_, rows)| rows).unwrap_or_default());
    };
    let near = nearest(wanted, sheets.iter().map(|(name, _)| name.as_str()));
    let found = sheets.into_iter().find(|(name, _)| name == wanted);
    found.map(|(_, rows)| rows).ok_or_else(|| MapError::one(0, wanted, What::NoSheet, near))
}

/// The row that has the name of what holds the agency.
fn find_header(rows: &[Row], mapping: &Mapping) -> Result<(usize, usize), MapError> {
    let agency = &mapping.agency;
    let within = || rows.iter().take(HEADER_WITHIN);
    if let Some((number, _)) = within().find(|(_, fields)| fields.iter().any(|field| same(field, &agency.name))) {
        return Ok((*number, *number));
    }
    let near = nearest(&agency.name, within().flat_map(|(_, fields)| fields.iter().map(String::as_str)));
    Err(MapError::one(agency.line, &agency.name, What::NoName, near))
}

/// Rows below rows of names. A blank in an upper row of names belongs to the name before it (merged cells).
pub(super) fn under(rows: &[Row], (first, last): (usize, usize)) -> Records {
    let head: Vec<&Vec<String>> =
        rows.iter().filter(|(number, _)| (first..=last).contains(number)).map(|(_, fields)| fields).collect();
    let width = head.iter().map(|fields| fields.len()).max().unwrap_or(0).min(MAX_NAMES);
    let mut names: Vec<Vec<String>> = vec![Vec::new(); width];
    for (level, fields) in head.iter().enumerate() {
        let is_upper = level + 1 < head.len();
        let mut before = "";
        for (column, levels) in names.iter_mut().enumerate() {
            let own = fields.get(column).map_or("", |field| field.trim());
            let name = if own.is_empty() && is_upper { before } else { own };
            before = name;
            if !name.is_empty() && levels.last().is_none_or(|last| last != name) {
                levels.push(name.to_owned());
            }
        }
    }
    let below = rows.iter().filter(|(number, fields)| *number > last && fields.iter().any(|f| !f.trim().is_empty()));
    let rows = below.map(|(number, fields)| {
        let values = (0..width).map(|column| Some(fields.get(column).cloned().unwrap_or_default()));
        (*number, values.collect())
    });
    Records { rows: rows.collect(), names }
}

/// The same name, but for spaces around it and within.
pub(super) fn same(a: &str, b: &str) -> bool {
    let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    bare(a) == bare(b)
}

impl Records {
    /// Where a name stands. One of several levels is found by its last level, or by all of them with `/` between.
    pub fn find(&self, named: &Named) -> Result<usize, MapError> {
        let by = |is: &dyn Fn(&[String]) -> bool| self.names.iter().position(|levels| is(levels));
        let whole = by(&|levels| same(&levels.join("/"), &named.name));
        let found = whole.or_else(|| by(&|levels| levels.last().is_some_and(|last| same(last, &named.name))));
        found.ok_or_else(|| {
            let joined: Vec<String> = self.names.iter().map(|levels| levels.join("/")).collect();
            let near = nearest(&named.name, joined.iter().map(String::as_str));
            MapError::one(named.line, &named.name, What::NoName, near)
        })
    }

    /// The same for several names; everything that is not there is said at once.
    pub fn find_all<'n>(&self, names: impl IntoIterator<Item = &'n Named>) -> Result<Vec<usize>, MapError> {
        let (mut found, mut problems) = (Vec::new(), Vec::new());
        for named in names {
            match self.find(named) {
                Ok(at) => found.push(at),
                Err(MapError::Problems(more)) => problems.extend(more),
                Err(other) => return Err(other),
            }
        }
        if problems.is_empty() { Ok(found) } else { Err(MapError::Problems(problems)) }
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
    /// Finds them.
    pub fn of(mapping: &Mapping, records: &Records) -> Result<Self, MapError> {
        let one = |named: &Option<Named>| named.as_ref().map(|named| records.find(named)).transpose();
        let year = match &mapping.year {
            Year::Always(_) => None,
            Year::In(named) => Some(records.find(named)?),
        };
        Ok(Self {
            agency: records.find(&mapping.agency)?,
            year,
            region: records.find_all(&mapping.region)?,
            level: one(&mapping.level)?,
            title: one(&mapping.title)?,
        })
    }
}
