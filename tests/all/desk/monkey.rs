//! A monkey at two desks, for some seconds; `cargo bench --bench monkey -- 3600` is an hour of it.

use crate::support::monkey;
use std::time::Duration;

/// How long an answer takes is told, not judged: that would be a test of the machine.
#[test]
fn a_monkey_at_two_desks_breaks_nothing_and_loses_no_word() {
    let tally = monkey::run(env!("CARGO_BIN_EXE_gouji").into(), 20_261_128, Duration::from_secs(10), |_| {});
    eprintln!(
        "{} inputs, {} changes, {} notes; the slowest answer {:?}",
        tally.inputs, tally.changes, tally.confirmed, tally.slowest
    );
    assert!(tally.is_sound(), "{tally:#?}");
    assert!(tally.beats > 0 && tally.inputs > 50, "{tally:#?}");
}
