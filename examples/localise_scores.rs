//! Prints how often localisation is right, slip by slip, in three sizes together:
//! `cargo run --release --example localise_scores [cases in each size] [only this slip]`.
#![expect(clippy::print_stdout, reason = "it prints its figures")]

#[path = "../benches/slips/mod.rs"]
mod slips;

use slips::{Class, KNOWN, SIZES, Score, UNKNOWN, measure};

/// Not the seed that the costs were set with.
const SEED: u64 = 7;

fn main() {
    let count = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(400);
    println!(
        "| slip | cases | one | right when one | listed | none | readings | precision | recall | mean µs | p50 µs | p99 µs |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for with_facts in [false, true] {
        let known = table(&KNOWN, count, with_facts);
        line(if with_facts { "**known, with last year's figures**" } else { "**known**" }, &known);
        let unknown = table(if with_facts { &[] } else { &UNKNOWN }, count, with_facts);
        if !with_facts {
            line("**unknown**", &unknown);
        }
    }
}

fn table(classes: &[Class], count: usize, with_facts: bool) -> Score {
    let mut all = Score::default();
    for &class in classes {
        if std::env::args().nth(2).is_some_and(|only| only != format!("{class:?}")) {
            continue;
        }
        let mut score = Score::default();
        for size in SIZES {
            score.add(&measure(class, size, count, SEED, with_facts));
        }
        if !with_facts {
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
