//! The tables of a report.

mod state;

pub use state::Tables;
