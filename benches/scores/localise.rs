//! How often localisation is right, slip by slip, in three sizes together.

use crate::support::slips::class::{Class, KNOWN, UNKNOWN};
use crate::support::slips::score::{Known, Score, measure};
use crate::support::slips::table::SIZES;

/// Not the seed that the costs were set with.
const SEED: u64 = 7;

/// Prints the table of so many cases in each size, or of one slip only.
pub fn print(count: usize, only: Option<&str>) {
    println!(
        "| slip | cases | one | right when one | listed | none | repairs | precision | recall | mean µs | p50 µs | p99 µs |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    line("**known**", &table(&KNOWN, count, only, Known::Nothing));
    line("**unknown**", &table(&UNKNOWN, count, only, Known::Nothing));
    for (name, known) in [
        ("**known, with last year's figures**", Known::LastYear),
        ("**known, totals copied into the text**", Known::CopiedText),
        ("**known, with a true text**", Known::TrueText),
    ] {
        line(name, &table(&KNOWN, count, only, known));
    }
}

fn table(classes: &[Class], count: usize, only: Option<&str>, known: Known) -> Score {
    let mut all = Score::default();
    for &class in classes {
        if only.is_some_and(|only| only != format!("{class:?}")) {
            continue;
        }
        let mut score = Score::default();
        for size in SIZES {
            score.add(&measure(class, size, count, SEED, known));
        }
        if known == Known::Nothing {
            line(&format!("{class:?}"), &score);
        }
        all.add(&score);
    }
    all
}

fn line(name: &str, score: &Score) {
    println!(
        "| {name} | {} | {:.1} | {:.2} | {:.2} | {} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} |",
        score.cases,
        score.one_rate(),
        score.right_rate(),
        score.listed_rate(),
        score.none,
        score.readings as f64 / score.cases.max(1) as f64,
        Score::permille(score.cells[1], score.cells[0]),
        Score::permille(score.cells[1], score.cells[2]),
        score.mean(),
        score.time(50),
        score.time(99),
    );
}
