//! Loading a directory of reports: recursive, parallel, one bad file never stops the others.
//!
//! The caller gives two functions: how to read a document that is not JSON ([`Documents`]), and what to work out
//! about each report while it is at hand (`inspect`, for instance checking it). So the work is done once, on all
//! cores, off the interface thread, and this module needs to know neither documents nor rules.
//!
//! Symbolic links inside the directory are not followed: nothing outside the given directory is read.

pub mod listing;
pub mod part;

use std::borrow::Cow;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use walkdir::{DirEntry, WalkDir};

use crate::base::file::{self, Late, Read, Refused};
use crate::words::{Describe, Words, fill};

use super::json::{MAX_BYTES, parse, parse_lean};
use super::{Head, Lean, Report, ReportError, SafeText, SourceLine};

/// Reads documents that are not JSON.
pub trait Documents: Sync {
    /// What a file with this name is.
    fn kind(&self, path: &Path) -> Kind;

    /// The report in a document.
    ///
    /// # Errors
    /// What is wrong with the document.
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>>;

    /// All reports in a document, in their order: more than one where several stand one after the other.
    ///
    /// # Errors
    /// What is wrong with the document.
    fn read_all(&self, name: &str, bytes: &[u8]) -> Result<Vec<Report>, Box<dyn Describe + Send + Sync>> {
        self.read(name, bytes).map(|report| vec![report])
    }

    /// The document's own lines, read but not understood.
    ///
    /// # Errors
    /// What is wrong with the document.
    fn lines(&self, name: &str, bytes: &[u8]) -> Result<Vec<SourceLine>, Box<dyn Describe + Send + Sync>>;

    /// Gives the report's agency the name, region and level that the office's roster has for it.
    fn settle(&self, _head: &mut Head) {}

    /// No more documents come for now: what is held ready for them may go.
    fn rest(&self) {}
}

/// What a file is, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A parsed report.
    Json,
    /// A document that can be read.
    Document,
    /// A document of a format that cannot be read yet; its name.
    Unsupported(String),
    /// Something else: passed over.
    Other,
}

/// One file of a loaded directory.
pub struct Entry<S> {
    /// The report id: the path relative to the loaded directory, without `.json`; of the second report in a document,
    /// with `#2` behind it.
    pub id: SafeText,
    /// Where it is.
    pub path: PathBuf,
    /// What was read, or why not.
    pub body: Result<Loaded<S>, Trouble>,
}

/// A report with what `inspect` said of it.
pub struct Loaded<S> {
    /// Head and cells.
    pub lean: Lean,
    /// What `inspect` said.
    pub summary: S,
}

/// Why a file could not be read.
pub enum Trouble {
    /// The system refuses the file.
    Io(io::Error),
    /// A directory, a pipe, a device.
    NotAFile,
    /// The disk does not answer.
    Stuck,
    /// Not a report.
    Report(ReportError),
    /// Not a document that can be read.
    Document(Box<dyn Describe + Send + Sync>),
    /// A format that cannot be read yet.
    Unsupported(String),
    /// Reading it ended in a panic, which was caught.
    Panic,
}

impl From<Refused> for Trouble {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Io(error) => Self::Io(error),
            Refused::NotAFile => Self::NotAFile,
            Refused::TooLarge => Self::Report(ReportError::too_large(MAX_BYTES)),
            Refused::Stuck => Self::Stuck,
        }
    }
}

impl Describe for Trouble {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.load;
        match self {
            Self::Io(error) => fill(texts.unreadable, &[("detail", &SafeText::line(&error.to_string()))]),
            Self::NotAFile => texts.not_a_file.to_owned(),
            Self::Stuck => texts.stuck.to_owned(),
            Self::Report(error) => error.describe(words),
            Self::Document(error) => error.describe(words),
            Self::Unsupported(format) => fill(texts.unsupported, &[("format", format)]),
            Self::Panic => texts.is_a_panic.to_owned(),
        }
    }
}

/// What loading tells while it runs.
pub enum Event<S> {
    /// So many files have been found so far.
    Found(usize),
    /// These have been read, in no particular order.
    Loaded(Vec<Entry<S>>),
}

/// What loading did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Files that are reports or documents.
    pub files: usize,
    /// Of these, how many could not be read.
    pub unreadable: usize,
    /// Files passed over: other kinds, hidden ones, links.
    pub passed_over: usize,
    /// Was it cancelled before the end?
    pub cancelled: bool,
}

/// What to work out about a report while it is at hand: of a document, which is costly to read, the whole report is;
/// of JSON only head and cells are.
pub type Inspect<'a, S> = dyn Fn(&Lean, Option<&Report>) -> S + Sync + 'a;

/// Files are handed out and delivered in groups of at most this many: small enough for a first screen at once.
const GROUP: usize = 128;

