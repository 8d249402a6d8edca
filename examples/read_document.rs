//! From a document to a report: `cargo run --example read_document -- FILE`.
//!
//! The format is told by the content, so that the name need not say it. The report goes to standard output as JSON; what
//! the reader could not settle, and a program should not pass over, to standard error.

use std::error::Error;
use std::io::Write as _;

use gouji::read::read;
use gouji::report::to_json;
use gouji::words::Lang;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: read_document FILE")?;
    let report = read(&path, &std::fs::read(&path)?)?;
    let mut doubts = std::io::stderr().lock();
    for remark in &report.narrative.remarks {
        writeln!(doubts, "{}", remark.text(Lang::En.words()))?;
    }
    writeln!(std::io::stdout(), "{}", to_json(&report))?;
    Ok(())
}
