//! The layouts that come with the program: texts, and for docx the parts of a document, packed when they are wanted.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::error::{TemplateError, TemplateTrouble};
use super::format::OutFormat;

/// What is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Notice,
    Cover,
    Circular,
}

/// A page: what all of them begin with, and its own text.
macro_rules! html {
    ($body:literal) => {
        concat!(include_str!("text/head.html"), include_str!($body))
    };
}

/// The text of a layout.
#[must_use]
pub(super) fn text(layout: Layout, format: OutFormat) -> &'static str {
    match (layout, format) {
        (Layout::Notice, OutFormat::Markdown) => include_str!("text/notice.md"),
        (Layout::Notice, OutFormat::Html) => html!("text/notice.html"),
        (Layout::Notice, OutFormat::Text) => include_str!("text/notice.txt"),
        (Layout::Notice, OutFormat::Docx) => include_str!("docx/notice.xml"),
        (Layout::Cover, OutFormat::Markdown) => include_str!("text/cover.md"),
        (Layout::Cover, OutFormat::Html) => html!("text/cover.html"),
        (Layout::Cover, OutFormat::Text) => include_str!("text/cover.txt"),
        (Layout::Cover, OutFormat::Docx) => include_str!("docx/cover.xml"),
        (Layout::Circular, OutFormat::Markdown) => include_str!("text/circular.md"),
        (Layout::Circular, OutFormat::Html) => html!("text/circular.html"),
        (Layout::Circular, OutFormat::Text) => include_str!("text/circular.txt"),
        (Layout::Circular, OutFormat::Docx) => include_str!("docx/circular.xml"),
    }
}

/// What every docx of ours has beside its text.
const PARTS: [(&str, &str); 8] = [
    ("[Content_Types].xml", include_str!("docx/content_types.xml")),
    ("_rels/.rels", include_str!("docx/rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("docx/document_rels.xml")),
    ("word/styles.xml", include_str!("docx/styles.xml")),
    ("word/settings.xml", include_str!("docx/settings.xml")),
    ("word/fontTable.xml", include_str!("docx/fonts.xml")),
    ("word/footer1.xml", include_str!("docx/footer_odd.xml")),
    ("word/footer2.xml", include_str!("docx/footer_even.xml")),
];

/// A layout as a file, for an office to change.
///
/// # Errors
/// None that can come of packing in memory.
pub(crate) fn printed(layout: Layout, format: OutFormat) -> Result<Vec<u8>, TemplateError> {
    let text = text(layout, format);
    if format != OutFormat::Docx {
        return Ok(text.as_bytes().to_vec());
    }
    let packed = || {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in PARTS.into_iter().chain([("word/document.xml", text)]) {
            zip.start_file(name, SimpleFileOptions::default())?;
            zip.write_all(part.as_bytes())?;
        }
        zip.finish()
    };
    packed().map(Cursor::into_inner).map_err(|_| TemplateError::new(TemplateTrouble::NotDocx))
}
