//! Where agencies stand in the roster.

use std::collections::HashMap;

use crate::report::roster::Roster;
use crate::report::{Agency, SafeText};

/// The place of each agency of a roster; whoever is not in it stands behind all of them.
pub(super) struct Positions<'a>(HashMap<(&'a SafeText, &'a [SafeText]), usize>);

impl<'a> Positions<'a> {
    pub(super) fn of(roster: Option<&'a Roster>) -> Self {
        let entries = roster.map_or(&[][..], Roster::entries);
        let places = (0..).zip(entries).map(|(place, entry)| ((&entry.name, &*entry.region), place));
        Self(places.collect())
    }

    /// Of an agency whose name is the roster's already; one without a region leaves that which the report gives.
    pub(super) fn of_agency(&self, agency: &Agency) -> usize {
        let known = self.0.get(&(&agency.name, &*agency.region)).or_else(|| self.0.get(&(&agency.name, &[][..])));
        known.copied().unwrap_or(usize::MAX)
    }
}
