//! The dossier of 3 000 reports, each with a slip: how long it takes to write, how large it is, and how long a browser takes
//! until the list is there, where Chromium is installed. Budget: 3 s to the first view on two cores.
//! `GOUJI_BENCH_REPORTS` asks for another number of reports.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot measure is to fail, and prints what it measured"
)]

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use gouji::report::to_json;
use gouji::sample::{SampleOptions, generate};

const REPORTS: u64 = 3000;

fn season(dir: &Path, count: u64) {
    let options = SampleOptions { count, slips_per_thousand: 1000, years: 2025..=2025, ..SampleOptions::default() };
    let reports = dir.join("reports");
    std::fs::create_dir(&reports).unwrap();
    for (number, generated) in generate(&options).enumerate() {
        std::fs::write(reports.join(format!("{number}.json")), to_json(&generated.report)).unwrap();
    }
}

/// What Chromium shows of the page, and how long all of it took; nothing where there is none.
fn shown(dir: &Path, hash: &str) -> Option<(String, f64)> {
    let profile = format!("--user-data-dir={}", dir.join("chromium").display());
    let page = format!("file://{}{hash}", dir.join("dossier.html").display());
    let begun = Instant::now();
    let args = ["--headless", "--no-sandbox", "--disable-gpu", &profile, "--dump-dom", &page];
    let output = Command::new("chromium").args(args).output().ok()?;
    Some((String::from_utf8_lossy(&output.stdout).into_owned(), begun.elapsed().as_secs_f64()))
}

/// Milliseconds until the script had drawn what was asked for.
fn ready(dom: &str) -> &str {
    let after = dom.split_once("data-ready=\"").map_or("", |(_, after)| after);
    after.split('"').next().unwrap_or_default()
}

fn main() {
    let dir = tempfile::tempdir().unwrap();
    let asked = std::env::var("GOUJI_BENCH_REPORTS").ok().and_then(|count| count.parse().ok());
    let count = asked.unwrap_or(REPORTS);
    season(dir.path(), count);
    let begun = Instant::now();
    let mut export = Command::new(env!("CARGO_BIN_EXE_gouji"));
    export.args(["export", "reports", "--to", "dossier.html"]).env("XDG_DATA_HOME", dir.path());
    assert!(export.current_dir(dir.path()).output().unwrap().status.success());
    let took = begun.elapsed().as_secs_f64();
    let size = std::fs::metadata(dir.path().join("dossier.html")).unwrap().len();
    println!("| {count} reports | |\n|---|---|");
    println!("| written, reading and checking included | {took:.2} s |");
    println!("| size | {:.1} MB |", f64::from(u32::try_from(size / 1000).unwrap()) / 1000.0);
    for (what, hash) in
        [("the list", ""), ("a search in all words", "#q=%E5%B7%AE"), ("300 pages for printing", "#v=pages")]
    {
        match shown(dir.path(), hash) {
            Some((dom, all)) => println!("| {what} | {} ms; with Chromium's start and end {all:.2} s |", ready(&dom)),
            None => println!("| {what} | skipped: chromium is not installed here |"),
        }
    }
}
