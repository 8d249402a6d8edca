//! Relations of an office's own: sums of cells of one report, of two years, of a region.

use crate::check::collect::{Collector, Say};
use crate::check::doubted::Whose;
use crate::check::figures::multiply;
use crate::check::finding::Reason;
use crate::check::rule::{Need, Rule};
use crate::form::{Cell, Form};
use crate::report::{Lean, Number, Value};

/// What a relation is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum OwnScope {
    /// One report.
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
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "=" | "==" => Self::Equal,
            ">=" | "≥" => Self::AtLeast,
            "<=" | "≤" => Self::AtMost,
            _ => return None,
        })
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Equal => "＝",
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
        }
    }

    fn holds(self, left: Number, right: Number) -> bool {
        match self {
            Self::Equal => left == right,
            Self::AtLeast => left >= right,
            Self::AtMost => left <= right,
        }
    }
}

/// Which report a cell is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Source {
    Here,
    LastYear,
    /// The sum over the units of a region.
    Units,
}

/// A cell that a side adds, so many times.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Term {
    pub cell: Cell,
    pub times: i64,
    pub source: Source,
}

/// One side in one edition of the form.
#[derive(Debug, Clone, Default)]
pub(in crate::check) struct Side {
    pub terms: Vec<Term>,
    pub constant: Number,
}

/// A relation in every edition that has all its cells.
#[derive(Debug)]
pub(in crate::check) struct OwnRule {
    pub(super) rule: &'static Rule,
    pub(super) scope: OwnScope,
    pub(super) relation: Relation,
    pub(super) editions: Vec<(&'static Form, [Side; 2])>,
}

/// What a relation needs beside the report.
#[derive(Clone, Copy, Default)]
pub(in crate::check) struct Sources<'a> {
    pub before: Option<&'a Lean>,
    pub units: &'a [&'a Lean],
}

impl OwnRule {
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    pub fn scope(&self) -> OwnScope {
        self.scope
    }

    /// Does it hold of this report alone? `None` where that cannot be said.
    pub fn holds(&self, report: &Lean) -> Option<bool> {
        let (_, [left, right]) = self.editions.iter().find(|(form, _)| std::ptr::eq(*form, report.form))?;
        let sum = |sum| side(sum, report, &Sources::default()).ok();
        Some(self.relation.holds(sum(left)?, sum(right)?))
    }

    /// Adds what it finds.
    pub fn check(&self, report: &Lean, sources: &Sources<'_>, found: &mut Collector<'_>) {
        let known = self.editions.iter().find(|(form, _)| std::ptr::eq(*form, report.form));
        let Some((_, [left, right])) = known else {
            return found.unchecked_rule(self.rule, Reason::OtherEdition);
        };
        if self.scope == OwnScope::Years && sources.before.is_none() {
            return found.unchecked_rule(self.rule, Reason::Needs(Need::LastYear));
        }
        let sums = side(left, report, sources).and_then(|left| Ok((left, side(right, report, sources)?)));
        let (one, other) = match sums {
            Ok(sums) => sums,
            Err(reason) => return found.unchecked_rule(self.rule, reason),
        };
        if self.relation.holds(one, other) {
            return;
        }
        let Some(difference) = one.checked_sub(other) else {
            return found.unchecked_rule(self.rule, Reason::Overflow);
        };
        let mut cells: Vec<Cell> = Vec::new();
        for term in left.terms.iter().chain(&right.terms).filter(|term| term.source != Source::LastYear) {
            if !cells.contains(&term.cell) {
                cells.push(term.cell);
            }
        }
        let elsewhere = left.terms.iter().chain(&right.terms);
        let say = elsewhere.fold(Say::default(), |say, term| rests_on(say, term, report, sources));
        let say = say.with("left", one).with("right", other).with("difference", difference);
        let say = say.with("relation", self.relation.sign()).sides(one, other).cells(cells);
        found.say_rule(self.rule, "broken", "relation", say);
    }
}

/// It rests on what other reports have in the cell of a term, too.
fn rests_on(say: Say, term: &Term, report: &Lean, sources: &Sources<'_>) -> Say {
    let cell = |other: &Lean| other.form.cell(report.form.id(term.cell));
    match term.source {
        Source::Here => say,
        Source::LastYear => match sources.before {
            Some(before) => say.rests_on(Whose::LastYear, before, cell(before)),
            None => say,
        },
        Source::Units => sources
            .units
            .iter()
            .fold(say, |say, unit| say.rests_on(Whose::Other(unit.head.agency.name.clone()), unit, cell(unit))),
    }
}

fn side(side: &Side, report: &Lean, sources: &Sources<'_>) -> Result<Number, Reason> {
    let mut sum = side.constant;
    for term in &side.terms {
        let value = value(term, report, sources)?;
        sum = multiply(value, term.times).and_then(|value| sum.checked_add(value)).ok_or(Reason::Overflow)?;
    }
    Ok(sum)
}

fn value(term: &Term, report: &Lean, sources: &Sources<'_>) -> Result<Number, Reason> {
    let of = |other: &Lean| {
        let same = std::ptr::eq(other.form, report.form);
        let cell = if same { Some(term.cell) } else { other.form.cell(report.form.id(term.cell)) };
        other.cells.get(cell?).number()
    };
    match term.source {
        Source::Here => match report.cells.get(term.cell) {
            Value::Number(number) => Ok(number),
            Value::Missing => Err(Reason::Missing(vec![term.cell])),
            Value::Blank | Value::Raw(_) => Err(Reason::NoNumber(vec![term.cell])),
        },
        Source::LastYear => sources.before.and_then(of).ok_or_else(|| Reason::NoNumber(vec![term.cell])),
        Source::Units => sources.units.iter().try_fold(Number::ZERO, |sum, unit| {
            let value = of(unit).ok_or_else(|| Reason::NoNumber(vec![term.cell]))?;
            sum.checked_add(value).ok_or(Reason::Overflow)
        }),
    }
}
