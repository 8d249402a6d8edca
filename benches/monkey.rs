//! A monkey at two desks: `cargo bench --bench monkey -- SECONDS [SEED]`, half a minute without. Ends with 1 if a desk
//! broke down, stood still for more than a second of its own, wrote among the reports or lost a word.
//!
//! No measurement, but a program that is run by hand. Another build of the program is named by `GOUJI_PROGRAM`. The
//! same seed does the same things; figures are in `docs/safety.md`.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a program for the terminal"
)]
#![allow(clippy::print_stdout, clippy::expect_used, reason = "a program for the terminal")]

#[path = "../tests/support/command.rs"]
mod command;
#[path = "../tests/support/dice.rs"]
mod dice;
#[path = "../tests/support/monkey.rs"]
mod monkey;
#[path = "../tests/support/mod.rs"]
mod support;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse::<u64>().ok());
    let time = Duration::from_secs(numbers.next().unwrap_or(30));
    let seed = numbers.next().unwrap_or_else(|| u64::from(std::process::id()));
    let program = std::env::var_os("GOUJI_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_gouji").into(), PathBuf::from);
    println!("seed {seed}, {time:?}, {}", program.display());
    let start = Instant::now();
    let tell = |tally: &monkey::Tally| {
        println!(
            "{:>4} s: {} inputs of {} bytes, {} changes underneath, {} starts, {} notes said to be saved, {} lost, {} lines; \
             {} beats, the slowest {:?} with {:?} of the machine's, {} stalls, {} faults",
            start.elapsed().as_secs(),
            tally.inputs,
            tally.bytes,
            tally.changes,
            tally.starts,
            tally.confirmed,
            tally.lost.len(),
            tally.lines,
            tally.beats,
            tally.slowest.0,
            tally.slowest.1,
            tally.stalls.len(),
            tally.faults.len(),
        );
    };
    let tally = monkey::run(program, seed, time, tell);
    tell(&tally);
    for told in tally.stalls.iter().chain(&tally.faults).chain(&tally.lost) {
        println!("{told}\n");
    }
    if tally.is_sound() && tally.stalls.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
