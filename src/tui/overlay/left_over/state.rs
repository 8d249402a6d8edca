//! The list of words of an earlier session that are not in the journal, as far as it remembers anything.

/// The list of [`Work::left_over`](crate::tui::model::Work::left_over), while it lies over the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LeftOver {
    /// The line under the cursor.
    pub(crate) cursor: usize,
}
