//! Reviewers who decide the same finding differently.
//!
//! One rule, read off the acts in file order. Every reviewer has one view of a finding, their last verdict on it.
//! Views that differ in their decision are a conflict. It ends
//!
//! - when nobody differs any more: somebody takes a verdict back, or decides like the others;
//! - when anybody, one of them or a third, decides **again** for one of the decisions in conflict: that act stands
//!   behind all of them in the file, so its author could read them, and it speaks for all.
//!
//! A verdict on other values than those before it (a resubmitted report) begins anew: it contradicts nobody.
//! The verdict in effect is the last one all the same ([`ReportReview::verdict`]).

use super::act::{Act, ActKind, Verdict};
use super::replay::Entry;
use super::review::ReportReview;

/// So many of the last verdicts on a finding are looked at: more are no reviewers' work.
pub(crate) const MAX_VIEWS: usize = 64;

impl<'a> ReportReview<'a> {
    /// The verdicts on a finding that contradict each other, oldest first, one for each reviewer; empty where there is
    /// no conflict.
    #[must_use]
    pub(crate) fn conflict(&self, fingerprint: &str) -> Vec<&'a Act> {
        let Some(places) = self.state.verdicts.get(fingerprint).filter(|places| places.len() > 1) else {
            return Vec::new();
        };
        let last: Vec<&usize> = places.iter().rev().take(MAX_VIEWS).collect();
        let entries = last.into_iter().rev().filter_map(|&place| self.review.entries.get(place));
        let views = entries.map(|entry: &Entry| &entry.act).fold(Vec::new(), with);
        if is_conflict(&views) { views } else { Vec::new() }
    }

    /// Do reviewers disagree on this finding?
    #[must_use]
    pub(crate) fn is_disputed(&self, fingerprint: &str) -> bool {
        !self.conflict(fingerprint).is_empty()
    }

    /// How many findings reviewers disagree on.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn conflicts(&self) -> usize {
        self.state.verdicts.keys().filter(|name| !self.conflict(name).is_empty()).count()
    }
}

/// The views after one more verdict.
fn with<'a>(mut views: Vec<&'a Act>, act: &'a Act) -> Vec<&'a Act> {
    let same_values = |earlier: &&Act| match (&earlier.seen, &act.seen) {
        (Some(earlier), Some(seen)) => earlier == seen,
        _ => true,
    };
    views.retain(same_values);
    let repeated = views.iter().any(|view| decision(view) == decision(act));
    if is_conflict(&views) && repeated {
        views.clear();
    }
    views.retain(|view| view.by != act.by);
    views.push(act);
    views
}

fn is_conflict(views: &[&Act]) -> bool {
    let first = views.first().and_then(|view| decision(view));
    views.iter().any(|view| decision(view) != first)
}

fn decision(act: &Act) -> Option<super::act::Decision> {
    match &act.kind {
        ActKind::Verdict(Verdict { decision, .. }) => Some(*decision),
        _ => None,
    }
}
