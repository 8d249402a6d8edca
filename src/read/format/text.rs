//! Plain text and Markdown.

use super::markdown;
use crate::read::decode;
use crate::read::document::Document;
use crate::read::error::ReadError;

/// Its lines, split into fields at tabs and bars.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let decoded = decode::decode(bytes).ok_or(ReadError::NotText)?;
    let lines = markdown::lines(&decoded.text)?;
    Ok(Document {
        format: "text",
        encoding: Some(decoded.encoding),
        damaged: decoded.damaged,
        lines,
        ..Document::default()
    })
}
