//! Words of an earlier session that are not in the journal: whose they are, and what is to become of them.

mod state;
pub(super) mod update;
pub(super) mod view;

pub(crate) use state::LeftOver;
pub(crate) use update::{offer, put_back};
#[cfg(test)]
pub(crate) use view::lines;
