//! What a report is held against, as far as it is loaded.

use crate::check::Before;
use crate::library::Case;
use crate::report::Lean;

use super::{ItemId, Model};

impl Model {
    /// A report, and all that it is held against.
    #[must_use]
    pub(crate) fn case(&self, item: ItemId) -> Option<Case<'_>> {
        let sheet = self.library.sheet(item)?;
        Some(Case {
            lean: &sheet.lean,
            before: self.year_before(&sheet.lean),
            batch: &sheet.batch,
            basis: self.given.basis.clone(),
        })
    }

    /// What stands for the agency's report for the year before.
    #[must_use]
    pub(crate) fn year_before(&self, lean: &Lean) -> Before {
        self.library.before(&lean.head, self.given.basis.roster)
    }
}
