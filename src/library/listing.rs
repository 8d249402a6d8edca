//! The files of a directory without reading them: for whoever wants to see what changes after loading.

use std::ffi::OsStr;
use std::fs::Metadata;
use std::path::Path;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use walkdir::{DirEntry, WalkDir};

use crate::report::SafeText;

use super::documents::{Documents, Kind, has_ending, kind_of};

/// What a file looks like from outside: another stamp, another content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// A file moved into the place of another has its own number, and may have its own, older time.
    number: u64,
    /// When its content, its name or its place changed last, as far as the system tells.
    pub(crate) touched: Option<SystemTime>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().ok();
        #[cfg(unix)]
        let (number, changed) = {
            use std::os::unix::fs::MetadataExt as _;
            let seconds = u64::try_from(metadata.ctime()).unwrap_or(0);
            let rest = u64::try_from(metadata.ctime_nsec()).unwrap_or(0);
            let since = std::time::Duration::from_secs(seconds) + std::time::Duration::from_nanos(rest);
            (metadata.ino(), SystemTime::UNIX_EPOCH.checked_add(since))
        };
        #[cfg(not(unix))]
        let (number, changed) = (0, None);
        Self { length: metadata.len(), modified, number, touched: modified.max(changed) }
    }

    /// Is it another content, as far as can be told from outside?
    #[must_use]
    pub(crate) fn differs(&self, other: &Self) -> bool {
        (self.length, self.modified, self.number) != (other.length, other.modified, other.number)
    }
}

/// Is it to be looked at: not hidden, not the lock file of an office program, not what a browser put beside a page?
#[must_use]
pub(crate) fn is_wanted(entry: &DirEntry) -> bool {
    entry.depth() == 0
        || (is_visible_name(entry.file_name()) && !(entry.file_type().is_dir() && is_parts_of_page(entry.path())))
}

fn is_visible_name(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    !(name.starts_with(b".") || name.starts_with(b"~$"))
}

/// How a browser or an office program names the directory with the parts of a page, behind the page's own name.
const PARTS: [&str; 5] = ["_files", ".files", "_file", "-files", "_Files"];
/// How the page itself may end.
const PAGES: [&str; 10] = ["html", "htm", "xhtml", "shtml", "HTML", "HTM", "aspx", "asp", "jsp", "php"];

/// `年报_files` beside `年报.html`: pictures, frames and advertisements of the page, no reports of their own.
fn is_parts_of_page(directory: &Path) -> bool {
    let Some(name) = directory.file_name().and_then(OsStr::to_str) else { return false };
    let Some(stem) = PARTS.iter().find_map(|ending| name.strip_suffix(ending)) else { return false };
    let page = |ending| directory.with_file_name(format!("{stem}.{ending}"));
    !stem.is_empty() && PAGES.into_iter().any(|ending| page(ending).symlink_metadata().is_ok_and(|page| page.is_file()))
}

/// All files that loading would read, as they are now.
pub(crate) fn listing(root: &Path, documents: &dyn Documents, cancel: &AtomicBool) -> Vec<(PathBuf, Stamp)> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root).into_iter().filter_entry(is_wanted).flatten() {
        if cancel.load(Ordering::Relaxed) {
            break;
        }
        let is_root = entry.depth() == 0;
        // Who names a link means what it leads to.
        let metadata = if is_root { entry.path().metadata().ok() } else { entry.metadata().ok() };
        let wanted = is_root || kind_of(entry.path(), documents) != Kind::Other;
        if let Some(metadata) = metadata.filter(|metadata| wanted && metadata.is_file()) {
            files.push((entry.into_path(), Stamp::of(&metadata)));
        }
    }
    files
}

/// One of them; `None` if loading would not read it, or if it is not there.
#[must_use]
pub(crate) fn stamp(root: &Path, path: &Path, documents: &dyn Documents) -> Option<Stamp> {
    let relative = path.strip_prefix(root).ok()?;
    let mut place = root.to_owned();
    for part in relative.components() {
        let metadata = place.symlink_metadata().ok()?;
        // Nothing outside of the given directory is read. The directory itself may be reached by a link.
        if !is_visible_name(part.as_os_str())
            || is_parts_of_page(&place.join(part))
            || (metadata.is_symlink() && place != root)
        {
            return None;
        }
        place.push(part);
    }
    let is_root = relative.as_os_str().is_empty();
    let metadata = if is_root { path.metadata() } else { path.symlink_metadata() };
    let metadata = metadata.ok().filter(Metadata::is_file)?;
    (is_root || kind_of(path, documents) != Kind::Other).then(|| Stamp::of(&metadata))
}

/// The report id of a file below `root`, or of `root` itself.
#[must_use]
pub(crate) fn id(root: &Path, path: &Path) -> SafeText {
    let relative = path.strip_prefix(root).ok().filter(|relative| !relative.as_os_str().is_empty());
    let relative = relative.or_else(|| path.file_name().map(Path::new)).unwrap_or(path);
    let relative = if has_ending(relative, "json") { relative.with_extension("") } else { relative.to_owned() };
    let parts: Vec<String> =
        relative.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    SafeText::line(&parts.join("/"))
}
