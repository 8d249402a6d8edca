//! How far the tour of the first start is.

/// What the reviewer is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TourStep {
    /// To go to a wrong cell.
    Find,
    /// To decide on it.
    Decide,
    /// To write a note.
    Note,
    /// To return the report.
    Return,
    /// To take that back.
    Undo,
    /// Nothing more.
    Done,
}

impl TourStep {
    #[must_use]
    pub(crate) fn next(self) -> Self {
        match self {
            Self::Find => Self::Decide,
            Self::Decide => Self::Note,
            Self::Note => Self::Return,
            Self::Return => Self::Undo,
            Self::Undo | Self::Done => Self::Done,
        }
    }
}
