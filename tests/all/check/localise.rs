//! The floors of localisation on slips with known truth, and what every reading promises.

use crate::support::slips::class::{Class, KNOWN, UNKNOWN, damage};
use crate::support::slips::score::{Known, Score, measure};
use crate::support::slips::table::{Random, SIZES, consistent, lean};
use gouji::check::localise::{Block, BlockStatus, KnownCells, localise};
use gouji::check::{Outcome, Profile, check};
use gouji::output::{Checked, report_json};
use gouji::report::{Lean, SafeText, Value};
use gouji::words::Lang;
use proptest::prelude::*;

/// Cases of each class in each size; the whole table is printed by the example `localise_scores`.
const CASES: usize = 60;

fn over_sizes(class: Class) -> Score {
    let mut score = Score::default();
    for size in SIZES {
        score.add(&measure(class, size, CASES, 2, Known::Nothing));
    }
    score
}

#[test]
fn the_floors_hold() {
    let mut all = Score::default();
    for class in KNOWN {
        let score = over_sizes(class);
        if class.is_one_cell() {
            assert_eq!((score.one, score.right), (score.cases, score.cases), "{class:?}");
        }
        if class == Class::TwoCells {
            assert!(score.one_rate() >= 98.5 && score.right_rate() >= 99.9, "{score:?}");
        }
        if class.is_pattern() {
            let floor = if class == Class::BlockShifted { 95.0 } else { 99.0 };
            assert!(score.listed_rate() >= floor, "{class:?} {}", score.listed_rate());
        }
        all.add(&score);
    }
    assert!(all.right_rate() >= 99.4, "{}", all.right_rate());
}

#[test]
fn a_text_that_copies_the_totals_puts_repairs_in_order_and_hides_none() {
    for known in [Known::CopiedText, Known::TrueText] {
        let mut all = Score::default();
        for (class, size) in KNOWN.into_iter().flat_map(|class| SIZES.map(|size| (class, size))) {
            all.add(&measure(class, size, CASES, 2, known));
        }
        assert!(all.right_rate() >= 99.4, "{known:?}: right {}", all.right_rate());
        assert!(all.listed_rate() >= 98.5, "{known:?}: listed {}", all.listed_rate());
    }
}

#[test]
fn slips_that_are_not_in_the_dictionary_are_rarely_mistaken() {
    let mut all = Score::default();
    for class in UNKNOWN {
        all.add(&over_sizes(class));
    }
    assert!(all.right_rate() >= 95.0, "{}", all.right_rate());
}

fn blocks(report: &Lean) -> (Outcome, Vec<Block>) {
    let outcome = check(report, Profile::standard());
    let blocks = localise(report, &outcome, &KnownCells::NONE);
    (outcome, blocks)
}

#[test]
fn the_json_names_the_cells_and_what_they_settle() {
    let mut table = consistent(SIZES[1], &mut Random::new(5));
    let meant = table[0][6];
    table[0][6] += 3;
    let lean = lean(&table);
    let (outcome, localisation) = blocks(&lean);
    let (id, path) = (SafeText::line("2023/a"), SafeText::line("a.json"));
    let (lean, remarks, sections) = (lean.into(), Vec::new(), Vec::new());
    let checked = Checked { id, path, lean, remarks, outcome, hints_aside: 0, localisation, sections };
    let json = report_json(&checked, Lang::Zh);
    let cells = serde_json::json!([{ "cell": "requests/new/total", "from": meant + 3, "to": meant }]);
    let block = &json["localisation"][0];
    assert_eq!((&block["block"], &block["status"]), (&"requests".into(), &"located".into()));
    assert_eq!(block["common"], serde_json::json!(["requests/new/total"]));
    assert_eq!(block["readings"][0]["cells"], cells);
    for finding in json["findings"].as_array().unwrap() {
        assert_eq!((&finding["repairs"][0]["cells"], &finding["repairs"][0]["settles"]), (&cells, &2.into()));
        assert!(block["readings"][0]["settles"].as_array().unwrap().contains(&finding["fingerprint"]));
    }
}

