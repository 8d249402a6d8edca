//! The agencies that are marked, for acting on all of them.

mod state;
mod update;

pub(crate) use state::Selection;
pub(crate) use update::{clear, range, toggle, toggle_all};