/// Loads every report below `root` (a directory, or a single file). Runs until everything is read or `cancel` is set.
pub fn load<S: Send>(
    root: &Path,
    documents: &dyn Documents,
    inspect: &Inspect<'_, S>,
    cancel: &AtomicBool,
    sink: &(dyn Fn(Event<S>) + Sync),
) -> Summary {
    let (unreadable, late) = (AtomicUsize::new(0), Mutex::default());
    let loader = Loader { root, documents, inspect, cancel, sink, unreadable, late };
    let mut summary = Summary::default();
    rayon::in_place_scope(|scope| {
        let loader = &loader;
        let mut group: Vec<(PathBuf, Kind)> = Vec::with_capacity(GROUP);
        for entry in WalkDir::new(root).into_iter().filter_entry(is_visible) {
            if cancel.load(Ordering::Relaxed) {
                summary.cancelled = true;
                return;
            }
            match loader.classify(entry) {
                Ok(Some(file)) => {
                    group.push(file);
                    summary.files += 1;
                }
                Ok(None) => {}
                Err(PassedOver) => summary.passed_over += 1,
            }
            if group.len() == GROUP {
                let group = std::mem::replace(&mut group, Vec::with_capacity(GROUP));
                sink(Event::Found(summary.files));
                scope.spawn(move |_| loader.deliver(group));
            }
        }
        sink(Event::Found(summary.files));
        scope.spawn(move |_| loader.deliver(group));
    });
    loader.deliver_late();
    documents.rest();
    summary.unreadable = loader.unreadable.load(Ordering::Relaxed);
    summary.cancelled |= cancel.load(Ordering::Relaxed);
    summary
}

/// Reads one file whole: the report with its narrative.
///
/// # Errors
/// [`Trouble`], as in loading.
pub fn open(path: &Path, documents: &dyn Documents) -> Result<(Report, Vec<u8>), Trouble> {
    open_while(path, documents, &|| true)
}

/// The same, as long as it is wanted: a disk that does not answer is not waited for then.
///
/// # Errors
/// [`Trouble`], as in loading.
pub fn open_while(
    path: &Path,
    documents: &dyn Documents,
    is_wanted: &dyn Fn() -> bool,
) -> Result<(Report, Vec<u8>), Trouble> {
    let (path, number) = part::document_and_number(path);
    let bytes = file::read_while(&path, MAX_BYTES, is_wanted)?;
    let mut report = match kind_of(&path, documents) {
        Kind::Json => parse(&bytes).map_err(Trouble::Report)?,
        Kind::Unsupported(format) => return Err(Trouble::Unsupported(format)),
        Kind::Document | Kind::Other => {
            let mut reports = read_document(&path, &bytes, documents)?.into_iter();
            // The document has become another, with fewer reports.
            let gone = || Trouble::Io(io::ErrorKind::NotFound.into());
            reports.nth(number.saturating_sub(1)).ok_or_else(gone)?
        }
    };
    report.lean.head.agency.call_unnamed(&bytes);
    documents.settle(&mut report.lean.head);
    Ok((report, bytes))
}

