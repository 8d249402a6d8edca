//! Which cells are behind broken relations: `cargo run --example which_cell -- REPORT.json`.
//!
//! Equations that do not hold fall into blocks; of each block the changes are told that would settle all of it, equally
//! good ones together. Nothing is changed: what the agency meant, only the agency can say.

use std::error::Error;
use std::io::Write as _;

use gouji::check::{Basis, Facts, causes, cell_name, check_whole};
use gouji::report::parse;
use gouji::words::Lang;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: which_cell REPORT.json")?;
    let report = parse(&std::fs::read(path)?)?;
    let basis = Basis::standard();
    let outcome = check_whole(&report, &basis);
    let form = report.lean.form;
    let mut out = std::io::stdout().lock();
    for block in causes(&Facts::of(&report, &basis), &outcome, None).blocks {
        writeln!(out, "{}: {} ways to settle it", block.name, block.repairs.len())?;
        for repair in &block.repairs {
            for change in &repair.cells {
                let from = change.from.map_or_else(|| "?".to_owned(), |from| from.to_string());
                let name = cell_name(form, change.cell, Lang::En);
                writeln!(out, "  {} ({name}): {from} → {}", form.id(change.cell), change.to)?;
            }
            writeln!(out, "  and {} findings are settled", repair.settles.len())?;
        }
    }
    Ok(())
}
