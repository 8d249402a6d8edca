//! Old Word documents (`doc`), and those of WPS in the same container (`wps`).
//!
//! Owns: from the streams of the compound file to a story. The text lies in pieces (`pieces`); which of its marks
//! end a cell and which a row, and where the columns stand, is in the paragraphs' properties (`properties`).
//! Only the main text is read: no headers, footnotes or text boxes. Automatic numbers are written out, except those
//! that only a style gives.

mod flow;
mod lists;
mod pieces;
mod properties;
mod streams;
mod styles;

use crate::read::document::Document;
use crate::read::document::error::ReadError;

use super::shared::story;
use properties::Properties;
use streams::Streams;

/// Its lines.
///
/// # Errors
/// If it is encrypted, older than Word 97, or damaged.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let streams = Streams::open(bytes)?;
    let text = pieces::text(&streams).ok_or(ReadError::Broken("doc"))?;
    let properties = Properties::new(&streams);
    story::lines("doc", &flow::story(&text, &properties, lists::numbering(&streams))?)
}

#[cfg(test)]
pub(in crate::read) mod tests;
