//! A finding as a list of many thousand reports keeps it: what it is called and how bad it is, not its words.

use crate::check::finding::{Finding, Fingerprint};
use crate::check::rule::{Rule, Severity};
use crate::form::Cell;
use crate::report::Number;

/// What a list needs to know of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Its name.
    pub(crate) fingerprint: Fingerprint,
    /// The rule.
    pub(crate) rule: &'static Rule,
    /// How bad it is.
    pub(crate) severity: Severity,
    /// Both sides, where there are two numbers; boxed, since few have them.
    pub(crate) sides: Option<Box<(Number, Number)>>,
    /// The cell that it is about; of several, the first.
    pub(crate) cell: Option<Cell>,
}

impl Listed {
    /// Of one finding.
    #[must_use]
    pub(crate) fn of(finding: &Finding) -> Self {
        let Finding { rule, severity, fingerprint, cells, .. } = finding;
        let (sides, cell) = (finding.sides().map(Box::new), cells.first().copied());
        Self { fingerprint: *fingerprint, rule, severity: *severity, sides, cell }
    }

    /// Of several findings.
    #[must_use]
    pub(crate) fn all(findings: &[Finding]) -> Vec<Self> {
        findings.iter().map(Self::of).collect()
    }
}
