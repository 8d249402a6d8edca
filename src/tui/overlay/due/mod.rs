//! The date until when a returned report is to be reported anew.

pub(super) mod date;
mod state;
pub(super) mod update;
pub(super) mod view;

pub(crate) use state::{DueOf, DuePrompt};
pub(crate) use update::{ask, change};
