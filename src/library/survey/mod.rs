//! All reports of a directory, checked together: each one whole, each against the year before, and against each other.
//!
//! Loading gives the numbers; here the texts are read too, one after the other, and what is found is handed on at once.
//! The caller says how a report is opened: this module reads no file.

mod copies;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::report::{Head, Lean, Report, SafeText};

use crate::check::localise::Block;
use crate::check::region::{self, Regional};
use crate::check::similar::{Comparer, Sketch};
use crate::check::{
    Basis, Digest, Facts, Finding, Need, Outcome, Rule, Statements, Unchecked, WhyUnchecked, check_look, check_text,
    id, rules,
};

use super::agencies::{Agencies, Shelf};
use super::assess::{Assessed, Case};

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
    /// Which cells are behind the broken relations, where that was looked for.
    pub(crate) blocks: Vec<Block>,
    /// Does it take other reports than this one and the one for the year before to find it out again?
    pub(crate) of_the_batch: bool,
}

/// What others show of a report is found later.
static NOTHING: Outcome = Outcome { findings: Vec::new(), unchecked: Vec::new() };
/// So many reports are read before what was found in them is handed on.
const GROUP: usize = 64;

/// The batch while it is checked.
struct Survey<'a> {
    members: &'a [Member],
    open: &'a OpenMember<'a>,
    basis: &'a Basis<'a>,
    comparer: Comparer<'a>,
    cancel: &'a AtomicBool,
    sink: &'a (dyn Fn(Vec<Found>) + Sync),
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
    let survey = Survey { members, open, basis, comparer: Comparer::new(basis), cancel, sink };
    let mut agencies = Agencies::default();
    (0..).zip(members).for_each(|(number, member)| agencies.enter(number, Some(&member.lean.head)));
    let (sketches, stated) = survey.one_by_one(&agencies);
    survey.copies(sketches);
    survey.unchecked(&agencies);
    survey.region(&stated)
}

impl Survey<'_> {
    fn cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// Each report by itself, and against the year before; what is kept of its texts.
    fn one_by_one(&self, agencies: &Agencies) -> (Vec<Sketch>, Vec<Option<Statements>>) {
        let count = self.members.len();
        let drawn_of_all = Mutex::new((vec![Sketch::NONE; count], vec![None; count]));
        self.members.par_chunks(GROUP).enumerate().for_each(|(group, chunk)| {
            let mut found = Vec::with_capacity(chunk.len());
            let mut drawn = Vec::with_capacity(chunk.len());
            for (position, member) in (group * GROUP..).zip(chunk) {
                if self.cancelled() {
                    return;
                }
                let before = agencies.before(&member.lean.head, self.basis.roster, self.members);
                let case = Case { lean: &member.lean, before, batch: &NOTHING, basis: self.basis.clone() };
                let (Assessed { mut outcome, blocks }, digest) = self.text_of(position, member, &case);
                outcome.append(case.years());
                found.push(Found { member: position, outcome, blocks, of_the_batch: false });
                drawn.push((position, digest));
            }
            if let Ok(mut of_all) = drawn_of_all.lock() {
                let (sketches, stated) = &mut *of_all;
                for (position, digest) in drawn {
                    let places = sketches.get_mut(position).zip(stated.get_mut(position));
                    if let (Some((sketch, numbers)), Some(digest)) = (places, digest) {
                        (*sketch, *numbers) = (digest.sketch, Some(digest.stated));
                    }
                }
            }
            (self.sink)(found);
        });
        drawn_of_all.into_inner().unwrap_or_default()
    }

    /// What the text adds; the texts of a report that has its digest are checked, except against last year's numbers,
    /// and against the doubts of its reading.
    fn text_of(&self, position: usize, member: &Member, case: &Case<'_>) -> (Assessed, Option<Digest>) {
        let digest = member.digest.as_deref().copied();
        let tables = case.tables();
        let may_be_ours = member.lean.remarks > 0 && !tables.findings.is_empty();
        if digest.is_some() && case.before.quoted().is_none() && !may_be_ours {
            return (Assessed::default(), digest);
        }
        let Some(report) = (self.open)(position) else {
            // Gone since it was loaded: its numbers are known.
            return (Assessed { blocks: case.lean().blocks, ..Assessed::default() }, digest);
        };
        let facts = Facts::of(&report, self.basis);
        let (texts, digest) = match digest {
            Some(digest) => (Outcome::default(), digest),
            None => (check_text(&facts), Digest::of(&facts, &self.comparer)),
        };
        (case.texts_after(&facts, &tables, texts), Some(digest))
    }

    fn tell(&self, found: impl IntoIterator<Item = (usize, Finding)>) {
        let found: Vec<Found> = found
            .into_iter()
            .map(|(member, finding)| {
                let outcome = Outcome { findings: vec![finding], unchecked: Vec::new() };
                Found { member, outcome, blocks: Vec::new(), of_the_batch: true }
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
        let Regional { findings, absent, looks, unchecked, .. } =
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
            blocks: Vec::new(),
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
                blocks: Vec::new(),
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

/// What a report is not checked for that came in after the others had been checked together: whatever takes a look at
/// all of them, until they are checked together again.
#[must_use]
pub(crate) fn not_since(basis: &Basis<'_>) -> Vec<Unchecked> {
    // Copies from the agency's own report for the year before are looked for among all texts too.
    let together = |rule: &&Rule| rule.needs.contains(&Need::Batch) || rule.is(id::Y_10) || rule.is(id::SIM_01);
    let rules = rules().iter().filter(|rule| !rule.awaits && basis.profile.level(rule, None).is_some());
    let unchecked = |rule| Unchecked { rule, place: None, reason: WhyUnchecked::Needs(Need::Batch) };
    rules.filter(together).map(unchecked).collect()
}
