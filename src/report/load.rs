//! Loading a directory of reports: recursive, parallel, one bad file never stops the others.
//!
//! The caller gives two functions: how to read a document that is not JSON ([`Documents`]), and what to work out
//! about each report while it is at hand (`inspect`, for instance checking it). So the work is done once, on all
//! cores, off the interface thread, and this module needs to know neither documents nor rules.
//!
//! Symbolic links inside the directory are not followed: nothing outside the given directory is read.

pub mod listing;
mod open;
pub mod part;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use walkdir::{DirEntry, WalkDir};

use crate::base::file::{self, Late, Read, Refused};
use crate::words::{Describe, Words};

use super::json::{MAX_BYTES, parse_lean};
use super::{Head, Lean, Report, ReportError, SafeText, SourceLine};

pub use open::{document_of, lines, open, open_all, open_while, read_bounded, read_document};

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

    /// Gives the agency of the report in a file the name, region and level that it is to have: those of the office's
    /// roster, or what a reviewer has called it.
    fn settle(&self, _path: &Path, _head: &mut Head) {}

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
            Self::Io(error) => texts.unreadable(SafeText::line(&error.to_string())),
            Self::NotAFile => texts.not_a_file().to_owned(),
            Self::Stuck => texts.stuck().to_owned(),
            Self::Report(error) => error.describe(words),
            Self::Document(error) => error.describe(words),
            Self::Unsupported(format) => texts.unsupported(format),
            Self::Panic => texts.is_a_panic().to_owned(),
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
    file::stay_below(root);
    let (unreadable, late) = (AtomicUsize::new(0), Mutex::default());
    let loader = Loader { root, documents, inspect, cancel, sink, unreadable, late };
    let mut summary = Summary::default();
    rayon::in_place_scope(|scope| {
        let loader = &loader;
        let mut group: Vec<(PathBuf, Kind)> = Vec::with_capacity(GROUP);
        for entry in WalkDir::new(root).into_iter().filter_entry(listing::is_wanted) {
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
        let is_root = entry.depth() == 0;
        // Who names a link means what it leads to.
        if entry.file_type().is_dir() || (is_root && entry.path().is_dir()) {
            return Ok(None);
        }
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
                lean.head.agency.call_unnamed(bytes, 1);
                self.documents.settle(path, &mut lean.head);
                let summary = (self.inspect)(&lean, None);
                Ok(vec![Loaded { lean, summary }])
            }
            Kind::Unsupported(format) => Err(Trouble::Unsupported(format)),
            Kind::Document | Kind::Other => {
                let reports = read_document(self.root, path, bytes, self.documents)?;
                let loaded = (1..).zip(reports).map(|(number, mut report)| {
                    report.lean.head.agency.call_unnamed(bytes, number);
                    self.documents.settle(&part::path_of(path, number), &mut report.lean.head);
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

fn kind_of(path: &Path, documents: &dyn Documents) -> Kind {
    if has_ending(path, "json") { Kind::Json } else { documents.kind(path) }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests;
