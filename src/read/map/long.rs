//! A record a cell: agency, year, which cell, its value.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::form::Cell;
use crate::report::SafeText;

use super::Mapped;
use super::build::{Filling, head};
use super::file::Mapping;
use super::names::Names;
use super::problem::{MapError, Note, RowNote, What, nearest};
use super::source::{Places, Source, same};

/// So many names that are no cell are said one by one.
const MAX_UNKNOWN: usize = 50;

/// The reports that the records add up to, in the order in which they begin.
pub(super) fn read(mapping: &Mapping, source: &Source) -> Result<Mapped, MapError> {
    let Some((cell_names, value)) = &mapping.long else {
        return Err(MapError::one(0, "[long]", What::Missing, None));
    };
    let records = source.records(mapping)?;
    let places = Places::of(mapping, &records)?;
    let cell_at = records.find_all(cell_names)?;
    let value_at = records.find(value)?;
    let mut finder = Finder::new(mapping);
    let mut mapped = Mapped::default();
    let mut order: Vec<Filling> = Vec::new();
    let mut known: HashMap<(SafeText, Box<[SafeText]>, u16), usize> = HashMap::new();
    let mut unknown = 0_usize;
    for (number, row) in &records.rows {
        let note = |what| Note { row: *number, what };
        let head = match head(mapping, &places, row) {
            Ok(head) => head,
            Err(what) => {
                mapped.notes.push(note(what));
                continue;
            }
        };
        let parts: Vec<&str> = cell_at.iter().map(|&at| row.get(at).and_then(Option::as_deref).unwrap_or("")).collect();
        let Some(cell) = finder.cell(&parts) else {
            unknown += 1;
            if unknown <= MAX_UNKNOWN {
                let name = parts.join("/");
                let near = nearest(&name, mapping.form.cells().map(|cell| mapping.form.id(cell)));
                mapped.notes.push(note(RowNote::UnknownName(SafeText::line(&name), near)));
            }
            continue;
        };
        let agency = &head.0.agency;
        let at = match known.entry((agency.name.clone(), agency.region.clone(), head.0.year)) {
            Entry::Occupied(entry) => *entry.get(),
            Entry::Vacant(entry) => {
                order.push(Filling::new(mapping.form, head));
                *entry.insert(order.len() - 1)
            }
        };
        let value = row.get(value_at).and_then(Option::as_deref).unwrap_or("");
        let name: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        if let Some(Err(what)) = order.get_mut(at).map(|filling| filling.put(cell, value, *number, &name)) {
            mapped.notes.push(note(what));
        }
    }
    mapped.reports = order.into_iter().map(Filling::finish).collect();
    Ok(mapped)
}

/// Which cell a record is about: each name is looked up once.
struct Finder<'m> {
    mapping: &'m Mapping,
    names: Names,
    known: HashMap<String, Option<Cell>>,
}

impl<'m> Finder<'m> {
    fn new(mapping: &'m Mapping) -> Self {
        Self { mapping, names: Names::of(mapping.form), known: HashMap::new() }
    }

    fn cell(&mut self, parts: &[&str]) -> Option<Cell> {
        let whole = parts.join("/");
        let (mapping, names) = (self.mapping, &self.names);
        *self.known.entry(whole).or_insert_with_key(|whole| {
            let mapped = mapping.cells.iter().find(|(_, named)| same(&named.name, whole)).map(|(cell, _)| *cell);
            mapped.or_else(|| mapping.form.cell(whole.trim())).or_else(|| names.cell_of(parts))
        })
    }
}
