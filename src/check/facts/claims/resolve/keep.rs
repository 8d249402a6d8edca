//! What a number leaves to those that follow it in its sentence.

use crate::check::facts::claims::bag::{Around, Marks};
use crate::check::facts::claims::claim::Claim;
use crate::check::facts::claims::lexicon::{Mark, Topic};
use crate::check::facts::claims::topic::is_outcome;
use crate::report::Number;

use super::{Speaker, State};

/// A number that others may be parts of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    value: Number,
    unit: &'static str,
    topic: Option<Topic>,
    /// Of some only: of last year's, of one kind.
    of_some: bool,
    /// Of those that were dealt with.
    of_done: bool,
}

impl Counted {
    /// `wholes` are the numbers of all requests, by the table: 40件中办结39件, where 40 came.
    pub(super) fn of(claim: &Claim, topic: Option<Topic>, wholes: &[Number]) -> Self {
        let of_some = match claim.metric {
            None => topic == Some(Topic::Request) && !wholes.contains(&claim.value),
            Some(metric) => claim.scope.subset || metric.id.starts_with("carried"),
        };
        let of_done = claim.metric.is_some_and(|metric| !metric.is_of_coming() || is_of_done(&metric.id));
        Self { value: claim.value, unit: claim.unit, topic, of_some, of_done }
    }

    pub(super) fn is_of_some(self) -> bool {
        self.of_some
    }

    /// 上年结转2件，其中1件予以公开; 涉及征地拆迁5件，其中予以公开3件; 行政复议4件、诉讼2件，其中涉及征地的3件: may it be one of its parts,
    /// and not of all that the tables count?
    pub(super) fn holds(self, part: &Claim) -> bool {
        let Some(metric) = part.metric else { return false };
        // 办结的6件包括上年结转的1件和本年新收的5件: how those that were dealt with had come.
        let has_come = matches!(&*metric.id, "received" | "received_all" | "carried_in");
        let ended = !metric.is_of_coming() || is_of_done(&metric.id);
        let fits = (self.of_some && ended) || (self.of_done && has_come);
        fits && self.topic == Some(Topic::Request) && part.unit == self.unit && part.value <= self.value
    }
}

/// Dealt with, in whatever way.
fn is_of_done(id: &str) -> bool {
    matches!(id, "handled" | "answered")
}

