//! Directories of parsed reports and nothing else.

use std::path::Path;

use gouji::library::{Documents, Kind};
use gouji::report::{Report, SourceLine, parse};
use gouji::words::Describe;

/// Reads no documents: whatever is no report is passed over.
pub struct ParsedOnly;

impl Documents for ParsedOnly {
    fn kind(&self, _: &Path) -> Kind {
        Kind::Other
    }

    fn lines(&self, _: &str, _: &[u8]) -> Result<Vec<SourceLine>, Box<dyn Describe + Send + Sync>> {
        Ok(Vec::new())
    }

    fn read(&self, _: &str, bytes: &[u8]) -> Result<Report, Box<dyn Describe + Send + Sync>> {
        parse(bytes).map_err(|error| Box::new(error) as _)
    }
}
