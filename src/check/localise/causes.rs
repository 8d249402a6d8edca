//! What is behind the broken relations of a report whose text is at hand: cells, or our own reading.

use crate::check::Outcome;
use crate::check::localise::{Block, Facts};
use crate::check::profile::Profile;
use crate::report::{Lean, Report};

use super::misreading::{Misreading, misreadings};

/// What is behind the broken relations of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Causes {
    /// The cells, block by block.
    pub blocks: Vec<Block>,
    /// What is likely an error of reading.
    pub misreadings: Vec<Misreading>,
}

/// Looks for the causes of what [`crate::check::check`] found, with all that is known: last year's numbers, the text, and what
/// the reader of the document was in doubt of.
#[must_use]
pub fn causes(report: &Report, outcome: &Outcome, before: Option<&Lean>, profile: &Profile) -> Causes {
    if outcome.findings.is_empty() {
        return Causes::default();
    }
    let lean = &report.lean;
    let facts = before.map_or(Facts::NONE, |before| Facts::last_year(lean.form, before));
    let blocks = profile.localise(lean, outcome, &facts.with_text(report));
    let misreadings = misreadings(lean, &report.narrative.remarks, &blocks, profile);
    Causes { blocks, misreadings }
}
