//! The table converter × (read, doubts, silent) of `docs/reading.md`, in Markdown: the zoo read and compared with its truth.
//!
//! Not a timing. `cargo bench --bench zoo -- WORD` prints only the converters with the word in their name, and which cells
//! are not exact.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a program that prints a table")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use support::zoo;

/// What the table says of one converter, over all reports.
#[derive(Default)]
struct Row {
    files: usize,
    refused: usize,
    cells: usize,
    exact: usize,
    remarks: usize,
    silent: usize,
}

fn main() {
    let word = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for report in zoo::reports() {
        let truth = zoo::truth(&report);
        for file in zoo::files(&report) {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            if word.as_ref().is_some_and(|word| !name.contains(word.as_str())) {
                continue;
            }
            let result = zoo::score(&file, &truth);
            if word.is_some() {
                match &result {
                    Ok(score) => println!("{}: wrong {:?} missing {:?}", file.display(), score.silent, score.missing),
                    Err(error) => println!("{}: {error}", file.display()),
                }
            }
            let row = rows.entry(name).or_default();
            row.files += 1;
            row.cells += truth.lean.form.cell_count();
            match result {
                Err(_) => row.refused += 1,
                Ok(score) => {
                    row.exact += score.exact;
                    row.remarks += score.remarks;
                    row.silent += score.silent.len();
                }
            }
        }
    }
    print(&rows);
}

fn print(rows: &BTreeMap<String, Row>) {
    println!(
        "| converter | files | refused | cells exact | remarks a file | silently wrong |\n|---|---|---|---|---|---|"
    );
    let mut all = Row::default();
    for (name, row) in rows {
        line(name, row);
        all.files += row.files;
        all.refused += row.refused;
        all.cells += row.cells;
        all.exact += row.exact;
        all.remarks += row.remarks;
        all.silent += row.silent;
    }
    line("all", &all);
}

fn line(name: &str, row: &Row) {
    let read = row.files.saturating_sub(row.refused).max(1);
    println!(
        "| {name} | {} | {} | {} of {} | {:.1} | {} |",
        row.files,
        row.refused,
        row.exact,
        row.cells,
        row.remarks as f64 / read as f64,
        row.silent
    );
}
