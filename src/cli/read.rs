//! `gouji read`: documents to reports, one JSON file for each.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::report::load::{self, Documents, Kind};
use crate::report::{SafeText, to_json};
use crate::words::{Describe, Lang, fill};

use super::args::ReadArgs;
use super::documents::Reader;
use super::progress::Progress;
use super::{Done, Failure, Outcome};

/// Reads every document below the inputs, in parallel; a bad one is a line on standard error and the rest goes on.
pub(super) fn run(args: &ReadArgs, lang: Lang) -> Outcome {
    let mut jobs = Vec::new();
    for input in &args.inputs {
        super::must_exist(input, lang)?;
        jobs.extend(documents_below(input, &args.out));
    }
    if jobs.is_empty() {
        let names: Vec<String> = args.inputs.iter().map(|path| SafeText::path(path).to_string()).collect();
        return Err(Failure::new(fill(lang.words().load.nothing_to_check, &[("path", &names.join(", "))])));
    }
    let tally = Tally::default();
    let progress = Progress::new(jobs.len() as u64);
    jobs.par_iter().for_each(|job| {
        match job.run(args.force, lang) {
            Ok(remarks) => tally.read(remarks),
            Err(why) => {
                tally.failed.fetch_add(1, Ordering::Relaxed);
                progress.say(&format!("{}: {why}", SafeText::path(&job.document)));
            }
        }
        progress.step();
    });
    progress.finish();
    let read = tally.read.load(Ordering::Relaxed);
    writeln!(std::io::stdout().lock(), "{}", tally.describe(lang))?;
    if read == 0 {
        let count = tally.failed.load(Ordering::Relaxed);
        return Err(Failure::new(fill(lang.words().cli.nothing_read, &[("count", &count)])));
    }
    Ok(Done::Fine)
}

#[derive(Default)]
struct Tally {
    read: AtomicUsize,
    doubtful: AtomicUsize,
    failed: AtomicUsize,
}

impl Tally {
    fn read(&self, remarks: u32) {
        self.read.fetch_add(1, Ordering::Relaxed);
        self.doubtful.fetch_add(usize::from(remarks > 0), Ordering::Relaxed);
    }

    fn describe(&self, lang: Lang) -> String {
        let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
        let (read, doubtful, failed) = (count(&self.read), count(&self.doubtful), count(&self.failed));
        fill(lang.words().cli.read_summary, &[("read", &read), ("doubtful", &doubtful), ("failed", &failed)])
    }
}

/// One document and the file its report goes to.
struct Job {
    document: PathBuf,
    report: PathBuf,
}

impl Job {
    /// How many doubts the report carries, or in words why there is none.
    fn run(&self, force: bool, lang: Lang) -> Result<u32, String> {
        let words = lang.words();
        if !force && self.report.exists() {
            return Err(fill(words.cli.exists, &[("path", &SafeText::path(&self.report))]));
        }
        let (report, _) = load::open(&self.document, &Reader).map_err(|trouble| trouble.describe(words))?;
        write_whole(&self.report, &to_json(&report), force).map_err(|error| {
            fill(words.cli.cannot_write, &[("path", &SafeText::path(&self.report)), ("detail", &error)])
        })?;
        Ok(report.lean.remarks)
    }
}

/// The file is there whole or not at all, and never takes the place of another unless that was asked for.
fn write_whole(path: &Path, text: &str, force: bool) -> std::io::Result<()> {
    let dir = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(dir)?;
    let mut file = tempfile::Builder::new().prefix(".gouji-").tempfile_in(dir)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    let placed = if force { file.persist(path) } else { file.persist_noclobber(path) };
    let file = placed.map_err(|error| error.error)?;
    make_readable(&file)
}

/// A temporary file is private to its owner; a report is an ordinary file.
#[cfg(unix)]
fn make_readable(file: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &fs::File) -> std::io::Result<()> {
    Ok(())
}

/// The documents below a path, in order, each with the place of its report below `out`.
fn documents_below(input: &Path, out: &Path) -> Vec<Job> {
    let visible =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
    let files = WalkDir::new(input).sort_by_file_name().into_iter().filter_entry(visible).flatten();
    let documents = files.filter(|entry| entry.file_type().is_file());
    let documents = documents.filter(|entry| entry.depth() == 0 || is_document(entry.path()));
    let relative = |path: &Path| {
        let below = path.strip_prefix(input).ok().filter(|below| !below.as_os_str().is_empty());
        below.or_else(|| path.file_name().map(Path::new)).map(Path::to_owned).unwrap_or_default()
    };
    documents
        .map(|entry| Job {
            report: out.join(relative(entry.path()).with_extension("json")),
            document: entry.into_path(),
        })
        .collect()
}

fn is_document(path: &Path) -> bool {
    matches!(Reader.kind(path), Kind::Document | Kind::Unsupported(_))
}
