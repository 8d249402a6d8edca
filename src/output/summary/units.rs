//! A row for each unit, a column for each cell; under each region its sums.

use crate::check::Mask;
use crate::form::{Form, editions};
use crate::library::UnitReport;
use crate::output::notice::places;
use crate::output::sheet::{OutColumn, OutField, OutSheet, OutTone, RowSink};
use crate::report::Value;

use super::rollup::{RegionSums, Rollup};
use super::tables::{whose, whose_columns};

/// A table for each edition of the form that somebody follows.
pub(super) fn sheets<'a>(summary: &'a RegionSums<'a>) -> Vec<OutSheet<'a>> {
    let is_used = |form: &&'static Form| {
        summary.rollups.iter().any(|rollup| rows_of(rollup).iter().any(|(_, unit)| std::ptr::eq(unit.lean.form, *form)))
    };
    editions().iter().filter(is_used).map(|form| sheet(summary, form)).collect()
}

/// What a report is to the sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Unit,
    Unlisted,
    Vertical,
    Own,
}

fn rows_of<'r>(rollup: &Rollup<'r>) -> Vec<(Part, &'r UnitReport)> {
    let reports = rollup.reports;
    let units = reports.units.iter().map(|unit| (Part::Unit, unit));
    let unlisted = reports.unlisted.iter().filter(|one| !reports.units.iter().any(|unit| unit.id == one.id));
    let unlisted = unlisted.map(|unit| (Part::Unlisted, unit));
    let vertical = reports.vertical.iter().map(|unit| (Part::Vertical, unit));
    units.chain(unlisted).chain(vertical).chain(reports.own.iter().map(|own| (Part::Own, own))).collect()
}

fn sheet<'a>(summary: &'a RegionSums<'a>, form: &'static Form) -> OutSheet<'a> {
    let (words, export) = (summary.words(), summary.lang.words().export);
    let mut columns = whose_columns(summary);
    columns.push(OutColumn::new("part", words.part(), 12));
    columns.push(OutColumn::new("agency", export.agency(), 30));
    columns
        .extend(form.cells().map(|cell| OutColumn::new(form.id(cell), &places::heading(form, cell, summary.lang), 11)));
    let rows = move |sink: &mut RowSink<'_>| {
        for rollup in &summary.rollups {
            for (part, unit) in rows_of(rollup).into_iter().filter(|(_, unit)| std::ptr::eq(unit.lean.form, form)) {
                sink(&unit_row(rollup, part, unit, summary))?;
            }
            if std::ptr::eq(rollup.form, form) {
                let mut row = whose(rollup);
                row.extend([OutField::text(words.sum()), OutField::empty()]);
                row.extend(
                    form.cells().map(|cell| rollup.sum(cell).sum.map_or_else(OutField::empty, OutField::number)),
                );
                sink(&row.into_iter().map(|field| field.tone(OutTone::Strong)).collect::<Vec<_>>())?;
            }
        }
        Ok(())
    };
    let is_newest = std::ptr::eq(form, crate::form::newest());
    let name = if is_newest { words.sheet_matrix().to_owned() } else { words.sheet_matrix_of(&form.edition) };
    OutSheet { name, columns, fixed: 4, rows: Box::new(rows) }
}

fn unit_row(rollup: &Rollup<'_>, part: Part, unit: &UnitReport, summary: &RegionSums<'_>) -> Vec<OutField> {
    let words = summary.words();
    let part = match part {
        Part::Unit => OutField::text(words.part_unit()),
        Part::Unlisted => OutField::text(words.part_unlisted()).tone(OutTone::Ask),
        Part::Vertical => OutField::text(words.part_vertical()).tone(OutTone::Faint),
        Part::Own => OutField::text(words.part_own()).tone(OutTone::Strong),
    };
    let lean = &unit.lean;
    let mut row = whose(rollup);
    row.extend([part, OutField::text(lean.head.agency.name.as_str())]);
    row.extend(lean.form.cells().map(|cell| match lean.cells.get(cell) {
        Value::Number(number) => OutField::number(number),
        Value::Raw(text) => OutField::text(Mask::of(&[]).hide(text)).tone(OutTone::Bad),
        Value::Blank => OutField::empty(),
        Value::Missing => OutField::text(summary.lang.words().export.kind_missing()).tone(OutTone::Faint),
    }));
    row
}
