//! Slips that change some cells by the same amount: the table of operations of a block, built once per form.
//!
//! Whatever the amount, such a slip breaks the same relations, so that the violated set finds it in the table.

use crate::form::EquationLine;

use super::cost::{Cost, costs};
use super::graph::{Graph, Local, bit};
use super::syndrome::Syndrome;

/// What an operation of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Single,
    /// From one cell of a row to another.
    InRow,
    /// From one cell of a column to another.
    InColumn,
    EntryAndRowTotal,
    EntryAndColumnTotal,
    EntryAndTotals,
    /// The total of a column and the grand total.
    StaleTotal,
    /// All totals of an entry.
    StaleTotals,
}

/// The same amount, added to some cells and taken from others.
#[derive(Debug)]
pub(super) struct Operation {
    pub(crate) family: Family,
    /// Cells, and 1 or −1 for each.
    pub(crate) cells: Box<[(Local, i64)]>,
    /// The relations that it breaks, and by how many times the amount.
    pub(crate) signature: Box<[(u8, i64)]>,
    /// The same relations as bits.
    pub(crate) mask: u64,
    /// What it costs before the values are looked at; a single cell's cost depends on its values only.
    pub(crate) cost: Cost,
}

/// All operations of a block, in the order of their masks.
#[derive(Debug)]
pub(super) struct Operations {
    all: Vec<Operation>,
    singles: Vec<Operation>,
    widest: u32,
}

impl Operations {
    /// Built from the equations alone.
    pub(super) fn of(graph: &Graph) -> Self {
        let mut builder = Builder { graph, operations: Vec::new() };
        for cell in graph.locals() {
            builder.add(Family::Single, &[(cell, 1)], 0);
        }
        let mut singles = builder.operations;
        builder = Builder { graph, operations: Vec::new() };
        builder.moves();
        for cell in graph.locals() {
            builder.entries(cell);
        }
        let mut all = builder.operations;
        all.sort_by_key(|operation| operation.mask);
        singles.sort_by_key(|operation| operation.mask);
        let widest = all.iter().map(|operation| operation.mask.count_ones()).max().unwrap_or(0);
        Self { all, singles, widest }
    }

    /// The single cells that break exactly these relations.
    pub(super) fn singles(&self, mask: u64) -> &[Operation] {
        with_mask(&self.singles, mask)
    }

    /// The other operations that break exactly these relations.
    pub(super) fn patterns(&self, mask: u64) -> &[Operation] {
        with_mask(&self.all, mask)
    }

    /// All operations but single cells.
    pub(super) fn all_patterns(&self) -> &[Operation] {
        &self.all
    }

    /// The most relations that an operation of several cells breaks.
    pub(super) fn widest(&self) -> u32 {
        self.widest
    }

    /// All single cells.
    pub(super) fn all_singles(&self) -> &[Operation] {
        &self.singles
    }
}

fn with_mask(sorted: &[Operation], mask: u64) -> &[Operation] {
    let from = sorted.partition_point(|operation| operation.mask < mask);
    let rest = sorted.get(from..).unwrap_or(&[]);
    let count = rest.iter().take_while(|operation| operation.mask == mask).count();
    rest.get(..count).unwrap_or(&[])
}

struct Builder<'g> {
    graph: &'g Graph,
    operations: Vec<Operation>,
}