/// Applies each reading and checks that it keeps its promises.
fn assert_readings_hold(report: &Lean) {
    let (outcome, blocks) = blocks(report);
    for block in &blocks {
        assert_eq!(block.repairs.is_empty(), block.status == BlockStatus::Unexplained);
        for reading in &block.repairs {
            let mut repaired = report.clone();
            for change in &reading.cells {
                assert!(change.to >= 0);
                let stands = report.cells.get(change.cell).number().and_then(|number| number.as_int());
                assert_eq!(stands, change.from);
                repaired.cells.set(change.cell, Value::int(change.to));
            }
            let left = check(&repaired, Profile::standard());
            for finding in outcome.findings.iter().filter(|finding| reading.settles.contains(&finding.fingerprint)) {
                let Some(stays) = left.findings.iter().find(|other| other.fingerprint == finding.fingerprint) else {
                    continue;
                };
                // One finding names all gaps of a table: it stays for the others only.
                let is_filled = |cell: &_| reading.cells.iter().any(|change| change.cell == *cell);
                assert!(!stays.cells.iter().any(is_filled), "{reading:?}");
            }
            assert!(!reading.settles.is_empty());
            assert!(block.common.iter().all(|cell| reading.cells.iter().any(|change| change.cell == *cell)));
        }
        for (index, reading) in block.repairs.iter().enumerate() {
            let before = || block.repairs.iter().take(index);
            assert!(before().all(|other| other.cells != reading.cells), "listed twice");
            assert!(before().all(|other| other.cost <= reading.cost), "out of order");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_consistent_report_has_no_reading(seed: u64, size in 0_usize..3) {
        let table = consistent(SIZES[size], &mut Random::new(seed));
        prop_assert_eq!(blocks(&lean(&table)).1, vec![]);
    }

    #[test]
    fn every_reading_settles_what_it_says(seed: u64, size in 0_usize..3, class in 0_usize..KNOWN.len() + UNKNOWN.len()) {
        let mut random = Random::new(seed);
        let truth = consistent(SIZES[size], &mut random);
        let class = *KNOWN.iter().chain(&UNKNOWN).nth(class).unwrap();
        if let Some(damaged) = damage(class, &truth, &mut random) {
            assert_readings_hold(&lean(&damaged));
        }
    }

    #[test]
    fn what_is_proved_about_gaps_is_the_truth(
        seed: u64,
        size in 0_usize..3,
        gaps in proptest::collection::vec(0_usize..175, 1..40),
    ) {
        let truth = lean(&consistent(SIZES[size], &mut Random::new(seed)));
        let mut report = truth.clone();
        let cells: Vec<_> = report.form.cells_of(1).collect();
        gaps.iter().for_each(|gap| report.cells.set(cells[*gap], Value::Blank));
        for change in blocks(&report).1.iter().flat_map(|block| &block.repairs).flat_map(|reading| &reading.cells) {
            prop_assert_eq!(truth.cells.get(change.cell), Value::int(change.to));
        }
    }

    #[test]
    fn gaps_and_odd_values_keep_the_promises_too(
        seed: u64,
        size in 0_usize..3,
        odd in proptest::collection::vec((0_usize..200, 0_u8..6, 0_i64..60), 1..8),
    ) {
        let mut report = lean(&consistent(SIZES[size], &mut Random::new(seed)));
        let cells: Vec<_> = report.form.cells().collect();
        for (cell, kind, number) in odd {
            let value = match kind {
                0 => Value::Blank,
                1 => Value::Raw("/"),
                2 => Value::Missing,
                3 => Value::int(-number),
                4 => Value::int(number * 10_000_000_000_000_000),
                _ => Value::int(number),
            };
            report.cells.set(cells[cell], value);
        }
        assert_readings_hold(&report);
        prop_assert_eq!(blocks(&report).1, blocks(&report).1);
    }
}

#[test]
fn a_finding_of_several_gaps_stays_for_those_that_a_reading_does_not_fill() {
    let mut report = lean(&consistent(SIZES[0], &mut Random::new(0)));
    let cells: Vec<_> = report.form.cells().collect();
    [94, 96, 100].into_iter().for_each(|gap| report.cells.set(cells[gap], Value::Blank));
    [(54, 1), (65, 3)].into_iter().for_each(|(wrong, number)| report.cells.set(cells[wrong], Value::int(number)));
    assert!(blocks(&report).1.iter().any(|block| !block.repairs.is_empty()));
    assert_readings_hold(&report);
}
