//! The ways to look at a file: which rows or columns hold the names, which objects are reports.

use std::cmp::Reverse;

use crate::read::map::json;
use crate::read::map::names::Names;
use crate::read::map::records::{Records, Row, turned, under};
use crate::read::map::source::{Content, Source};

use super::fields::{is_number, is_unit, year_in};
use super::view::View;

/// So many rows are looked at for the names, and so many of them may be names.
const WITHIN: usize = 30;
const LEVELS: usize = 4;
/// So many sheets, the fullest first.
const SHEETS: usize = 24;
/// Tables with more columns than this have their names in one of the first rows.
const WIDE: usize = 1024;

/// One way to look at a file, as a mapping says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Look {
    pub(crate) sheets: Vec<String>,
    pub(crate) turned: bool,
    pub(crate) header: Option<(usize, usize)>,
    /// Only if there are several sheets whose names do not stand in the same rows.
    pub(crate) is_header_open: bool,
    pub(crate) items: Option<String>,
    pub(crate) labels: Vec<String>,
    pub(crate) is_json: bool,
    /// A year that is written above the names.
    pub(crate) year: Option<u16>,
}

impl Look {
    /// Fewer rows of names, and nothing turned, are likelier if all else is equal.
    pub(crate) fn plainness(&self, is_numbered: bool) -> Reverse<usize> {
        let levels = self.header.map_or(0, |(first, last)| (last - first) * 2 + usize::from(first > 1));
        Reverse(
            usize::from(is_numbered) * 1000
                + levels
                + usize::from(self.turned) * 20
                + self.labels.len()
                + self.items.as_ref().map_or(0, String::len),
        )
    }

    /// Does it take rows below the names of another one for names?
    pub(crate) fn is_below(&self, other: &Self) -> bool {
        let same = self.sheets == other.sheets && self.items == other.items && self.turned == other.turned;
        same && self.header.zip(other.header).is_some_and(|((first, _), (_, last))| first > last)
    }

    /// Each of its sheets as a look of its own.
    pub(crate) fn each(&self) -> impl Iterator<Item = Self> {
        let sheets = if self.sheets.is_empty() {
            vec![Vec::new()]
        } else {
            self.sheets.iter().map(|sheet| vec![sheet.clone()]).collect()
        };
        sheets.into_iter().map(|sheets| Self { sheets, ..self.clone() })
    }

    /// The records, as many as are wanted.
    pub(crate) fn records(&self, source: &Source, most: usize) -> Option<Records> {
        match &source.content {
            Content::Sheets(sheets) => {
                let wanted = self.sheets.first();
                let (_, rows) = sheets.iter().find(|(name, _)| wanted.is_none_or(|wanted| wanted == name))?;
                self.table(rows, most)
            }
            Content::Json(values) => {
                if let Some(rows) = json::rows(values, self.items.as_deref()) {
                    return self.table(&rows, most);
                }
                let items = json::items_at(values, self.items.as_deref())?;
                let labels: Vec<&str> = self.labels.iter().map(String::as_str).collect();
                json::flatten(items.get(..items.len().min(most))?, &labels).ok()
            }
        }
    }

    fn table(&self, rows: &[Row], most: usize) -> Option<Records> {
        let header = self.header?;
        if self.turned {
            let rows = turned(rows).ok()?;
            return Some(under(rows.get(..rows.len().min(header.1 + most))?, header));
        }
        Some(under(rows.get(..rows.len().min(header.1 + most))?, header))
    }
}

pub(super) fn all(source: &Source, names: Option<&Names>) -> Vec<Look> {
    let mut looks = Vec::new();
    match &source.content {
        Content::Sheets(sheets) => {
            let mut fullest: Vec<&(String, Vec<Row>)> = sheets.iter().filter(|(_, rows)| rows.len() > 1).collect();
            fullest.sort_by_key(|(_, rows)| Reverse(rows.len()));
            for (name, rows) in fullest.into_iter().take(SHEETS) {
                let sheets = if sheets.len() > 1 { vec![name.clone()] } else { Vec::new() };
                tables(rows, &Look { sheets, ..Look::default() }, &mut looks);
            }
        }
        Content::Json(values) => {
            let base = Look { is_json: true, ..Look::default() };
            let patterns = match &**values {
                [one] => json::patterns(one),
                _ => Vec::new(),
            };
            for items in std::iter::once(None).chain(patterns.into_iter().filter(|path| !path.is_empty()).map(Some)) {
                let base = Look { items, ..base.clone() };
                if let Some(rows) = json::rows(values, base.items.as_deref()) {
                    tables(&rows, &base, &mut looks);
                    continue;
                }
                looks.push(base.clone());
                let Some(items) = json::items_at(values, base.items.as_deref()) else { continue };
                let is_part = |text: &&&str| names.is_some_and(|names| names.is_part(text));
                let keys = json::label_keys(&items).into_iter();
                let keys: Vec<String> = keys
                    .filter(|(_, texts)| texts.iter().filter(is_part).count() * 2 > texts.len())
                    .map(|(key, _)| key.to_owned())
                    .collect();
                if keys.len() > 1 {
                    looks.extend(keys.iter().take(6).map(|key| Look { labels: vec![key.clone()], ..base.clone() }));
                }
                if !keys.is_empty() {
                    looks.push(Look { labels: keys, ..base });
                }
            }
        }
    }
    looks
}

