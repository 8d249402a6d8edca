//! A directory of the program's own in a place where others write too.
//!
//! It is opened once, never through a link, and everything in it is reached by its descriptor: whoever swaps the name
//! for a link to elsewhere later changes nothing. What is removed is removed by its own exact name, and only what its
//! caller has told to be ours.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, Stat, fstat, mkdirat, openat, renameat, statat, unlinkat};

/// Others may neither read nor write; the group may, as far as the umask lets it: colleagues share a journal so. The
/// sticky bit keeps them from removing each other's files, and tells a directory of ours from one that was there.
const DIRECTORY: Mode = Mode::from_raw_mode(0o1770);
const FILE: Mode = Mode::from_raw_mode(0o660);

/// Which file it is, whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Identity(u64, u64);

impl Identity {
    fn of(stat: &Stat) -> Self {
        Self(stat.st_dev, stat.st_ino)
    }
}

/// A regular file in the directory, as it looks from outside.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DirEntry {
    pub(crate) identity: Identity,
    /// When it was written last.
    pub(crate) modified: Option<SystemTime>,
    /// Is it this user's?
    pub(crate) is_own: bool,
}

impl DirEntry {
    /// `None` for a link, a directory, a pipe.
    fn of(stat: &Stat) -> Option<Self> {
        (FileType::from_raw_mode(stat.st_mode) == FileType::RegularFile).then(|| Self {
            identity: Identity::of(stat),
            modified: modified(stat),
            is_own: stat.st_uid == rustix::process::geteuid().as_raw(),
        })
    }
}

fn modified(stat: &Stat) -> Option<SystemTime> {
    let seconds = u64::try_from(stat.st_mtime).ok()?;
    let rest = u32::try_from(stat.st_mtime_nsec).unwrap_or(0);
    SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, rest.min(999_999_999)))
}

/// What the system is asked to do with a directory of our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DirStep {
    /// Make the directory.
    Make,
    /// Open it, or a file in it.
    Open,
    Create,
    /// See what is there.
    Look,
    /// Say what is in it.
    List,
    /// Read bytes.
    Read,
    /// Write bytes.
    Write,
    /// Give a file another name.
    Rename,
    Remove,
    RemoveDirectory,
}

/// What every call goes through: a test lets any of them fail.
pub(crate) trait Gate {
    /// Does a call and says what came of it.
    ///
    /// # Errors
    /// Those of the call.
    fn pass<T>(&self, _: DirStep, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        act()
    }
}

/// The system, and nothing between.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct OpenGate;

impl Gate for OpenGate {}

/// A directory, held open.
#[derive(Debug)]
pub(crate) struct OwnDir<G: Gate = OpenGate> {
    gate: G,
    path: PathBuf,
    fd: OwnedFd,
    identity: Identity,
    /// Did this program make it, for this user?
    made: bool,
}

#[cfg(test)]
impl OwnDir {
    /// Opens the directory on the disk of the program, see [`OwnDir::open_or_make_by`].
    ///
    /// # Errors
    /// The same.
    pub(crate) fn open_or_make(path: &Path) -> io::Result<Self> {
        Self::open_or_make_by(OpenGate, path)
    }
}

impl<G: Gate> OwnDir<G> {
    /// Opens the directory, which is made if there is none. It must be a real directory, no link, that strangers cannot
    /// write to, and that is this user's or shared with their group on purpose.
    ///
    /// # Errors
    /// If it is none of that, or cannot be had.
    pub(crate) fn open_or_make_by(gate: G, path: &Path) -> io::Result<Self> {
        match gate.pass(DirStep::Make, || Ok(mkdirat(CWD, path, DIRECTORY)?)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let fd = gate.pass(DirStep::Open, || Ok(openat(CWD, path, flags, Mode::empty())?))?;
        let stat = gate.pass(DirStep::Look, || Ok(fstat(&fd)?))?;
        let mode = Mode::from_raw_mode(stat.st_mode);
        let is_own = stat.st_uid == rustix::process::geteuid().as_raw();
        if mode.contains(Mode::WOTH) || !(is_own || mode.contains(Mode::WGRP)) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let (identity, made) = (Identity::of(&stat), is_own && mode.contains(Mode::SVTX));
        Ok(Self { gate, path: path.to_owned(), fd, identity, made })
    }

    /// Does the name still lead to it, and not by a link?
    #[must_use]
    pub(crate) fn is_in_place(&self) -> bool {
        let found = self.gate.pass(DirStep::Look, || Ok(statat(CWD, &self.path, AtFlags::SYMLINK_NOFOLLOW)?));
        found.is_ok_and(|stat| Identity::of(&stat) == self.identity)
    }

    /// When something came or went in it last.
    #[must_use]
    pub(crate) fn modified(&self) -> Option<SystemTime> {
        modified(&self.gate.pass(DirStep::Look, || Ok(fstat(&self.fd)?)).ok()?)
    }

    /// The names in it, at most so many; those that are no text are passed over.
    #[must_use]
    pub(crate) fn names(&self, most: usize) -> Vec<String> {
        let list = self.gate.pass(DirStep::List, || Ok(Dir::read_from(&self.fd)?));
        let entries = list.into_iter().flatten().map_while(Result::ok).take(most);
        let names = entries.filter_map(|entry| entry.file_name().to_str().ok().map(str::to_owned));
        names.filter(|name| !matches!(name.as_str(), "." | "..")).collect()
    }

    /// The regular file of this name; `None` if it is anything else.
    #[must_use]
    pub(crate) fn entry(&self, name: &str) -> Option<DirEntry> {
        let name = plain(name)?;
        let found = self.gate.pass(DirStep::Look, || Ok(statat(&self.fd, name, AtFlags::SYMLINK_NOFOLLOW)?));
        DirEntry::of(&found.ok()?)
    }

    /// The beginning of a regular file; no link is followed, and nothing that is no file is waited for.
    #[must_use]
    pub(crate) fn read(&self, name: &str, most: u64) -> Option<(DirEntry, Vec<u8>)> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        // Opening alone may do something to what is no file.
        self.entry(name)?;
        let name = plain(name)?;
        let fd = self.gate.pass(DirStep::Open, || Ok(openat(&self.fd, name, flags, Mode::empty())?)).ok()?;
        let entry = DirEntry::of(&self.gate.pass(DirStep::Look, || Ok(fstat(&fd)?)).ok()?)?;
        let mut bytes = Vec::new();
        self.gate.pass(DirStep::Read, || File::from(fd).take(most).read_to_end(&mut bytes)).ok()?;
        Some((entry, bytes))
    }

