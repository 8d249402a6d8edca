//! A directory of reports as a whole, and what is said of each report in it.
//!
//! ```text
//! Directory ──session::run──▶ Event … ──▶ Library (the desk's)       loaded, checked, then followed
//! Directory … ──Batch───────▶ Checked                                 loaded and checked once
//!
//! Case { lean, before, batch, basis } ──lean()──▶ Assessed { outcome, blocks }     without the text
//!        ▲ Agencies            └─whole()──▶ Assessed { outcome, blocks }           with it
//! ```
//!
//! Owns: the one recipe from a report to what is said of it ([`Case`]); the one place that knows which reports are of one
//! agency, and which of them stands for a year ([`Agencies`]); loading and following; the [`Library`], which knows all files
//! and what is found of each so far. List, open report, preview, overview, `gouji check` and whatever is written out ask
//! here, so that they say the same.

mod agencies;
mod assess;
mod batch;
mod directory;
mod documents;
mod event;
#[cfg(test)]
pub(crate) mod fixture;
mod follow;
mod index;
mod item;
pub mod listing;
pub mod load;
pub mod names;
mod open;
pub mod session;
pub mod several;
pub mod sound;
pub mod survey;
mod whole;

pub use agencies::{Agencies, Shelf};
pub use assess::{Assessed, Case, Narrated};
pub use batch::{Batch, Checked, UnreadFile};
pub use directory::Directory;
pub use documents::{Documents, Kind, Trouble};
pub use event::{Changes, Event, More, Tell};
pub use follow::Request;
#[cfg(test)]
pub(crate) use index::tests;
pub use index::{Library, peers};
pub use item::{Item, ItemId, Sheet};
pub use open::{document_of, lines, open, open_all, open_while, read_bounded, read_document};
pub use whole::read_whole;