/// Every row, or few rows together, that could be the names, and every column.
fn tables(rows: &[Row], base: &Look, looks: &mut Vec<Look>) {
    headers(rows, base, looks);
    let width = rows.iter().take(WITHIN).map(|(_, fields)| fields.len()).max().unwrap_or(0);
    if rows.len() <= WIDE && width <= WIDE && rows.len() > 2 {
        let head: Vec<Row> =
            rows.iter().map(|(number, fields)| (*number, fields.iter().take(WITHIN).cloned().collect())).collect();
        if let Ok(rows) = turned(&head) {
            headers(&rows, &Look { turned: true, ..base.clone() }, looks);
        }
    }
}

fn headers(rows: &[Row], base: &Look, looks: &mut Vec<Look>) {
    let filled = |fields: &[String]| fields.iter().filter(|field| !field.trim().is_empty()).count();
    let is_wide = rows.iter().take(WITHIN).any(|(_, fields)| fields.len() > WIDE);
    let mut years: Vec<u16> = base.sheets.first().and_then(|sheet| year_in(sheet)).into_iter().collect();
    for (at, (first, fields)) in rows.iter().take(if is_wide { 4 } else { WITHIN }).enumerate() {
        let numbers = fields.iter().filter(|field| is_number(field)).count();
        let year = years.first().filter(|year| years.iter().all(|other| other == *year)).copied();
        years.extend(fields.iter().filter_map(|field| year_in(field)));
        if filled(fields) < 2 || numbers * 2 > filled(fields) {
            continue;
        }
        for (more, (last, fields)) in rows.iter().skip(at).take(LEVELS).enumerate() {
            // A row of numbers is no row of names, and a row of units below the names belongs to them.
            let numbers = fields.iter().filter(|field| is_number(field)).count();
            let is_units = |(_, fields): &Row| {
                let mut texts = fields.iter().map(|field| field.trim()).filter(|field| !field.is_empty()).peekable();
                texts.peek().is_some() && texts.all(is_unit)
            };
            if more > 0 && numbers > 2 && numbers * 4 > filled(fields) {
                break;
            }
            if !rows.get(at + more + 1).is_some_and(is_units) {
                looks.push(Look { header: Some((*first, *last)), year, ..base.clone() });
            }
        }
    }
}

/// With the other sheets that are of the same make: one for each table, or one for each year.
pub(super) fn together<'l>(best: Look, others: impl Iterator<Item = &'l Look>, source: &Source, names: &Names) -> Look {
    let Content::Sheets(sheets) = &source.content else { return best };
    let view = |look: &Look| look.records(source, super::LOOKED_AT).map(|records| View::new(names, records));
    let agency = |view: &View| view.head.agency.and_then(|at| view.records.names.get(at)).cloned();
    let Some(first) = view(&best) else { return best };
    let mut found: Vec<&Look> = others
        .filter(|other| other.turned == best.turned && !other.sheets.is_empty())
        .filter(|other| {
            view(other).is_some_and(|view| {
                view.long.is_some() == first.long.is_some()
                    && agency(&view) == agency(&first)
                    && view.head.year.is_some() == first.head.year.is_some()
            })
        })
        .collect();
    if found.len() < 2 {
        return best;
    }
    let place = |look: &&Look| sheets.iter().position(|(name, _)| Some(name) == look.sheets.first());
    found.sort_by_key(place);
    let is_header_open = found.iter().any(|look| look.header != best.header);
    let is_single = |look: &&Look| look.header.is_some_and(|(first, last)| first == last);
    if is_header_open && !found.iter().all(is_single) {
        found.retain(|look| look.header == best.header);
    }
    let sheets = found.iter().flat_map(|look| look.sheets.iter().cloned()).collect();
    let year = best.year.filter(|year| found.iter().all(|look| look.year == Some(*year)));
    Look { sheets, is_header_open: found.iter().any(|look| look.header != best.header), year, ..best }
}
