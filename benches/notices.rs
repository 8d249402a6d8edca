//! All notices of 3 000 returned reports as docx, by the program itself, reading and checking included. Budget: 10 s on two
//! cores.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot measure is to fail, and prints what it measured"
)]

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use gouji::journal::{Act, Journal, ReportRef, Status};
use gouji::report::to_json;
use gouji::sample::{SampleOptions, generate};

const REPORTS: u64 = 3000;

/// Reports, each with a slip, and a journal that returns them all.
fn season(dir: &Path) {
    let options =
        SampleOptions { count: REPORTS, slips_per_thousand: 1000, years: 2025..=2025, ..SampleOptions::default() };
    let reports = dir.join("reports");
    std::fs::create_dir(&reports).unwrap();
    let mut acts = Vec::new();
    for (number, generated) in generate(&options).enumerate() {
        std::fs::write(reports.join(format!("{number}.json")), to_json(&generated.report)).unwrap();
        let head = &generated.report.lean.head;
        let (agency, region) = (head.agency.name.clone(), head.agency.region.to_vec());
        let report = ReportRef { agency, region, year: head.year, ..ReportRef::default() };
        acts.push(Act::status("li", report, Status::Returned, "", None));
    }
    let (mut journal, _) = Journal::open(&dir.join("journal.jsonl")).unwrap();
    journal.append(&acts).unwrap();
}

/// How many files there are, and how long it took.
fn run(dir: &Path, command: &str, args: &[&str]) -> f64 {
    let begun = Instant::now();
    let ran =
        Command::new(env!("CARGO_BIN_EXE_gouji")).arg(command).arg("reports").args(args).current_dir(dir).output();
    let took = begun.elapsed().as_secs_f64();
    assert!(ran.unwrap().status.code().is_some_and(|code| code < 2));
    took
}

fn main() {
    let dir = tempfile::tempdir().unwrap();
    season(dir.path());
    println!("| {REPORTS} reports | seconds | files |\n|---|---|---|");
    println!("| check alone | {:.2} | |", run(dir.path(), "check", &["--format", "jsonl"]));
    for format in ["docx", "html", "md"] {
        let args = ["--journal", "journal.jsonl", "--only", "all", "--format", format, "--out", format];
        let took = run(dir.path(), "notice", &args);
        let files = std::fs::read_dir(dir.path().join(format)).unwrap().count();
        println!("| notices, {format} | {took:.2} | {files} |");
    }
}
