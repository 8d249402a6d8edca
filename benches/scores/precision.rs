//! How often each rule is right on the labelled reports, and what it misses.

use crate::support::docs;
use crate::support::precision::{halves, score};

/// Prints the tables, and what is wrong, missed or not judged; with `GOUJI_UPDATE_DOCS` the tables go into the document.
pub fn print(tells: bool) {
    let mut tables = String::new();
    for half in halves() {
        let score = score(&half);
        tables += &format!("\n{}", score.tables(&half));
        if tells {
            for (what, lines) in [("wrong", &score.wrong), ("missed", &score.missed), ("unlabelled", &score.unlabelled)]
            {
                lines.iter().for_each(|line| println!("{half} {what}: {line}"));
            }
        }
    }
    println!("{tables}");
    docs::tell("docs/precision.md", "precision", "cargo bench --bench scores -- precision", &format!("{tables}\n"));
}
