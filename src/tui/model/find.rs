//! What is looked for on the screens of a report.

use crate::tui::hit::Hit;

/// What is looked for, until it is something else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Looking {
    pub(crate) query: String,
    /// Does it stand out wherever it is on the screen?
    pub(crate) marked: bool,
    /// The query that is being typed, and where the cursor was before.
    pub(crate) typing: Option<(String, Hit)>,
}

impl Looking {
    /// What stands out on the screen.
    #[must_use]
    pub(crate) fn shown(&self) -> Option<&str> {
        let kept = Some(self.query.as_str()).filter(|_| self.marked);
        self.typing.as_ref().map(|(typed, _)| typed.as_str()).or(kept).filter(|query| !query.trim().is_empty())
    }
}
