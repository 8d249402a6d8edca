//! The five real reports of the office's sample, where they are at hand: exactly what the plausibility rules and the
//! rules across agencies find in them.

use std::path::PathBuf;

use gouji::check::region::{BatchReport, check_region};
use gouji::check::{Basis, Severity, check_whole};
use gouji::read::read;
use gouji::report::{Report, SafeText};

/// Optional: the samples are not part of the package.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/seeds");
const FILES: [&str; 5] = [
    "000_95af89940d4be13f.txt",
    "001_cad4fa3e014eb2f3.txt",
    "002_4e640f5f162dad74.txt",
    "003_b6b60cc63538fb74.txt",
    "004_bc20cdde9b4efb67.txt",
];

fn seeds() -> Vec<Report> {
    let seed = |file: &str| {
        let bytes = std::fs::read(PathBuf::from(SEEDS).join(file)).ok()?;
        Some(read(file, &bytes).unwrap())
    };
    let reports: Vec<Report> = FILES.iter().filter_map(|file| seed(file)).collect();
    if reports.len() < FILES.len() {
        println!("skipped: no samples at {SEEDS}");
        return Vec::new();
    }
    reports
}

/// Rules whose findings are looked at here: those about tables, as far as they can be on one report.
fn is_ours(rule: &str) -> bool {
    ["T2-", "T3-", "T4-"].iter().any(|part| rule.starts_with(part))
}

#[test]
fn the_samples_raise_what_is_doubtful_in_them_and_nothing_else() {
    let expected: [&[(&str, Severity)]; 5] =
        [&[], &[("T4-08", Severity::Warning)], &[("T4-05", Severity::Warning)], &[], &[("T2-07", Severity::Info)]];
    for (report, expected) in seeds().iter().zip(expected) {
        let outcome = check_whole(report, &Basis::standard());
        let found: Vec<(&str, Severity)> = outcome
            .findings
            .iter()
            .map(|finding| (&*finding.rule.id, finding.severity))
            .filter(|(rule, _)| is_ours(rule))
            .collect();
        assert_eq!(found, expected, "{}", report.lean.head.name());
    }
}

#[test]
fn two_of_the_samples_may_be_of_one_agency() {
    let seeds = seeds();
    let ids: Vec<SafeText> = FILES.iter().map(|file| SafeText::line(file)).collect();
    let members: Vec<BatchReport<'_>> =
        seeds.iter().zip(&ids).map(|(report, id)| BatchReport { id, lean: &report.lean, stated: None }).collect();
    let found = check_region(&members, None, &Basis::standard());
    let findings: Vec<(usize, &str, Severity)> =
        found.findings.iter().map(|(member, finding)| (*member, &*finding.rule.id, finding.severity)).collect();
    if !seeds.is_empty() {
        assert_eq!(findings, [(0, "DOC-09", Severity::Warning), (1, "DOC-09", Severity::Warning)]);
    }
}
