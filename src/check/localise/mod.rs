//! Which cell is wrong: error localisation.
//!
//! Broken equations say that something is wrong. This module says what: the smallest changes after which every
//! relation holds, each with the name of the slip that would explain it, and all of them that are equally good.
//! Integers only, no solver, the same answer on every run.
//!
//! A form falls into blocks that share no cell (the requests; each group of disputes). For a block:
//! `peel` fills what follows where numbers are lacking, `syndrome` reduces the values to the broken relations,
//! `linear` and `pattern` know the slips people make, `search` looks for one slip, two, then for every set of up
//! to three cells, and ranks by `costs.toml`.
//!
//! Some changes break no relation and cannot be seen by anyone who has only the tables: four cells in a rectangle, two
//! outcome rows exchanged, a request entered in the wrong row together with its totals. That nothing is found never
//! means that everything is right.

pub(in crate::check) mod causes;
mod cost;
mod digits;
mod explain;
mod graph;
mod kind;
mod known;
mod linear;
pub(in crate::check) mod misreading;
mod pattern;
mod peel;
mod search;
mod settle;
mod syndrome;

use std::sync::LazyLock;

use crate::check::Outcome;
use crate::check::finding::{Finding, Fingerprint};
use crate::form;
use crate::form::{Cell, Form};
use crate::report::{Lean, Value};

use graph::{Graph, Local, bit};
use linear::Operations;
use peel::Values;
use search::{Candidate, Found, Search};
use syndrome::Syndrome;

pub(crate) use explain::{block_text, certainty_name, kind_name, note_text, repair_text};
pub use kind::BlockStatus;
pub(crate) use kind::{Certainty, RepairKind};
pub use known::KnownCells;
pub(crate) use settle::localise_for;

/// What came out for one block of relations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The table's id, or `table/row` where each row of it stands alone.
    pub name: &'static str,
    /// Position of the table in the form.
    pub(crate) table: usize,
    /// One repair, several, or none.
    pub status: BlockStatus,
    /// The equally good repairs, best first.
    pub repairs: Vec<Repair>,
    /// Cells that every repair changes, and to the same value.
    pub common: Vec<Cell>,
}

/// Changes after which every relation of the block holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The slip it supposes.
    pub(crate) kind: RepairKind,
    /// The lower, the likelier; comparable within a block. Units of 0.1.
    pub cost: i32,
    pub(crate) certainty: Certainty,
    /// The cells that would change, in the form's order.
    pub cells: Vec<Change>,
    /// The findings it would settle: broken equations, and faults of the cells it changes. One finding of all gaps of a table
    /// stays for those that this does not fill.
    pub settles: Vec<Fingerprint>,
    pub(crate) equations: usize,
}

/// One cell of a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    pub cell: Cell,
    /// The number that stands there; `None` where there is none.
    pub from: Option<i64>,
    /// The number that should.
    pub to: i64,
}

/// A block with its operations, ready for any report of its form.
struct Prepared {
    graph: Graph,
    operations: Operations,
}

static PREPARED: LazyLock<Vec<(&'static Form, Vec<Prepared>)>> = LazyLock::new(|| {
    let prepare = |graph: Graph| Prepared { operations: Operations::of(&graph), graph };
    form::editions().iter().map(|form| (form, graph::blocks(form).into_iter().map(prepare).collect())).collect()
});

/// The blocks of an edition; none for a form that is not an edition.
fn prepared(form: &Form) -> &'static [Prepared] {
    PREPARED.iter().find(|(known, _)| std::ptr::eq(*known, form)).map_or(&[], |(_, blocks)| blocks)
}

/// Looks for the cells behind the findings of a report. A report without findings gives nothing, at no cost.
#[must_use]
pub fn localise(report: &Lean, outcome: &Outcome, known: &KnownCells) -> Vec<Block> {
    let concerns = |finding: &&Finding| finding.broken().is_some() || is_gap(report, finding);
    if !outcome.findings.iter().any(|finding| concerns(&finding)) {
        return Vec::new();
    }
    prepared(report.form).iter().filter_map(|prepared| localise_block(prepared, report, outcome, known)).collect()
}

