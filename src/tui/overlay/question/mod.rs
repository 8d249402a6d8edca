//! A question to be answered with yes or no.

mod state;
pub(super) mod update;
pub(super) mod view;

pub(crate) use state::{Answer, Question};
