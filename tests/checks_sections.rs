//! What the rules about identity, sections and texts say of the five real reports of the office's sample, where they
//! are at hand.

#![allow(clippy::print_stdout, reason = "says why a test was skipped")]

use std::path::PathBuf;

use gouji::check::{Basis, Finding, Outcome, check_whole, message};
use gouji::read::read;
use gouji::report::Report;
use gouji::words::Lang;

/// Optional: the samples are not part of the package.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/seeds");
#[test]
fn probe() {
    let Some(files) = std::fs::read_dir(SEEDS).ok() else { return };
    let mut files: Vec<PathBuf> = files.map(|f| f.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let report = read(&name, &std::fs::read(&file).unwrap()).unwrap();
        println!("=== {name}");
        let outcome = check_whole(&report, &Basis::standard());
        for f in &outcome.findings {
            println!(
                "{} {:?} {} | {:?}",
                f.rule.id,
                f.severity,
                message(report.lean.form, f, &report.lean.cells, Lang::Zh),
                f.evidence().iter().map(|e| e.text.to_string()).collect::<Vec<_>>()
            );
        }
        for u in &outcome.unchecked {
            println!("UNCHECKED {} {:?}", u.rule.id, u.reason);
        }
    }
    let mut files: Vec<PathBuf> = Vec::new();
    for y in ["2024", "2025"] {
        files.extend(
            std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/reports/").to_owned() + y)
                .unwrap()
                .map(|f| f.unwrap().path()),
        );
    }
    files.sort();
    let mut reports = vec![];
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let Ok(report) = gouji::report::parse(&std::fs::read(&file).unwrap()) else {
            println!("bad {name}");
            continue;
        };
        let outcome = check_whole(&report, &Basis::standard());
        for f in outcome.findings.iter().filter(|f| f.said().is_some()) {
            println!(
                "{name} {} {:?} {} | {:?}",
                f.rule.id,
                f.severity,
                message(report.lean.form, f, &report.lean.cells, Lang::Zh),
                f.evidence().iter().map(|e| e.text.to_string()).collect::<Vec<_>>()
            );
        }
        for u in &outcome.unchecked {
            if !u.rule.id.starts_with('T') {
                println!("{name} UNCHECKED {} {:?}", u.rule.id, u.reason);
            }
        }
        reports.push(report);
    }
    let start = std::time::Instant::now();
    let mut n = 0;
    for _ in 0..10 {
        for r in &reports {
            n += check_whole(r, &Basis::standard()).findings.len();
        }
    }
    println!("{n} {:?} per report, {} reports", start.elapsed() / 10 / reports.len() as u32, reports.len());
}
