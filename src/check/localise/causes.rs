//! What is behind the broken relations of a report whose text is at hand: cells, or our own reading.

use crate::check::Outcome;
use crate::check::facts::Facts;
use crate::check::family::stated::Told;
use crate::check::localise::{Block, KnownCells, localise_for};
use crate::check::profile::Profile;
use crate::report::Lean;

use super::misreading::{Misreading, misreadings};

/// What is behind the broken relations of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Causes {
    /// The cells, block by block.
    pub blocks: Vec<Block>,
    /// What is likely an error of reading.
    pub(crate) misreadings: Vec<Misreading>,
}

/// Looks for the causes of what [`crate::check::check`] found, with all that is known: last year's numbers, the text, and what
/// the reader of the document was in doubt of.
#[must_use]
pub fn causes(facts: &Facts<'_>, outcome: &Outcome, before: Option<&Lean>) -> Causes {
    if outcome.findings.is_empty() {
        return Causes::default();
    }
    let (lean, profile) = (&facts.written.lean, facts.basis().profile);
    let blocks = localise_for(profile, lean, outcome, &last_year(lean, before).with_text(facts));
    let misreadings = misreadings(lean, &facts.written.narrative.remarks, &blocks, profile);
    Causes { blocks, misreadings }
}

/// The same of a report that was read without a doubt, from what is kept of its text.
#[must_use]
pub(crate) fn causes_told(
    lean: &Lean,
    told: &Told,
    outcome: &Outcome,
    before: Option<&Lean>,
    profile: &Profile,
) -> Vec<Block> {
    if outcome.findings.is_empty() {
        return Vec::new();
    }
    localise_for(profile, lean, outcome, &last_year(lean, before).with_stated(told.cells()))
}

fn last_year(lean: &Lean, before: Option<&Lean>) -> KnownCells {
    before.map_or(KnownCells::NONE, |before| KnownCells::last_year(lean.form, before))
}
