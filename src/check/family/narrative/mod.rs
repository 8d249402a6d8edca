//! Numbers in the text against the tables, and against each other (N).
//!
//! A false alarm is worse than silence: where a number can be understood in several ways and one agrees, nothing is
//! said. What a number is about is for `claims` to say.

mod growth;
mod scope;
mod sums;
mod tables;
mod ties;
mod twice;
mod units;

use crate::check::facts::Facts;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::Collector;
use crate::check::rule::id;
use crate::report::Lean;

pub use ties::{Agreement, Tie, ties};
pub(in crate::check) use twice::published;

/// Applies these rules to one report.
pub(in crate::check) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    for section in &facts.claims().cut {
        found.unchecked(id::N_01, WhyUnchecked::TooLong(*section));
    }
    tables::check(facts, found);
    sums::check(facts, found);
    growth::check(facts, found);
    units::check(facts, found);
    twice::check(facts, found);
    scope::check(facts, found);
}

/// Applies the part of N-13 that needs the report for the year before: growth stated without the number it starts from.
pub(in crate::check) fn check_growth(facts: &Facts<'_>, before: Option<&Lean>, found: &mut Collector<'_>) {
    growth::check_before(facts, before, found);
}

#[cfg(test)]
mod tests;
