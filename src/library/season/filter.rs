//! What of a season is written out.

use crate::check::Rule;
use crate::journal::Status;
use crate::report::{Agency, SafeText};

use super::{Judged, Season, Submission};

/// What is asked for. Values of one kind widen each other, kinds narrow each other; one without values asks for nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct SeasonFilter {
    /// Regions, each of the parts that were named: they are together in an agency's region.
    pub(crate) regions: Vec<Vec<SafeText>>,
    pub(crate) statuses: Vec<Status>,
    /// The report has a finding of one of these that was not put aside.
    pub(crate) rules: Vec<&'static Rule>,
    /// They have acted on the report, or it is theirs to look at.
    pub(crate) reviewers: Vec<SafeText>,
}

impl SeasonFilter {
    /// Leaves what fits. What was never reported has no status, no other finding and no reviewer.
    pub(crate) fn apply(&self, season: &mut Season) {
        season.submissions.retain(|submission| self.fits(submission));
        let is_plain = self.statuses.is_empty() && self.rules.is_empty() && self.reviewers.is_empty();
        season.absent.retain(|absent| is_plain && self.has_region(&absent.agency));
        if !is_plain {
            season.forget_absent();
        }
    }

    fn fits(&self, submission: &Submission) -> bool {
        let review = &submission.review;
        let is_of = |name: &SafeText| review.reviewers.contains(name) || review.assignee.as_ref() == Some(name);
        self.has_region(submission.agency())
            && any(&self.statuses, |status| review.status == *status)
            && any(&self.rules, |rule| has_rule(&submission.now, rule))
            && any(&self.reviewers, is_of)
    }

    /// Is it in one of the regions?
    pub(crate) fn has_region(&self, agency: &Agency) -> bool {
        any(&self.regions, |wanted| agency.region.windows(wanted.len().max(1)).any(|parts| parts == wanted.as_slice()))
    }
}

fn any<T>(wanted: &[T], fits: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(fits)
}

fn has_rule(judged: &Judged, rule: &Rule) -> bool {
    judged.findings().any(|(finding, judgement)| finding.rule == rule && !judgement.is_dismissed())
}
