//! A report is sent back: until when it is to be reported anew, why, and which findings go with it.

pub(super) mod date;
mod going;
mod holidays;
mod state;
#[cfg(test)]
mod tests;
pub(super) mod update;
pub(super) mod view;

use state::Going;
pub(crate) use state::{DueField, DueOf, DuePrompt};
pub(crate) use update::{ask, ask_again, change, give_back};
pub(super) use view::typed as said_typed;
