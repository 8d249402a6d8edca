//! Finding copies among many invented reports: floors of what the sketches may miss, and silence where nothing is
//! copied.

use crate::support::copies;
use crate::support::copies::Kind;
use gouji::check::similar::{Candidates, Comparer, Pair, PairSide, Sketch};
use gouji::check::{Basis, Finding};
use gouji::report::Report;

fn comparer() -> Comparer<'static> {
    Comparer::new(&Basis::standard())
}

fn named(comparer: &Comparer<'_>, reports: &[(Kind, Report)]) -> Candidates {
    let sketches: Vec<Sketch> = reports.iter().map(|(_, report)| comparer.sketch(report)).collect();
    comparer.candidates(&sketches)
}

fn check(comparer: &Comparer<'_>, reports: &[(Kind, Report)], pair: &Pair) -> Vec<(PairSide, Finding)> {
    let [first, second] = [pair.first, pair.second].map(|at| comparer.comparable(&reports[at as usize].1, "x"));
    comparer.check_pair(&first, &second, pair.sections)
}

/// All with all, exactly, against what the candidates lead to.
#[test]
fn candidates_lead_to_nearly_every_pair_that_is_alike() {
    let comparer = comparer();
    let reports = copies::reports(90, 11);
    let candidates = named(&comparer, &reports);
    let mut all = 0;
    let mut missed = Vec::new();
    for first in 0..90_u32 {
        for second in first + 1..90 {
            let [one, other] = [first, second].map(|at| &reports[at as usize].1.lean.head);
            // Of other agencies' reports for other years only the most alike is a candidate, if any.
            if one.agency != other.agency && one.year != other.year {
                continue;
            }
            let pair = Pair { first, second, sections: [true; 2] };
            let exact = check(&comparer, &reports, &pair).len();
            let candidate = candidates.pairs.iter().find(|pair| (pair.first, pair.second) == (first, second));
            let found = candidate.map_or(0, |pair| check(&comparer, &reports, pair).len());
            all += exact;
            if found != exact {
                missed.push((first, second, exact, found));
            }
        }
    }
    assert!(all >= 30, "only {all}: do the invented reports still copy?");
    assert_eq!(missed, []);
}

#[test]
fn copies_are_found_and_reports_of_ones_own_are_left_alone() {
    let comparer = comparer();
    let reports = copies::reports(600, 5);
    let candidates = named(&comparer, &reports);
    let found: Vec<(Kind, String)> = candidates
        .pairs
        .iter()
        .flat_map(|pair| check(&comparer, &reports, pair).into_iter().map(move |(side, finding)| (pair, side, finding)))
        .map(|(pair, side, finding)| {
            let at = if side == PairSide::First { pair.first } else { pair.second };
            (reports[at as usize].0, finding.rule.id.to_string())
        })
        .collect();
    let count = |kind: Kind, rule: &str| found.iter().filter(|(k, r)| *k == kind && r == rule).count();
    let made = |kind: Kind| reports.iter().filter(|(k, _)| *k == kind).count();
    assert!(count(Kind::LastYear, "SIM-01") >= made(Kind::LastYear) * 8 / 10, "{}", count(Kind::LastYear, "SIM-01"));
    assert!(count(Kind::Problems, "SIM-02") >= made(Kind::Problems) * 9 / 10, "{}", count(Kind::Problems, "SIM-02"));
    // A third of the sentences anew, or only two fifths of them a template's: not the same text.
    assert_eq!(count(Kind::Heavy, "SIM-02") + count(Kind::Template, "SIM-02"), 0);
    assert_eq!(candidates.groups, []);
}

#[test]
fn candidates_grow_with_the_reports_and_not_with_their_square() {
    let comparer = comparer();
    let pairs = |count: usize| comparer.candidates(&copies::sketches(&comparer, count)).pairs.len();
    let (few, many) = (pairs(400), pairs(1600));
    assert!(few > 40, "{few}");
    assert!(many < few * 6, "{few} pairs of 400 reports, {many} of 1600");
}
