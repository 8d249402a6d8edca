//! What `gouji check` costs, stage by stage, beside `cat` of the same files: the table of `docs/scale.md`.
//!
//! `cargo bench --bench stages [-- COUNT]`. Each stage is done alone for all reports, one after the other: microseconds of
//! processor time a report, and that as a share of the time in which `cat` reads one. The last rows are the program
//! itself, on all cores, by the clock.
#![expect(clippy::unwrap_used, reason = "a program run by hand fails by panicking")]

#[path = "../tests/support/parsed.rs"]
mod parsed;

use std::convert::Infallible;
use std::hint::black_box;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use gouji::check::similar::{Comparable, Comparer, Sketch};
use gouji::check::{Basis, Facts, causes, check, check_text, check_years, check_years_text, families, region, ties};
use gouji::library::Batch;
use gouji::output::{Checked, Listing, ListingFormat, Rendered};
use gouji::report::{Lean, Report, parse, parse_lean};
use gouji::sample::{Likeness, SampleOptions, generate_to};
use gouji::words::Lang;
use rustix::time::{ClockId, clock_gettime};

use parsed::ParsedOnly;

/// Enough for copies to be what they are among many, few enough for a minute.
const USUAL: u64 = 4000;
/// The best of so many runs counts where the clock does: other programs disturb it.
const RUNS: usize = 5;

fn main() {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(USUAL);
    // Nothing is done on another thread, where its time would not be seen.
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global().unwrap();
    let columns = [Likeness::Alike, Likeness::Different].map(|texts| measure(count, texts));
    let mut out = io::stdout().lock();
    writeln!(out, "| {count} reports, µs a report | texts alike | × `cat` | texts different | × `cat` |").unwrap();
    writeln!(out, "|---|--:|--:|--:|--:|").unwrap();
    let [alike, different] = &columns;
    for ((name, one), (_, other)) in alike.rows.iter().zip(&different.rows) {
        let ratio = |row: &f64, column: &Column| row / column.cat();
        let (first, second) = (ratio(one, alike), ratio(other, different));
        writeln!(out, "| {name} | {one:.1} | {first:.2} | {other:.1} | {second:.2} |").unwrap();
    }
}

/// What was measured of one directory.
struct Column {
    count: f64,
    rows: Vec<(String, f64)>,
}

impl Column {
    fn add(&mut self, name: &str, time: Duration) {
        self.rows.push((name.to_owned(), time.as_secs_f64() * 1e6 / self.count));
    }

    /// Measures what is done for all reports by this thread.
    fn stage<T>(&mut self, name: &str, work: impl FnOnce() -> T) -> T {
        let begun = used();
        let result = black_box(work());
        self.add(name, used().saturating_sub(begun));
        result
    }

    /// How long `cat` takes for one file.
    fn cat(&self) -> f64 {
        self.rows.iter().find(|(name, _)| name == CAT).map_or(f64::NAN, |(_, time)| *time)
    }
}

const CAT: &str = "`cat`, by the clock";

/// Processor time of this thread: other programs do not count.
fn used() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}

fn measure(count: u64, texts: Likeness) -> Column {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("reports");
    generate_to(&root, &SampleOptions { count, texts, ..SampleOptions::default() }, &mut |_| ()).unwrap();
    let mut column = Column { count: count as f64, rows: Vec::new() };
    let cat = "find . -type f -print0 | xargs -0 cat > /dev/null";
    column.add(CAT, by_the_clock(Command::new("sh").args(["-c", cat]).current_dir(&root)));
    let reports = reading(&mut column, &files(&root));
    checking(&mut column, &reports);
    comparing(&mut column, &reports);
    writing(&mut column, &root);
    for format in ["jsonl", "json"] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_gouji"));
        program.args(["check", "--format", format]).arg(&root);
        column.add(&format!("**`gouji check --format {format}`, by the clock**"), by_the_clock(&mut program));
    }
    column
}

fn by_the_clock(command: &mut Command) -> Duration {
    let run = || {
        let begun = Instant::now();
        command.stdout(Stdio::null()).status().unwrap();
        begun.elapsed()
    };
    std::iter::repeat_with(run).take(RUNS).min().unwrap()
}

/// The reports in the order of their names, as `gouji check` has them.
fn files(root: &Path) -> Vec<PathBuf> {
    let is_report = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    let all = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    all.filter(is_report).collect()
}

