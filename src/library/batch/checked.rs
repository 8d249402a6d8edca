//! What is handed over of one report.

use std::sync::Arc;

use crate::check::localise::Block;
use crate::check::{Finding, FindingCounts, Need, Outcome, Severity, Unchecked, WhyUnchecked};
use crate::form;
use crate::report::{Cells, Head, Lean, Remark, SafeText, Section};

/// A report with all that is said of it.
pub struct Checked {
    pub id: SafeText,
    pub path: SafeText,
    pub lean: Arc<Lean>,
    /// What its reader could not settle.
    pub remarks: Vec<Remark>,
    /// What checking it gave.
    pub outcome: Outcome,
    /// How many hints are not among its findings.
    pub hints_aside: u32,
    /// Which cells are behind it.
    pub localisation: Vec<Block>,
    /// Its text, where it was asked for ([`Batch::keeps_texts`](super::Batch::keeps_texts)).
    pub sections: Vec<Section>,
}

impl Checked {
    /// What stands for an agency that is expected to report and has not: a report without an id, and without numbers.
    #[must_use]
    pub(crate) fn absent(head: Head, finding: Finding) -> Self {
        let form = form::newest();
        let lean = Lean { head, form, cells: Cells::missing(form), remarks: 0 };
        Self {
            id: SafeText::default(),
            path: SafeText::default(),
            lean: Arc::new(lean),
            remarks: Vec::new(),
            outcome: Outcome { findings: vec![finding], unchecked: Vec::new() },
            hints_aside: 0,
            localisation: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// The same without its hints, which are counted only.
    #[must_use]
    pub(crate) fn without_hints(mut self) -> Self {
        self.hints_aside += self.outcome.counts().info;
        self.outcome.findings.retain(|finding| finding.severity != Severity::Info);
        self
    }

    /// The same where the others were not looked at: that there is none of the year before is not known then.
    pub(super) fn by_itself(mut self, stopped: &[Unchecked]) -> Self {
        let unchecked = &mut self.outcome.unchecked;
        for entry in unchecked.iter_mut().filter(|entry| entry.reason == WhyUnchecked::Needs(Need::LastYear)) {
            entry.reason = WhyUnchecked::Stopped;
        }
        let is_new = |entry: &&Unchecked| !unchecked.iter().any(|known| known.rule == entry.rule);
        let more: Vec<Unchecked> = stopped.iter().filter(is_new).cloned().collect();
        unchecked.extend(more);
        self
    }

    /// How many findings of each severity, the hints that are put aside among them.
    #[must_use]
    pub(crate) fn counts(&self) -> FindingCounts {
        let counts = self.outcome.counts();
        FindingCounts { info: counts.info + self.hints_aside, ..counts }
    }

    /// Is there a report at all?
    #[must_use]
    pub(crate) fn is_there(&self) -> bool {
        !self.id.is_empty()
    }
}
