//! The one place where loading a directory meets the reading of documents.

use std::path::Path;

use crate::read::{self, Format, ReadError};
use crate::report::Report;
use crate::report::load::{Documents, Kind};
use crate::words::{Describe, Words};

/// Reads documents with the module `read`.
pub(super) struct Reader;

impl Documents for Reader {
    fn kind(&self, path: &Path) -> Kind {
        match Format::of_name(path) {
            // Even one that cannot be read: its content may be another, and the error says what to do with it.
            Some(_) => Kind::Document,
            None => Kind::Other,
        }
    }

    fn read(&self, name: &str, bytes: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>> {
        read::read(name, bytes).map_err(|error| Box::new(error) as _)
    }
}

impl Describe for ReadError {
    fn describe(&self, words: &Words) -> String {
        Self::describe(self, words)
    }
}
