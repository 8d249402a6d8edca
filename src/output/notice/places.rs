//! Places of a report in the form's own words, and what stands there.

use crate::check::{Evidence, Finding, Mask};
use crate::form::PrintLayout;
use crate::form::{Cell, EquationLine, Form, Table};
use crate::report::{Cells, Value};
use crate::words::Lang;

/// So many places are named one by one.
const SHOWN: usize = 6;

/// `表三“（七）总计”行“总计”列`
#[must_use]
pub(in crate::output) fn cell(form: &Form, cell: Cell, lang: Lang) -> String {
    let spec = form.spec(cell).and_then(|spec| Some((spec, form.tables.get(spec.table)?)));
    let Some((spec, table)) = spec else { return String::new() };
    let (words, name) = (lang.words().notice, table.name(lang));
    let (row, column) = (table.row_full_name(spec.row, lang), column_name(table, spec.column, lang));
    match table.layout {
        PrintLayout::Rows => words.cell(name, row, column),
        PrintLayout::SideBySide => words.part(name, row, column),
    }
}

/// A cell as the heading of a column.
#[must_use]
pub(in crate::output) fn heading(form: &Form, cell: Cell, lang: Lang) -> String {
    let table = form.spec(cell).and_then(|spec| form.tables.get(spec.table));
    format!("{} {}", table.map(|table| table.name(lang)).unwrap_or_default(), crate::check::cell_name(form, cell, lang))
}

/// The row or column that an equation speaks of.
#[must_use]
pub(super) fn line(table: &Table, line: EquationLine, lang: Lang) -> String {
    let (words, name) = (lang.words().notice, table.name(lang));
    match (line, table.layout) {
        (EquationLine::Row(row), PrintLayout::Rows) => words.row(name, table.row_full_name(row, lang)),
        (EquationLine::Row(row), PrintLayout::SideBySide) => words.whole_part(name, table.row_full_name(row, lang)),
        (EquationLine::Column(column), _) => words.column(name, column_name(table, column, lang)),
    }
}

fn column_name(table: &Table, column: usize, lang: Lang) -> &str {
    table.columns.get(column).map_or("", |column| lang.pick(&column.label.zh, &column.label.en))
}

/// `第六部分“其他需要报告的事项”`; what has no number is the title.
#[must_use]
pub(in crate::output) fn section(form: &Form, number: u8, lang: Lang) -> String {
    let words = lang.words().notice;
    let Some(section) = form.sections.iter().find(|section| section.number == number) else {
        return words.report_title().to_owned();
    };
    let numeral = match lang {
        Lang::Zh => section.numeral.to_string(),
        Lang::En => section.number.to_string(),
    };
    words.section(numeral, lang.pick(&section.label.zh, &section.label.en))
}

/// Where a finding is.
#[must_use]
pub(crate) fn of_finding(form: &Form, finding: &Finding, lang: Lang) -> String {
    let broken = finding.broken().and_then(|broken| Some((broken, form.tables.get(broken.equation.table)?)));
    if let Some((broken, table)) = broken {
        return line(table, broken.equation.line, lang);
    }
    let mut sections: Vec<u8> = passages(finding).map(|passage| passage.section).collect();
    sections.sort_unstable();
    sections.dedup();
    let sections = sections.into_iter().map(|number| section(form, number, lang));
    let cells = (!finding.cells.is_empty()).then(|| several(form, &finding.cells, lang));
    let places: Vec<String> = sections.chain(cells).collect();
    let table = || finding.table.and_then(|table| form.tables.get(table)).map(|table| table.name(lang).to_owned());
    match places.is_empty() {
        true => table().unwrap_or_else(|| lang.words().notice.whole_report().to_owned()),
        false => places.join(lang.words().notice.separator()),
    }
}

/// Several cells, the first of them by name; of one row, the row is named once.
#[must_use]
pub(in crate::output) fn several(form: &Form, cells: &[Cell], lang: Lang) -> String {
    let words = lang.words().notice;
    let row = |it: Cell| form.spec(it).map(|spec| (spec.table, spec.row));
    let before = std::iter::once(None).chain(cells.iter().map(|&it| row(it)));
    let name = |(&it, before): (&Cell, Option<(usize, usize)>)| match form.spec(it) {
        Some(spec) if before == row(it) => {
            let column = form.tables.get(spec.table).map(|table| column_name(table, spec.column, lang));
            words.other_column(column.unwrap_or_default())
        }
        _ => cell(form, it, lang),
    };
    let names: Vec<String> = cells.iter().zip(before).take(SHOWN).map(name).collect();
    let list = names.join(words.separator());
    if cells.len() > SHOWN { words.and_more(list, cells.len()) } else { list }
}

/// What a cell holds; what is no number may be anything, and anybody's.
#[must_use]
pub(in crate::output) fn value(value: Value<'_>, mask: &Mask, lang: Lang) -> String {
    let words = lang.words().notice;
    match value {
        Value::Number(number) => number.to_string(),
        Value::Raw(text) => words.quoted(mask.hide(text)),
        Value::Blank => words.blank().to_owned(),
        Value::Missing => words.missing().to_owned(),
    }
}

/// The passages of the report itself that show a finding, in its order.
fn passages(finding: &Finding) -> impl Iterator<Item = &Evidence> {
    let mut passages: Vec<&Evidence> = finding.evidence().iter().filter(|passage| passage.report.is_none()).collect();
    passages.sort_by_key(|passage| (passage.section, passage.start));
    passages.into_iter().take(SHOWN)
}

/// What the report says there: of an equation its left side, else the cells; and the passage, without personal data.
#[must_use]
pub(in crate::output) fn filed(form: &Form, finding: &Finding, cells: &Cells, mask: &Mask, lang: Lang) -> Vec<String> {
    let words = lang.words().notice;
    let quote = |passage: &Evidence| words.quoted(mask.hide(&passage.text));
    let own = finding.broken().map_or(&*finding.cells, |broken| &broken.equation.left);
    // One cell is named by its place already.
    let is_alone = own.len() == 1 && finding.broken().is_none() && finding.passage().is_none();
    let named = |&it: &Cell| match value(cells.get(it), mask, lang) {
        value if is_alone => value,
        value => words.named_value(crate::check::cell_name(form, it, lang), value),
    };
    passages(finding).map(quote).chain(own.iter().take(SHOWN).map(named)).collect()
}
