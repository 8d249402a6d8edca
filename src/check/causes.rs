//! What is behind the broken relations of a report whose text is at hand: cells, or our own reading.

use crate::report::{Lean, Report};

use super::Outcome;
use super::localise::{Block, Facts};
use super::profile::Profile;
use super::tool::{Slip, slips};

/// What is behind the broken relations of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Causes {
    /// The cells, block by block.
    pub blocks: Vec<Block>,
    /// What is likely an error of reading.
    pub slips: Vec<Slip>,
}

/// Looks for the causes of what [`super::check`] found, with all that is known: last year's numbers, the text, and what
/// the reader of the document was in doubt of.
#[must_use]
pub fn causes(report: &Report, outcome: &Outcome, before: Option<&Lean>, profile: &Profile) -> Causes {
    if outcome.findings.is_empty() {
        return Causes::default();
    }
    let lean = &report.lean;
    let facts = before.map_or(Facts::NONE, |before| Facts::last_year(lean.form, before));
    let blocks = profile.localise(lean, outcome, &facts.with_text(report));
    let slips = slips(lean, &report.narrative.remarks, &blocks, profile);
    Causes { blocks, slips }
}
