//! Rules to findings.
//!
//! Owns: what is wrong with a report, where, and what could not be checked. Knows forms and reports; knows no
//! journal and no screen. Rules are data (`rules.toml`), equations are the form's.
//!
//! Checking a clean report allocates nothing, so a whole directory is checked while it loads.

mod agency;
mod arithmetic;
mod brief;
mod calendar;
mod causes;
pub mod claims;
mod collect;
mod doubted;
mod explain;
mod faults;
mod fees;
mod figures;
mod finding;
mod identity;
mod lexicon;
pub mod localise;
mod narrative;
mod own;
mod part;
mod passage;
mod places;
mod plausible;
mod profile;
mod prose;
pub mod region;
mod rule;
mod script;
mod sections;
pub mod similar;
mod text;
mod told;
mod tool;
mod unread;
pub mod versions;
mod years;

use crate::report::roster::Roster;
use crate::report::{Head, Lean, Report};

use collect::Collector;
use prose::Prose;

pub use brief::Brief;
pub use causes::{Causes, causes};
pub use doubted::{Doubted, Doubts, Whose};
pub use explain::{
    EquationText, Term, cell_name, equation_text, fault_message, gaps_by_reason, message, need_name, place_name, reason,
};
pub use fees::Fees;
pub use finding::{Broken, Counts, Evidence, Filling, Finding, Fingerprint, Reason, Said, Unchecked, What};
pub use narrative::{Standing, Tie, ties};
pub use part::Part;
pub use profile::{Dates, PLACEHOLDERS, Problem, Profile, ProfileError, Template, Trouble};
pub use rule::{CellTest, Fault, Need, Rule, RuleId, Scope, Severity, Wording, id, rule, rules};
pub use told::{Digest, Look, Told, check_look};
pub use tool::{Slip, slips};
pub use years::lineage::{Before, check_lineage};
pub use years::{Jump, Jumps};

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

    /// Adds what another part of the checks gave.
    pub fn append(&mut self, mut other: Self) {
        self.findings.append(&mut other.findings);
        self.unchecked.append(&mut other.unchecked);
    }
}

/// Applies the rules about the numbers of the tables, the fast ones: the 勾稽关系, and the faults of single cells.
#[must_use]
pub fn check(report: &Lean, profile: &Profile) -> Outcome {
    let mut outcome = Outcome::default();
    for rule in rules().iter().filter(|rule| rule.equation || !rule.cells.is_empty()) {
        let Some((position, _)) = rule.table.as_deref().and_then(|table| report.form.table(table)) else { continue };
        let Some(level) = profile.level(rule, None) else { continue };
        if !report.cells.any_present(report.form.cells_of(position)) {
            outcome.unchecked.push(Unchecked { rule, place: None, reason: Reason::NoTable(position) });
        } else if rule.equation {
            arithmetic::check(rule, level, report, &mut outcome);
        } else {
            faults::check(rule, position, report, profile, &mut outcome);
        }
    }
    profile.check(report, &mut outcome);
    own::take_back(report, &mut outcome);
    outcome
}

/// What is known beside one report when it is checked.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// What the office has set.
    pub profile: &'a Profile,
    /// Who is expected to report.
    pub roster: Option<&'a Roster>,
}

impl<'a> Basis<'a> {
    /// The rules as an office has set them.
    #[must_use]
    pub fn new(profile: &'a Profile) -> Self {
        Self { profile, roster: None }
    }
}

impl<'a> Basis<'a> {
    /// With a roster.
    #[must_use]
    pub fn with_roster(self, roster: Option<&'a Roster>) -> Self {
        Self { roster, ..self }
    }
}

impl Basis<'static> {
    /// Nothing but the rules as they ship.
    #[must_use]
    pub fn standard() -> Self {
        Self::new(Profile::standard())
    }
}

/// Applies every rule that one whole report is enough for: [`check`] and [`check_text`].
#[must_use]
pub fn check_whole(report: &Report, basis: &Basis<'_>) -> Outcome {
    let mut outcome = check(&report.lean, basis.profile);
    outcome.append(check_text(report, basis));
    outcome
}

/// Applies the rules about a report's texts, and about what its texts and tables say together.
#[must_use]
pub fn check_text(report: &Report, basis: &Basis<'_>) -> Outcome {
    let folded = script::folded(report);
    let looked_at = folded.as_ref().unwrap_or(report);
    let mut outcome = check_texts(looked_at, &report.lean.head, &claims::Text::of(looked_at), basis);
    if folded.is_some() {
        script::restore(report, &mut outcome);
    }
    outcome
}

/// The same, and what the texts tell the rules about other reports.
#[must_use]
pub fn check_text_and_digest(
    report: &Report,
    basis: &Basis<'_>,
    comparer: &similar::Comparer<'_>,
) -> (Outcome, Digest) {
    let folded = script::folded(report);
    let looked_at = folded.as_ref().unwrap_or(report);
    let numbers = claims::Text::of(looked_at);
    let mut outcome = check_texts(looked_at, &report.lean.head, &numbers, basis);
    if folded.is_some() {
        script::restore(report, &mut outcome);
    }
    (outcome, Digest::with(report, &numbers, comparer))
}

/// `head` names the findings: it is the report's, as it is written.
fn check_texts(report: &Report, head: &Head, numbers: &claims::Text, basis: &Basis<'_>) -> Outcome {
    let mut found = Collector::new(head, basis.profile);
    let prose = Prose::of(report, basis.profile.lexicon());
    identity::check(report, &prose, &mut found);
    sections::check(report, &prose, &mut found);
    plausible::check(report, basis, &mut found);
    narrative::check(report, numbers, basis, &mut found);
    fees::check(report, numbers, basis, &mut found);
    text::check(report, &prose, &mut found);
    tool::check(report, &prose, &mut found);
    basis.profile.check_text(report, &mut found);
    let mut outcome = found.finish(report.lean.form);
    own::take_back(&report.lean, &mut outcome);
    outcome
}

/// Applies the rules that hold a report against the same agency's report for the year before.
#[must_use]
pub fn check_years(report: &Lean, before: Option<&Lean>, basis: &Basis<'_>) -> Outcome {
    let mut found = Collector::new(&report.head, basis.profile);
    years::check(report, before, basis, &mut found);
    let mut outcome = found.finish(report.form);
    own::take_back(report, &mut outcome);
    outcome
}

/// Applies the rules that hold the text of a report against the numbers of the same agency's report for the year before.
#[must_use]
pub fn check_years_text(report: &Report, before: Option<&Lean>, basis: &Basis<'_>) -> Outcome {
    let folded = script::folded(report);
    let looked_at = folded.as_ref().unwrap_or(report);
    let mut found = Collector::new(&report.lean.head, basis.profile);
    years::check_text(looked_at, before, &mut found);
    narrative::check_growth(looked_at, before, &mut found);
    let mut outcome = found.finish(report.lean.form);
    if folded.is_some() {
        script::restore(report, &mut outcome);
    }
    own::take_back(&report.lean, &mut outcome);
    outcome
}

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod trial;
