//! What each number of a sentence is about.

use crate::report::Number;

use crate::check::facts::claims::bag::{Around, Bag, Marks, around};
use crate::check::facts::claims::claim::{Claim, ClaimScope};
use crate::check::facts::claims::lexicon::{Mark, Topic, Who};
use crate::check::facts::claims::metric::Metric;
use crate::check::facts::claims::numeral::{Class, Figure};
use crate::check::facts::claims::text::Sentence;
use crate::check::facts::claims::tokens::Token;
use crate::check::facts::claims::topic::{is_left_over, is_mixed, is_of_requests, is_outcome, topic_of};

mod before;
mod keep;
pub(in crate::check::facts::claims) mod others;
mod parts;
mod pick;
mod some;

use keep::Counted;

pub(in crate::check::facts::claims) use before::{Before, Speaker};
use some::{concerns, is_of_few, is_of_kind, is_of_named, is_of_some, outside, spans_years};

/// One number with what was made of it.
#[derive(Debug, Clone)]
pub(in crate::check) struct Item {
    /// The claim; its metric is `None` where it is not known.
    pub(crate) claim: Claim,
    /// More metrics that the same number is said of: 收到并办理.
    pub(crate) also: Vec<&'static Metric>,
    pub(crate) class: Class,
    pub(crate) topic: Option<Topic>,
    pub(crate) around: Around,
    pub(crate) marks: Marks,
}

/// Reads the numbers of a sentence. `topic` becomes what it spoke of last.
pub(in crate::check::facts::claims) fn items(
    sentence: &Sentence<'_>,
    tokens: &[Token],
    before: Before<'_>,
    topic: &mut Option<Topic>,
) -> Vec<Item> {
    *topic = None;
    if !tokens.iter().any(|token| counted(token).is_some()) {
        return Vec::new();
    }
    let mut state = State {
        sentence,
        before,
        topic: None,
        year: None,
        year_before: None,
        scope: Marks::default(),
        outside_of_tables: outside(tokens),
        resolved_left: false,
        is_about_disclosure: tokens
            .iter()
            .filter_map(Token::word)
            .any(|word| word.topic == Some(Topic::Request) || word.act.is_some_and(is_of_requests)),
        is_of_decisions: tokens.iter().any(|token| {
            let applied_for = token.word().and_then(|word| word.topic).is_some_and(takes_applications);
            applied_for && !concerns(sentence.chars, token.start)
        }),
        is_published: false,
        parts_of: None,
        is_attribute: false,
        counts_requests: before.topic == Some(Topic::Request),
        requests_in: "",
        disputes: Vec::new(),
        whole: None,
        in_parts: false,
        outside: None,
        last: None,
        divided: None,
        among: false,
        in_span: false,
        others_from: others::named(sentence, tokens, 0..tokens.len(), before.name),
        last_suits: None,
        both_suits: false,
    };
    let whole = (0, sentence.chars.len());
    let mut items = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Some(figure) = counted(token) else { continue };
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
    *topic = state.spoken_of();
    parts::settle(&mut items, before.wholes);
    items
}

/// Licences and other work are applied for.
fn takes_applications(topic: Topic) -> bool {
    topic == Topic::Service || topic.is_decision()
}

/// A number of something.
fn counted(token: &Token) -> Option<&Figure> {
    token.figure().filter(|figure| matches!(figure.class, Class::Count | Class::Money | Class::Percent))
}

