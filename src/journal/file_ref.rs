//! A file that could not be read, as acts speak of it: it is sent back, noted and given to somebody like a report, and is
//! known by its path instead of an agency.

use crate::base::text::SafeText;

use super::act::{ReportKey, ReportRef};

/// No report is of this year.
const NO_YEAR: u16 = 0;

impl ReportRef {
    /// A file that could not be read.
    #[must_use]
    pub(crate) fn of_file(id: &SafeText) -> Self {
        Self { agency: id.clone(), year: NO_YEAR, id: id.clone(), ..Self::default() }
    }

    /// The name of the agency, and the year of a report.
    #[must_use]
    pub(crate) fn name(&self) -> String {
        if self.key().is_file() { self.agency.to_string() } else { format!("{} {}", self.agency, self.year) }
    }
}

impl ReportKey {
    /// Is it a file that could not be read?
    #[must_use]
    pub(crate) fn is_file(&self) -> bool {
        self.year == NO_YEAR
    }
}
