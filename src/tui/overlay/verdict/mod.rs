//! The menu of decisions on a finding.

mod reasons;
mod state;
#[cfg(test)]
mod tests;
pub(super) mod update;
pub(super) mod view;

pub(crate) use reasons::{choices, reason};
pub(crate) use state::{Choice, Reason, VerdictMenu};
