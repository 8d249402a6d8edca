//! Which repairs of broken tables the office's own relations speak for.
//!
//! Most own relations say nothing alone: of a sum by itself any cell may be wrong. But among repairs that are equally
//! good for the form, those that keep or restore what the office knows go first, and say that they do.

use crate::check::Outcome;
use crate::check::finding::Finding;
use crate::check::localise::{Block, KnownCells, Repair, localise};
use crate::check::profile::Profile;
use crate::check::profile::own::{OwnRule, OwnScope};
use crate::report::{Lean, Value};

/// Looks for the cells behind the findings of a report: [`localise`], with the office's own relations beside the form's.
#[must_use]
pub(crate) fn localise_for(profile: &Profile, report: &Lean, outcome: &Outcome, known: &KnownCells) -> Vec<Block> {
    let mut blocks = localise(report, outcome, known);
    if profile.own(OwnScope::Report).next().is_some() {
        for block in &mut blocks {
            arrange(profile, report, outcome, block);
        }
    }
    blocks
}

fn arrange(profile: &Profile, report: &Lean, outcome: &Outcome, block: &mut Block) {
    let mut scored: Vec<(usize, Repair)> = std::mem::take(&mut block.repairs)
        .into_iter()
        .map(|mut repair| (score(profile, report, outcome, &mut repair), repair))
        .collect();
    scored.sort_by_key(|(broken, _)| *broken);
    block.repairs = scored.into_iter().map(|(_, repair)| repair).collect();
}

/// How many own relations do not hold after a repair; those that it makes hold are among what it settles.
fn score(profile: &Profile, report: &Lean, outcome: &Outcome, repair: &mut Repair) -> usize {
    let mut changed = report.clone();
    for change in &repair.cells {
        changed.cells.set(change.cell, Value::int(change.to));
    }
    let mut broken = 0;
    for own in profile.own(OwnScope::Report) {
        match own.holds(&changed) {
            Some(true) => repair.settles.extend(found(own, outcome).map(|finding| finding.fingerprint)),
            Some(false) => broken += 1,
            None => {}
        }
    }
    broken
}

fn found<'a>(own: &OwnRule, outcome: &'a Outcome) -> impl Iterator<Item = &'a Finding> {
    let rule = own.rule();
    outcome.findings.iter().filter(move |finding| finding.rule == rule)
}
