//! The reports as they were published: read whole, on all cores, and of each only that is kept which others are held
//! against.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::base::file;
use crate::report::given::PublishedReport;

use super::documents::{Documents, Kind, Trouble, kind_of};
use super::listing;
use super::open::open_all;

/// Can the files of this directory be listed? What is one file is looked at when it is read.
///
/// # Errors
/// What the system says.
pub(crate) fn can_be_listed(dir: &Path) -> io::Result<()> {
    // The directory itself, and the first of what is in it.
    let entries = WalkDir::new(dir).max_depth(1).into_iter().take(2);
    entries.filter_map(Result::err).next().map_or(Ok(()), |error| Err(error.into()))
}

/// Reads them, in the order of their files; it is told what cannot be read. Of what is cancelled nothing is wanted.
pub(crate) fn read_published(
    dir: &Path,
    documents: &dyn Documents,
    cancel: &AtomicBool,
    tell: &(dyn Fn(&Path, &Trouble) + Sync),
) -> Vec<PublishedReport> {
    file::stay_below(dir);
    let is_wanted = || !cancel.load(Ordering::Relaxed);
    let read = |path: PathBuf| {
        let reports = if is_wanted() { open_all(dir, &path, documents, &is_wanted) } else { return Vec::new() };
        match reports {
            Ok((reports, _)) => reports.into_iter().map(PublishedReport::of).collect(),
            Err(trouble) => {
                if is_wanted() {
                    tell(&path, &trouble);
                }
                Vec::new()
            }
        }
    };
    let reports: Vec<Vec<PublishedReport>> = files(dir, documents, cancel, tell).into_par_iter().map(read).collect();
    reports.into_iter().flatten().collect()
}

/// The files that are reports or documents.
fn files(
    dir: &Path,
    documents: &dyn Documents,
    cancel: &AtomicBool,
    tell: &(dyn Fn(&Path, &Trouble) + Sync),
) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in WalkDir::new(dir).sort_by_file_name().into_iter().filter_entry(listing::is_wanted) {
        if cancel.load(Ordering::Relaxed) {
            break;
        }
        match entry {
            Ok(entry) => {
                let is_root = entry.depth() == 0;
                // Who names a link means what it leads to.
                let is_file = entry.file_type().is_file() || (is_root && !entry.path().is_dir());
                if is_file && (is_root || kind_of(entry.path(), documents) != Kind::Other) {
                    files.push(entry.into_path());
                }
            }
            Err(error) => {
                let path = error.path().unwrap_or(dir).to_owned();
                let refused = error.into_io_error().unwrap_or_else(|| io::Error::other("loop"));
                tell(&path, &Trouble::Io(refused));
            }
        }
    }
    files
}
