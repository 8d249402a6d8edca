//! The dossier: everything about a review in one page that a browser opens, searches and prints, without any other file.
//!
//! ```text
//! Export ──gather──▶ Gathered ─┬─overview──▶ numbers and charts, as text and SVG
//!                              ├─list──────▶ a line for each agency ┐
//!                              └─agency────▶ a page for each        ┴─embed──▶ JSON that the script of the page reads
//! ```
//!
//! Owns: what stands on the page, and that foreign text is never markup there: JSON without a single `<`, put on the page as
//! text. Scripts and styles other than its own are refused by its own policy. What is said of a finding is the ledger's.

mod agency;
mod changes;
mod embed;
mod gather;
mod list;
mod overview;
mod page;
mod shape;
mod tally;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub(crate) use gather::Gathered;
pub(crate) use page::write_dossier;
