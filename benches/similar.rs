//! Copied texts: sketching one report, naming the candidates among many, comparing two sections exactly.
#![expect(clippy::indexing_slicing, reason = "a bench")]

#[path = "../tests/support/mod.rs"]
mod support;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use gouji::check::Basis;
use gouji::check::similar::{Comparer, Sketch};
use gouji::report::Report;
use support::copies;

fn main() {
    divan::main();
}

fn comparer() -> Comparer<'static> {
    Comparer::new(&Basis::standard())
}

fn reports(count: usize) -> Vec<Report> {
    copies::reports(count, 7).into_iter().map(|(_, report)| report).collect()
}

/// Both sections of each.
#[divan::bench]
fn sketch(bencher: Bencher<'_, '_>) {
    let (comparer, reports) = (comparer(), reports(64));
    let empty = comparer.sketch(&copies::of_one_template(1, 1)[0]);
    bencher.counter(ItemsCount::new(reports.len())).bench(|| {
        reports.iter().map(|report| comparer.sketch(black_box(report)).eq(&empty)).filter(|same| !same).count()
    });
}

/// From sketches to pairs; the cost for each report must not grow with their number.
#[divan::bench(args = [10_000, 50_000, 100_000], sample_count = 3, sample_size = 1)]
fn candidates(bencher: Bencher<'_, '_>, count: usize) {
    let comparer = comparer();
    let sketches: Vec<Sketch> = copies::sketches(&comparer, count);
    bencher.counter(ItemsCount::new(count)).bench(|| comparer.candidates(black_box(&sketches)).pairs.len());
}

/// All follow one template: the worst case for a list of pairs.
#[divan::bench(args = [10_000, 100_000], sample_count = 3, sample_size = 1)]
fn candidates_of_one_template(bencher: Bencher<'_, '_>, count: usize) {
    let comparer = comparer();
    let few: Vec<Report> = copies::of_one_template(500, 7);
    // Sketches of the same text under the names of other agencies.
    let sketches: Vec<Sketch> = copies::renamed(&comparer, &few, count);
    bencher.counter(ItemsCount::new(count)).bench(|| comparer.candidates(black_box(&sketches)).groups.len());
}

/// Sections one and five of two reports, opened.
#[divan::bench(args = ["copy", "unrelated"])]
fn check_pair(bencher: Bencher<'_, '_>, how: &str) {
    let comparer = comparer();
    let reports = reports(64);
    let twin = copies::of_one_template(2, 3);
    let pair = if how == "copy" { [&twin[0], &twin[1]] } else { [&reports[0], &reports[1]] };
    bencher.bench(|| {
        let [first, second] = pair.map(|report| comparer.comparable(black_box(report), "x"));
        comparer.check_pair(&first, &second, [true; 2]).len()
    });
}
