//! Following a directory that was loaded: what comes, changes or goes is read, checked and told.
//!
//! Three ways lead to the same look: the system tells of a file ([`watch`]), it is time to look (network disks,
//! `poll`), or somebody asks. A look compares how files are from outside with how they were when they were read
//! ([`books`]). What differs waits until it has been still for a moment, for it may be half written; what cannot be
//! read then is tried once more. While nothing happens, the thread sleeps. After a change all reports are compared with
//! each other again, behind all this ([`compare`]).

mod again;
mod books;
mod compare;
mod read;
mod watch;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime};

use rayon::prelude::*;

use crate::check::similar::Comparer;
use crate::report::SafeText;

use super::directory::Directory;
use super::event::{Changes, Event, Tell};
use super::listing::{self, Stamp};
use super::several;

pub(super) use books::{Books, Known};
use compare::Compare;
use watch::Watch;

/// A file must have been still for so long before it is read.
const STILL: Duration = Duration::from_millis(300);
/// What cannot be read is tried again after this.
const AGAIN: Duration = Duration::from_secs(1);
/// While files are waited for, they are looked at this often.
const TICK: Duration = Duration::from_millis(100);
/// Files are read in groups of at most this many, so that the first are on the list soon.
const GROUP: usize = 128;
/// A look at everything may take this part of the time.
const SHARE: u32 = 20;

/// What is asked of the directory.
#[derive(Debug)]
pub(crate) enum Request {
    /// Somebody asks for a look.
    Look,
    /// Something happened to these files.
    Touched(Vec<PathBuf>),
    /// Something happened, nobody knows to what.
    Everything,
    /// The agencies of these reports have got another name.
    Named(Vec<PathBuf>),
    /// The reports as they were published have been read.
    PublishedRead,
}

/// How it was when following began.
#[derive(Debug, Clone, Copy)]
pub(super) struct Begun {
    /// When loading began: what was touched since may have been read before that.
    pub(super) began: SystemTime,
    /// Were reports checked before it was known what was published?
    pub(super) without_published: bool,
}

/// A file that is waited for.
struct Waiting {
    /// How it looks; `None`: it is not there.
    stamp: Option<Stamp>,
    since: Instant,
    /// Was it tried already?
    tried: bool,
}

struct Follower<'a> {
    directory: &'a Directory,
    begun: Begun,
    tell: &'a Tell<'a>,
    books: Books,
    waiting: HashMap<PathBuf, Waiting>,
    /// Reports to be checked again, a few at a time: what they are held against is known only now.
    behind: Vec<PathBuf>,
    comparer: Comparer<'a>,
    compare: Compare,
    /// When everything is looked at, if it is to be.
    look_at: Option<Instant>,
    /// How long that took the last time.
    took: Duration,
    /// How often everything is looked at.
    every: Option<Duration>,
    /// Somebody waits for an answer.
    asked: bool,
    /// Nobody has looked at the files from outside yet.
    first: bool,
}

/// Follows a directory that was loaded, until nobody can ask for anything any more.
pub(super) fn follow(
    directory: &Directory,
    begun: Begun,
    books: Books,
    requests: &Receiver<Request>,
    look: Sender<Request>,
    tell: &Tell<'_>,
) {
    let watch = Watch::on(&directory.root, directory.poll, look);
    let every = watch.every;
    if let (Some(why), Some(every)) = (&watch.trouble, every) {
        tell(Event::Unwatched(SafeText::line(why), every.as_secs()));
    }
    let mut follower = Follower {
        directory,
        begun,
        tell,
        books,
        waiting: HashMap::new(),
        behind: Vec::new(),
        comparer: Comparer::new(&directory.basis),
        compare: Compare::default(),
        // What happened while everything was read and checked.
        look_at: Some(Instant::now()),
        took: Duration::ZERO,
        every,
        asked: false,
        first: true,
    };
    follower.run(requests);
    drop(watch);
}

