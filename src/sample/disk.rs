//! Sample data on disk: the embedded collection unpacked, or as many generated reports as are asked for.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::{error, fmt};

use include_dir::{Dir, DirEntry, include_dir};
use rayon::prelude::*;

use crate::report::{SafeText, to_json};
use crate::words::{EN, Words};

use super::truth::{Planted, to_lines};
use super::{SampleOptions, agencies, of_agency};

/// Everything in `sample-data/`: reports, documents, the truth about them, and what it all is.
pub(super) static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/sample-data");

/// The examples of what an office can set.
static PROFILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/docs/profiles");

/// What a reviewer has besides reports: who is to report, and a review that has begun.
const BESIDE: [(&str, &[u8]); 2] = [
    ("roster.csv", include_bytes!("../../docs/samples/roster.csv")),
    ("journal.jsonl", include_bytes!("../../docs/samples/journal.jsonl")),
];

/// The folders that hold what agencies sent in; the rest is about them.
const SUBMISSIONS: [&str; 2] = ["reports", "documents"];

/// The file that says what is wrong with the reports beside it.
pub(crate) const TRUTH_FILE: &str = "truth.jsonl";

/// Why sample data could not be written.
#[derive(Debug)]
#[non_exhaustive]
pub enum SampleError {
    /// There is something in the directory already.
    NotEmpty(PathBuf),
    /// A file or directory could not be made.
    Io { path: PathBuf, source: io::Error },
}

impl SampleError {
    /// The error in the language of `words`, in one line.
    #[must_use]
    pub(crate) fn describe(&self, words: &Words) -> String {
        match self {
            Self::NotEmpty(path) => words.sample.not_empty(SafeText::path(path)),
            Self::Io { path, source } => {
                let detail = SafeText::line(&source.to_string());
                words.sample.cannot_write(SafeText::path(path), &detail)
            }
        }
    }
}

impl fmt::Display for SampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(EN))
    }
}

impl error::Error for SampleError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::NotEmpty(_) => None,
            Self::Io { source, .. } => Some(source),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WrittenFiles {
    /// Reports and documents.
    pub(crate) reports: u64,
    /// Reports with at least one fault.
    pub(crate) faulty: u64,
    /// Lines of the truth: violated equations and cells.
    pub(crate) faults: u64,
}

impl WrittenFiles {
    /// In one line, in the language of `words`.
    #[must_use]
    pub(crate) fn describe(&self, words: &Words) -> String {
        let Self { reports, faulty, faults } = self;
        words.sample.written(reports, faulty, faults)
    }
}

/// Unpacks the embedded reports and documents, and nothing else, so that the desk can open the directory.
///
/// # Errors
/// [`SampleError::NotEmpty`], or the first file that could not be written.
pub(crate) fn write_to(dir: &Path) -> Result<WrittenFiles, SampleError> {
    let mut written = WrittenFiles::default();
    prepare(dir)?;
    for folder in SUBMISSIONS.iter().filter_map(|name| EMBEDDED.get_dir(name)) {
        unpack(folder, dir, &mut written.reports)?;
    }
    let truth: Vec<Planted> = embedded_truth();
    written.faults = count(truth.len());
    written.faulty = count(reports_in(&truth));
    Ok(written)
}

/// Unpacks what the commands can be tried on: reports and documents, roster, journal and profiles.
///
/// # Errors
/// [`SampleError::NotEmpty`], or the first file that could not be written.
pub(crate) fn practice_to(dir: &Path) -> Result<(), SampleError> {
    write_to(dir)?;
    BESIDE.iter().try_for_each(|(name, bytes)| write_file(&dir.join(name), bytes))?;
    unpack(&PROFILES, &dir.join("profiles"), &mut 0)
}

/// What is wrong with the embedded reports and documents.
#[must_use]
pub(crate) fn embedded_truth() -> Vec<Planted> {
    let text = EMBEDDED.get_file(TRUTH_FILE).and_then(include_dir::File::contents_utf8).unwrap_or_default();
    super::from_lines(text).unwrap_or_default()
}

