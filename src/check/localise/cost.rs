//! What slips cost, read from `costs.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::digits;
use super::digits::Digits;
use super::kind::RepairKind;

/// In units of 0.1.
pub(super) type Cost = i32;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Costs {
    pub(crate) margin: Cost,
    pub(crate) margin_single_relation: Cost,
    pub(crate) further: Cost,
    pub(crate) further_pattern: Cost,
    pub(crate) contradicted: Cost,
    pub(crate) four_cells_from: u32,
    pub(crate) most_steps: u32,
    pub(crate) carried: Vec<Carried>,
    pub(crate) single: Single,
    pub(crate) moved: Moved,
    pub(crate) entry: Entry,
    pub(crate) stale: Stale,
    pub(crate) row: Rows,
}

/// What last year's report says about this year's.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Carried {
    pub(crate) table: Box<str>,
    pub(crate) from: Box<str>,
    pub(crate) to: Box<str>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Single {
    pub(crate) base: Cost,
    pub(crate) transposed: Cost,
    pub(crate) replaced: Cost,
    pub(crate) added: Cost,
    pub(crate) omitted: Cost,
    pub(crate) plain: Cost,
    pub(crate) was_zero: Cost,
    pub(crate) becomes_zero: Cost,
    pub(crate) total: Cost,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moved {
    pub(crate) in_row: Cost,
    pub(crate) in_column: Cost,
    pub(crate) swapped: Cost,
    pub(crate) onto_another: Cost,
    pub(crate) partial: Cost,
    pub(crate) apart: Cost,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(crate) column_total: Cost,
    pub(crate) all_totals: Cost,
    pub(crate) row_total: BTreeMap<Box<str>, Cost>,
    pub(crate) row_total_other: Cost,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stale {
    pub(crate) total: Cost,
    pub(crate) totals: Cost,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rows {
    pub(crate) shifted: Cost,
    pub(crate) empty: BTreeMap<Box<str>, Cost>,
    pub(crate) empty_other: Cost,
    pub(crate) duplicated: Cost,
    pub(crate) wrong: Cost,
    pub(crate) exchanged: Cost,
    pub(crate) exchanged_apart: Cost,
    pub(crate) block_shifted: Cost,
}

static COSTS: LazyLock<Costs> = LazyLock::new(|| {
    // That the embedded file loads is proved by the test `the_costs_load`.
    toml::from_str(include_str!("costs.toml")).unwrap_or_default()
});

pub(super) fn costs() -> &'static Costs {
    &COSTS
}

impl Single {
    /// Of one cell that holds `found` and should hold `meant`, and the slip's name.
    pub(super) fn of(&self, found: i64, meant: i64, is_total: bool) -> (Cost, RepairKind) {
        let (digits, kind) = match digits::slip(found, meant) {
            Some(Digits::Transposed) => (self.transposed, RepairKind::Transposed),
            Some(Digits::Replaced) => (self.replaced, RepairKind::DigitReplaced),
            Some(Digits::Added) => (self.added, RepairKind::DigitAdded),
            Some(Digits::Omitted) => (self.omitted, RepairKind::DigitOmitted),
            None => (self.plain, RepairKind::Single),
        };
        let zero = if found == 0 { self.was_zero } else { 0 } + if meant == 0 { self.becomes_zero } else { 0 };
        let total = if is_total { self.total } else { 0 };
        (self.base + digits + zero + total, kind)
    }

    /// No single cell costs less.
    pub(super) fn least(&self) -> Cost {
        let digits = self.transposed.min(self.replaced).min(self.added).min(self.omitted).min(self.plain);
        self.base + digits + self.total.min(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_costs_load() {
        let costs: Costs = toml::from_str(include_str!("costs.toml")).unwrap();
        assert_eq!((costs.margin, costs.single.least()), (10, 15));
    }

    #[test]
    fn a_slip_of_the_hand_is_likelier_than_any_other_number() {
        let single = &costs().single;
        assert!(single.of(54, 45, false).0 < single.of(52, 45, false).0);
        assert!(single.of(7, 5, true).0 < single.of(7, 5, false).0);
    }
}
