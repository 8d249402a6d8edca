//! All requests were answered in time, and some were not: N-16.

use std::ops::Range;

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::prose::{Prose, SectionText};
use crate::check::finding::collect::{Collector, Say};
use crate::check::profile::Profile;
use crate::check::rule::id;

/// A sentence and the part of the report that it stands in.
type Said<'p> = (&'p SectionText, Range<usize>);

/// Applies the rule: once for a report.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let prose = facts.prose();
    let words = Words::of(prose, found.profile);
    // Few reports have words for both.
    if words.some.is_empty() || words.late.is_empty() {
        return;
    }
    let in_time = |(part, place): &Said<'_>| words.all_in_time(part.get(place)) || words.rate_is_full(part, place);
    let Some((all, all_place)) = first(prose, in_time) else { return };
    let all_place = clause_of_rate(all, all_place);
    let Some((some, some_place)) = first(prose, |(part, place)| words.some_late(part.get(place))) else { return };
    let say = Say::default()
        .with("all", all.get(&all_place))
        .with("some", some.get(&some_place))
        .at(some.evidence(&some_place))
        .at(all.evidence(&all_place));
    found.say(id::N_16, "overdue", "overdue", say);
}

fn first<'p>(prose: &'p Prose<'_>, says: impl Fn(&Said<'p>) -> bool) -> Option<Said<'p>> {
    let parts = prose.parts.iter().filter(|part| part.section > 0);
    let mut sentences = parts.flat_map(|part| part.sentences().map(move |place| (part, place)));
    sentences.find(says)
}

/// How many were answered in time.
const RATES: [&str; 8] =
    ["按期答复率", "按时答复率", "及时答复率", "按期办结率", "按时办结率", "按期办理率", "答复及时率", "按期办复率"];

/// Of a sentence with such a rate the clause that has it.
fn clause_of_rate(part: &SectionText, place: Range<usize>) -> Range<usize> {
    let text = part.get(&place);
    let Some(at) = RATES.iter().find_map(|rate| text.find(rate)) else { return place };
    let ends = |c: char| matches!(c, '，' | '；' | '。' | ',');
    let start = text.get(..at).and_then(|before| before.rfind(ends)).map_or(0, |end| end + '，'.len_utf8());
    let end = text.get(at..).and_then(|rest| rest.find(ends)).map_or(text.len(), |length| at + length);
    // The stop before may be of half width.
    if text.is_char_boundary(start) { place.start + start..place.start + end } else { place }
}

/// What is said of a rate that is full.
const FULL: [&str; 3] = ["100%", "百分之百", "百分百"];
/// What may stand between it and the rate.
const BETWEEN: [&str; 10] = ["达到", "达", "为", "均为", "均达", "均达到", "保持", "保持在", "始终保持", "继续保持"];
/// Whose rate is that of other work.
const OTHERS: [&str; 16] = [
    "建议",
    "提案",
    "热线",
    "工单",
    "留言",
    "信箱",
    "诉求",
    "投诉",
    "咨询",
    "12345",
    "除",
    "许可",
    "审批",
    "登记",
    "政务服务",
    "办事",
];

/// The words of the rule, as far as they may stand in the report.
struct Words<'p> {
    rates: Vec<&'p str>,
    every: Vec<&'p str>,
    in_time: Vec<&'p str>,
    none_late: Vec<&'p str>,
    except: Vec<&'p str>,
    some: Vec<&'p str>,
    late: Vec<&'p str>,
    not_late: &'p [Box<str>],
}

impl<'p> Words<'p> {
    fn of(prose: &Prose<'_>, profile: &'p Profile) -> Self {
        let left = |list: &str| prose.left(profile.words(id::N_16, list));
        Self {
            rates: prose.left(&RATES),
            every: left("every"),
            in_time: left("in-time"),
            none_late: left("none-late"),
            except: left("except"),
            some: left("some"),
            late: left("late"),
            not_late: profile.words(id::N_16, "not-late"),
        }
    }

    /// 按期答复率100%, in a paragraph about requests.
    fn rate_is_full(&self, part: &SectionText, place: &Range<usize>) -> bool {
        let text = part.get(place);
        let is_full = self.rates.iter().any(|rate| {
            let behind = text.split_once(rate).map_or("", |(_, behind)| behind);
            let full = |text: &str| FULL.iter().any(|full| text.starts_with(full));
            full(behind) || BETWEEN.iter().filter_map(|word| behind.strip_prefix(word)).any(full)
        });
        let before = || part.text.get(..place.end).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
        is_full && before().contains("申请") && !has_any(text, &OTHERS)
    }

    /// 申请均在法定期限内答复, without exception.
    fn all_in_time(&self, text: &str) -> bool {
        let whole = || has_any(text, &self.every) && has_any(text, &self.in_time);
        text.contains("申请") && (whole() || has_any(text, &self.none_late)) && !has_any(text, &self.except)
    }

    /// 有2件申请超期答复.
    fn some_late(&self, text: &str) -> bool {
        // 答复 alone may be one to a letter, or to a proposal.
        // 延期 is no delay, but for one that nobody has granted.
        let granted = || text.replace("未办理延期", "").replace("未依法延期", "");
        text.contains("申请")
            && has_any(text, &self.late)
            && has_any(text, &self.some)
            && !has_any(&granted(), self.not_late)
            // 不存在超期答复.
            && !has_any(text, &self.none_late)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::narrative::{raised, report};
    use crate::report::SafeText;

    fn said(all: &str, some: &str) -> Vec<String> {
        let mut report = report("青岚县水务局", 1, all, &[]);
        report.narrative.sections[4].text = SafeText::lines(some);
        let mut found = raised(&report);
        found.retain(|(rule, _)| rule == "N-16");
        found.into_iter().map(|(_, passage)| passage).collect()
    }

    #[test]
    fn all_in_time_and_some_late_is_a_contradiction() {
        for (all, some) in [
            ("所有申请均在法定期限内答复。", "有2件申请超期答复"),
            ("受理的申请全部按期办结。", "个别申请答复超过法定期限"),
            ("申请答复无超期。", "3件申请超出法定期限作出答复"),
            ("6件申请均在收到之日起20个工作日内答复。", "1件申请于第27个工作日才答复，且未办理延期手续"),
        ] {
            assert_eq!(said(all, &format!("存在的问题：{some}。")), [format!("存在的问题：{some}")], "{some}");
        }
    }

    #[test]
    fn late_in_other_ways_is_none() {
        let all = "所有申请均在法定期限内答复。";
        for some in [
            "建立预警机制，防止个别申请超期答复。",
            "2件申请因申请人逾期未补正不再处理。",
            "上年2件申请超期答复的问题已经整改。",
            "有2件申请经批准延期答复。",
            "个别部门回复网民留言超期。",
            "有2件提案超期答复。",
            "3件申请未在规定期限内补正，视为放弃。",
            "1件申请的当事人超过法定期限起诉。",
            "10件申请均在规定时限内办结，不存在超期答复。",
            "全年48件申请没有发生超期答复。",
        ] {
            assert_eq!(said(all, some), [""; 0], "{some}");
        }
        let some = "2件申请超期答复。";
        for all in ["除2件外，申请均在法定期限内答复。", "主动公开信息均在规定期限内更新。", "来信答复均在法定期限内。"]
        {
            assert_eq!(said(all, some), [""; 0], "{all}");
        }
    }
}
