//! All reports of a directory, checked together: each one whole, each against the year before, and against each other.
//!
//! Loading gives the numbers; here the texts are read too, one after the other, and what is found is handed on at once.
//! The caller says how a report is opened: this module reads no file.

mod copies;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::report::{Head, Lean, Report, SafeText};

use crate::check::region::{self, Regional};
use crate::check::similar::{Comparer, Packed, Sketch};
use crate::check::{
    Basis, Digest, Facts, Finding, Need, Outcome, Rule, Statements, Unchecked, WhyUnchecked, check_look, check_text,
    id, rules,
};

use super::agencies::{Agencies, Shelf};
use super::assess::{Case, NOTHING};

/// One report of the batch.
#[derive(Debug, Clone)]
pub struct Member {
    pub id: SafeText,
    pub lean: Arc<Lean>,
    /// What is kept of its texts, where they were checked when they were read: they are not opened again.
    pub digest: Option<Box<Digest>>,
}

/// Opens the report of a member, by its position; `None` if it cannot be read any more.
pub(crate) type OpenMember<'a> = dyn Fn(usize) -> Option<Report> + Sync + 'a;

/// Something was found out about a member.
#[derive(Debug, Clone)]
pub struct Found {
    /// The position of the member.
    pub(crate) member: usize,
    /// What a part of the checks gave.
    pub(crate) outcome: Outcome,
    /// Does it take other reports than this one and the one for the year before to find it out again?
    pub(crate) of_the_batch: bool,
}

/// So many reports are read before what was found in them is handed on.
const GROUP: usize = 64;

/// The batch while it is checked.
pub(super) struct Survey<'a> {
    pub(super) members: &'a [Member],
    pub(super) open: &'a OpenMember<'a>,
    pub(super) basis: &'a Basis<'a>,
    pub(super) comparer: &'a Comparer<'a>,
    pub(super) cancel: &'a AtomicBool,
    /// Is called from several threads.
    pub(super) sink: &'a (dyn Fn(Vec<Found>) + Sync),
}

/// What is kept of a member's texts to hold them against those of others.
#[derive(Clone)]
pub(super) struct Drawn {
    pub(super) sketch: Arc<Sketch>,
    pub(super) stated: Statements,
    /// What is compared, where it is kept: else the report is opened again.
    pub(super) packed: Option<Packed>,
}

impl Drawn {
    /// What is kept for the next time: texts to compare are read again.
    fn without_texts(&self) -> Self {
        Self { sketch: Arc::clone(&self.sketch), stated: self.stated, packed: None }
    }
}

/// Checks the texts of all members, each against the year before, and all against each other: all that [`Case::tables`]
/// does not. `sink` is called from several threads, and may be told of a member several times: the outcomes add up. What
/// comes back is who sent nothing, for which year, and what is found about it.
pub fn survey(
    members: &[Member],
    open: &OpenMember<'_>,
    basis: &Basis<'_>,
    cancel: &AtomicBool,
    sink: &(dyn Fn(Vec<Found>) + Sync),
) -> Vec<(Head, Finding)> {
    survey_first(members, open, basis, cancel, sink).0
}

/// The same for whoever compares them again when one has changed; with what is kept of the members' texts for that.
pub(super) fn survey_first(
    members: &[Member],
    open: &OpenMember<'_>,
    basis: &Basis<'_>,
    cancel: &AtomicBool,
    sink: &(dyn Fn(Vec<Found>) + Sync),
) -> (Vec<(Head, Finding)>, Vec<Option<Drawn>>) {
    let survey = Survey { members, open, basis, comparer: &Comparer::new(basis), cancel, sink };
    let agencies = agencies(members);
    let drawn = survey.one_by_one(&agencies);
    let kept = drawn.iter().map(|drawn| drawn.as_ref().map(Drawn::without_texts)).collect();
    (survey.together(&agencies, drawn), kept)
}

/// What takes all members together, once more: some are others than before.
pub(super) fn survey_again(
    members: &[Member],
    drawn: Vec<Option<Drawn>>,
    open: &OpenMember<'_>,
    basis: &Basis<'_>,
    cancel: &AtomicBool,
    sink: &(dyn Fn(Vec<Found>) + Sync),
) -> Vec<(Head, Finding)> {
    let survey = Survey { members, open, basis, comparer: &Comparer::new(basis), cancel, sink };
    survey.together(&agencies(members), drawn)
}

fn agencies(members: &[Member]) -> Agencies {
    Agencies::of(members.iter().map(|member| &member.lean.head))
}

