//! Statements of all of them: 收到申请7件，全部予以公开; 行政复议4件，均维持.

use crate::report::Number;

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
/// Whose reason it is: 均因街道不掌握.
const MOST_UNKNOWN_OF_ROWS: usize = 4;

/// What is said of all that were counted last, each with their number; and that of disputes none was left over.
pub(super) fn statements(sentence: &Sentence<'_>, tokens: &[Token], items: &[Item]) -> (Vec<Claim>, Vec<Claim>) {
    let (mut claims, mut nothing) = (Vec::new(), Vec::new());
    if items.is_empty() {
        return (claims, nothing);
    }
    let mut start = 0;
    while start < tokens.len() {
        let end = tokens.iter().skip(start).position(is_end).map_or(tokens.len(), |length| start + length);
        if let Some(claim) = statement(sentence, tokens, (start, end), items) {
            let of_none = claim.is_nothing;
            if of_none { nothing.push(claim) } else { claims.push(claim) }
        }
        start = end + 1;
    }
    (claims, nothing)
}

fn is_end(token: &Token) -> bool {
    !token.aside && token.stop().is_some_and(|stop| stop != Stop::Pause)
}

fn statement(sentence: &Sentence<'_>, tokens: &[Token], clause: (usize, usize), items: &[Item]) -> Option<Claim> {
    let number = |token: &Token| token.figure().is_some_and(|figure| figure.class != Class::Year);
    let part = tokens.get(clause.0..clause.1)?;
    let first = clause.0 + part.iter().rposition(number).map_or(0, |last| last + 1);
    let of_all = |token: &Token| token.word().is_some_and(|word| word.mark == Some(Mark::All));
    tokens.get(first..clause.1)?.iter().find(|token| of_all(token))?;
    let said = bag(tokens, first..clause.1, false);
    let (start, end) = (tokens.get(first)?.start, tokens.get(clause.1.checked_sub(1)?)?.end);
    let whole = last_before(sentence, items, start)?;
    let settled = are_settled(&said, whole, items);
    let (metric, who) = settled.map(|metric| (metric, None)).or_else(|| is_said_of(&said, whole))?;
    let from = first.checked_sub(1).and_then(|before| tokens.get(before)).map_or(0, |before| before.end);
    if is_limited(sentence, tokens.get(first..clause.1)?, from, whole.topic?) {
        return None;
    }
    let (start, end) = sentence.span(start, end);
    let claim = Claim { metric: Some(metric), who, start, end, ..whole.claim.clone() };
    match settled {
        Some(_) => Some(Claim { value: Number::ZERO, is_nothing: true, unit: "", is_joined: false, ..claim }),
        None => Some(claim),
    }
}

/// 行政诉讼3件，均已审结: then none is pending. Behind suits of both kinds it is said of all.
fn are_settled(said: &Bag, whole: &Item, items: &[Item]) -> Option<&'static Metric> {
    let topic = whole.topic.filter(|topic| topic.is_dispute())?;
    let unclear = [Mark::Spoil, Mark::Condition, Mark::None, Mark::Part, Mark::Share, Mark::Rest];
    let settled = said.marks.has(Mark::All) && said.acts == ["concluded"] && said.unknown <= MOST_UNKNOWN;
    let is_whole = whole.claim.metric? == metric(topic, "")?;
    if !settled || !is_whole || unclear.iter().any(|&mark| said.marks.has(mark)) {
        return None;
    }
    let kinds = [Topic::LitigationDirect, Topic::LitigationAfter];
    let both = kinds.iter().all(|kind| items.iter().any(|item| item.topic == Some(*kind)));
    let topic = if both && kinds.contains(&topic) { Topic::Litigation } else { topic };
    metric(topic, "pending")
}

/// 属于公开范围的全部予以公开, 到期的均维持: said of some of them. Before 全部 may stand what they are, and who decided.
fn is_limited(sentence: &Sentence<'_>, said: &[Token], from: usize, topic: Topic) -> bool {
    let says_all = |token: &Token| token.word().is_some_and(|word| word.mark == Some(Mark::All));
    let before = said.iter().position(says_all).and_then(|all| said.get(..=all)).unwrap_or_default();
    let text = |from: usize, to: usize| sentence.chars.get(from..to).unwrap_or_default();
    let mut end = from;
    before.iter().any(|token| {
        let gap = text(end, token.start);
        end = token.end;
        let is_known = gap.is_empty() || gap == ['结', '果'] || (topic.is_dispute() && decides(gap));
        !is_known || !(says_all(token) || is_same(token, text(token.start, token.end), topic))
    })
}

/// A word before 全部 that limits nothing.
fn is_same(token: &Token, text: &[char], topic: Topic) -> bool {
    let Some(word) = token.word() else { return token.aside || token.stop() == Some(Stop::Pause) };
    let fits =
        |named: Topic| named == topic || named == Topic::MaybeRequest || (named.is_dispute() && topic.is_dispute());
    // 申请人, 办理结果.
    let of_requests = word.mark == Some(Mark::Skip) && matches!(text, ['申', '请', ..] | ['办' | '处', '理', ..]);
    let is_plain =
        matches!(word.mark, None | Some(Mark::Filler | Mark::Info | Mark::Each | Mark::Among | Mark::Yearly))
            || decides(text)
            || of_requests;
    is_plain
        && word.act.is_none()
        && word.who.is_none()
        && word.topic.is_none_or(fits)
        && !matches!(text, [.., '的' | '类'])
}

/// 县政府, 复议机关, 法院.
fn decides(text: &[char]) -> bool {
    matches!(
        text,
        [.., '机', '关' | '构']
            | [.., '政', '府']
            | [.., '法', '院']
            | [.., '部', '门']
            | [.., '审', '理']
            | [.., '局' | '委' | '厅']
    )
}

/// The number just before, if it is one of all.
fn last_before<'a>(sentence: &Sentence<'_>, items: &'a [Item], at: usize) -> Option<&'a Item> {
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
    // 收到的13件申请已全部办结: then none is left.
    if acts.is_empty() && said.acts.contains(&"handled") && matches!(&*total.id, "received" | "received_all") {
        let fits = topic == Topic::Request && said.unknown <= MOST_UNKNOWN && said.who.is_empty();
        return metric(topic, "handled").filter(|_| fits).map(|metric| (metric, None));
    }
    let [act] = acts.as_slice() else { return None };
    // 不予公开6件，均因属于行政执法案卷: all of one row.
    let is_row = act.strip_prefix(&*total.id).is_some_and(|row| row.starts_with('.'));
    if is_row && topic == Topic::Request && said.unknown <= MOST_UNKNOWN_OF_ROWS && !said.marks.has(Mark::Etc) {
        return metric(topic, act).map(|metric| (metric, None));
    }
    // 依法予以公开.
    let act = if *act == "opened" { &"granted" } else { act };
    let of_disputes = topic.is_dispute() && *act == "upheld" && total == metric(topic, "")?;
    let of_requests = *act == "granted" && total.is_of_coming() && &*total.id != "channel";
    let most = if of_disputes { MOST_UNKNOWN_OF_DISPUTES } else { MOST_UNKNOWN };
    let metric = metric(topic, act).filter(|_| (of_disputes || of_requests) && said.unknown <= most)?;
    Some((metric, None))
}
