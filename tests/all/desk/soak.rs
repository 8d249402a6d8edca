//! Desks killed at random moments, in small; `cargo bench --bench soak -- 10000` is the whole of it.

use crate::support::soak;
#[test]
fn what_the_screen_says_is_saved_outlives_kills_of_two_and_five_desks() {
    for (desks, kills) in [(2, 20), (5, 25)] {
        let tally = soak::soak(env!("CARGO_BIN_EXE_gouji").as_ref(), desks, kills, 4711, |_| {});
        assert!(tally.is_good(), "{desks} desks: {tally:#?}");
        assert_eq!(tally.kills, kills);
        assert!(tally.confirmed > 0, "nothing was written: {tally:#?}");
    }
}
