//! How many of the pairs that are alike the sketches find, against a comparison of all with all.

use std::collections::BTreeSet;
use std::time::Instant;

use gouji::check::Basis;
use gouji::check::similar::{Comparable, Comparer, SECTIONS, Sketch};
use gouji::report::Report;

use crate::support::copies;

/// Prints the figures of so many invented reports.
pub fn print(count: usize) {
    let comparer = Comparer::new(&Basis::standard());
    let reports: Vec<Report> = copies::reports(count, 7).into_iter().map(|(_, report)| report).collect();
    let sketches: Vec<Sketch> = reports.iter().map(|report| comparer.sketch(report)).collect();
    let began = Instant::now();
    let candidates = comparer.candidates(&sketches);
    println!(
        "{count} reports: {} candidates, {} groups, {:?}",
        candidates.pairs.len(),
        candidates.groups.len(),
        began.elapsed()
    );
    for (slot, section) in SECTIONS.into_iter().enumerate() {
        score(&comparer, &reports, &candidates, slot, section);
    }
}

type Key = (usize, usize);

fn score(
    comparer: &Comparer<'_>,
    reports: &[Report],
    candidates: &gouji::check::similar::Candidates,
    slot: usize,
    section: u8,
) {
    // Of other agencies' reports for other years only the most alike is a candidate, if any: not counted here.
    let counts = |one: usize, other: usize| {
        let [one, other] = [one, other].map(|at| &reports[at].lean.head);
        one.agency != other.agency && one.year == other.year
    };
    let named: BTreeSet<Key> = candidates
        .pairs
        .iter()
        .filter(|pair| pair.sections[slot])
        .map(|pair| (pair.first as usize, pair.second as usize))
        .filter(|&(one, other)| counts(one, other))
        .collect();
    let ready: Vec<Comparable> = reports.iter().map(|report| comparer.comparable(report, "")).collect();
    let runs: Vec<Vec<u64>> = reports.iter().map(|report| runs(comparer, report, section)).collect();
    let least = [850, 900][slot];
    let (mut alike, mut missed, mut compared) = (BTreeSet::new(), Vec::new(), 0_u64);
    for one in 0..reports.len() {
        for other in one + 1..reports.len() {
            // Passages of ten letters and more in 85 % of the text share 42 % of their runs of four at the least.
            if !counts(one, other) || jaccard(&runs[one], &runs[other]) < 300 {
                continue;
            }
            compared += 1;
            let Some(similarity) = comparer.similarity(&ready[one], &ready[other], section) else { continue };
            if usize::from(similarity.per_mille) >= least {
                alike.insert((one, other));
                if !named.contains(&(one, other)) {
                    missed.push((one, other, similarity.per_mille, jaccard(&runs[one], &runs[other])));
                }
            }
        }
    }
    let right = named.intersection(&alike).count();
    println!(
        "section {section}: alike {}, found {right}, missed {missed:?}, candidates {}, compared exactly {compared}",
        alike.len(),
        named.len(),
    );
}

/// Hashes of all runs of four letters, sorted.
fn runs(comparer: &Comparer<'_>, report: &Report, section: u8) -> Vec<u64> {
    let ready = comparer.comparable(report, "");
    let letters: Vec<char> = comparer.masked(&ready, &ready, section).show().chars().collect();
    let mut runs: Vec<u64> =
        letters.windows(4).map(|run| run.iter().fold(0, |sum, &c| (sum << 16) ^ u64::from(u32::from(c)))).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Per mille.
fn jaccard(one: &[u64], other: &[u64]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        both += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    (both * 1000).checked_div(one.len() + other.len() - both).unwrap_or(0)
}
