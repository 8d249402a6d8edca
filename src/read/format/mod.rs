//! From bytes to lines, one file per format. What comes after knows no format.
//!
//! Every reader bounds what it makes ([`MAX_LINES`](super::document::MAX_LINES) lines,
//! [`MAX_FIELDS`](super::document::MAX_FIELDS) fields in one, [`MAX_UNPACKED`] bytes out of an archive), whatever the
//! document claims: no panic, no allocation by a number that stands in the document.

mod html;
mod markdown;
mod pdf;
mod text;

use std::path::Path;

use super::document::Document;
use super::error::ReadError;

/// No archive may unpack to more bytes than this.
#[expect(dead_code, reason = "the archives come with the next formats")]
pub(super) const MAX_UNPACKED: u64 = 256 << 20;

/// What a file is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Plain text and Markdown: `txt`, `text`, `md`, `markdown`.
    Text,
    /// Web pages: `html`, `htm`.
    Html,
    /// Tables as text: `csv`, `tsv`.
    Csv,
    /// Word, and WPS in the same container: `docx`.
    Docx,
    /// Old Word, and old WPS in the same container: `doc`, `wps`.
    Doc,
    /// Workbooks: `xlsx`, `xls`, `et`.
    Sheet,
    /// `pdf`
    Pdf,
    /// A document format that cannot be read.
    Unsupported,
}

const ENDINGS: [(Format, &[&str]); 8] = [
    (Format::Text, &["txt", "text", "md", "markdown"]),
    (Format::Html, &["html", "htm"]),
    (Format::Csv, &["csv", "tsv"]),
    (Format::Docx, &["docx"]),
    (Format::Doc, &["doc", "wps"]),
    (Format::Sheet, &["xlsx", "xls", "et"]),
    (Format::Pdf, &["pdf"]),
    (Format::Unsupported, &["odt", "rtf", "ods", "mht", "ofd", "png", "jpg", "jpeg", "tif", "tiff"]),
];

impl Format {
    /// By the file's ending; `None` for everything that is not a document, such as a file without an ending.
    #[must_use]
    pub fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        ENDINGS.iter().find(|(_, endings)| endings.contains(&&*ending)).map(|(format, _)| *format)
    }
}

/// Reads the lines of a document. `name` is its file name.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let path = Path::new(name);
    match Format::of_name(path) {
        None | Some(Format::Text) => text::read(bytes),
        Some(Format::Html) => html::read(bytes),
        Some(Format::Pdf) => pdf::read(bytes),
        Some(_) => {
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            Err(ReadError::Unsupported(ending.to_ascii_lowercase().into()))
        }
    }
}
