//! What a report is held against, as far as it is loaded.

use crate::check::{Basis, Before};
use crate::library::{Case, latest};
use crate::report::{Lean, SafeText};

use super::{ItemId, Model};

impl Model {
    /// A report, and all that it is held against.
    #[must_use]
    pub fn case(&self, item: ItemId) -> Option<Case<'_>> {
        let sheet = self.library.sheet(item)?;
        let basis = Basis::new(self.profile).with_roster(self.roster);
        Some(Case { lean: &sheet.lean, before: self.year_before(&sheet.lean), batch: &sheet.batch, basis })
    }

    /// What stands for the agency's report for the year before.
    #[must_use]
    pub fn year_before(&self, lean: &Lean) -> Before {
        let region = &lean.head.agency.region;
        let find = |name: &SafeText, year: u16| {
            let all = self.library.reports_of(region, name, year);
            latest(all.filter_map(|item| self.library.sheet(item)).map(|sheet| &sheet.lean)).cloned()
        };
        Before::of(&lean.head, self.roster, &find)
    }
}
