//! The search for changes that make every relation of a block hold: one operation, two, then exactly up to four cells.
//!
//! Every set of up to three wrong cells breaks some relation in which only one of them stands. So it is enough to
//! take each broken relation, each of its cells, change that cell so that the relation holds, and go on.

mod keep;
mod price;

use super::cost::{Cost, Costs, costs};
use super::graph::{Graph, Local, bits};
use super::linear::{Family, Operation, Operations};
use super::pattern;
use super::peel::Values;
use super::syndrome::Syndrome;

pub(super) use keep::{Candidate, Found};

/// A change that the search is trying.
#[derive(Debug, Clone, Copy)]
struct Step {
    cell: Local,
    by: i64,
    cost: Cost,
    /// Filling a gap costs nothing and is no slip.
    counts: bool,
}

pub(super) struct Search<'a> {
    pub(crate) graph: &'a Graph,
    pub(crate) operations: &'a Operations,
    pub(crate) values: &'a Values,
    pub(crate) syndrome: Syndrome,
    pub(crate) costs: &'static Costs,
    facts: &'a [(Local, i64)],
    trail: Vec<Step>,
    candidates: Vec<Candidate>,
    margin: Cost,
    best: Cost,
    has_others: bool,
    /// How many more steps it may take, plus one; 0 where there is no limit.
    steps: u32,
    /// Is what is found now weak?
    is_weak: bool,
}

/// How many cells the exact search changes without a limit of steps.
const EXACT: usize = 3;

impl<'a> Search<'a> {
    pub(super) fn new(
        graph: &'a Graph,
        operations: &'a Operations,
        values: &'a Values,
        syndrome: Syndrome,
        facts: &'a [(Local, i64)],
    ) -> Self {
        let costs = costs();
        let margin = if graph.relations.len() == 1 { costs.margin_single_relation } else { costs.margin };
        Self {
            graph,
            operations,
            values,
            syndrome,
            costs,
            facts,
            trail: Vec::with_capacity(4),
            candidates: Vec::new(),
            margin,
            best: Cost::MAX,
            has_others: false,
            steps: 0,
            is_weak: false,
        }
    }

    /// Everything within the margin of the best.
    pub(super) fn run(mut self) -> Found {
        self.finish(true);
        pattern::search(&mut self);
        self.descend(1, true);
        self.two_patterns();
        if self.may_cost(EXACT, self.costs.single.least()) {
            // Filled gaps cost nothing, so that costs bound nothing.
            self.steps = if self.values.filled.is_empty() { 0 } else { self.costs.most_steps };
            self.descend(EXACT - 1, false);
        }
        if self.candidates.is_empty() && self.syndrome.mask.count_ones() >= self.costs.four_cells_from {
            self.steps = self.costs.most_steps;
            self.descend(EXACT, false);
        }
        if self.steps == 1 {
            // Not every set was tried: what was found need not be the only one.
            self.candidates.iter_mut().for_each(|candidate| candidate.is_weak = true);
        }
        self.ranked()
    }

    /// The least number of single cells that settle everything, whatever they cost; `None` above three.
    #[cfg(test)]
    pub(super) fn least_cells(mut self) -> Option<usize> {
        self.margin = Cost::MAX;
        self.finish(false);
        for cells in 1..EXACT {
            if self.candidates.is_empty() {
                self.descend(cells, false);
            }
        }
        self.candidates.iter().map(|candidate| candidate.changes.len()).min()
    }

    pub(super) fn value(&self, cell: Local) -> i64 {
        self.values.values.get(usize::from(cell)).copied().unwrap_or(0)
    }

    fn is_filled(&self, cell: Local) -> bool {
        self.values.filled.binary_search(&cell).is_ok()
    }

    fn is_fixed(&self, cell: Local) -> bool {
        self.trail.iter().any(|step| step.cell == cell) || self.values.open.contains(&cell)
    }

    /// One operation that settles all that is still broken.
    fn finish(&mut self, patterns: bool) {
        let (operations, mask, active) = (self.operations, self.syndrome.mask, self.syndrome.active);
        if active == self.graph.all() {
            self.close(operations.singles(mask));
            if patterns {
                self.close(operations.patterns(mask));
            }
            return;
        }
        let all_patterns = if patterns { operations.all_patterns() } else { &[] };
        for operation in operations.all_singles().iter().chain(all_patterns) {
            if operation.mask & active == mask {
                self.close(std::slice::from_ref(operation));
            }
        }
    }

