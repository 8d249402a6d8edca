//! The menu of decisions on a finding.

mod reasons;
mod state;
pub(super) mod update;
pub(super) mod view;

pub use reasons::{choices, reason};
pub use state::{Choice, Reason, VerdictMenu};
