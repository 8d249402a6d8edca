//! Sums, completeness and differences, as tables.

use crate::form::{Cell, Form};
use crate::output::notice::{places, region_of};
use crate::output::sheet::{OutColumn, OutField, OutSheet, OutTone, RowSink};
use crate::report::{Number, SafeText};

use super::rollup::{CellSum, RegionSums, Rollup, number};

/// So many of the missing are named.
const NAMED: usize = 50;

pub(super) fn whose_columns(summary: &RegionSums<'_>) -> Vec<OutColumn> {
    let words = summary.lang.words().export;
    vec![OutColumn::new("year", words.year(), 7), OutColumn::new("region", words.region(), 24)]
}

pub(super) fn whose(rollup: &Rollup<'_>) -> Vec<OutField> {
    let year = OutField::count(usize::from(rollup.reports.year));
    vec![year, OutField::text(region_of(&rollup.reports.region))]
}

fn sheet<'a>(
    summary: &'a RegionSums<'a>,
    name: &str,
    columns: Vec<OutColumn>,
    rows: impl Fn(&Rollup<'a>, &mut RowSink<'_>) -> std::io::Result<()> + 'a,
) -> OutSheet<'a> {
    let mut all = whose_columns(summary);
    all.extend(columns);
    let rows = move |sink: &mut RowSink<'_>| summary.rollups.iter().try_for_each(|rollup| rows(rollup, sink));
    OutSheet { name: name.to_owned(), columns: all, fixed: 2, rows: Box::new(rows) }
}

fn place_columns(summary: &RegionSums<'_>) -> Vec<OutColumn> {
    let words = summary.lang.words().export;
    vec![
        OutColumn::new("table", words.table(), 7),
        OutColumn::new("row", words.row(), 34),
        OutColumn::new("column", words.column(), 14),
        OutColumn::new("cell", words.cell(), 34),
    ]
}

fn place(form: &Form, cell: Cell, summary: &RegionSums<'_>) -> [OutField; 4] {
    let spec = form.spec(cell).and_then(|spec| Some((spec, form.tables.get(spec.table)?)));
    let (table, row, column) = spec.map_or_else(Default::default, |(spec, table)| {
        let column = table.column_name(spec.column, summary.lang).to_owned();
        (table.name(summary.lang), table.row_full_name(spec.row, summary.lang), column)
    });
    [OutField::text(table), OutField::text(row), OutField::text(column), OutField::text(form.id(cell))]
}

fn number_or_none(number: Option<Number>) -> OutField {
    number.map_or_else(OutField::empty, OutField::number)
}

/// Every cell of every region.
pub(super) fn sums<'a>(summary: &'a RegionSums<'a>) -> OutSheet<'a> {
    let words = summary.words();
    let mut columns = place_columns(summary);
    columns.extend([
        OutColumn::new("sum", words.sum(), 12),
        OutColumn::new("counted", words.counted(), 9),
        OutColumn::new("without", words.without(), 11),
        OutColumn::new("missing", words.missing(), 9),
        OutColumn::new("own", words.own(), 12),
        OutColumn::new("difference", words.difference(), 10),
        OutColumn::new("causes", words.causes(), 60),
    ]);
    sheet(summary, words.sheet_sums(), columns, move |rollup, sink| {
        for cell in rollup.form.cells() {
            let CellSum { sum, counted, without } = rollup.sum(cell);
            let mut row = whose(rollup);
            row.extend(place(rollup.form, cell, summary));
            let gap = OutField::count(without);
            row.extend([
                number_or_none(sum).tone(OutTone::Strong),
                OutField::count(counted),
                if without > 0 { gap.tone(OutTone::Ask) } else { gap },
                missing(rollup),
                number_or_none(rollup.own(cell)),
            ]);
            row.extend(difference(rollup, cell, summary));
            sink(&row)?;
        }
        Ok(())
    })
}

/// Who is missing from a sum; nobody knows without a roster.
fn missing(rollup: &Rollup<'_>) -> OutField {
    match (rollup.reports.by_roster, rollup.reports.missing.len()) {
        (false, _) => OutField::empty(),
        (true, 0) => OutField::count(0),
        (true, count) => OutField::count(count).tone(OutTone::Bad),
    }
}

fn difference(rollup: &Rollup<'_>, cell: Cell, summary: &RegionSums<'_>) -> [OutField; 2] {
    match rollup.difference(cell) {
        None => [OutField::empty(), OutField::empty()],
        Some(none) if none.is_zero() => [OutField::number(none), OutField::empty()],
        Some(some) => {
            let causes = rollup.causes(cell, summary.lang).join(summary.lang.words().notice.sentence_separator());
            [OutField::number(some).tone(OutTone::Bad), OutField::text(causes)]
        }
    }
}

