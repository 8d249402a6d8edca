//! What is about to be done to many reports at once: shown before it is done.

use std::sync::Arc;

use jiff::civil::Date;

use crate::check::Rule;
use crate::journal::{Audience, ReportRef, Target, Verdict};
use crate::report::Lean;
use crate::tui::model::{Against, ItemId};
use crate::words::Words;

/// An act on many reports, to be confirmed.
#[derive(Debug)]
pub(crate) struct Bulk {
    /// What is to be done.
    pub(crate) deed: BulkDeed,
    /// To which reports: those with something special about them first.
    pub(crate) lines: Vec<BulkLine>,
    /// The first line shown.
    pub(crate) offset: usize,
}

/// What is to be done to each.
#[derive(Debug, Clone)]
pub(crate) enum BulkDeed {
    /// Returned, until this date, and why.
    Return(Option<Date>, String),
    Accept,
    /// Its words, and who may read them.
    Note(String, Audience),
    /// The same decision on all undecided findings of a rule.
    Verdict(&'static Rule, Verdict),
}

/// One of the reports.
#[derive(Debug, Clone)]
pub(crate) struct BulkLine {
    pub(crate) item: ItemId,
    pub(crate) name: String,
    /// What is special about it, in words; empty where nothing is.
    pub(crate) special: String,
    /// What will be acted on; nothing for one that is left out.
    pub(crate) targets: Vec<Target>,
    /// The report, and its numbers: of the version that is shown.
    pub(crate) report: Option<Box<ReportRef>>,
    pub(crate) lean: Option<Arc<Lean>>,
    /// What speaks against it, where it would be accepted.
    pub(crate) against: Against,
    /// Has it changed since it was shown first?
    pub(crate) changed: bool,
}

impl BulkLine {
    /// Is nothing done to it?
    #[must_use]
    pub(crate) fn is_left_out(&self) -> bool {
        self.targets.is_empty()
    }

    /// What the reviewer should see before anything else, in words; empty where nothing is.
    #[must_use]
    pub(crate) fn note(&self, words: &Words) -> String {
        let changed = if self.changed { words.act.special_changed() } else { "" };
        let texts = [changed, self.special.as_str()];
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Would the same be done as on the other line, to the same version of the same report, with the same said of it?
    #[must_use]
    pub(crate) fn is_as(&self, other: &Self) -> bool {
        if self.is_left_out() && other.is_left_out() {
            return true;
        }
        let is_same_report = match (&self.report, &other.report) {
            (Some(one), Some(other)) => {
                // What a file comes to may become known later.
                let sums = one.sha256.as_ref().zip(other.sha256.as_ref());
                one.key() == other.key() && sums.is_none_or(|(one, other)| one == other)
            }
            (one, other) => one == other,
        };
        is_same_report
            && self.name == other.name
            && self.special == other.special
            && self.targets == other.targets
            && self.has_the_numbers_of(other)
    }

    fn has_the_numbers_of(&self, other: &Self) -> bool {
        match (&self.lean, &other.lean) {
            (Some(one), Some(other)) => {
                Arc::ptr_eq(one, other) || std::ptr::eq(one.form, other.form) && one.cells == other.cells
            }
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl Bulk {
    /// How many reports are acted on.
    #[must_use]
    pub(crate) fn reports(&self) -> usize {
        self.lines.iter().filter(|line| !line.is_left_out()).count()
    }

    /// How many reports there is something against, and what all together.
    #[must_use]
    pub(crate) fn against(&self) -> (usize, Against) {
        let mut all = (0, Against::default());
        for line in self.lines.iter().filter(|line| !line.is_left_out() && !line.against.is_nothing()) {
            all.0 += 1;
            all.1 += line.against;
        }
        all
    }

    /// How many acts it makes.
    #[must_use]
    pub(crate) fn acts(&self) -> usize {
        self.lines.iter().map(|line| line.targets.len()).sum()
    }
}
