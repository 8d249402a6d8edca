//! The menu of decisions on a finding.

mod reasons;
mod state;
#[cfg(test)]
mod tests;
pub(super) mod update;
pub(super) mod view;

pub use reasons::{choices, reason};
pub use state::{Choice, Reason, VerdictMenu};