impl Follower<'_> {
    fn run(&mut self, requests: &Receiver<Request>) {
        loop {
            let request = match self.pause() {
                Some(pause) => requests.recv_timeout(pause),
                None => requests.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match request {
                Ok(request) => {
                    self.take(request);
                    // Events come in crowds.
                    requests.try_iter().for_each(|request| self.take(request));
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if self.look_at.is_some_and(|at| at <= Instant::now()) {
                self.look();
            }
            self.settle();
            self.catch_up();
            self.compare();
            self.answer();
        }
    }

    /// Until when nothing is to be done; `None`: until somebody says something.
    fn pause(&self) -> Option<Duration> {
        let waiting = (!self.waiting.is_empty()).then_some(TICK);
        let look = self.look_at.map(|at| at.saturating_duration_since(Instant::now()));
        let behind = (!self.behind.is_empty()).then_some(Duration::ZERO);
        [waiting, look, behind, self.compare.pause()].into_iter().flatten().min()
    }

    fn take(&mut self, request: Request) {
        match request {
            Request::Look => {
                self.asked = true;
                self.compare.hurry();
                self.look_at = Some(Instant::now());
            }
            Request::Everything => self.look_within(STILL),
            Request::Named(paths) => paths.chunks(GROUP).for_each(|group| self.name(group)),
            Request::PublishedRead => self.hold_against_published(),
            Request::Touched(paths) => paths.into_iter().for_each(|path| self.touched(path)),
        }
    }

    /// Everything is looked at soon, but large directories not all the time.
    fn look_within(&mut self, wanted: Duration) {
        let at = Instant::now() + wanted.max(self.took.saturating_mul(SHARE));
        self.look_at = Some(self.look_at.map_or(at, |earlier| earlier.min(at)));
    }

    fn touched(&mut self, path: PathBuf) {
        match self.stamp(&path) {
            Some(stamp) => self.seen(path, stamp),
            None if self.books.get(&path).is_some() => self.missed(&path),
            // A directory has come, or gone with all that was in it.
            None if path.is_dir() || self.books.is_directory(&path) => {
                self.look_within(STILL);
            }
            None => {}
        }
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        listing::stamp(&self.directory.root, path, &*self.directory.documents)
    }

    /// A file is there: if it is another than the one that was read, it is waited for.
    fn seen(&mut self, path: PathBuf, stamp: Stamp) {
        if self.books.get(&path).and_then(|known| known.stamp).is_some_and(|known| !known.differs(&stamp)) {
            self.waiting.remove(&path);
            return;
        }
        let is_new = |waiting: &Waiting| waiting.stamp.is_none_or(|known| known.differs(&stamp));
        if self.waiting.get(&path).is_none_or(is_new) {
            self.waiting.insert(path, Waiting { stamp: Some(stamp), since: Instant::now(), tried: false });
        }
    }

    /// A file is not there: it may be about to be replaced.
    fn missed(&mut self, path: &Path) {
        let is_gone = path.symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound);
        let is_known = self.books.get(path).is_some_and(|known| !known.gone);
        let is_new = self.waiting.get(path).is_none_or(|waiting| waiting.stamp.is_some());
        if is_gone && is_known && is_new {
            self.waiting.insert(path.to_owned(), Waiting { stamp: None, since: Instant::now(), tried: false });
        }
    }

    /// Looks at everything.
    fn look(&mut self) {
        let begun = Instant::now();
        self.look_at = None;
        // A disk that is away for a moment has not lost its files.
        if self.directory.root.exists() {
            self.compare_files();
        }
        self.took = begun.elapsed();
        if let Some(every) = self.every {
            self.look_within(every);
        }
    }

    fn compare_files(&mut self) {
        let Directory { root, documents, cancel, .. } = self.directory;
        let files = listing::listing(root, &**documents, cancel);
        for (path, stamp) in &files {
            let untouched = stamp.touched.is_some_and(|touched| touched < self.begun.began);
            let unseen = self.first && self.books.get(path).is_some_and(|known| known.stamp.is_none());
            if unseen && untouched {
                self.books.stamp(path, *stamp);
            } else {
                self.seen(path.clone(), *stamp);
            }
        }
        self.first = false;
        let found: std::collections::HashSet<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
        let is_found =
            |path: &Path| found.contains(path) || found.contains(several::document_and_number(path).0.as_path());
        let missing = self.books.there().filter(|known| !is_found(&known.path));
        let missing: Vec<PathBuf> = missing.map(|known| known.path.clone()).collect();
        missing.iter().for_each(|path| self.missed(path));
    }

    /// Reads what has been still for long enough.
    fn settle(&mut self) {
        let now = Instant::now();
        let paths: Vec<PathBuf> = self.waiting.keys().cloned().collect();
        let mut ready = Vec::new();
        let mut gone = Vec::new();
        for path in paths {
            let stamp = self.stamp(&path);
            let Some(waiting) = self.waiting.get_mut(&path) else { continue };
            let same = match (&waiting.stamp, &stamp) {
                (Some(known), Some(stamp)) => !known.differs(stamp),
                (None, None) => true,
                _ => false,
            };
            if !same {
                *waiting = Waiting { stamp, since: now, tried: false };
            } else if now.duration_since(waiting.since) >= if waiting.tried { AGAIN } else { STILL } {
                match stamp {
                    Some(stamp) => ready.push((path, stamp)),
                    None => gone.push(path),
                }
            }
        }
        ready.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        self.lose(gone);
        ready.chunks(GROUP).for_each(|group| self.read(group));
    }

    /// The further reports in a document that are known, from this one on.
    fn parts(&self, path: &Path, first: usize) -> Vec<PathBuf> {
        let parts = (first.max(2)..).map(|number| several::path_of(path, number));
        parts.take_while(|part| self.books.get(part).is_some()).collect()
    }

    /// These are not there any more.
    fn lose(&mut self, paths: Vec<PathBuf>) {
        let mut changes = Changes::default();
        let mut heads = Vec::new();
        let parts: Vec<PathBuf> = paths.iter().flat_map(|path| self.parts(path, 2)).collect();
        for path in paths.into_iter().chain(parts) {
            self.waiting.remove(&path);
            heads.extend(self.books.get(&path).and_then(|known| known.lean.clone()));
            changes.gone.extend(self.books.lose(&path));
        }
        let done = changes.gone.is_empty();
        if !done {
            changes.concerned = self.concerned(&heads, &[]);
            self.tell(changes);
        }
    }

    /// Reads and checks a few files, and tells at once. A document may have more reports than before, or fewer.
    fn read(&mut self, group: &[(PathBuf, Stamp)]) {
        let directory = self.directory;
        let root = &directory.root;
        let read: Vec<_> = group.par_iter().map(|(path, _)| directory.read_all(path)).collect();
        let mut changes = Changes::default();
        let mut heads = Vec::new();
        let mut arrived = Vec::new();
        for ((path, stamp), result) in group.iter().zip(read) {
            let first_time = self.waiting.get(path).is_some_and(|waiting| !waiting.tried);
            if result.is_err() && first_time {
                // It may have been still in the middle of being written.
                self.waiting.insert(path.clone(), Waiting { stamp: Some(*stamp), since: Instant::now(), tried: true });
                continue;
            }
            self.waiting.remove(path);
            let read: Vec<_> = match result {
                Ok(reports) => reports.into_iter().map(|(path, report, sum)| (path, Ok((report, sum)))).collect(),
                Err(trouble) => vec![(path.clone(), Err(trouble))],
            };
            for gone in self.parts(path, read.len() + 1) {
                heads.extend(self.books.get(&gone).and_then(|known| known.lean.clone()));
                changes.gone.extend(self.books.lose(&gone));
            }
            for (path, result) in read {
                let lean = result.as_ref().ok().map(|(report, _)| Arc::new(report.lean.clone()));
                heads.extend(self.books.reread(root, &path, lean, Some(*stamp)));
                arrived.push((path, result));
            }
        }
        let paths: Vec<&Path> = arrived.iter().map(|(path, _)| path.as_path()).collect();
        changes.concerned = self.concerned(&heads, &paths);
        // Only now is it known what the year before says.
        let books = &self.books;
        let comparer = &self.comparer;
        let read = arrived.into_par_iter().map(|(path, report)| {
            let arrived = directory.arrived(&path, report, books, comparer);
            (path, arrived)
        });
        let read: Vec<_> = read.collect();
        changes.arrived = self.drawn(read);
        self.directory.documents.rest();
        self.tell(changes);
    }

    fn tell(&mut self, mut changes: Changes) {
        let is_another = !(changes.arrived.is_empty() && changes.gone.is_empty() && changes.renamed.is_empty());
        if is_another {
            self.compare.plan();
        }
        if !is_another && changes.concerned.is_empty() && !changes.asked {
            return;
        }
        changes.asked |= std::mem::take(&mut self.asked);
        (self.tell)(Event::Changed(changes));
    }

    /// Somebody has asked, everything was looked at, and nothing has changed that is not told.
    fn answer(&mut self) {
        let is_looked_at = self.waiting.is_empty() && self.look_at.is_none_or(|_| self.every.is_some());
        if self.asked && is_looked_at && self.behind.is_empty() && self.compare.is_idle() {
            self.tell(Changes { asked: true, ..Changes::default() });
        }
    }
}

#[cfg(test)]
mod tests;