struct State<'a> {
    sentence: &'a Sentence<'a>,
    before: Before<'a>,
    topic: Option<Topic>,
    /// The year spoken of, if it was named.
    year: Option<i64>,
    /// That before one that was named within a statement.
    year_before: Option<Option<i64>>,
    /// Scope words hold to the end of the sentence.
    scope: Marks,
    /// The number before found what it is about on its left.
    resolved_left: bool,
    /// It is plain that the sentence speaks of disclosure.
    is_about_disclosure: bool,
    /// The sentence speaks of decisions, or of other work, that is applied for too.
    is_of_decisions: bool,
    /// What was published, not decided.
    is_published: bool,
    /// The fee's figure whose parts follow, and its unit.
    parts_of: Option<(&'static Metric, &'static str)>,
    /// Documents are counted by their attributes.
    is_attribute: bool,
    /// Requests were counted before.
    counts_requests: bool,
    /// In which unit; empty where that is not known.
    requests_in: &'static str,
    /// The kinds of disputes that were counted before.
    disputes: Vec<Topic>,
    /// The number that parts may follow.
    whole: Option<(&'static Metric, Option<Who>)>,
    /// 其中 was said since.
    in_parts: bool,
    /// What the last number outside of brackets is about.
    outside: Option<Topic>,
    /// The last number outside of brackets.
    last: Option<Counted>,
    /// The number that is divided since 其中, or in brackets.
    divided: Option<Counted>,
    /// A part of the year was named.
    in_span: bool,
    /// The number before is the one whose parts follow: 3件中.
    among: bool,
    /// What the tables do not count.
    outside_of_tables: Vec<std::ops::Range<usize>>,
    /// Where another agency was named: what follows is that one's.
    others_from: Option<usize>,
    /// The kind of suits that the number before counts.
    last_suits: Option<Topic>,
    /// Both kinds of suits were counted side by side: what follows is of all suits.
    both_suits: bool,
}

