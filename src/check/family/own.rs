//! The rules of an office's own, as its profile has them.

use crate::check::facts::Facts;
use crate::check::facts::figures::multiply;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::doubted::Whose;
use crate::check::finding::outcome::Outcome;
use crate::check::profile::Profile;
use crate::check::profile::own::{OwnRule, OwnScope, Side, Source, Term};
use crate::check::profile::required::Required;
use crate::check::rule::Need;
use crate::form::Cell;
use crate::report::{Lean, Number, Report, Value};

/// Applies the relations over one report.
pub(in crate::check) fn check(report: &Lean, profile: &Profile, outcome: &mut Outcome) {
    let mut relations = profile.own(OwnScope::Report).peekable();
    if relations.peek().is_none() {
        return;
    }
    let mut found = Collector::new(&report.head, profile);
    relations.for_each(|own| own.check(report, &Sources::default(), &mut found));
    outcome.append(found.finish(report.form));
}

/// Looks for what the office wants to read in the sections.
pub(in crate::check) fn check_text(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let profile = found.profile;
    profile.required().iter().for_each(|required| required.check(facts.report(), found));
}

/// What a relation needs beside the report.
#[derive(Clone, Copy, Default)]
pub(in crate::check) struct Sources<'a> {
    pub(crate) before: Option<&'a Lean>,
    pub(crate) units: &'a [&'a Lean],
}

impl OwnRule {
    /// Does it hold of this report alone? `None` where that cannot be said.
    pub(crate) fn holds(&self, report: &Lean) -> Option<bool> {
        let [left, right] = self.sides(report.form)?;
        let sum = |sum| side(sum, report, &Sources::default()).ok();
        Some(self.relation.holds(sum(left)?, sum(right)?))
    }

    /// Adds what it finds.
    pub(crate) fn check(&self, report: &Lean, sources: &Sources<'_>, found: &mut Collector<'_>) {
        let Some([left, right]) = self.sides(report.form) else {
            return found.unchecked_rule(self.rule(), WhyUnchecked::OtherEdition);
        };
        if self.scope() == OwnScope::Years && sources.before.is_none() {
            return found.unchecked_rule(self.rule(), WhyUnchecked::Needs(Need::LastYear));
        }
        let sums = side(left, report, sources).and_then(|left| Ok((left, side(right, report, sources)?)));
        let (one, other) = match sums {
            Ok(sums) => sums,
            Err(reason) => return found.unchecked_rule(self.rule(), reason),
        };
        if self.relation.holds(one, other) {
            return;
        }
        let Some(difference) = one.checked_sub(other) else {
            return found.unchecked_rule(self.rule(), WhyUnchecked::Overflow);
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
        found.say_rule(self.rule(), "broken", "relation", say);
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

fn side(side: &Side, report: &Lean, sources: &Sources<'_>) -> Result<Number, WhyUnchecked> {
    let mut sum = side.constant;
    for term in &side.terms {
        let value = value(term, report, sources)?;
        sum = multiply(value, term.times).and_then(|value| sum.checked_add(value)).ok_or(WhyUnchecked::Overflow)?;
    }
    Ok(sum)
}

fn value(term: &Term, report: &Lean, sources: &Sources<'_>) -> Result<Number, WhyUnchecked> {
    let of = |other: &Lean| {
        let same = std::ptr::eq(other.form, report.form);
        let cell = if same { Some(term.cell) } else { other.form.cell(report.form.id(term.cell)) };
        other.cells.get(cell?).number()
    };
    match term.source {
        Source::Here => match report.cells.get(term.cell) {
            Value::Number(number) => Ok(number),
            Value::Missing => Err(WhyUnchecked::Missing(vec![term.cell])),
            Value::Blank | Value::Raw(_) => Err(WhyUnchecked::NoNumber(vec![term.cell])),
        },
        Source::LastYear => sources.before.and_then(of).ok_or_else(|| WhyUnchecked::NoNumber(vec![term.cell])),
        Source::Units => sources.units.iter().try_fold(Number::ZERO, |sum, unit| {
            let value = of(unit).ok_or_else(|| WhyUnchecked::NoNumber(vec![term.cell]))?;
            sum.checked_add(value).ok_or(WhyUnchecked::Overflow)
        }),
    }
}

impl Required {
    pub(crate) fn check(&self, report: &Report, found: &mut Collector<'_>) {
        let section = report.narrative.sections.iter().find(|section| section.number == self.section);
        let Some(section) = section else {
            return found.unchecked_rule(self.rule, WhyUnchecked::NoSection(self.section));
        };
        let has = |word: &str| section.text.contains(word);
        let mut missing: Vec<&str> = self.all.iter().map(|word| &**word).filter(|word| !has(word)).collect();
        let any = self.any.join("／");
        if !self.any.is_empty() && !self.any.iter().any(|word| has(word)) {
            missing.push(&any);
        }
        if !missing.is_empty() {
            let say = Say::default().with("section", self.section).with("words", missing.join("、"));
            found.say_rule(self.rule, "missing", &format!("section/{}", self.section), say);
        }
    }
}
