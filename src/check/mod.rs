//! Rules to findings.
//!
//! Owns: what is wrong with a report, where, and what could not be checked. Knows forms and reports; knows no
//! journal and no screen. Each floor knows those below it only; `tests/all/architecture` checks that:
//!
//! ```text
//! localise   which cell is wrong: the causes behind the findings
//! family     what the rules look for, one folder or file for each group of the catalogue
//! facts      what a report says: sentences, claims, figures, names, what was not read
//! finding    what is found, how it is collected and said
//! profile    what an office has set, as data
//! rule       the catalogue as data (`catalogue/*.toml`), and its ids
//! ```
//!
//! A new rule is a table in `rule/catalogue/` and a function in its family.
//!
//! Checking a clean report allocates nothing, so a whole directory is checked while it loads.

mod facts;
mod family;
mod finding;
pub mod localise;
mod profile;
mod rule;

use crate::report::{Lean, Report};

use family::{arithmetic, faults, fees, given, identity, narrative, plausible, reading, sections, text, years};
use finding::collect::Collector;
use finding::spare;

pub use facts::{Facts, claims};
pub(crate) use family::given::ledger_tables;
pub use family::narrative::ties;
pub(crate) use family::narrative::{Agreement, Tie};
pub use family::stated::Digest;
#[cfg(test)]
pub(crate) use family::stated::Look;
pub(crate) use family::stated::{Statements, Told, check_look};
pub(crate) use family::text::Mask;
pub(crate) use family::written::DigestWire;
pub(crate) use family::years::lineage::{Before, check_lineage};
pub(crate) use family::years::{Jump, Jumps, Quoted};
pub use family::{region, similar};
pub(crate) use finding::area::Area;
pub(crate) use finding::doubted::{Doubted, Whose};
pub(crate) use finding::explain::{
    EquationText, Term, equation_text, letter_message, need_name, plain_message, reason,
};
pub use finding::explain::{cell_name, message};
pub(crate) use finding::gaps::{coverage, gaps_by_reason};
pub(crate) use finding::listed::Listed;
pub(crate) use finding::named;
pub use finding::outcome::Outcome;
pub(crate) use finding::versions;
pub use finding::{Evidence, Finding};
pub(crate) use finding::{Filling, FindingCounts, Fingerprint, Unchecked, Violation, WhyUnchecked};
pub use localise::causes::causes;
pub(crate) use localise::causes::{Causes, causes_told};
pub(crate) use profile::PLACEHOLDERS;
pub use profile::Profile;
pub use profile::basis::Basis;
pub(crate) use profile::basis::Inputs;
pub(crate) use profile::{Points, ScoreScheme};
pub(crate) use rule::RuleId;
pub(crate) use rule::orphan as equation_without_rule;
pub(crate) use rule::{Need, Rule, Scope, id};
pub use rule::{Severity, rule, rules};

/// Applies the rules about the numbers of the tables, the fast ones: the 勾稽关系, and the faults of single cells.
#[must_use]
pub fn check(report: &Lean, profile: &Profile) -> Outcome {
    let mut outcome = Outcome::default();
    for rule in rules().iter().filter(|rule| rule.equation || !rule.cells.is_empty()) {
        let Some((position, _)) = rule.table.as_deref().and_then(|table| report.form.table(table)) else { continue };
        let Some(level) = profile.level(rule, None) else { continue };
        if !report.cells.any_present(report.form.cells_of(position)) {
            outcome.unchecked.push(Unchecked { rule, place: None, reason: WhyUnchecked::NoTable(position) });
        } else if rule.equation {
            arithmetic::check(rule, level, report, &mut outcome);
        } else {
            faults::check(rule, position, report, profile, &mut outcome);
        }
    }
    family::own::check(report, profile, &mut outcome);
    spare::take_back(report, &mut outcome);
    outcome
}

/// Applies every rule that one whole report is enough for: [`check`] and [`check_text`].
#[must_use]
pub fn check_whole(report: &Report, basis: &Basis<'_>) -> Outcome {
    let mut outcome = check(&report.lean, basis.profile);
    outcome.append(check_text(&Facts::of(report, basis)));
    outcome
}

/// A family of rules about a report's texts, by its name.
type Family = (&'static str, fn(&Facts<'_>, &mut Collector<'_>));

/// The families of rules about a report's texts, in the order in which they are applied.
const FAMILIES: [Family; 9] = [
    ("identity", identity::check),
    ("sections", sections::check),
    ("plausible", plausible::check),
    ("narrative", narrative::check),
    ("fees", fees::check),
    ("text", text::check),
    ("reading", reading::check),
    ("own", family::own::check_text),
    ("given", given::check_text),
];

/// Applies the rules about a report's texts, and about what its texts and tables say together.
#[must_use]
pub fn check_text(facts: &Facts<'_>) -> Outcome {
    apply(&FAMILIES, facts)
}

/// What each family of rules about texts finds, one after the other: for measuring what each costs.
pub fn families() -> impl Iterator<Item = (&'static str, impl Fn(&Facts<'_>) -> Outcome)> {
    FAMILIES.iter().map(|family| (family.0, move |facts: &Facts<'_>| apply(std::slice::from_ref(family), facts)))
}

fn apply(families: &[Family], facts: &Facts<'_>) -> Outcome {
    let mut found = facts.collector();
    families.iter().for_each(|(_, check)| check(facts, &mut found));
    let mut outcome = facts.found(found);
    spare::take_back(&facts.written.lean, &mut outcome);
    outcome
}

/// Applies the rules that hold a report's numbers and dates against what is known from elsewhere.
#[must_use]
pub(crate) fn check_given(report: &Lean, basis: &Basis<'_>) -> Outcome {
    let mut found = Collector::new(&report.head, basis.profile);
    given::check(report, basis, &mut found);
    found.finish(report.form)
}

/// Applies the rules that hold a report against the same agency's report for the year before.
#[must_use]
pub fn check_years(report: &Lean, before: Option<&Lean>, basis: &Basis<'_>) -> Outcome {
    let mut found = Collector::new(&report.head, basis.profile);
    years::check(report, before, basis, &mut found);
    let mut outcome = found.finish(report.form);
    spare::take_back(report, &mut outcome);
    outcome
}

/// Applies the rules that hold the text of a report against the numbers of the same agency's report for the year before.
#[must_use]
pub fn check_years_text(facts: &Facts<'_>, before: Option<&Lean>) -> Outcome {
    check_years_quoted(facts, before.map(Quoted::own))
}

/// The same where the numbers of the year before may be those of several agencies together.
#[must_use]
pub(crate) fn check_years_quoted(facts: &Facts<'_>, before: Option<Quoted<'_>>) -> Outcome {
    let mut found = facts.collector();
    years::check_text(facts, before, &mut found);
    narrative::check_growth(facts, before.and_then(Quoted::alone), &mut found);
    let mut outcome = facts.found(found);
    spare::take_back(&facts.written.lean, &mut outcome);
    outcome
}

/// The same of a text that is not at hand, from what is kept of it; `None` where last year's report contradicts the text,
/// which must be looked at again then.
#[must_use]
pub(crate) fn check_years_told(
    report: &Lean,
    told: &Told,
    before: Option<Quoted<'_>>,
    profile: &Profile,
) -> Option<Outcome> {
    told.held_against(report, before, profile)
}

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
