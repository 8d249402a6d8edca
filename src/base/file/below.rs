//! Reading below a directory that was named: no link there is followed.
//!
//! Between the listing of a directory and the opening of its files whoever may write there can put a link in the place of
//! a file, or of a directory on the way. So every step is taken from the directory before it, and none may be a link.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{PoisonError, RwLock};

use rustix::fs::{AtFlags, FileType, Mode, OFlags, openat, statat};
use rustix::io::Errno;

use super::{FLAGS, Refused, patiently, place};

/// The directories, or files, that the reviewer named to be read.
static ROOTS: RwLock<Vec<PathBuf>> = RwLock::new(Vec::new());

/// From now on no link below this directory is followed. It may be reached by one itself.
pub(crate) fn stay_below(root: &Path) {
    let mut roots = ROOTS.write().unwrap_or_else(PoisonError::into_inner);
    if !roots.iter().any(|known| known == root) {
        roots.push(root.to_owned());
    }
}

/// The named directory that a file is below of; `None` for what was named itself, and for what is elsewhere.
pub(super) fn root_of(path: &Path) -> Option<PathBuf> {
    let roots = ROOTS.read().unwrap_or_else(PoisonError::into_inner);
    // One may lie within another.
    let root = roots.iter().filter(|root| path.starts_with(root)).max_by_key(|root| root.as_os_str().len())?;
    (root != path).then(|| root.clone())
}

/// Is it a regular file, and nothing that opening alone might do something to?
pub(super) fn is_file(root: &Path, path: &Path) -> Result<bool, Refused> {
    let (place, name) = place_below(root, path)?;
    let found = statat(&place, name, AtFlags::SYMLINK_NOFOLLOW).map_err(refusal)?;
    Ok(FileType::from_raw_mode(found.st_mode) == FileType::RegularFile)
}

/// Opens a file step by step from the directory that was named: none of the steps may be a link.
pub(super) fn open_below(root: &Path, path: &Path) -> Result<File, Refused> {
    let (place, name) = place_below(root, path)?;
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | FLAGS;
    let open = || Ok(File::from(openat(&place, name, flags, Mode::empty())?));
    patiently(open).map_err(|error| Errno::from_io_error(&error).map_or(Refused::Io(error), refusal))
}

thread_local! {
    /// While many files are read: the directory of the last one, which is mostly that of the next.
    static LAST: RefCell<Option<(PathBuf, Rc<OwnedFd>)>> = const { RefCell::new(None) };
}

/// The directory of a file, held open, and the file's name in it.
fn place_below<'a>(root: &Path, path: &'a Path) -> Result<(Rc<OwnedFd>, &'a OsStr), Refused> {
    let below = path.strip_prefix(root).unwrap_or(path);
    // `..` is no name of a file.
    let name = below.file_name().ok_or(Refused::NotAFile)?;
    let parent = place(path);
    let known =
        LAST.with_borrow(|last| last.as_ref().filter(|(known, _)| known == parent).map(|(_, fd)| Rc::clone(fd)));
    if let Some(known) = known {
        return Ok((known, name));
    }
    let directory = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut fd = rustix::fs::open(root, directory, Mode::empty()).map_err(io::Error::from)?;
    for step in below.parent().into_iter().flat_map(Path::components) {
        fd = openat(&fd, step.as_os_str(), directory | OFlags::NOFOLLOW, Mode::empty()).map_err(refusal)?;
    }
    let fd = Rc::new(fd);
    LAST.with_borrow_mut(|last| *last = Some((parent.to_owned(), Rc::clone(&fd))));
    Ok((fd, name))
}

/// What a directory was once is not asked any more.
pub(super) fn forget_last() {
    LAST.with_borrow_mut(|last| *last = None);
}

/// A link is no file of this directory.
fn refusal(error: Errno) -> Refused {
    if error == Errno::LOOP { Refused::NotAFile } else { io::Error::from(error).into() }
}
