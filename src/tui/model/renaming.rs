//! Names of agencies that the journal may have changed.

use crate::journal::ReportKey;

/// Names that may have changed, to be taken over into the library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Renaming {
    /// Of these reports, as the journal knows them.
    pub(crate) of: Vec<ReportKey>,
    pub(crate) all: bool,
    /// The journal was opened: from now on it is known who was named.
    pub(crate) opened: bool,
}
