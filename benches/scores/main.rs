//! How often we are right, where it can be counted: `cargo bench --bench scores -- WHAT`.
//!
//! Not timings, and nobody's test: `tests/all/check` holds what is reached.

#![expect(clippy::print_stdout, clippy::indexing_slicing, reason = "it prints figures, of tables of its own")]

mod claims;
mod damaged;
mod localise;
mod precision;
mod region;
mod similar;
#[path = "../../tests/support/mod.rs"]
mod support;

/// What can be asked for.
const USAGE: &str = "scores: nothing was asked for
  claims [tell]               the table of docs/claims.md
  localise [CASES] [SLIP]     the table of docs/localise.md: cases in each size, only this slip
  precision [tell]            the tables of docs/precision.md; also what is wrong and what is missed
  region [SEED] [tell]        the table of docs/region.md; of one seed, also what is missed and what is false
  similar [REPORTS]           the figures of docs/similar.md
  damaged                     a sample of damaged tables, as tests/data/damaged-tables.jsonl has one; `least` is a solver's to prove";

fn main() {
    // Cargo adds words of its own.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let number = |usual: usize| words.get(1).and_then(|word| word.parse().ok()).unwrap_or(usual);
    match words.first() {
        Some(&"claims") => claims::print(words.contains(&"tell")),
        Some(&"localise") => localise::print(number(400), words.get(2).copied()),
        Some(&"precision") => precision::print(words.contains(&"tell")),
        Some(&"region") => region::print(words.get(1).and_then(|word| word.parse().ok()), words.contains(&"tell")),
        Some(&"similar") => similar::print(number(2000)),
        Some(&"damaged") => damaged::print(),
        _ => println!("{USAGE}"),
    }
}
