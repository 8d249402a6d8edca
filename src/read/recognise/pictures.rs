//! Pictures that may be what is missing: where they stand, said in the words of the document.

use crate::form::{Cell, Form};
use crate::read::document::block::Block;
use crate::read::document::doubt::{Doubt, Doubts, quote};
use crate::read::document::error::{PicturePlace, ReadError};
use crate::read::document::{Document, Picture};
use crate::read::section::Found;
use crate::report::{Cells, Nature, Value};

/// No more places than this are named.
const MAX_NAMED: usize = 6;
/// So much of the text before a picture names its place.
const MAX_TEXT: usize = 24;

/// The error of a document without a table: where there are pictures, the tables may be those; or nothing is in it.
pub(in crate::read) fn explain(error: ReadError, document: &Document) -> ReadError {
    if error != ReadError::NothingFound {
        return error;
    }
    if document.pictures.is_empty() || is_page(document) {
        let mut fields = document.lines.iter().flat_map(|line| &line.fields);
        let is_blank = document.partly.is_empty()
            && fields.all(|field| crate::read::document::block::trim(&field.text).is_empty());
        return if is_blank { ReadError::Empty } else { error };
    }
    let places = document
        .pictures
        .iter()
        .take(MAX_NAMED)
        .map(|picture| PicturePlace { page: picture.page, after: text_before(document, picture.line).into() });
    ReadError::Pictures { count: document.pictures.len(), places: places.collect() }
}

/// Is it a page of a site? There are pictures on all of them.
fn is_page(document: &Document) -> bool {
    Nature::of(document.format).is_page
}

/// The text before a picture, not too much of it.
fn text_before(document: &Document, line: u32) -> String {
    let lines = document.lines.iter().take(usize::try_from(line).unwrap_or(usize::MAX));
    let text = lines.rev().take(8).find_map(|line| {
        line.fields.iter().map(|field| crate::read::document::block::trim(&field.text)).find(|text| !text.is_empty())
    });
    text.unwrap_or_default().chars().take(MAX_TEXT).collect()
}

/// Remarks on pictures of a report that lacks a whole table.
/// `sections` is where those of the report begin.
pub(in crate::read) fn remark(
    document: &Document,
    (blocks, sections): (&[Block<'_>], &[Found]),
    (form, cells): (&Form, &Cells),
    doubts: &mut Doubts,
) {
    let is_missing = |cell: Cell| matches!(cells.get(cell), Value::Missing);
    let lacks_one =
        form.tables.iter().any(|table| (0..table.rows.len()).flat_map(|row| table.cells_in_row(row)).all(is_missing));
    if !lacks_one {
        return;
    }
    let last = blocks.last().map_or(0, |block| block.line);
    // Of a page, those before the first section and behind the last one are the site's.
    let place = |found: Option<&Found>| found.and_then(|found| blocks.get(found.at)).map(|block| block.line);
    let own = place(sections.first()).unwrap_or(0)..place(sections.last()).unwrap_or(0);
    let is_own = |picture: &&Picture| !is_page(document) || own.contains(&picture.line);
    for picture in document.pictures.iter().filter(is_own).take(MAX_NAMED) {
        let text = quote(&text_before(document, picture.line));
        doubts.add(Doubt::PictureInText, "", picture.line.clamp(1, last.max(1)), &[("after", &text)]);
    }
}
