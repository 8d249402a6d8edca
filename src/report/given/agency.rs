//! What is said of agencies, found by agency as in the roster: by full name, or without the regions before it, and never
//! where several could be meant.

use std::collections::HashMap;

use crate::report::roster::{Roster, RosterEntry};
use crate::report::{Agency, SafeText};

/// What is said of each agency.
#[derive(Debug, Clone)]
pub(super) struct ByAgency<T> {
    names: Roster,
    said: HashMap<Key, Vec<T>>,
}

/// Name and region.
type Key = (SafeText, Vec<SafeText>);

impl<T> Default for ByAgency<T> {
    fn default() -> Self {
        Self { names: Roster::default(), said: HashMap::new() }
    }
}

impl<T> FromIterator<(Key, T)> for ByAgency<T> {
    fn from_iter<I: IntoIterator<Item = (Key, T)>>(all: I) -> Self {
        let mut said: HashMap<Key, Vec<T>> = HashMap::new();
        for (agency, one) in all {
            said.entry(agency).or_default().push(one);
        }
        let entry =
            |(name, region): &Key| RosterEntry { name: name.clone(), region: region.clone(), ..RosterEntry::default() };
        Self { names: Roster::of(said.keys().map(entry).collect()), said }
    }
}

impl<T> ByAgency<T> {
    /// The only thing that is said of an agency and `fits`; of two nobody knows which counts.
    pub(super) fn only(&self, agency: &Agency, fits: impl Fn(&T) -> bool) -> Option<&T> {
        let known = self.names.lookup(&agency.name, &agency.region)?;
        let said = self.said.get(&(known.name.clone(), known.region.clone()))?;
        let mut fitting = said.iter().filter(|one| fits(one));
        fitting.next().filter(|_| fitting.next().is_none())
    }
}
