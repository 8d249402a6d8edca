//! The menu of decisions on a finding.

mod reasons;
mod state;

pub use reasons::{choices, reason};
pub use state::{Choice, Reason, VerdictMenu};
