//! Plain text and Markdown.

use crate::read::block;
use crate::read::decode;
use crate::read::document::{Document, Field, Line};
use crate::read::error::ReadError;

/// Its lines, split into fields at tabs and bars.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let decoded = decode::decode(bytes).ok_or(ReadError::NotText)?;
    let blocks = block::blocks(&decoded.text).ok_or(ReadError::TooLarge)?;
    let line = |block: block::Block<'_>| Line {
        number: block.line,
        page: None,
        fields: block.fields.into_iter().map(Field::new).collect(),
        after_gap: block.after_gap,
    };
    let lines = blocks.into_iter().map(line).collect();
    Ok(Document { format: "text", encoding: Some(decoded.encoding), damaged: decoded.damaged, lines })
}
