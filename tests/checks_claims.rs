//! Numbers in the text and the processing fee: over the labelled sentences, the five real reports of the office's
//! sample where they are at hand, and any text at all.

#![allow(clippy::print_stdout, reason = "says why a test was skipped")]

#[path = "../benches/labelled/mod.rs"]
mod labelled;

use std::path::PathBuf;

use gouji::check::{Basis, Finding, check_whole, message};
use gouji::read::read;
use gouji::report::Report;
use gouji::words::Lang;
use labelled::measure;

/// Optional: the samples are not part of the package.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/seeds");

fn seed(file: &str) -> Option<Report> {
    let path = PathBuf::from(SEEDS).join(file);
    match std::fs::read(&path) {
        Ok(bytes) => Some(read(file, &bytes).unwrap()),
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

#[test]
fn print_seeds() {
    for file in ["000_95af89940d4be13f.txt", "001_cad4fa3e014eb2f3.txt", "002_4e640f5f162dad74.txt", "003_b6b60cc63538fb74.txt", "004_bc20cdde9b4efb67.txt"] {
        let Some(report) = seed(file) else { return };
        println!("== {file}");
        for finding in of_this_part(&report) {
            println!("{} {:?} {} | {:?}", finding.rule.id, finding.severity, message(report.lean.form, &finding, &report.lean.cells, Lang::Zh), finding.evidence().iter().map(|e| e.text.to_string()).collect::<Vec<_>>());
        }
        for claim in gouji::check::claims::claims(&report) {
            println!("   {} = {} {} {:?}", claim.place(), claim.value, claim.unit, claim.evidence(&report).text.as_str());
        }
    }
}
#[test]
fn print_samples() {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/reports");
    let mut n = 0; let t = std::time::Instant::now(); let mut chars=0;
    for year in ["2024", "2025"] {
        for entry in std::fs::read_dir(format!("{dir}/{year}")).unwrap() {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            let Ok(report) = gouji::report::parse(&bytes) else { continue };
            n += 1;
            chars += report.narrative.sections.iter().map(|s| s.text.chars().count()).sum::<usize>();
            for finding in of_this_part(&report) {
                println!("{} {} {:?} {} | {:?}", path.display(), finding.rule.id, finding.severity, message(report.lean.form, &finding, &report.lean.cells, Lang::Zh), finding.evidence().iter().map(|e| e.text.to_string()).collect::<Vec<_>>());
            }
        }
    }
    println!("{n} reports {chars} chars {:?}", t.elapsed());
}
