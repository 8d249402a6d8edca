//! The report under the cursor of the list, in brief beside it.

mod state;
mod update;
mod view;

pub(crate) use state::Preview;
pub(crate) use update::{settle, toggle};
pub(super) use view::{draw, draw_table};

#[cfg(test)]
mod tests;
