//! Which reports the sums of each region are made of.

use std::sync::Arc;

use crate::check::region::{self, BatchReport, RegionUnits};
use crate::report::{Lean, SafeText};

use super::Batch;

/// A region in a year, with the reports that its sums are made of.
#[derive(Debug, Clone)]
pub(crate) struct RegionReports {
    pub(crate) region: Vec<SafeText>,
    pub(crate) year: u16,
    /// The report of its government.
    pub(crate) own: Option<UnitReport>,
    /// That of the government's office; one of the units.
    pub(crate) office: Option<UnitReport>,
    pub(crate) units: Vec<UnitReport>,
    /// They report upwards, and are in no sum.
    pub(crate) vertical: Vec<UnitReport>,
    /// The roster does not have them, and says who is in the sums.
    pub(crate) unlisted: Vec<UnitReport>,
    /// Who is expected and has not reported.
    pub(crate) missing: Vec<SafeText>,
    /// Is it known who is expected?
    pub(crate) by_roster: bool,
    /// Of how many units it is an assumption since or until when they report.
    pub(crate) assumed: usize,
    /// Regions below whose agencies have reported, and their government has not.
    pub(crate) unsummed: Vec<SafeText>,
}

/// A report that is added up.
#[derive(Debug, Clone)]
pub(crate) struct UnitReport {
    pub(crate) id: SafeText,
    pub(crate) lean: Arc<Lean>,
}

impl Batch<'_> {
    /// Every region that has something to add up, the newest year first.
    #[must_use]
    pub(crate) fn regions(&self) -> Vec<RegionReports> {
        let members = self.members.iter();
        let reports: Vec<BatchReport<'_>> =
            members.map(|member| BatchReport { id: &member.id, lean: &member.lean, stated: None }).collect();
        region::regions(&reports, &self.basis).into_iter().map(|units| self.region(units)).collect()
    }

    fn region(&self, found: RegionUnits) -> RegionReports {
        let one = |position: usize| {
            let member = self.members.get(position)?;
            Some(UnitReport { id: member.id.clone(), lean: Arc::clone(&member.lean) })
        };
        let all = |positions: Vec<usize>| positions.into_iter().filter_map(one).collect();
        RegionReports {
            own: found.own.and_then(one),
            office: found.office.and_then(one),
            units: all(found.members),
            vertical: all(found.vertical),
            unlisted: all(found.unlisted),
            region: found.region,
            year: found.year,
            missing: found.missing,
            by_roster: found.by_roster,
            assumed: found.assumed,
            unsummed: found.unsummed,
        }
    }
}
