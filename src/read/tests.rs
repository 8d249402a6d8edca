//! Whole documents: written out of the form in several layouts and read back, plain and crooked.

mod drawn;
mod identity;
mod labels;
mod one_line;
mod properties;
mod rows;
mod script;
mod shapes;
mod values;
mod variety;
mod wrapped;
mod written;

use crate::form::{self, Cell, Form, PrintLayout, Table};
use crate::read::*;
use crate::report::Value;

fn read_text(text: &str) -> Report {
    read("a.txt", text.as_bytes()).unwrap()
}

fn value<'r>(report: &'r Report, id: &str) -> Value<'r> {
    report.lean.cells.get(report.lean.form.cell(id).unwrap_or_else(|| panic!("{id}")))
}

fn kinds(report: &Report) -> Vec<&str> {
    // What is said of several cells is one remark.
    let causes = report.narrative.remarks.iter().filter(|remark| !remark.again);
    causes.map(|remark| remark.kind.as_str()).collect()
}

/// A text before table three (from a word of it on), the table, and the text behind it.
fn parts<'a>(text: &'a str, from: &str) -> [&'a str; 3] {
    let (head, rest) = text.split_at(text.find(from).unwrap());
    let (table, tail) = rest.split_at(rest.find("四、政府信息公开行政").unwrap());
    [head, table, tail]
}

/// The numbers of a row, `None` for what is no number.
fn row(report: &Report, id: &str) -> Vec<Option<i64>> {
    let form = report.lean.form;
    let cells = form.cells().filter(|cell| form.id(*cell).starts_with(&format!("{id}/")));
    cells.map(|cell| report.lean.cells.get(cell).number().and_then(|number| number.as_int())).collect()
}

fn some(numbers: &[i64]) -> Vec<Option<i64>> {
    numbers.iter().copied().map(Some).collect()
}

fn newest_index(id: &str) -> i64 {
    i64::try_from(form::newest().cell(id).unwrap().index()).unwrap()
}
