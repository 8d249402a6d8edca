//! A directory of reports as a whole, and what is said of each report in it.
//!
//! ```text
//! Case { lean, before, batch, basis } ──lean()──▶ Assessed { outcome, blocks }     without the text
//!                                    └─whole()──▶ Assessed { outcome, blocks }     with it
//! ```
//!
//! Owns: the one recipe from a report to what is said of it. List, open report, preview, `gouji check` and whatever is
//! written out ask here, so that they say the same.

mod assess;
pub mod survey;

pub use assess::{Assessed, Case, Narrated};
