//! One opened file: which file it is, creating it durably, and its lock. Knows nothing of lines.

use std::fs::{Metadata, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::disk::{Disk, DiskFile, System};
use super::error::{JournalError, JournalErrorKind};

/// Which file it is, whatever its name: tells a replaced file from a grown one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

impl Identity {
    #[cfg(unix)]
    pub(crate) fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self(metadata.dev(), metadata.ino())
    }

    /// Elsewhere a replaced file shows only by its length and its content.
    #[cfg(not(unix))]
    pub(crate) fn of(_: &Metadata) -> Self {
        Self(0, 0)
    }
}

/// An opened journal file.
#[derive(Debug)]
pub(super) struct Handle<D: Disk> {
    pub(crate) file: DiskFile<D>,
    pub(crate) identity: Identity,
    pub(crate) writable: bool,
}

impl<D: Disk> Handle<D> {
    /// For reading only. Never waits: a pipe is refused before it is opened.
    pub(crate) fn read(disk: &D, path: &Path) -> Result<Self, JournalError> {
        let metadata = disk.look(path).map_err(|error| JournalError::read(path, &error))?;
        if !metadata.is_file() {
            return Err(JournalError::new(path, JournalErrorKind::NotAFile));
        }
        let file = disk.open_to_read(path).map_err(|error| JournalError::read(path, &error))?;
        Self::new(file, false).map_err(|error| JournalError::read(path, &error))
    }

    /// An existing file for reading and appending; for reading only where writing is not allowed.
    pub(crate) fn append_existing(disk: &D, path: &Path) -> Result<Self, JournalError> {
        use io::ErrorKind as E;
        let for_reading = Self::read(disk, path)?;
        match disk.open(path, OpenOptions::new().read(true).append(true)).and_then(|file| Self::new(file, true)) {
            Ok(handle) => Ok(handle),
            Err(error) if matches!(error.kind(), E::PermissionDenied | E::ReadOnlyFilesystem) => Ok(for_reading),
            Err(error) => Err(JournalError::read(path, &error)),
        }
    }

    /// For reading and appending; the file and its directories are created where they are missing.
    pub(crate) fn append(disk: &D, path: &Path) -> Result<Self, JournalError> {
        let failed = |error: io::Error| JournalError::write(path, &error);
        match disk.look(path) {
            Ok(metadata) if !metadata.is_file() => Err(JournalError::new(path, JournalErrorKind::NotAFile)),
            _ => Self::open_or_create(disk, path).and_then(|file| Self::new(file, true)).map_err(failed),
        }
    }

    /// Whoever opens a file that is there must not ask for a new one: in a shared directory with a sticky bit the system
    /// refuses that to all but the file's owner.
    fn open_or_create(disk: &D, path: &Path) -> io::Result<DiskFile<D>> {
        let open = || disk.open(path, OpenOptions::new().read(true).append(true));
        match open() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => make_parents_on(disk, path)?,
            result => return result,
        }
        let mut options = OpenOptions::new();
        options.read(true).append(true);
        private(&mut options);
        match disk.create(path, &mut options) {
            // Somebody else was faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => open(),
            result => result,
        }
    }

    fn new(file: DiskFile<D>, writable: bool) -> io::Result<Self> {
        let identity = Identity::of(&file.metadata()?);
        Ok(Self { file, identity, writable })
    }

    /// Does the name still lead to this file?
    pub(crate) fn is_at(&self, disk: &D, path: &Path) -> bool {
        disk.look(path).is_ok_and(|metadata| Identity::of(&metadata) == self.identity)
    }

    /// Waits for the exclusive lock, `patience` at most.
    pub(crate) fn lock(&self, path: &Path, patience: Duration) -> Result<(), JournalError> {
        let start = Instant::now();
        let mut pause = Duration::from_millis(1);
        loop {
            let kind = match self.file.try_lock() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) if start.elapsed() < patience => None,
                Err(TryLockError::WouldBlock) => Some(JournalErrorKind::Locked),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => None,
                Err(TryLockError::Error(error)) => Some(JournalErrorKind::NoLocks(error.to_string().into())),
            };
            if let Some(kind) = kind {
                return Err(JournalError::new(path, kind));
            }
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(20));
        }
    }

    /// Is nobody writing just now? Holds writers off until [`Handle::unlock`]. A file system without locks says yes.
    pub(crate) fn try_lock_shared(&self) -> bool {
        !matches!(self.file.try_lock_shared(), Err(TryLockError::WouldBlock))
    }

    /// Lets others write. A lock that cannot be given back goes with the file, which is closed then.
    pub(crate) fn unlock(self) -> Option<Self> {
        self.file.unlock().is_ok().then_some(self)
    }
}

/// The owner, and the group as far as the umask lets it; nobody else.
pub(super) fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o660);
    }
    #[cfg(not(unix))]
    let _ = options;
}

/// The owner; nobody else.
pub(super) fn own(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = options;
}

/// Writes a small file that is there whole or not at all, and that nobody else can read.
///
/// # Errors
/// If it cannot be written; then what was there before is still there.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_on(&System, path, bytes)
}

/// The same, on any disk.
pub(super) fn replace_on<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> io::Result<()> {
    make_parents_on(disk, path)?;
    // A name that nobody knows before. Made new: no link planted there is followed, and nothing there is touched.
    let temporary = path.with_file_name(format!(".gouji-{}", uuid::Uuid::now_v7().simple()));
    let mut options = OpenOptions::new();
    options.write(true);
    own(&mut options);
    let file = disk.create(&temporary, &mut options)?;
    let written = (&file).write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| disk.rename(&temporary, path));
    if written.is_err() {
        let _ = disk.remove(&temporary);
    }
    written.and_then(|()| sync_directory_of(disk, path))
}

/// Makes the directories that a file needs, so that they are there after a power cut too.
///
/// # Errors
/// If one cannot be made.
pub(crate) fn make_parents(path: &Path) -> io::Result<()> {
    make_parents_on(&System, path)
}

/// The same, on any disk.
pub(super) fn make_parents_on<D: Disk>(disk: &D, path: &Path) -> io::Result<()> {
    let Some(parent) = directory(path) else { return Ok(()) };
    let is_missing = |dir: &&Path| disk.look(dir).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    let missing: Vec<&Path> =
        parent.ancestors().filter(|dir| !dir.as_os_str().is_empty()).take_while(is_missing).collect();
    for dir in missing.into_iter().rev() {
        match disk.make_directory(dir) {
            // Somebody else was faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => made?,
        }
        // One whose name may not last would be taken for lasting the next time.
        sync_directory_of(disk, dir).inspect_err(|_| drop(disk.remove_directory(dir)))?;
    }
    Ok(())
}

/// Makes the name of a new file durable.
pub(super) fn sync_directory_of<D: Disk>(disk: &D, path: &Path) -> io::Result<()> {
    let Some(parent) = directory(path) else { return Ok(()) };
    use io::ErrorKind as E;
    match disk.open_to_read(parent).and_then(|dir| dir.sync_all()) {
        // Not every system opens or syncs directories; there is nothing more to be done there.
        Err(error) if !matches!(error.kind(), E::PermissionDenied | E::InvalidInput | E::Unsupported) => Err(error),
        _ => Ok(()),
    }
}

fn directory(path: &Path) -> Option<&Path> {
    let parent = path.parent()?;
    Some(if parent.as_os_str().is_empty() { Path::new(".") } else { parent })
}
