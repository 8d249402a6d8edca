//! A directory of reports: where it is, and how what is in it is read and checked.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::base::digest::Sha256Sum;
use crate::check::{Basis, Before};
use crate::report::{Lean, Report};
use crate::words::Words;

use super::assess::{Case, NOTHING, Narrated};
use super::documents::{Documents, Trouble};
use super::open::open_while;

/// A directory of reports, or one file.
#[derive(Clone)]
pub(crate) struct Directory {
    pub(crate) root: PathBuf,
    /// Reads documents that are not JSON.
    pub(crate) documents: Arc<dyn Documents + Send + Sync>,
    /// What its reports are checked by.
    pub(crate) basis: Basis<'static>,
    /// Where its reports lie as they were published, for the basis to be filled with.
    pub(crate) published: Option<PathBuf>,
    /// In which words it is said why something cannot be read.
    pub(crate) words: &'static Words,
    /// Look for changes this often, whatever the system tells.
    pub(crate) poll: Option<Duration>,
    /// Nothing of it is wanted any more.
    pub(crate) cancel: Arc<AtomicBool>,
}

impl Directory {
    /// Is anything of it still wanted?
    #[must_use]
    pub(crate) fn is_wanted(&self) -> bool {
        !self.cancel.load(Ordering::Relaxed)
    }

    /// A report of it with its text, and what that adds: held against what is known of its numbers and of the year
    /// before, for the file may have others by now.
    ///
    /// # Errors
    /// [`Trouble`], as in loading.
    pub(crate) fn narrated(
        &self,
        path: &Path,
        lean: &Lean,
        before: Before,
        is_wanted: &dyn Fn() -> bool,
    ) -> Result<Narrated, Trouble> {
        let (report, bytes) = open_while(&self.root, path, &*self.documents, is_wanted)?;
        let report = Report { lean: lean.clone(), narrative: report.narrative };
        let case = Case { lean, before, batch: &NOTHING, basis: self.basis.clone() };
        Ok(case.narrated(report, Some(Sha256Sum::of(&bytes))))
    }
}
