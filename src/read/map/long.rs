//! A record a cell, or a few cells of one row of the form: agency, year, which cell, its value.

use std::collections::HashMap;

use crate::base::nearest::nearest;
use crate::form::Cell;
use crate::report::SafeText;

use super::build::{Mapped, Reports, head};
use super::file::Mapping;
use super::names::Names;
use super::problem::{MapError, MappingNote, MappingTrouble, RowNote};
use super::records::{Records, bare};
use super::source::{Places, Source};

/// So many names that are no cell are said one by one.
const MAX_UNKNOWN: usize = 50;

/// The reports that the records add up to, in the order in which they begin.
pub(super) fn read(mapping: &Mapping, source: &Source) -> Result<Mapped, MapError> {
    let Some((cell_names, values)) = &mapping.long else {
        return Err(MapError::one(0, "[long]", MappingTrouble::Missing, None));
    };
    let tables = source.records(mapping)?;
    let Some(names) = Names::of(mapping.form) else { return Ok(Mapped::default()) };
    let mut mapped = Mapped::default();
    let mut reports = Reports::default();
    let mut unknown = 0_usize;
    for table in &tables {
        let places = Places::of(mapping, table, tables.len() > 1)?;
        let columns = Columns { cell: table.find_all(cell_names)?, values: table.find_all(values)? };
        let cells = columns.cells(mapping, names, table);
        for (number, row) in &table.rows {
            let note = |what| MappingNote { row: *number, what };
            let head = match head(mapping, &places, row) {
                Ok(head) => head,
                Err(what) => {
                    mapped.notes.push(note(what));
                    continue;
                }
            };
            let mut filling = None;
            for (value_at, parts) in columns.parts(table, row) {
                let value = row.get(value_at).and_then(Option::as_deref).unwrap_or("");
                let Some(cell) = cells.get(&bare(&parts.join("/"))) else {
                    unknown += usize::from(!value.trim().is_empty());
                    if unknown <= MAX_UNKNOWN && !value.trim().is_empty() {
                        let name = parts.join("/");
                        let near = nearest(&name, mapping.form.cells().map(|cell| mapping.form.id(cell)));
                        mapped.notes.push(note(RowNote::UnknownName(SafeText::line(&name), near)));
                    }
                    continue;
                };
                let name: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
                let at = *filling.get_or_insert_with(|| reports.at(mapping.form, head.clone()));
                if let Some(Err(what)) = reports.get(at).map(|filling| filling.put(*cell, value, *number, &name)) {
                    mapped.notes.push(note(what));
                }
            }
        }
    }
    mapped.reports = reports.finish();
    Ok(mapped)
}

/// The columns with what names a cell, and those with values.
pub(super) struct Columns {
    pub(crate) cell: Vec<usize>,
    pub(crate) values: Vec<usize>,
}

impl Columns {
    /// What names each cell of a record, and where its value stands. Of several values each one's own name is a part.
    pub(crate) fn parts<'r>(
        &'r self,
        table: &'r Records,
        row: &'r [Option<String>],
    ) -> impl Iterator<Item = (usize, Vec<&'r str>)> {
        let are_several = self.values.len() > 1;
        let there = self.values.iter().copied().filter(move |&value| row.get(value).is_some_and(Option::is_some));
        there.map(move |value| {
            let parts = self.cell.iter().map(|&at| row.get(at).and_then(Option::as_deref).unwrap_or("").trim());
            let own = table.names.get(value).filter(|_| are_several).and_then(|levels| levels.last());
            (value, parts.chain(own.map(|own| own.trim_start_matches('/'))).collect())
        })
    }

    /// Every name that the records have for a cell, each once, joined and bare.
    pub(crate) fn distinct<'r>(&'r self, table: &'r Records, most: usize) -> Vec<(String, Vec<&'r str>)> {
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut names: Vec<(String, Vec<&str>)> = Vec::new();
        for (_, row) in &table.rows {
            for (_, parts) in self.parts(table, row) {
                let name = bare(&parts.join("/"));
                if names.len() < most && !known.contains_key(&name) {
                    known.insert(name.clone(), names.len());
                    names.push((name, parts));
                }
            }
        }
        names
    }

    /// The cell of every name, by the mapping or by itself.
    fn cells(&self, mapping: &Mapping, names: &Names, table: &Records) -> HashMap<String, Cell> {
        const MOST: usize = 1 << 16;
        let distinct = self.distinct(table, MOST);
        let own = names.resolve(distinct.iter().map(|(_, parts)| parts.clone()), false).cells;
        let mapped: HashMap<String, Cell> =
            mapping.cells.iter().map(|(cell, named)| (bare(&named.name), *cell)).collect();
        let cells = distinct.into_iter().zip(own).filter_map(|((name, _), own)| {
            let cell = mapped.get(&name).copied().or(own)?;
            Some((name, cell))
        });
        cells.collect()
    }
}
