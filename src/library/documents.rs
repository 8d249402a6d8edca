//! Documents that are not JSON: what a file is, how it is read, and why it cannot be.

use std::io;
use std::path::Path;

use crate::base::file::Refused;
use crate::report::MAX_BYTES;
use crate::report::{Head, Report, ReportError, SafeText, SourceLine};
use crate::words::{Describe, Words};

/// Reads documents that are not JSON.
pub trait Documents: Sync {
    /// What a file with this name is.
    fn kind(&self, path: &Path) -> Kind;

    /// The report in a document.
    ///
    /// # Errors
    /// What is wrong with the document.
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>>;

    /// All reports in a document, in their order: more than one where several stand one after the other.
    ///
    /// # Errors
    /// What is wrong with the document.
    fn read_all(&self, name: &str, bytes: &[u8]) -> Result<Vec<Report>, Box<dyn Describe + Send + Sync>> {
        self.read(name, bytes).map(|report| vec![report])
    }

    /// The document's own lines, read but not understood.
    ///
    /// # Errors
    /// What is wrong with the document.
    fn lines(&self, name: &str, bytes: &[u8]) -> Result<Vec<SourceLine>, Box<dyn Describe + Send + Sync>>;

    /// Gives the agency of the report in a file the name, region and level that it is to have: those of the office's
    /// roster, or what a reviewer has called it.
    fn settle(&self, _path: &Path, _head: &mut Head) {}

    /// No more documents come for now: what is held ready for them may go.
    fn rest(&self) {}
}

/// What a file is, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Json,
    /// A document that can be read.
    Document,
    /// A document of a format that cannot be read yet; its name.
    Unsupported(String),
    /// Something else: passed over.
    Other,
}

/// Why a file could not be read.
pub enum Trouble {
    /// The system refuses the file.
    Io(io::Error),
    /// A directory, a pipe, a device.
    NotAFile,
    /// The disk does not answer.
    Stuck,
    /// Not a report.
    Report(ReportError),
    /// Not a document that can be read.
    Document(Box<dyn Describe + Send + Sync>),
    /// A format that cannot be read yet.
    Unsupported(String),
    /// Reading it ended in a panic, which was caught.
    Panic,
}

impl From<Refused> for Trouble {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Io(error) => Self::Io(error),
            Refused::NotAFile => Self::NotAFile,
            Refused::TooLarge => Self::Report(ReportError::too_large(MAX_BYTES)),
            Refused::Stuck => Self::Stuck,
        }
    }
}

impl Describe for Refused {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.load;
        match self {
            Self::Io(error) => texts.unreadable(SafeText::line(&error.to_string())),
            Self::NotAFile => texts.not_a_file().to_owned(),
            Self::TooLarge => ReportError::too_large(MAX_BYTES).describe(words),
            Self::Stuck => texts.stuck().to_owned(),
        }
    }
}

impl Describe for Trouble {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.load;
        match self {
            Self::Io(error) => texts.unreadable(SafeText::line(&error.to_string())),
            Self::NotAFile => texts.not_a_file().to_owned(),
            Self::Stuck => texts.stuck().to_owned(),
            Self::Report(error) => error.describe(words),
            Self::Document(error) => error.describe(words),
            Self::Unsupported(format) => texts.unsupported(format),
            Self::Panic => texts.is_a_panic().to_owned(),
        }
    }
}

pub(super) fn kind_of(path: &Path, documents: &dyn Documents) -> Kind {
    if has_ending(path, "json") { Kind::Json } else { documents.kind(path) }
}

pub(super) fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}
