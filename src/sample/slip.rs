//! Slips as people make them when they fill in a form, put into a correct report on purpose.

use serde::{Deserialize, Serialize};

use crate::form::Form;
use crate::report::Cells;

use super::hand::Hand;
use super::quiet::Quiet;
use super::random::Random;
use super::truth::faults;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub(crate) enum SlipKind {
    /// Left empty.
    Blank,
    /// `/` or a dash instead of 0.
    Mark,
    /// The column of the totals left empty.
    TotalsBlank,
    /// A number with a unit or a word.
    NotANumber,
    /// A minus sign before it.
    Negative,
    /// A count with decimal places.
    Decimals,
    /// An amount below one yuan.
    FeePlaces,
    /// One too many or too few.
    OffByOne,
    /// Two digits in the wrong order.
    Transposed,
    /// The last digit lost.
    LostDigit,
    /// The value one column too far to the right.
    WrongColumn,
    /// Exchanged with the column to the right.
    Swapped,
    /// A column was corrected, the totals were not.
    StaleTotal,
    /// The requests carried over were changed, with their total, and nothing else.
    CarriedOver,
    /// No slip by chance: a text, a year or a copy that a rule speaks of.
    ByHand,
}

/// One cell that a slip changed. Values as in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct SlippedCell {
    pub(crate) cell: Box<str>,
    /// What should stand there.
    pub(crate) from: serde_json::Value,
    /// What stands there.
    pub(crate) to: serde_json::Value,
}

/// A slip and all cells it changed.
#[derive(Debug, Clone)]
pub(super) struct Slip {
    pub(crate) kind: SlipKind,
    pub(crate) changes: Vec<SlippedCell>,
}

impl Slip {
    /// Did it change this cell?
    pub(super) fn touches(&self, id: &str) -> bool {
        self.changes.iter().any(|change| &*change.cell == id)
    }
}

/// The rules that speak of one cell, with the slips that violate each.
const CELL_RULES: [(&str, &str, &[SlipKind]); 8] = [
    ("T2-01", "disclosure", &[SlipKind::Blank, SlipKind::Mark]),
    ("T2-02", "disclosure", &[SlipKind::NotANumber]),
    ("T2-03", "disclosure", &[SlipKind::Negative]),
    ("T2-04", "disclosure", &[SlipKind::Decimals]),
    ("T2-05", "disclosure", &[SlipKind::FeePlaces]),
    ("T3-04", "requests", &[SlipKind::NotANumber, SlipKind::Negative, SlipKind::Decimals]),
    ("T3-05", "requests", &[SlipKind::Blank, SlipKind::Mark, SlipKind::TotalsBlank]),
    ("T4-04", "disputes", &[SlipKind::Blank, SlipKind::Mark, SlipKind::NotANumber, SlipKind::Negative]),
];

const EQUATION_SLIPS: [SlipKind; 7] = [
    SlipKind::OffByOne,
    SlipKind::Transposed,
    SlipKind::LostDigit,
    SlipKind::WrongColumn,
    SlipKind::Swapped,
    SlipKind::StaleTotal,
    SlipKind::CarriedOver,
];

/// The table of a rule that speaks of one cell.
pub(super) fn table_of_cell_rule(rule: &str) -> Option<&'static str> {
    CELL_RULES.iter().find(|(known, ..)| *known == rule).map(|(_, table, _)| *table)
}

/// Every rule that a slip can violate, with its table.
pub(super) fn rules(form: &Form) -> Vec<(Box<str>, usize)> {
    let mut rules: Vec<(Box<str>, usize)> = Vec::new();
    for (rule, table, _) in CELL_RULES {
        rules.extend(form.table(table).map(|(table, _)| (rule.into(), table)));
    }
    for equation in &form.equations {
        if rules.iter().all(|(rule, _)| *rule != equation.rule) {
            rules.push((equation.rule.clone(), equation.table));
        }
    }
    rules
}

/// Puts one slip into the cells so that `rule` is violated; of the kind asked for, where one is.
pub(super) fn plant(
    form: &Form,
    cells: &mut Cells,
    rule: &str,
    wanted: Option<SlipKind>,
    quiet: &Quiet,
    random: &mut Random,
) -> Option<Slip> {
    let kinds = CELL_RULES.iter().find(|(known, ..)| *known == rule).map_or(&EQUATION_SLIPS[..], |(.., kinds)| kinds);
    (0..200).find_map(|_| {
        let kind = wanted.or_else(|| random.pick(kinds).copied())?;
        let (changed, changes) = Hand::new(form, cells.clone(), random).slip(rule, kind)?;
        let fits = quiet.allows(form, &changed, &changes) && faults(form, &changed).iter().any(|f| &*f.rule == rule);
        fits.then(|| {
            *cells = changed;
            Slip { kind, changes }
        })
    })
}