impl Survey<'_> {
    fn cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// What takes all reports together; of a member whose texts are not known nothing is drawn.
    pub(super) fn together(&self, agencies: &Agencies, drawn: Vec<Option<Drawn>>) -> Vec<(Head, Finding)> {
        let stated: Vec<Option<Statements>> = drawn.iter().map(|drawn| Some(drawn.as_ref()?.stated)).collect();
        self.copies(drawn);
        self.unchecked(agencies);
        self.region(&stated)
    }

    /// Each report by itself, and against the year before; what is kept of its texts.
    fn one_by_one(&self, agencies: &Agencies) -> Vec<Option<Drawn>> {
        let drawn_of_all = Mutex::new(self.members.iter().map(|_| None).collect::<Vec<Option<Drawn>>>());
        self.members.par_chunks(GROUP).enumerate().for_each(|(group, chunk)| {
            let mut found = Vec::with_capacity(chunk.len());
            let mut drawn = Vec::with_capacity(chunk.len());
            for (position, member) in (group * GROUP..).zip(chunk) {
                if self.cancelled() {
                    return;
                }
                let before = agencies.before(&member.lean.head, self.basis.roster, self.members);
                let case = Case { lean: &member.lean, before, batch: &NOTHING, basis: self.basis.clone() };
                let (mut outcome, digest) = self.text_of(position, member, &case);
                outcome.append(case.years());
                found.push(Found { member: position, outcome, of_the_batch: false });
                drawn.push((position, digest));
            }
            if let Ok(mut of_all) = drawn_of_all.lock() {
                for (position, digest) in drawn {
                    if let (Some(place), Some(digest)) = (of_all.get_mut(position), digest) {
                        let (sketch, stated) = (Arc::new(digest.sketch), digest.stated);
                        *place = Some(Drawn { sketch, stated, packed: None });
                    }
                }
            }
            (self.sink)(found);
        });
        drawn_of_all.into_inner().unwrap_or_default()
    }

    /// What the text adds; the texts of a report that has its digest are checked, except against last year's numbers,
    /// and against the doubts of its reading.
    fn text_of(&self, position: usize, member: &Member, case: &Case<'_>) -> (Outcome, Option<Digest>) {
        let digest = member.digest.as_deref().cloned();
        let tables = case.tables();
        if let Some(told) = digest.as_ref().and_then(|digest| case.texts_told(&digest.told, &tables)) {
            return (told.outcome, digest);
        }
        let Some(report) = (self.open)(position) else {
            // Gone since it was loaded: its numbers are known.
            return (Outcome::default(), digest);
        };
        let facts = Facts::of(&report, self.basis);
        let (texts, digest) = match digest {
            Some(digest) => (Outcome::default(), digest),
            None => (check_text(&facts), Digest::of(&facts, &tables, self.comparer)),
        };
        (case.texts_after(&facts, &tables, texts).outcome, Some(digest))
    }

    fn tell(&self, found: impl IntoIterator<Item = (usize, Finding)>) {
        let found: Vec<Found> = found
            .into_iter()
            .map(|(member, finding)| {
                let outcome = Outcome { findings: vec![finding], unchecked: Vec::new() };
                Found { member, outcome, of_the_batch: true }
            })
            .collect();
        if !found.is_empty() {
            (self.sink)(found);
        }
    }

    /// The agencies of a region together, as far as the roster or their names tell who belongs where.
    fn region(&self, stated: &[Option<Statements>]) -> Vec<(Head, Finding)> {
        if self.cancelled() {
            return Vec::new();
        }
        let stated = |position: usize| stated.get(position).and_then(Option::as_ref);
        let members = self.members.iter().enumerate();
        let members = members.map(|(position, member)| region::BatchReport {
            id: &member.id,
            lean: &member.lean,
            stated: stated(position),
        });
        let members: Vec<region::BatchReport<'_>> = members.collect();
        let Regional { findings, absent, looks, unchecked } =
            region::check_region(&members, self.basis.roster, self.basis);
        self.tell(findings);
        looks.par_iter().for_each(|(member, look)| {
            let report = if self.cancelled() { None } else { (self.open)(*member) };
            let outcome = report.map(|report| check_look(&Facts::of(&report, self.basis), look)).unwrap_or_default();
            self.tell(outcome.findings.into_iter().map(|finding| (*member, finding)));
        });
        let unchecked = unchecked.into_iter().map(|(member, entry)| Found {
            member,
            outcome: Outcome { findings: Vec::new(), unchecked: vec![entry] },
            of_the_batch: true,
        });
        (self.sink)(unchecked.collect());
        absent
    }

    /// What there was nothing to compare with.
    fn unchecked(&self, agencies: &Agencies) {
        for (group, chunk) in self.members.chunks(GROUP).enumerate() {
            let unchecked = chunk.iter().map(|member| {
                let before = agencies.has_year_before(&member.lean.head);
                self.comparer.unchecked(before, agencies.len())
            });
            let found = (group * GROUP..).zip(unchecked).filter(|(_, unchecked)| !unchecked.is_empty());
            let found = found.map(|(member, unchecked)| Found {
                member,
                outcome: Outcome { findings: Vec::new(), unchecked },
                of_the_batch: true,
            });
            (self.sink)(found.collect());
        }
    }
}

impl Shelf for [Member] {
    fn lean(&self, number: u32) -> Option<&Arc<Lean>> {
        self.get(usize::try_from(number).ok()?).map(|member| &member.lean)
    }

    fn id(&self, number: u32) -> Option<&SafeText> {
        self.get(usize::try_from(number).ok()?).map(|member| &member.id)
    }
}

/// What a report is not checked for that came in after the others had been compared, until they are compared again.
#[must_use]
pub(super) fn not_yet(basis: &Basis<'_>) -> Vec<Unchecked> {
    of_all(basis, &WhyUnchecked::NotComparedYet)
}

/// What a report is not checked for that comes by itself, whatever comes before and after it.
#[must_use]
pub(super) fn by_itself(basis: &Basis<'_>) -> Vec<Unchecked> {
    of_all(basis, &WhyUnchecked::Needs(Need::Batch))
}

/// What no report is checked for where somebody has stopped it before all were checked together.
#[must_use]
pub(super) fn stopped(basis: &Basis<'_>) -> Vec<Unchecked> {
    of_all(basis, &WhyUnchecked::Stopped)
}

/// The rules that take a look at all reports, which was not taken.
fn of_all(basis: &Basis<'_>, why: &WhyUnchecked) -> Vec<Unchecked> {
    // Copies from the agency's own report for the year before are looked for among all texts too.
    let together = |rule: &&Rule| rule.needs.contains(&Need::Batch) || rule.is(id::Y_10) || rule.is(id::SIM_01);
    let rules = rules().iter().filter(|rule| !rule.awaits && basis.profile.level(rule, None).is_some());
    let unchecked = |rule| Unchecked { rule, place: None, reason: why.clone() };
    rules.filter(together).map(unchecked).collect()
}
