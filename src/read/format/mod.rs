//! From bytes to lines, one file per format. What comes after knows no format.
//!
//! Every reader bounds what it makes ([`MAX_LINES`](crate::read::document::MAX_LINES) lines,
//! [`MAX_FIELDS`](crate::read::document::MAX_FIELDS) fields in one, [`MAX_UNPACKED`](super::document::MAX_UNPACKED) bytes out of an archive), whatever the
//! document claims: no panic, no allocation by a number that stands in the document.

mod csv;
mod doc;
mod docx;
mod epub;
mod html;
mod mht;
mod odf;
mod pdf;
mod rtf;
mod shared;
mod sheet;
mod sniff;
mod text;

use std::path::Path;

use crate::read::document::Document;
use crate::read::document::error::ReadError;

pub(super) use csv::rows as csv_rows;
pub(super) use sheet::rows as sheet_rows;

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
    /// Word, and WPS in the same container: `docx`, `docm`.
    Docx,
    /// Old Word, and old WPS in the same container: `doc`, `wps`.
    Doc,
    /// Workbooks: `xlsx`, `xlsm`, `xls`, `et`.
    Sheet,
    /// `pdf`
    Pdf,
    /// OpenDocument of LibreOffice and WPS: `odt`, `ods`, and the same in one XML file, `fodt`, `fods`.
    OpenDocument,
    /// Rich text: `rtf`.
    Rtf,
    /// Books: `epub`.
    Epub,
    /// Web pages with all their parts in one file: `mht`, `mhtml`, and often under the name `doc`.
    Mht,
    /// Word 2003 XML, or a whole `docx` in one XML file; nearly always under the name `doc`.
    WordXml,
    /// A document format that cannot be read.
    Unsupported,
}

/// What arrives instead of documents. Read all the same: the content may be another, and the error says what to do.
const UNSUPPORTED: &[&str] = &["ofd", "ppt", "pptx", "odp", "xlsb", "bmp", "gif", "jpg", "jpeg", "png", "tif", "tiff"];

const ENDINGS: [(Format, &[&str]); 12] = [
    (Format::Text, &["txt", "text", "md", "markdown"]),
    (Format::Html, &["html", "htm"]),
    (Format::Csv, &["csv", "tsv"]),
    (Format::Docx, &["docx", "docm"]),
    (Format::Doc, &["doc", "wps"]),
    (Format::Sheet, &["xlsx", "xlsm", "xls", "et"]),
    (Format::Pdf, &["pdf"]),
    (Format::OpenDocument, &["odt", "ods", "fodt", "fods"]),
    (Format::Rtf, &["rtf"]),
    (Format::Epub, &["epub"]),
    (Format::Mht, &["mht", "mhtml"]),
    (Format::Unsupported, UNSUPPORTED),
];

impl Format {
    /// By the file's ending; `None` for everything that is not a document, such as a file without an ending.
    #[must_use]
    pub fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        ENDINGS.iter().find(|(_, endings)| endings.contains(&&*ending)).map(|(format, _)| *format)
    }
}

/// Reads the lines of a document, by its content before its name. `name` is its file name.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let path = Path::new(name);
    let by_name = Format::of_name(path);
    let format = Format::of_content(bytes).map_err(|error| match error {
        // People know their file by its ending, not by the container it turns out to be.
        ReadError::Broken("zip") => ReadError::Broken(ending(path).unwrap_or("zip")),
        error => error,
    })?;
    let Some(format) = format else { return read_text(by_name, path, bytes) };
    match format {
        Format::Docx => docx::read(bytes),
        Format::Doc => doc::read(bytes),
        Format::Sheet => sheet::read(bytes),
        Format::Html => html::read(bytes),
        Format::Pdf => pdf::read(bytes),
        Format::OpenDocument => odf::read(bytes),
        Format::Rtf => rtf::read(bytes),
        Format::Epub => epub::read(bytes),
        Format::Mht => mht::read(bytes),
        Format::WordXml => docx::read_flat(bytes),
        _ => Err(unsupported(path)),
    }
}

/// Reads what shows no format in its content. A web page may begin with anything; a workbook or document that is
/// none in truth may be the text that many programs export under such a name.
fn read_text(by_name: Option<Format>, path: &Path, bytes: &[u8]) -> Result<Document, ReadError> {
    let exported = |read: fn(&[u8]) -> Result<Document, ReadError>, format| {
        let broken = ReadError::Broken(ending(path).unwrap_or(format));
        read(bytes).map_err(|error| if error == ReadError::NotText { broken } else { error })
    };
    match by_name {
        None | Some(Format::Text) => text::read(bytes),
        Some(Format::Csv) => csv::read(bytes),
        Some(Format::Docx) => exported(text::read, "docx"),
        Some(Format::Doc) => exported(text::read, "doc"),
        Some(Format::Sheet) => exported(csv::read, "xlsx"),
        Some(Format::Html) => html::read(bytes),
        Some(Format::Mht) => html::read(bytes),
        Some(Format::Pdf | Format::OpenDocument | Format::Rtf | Format::Epub | Format::WordXml) => {
            Err(ReadError::Broken(ending(path).unwrap_or("doc")))
        }
        Some(_) => Err(unsupported(path)),
    }
}

/// The ending of a document that can be read, as it is known here.
fn ending(path: &Path) -> Option<&'static str> {
    let found = path.extension()?.to_str()?;
    let readable = ENDINGS.iter().filter(|(format, _)| *format != Format::Unsupported);
    readable.flat_map(|(_, endings)| *endings).find(|ending| ending.eq_ignore_ascii_case(found)).copied()
}

fn unsupported(path: &Path) -> ReadError {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ReadError::Unsupported(ending.to_ascii_lowercase().into())
}
