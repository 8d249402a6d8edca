//! One line of text: the name under which a filter is saved.

mod state;
pub(super) mod update;
pub(super) mod view;

pub(crate) use state::Prompt;
#[cfg(test)]
pub(crate) use update::MAX_NAME;
pub(crate) use update::ask;
