//! A decision being chosen: on what, and the lines of the menu.

use crate::check::{Fingerprint, Rule};
use crate::journal::Decision;
use crate::tui::model::Begun;

/// A decision being chosen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct VerdictMenu {
    pub(crate) about: Box<Begun>,
    /// On which finding.
    pub(crate) fingerprint: Fingerprint,
    /// On all findings of this rule instead.
    pub(crate) all: Option<&'static Rule>,
    /// The line under the cursor.
    pub(crate) cursor: usize,
}

/// One line of the menu of decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) decision: Decision,
    /// Its reason: none, one of the words' list, or to be written.
    pub(crate) reason: Reason,
}

/// The reason that comes with a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    None,
    /// The reason of this number in the profile's list, else in the words'.
    Listed(usize),
    Written,
}

/// The menu of decisions, in order, with so many listed reasons.
#[must_use]
pub(crate) fn choices(reasons: usize) -> Vec<Choice> {
    let accept = |reason| Choice { decision: Decision::Accept, reason };
    let plain = |decision| Choice { decision, reason: Reason::None };
    std::iter::once(plain(Decision::Return))
        .chain((0..reasons).map(|number| accept(Reason::Listed(number))))
        .chain([accept(Reason::Written), plain(Decision::NotAProblem), plain(Decision::ToVerify)])
        .collect()
}
