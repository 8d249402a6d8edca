//! What the lines of a roster say of each other: parents, predecessors, names. What cannot be is named and not used.

use std::collections::HashMap;

use crate::report::SafeText;
use crate::report::list::{ListError, ListErrorKind, RosterDoubt, error};

use super::column::Column;
use super::names::normal;
use super::namesakes::Namesakes;
use super::read::Placed;
use super::{Roster, RosterEntry};

/// So many more names are shown of many.
const SHOWN: usize = 4;

/// The number of a column.
type Number<'a> = &'a dyn Fn(Column) -> u32;

/// The roster of these agencies; `column` has the number of each column.
pub(super) fn roster(placed: Vec<Placed>, column: Number<'_>, notes: Vec<ListError>) -> Roster {
    let (lines, entries): (Vec<u32>, Vec<RosterEntry>) = placed.into_iter().unzip();
    let mut sound = Sound { roster: Roster::of(entries), lines, column, notes, found: HashMap::new() };
    sound.shared();
    sound.parents();
    sound.predecessors();
    Roster { notes: sound.notes, ..sound.roster }
}

struct Sound<'a> {
    roster: Roster,
    /// Of each agency.
    lines: Vec<u32>,
    column: Number<'a>,
    notes: Vec<ListError>,
    /// What was looked up, by name and region.
    found: HashMap<(SafeText, Vec<SafeText>), Option<usize>>,
}

impl Sound<'_> {
    fn line(&self, at: usize) -> u32 {
        self.lines.get(at).copied().unwrap_or_default()
    }

    fn doubt(&mut self, at: usize, column: Column, doubt: RosterDoubt) {
        self.notes.push(error(ListErrorKind::RosterDoubt(doubt), self.line(at), (self.column)(column)));
    }

    fn find(&mut self, name: &SafeText, region: &[SafeText]) -> Option<usize> {
        let key = (name.clone(), region.to_vec());
        if let Some(known) = self.found.get(&key) {
            return *known;
        }
        let found = match self.roster.fitting(name, region).as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        self.found.insert(key, found);
        found
    }

    /// Names of several agencies in one region: which of them is meant nobody can tell.
    fn shared(&mut self) {
        let mut doubts = Vec::new();
        for positions in self.roster.by_name.values().map(Namesakes::all).filter(|all| all.len() > 1) {
            let mut first: HashMap<&[SafeText], usize> = HashMap::new();
            for &at in positions {
                let Some(entry) = self.roster.entries.get(at) else { continue };
                match first.get(&*entry.region) {
                    Some(other) => doubts.extend(self.doubt_of_name(at, *other)),
                    None => _ = first.insert(&entry.region, at),
                }
            }
        }
        for (at, column, doubt) in doubts {
            self.doubt(at, column, doubt);
        }
    }

    /// The name by which the agency is the other one too.
    fn doubt_of_name(&self, at: usize, other: usize) -> Option<(usize, Column, RosterDoubt)> {
        let (entry, known) = (self.roster.entries.get(at)?, self.roster.entries.get(other)?);
        let names: Vec<String> = std::iter::once(&known.name).chain(&known.aliases).map(|name| normal(name)).collect();
        let is_known = |name: &&SafeText| names.contains(&normal(name));
        let line = self.line(other);
        if is_known(&&entry.name) {
            return Some((at, Column::Name, RosterDoubt::Shared(entry.name.clone(), line)));
        }
        let alias = entry.aliases.iter().find(is_known)?;
        Some((at, Column::Aliases, RosterDoubt::Shared(alias.clone(), line)))
    }

    fn parents(&mut self) {
        let mut above: Vec<Vec<usize>> = Vec::new();
        let mut unknown = Unknown::default();
        for at in 0..self.lines.len() {
            let entry = self.roster.entries.get(at);
            let named = entry.and_then(|entry| Some((entry.parent.clone()?, entry.region.clone())));
            let parent = named.and_then(|(parent, region)| {
                let found = self.find(&parent, &region);
                if found.is_none() {
                    unknown.add(parent, at);
                }
                found
            });
            above.push(parent.into_iter().collect());
        }
        for at in on_rings(&above) {
            let Some(parent) = self.roster.entries.get_mut(at).and_then(|entry| entry.parent.take()) else { continue };
            self.doubt(at, Column::Parent, RosterDoubt::ParentRing(parent));
        }
        for (name, at, more) in unknown.all {
            self.doubt(at, Column::Parent, RosterDoubt::NoParent(name, more));
        }
    }

    fn predecessors(&mut self) {
        let mut before: Vec<Vec<usize>> = Vec::new();
        let mut unknown = Unknown::default();
        for at in 0..self.lines.len() {
            let Some(entry) = self.roster.entries.get_mut(at) else { continue };
            let own = normal(&entry.name);
            let (count, region) = (entry.predecessors.len(), entry.region.clone());
            entry.predecessors.retain(|name| normal(name) != own);
            let (names, is_own) = (entry.predecessors.clone(), entry.predecessors.len() < count);
            if is_own {
                self.doubt(at, Column::Predecessors, RosterDoubt::OwnPredecessor);
            }
            let mut known = Vec::new();
            for name in names {
                match self.find(&name, &region) {
                    Some(found) if found == at => {}
                    Some(found) => known.push(found),
                    None => unknown.add(name, at),
                }
            }
            before.push(known);
        }
        let ring = on_rings(&before);
        for &at in &ring {
            let Some(entry) = self.roster.entries.get(at) else { continue };
            let (names, region) = (entry.predecessors.clone(), entry.region.clone());
            for name in names {
                let is_in_ring = self.find(&name, &region).is_some_and(|found| ring.binary_search(&found).is_ok());
                if is_in_ring {
                    self.forget(at, &name);
                    self.doubt(at, Column::Predecessors, RosterDoubt::PredecessorRing(name));
                }
            }
        }
        // Whoever was merged has often left the roster: that is said once for all.
        if let Some((first, at, _)) = unknown.all.first() {
            let names = unknown.all.iter().skip(1).take(SHOWN).map(|(name, ..)| name.clone());
            let names = std::iter::once(first.clone()).chain(names).collect();
            self.doubt(*at, Column::Predecessors, RosterDoubt::NoPredecessors(names, unknown.all.len()));
        }
        self.roster.index_predecessors();
    }

    fn forget(&mut self, at: usize, name: &SafeText) {
        if let Some(entry) = self.roster.entries.get_mut(at) {
            entry.predecessors.retain(|known| known != name);
        }
    }
}

