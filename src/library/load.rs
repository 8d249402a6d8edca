//! Loading a directory of reports: recursive, parallel, one bad file never stops the others.
//!
//! The caller gives two functions: how to read a document that is not JSON ([`Documents`]), and what to work out
//! about each report while it is at hand (`inspect`, for instance checking it). So the work is done once, on all
//! cores, off the interface thread, and this module needs to know neither documents nor rules.
//!
//! Symbolic links inside the directory are not followed: nothing outside the given directory is read.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use walkdir::{DirEntry, WalkDir};

use crate::base::file::{self, Late, Read, Refused};
use crate::report::{Lean, Report, SafeText};
use crate::report::{MAX_BYTES, parse, parse_lean};

use super::documents::{Documents, Kind, Trouble, kind_of};
use super::open::read_document;
use super::{listing, several};

/// One file of a loaded directory.
pub struct Entry<S> {
    /// The report id: the path relative to the loaded directory, without `.json`; of the second report in a document,
    /// with `#2` behind it.
    pub id: SafeText,
    pub path: PathBuf,
    /// What was read, or why not.
    pub body: Result<Loaded<S>, Trouble>,
}

/// A report with what `inspect` said of it.
pub struct Loaded<S> {
    pub lean: Lean,
    /// What `inspect` said.
    pub(crate) summary: S,
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
    pub(crate) files: usize,
    /// Was it cancelled before the end?
    pub(crate) cancelled: bool,
}

/// What to work out about a report while it is at hand: of a document, which is costly to read, the whole report is;
/// of JSON only head and cells are.
pub(crate) type Inspect<'a, S> = dyn Fn(&Lean, Option<&Report>) -> S + Sync + 'a;

/// The same where of every file the whole report is; a document is known by its kind.
pub(crate) type InspectWhole<'a, S> = dyn Fn(&Report, &Kind) -> S + Sync + 'a;

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
    Loader { root, documents, inspect: Look::Lean(inspect), cancel, sink, late: Mutex::default() }.run()
}

/// The same with all of JSON too: every report is looked at whole.
pub(crate) fn load_whole<S: Send>(
    root: &Path,
    documents: &dyn Documents,
    inspect: &InspectWhole<'_, S>,
    cancel: &AtomicBool,
    sink: &(dyn Fn(Event<S>) + Sync),
) -> Summary {
    Loader { root, documents, inspect: Look::Whole(inspect), cancel, sink, late: Mutex::default() }.run()
}

/// Who looks at a report, and at how much of it.
enum Look<'a, S> {
    Lean(&'a Inspect<'a, S>),
    Whole(&'a InspectWhole<'a, S>),
}

struct Loader<'a, S> {
    root: &'a Path,
    documents: &'a dyn Documents,
    inspect: Look<'a, S>,
    cancel: &'a AtomicBool,
    sink: &'a (dyn Fn(Event<S>) + Sync),
    /// Files that do not come just now: the others do not wait for them.
    late: Mutex<Vec<(PathBuf, Kind, Late)>>,
}

impl<S: Send> Loader<'_, S> {
    fn run(&self) -> Summary {
        file::stay_below(self.root);
        let mut summary = Summary::default();
        rayon::in_place_scope(|scope| {
            let mut group: Vec<(PathBuf, Kind)> = Vec::with_capacity(GROUP);
            for entry in WalkDir::new(self.root).into_iter().filter_entry(listing::is_wanted) {
                if self.cancel.load(Ordering::Relaxed) {
                    summary.cancelled = true;
                    return;
                }
                if let Some(file) = self.classify(entry) {
                    group.push(file);
                    summary.files += 1;
                }
                if group.len() == GROUP {
                    let group = std::mem::replace(&mut group, Vec::with_capacity(GROUP));
                    (self.sink)(Event::Found(summary.files));
                    scope.spawn(move |_| self.deliver(group));
                }
            }
            (self.sink)(Event::Found(summary.files));
            scope.spawn(move |_| self.deliver(group));
        });
        self.deliver_late();
        self.documents.rest();
        summary.cancelled |= self.cancel.load(Ordering::Relaxed);
        summary
    }

    /// A file to read; `None` for a directory, and for what is passed over: other kinds, links.
    fn classify(&self, entry: walkdir::Result<DirEntry>) -> Option<(PathBuf, Kind)> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                self.refused(error);
                return None;
            }
        };
        let is_root = entry.depth() == 0;
        // Who names a link means what it leads to.
        let is_file = entry.file_type().is_file() || (is_root && !entry.path().is_dir());
        let kind = is_file.then(|| kind_of(entry.path(), self.documents))?;
        (is_root || kind != Kind::Other).then(|| (entry.into_path(), kind))
    }

    /// A directory that cannot be listed is an entry of its own.
    fn refused(&self, error: walkdir::Error) {
        let path = error.path().unwrap_or(self.root).to_owned();
        let trouble = error.into_io_error().unwrap_or_else(|| io::Error::other("loop"));
        let entry = Entry { id: self.id(&path), path, body: Err(Trouble::Io(trouble)) };
        (self.sink)(Event::Loaded(vec![entry]));
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
        match bytes.map_err(Trouble::from).and_then(|bytes| self.understand(&path, &kind, &bytes)) {
            Ok(reports) => {
                let entry = |(loaded, number)| {
                    let path = several::path_of(&path, number);
                    Entry { id: self.id(&path), path, body: Ok(loaded) }
                };
                reports.into_iter().zip(1..).map(entry).collect()
            }
            Err(trouble) => vec![Entry { id: self.id(&path), path, body: Err(trouble) }],
        }
    }

    fn understand(&self, path: &Path, kind: &Kind, bytes: &[u8]) -> Result<Vec<Loaded<S>>, Trouble> {
        let reports = match (kind, &self.inspect) {
            (Kind::Json, Look::Lean(inspect)) => {
                let mut lean = parse_lean(bytes).map_err(Trouble::Report)?;
                lean.head.agency.call_unnamed(bytes, 1);
                self.documents.settle(path, &mut lean.head);
                let summary = inspect(&lean, None);
                return Ok(vec![Loaded { lean, summary }]);
            }
            (Kind::Json, Look::Whole(_)) => vec![parse(bytes).map_err(Trouble::Report)?],
            (Kind::Unsupported(format), _) => return Err(Trouble::Unsupported(format.clone())),
            (Kind::Document | Kind::Other, _) => read_document(self.root, path, bytes, self.documents)?,
        };
        let loaded = (1..).zip(reports).map(|(number, mut report)| {
            report.lean.head.agency.call_unnamed(bytes, number);
            self.documents.settle(&several::path_of(path, number), &mut report.lean.head);
            let summary = match &self.inspect {
                Look::Lean(inspect) => inspect(&report.lean, Some(&report)),
                Look::Whole(inspect) => inspect(&report, kind),
            };
            Loaded { lean: report.lean, summary }
        });
        Ok(loaded.collect())
    }

    fn id(&self, path: &Path) -> SafeText {
        listing::id(self.root, path)
    }
}

#[cfg(test)]
mod tests;
