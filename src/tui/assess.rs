//! Checking one report when somebody looks at it: its numbers, the year before, and what was found by looking at others.

use crate::check::localise::{Block, Facts};
use crate::check::{self, Basis, Outcome};

use super::model::{ItemId, Model};

/// What checking a report gives, without its texts, and which cells are behind its broken equations.
#[must_use]
pub fn assess(model: &Model, item: ItemId) -> Option<(Outcome, Vec<Block>)> {
    let sheet = model.library.sheet(item)?;
    let lean = &sheet.lean;
    let mut outcome = check::check(lean, model.profile);
    let before = model.year_before(lean);
    let facts = before.lean().map_or(Facts::NONE, |before| Facts::last_year(lean.form, before));
    let blocks = model.profile.localise(lean, &outcome, &facts);
    let basis = Basis::new(model.profile).with_roster(model.roster);
    outcome.append(check::check_years(lean, before.lean(), &basis));
    outcome.append(check::check_lineage(lean, &before, &basis));
    outcome.append(sheet.batch.clone());
    Some((outcome, blocks))
}
