//! Numbers in the text and the processing fee: over the labelled sentences, the generated collection, and the five real
//! reports of the office's sample where they are at hand.

use std::path::{Path, PathBuf};

use crate::support::labelled;
use crate::support::labelled::{found_claims, found_rules, measure, passages_are_right, report, sentences};
use gouji::check::{Basis, Finding, check_whole};
use gouji::read::read;
use gouji::report::{Report, parse};

/// Optional: the samples are not part of the package.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/seeds");

fn seed(file: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(SEEDS).join(file);
    match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(_) => {
            println!("skipped: no sample at {}", path.display());
            None
        }
    }
}

fn of_this_part(report: &Report) -> Vec<Finding> {
    let mine = |finding: &Finding| finding.rule.id.starts_with("N-") || finding.rule.id.starts_with("FEE-");
    check_whole(report, &Basis::standard()).findings.into_iter().filter(mine).collect()
}

/// Exactly these: each was looked at in the document.
#[test]
fn the_real_reports_raise_what_is_really_there() {
    for (file, expected) in [
        // Speaks for the district; 1 + 4 = 5, and the fee is reported with all its parts.
        ("000_95af89940d4be13f.txt", &["N-17"][..]),
        // 1251 = 916 + 335, then 12 more; only "not collected" is said of the fee.
        ("001_cad4fa3e014eb2f3.txt", &["FEE-02", "N-12"]),
        ("002_4e640f5f162dad74.txt", &["FEE-01"]),
        ("003_b6b60cc63538fb74.txt", &["FEE-02"]),
        // Reconsideration counted in 条; "our city" in an office's report.
        ("004_bc20cdde9b4efb67.txt", &["N-15", "N-17"]),
    ] {
        let Some(bytes) = seed(file) else { continue };
        let report = read(file, &bytes).unwrap();
        assert!(passages_are_right(&report));
        let mut rules: Vec<String> = of_this_part(&report).iter().map(|finding| finding.rule.id.to_string()).collect();
        rules.sort();
        assert_eq!(rules, expected, "{file}");
    }
}

#[test]
fn the_numbers_of_the_real_reports_are_read() {
    let Some(bytes) = seed("004_bc20cdde9b4efb67.txt") else { return };
    let report = read("004_bc20cdde9b4efb67.txt", &bytes).unwrap();
    let claims = gouji::check::claims::claims(&report);
    let known: Vec<(String, String)> = claims
        .iter()
        .filter(|claim| claim.metric.is_some())
        .map(|claim| (claim.place(), claim.value.to_string()))
        .collect();
    let pair = |place: &str, value: &str| (place.to_owned(), value.to_owned());
    // Not the 3100 calls of the hotline, nor the letters, nor the items published in lists.
    assert_eq!(
        known,
        [
            pair("reconsideration", "0"),
            pair("litigation", "0"),
            pair("received", "1"),
            pair("processed", "1"),
            pair("fee.notices", "0"),
            pair("fee.collected", "0"),
        ]
    );
}

/// The generated prose agrees with its tables: only where a slip was planted into a cell that the prose names do the
/// two differ.
#[test]
fn the_generated_reports_raise_only_what_was_planted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let truth = std::fs::read_to_string(root.join("truth.jsonl")).unwrap();
    let mut count = 0;
    for year in ["2024", "2025"] {
        for entry in std::fs::read_dir(root.join("reports").join(year)).unwrap() {
            let path = entry.unwrap().path();
            let Ok(report) = parse(&std::fs::read(&path).unwrap()) else { continue };
            count += 1;
            let id = format!("\"reports/{year}/{}\"", path.file_stem().unwrap().to_string_lossy());
            let planted: Vec<&str> = truth.lines().filter(|line| line.contains(&id)).collect();
            for finding in of_this_part(&report) {
                let named = |cell: &gouji::form::Cell| {
                    let row = report.lean.form.id(*cell).rsplit_once('/').unwrap().0.to_owned();
                    planted.iter().any(|line| line.contains(&row))
                };
                let by_hand = planted.iter().any(|line| line.contains(&format!("\"{}\"", finding.rule.id)));
                assert!(by_hand || finding.cells.iter().any(named), "{}: {}", path.display(), finding.rule.id);
            }
        }
    }
    assert!(count > 100, "{count}");
}

/// Every sentence that was tuned on must stay right; the figures of the others are floors (`docs/claims.md`).
#[test]
fn the_labelled_sentences_are_read_and_judged_as_well_as_measured() {
    let mut wrong = Vec::new();
    let (claims, findings) = measure(0, |text| wrong.push(text.to_owned()));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(claims.sentences >= 220 && findings.quiet >= 150);
    assert_eq!(findings.kept_quiet, findings.quiet);
    let (claims, findings) = measure(1, |_| {});
    assert!(claims.sentences >= 110);
    assert!(claims.precision() >= 0.96 && claims.recall() >= 0.96, "{claims:?}");
    assert!(findings.precision() >= 0.93 && findings.recall() >= 0.97, "{findings:?}");
    assert!(findings.kept_quiet + 1 >= findings.quiet, "{findings:?}");
    let (claims, findings) = measure(2, |_| {});
    assert!(claims.precision() >= 0.98 && claims.recall() >= 0.94, "{claims:?}");
    assert!(findings.found == findings.right && findings.recall() >= 0.92, "{findings:?}");
}

#[test]
fn every_passage_of_the_labelled_sentences_is_what_stands_there() {
    for sentence in sentences() {
        assert!(passages_are_right(&report(&sentence)), "{}", sentence.text);
    }
}

/// A number off by one is found wherever the tables say it in one way only.
#[test]
fn a_table_changed_by_one_is_noticed() {
    let (mut tried, mut noticed) = (0, 0);
    for sentence in sentences().iter().filter(|sentence| sentence.findings.is_empty()) {
        let report = report(sentence);
        for (place, _) in found_claims(sentence, &report) {
            let Some(cell) = changed_cell(&place) else { continue };
            let Some(value) = sentence.cells.get(cell).and_then(|value| value.parse::<i64>().ok()) else { continue };
            let mut cells = sentence.cells.clone();
            cells.insert(cell.to_owned(), (value + 1).to_string());
            let changed = labelled::Sentence { cells, ..sentence.clone() };
            tried += 1;
            noticed += usize::from(!found_rules(&labelled::report(&changed)).is_empty());
        }
    }
    println!("{noticed} of {tried}");
    assert!(tried >= 60, "{tried}");
    assert!(noticed * 100 >= tried * 70, "{noticed} of {tried}");
}

/// The cell that says a metric, as the labelled data names it.
fn changed_cell(place: &str) -> Option<&'static str> {
    const CELLS: [(&str, &str); 9] = [
        ("received", "new"),
        ("handled", "handled"),
        ("carried_in", "carried_in"),
        ("carried_out", "carried_out"),
        ("granted", "granted"),
        ("partial", "partial"),
        ("reconsideration", "reconsideration/total"),
        ("normative.issued", "normative/issued"),
        ("licensing", "licensing/decisions"),
    ];
    CELLS.iter().find(|(known, _)| *known == place).map(|(_, cell)| *cell)
}