    /// Puts a small file in the place of the one of this name: whole or not at all. Which one it is now.
    ///
    /// # Errors
    /// If it cannot be written; then what was there is still there.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> io::Result<Identity> {
        let name = plain(name).ok_or(io::ErrorKind::InvalidInput)?;
        // Nobody can have planted anything under a name that nobody knows; what is there all the same is not touched.
        let temporary = format!("{name}.{}", uuid::Uuid::now_v7().simple());
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let made = self.gate.pass(DirStep::Create, || Ok(openat(&self.fd, &temporary, flags, FILE)?))?;
        let mut file = File::from(made);
        // Of a file that is open the system always knows which it is.
        let identity = Identity::of(&fstat(&file)?);
        let written = self.gate.pass(DirStep::Write, || file.write_all(bytes));
        let rename = || Ok(renameat(&self.fd, &temporary, &self.fd, name)?);
        let put = written.and_then(|()| self.gate.pass(DirStep::Rename, rename));
        if put.is_err() {
            self.remove(&temporary, identity);
        }
        put.map(|()| identity)
    }

    /// Removes a file, if the name still means this one.
    pub(crate) fn remove(&self, name: &str, identity: Identity) {
        if let Some(plain) = plain(name).filter(|_| self.entry(name).is_some_and(|entry| entry.identity == identity)) {
            let _ = self.gate.pass(DirStep::Remove, || Ok(unlinkat(&self.fd, plain, AtFlags::empty())?));
        }
    }

    /// Removes the directory itself, if this program has made it, it is empty, and its name still means it.
    pub(crate) fn leave(&self) {
        if self.made && self.is_in_place() {
            let _ = self.gate.pass(DirStep::RemoveDirectory, || Ok(unlinkat(CWD, &self.path, AtFlags::REMOVEDIR)?));
        }
    }
}

/// A name that leads nowhere else.
fn plain(name: &str) -> Option<&str> {
    (!name.is_empty() && !name.contains(['/', '\0']) && !matches!(name, "." | "..")).then_some(name)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn a_link_and_a_directory_that_strangers_can_write_to_are_not_used() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("target");
        fs::create_dir(&target).unwrap();
        let link = dir.path().join("link");
        symlink(&target, &link).unwrap();
        assert!(OwnDir::open_or_make(&link).is_err());
        fs::set_permissions(&target, fs::Permissions::from_mode(0o777)).unwrap();
        assert!(OwnDir::open_or_make(&target).is_err());
        let file = dir.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(OwnDir::open_or_make(&file).is_err());
    }

    #[test]
    fn what_is_swapped_for_a_link_later_changes_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let (ours, theirs) = (dir.path().join("ours"), dir.path().join("theirs"));
        fs::create_dir(&theirs).unwrap();
        fs::write(theirs.join("a.json"), "kept").unwrap();
        let own = OwnDir::open_or_make(&ours).unwrap();
        let identity = own.put("a.json", b"1").unwrap();
        fs::rename(&ours, dir.path().join("moved")).unwrap();
        symlink(&theirs, &ours).unwrap();
        assert!(!own.is_in_place());
        assert_eq!(own.read("a.json", 9).unwrap().1, b"1");
        own.remove("a.json", identity);
        own.leave();
        assert_eq!(fs::read_to_string(theirs.join("a.json")).unwrap(), "kept");
        assert_eq!(fs::read_dir(dir.path().join("moved")).unwrap().count(), 0, "the one we made is emptied");
    }

    #[test]
    fn only_regular_files_are_read_and_only_those_meant_are_removed() {
        let dir = tempfile::tempdir().unwrap();
        let own = OwnDir::open_or_make(&dir.path().join("own")).unwrap();
        let secret = dir.path().join("secret");
        fs::write(&secret, "secret").unwrap();
        symlink(&secret, dir.path().join("own/link")).unwrap();
        assert!(own.read("link", 99).is_none());
        assert!(own.read("../secret", 99).is_none());
        let first = own.put("a", b"1").unwrap();
        fs::remove_file(dir.path().join("own/a")).unwrap();
        fs::write(dir.path().join("own/b"), "").unwrap();
        fs::write(dir.path().join("own/a"), "another").unwrap();
        own.remove("a", first);
        own.leave();
        // An inode may be given out again at once: then it is the same file to everybody.
        let is_same = own.entry("a").is_none_or(|entry| entry.identity != first);
        assert!(is_same && dir.path().join("own/b").exists() && secret.exists());
    }

    #[test]
    fn a_directory_that_was_there_stays() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("there");
        fs::create_dir(&path).unwrap();
        OwnDir::open_or_make(&path).unwrap().leave();
        assert!(path.exists());
        fs::remove_dir(&path).unwrap();
        OwnDir::open_or_make(&path).unwrap().leave();
        assert!(!path.exists());
    }
}
