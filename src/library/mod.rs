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
//! agency, and which of them stands for a year ([`agencies`]); what a review has come to, for all that is written out of it
//! ([`season`]); loading and following; the [`Library`], which knows all files
//! and what is found of each so far. List, open report, preview, overview, `gouji check` and whatever is written out ask
//! here, so that they say the same.

mod agencies;
mod asked;
mod assess;
mod batch;
pub(crate) mod digests;
mod directory;
mod documents;
mod event;
#[cfg(test)]
pub(crate) mod fixture;
mod follow;
mod in_force;
mod index;
mod item;
pub(crate) mod listing;
pub mod load;
pub(crate) mod names;
mod open;
mod published;
pub(crate) mod season;
pub(crate) mod seen;
pub(crate) mod session;
pub(crate) mod several;
pub(crate) mod sound;
pub(crate) mod stream;
pub mod survey;

pub(crate) use asked::asked;
pub(crate) use assess::{Assessed, Case, Narrated};
pub(crate) use batch::UnreadFile;
pub use batch::{Batch, Checked, Taken};
pub(crate) use batch::{RegionReports, UnitReport};
pub(crate) use directory::Directory;
pub(crate) use documents::Trouble;
pub use documents::{Documents, Kind};
pub(crate) use event::Event;
pub(crate) use event::{Changes, More};
pub(crate) use follow::Request;
pub(crate) use in_force::{in_force, settings_in_force};
#[cfg(test)]
pub(crate) use index::tests;
pub(crate) use index::{Library, peers};
pub(crate) use item::{Item, ItemId, Sheet};
pub use open::open;
pub(crate) use open::{document_of, lines, read_bounded, read_document};
pub(crate) use published::{can_be_listed, read_published};
