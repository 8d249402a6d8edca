//! Numbers in the text against the tables (N).

use crate::report::Report;

use super::Basis;
use super::collect::Collector;

/// Applies these rules to one report.
pub(super) fn check(_report: &Report, _basis: &Basis<'_>, _found: &mut Collector<'_>) {}
