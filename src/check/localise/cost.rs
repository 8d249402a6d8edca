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
    pub margin: Cost,
    pub margin_single_relation: Cost,
    pub further: Cost,
    pub further_pattern: Cost,
    pub contradicted: Cost,
    pub four_cells_from: u32,
    pub most_steps: u32,
    pub carried: Vec<Carried>,
    pub single: Single,
    pub moved: Moved,
    pub entry: Entry,
    pub stale: Stale,
    pub row: Rows,
}

/// What last year's report says about this year's.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Carried {
    pub table: Box<str>,
    pub from: Box<str>,
    pub to: Box<str>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Single {
    pub base: Cost,
    pub transposed: Cost,
    pub replaced: Cost,
    pub added: Cost,
    pub omitted: Cost,
    pub plain: Cost,
    pub was_zero: Cost,
    pub becomes_zero: Cost,
    pub total: Cost,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moved {
    pub in_row: Cost,
    pub in_column: Cost,
    pub swapped: Cost,
    pub onto_another: Cost,
    pub partial: Cost,
    pub apart: Cost,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub column_total: Cost,
    pub all_totals: Cost,
    pub row_total: BTreeMap<Box<str>, Cost>,
    pub row_total_other: Cost,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stale {
    pub total: Cost,
    pub totals: Cost,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rows {
    pub shifted: Cost,
    pub empty: BTreeMap<Box<str>, Cost>,
    pub empty_other: Cost,
    pub duplicated: Cost,
    pub wrong: Cost,
    pub exchanged: Cost,
    pub exchanged_apart: Cost,
    pub block_shifted: Cost,
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
