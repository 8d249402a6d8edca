//! Words of an earlier session that are not in the journal: whose they are, and what is to become of them.

mod state;

pub use state::LeftOver;
