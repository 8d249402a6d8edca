//! Why a document could not be read as a report.

use std::fmt;

use super::MAX_UNPACKED;
use crate::report::{MAX_BYTES, SafeText};
use crate::words::{EN, Words};

/// Why a document is not a report. The caller knows the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// A document format that this version cannot read; its file ending.
    Unsupported(Box<str>),
    /// More bytes or lines than any report has.
    TooLarge,
    /// The bytes are not text in any encoding.
    NotText,
    /// Protected by a password.
    Encrypted,
    /// Its name or its first bytes promise this format, and it is not whole: `docx`, `doc`, ….
    Broken(&'static str),
    /// An archive with more parts, or more bytes in them, than any report has.
    Unpacks,
    /// Something else than a document that can be read, whatever its name says.
    Foreign(Foreign),
    /// Pictures of pages: nothing in it is text.
    NoTextLayer,
    /// Nothing is written in it.
    Empty,
    /// No table of any edition of the form.
    NothingFound,
    /// The same, in a document with pictures, which the tables may be: how many, and where the first ones stand.
    Pictures {
        count: usize,
        /// The first ones.
        places: Box<[PicturePlace]>,
    },
    /// No year in the title, the text, the date, the folder or the file name.
    NoYear,
}

/// Where a picture stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PicturePlace {
    /// The page, from 1, where it is known.
    pub(crate) page: Option<u32>,
    /// The beginning of the text before it; empty if there is none.
    pub(crate) after: Box<str>,
}

impl PicturePlace {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.read;
        let after = SafeText::line(&self.after);
        match self.page {
            Some(page) if self.after.is_empty() => texts.picture_page(page),
            Some(page) => texts.picture_page_after(page, &after),
            None if self.after.is_empty() => texts.picture_first().to_owned(),
            None => texts.picture_after(&after),
        }
    }
}

/// What a file may be instead of a document that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Foreign {
    /// JPEG, PNG, TIFF, ….
    Image,
    /// Drawings and charts of LibreOffice.
    OpenDocument,
    /// OFD: pages, as PDF.
    Ofd,
    /// Excel 2003 XML and its kin.
    FlatXml,
    /// Word or Excel before 97, or the first WPS.
    Old,
    Slides,
    /// An archive of files.
    Archive,
}

impl Foreign {
    /// What it is and what to do, in the language of `words`.
    fn describe(self, words: &Words) -> &'static str {
        let texts = &words.foreign;
        match self {
            Self::Image => texts.image(),
            Self::OpenDocument => texts.open_document(),
            Self::Ofd => texts.ofd(),
            Self::FlatXml => texts.flat_xml(),
            Self::Old => texts.old(),
            Self::Slides => texts.slides(),
            Self::Archive => texts.archive(),
        }
    }
}

impl ReadError {
    /// The error in the language of `words`, in one line.
    #[must_use]
    pub(crate) fn describe(&self, words: &Words) -> String {
        let texts = &words.read;
        match self {
            Self::Unsupported(ending) => texts.unsupported(SafeText::line(ending)),
            Self::TooLarge => texts.too_large(MAX_BYTES >> 20),
            Self::NotText => texts.not_text().to_owned(),
            Self::Encrypted => texts.encrypted().to_owned(),
            Self::Broken(format) => texts.broken(format),
            Self::Unpacks => texts.unpacks(MAX_UNPACKED >> 20),
            Self::Foreign(foreign) => foreign.describe(words).to_owned(),
            Self::NoTextLayer => texts.no_text_layer().to_owned(),
            Self::Empty => texts.empty().to_owned(),
            Self::NothingFound => texts.nothing_found().to_owned(),
            Self::Pictures { count, places } => {
                let mut named: Vec<String> = places.iter().map(|place| place.describe(words)).collect();
                if *count > named.len() {
                    named.push("…".to_owned());
                }
                texts.pictures(count, named.join(texts.picture_comma()))
            }
            Self::NoYear => texts.no_year().to_owned(),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(EN))
    }
}

impl std::error::Error for ReadError {}
