//! Which findings belong together: those that one repair settles.

use crate::check::Finding;
use crate::check::localise::{Block, Repair};

/// The block whose repairs settle a finding, by its position.
#[must_use]
pub(crate) fn cause_of(blocks: &[Block], finding: &Finding) -> Option<usize> {
    let settles = |repair: &Repair| repair.settles.contains(&finding.fingerprint);
    blocks.iter().position(|block| block.repairs.iter().any(settles))
}

/// The order of the list: worst first, else as the form has them; the findings of one cause stand together, in the
/// place of the first of them.
pub(crate) fn arrange(findings: &mut Vec<Finding>, blocks: &[Block]) {
    let causes: Vec<Option<usize>> = findings.iter().map(|finding| cause_of(blocks, finding)).collect();
    let group = |index: usize, cause: Option<usize>| match cause {
        Some(_) => causes.iter().position(|other| *other == cause).unwrap_or(index),
        None => index,
    };
    let severity = |cause: Option<usize>, finding: &Finding| {
        let together = findings.iter().zip(&causes).filter(|(_, other)| cause.is_some() && **other == cause);
        together.map(|(other, _)| other.severity).max().unwrap_or(finding.severity)
    };
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_cached_key(|&index| {
        let cause = causes.get(index).copied().flatten();
        findings.get(index).map(|finding| {
            (
                std::cmp::Reverse(severity(cause, finding)),
                group(index, cause),
                std::cmp::Reverse(finding.severity),
                index,
            )
        })
    });
    *findings = order.into_iter().filter_map(|index| findings.get(index).cloned()).collect();
}
