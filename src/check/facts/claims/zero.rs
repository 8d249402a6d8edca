//! Statements that nothing happened: 未收到申请, 没有结转, 行政复议、行政诉讼均无.

use crate::base::glance::has_any;
use crate::report::Number;

use super::bag::{Bag, bag};
use super::claim::{Claim, ClaimScope};
use super::lexicon::{Mark, Topic, Who};
use super::metric::{Metric, metric};
use super::numeral::Range;
use super::resolve::{Before, others};
use super::text::Sentence;
use super::tokens::{Stop, Token};
use super::topic::{is_of_requests, topic_of};

/// More characters that no word covers mean that the clause says something else.
const MOST_UNKNOWN: usize = 6;
/// So many characters that no word covers, right before 申请, are a kind of it.
const SHORTEST_KIND: usize = 2;

pub(super) fn statements(sentence: &Sentence<'_>, tokens: &[Token], before: Before<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    if !tokens.iter().any(is_none) {
        return claims;
    }
    let mut topic: Option<Topic> = None;
    let mut year: Option<i64> = None;
    let mut scope = super::bag::Marks::default();
    let mut start = 0;
    let mut last = Bag::default();
    while start < tokens.len() {
        let end = tokens.iter().skip(start).position(is_end).map_or(tokens.len(), |length| start + length);
        let clause = bag(tokens, start..end, true);
        year = clause.years.last().copied().or(year);
        for mark in [Mark::Region, Mark::Own, Mark::Subset, Mark::Cumulative] {
            if clause.marks.has(mark) {
                scope.add(mark);
            }
        }
        if clause.marks.has(Mark::None) {
            let spoken_of = topic.or(before.topic);
            let part = Clause { sentence, tokens, start, end, topic: spoken_of, last: &last, year: before.year };
            // 上年没有结转的申请 is said of what came over.
            let of_before = year.is_some_and(|year| year != before.year) || clause.marks.has(Mark::LastYear);
            let other_time = of_before && !part.came_over();
            let of_others = others::named(sentence, tokens, start..end, before.name).is_some();
            let scope = ClaimScope {
                region: scope.has(Mark::Region),
                own: scope.has(Mark::Own),
                subset: scope.has(Mark::Subset) || of_others,
                other_time: other_time || scope.has(Mark::Cumulative) || clause.marks.has(Mark::Period),
                fresh: clause.marks.has(Mark::Fresh),
                about_disclosure: true,
                ..ClaimScope::default()
            };
            claims.extend(part.claims(scope));
        }
        let info = clause.marks.has(Mark::Info);
        topic = topic_of(&clause.topics, topic.or(before.topic), info).or(topic);
        last = clause;
        start = end + 1;
    }
    claims
}

fn is_none(token: &Token) -> bool {
    !token.aside && token.word().is_some_and(|word| word.mark == Some(Mark::None))
}

fn is_end(token: &Token) -> bool {
    !token.aside && token.stop().is_some_and(|stop| stop != Stop::Pause)
}

/// Decided against the agency.
fn is_against(act: &str) -> bool {
    matches!(act, "corrected" | "lost")
}

struct Clause<'a> {
    sentence: &'a Sentence<'a>,
    tokens: &'a [Token],
    start: usize,
    end: usize,
    topic: Option<Topic>,
    /// The clause before.
    last: &'a Bag,
    /// The report's year.
    year: i64,
}

