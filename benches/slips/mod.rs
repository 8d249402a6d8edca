//! Ground truth for localisation: consistent reports of three sizes, and named slips put into them on purpose.
//!
//! Shared by the benchmark, the floors (`tests/localise.rs`) and the score table (`examples/localise_scores.rs`). The
//! generator knows nothing of the engine: it damages cells, and remembers what stood there.
#![expect(dead_code, unused_imports, reason = "the bench and the test use different parts")]
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "shared by a bench and a test")]

mod class;
mod score;
mod table;

pub use class::{Class, KNOWN, UNKNOWN, damage};
pub use score::{Score, measure};
pub use table::{Random, SIZES, Size, consistent, lean};
