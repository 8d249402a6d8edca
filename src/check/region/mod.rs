//! Several agencies: who is there twice or not at all, and whether a summary is the sum of its units (R, DOC-09, DOC-10).
//!
//! Owns: what takes a whole batch to see. Cost grows with the number of reports: everything is found in hash maps.

mod absent;
mod duplicates;
mod peers;
mod sums;
mod units;

use crate::check::rule::{RuleId, id};
use crate::form::Cell;
use crate::report::{Head, Lean, SafeText};

use super::collect::{Collector, Say};
use super::doubted::Whose;
use super::finding::{Finding, Reason, Unchecked};
use super::profile::Profile;
use super::rule::Need;
use super::told::{Look, Told};
use super::{Basis, Outcome, own};

pub use crate::report::roster::{Entry, Roster};
pub use peers::median;
pub use units::kind;

/// One report of a batch.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// The report id.
    pub id: &'a SafeText,
    /// Head and cells.
    pub lean: &'a Lean,
    /// What its texts say, where they were read.
    pub told: Option<&'a Told>,
}

/// What checking a batch gives.
#[derive(Debug, Default)]
pub struct Regional {
    /// Findings about members, by their position in the batch.
    pub findings: Vec<(usize, Finding)>,
    /// Findings about agencies that have no report: who, for which year, and what.
    pub absent: Vec<(Head, Finding)>,
    /// What is to be said of members with their texts at hand ([`super::check_look`]), by their position.
    pub looks: Vec<(usize, Look)>,
    /// What could not be checked about members, by their position.
    pub unchecked: Vec<(usize, Unchecked)>,
    /// What could not be checked at all.
    pub batch_unchecked: Vec<Unchecked>,
}

/// Applies the rules that take several agencies. The same members give the same findings in the same order.
#[must_use]
pub fn check_region(members: &[Member<'_>], roster: Option<&Roster>, basis: &Basis<'_>) -> Regional {
    let mut batch = Batch { members, profile: basis.profile, result: Regional::default() };
    duplicates::submissions(&mut batch);
    let current = units::current(members);
    duplicates::tables(&current, &mut batch);
    let index = units::Index::new(members, &current, roster);
    match roster {
        Some(roster) => absent::check(&current, &index, roster, &mut batch),
        None => batch.unchecked_at_all(id::DOC_10, Reason::Needs(Need::Roster)),
    }
    for &summary in &index.summaries {
        sums::check(summary, &index, roster, &mut batch);
    }
    peers::check(&current, roster, &mut batch);
    batch.result.findings.sort_by_key(|(member, _)| *member);
    batch.result
}

/// A batch being checked.
struct Batch<'a> {
    members: &'a [Member<'a>],
    profile: &'a Profile,
    result: Regional,
}

impl<'a> Batch<'a> {
    fn lean(&self, member: usize) -> Option<&'a Lean> {
        self.members.get(member).map(|member| member.lean)
    }

    fn told(&self, member: usize) -> Option<&'a Told> {
        self.members.get(member).and_then(|member| member.told)
    }

    fn id(&self, member: usize) -> &'a str {
        self.members.get(member).map_or("", |member| member.id.as_str())
    }

    fn name(&self, member: usize) -> &'a str {
        self.lean(member).map_or("", |lean| lean.head.agency.name.as_str())
    }

    /// A finding about a member.
    fn say(&mut self, member: usize, id: RuleId, case: &str, place: &str, say: Say) {
        let Some(lean) = self.lean(member) else { return };
        let mut found = Collector::new(&lean.head, self.profile);
        found.say(id, case, place, say);
        self.take(member, found.finish(lean.form));
    }

    /// What was found about a member.
    fn take(&mut self, member: usize, mut outcome: Outcome) {
        if let Some(lean) = self.lean(member) {
            own::take_back(lean, &mut outcome);
        }
        self.result.findings.extend(outcome.findings.into_iter().map(|finding| (member, finding)));
        self.result.unchecked.extend(outcome.unchecked.into_iter().map(|entry| (member, entry)));
    }

    /// A finding rests on these cells of another member.
    fn resting(&self, say: Say, other: usize, cells: impl IntoIterator<Item = Cell>) -> Say {
        match self.lean(other) {
            Some(lean) => say.rests_on(Whose::Other(lean.head.agency.name.clone()), lean, cells),
            None => say,
        }
    }

    /// The same of these cells of two members of one form: the one that it is about, and the other.
    fn resting_on_both(&self, say: Say, member: usize, other: usize, cells: &[Cell]) -> Say {
        let say = match self.lean(member) {
            Some(lean) => say.rests_on(Whose::Own, lean, cells.iter().copied()),
            None => say,
        };
        self.resting(say, other, cells.iter().copied())
    }

    /// A finding about an agency that has no report.
    fn say_absent(&mut self, head: Head, id: RuleId, case: &str, say: Say) {
        let mut found = Collector::new(&head, self.profile);
        found.say(id, case, "report", say);
        let findings = found.outcome.findings;
        self.result.absent.extend(findings.into_iter().map(|finding| (head.clone(), finding)));
    }

    fn unchecked(&mut self, member: usize, id: RuleId, reason: Reason) {
        let Some(lean) = self.lean(member) else { return };
        let mut found = Collector::new(&lean.head, self.profile);
        found.unchecked(id, reason);
        self.take(member, found.finish(lean.form));
    }

    fn unchecked_at_all(&mut self, id: RuleId, reason: Reason) {
        let head = Head { agency: crate::report::Agency::default(), year: 0, version: None };
        let mut found = Collector::new(&head, self.profile);
        found.unchecked(id, reason);
        self.result.batch_unchecked.append(&mut found.outcome.unchecked);
    }
}

#[cfg(test)]
mod tests;
