//! What acts are about: a report as the journal names it, taken when the reviewer looks at it.

use crate::journal::{ReportRef, Seen, Target};

use super::library::ItemId;

/// What an act is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The item that was looked at.
    pub item: ItemId,
    pub report: Box<ReportRef>,
}

/// What an act that was begun is about: as it was when the reviewer began.
#[derive(Debug, Clone, PartialEq)]
pub struct Begun {
    pub subject: Subject,
    pub target: Target,
    /// What the reviewer had before their eyes.
    pub seen: Option<Seen>,
}