/// How likely a repair of a block is right, from 0 to 1, as measured for its certainty (`docs/localise.md`); equally
/// good repairs share it.
#[must_use]
pub(crate) fn confidence(block: &Block, repair: &Repair) -> f64 {
    let shares = u32::try_from(block.repairs.len()).unwrap_or(u32::MAX).max(1);
    match repair.certainty {
        Certainty::Proven | Certainty::Only => 0.99,
        Certainty::Likely => 0.98,
        Certainty::Possible => 0.5,
        Certainty::Equal => 0.98 / f64::from(shares),
    }
}

/// Cells that the relations of a form cannot tell apart: a wrong number in one looks like a wrong number in any other
/// of its group, up to its sign. Cells that lie in no relation are not among them; nothing can be said about those.
#[cfg(test)]
#[must_use]
pub(crate) fn indistinguishable(form: &Form) -> Vec<Vec<Cell>> {
    let mut groups = Vec::new();
    for Prepared { graph, .. } in prepared(form) {
        let trace = |place: &graph::Place| -> Vec<(u8, i64)> {
            let first = place.touches.first().map_or(1, |touch| touch.sign);
            place.touches.iter().map(|touch| (touch.relation, touch.sign * first)).collect()
        };
        for (index, place) in graph.places.iter().enumerate() {
            let same = |other: &&graph::Place| trace(other) == trace(place);
            if graph.places.iter().take(index).any(|other| same(&other)) {
                continue;
            }
            let cells: Vec<Cell> = graph.places.iter().filter(same).map(|place| place.cell).collect();
            if cells.len() > 1 {
                groups.push(cells);
            }
        }
    }
    groups
}

/// A cell whose fault is that it holds no usable number.
fn is_gap(report: &Lean, finding: &Finding) -> bool {
    let is_fault = finding.broken().is_none() && finding.said().is_none();
    is_fault && finding.cells.iter().any(|&cell| usable(report, cell).is_none())
}

/// A count: whole, not below zero.
fn usable(report: &Lean, cell: Cell) -> Option<i64> {
    number(report, cell).filter(|value| (0..=syndrome::LARGEST).contains(value))
}

fn number(report: &Lean, cell: Cell) -> Option<i64> {
    match report.cells.get(cell) {
        Value::Number(number) => number.as_int(),
        _ => None,
    }
}

fn localise_block(prepared: &'static Prepared, report: &Lean, outcome: &Outcome, known: &KnownCells) -> Option<Block> {
    let graph = &prepared.graph;
    let present = graph.places.iter().any(|place| report.cells.get(place.cell) != Value::Missing);
    if !present {
        return None;
    }
    let values = Values::of(graph, graph.places.iter().map(|place| usable(report, place.cell)));
    let syndrome = Syndrome::of(graph, &values.values, values.active);
    let context = Context { graph, values: &values, report, outcome };
    if syndrome.mask == 0 {
        return context.filled_only();
    }
    let here = |(cell, value)| Some((context.local(cell)?, value));
    let facts: Vec<(Local, i64)> = known.facts(&report.cells).filter_map(here).collect();
    let copies: Vec<(Local, i64)> = known.copies(&report.cells).filter_map(here).collect();
    let mut found = Search::new(graph, &prepared.operations, &values, syndrome, &facts).run();
    found.put_in_order(&copies, &values.values);
    Some(context.block(found))
}

/// What is needed to turn a candidate into a repair.
struct Context<'a> {
    graph: &'static Graph,
    values: &'a Values,
    report: &'a Lean,
    outcome: &'a Outcome,
}

