//! Web pages, as sites publish them and as Word and WPS save them.
//!
//! Owns: from tags to lines. Only the tokens of the page are read, never its tree: the closing tags that a browser
//! would invent are few where only blocks and tables count, and a page of a hundred thousand nested elements costs
//! no more than a flat one. Tables that only lay out the page are told from true ones by the tables inside them.

mod choice;
mod head;
mod piece;
mod style;
mod table;
mod tags;
mod walk;

pub(super) use piece::Piece;
pub(super) use table::{Cell, Row, lines as table_lines};
pub(super) use walk::pieces;

use crate::read::document::error::ReadError;
use crate::read::document::{Document, MAX_LINES};
use crate::read::spelling::decode;

use super::content::Content;
use super::text;
use super::text::placed;

/// In which part of a page its encoding is declared.
const DECLARED: usize = 4096;

/// Does it begin as a page does?
pub(super) fn shows(file: &Content<'_>) -> bool {
    let head = file.head();
    head.starts_with("<html") || head.starts_with("<!doctype html") || file.xml().contains("<html")
}

/// Reads a web page.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let decoded = decode::decode(bytes).or_else(|| declared(bytes)).ok_or(ReadError::NotText)?;
    if placed::text(&decoded.text).is_some() {
        return text::read(bytes);
    }
    let mut document = Document {
        format: "html",
        encoding: Some(decoded.encoding),
        damaged: decoded.damaged,
        titles: head::titles(&decoded.text),
        ..Document::default()
    };
    for piece in pieces(&decoded.text)? {
        if document.lines.len() >= MAX_LINES {
            return Err(ReadError::TooLarge);
        }
        if piece.is_picture() {
            document.add_picture(None);
            continue;
        }
        let after_gap = piece.after_gap;
        document.push(None, piece.into_fields(), after_gap);
    }
    Ok(document)
}

/// The text in the encoding that the page declares: only where its bytes do not tell by themselves, for pages say
/// one thing and are another.
fn declared(bytes: &[u8]) -> Option<decode::Decoded> {
    let head = String::from_utf8_lossy(bytes.get(..DECLARED).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let name: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
        .collect();
    decode::decode_as(bytes, &name)
}

#[cfg(test)]
mod tests;
