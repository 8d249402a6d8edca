//! One document: read it, unless that was done before, and write its report.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::base::digest::Sha256Sum;
use crate::base::whole::write_whole;
use crate::library::{self, Documents as _, Kind, Trouble, several};
use crate::read::Format;
use crate::report::{Report, SafeText, parse, to_json};
use crate::words::{Describe as _, Lang};

use super::others::Others;
use crate::cli::documents::Reader;

/// One document and the file its report goes to.
pub(super) struct Job {
    /// Which of the inputs it lies in, or is.
    pub(crate) input: PathBuf,
    pub(crate) document: PathBuf,
    pub(crate) report: PathBuf,
}

/// How every document is read.
pub(super) struct How<'a> {
    pub(crate) reader: &'a Reader,
    pub(crate) others: &'a Others,
    pub(crate) force: bool,
    pub(crate) stop: &'a AtomicBool,
    pub(crate) lang: Lang,
}

/// What became of a document.
pub(super) enum Result {
    /// Its report is written; how many doubts it carries.
    Read(u32),
    /// Its report is there already.
    Unchanged,
    /// Why there is no report, in words.
    Failed(String),
    /// It was called off before it was read.
    Stopped,
}

impl Job {
    pub(crate) fn run(&self, how: &How<'_>) -> Result {
        match self.attempt(how) {
            Ok(Some(doubts)) => Result::Read(doubts),
            Ok(None) => Result::Unchanged,
            Err(_) if how.stop.load(Ordering::Relaxed) => Result::Stopped,
            Err(why) => Result::Failed(why),
        }
    }

    /// How many doubts the report carries; `None` if it was there already; or in words why there is none.
    fn attempt(&self, how: &How<'_>) -> std::result::Result<Option<u32>, String> {
        let words = how.lang.words();
        let bytes = library::read_bounded(&self.document).map_err(|trouble| trouble.describe(words))?;
        // In hex, as in a report's `source`.
        let hash = Sha256Sum::of(&bytes).to_string();
        if !how.force && fs::symlink_metadata(&self.report).is_ok() {
            let path = SafeText::path(&self.report);
            return match source_of(&self.report) {
                Some(known) if known == hash => Ok(None),
                Some(_) => Err(words.batch.changed(&path)),
                None => Err(words.cli.exists(&path)),
            };
        }
        let reports = self.read(&bytes, &hash, how)?;
        // The first last: once it is there, all are.
        for (number, report) in reports.iter().enumerate().rev() {
            let path = self.report_of(number + 1);
            let is_begun = number > 0 && source_of(&path).is_some_and(|known| known == hash);
            write_whole(&path, to_json(report).as_bytes(), how.force || is_begun)
                .map_err(|error| words.cli.cannot_write(SafeText::path(&path), &error))?;
        }
        Ok(Some(reports.iter().map(|report| report.lean.remarks).sum()))
    }

    /// The file of one of the reports in the document, from 1: `年报.json`, `年报#2.json`.
    fn report_of(&self, number: usize) -> PathBuf {
        let whole = several::path_of(&self.report.with_extension(""), number);
        let mut path = whole.into_os_string();
        path.push(".json");
        path.into()
    }

    /// Reads it by itself or, if that was asked for and is the only way, with the help of another program.
    fn read(&self, bytes: &[u8], hash: &str, how: &How<'_>) -> std::result::Result<Vec<Report>, String> {
        let trouble = match how.reader.kind(&self.document) {
            Kind::Unsupported(format) => Trouble::Unsupported(format),
            _ => match library::read_document(&self.input, &self.document, bytes, how.reader) {
                Ok(reports) => return Ok(reports),
                Err(trouble) => trouble,
            },
        };
        let why = trouble.describe(how.lang.words());
        if how.stop.load(Ordering::Relaxed) {
            return Err(why);
        }
        let made = how.others.read(&self.document, bytes, hash, how).map(|report| report.map(|report| vec![report]));
        made.unwrap_or_else(|| {
            let foreign = Format::of_name(&self.document).is_some_and(Format::is_convertible);
            let hint = if foreign { Others::hint(&self.document, how.lang) } else { "" };
            Err(format!("{why}{hint}"))
        })
    }
}

/// The hash of the document that a report was read from; `None` if it is no report, or of unknown origin.
fn source_of(report: &Path) -> Option<String> {
    let report = parse(&library::read_bounded(report).ok()?).ok()?;
    Some(report.narrative.source?.sha256?.to_string())
}
