//! A cell lost from a row of a page's table: whatever is read of the row then, it is right or there is a remark on it.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;

use crate::support::zoo;
use gouji::read::read;
use gouji::report::{Report, Value};

/// Not each of a page's cells: every eleventh.
const STEP: usize = 11;

#[test]
fn a_lost_cell_of_a_page_is_never_read_as_a_blank() {
    let mut wrong = Vec::new();
    for report in zoo::reports() {
        let truth = zoo::truth(&report);
        for name in ["page.html", "pandoc-commonmark.txt", "mammoth.html"] {
            let text = fs::read_to_string(report.join(name)).unwrap();
            let cells = numbers(&text);
            assert!(cells.len() > 100, "{name}");
            for cell in cells.into_iter().step_by(STEP) {
                let torn = [&text[..cell.start], &text[cell.end..]].concat();
                let silent = silent(&read(name, torn.as_bytes()).unwrap(), &truth);
                let line = text[..cell.start].lines().count();
                wrong.extend(silent.into_iter().map(|id| format!("{}/{name}:{line} {id}", report.display())));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// The cells with a number and nothing else.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices("<td") {
        let end = start + text[start..].find("</td>").unwrap() + "</td>".len();
        let mut tagged = false;
        let shown = text[start..end].chars().filter(|c| {
            tagged = *c == '<' || tagged && *c != '>';
            !tagged && *c != '>'
        });
        let shown: String = shown.collect();
        if !shown.trim().is_empty() && shown.trim().bytes().all(|byte| byte.is_ascii_digit()) {
            found.push(start..end);
        }
    }
    found
}

/// Cells that are read, not as they are, and without a remark.
fn silent(report: &Report, truth: &Report) -> Vec<String> {
    let form = truth.lean.form;
    let doubted: BTreeSet<&str> =
        report.narrative.remarks.iter().filter_map(|remark| remark.cell.as_ref()).map(|cell| cell.as_str()).collect();
    let wrong = form.cells().filter(|&cell| {
        let read = report.lean.form.cell(form.id(cell)).map_or(Value::Missing, |cell| report.lean.cells.get(cell));
        read != Value::Missing && read != truth.lean.cells.get(cell) && !doubted.contains(form.id(cell))
    });
    wrong.map(|cell| form.id(cell).to_owned()).collect()
}
