//! What becomes of a finding in a notice.

use crate::check::{Finding, Severity};
use crate::library::season::{Judged, Judgement, NoteOn};

/// What the agency is asked to do about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Correct,
    Explain,
    /// It stays in the office.
    Out,
}

/// What a reviewer decided counts; where nobody has, what cannot be right must be corrected, and the rest is asked only
/// where a reviewer has asked.
#[must_use]
pub(crate) fn fate(judged: &Judged, finding: &Finding, judgement: &Judgement) -> Fate {
    let is_unread = finding.rule.is_of_reading() || judged.is_doubtful(finding);
    if judgement.is_dismissed() {
        Fate::Out
    } else if judgement.is_returned() {
        Fate::Correct
    } else if judgement.is_asked() {
        Fate::Explain
    } else if finding.severity == Severity::Error && !is_unread {
        Fate::Correct
    } else if judged.notes_on(finding).any(NoteOn::goes_out) {
        Fate::Explain
    } else if is_unread || finding.doubts.is_empty() || finding.rule.level != Severity::Error {
        // Nobody has kept it, or looked whether it was read rightly.
        Fate::Out
    } else {
        // It cannot be right, and a reviewer has looked up what it rests on.
        Fate::Explain
    }
}
