//! What a step of the search costs, and whether going on can still be worth it.

use super::super::cost::Cost;
use super::super::graph::Local;
use super::super::kind::RepairKind;
use super::super::linear::{Family, Operation};
use super::super::syndrome::LARGEST;
use super::{Search, Step};

impl Search<'_> {
    /// The slip of one cell.
    pub(super) fn single(&self, cell: Local, by: i64) -> Option<(Step, RepairKind)> {
        let found = self.value(cell);
        let meant = found + by;
        if !(0..=LARGEST).contains(&meant) || self.is_fixed(cell) {
            return None;
        }
        if self.is_filled(cell) {
            return Some((Step { cell, by, cost: 0, counts: false }, RepairKind::Blank));
        }
        let is_total = self.graph.place(cell).is_some_and(|place| place.is_total);
        let (cost, kind) = self.costs.single.of(found, meant, is_total);
        Some((Step { cell, by, cost, counts: true }, kind))
    }

    /// What an operation of several cells costs with this amount; none where a cell would leave its bounds.
    pub(super) fn price(&self, operation: &Operation, amount: i64) -> Option<(Cost, RepairKind)> {
        let fits = |&(cell, times): &(Local, i64)| {
            (0..=LARGEST).contains(&(self.value(cell) + times * amount)) && !self.is_fixed(cell)
        };
        if !operation.cells.iter().all(fits) {
            return None;
        }
        let (extra, kind) = match operation.family {
            Family::Single => return None,
            Family::InRow => self.moved(operation, amount, [RepairKind::WrongColumn, RepairKind::ColumnsSwapped])?,
            Family::InColumn => self.moved(operation, amount, [RepairKind::WrongRow, RepairKind::RowsSwapped])?,
            Family::EntryAndRowTotal => (0, RepairKind::EntryAndRowTotal),
            Family::EntryAndColumnTotal => (0, RepairKind::EntryAndColumnTotal),
            Family::EntryAndTotals => (0, RepairKind::EntryAndTotals),
            Family::StaleTotal => (0, RepairKind::StaleTotal),
            Family::StaleTotals => (0, RepairKind::StaleTotals),
        };
        Some((operation.cost + extra, kind))
    }

    /// From the cell that loses to the cell that gains.
    fn moved(&self, operation: &Operation, amount: i64, kinds: [RepairKind; 2]) -> Option<(Cost, RepairKind)> {
        let moved = &self.costs.moved;
        let mut cells = operation.cells.iter().map(|&(cell, times)| (self.value(cell), times * amount));
        let (first, second) = (cells.next()?, cells.next()?);
        let (gains, loses) = if first.1 > 0 { (first, second) } else { (second, first) };
        let [wrong_place, swapped] = kinds;
        let whole = gains.1 == loses.0;
        Some(if whole && gains.0 == 0 {
            (0, wrong_place)
        } else if gains.0 + gains.1 == loses.0 {
            (moved.swapped, swapped)
        } else {
            let onto_another = if whole { 0 } else { moved.onto_another };
            (onto_another + if gains.0 == 0 { 0 } else { moved.partial }, wrong_place)
        })
    }

    /// A move from a cell that shows something other than zero, and is no exchange.
    pub(super) fn is_partial(&self, kind: RepairKind, changes: &[(Local, i64)]) -> bool {
        let gains = changes.iter().find(|(_, by)| *by > 0);
        matches!(kind, RepairKind::WrongColumn | RepairKind::WrongRow)
            && gains.is_some_and(|&(cell, _)| self.value(cell) != 0)
    }

    /// What the trail costs with one more operation.
    pub(super) fn with_trail(&self, cost: Cost, counts: bool) -> Cost {
        let slips = self.trail.iter().filter(|step| step.counts).count() + usize::from(counts);
        let further = Cost::try_from(slips.saturating_sub(1)).unwrap_or(0) * self.costs.further;
        self.trail.iter().map(|step| step.cost).sum::<Cost>() + cost + further
    }

    /// Could `slips` of at least `least` each still come within the margin?
    pub(super) fn may_cost(&self, slips: usize, least: Cost) -> bool {
        let slips = Cost::try_from(slips).unwrap_or(Cost::MAX);
        let least = if self.values.filled.is_empty() { least } else { 0 };
        least * slips + self.costs.further * (slips - 1) <= self.best.saturating_add(self.margin)
    }

    /// Each cell lies in one relation of each exclusive set at most.
    pub(super) fn is_within(&self, cells: usize) -> bool {
        let broken = |set: &u64| (self.syndrome.mask & set).count_ones();
        let most = u32::try_from(cells).unwrap_or(u32::MAX);
        self.graph.exclusive.iter().all(|set| broken(set) <= most)
    }

    /// Can the trail with this step and the cells to come still end within the margin?
    pub(super) fn may_go_on(&self, step: Step, cells: usize) -> bool {
        let least = if self.values.filled.is_empty() { self.costs.single.least() } else { 0 };
        let rest = (least + self.costs.further) * Cost::try_from(cells).unwrap_or(0);
        self.with_trail(step.cost, step.counts) + rest <= self.best.saturating_add(self.margin)
    }
}