impl State<'_> {
    fn item(&mut self, mut claim: Claim, class: Class, mut around: Around, at: usize) -> Item {
        if around.touches && !self.resolved_left {
            // The words belong to the number before; growth still speaks of this one.
            around.near = Bag { unknown: around.near.unknown, marks: around.near.marks, ..Bag::default() };
        }
        let last_year = around.near.years.last().or(around.far.years.last()).copied();
        // 比2023年的16件增加3件；办结19件: a year that is named within a statement ends with it.
        if around.starts {
            self.year = self.year_before.take().unwrap_or(self.year);
        }
        if !around.starts && last_year.is_some() && self.year_before.is_none() {
            self.year_before = Some(self.year);
        }
        self.year = last_year.or(self.year);
        let marks = around.near.marks.with(around.far.marks);
        self.widen(marks);
        if self.others_from.is_some_and(|from| from < at)
            || [&around.far, &around.near].into_iter().any(is_of_kind)
            || is_of_some(&around)
        {
            self.scope.add(Mark::Subset);
        }
        // 截至9月收到22件，办结20件: until the year is spoken of again.
        let again = marks.has(Mark::Yearly) || !around.near.years.is_empty();
        self.in_span = marks.has(Mark::Span) || (self.in_span && !again);
        if around.starts {
            // 诉讼5件，其中直接起诉2件、复议后起诉3件；已结4件: of all five.
            self.topic = self.spoken_of().filter(|topic| *topic != Topic::Disputes).or(self.topic);
        }
        let own = self.own_topic(&around, at, class);
        let implied = || {
            let acts = around.near.acts.iter().chain(&around.right.acts);
            acts.copied().any(is_of_requests).then_some(Topic::Request)
        };
        self.note_suits(own);
        let of_all_suits = self.both_suits && !around.bracketed && self.topic.is_some_and(Topic::is_suit);
        let so_far = if of_all_suits { Some(Topic::Litigation) } else { self.topic };
        let carried = so_far.or(self.before.topic).filter(|topic| *topic != Topic::Publication);
        let topic = own.or(carried).or_else(implied).or(self.topic).or(self.before.topic);
        // 收到申请22件，涉及行政许可的8件，办结21件: what some of them are about is not spoken of.
        let of_some = own.is_some_and(Topic::is_decision) && concerns(self.sentence.chars, at);
        if (own.is_some() && !of_some) || topic == Some(Topic::Request) {
            self.topic = topic;
        }
        let topic = topic.map(|topic| self.of_disputes(topic, own.is_some(), &around, claim.value));
        self.note(own, topic, &around, marks, claim.unit);
        self.is_about_disclosure |= marks.with(around.right.marks).has(Mark::Info) || topic == Some(Topic::Request);
        let publishes = around.near.marks.has(Mark::Publish) || around.near.marks.has(Mark::Disclose);
        self.is_published = (self.is_published && !around.starts) || publishes;
        claim.scope = self.scope_of(&around, marks, topic);
        claim.scope.subset |= of_some;
        claim.scope.recalled = at.checked_sub(1).and_then(|before| self.sentence.chars.get(before)) == Some(&'的');
        claim.scope.subset |= self.is_of_some_only(topic, &around, at);
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
        if !unit_fits(claim.metric, class) || self.counts_information(&claim, topic, &around) {
            claim.metric = None;
            also.clear();
        }
        self.part(&mut claim, topic, &around);
        claim.scope.subset |= self.is_of_some_disputes(&claim, own, &around)
            || self.is_one_of_those(own, topic, at)
            || (self.says_in_all(at) && claim.metric.is_some_and(|metric| metric.id.ends_with(".repealed")));
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
    fn own_topic(&self, around: &Around, at: usize, class: Class) -> Option<Topic> {
        let info = self.is_about_disclosure || around.near.marks.has(Mark::Info) || around.far.marks.has(Mark::Info);
        let before = self.topic.or(self.before.topic);
        let known = |bag: &Bag| topic_of(&bag.topics, before, info);
        let is_maybe =
            around.near.topics.contains(&Topic::MaybeRequest) && !around.near.topics.contains(&Topic::Request);
        let of_service = around.far.topics.contains(&Topic::Service);
        // A rate alone does not say of which applications.
        let bare_rate = class == Class::Percent && !info && before != Some(Topic::Request);
        // 行政许可实行网上办理，收到申请371件.
        let of_decisions = self.is_of_decisions && !info && self.before.topic != Some(Topic::Request);
        if is_maybe && (of_service || of_decisions || bare_rate || self.is_other_application(at)) {
            return Some(Topic::Service);
        }
        let far = || known(&around.far);
        known(&around.near).or_else(|| known(&around.right)).or_else(far)
    }

    /// 被纠正的1件系…: of whatever was spoken of, which need not be what was spoken of last.
    fn is_one_of_those(&self, own: Option<Topic>, topic: Option<Topic>, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.sentence.chars.get(before));
        own.is_none() && topic.is_some_and(Topic::is_dispute) && before == Some(&'的')
    }

    /// 累计废止664份: since there have been such documents.
    fn says_in_all(&self, at: usize) -> bool {
        let before = self.sentence.chars.get(..at).unwrap_or_default();
        let clause = before.rsplit(|c| matches!(c, '，' | '；' | '。')).next().unwrap_or_default();
        clause.windows(2).any(|pair| pair == ['累', '计'])
    }

    /// 低保申请: the character before a bare 申请 belongs to its name.
    fn is_other_application(&self, at: usize) -> bool {
        let Some(text) = self.sentence.chars.get(..at) else { return false };
        let Some(place) = text.windows(2).rposition(|pair| pair == ['申', '请']) else { return false };
        let before = place.checked_sub(1).and_then(|before| text.get(before)).copied();
        // In 公开申请, 依申请, 收到申请, 的申请 it does not.
        before.is_some_and(|c| {
            !"开依到收理复结办类息的件上请、，；。：转函函面寄邮真站人位构织体业中新接次计共及对各项无众民年"
                .contains(c)
                && !c.is_ascii_digit()
        })
    }

    fn scope_of(&self, around: &Around, marks: Marks, topic: Option<Topic>) -> ClaimScope {
        let all = marks.with(around.right.marks).with(self.scope);
        let year = self.year.unwrap_or(self.before.year);
        // 2023年度报告所列结转下年2件 are those that came over.
        let carried = around.near.acts.iter().any(|act| act.starts_with("carried"))
            && !(around.near.acts.contains(&"carried_out") && year < self.before.year);
        let changes = marks.has(Mark::Up) || marks.has(Mark::Down);
        let compared = marks.has(Mark::Versus) && changes;
        let of_some = around.near.marks.has(Mark::About) || around.near.acts.contains(&"occurred");
        // 其余3件 are some of them; 其余3件结转下年 are what was carried on.
        let of_rest = marks.has(Mark::Rest)
            && !around.near.acts.iter().chain(&around.right.acts).any(|act| is_left_over(act))
            && !marks.with(around.right.marks).has(Mark::Ongoing)
            && !self.is_for_next_year(around);
        // 1件行政处罚被复议机关撤销.
        let of_decision = around.near.topics.iter().chain(&around.right.topics).any(|topic| topic.is_decision());
        ClaimScope {
            region: self.scope.has(Mark::Region),
            own: self.scope.has(Mark::Own),
            subset: self.scope.has(Mark::Subset)
                || of_rest
                || [&around.near, &around.right].into_iter().any(is_of_few)
                || is_of_named(around)
                || (marks.has(Mark::Others) && topic == Some(Topic::Request))
                || (topic == Some(Topic::Request) && of_some && around.near.unknown + around.lead > 0)
                || (topic == Some(Topic::Request) && around.near.marks.has(Mark::Kinds))
                || around.near.acts.iter().chain(&around.right.acts).any(|act| *act == "kept"),
            filed: all.has(Mark::Filed),
            fresh: around.near.marks.has(Mark::Fresh),
            concluded: all.has(Mark::Concluded),
            befell: around.near.acts.iter().chain(&around.far.acts).any(|act| *act == "occurred"),
            other_matter: topic.is_some_and(Topic::is_dispute)
                && ((all.has(Mark::Kinds) && !marks.has(Mark::Info)) || of_decision),
            including: marks.with(around.right.marks).has(Mark::Including),
            other_time: (year != self.before.year && !carried)
                || (marks.has(Mark::LastYear) && !compared)
                || (around.near.marks.has(Mark::Versus) && !changes)
                || all.has(Mark::Cumulative)
                || around.near.marks.has(Mark::Period)
                || around.near.marks.has(Mark::Opening)
                || self.in_span
                || spans_years(&around.near, self.before.year)
                || (around.near.years.is_empty() && around.far.marks.has(Mark::Period)),
            about_disclosure: self.is_about(topic, around, marks),
            whole: ![Mark::Medium, Mark::Part, Mark::Channel, Mark::Skip].iter().any(|&mark| marks.has(mark)),
            unknown: around.near.unknown,
            recalled: false,
        }
    }

    /// Is it plain that disclosure is meant? Of disputes that an agency received or dealt with it is not, though the
    /// paragraph be about requests: it may be who decides them.
    fn is_about(&self, topic: Option<Topic>, around: &Around, marks: Marks) -> bool {
        let decides =
            around.near.acts.iter().any(|act| matches!(*act, "received" | "processed" | "handled" | "concluded"));
        let own_words = marks.with(around.right.marks).has(Mark::Info);
        let of_others = topic.is_some_and(Topic::is_dispute) && decides && !own_words;
        !of_others && (self.is_about_disclosure || self.before.topic == Some(Topic::Request))
    }

    /// The clause is about something else, or only supposes.
    fn is_spoiled(&self, around: &Around, topic: Option<Topic>, value: Number) -> bool {
        let near = around.near.marks;
        let right = around.right.marks;
        let is_change = near.has(Mark::Up) || near.has(Mark::Down);
        let is_own = topic.is_some_and(|topic| topic != Topic::Request && topic != Topic::Processing);
        let tells = |bag: &Bag| bag.marks.has(Mark::Told) && !bag.acts.iter().any(|act| is_outcome(act));
        near.has(Mark::Spoil)
            || right.has(Mark::Spoil)
            || tells(&around.near)
            || tells(&around.right)
            || near.has(Mark::Condition)
            || near.has(Mark::Share)
            || is_change
            || around.right.topics.iter().any(|topic| topic.is_foreign())
            || (is_own
                && !topic.is_some_and(Topic::is_dispute)
                && topic != Some(Topic::Publication)
                && self.is_published)
            || (topic.is_some_and(Topic::is_decision) && (near.has(Mark::Matter) || right.has(Mark::Matter)))
            || (is_mixed(&around.near.topics) && !value.is_zero() && topic != Some(Topic::Disputes))
    }
}

/// Requests are not counted in yuan, nor fees in pieces.
fn unit_fits(metric: Option<&Metric>, class: Class) -> bool {
    let Some(metric) = metric else { return true };
    let is_money = matches!(&*metric.id, "fee.notified" | "fee.collected" | "fees");
    is_money == (class == Class::Money)
}
