//! A record a report: a row of a sheet, or an object.

use std::collections::HashMap;

use crate::form::Cell;

use super::build::{Filling, Mapped, Reports, head, unused};
use super::file::{Mapping, Named};
use super::names::Names;
use super::problem::{MapError, MappingNote, MappingTrouble, RowNote, collect};
use super::records::Records;
use super::source::{Places, Source};

/// The report of every record; records of several sheets that are about the same report make one.
pub(super) fn read(mapping: &Mapping, source: &Source) -> Result<Mapped, MapError> {
    let tables = source.records(mapping)?;
    let are_several = tables.len() > 1;
    let mut columns: Vec<Vec<Option<Cell>>> = tables.iter().map(|table| vec![None; table.names.len()]).collect();
    let found = collect(mapping.cells.iter().map(|(cell, named)| find(&tables, named).map(|at| (*cell, named, at))))?;
    for (cell, named, (table, at)) in
        found.into_iter().flat_map(|(cell, named, at)| at.into_iter().map(move |at| (cell, named, at)))
    {
        let slot = columns.get_mut(table).and_then(|columns| columns.get_mut(at));
        if slot.is_some_and(|slot| slot.replace(cell).is_some_and(|other| other != cell)) {
            return Err(MapError::one(named.line, &named.name, MappingTrouble::Taken, None));
        }
    }
    let Some(names) = Names::of(mapping.form) else { return Ok(Mapped::default()) };
    let mut mapped = Mapped::default();
    let mut reports = Reports::default();
    for (table, cells) in tables.iter().zip(&mut columns) {
        let places = Places::of(mapping, table, are_several)?;
        let claimed = name_themselves(mapping, names, table, cells);
        mapped.notes.extend(
            claimed
                .into_iter()
                .map(|cell| MappingNote { row: 0, what: RowNote::Claimed(mapping.form.id(cell).into()) }),
        );
        let sections: Vec<(u8, usize)> =
            mapping.sections.iter().filter_map(|(number, named)| Some((*number, table.find(named).ok()?))).collect();
        let mut used: Vec<bool> = cells.iter().map(Option::is_some).collect();
        for at in places.all().chain(sections.iter().map(|(_, at)| *at)) {
            if let Some(used) = used.get_mut(at) {
                *used = true;
            }
        }
        mapped.notes.extend(unused(table, &used).map(|what| MappingNote { row: 0, what }));
        for (number, row) in &table.rows {
            let head = match head(mapping, &places, row) {
                Ok(head) => head,
                Err(what) => {
                    mapped.notes.push(MappingNote { row: *number, what });
                    continue;
                }
            };
            let filling = if are_several { reports.of(mapping.form, head) } else { reports.next(mapping.form, head) };
            if let Some(filling) = filling {
                Columns { table, cells, sections: &sections }.fill(filling, *number, row, &mut mapped.notes);
            }
        }
    }
    for (_, named) in &mapping.sections {
        find(&tables, named)?;
    }
    mapped.reports = reports.finish();
    Ok(mapped)
}

/// The columns of one sheet: the cell that each is, and where sections stand.
struct Columns<'t> {
    table: &'t Records,
    cells: &'t [Option<Cell>],
    sections: &'t [(u8, usize)],
}

impl Columns<'_> {
    fn fill(&self, filling: &mut Filling, number: usize, row: &[Option<String>], notes: &mut Vec<MappingNote>) {
        for ((cell, name), value) in self.cells.iter().zip(&self.table.names).zip(row) {
            if let (Some(cell), Some(value)) = (cell, value)
                && let Err(what) = filling.put(*cell, value, number, name)
            {
                notes.push(MappingNote { row: number, what });
            }
        }
        for (section, at) in self.sections {
            if let Some(Some(text)) = row.get(*at).filter(|text| text.as_ref().is_some_and(|text| !text.is_empty())) {
                filling.section(*section, text);
            }
        }
    }
}

/// Where a name stands: one place in each sheet that has it, or the one sheet whose name is said with it.
fn find(tables: &[Records], named: &Named) -> Result<Vec<(usize, usize)>, MapError> {
    let tries: Vec<Result<usize, MapError>> = tables.iter().map(|table| table.find(named)).collect();
    let found: Vec<(usize, usize)> =
        tries.iter().enumerate().filter_map(|(table, at)| Some((table, *at.as_ref().ok()?))).collect();
    let is_several = |error: &MapError| matches!(error, MapError::Problems(all) if all.iter().any(|one| one.what == MappingTrouble::Several));
    match tries.into_iter().filter_map(Result::err).find(|error| found.is_empty() || is_several(error)) {
        Some(error) => Err(error),
        None => Ok(found),
    }
}

/// What the mapping does not name may name itself, unless that cell was mapped from elsewhere. Cells that two names have
/// are left alone, and given back.
fn name_themselves(mapping: &Mapping, names: &Names, table: &Records, cells: &mut [Option<Cell>]) -> Vec<Cell> {
    let resolved = names.resolve(names.levels(table), false);
    let is_mapped = |cell: &Cell| mapping.cells.iter().any(|(mapped, _)| mapped == cell);
    let mapped = cells.iter().map(Option::is_some);
    let own: Vec<Option<Cell>> =
        resolved.cells.into_iter().zip(mapped).map(|(own, is)| own.filter(|own| !is && !is_mapped(own))).collect();
    let mut claims: HashMap<Cell, usize> = HashMap::new();
    own.iter().flatten().for_each(|cell| *claims.entry(*cell).or_default() += 1);
    for (slot, own) in cells.iter_mut().zip(&own) {
        *slot = slot.or_else(|| own.filter(|own| claims.get(own) == Some(&1)));
    }
    mapping.form.cells().filter(|cell| claims.get(cell).is_some_and(|count| *count > 1)).collect()
}
