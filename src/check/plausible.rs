//! Numbers that are possible but not likely (T2-06 …, T3-06 …, T4-05 …).

use crate::report::Report;

use super::Basis;
use super::collect::Collector;

/// Applies these rules to one report.
pub(super) fn check(_report: &Report, _basis: &Basis<'_>, _found: &mut Collector<'_>) {}
