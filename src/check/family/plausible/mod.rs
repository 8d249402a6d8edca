//! Numbers that are possible but not likely (T2-06 …, T3-06 …, T4-05 …).
//!
//! Owns: what one report alone makes doubtful. What takes the report of the year before stands in `years`.

mod disclosure;
mod disputes;
mod requests;

use crate::check::facts::Facts;
use crate::check::finding::collect::Collector;

pub(in crate::check) use disputes::TOTALS;

/// Applies these rules to one report.
pub(in crate::check) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    disclosure::check(facts, found);
    requests::check(facts, found);
    disputes::check(facts, found);
}

#[cfg(test)]
mod tests;