impl State<'_> {
    /// Keeps whether both kinds of suits were counted side by side.
    pub(super) fn note_suits(&mut self, own: Option<Topic>) {
        let kind = own.filter(|topic| matches!(topic, Topic::LitigationDirect | Topic::LitigationAfter));
        self.both_suits = match own {
            Some(_) if kind.is_some() => self.last_suits.is_some_and(|last| Some(last) != kind),
            Some(topic) if topic.is_dispute() => false,
            _ => self.both_suits,
        };
        self.last_suits = kind;
    }

    /// Scope words hold to the end of the sentence.
    pub(super) fn widen(&mut self, marks: Marks) {
        for mark in [Mark::Region, Mark::Own, Mark::Subset, Mark::Cumulative, Mark::Kinds] {
            if marks.has(mark) {
                self.scope.add(mark);
            }
        }
        match self.before.speaker {
            _ if !marks.has(Mark::Office) => {}
            Speaker::Government | Speaker::Office => self.scope.add(Mark::Own),
            Speaker::Department => self.scope.add(Mark::Subset),
        }
    }

    /// Reviews and suits that were counted together, or one after the other: what became of them may be said of both.
    pub(super) fn of_disputes(&self, topic: Topic, is_named: bool, around: &Around, value: Number) -> Topic {
        let near = &around.near.topics;
        let has = |is: fn(Topic) -> bool| near.iter().any(|&topic| is(topic));
        let together = has(|topic| topic == Topic::Reconsideration) && has(Topic::is_suit);
        let both = self.counts_both();
        // 诉讼2件，其中1件尚未审结: of the last.
        let of_last = around.near.marks.has(Mark::Part) || around.far.marks.has(Mark::Part) || around.bracketed;
        if topic.is_dispute() && ((together && !value.is_zero()) || (both && !is_named && !of_last)) {
            Topic::Disputes
        } else {
            topic
        }
    }

    /// 行政复议4件、行政诉讼2件，涉及征地的3件: what they were about, of some of them.
    pub(super) fn is_of_some_disputes(&self, claim: &Claim, named: Option<Topic>, around: &Around) -> bool {
        let is_total =
            claim.metric.is_some_and(|metric| matches!(&*metric.id, "disputes" | "reconsideration" | "litigation"));
        let is_about = around.near.acts.contains(&"occurred") && !around.near.marks.has(Mark::Total);
        is_total && named.is_none() && !self.disputes.is_empty() && is_about
    }

    fn counts_both(&self) -> bool {
        let counted = |is: fn(Topic) -> bool| self.disputes.iter().any(|&topic| is(topic));
        counted(|topic| topic == Topic::Reconsideration) && counted(Topic::is_suit)
    }

    /// What is spoken of so far, for what follows and does not name it: of reviews and suits that were counted both, of
    /// all suits where both their kinds were counted too, else of the last.
    pub(super) fn spoken_of(&self) -> Option<Topic> {
        let kinds = [Topic::Litigation, Topic::LitigationDirect, Topic::LitigationAfter];
        match self.topic {
            _ if self.counts_both() => Some(Topic::Disputes),
            Some(topic)
                if topic.is_suit() && (self.both_suits || kinds.iter().all(|kind| self.disputes.contains(kind))) =>
            {
                Some(Topic::Litigation)
            }
            topic => topic,
        }
    }

    /// Keeps what the numbers that follow depend on.
    pub(super) fn note(
        &mut self,
        own: Option<Topic>,
        topic: Option<Topic>,
        around: &Around,
        marks: Marks,
        unit: &'static str,
    ) {
        let of_requests = topic == Some(Topic::Request)
            && around.near.acts.iter().chain(&around.right.acts).any(|act| !is_outcome(act) && *act != "occurred");
        if of_requests {
            self.counts_requests = true;
            if own == Some(Topic::Request) {
                self.requests_in = unit;
            }
            self.is_attribute = false;
        } else if marks.has(Mark::Document) || own == Some(Topic::Publication) {
            self.is_attribute = true;
        }
        if topic == Some(Topic::Disputes) {
            self.topic = topic;
        }
        if let Some(topic) = own.filter(|topic| topic.is_dispute()) {
            // 信息公开复议4件；因行政处罚引起的复议11件: of other matters.
            let near = &around.near;
            let of_requests = |topic: &Topic| matches!(topic, Topic::Request | Topic::MaybeRequest);
            let says_why = near.topics.iter().any(|topic| topic.is_decision()) || near.unknown > 2;
            let again = self.disputes.contains(&topic) && says_why;
            let about_it = near.marks.has(Mark::Info) || near.topics.iter().any(of_requests);
            if marks.has(Mark::Others) || marks.has(Mark::Rest) || (again && !about_it) {
                self.scope.add(Mark::Kinds);
            }
            self.disputes.push(topic);
        }
    }

    /// Is it a number of items of information or of documents, not of what was decided?
    pub(super) fn counts_information(&self, claim: &Claim, topic: Option<Topic>, around: &Around) -> bool {
        let in_items = matches!(claim.unit, "条" | "条次" | "篇" | "篇次" | "则" | "期");
        let Some(metric) = claim.metric else { return false };
        match topic {
            Some(Topic::Request) => {
                let outcome = !metric.is_of_coming();
                // 收到申请5件, and 不公开12条: what is counted in another unit are items.
                let in_another = !self.counts_requests || self.requests_in != claim.unit;
                let of_requests = |topic: &Topic| matches!(topic, Topic::Request | Topic::MaybeRequest);
                let named = around.near.topics.iter().chain(&around.right.topics).any(of_requests);
                // 任务46项，1项需跨年推进: nobody counts requests so, unless the text does.
                let odd = !matches!(claim.unit, "" | "%" | "件" | "件次" | "宗" | "起" | "例" | "桩");
                // 会商6人次 counts no requests.
                claim.unit == "人次"
                    || (odd && in_another && !named)
                    || (outcome && (self.is_attribute || (in_items && in_another)))
            }
            // 规范性文件2件；全年印发公文197份: whatever was issued.
            Some(topic @ (Topic::Normative | Topic::Regulations)) => {
                around.near.marks.has(Mark::Document) && !around.near.topics.contains(&topic)
            }
            Some(topic) if topic.is_decision() => {
                matches!(claim.unit, "批" | "批次") || (in_items && !around.near.acts.contains(&"decided"))
            }
            Some(topic) if topic.is_dispute() => {
                let of_cases = |topic: &Topic| topic.is_dispute();
                let named = around.near.topics.iter().chain(&around.right.topics).any(of_cases);
                let in_others = matches!(claim.unit, "项" | "项次" | "批" | "批次" | "人次");
                in_others || (in_items && (!named || around.near.unknown > 0 || around.right.marks.has(Mark::Info)))
            }
            _ => false,
        }
    }

    /// A second number of the same in brackets or after 其中 is that of a part; applicants there are those of the number
    /// before.
    pub(super) fn part(&mut self, claim: &mut Claim, topic: Option<Topic>, around: &Around) {
        let marks = around.near.marks.with(around.far.marks);
        let begins = marks.has(Mark::Part) || marks.has(Mark::Including);
        self.in_parts = (self.in_parts && !around.starts) || begins;
        let inside = self.in_parts || around.bracketed;
        // 上年结转的3件中，予以公开1件.
        let among = self.among || (around.touches && around.near.marks.has(Mark::Among));
        self.among = around.right.marks.has(Mark::Among) && around.right.unknown == 0;
        if begins || around.inside || among {
            self.divided = self.last;
        }
        self.in_parts |= among;
        let inside = inside || among;
        let is_part = inside && self.divided.is_some_and(|whole| whole.holds(claim));
        claim.scope.subset |= is_part;
        if !around.bracketed {
            self.last = Some(Counted::of(claim, topic, self.before.wholes));
        }
        // 规范性文件11件（以县政府名义印发4件）: whatever was said of the 11.
        let of_documents = matches!(topic, Some(Topic::Normative | Topic::Regulations));
        if around.bracketed && of_documents && self.outside == topic {
            claim.scope.subset = true;
        }
        if !around.bracketed {
            self.outside = topic;
        }
        // 新收3件，上年转入1件，共4件，其中企业1件: of the total.
        if claim.metric.is_none() && around.near.marks.has(Mark::Total) {
            self.whole = None;
        }
        let Some(metric) = claim.metric else { return };
        if inside
            && &*metric.id == "applicants"
            && let Some((whole, None)) = self.whole
            && !whole.is_of_coming()
        {
            claim.metric = Some(whole);
            return;
        }
        if inside && topic != Some(Topic::Processing) && self.whole == Some((metric, claim.who)) {
            claim.scope.subset = true;
        }
        if !inside {
            self.whole = Some((metric, claim.who));
        }
    }
}
