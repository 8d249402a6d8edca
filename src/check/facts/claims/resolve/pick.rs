//! Which metric a number is of, once it is known what is spoken of.

use crate::check::facts::claims::bag::{Around, Bag};
use crate::check::facts::claims::claim::Claim;
use crate::check::facts::claims::lexicon::{Mark, Topic, Who};
use crate::check::facts::claims::metric::{Metric, metric};
use crate::check::facts::claims::topic::{is_left_over, is_mixed, is_outcome, specific};

use super::State;

impl State<'_> {
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
    pub(super) fn pick(
        &self,
        topic: Topic,
        is_named: bool,
        around: &Around,
        claim: &mut Claim,
    ) -> Vec<&'static Metric> {
        if topic == Topic::Request {
            return self.pick_request(around, claim);
        }
        if topic.is_dispute() && topic != Topic::Disputes && is_mixed(&around.near.topics) {
            return Self::mixed(&around.near.topics);
        }
        if let Some(act) = around.right.counted_as.filter(|_| topic.is_dispute()) {
            return metric(topic, act).into_iter().collect();
        }
        let valid = |bag: &Bag| -> Vec<&'static Metric> {
            let mut found: Vec<&'static Metric> = Vec::new();
            let acts: Vec<&str> = specific(&bag.acts).into_iter().filter(|act| *act != "opened").collect();
            for known in acts.iter().filter_map(|act| metric(topic, act)) {
                if !found.contains(&known) {
                    found.push(known);
                }
            }
            found
        };
        // 有1件被纠正, 1件行政复议被撤销: what became of it stands behind.
        let result_behind = topic.is_dispute()
            && !around.near.acts.iter().any(|act| is_outcome(act))
            && around.right.acts.iter().any(|act| is_outcome(act))
            && (around.near.topics.is_empty()
                || !around.right.topics.is_empty()
                || around.near.acts.contains(&"occurred"));
        let bags = if result_behind { [&around.right, &around.near] } else { [&around.near, &around.right] };
        for bag in bags {
            let found = valid(bag);
            match found.len() {
                0 => {}
                1 => return found,
                // 维持和纠正共3件 is neither.
                _ => return Vec::new(),
            }
            if bag.acts.iter().any(|act| *act != "opened") && !topic.is_dispute() && topic != Topic::Processing {
                return Vec::new();
            }
        }
        // 无纠错案件，3件复议中…: what there was not is not counted.
        let far = if around.far.marks.has(Mark::None) { Vec::new() } else { valid(&around.far) };
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
        // 8件答复中有…: of those that are named.
        if around.right.marks.has(Mark::Among) {
            right.clear();
        }
        // 有2件答复: some of them.
        if around.near.acts.contains(&"occurred") && right.iter().all(|act| !is_outcome(act)) {
            right.clear();
        }
        let near = self.request_acts(&around.near);
        // 全部办结：公开3件: what was said of all of them ends there.
        // 答复前反复请示，有13件…: some are told of anew.
        let anew = around.near.acts.contains(&"occurred") && !around.near.marks.has(Mark::Total);
        let listed = around.listed && !around.near.marks.has(Mark::Total);
        let far = if around.far.marks.has(Mark::All) || around.far.marks.has(Mark::None) || listed || anew {
            Vec::new()
        } else {
            self.request_acts(&around.far)
        };
        let mut acts = if near.is_empty() { right } else { near };
        if acts.is_empty() {
            acts = match around.near.marks.has(Mark::Disclose) {
                true if self.is_disclosed(around) => vec!["opened"],
                // Some were disclosed: they are not all that were handled.
                true => Vec::new(),
                false => far,
            };
        }
        if acts == ["answered"] && self.is_disclosed(around) {
            // 公开类答复11件.
            acts = vec!["opened"];
        }
        if acts == ["granted"] && around.near.marks.with(around.right.marks).has(Mark::WithPartial) {
            acts = vec!["disclosed"];
        }
        // 未答复0件: those not yet due may be left.
        let is_unanswered = |bag: &Bag| bag.acts.contains(&"unanswered");
        if claim.value.is_zero() && (is_unanswered(&around.near) || is_unanswered(&around.right)) {
            return Vec::new();
        }
        // 网上公开6件, 答复文书公开8件: where, and of what.
        let elsewhere = [Mark::Medium, Mark::Skip, Mark::Document, Mark::Publish].iter();
        let is_shown = around.near.channels > 0 || elsewhere.copied().any(|mark| around.near.marks.has(mark));
        if acts == ["opened"] && is_shown {
            return Vec::new();
        }
        let mut who =
            [&around.near, &around.right].into_iter().find(|bag| !bag.who.is_empty()).map(|bag| bag.who.clone());
        if around.near.marks.has(Mark::Citizens) && who.as_ref().is_some_and(|who| !who.contains(&Who::Natural)) {
            // 公民和法人: all who may ask.
            who = None;
        }
        let is_total = acts.iter().all(|act| !is_outcome(act));
        if let Some(who) = who {
            let [who] = who.as_slice() else { return Vec::new() };
            // 自然人线上5件: of those of one applicant, those of one channel.
            if around.near.unknown > 2 || around.near.channels > 0 {
                return Vec::new();
            }
            claim.who = Some(*who);
            let act = if is_total { "applicants" } else { acts.first().copied().unwrap_or_default() };
            return metric(Topic::Request, act).into_iter().collect();
        }
        let channels = around.near.channels.max(if acts.is_empty() { around.right.channels } else { 0 });
        let listed = around.near.marks.has(Mark::Etc) && around.near.channels > 0;
        // 通过网站受理11件: that is how they came.
        let by_medium = around.near.marks.has(Mark::Medium) && !acts.is_empty();
        if is_total && (channels > 0 || by_medium) && !listed {
            return metric(Topic::Request, "channel").into_iter().collect();
        }
        if acts.is_empty() && matches!(claim.unit, "件" | "件次" | "宗" | "份") && Self::counts_all(around) {
            return metric(Topic::Request, "processed").into_iter().collect();
        }
        let metrics: Vec<&'static Metric> = acts.iter().filter_map(|act| metric(Topic::Request, act)).collect();
        // Two outcomes together are neither.
        if metrics.len() > 1 && !is_total { Vec::new() } else { metrics }
    }

    /// 政府信息公开申请共25件, 共有25件政府信息公开申请: all of them, however they are told of.
    fn counts_all(around: &Around) -> bool {
        let (near, right) = (&around.near, &around.right);
        let said = near.marks.has(Mark::Total) && near.unknown + around.lead == 0 && near.channels == 0;
        let of_some =
            [Mark::Part, Mark::Among, Mark::Rest, Mark::Sort, Mark::Kinds, Mark::About, Mark::Medium, Mark::Few];
        let plain = !around.bracketed && !of_some.iter().any(|&mark| near.marks.has(mark) || right.marks.has(mark));
        let before = near.topics.as_slice() == [Topic::Request] && near.acts.is_empty() && right.topics.is_empty();
        // 共有3件申请涉及征地: of some.
        let behind = right.topics.as_slice() == [Topic::Request]
            && right.acts.is_empty()
            && near.topics.is_empty()
            && right.unknown == 0;
        said && plain && around.far.topics.is_empty() && (before || (behind && near.acts == ["occurred"]))
    }

    /// 公开3件, of requests that were counted before.
    fn is_disclosed(&self, around: &Around) -> bool {
        around.near.marks.has(Mark::Disclose)
            && around.near.unknown + around.lead == 0
            && self.counts_requests
            && !self.is_attribute
    }

    /// What happened to requests, the most specific words only.
    fn request_acts(&self, bag: &Bag) -> Vec<&'static str> {
        let mut acts: Vec<&'static str> = Vec::new();
        for act in whole_groups(&bag.acts, bag.marks.has(Mark::Etc)) {
            let act = match act {
                "carried" => self.carried(bag),
                // 正在办理.
                "processed" if bag.marks.has(Mark::Ongoing) => Some("carried_out"),
                "unanswered" => Some("carried_out"),
                // 将于2024年1月底前答复: in the report on 2023.
                "answered" | "handled" | "processed" if bag.years.contains(&(self.before.year + 1)) => {
                    Some("carried_out")
                }
                // Of what was answered before its time it says no more than that.
                "in_time" => acts_are_only_of_dealing(bag).then_some("carried_out"),
                _ => Some(act),
            };
            if let Some(act) = act.filter(|act| metric(Topic::Request, act).is_some() && !acts.contains(act)) {
                acts.push(act);
            }
        }
        if acts.contains(&"partial") && acts.iter().any(|act| matches!(*act, "granted" | "opened")) {
            // 予以公开或者部分公开: of both.
            return vec!["disclosed"];
        }
        if acts.iter().any(|act| act.starts_with("carried")) {
            // 结转至2025年办理: not yet dealt with.
            acts.retain(|act| act.starts_with("carried"));
        }
        if acts.len() > 1 {
            // 答复公开: how it was answered.
            acts.retain(|act| *act != "opened" || bag.acts.iter().all(|act| matches!(*act, "opened" | "answered")));
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

/// Nothing is said of how it ended: 尚在办理期限内, 未到期未答复.
fn acts_are_only_of_dealing(bag: &Bag) -> bool {
    bag.acts.iter().all(|act| is_left_over(act) || matches!(*act, "processed" | "occurred" | "received"))
}

/// Outcomes where there are any. Of a group and its one row the row; of a group and several rows, or 等 behind one, the
/// group: 因不掌握等原因无法提供18件.
fn whole_groups(acts: &[&'static str], is_open: bool) -> Vec<&'static str> {
    let group = |act: &&'static str| act.split_once('.').map(|(group, _)| group);
    let named: Vec<&'static str> =
        acts.iter().copied().filter(|act| acts.iter().any(|row| group(row) == Some(act))).collect();
    let [named] = named.as_slice() else {
        // Rows of one group without the group's name: 不掌握等18件 may be any of them.
        return if is_open && acts.iter().any(|act| group(act).is_some()) { Vec::new() } else { specific(acts) };
    };
    let rows = acts.iter().filter(|row| group(row) == Some(*named)).count();
    if is_open || rows > 1 { vec![named] } else { specific(acts) }
}
