//! One line of text: the name under which a filter is saved.

mod state;

pub use state::Prompt;