/// The lines of a document as they stand in it, and its bytes; those of a parsed report are its own JSON. A disk that
/// does not answer is waited for only as long as the lines are wanted.
///
/// # Errors
/// [`Trouble`], as in loading.
pub fn lines(
    path: &Path,
    documents: &dyn Documents,
    is_wanted: &dyn Fn() -> bool,
) -> Result<(Vec<SourceLine>, Vec<u8>), Trouble> {
    let path = &part::document_and_number(path).0;
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
pub fn document_of(path: &Path, file: Option<&str>, documents: &dyn Documents) -> Option<PathBuf> {
    if kind_of(path, documents) != Kind::Json {
        return Some(part::document_and_number(path).0);
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

struct Loader<'a, S> {
    root: &'a Path,
    documents: &'a dyn Documents,
    inspect: &'a Inspect<'a, S>,
    cancel: &'a AtomicBool,
    sink: &'a (dyn Fn(Event<S>) + Sync),
    unreadable: AtomicUsize,
    /// Files that do not come just now: the others do not wait for them.
    late: Mutex<Vec<(PathBuf, Kind, Late)>>,
}

struct PassedOver;

impl<S: Send> Loader<'_, S> {
    /// A file to read, `None` for a directory.
    fn classify(&self, entry: walkdir::Result<DirEntry>) -> Result<Option<(PathBuf, Kind)>, PassedOver> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return self.refused(error),
        };
        if entry.file_type().is_dir() {
            return Ok(None);
        }
        let is_root = entry.depth() == 0;
        if !entry.file_type().is_file() && !is_root {
            return Err(PassedOver);
        }
        match kind_of(entry.path(), self.documents) {
            Kind::Other if !is_root => Err(PassedOver),
            kind => Ok(Some((entry.into_path(), kind))),
        }
    }

    /// A directory that cannot be listed is an entry of its own.
    fn refused(&self, error: walkdir::Error) -> Result<Option<(PathBuf, Kind)>, PassedOver> {
        let path = error.path().unwrap_or(self.root).to_owned();
        let trouble = error.into_io_error().unwrap_or_else(|| io::Error::other("loop"));
        self.unreadable.fetch_add(1, Ordering::Relaxed);
        let entry = Entry { id: self.id(&path), path, body: Err(Trouble::Io(trouble)) };
        (self.sink)(Event::Loaded(vec![entry]));
        Ok(None)
    }

    fn deliver(&self, group: Vec<(PathBuf, Kind)>) {
        let mut entries = Vec::with_capacity(group.len());
        let is_read = |kind: &Kind| !matches!(kind, Kind::Unsupported(_));
        let paths = group.iter().filter(|(_, kind)| is_read(kind)).map(|(path, _)| path.clone()).collect();
        let mut reading = file::read_each(paths, MAX_BYTES);
        for (path, kind) in group {
            if self.cancel.load(Ordering::Relaxed) {
                break;
            }
            let read = if is_read(&kind) { reading.next() } else { Some(Read::Done(Ok(Vec::new()))) };
            match read {
                Some(Read::Done(bytes)) => entries.extend(self.entries(path, kind, bytes)),
                Some(Read::Late(late)) => {
                    // A poisoned lock would mean that a thread has panicked, which ends the program anyway.
                    let Ok(mut all) = self.late.lock() else { return };
                    all.push((path, kind, late));
                }
                None => break,
            }
        }
        if !entries.is_empty() {
            (self.sink)(Event::Loaded(entries));
        }
    }

    /// Now they are all that is waited for, and all at once.
    fn deliver_late(&self) {
        let late = self.late.lock().map(|mut late| std::mem::take(&mut *late)).unwrap_or_default();
        for (path, kind, late) in late {
            let bytes = late.wait(&|| !self.cancel.load(Ordering::Relaxed));
            if self.cancel.load(Ordering::Relaxed) {
                return;
            }
            (self.sink)(Event::Loaded(self.entries(path, kind, bytes)));
        }
    }

    /// One for each report in the file, or for the trouble with it.
    fn entries(&self, path: PathBuf, kind: Kind, bytes: Result<Vec<u8>, Refused>) -> Vec<Entry<S>> {
        match bytes.map_err(Trouble::from).and_then(|bytes| self.understand(&path, kind, &bytes)) {
            Ok(reports) => {
                let entry = |(loaded, number)| {
                    let path = part::path_of(&path, number);
                    Entry { id: self.id(&path), path, body: Ok(loaded) }
                };
                reports.into_iter().zip(1..).map(entry).collect()
            }
            Err(trouble) => {
                self.unreadable.fetch_add(1, Ordering::Relaxed);
                vec![Entry { id: self.id(&path), path, body: Err(trouble) }]
            }
        }
    }

    fn understand(&self, path: &Path, kind: Kind, bytes: &[u8]) -> Result<Vec<Loaded<S>>, Trouble> {
        match kind {
            Kind::Json => {
                let mut lean = parse_lean(bytes).map_err(Trouble::Report)?;
                lean.head.agency.call_unnamed(bytes);
                self.documents.settle(&mut lean.head);
                let summary = (self.inspect)(&lean, None);
                Ok(vec![Loaded { lean, summary }])
            }
            Kind::Unsupported(format) => Err(Trouble::Unsupported(format)),
            Kind::Document | Kind::Other => {
                let loaded = read_document(path, bytes, self.documents)?.into_iter().map(|mut report| {
                    report.lean.head.agency.call_unnamed(bytes);
                    self.documents.settle(&mut report.lean.head);
                    let summary = (self.inspect)(&report.lean, Some(&report));
                    Loaded { lean: report.lean, summary }
                });
                Ok(loaded.collect())
            }
        }
    }

    fn id(&self, path: &Path) -> SafeText {
        listing::id(self.root, path)
    }
}

/// A document reader is a lot of code over hostile input: should it panic after all, one file is lost and not the rest.
fn guarded<T>(read: impl FnOnce() -> Result<T, Box<dyn Describe + Send + Sync>>) -> Result<T, Trouble> {
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)) {
        Ok(result) => result.map_err(Trouble::Document),
        Err(_) => Err(Trouble::Panic),
    }
}

/// The reports in the bytes of a document, of which `path` is only the name.
///
/// # Errors
/// [`Trouble::Document`] or [`Trouble::Panic`].
pub fn read_document(path: &Path, bytes: &[u8], documents: &dyn Documents) -> Result<Vec<Report>, Trouble> {
    guarded(|| documents.read_all(&file_name(path), bytes))
}

fn file_name(path: &Path) -> Cow<'_, str> {
    path.file_name().map(OsStr::to_string_lossy).unwrap_or_default()
}

fn kind_of(path: &Path, documents: &dyn Documents) -> Kind {
    if has_ending(path, "json") { Kind::Json } else { documents.kind(path) }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// Not hidden, and not the lock file of an office program.
fn is_visible(entry: &DirEntry) -> bool {
    entry.depth() == 0 || is_visible_name(entry.file_name())
}

fn is_visible_name(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    !(name.starts_with(b".") || name.starts_with(b"~$"))
}

/// The bytes of a file that is no larger than a report may be.
///
/// # Errors
/// [`Trouble`], as in loading.
pub fn read_bounded(path: &Path) -> Result<Vec<u8>, Trouble> {
    Ok(file::read(path, MAX_BYTES)?)
}

#[cfg(test)]
mod tests;
