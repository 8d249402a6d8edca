//! One file: the report in it, or its lines, whenever somebody looks.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::file;
use crate::report::{MAX_BYTES, parse};
use crate::report::{Report, SafeText, SourceLine};
use crate::words::Describe;

use super::documents::{Documents, Kind, Trouble, kind_of};
use super::several;

/// Reads one file below `root` (or `root` itself) whole: the report with its narrative.
///
/// # Errors
/// [`Trouble`], as in loading.
pub fn open(root: &Path, path: &Path, documents: &dyn Documents) -> Result<(Report, Vec<u8>), Trouble> {
    open_while(root, path, documents, &|| true)
}

/// The same, as long as it is wanted: a disk that does not answer is not waited for then.
///
/// # Errors
/// [`Trouble`], as in loading.
pub(crate) fn open_while(
    root: &Path,
    path: &Path,
    documents: &dyn Documents,
    is_wanted: &dyn Fn() -> bool,
) -> Result<(Report, Vec<u8>), Trouble> {
    let (document, number) = several::document_and_number(path);
    let (reports, bytes) = open_all(root, &document, documents, is_wanted)?;
    // The document may have become another, with fewer reports.
    let gone = || Trouble::Io(io::ErrorKind::NotFound.into());
    Ok((reports.into_iter().nth(number.saturating_sub(1)).ok_or_else(gone)?, bytes))
}

/// Reads one file whole, as long as it is wanted: all reports in it, with their narratives.
///
/// # Errors
/// [`Trouble`], as in loading.
pub(crate) fn open_all(
    root: &Path,
    path: &Path,
    documents: &dyn Documents,
    is_wanted: &dyn Fn() -> bool,
) -> Result<(Vec<Report>, Vec<u8>), Trouble> {
    let bytes = file::read_while(path, MAX_BYTES, is_wanted)?;
    let mut reports = match kind_of(path, documents) {
        Kind::Json => vec![parse(&bytes).map_err(Trouble::Report)?],
        Kind::Unsupported(format) => return Err(Trouble::Unsupported(format)),
        Kind::Document | Kind::Other => read_document(root, path, &bytes, documents)?,
    };
    for (number, report) in (1..).zip(&mut reports) {
        report.lean.head.agency.call_unnamed(&bytes, number);
        documents.settle(&several::path_of(path, number), &mut report.lean.head);
    }
    Ok((reports, bytes))
}

/// The lines of a document as they stand in it, and its bytes; those of a parsed report are its own JSON. A disk that
/// does not answer is waited for only as long as the lines are wanted.
///
/// # Errors
/// [`Trouble`], as in loading.
pub(crate) fn lines(
    path: &Path,
    documents: &dyn Documents,
    is_wanted: &dyn Fn() -> bool,
) -> Result<(Vec<SourceLine>, Vec<u8>), Trouble> {
    let path = &several::document_and_number(path).0;
    let kind = kind_of(path, documents);
    if let Kind::Unsupported(format) = kind {
        return Err(Trouble::Unsupported(format));
    }
    let bytes = file::read_while(path, MAX_BYTES, is_wanted)?;
    let lines = match kind {
        Kind::Json => lines_of_text(&bytes),
        _ => guarded(|| documents.lines(&file_name(path), &bytes))?,
    };
    Ok((lines, bytes))
}

/// The document that stands behind a file: the file itself; of a parsed report, the document `file` that it names, if
/// that lies beside it. Nothing outside the directory is meant by any name, and no link is followed.
#[must_use]
pub(crate) fn document_of(path: &Path, file: Option<&str>, documents: &dyn Documents) -> Option<PathBuf> {
    if kind_of(path, documents) != Kind::Json {
        return Some(several::document_and_number(path).0);
    }
    let name = Path::new(file.filter(|file| !file.contains(['/', '\\']))?);
    // One name, not `..`, not a drive.
    let beside = path.with_file_name(name.file_name().filter(|plain| *plain == name.as_os_str())?);
    let is_file = beside.symlink_metadata().is_ok_and(|found| found.is_file());
    (is_file && kind_of(&beside, documents) == Kind::Document).then_some(beside)
}

fn lines_of_text(bytes: &[u8]) -> Vec<SourceLine> {
    let text = String::from_utf8_lossy(bytes);
    let line =
        |(text, number)| SourceLine { number, page: None, fields: vec![SafeText::line(text)], places: vec![None] };
    text.lines().zip(1..).map(line).collect()
}

/// A document reader is a lot of code over hostile input: should it panic after all, one file is lost and not the rest.
fn guarded<T>(read: impl FnOnce() -> Result<T, Box<dyn Describe + Send + Sync>>) -> Result<T, Trouble> {
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)) {
        Ok(result) => result.map_err(Trouble::Document),
        Err(_) => Err(Trouble::Panic),
    }
}

/// The reports in the bytes of a document, of which `path` is only the name. The folders between it and `root` may tell
/// whose it is; what lies around `root` tells nothing.
///
/// # Errors
/// [`Trouble::Document`] or [`Trouble::Panic`].
pub(crate) fn read_document(
    root: &Path,
    path: &Path,
    bytes: &[u8],
    documents: &dyn Documents,
) -> Result<Vec<Report>, Trouble> {
    let relative = path.strip_prefix(root).ok().filter(|relative| !relative.as_os_str().is_empty());
    let name = relative.map_or_else(|| file_name(path), Path::to_string_lossy);
    guarded(|| documents.read_all(&name, bytes))
}

fn file_name(path: &Path) -> Cow<'_, str> {
    path.file_name().map(OsStr::to_string_lossy).unwrap_or_default()
}

/// The bytes of a file that is no larger than a report may be.
///
/// # Errors
/// [`Trouble`], as in loading.
pub(crate) fn read_bounded(path: &Path) -> Result<Vec<u8>, Trouble> {
    Ok(file::read(path, MAX_BYTES)?)
}