impl Clause<'_> {
    /// Is it said of the year before that nothing was carried over?
    fn came_over(&self) -> bool {
        let whole = bag(self.tokens, self.start..self.end, true);
        let of_before = whole.marks.has(Mark::LastYear) || whole.years.as_slice() == [self.year - 1];
        of_before && !whole.acts.is_empty() && whole.acts.iter().all(|act| *act == "carried")
    }

    fn claims(&self, scope: ClaimScope) -> Vec<Claim> {
        let Some(all) = self.tokens.get(self.start..self.end) else { return Vec::new() };
        let Some(position) = all.iter().position(is_none) else { return Vec::new() };
        if all.iter().any(|token| token.quantity().is_some()) {
            return Vec::new();
        }
        let at = self.start + position;
        let after = bag(self.tokens, at..self.end, true);
        let whole = bag(self.tokens, self.start..self.end, true);
        let spoiled = |bag: &Bag| {
            // 没有增加: of what was before it is as much.
            [Mark::Spoil, Mark::Condition, Mark::Share, Mark::About, Mark::Few, Mark::Others, Mark::Up, Mark::Down]
                .iter()
                .any(|&mark| bag.marks.has(mark))
        };
        let publishes = whole.marks.has(Mark::Publish) || whole.marks.has(Mark::Disclose);
        if spoiled(&after) || after.unknown + self.tail() > MOST_UNKNOWN || publishes {
            return Vec::new();
        }
        let (start, end) = self.span(at);
        let claim = |metric| Claim {
            metric: Some(metric),
            who: None,
            value: Number::ZERO,
            range: Range::Exact,
            unit: "",
            is_nothing: true,
            is_joined: false,
            scope,
            section: self.sentence.section,
            start,
            end,
            sentence: self.sentence.span(0, self.sentence.chars.len()),
        };
        let of_one = self.applicants(at, &after, &whole).map(|(metric, who)| Claim { who: Some(who), ..claim(metric) });
        self.metrics(at, &after, &whole).into_iter().map(claim).chain(of_one).collect()
    }

    /// 没有法人或其他组织提出申请: of one kind of applicants, and of requests as such.
    fn applicants(&self, at: usize, after: &Bag, whole: &Bag) -> Option<(&'static Metric, Who)> {
        let &[who] = after.who.as_slice() else { return None };
        let asks = |topic: &Topic| matches!(topic, Topic::Request | Topic::MaybeRequest);
        let came = |act: &&str| matches!(*act, "received" | "occurred");
        let is_plain = after.topics.iter().all(asks) && after.acts.iter().all(came) && whole.who.len() == 1;
        let asked = !after.topics.is_empty() || after.acts.contains(&"received");
        let bare = after.unknown + self.tail() + after.channels == 0 && !self.is_of_some(at);
        (is_plain && asked && bare).then(|| metric(Topic::Request, "applicants")).flatten().map(|metric| (metric, who))
    }

    /// What is said not to have happened.
    fn metrics(&self, at: usize, after: &Bag, whole: &Bag) -> Vec<&'static Metric> {
        let info = whole.marks.has(Mark::Info) || after.acts.iter().any(|act| is_of_requests(act));
        let rest = bag(self.tokens, at + 1..self.end, true);
        let topics = if rest.topics.is_empty() { self.topics_before(at, &rest) } else { after.topics.clone() };
        // 未引发行政复议和投诉 is said of both.
        let disputes: Vec<Topic> = topics.iter().copied().filter(|topic| topic.is_dispute()).collect();
        let topics = if disputes.is_empty() { topics } else { disputes.clone() };
        let topic = topic_of(&topics, self.topic, info);
        if after.acts.iter().any(|act| is_against(act)) {
            return self.none_against(at, after, &disputes);
        }
        let Some(topic) = topic else { return Vec::new() };
        // 未收取费用 says nothing of requests.
        let of_money =
            whole.marks.has(Mark::Money) || after.acts.iter().any(|act| matches!(*act, "collected" | "notices"));
        if topic == Topic::Request && of_money {
            let charged = after.acts.iter().find(|act| matches!(**act, "collected" | "notices"));
            return charged.and_then(|act| metric(Topic::Processing, act)).into_iter().collect();
        }
        if topic.is_foreign() || (topic == Topic::Request && !whole.who.is_empty()) {
            return Vec::new();
        }
        // 12件，无重大敏感事项: what there was not is no word that we know.
        let is_named =
            whole.topics.iter().any(|topic| !topic.is_foreign()) || after.acts.iter().any(|act| *act != "occurred");
        if topic == Topic::Request && !is_named && after.unknown + self.tail() > 0 {
            return Vec::new();
        }
        // 通过信函渠道没有收到申请: by others there may have been some.
        let by_one = bag(self.tokens, self.start..at, true).channels == 1;
        if topic == Topic::Request && (by_one || after.channels > 0 || self.is_of_a_kind(at) || self.is_of_some(at)) {
            return Vec::new();
        }
        let topics: Vec<Topic> = if topic.is_dispute() {
            let mut all: Vec<Topic> = topics.iter().copied().filter(|topic| topic.is_dispute()).collect();
            all.dedup();
            all
        } else {
            vec![topic]
        };
        topics.iter().filter_map(|&topic| self.metric(topic, after)).collect()
    }

    /// 零纠错, 无败诉: of the disputes that are spoken of, and of nothing else that can be corrected.
    fn none_against(&self, at: usize, after: &Bag, named: &[Topic]) -> Vec<&'static Metric> {
        let before = bag(self.tokens, self.start..at, false);
        let is_other =
            [Mark::Document, Mark::Skip, Mark::Medium, Mark::Channel].iter().any(|&mark| before.marks.has(mark));
        // 依申请公开工作零纠错.
        let outright = self.tokens.get(at).and_then(Token::word).and_then(|word| word.act).is_some_and(is_against);
        // 答复零纠错.
        let is_answer = |act: &&str| matches!(*act, "answered" | "handled" | "processed");
        let of_answers = outright && !before.acts.is_empty() && before.acts.iter().all(is_answer);
        let of_work = of_answers || (outright && self.is_on_requests(at));
        let says_more = |act: &&str| !is_against(act) && *act != "occurred";
        if (is_other && !of_work) || (!before.acts.is_empty() && !of_answers) || after.acts.iter().any(says_more) {
            return Vec::new();
        }
        let spoken_of = self.topic.filter(|topic| topic.is_dispute());
        let topics = match named {
            // 无一件被法院纠正.
            [] if self.is_by_a_court(at) => vec![Topic::Litigation],
            [] => spoken_of.or(of_work.then_some(Topic::Disputes)).into_iter().collect(),
            named => named.to_vec(),
        };
        // Reviews are not lost: with suits beside them those are meant.
        let in_court = !after.acts.contains(&"corrected") && named != [Topic::Reconsideration];
        let topics =
            if in_court && !topics.iter().any(|topic| topic.is_suit()) { vec![Topic::Litigation] } else { topics };
        let meant = topics.into_iter().filter(|topic| !in_court || topic.is_suit());
        meant.filter_map(|topic| metric(topic, "corrected")).collect()
    }

    /// Does the clause name a court as the one that decided?
    fn is_by_a_court(&self, at: usize) -> bool {
        let place = |index: usize| self.tokens.get(index).map_or(self.sentence.chars.len(), |token| token.start);
        let behind = self.sentence.chars.get(place(at)..place(self.end)).unwrap_or_default();
        behind.windows(2).any(|pair| pair == ['法', '院'])
    }

    /// Does the clause say before that it speaks of the work on requests?
    fn is_on_requests(&self, at: usize) -> bool {
        let place = |index: usize| self.tokens.get(index).map_or(0, |token| token.start);
        let before: String = self.sentence.chars.get(place(self.start)..place(at)).unwrap_or_default().iter().collect();
        has_any(&before, &["依申请", "公开申请"])
    }

    /// 教育领域未收到: said of some of them before.
    fn is_of_some(&self, at: usize) -> bool {
        let before = self.tokens.get(self.start..at).unwrap_or_default();
        before.iter().enumerate().any(|(place, token)| {
            let Some(mark) = token.word().and_then(|word| word.mark) else { return false };
            let from = place.checked_sub(1).and_then(|last| before.get(last)).map_or(token.start, |last| last.end);
            let names_a_kind = self
                .sentence
                .chars
                .get(token.start..token.end)
                .is_some_and(|word| matches!(word, ['类'] | ['方', '面']));
            matches!(mark, Mark::About | Mark::Kinds) || (names_a_kind && token.start - from >= SHORTEST_KIND)
        })
    }

    /// 没有涉密申请: of one kind there were none, and of others there may be; the kind is no word that we know.
    fn is_of_a_kind(&self, at: usize) -> bool {
        let is_request = |token: &Token| {
            token.word().is_some_and(|word| matches!(word.topic, Some(Topic::Request | Topic::MaybeRequest)))
        };
        let pairs = self.tokens.get(at..self.end).unwrap_or_default().windows(2);
        let mut ends = pairs.filter_map(|pair| match pair {
            [before, request] if is_request(request) => Some((before.end, request.start)),
            _ => None,
        });
        ends.next().is_some_and(|(from, to)| {
            let named = self.sentence.chars.get(..to).unwrap_or_default();
            // 商业秘密类申请 is of a kind too, and 各类申请 is of all.
            let is_class = named.ends_with(&['类']) && !named.ends_with(&['各', '类']);
            let says_who = self.sentence.chars.get(to.saturating_sub(1)).is_some_and(|&last| last == '的');
            is_class || (to.saturating_sub(from) >= SHORTEST_KIND && !says_who)
        })
    }

    /// `行政复议、行政诉讼均无`, `依申请公开：未收到`.
    fn topics_before(&self, at: usize, rest: &Bag) -> Vec<Topic> {
        if rest.unknown > 0 || !rest.acts.is_empty() {
            // 没有结转 says what did not happen, and the text before of what it speaks.
            if rest.acts.iter().any(|act| act.starts_with("carried")) {
                return vec![Topic::Request];
            }
            if !rest.acts.contains(&"corrected") {
                return Vec::new();
            }
        }
        let here = bag(self.tokens, self.start..at, true);
        if !here.topics.is_empty() {
            return here.topics;
        }
        let is_bare = here.unknown <= 2;
        if is_bare && !self.last.topics.is_empty() { self.last.topics.clone() } else { Vec::new() }
    }

    fn metric(&self, topic: Topic, after: &Bag) -> Option<&'static Metric> {
        let specific = |act: &&&str| !matches!(**act, "occurred" | "received" | "notices" | "collected" | "processed");
        let known = |act: &&'static str| metric(topic, act);
        if let Some(act) = after.acts.iter().find(specific) {
            let carried = if self.came_over() { &"carried_in" } else { &"carried_out" };
            return known(if *act == "carried" { carried } else { act });
        }
        match topic {
            Topic::Request => metric(topic, "received"),
            Topic::Processing => after.acts.iter().find_map(known).or_else(|| metric(topic, "collected")),
            Topic::Publication | Topic::Fees | Topic::Normative | Topic::Regulations => None,
            _ => metric(topic, ""),
        }
    }

    /// Characters after the last word of the clause.
    fn tail(&self) -> usize {
        let last = self.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |token| token.end);
        let stop = self.tokens.get(self.end).map_or(self.sentence.chars.len(), |token| token.start);
        stop.saturating_sub(last)
    }

    fn span(&self, at: usize) -> (usize, usize) {
        let start = self.tokens.get(at).map_or(0, |token| token.start);
        let end = self.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.end);
        self.sentence.span(start, end)
    }
}
