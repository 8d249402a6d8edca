//! A record a report: a row of a sheet, or an object.

use crate::form::Cell;

use super::Mapped;
use super::build::{Filling, head, unused};
use super::file::Mapping;
use super::names::Names;
use super::problem::{MapError, Note};
use super::source::{Places, Source};

/// The report of every record.
pub(super) fn read(mapping: &Mapping, source: &Source) -> Result<Mapped, MapError> {
    let records = source.records(mapping)?;
    let places = Places::of(mapping, &records)?;
    let sections = records.find_all(mapping.sections.iter().map(|(_, named)| named))?;
    let mut cells: Vec<Option<Cell>> = vec![None; records.names.len()];
    let found = records.find_all(mapping.cells.iter().map(|(_, named)| named))?;
    for (&(cell, _), at) in mapping.cells.iter().zip(found) {
        if let Some(slot) = cells.get_mut(at) {
            *slot = Some(cell);
        }
    }
    // What the mapping does not name may name itself, unless that cell was mapped from elsewhere.
    let names = Names::of(mapping.form);
    for (slot, levels) in cells.iter_mut().zip(&records.names) {
        let levels: Vec<&str> = levels.iter().map(String::as_str).collect();
        let named = |cell: &Cell| !mapping.cells.iter().any(|(mapped, _)| mapped == cell);
        *slot = slot.or_else(|| names.cell_of(&levels).filter(named));
    }
    let mut used: Vec<bool> = cells.iter().map(Option::is_some).collect();
    let special = [places.agency].into_iter().chain(places.year).chain(places.level).chain(places.title);
    for at in special.chain(places.region.iter().copied()).chain(sections.iter().copied()) {
        if let Some(used) = used.get_mut(at) {
            *used = true;
        }
    }
    let mut mapped = Mapped::default();
    mapped.notes.extend(unused(&records, &used).map(|what| Note { row: 0, what }));
    for (number, row) in &records.rows {
        let head = match head(mapping, &places, row) {
            Ok(head) => head,
            Err(what) => {
                mapped.notes.push(Note { row: *number, what });
                continue;
            }
        };
        let mut filling = Filling::new(mapping.form, head);
        for ((cell, name), value) in cells.iter().zip(&records.names).zip(row) {
            if let (Some(cell), Some(value)) = (cell, value)
                && let Err(what) = filling.put(*cell, value, *number, name)
            {
                mapped.notes.push(Note { row: *number, what });
            }
        }
        for ((section, _), &at) in mapping.sections.iter().zip(&sections) {
            if let Some(Some(text)) = row.get(at).filter(|text| text.as_ref().is_some_and(|text| !text.is_empty())) {
                filling.section(*section, text);
            }
        }
        mapped.reports.push(filling.finish());
    }
    Ok(mapped)
}
