//! What several words together speak of, and which of several acts counts.

use super::lexicon::Topic;
use super::tokens::Token;

/// Acts that say how a request ended; the others say that it came, or was dealt with.
pub(super) fn is_outcome(act: &str) -> bool {
    !matches!(
        act,
        "received"
            | "received_all"
            | "processed"
            | "handled"
            | "answered"
            | "occurred"
            | "decided"
            | "collected"
            | "carried"
            | "in_time"
            | "notices"
            | "notified"
            | "issued"
    )
}

/// Said of requests for information and of nothing else.
pub(super) fn is_of_requests(act: &str) -> bool {
    let group = act.split_once('.').map_or(act, |(group, _)| group);
    matches!(
        group,
        "granted"
            | "partial"
            | "disclosed"
            | "denied"
            | "unavailable"
            | "declined"
            | "closed"
            | "carried_in"
            | "carried_out"
            | "unanswered"
    )
}

/// Not dealt with when the year ended, or not yet due.
pub(super) fn is_left_over(act: &str) -> bool {
    matches!(act, "carried_out" | "unanswered" | "in_time")
}

/// The topic that several words together speak of.
pub(super) fn topic_of(topics: &[Topic], before: Option<Topic>, is_about_disclosure: bool) -> Option<Topic> {
    let has = |topic: Topic| topics.contains(&topic);
    if let Some(foreign) = topics.iter().find(|topic| topic.is_foreign()) {
        return Some(*foreign);
    }
    if has(Topic::Processing) {
        return Some(Topic::Processing);
    }
    for topic in [
        Topic::LitigationDirect,
        Topic::LitigationAfter,
        Topic::Litigation,
        Topic::Reconsideration,
        Topic::Normative,
        Topic::Regulations,
        Topic::Licensing,
        Topic::Penalties,
        Topic::Coercion,
        Topic::Fees,
        Topic::Request,
    ] {
        if has(topic) {
            return Some(topic);
        }
    }
    if has(Topic::MaybeRequest) {
        // A bare 申请 in such a report is one for information, unless something else is spoken of that is applied for.
        let other = before.is_some_and(|topic| topic == Topic::Service || topic.is_decision() || topic.is_dispute());
        return Some(if is_about_disclosure || !other { Topic::Request } else { Topic::Service });
    }
    has(Topic::Publication).then_some(Topic::Publication)
}

/// Does one number stand for two things at once?
pub(super) fn is_mixed(topics: &[Topic]) -> bool {
    let has = |topic: Topic| topics.contains(&topic);
    (has(Topic::Reconsideration) && (has(Topic::Litigation)))
        || (has(Topic::LitigationDirect) && has(Topic::LitigationAfter))
        || (has(Topic::Normative) && has(Topic::Regulations))
        || [Topic::Licensing, Topic::Penalties, Topic::Coercion].iter().filter(|topic| has(**topic)).count() > 1
}

/// Outcomes where there are any, and of a group and its row the row.
pub(super) fn specific(acts: &[&'static str]) -> Vec<&'static str> {
    let outcomes: Vec<&'static str> = acts.iter().copied().filter(|act| is_outcome(act)).collect();
    let kept = if outcomes.is_empty() { acts.to_vec() } else { outcomes };
    let is_group =
        |act: &str| kept.iter().any(|other| other.strip_prefix(act).is_some_and(|rest| rest.starts_with('.')));
    kept.iter().copied().filter(|act| !is_group(act)).collect()
}

/// The topic that a sentence without numbers, or a heading, speaks of last.
pub(super) fn spoken_of(tokens: &[Token], before: Option<Topic>) -> Option<Topic> {
    let last = tokens.iter().rev().filter(|token| !token.aside).find_map(|token| token.word()?.topic)?;
    topic_of(&[last], before, false)
}
