//! A batch of reports being checked: its members, and what is said of them.

use std::collections::HashMap;

use crate::check::family::stated::{Look, Statements};
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::doubted::Whose;
use crate::check::finding::outcome::Outcome;
use crate::check::finding::{Finding, Unchecked, WhyUnchecked, spare};
use crate::check::profile::Profile;
use crate::check::rule::RuleId;
use crate::form::Cell;
use crate::report::{Head, Lean, SafeText};

#[derive(Debug, Clone, Copy)]
pub struct BatchReport<'a> {
    pub id: &'a SafeText,
    pub lean: &'a Lean,
    /// What its texts say, where they were read.
    pub stated: Option<&'a Statements>,
}

/// What checking a batch gives.
#[derive(Debug, Default)]
pub struct Regional {
    /// Findings about members, by their position in the batch.
    pub findings: Vec<(usize, Finding)>,
    /// Findings about agencies that have no report: who, for which year, and what.
    pub(crate) absent: Vec<(Head, Finding)>,
    /// What is to be said of members with their texts at hand ([`crate::check::check_look`]), by their position.
    pub(crate) looks: Vec<(usize, Look)>,
    /// What could not be checked about members, by their position.
    pub(crate) unchecked: Vec<(usize, Unchecked)>,
}

/// A batch being checked.
pub(super) struct Batch<'a> {
    pub(crate) members: &'a [BatchReport<'a>],
    pub(crate) profile: &'a Profile,
    pub(crate) result: Regional,
    /// Beside the report that counts for an agency and a year: the others, earlier versions and duplicates.
    pub(crate) others: HashMap<usize, Vec<usize>>,
}

impl<'a> Batch<'a> {
    /// The other reports of the same agency for the same year.
    pub(crate) fn others_of(&self, member: usize) -> impl Iterator<Item = usize> + '_ {
        self.others.get(&member).into_iter().flatten().copied()
    }

    pub(crate) fn lean(&self, member: usize) -> Option<&'a Lean> {
        self.members.get(member).map(|member| member.lean)
    }

    pub(crate) fn stated(&self, member: usize) -> Option<&'a Statements> {
        self.members.get(member).and_then(|member| member.stated)
    }

    pub(crate) fn id(&self, member: usize) -> &'a str {
        self.members.get(member).map_or("", |member| member.id.as_str())
    }

    pub(crate) fn name(&self, member: usize) -> &'a str {
        self.lean(member).map_or("", |lean| lean.head.agency.name.as_str())
    }

    /// A finding about a member.
    pub(crate) fn say(&mut self, member: usize, id: RuleId, case: &str, place: &str, say: Say) {
        let Some(lean) = self.lean(member) else { return };
        let mut found = Collector::new(&lean.head, self.profile);
        found.say(id, case, place, say);
        self.take(member, found.finish(lean.form));
    }

    /// What was found about a member.
    pub(crate) fn take(&mut self, member: usize, mut outcome: Outcome) {
        if let Some(lean) = self.lean(member) {
            spare::take_back(lean, &mut outcome);
        }
        self.result.findings.extend(outcome.findings.into_iter().map(|finding| (member, finding)));
        self.result.unchecked.extend(outcome.unchecked.into_iter().map(|entry| (member, entry)));
    }

    /// A finding rests on these cells of another member.
    pub(crate) fn resting(&self, say: Say, other: usize, cells: impl IntoIterator<Item = Cell>) -> Say {
        match self.lean(other) {
            Some(lean) => say.rests_on(Whose::Other(lean.head.agency.name.clone()), lean, cells),
            None => say,
        }
    }

    /// The same of these cells of two members of one form: the one that it is about, and the other.
    pub(crate) fn resting_on_both(&self, say: Say, member: usize, other: usize, cells: &[Cell]) -> Say {
        let say = match self.lean(member) {
            Some(lean) => say.rests_on(Whose::Own, lean, cells.iter().copied()),
            None => say,
        };
        self.resting(say, other, cells.iter().copied())
    }

    /// A finding about an agency that has no report.
    pub(crate) fn say_absent(&mut self, head: Head, id: RuleId, case: &str, say: Say) {
        let mut found = Collector::new(&head, self.profile);
        found.say(id, case, "report", say);
        let findings = found.outcome.findings;
        self.result.absent.extend(findings.into_iter().map(|finding| (head.clone(), finding)));
    }

    pub(crate) fn unchecked(&mut self, member: usize, id: RuleId, reason: WhyUnchecked) {
        let Some(lean) = self.lean(member) else { return };
        let mut found = Collector::new(&lean.head, self.profile);
        found.unchecked(id, reason);
        self.take(member, found.finish(lean.form));
    }
}
