//! What is looked for on the screens of a report.

use crate::tui::hit::Hit;

/// What is looked for, until it is something else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Looking {
    pub(crate) query: String,
    /// The query that is being typed, and where the cursor was before.
    pub(crate) typing: Option<(String, Hit)>,
}
