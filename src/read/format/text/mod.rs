//! Plain text and Markdown, and every other dialect that people type.

pub(super) mod dialect;
mod json;
mod markdown;
pub(super) mod placed;

use crate::read::document::error::ReadError;
use crate::read::document::{Document, Field};
use crate::read::spelling::decode;

use super::shared::lines::Lines;

use json::Held;

/// Its lines; the rows of its tables as fields.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let decoded = decode::decode(bytes).ok_or(ReadError::NotText)?;
    let set = match json::held(&decoded.text) {
        Some(Held::Rows(rows)) => return of_rows(rows, decoded),
        Some(Held::Text(text)) => Some(text),
        None => placed::text(&decoded.text).transpose()?,
    };
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

fn of_rows(rows: Vec<Vec<String>>, decoded: decode::Decoded) -> Result<Document, ReadError> {
    let mut lines = Lines::new("text");
    for row in rows {
        if row.iter().all(String::is_empty) {
            lines.gap();
        } else {
            lines.push(None, row.into_iter().map(Field::new).collect())?;
        }
    }
    let mut document = lines.finish();
    dialect::unmerge(&mut document.lines);
    (document.encoding, document.damaged) = (Some(decoded.encoding), decoded.damaged);
    Ok(document)
}
