//! The one door for reading files.
//!
//! Only regular files are read, whatever a name leads to by the time it is opened: a pipe or a device is refused
//! without waiting for it. No more than so many bytes are. And nobody waits for ever: reading is done apart
//! ([`super::apart`]), and a disk that does not answer is an error like any other. Below a directory under review
//! ([`stay_below`]) no link is followed, whatever was put into the place of what had been listed.

mod below;
mod long;

use std::collections::VecDeque;
use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _};
use std::ops::Range;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use rustix::fs::OFlags;

use super::apart::{self, NoAnswer, Pulse};

pub(crate) use below::stay_below;
pub(crate) use long::LongFile;

/// A disk that gives nothing for so long does not answer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// When many files are read, one that gives nothing for so long holds up the others no longer.
const ASIDE: Duration = Duration::from_millis(250);
/// Read at once: more, and nobody would see for a while that it goes on.
const PIECE: u64 = 1 << 20;
/// So many files, or bytes, are handed over together.
const TOGETHER: usize = 16;

/// Why a file was not read.
#[derive(Debug)]
pub enum Refused {
    /// The system refuses.
    Io(io::Error),
    /// A directory, a pipe, a device.
    NotAFile,
    /// More bytes than asked for.
    TooLarge,
    /// The disk does not answer.
    Stuck,
}

impl Refused {
    /// Is there nothing of this name?
    #[must_use]
    pub(crate) fn is_missing(&self) -> bool {
        use io::ErrorKind as E;
        matches!(self, Self::Io(error) if matches!(error.kind(), E::NotFound | E::NotADirectory))
    }
}

/// In the words of the system, which come in one language.
impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::NotAFile => f.write_str("not a regular file"),
            Self::TooLarge => f.write_str("too large"),
            Self::Stuck => f.write_str("the disk does not answer"),
        }
    }
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        // What was lent out did not come back in time.
        if error.kind() == io::ErrorKind::WouldBlock { Self::Stuck } else { Self::Io(error) }
    }
}

impl From<NoAnswer> for Refused {
    fn from(why: NoAnswer) -> Self {
        match why {
            NoAnswer::Hangs | NoAnswer::Unwanted => Self::Stuck,
            NoAnswer::Failed(error) => Self::Io(error),
        }
    }
}

/// Reads a file that is no larger than `most`.
///
/// # Errors
/// [`Refused`]
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Refused> {
    read_while(path, most, &|| true)
}

/// The same, as long as it is wanted; what nobody wants any more counts as stuck.
///
/// # Errors
/// [`Refused`]
pub(crate) fn read_while(path: &Path, most: u64, is_wanted: &dyn Fn() -> bool) -> Result<Vec<u8>, Refused> {
    let ours = path.to_owned();
    let work = move |progress: &Pulse| {
        let result = read_here(&ours, most, progress);
        below::forget_last();
        result
    };
    apart::within_while(place(path), PATIENCE, is_wanted, work)?
}

/// Reads a text; what is no UTF-8 is an error.
///
/// # Errors
/// [`Refused`]
pub(crate) fn read_text(path: &Path, most: u64) -> Result<String, Refused> {
    let bytes = read(path, most)?;
    String::from_utf8(bytes).map_err(|error| Refused::Io(io::Error::new(io::ErrorKind::InvalidData, error)))
}

/// What a file would hang in.
fn place(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// On this thread.
fn read_here(path: &Path, most: u64, progress: &Pulse) -> Result<Vec<u8>, Refused> {
    // Opening alone may do something to what is no file.
    let is_file = match below::root_of(path) {
        Some(root) => below::is_file(&root, path)?,
        None => std::fs::metadata(path)?.is_file(),
    };
    if !is_file {
        return Err(Refused::NotAFile);
    }
    progress.step();
    read_listed(path, most, progress)
}

/// The same of what was a file a moment ago.
fn read_listed(path: &Path, most: u64, progress: &Pulse) -> Result<Vec<u8>, Refused> {
    let file = match below::root_of(path) {
        Some(root) => below::open_below(&root, path)?,
        None => open(path)?,
    };
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(Refused::NotAFile);
    }
    if metadata.len() > most {
        return Err(Refused::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    loop {
        progress.step();
        let count = (&file).take(PIECE).read_to_end(&mut bytes)?;
        if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
            return Err(Refused::TooLarge);
        }
        if u64::try_from(count).is_ok_and(|count| count < PIECE) {
            return Ok(bytes);
        }
    }
}

const FLAGS: OFlags = OFlags::NONBLOCK.union(OFlags::NOCTTY).union(OFlags::CLOEXEC);

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(i32::try_from(FLAGS.bits()).unwrap_or(0));
    patiently(|| options.open(path))
}

/// A file server may have it lent out, and is asked then to take it back.
fn patiently(open: impl Fn() -> io::Result<File>) -> io::Result<File> {
    let mut pause = Duration::from_millis(1);
    loop {
        match open() {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock && pause < PATIENCE => {
                thread::sleep(pause);
                pause *= 2;
            }
            result => return result,
        }
    }
}

/// Reads many files, in their order.
///
/// One that does not come is put aside ([`Read::Late`]) and holds up no other.
pub(crate) fn read_each(paths: Vec<PathBuf>, most: u64) -> FileReads {
    read_each_by(read_listed, paths, most)
}

/// How one file is read.
type ReadOne = fn(&Path, u64, &Pulse) -> Result<Vec<u8>, Refused>;

