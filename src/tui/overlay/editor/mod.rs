//! The editor: words being written, for whatever they will be.

mod open;
mod state;
pub(super) mod subject;
pub(super) mod templates;
#[cfg(test)]
mod tests;
pub(super) mod update;
pub(super) mod view;

pub(crate) use open::open;
pub(crate) use state::{Editor, Purpose};
pub(crate) use update::edited;
