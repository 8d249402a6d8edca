//! What is kept of a report's texts from when they were read until all is said of the report.

use std::sync::Arc;

use crate::check::similar::{Comparer, Packed};
use crate::check::{self, Basis, Digest, Facts, Finding, Outcome, Profile, Told, Unchecked};
use crate::library::assess::{Assessed, Case};
use crate::library::survey::Drawn;
use crate::report::{Lean, Report};

use super::kept::Gaps;

/// What is kept of a report's texts.
pub(super) struct Texts {
    /// What the rules about its text alone found.
    findings: Vec<Finding>,
    unchecked: Arc<[Unchecked]>,
    /// What other reports need of it, until they were held against it.
    drawn: Option<Drawn>,
    told: Told,
    /// Its tables hold, and were all checked: they need not be again.
    sound: bool,
    /// Was anything found in them?
    broken: bool,
    /// Was it held against last year's report already?
    judged: bool,
}

/// What is said of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    All,
    /// What it takes other reports for, last year's and those of its year.
    WithOthers,
}

impl Texts {
    pub(super) fn of(report: &Report, basis: &Basis<'_>, comparer: &Comparer<'_>) -> Self {
        let tables = check::check(&report.lean, basis.profile);
        let facts = Facts::of(report, basis);
        let Outcome { mut findings, unchecked } = check::check_text(&facts);
        findings.shrink_to_fit();
        let Digest { sketch, stated, told } = Digest::of(&facts, &tables, comparer);
        let (sound, broken) = (tables == Outcome::default(), !tables.findings.is_empty());
        let drawn = Some(Drawn { sketch: Arc::new(sketch), stated, packed: Packed::of(report) });
        Self { findings, unchecked: unchecked.into(), drawn, told, sound, broken, judged: false }
    }

    /// Of a report of which only this is kept; all that it shows by itself was said.
    pub(super) fn of_digest(report: &Lean, digest: Digest, judged: bool, profile: &Profile) -> Self {
        let tables = check::check(report, profile);
        let (sound, broken) = (tables == Outcome::default(), !tables.findings.is_empty());
        let Digest { sketch, stated, told } = digest;
        let drawn = Some(Drawn { sketch: Arc::new(sketch), stated, packed: None });
        Self { findings: Vec::new(), unchecked: Arc::default(), drawn, told, sound, broken, judged }
    }

    /// Was anything found in its tables?
    pub(super) fn has_broken_tables(&self) -> bool {
        self.broken
    }

    /// What could not be checked is the same in most reports.
    pub(super) fn share(&mut self, gaps: &mut Gaps) {
        self.unchecked = gaps.once(self.unchecked.to_vec());
    }

    pub(super) fn take_drawn(&mut self) -> Option<Drawn> {
        self.drawn.take()
    }

    /// What is said of the report, but for what others of its year show.
    pub(super) fn assess<'r>(self, says: Says, case: &Case<'_>, open: &dyn Fn() -> Option<&'r Report>) -> Assessed {
        if self.judged {
            return Assessed::default();
        }
        let tables = if self.sound { Outcome::default() } else { case.tables() };
        let texts = Outcome { findings: self.findings, unchecked: self.unchecked.to_vec() };
        let added = match case.texts_told(&self.told, &tables) {
            Some(mut told) => {
                told.outcome.append(texts);
                told
            }
            None => match open() {
                Some(report) => case.texts_after(&Facts::of(report, &case.basis), &tables, texts),
                // Gone since it was loaded: what it said is known.
                None => Assessed { outcome: texts, blocks: case.lean().blocks },
            },
        };
        let mut outcome = if says == Says::All { tables } else { Outcome::default() };
        outcome.append(added.outcome);
        outcome.append(case.across_years());
        if says == Says::All {
            outcome.append(case.given());
        }
        Assessed { outcome, blocks: added.blocks }
    }
}
