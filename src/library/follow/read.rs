//! One file, read and checked as loading does it, with everything that can be said of one report.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::digest::Sha256Sum;
use crate::check::similar::Comparer;
use crate::check::{Digest, Facts, Listed, Outcome};
use crate::report::{Lean, Report, SafeText};
use crate::words::Describe;

use super::super::assess::{Case, NOTHING};
use super::super::directory::Directory;
use super::super::item::{Item, Sheet};
use super::super::open::{open, open_all};
use super::super::survey::{self, Drawn};
use super::super::{documents, listing, several};
use super::Books;

/// Why a file could not be read.
pub(super) type Trouble = Box<documents::Trouble>;

/// A file that was read, and what is kept of its texts.
pub(super) struct Arrived {
    pub(super) item: Item,
    pub(super) drawn: Option<Drawn>,
}

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

    /// A file that is new, or another than before. What others show of it is found later.
    pub(super) fn arrived(
        &self,
        path: &Path,
        report: Result<(Report, Sha256Sum), Trouble>,
        books: &Books,
        comparer: &Comparer<'_>,
    ) -> Arrived {
        let (body, drawn) = match report {
            Ok((report, digest)) => {
                let facts = Facts::of(&report, &self.basis);
                let (findings, drawn) = self.checked(&report.lean, &facts, books, |case| {
                    let Digest { sketch, stated, .. } = Digest::of(&facts, &case.tables(), comparer);
                    Drawn { sketch: Arc::new(sketch), stated, packed: None }
                });
                drop(facts);
                // Its numbers are kept once, by the list and by the books.
                let lean = books.get(path).and_then(|known| known.lean.clone());
                let lean = lean.unwrap_or_else(|| Arc::new(report.lean));
                let batch = Outcome { findings: Vec::new(), unchecked: survey::not_yet(&self.basis) };
                (Ok(Sheet::whole(lean, findings, batch).with_digest(Some(digest))), Some(drawn))
            }
            Err(trouble) => (Err(SafeText::line(&trouble.describe(self.words))), None),
        };
        Arrived { item: Item { id: listing::id(&self.root, path), path: path.to_owned(), body }, drawn }
    }

    /// A file that is as it was.
    pub(super) fn again(&self, path: &Path, (report, digest): (Report, Sha256Sum), books: &Books) -> Item {
        let (findings, ()) = self.checked(&report.lean, &Facts::of(&report, &self.basis), books, |_| ());
        let sheet = Sheet::whole(Arc::new(report.lean), findings, Outcome::default()).with_digest(Some(digest));
        Item { id: listing::id(&self.root, path), path: path.to_owned(), body: Ok(sheet) }
    }

    /// What a report shows by itself and against the year before, and what else is wanted of it.
    fn checked<T>(
        &self,
        lean: &Lean,
        facts: &Facts<'_>,
        books: &Books,
        wanted: impl FnOnce(&Case<'_>) -> T,
    ) -> (Vec<Listed>, T) {
        let before = books.before(&lean.head, self.basis.roster);
        // What others show is kept beside what it shows by itself.
        let case = Case { lean, before, batch: &NOTHING, basis: self.basis.clone() };
        (Listed::all(&case.whole(facts).outcome.findings), wanted(&case))
    }
}
