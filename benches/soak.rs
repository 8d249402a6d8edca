//! Ten thousand kills: `cargo bench --bench soak -- 10000 [SEED]`. Half of them with two desks on one journal, half with
//! five. Ends with 1 if a note that a screen said was saved is not in the journal, or a journal is not sound.
//!
//! No measurement, but a program that is run by hand; without a number it makes two hundred kills. Another build of the
//! program is named by `GOUJI_PROGRAM`. Figures are in `docs/safety.md`.

#![expect(clippy::unwrap_used, reason = "a program by hand")]

mod by_hand;
#[path = "../tests/support/mod.rs"]
mod support;

use std::process::ExitCode;
use std::thread;

use by_hand::Run;
use support::soak;
use support::soak::Tally;

fn main() -> ExitCode {
    let run = Run::begin("soak", "kills", 200);
    let kills = usize::try_from(run.amount).unwrap();
    let (two, five) = thread::scope(|scope| {
        let five = scope.spawn(|| soak(&run, 5, kills / 2));
        let two = soak(&run, 2, kills.div_ceil(2));
        (two, five.join().unwrap())
    });
    let troubles = [two.lost, two.ended, five.lost, five.ended].concat();
    run.end(two.unsound + five.unsound == 0 && troubles.is_empty(), &troubles)
}

/// So many desks on one journal.
fn soak(run: &Run, desks: usize, kills: usize) -> Tally {
    let tally = soak::soak(&by_hand::program(), desks, kills, run.seed, |tally| run.say(&figures(desks, tally)));
    run.say(&format!("all of it: {}", figures(desks, &tally)));
    tally
}

fn figures(desks: usize, tally: &Tally) -> String {
    format!(
        "{desks} desks: {} kills ({} at the start, {} between Enter and saved), {} notes said to be saved, {} lost; of {} \
         others {} in the journal, {} in drafts; {} lines, {} torn, {} journals not sound, {} desks ended by themselves",
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
    )
}
