//! The quality of the text (TXT).

use crate::report::Report;

use super::Basis;
use super::collect::Collector;

/// Applies these rules to one report.
pub(super) fn check(_report: &Report, _basis: &Basis<'_>, _found: &mut Collector<'_>) {}
