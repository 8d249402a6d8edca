//! What the document says of a doubtful reading, being chosen.

use crate::tui::model::Begun;

/// What the document says of a doubtful reading, being chosen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Compare {
    /// The cell, or the report where the doubt is about none.
    pub(crate) about: Begun,
    /// The line under the cursor.
    pub(crate) cursor: usize,
}
