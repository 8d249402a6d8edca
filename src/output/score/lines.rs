//! A line for each finding of a report: what is taken off for it, or why nothing is.

use std::collections::HashMap;

use crate::check::{Finding, Fingerprint, Points, ScoreScheme};
use crate::library::season::{Judged, Judgement, Submission};
use crate::output::notice::{Fate, by_cause, fate};

use super::evidence::{ScoreReason, cost, evidence};

/// What a finding costs.
pub(crate) struct ScoreLine<'a> {
    pub(crate) judged: &'a Judged,
    pub(crate) finding: &'a Finding,
    /// Was it asked for, and is gone?
    pub(crate) is_solved: bool,
    /// The aspect that its rule stands under.
    pub(crate) aspect: Option<usize>,
    /// What it costs by itself, and what is taken off for it.
    pub(crate) each: Points,
    pub(crate) taken: Points,
    pub(crate) reason: ScoreReason,
}

/// What is left to take off.
#[derive(Default)]
struct Left<'s> {
    by_rule: HashMap<&'s str, Points>,
    by_aspect: HashMap<usize, Points>,
}

/// All findings of a report; those that were corrected since it was returned too, where they cost.
pub(super) fn of<'a>(submission: &'a Submission, scheme: &'a ScoreScheme) -> Vec<ScoreLine<'a>> {
    let mut left = Left::default();
    let now = &submission.now;
    let mut lines = of_version(now, false, scheme, &|_, _| true, &mut left);
    if let Some(since) = submission.since.as_ref().filter(|_| scheme.corrected) {
        let before = &since.before;
        let is_gone = |finding: &Finding, judgement: &Judgement| {
            since.fixed.contains(&finding.fingerprint) && fate(before, finding, judgement) != Fate::Out
        };
        lines.extend(of_version(before, true, scheme, &is_gone, &mut left));
    }
    lines
}

fn of_version<'a>(
    judged: &'a Judged,
    is_solved: bool,
    scheme: &'a ScoreScheme,
    is_meant: &dyn Fn(&Finding, &Judgement) -> bool,
    left: &mut Left<'a>,
) -> Vec<ScoreLine<'a>> {
    let has_evidence = |finding: &Finding, judgement: &Judgement| {
        is_meant(finding, judgement) && evidence(judged, finding, judgement, scheme).is_ok()
    };
    // Of each cause the finding that costs most is the one that costs.
    let mut leading: Vec<Fingerprint> = Vec::new();
    for cause in by_cause(judged, &has_evidence) {
        let price = |finding: &&&Finding| cost(finding, scheme).map(|(each, _)| each).unwrap_or_default();
        leading.extend(cause.findings.iter().rev().max_by_key(price).map(|finding| finding.fingerprint));
    }
    let meant = judged.findings().filter(|(finding, judgement)| is_meant(finding, judgement));
    let line = |(finding, judgement): (&'a Finding, &Judgement)| {
        let aspect = scheme.aspect(finding.rule);
        let told = evidence(judged, finding, judgement, scheme).and_then(|()| cost(finding, scheme));
        let (each, taken, reason) = match told {
            Err(reason) => (Points::NONE, Points::NONE, reason),
            Ok((each, _)) if !leading.contains(&finding.fingerprint) => (each, Points::NONE, ScoreReason::SameCause),
            Ok((each, most)) => {
                let taken = left.take(finding, aspect, each, most, scheme);
                (each, taken, if taken < each { ScoreReason::Capped } else { ScoreReason::Taken })
            }
        };
        ScoreLine { judged, finding, is_solved, aspect, each, taken, reason }
    };
    meant.map(line).collect()
}

impl<'s> Left<'s> {
    /// Takes as much as there is left.
    fn take(
        &mut self,
        finding: &'s Finding,
        aspect: Option<usize>,
        each: Points,
        most: Option<Points>,
        scheme: &ScoreScheme,
    ) -> Points {
        let of_rule = most.map(|most| self.by_rule.entry(scheme.counted_as(finding.rule)).or_insert(most));
        let of_aspect = aspect.and_then(|at| {
            let points = scheme.aspects.get(at)?.points;
            Some(self.by_aspect.entry(at).or_insert(points))
        });
        let mut limits: Vec<&mut Points> = of_rule.into_iter().chain(of_aspect).collect();
        let taken = limits.iter().fold(each, |taken, limit| taken.min(**limit));
        for limit in &mut limits {
            **limit = limit.less(taken);
        }
        taken
    }
}
