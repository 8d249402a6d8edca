//! What may cost points, and why something does not.

use jiff::civil::Date;

use crate::check::{Filling, Finding, Points, ScoreScheme, Severity, id};
use crate::journal::Decision;
use crate::library::season::{Judged, Judgement};
use crate::output::notice::{Fate, fate};
use crate::report::list;

/// What became of a finding in the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScoreReason {
    /// Points are taken off for it.
    Taken,
    /// Fewer than it costs, or none: no more are taken off for its rule, or under its aspect.
    Capped,
    /// The same cause has cost already.
    SameCause,
    /// The office takes nothing off for it.
    NoPoints,
    Hint,
    NotAProblem,
    /// Accepted with a reason.
    Settled,
    /// It rests on what was read with a doubt.
    Reading,
    /// A warning that nobody has looked at.
    Undecided,
    /// The agency is to explain it first.
    Asked,
    /// It was late, by nobody knows how many days.
    NoDays,
}

/// Is there evidence to take points off for a finding?
pub(super) fn evidence(
    judged: &Judged,
    finding: &Finding,
    judgement: &Judgement,
    scheme: &ScoreScheme,
) -> Result<(), ScoreReason> {
    if finding.severity == Severity::Info {
        return Err(ScoreReason::Hint);
    }
    let is_unread = finding.rule.is_of_reading() || judged.is_doubtful(finding);
    if judgement.is_dismissed() {
        return match judgement.decision {
            Some(Decision::Accept) if is_unread => Err(ScoreReason::Reading),
            Some(Decision::Accept) if scheme.accepted => Ok(()),
            Some(Decision::Accept) => Err(ScoreReason::Settled),
            _ => Err(ScoreReason::NotAProblem),
        };
    }
    match fate(judged, finding, judgement) {
        Fate::Correct => Ok(()),
        // Whether it is there at all is what nobody knows yet.
        Fate::Explain if is_unread => Err(ScoreReason::Reading),
        Fate::Explain if scheme.asked => Ok(()),
        Fate::Explain => Err(ScoreReason::Asked),
        Fate::Out if is_unread => Err(ScoreReason::Reading),
        Fate::Out => Err(ScoreReason::Undecided),
    }
}

/// What a finding costs, and the most that all of its rule cost.
pub(super) fn cost(finding: &Finding, scheme: &ScoreScheme) -> Result<(Points, Option<Points>), ScoreReason> {
    if finding.rule.is(id::DOC_11)
        && let Some(late) = scheme.late
    {
        let days = days_late(finding).ok_or(ScoreReason::NoDays)?;
        return Ok((late.each.times(days), late.most));
    }
    let points = scheme.points(finding.rule, finding.severity);
    if points.each == Points::NONE { Err(ScoreReason::NoPoints) } else { Ok((points.each, points.most)) }
}

/// How many days it was late, as its finding says.
pub(super) fn days_late(finding: &Finding) -> Option<i64> {
    let values = &finding.said()?.values;
    let date = |wanted: &str| -> Option<Date> {
        let (_, value) = values.iter().find(|(name, _)| *name == wanted)?;
        match value {
            Filling::Plain(text) => list::date(text.trim()).ok(),
            Filling::Doubt(_) => None,
        }
    };
    let days = date("date")?.since(date("due")?).ok()?.get_days();
    (days > 0).then_some(i64::from(days))
}
