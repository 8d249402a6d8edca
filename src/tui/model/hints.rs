//! The hints of the open report: most reviewers want to see what is wrong first, so they are aside until asked for.

use crate::check::{Finding, Severity};

/// Hints that are not shown, and whether they are.
#[derive(Debug, Default)]
pub(crate) struct Hints {
    shown: bool,
    aside: Vec<Finding>,
}

impl Hints {
    /// Of a report as it is opened.
    #[must_use]
    pub(crate) fn new(shown: bool) -> Self {
        Self { shown, aside: Vec::new() }
    }

    #[must_use]
    pub(crate) fn shown(&self) -> bool {
        self.shown
    }

    /// Those that are not shown.
    pub(crate) fn aside(&self) -> std::slice::Iter<'_, Finding> {
        self.aside.iter()
    }

    pub(super) fn show(&mut self, shown: bool) {
        self.shown = shown;
    }

    /// Takes what is not to be shown out of these findings, or puts it back.
    pub(super) fn sort(&mut self, findings: &mut Vec<Finding>) {
        findings.append(&mut self.aside);
        if !self.shown {
            self.aside = findings.extract_if(.., |finding| finding.severity == Severity::Info).collect();
        }
    }
}
