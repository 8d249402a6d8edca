//! Texts copied from last year's report or from another agency's (SIM-01, SIM-02, Y-10).
//!
//! Owns: what counts as the same text, and finding it among a hundred thousand reports. Knows reports and rules; opens
//! no file. Three steps:
//!
//! 1. while reading, [`Comparer::sketch`] keeps half a kilobyte of each report;
//! 2. [`Comparer::candidates`] names the pairs that may be alike, and groups that follow one template;
//! 3. the caller opens reports and makes each [`Comparable`] once; [`Comparer::check_pair`] compares the texts of two of them
//!    exactly. Only it makes findings: a sketch never accuses anybody.
//!
//! `docs/similar.md` says how, and how often the second step misses a pair.

mod comparable;
mod groups;
mod index;
mod mask;
mod names;
mod packed;
mod phrases;
mod problems;
mod say;
mod sketch;
mod tiles;
pub(crate) mod view;

use std::borrow::{Borrow, Cow};

use crate::check::rule::{RuleId, id};
use crate::check::{Basis, Finding, Need, Profile, Unchecked, WhyUnchecked};
use crate::report::roster::Roster;
use crate::report::{Head, Report};

use comparable::text;
use index::Limits;
use mask::{Bare, Masker};
use names::Names;
use problems::Markers;
use sketch::{LANES, SectionSketch, agency_key};
use tiles::compare_from;

pub use comparable::{Comparable, SECTIONS};
pub(crate) use groups::TemplateGroup;
pub use index::{Candidates, Pair};
pub(crate) use mask::Masked;
pub(crate) use packed::Packed;
pub use sketch::Sketch;
pub(crate) use tiles::Similarity;
#[cfg(test)]
pub(crate) use tiles::compare;

/// Equal lanes of section five from which on two years are compared for Y-10: a third of it may be the same.
const LANES_Y10: usize = 8;

/// Which report of a pair a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairSide {
    First,
    Second,
}

/// Compares texts, as the office has set it.
#[derive(Debug)]
pub struct Comparer<'a> {
    profile: &'a Profile,
    roster: Option<&'a Roster>,
    masker: Masker,
    /// Y-10, if it is not switched off.
    markers: Option<Markers<'a>>,
    settings: Settings,
}

/// The numbers of the rules.
#[derive(Debug, Clone, Copy)]
struct Settings {
    /// Letters below which a section is not compared.
    letters: usize,
    /// Letters of the shortest passage.
    passage: usize,
    /// Agencies beyond which reports follow a template.
    template: usize,
    /// Reports that each is compared with, of those like it.
    partners: usize,
    /// Per cent from which on sections are alike: as last year's, as another agency's.
    years: [usize; 2],
    agencies: [usize; 2],
}

impl<'a> Comparer<'a> {
    /// With the settings of a profile.
    #[must_use]
    pub fn new(basis: &Basis<'a>) -> Self {
        let profile = basis.profile;
        let sections = |id| SECTIONS.map(|section| threshold(id, profile, section));
        let number = |name| usize::try_from(profile.threshold(id::SIM_02, name)).unwrap_or(0);
        Self {
            profile,
            roster: basis.roster,
            masker: Masker::new(profile),
            markers: profile.is_on(id::Y_10).then(|| Markers::new(profile)),
            settings: Settings {
                letters: number("letters").max(1),
                passage: number("passage").max(1),
                template: number("template").max(1),
                partners: number("partners").max(1),
                years: sections(id::SIM_01),
                agencies: sections(id::SIM_02),
            },
        }
    }

    /// What is kept of a report to find those like it.
    #[must_use]
    pub fn sketch(&self, report: &Report) -> Sketch {
        let head = &report.lean.head;
        let names = self.names([head]);
        let part = |section: u8| {
            let masked: Bare = self.masker.mask(text(report, section).map_or("", |text| text).chars(), &names);
            if masked.letters() < self.settings.letters { SectionSketch::NONE } else { SectionSketch::of(&masked) }
        };
        Sketch { agency: agency_key(head), year: head.year, parts: SECTIONS.map(part) }
    }

    /// Which of these reports are worth opening and comparing. The cost grows with their number, not with its square.
    #[must_use]
    pub fn candidates<S: Borrow<Sketch>>(&self, sketches: &[S]) -> Candidates {
        let sketches: Vec<&Sketch> = sketches.iter().map(Borrow::borrow).collect();
        let settings = &self.settings;
        let [one, five] = settings.years.map(lanes);
        let five = if self.markers.is_some() { five.min(LANES_Y10) } else { five };
        let limits = Limits {
            lanes: settings.agencies.map(lanes),
            lanes_years: [one, five],
            template: settings.template,
            partners: settings.partners,
        };
        index::candidates(&sketches, &limits)
    }