fn unpack(folder: &Dir<'_>, root: &Path, written: &mut u64) -> Result<(), SampleError> {
    make_dir(&root.join(folder.path()))?;
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => unpack(inner, root, written)?,
            DirEntry::File(file) => {
                write_file(&root.join(file.path()), file.contents())?;
                *written += 1;
            }
        }
    }
    Ok(())
}

/// Agencies whose reports are made and written at once, by all threads together.
const BATCH: usize = 512;

/// Writes the reports as JSON, a thousand to a folder, and the truth about them in [`TRUTH_FILE`] beside the folders.
/// `progress` hears how many are written so far.
///
/// # Errors
/// [`SampleError::NotEmpty`], or the first file that could not be written.
pub fn generate_to(
    dir: &Path,
    options: &SampleOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<WrittenFiles, SampleError> {
    prepare(dir)?;
    let path = dir.join(TRUTH_FILE);
    let failed = |source| SampleError::Io { path: path.clone(), source };
    let mut truth_file = BufWriter::new(File::create_new(&path).map_err(failed)?);
    let mut written = WrittenFiles::default();
    let all = agencies(options);
    for first in (0..all).step_by(BATCH) {
        let batch = first..all.min(first + BATCH);
        folders(dir, options, &batch)?;
        let truth = batch
            .into_par_iter()
            .map(|agency| write_agency(dir, options, agency))
            .collect::<Result<Vec<Batch>, SampleError>>()?;
        for Batch { reports, truth } in truth {
            written.reports += reports;
            written.faults += count(truth.len());
            written.faulty += count(reports_in(&truth));
            truth_file.write_all(to_lines(&truth).as_bytes()).map_err(failed)?;
        }
        progress(written.reports);
    }
    truth_file.flush().map_err(failed)?;
    Ok(written)
}

/// Writes the reports one a line, each with its id: `{"id": …, "report": {…}}`. Nothing is kept of them.
///
/// # Errors
/// What the writer says.
pub fn generate_lines(options: &SampleOptions, out: &mut dyn Write) -> io::Result<()> {
    let all = agencies(options);
    for first in (0..all).step_by(BATCH) {
        let batch = first..all.min(first + BATCH);
        let lines: Vec<Vec<String>> = batch.into_par_iter().map(|agency| lines_of(options, agency)).collect();
        lines.iter().flatten().try_for_each(|line| out.write_all(line.as_bytes()))?;
    }
    out.flush()
}

fn lines_of(options: &SampleOptions, agency: usize) -> Vec<String> {
    let left = limit(options).saturating_sub(agency * options.years.len());
    let line = |generated: super::Generated| {
        let line = serde_json::json!({ "id": generated.id, "report": generated.report });
        line.to_string() + "\n"
    };
    of_agency(options, agency).into_iter().take(left).map(line).collect()
}

struct Batch {
    reports: u64,
    truth: Vec<Planted>,
}

/// Makes the folders that the reports of these agencies will stand in.
fn folders(dir: &Path, options: &SampleOptions, agencies: &std::ops::Range<usize>) -> Result<(), SampleError> {
    let years = options.years.len();
    let last = (agencies.end * years).saturating_sub(1).min(limit(options).saturating_sub(1));
    (agencies.start * years / super::PER_FOLDER..=last / super::PER_FOLDER)
        .try_for_each(|folder| make_dir(&dir.join(super::folder(folder))))
}

fn limit(options: &SampleOptions) -> usize {
    usize::try_from(options.count).unwrap_or(usize::MAX)
}

fn write_agency(dir: &Path, options: &SampleOptions, agency: usize) -> Result<Batch, SampleError> {
    let mut batch = Batch { reports: 0, truth: Vec::new() };
    let left = limit(options).saturating_sub(agency * options.years.len());
    for generated in of_agency(options, agency).into_iter().take(left) {
        write_file(&dir.join(format!("{}.json", generated.id)), to_json(&generated.report).as_bytes())?;
        batch.reports += 1;
        batch.truth.extend(generated.truth);
    }
    Ok(batch)
}

/// How many reports these faults are in. The faults of one report stand together.
fn reports_in(truth: &[Planted]) -> usize {
    truth.chunk_by(|a, b| a.report == b.report).count()
}

fn count(len: usize) -> u64 {
    u64::try_from(len).unwrap_or_default()
}

/// Makes the directory, or makes sure that it is empty.
fn prepare(dir: &Path) -> Result<(), SampleError> {
    make_dir(dir)?;
    let mut entries = fs::read_dir(dir).map_err(|source| SampleError::Io { path: dir.into(), source })?;
    match entries.next() {
        Some(_) => Err(SampleError::NotEmpty(dir.into())),
        None => Ok(()),
    }
}

fn make_dir(path: &Path) -> Result<(), SampleError> {
    fs::create_dir_all(path).map_err(|source| SampleError::Io { path: path.into(), source })
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), SampleError> {
    fs::write(path, bytes).map_err(|source| SampleError::Io { path: path.into(), source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::parse;
    use crate::sample::{from_lines, generate};
    use crate::words::ZH;

    #[test]
    fn what_is_written_is_what_is_generated() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("new");
        let options = SampleOptions { seed: 4, count: 2101, slips_per_thousand: 100, ..SampleOptions::default() };
        let mut heard = Vec::new();
        let summary = generate_to(&target, &options, &mut |done| heard.push(done)).unwrap();
        assert_eq!((summary.reports, heard.last()), (2101, Some(&2101)));
        let mut truth = Vec::new();
        for generated in generate(&options) {
            let bytes = fs::read(target.join(format!("{}.json", generated.id))).unwrap();
            assert_eq!(parse(&bytes).unwrap().lean.cells, generated.report.lean.cells);
            truth.extend(generated.truth);
        }
        assert_eq!(from_lines(&fs::read_to_string(target.join(TRUTH_FILE)).unwrap()).unwrap(), truth);
        assert_eq!(summary.faults, truth.len() as u64);
        assert_eq!(fs::read_dir(&target).unwrap().count(), 4);
        assert_eq!(fs::read_dir(target.join("0002")).unwrap().count(), 101);
    }

    #[test]
    fn what_is_written_as_lines_is_what_is_generated() {
        let options = SampleOptions { seed: 4, count: 1101, slips_per_thousand: 100, ..SampleOptions::default() };
        let mut lines = Vec::new();
        generate_lines(&options, &mut lines).unwrap();
        let lines: Vec<serde_json::Value> =
            lines.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
        assert_eq!(lines.len(), 1101);
        for (line, generated) in lines.iter().zip(generate(&options)) {
            assert_eq!(line["id"], generated.id);
            let report = parse(line["report"].to_string().as_bytes()).unwrap();
            assert_eq!(report.lean.cells, generated.report.lean.cells);
        }
    }

    #[test]
    fn a_directory_with_something_in_it_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("mine.json"), "{}").unwrap();
        let error = generate_to(dir.path(), &SampleOptions::default(), &mut |_| ()).unwrap_err();
        assert!(error.to_string().contains("is not empty"), "{error}");
        assert!(error.describe(ZH).contains("不是空目录"));
        assert!(matches!(write_to(dir.path()), Err(SampleError::NotEmpty(_))));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        let error = write_to(&dir.path().join("mine.json/below")).unwrap_err();
        assert!(matches!(error, SampleError::Io { .. }));
    }

    #[test]
    fn to_practise_there_are_reports_a_roster_a_journal_and_profiles() {
        let dir = tempfile::tempdir().unwrap();
        let into = dir.path().join("practice");
        practice_to(&into).unwrap();
        for name in ["reports/2025", "documents", "roster.csv", "journal.jsonl", "profiles/levels.toml"] {
            assert!(into.join(name).exists(), "{name}");
        }
        assert!(matches!(practice_to(&into), Err(SampleError::NotEmpty(_))));
    }

    #[test]
    fn the_collection_unpacks_to_what_agencies_sent_in() {
        let dir = tempfile::tempdir().unwrap();
        let summary = write_to(dir.path()).unwrap();
        assert!(summary.reports > 120 && summary.faulty > 20, "{summary:?}");
        let mut names: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["documents", "reports"]);
        for planted in embedded_truth() {
            let exists = |ending| dir.path().join(format!("{}.{ending}", planted.report)).exists();
            assert!(exists("json") || exists("txt"), "{}", planted.report);
        }
    }
}
