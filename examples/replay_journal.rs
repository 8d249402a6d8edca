//! What all acts of a journal come to: `cargo run --example replay_journal -- JOURNAL.jsonl`.
//!
//! For each report how far its review is, how many findings have a verdict, and its notes as they read now: edits and
//! what was taken back have been applied. Lines that cannot be read never stop the others; they are counted.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;

use gouji::journal::{Journal, Review, verify};
use gouji::words::Lang;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: replay_journal JOURNAL.jsonl")?;
    let path = Path::new(&path);
    // One that is not there would be an empty journal.
    let verified = verify(path)?;
    if !verified.is_sound() {
        writeln!(std::io::stderr(), "some of its {} lines are not as they were written", verified.lines)?;
    }
    let (_, acts) = Journal::open(path)?;
    let review = Review::new(acts);
    let mut out = std::io::stdout().lock();
    for report in review.reports() {
        let (key, counts) = (report.key(), report.counts());
        let status = report.status().label(Lang::En.words());
        writeln!(out, "{} {}: {status}, {} verdicts, {} notes", key.agency, key.year, counts.verdicts, counts.notes)?;
        for note in report.notes() {
            writeln!(out, "  {}: {}", note.act().by, note.text())?;
        }
    }
    Ok(())
}
