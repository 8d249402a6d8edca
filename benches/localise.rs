//! How long localisation takes: on a consistent report, and on each kind of slip.
#![expect(clippy::indexing_slicing, reason = "a bench")]

#[path = "../tests/support/mod.rs"]
mod support;

use divan::Bencher;
use divan::counter::ItemsCount;
use gouji::check::localise::{KnownCells, localise};
use gouji::check::{Outcome, Profile, check};
use gouji::report::Lean;
use support::slips::class::{Class, KNOWN, UNKNOWN, damage};
use support::slips::table::{Random, SIZES, consistent, lean};

fn main() {
    divan::main();
}

/// Reports of a class that break some relation.
fn damaged(class: Class) -> Vec<(Lean, Outcome)> {
    let mut random = Random::new(3);
    let mut cases = Vec::new();
    for attempt in 0..2_000 {
        let truth = consistent(SIZES[attempt % 3], &mut random);
        let Some(table) = damage(class, &truth, &mut random) else { continue };
        let report = lean(&table);
        let outcome = check(&report, Profile::standard());
        if !outcome.findings.is_empty() && cases.len() < 60 {
            cases.push((report, outcome));
        }
    }
    cases
}

fn over(bencher: Bencher<'_, '_>, cases: &[(Lean, Outcome)]) {
    bencher.counter(ItemsCount::new(cases.len())).bench(|| {
        cases.iter().map(|(report, outcome)| localise(report, outcome, &KnownCells::NONE).len()).sum::<usize>()
    });
}

#[divan::bench]
fn a_consistent_report(bencher: Bencher<'_, '_>) {
    let report = lean(&consistent(SIZES[1], &mut Random::new(1)));
    let outcome = check(&report, Profile::standard());
    over(bencher, &[(report, outcome)]);
}

#[divan::bench(args = KNOWN.iter().chain(&UNKNOWN).copied().collect::<Vec<Class>>())]
fn a_damaged_report(bencher: Bencher<'_, '_>, class: Class) {
    over(bencher, &damaged(class));
}
