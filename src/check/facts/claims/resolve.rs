//! What each number of a sentence is about.

use crate::report::Number;

use super::bag::{Around, Bag, Marks, around};
use super::lexicon::{Mark, Topic};
use super::metric::{Metric, metric};
use super::numeral::Class;
use super::text::Sentence;
use super::tokens::Token;
use super::topic::{is_mixed, is_of_requests, is_outcome, specific, topic_of};
use super::{Claim, ClaimScope};

/// What is known when a sentence begins.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before {
    /// The topic of its paragraph so far.
    pub topic: Option<Topic>,
    /// The report's year.
    pub year: i64,
}

/// One number with what was made of it.
#[derive(Debug, Clone)]
pub(in crate::check) struct Item {
    /// The claim; its metric is `None` where it is not known.
    pub claim: Claim,
    /// More metrics that the same number is said of: 收到并办理.
    pub also: Vec<&'static Metric>,
    pub class: Class,
    pub topic: Option<Topic>,
    pub around: Around,
    pub marks: Marks,
}

/// Reads the numbers of a sentence. `topic` becomes what it spoke of last.
pub(super) fn items(sentence: &Sentence, tokens: &[Token], before: Before, topic: &mut Option<Topic>) -> Vec<Item> {
    let mut state = State {
        sentence,
        before,
        topic: None,
        year: None,
        scope: Marks::default(),
        resolved_left: false,
        is_about_disclosure: tokens
            .iter()
            .filter_map(Token::word)
            .any(|word| word.topic == Some(Topic::Request) || word.act.is_some_and(is_of_requests)),
        is_published: false,
        parts_of: None,
    };
    let whole = (0, sentence.chars.len());
    let mut items = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Some(figure) = token.figure() else { continue };
        if !matches!(figure.class, Class::Count | Class::Money | Class::Percent) {
            continue;
        }
        let around = around(tokens, index);
        let (start, end) = sentence.span(token.start, token.end);
        let claim = Claim {
            metric: None,
            who: None,
            value: figure.value,
            range: figure.range,
            unit: figure.unit,
            is_nothing: false,
            is_joined: false,
            scope: ClaimScope::default(),
            section: sentence.section,
            start,
            end,
            sentence: sentence.span(whole.0, whole.1),
        };
        items.push(state.item(claim, figure.class, around, token.start));
    }
    *topic = state.topic;
    items
}

struct State<'a> {
    sentence: &'a Sentence,
    before: Before,
    topic: Option<Topic>,
    /// The year spoken of, if it was named.
    year: Option<i64>,
    /// Scope words hold to the end of the sentence.
    scope: Marks,
    /// The number before found what it is about on its left.
    resolved_left: bool,
    /// It is plain that the sentence speaks of disclosure.
    is_about_disclosure: bool,
    /// What was published, not decided.
    is_published: bool,
    /// The fee's figure whose parts follow, and its unit.
    parts_of: Option<(&'static Metric, &'static str)>,
}

