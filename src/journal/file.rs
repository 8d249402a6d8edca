//! The journal file: open, follow, append.
//!
//! Owns the promise that an append which returned `Ok` is on disk, and that nothing in the file is ever rewritten
//! or cut. What this handle knows of the file always comes from reading it, its own lines included.

use std::collections::HashSet;
use std::fs::Metadata;
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use uuid::Uuid;

use super::act::Act;
use super::chain;
use super::disk::{Disk, DiskFile, System};
use super::error::{JournalError, JournalErrorKind};
use super::handle::{Handle, Identity, sync_directory_of};
use super::lines::MAX_LINE;
use super::problem::Problems;
use super::scan::{Fragment, Scanner};
use super::wire;

/// How long an append waits for the lock.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many bytes before the read position are remembered, to notice another file under the same name.
const TAIL: u64 = 64;

/// A journal, followed from this process. Several may be open on one file, here and elsewhere.
#[derive(Debug)]
pub struct Journal<D: Disk = System> {
    disk: D,
    path: PathBuf,
    handle: Option<Handle<D>>,
    scanner: Scanner,
    /// Which file the scanner has read.
    scanned: Option<Identity>,
    /// Length and time of change at the last reading, to notice growth without reading.
    stamp: Option<Stamp>,
    /// The file whose name is known to outlast a power cut.
    named: Option<Identity>,
    tail: Vec<u8>,
    fragment: Fragment,
    /// Read, but not yet handed to the caller because an append failed in between.
    undelivered: Update,
    /// Acts were delivered that had not been read: the next reading begins at the start.
    out_of_order: bool,
    /// Acts that may be in the file without being on disk: a sync failed. They are written again when asked.
    doubtful: HashSet<Uuid>,
    patience: Duration,
}

/// What is new in the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Update {
    /// The acts, in file order.
    pub(crate) acts: Vec<Act>,
    /// The file was replaced or cut: `acts` are all there are, and what was known before is void.
    pub(crate) reloaded: bool,
}

type Stamp = (u64, Option<SystemTime>);

fn stamp(metadata: &Metadata) -> Stamp {
    (metadata.len(), metadata.modified().ok())
}

impl Journal {
    /// Opens a journal and reads it all. A file that does not exist is an empty journal, created by the first append.
    ///
    /// # Errors
    /// [`JournalError`] if it is not a file or cannot be read. Bad lines are no error, see [`Journal::problems`].
    pub fn open(path: &Path) -> Result<(Self, Vec<Act>), JournalError> {
        Self::open_on(System, path)
    }
}

impl<D: Disk> Journal<D> {
    /// The same, on any disk.
    pub(super) fn open_on(disk: D, path: &Path) -> Result<(Self, Vec<Act>), JournalError> {
        let mut journal = Self::unread(disk, path);
        match Handle::append_existing(&journal.disk, path) {
            Ok(handle) => {
                // A writer at work is no reason to wait: whole lines are whole.
                let free = handle.try_lock_shared();
                let result = journal.catch_up(&handle);
                journal.handle = if free { handle.unlock() } else { Some(handle) };
                result?;
                let acts = std::mem::take(&mut journal.undelivered).acts;
                Ok((journal, acts))
            }
            Err(JournalError { kind: JournalErrorKind::Missing, .. }) => Ok((journal, Vec::new())),
            Err(error) => Err(error),
        }
    }

    fn unread(disk: D, path: &Path) -> Self {
        Self {
            disk,
            path: path.to_owned(),
            handle: None,
            scanner: Scanner::new(),
            scanned: None,
            stamp: None,
            named: None,
            tail: Vec::new(),
            fragment: Fragment::default(),
            undelivered: Update::default(),
            out_of_order: false,
            doubtful: HashSet::new(),
            patience: PATIENCE,
        }
    }

    /// What is wrong with the lines read so far.
    #[must_use]
    pub(crate) fn problems(&self) -> &Problems {
        &self.scanner.problems
    }