impl Context<'_> {
    fn local(&self, cell: Cell) -> Option<Local> {
        let found = self.graph.places.binary_search_by_key(&cell, |place| place.cell).ok()?;
        Local::try_from(found).ok()
    }

    /// Everything holds once the gaps are filled.
    fn filled_only(&self) -> Option<Block> {
        let candidate = Candidate { cost: 0, kind: RepairKind::Blank, is_weak: false, changes: Vec::new() };
        let repair = self.repair(candidate, Certainty::Proven);
        if !repair.cells.is_empty() && !repair.settles.is_empty() {
            return Some(self.with(BlockStatus::Located, vec![repair]));
        }
        // A negative number, say, in a relation with another gap: broken, and nothing follows.
        let is_here = |finding: &Finding| {
            let mut cells = finding.cells.iter();
            finding.broken().is_some() && cells.any(|&cell| self.local(cell).is_some())
        };
        self.outcome.findings.iter().any(is_here).then(|| self.with(BlockStatus::Unexplained, Vec::new()))
    }

    fn block(&self, found: Found) -> Block {
        let Found { candidates, has_others } = found;
        let (status, certainty) = match candidates.as_slice() {
            [] => (BlockStatus::Unexplained, Certainty::Equal),
            [alone] if alone.is_weak => (BlockStatus::Ambiguous, Certainty::Possible),
            [_] if has_others => (BlockStatus::Located, Certainty::Likely),
            [_] => (BlockStatus::Located, Certainty::Only),
            _ => (BlockStatus::Ambiguous, Certainty::Equal),
        };
        self.with(status, candidates.into_iter().map(|candidate| self.repair(candidate, certainty)).collect())
    }

    fn with(&self, status: BlockStatus, repairs: Vec<Repair>) -> Block {
        let common = match repairs.split_first() {
            Some((first, rest)) => {
                let in_all = |change: &&Change| rest.iter().all(|repair| repair.cells.contains(change));
                first.cells.iter().filter(in_all).map(|change| change.cell).collect()
            }
            None => Vec::new(),
        };
        Block { name: &self.graph.name, table: self.graph.table, status, repairs, common }
    }

    /// A candidate with the gaps it fills, and what it settles.
    fn repair(&self, candidate: Candidate, certainty: Certainty) -> Repair {
        let mut meant = candidate.changes;
        for &cell in &self.values.filled {
            if meant.iter().all(|(changed, _)| *changed != cell) {
                meant.push((cell, self.values.values.get(usize::from(cell)).copied().unwrap_or(0)));
            }
        }
        meant.sort_unstable();
        let change = |&(local, to): &(Local, i64)| {
            let cell = self.graph.place(local)?.cell;
            Some(Change { cell, from: number(self.report, cell), to })
        };
        let cells: Vec<Change> =
            meant.iter().filter_map(change).filter(|change| change.from != Some(change.to)).collect();
        let settled: Vec<&Finding> =
            self.outcome.findings.iter().filter(|finding| self.settles(&cells, finding)).collect();
        Repair {
            kind: candidate.kind,
            cost: candidate.cost,
            certainty,
            equations: settled.iter().filter(|finding| finding.broken().is_some()).count(),
            settles: settled.into_iter().map(|finding| finding.fingerprint).collect(),
            cells,
        }
    }

    /// Every active relation of the block holds after the changes; so does a cell that got a number.
    fn settles(&self, cells: &[Change], finding: &Finding) -> bool {
        match finding.broken() {
            Some(broken) => self.graph.relations.iter().enumerate().any(|(number, relation)| {
                self.values.active & bit(number) != 0
                    && self.report.form.equations.get(relation.equation) == Some(broken.equation)
            }),
            // Whether a change settles what a rule says in its own words, nobody knows without asking the rule.
            None => {
                let changed = |cell: &Cell| cells.iter().any(|change| change.cell == *cell);
                finding.said().is_none() && finding.cells.iter().any(changed)
            }
        }
    }
}

#[cfg(test)]
mod tests;
