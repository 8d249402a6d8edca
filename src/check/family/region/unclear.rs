//! Reports whose names fit several agencies of the roster: that is said, and none of them is given such a report.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::check::finding::collect::Say;
use crate::check::rule::id;
use crate::report::SafeText;
use crate::report::roster::{Roster, RosterEntry};

use super::batch::{Batch, BatchReport};
use super::units::Index;

/// So many of the agencies are named.
const NAMED: usize = 5;

/// Which reports fit several agencies of the roster.
#[derive(Debug, Default)]
pub(super) struct Unclear {
    /// The agencies, by their positions in the roster, that the name of a report fits as well.
    fits: BTreeMap<usize, Vec<usize>>,
    /// Whose a report is although others go by its name: by name and region.
    owners: HashMap<usize, (SafeText, Vec<SafeText>)>,
    /// The reports that may be an agency's for a year.
    reports: HashMap<(usize, u16), Vec<usize>>,
}

impl Unclear {
    pub(crate) fn of(members: &[BatchReport<'_>], current: &[usize], roster: &Roster) -> Self {
        let mut found = Self::default();
        for &member in current {
            let Some(head) = members.get(member).map(|member| &member.lean.head) else { continue };
            // One that another has taken over from is known, though it is not on the roster.
            if roster.successors(&head.agency.name, &head.agency.region).next().is_some() {
                continue;
            }
            let fits = roster.fitting(&head.agency.name, &head.agency.region);
            if fits.is_empty() || fits.len() == 1 && !roster.is_shared(&head.agency.name) {
                continue;
            }
            let entries = fits.iter().filter_map(|at| Some((*at, roster.entries().get(*at)?)));
            let there: Vec<(usize, &RosterEntry)> = entries.filter(|(_, entry)| was_there(entry, head.year)).collect();
            let of_name = there.iter().filter(|(_, entry)| entry.name == head.agency.name).collect::<Vec<_>>();
            match (there.as_slice(), of_name.as_slice()) {
                // One has that very name, or is the only one that there was in that year.
                ([(_, only)], _) | (_, [(_, only)]) => {
                    found.owners.insert(member, (only.name.clone(), only.region.clone()));
                }
                ([], _) => {}
                _ => found.add(member, head.year, there.iter().map(|(at, _)| *at).collect()),
            }
        }
        found
    }

    fn add(&mut self, member: usize, year: u16, fits: Vec<usize>) {
        for &at in &fits {
            self.reports.entry((at, year)).or_default().push(member);
        }
        self.fits.insert(member, fits);
    }

    /// May a report be given to this agency?
    pub(crate) fn allows(&self, member: usize, entry: &RosterEntry) -> bool {
        match self.owners.get(&member) {
            // A roster of names says nothing of where: that was found out since.
            Some((name, region)) => *name == entry.name && (region.is_empty() || *region == entry.region),
            None => !self.is(member),
        }
    }

    /// Does nobody know whose it is?
    pub(crate) fn is(&self, member: usize) -> bool {
        self.fits.contains_key(&member)
    }

    /// A report that may be the one of the agency at this position.
    pub(crate) fn report_of(&self, position: usize, year: u16) -> Option<usize> {
        self.reports.get(&(position, year))?.first().copied()
    }

    /// Of agencies that have no report of their own those that reports may be of which fit no other agencies: as many of them
    /// have reported. The reports, and who is still missing.
    pub(crate) fn settle(&self, without: &[(usize, SafeText)], year: u16) -> (Vec<usize>, Vec<SafeText>) {
        let names: BTreeMap<usize, &SafeText> = without.iter().map(|(position, name)| (*position, name)).collect();
        let reports = names.keys().filter_map(|position| self.reports.get(&(*position, year))).flatten();
        let mut groups: BTreeMap<&[usize], BTreeSet<usize>> = BTreeMap::new();
        for report in reports {
            let Some(fits) = self.fits.get(report) else { continue };
            if fits.iter().all(|position| names.contains_key(position)) {
                groups.entry(fits).or_default().insert(*report);
            }
        }
        let (mut there, mut one_of, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (fits, reports) in groups {
            if fits.iter().any(|position| seen.contains(position)) {
                continue;
            }
            seen.extend(fits.iter().copied());
            let all: Vec<&str> = fits.iter().filter_map(|position| Some(names.get(position)?.as_str())).collect();
            let still = std::iter::repeat_n(SafeText::line(&all.join("／")), fits.len().saturating_sub(reports.len()));
            one_of.extend(still);
            there.extend(reports);
        }
        let own = names.iter().filter(|(position, _)| !seen.contains(position)).map(|(_, name)| (*name).clone());
        (there, own.chain(one_of).collect())
    }

    /// DOC-10: names which agencies a report may be of.
    pub(crate) fn say(&self, index: &Index, batch: &mut Batch<'_>) {
        for (&member, fits) in &self.fits {
            let names = fits.iter().filter_map(|at| Some(index.due.get(*at)?.entry.name.as_str()));
            let shown: Vec<&str> = names.take(NAMED).collect();
            let dots = if fits.len() > NAMED { "…" } else { "" };
            let say = Say::default().with("agency", batch.name(member)).with("count", fits.len());
            let say = say.with("names", format!("{}{dots}", shown.join("、")));
            batch.say(member, id::DOC_10, "several", "several", say);
        }
    }
}

/// Was an agency there in a year, as far as the roster says?
fn was_there(entry: &RosterEntry, year: u16) -> bool {
    entry.from.is_none_or(|from| from <= year) && entry.until.is_none_or(|until| year <= until)
}
