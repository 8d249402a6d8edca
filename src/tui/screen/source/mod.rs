//! The document that a report was read from.

mod state;

pub use state::{Document, Sought, Source, Text};