impl State<'_> {
    fn item(&mut self, mut claim: Claim, class: Class, mut around: Around, at: usize) -> Item {
        if around.touches && !self.resolved_left {
            // The words belong to the number before; growth still speaks of this one.
            around.near = Bag { unknown: around.near.unknown, marks: around.near.marks, ..Bag::default() };
        }
        let last_year = around.near.years.last().or(around.far.years.last()).copied();
        self.year = last_year.or(self.year);
        for mark in [Mark::Region, Mark::Own, Mark::Subset, Mark::Cumulative] {
            if around.near.marks.has(mark) || around.far.marks.has(mark) {
                self.scope.add(mark);
            }
        }
        let own = self.own_topic(&around, at);
        let implied = || {
            let acts = around.near.acts.iter().chain(&around.right.acts);
            acts.copied().any(is_of_requests).then_some(Topic::Request)
        };
        let carried = self.topic.or(self.before.topic).filter(|topic| *topic != Topic::Publication);
        let topic = own.or(carried).or_else(implied).or(self.topic).or(self.before.topic);
        if own.is_some() || topic == Some(Topic::Request) {
            self.topic = topic;
        }
        let marks = around.near.marks.with(around.far.marks);
        self.is_about_disclosure |= marks.has(Mark::Info) || topic == Some(Topic::Request);
        self.is_published = (self.is_published && !around.starts) || around.near.marks.has(Mark::Publish);
        claim.scope = self.scope_of(&around, marks, topic);
        let mut also = Vec::new();
        self.resolved_left = !around.near.acts.is_empty() || !around.near.who.is_empty() || around.near.channels > 0;
        if class != Class::Percent && !self.is_spoiled(&around, topic, claim.value) {
            let mut picked =
                topic.map(|topic| self.pick(topic, own.is_some(), &around, &mut claim)).unwrap_or_default();
            if topic == Some(Topic::Processing) {
                picked = self.part_of_fee(picked, marks, claim.unit);
            }
            let mut picked = picked.into_iter();
            claim.metric = picked.next();
            also = picked.collect();
            claim.is_joined = !also.is_empty();
        }
        if !unit_fits(claim.metric, class) {
            claim.metric = None;
            also.clear();
        }
        Item { claim, also, class, topic, around, marks }
    }

    /// `3件，其中甲局2件、乙局1件`: the parts are what the total is.
    fn part_of_fee(&mut self, picked: Vec<&'static Metric>, marks: Marks, unit: &'static str) -> Vec<&'static Metric> {
        if let [one] = picked.as_slice() {
            self.parts_of = Some((one, unit));
            return picked;
        }
        let fits = self.parts_of.filter(|(_, known)| *known == unit && !marks.has(Mark::Share));
        if picked.is_empty() { fits.map(|(metric, _)| metric).into_iter().collect() } else { picked }
    }

    /// The topic that the words around the number name.
    fn own_topic(&self, around: &Around, at: usize) -> Option<Topic> {
        let info = self.is_about_disclosure || around.near.marks.has(Mark::Info) || around.far.marks.has(Mark::Info);
        let before = self.topic.or(self.before.topic);
        let known = |bag: &Bag| topic_of(&bag.topics, before, info);
        let is_maybe =
            around.near.topics.contains(&Topic::MaybeRequest) && !around.near.topics.contains(&Topic::Request);
        if is_maybe && self.is_other_application(at) {
            return Some(Topic::Foreign);
        }
        let far = || known(&around.far);
        known(&around.near).or_else(|| known(&around.right)).or_else(far)
    }

    /// 低保申请: the character before a bare 申请 belongs to its name.
    fn is_other_application(&self, at: usize) -> bool {
        let Some(text) = self.sentence.chars.get(..at) else { return false };
        let Some(place) = text.windows(2).rposition(|pair| pair == ['申', '请']) else { return false };
        let before = place.checked_sub(1).and_then(|before| text.get(before)).copied();
        // In 公开申请, 依申请, 收到申请, 的申请 it does not.
        before.is_some_and(|c| {
            !"开依到收理复结办类息的件上请、，；。：转函函面寄邮真站人位构织体业中新接次计共及对各项无".contains(c)
                && !c.is_ascii_digit()
        })
    }

    fn scope_of(&self, around: &Around, marks: Marks, topic: Option<Topic>) -> ClaimScope {
        let all = marks.with(around.right.marks).with(self.scope);
        let year = self.year.unwrap_or(self.before.year);
        let carried = around.near.acts.iter().any(|act| act.starts_with("carried"));
        let changes = marks.has(Mark::Up) || marks.has(Mark::Down);
        let compared = marks.has(Mark::Versus) && changes;
        let of_some = around.near.marks.has(Mark::About) || around.near.acts.contains(&"occurred");
        ClaimScope {
            region: self.scope.has(Mark::Region),
            own: self.scope.has(Mark::Own),
            subset: self.scope.has(Mark::Subset)
                || (topic == Some(Topic::Request) && of_some && around.near.unknown > 0),
            filed: all.has(Mark::Filed),
            fresh: around.near.marks.has(Mark::Fresh),
            concluded: all.has(Mark::Concluded),
            including: marks.with(around.right.marks).has(Mark::Including),
            other_time: (year != self.before.year && !carried)
                || (marks.has(Mark::LastYear) && !compared)
                || (around.near.marks.has(Mark::Versus) && !changes)
                || all.has(Mark::Cumulative)
                || around.near.marks.has(Mark::Period)
                || (around.near.years.is_empty() && around.far.marks.has(Mark::Period)),
            about_disclosure: self.is_about_disclosure || self.before.topic == Some(Topic::Request),
            whole: ![Mark::Medium, Mark::Part, Mark::Channel, Mark::Skip].iter().any(|&mark| marks.has(mark)),
            unknown: around.near.unknown,
        }
    }

    /// The clause is about something else, or only supposes.
    fn is_spoiled(&self, around: &Around, topic: Option<Topic>, value: Number) -> bool {
        let near = around.near.marks;
        let right = around.right.marks;
        let is_change = near.has(Mark::Up) || near.has(Mark::Down);
        let is_own = topic.is_some_and(|topic| topic != Topic::Request && topic != Topic::Processing);
        near.has(Mark::Spoil)
            || right.has(Mark::Spoil)
            || near.has(Mark::Condition)
            || near.has(Mark::Share)
            || is_change
            || around.right.topics.contains(&Topic::Foreign)
            || (is_own
                && !topic.is_some_and(Topic::is_dispute)
                && topic != Some(Topic::Publication)
                && self.is_published)
            || (is_mixed(&around.near.topics) && !value.is_zero())
    }

    /// Two kinds of disputes at once: only that there were none can be said of each.
    fn mixed(topics: &[Topic]) -> Vec<&'static Metric> {
        let mut found: Vec<&'static Metric> = Vec::new();
        for known in topics.iter().filter(|topic| topic.is_dispute()).filter_map(|&topic| metric(topic, "")) {
            if !found.contains(&known) {
                found.push(known);
            }
        }
        found
    }

    /// The metrics of the number: none, one, or several that it is said of together.
    fn pick(&self, topic: Topic, is_named: bool, around: &Around, claim: &mut Claim) -> Vec<&'static Metric> {
        if topic == Topic::Request {
            return self.pick_request(around, claim);
        }
        if topic.is_dispute() && is_mixed(&around.near.topics) {
            return Self::mixed(&around.near.topics);
        }
        let valid = |bag: &Bag| -> Vec<&'static Metric> {
            let mut found: Vec<&'static Metric> = Vec::new();
            let acts: Vec<&str> = specific(&bag.acts);
            for known in acts.iter().filter_map(|act| metric(topic, act)) {
                if !found.contains(&known) {
                    found.push(known);
                }
            }
            found
        };
        for bag in [&around.near, &around.right] {
            let found = valid(bag);
            match found.len() {
                0 => {}
                1 => return found,
                // 维持和纠正共3件 is neither.
                _ => return Vec::new(),
            }
            if !bag.acts.is_empty() && !topic.is_dispute() && topic != Topic::Processing {
                return Vec::new();
            }
        }
        let far = valid(&around.far);
        if far.len() == 1 && around.near.topics.is_empty() {
            return far;
        }
        let is_sum = topic == Topic::Publication && around.near.marks.has(Mark::Total) && around.near.unknown == 0;
        if (is_named && around.near.unknown <= 4) || is_sum {
            metric(topic, "").into_iter().collect()
        } else {
            Vec::new()
        }
    }

    fn pick_request(&self, around: &Around, claim: &mut Claim) -> Vec<&'static Metric> {
        let mut right = self.request_acts(&around.right);
        // 1件年末收到 is one of those received.
        right.retain(|act| *act != "received");
        // 有2件答复: some of them.
        if around.near.acts.contains(&"occurred") && right.iter().all(|act| !is_outcome(act)) {
            right.clear();
        }
        let acts = [self.request_acts(&around.near), right, self.request_acts(&around.far)]
            .into_iter()
            .find(|acts| !acts.is_empty())
            .unwrap_or_default();
        let who = [&around.near, &around.right].into_iter().find(|bag| !bag.who.is_empty()).map(|bag| bag.who.clone());
        let is_total = acts.iter().all(|act| !is_outcome(act));
        if let Some(who) = who {
            let [who] = who.as_slice() else { return Vec::new() };
            if around.near.unknown > 2 {
                return Vec::new();
            }
            claim.who = Some(*who);
            let act = if is_total { "applicants" } else { acts.first().copied().unwrap_or_default() };
            return metric(Topic::Request, act).into_iter().collect();
        }
        let channels = around.near.channels.max(if acts.is_empty() { around.right.channels } else { 0 });
        let listed = around.near.marks.has(Mark::Etc) && around.near.channels > 0;
        if is_total && channels == 1 && !listed {
            return metric(Topic::Request, "channel").into_iter().collect();
        }
        let metrics: Vec<&'static Metric> = acts.iter().filter_map(|act| metric(Topic::Request, act)).collect();
        // Two outcomes together are neither.
        if metrics.len() > 1 && !is_total { Vec::new() } else { metrics }
    }

    /// What happened to requests, the most specific words only.
    fn request_acts(&self, bag: &Bag) -> Vec<&'static str> {
        let mut acts: Vec<&'static str> = Vec::new();
        for act in specific(&bag.acts) {
            let act = if act == "carried" { self.carried(bag) } else { Some(act) };
            if let Some(act) = act.filter(|act| metric(Topic::Request, act).is_some() && !acts.contains(act)) {
                acts.push(act);
            }
        }
        acts
    }

    /// 2022年结转, 结转2024年.
    fn carried(&self, bag: &Bag) -> Option<&'static str> {
        let year = bag.years.last().copied();
        if year == Some(self.before.year - 1) || (year.is_none() && bag.marks.has(Mark::LastYear)) {
            Some("carried_in")
        } else if year == Some(self.before.year + 1) {
            Some("carried_out")
        } else {
            None
        }
    }
}

/// Requests are not counted in yuan, nor fees in pieces.
fn unit_fits(metric: Option<&Metric>, class: Class) -> bool {
    let Some(metric) = metric else { return true };
    let is_money = matches!(&*metric.id, "fee.notified" | "fee.collected" | "fees");
    is_money == (class == Class::Money)
}
