//! Cells without a usable number: what the relations prove about them.

use super::graph::{Graph, Local, bit};
use super::syndrome::LARGEST;

/// The values of a block, gaps filled as far as they can be.
#[derive(Debug)]
pub(super) struct Values {
    /// By cell; 0 where nothing is known.
    pub(crate) values: Vec<i64>,
    /// Cells that held no usable number and were filled, in the order of the block.
    pub(crate) filled: Vec<Local>,
    /// Cells that stay open.
    pub(crate) open: Vec<Local>,
    /// The relations without an open cell.
    pub(crate) active: u64,
}

impl Values {
    /// Fills, one relation with a single gap after the other, until nothing more follows.
    pub(super) fn of(graph: &Graph, known: impl Iterator<Item = Option<i64>>) -> Self {
        let mut open = Vec::new();
        let mut values = Vec::with_capacity(graph.places.len());
        for (cell, value) in graph.locals().zip(known) {
            let usable = value.filter(|value| (0..=LARGEST).contains(value));
            if usable.is_none() {
                open.push(cell);
            }
            values.push(usable.unwrap_or(0));
        }
        let mut this = Self { values, filled: Vec::new(), open, active: graph.all() };
        while !this.open.is_empty() && this.fill(graph) {}
        this.filled.sort_unstable();
        for &cell in &this.open {
            this.active &= !graph.place(cell).map_or(0, |place| place.mask);
        }
        this
    }

    /// Fills the cells of the first relation that determines some; false where none does.
    fn fill(&mut self, graph: &Graph) -> bool {
        let exact = graph.relations.iter().enumerate().find_map(|(number, _)| self.last_gap(graph, number));
        if let Some((cell, value)) = exact {
            self.put(cell, value);
            return true;
        }
        let zeros = graph.relations.iter().enumerate().find_map(|(number, _)| self.all_zero(graph, number));
        for &cell in zeros.iter().flatten() {
            self.put(cell, 0);
        }
        zeros.is_some()
    }

    fn put(&mut self, cell: Local, value: i64) {
        if let Some(slot) = self.values.get_mut(usize::from(cell)) {
            *slot = value;
        }
        self.open.retain(|&open| open != cell);
        self.filled.push(cell);
    }

    fn value(&self, cell: Local) -> i64 {
        self.values.get(usize::from(cell)).copied().unwrap_or(0)
    }

    /// The only open cell of a relation, with the value that makes it hold.
    fn last_gap(&self, graph: &Graph, number: usize) -> Option<(Local, i64)> {
        let relation = graph.relations.get(number)?;
        let mut gaps = self.open.iter().filter(|&&cell| is_in(graph, cell, number));
        let (&gap, None) = (gaps.next()?, gaps.next()) else { return None };
        let sign = relation.terms.iter().find(|term| term.cell == gap)?.sign;
        let sum: i64 = relation.terms.iter().map(|term| term.sign * self.value(term.cell)).sum();
        let value = -sum * sign;
        (0..=LARGEST).contains(&value).then_some((gap, value))
    }

    /// The open cells of a relation that holds without them: all on one side, none can be below zero.
    fn all_zero(&self, graph: &Graph, number: usize) -> Option<Vec<Local>> {
        let relation = graph.relations.get(number)?;
        let gaps: Vec<_> = relation.terms.iter().filter(|term| self.open.contains(&term.cell)).collect();
        let first = gaps.first()?;
        let sum: i64 = relation.terms.iter().map(|term| term.sign * self.value(term.cell)).sum();
        (sum == 0 && gaps.iter().all(|term| term.sign == first.sign))
            .then(|| gaps.iter().map(|term| term.cell).collect())
    }
}

fn is_in(graph: &Graph, cell: Local, relation: usize) -> bool {
    graph.place(cell).is_some_and(|place| place.mask & bit(relation) != 0)
}
