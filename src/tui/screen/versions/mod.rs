//! What changed since the version before.

mod state;

pub use state::{Earlier, Versions};
