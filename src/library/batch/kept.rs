//! What others show of a report, kept until that of all of them is known.

use std::sync::Arc;

use crate::check::{Finding, Outcome, Unchecked};
use crate::library::survey::Found;
use crate::report::SafeText;

/// What others show of a report.
#[derive(Default)]
pub(super) struct Kept {
    findings: Vec<Finding>,
    unchecked: Arc<[Unchecked]>,
}

/// What could not be checked, for the same reasons in most reports: kept once.
#[derive(Default)]
pub(super) struct Gaps(Vec<Arc<[Unchecked]>>);

/// So many different lists of what could not be checked are looked through.
const GAPS: usize = 32;

impl Kept {
    pub(super) fn add(&mut self, more: Found, gaps: &mut Gaps) {
        self.findings.extend(more.outcome.findings);
        self.findings.shrink_to_fit();
        if !more.outcome.unchecked.is_empty() {
            self.unchecked = gaps.once(self.unchecked.iter().cloned().chain(more.outcome.unchecked).collect());
        }
    }

    pub(super) fn append_to(self, outcome: &mut Outcome) {
        outcome.findings.extend(in_order(self.findings));
        outcome.unchecked.extend(self.unchecked.iter().cloned());
    }
}

impl Gaps {
    pub(super) fn once(&mut self, unchecked: Vec<Unchecked>) -> Arc<[Unchecked]> {
        // A rule is known by where it stands: there is one of each.
        let same = |one: &Unchecked, other: &Unchecked| {
            std::ptr::eq(one.rule, other.rule) && one.place == other.place && one.reason == other.reason
        };
        let is_known = |known: &Arc<[Unchecked]>| {
            known.len() == unchecked.len() && known.iter().zip(&unchecked).all(|(one, other)| same(one, other))
        };
        if let Some(known) = self.0.iter().find(|known| is_known(known)) {
            return Arc::clone(known);
        }
        let new: Arc<[Unchecked]> = unchecked.into();
        if self.0.len() < GAPS {
            self.0.push(Arc::clone(&new));
        }
        new
    }
}

/// What others show of a report comes from several threads: by rule, and by the reports that show it.
pub(super) fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_cached_key(|finding| {
        let others: Vec<SafeText> = finding.evidence().iter().filter_map(|shown| shown.report.clone()).collect();
        (finding.rule.id.clone(), others, finding.fingerprint)
    });
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;

    #[test]
    fn the_same_gaps_are_kept_once() {
        let rule = check::rules().first().unwrap();
        let gap = |reason| Unchecked { rule, place: None, reason };
        let mut gaps = Gaps::default();
        let first = gaps.once(vec![gap(check::WhyUnchecked::NoText)]);
        assert!(Arc::ptr_eq(&first, &gaps.once(vec![gap(check::WhyUnchecked::NoText)])));
        let other = gaps.once(vec![gap(check::WhyUnchecked::NoTitle)]);
        assert_eq!(*other, [gap(check::WhyUnchecked::NoTitle)]);
        // However many there are, what is given back is what came.
        for section in 0..u8::MAX {
            let known = gaps.once(vec![gap(check::WhyUnchecked::NoSection(section))]);
            assert_eq!(*known, [gap(check::WhyUnchecked::NoSection(section))]);
        }
    }
}
