//! What is kept of a report's texts from when they were read until all is said of the report.

use std::sync::Arc;

use crate::check::similar::{Comparer, Packed};
use crate::check::{self, Basis, Digest, Facts, Finding, Outcome, Told, Unchecked};
use crate::library::assess::{Assessed, Case};
use crate::library::survey::Drawn;
use crate::report::Report;

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
        Self { findings, unchecked: unchecked.into(), drawn, told, sound, broken }
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

    /// All that is said of the report, but for what others show.
    pub(super) fn assess<'r>(self, case: &Case<'_>, open: &dyn Fn() -> Option<&'r Report>) -> Assessed {
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
        let mut outcome = tables;
        outcome.append(added.outcome);
        outcome.append(case.years());
        Assessed { outcome, blocks: added.blocks }
    }
}
