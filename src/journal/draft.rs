//! Acts that are not in the journal yet, kept so that no typed word is lost.
//!
//! One small file per act beside the journal, or in the user's data directory where that cannot be written. A draft
//! holds the act itself: appending it later under its own id can never make it count twice. While the reviewer's own
//! editor has the words, they are in a text file of the draft's name: found at the next start, whatever happens.
//! Whoever writes a draft holds its lock, so that no other desk takes it for left over.

use std::cmp::Reverse;
use std::fs::{Metadata, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use uuid::Uuid;

use crate::base::file;

use super::act::Act;
use super::chain::{self, Link};
use super::disk::{Disk, DiskFile, System};
use super::error::{JournalError, JournalErrorKind};
use super::handle::{make_parents_on, own, replace_on};
use super::lines::MAX_LINE;
use super::place;
use super::wire::{self, Decoded};

/// More than so many drafts nobody left; they stay where they are.
const MAX_DRAFTS: usize = 1000;
/// A draft may be longer than a line of the journal: that may be why it is one.
const MAX_DRAFT: u64 = 16 * MAX_LINE as u64;

/// The drafts that belong to one journal.
#[derive(Debug, Clone)]
pub(crate) struct Drafts<D: Disk = System> {
    disk: D,
    /// Where they may be, the best place first.
    places: Vec<Place>,
}

/// A draft that no other desk takes for left over.
#[derive(Debug)]
pub(crate) struct HeldDraft(#[expect(dead_code, reason = "its lock lives as long as it does")] DiskFile<System>);

/// A directory, and how the names of the drafts in it begin.
#[derive(Debug, Clone)]
struct Place {
    directory: PathBuf,
    prefix: String,
}

impl Place {
    fn path(&self, id: &Uuid) -> PathBuf {
        self.directory.join(format!("{}{id}", self.prefix))
    }

    /// What the reviewer's own editor works on.
    fn lent(&self, id: &Uuid) -> PathBuf {
        self.directory.join(format!("{}{id}.txt", self.prefix))
    }

    /// Is it the name of a draft here?
    fn is_draft(&self, name: &str) -> bool {
        name.strip_prefix(&self.prefix).is_some_and(|id| Uuid::parse_str(id).is_ok_and(|known| known.to_string() == id))
    }
}

impl Drafts {
    /// Of the journal at this path, whether it exists yet or not.
    #[must_use]
    pub(crate) fn of(journal: &Path) -> Self {
        Self::with_home(journal, place::data_directory().map(|dir| dir.join("drafts")))
    }

    fn with_home(journal: &Path, home: Option<PathBuf>) -> Self {
        Self::on(System, journal, home)
    }

    /// Without the place beside the journal, whose disk does not answer; `None` if there is no other.
    #[must_use]
    pub(crate) fn at_home(&self) -> Option<Self> {
        let home: Vec<Place> = self.places.iter().skip(1).cloned().collect();
        (!home.is_empty()).then_some(Self { disk: self.disk, places: home })
    }

    /// Only what lies beside the journal.
    #[must_use]
    pub(crate) fn beside(&self) -> Self {
        Self { disk: self.disk, places: self.places.first().cloned().into_iter().collect() }
    }

    /// Removes the draft of an act, but not what the reviewer's own editor may be working on.
    pub(crate) fn remove_draft(&self, id: &Uuid) {
        for place in &self.places {
            let _ = self.disk.remove(&place.path(id));
        }
    }

    /// Keeps other desks from taking a draft for left over, as long as the answer lives.
    #[must_use]
    pub(crate) fn hold(&self, path: &Path) -> Option<HeldDraft> {
        let file =
            self.disk.look_at_itself(path).ok()?.is_file().then(|| self.disk.open_to_read(path).ok()).flatten()?;
        file.try_lock().is_ok().then_some(HeldDraft(file))
    }

    /// A text file with the words of a draft, for the reviewer's own editor; nobody else can read it.
    ///
    /// # Errors
    /// If it can be made nowhere.
    pub(crate) fn lend(&self, id: &Uuid, words: &str) -> io::Result<PathBuf> {
        let mut result = Err(io::ErrorKind::NotFound.into());
        // The reviewer's own directory first.
        for place in self.places.iter().rev() {
            let path = place.lent(id);
            result = lend(&self.disk, &path, words).map(|()| path);
            if result.is_ok() {
                break;
            }
        }
        result
    }

    /// The editor is done, and its words are kept elsewhere by now.
    pub(crate) fn take_back(&self, path: &Path) {
        let _ = self.disk.remove(path);
    }
}

impl<D: Disk> Drafts<D> {
    /// The same, on any disk.
    pub(super) fn on(disk: D, journal: &Path, home: Option<PathBuf>) -> Self {
        // Beside the journal its name is enough, by whatever way it was reached.
        let name = journal.file_name().unwrap_or_default().to_string_lossy();
        let parent = journal.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let beside = Place { directory: parent.to_owned(), prefix: format!("{name}.draft-") };
        let at_home = home.map(|directory| {
            // The directory exists before and after the journal does, so that the name stays the same.
            let prefix = place::file_name(parent, &format!("{name}.draft-"));
            Place { directory, prefix }
        });
        Self { disk, places: [beside].into_iter().chain(at_home).collect() }
    }

    /// Keeps an act, replacing an earlier draft with the same id; returns where it is.
    ///
    /// # Errors
    /// [`JournalError`] if it could be kept nowhere: then only the screen has it.
    pub(crate) fn save(&self, act: &Act) -> Result<PathBuf, JournalError> {
        let mut line = Vec::new();
        chain::close(&mut line, &wire::body(act).unwrap_or_default(), Link::SEED);
        let mut failure = None;
        for place in &self.places {
            let path = place.path(&act.id);
            match replace_on(&self.disk, &path, &line) {
                Ok(()) => return Ok(path),
                Err(error) => failure = failure.or(Some(JournalError::write(&path, &error))),
            }
        }
        Err(failure.unwrap_or_else(|| JournalError::new(Path::new(""), JournalErrorKind::ReadOnly)))
    }

    /// All drafts of a reviewer, oldest first. What cannot be read is passed over and stays.
    #[must_use]
    pub(crate) fn load(&self, by: &str) -> Vec<Act> {
        let drafts = self.places.iter().flat_map(|place| {
            let files = self.disk.list(&place.directory).into_iter().flatten().flatten();
            files.filter(|file| file.file_name().to_str().is_some_and(|name| place.is_draft(name)))
        });
        let acts = drafts.take(MAX_DRAFTS).filter_map(|file| read(&self.disk, &file.path()));
        let mut acts: Vec<(Act, Reverse<Option<SystemTime>>)> = acts.filter(|(act, _)| act.by.as_str() == by).collect();
        // A draft that could not be replaced where it was went to the next place: the words written last count, and not
        // those that a disk took last, which may have hung for long.
        acts.sort_by_key(|(act, at)| (act.id, Reverse(act.at.timestamp), *at));
        acts.dedup_by_key(|(act, _)| act.id);
        acts.into_iter().map(|(act, _)| self.with_lent(act)).collect()
    }

    /// With the words as the reviewer's own editor left them, where it ended without the desk.
    fn with_lent(&self, act: Act) -> Act {
        let texts = self.places.iter().map(|place| place.lent(&act.id));
        let mut texts = texts.filter(|path| self.disk.look_at_itself(path).is_ok_and(|found| found.is_file()));
        let text = texts.find_map(|path| file::read(&path, MAX_DRAFT).ok());
        let text = text.map(|bytes| String::from_utf8_lossy(&bytes).trim_end().to_owned());
        match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => act.with_words(&text),
            None => act,
        }
    }

    /// Removes the draft of an act, once it is in the journal or thrown away. Nothing happens if there is none.
    ///
    /// # Errors
    /// [`JournalError`] if a draft is there and cannot be removed.
    pub(crate) fn remove(&self, id: &Uuid) -> Result<(), JournalError> {
        let mut result = Ok(());
        for path in self.places.iter().flat_map(|place| [place.path(id), place.lent(id)]) {
            match self.disk.remove(&path) {
                Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                    result = Err(JournalError::write(&path, &error));
                }
                _ => {}
            }
        }
        result
    }
}

