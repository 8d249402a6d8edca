//! All reports of a directory, checked one by one: `cargo run --example check_directory -- DIRECTORY`.
//!
//! One line for each finding. What needs more than one report (the year before, the agencies of a region, copies) is said
//! by `gouji check --format jsonl`, whose output other programs can rely on.

use std::error::Error;
use std::io::Write as _;

use gouji::check::{Basis, check_whole, message};
use gouji::report::parse;
use gouji::words::Lang;

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args().nth(1).ok_or("usage: check_directory DIRECTORY")?;
    let mut out = std::io::stdout().lock();
    for entry in walkdir::WalkDir::new(directory).sort_by_file_name() {
        let entry = entry?;
        if entry.path().extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let report = match parse(&std::fs::read(entry.path())?) {
            Ok(report) => report,
            // One bad file never stops the others.
            Err(error) => {
                writeln!(out, "{}: {error}", entry.path().display())?;
                continue;
            }
        };
        let lean = &report.lean;
        for finding in check_whole(&report, &Basis::standard()).findings {
            let said = message(lean.form, &finding, &lean.cells, Lang::En);
            writeln!(out, "{} {} {}: {said}", lean.head.agency.name, lean.head.year, finding.rule.id)?;
        }
    }
    Ok(())
}
