//! Ground truth for localisation: consistent reports of three sizes, and named slips put into them on purpose.
//!
//! Shared by the benchmark, the floors (`tests/all/check/localise.rs`) and the score table (`benches/scores/localise.rs`). The
//! generator knows nothing of the engine: it damages cells, and remembers what stood there.
pub mod class;
pub mod score;
pub mod table;
