//! Which report an act speaks of.

use crate::base::text::SafeText;

/// The report an act speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct ReportRef {
    /// The agency's name.
    pub agency: SafeText,
    /// Province, city, county: keeps apart agencies of the same name.
    pub region: Vec<SafeText>,
    /// The year reported on.
    pub year: u16,
    /// The report id: which file it was. Not part of the key, a resubmission is another file.
    pub id: SafeText,
    /// Of the document or file that was looked at, in hexadecimal.
    pub sha256: Option<SafeText>,
}

impl ReportRef {
    /// What is the same for every version of the report.
    #[must_use]
    pub(crate) fn key(&self) -> ReportKey {
        ReportKey { agency: self.agency.clone(), region: self.region.clone(), year: self.year }
    }
}

/// One agency's reporting for one year: what review state belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ReportKey {
    /// Province, city, county; empty where unknown.
    pub region: Vec<SafeText>,
    /// The agency's name.
    pub agency: SafeText,
    /// The year reported on.
    pub year: u16,
}
