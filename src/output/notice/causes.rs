//! What has one cause: relations that the same repairs would settle, and the text that says so. It is told once, counted
//! once, and costs once.

use std::collections::BTreeMap;

use crate::check::Finding;
use crate::check::localise::{Block, Change};
use crate::library::season::{Judged, Judgement};
use crate::report::Number;

/// Findings that have one cause, in the order of the report; never none.
pub(crate) struct OneCause<'a> {
    /// The block of relations that it breaks.
    pub(super) block: Option<usize>,
    pub(crate) findings: Vec<&'a Finding>,
}

/// What of a cause is told together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Block(usize),
    Alone(usize),
}

/// The wanted findings of a report, by their causes.
#[must_use]
pub(crate) fn by_cause<'a>(judged: &'a Judged, is_wanted: &dyn Fn(&Finding, &Judgement) -> bool) -> Vec<OneCause<'a>> {
    let mut causes: Vec<OneCause<'a>> = Vec::new();
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    for (number, (finding, judgement)) in judged.findings().enumerate() {
        if !is_wanted(finding, judgement) {
            continue;
        }
        let block = block_of(judged, finding);
        let key = block.map_or(Key::Alone(number), Key::Block);
        let place = *places.entry(key).or_insert(causes.len());
        match causes.get_mut(place) {
            Some(cause) => cause.findings.push(finding),
            None => causes.push(OneCause { block, findings: vec![finding] }),
        }
    }
    causes
}

/// The block of relations whose repairs would settle a finding, or of which its text says the same.
fn block_of(judged: &Judged, finding: &Finding) -> Option<usize> {
    let settles = |block: &Block| block.repairs.iter().any(|repair| repair.settles.contains(&finding.fingerprint));
    let blocks = &judged.checked.localisation;
    blocks.iter().position(settles).or_else(|| blocks.iter().position(|block| is_stated(block, finding)))
}

/// Does the text give the number that a cell would have after every repair of a block?
fn is_stated(block: &Block, finding: &Finding) -> bool {
    let (Some(_), Some((text, _)), [cell]) = (finding.said(), finding.sides(), finding.cells.as_slice()) else {
        return false;
    };
    let gives = |change: &Change| change.cell == *cell && Number::int(change.to) == text;
    !block.repairs.is_empty() && block.repairs.iter().all(|repair| repair.cells.iter().any(gives))
}