/// Names that the roster does not have: where each stands first, and on how many more lines.
#[derive(Default)]
struct Unknown {
    all: Vec<(SafeText, usize, usize)>,
    places: HashMap<SafeText, usize>,
}

impl Unknown {
    fn add(&mut self, name: SafeText, at: usize) {
        let place = *self.places.entry(name.clone()).or_insert(self.all.len());
        match self.all.get_mut(place) {
            Some((_, _, more)) => *more += 1,
            None => self.all.push((name, at, 0)),
        }
    }
}

/// Those on a ring of arrows, and between two rings, in order: what is left where whoever has no arrow to it, or none from
/// it, is taken away again and again.
fn on_rings(arrows: &[Vec<usize>]) -> Vec<usize> {
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); arrows.len()];
    for (from, all) in arrows.iter().enumerate() {
        for &to in all {
            if let Some(back) = back.get_mut(to) {
                back.push(from);
            }
        }
    }
    let mut is_left = vec![true; arrows.len()];
    for (one, other) in [(arrows, &*back), (&*back, arrows)] {
        let left_to = |node: usize, is_left: &[bool]| {
            let all = one.get(node).into_iter().flatten();
            all.filter(|to| is_left.get(**to).copied().unwrap_or_default()).count()
        };
        let mut counts: Vec<usize> = (0..one.len()).map(|node| left_to(node, &is_left)).collect();
        let mut ends: Vec<usize> =
            counts.iter().enumerate().filter(|(_, count)| **count == 0).map(|(node, _)| node).collect();
        while let Some(node) = ends.pop() {
            match is_left.get_mut(node) {
                Some(left) if *left => *left = false,
                _ => continue,
            }
            for &before in other.get(node).into_iter().flatten() {
                let Some(count) = counts.get_mut(before) else { continue };
                *count = count.saturating_sub(1);
                if *count == 0 {
                    ends.push(before);
                }
            }
        }
    }
    is_left.iter().enumerate().filter(|(_, left)| **left).map(|(node, _)| node).collect()
}

#[cfg(test)]
mod tests {
    use super::on_rings;

    #[test]
    fn only_what_is_on_a_ring_is_left() {
        assert_eq!(on_rings(&[vec![1], vec![2], vec![]]), [0; 0]);
        assert_eq!(on_rings(&[vec![1], vec![2], vec![1], vec![0]]), [1, 2]);
        assert_eq!(on_rings(&[vec![0]]), [0]);
        assert_eq!(on_rings(&[vec![1, 2], vec![], vec![0, 1]]), [0, 2]);
        assert_eq!(on_rings(&[]), [0; 0]);
    }
}
