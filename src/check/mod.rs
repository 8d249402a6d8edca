//! Rules to findings.
//!
//! Owns: what is wrong with a report, where, and what could not be checked. Knows forms and reports; knows no
//! journal and no screen. Rules are data (`rules.toml`), equations are the form's.
//!
//! Checking a clean report allocates nothing, so a whole directory is checked while it loads.

mod arithmetic;
mod explain;
mod faults;
mod finding;
pub mod localise;
mod rule;

use crate::report::Lean;

pub use explain::{EquationText, Term, cell_name, equation_text, fault_message, message, place_name, reason};
pub use finding::{Broken, Counts, Finding, Fingerprint, Reason, Unchecked, What};
pub use rule::{CellTest, Fault, Rule, Scope, Severity, rule, rules};

/// What checking one report gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Violated rules, in the order of the form: table by table, rule by rule, cell by cell.
    pub findings: Vec<Finding>,
    /// What could not be checked.
    pub unchecked: Vec<Unchecked>,
}

impl Outcome {
    /// How many findings of each severity.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::count(&self.findings)
    }
}

/// Applies every rule to one report.
#[must_use]
pub fn check(report: &Lean) -> Outcome {
    let mut outcome = Outcome::default();
    for rule in rules() {
        let Some((position, _)) = report.form.table(&rule.table) else { continue };
        if !report.cells.any_present(report.form.cells_of(position)) {
            outcome.unchecked.push(Unchecked { rule, place: None, reason: Reason::NoTable(position) });
        } else if rule.equation {
            arithmetic::check(rule, report, &mut outcome);
        } else {
            faults::check(rule, position, report, &mut outcome);
        }
    }
    outcome
}

#[cfg(test)]
mod tests;
