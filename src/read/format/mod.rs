//! From bytes to lines, one file or folder per format. What comes after knows no format, only what documents of one are
//! like ([`Nature`](crate::report::Nature)).
//!
//! To add a format: write a file with `read(bytes) -> Result<Document, ReadError>` (`epub` is a short one, and `shared`
//! has what several need), declare it here and give it a row in [`FORMATS`]; the name that it gives its documents has a
//! row in `report::nature`.
//!
//! Every reader bounds what it makes ([`MAX_LINES`](crate::read::document::MAX_LINES) lines,
//! [`MAX_FIELDS`](crate::read::document::MAX_FIELDS) fields in one, [`MAX_UNPACKED`](crate::read::document::MAX_UNPACKED) bytes out of
//! an archive), whatever the document claims: no panic, no allocation by a number that stands in the document.

mod content;
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
mod text;

use std::path::Path;

use crate::read::document::Document;
use crate::read::document::error::{Foreign, ReadError};

use content::Content;

pub(super) use csv::rows as csv_rows;
pub(super) use sheet::rows as sheet_rows;

type Read = fn(&[u8]) -> Result<Document, ReadError>;

/// What a file is to the reader.
pub(crate) struct Format {
    /// What its files are called by: endings in small letters.
    endings: &'static [&'static str],
    /// Does the content show it?
    shows: fn(&Content<'_>) -> bool,
    /// How it is read.
    read: Read,
    /// How a file is read that has only its name.
    named: Named,
    /// Is it read by code of ours alone?
    is_plain: bool,
    /// Do other programs turn it into something that is read better?
    is_convertible: bool,
}

/// How a file is read whose name promises a format that its content does not show.
enum Named {
    /// As what the name says: nothing else shows it.
    So(Read),
    /// As the text that many programs export under such a name; what is no text is broken.
    Exported(Read),
    /// It is broken.
    Broken,
    /// It cannot be read.
    Unsupported,
}

/// What most formats have in common.
const FORMAT: Format = Format {
    endings: &[],
    shows: |_| false,
    read: |_| Err(ReadError::NotText),
    named: Named::Broken,
    is_plain: false,
    is_convertible: false,
};

/// What arrives instead of documents. It is looked at all the same: the content may be another, and the error says what
/// to do.
const FOREIGN: Format = Format { named: Named::Unsupported, is_plain: true, is_convertible: true, ..FORMAT };

