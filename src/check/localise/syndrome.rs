//! What the relations of a block say about its values: by how much each fails, and which do, as one word.

use super::graph::{Graph, Local, bit};

/// No count of a year's requests is larger; sums of 175 of them and differences of those fit into 64 bits.
pub(super) const LARGEST: i64 = 1_000_000_000_000_000;

/// How far each relation of a block is from holding.
#[derive(Debug, Clone)]
pub(super) struct Syndrome {
    /// Left minus right.
    off: [i64; 64],
    /// The relations that do not hold.
    pub(crate) mask: u64,
    /// The relations that can be formed; the others count as holding.
    pub(crate) active: u64,
}

impl Syndrome {
    /// Of values that are all known in the active relations.
    pub(super) fn of(graph: &Graph, values: &[i64], active: u64) -> Self {
        let mut syndrome = Self { off: [0; 64], mask: 0, active };
        for (number, (relation, off)) in graph.relations.iter().zip(&mut syndrome.off).enumerate() {
            if active & bit(number) == 0 {
                continue;
            }
            let value = |cell: Local| values.get(usize::from(cell)).copied().unwrap_or(0);
            *off = relation.terms.iter().map(|term| term.sign * value(term.cell)).sum();
            syndrome.mask |= if *off == 0 { 0 } else { bit(number) };
        }
        syndrome
    }

    /// By how much a relation fails.
    pub(super) fn off(&self, relation: u8) -> i64 {
        self.off.get(usize::from(relation)).copied().unwrap_or(0)
    }

    /// What changing one cell does. Changing it back undoes it.
    pub(super) fn change(&mut self, graph: &Graph, cell: Local, by: i64) {
        for touch in graph.touches(cell) {
            let bit = bit(usize::from(touch.relation));
            if self.active & bit == 0 {
                continue;
            }
            if let Some(off) = self.off.get_mut(usize::from(touch.relation)) {
                *off += touch.sign * by;
                self.mask = if *off == 0 { self.mask & !bit } else { self.mask | bit };
            }
        }
    }
}
