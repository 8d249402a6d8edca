//! What is understood of records in one way to look at them.

use std::collections::{HashMap, HashSet};

use crate::form::{self, Cell, Form};
use crate::read::map::build::year;
use crate::read::map::long::Columns;
use crate::read::map::names::Names;
use crate::read::map::records::Records;

use super::fields::{HeadAt, is_number, is_unique, value_columns, values};

/// So many names of cells in records of a cell each.
const MAX_NAMES: usize = 4096;

/// Records and what they mean.
pub(super) struct View {
    pub(crate) records: Records,
    pub(crate) head: HeadAt,
    /// The cell under each name; none where two names have it.
    pub(crate) cells: Vec<Option<Cell>>,
    /// Is the name only near to the form's?
    pub(crate) are_near: Vec<bool>,
    /// Cells that several names have, and the names.
    pub(crate) twice: Vec<(Cell, Vec<String>)>,
    pub(crate) sections: Vec<(u8, usize)>,
    pub(crate) long: Option<Long>,
}

/// Records of a cell each.
pub(super) struct Long {
    pub(crate) columns: Columns,
    /// Every name of a cell, and what it means.
    pub(crate) names: Vec<(String, Option<Cell>, bool)>,
    pub(crate) twice: Vec<(Cell, Vec<String>)>,
    /// How many cells are named.
    count: usize,
}

impl View {
    pub(crate) fn new(names: &Names, records: Records) -> Self {
        let resolved = names.resolve(names.levels(&records), true);
        let (mut cells, are_near) = (resolved.cells, resolved.are_near);
        let whole: Vec<String> = records.names.iter().map(|levels| levels.join("/")).collect();
        let twice = single_out(&mut cells, |at| whole.get(at).cloned().unwrap_or_default());
        // What no column can be called by is no column of the mapping.
        for (at, cell) in cells.iter_mut().enumerate() {
            *cell = cell.filter(|_| is_unique(&records, at));
        }
        let head = HeadAt::of(&records, &|at| cells.get(at).is_some_and(Option::is_some));
        let mut view = Self { records, head, cells, are_near, twice, sections: Vec::new(), long: None };
        view.sections = view.find_sections(names);
        view.long = view.find_long(names);
        view
    }

    pub(crate) fn has_head(&self) -> bool {
        self.head.agency.is_some() && self.head.year.is_some()
    }

    /// Is the agency in one of several numbered places, as in a list that is more than one report?
    pub(crate) fn is_numbered(&self) -> bool {
        self.head.agency.is_some_and(|at| has_number(&self.records, at))
    }

    /// Are the reports of years for which another edition of the form was made?
    pub(crate) fn is_of_other_years(&self, form: &Form) -> bool {
        let since = |form: &Form| form.edition.parse::<u16>().unwrap_or_default();
        let last = |year: u16| form::editions().iter().map(since).filter(|since| *since <= year).max();
        let Some(at) = self.head.year else { return false };
        let mut years = values(&self.records, at).filter_map(year).peekable();
        years.peek().is_some() && years.all(|year| last(year).is_some_and(|edition| edition != since(form)))
    }

    /// How many cells of the form are found.
    pub(crate) fn understood(&self) -> usize {
        let long = self.long.as_ref().map_or(0, |long| long.count);
        // Without an agency nothing is read.
        self.in_wide().max(long)
    }

    fn in_wide(&self) -> usize {
        self.cells.iter().flatten().count()
    }

    fn find_sections(&self, names: &Names) -> Vec<(u8, usize)> {
        let mut found = Vec::new();
        for section in &names.form().sections {
            let wordings = [&*section.label.zh].into_iter().chain(section.aliases.iter().map(|alias| &**alias));
            let wordings: Vec<String> = wordings
                .flat_map(|wording| [wording.to_owned(), format!("{}、{wording}", section.numeral)])
                .chain([format!("section{}", section.number), format!("sections/{}", section.number)])
                .collect();
            let wordings: Vec<&str> = wordings.iter().map(String::as_str).collect();
            let is_text =
                |at: usize| self.cells.get(at).is_none_or(Option::is_none) && !values(&self.records, at).any(is_number);
            if let Some(at) = super::fields::named(&self.records, &wordings, &is_text) {
                found.push((section.number, at));
            }
        }
        found
    }

