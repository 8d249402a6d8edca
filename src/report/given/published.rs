//! The reports as they were published, to be held against those that were submitted.

use std::collections::HashMap;

use crate::report::roster::{Roster, RosterEntry};
use crate::report::{Head, Report, SafeText};

/// The published reports, by agency.
#[derive(Debug, Default)]
pub(crate) struct Published {
    names: Roster,
    reports: HashMap<(SafeText, Vec<SafeText>), Vec<Report>>,
}

impl Published {
    /// Of these.
    #[must_use]
    pub(crate) fn of_reports(reports: Vec<Report>) -> Self {
        let mut published = Self::default();
        for report in reports {
            let agency = &report.lean.head.agency;
            let key = (agency.name.clone(), agency.region.to_vec());
            published.reports.entry(key).or_default().push(report);
        }
        let entry = |(name, region): &(SafeText, Vec<SafeText>)| RosterEntry {
            name: name.clone(),
            region: region.clone(),
            ..RosterEntry::default()
        };
        published.names = Roster::of(published.reports.keys().map(entry).collect());
        published
    }

    /// What was published of a submission; `None` where nothing was found, or several that it could be.
    #[must_use]
    pub(crate) fn of(&self, head: &Head) -> Option<&Report> {
        let agency = self.names.lookup(&head.agency.name, &head.agency.region)?;
        let reports = self.reports.get(&(agency.name.clone(), agency.region.clone()))?;
        let mut of_year = reports.iter().filter(|report| report.lean.head.year == head.year);
        of_year.next().filter(|_| of_year.next().is_none())
    }
}
