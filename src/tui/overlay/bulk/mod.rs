//! Acting on many reports at once: shown first, then recorded in one go.

mod plan;
mod room;
mod state;
#[cfg(test)]
mod tests;
pub(super) mod update;
pub(super) mod view;

pub(crate) use state::{Bulk, BulkDeed, BulkLine};
pub(crate) use update::{decide, marked_or_shown, preview, preview_of};
