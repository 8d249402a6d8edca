//! What checking one report gives.

use super::{Finding, FindingCounts, Unchecked};

/// What checking one report gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Violated rules, in the order of the form: table by table, rule by rule, cell by cell.
    pub findings: Vec<Finding>,
    /// What could not be checked.
    pub(crate) unchecked: Vec<Unchecked>,
}

impl Outcome {
    /// How many findings of each severity.
    #[must_use]
    pub fn counts(&self) -> FindingCounts {
        FindingCounts::count(&self.findings)
    }

    /// Adds what another part of the checks gave.
    pub fn append(&mut self, mut other: Self) {
        self.findings.append(&mut other.findings);
        self.unchecked.append(&mut other.unchecked);
    }
}
