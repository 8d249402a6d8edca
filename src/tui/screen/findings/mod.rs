//! The findings of a report.

mod state;

pub use state::{Findings, Resumed, Sought};