    /// How many bytes stand behind the last line break: a line being written, or a torn one.
    #[must_use]
    pub(crate) fn unfinished(&self) -> u64 {
        self.fragment.length
    }

    /// Could the file only be opened for reading? `false` while it does not exist.
    #[must_use]
    pub(crate) fn is_read_only(&self) -> bool {
        self.handle.as_ref().is_some_and(|handle| !handle.writable)
    }

    /// How long [`Journal::append`] waits for the lock; 5 seconds unless told.
    #[cfg(test)]
    pub(crate) fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    /// What others have appended since the last call. Costs one look at the file's length while nothing is new, and
    /// never waits: while somebody writes, nothing is new.
    ///
    /// # Errors
    /// [`JournalError`] if the file has gone or cannot be read; what was read before stays valid.
    pub(crate) fn poll(&mut self) -> Result<Update, JournalError> {
        match self.disk.look(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.scanned.is_none() => {}
            Err(error) => return Err(JournalError::read(&self.path, &error)),
            Ok(metadata) => {
                let is_same = self.scanned == Some(Identity::of(&metadata));
                if !is_same || self.stamp != Some(stamp(&metadata)) {
                    self.follow(is_same)?;
                }
            }
        }
        Ok(std::mem::take(&mut self.undelivered))
    }

    fn follow(&mut self, is_same: bool) -> Result<(), JournalError> {
        let handle = match self.handle.take().filter(|_| is_same) {
            Some(handle) => handle,
            None => Handle::append_existing(&self.disk, &self.path)?,
        };
        if !handle.try_lock_shared() {
            self.handle = Some(handle);
            return Ok(());
        }
        let result = self.catch_up(&handle);
        self.handle = handle.unlock();
        result
    }

    /// Appends acts in one write under the exclusive lock and returns when they are on disk. The update holds what
    /// others appended since the last call and then these acts: feed it to the review as it is.
    ///
    /// An act whose id is in the file already is not written twice, so that a failed append can simply be repeated.
    ///
    /// # Errors
    /// [`JournalError`]: not all of the acts are safely on disk. Keep what was typed ([`super::Drafts`]).
    pub fn append(&mut self, acts: &[Act]) -> Result<Update, JournalError> {
        let handle = self.lock()?;
        let result = self.append_locked(&handle, acts);
        self.handle = handle.unlock();
        result?;
        Ok(std::mem::take(&mut self.undelivered))
    }

    /// The file that the name leads to, opened for appending and locked.
    fn lock(&mut self) -> Result<Handle<D>, JournalError> {
        // While waiting for the lock, the file may be replaced; then the lock is on the wrong one.
        for _ in 0..3 {
            let handle = match self.handle.take() {
                Some(handle) if handle.writable => handle,
                other => Handle::append(&self.disk, &self.path).inspect_err(|_| self.handle = other)?,
            };
            // A lock that was had all the same goes with the file, which is closed here.
            handle.lock(&self.path, self.patience)?;
            if handle.is_at(&self.disk, &self.path) {
                return Ok(handle);
            }
        }
        Err(JournalError::new(&self.path, JournalErrorKind::Locked))
    }

    fn append_locked(&mut self, handle: &Handle<D>, acts: &[Act]) -> Result<(), JournalError> {
        self.catch_up(handle)?;
        let bytes = self.lines_of(acts)?;
        let failed = |error: io::Error| JournalError::write(&self.path, &error);
        if !bytes.is_empty() {
            (&handle.file).write_all(&bytes).map_err(failed)?;
        }
        if let Err(error) = self.sync(handle) {
            self.doubtful.extend(acts.iter().map(|act| act.id));
            return Err(JournalError::write(&self.path, &error));
        }
        for act in acts {
            self.doubtful.remove(&act.id);
        }
        self.read_back(handle, acts)
    }

