//! The one place where loading a directory meets the reading of documents.

use std::path::Path;

use crate::read::{self, Format, ReadError};
use crate::report::load::{Documents, Kind};
use crate::report::{Report, SafeText};
use crate::words::{Describe, Words};

/// Reads documents with the module `read`.
pub(super) struct Reader;

impl Documents for Reader {
    fn kind(&self, path: &Path) -> Kind {
        match Format::of_name(path) {
            Some(Format::Unsupported) => Kind::Unsupported(ending(path)),
            Some(_) => Kind::Document,
            None => Kind::Other,
        }
    }

    fn read(&self, name: &str, bytes: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>> {
        read::read(name, bytes).map_err(|error| Box::new(error) as _)
    }
}

/// The ending as the name of a format: `PDF`.
fn ending(path: &Path) -> String {
    let ending = path.extension().unwrap_or_default();
    SafeText::line(&ending.to_string_lossy().to_uppercase()).to_string()
}

impl Describe for ReadError {
    fn describe(&self, words: &Words) -> String {
        Self::describe(self, words)
    }
}
