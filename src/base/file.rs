//! The one door for reading files.
//!
//! Only regular files are read, whatever a name leads to by the time it is opened: a pipe or a device is refused
//! without waiting for it. No more than so many bytes are. And nobody waits for ever: reading is done apart
//! ([`super::apart`]), and a disk that does not answer is an error like any other. Below a directory under review
//! ([`stay_below`]) no link is followed, whatever was put into the place of what had been listed.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _};
use std::ops::Range;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, LazyLock, PoisonError, RwLock};
use std::thread;
use std::time::Duration;

use rustix::fs::{AtFlags, FileType, Mode, OFlags, openat, statat};
use rustix::io::Errno;

use super::apart::{self, NoAnswer, Progress};

/// A disk that gives nothing for so long does not answer.
pub const PATIENCE: Duration = Duration::from_secs(5);
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
    pub fn is_missing(&self) -> bool {
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
        Self::Io(error)
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
pub fn read_while(path: &Path, most: u64, is_wanted: &dyn Fn() -> bool) -> Result<Vec<u8>, Refused> {
    let ours = path.to_owned();
    let work = move |progress: &Progress| read_here(&ours, most, progress);
    apart::within_while(place(path), PATIENCE, is_wanted, work)?
}

/// Reads a text; what is no UTF-8 is an error.
///
/// # Errors
/// [`Refused`]
pub fn read_text(path: &Path, most: u64) -> Result<String, Refused> {
    let bytes = read(path, most)?;
    String::from_utf8(bytes).map_err(|error| Refused::Io(io::Error::new(io::ErrorKind::InvalidData, error)))
}

/// What a file would hang in.
fn place(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// On this thread.
fn read_here(path: &Path, most: u64, progress: &Progress) -> Result<Vec<u8>, Refused> {
    // Opening alone may do something to what is no file.
    if root_of(path).is_none() && !std::fs::metadata(path)?.is_file() {
        return Err(Refused::NotAFile);
    }
    progress.step();
    read_listed(path, most, progress)
}

/// The same of what was a file a moment ago.
fn read_listed(path: &Path, most: u64, progress: &Progress) -> Result<Vec<u8>, Refused> {
    let file = match root_of(path) {
        Some(root) => open_below(&root, path)?,
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

/// The directories, or files, that the reviewer named to be read.
static ROOTS: LazyLock<RwLock<HashSet<PathBuf>>> = LazyLock::new(RwLock::default);

/// From now on no link below this directory is followed. It may be reached by one itself.
pub fn stay_below(root: &Path) {
    ROOTS.write().unwrap_or_else(PoisonError::into_inner).insert(root.to_owned());
}

/// The named directory that a file is below of; `None` for what was named itself, and for what is elsewhere.
fn root_of(path: &Path) -> Option<PathBuf> {
    let roots = ROOTS.read().unwrap_or_else(PoisonError::into_inner);
    let root = path.ancestors().find(|ancestor| roots.contains(*ancestor))?;
    (root != path).then(|| root.to_owned())
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

/// Opens a file step by step from the directory that was named: none of the steps may be a link.
fn open_below(root: &Path, path: &Path) -> Result<File, Refused> {
    let directory = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let below = path.strip_prefix(root).unwrap_or(path);
    // `..` is no name of a file.
    let name = below.file_name().ok_or(Refused::NotAFile)?;
    let mut place = rustix::fs::open(root, directory, Mode::empty()).map_err(io::Error::from)?;
    for step in below.parent().into_iter().flat_map(Path::components) {
        place = openat(&place, step.as_os_str(), directory | OFlags::NOFOLLOW, Mode::empty()).map_err(refusal)?;
    }
    let found = statat(&place, name, AtFlags::SYMLINK_NOFOLLOW).map_err(refusal)?;
    if FileType::from_raw_mode(found.st_mode) != FileType::RegularFile {
        return Err(Refused::NotAFile);
    }
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | FLAGS;
    let open = || Ok(File::from(openat(&place, name, flags, Mode::empty())?));
    patiently(open).map_err(|error| Errno::from_io_error(&error).map_or(Refused::Io(error), refusal))
}

/// A link is no file of this directory.
fn refusal(error: Errno) -> Refused {
    if error == Errno::LOOP { Refused::NotAFile } else { Refused::Io(error.into()) }
}

/// Reads many files, in their order.
///
/// One that does not come is put aside ([`Read::Late`]) and holds up no other.
pub fn read_each(paths: Vec<PathBuf>, most: u64) -> Reading {
    read_each_by(read_listed, paths, most)
}

/// How one file is read.
type ReadOne = fn(&Path, u64, &Progress) -> Result<Vec<u8>, Refused>;

fn read_each_by(one: ReadOne, paths: Vec<PathBuf>, most: u64) -> Reading {
    Reading { one, paths: paths.into(), most, next: 0, come: VecDeque::new(), feed: None, stuck: None }
}

/// One of many files.
pub enum Read {
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
    progress: Progress,
}

#[derive(Default)]
struct Shared {
    /// The file it is at.
    at: AtomicUsize,
    /// Only this one is wanted any more.
    left: AtomicBool,
}

/// Many files being read.
pub struct Reading {
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
pub struct Late {
    feed: Feed,
    number: usize,
}

impl Late {
    /// Waits for it after all, as long as it is wanted.
    ///
    /// # Errors
    /// [`Refused`]
    pub fn wait(self, is_wanted: &dyn Fn() -> bool) -> Result<Vec<u8>, Refused> {
        loop {
            let piece = apart::wait(&self.feed.pieces, &self.feed.progress, PATIENCE, is_wanted)?;
            if let Some((_, result)) = piece.into_iter().find(|(number, _)| *number == self.number) {
                return result;
            }
        }
    }
}

impl Iterator for Reading {
    type Item = Read;

    fn next(&mut self) -> Option<Read> {
        let number = self.next;
        self.paths.get(number)?;
        self.next += 1;
        Some(self.of(number))
    }
}

impl Reading {
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
        let (shared, progress) = (Arc::new(Shared::default()), Progress::default());
        shared.at.store(from, Ordering::Release);
        let feed = Feed { pieces, shared: Arc::clone(&shared), progress: progress.clone() };
        let (one, paths, most) = (self.one, Arc::clone(&self.paths), self.most);
        let place = self.paths.get(from).map(|path| place(path).to_owned()).unwrap_or_default();
        let work = move || read_on(&|path| one(path, most, &progress), &paths, from..until, &shared, &tell);
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
mod tests {
    use std::fs;
    use std::process::Command;
    use std::time::Instant;

    use super::*;

    fn fifo(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    #[test]
    fn only_regular_files_of_a_certain_size_are_read_and_nothing_is_waited_for() {
        let begun = Instant::now();
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        fs::write(path("a"), "勾稽").unwrap();
        fifo(&path("pipe"));
        std::os::unix::fs::symlink(path("pipe"), path("link")).unwrap();
        assert_eq!(read(&path("a"), 6).unwrap(), "勾稽".as_bytes());
        assert!(matches!(read(&path("a"), 5), Err(Refused::TooLarge)));
        for name in ["pipe", "link", "."] {
            assert!(matches!(read(&path(name), 9), Err(Refused::NotAFile)), "{name}");
        }
        // What was a file when it was listed, and is a pipe when it is opened.
        assert!(matches!(read_listed(&path("pipe"), 9, &Progress::default()), Err(Refused::NotAFile)));
        assert!(read(&path("none"), 9).unwrap_err().is_missing());
        assert!(matches!(read_text(&path("b"), 9), Err(Refused::Io(_))));
        assert!(begun.elapsed() < PATIENCE);
    }

    #[test]
    fn files_larger_than_a_piece_come_whole() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        let length = usize::try_from(PIECE).unwrap() * 2;
        fs::write(&path, vec![7; length]).unwrap();
        assert_eq!(read(&path, PIECE * 2).unwrap().len(), length);
        assert!(matches!(read(&path, PIECE * 2 - 1), Err(Refused::TooLarge)));
    }

    /// Between the listing of a directory and the opening of its files others may put links there.
    #[test]
    fn below_a_directory_under_review_no_link_is_followed() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        fs::create_dir_all(path("elsewhere")).unwrap();
        fs::create_dir_all(path("real/below")).unwrap();
        fs::write(path("elsewhere/secret"), "secret").unwrap();
        fs::write(path("real/below/a"), "a").unwrap();
        symlink(path("elsewhere/secret"), path("real/link")).unwrap();
        symlink(path("elsewhere"), path("real/away")).unwrap();
        symlink("below", path("real/around")).unwrap();
        // The directory that was named may be reached by a link, and so may a file.
        symlink("real", path("root")).unwrap();
        symlink("elsewhere/secret", path("named")).unwrap();
        stay_below(&path("root"));
        stay_below(&path("named"));
        assert_eq!(read(&path("root/below/a"), 9).unwrap(), b"a");
        assert_eq!(read(&path("named"), 9).unwrap(), b"secret");
        for name in ["root/link", "root/away/secret", "root/around/a", "root/below/../link", "root/below", "root/none"]
        {
            assert!(read(&path(name), 9).is_err(), "{name}");
            let Some(Read::Done(result)) = read_each(vec![path(name)], 9).next() else { panic!("{name}") };
            assert!(result.is_err(), "{name}");
        }
        assert!(matches!(read(&path("root/link"), 9), Err(Refused::NotAFile)));
        fifo(&path("real/pipe"));
        assert!(matches!(read(&path("root/pipe"), 9), Err(Refused::NotAFile)));
        // What nobody named is read as ever.
        assert_eq!(read(&path("real/link"), 9).unwrap(), b"secret");
    }

    #[test]
    fn many_come_in_order_with_those_that_cannot_be_read() {
        let dir = tempfile::tempdir().unwrap();
        let path = |number: usize| dir.path().join(number.to_string());
        for number in (0..100).filter(|number| number % 7 != 0) {
            fs::write(path(number), number.to_string()).unwrap();
        }
        fifo(&path(7));
        let read = read_each((0..100).map(path).collect(), 10);
        for (number, read) in read.enumerate() {
            let Read::Done(result) = read else { panic!("{number} is late") };
            match result {
                Ok(bytes) => assert_eq!(bytes, number.to_string().as_bytes()),
                Err(refused) => assert!(number == 7 || refused.is_missing(), "{number} {refused:?}"),
            }
        }
    }

    /// Reads a file, unless its name says that the disk does not answer: for a while, or ever.
    fn hanging(path: &Path, most: u64, progress: &Progress) -> Result<Vec<u8>, Refused> {
        let name = path.file_name().unwrap().to_string_lossy();
        match name.strip_prefix("stuck") {
            Some("ever") => thread::sleep(PATIENCE * 10),
            Some(_) => thread::sleep(ASIDE * 3),
            None => {}
        }
        read_listed(path, most, progress)
    }

    #[test]
    fn what_does_not_come_holds_up_no_other_and_comes_late_or_never() {
        let dir = tempfile::tempdir().unwrap();
        let name = |number: usize| match number {
            5 => "stuck5".to_owned(),
            6 => "stuckever".to_owned(),
            40 => "stuck40".to_owned(),
            _ => number.to_string(),
        };
        let path = |number: usize| dir.path().join(name(number));
        (0..60).for_each(|number| fs::write(path(number), number.to_string()).unwrap());
        let begun = Instant::now();
        let mut late = Vec::new();
        for (number, read) in read_each_by(hanging, (0..60).map(path).collect(), 10).enumerate() {
            match read {
                Read::Done(result) => assert_eq!(result.unwrap(), number.to_string().as_bytes()),
                Read::Late(one) => late.push((number, one)),
            }
        }
        assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
        assert_eq!(late.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [5, 6, 40]);
        for (number, one) in late {
            match one.wait(&|| true) {
                Ok(bytes) => assert_eq!(bytes, number.to_string().as_bytes()),
                Err(refused) => assert!(number == 6 && matches!(refused, Refused::Stuck), "{number} {refused:?}"),
            }
        }
        assert!(begun.elapsed() < PATIENCE * 3, "{:?}", begun.elapsed());
    }
}
