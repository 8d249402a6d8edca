//! The current finding, and what it is to be once it is found: the texts are checked a moment after the tables.

use crate::check::Fingerprint;
use crate::tui::model::{Wanted, Window};

/// The list of findings, as it is looked at.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// The cursor, on the current finding everywhere.
    pub(crate) window: Window,
    /// Is the current finding marked in the tables? Only once the reviewer has gone to one.
    pub(crate) marked: bool,
    /// The repair that the table previews, by its position among those of the current finding.
    pub(crate) preview: Option<usize>,
    /// What the current finding is to be, as soon as it is found.
    pub(crate) sought: Option<Sought>,
    /// The finding that was under the cursor before the report changed, if it may still be found.
    pub(crate) resumed: Option<Resumed>,
}

/// What the current finding is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sought {
    /// The first of these; then it is shown too.
    First(Wanted),
    /// The last of these; then it is shown too.
    Last(Wanted),
    Named(Fingerprint),
    /// The one of this name; then it is shown too.
    Shown(Fingerprint),
}

impl Sought {
    /// Is it one finding, and no other?
    #[must_use]
    pub(crate) fn is_one(&self) -> bool {
        matches!(self, Self::Named(_) | Self::Shown(_))
    }
}

/// A finding that was under the cursor, and will be again if a look at the texts finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Resumed {
    pub(crate) fingerprint: Fingerprint,
    pub(crate) marked: bool,
    /// Where the cursor was put meanwhile: whoever moves it does not want it back.
    pub(crate) cursor: usize,
}
