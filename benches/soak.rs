//! Ten thousand kills: `cargo bench --bench soak -- 10000 [SEED]`. Half of them with two desks on one journal, half with
//! five. Ends with 1 if a note that a screen said was saved is not in the journal, or a journal is not sound.
//!
//! No measurement, but a program that is run by hand; without a number it makes two hundred kills. Another build of the
//! program is named by `GOUJI_PROGRAM`. Figures are in `docs/safety.md`.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a program for the terminal"
)]
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::expect_used, reason = "a program for the terminal")]

#[path = "../tests/support/command.rs"]
mod command;
#[path = "../tests/support/dice.rs"]
mod dice;
#[path = "../tests/support/soak.rs"]
mod soak;
#[path = "../tests/support/mod.rs"]
mod support;

use std::process::ExitCode;
use std::thread;
use std::time::Instant;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse::<u64>().ok());
    let kills = usize::try_from(numbers.next().unwrap_or(200)).unwrap();
    let seed = numbers.next().unwrap_or_else(|| u64::from(std::process::id()));
    println!("{kills} kills, seed {seed}, {}", soak::program().display());
    let good = thread::scope(|scope| {
        let five = scope.spawn(|| run(5, kills / 2, seed));
        let two = run(2, kills.div_ceil(2), seed);
        five.join().unwrap() && two
    });
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// So many desks on one journal.
fn run(desks: usize, kills: usize, seed: u64) -> bool {
    let start = Instant::now();
    let tally = soak::soak(desks, kills, seed, |tally| {
        println!(
            "{desks} desks, {:>4} s: {} kills ({} at the start, {} between Enter and saved), {} notes said to be saved, \
             {} lost; of {} others {} in the journal, {} in drafts; {} lines, {} torn, {} journals not sound, {} desks \
             ended by themselves",
            start.elapsed().as_secs(),
            tally.kills,
            tally.starting,
            tally.saving,
            tally.confirmed,
            tally.lost.len(),
            tally.open,
            tally.arrived,
            tally.drafted,
            tally.lines,
            tally.torn,
            tally.unsound,
            tally.ended.len(),
        );
    });
    if !tally.is_good() {
        println!("{:#?}\n{:#?}", tally.lost, tally.ended);
    }
    tally.is_good()
}
