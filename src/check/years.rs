//! A report against the same agency's report for the year before (Y).

use crate::report::Lean;

use super::Basis;
use super::collect::Collector;

/// Applies these rules; `before` is the report for the year before, where there is one.
pub(super) fn check(_report: &Lean, _before: Option<&Lean>, _basis: &Basis<'_>, _found: &mut Collector<'_>) {}
