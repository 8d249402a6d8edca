//! What the desk sends over the line, on 5 000 agencies at 120×40, counted in a real pty.

use std::path::Path;
use std::time::Duration;

use crate::support::pty::{Pty, Start};
use gouji::sample::{SampleOptions, generate_to};

const AGENCIES: u64 = 5000;

fn desk(directory: &Path, more: &[&str]) -> Pty {
    let reports = directory.join("reports");
    let options = SampleOptions { count: AGENCIES, years: 2025..=2025, ..SampleOptions::default() };
    generate_to(&reports, &options, &mut |_| ()).unwrap();
    strip_texts(&reports);
    let journal = directory.join("journal.jsonl");
    let mut args = vec!["review", reports.to_str().unwrap(), "--journal", journal.to_str().unwrap()];
    args.extend(more);
    let pty = Start::new(env!("CARGO_BIN_EXE_gouji"))
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .env("USER", "tester")
        .env("TERM", "xterm-256color")
        .env("GOUJI_CONFIG", directory.join("none.toml"))
        .size(120, 40)
        .spawn();
    // What is found meanwhile is news: what a key costs shows when there is none.
    let is_busy = |screen: &str| screen.contains("正在读取") || screen.contains("正在核对");
    pty.wait_for_within("all loaded and checked", Duration::from_secs(120), |screen| {
        screen.contains("5000 家") && !is_busy(screen)
    });
    pty.settle();
    pty
}

/// What is measured is the list: reading and checking five thousand texts would only be waited for.
fn strip_texts(directory: &Path) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            strip_texts(&path);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            let mut report: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            if report.as_object_mut().is_some_and(|report| report.remove("sections").is_some()) {
                std::fs::write(&path, report.to_string()).unwrap();
            }
        }
    }
}

/// Bytes and frames that a key costs, once the screen shows what it must.
fn cost(pty: &mut Pty, keys: &str, wanted: impl Fn(&str) -> bool) -> (usize, usize) {
    let before = pty.raw().len();
    pty.send(keys);
    pty.wait_for(keys, wanted);
    pty.settle();
    let raw = pty.raw();
    let new = raw.get(before..).unwrap_or_default();
    let frames = new.windows(8).filter(|bytes| *bytes == b"\x1b[?2026h").count();
    (new.len(), frames)
}

/// The line that the marker stands on.
fn marked(screen: &str) -> Option<usize> {
    screen.lines().skip(2).position(|line| line.starts_with('▸'))
}

#[test]
fn a_key_costs_no_more_than_its_budget() {
    let directory = tempfile::tempdir().unwrap();
    let mut pty = desk(directory.path(), &[]);

    let (down, frames) = cost(&mut pty, "j", |screen| marked(screen) == Some(2));
    assert!(down <= 300 && frames == 1, "cursor down: {down} bytes in {frames} frames");

    let top = pty.screen();
    let (page, _) = cost(&mut pty, "\x1b[6~", |screen| screen.lines().nth(5) != top.lines().nth(5));
    assert!(page <= 10_000, "a page: {page} bytes");

    // To the last line of the screen, then one row further. Each key is waited for: what a key costs would be more if
    // rows of others were still to come.
    for line in marked(&pty.screen()).unwrap() + 1..=35 {
        pty.send("j");
        pty.wait_for("one line down", |screen| marked(screen) == Some(line));
    }
    pty.settle();
    let before = pty.screen();
    let (scroll, frames) = cost(&mut pty, "j", |screen| screen.lines().nth(5) != before.lines().nth(5));
    assert!(scroll <= 1000 && frames == 1, "scroll one row: {scroll} bytes in {frames} frames");

    let idle = pty.bytes();
    pty.settle();
    assert_eq!(pty.bytes(), idle, "an idle desk is silent");
}

#[test]
fn a_burst_of_keys_gives_a_handful_of_frames() {
    let directory = tempfile::tempdir().unwrap();
    let mut pty = desk(directory.path(), &[]);
    let first = pty.screen();
    let (_, frames) = cost(&mut pty, &"j".repeat(100), |screen| {
        marked(screen) == Some(35) && screen.lines().nth(5) != first.lines().nth(5)
    });
    assert!(frames <= 10, "{frames} frames for 100 keys");
}

#[test]
fn without_the_scroll_region_no_terminal_is_asked_to_scroll() {
    let directory = tempfile::tempdir().unwrap();
    let mut pty = desk(directory.path(), &["--no-scroll-region"]);
    let first = pty.screen();
    cost(&mut pty, &"j".repeat(60), |screen| screen.lines().nth(5) != first.lines().nth(5));
    let raw = pty.raw();
    let regions = raw.windows(2).filter(|bytes| *bytes == b"\x1b[");
    let scrolls = raw.split(|byte| *byte == 0x1b).filter(|sequence| {
        sequence.first() == Some(&b'[')
            && matches!(sequence.iter().find(|byte| byte.is_ascii_alphabetic()), Some(b'S' | b'T'))
    });
    assert!(regions.count() > 10);
    assert_eq!(scrolls.count(), 0);
}

/// Waits until nothing more is on its way, longer than the longest time between two frames.
fn quiet(pty: &Pty) {
    let mut before = usize::MAX;
    while before != pty.bytes() {
        before = pty.bytes();
        for _ in 0..6 {
            pty.settle();
        }
    }
}

/// A key held at thirty presses a second over a line of 10 KB/s: when it is let go, no more than a frame or two of the
/// largest kind (a page has up to 4 000 bytes) are still on their way.
#[test]
fn a_held_key_over_a_slow_line_does_not_fill_the_line_with_frames() {
    for (key, presses) in [("j", 90_usize), ("\x1b[6~", 60)] {
        let directory = tempfile::tempdir().unwrap();
        let mut pty = desk(directory.path(), &[]);
        pty.slow_down(10_000);
        let before = pty.bytes();
        for _ in 0..presses {
            pty.send(key);
            // The rate at which a keyboard repeats, which is what is tested.
            std::thread::sleep(Duration::from_millis(33));
        }
        let at_release = pty.bytes();
        let shown = pty.screen();
        quiet(&pty);
        let late = pty.bytes() - at_release;
        assert!(at_release - before > 5000, "the key moved the list: {} bytes", at_release - before);
        assert!(late <= 8000, "{late} bytes after the key was let go\n{shown}");
    }
}

/// A server between the desk and a bad line takes everything at once and queues it: no write ever blocks, so only the
/// pacing of a held key keeps the queue short. Nothing is slowed down here; what counts is how much was written meanwhile.
#[test]
fn a_held_key_writes_no_more_than_a_bad_line_carries_though_nothing_holds_it_back() {
    let directory = tempfile::tempdir().unwrap();
    let mut pty = desk(directory.path(), &[]);
    let before = pty.bytes();
    let begun = std::time::Instant::now();
    for _ in 0..90 {
        pty.send("\x1b[6~");
        std::thread::sleep(Duration::from_millis(33));
    }
    let written = pty.bytes() - before;
    let carried = 10_000 * usize::try_from(begun.elapsed().as_millis()).unwrap() / 1000;
    assert!(written > 5000, "the key moved the list: {written} bytes");
    // The first presses are not known to be a held key yet.
    assert!(written <= carried + 8000, "{written} bytes in the time in which the line carries {carried}");
}