    fn close(&mut self, operations: &[Operation]) {
        for operation in operations {
            if let Some(amount) = operation.amount(&self.syndrome) {
                self.apply(operation, amount);
            }
        }
    }

    fn apply(&mut self, operation: &Operation, amount: i64) {
        if let (Family::Single, Some(&(cell, times))) = (operation.family, operation.cells.first()) {
            if let Some((step, kind)) = self.single(cell, amount * times) {
                self.record(kind, self.with_trail(step.cost, step.counts), &[(cell, step.by)]);
            }
            return;
        }
        let Some((cost, kind)) = self.price(operation, amount) else { return };
        let alone = self.trail.iter().all(|step| !step.counts);
        let cost = self.with_trail(cost, true) + if alone { 0 } else { self.costs.further_pattern };
        if cost > self.best.saturating_add(self.margin) {
            self.has_others = true;
            return;
        }
        let mut changes = [(0, 0); 4];
        for (slot, &(cell, times)) in changes.iter_mut().zip(&operation.cells) {
            *slot = (cell, amount * times);
        }
        let changes = changes.get(..operation.cells.len()).unwrap_or(&[]);
        let before = self.is_weak;
        // Part of a value moved: any other row or column that is large enough could have lost it.
        self.is_weak |= self.is_partial(kind, changes);
        self.record(kind, cost, changes);
        self.is_weak = before;
    }

    /// Changes `cells` more cells one after the other, then closes with one operation.
    fn descend(&mut self, cells: usize, patterns: bool) {
        let graph = self.graph;
        for relation in bits(self.syndrome.mask) {
            let off = self.syndrome.off(relation);
            for term in graph.relation(relation).map_or(&[][..], |relation| &relation.terms) {
                let Some((step, _)) = self.single(term.cell, -off * term.sign) else { continue };
                if self.steps > 0 {
                    self.steps -= 1;
                    if self.steps == 0 {
                        self.steps = 1;
                        return;
                    }
                }
                if !self.may_go_on(step, cells) {
                    continue;
                }
                self.syndrome.change(graph, step.cell, step.by);
                self.trail.push(step);
                if cells == 1 {
                    if patterns || self.is_within(1) {
                        self.finish(patterns);
                    }
                } else if self.is_within(cells) {
                    self.descend(cells - 1, patterns);
                }
                self.trail.pop();
                self.syndrome.change(graph, step.cell, -step.by);
            }
        }
    }

    /// Two operations of several cells each: the first makes a broken relation hold, the second is looked up.
    fn two_patterns(&mut self) {
        if self.syndrome.active != self.graph.all() || !self.values.filled.is_empty() {
            return;
        }
        let least = self.costs.moved.in_row + self.costs.further + 2 * self.costs.further_pattern;
        let operations = self.operations;
        let broken = self.syndrome.mask;
        for operation in operations.all_patterns() {
            // What only one of them breaks stays broken or is broken newly, and the second must explain it alone.
            let left = (broken ^ operation.mask).count_ones();
            let limit = self.best.saturating_add(self.margin);
            if broken & operation.mask == 0 || left > operations.widest() || operation.cost + least > limit {
                continue;
            }
            let mut before = 0;
            for &(relation, times) in &operation.signature {
                let off = self.syndrome.off(relation);
                let amount = -off / times;
                if off == 0 || off % times != 0 || amount == before {
                    continue;
                }
                before = amount;
                self.first_of_two(operation, amount);
            }
        }
    }

    fn first_of_two(&mut self, operation: &Operation, amount: i64) {
        let Some((cost, _)) = self.price(operation, amount) else { return };
        let graph = self.graph;
        for (index, &(cell, times)) in operation.cells.iter().enumerate() {
            self.syndrome.change(graph, cell, amount * times);
            let cost = if index == 0 { cost + self.costs.further_pattern } else { 0 };
            self.trail.push(Step { cell, by: amount * times, cost, counts: index == 0 });
        }
        let operations = self.operations;
        self.is_weak = true;
        self.close(operations.patterns(self.syndrome.mask));
        self.is_weak = false;
        for step in self.trail.drain(..) {
            self.syndrome.change(graph, step.cell, -step.by);
        }
    }
}
