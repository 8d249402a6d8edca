//! What a whole check holds at most: a little for each report, and of the texts of sections one and five what copies are
//! found by, never the texts of all. A helper that reads a document has a bound of its own (`tests/all/read/hostile.rs`).
//!
//! The bounds are those of `docs/safety.md`. What is measured is the most that a process ever held (`VmHWM`), in an
//! unoptimised build too.

use std::fs;
use std::io::Write as _;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::command::{Place, clean};
use serde_json::json;

/// What each command holds with hardly anything to do, in KiB.
const ALONE: u64 = 160 << 10;
/// What one more small report takes, in KiB.
const EACH: u64 = 24;
/// Bytes for each character that copies are found by.
const DIGEST: u64 = 12;

/// The most that a process has held so far, in KiB.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
}

/// Waits for a command; the most that it held.
fn most(mut child: Child) -> u64 {
    let mut most = 0;
    loop {
        most = peak(child.id()).unwrap_or(0).max(most);
        if child.try_wait().unwrap().is_some() {
            return most;
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// So many reports of so many agencies; each with a text of so many characters in two of its sections.
fn directory(count: usize, characters: usize) -> Place {
    let place = Place::new();
    for number in 0..count {
        let mut report = clean(&format!("第{number}局"), 2024);
        if characters > 0 {
            let text: String = format!("本机关重视{number}公开工作，加强组织领导，完善制度，")
                .chars()
                .cycle()
                .take(characters)
                .collect();
            report["sections"] = json!([
                { "number": 1, "heading": "一、总体情况", "text": text },
                { "number": 5, "heading": "五、存在的主要问题及改进情况", "text": text },
            ]);
        }
        place.write(&format!("in/{number}.json"), report.to_string());
    }
    place
}

fn check(place: &Place) -> u64 {
    let mut command = place.command(["check", "in", "--format", "jsonl", "--fail-on", "never"]);
    most(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
}

#[test]
fn a_whole_check_holds_little_for_each_report_and_not_its_texts() {
    let small = [10, 510].map(|count| check(&directory(count, 0)));
    eprintln!("check: {} MiB for 10 reports, {} MiB for 510", small[0] >> 10, small[1] >> 10);
    assert!(small[0] < ALONE, "{small:?}");
    assert!(small[1].saturating_sub(small[0]) < 500 * EACH, "{small:?}");
    let (count, characters) = (8, 20_000);
    let long = [count, 3 * count].map(|count| check(&directory(count, characters)));
    eprintln!(
        "check: {} MiB for {count} reports with long texts, {} MiB for three times as many",
        long[0] >> 10,
        long[1] >> 10
    );
    let digests = 2 * characters as u64 * DIGEST / 1024;
    assert!(long[1].saturating_sub(long[0]) < 2 * count as u64 * (EACH + digests), "the texts stay: {long:?}");
    assert!(long[1] < 2 * ALONE, "{long:?}");
}

/// A stream of so many reports, each with much that is nothing of ours.
fn stream(count: usize) -> u64 {
    let place = Place::new();
    let mut command = place.command(["check", "-", "--fail-on", "never"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let feeder = thread::spawn(move || {
        for number in 0..count {
            let mut report = clean(&format!("第{number}局"), 2024);
            report["others"] = json!("x".repeat(60_000));
            input.write_all((json!({ "id": number, "report": report }).to_string() + "\n").as_bytes()).unwrap();
        }
    });
    let most = most(child);
    feeder.join().unwrap();
    most
}

#[test]
fn a_stream_holds_what_is_worked_on_however_many_lines_there_are() {
    // From the first on more comes than is read ahead.
    let [few, many] = [400, 1600].map(stream);
    eprintln!("check -: {} MiB for 400 lines, {} MiB for 1600", few >> 10, many >> 10);
    assert!(few < ALONE && many.saturating_sub(few) < 24 << 10, "{few} {many}");
}