fn reading(column: &mut Column, files: &[PathBuf]) -> Vec<Report> {
    let bytes: Vec<Vec<u8>> = column
        .stage("read the file", || files.iter().map(|path| gouji::base::file::read(path, 1 << 20).unwrap()).collect());
    column.stage("parse head and cells", || bytes.iter().filter(|bytes| parse_lean(bytes).is_ok()).count());
    column.stage("parse whole", || bytes.iter().map(|bytes| parse(bytes).unwrap()).collect())
}

fn checking(column: &mut Column, reports: &[Report]) {
    let basis = Basis::standard();
    let tables: Vec<_> =
        column.stage("tables", || reports.iter().map(|report| check(&report.lean, basis.profile)).collect());
    // The word lists are made ready once for all.
    let first = reports.first().unwrap();
    drop(check_text(&Facts::of(first, &basis)));
    let facts: Vec<Facts<'_>> =
        column.stage("facts: script", || reports.iter().map(|report| Facts::of(report, &basis)).collect());
    for (name, work_out) in Facts::PARTS {
        column.stage(&format!("facts: {name}"), || facts.iter().for_each(work_out));
    }
    for (name, check) in families() {
        let found = || facts.iter().map(|facts| check(facts).findings.len()).sum::<usize>();
        column.stage(&format!("rules: {name}"), found);
    }
    let before = |index: usize| before(reports, index);
    column.stage("years", || {
        let all = reports.iter().enumerate();
        let found = all.map(|(index, report)| check_years(&report.lean, before(index), &basis).findings.len());
        found.sum::<usize>()
    });
    column.stage("years: growth in the text", || {
        let all = facts.iter().enumerate();
        all.map(|(index, facts)| check_years_text(facts, before(index)).findings.len()).sum::<usize>()
    });
    column.stage("which cell is wrong", || {
        let all = facts.iter().zip(&tables).enumerate();
        all.map(|(index, (facts, tables))| causes(facts, tables, before(index)).blocks.len()).sum::<usize>()
    });
    column.stage("ties (the desk)", || facts.iter().map(|facts| ties(facts).len()).sum::<usize>());
}

/// The reports of an agency stand one behind the other.
fn before(reports: &[Report], index: usize) -> Option<&Lean> {
    let (report, before) = (reports.get(index)?, reports.get(index.checked_sub(1)?)?);
    (report.lean.head.agency == before.lean.head.agency).then_some(&before.lean)
}

fn comparing(column: &mut Column, reports: &[Report]) {
    let basis = Basis::standard();
    let comparer = Comparer::new(&basis);
    let sketches: Vec<Sketch> =
        column.stage("mask and sketch", || reports.iter().map(|report| comparer.sketch(report)).collect());
    let found = column.stage("copies: candidates", || comparer.candidates(&sketches));
    column.stage("copies: exactly", || {
        let all: Vec<Comparable> = reports.iter().map(|report| comparer.comparable(report, "x")).collect();
        let party = |number: u32| all.get(number as usize).unwrap();
        let pairs = found.pairs.iter();
        let pairs = pairs.map(|pair| comparer.check_pair(party(pair.first), party(pair.second), pair.sections).len());
        let groups = found.groups.iter().flat_map(|group| group.members.iter().map(move |member| (group, *member)));
        let groups =
            groups.filter_map(|(group, member)| comparer.check_group(party(member), party(group.leader), group));
        pairs.sum::<usize>() + groups.count()
    });
    let members: Vec<region::BatchReport<'_>> = reports
        .iter()
        .map(|report| region::BatchReport { id: &report.lean.head.agency.name, lean: &report.lean, stated: None })
        .collect();
    column.stage("region", || region::check_region(&members, None, &basis).findings.len());
}

fn writing(column: &mut Column, root: &Path) {
    let running = AtomicBool::new(false);
    let mut batch = Batch::new(&ParsedOnly, Basis::standard(), &running);
    batch.add(root, &|_, _| (), &mut |_, _| ());
    let mut reports: Vec<Checked> = Vec::new();
    let Ok::<gouji::library::Taken, Infallible>(_) = batch.each(&|report| report, &mut |report| {
        reports.push(report);
        Ok(())
    });
    for (name, format) in [("jsonl", ListingFormat::JsonLines), ("json", ListingFormat::Json)] {
        column.stage(&format!("write {name}"), || {
            let mut listing = Listing::begin(io::sink(), format, Lang::Zh).unwrap();
            for report in &reports {
                listing.add(&Rendered::of(report, format, Lang::Zh).unwrap()).unwrap();
            }
            listing.end().unwrap();
        });
    }
}