impl Builder<'_> {
    /// An operation that breaks no relation cannot be seen and is left out.
    fn add(&mut self, family: Family, cells: &[(Local, i64)], cost: Cost) {
        let mut signature: Vec<(u8, i64)> = Vec::new();
        for &(cell, times) in cells {
            for touch in self.graph.touches(cell) {
                match signature.iter_mut().find(|(relation, _)| *relation == touch.relation) {
                    Some((_, sum)) => *sum += touch.sign * times,
                    None => signature.push((touch.relation, touch.sign * times)),
                }
            }
        }
        signature.retain(|&(_, times)| times != 0);
        let mask = signature.iter().fold(0, |mask, &(relation, _)| mask | bit(usize::from(relation)));
        if mask != 0 {
            self.operations.push(Operation { family, cells: cells.into(), signature: signature.into(), mask, cost });
        }
    }

    /// Every pair of a row, and every pair of a column.
    fn moves(&mut self) {
        let moved = &costs().moved;
        let rows = &self.graph.rows;
        for row in rows {
            self.pairs(Family::InRow, &row.iter().flatten().copied().collect::<Vec<_>>(), moved.in_row, moved.apart);
        }
        for column in 0..rows.first().map_or(0, Vec::len) {
            let cells: Vec<Local> = rows.iter().filter_map(|row| row.get(column).copied().flatten()).collect();
            self.pairs(Family::InColumn, &cells, moved.in_column, moved.apart);
        }
    }

    fn pairs(&mut self, family: Family, line: &[Local], near: Cost, apart: Cost) {
        for (index, &first) in line.iter().enumerate() {
            for (distance, &second) in line.iter().skip(index + 1).enumerate() {
                let cost = if distance == 0 { near } else { near + apart };
                self.add(family, &[(first, 1), (second, -1)], cost);
            }
        }
    }

    /// An entry together with the totals that depend on it.
    fn entries(&mut self, entry: Local) {
        let costs = costs();
        let row = self.total(entry, true);
        let column = self.total(entry, false);
        let is_column_total = self.is_column_total(entry);
        if let Some(row) = row {
            let (family, cost) = if is_column_total {
                (Family::StaleTotal, costs.stale.total)
            } else {
                let known = self.row_id(entry).and_then(|id| costs.entry.row_total.get(id));
                (Family::EntryAndRowTotal, known.copied().unwrap_or(costs.entry.row_total_other))
            };
            self.add(family, &[(entry, 1), (row, 1)], cost);
        }
        if let Some(column) = column {
            self.add(Family::EntryAndColumnTotal, &[(entry, 1), (column, 1)], costs.entry.column_total);
        }
        let Some((row, column)) = row.zip(column) else { return };
        let Some(corner) = self.total(column, true) else { return };
        let totals = [(row, 1), (column, 1), (corner, 1)];
        self.add(Family::StaleTotals, &totals, costs.stale.totals);
        self.add(Family::EntryAndTotals, &[&[(entry, 1)], totals.as_slice()].concat(), costs.entry.all_totals);
    }

    /// The total that an entry is added into, along its row or along its column.
    fn total(&self, entry: Local, along_row: bool) -> Option<Local> {
        self.graph.touches(entry).iter().filter(|touch| touch.sign < 0).find_map(|touch| {
            let relation = self.graph.relation(touch.relation)?;
            if matches!(relation.line, EquationLine::Row(_)) == along_row { relation.total } else { None }
        })
    }

    fn is_column_total(&self, cell: Local) -> bool {
        self.graph.touches(cell).iter().any(|touch| {
            let relation = self.graph.relation(touch.relation);
            relation.is_some_and(|relation| {
                matches!(relation.line, EquationLine::Column(_)) && relation.total == Some(cell)
            })
        })
    }

    fn row_id(&self, cell: Local) -> Option<&str> {
        self.graph.row_ids.get(self.graph.place(cell)?.row).map(|id| &**id)
    }
}

impl Operation {
    /// The amount that makes all its active relations hold, if there is one.
    pub(super) fn amount(&self, syndrome: &Syndrome) -> Option<i64> {
        let active = |relation: u8| syndrome.active & bit(usize::from(relation)) != 0;
        let mut signature = self.signature.iter().filter(|(relation, _)| active(*relation));
        let &(first, times) = signature.next()?;
        let off = syndrome.off(first);
        if off % times != 0 {
            return None;
        }
        let amount = -off / times;
        let settles = |&(relation, times): &(u8, i64)| syndrome.off(relation) + times * amount == 0;
        (amount != 0 && signature.all(settles)).then_some(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::super::graph::blocks;
    use super::*;
    use crate::form;

    #[test]
    fn the_table_holds_every_kind_and_no_operation_that_cannot_be_seen() {
        let form = form::newest();
        let blocks = blocks(form);
        let operations = Operations::of(&blocks[0]);
        assert_eq!(operations.singles.len(), 175);
        let count = |family| operations.all.iter().filter(|operation| operation.family == family).count();
        assert_eq!(count(Family::InRow), 25 * 21);
        assert_eq!(count(Family::InColumn), 7 * 300);
        assert_eq!(count(Family::EntryAndRowTotal), 24 * 6);
        assert_eq!(count(Family::StaleTotal), 6);
        assert_eq!(count(Family::EntryAndColumnTotal), 21 * 7);
        assert_eq!(count(Family::StaleTotals), 21 * 6);
        assert_eq!(count(Family::EntryAndTotals), 21 * 6);
        assert!(operations.all.iter().all(|operation| operation.mask != 0));
    }

    #[test]
    fn a_single_cell_is_found_by_its_mask_alone() {
        let form = form::newest();
        let blocks = blocks(form);
        let operations = Operations::of(&blocks[0]);
        for cell in blocks[0].locals() {
            let place = blocks[0].place(cell).unwrap();
            assert_eq!(operations.singles(place.mask).len(), 1);
        }
    }
}
