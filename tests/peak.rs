//! What loading and checking a directory of reports made to do harm holds at most, counted by what is asked of the
//! memory: a few times the reports that are read at a time, and a little for each report besides.
//!
//! What whole processes hold is in `tests/all/cli/memory.rs` (check), `tests/all/read/hostile.rs` (helpers) and `docs/safety.md`.
//!
//! A program of its own: what it counts is the whole process's.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says figures by hand"
)]

#[path = "support/parsed.rs"]
mod parsed;

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use gouji::check::{Basis, Profile, check};
use gouji::library::load::{Event, load};
use gouji::library::open;
use gouji::library::survey::{Member, survey};
use gouji::report::Report;
use peak_alloc::PeakAlloc;
use serde_json::{Value, json};

use parsed::ParsedOnly;

#[global_allocator]
static PEAK: PeakAlloc = PeakAlloc;

/// One measurement at a time: the counter is the whole process's.
static ALONE: Mutex<()> = Mutex::new(());

/// So many reports are read at a time.
const THREADS: usize = 2;
/// So many times the bytes of a report are held while it is loaded or its texts are checked.
const TIMES: usize = 6;
/// What the numbers of a report take while it is checked: at most 50 000 are looked at.
const NUMBERS: usize = 32 << 20;
/// What is held whatever the reports are: the rules, the lists of words.
const ALWAYS: usize = 8 << 20;
/// What is kept of a report, and of what was found in it.
const EACH: usize = 512 << 10;
/// So many reports, and twice as many.
const REPORTS: usize = 3;

fn report(number: usize) -> Value {
    json!({
        "schema": "gouji/report/1",
        "agency": { "name": format!("第{number}局"), "region": vec!["东岭省"; 8] },
        "year": 2024, "form": "2021",
        "tables": { "requests": { "new": { "natural": 5, "total": 6 } } },
    })
}

fn with_text(number: usize, text: &str) -> Value {
    let text: String = text.chars().cycle().take(40_000).collect();
    let mut report = report(number);
    report["sections"] = (1..=3).map(|section| json!({ "number": section * 2 - 1, "text": text })).collect();
    report
}

/// Numbers without end, in every sentence another one.
fn claims(number: usize) -> Value {
    with_text(number, &format!("收到申请{number}件，办结5件，结转下年3件，增长5%；"))
}

/// Every sentence of them is a fault.
fn faults(number: usize) -> Value {
    with_text(number, &format!("建康发展“的的《办法》第{number}条，XX局（一"))
}

/// As many remarks, places and keys of others as there may be, each as long as it may be.
fn lists(number: usize) -> Value {
    let mut report = report(number);
    let line = "疑".repeat(60);
    report["remarks"] = (0..2000)
        .map(|at| {
            let kind = ["altered-label", "row-not-found", "unknown-text", "chosen-values"].get(at % 4);
            json!({
                "cell": "requests/new/natural", "kind": kind, "message": line, "line": at + 1,
                "values": { "row": line, "text": line, "count": "2" }, "label": { "official": line, "text": line },
            })
        })
        .collect();
    report["origins"] = (0..2000).map(|at| (format!("requests/new/{at}"), json!({ "text": line }))).collect();
    let mut deep = json!(line);
    for _ in 0..50 {
        deep = json!([deep]);
    }
    for key in 0..900 {
        report[format!("键{key}")] = deep.clone();
    }
    report
}

/// The most that is held while this is done, beyond what is held before.
fn peak<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = PEAK.current_usage();
    PEAK.reset_peak_usage();
    let result = work();
    (PEAK.peak_usage().saturating_sub(before), result)
}

/// Peaks of loading, and of checking, so many reports; and the bytes of one of them.
fn peaks(make: fn(usize) -> Value, count: usize) -> (usize, usize, usize) {
    let dir = tempfile::tempdir().unwrap();
    let mut size = 0;
    for number in 0..count {
        let text = make(number).to_string();
        size = text.len().max(size);
        fs::write(dir.path().join(format!("{number}.json")), text).unwrap();
    }
    let inspect = |lean: &_, _: Option<&Report>| check(lean, Profile::standard()).counts();
    let (loading, loaded) = peak(|| {
        let loaded: Mutex<Vec<(PathBuf, Member)>> = Mutex::default();
        load(dir.path(), &ParsedOnly, &inspect, &AtomicBool::new(false), &|event| {
            let Event::Loaded(entries) = event else { return };
            let entries = entries.into_iter().filter_map(|entry| {
                let lean = entry.body.ok()?.lean;
                Some((entry.path, Member { id: entry.id, lean: Arc::new(lean), digest: None }))
            });
            loaded.lock().unwrap().extend(entries);
        });
        loaded.into_inner().unwrap()
    });
    assert_eq!(loaded.len(), count, "they are reports");
    let (paths, members): (Vec<PathBuf>, Vec<Member>) = loaded.into_iter().unzip();
    let again = |position: usize| Some(open(dir.path(), paths.get(position)?, &ParsedOnly).ok()?.0);
    let (checking, ()) = peak(|| {
        let kept = Mutex::new(Vec::new());
        survey(&members, &again, &Basis::standard(), &AtomicBool::new(false), &|found| {
            kept.lock().unwrap().extend(found)
        });
    });
    (loading, checking, size)
}

#[test]
fn a_hostile_directory_is_loaded_and_checked_within_what_is_read_at_a_time() {
    let _alone = ALONE.lock();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(THREADS).build().unwrap();
    // Whatever is set up once is set up here.
    pool.install(|| peaks(claims, 1));
    for (what, make) in [("claims", claims as fn(usize) -> Value), ("faults", faults), ("lists", lists)] {
        let [(loading, checking, size), (more_loading, more_checking, _)] =
            [REPORTS, 2 * REPORTS].map(|count| pool.install(|| peaks(make, count)));
        let mib = |bytes: usize| bytes as f64 / f64::from(1 << 20);
        eprintln!(
            "{what}: {:.1} MiB each; load {:.1} and {:.1} MiB, check {:.1} and {:.1} MiB for {REPORTS} and twice as many",
            mib(size),
            mib(loading),
            mib(more_loading),
            mib(checking),
            mib(more_checking),
        );
        let at_a_time = ALWAYS + THREADS * TIMES * size;
        assert!(more_loading < at_a_time + 2 * REPORTS * EACH, "{what}: load");
        assert!(more_checking < at_a_time + THREADS * NUMBERS + 2 * REPORTS * EACH, "{what}: check");
        // Those that were read before are not held besides. (The first few may not have been read at the same time.)
        assert!(more_loading.saturating_sub(loading) < size * TIMES + REPORTS * EACH, "{what}: load grows");
        assert!(
            more_checking.saturating_sub(checking) < NUMBERS + size * TIMES + REPORTS * EACH,
            "{what}: check grows"
        );
    }
}
