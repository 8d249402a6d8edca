//! Where files go: never among the reports, never over what is there unless that was asked for, whole or not at all.

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::base::whole::{can_be_written, take_away, write_whole, write_whole_by};
use crate::report::SafeText;
use crate::words::{Describe, Words};

/// Why nothing is written.
#[derive(Debug)]
pub(crate) enum CannotWrite {
    /// The first lies in the second, the reports.
    InReports(PathBuf, PathBuf),
    NotADirectory(PathBuf),
    /// The first of them, and how many are there already.
    Exist(PathBuf, usize),
    Io(PathBuf, io::Error),
}

impl Describe for CannotWrite {
    fn describe(&self, words: &Words) -> String {
        let (cli, season) = (&words.cli, &words.season);
        match self {
            Self::InReports(path, reports) => season.in_reports(SafeText::path(path), SafeText::path(reports)),
            Self::NotADirectory(path) => season.not_a_directory(SafeText::path(path)),
            Self::Exist(path, 1) => cli.exists(SafeText::path(path)),
            Self::Exist(path, count) => season.exist(SafeText::path(path), count),
            Self::Io(path, error) => cli.cannot_write(SafeText::path(path), SafeText::line(&why(error, words))),
        }
    }
}

/// What the system says, in the reviewer's language where it is what befalls offices.
fn why(error: &io::Error, words: &Words) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => words.journal.full().to_owned(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => words.cli.not_allowed().to_owned(),
        io::ErrorKind::IsADirectory => words.cli.is_a_directory().to_owned(),
        _ => error.to_string(),
    }
}

/// A directory to write to.
#[derive(Debug)]
pub(crate) struct OutDir {
    path: PathBuf,
    force: bool,
    /// Was it made for this?
    made: bool,
}

impl Drop for OutDir {
    /// Where nothing came of it, no empty directory stays; one that has something in it is not removed.
    fn drop(&mut self) {
        if self.made {
            take_away(&self.path);
        }
    }
}

impl OutDir {
    /// Makes the directory if there is none. `reports` is what nothing may be written into.
    ///
    /// # Errors
    /// If it lies there, whatever links lead to it, or cannot be written to.
    pub(crate) fn open(path: &Path, reports: &Path, force: bool) -> Result<Self, CannotWrite> {
        must_be_outside(path, reports)?;
        if path.exists() && !path.is_dir() {
            return Err(CannotWrite::NotADirectory(path.to_owned()));
        }
        let made = !path.exists();
        can_be_written(path).map_err(|error| CannotWrite::Io(path.to_owned(), error))?;
        // Somebody may have put a link there meanwhile.
        must_be_outside(path, reports)?;
        Ok(Self { path: path.to_owned(), force, made })
    }

    /// Nothing may be written where one of the names is taken: then what is there stays whole, and what is new too.
    ///
    /// # Errors
    /// If some are there.
    pub(crate) fn must_be_free<'a>(&self, names: impl Iterator<Item = &'a str>) -> Result<(), CannotWrite> {
        if self.force {
            return Ok(());
        }
        let mut there = names.map(|name| self.path.join(name)).filter(|path| path.symlink_metadata().is_ok());
        match there.next() {
            Some(first) => Err(CannotWrite::Exist(first, 1 + there.count())),
            None => Ok(()),
        }
    }

    /// Writes a file of this name.
    ///
    /// # Errors
    /// If it is there and is not to be replaced, or cannot be written.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), CannotWrite> {
        place(&self.path.join(name), bytes, self.force)
    }

    /// The file of this name.
    #[must_use]
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}

/// Could one file be written there? Asked before the work is done.
///
/// # Errors
/// As for writing it.
pub(crate) fn must_be_writable(path: &Path, reports: &Path, force: bool) -> Result<(), CannotWrite> {
    must_be_outside(path, reports)?;
    if path.is_dir() {
        let error = io::ErrorKind::IsADirectory.into();
        return Err(CannotWrite::Io(path.to_owned(), error));
    }
    if !force && path.symlink_metadata().is_ok() {
        return Err(CannotWrite::Exist(path.to_owned(), 1));
    }
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    can_be_written(dir).map_err(|error| CannotWrite::Io(path.to_owned(), error))
}

/// Writes one file.
///
/// # Errors
/// If it lies among the reports, is there and is not to be replaced, or cannot be written.
pub(crate) fn write_file(path: &Path, reports: &Path, bytes: &[u8], force: bool) -> Result<(), CannotWrite> {
    must_be_outside(path, reports)?;
    place(path, bytes, force)
}

/// Writes one file bit by bit.
///
/// # Errors
/// As [`write_file`], or what whoever writes it says.
pub(crate) fn write_file_by<T>(
    path: &Path,
    reports: &Path,
    force: bool,
    write: impl FnOnce(&mut File) -> io::Result<T>,
) -> Result<T, CannotWrite> {
    must_be_outside(path, reports)?;
    write_whole_by(path, force, write).map_err(|error| refused(path, error))
}

