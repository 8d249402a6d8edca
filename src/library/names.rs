//! The names that reviewers have given, where files are read: every thread that reads gives them to what it reads.
//!
//! They are in the journal, which others read; loading does not wait for it, and what was read until it was opened is
//! named afterwards.

use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crate::journal::{Act, Review};
use crate::report::{Head, Report, SafeText, SourceLine};
use crate::words::Describe;

use super::documents::{Documents, Kind};

/// The names as of now.
#[derive(Default)]
pub(crate) struct Names {
    /// The acts in effect that give them; `None`: the journal was not opened yet.
    known: Mutex<Option<Arc<Review>>>,
    opened: Condvar,
}

impl Names {
    /// From now on they are these.
    pub(crate) fn set(&self, acts: Vec<Act>) {
        // Poisoned: a thread has panicked, and the desk is about to end.
        let Ok(mut known) = self.known.lock() else { return };
        *known = Some(Arc::new(Review::new(acts)));
        self.opened.notify_all();
    }

    /// Waits for the journal to be opened, but not for long: a disk may not answer.
    pub(crate) fn wait(&self, patience: Duration) {
        let Ok(known) = self.known.lock() else { return };
        drop(self.opened.wait_timeout_while(known, patience, |known| known.is_none()));
    }

    /// Has anybody named anything?
    #[must_use]
    pub(crate) fn any(&self) -> bool {
        self.get().is_some()
    }

    /// `None` where nobody has named anything.
    fn get(&self) -> Option<Arc<Review>> {
        let known = self.known.lock().ok()?;
        known.as_ref().filter(|review| review.reports().next().is_some()).cloned()
    }
}

/// Documents that are read under the names that reviewers have given.
pub(crate) struct Named {
    pub(crate) inner: Arc<dyn Documents + Send + Sync>,
    pub(crate) names: Arc<Names>,
}

type Trouble = Box<dyn Describe + Send + Sync>;

impl Documents for Named {
    fn kind(&self, path: &Path) -> Kind {
        self.inner.kind(path)
    }

    fn read(&self, name: &str, bytes: &[u8]) -> Result<Report, Trouble> {
        self.inner.read(name, bytes)
    }

    fn read_all(&self, name: &str, bytes: &[u8]) -> Result<Vec<Report>, Trouble> {
        self.inner.read_all(name, bytes)
    }

    fn lines(&self, name: &str, bytes: &[u8]) -> Result<Vec<SourceLine>, Trouble> {
        self.inner.lines(name, bytes)
    }

    fn settle(&self, path: &Path, head: &mut Head) {
        if head.agency.read_as.is_none() {
            self.inner.settle(path, head);
        }
        // Nearly every report tells who it is of: nothing is looked up for it.
        if !head.agency.key().is_unnamed() {
            return;
        }
        let Some(names) = self.names.get() else { return };
        let read = head.agency.key();
        let Some(report) = names.report(&read.region, &read.name, head.year) else { return };
        let name = report.given_name();
        if name.is_some() || head.agency.read_as.is_some() {
            head.agency = head.agency.called(name.map(SafeText::as_str), None);
            self.inner.settle(path, head);
        }
    }

    fn rest(&self) {
        self.inner.rest();
    }
}
