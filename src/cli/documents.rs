//! The one place where loading a directory meets the reading of documents.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde_json::value::RawValue;

use crate::library::{Documents, Kind};
use crate::read::{self, Document, Format, ReadError};
use crate::report::roster::Roster;
use crate::report::{Head, Report, SafeText, SourceLine, parse};
use crate::words::{Describe, Words};

use super::worker::{Limits, Pool, Program, Want, WorkerError};

/// The text of a report has a hundredth of this.
const SHORT: usize = 1 << 20;

/// Why a document could not be read.
type Error = Box<dyn Describe + Send + Sync>;

/// Reads documents with the module `read`: short plain text here, everything else in a helper process.
pub(super) struct Reader {
    pool: Pool,
    roster: Option<&'static Roster>,
}

impl Reader {
    /// With helpers that are this program itself.
    pub(crate) fn new() -> Self {
        Self::with(Limits::default(), Arc::default())
    }

    /// Once the flag is set, every document is an error at once, and those being read are left.
    pub(crate) fn with(limits: Limits, stop: Arc<AtomicBool>) -> Self {
        Self { pool: Pool::new(Program::this(&limits), limits, stop), roster: None }
    }

    /// Names, regions and levels are settled by a roster.
    pub(crate) fn with_roster(self, roster: Option<&'static Roster>) -> Self {
        Self { roster, ..self }
    }
}

impl Documents for Reader {
    fn kind(&self, path: &Path) -> Kind {
        match Format::of_name(path) {
            // Even one that cannot be read: its content may be another, and the error says what to do with it.
            Some(_) => Kind::Document,
            None => Kind::Other,
        }
    }

    fn read(&self, name: &str, bytes: &[u8]) -> Result<Report, Error> {
        // A document with no report in it is an error.
        self.read_all(name, bytes)?.into_iter().next().ok_or_else(|| boxed(ReadError::NothingFound))
    }

    fn read_all(&self, name: &str, bytes: &[u8]) -> Result<Vec<Report>, Error> {
        if is_harmless(name, bytes) {
            return read::read_all(name, bytes).map_err(boxed);
        }
        let json = self.pool.read(Want::Report, name, bytes).map_err(boxed)?;
        let reports: Vec<&RawValue> =
            serde_json::from_slice(&json).map_err(|error| boxed(WorkerError::Ended(error.to_string())))?;
        reports.into_iter().map(|report| parse(report.get().as_bytes()).map_err(boxed)).collect()
    }

    fn lines(&self, name: &str, bytes: &[u8]) -> Result<Vec<SourceLine>, Error> {
        if is_harmless(name, bytes) {
            return read::document(name, bytes).map(|document| source_lines(&document)).map_err(boxed);
        }
        let json = self.pool.read(Want::Lines, name, bytes).map_err(boxed)?;
        serde_json::from_slice(&json).map_err(|error| boxed(WorkerError::Ended(error.to_string())))
    }

    fn settle(&self, _path: &Path, head: &mut Head) {
        if let Some(roster) = self.roster {
            // What was changed shows by the names; the report's own file stays as it is.
            let _ = roster.settle(&mut head.agency);
        }
    }

    fn rest(&self) {
        self.pool.rest();
    }
}

fn boxed(error: impl Describe + Send + Sync + 'static) -> Error {
    Box::new(error)
}

/// Is it read by code of ours alone, in a moment? By its name, and not when it is long, or a container or a web page
/// whatever the name says.
fn is_harmless(name: &str, bytes: &[u8]) -> bool {
    let is_container =
        [&b"%PDF-"[..], b"PK", b"\xD0\xCF\x11\xE0", b"\x1F\x8B", b"{\\rtf", b"<?xml", b"MIME-", b"From:"]
            .iter()
            .any(|magic| bytes.starts_with(magic));
    let plain = Format::of_name(Path::new(name)).is_none_or(Format::is_plain);
    plain && !is_container && bytes.len() <= SHORT && !has_markup(bytes)
}

/// Is there a tag of a web page in it? Markdown may have tables of that kind too.
fn has_markup(bytes: &[u8]) -> bool {
    let tags = [&b"<html"[..], b"<!doctype", b"<table", b"<body"];
    let mut opened = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| at);
    opened.any(|at| {
        let rest = bytes.get(at..).unwrap_or_default();
        tags.iter().any(|tag| rest.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
    })
}

/// The lines of a document, safe to show.
pub(super) fn source_lines(document: &Document) -> Vec<SourceLine> {
    let lines = document.lines.iter();
    lines
        .map(|line| SourceLine {
            number: line.number,
            page: line.page,
            fields: line.fields.iter().map(|field| SafeText::line(&field.text)).collect(),
            places: line.fields.iter().map(|field| field.place.clone()).collect(),
        })
        .collect()
}

impl Describe for ReadError {
    fn describe(&self, words: &Words) -> String {
        Self::describe(self, words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_by_name_and_by_content_is_read_without_a_helper() {
        for name in ["a.txt", "a.MD", "a.csv", "a"] {
            assert!(is_harmless(name, "一、总体情况".as_bytes()), "{name}");
            assert!(!is_harmless(name, b"PK\x03\x04") && !is_harmless(name, b"%PDF-1.4"), "{name}");
        }
        assert!(!is_harmless("a.txt", &[b'a'; SHORT + 1]));
        for name in ["a.docx", "a.XLS", "a.pdf", "a.html", "a.doc", "a.wps", "a.et"] {
            assert!(!is_harmless(name, b"text"), "{name}");
        }
    }
}
