//! The calls by which the journal touches the disk, each in one place.
//!
//! All of them go through [`Disk::call`]. The program's disk is [`System`], which has no content and does nothing but
//! the call; a test puts one of its own in its place and lets any call fail (`tests/faults/`). Whoever opens,
//! writes, syncs, locks, renames or removes anything in this module does it through here.

use std::fmt;
use std::fs::{self, Metadata, OpenOptions, ReadDir, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::OFlags;

/// What the disk is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Call {
    /// Look at what a name leads to, or at an open file.
    Look,
    /// Open what is there.
    Open,
    /// Make a file and open it.
    Create,
    /// Read bytes.
    Read,
    /// Go to a place in the file.
    Seek,
    /// Write bytes.
    Write,
    /// Bring what was written to the disk.
    Sync,
    /// Take the lock of a writer.
    Lock,
    /// Take the lock of a reader.
    LockShared,
    /// Give a lock back.
    Unlock,
    /// Give a file another name.
    Rename,
    /// Remove a file.
    Remove,
    /// Make a directory.
    MakeDirectory,
    /// Remove an empty directory.
    RemoveDirectory,
    /// List a directory.
    List,
}

/// A disk: every call goes through it.
pub trait Disk: Clone + fmt::Debug {
    /// Does a call and says what came of it.
    ///
    /// # Errors
    /// Those of the call.
    fn call<T>(&self, _: Call, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        act()
    }

    /// How many of these bytes one write takes.
    fn takes(&self, bytes: usize) -> usize {
        bytes
    }

    /// What a name leads to.
    ///
    /// # Errors
    /// Those of the system, as of all below.
    fn look(&self, path: &Path) -> io::Result<Metadata> {
        self.call(Call::Look, || fs::metadata(path))
    }

    /// What is under a name itself, be it a link.
    fn look_at_itself(&self, path: &Path) -> io::Result<Metadata> {
        self.call(Call::Look, || fs::symlink_metadata(path))
    }

    /// Opens a file that is there, as told.
    fn open(&self, path: &Path, options: &OpenOptions) -> io::Result<DiskFile<Self>> {
        let file = self.call(Call::Open, || options.open(path))?;
        Ok(DiskFile { file, disk: self.clone() })
    }

    /// Makes a file and opens it, as told; there must be nothing under its name.
    fn create(&self, path: &Path, options: &mut OpenOptions) -> io::Result<DiskFile<Self>> {
        let file = self.call(Call::Create, || options.create_new(true).open(path))?;
        Ok(DiskFile { file, disk: self.clone() })
    }

    /// Opens a file for reading.
    fn open_to_read(&self, path: &Path) -> io::Result<DiskFile<Self>> {
        // Should it have become a pipe meanwhile, nothing is waited for.
        let flags = i32::try_from((OFlags::NONBLOCK | OFlags::NOCTTY).bits()).unwrap_or(0);
        self.open(path, OpenOptions::new().read(true).custom_flags(flags))
    }

    /// Gives a file another name, in the place of what had it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(Call::Rename, || fs::rename(from, to))
    }

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call(Call::Remove, || fs::remove_file(path))
    }

    /// Makes one directory.
    fn make_directory(&self, path: &Path) -> io::Result<()> {
        self.call(Call::MakeDirectory, || fs::create_dir(path))
    }

    /// Removes an empty directory.
    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        self.call(Call::RemoveDirectory, || fs::remove_dir(path))
    }

    /// What is in a directory.
    fn list(&self, path: &Path) -> io::Result<ReadDir> {
        self.call(Call::List, || fs::read_dir(path))
    }
}

/// The disk of the program: the system, and nothing between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct System;

impl Disk for System {}

/// An open file on a disk.
#[derive(Debug)]
pub struct DiskFile<D: Disk> {
    file: fs::File,
    disk: D,
}

impl<D: Disk> DiskFile<D> {
    /// What the system knows of it.
    pub(crate) fn metadata(&self) -> io::Result<Metadata> {
        self.disk.call(Call::Look, || self.file.metadata())
    }

    /// Brings content and length to the disk, and what the system knows of the file.
    pub(crate) fn sync_all(&self) -> io::Result<()> {
        self.disk.call(Call::Sync, || self.file.sync_all())
    }

    /// Brings content and length to the disk.
    pub(crate) fn sync_data(&self) -> io::Result<()> {
        self.disk.call(Call::Sync, || self.file.sync_data())
    }

    /// Takes the lock of a writer, if nobody holds one.
    pub(crate) fn try_lock(&self) -> Result<(), TryLockError> {
        told(self.disk.call(Call::Lock, || self.file.try_lock().map_err(io::Error::from)))
    }

    /// Takes the lock of a reader, if no writer holds one.
    pub(crate) fn try_lock_shared(&self) -> Result<(), TryLockError> {
        told(self.disk.call(Call::LockShared, || self.file.try_lock_shared().map_err(io::Error::from)))
    }

    /// Gives the lock back.
    pub(crate) fn unlock(&self) -> io::Result<()> {
        self.disk.call(Call::Unlock, || self.file.unlock())
    }
}

fn told(result: io::Result<()>) -> Result<(), TryLockError> {
    result.map_err(|error| match error.kind() {
        io::ErrorKind::WouldBlock => TryLockError::WouldBlock,
        _ => TryLockError::Error(error),
    })
}

impl<D: Disk> Read for &DiskFile<D> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.disk.call(Call::Read, || (&self.file).read(buffer))
    }
}

impl<D: Disk> Write for &DiskFile<D> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.get(..self.disk.takes(bytes.len())).unwrap_or(bytes);
        self.disk.call(Call::Write, || (&self.file).write(taken))
    }

    /// Nothing is kept back here.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<D: Disk> Seek for &DiskFile<D> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.disk.call(Call::Seek, || (&self.file).seek(to))
    }
}
