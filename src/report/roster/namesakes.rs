//! The agencies of one name: by the places of their regions too, where they are many.

use std::collections::HashMap;

use super::entry::RosterEntry;
use super::names::{normal, parts};
use crate::report::{SafeText, places};

/// So many of one name are looked through one by one.
const FEW: usize = 16;

/// The positions of agencies that share a name, or the end of one.
#[derive(Debug, Clone, Default)]
pub(super) struct Namesakes {
    all: Vec<usize>,
    /// The same by each part of their regions, once there are many; below an empty name those without a region.
    by_place: HashMap<String, Vec<usize>>,
}

impl Namesakes {
    /// Adds the agency at this position, behind those of `entries`.
    pub(crate) fn add(&mut self, at: usize, entry: &RosterEntry, entries: &[RosterEntry]) {
        if self.all.last() == Some(&at) {
            return;
        }
        self.all.push(at);
        if self.all.len() == FEW + 1 {
            for &known in &self.all {
                let known = (known, entries.get(known).unwrap_or(entry));
                place(&mut self.by_place, known);
            }
        } else if self.all.len() > FEW {
            place(&mut self.by_place, (at, entry));
        }
    }

    /// Those that may be where one of these places is, and those that are nowhere; all of them where they are few.
    pub(crate) fn near<'a>(&'a self, keys: impl Iterator<Item = &'a str>) -> Vec<usize> {
        if self.by_place.is_empty() {
            return self.all.clone();
        }
        let found = keys.chain([""]).filter_map(|key| self.by_place.get(key)).flatten().copied();
        let mut found: Vec<usize> = found.collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(crate) fn all(&self) -> &[usize] {
        &self.all
    }
}

fn place(by_place: &mut HashMap<String, Vec<usize>>, (at, entry): (usize, &RosterEntry)) {
    let mut keys: Vec<String> = keys(&parts(&entry.region)).collect();
    if keys.is_empty() {
        keys.push(String::new());
    }
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        by_place.entry(key).or_default().push(at);
    }
}

/// The parts of a region, with those that it leaves out.
pub(super) fn keys(region: &[SafeText]) -> impl Iterator<Item = String> {
    let more = places::whole(region).unwrap_or_default();
    region.iter().map(|part| normal(part)).chain(more.into_iter().map(normal)).filter(|key| !key.is_empty())
}
