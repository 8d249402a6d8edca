//! A file of another program as records: rows of a sheet under their names, or objects of a JSON text by their paths.

use serde_json::Value;

use crate::base::nearest::nearest;
use crate::read::ReadError;
use crate::read::format::{csv_rows, sheet_rows};
use crate::read::spelling::decode;

use super::file::{Mapping, Named, Year};
use super::json;
use super::problem::{MapError, MappingTrouble, collect};
use super::records::{MAX_NAMES, MAX_SLOTS, Records, Row, same, turned, under};

/// A file that has been taken apart, names not yet looked at.
pub(super) struct Source {
    pub(crate) format: &'static str,
    pub(crate) encoding: Option<String>,
    pub(crate) content: Content,
}

pub(super) enum Content {
    /// The sheets of a workbook with their names, or the one of a CSV.
    Sheets(Vec<(String, Vec<Row>)>),
    /// The values of a JSON text.
    Json(Vec<Value>),
}

/// So many rows are looked at for the one with the names.
const HEADER_WITHIN: usize = 30;
impl Source {
    /// Takes a file apart: a workbook by its first bytes, JSON by its first sign, anything else as CSV.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, MapError> {
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
    pub(crate) fn records(&self, mapping: &Mapping) -> Result<Vec<Records>, MapError> {
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

/// Where what every report needs stands.
pub(super) struct Places {
    pub(crate) agency: usize,
    pub(crate) year: Option<usize>,
    pub(crate) region: Vec<usize>,
    pub(crate) level: Option<usize>,
    pub(crate) title: Option<usize>,
}

impl Places {
    /// Finds them. Of several sheets not each has what may be left out.
    pub(crate) fn of(mapping: &Mapping, records: &Records, are_several: bool) -> Result<Self, MapError> {
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

    pub(crate) fn all(&self) -> impl Iterator<Item = usize> {
        let one = [Some(self.agency), self.year, self.level, self.title].into_iter().flatten();
        one.chain(self.region.iter().copied())
    }
}