/// Made new: what is there of an earlier time is in the draft already, and no link is followed.
fn lend<D: Disk>(disk: &D, path: &Path, words: &str) -> io::Result<()> {
    make_parents_on(disk, path)?;
    let mut options = OpenOptions::new();
    options.write(true);
    own(&mut options);
    let file = match disk.create(path, &mut options) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && disk.look_at_itself(path)?.is_file() => {
            disk.remove(path)?;
            disk.create(path, &mut options)?
        }
        made => made?,
    };
    (&file).write_all(words.as_bytes())
}

/// A draft, and when it was written.
fn read<D: Disk>(disk: &D, path: &Path) -> Option<(Act, Reverse<Option<SystemTime>>)> {
    let metadata = disk.look_at_itself(path).ok().filter(Metadata::is_file)?;
    let mut bytes = Vec::new();
    let file = disk.open_to_read(path).ok()?;
    // Another desk is writing it.
    if matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)) {
        return None;
    }
    (&file).take(MAX_DRAFT).read_to_end(&mut bytes).ok()?;
    match wire::decode(bytes.trim_ascii()).ok()? {
        Decoded::Act(act) => Some((*act, Reverse(metadata.modified().ok()))),
        Decoded::Newer { .. } => None,
    }
}

#[cfg(test)]
mod tests;
