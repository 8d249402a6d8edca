//! Everywhere something was done, and somewhere it was not: N-16.

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::counts::Count;
use crate::check::finding::Evidence;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Number;

use super::counted::at;

/// The section of the problems.
const PROBLEMS: u8 = 5;
/// What is said of all of them.
const ALL: [&str; 9] = ["全部", "均已", "都已", "全都", "全覆盖", "均建", "均设", "均配", "全面建成"];
/// What says that it was not done.
const NOT: [&str; 8] = ["还没有", "没有", "尚未", "仍未", "还未", "未能", "未", "没"];
/// What is done with a thing, once for each place.
const DONE: [&str; 17] = [
    "建成", "建立", "设立", "设置", "设有", "配备", "配齐", "开通", "开设", "上线", "接入", "编制", "制定", "出台",
    "覆盖", "实现", "建",
];
/// What was so before, or is settled since; what is only planned.
const OTHERWISE: [&str; 16] = [
    "上年",
    "去年",
    "上一年",
    "年初",
    "当时",
    "曾",
    "原",
    "已",
    "目前均",
    "计划",
    "将",
    "拟",
    "力争",
    "目标",
    "推进",
    "除",
];
/// So many, and no more.
const ONLY: [&str; 3] = ["仅有", "只有", "仅"];
/// What they are is not named by more characters.
const LONGEST: usize = 6;
/// A thing is not named by fewer characters.
const NAME: usize = 3;

/// Something that some of those counted lack.
struct Lack<'c> {
    count: &'c Count,
    /// 镇街; empty where the text leaves it out.
    whose: &'c str,
    /// 政务公开专区.
    what: &'c str,
}

/// Applies the rule: the first such pair.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    let problems = facts.counted().iter().filter(|said| said.section == PROBLEMS);
    let lacks = problems.flat_map(|said| said.counts.iter().filter_map(Lack::of));
    for lack in lacks {
        let Some((passage, evidence)) = everywhere(facts, &lack) else { continue };
        let here = at(report, PROBLEMS, lack.count);
        let say = Say::default()
            .with("all", passage)
            .with("some", format!("{}{}", here.text, lack.count.tail))
            .at(here)
            .at(evidence);
        found.say(id::N_16, "overdue", "unfinished", say);
        return;
    }
}

impl<'c> Lack<'c> {
    /// `仍有5个镇街没有建成政务公开专区`.
    fn of(count: &'c Count) -> Option<Self> {
        if ONLY.iter().any(|only| count.label.ends_with(only)) {
            return Self::only(count);
        }
        let told = count.label.ends_with('有') && !has_any(&count.label, &OTHERWISE) && count.value > Number::ZERO;
        let (place, not) = NOT.iter().find_map(|not| Some((count.tail.find(not).filter(|_| told)?, not)))?;
        let behind = count.tail.get(place + not.len()..)?;
        let done = DONE.iter().filter(|done| behind.starts_with(**done)).max_by_key(|done| done.len())?;
        let what = behind.get(done.len()..)?.trim_start_matches(['了', '好']);
        let whose = count.tail.get(..place)?;
        let is_named = what.chars().count() >= NAME && !has_any(&count.tail, &OTHERWISE);
        is_named.then_some(Self { count, whose, what })
    }

    /// `目前仅有4个大队设立政务公开栏`: the others have none.
    fn only(count: &'c Count) -> Option<Self> {
        let (place, done) =
            DONE.iter().filter_map(|done| Some((count.tail.find(done)?, done))).min_by_key(|found| found.0)?;
        let what = count.tail.get(place + done.len()..)?.trim_start_matches(['了', '好']);
        let whose = count.tail.get(..place)?;
        let plain = count.exact && count.value > Number::ZERO && !has_any(&count.tail, &OTHERWISE);
        let is_named = what.chars().count() >= NAME && (1..=LONGEST).contains(&whose.chars().count());
        (plain && is_named && !has_any(&count.label, &OTHERWISE)).then_some(Self { count, whose, what })
    }

    /// Does a clause say that all of them have it?
    fn is_denied_by(&self, clause: &str) -> bool {
        // 信息发布工作制度 is no 政务公开工作制度, and 村 is not the 村 of 村务.
        let named = clause.contains(self.what);
        let counted = || ["个", "各", "所有"].iter().any(|word| clause.contains(&format!("{word}{}", self.whose)));
        let is_whose = match self.whose.chars().count() {
            0 => false,
            1 => counted(),
            _ => clause.contains(self.whose),
        };
        let of_them = is_whose && (clause.contains("覆盖") || has_any(clause, &DONE));
        named && of_them && has_any(clause, &ALL) && !has_any(clause, &OTHERWISE_OF_ALL)
    }
}

/// Then it is not said of all as they are.
const OTHERWISE_OF_ALL: [&str; 9] = ["计划", "将", "拟", "力争", "目标", "推进", "上年", "去年", "除"];

/// The clause outside of the problems that says that all have it.
fn everywhere(facts: &Facts<'_>, lack: &Lack<'_>) -> Option<(String, Evidence)> {
    let parts = facts.prose().parts.iter().filter(|part| (1..PROBLEMS).contains(&part.section));
    parts.into_iter().find_map(|part| {
        let ends = |c: char| matches!(c, '，' | '；' | '。' | '\n' | ',');
        let mut start = 0;
        part.text.split_inclusive(ends).find_map(|clause| {
            let place = start..start + clause.trim_end_matches(ends).len();
            start += clause.len();
            let said = lack.is_denied_by(part.get(&place));
            said.then(|| (part.get(&place).to_owned(), part.evidence(&place)))
        })
    })
}
