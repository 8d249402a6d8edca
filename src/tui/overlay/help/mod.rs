//! The help: all commands with their keys, and searching in them.

mod state;

pub use state::Help;
