//! Acting on many reports at once: shown first, then recorded in one go.

mod state;

pub use state::{Bulk, BulkDeed, BulkLine};
