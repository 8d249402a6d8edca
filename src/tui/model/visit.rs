//! A look at another report, from which `Esc` leads back.

use crate::check::{Evidence, Fingerprint};

use super::library::ItemId;
use super::screen::Screen;

/// A look at a report that a finding of another one speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Visit {
    /// The report of the finding.
    pub(crate) from: ItemId,
    /// What one has come from in it.
    pub(crate) at: VisitFrom,
    /// The screen on which its report was shown.
    pub(crate) screen: Screen,
    /// The passages of the report that is looked at.
    pub(crate) passages: Vec<Evidence>,
}

/// What a look at another report begins at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VisitFrom {
    /// A finding that speaks of it.
    Finding(Fingerprint),
    /// The table of the years: its row, and the year.
    Year(usize, u16),
}