/// All formats. What comes first is tried first: a container may show several.
static FORMATS: &[Format] = &[
    // An old container around a new one that is under a password.
    Format { shows: |file| file.has_stream("/EncryptedPackage"), read: |_| Err(ReadError::Encrypted), ..FORMAT },
    // Word, and WPS in the same container.
    Format {
        endings: &["docx", "docm"],
        shows: |file| file.has_part("word/"),
        read: docx::read,
        named: Named::Exported(text::read),
        ..FORMAT
    },
    // Old Word, and old WPS in the same container.
    Format {
        endings: &["doc", "wps"],
        shows: |file| file.has_stream("/WordDocument"),
        read: doc::read,
        named: Named::Exported(text::read),
        ..FORMAT
    },
    Format {
        endings: &["xlsx", "xlsm", "xls", "et"],
        shows: |file| file.has_part("xl/") || file.has_stream("/Workbook"),
        read: sheet::read,
        named: Named::Exported(csv::read),
        ..FORMAT
    },
    Format {
        endings: &["ppt", "pptx", "odp"],
        shows: |file| file.has_part("ppt/") || file.has_stream("/PowerPoint Document"),
        read: |_| Err(ReadError::Foreign(Foreign::Slides)),
        ..FOREIGN
    },
    Format {
        endings: &["ofd"],
        shows: |file| file.has_part("OFD.xml"),
        read: |_| Err(ReadError::Foreign(Foreign::Ofd)),
        ..FOREIGN
    },
    Format { endings: &["epub"], shows: |file| file.has_part("META-INF/container.xml"), read: epub::read, ..FORMAT },
    // OpenDocument of LibreOffice and WPS; the same in one XML file is further below.
    Format {
        endings: &["odt", "ods"],
        shows: |file| file.has_part("mimetype") && file.has_part("content.xml"),
        read: odf::read,
        is_convertible: true,
        ..FORMAT
    },
    Format {
        shows: |file| matches!(file, Content::Archive(_)),
        read: |_| Err(ReadError::Foreign(Foreign::Archive)),
        ..FOREIGN
    },
    // `Book` is Excel 5; other streams are WPS and Works of their time.
    Format {
        shows: |file| matches!(file, Content::Compound(_)),
        read: |_| Err(ReadError::Foreign(Foreign::Old)),
        ..FOREIGN
    },
    Format { endings: &["pdf"], shows: |file| file.begins(&[b"%PDF-"]), read: pdf::read, ..FORMAT },
    Format {
        endings: &["rtf"],
        shows: |file| file.begins(&[b"{\\rtf"]),
        read: rtf::read,
        is_convertible: true,
        ..FORMAT
    },
    Format {
        endings: &["bmp", "gif", "jpg", "jpeg", "png", "tif", "tiff"],
        shows: |file| file.begins(&[b"\xFF\xD8\xFF", b"\x89PNG", b"GIF8", b"II\x2A\0", b"MM\0\x2A", b"RIFF"]),
        read: |_| Err(ReadError::Foreign(Foreign::Image)),
        ..FOREIGN
    },
    Format {
        shows: |file| file.begins(&[b"Rar!", b"7z\xBC\xAF", b"\x1F\x8B"]),
        read: |_| Err(ReadError::Foreign(Foreign::Archive)),
        ..FOREIGN
    },
    Format {
        shows: |file| {
            file.begins(&[b"\xDB\xA5", b"\x31\xBE", b"\x09\0\x04\0", b"\x09\0\x06\0", b"\x09\x02", b"\x09\x04"])
        },
        read: |_| Err(ReadError::Foreign(Foreign::Old)),
        ..FOREIGN
    },
    // Web pages with all their parts in one file, and often under the name `doc`.
    Format { endings: &["mht", "mhtml"], shows: mht::shows, read: mht::read, named: Named::So(html::read), ..FORMAT },
    // A web page may begin with anything.
    Format { endings: &["html", "htm"], shows: html::shows, read: html::read, named: Named::So(html::read), ..FORMAT },
    Format {
        endings: &["fodt", "fods"],
        shows: |file| file.xml().contains("<office:document"),
        read: odf::read,
        is_convertible: true,
        ..FORMAT
    },
    // Word 2003 XML, or a whole `docx` in one XML file; nearly always under the name `doc`.
    Format { shows: docx::shows_flat, read: docx::read_flat, ..FORMAT },
    Format {
        shows: |file| {
            let marks = ["mso-application", "worddocument", "xmlpackage", "office:spreadsheet"];
            marks.iter().any(|mark| file.xml().contains(mark))
        },
        read: |_| Err(ReadError::Foreign(Foreign::FlatXml)),
        ..FOREIGN
    },
    Format { endings: &["csv", "tsv"], named: Named::So(csv::read), is_plain: true, ..FORMAT },
    Format { endings: &["txt", "text", "md", "markdown"], named: Named::So(text::read), is_plain: true, ..FORMAT },
    Format { endings: &["xlsb"], ..FOREIGN },
];

impl Format {
    /// By the file's ending; `None` for everything that is not a document, such as a file without an ending.
    #[must_use]
    pub(crate) fn of_name(path: &Path) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.ending(path).is_some())
    }

    /// Is it read by code of ours alone, whatever stands in it?
    #[must_use]
    pub(crate) fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// Do other programs turn it into something that is read better?
    #[must_use]
    pub(crate) fn is_convertible(&self) -> bool {
        self.is_convertible
    }

    /// The format that the bytes show; `None` if they show none, as text does.
    fn of_content(bytes: &[u8]) -> Result<Option<&'static Self>, ReadError> {
        let content = Content::of(bytes)?;
        Ok(FORMATS.iter().find(|format| (format.shows)(&content)))
    }

    /// The ending of a file, if it is one of its own.
    fn ending(&self, path: &Path) -> Option<&'static str> {
        let found = path.extension()?.to_str()?;
        self.endings.iter().find(|ending| ending.eq_ignore_ascii_case(found)).copied()
    }
}

/// Reads the lines of a document, by its content before its name. `name` is its file name.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let path = Path::new(name);
    let by_name = Format::of_name(path);
    // People know their file by its ending, not by the container it turns out to be.
    let ending =
        by_name.filter(|format| !matches!(format.named, Named::Unsupported)).and_then(|format| format.ending(path));
    let shown = Format::of_content(bytes).map_err(|error| match error {
        ReadError::Broken("zip") => ReadError::Broken(ending.unwrap_or("zip")),
        error => error,
    })?;
    if let Some(format) = shown {
        return (format.read)(bytes);
    }
    let Some(format) = by_name else { return text::read(bytes) };
    let broken = ReadError::Broken(ending.unwrap_or("doc"));
    match format.named {
        Named::So(read) => read(bytes),
        Named::Exported(read) => read(bytes).map_err(|error| if error == ReadError::NotText { broken } else { error }),
        Named::Broken => Err(broken),
        Named::Unsupported => Err(unsupported(path)),
    }
}

fn unsupported(path: &Path) -> ReadError {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ReadError::Unsupported(ending.to_ascii_lowercase().into())
}

#[cfg(test)]
mod tests;
