//! Comparing a doubtful reading with the document: what it says.

mod state;

pub use state::Compare;
