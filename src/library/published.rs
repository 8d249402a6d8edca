//! The reports as they were published: loaded whole, and of each only that is kept which others are held against.

use std::io;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use walkdir::WalkDir;

use crate::report::given::{PublishedReport, sections_of};

use super::documents::{Documents, Trouble};
use super::load::{self, Entry, Event, Loaded};

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
    let read = Mutex::new(Vec::new());
    load::load_whole(dir, documents, &|report, _| sections_of(&report.narrative.sections), cancel, &|event| {
        let (Event::Loaded(entries), false) = (event, cancel.load(Ordering::Relaxed)) else { return };
        for Entry { path, body, .. } in entries {
            match (body, read.lock()) {
                (Ok(Loaded { lean, summary }), Ok(mut read)) => read.push((path, PublishedReport::new(lean, summary))),
                (Err(trouble), _) => tell(&path, &trouble),
                // Poisoned: a thread has panicked, which ends the program anyway.
                (Ok(_), Err(_)) => {}
            }
        }
    });
    let mut read = read.into_inner().unwrap_or_default();
    read.sort_by(|(one, _), (other, _)| one.cmp(other));
    read.into_iter().map(|(_, report)| report).collect()
}
