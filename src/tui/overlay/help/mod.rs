//! The help: all commands with their keys, and searching in them.

pub(crate) mod lines;
mod state;
pub(super) mod update;
pub(super) mod view;

pub(crate) use lines::found_by_all;
pub(crate) use state::Help;
pub(crate) use update::open;
