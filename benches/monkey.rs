//! A monkey at two desks: `cargo bench --bench monkey -- SECONDS [SEED]`, half a minute without. Ends with 1 if a desk
//! broke down, stood still for more than a second of its own, wrote among the reports or lost a word.
//!
//! No measurement, but a program that is run by hand. Another build of the program is named by `GOUJI_PROGRAM`. The
//! same seed does the same things; figures are in `docs/safety.md`.

mod by_hand;
#[path = "../tests/support/mod.rs"]
mod support;

use std::process::ExitCode;
use std::time::Duration;

use support::monkey;
use support::monkey::Tally;

fn main() -> ExitCode {
    let run = by_hand::Run::begin("monkey", "seconds", 30);
    let tally =
        monkey::run(by_hand::program(), run.seed, Duration::from_secs(run.amount), |tally| run.say(&figures(tally)));
    run.say(&figures(&tally));
    let troubles = [tally.stalls.as_slice(), &tally.faults, &tally.lost].concat();
    run.end(tally.is_sound() && tally.stalls.is_empty(), &troubles)
}

fn figures(tally: &Tally) -> String {
    format!(
        "{} inputs of {} bytes, {} changes underneath ({} pipes, {} journals put away), {} starts, {} notes said to be \
         saved, {} lost, {} lines; {} beats, the slowest {:?} with {:?} of the machine's, {} stalls, {} faults",
        tally.inputs,
        tally.bytes,
        tally.changes,
        tally.pipes,
        tally.put_away,
        tally.starts,
        tally.confirmed,
        tally.lost.len(),
        tally.lines,
        tally.beats,
        tally.slowest.0,
        tally.slowest.1,
        tally.stalls.len(),
        tally.faults.len(),
    )
}
