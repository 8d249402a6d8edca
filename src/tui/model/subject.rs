//! What acts are about: a report as the journal names it, taken when the reviewer looks at it.

use crate::journal::{ReportRef, Seen, Target};

use super::library::ItemId;

/// What an act is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The item that was looked at.
    pub(crate) item: ItemId,
    pub(crate) report: Box<ReportRef>,
}

/// What an act that was begun is about: as it was when the reviewer began.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Begun {
    pub(crate) subject: Subject,
    pub(crate) target: Target,
    /// What the reviewer had before their eyes.
    pub(crate) seen: Option<Seen>,
}
