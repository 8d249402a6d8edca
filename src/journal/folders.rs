//! Agencies of one name that say no region: which of them was meant is told by the folder of the file that was looked at.

use std::collections::HashMap;

use super::act::ReportRef;
use super::replay::ReportState;

/// What was written about the files of each folder.
#[derive(Debug, Default)]
pub(super) struct Folders {
    states: Vec<ReportState>,
    /// By the place of what was written about all of them.
    by_report: HashMap<usize, Vec<(Box<str>, usize)>>,
}

impl Folders {
    /// The place of what an act on this report is about; none where a region tells.
    pub(super) fn place(&mut self, all: usize, report: &ReportRef) -> Option<usize> {
        if !report.region.is_empty() {
            return None;
        }
        let folder = folder_of(&report.id);
        let known = self.by_report.entry(all).or_default();
        if let Some((_, place)) = known.iter().find(|(name, _)| **name == *folder) {
            return Some(*place);
        }
        let place = self.states.len();
        known.push((folder.into(), place));
        self.states.push(ReportState { key: report.key(), ..ReportState::default() });
        Some(place)
    }

    pub(super) fn get_mut(&mut self, place: usize) -> Option<&mut ReportState> {
        self.states.get_mut(place)
    }

    pub(super) fn find(&self, all: usize, folder: &str) -> Option<&ReportState> {
        let (_, place) = self.by_report.get(&all)?.iter().find(|(name, _)| **name == *folder)?;
        self.states.get(*place)
    }
}

/// The folder of a report, by its id.
#[must_use]
pub(crate) fn folder_of(id: &str) -> &str {
    id.rsplit_once('/').map_or("", |(folder, _)| folder)
}
