//! Why a journal cannot be read or written.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::text::SafeText;
use crate::words::Words;

/// Why something could not be done with a journal. What is wrong with single lines is a
/// [`JournalProblem`](super::problem::JournalProblem) instead.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct JournalError {
    /// The file.
    pub(crate) path: PathBuf,
    /// What is wrong.
    pub(crate) kind: JournalErrorKind,
}

/// What is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum JournalErrorKind {
    /// There is no such file (any more).
    Missing,
    /// A directory, a pipe, a device.
    NotAFile,
    /// The file or its directory may not be written.
    ReadOnly,
    /// No space left on the disk, or none allowed.
    Full,
    /// Another program holds the lock and does not let go.
    Locked,
    /// The file system cannot lock; the system's words.
    NoLocks(Box<str>),
    /// An act longer than [`super::MAX_LINE`].
    ActTooLong,
    /// The file to be made exists already.
    Exists,
    /// What was written is not what the file says: another program writes without the lock.
    NotReadBack,
    /// The system cannot read; its words.
    Read(Box<str>),
    /// The system cannot write; its words.
    Write(Box<str>),
}

impl JournalError {
    pub(super) fn new(path: &Path, kind: JournalErrorKind) -> Self {
        Self { path: path.to_owned(), kind }
    }

    pub(super) fn read(path: &Path, error: &io::Error) -> Self {
        let kind = match error.kind() {
            io::ErrorKind::NotFound => JournalErrorKind::Missing,
            _ => JournalErrorKind::Read(error.to_string().into()),
        };
        Self::new(path, kind)
    }

    pub(super) fn write(path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind as E;
        let kind = match error.kind() {
            E::PermissionDenied | E::ReadOnlyFilesystem => JournalErrorKind::ReadOnly,
            E::StorageFull | E::QuotaExceeded | E::FileTooLarge => JournalErrorKind::Full,
            E::AlreadyExists => JournalErrorKind::Exists,
            E::IsADirectory => JournalErrorKind::NotAFile,
            _ => JournalErrorKind::Write(error.to_string().into()),
        };
        Self::new(path, kind)
    }

    /// The error in the language of `words`, in one line, beginning with the file's name.
    #[must_use]
    pub(crate) fn describe(&self, words: &Words) -> String {
        let texts = &words.journal;
        let what = match &self.kind {
            JournalErrorKind::Missing => texts.missing().to_owned(),
            JournalErrorKind::NotAFile => texts.not_a_file().to_owned(),
            JournalErrorKind::ReadOnly => texts.read_only().to_owned(),
            JournalErrorKind::Full => texts.full().to_owned(),
            JournalErrorKind::Locked => texts.locked().to_owned(),
            JournalErrorKind::NoLocks(detail) => texts.no_locks(SafeText::line(detail)),
            JournalErrorKind::ActTooLong => texts.act_too_long(super::MAX_LINE >> 10),
            JournalErrorKind::Exists => texts.exists().to_owned(),
            JournalErrorKind::NotReadBack => texts.not_read_back().to_owned(),
            JournalErrorKind::Read(detail) => texts.cannot_read(SafeText::line(detail)),
            JournalErrorKind::Write(detail) => texts.cannot_write(SafeText::line(detail)),
        };
        texts.error(SafeText::path(&self.path), &what)
    }
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(crate::words::EN))
    }
}

impl std::error::Error for JournalError {}
