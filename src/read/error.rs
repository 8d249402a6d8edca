//! Why a document could not be read as a report.

use std::fmt;

use crate::report::{MAX_BYTES, SafeText};
use crate::words::{EN, Words, fill};

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
    /// The file is damaged, or not what its name says.
    Broken,
    /// The document opens with a password only.
    Encrypted,
    /// Pictures of pages: nothing in it is text.
    NoTextLayer,
    /// No table of any edition of the form.
    NothingFound,
    /// No year in the title, the text or the file name.
    NoYear,
    /// No agency in the title, the text or the file name.
    NoAgency,
}

impl ReadError {
    /// The error in the language of `words`, in one line.
    #[must_use]
    pub fn describe(&self, words: &Words) -> String {
        let texts = &words.read;
        match self {
            Self::Unsupported(ending) => fill(texts.unsupported, &[("ending", &SafeText::line(ending))]),
            Self::TooLarge => fill(texts.too_large, &[("limit", &(MAX_BYTES >> 20))]),
            Self::NotText => texts.not_text.to_owned(),
            Self::Broken => texts.broken.to_owned(),
            Self::Encrypted => texts.encrypted.to_owned(),
            Self::NoTextLayer => texts.no_text_layer.to_owned(),
            Self::NothingFound => texts.nothing_found.to_owned(),
            Self::NoYear => texts.no_year.to_owned(),
            Self::NoAgency => texts.no_agency.to_owned(),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(EN))
    }
}

impl std::error::Error for ReadError {}