    /// The lines to be written: those that are not in the file, after a line break if the last line has none.
    fn lines_of(&self, acts: &[Act]) -> Result<Vec<u8>, JournalError> {
        let (mut bytes, mut link) = (Vec::new(), self.fragment.link.unwrap_or(self.scanner.link));
        if self.fragment.length > 0 {
            bytes.push(b'\n');
        }
        let prefix = bytes.len();
        for act in acts {
            if self.scanner.knows(&act.id) && !self.doubtful.contains(&act.id) {
                continue;
            }
            let start = bytes.len();
            let body = wire::body(act).unwrap_or_default();
            link = chain::close(&mut bytes, &body, link);
            if body.is_empty() || bytes.len() - start > MAX_LINE {
                return Err(JournalError::new(&self.path, JournalErrorKind::ActTooLong));
            }
        }
        if bytes.len() == prefix {
            bytes.clear();
        }
        Ok(bytes)
    }

    /// Whoever made the file may have been killed before its name was on disk: the first time, the name counts too.
    fn sync(&mut self, handle: &Handle<D>) -> io::Result<()> {
        if self.named == Some(handle.identity) {
            return handle.file.sync_data();
        }
        handle.file.sync_all()?;
        sync_directory_of(&self.disk, &self.path)?;
        self.named = Some(handle.identity);
        Ok(())
    }

    fn read_back(&mut self, handle: &Handle<D>, acts: &[Act]) -> Result<(), JournalError> {
        if self.catch_up(handle).is_err() {
            // They are on disk; that they cannot be read just now is the next poll's trouble. It reads all over:
            // what came before them in the file may not have been delivered.
            self.undelivered.acts.extend_from_slice(acts);
            self.out_of_order = true;
            return Ok(());
        }
        if acts.iter().all(|act| self.scanner.knows(&act.id)) {
            return Ok(());
        }
        Err(JournalError::new(&self.path, JournalErrorKind::NotReadBack))
    }

    /// Reads on from where the last reading ended, or all over if this is not the file it was. What was read is
    /// kept for the caller even when the reading fails half way.
    fn catch_up(&mut self, handle: &Handle<D>) -> Result<(), JournalError> {
        self.try_catch_up(handle).map_err(|error| JournalError::read(&self.path, &error))
    }

    fn try_catch_up(&mut self, handle: &Handle<D>) -> io::Result<()> {
        let mut file = &handle.file;
        let metadata = file.metadata()?;
        let goes_on = !self.out_of_order
            && self.scanned == Some(handle.identity)
            && metadata.len() >= self.scanner.offset
            && tail(file, self.scanner.offset)? == self.tail;
        if !goes_on {
            self.start_over();
        }
        // Until this reading is through, the next one must not think that nothing is new.
        self.stamp = None;
        file.seek(SeekFrom::Start(self.scanner.offset))?;
        let mut reader = BufReader::with_capacity(1 << 16, file);
        let fragment = self.scanner.read_acts(&mut reader, &mut self.undelivered.acts);
        self.scanned = Some(handle.identity);
        self.tail = tail(file, self.scanner.offset)?;
        self.fragment = fragment?;
        // Taken before the reading: what was written meanwhile makes a difference to the next look.
        self.stamp = Some(stamp(&metadata));
        Ok(())
    }

    fn start_over(&mut self) {
        self.scanner = Scanner::new();
        self.tail.clear();
        self.fragment = Fragment::default();
        self.undelivered.acts.clear();
        self.undelivered.reloaded |= self.scanned.is_some() || self.out_of_order;
        self.out_of_order = false;
    }
}

/// The bytes before `offset`.
fn tail<D: Disk>(mut file: &DiskFile<D>, offset: u64) -> io::Result<Vec<u8>> {
    let start = offset.saturating_sub(TAIL);
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    file.take(offset - start).read_to_end(&mut bytes)?;
    Ok(bytes)
}
