//! Web pages, as sites publish them and as Word and WPS save them.
//!
//! Owns: from tags to lines. Only the tokens of the page are read, never its tree: the closing tags that a browser
//! would invent are few where only blocks and tables count, and a page of a hundred thousand nested elements costs
//! no more than a flat one. Tables that only lay out the page are told from true ones by the tables inside them.

mod choice;
mod head;
mod style;
mod table;
mod tags;
mod text;
mod walk;

pub(super) use table::{Cell, Row, lines as table_lines};
pub(super) use text::{is_wide, join};

use crate::read::document::block::trim;
use crate::read::document::error::ReadError;
use crate::read::document::{Document, Field, MAX_LINES, Mark};
use crate::read::spelling::decode;

use super::shared::looks;
use super::text as text_file;
use super::text::placed;

/// In which part of a page its encoding is declared.
const DECLARED: usize = 4096;

/// One line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// One text, or the fields of a table's row; none for a picture that stands in no cell of its own.
    pub fields: Vec<String>,
    /// The line of the source that it begins on, from 1.
    pub line: u64,
    /// Is there an empty paragraph before it, or the edge of a table?
    pub after_gap: bool,
    /// What is doubtful about the fields by their look; none where nothing is.
    pub marks: Vec<(usize, Mark)>,
}

impl Piece {
    pub fn picture(line: u64) -> Self {
        Self { fields: Vec::new(), line, after_gap: false, marks: Vec::new() }
    }

    pub fn is_picture(&self) -> bool {
        self.fields.is_empty()
    }

    /// Takes what is struck out and raised for what it is.
    fn settle_looks(&mut self) {
        match self.fields.as_mut_slice() {
            [text] => *text = trim(&looks::prose(text)).to_owned(),
            fields => {
                for (at, field) in fields.iter_mut().enumerate() {
                    let (text, mark) = looks::cell(field);
                    *field = text;
                    self.marks.extend(mark.map(|mark| (at, mark)));
                }
            }
        }
    }

    /// Its fields with what is doubtful about them.
    pub fn into_fields(self) -> Vec<Field> {
        let mut fields: Vec<Field> = self.fields.into_iter().map(Field::new).collect();
        for (at, mark) in self.marks {
            if let Some(field) = fields.get_mut(at) {
                field.mark = Some(mark);
            }
        }
        fields
    }
}

/// Reads a web page.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let decoded = decode::decode(bytes).or_else(|| declared(bytes)).ok_or(ReadError::NotText)?;
    if placed::text(&decoded.text).is_some() {
        return text_file::read(bytes);
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

/// The lines of a page, or of a table that stands in a text of another kind.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, ReadError> {
    let mut pieces = walk::walk(text).ok_or(ReadError::TooLarge)?;
    for piece in &mut pieces {
        piece.settle_looks();
    }
    // What is struck out as a whole is gone.
    pieces.retain(|piece| piece.fields != [""]);
    Ok(pieces)
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
