//! One file, and its report as the list needs it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::base::digest::Sha256Sum;
use crate::check::{FindingCounts, Listed, Outcome};
use crate::report::{Lean, SafeText};

/// The number of an item in the library.
pub(crate) type ItemId = u32;

#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) id: SafeText,
    pub(crate) path: PathBuf,
    /// The report, or in words why it cannot be read.
    pub(crate) body: Result<Sheet, SafeText>,
}

/// A report as the list needs it.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) lean: Arc<Lean>,
    /// What the bytes of its file came to when it was read, as soon as that is known.
    pub(crate) digest: Option<Sha256Sum>,
    /// How many findings it has, as far as it is checked.
    pub(crate) counts: FindingCounts,
    /// Its findings, as far as it is checked.
    pub(crate) findings: Vec<Listed>,
    /// Have its texts been checked too?
    pub(crate) texts_checked: bool,
    /// What was found by looking at other reports too.
    pub(crate) batch: Outcome,
}

impl Sheet {
    /// A report with everything that checking it gave, its texts included.
    #[must_use]
    pub(crate) fn whole(lean: Arc<Lean>, findings: Vec<Listed>, batch: Outcome) -> Self {
        let counts = FindingCounts::of_listed(&findings);
        Self { lean, digest: None, counts, findings, texts_checked: true, batch }
    }

    /// A report with what checking its tables gave.
    #[must_use]
    pub(crate) fn new(lean: Lean, findings: Vec<Listed>) -> Self {
        let counts = FindingCounts::of_listed(&findings);
        Self { lean: Arc::new(lean), digest: None, counts, findings, texts_checked: false, batch: Outcome::default() }
    }

    /// The same, read from these bytes.
    #[must_use]
    pub(crate) fn with_digest(self, digest: Option<Sha256Sum>) -> Self {
        Self { digest, ..self }
    }

    /// What other reports showed of it, when it was checked last, is still so.
    pub(crate) fn keep(&mut self, batch: &Outcome) {
        self.findings.extend(Listed::all(&batch.findings));
        self.counts = FindingCounts::of_listed(&self.findings);
        self.batch = batch.clone();
    }

    /// All were compared again: this is what others show of it now. Is it another thing than before?
    pub(super) fn renew(&mut self, batch: Outcome) -> bool {
        let is_same = |one: &Outcome, other: &Outcome| {
            // Found by several threads, in any order.
            one.findings.len() == other.findings.len()
                && one.unchecked.len() == other.unchecked.len()
                && one.findings.iter().all(|finding| other.findings.contains(finding))
                && one.unchecked.iter().all(|entry| other.unchecked.contains(entry))
        };
        if is_same(&self.batch, &batch) {
            return false;
        }
        for earlier in Listed::all(&self.batch.findings) {
            // Another with the same name may have been found in the report itself.
            if let Some(at) = self.findings.iter().rposition(|known| *known == earlier) {
                self.findings.remove(at);
            }
        }
        self.keep(&batch);
        true
    }

    pub(super) fn add(&mut self, mut findings: Vec<Listed>, batch: Outcome) {
        self.findings.append(&mut findings);
        self.counts = FindingCounts::of_listed(&self.findings);
        self.texts_checked = true;
        self.batch.append(batch);
    }
}

impl Item {
    /// The report, if it could be read.
    #[must_use]
    pub(crate) fn sheet(&self) -> Option<&Sheet> {
        self.body.as_ref().ok()
    }

    /// The agency's name; the id where there is no report.
    #[must_use]
    pub(crate) fn name(&self) -> &SafeText {
        self.sheet().map_or(&self.id, |sheet| &sheet.lean.head.agency.name)
    }

    /// The year reported on; 0 where there is no report.
    #[must_use]
    pub(crate) fn year(&self) -> u16 {
        self.sheet().map_or(0, |sheet| sheet.lean.head.year)
    }
}