fn read_each_by(one: ReadOne, paths: Vec<PathBuf>, most: u64) -> FileReads {
    FileReads { one, paths: paths.into(), most, next: 0, come: VecDeque::new(), feed: None, stuck: None }
}

/// One of many files.
pub(crate) enum Read {
    /// It is there, or cannot be.
    Done(Result<Vec<u8>, Refused>),
    /// It does not come just now.
    Late(Late),
}

type Piece = Vec<(usize, Result<Vec<u8>, Refused>)>;

/// A thread that reads, from the side of who waits.
struct Feed {
    pieces: Receiver<Piece>,
    shared: Arc<Shared>,
    progress: Pulse,
}

#[derive(Default)]
struct Shared {
    /// The file it is at.
    at: AtomicUsize,
    /// Only this one is wanted any more.
    left: AtomicBool,
}

/// Many files being read.
pub(crate) struct FileReads {
    one: ReadOne,
    paths: Arc<[PathBuf]>,
    most: u64,
    next: usize,
    come: VecDeque<(usize, Result<Vec<u8>, Refused>)>,
    feed: Option<Feed>,
    /// The one that does not come, while those before it are read again.
    stuck: Option<(usize, Feed)>,
}

/// A file that did not come in time, and may come still.
pub(crate) struct Late {
    feed: Feed,
    number: usize,
}

impl Late {
    /// Waits for it after all, as long as it is wanted.
    ///
    /// # Errors
    /// [`Refused`]
    pub(crate) fn wait(self, is_wanted: &dyn Fn() -> bool) -> Result<Vec<u8>, Refused> {
        loop {
            let piece = apart::wait(&self.feed.pieces, &self.feed.progress, PATIENCE, is_wanted)?;
            if let Some((_, result)) = piece.into_iter().find(|(number, _)| *number == self.number) {
                return result;
            }
        }
    }
}

impl Iterator for FileReads {
    type Item = Read;

    fn next(&mut self) -> Option<Read> {
        let number = self.next;
        self.paths.get(number)?;
        self.next += 1;
        Some(self.of(number))
    }
}

impl FileReads {
    fn of(&mut self, number: usize) -> Read {
        let mut begun = false;
        loop {
            if let Some((_, result)) = self.come.pop_front_if(|(come, _)| *come == number) {
                return Read::Done(result);
            }
            if let Some((number, feed)) = self.stuck.take_if(|(stuck, _)| *stuck == number) {
                self.feed = None;
                return Read::Late(Late { feed, number });
            }
            let feed = match self.feed.take() {
                Some(feed) => feed,
                None => {
                    begun = true;
                    match self.begin(number) {
                        Ok(feed) => feed,
                        Err(refused) => return Read::Done(Err(refused)),
                    }
                }
            };
            match apart::wait(&feed.pieces, &feed.progress, ASIDE, &|| true) {
                Ok(piece) => {
                    self.come = piece.into();
                    self.feed = Some(feed);
                }
                // It has come to its end: another goes on.
                Err(NoAnswer::Failed(error)) if begun => return Read::Done(Err(Refused::Io(error))),
                Err(NoAnswer::Failed(_)) => {}
                Err(NoAnswer::Hangs | NoAnswer::Unwanted) => {
                    feed.shared.left.store(true, Ordering::Release);
                    let at = feed.shared.at.load(Ordering::Acquire);
                    // Those before it that were not handed over yet are read again, up to it.
                    self.stuck = Some((at.max(number), feed));
                }
            }
        }
    }

    fn begin(&self, from: usize) -> Result<Feed, Refused> {
        let until = self.stuck.as_ref().map_or(self.paths.len(), |(stuck, _)| *stuck);
        let (tell, pieces) = sync_channel(1);
        let (shared, progress) = (Arc::new(Shared::default()), Pulse::default());
        shared.at.store(from, Ordering::Release);
        let feed = Feed { pieces, shared: Arc::clone(&shared), progress: progress.clone() };
        let (one, paths, most) = (self.one, Arc::clone(&self.paths), self.most);
        let place = self.paths.get(from).map(|path| place(path).to_owned()).unwrap_or_default();
        let work = move || {
            read_on(&|path| one(path, most, &progress), &paths, from..until, &shared, &tell);
            below::forget_last();
        };
        match apart::run(&place, work) {
            Ok(()) => Ok(feed),
            Err(error) if error.kind() == io::ErrorKind::TimedOut => Err(Refused::Stuck),
            Err(error) => Err(Refused::Io(error)),
        }
    }
}

/// Reads one after the other, until nobody waits for them.
fn read_on(
    one: &dyn Fn(&Path) -> Result<Vec<u8>, Refused>,
    paths: &[PathBuf],
    numbers: Range<usize>,
    shared: &Shared,
    tell: &SyncSender<Piece>,
) {
    let (mut piece, mut bytes) = (Vec::with_capacity(TOGETHER), 0);
    for number in numbers {
        let Some(path) = paths.get(number) else { break };
        shared.at.store(number, Ordering::Release);
        let result = one(path);
        bytes += result.as_ref().map_or(0, Vec::len);
        piece.push((number, result));
        let left = shared.left.load(Ordering::Acquire);
        if left || piece.len() >= TOGETHER || bytes as u64 >= PIECE {
            if tell.send(std::mem::take(&mut piece)).is_err() || left {
                return;
            }
            bytes = 0;
        }
    }
    let _ = tell.send(piece);
}

#[cfg(test)]
mod tests;