fn place(path: &Path, bytes: &[u8], force: bool) -> Result<(), CannotWrite> {
    write_whole(path, bytes, force).map_err(|error| refused(path, error))
}

fn refused(path: &Path, error: io::Error) -> CannotWrite {
    match error.kind() {
        io::ErrorKind::AlreadyExists => CannotWrite::Exist(path.to_owned(), 1),
        _ => CannotWrite::Io(path.to_owned(), error),
    }
}

fn must_be_outside(path: &Path, reports: &Path) -> Result<(), CannotWrite> {
    let io = |error| CannotWrite::Io(path.to_owned(), error);
    let own = real(path).map_err(io)?;
    let reports = fs::canonicalize(reports).map_err(io)?;
    match own.starts_with(&reports) {
        true => Err(CannotWrite::InReports(path.to_owned(), reports)),
        false => Ok(()),
    }
}

/// Where a path leads, links followed as far as it is there. What is not there yet has nothing to go up from.
fn real(path: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut there = whole.as_path();
    loop {
        if there.symlink_metadata().is_ok() {
            let mut found = fs::canonicalize(there)?;
            found.extend(missing.iter().rev());
            return Ok(found);
        }
        match (there.components().next_back(), there.parent()) {
            (Some(Component::Normal(name)), Some(parent)) => {
                missing.push(name.to_owned());
                there = parent;
            }
            _ => return Err(io::ErrorKind::InvalidInput.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_among_the_reports_whatever_leads_there() {
        let dir = tempfile::tempdir().unwrap();
        let reports = dir.path().join("reports");
        fs::create_dir_all(reports.join("2024")).unwrap();
        let link = dir.path().join("link");
        std::os::unix::fs::symlink(reports.join("2024"), &link).unwrap();
        let gone = dir.path().join("gone");
        std::os::unix::fs::symlink(reports.join("later"), &gone).unwrap();
        for path in
            ["reports", "reports/new", "reports/2024/a/b", "link", "link/new", "new/../reports/x", "reports/../reports"]
        {
            let refused = OutDir::open(&dir.path().join(path), &reports, true).map(drop).unwrap_err();
            let is_known = matches!(refused, CannotWrite::InReports(..))
                || matches!(&refused, CannotWrite::Io(_, error) if error.kind() == io::ErrorKind::InvalidInput);
            assert!(is_known, "{path}: {refused:?}");
        }
        assert!(OutDir::open(&gone, &reports, true).is_err(), "a link to nowhere may lead there tomorrow");
        assert_eq!(fs::read_dir(&reports).unwrap().count(), 1);
        assert!(OutDir::open(&dir.path().join("reports-out"), &reports, false).is_ok(), "a name that begins like it");
        assert!(OutDir::open(dir.path(), &reports, false).is_ok(), "beside them");
        assert!(must_be_writable(&link.join("a.html"), &reports, true).is_err());
    }

    #[test]
    fn no_empty_directory_stays_where_nothing_was_written() {
        let dir = tempfile::tempdir().unwrap();
        let (reports, out, own) = (dir.path().join("r"), dir.path().join("o"), dir.path().join("own"));
        [&reports, &own].iter().for_each(|dir| fs::create_dir(dir).unwrap());
        drop(OutDir::open(&out, &reports, false).unwrap());
        assert!(!out.exists());
        OutDir::open(&out, &reports, false).unwrap().write("a", b"1").unwrap();
        assert!(out.join("a").exists());
        drop(OutDir::open(&own, &reports, false).unwrap());
        assert!(own.exists(), "it was there before");
        let full = CannotWrite::Io("a".into(), io::ErrorKind::StorageFull.into());
        assert_eq!(full.describe(crate::words::ZH), "不能写入 a：磁盘已满或超出配额，请腾出空间后再试");
    }

    #[test]
    fn what_is_there_is_named_before_anything_is_written() {
        let dir = tempfile::tempdir().unwrap();
        let (reports, out) = (dir.path().join("r"), dir.path().join("o"));
        fs::create_dir(&reports).unwrap();
        let open = |force| OutDir::open(&out, &reports, force).unwrap();
        open(false).write("b", b"1").unwrap();
        open(false).write("c", b"1").unwrap();
        let refused = open(false).must_be_free(["a", "b", "c"].into_iter()).unwrap_err();
        assert!(matches!(&refused, CannotWrite::Exist(path, 2) if path.ends_with("b")), "{refused:?}");
        assert!(matches!(open(false).write("b", b"2"), Err(CannotWrite::Exist(_, 1))));
        open(true).must_be_free(["b"].into_iter()).unwrap();
        open(true).write("b", b"2").unwrap();
        assert_eq!(fs::read(out.join("b")).unwrap(), b"2");
        fs::write(dir.path().join("file"), "").unwrap();
        let refused = OutDir::open(&dir.path().join("file"), &reports, true).unwrap_err();
        assert!(matches!(refused, CannotWrite::NotADirectory(_)));
    }
}
