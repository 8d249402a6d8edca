//! Findings that are to be under the cursor once they are found: the texts are checked a moment after the tables.

use crate::check::Fingerprint;

use super::wanted::Wanted;

/// What the current finding is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// The first of these; then it is shown too.
    First(Wanted),
    /// The last of these; then it is shown too.
    Last(Wanted),
    /// The one of this name.
    Named(Fingerprint),
    /// The one of this name; then it is shown too.
    Shown(Fingerprint),
}

impl Sought {
    /// Is it one finding, and no other?
    #[must_use]
    pub fn is_one(&self) -> bool {
        matches!(self, Self::Named(_) | Self::Shown(_))
    }
}

/// A finding that was under the cursor, and will be again if a look at the texts finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resumed {
    /// Which.
    pub fingerprint: Fingerprint,
    /// Was it marked?
    pub marked: bool,
    /// Where the cursor was put meanwhile: whoever moves it does not want it back.
    pub cursor: usize,
}
