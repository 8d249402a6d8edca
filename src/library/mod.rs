//! A directory of reports as a whole, and what is said of each report in it.
//!
//! ```text
//! Case { lean, before, batch, basis } ──lean()──▶ Assessed { outcome, blocks }     without the text
//!                                    └─whole()──▶ Assessed { outcome, blocks }     with it
//! ```
//!
//! Owns: the one recipe from a report to what is said of it, and the [`Library`], which knows all files, which agency each
//! belongs to, and what is found of each so far. List, open report, preview, `gouji check` and whatever is written out ask
//! here, so that they say the same.

mod assess;
mod documents;
#[cfg(test)]
pub(crate) mod fixture;
mod index;
mod item;
mod latest;
pub mod listing;
pub mod load;
mod open;
pub mod several;
pub mod sound;
pub mod survey;

pub use assess::{Assessed, Case, Narrated};
pub use documents::{Documents, Kind, Trouble};
#[cfg(test)]
pub(crate) use index::tests;
pub use index::{Library, peers};
pub use item::{Item, ItemId, Sheet};
pub use latest::latest;
pub use open::{document_of, lines, open, open_all, open_while, read_bounded, read_document};
