//! Comparing a doubtful reading with the document: what it says.

mod state;
pub(super) mod update;
pub(super) mod view;

pub(crate) use state::Compare;
pub(crate) use update::open;
