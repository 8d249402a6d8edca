//! The date until when a returned report is to be reported anew.

mod state;

pub use state::{DueOf, DuePrompt};