    /// The columns that name cells by their contents, and those with the values, if more cells are found so.
    fn find_long(&self, names: &Names) -> Option<Long> {
        let records = &self.records;
        let taken: HashSet<usize> = self.head.all().collect();
        let is_part = |at: &usize| {
            let texts: HashSet<&str> = values(records, *at).take(64).collect();
            let parts = texts.iter().filter(|text| !is_number(text) && names.is_part(text)).count();
            !taken.contains(at) && is_unique(records, *at) && !has_number(records, *at) && parts * 2 > texts.len()
        };
        let cell: Vec<usize> = (0..records.names.len().min(64)).filter(is_part).collect();
        if cell.is_empty() || records.rows.len() < 2 {
            return None;
        }
        let (called, numeric) = value_columns(records, &|at| taken.contains(&at) || cell.contains(&at));
        let is_column = |at: &usize| {
            let name = records.names.get(*at).and_then(|levels| levels.last());
            name.is_some_and(|name| names.is_column(name.rsplit('/').next().unwrap_or_default()))
        };
        let several: Vec<usize> = numeric.iter().copied().filter(is_column).collect();
        let values = match (called, &*numeric) {
            _ if several.len() > 1 => several,
            (Some(called), _) => vec![called],
            (None, [only]) => vec![*only],
            _ => return None,
        };
        let long = self.long_by(names, Columns { cell, values });
        (long.count > self.in_wide()).then_some(long)
    }

    fn long_by(&self, names: &Names, columns: Columns) -> Long {
        let distinct = columns.distinct(&self.records, MAX_NAMES);
        let resolved = names.resolve(distinct.iter().map(|(_, parts)| parts.clone()), true);
        let mut cells = resolved.cells;
        // Two names of one cell are one too many only where one report has both.
        let mut by_name: HashMap<&str, Cell> = HashMap::new();
        for ((name, _), cell) in distinct.iter().zip(&cells) {
            if let Some(cell) = cell {
                by_name.insert(name, *cell);
            }
        }
        let mut of_report: HashMap<(&str, &str, Cell), String> = HashMap::new();
        let mut torn: HashSet<Cell> = HashSet::new();
        let at =
            |row: &'_ [Option<String>], at: Option<usize>| at.and_then(|at| row.get(at)?.clone()).unwrap_or_default();
        let heads: Vec<(String, String)> =
            self.records.rows.iter().map(|(_, row)| (at(row, self.head.agency), at(row, self.head.year))).collect();
        for ((_, row), (agency, year)) in self.records.rows.iter().zip(&heads) {
            for (_, parts) in columns.parts(&self.records, row) {
                let name = crate::read::map::records::bare(&parts.join("/"));
                if let Some(cell) = by_name.get(name.as_str())
                    && *of_report.entry((agency, year, *cell)).or_insert_with(|| name.clone()) != name
                {
                    torn.insert(*cell);
                }
            }
        }
        let mut twice: Vec<(Cell, Vec<String>)> = torn.iter().map(|cell| (*cell, Vec::new())).collect();
        twice.sort_by_key(|(cell, _)| *cell);
        for (cell, (_, parts)) in cells.iter_mut().zip(&distinct) {
            if let Some(slot) = twice.iter_mut().find(|(torn, _)| *cell == Some(*torn)) {
                slot.1.push(parts.join("/"));
                *cell = None;
            }
        }
        let count = cells.iter().flatten().collect::<HashSet<_>>().len();
        let joined = distinct.iter().map(|(_, parts)| parts.join("/"));
        let names = joined.zip(cells).zip(resolved.are_near).map(|((name, cell), near)| (name, cell, near)).collect();
        Long { columns, names, twice, count }
    }
}

/// Is it a path with the number of an array's member in it?
fn has_number(records: &Records, at: usize) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut levels = records.names.get(at).into_iter().flatten().filter(|level| level.starts_with('/'));
    levels.any(|level| level.split('/').any(is_number))
}

/// Takes away the cells that several names have, and gives them back with the names.
fn single_out(cells: &mut [Option<Cell>], name: impl Fn(usize) -> String) -> Vec<(Cell, Vec<String>)> {
    let mut claims: HashMap<Cell, Vec<usize>> = HashMap::new();
    for (at, cell) in cells.iter().enumerate() {
        if let Some(cell) = cell {
            claims.entry(*cell).or_default().push(at);
        }
    }
    let mut twice: Vec<(Cell, Vec<usize>)> = claims.into_iter().filter(|(_, claims)| claims.len() > 1).collect();
    twice.sort_by_key(|(cell, _)| *cell);
    for at in twice.iter().flat_map(|(_, claims)| claims) {
        if let Some(slot) = cells.get_mut(*at) {
            *slot = None;
        }
    }
    twice.into_iter().map(|(cell, claims)| (cell, claims.into_iter().map(&name).collect())).collect()
}
