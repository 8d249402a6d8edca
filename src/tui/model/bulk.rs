//! What is about to be done to many reports at once: shown before it is done.

use jiff::civil::Date;

use crate::check::Rule;
use crate::journal::{Target, Verdict};

use super::library::ItemId;

/// An act on many reports, to be confirmed.
#[derive(Debug)]
pub struct Bulk {
    /// What is to be done.
    pub deed: BulkDeed,
    /// To which reports: those with something special about them first.
    pub lines: Vec<BulkLine>,
    /// The first line shown.
    pub offset: usize,
}

/// What is to be done to each.
#[derive(Debug, Clone)]
pub enum BulkDeed {
    /// Returned, until this date.
    Return(Option<Date>),
    /// Accepted.
    Accept,
    /// The same note.
    Note(String),
    /// The same decision on all undecided findings of a rule.
    Verdict(&'static Rule, Verdict),
}

/// One of the reports.
#[derive(Debug, Clone)]
pub struct BulkLine {
    /// Which.
    pub item: ItemId,
    /// Its name.
    pub name: String,
    /// What is special about it, in words; empty where nothing is.
    pub special: String,
    /// What will be acted on; nothing for one that is left out.
    pub targets: Vec<Target>,
}

impl BulkLine {
    /// Is nothing done to it?
    #[must_use]
    pub fn is_left_out(&self) -> bool {
        self.targets.is_empty()
    }
}

impl Bulk {
    /// How many reports are acted on.
    #[must_use]
    pub fn reports(&self) -> usize {
        self.lines.iter().filter(|line| !line.is_left_out()).count()
    }

    /// How many acts it makes.
    #[must_use]
    pub fn acts(&self) -> usize {
        self.lines.iter().map(|line| line.targets.len()).sum()
    }
}
