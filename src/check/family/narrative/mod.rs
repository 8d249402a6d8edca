//! Numbers in the text against the tables, and against each other (N).
//!
//! A false alarm is worse than silence: where a number can be understood in several ways and one agrees, nothing is
//! said. What a number is about is for `claims` to say.

mod balance;
mod channels;
mod charges;
mod counted;
mod decisions;
mod growth;
mod named;
mod outright;
mod overdue;
mod scope;
mod shares;
mod sums;
mod tables;
mod ties;
mod trial;
mod twice;
mod unfinished;
mod units;

use crate::check::facts::Facts;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::Collector;
use crate::check::rule::{RuleId, id};
use crate::report::Lean;

pub(in crate::check) use growth::{Grown, GrownWire, compared};
pub use ties::ties;
pub(crate) use ties::{Agreement, Tie};
pub(in crate::check) use twice::published;

/// Applies these rules to one report.
pub(in crate::check) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    for section in &facts.claims().cut {
        found.unchecked(id::N_01, WhyUnchecked::TooLong(*section));
    }
    tables::check(facts, found);
    sums::check(facts, found);
    channels::check(facts, found);
    growth::check(facts, found);
    units::check(facts, found);
    shares::check(facts, found);
    twice::check(facts, found);
    scope::check(facts, found);
    counted::check(facts, found);
    trial::check(facts, found);
    overdue::check(facts, found);
    unfinished::check(facts, found);
    charges::check(facts, found);
    decisions::check(facts, found);
    outright::check(facts, found);
    named::check(facts, found);
    nothing_said(facts, found);
}

/// The rules that hold one number of the text against the tables.
const AGAINST_TABLES: [RuleId; 8] = [id::N_01, id::N_02, id::N_03, id::N_05, id::N_06, id::N_09, id::N_10, id::N_11];
/// Those that need any number.
const OF_NUMBERS: [RuleId; 7] = [id::N_04, id::N_07, id::N_08, id::N_12, id::N_13, id::N_14, id::N_16];

/// A rule that found nothing to read has not found the text right.
fn nothing_said(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let sentences = &facts.claims().sentences;
    let claims = sentences.iter().flat_map(|said| {
        let items = said.items.iter().flat_map(|item| item.claim.metric.into_iter().chain(item.also.iter().copied()));
        items.chain(said.nothing.iter().chain(&said.every).filter_map(|claim| claim.metric))
    });
    let said: Vec<RuleId> = claims.filter_map(|metric| metric.rule).collect();
    let why = if facts.prose().has_text() { WhyUnchecked::NothingSaid } else { WhyUnchecked::NoText };
    let numbers = sentences.iter().any(|said| !said.items.is_empty() || !said.nothing.is_empty());
    let others = OF_NUMBERS.into_iter().filter(|_| !numbers);
    for rule in AGAINST_TABLES.into_iter().filter(|rule| !said.contains(rule)).chain(others) {
        found.unchecked(rule, why.clone());
    }
}

/// Applies the part of N-13 that needs the report for the year before: growth stated without the number it starts from.
pub(in crate::check) fn check_growth(facts: &Facts<'_>, before: Option<&Lean>, found: &mut Collector<'_>) {
    growth::check_before(facts, before, found);
}

/// The same of a text that is not at hand, of which this is known: does all of it hold?
pub(in crate::check) fn growth_holds(grown: &[Grown], before: Option<&Lean>, found: &mut Collector<'_>) -> bool {
    growth::hold(grown, before, found)
}

#[cfg(test)]
mod tests;
