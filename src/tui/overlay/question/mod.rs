//! A question to be answered with yes or no.

mod state;

pub use state::{Answer, Question};
