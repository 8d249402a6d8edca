//! The editor: words being written, for whatever they will be.

mod state;

pub use state::{Editor, Purpose};
