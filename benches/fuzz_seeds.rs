//! Writes what the fuzz targets begin with: `cargo test --bench fuzz_seeds -- DIRECTORY`, one directory per target.
//!
//! The sample documents in every format, sample reports, and a journal. See `fuzz/run`. It measures nothing; it stands
//! here because a bench is built with what the tests share, and `cargo test` builds it without optimisation.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use gouji::journal::{Act, Journal, ReportRef, Status, Target};
use gouji::report::SafeText;
use support::formats;

#[path = "../tests/support/mod.rs"]
mod support;

/// Seeds are long; more of the same kind teach a fuzzer nothing.
const DOCUMENTS: usize = 4;
const REPORTS: usize = 10;

fn main() -> io::Result<()> {
    // Without a directory, as with `cargo bench` for all, there is nothing to do.
    let directory = std::env::args_os().skip(1).find(|word| !word.as_encoded_bytes().starts_with(b"-"));
    let Some(directory) = directory.map(PathBuf::from) else { return Ok(()) };
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    for path in first(&samples.join("documents"), DOCUMENTS)? {
        let text = fs::read_to_string(&path)?;
        for (ending, bytes) in formats::all(&text) {
            write(&directory.join(target(ending)), &path, ending, &bytes)?;
        }
    }
    for path in first(&samples.join("reports/2024"), REPORTS)? {
        write(&directory.join("report"), &path, "json", &fs::read(&path)?)?;
    }
    journal(&directory.join("journal"))
}

/// The target that reads a format.
fn target(ending: &str) -> &str {
    match ending {
        "txt" => "text",
        "xlsx" | "xls" => "sheet",
        "odt" | "ods" => "odf",
        other => other,
    }
}

/// The first files of a directory in the order of their names.
fn first(directory: &Path, count: usize) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(directory)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    paths.truncate(count);
    Ok(paths)
}

fn write(directory: &Path, original: &Path, ending: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    let stem = original.file_stem().unwrap_or_default().to_string_lossy();
    fs::write(directory.join(format!("{stem}.{ending}")), bytes)
}

/// A journal of a few acts.
fn journal(directory: &Path) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    let path = directory.join("journal.jsonl");
    if path.exists() {
        return Ok(());
    }
    let (mut journal, _) = Journal::open(&path).map_err(io::Error::other)?;
    let report = ReportRef { agency: SafeText::line("松溪县教育局"), year: 2024, ..ReportRef::default() };
    let target = Target::Cell(SafeText::line("requests/new/total"));
    let acts = [
        Act::note("li", report.clone(), target, "请核对\n第二行", None),
        Act::status("wang", report, Status::Returned, "", None),
    ];
    journal.append(&acts).map_err(io::Error::other)?;
    Ok(())
}
