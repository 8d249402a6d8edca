//! One file, read and checked as loading does it, with everything that can be said of one report.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::digest::Sha256Sum;
use crate::check::{Listed, Outcome};
use crate::report::{Lean, Report, SafeText};
use crate::words::Describe;

use super::super::assess::Case;
use super::super::directory::Directory;
use super::super::item::{Item, Sheet};
use super::super::open::{open, open_all};
use super::super::{documents, listing, several, survey};
use super::Books;

/// Why a file could not be read.
pub(super) type Trouble = Box<documents::Trouble>;

impl Directory {
    /// The report, and what the bytes of its file come to.
    pub(super) fn read(&self, path: &Path) -> Result<(Report, Sha256Sum), Trouble> {
        let (report, bytes) = open(&self.root, path, &*self.documents).map_err(Box::new)?;
        Ok((report, Sha256Sum::of(&bytes)))
    }

    /// All reports in a file, each with its path.
    pub(super) fn read_all(&self, path: &Path) -> Result<Vec<(PathBuf, Report, Sha256Sum)>, Trouble> {
        let (reports, bytes) = open_all(&self.root, path, &*self.documents, &|| true).map_err(Box::new)?;
        let sum = Sha256Sum::of(&bytes);
        Ok((1..).zip(reports).map(|(number, report)| (several::path_of(path, number), report, sum)).collect())
    }

    /// A file that is new, or another than before. What takes all reports together is not known of it.
    pub(super) fn arrived(&self, path: &Path, report: Result<(Report, Sha256Sum), Trouble>, books: &Books) -> Item {
        let batch = || Outcome { findings: Vec::new(), unchecked: survey::not_since(&self.basis) };
        let body = match report {
            // Its numbers are kept once, by the list and by the books.
            Ok((report, digest)) => {
                let lean = books.get(path).and_then(|known| known.lean.clone());
                Ok(self.sheet(report, lean, batch(), books).with_digest(Some(digest)))
            }
            Err(trouble) => Err(SafeText::line(&trouble.describe(self.words))),
        };
        Item { id: listing::id(&self.root, path), path: path.to_owned(), body }
    }

    /// A file that is as it was.
    pub(super) fn again(&self, path: &Path, (report, digest): (Report, Sha256Sum), books: &Books) -> Item {
        let sheet = self.sheet(report, None, Outcome::default(), books).with_digest(Some(digest));
        Item { id: listing::id(&self.root, path), path: path.to_owned(), body: Ok(sheet) }
    }

    fn sheet(&self, report: Report, lean: Option<Arc<Lean>>, batch: Outcome, books: &Books) -> Sheet {
        let before = books.before(&report.lean.head, self.basis.roster);
        // What others show is kept beside what it shows by itself.
        let case = Case { lean: &report.lean, before, batch: &Outcome::default(), basis: self.basis.clone() };
        let findings = Listed::all(&case.whole(&report).outcome.findings);
        Sheet::whole(lean.unwrap_or_else(|| Arc::new(report.lean)), findings, batch)
    }
}
