//! Plain text and Markdown, and every other dialect that people type.

use super::{dialect, markdown, placed};
use crate::read::decode;
use crate::read::document::Document;
use crate::read::error::ReadError;

/// Its lines; the rows of its tables as fields.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let decoded = decode::decode(bytes).ok_or(ReadError::NotText)?;
    let set = placed::text(&decoded.text).transpose()?;
    let mut lines = markdown::lines(set.as_deref().unwrap_or(&decoded.text))?;
    dialect::unmerge(&mut lines);
    dialect::unmerge_lines(&mut lines);
    Ok(Document {
        format: "text",
        encoding: Some(decoded.encoding),
        damaged: decoded.damaged,
        lines,
        ..Document::default()
    })
}
