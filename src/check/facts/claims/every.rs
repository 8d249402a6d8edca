//! Statements of all of them: 收到申请7件，全部予以公开; 行政复议4件，均维持.

use super::bag::{Bag, bag};
use super::claim::Claim;
use super::lexicon::{Mark, Topic, Who};
use super::metric::{Metric, metric};
use super::numeral::Class;
use super::resolve::Item;
use super::text::Sentence;
use super::tokens::{Stop, Token};
use super::topic::{is_outcome, specific};

/// More characters that no word covers mean that the clause says something else, or of some of them only.
const MOST_UNKNOWN: usize = 2;
/// Who decided may stand there too: 复议机关均维持.
const MOST_UNKNOWN_OF_DISPUTES: usize = 6;

/// What is said of all that were counted last, each with their number.
pub(super) fn statements(sentence: &Sentence, tokens: &[Token], items: &[Item]) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let end = tokens.iter().skip(start).position(is_end).map_or(tokens.len(), |length| start + length);
        claims.extend(statement(sentence, tokens, (start, end), items));
        start = end + 1;
    }
    claims
}

fn is_end(token: &Token) -> bool {
    !token.aside && token.stop().is_some_and(|stop| stop != Stop::Pause)
}

fn statement(sentence: &Sentence, tokens: &[Token], clause: (usize, usize), items: &[Item]) -> Option<Claim> {
    let number = |token: &Token| token.figure().is_some_and(|figure| figure.class != Class::Year);
    let part = tokens.get(clause.0..clause.1)?;
    let first = clause.0 + part.iter().rposition(number).map_or(0, |last| last + 1);
    let said = bag(tokens, first..clause.1, false);
    let (start, end) = (tokens.get(first)?.start, tokens.get(clause.1.checked_sub(1)?)?.end);
    let whole = last_before(sentence, items, start)?;
    let (metric, who) = is_said_of(&said, whole)?;
    let (start, end) = sentence.span(start, end);
    Some(Claim { metric: Some(metric), who, start, end, ..whole.claim.clone() })
}

/// The number just before, if it is one of all.
fn last_before<'a>(sentence: &Sentence, items: &'a [Item], at: usize) -> Option<&'a Item> {
    let place = sentence.span(at, at + 1).0;
    let last = items.iter().rev().find(|item| item.claim.end <= place)?;
    let scope = last.claim.scope;
    let plain =
        last.class == Class::Count && last.claim.who.is_none() && !last.around.bracketed && last.also.is_empty();
    (plain && !scope.subset && !scope.other_time && !scope.other_matter).then_some(last)
}

/// The outcome that a clause gives to all of them, or who all of them came from.
fn is_said_of(said: &Bag, whole: &Item) -> Option<(&'static Metric, Option<Who>)> {
    let total = whole.claim.metric?;
    let unclear = [
        Mark::Spoil,
        Mark::Condition,
        Mark::Publish,
        Mark::None,
        Mark::Medium,
        Mark::Part,
        Mark::Share,
        Mark::Rest,
        Mark::Told,
    ];
    if !said.marks.has(Mark::All) || unclear.iter().any(|&mark| said.marks.has(mark)) {
        return None;
    }
    let topic = whole.topic?;
    let mut acts = specific(&said.acts);
    acts.retain(|act| is_outcome(act));
    if let ([], [who], true) = (acts.as_slice(), said.who.as_slice(), total.is_of_coming()) {
        let fits = topic == Topic::Request && said.unknown <= MOST_UNKNOWN && &*total.id != "channel";
        return metric(topic, "applicants").filter(|_| fits).map(|metric| (metric, Some(*who)));
    }
    let [act] = acts.as_slice() else { return None };
    // 依法予以公开.
    let act = if *act == "opened" { &"granted" } else { act };
    let of_disputes = topic.is_dispute() && *act == "upheld" && total == metric(topic, "")?;
    let of_requests = *act == "granted" && total.is_of_coming() && &*total.id != "channel";
    let most = if of_disputes { MOST_UNKNOWN_OF_DISPUTES } else { MOST_UNKNOWN };
    let metric = metric(topic, act).filter(|_| (of_disputes || of_requests) && said.unknown <= most)?;
    Some((metric, None))
}