/// What the sums are made of.
pub(super) fn completeness<'a>(summary: &'a RegionSums<'a>) -> OutSheet<'a> {
    let words = summary.words();
    let columns = vec![
        OutColumn::new("units", words.units(), 10),
        OutColumn::new("missing", words.missing(), 10),
        OutColumn::new("missing_names", words.missing_names(), 50),
        OutColumn::new("gaps", words.gaps(), 14),
        OutColumn::new("vertical", words.vertical(), 12),
        OutColumn::new("vertical_names", words.vertical_names(), 40),
        OutColumn::new("unlisted_names", words.unlisted_names(), 40),
        OutColumn::new("unsummed", words.unsummed(), 30),
        OutColumn::new("own", words.own_report(), 26),
        OutColumn::new("remarks", words.remarks(), 60),
    ];
    sheet(summary, words.sheet_completeness(), columns, move |rollup, sink| {
        let reports = rollup.reports;
        let names = |units: &[crate::library::UnitReport]| {
            let names: Vec<SafeText> = units.iter().map(|unit| unit.lean.head.agency.name.clone()).collect();
            list(&names, summary)
        };
        let unknown = || OutField::text(words.no_roster()).tone(OutTone::Ask);
        let mut row = whose(rollup);
        row.extend([
            OutField::count(reports.units.len()),
            missing(rollup),
            if reports.by_roster { OutField::text(list(&reports.missing, summary)) } else { unknown() },
            OutField::count(rollup.units_with_gaps()),
            OutField::count(reports.vertical.len()),
            OutField::text(names(&reports.vertical)),
            OutField::text(names(&reports.unlisted)),
            OutField::text(list(&reports.unsummed, summary)),
            OutField::text(reports.own.as_ref().map_or(words.no_own(), |own| own.lean.head.agency.name.as_str())),
            OutField::text(rollup.remarks(summary.lang).join(summary.lang.words().notice.sentence_separator())),
        ]);
        sink(&row)
    })
}

fn list(names: &[SafeText], summary: &RegionSums<'_>) -> String {
    let words = summary.lang.words();
    let shown: Vec<&str> = names.iter().take(NAMED).map(SafeText::as_str).collect();
    let shown = shown.join(words.season.separator());
    if names.len() > NAMED { words.summary.and_more(shown, names.len()) } else { shown }
}

/// Where a region's own report is not the sum.
pub(super) fn differences<'a>(summary: &'a RegionSums<'a>) -> OutSheet<'a> {
    let words = summary.words();
    let columns = vec![
        OutColumn::new("place", words.place(), 44),
        OutColumn::new("own", words.own(), 12),
        OutColumn::new("sum", words.sum(), 12),
        OutColumn::new("difference", words.difference(), 10),
        OutColumn::new("causes", words.causes(), 70),
    ];
    sheet(summary, words.sheet_differences(), columns, move |rollup, sink| {
        for (cell, difference) in rollup.differing() {
            let causes = rollup.causes(cell, summary.lang);
            let causes = match causes.is_empty() {
                true => OutField::text(words.no_cause()).tone(OutTone::Ask),
                false => OutField::text(causes.join(summary.lang.words().notice.sentence_separator())),
            };
            let mut row = whose(rollup);
            row.extend([
                OutField::text(places::cell(rollup.form, cell, summary.lang)),
                number_or_none(rollup.own(cell)),
                number_or_none(rollup.sum(cell).sum),
                OutField::number(difference).tone(OutTone::Bad),
                causes,
            ]);
            sink(&row)?;
        }
        Ok(())
    })
}

/// Rules and normative documents, in both ways in which they are counted.
pub(super) fn documents<'a>(summary: &'a RegionSums<'a>) -> OutSheet<'a> {
    let words = summary.words();
    let columns = vec![
        OutColumn::new("place", words.place(), 44),
        OutColumn::new("sum", words.sum_of_all(), 14),
        OutColumn::new("office", words.office_alone(), 14),
        OutColumn::new("own", words.own(), 12),
        OutColumn::new("way", words.way(), 30),
    ];
    sheet(summary, words.sheet_documents(), columns, move |rollup, sink| {
        let ids = rollup.form.cells().filter(|&cell| {
            let id = rollup.form.id(cell);
            id.starts_with("disclosure/regulations/") || id.starts_with("disclosure/normative/")
        });
        for cell in ids {
            let CellSum { sum, without, .. } = rollup.sum(cell);
            let office = rollup.reports.office.as_ref().and_then(|office| number(rollup.form, cell, office));
            let own = rollup.own(cell);
            let is_sum = without == 0 && sum.is_some() && own == sum;
            let way = match (own, is_sum, office.is_some() && own == office) {
                (None, ..) => words.way_none(),
                (_, true, true) => words.way_both(),
                (_, true, false) => words.way_sum(),
                (_, false, true) => words.way_office(),
                (_, false, false) => words.way_neither(),
            };
            let mut row = whose(rollup);
            row.extend([
                OutField::text(places::cell(rollup.form, cell, summary.lang)),
                number_or_none(sum),
                number_or_none(office),
                number_or_none(own),
                OutField::text(way),
            ]);
            sink(&row)?;
        }
        Ok(())
    })
}

/// What bodies have that report upwards: in no sum of the region.
pub(super) fn vertical<'a>(summary: &'a RegionSums<'a>) -> OutSheet<'a> {
    let words = summary.words();
    let mut columns = place_columns(summary);
    columns.push(OutColumn::new("sum", words.sum(), 12));
    columns.push(OutColumn::new("counted", words.counted(), 9));
    sheet(summary, words.sheet_vertical(), columns, move |rollup, sink| {
        for cell in rollup.form.cells() {
            let CellSum { sum, counted, .. } = rollup.vertical(cell);
            if counted > 0 {
                let mut row = whose(rollup);
                row.extend(place(rollup.form, cell, summary));
                row.extend([number_or_none(sum), OutField::count(counted)]);
                sink(&row)?;
            }
        }
        Ok(())
    })
}
