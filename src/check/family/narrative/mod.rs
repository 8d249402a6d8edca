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

use crate::check::Basis;
use crate::check::facts::claims;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::Collector;
use crate::check::rule::id;
use crate::report::{Lean, Report};

pub use ties::{Agreement, Tie, ties};
pub(in crate::check) use twice::published;

/// Applies these rules to one report.
pub(in crate::check) fn check(report: &Report, text: &claims::Text, _basis: &Basis<'_>, found: &mut Collector<'_>) {
    for section in &text.cut {
        found.unchecked(id::N_01, WhyUnchecked::TooLong(*section));
    }
    tables::check(report, text, found);
    sums::check(report, text, found);
    growth::check(report, text, found);
    units::check(report, text, found);
    twice::check(report, text, found);
    scope::check(report, text, found);
}

/// Applies the part of N-13 that needs the report for the year before: growth stated without the number it starts from.
pub(in crate::check) fn check_growth(report: &Report, before: Option<&Lean>, found: &mut Collector<'_>) {
    growth::check_before(report, &claims::Text::of(report), before, found);
}

#[cfg(test)]
pub(in crate::check) mod fixture;
#[cfg(test)]
mod tests;
