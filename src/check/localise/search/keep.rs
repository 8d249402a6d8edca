//! What the search found: each set of changes once, with its least cost, as far as it is within the margin.

use super::super::cost::Cost;
use super::super::graph::Local;
use super::super::kind::RepairKind;
use super::{Search, Step};

/// Changes that settle a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Candidate {
    pub(crate) cost: Cost,
    pub(crate) kind: RepairKind,
    /// Settles everything, but so could much else that was not tried.
    pub(crate) is_weak: bool,
    /// Cells in the order of the block, with what should stand there.
    pub(crate) changes: Vec<(Local, i64)>,
}

/// What a search gives.
#[derive(Debug)]
pub(in super::super) struct Found {
    /// Within the margin of the best, best first.
    pub(crate) candidates: Vec<Candidate>,
    /// Was something costlier found as well?
    pub(crate) has_others: bool,
}

impl Found {
    /// Those first that change least of what somebody else says too: a hint, which hides none of them.
    pub(in super::super) fn put_in_order(&mut self, copies: &[(Local, i64)], values: &[i64]) {
        let stands = |candidate: &Candidate, cell: Local| {
            let changed = candidate.changes.iter().find(|(changed, _)| *changed == cell).map(|(_, meant)| *meant);
            changed.or_else(|| values.get(usize::from(cell)).copied())
        };
        let against = |candidate: &Candidate| {
            copies.iter().filter(|(cell, value)| stands(candidate, *cell) != Some(*value)).count()
        };
        self.candidates.sort_by_key(against);
    }
}

impl Search<'_> {
    /// Keeps the trail with these last changes, if it is good enough and new.
    pub(in super::super) fn record(&mut self, kind: RepairKind, cost: Cost, last: &[(Local, i64)]) {
        if cost > self.best.saturating_add(self.margin) {
            self.has_others = true;
            return;
        }
        let counted = self.trail.iter().filter(|step| step.counts).count();
        let kind = match counted {
            0 => kind,
            // The last step only filled a gap: the slip is the one before it.
            1 if kind == RepairKind::Blank => {
                self.trail.iter().find(|step| step.counts).map_or(kind, |step| self.name(step))
            }
            _ => RepairKind::Several,
        };
        let steps = self.trail.iter().map(|step| (step.cell, step.by));
        let mut changes: Vec<(Local, i64)> = steps
            .chain(last.iter().copied())
            .filter(|&(_, by)| by != 0)
            .map(|(cell, by)| (cell, self.value(cell) + by))
            .collect();
        changes.sort_unstable();
        let cost = cost + self.contradictions(&changes);
        if cost > self.best.saturating_add(self.margin) {
            self.has_others = true;
            return;
        }
        self.best = self.best.min(cost);
        let is_weak = self.is_weak || kind == RepairKind::RowWrong;
        match self.candidates.iter_mut().find(|known| known.changes == changes) {
            Some(known) if known.cost > cost => (known.cost, known.kind, known.is_weak) = (cost, kind, is_weak),
            Some(_) => {}
            None => self.candidates.push(Candidate { cost, kind, is_weak, changes }),
        }
    }

    fn name(&self, step: &Step) -> RepairKind {
        let found = self.value(step.cell);
        self.costs.single.of(found, found + step.by, false).1
    }

    /// What the outside facts say against the repaired values.
    fn contradictions(&self, changes: &[(Local, i64)]) -> Cost {
        let stands = |cell: Local| {
            let changed = changes.iter().find(|(changed, _)| *changed == cell);
            changed.map_or_else(|| self.value(cell), |&(_, meant)| meant)
        };
        let against = self.facts.iter().filter(|&&(cell, fact)| stands(cell) != fact).count();
        self.costs.contradicted * Cost::try_from(against).unwrap_or(0)
    }

    pub(super) fn ranked(self) -> Found {
        let limit = self.best.saturating_add(self.margin);
        let before = self.candidates.len();
        let mut candidates = self.candidates;
        candidates.retain(|candidate| candidate.cost <= limit);
        let has_others = self.has_others || candidates.len() < before;
        let graph = self.graph;
        let totals = |candidate: &Candidate| {
            let parts = candidate.changes.iter().filter(|(cell, _)| graph.place(*cell).is_some_and(|p| !p.is_total));
            parts.count()
        };
        candidates
            .sort_by(|a, b| (a.cost, totals(a)).cmp(&(b.cost, totals(b))).then_with(|| a.changes.cmp(&b.changes)));
        Found { candidates, has_others }
    }
}
