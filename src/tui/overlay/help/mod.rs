//! The help: all commands with their keys, and searching in them.

mod state;
pub(super) mod update;
pub(super) mod view;

pub use state::Help;
pub(crate) use update::open;
