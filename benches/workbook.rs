//! The workbook, the score sheet and the ledger of 100 000 reports, by the program itself: how long, how much of the processor
//! for each report (which other programs change little), how large, and how much memory it takes at most.
//! `GOUJI_BENCH_REPORTS` asks for another number of reports.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot measure is to fail, and prints what it measured"
)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gouji::report::to_json;
use gouji::sample::{SampleOptions, generate};

/// What a run came to: seconds, hundredths of a second of the processor, MiB at most, MiB of the file.
struct Cost {
    seconds: f64,
    processor: u64,
    memory: u64,
    size: u64,
}

fn reports(dir: &Path, count: u64) {
    let options = SampleOptions { count, slips_per_thousand: 150, years: 2025..=2025, ..SampleOptions::default() };
    for (number, generated) in (0_u64..).zip(generate(&options)) {
        let place = dir.join(format!("reports/{:03}", number / 1000));
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join(format!("{number}.json")), to_json(&generated.report)).unwrap();
    }
}

/// The most memory that a process has taken so far, in KiB.
fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// How much of the processor a process has taken so far, in hundredths of a second.
fn processor(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name of the program, which may be anything, is the last thing in brackets.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    fields.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}

fn run(dir: &Path, args: &[&str], file: &str) -> Cost {
    let begun = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.args(args).current_dir(dir).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let (mut memory, mut ticks) = (0, 0);
    let status = loop {
        memory = memory.max(peak(child.id()));
        ticks = ticks.max(processor(child.id()));
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let seconds = begun.elapsed().as_secs_f64();
    assert!(status.code().is_some_and(|code| code < 2), "{args:?}");
    let size = std::fs::metadata(dir.join(file)).map_or(0, |file| file.len());
    Cost { seconds, processor: ticks, memory: memory >> 10, size: size >> 20 }
}

fn main() {
    let asked = std::env::var("GOUJI_BENCH_REPORTS").ok().and_then(|count| count.parse().ok());
    let count = asked.unwrap_or(100_000);
    let dir = tempfile::tempdir().unwrap();
    reports(dir.path(), count);
    std::fs::write(dir.path().join("p.toml"), "[score]\nerror = 2\nwarning = 1\n").unwrap();
    println!(
        "| {count} reports | seconds | µs of processor a report | MiB of memory | MiB of file |\n|---|---|---|---|---|"
    );
    let tell = |name: &str, cost: Cost| {
        let each = cost.processor * 10_000 / count.max(1);
        println!("| {name} | {:.1} | {each} | {} | {} |", cost.seconds, cost.memory, cost.size);
    };
    tell("check alone", run(dir.path(), &["check", "reports", "--format", "jsonl"], ""));
    for (name, args, file) in [
        ("ledger as csv", &["export", "reports", "--to", "a.csv"][..], "a.csv"),
        ("every cell as csv", &["export", "reports", "--to", "b.csv", "--what", "cells"], "b.csv"),
        ("workbook", &["export", "reports", "--to", "c.xlsx"], "c.xlsx"),
        ("score", &["score", "reports", "--to", "d.xlsx", "--profile", "p.toml"], "d.xlsx"),
    ] {
        tell(name, run(dir.path(), args, file));
    }
}
