//! Names of agencies that the journal may have changed.

use crate::journal::ReportKey;

/// Names that may have changed, to be taken over into the library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Renaming {
    /// Of these reports, as the journal knows them.
    pub of: Vec<ReportKey>,
    pub all: bool,
    /// The journal was opened: from now on it is known who was named.
    pub opened: bool,
}