    /// A report to be compared with others, and the id by which findings refer to it.
    #[must_use]
    pub fn comparable(&self, report: &Report, id: &str) -> Comparable {
        Comparable::new(report, id, &self.masker)
    }

    /// The same of texts that were packed.
    #[must_use]
    pub(crate) fn unpacked(&self, head: &Head, packed: &Packed, id: &str) -> Comparable {
        Comparable::unpacked(head, packed, id, &self.masker)
    }

    /// The masked text of a section of `own`, names of both agencies aside. Ranges of what is shared count in the
    /// section's own text.
    #[must_use]
    pub fn masked<'r>(&self, own: &'r Comparable, other: &Comparable, section: u8) -> Cow<'r, Masked> {
        own.masked(other, section, &self.masker)
    }

    /// How alike the same section of two reports is, and where; `None` where one of them has too little text.
    #[must_use]
    pub fn similarity(&self, first: &Comparable, second: &Comparable, section: u8) -> Option<Similarity> {
        self.similarity_from(first, second, section, 0)
    }

    /// The same, from so many of a thousand letters on.
    fn similarity_from(
        &self,
        first: &Comparable,
        second: &Comparable,
        section: u8,
        per_mille: usize,
    ) -> Option<Similarity> {
        let (one, other) = (self.masked(first, second, section), self.masked(second, first, section));
        let enough = one.letters().min(other.letters()) >= self.settings.letters;
        if enough { compare_from(&one, &other, self.settings.passage, per_mille) } else { None }
    }

    /// Applies the rules to two reports. Two reports of one agency, a year apart: SIM-01 and Y-10, about the later.
    /// Reports of two agencies: SIM-02, about the later, or about both where they are for one year. `sections` are
    /// those of the [`Pair`].
    #[must_use]
    pub fn check_pair(&self, first: &Comparable, second: &Comparable, sections: [bool; 2]) -> Vec<(PairSide, Finding)> {
        say::pair(self, first, second, sections)
    }

    /// Applies SIM-02 to a member of a [`TemplateGroup`]: `None` where the texts, compared exactly, are not alike. For the
    /// leader, `other` is any member.
    #[must_use]
    pub fn check_group(&self, member: &Comparable, other: &Comparable, group: &TemplateGroup) -> Option<Finding> {
        say::group(self, member, other, group)
    }

    /// Does the report stand in the place of the other one, a year later, as the roster has it?
    fn took_over(&self, now: &Head, before: &Head) -> bool {
        let follows = before.year.checked_add(1) == Some(now.year) && before.agency.region == now.agency.region;
        let heirs =
            self.roster.filter(|_| follows).map(|roster| roster.successors(&before.agency.name, &before.agency.region));
        heirs.is_some_and(|mut heirs| heirs.any(|heir| heir.name == now.agency.name))
    }

    /// What could not be checked for a report whose agency's last report is or is not at hand, in a batch of reports of
    /// so many agencies.
    #[must_use]
    pub(crate) fn unchecked(&self, has_last_year: bool, agencies: usize) -> Vec<Unchecked> {
        let rules = [(id::Y_10, Need::LastYear, has_last_year), (id::SIM_01, Need::LastYear, has_last_year)];
        let missing = rules.into_iter().chain([(id::SIM_02, Need::Batch, agencies > 1)]).filter(|(_, _, given)| !given);
        let active = missing.filter(|(id, ..)| self.profile.is_on(*id));
        active
            .map(|(id, need, _)| Unchecked { rule: id.rule(), place: None, reason: WhyUnchecked::Needs(need) })
            .collect()
    }

    fn names<'h>(&self, heads: impl IntoIterator<Item = &'h Head>) -> Names {
        Names::of(heads, self.masker.endings())
    }
}

/// Per cent from which on a section counts as copied; out of reach where the rule is off or has no number.
fn threshold(id: RuleId, profile: &Profile, section: u8) -> usize {
    let percent = profile.is_on(id).then(|| profile.threshold(id, &format!("section_{section}")));
    percent.and_then(|percent| usize::try_from(percent).ok()).filter(|&percent| percent > 0).unwrap_or(usize::MAX)
}

/// How many equal lanes two sections have at least whose texts share so many per cent.
///
/// Of a passage, the last three letters begin no run of four within it: of usual passages, a fifth of the runs is lost.
/// From the share `d` of common runs the Jaccard similarity is `d / (2 − d)`; two standard deviations of the estimate
/// from 120 lanes are 0.09.
fn lanes(percent: usize) -> usize {
    if percent > 100 {
        return usize::MAX;
    }
    let shared = percent * 8;
    let jaccard = shared * 1000 / (2000 - shared);
    (LANES * jaccard.saturating_sub(90) / 1000).max(1)
}

#[cfg(test)]
mod tests;
