//! Relations of an office's own, as data: sums of cells of one report, of two years, of a region.

use std::collections::HashMap;

use crate::check::rule::Rule;
use crate::form::{Cell, Form};
use crate::report::{Number, SafeText};

/// What a relation is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum OwnScope {
    Report,
    /// A report and the one before.
    Years,
    /// A summary and its units.
    Region,
}

/// How the sides must stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Relation {
    Equal,
    AtLeast,
    AtMost,
}

impl Relation {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "=" | "==" => Self::Equal,
            ">=" | "≥" => Self::AtLeast,
            "<=" | "≤" => Self::AtMost,
            _ => return None,
        })
    }

    /// As it is written in a finding.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Equal => "＝",
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
        }
    }

    /// Does it hold between these numbers?
    pub(crate) fn holds(self, left: Number, right: Number) -> bool {
        match self {
            Self::Equal => left == right,
            Self::AtLeast => left >= right,
            Self::AtMost => left <= right,
        }
    }
}

/// Which report a cell is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::check) enum Source {
    Here,
    LastYear,
    /// The sum over the units of a region.
    Units,
}

/// A cell that a side adds, so many times.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Term {
    pub(crate) cell: Cell,
    pub(crate) times: i64,
    pub(crate) source: Source,
}

/// One side in one edition of the form.
#[derive(Debug, Clone, Default)]
pub(in crate::check) struct Side {
    pub(crate) terms: Vec<Term>,
    pub(crate) constant: Number,
}

/// A relation in every edition that has all its cells.
#[derive(Debug)]
pub(in crate::check) struct OwnRule {
    pub(super) rule: &'static Rule,
    pub(super) scope: OwnScope,
    pub(crate) relation: Relation,
    pub(super) editions: Vec<(&'static Form, [Side; 2])>,
    /// Both sides as they are written.
    pub(super) terms: [Vec<SafeText>; 2],
}

impl Side {
    /// Is the other one the same sum, in whatever order?
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let mut times: HashMap<(usize, Source), i64> = HashMap::new();
        for (side, sign) in [(self, 1), (other, -1)] {
            for term in &side.terms {
                let sum = times.entry((term.cell.index(), term.source)).or_default();
                *sum = sum.saturating_add(term.times.saturating_mul(sign));
            }
        }
        self.constant == other.constant && times.values().all(|times| *times == 0)
    }
}

impl OwnRule {
    /// The relation as it is written: `requests/new/total ≥ 5`.
    pub(crate) fn written(&self) -> String {
        let [left, right] = &self.terms;
        let side = |terms: &[SafeText]| terms.iter().map(SafeText::as_str).collect::<Vec<_>>().join(" + ");
        format!("{} {} {}", side(left), self.relation.sign(), side(right))
    }

    pub(crate) fn rule(&self) -> &'static Rule {
        self.rule
    }

    pub(crate) fn scope(&self) -> OwnScope {
        self.scope
    }

    /// Both sides in an edition of the form; `None` where it lacks one of their cells.
    pub(crate) fn sides(&self, form: &Form) -> Option<&[Side; 2]> {
        self.editions.iter().find(|(known, _)| std::ptr::eq(*known, form)).map(|(_, sides)| sides)
    }
}
