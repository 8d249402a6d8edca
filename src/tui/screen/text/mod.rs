//! The text of a report.

pub mod parallel;
mod state;

pub use state::Prose;
