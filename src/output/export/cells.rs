//! What was reported, cell by cell: a row for each report with a column for each cell, and a row for each cell.

use crate::form::{Cell, Form, editions};
use crate::library::season::Submission;
use crate::output::notice::places;
use crate::output::sheet::{OutColumn, OutField, OutSheet, OutTone, RowSink};
use crate::report::{Lean, Value};

use super::subject::Export;

/// A table for each edition of the form that reports follow, the newest first.
pub(super) fn wide<'a>(export: &'a Export<'a>) -> Vec<OutSheet<'a>> {
    let is_used = |form: &&'static Form| export.season.submissions.iter().any(|it| std::ptr::eq(lean(it).form, *form));
    let used: Vec<&'static Form> = editions().iter().filter(is_used).collect();
    used.into_iter().map(|form| wide_of(export, form)).collect()
}

fn wide_of<'a>(export: &'a Export<'a>, form: &'static Form) -> OutSheet<'a> {
    let words = export.words();
    let mut columns = export.whose_columns();
    columns
        .extend(form.cells().map(|cell| OutColumn::new(form.id(cell), &places::heading(form, cell, export.lang), 11)));
    let rows = move |sink: &mut RowSink<'_>| {
        for submission in export.season.submissions.iter().filter(|it| std::ptr::eq(lean(it).form, form)) {
            let mut row = export.whose(submission);
            row.extend(form.cells().map(|cell| field(submission, cell, export)));
            sink(&row)?;
        }
        Ok(())
    };
    let is_newest = std::ptr::eq(form, crate::form::newest());
    let name = if is_newest { words.sheet_data().to_owned() } else { words.sheet_data_of(&form.edition) };
    OutSheet { name, columns, fixed: 3, rows: Box::new(rows) }
}

/// A row for each cell of each report.
pub(super) fn long<'a>(export: &'a Export<'a>) -> OutSheet<'a> {
    let words = export.words();
    let mut columns = export.whose_columns();
    columns.extend([
        OutColumn::new("reported", words.kind(), 9),
        OutColumn::new("cell", words.cell(), 36),
        OutColumn::new("table", words.table(), 7),
        OutColumn::new("row", words.row(), 34),
        OutColumn::new("column", words.column(), 14),
        OutColumn::new("value", words.value(), 12).exact(),
        OutColumn::new("doubtful", words.doubtful(), 12),
    ]);
    let rows = move |sink: &mut RowSink<'_>| {
        for submission in &export.season.submissions {
            for cell in lean(submission).form.cells() {
                let mut row = export.whose(submission);
                row.extend(of_cell(submission, cell, export));
                sink(&row)?;
            }
        }
        Ok(())
    };
    OutSheet { name: words.sheet_long().to_owned(), columns, fixed: 3, rows: Box::new(rows) }
}

fn lean(submission: &Submission) -> &Lean {
    &submission.now.checked.lean
}

/// What is no number may be anything, and anybody's.
fn masked(submission: &Submission, text: &str) -> String {
    submission.mask().hide(text)
}

/// A blank stays empty, what is not there says so, and what is no number stays a text.
fn field(submission: &Submission, cell: Cell, export: &Export<'_>) -> OutField {
    let lean = lean(submission);
    let field = match lean.cells.get(cell) {
        Value::Number(number) => OutField::number(number),
        Value::Raw(text) => OutField::text(masked(submission, text)).tone(OutTone::Bad),
        Value::Blank => OutField::empty(),
        Value::Missing => OutField::text(export.words().kind_missing()).tone(OutTone::Faint),
    };
    if lean.cells.is_doubtful(cell) { field.tone(OutTone::Ask) } else { field }
}

fn of_cell(submission: &Submission, cell: Cell, export: &Export<'_>) -> [OutField; 7] {
    let lean = lean(submission);
    let (form, words) = (lean.form, export.words());
    let spec = form.spec(cell).and_then(|spec| Some((spec, form.tables.get(spec.table)?)));
    let (table, row, column) = spec.map_or_else(Default::default, |(spec, table)| {
        let column = table.column_name(spec.column, export.lang).to_owned();
        (table.name(export.lang), table.row_full_name(spec.row, export.lang), column)
    });
    let (kind, value) = match lean.cells.get(cell) {
        Value::Number(number) => (words.kind_number(), OutField::number(number)),
        Value::Raw(text) => (words.kind_text(), OutField::text(masked(submission, text))),
        Value::Blank => (words.kind_blank(), OutField::empty()),
        Value::Missing => (words.kind_missing(), OutField::empty()),
    };
    let doubt = if lean.cells.is_doubtful(cell) { words.yes() } else { "" };
    [
        OutField::text(kind),
        OutField::text(form.id(cell)),
        OutField::text(table),
        OutField::text(row),
        OutField::text(column),
        value,
        OutField::text(doubt),
    ]
}
