//! Shares whose numbers only the table gives: 科研机构占比37.6%, 予以公开占40%.

use crate::base::glance::{has_any, replace_each};
use crate::check::facts::Facts;
use crate::check::facts::claims::{Metric, Who, metrics};
use crate::check::facts::counts::Count;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::words::Lang;

use super::super::units::{share_holds, two_places};
use super::at;

/// So many numbers of its sentence are looked at beside a share.
const OWN: usize = 50;

/// What a share is of: applicants of one kind, or requests that ended in one way.
type Of = (&'static Metric, Option<Who>);

/// Applies the rule: the first share of each kind that does not follow.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    let sums = |(metric, who): Of| metric.sums(report.lean.form, &report.lean.cells, who).unwrap_or_default();
    let values = |of| sums(of).into_iter().map(|sum| sum.value.as_int()).collect::<Option<Vec<i64>>>();
    let Some(all) = metric("applicants").map(|metric| (metric, None)) else { return };
    let mut done: Vec<String> = Vec::new();
    for said in facts.counted() {
        for share in said.counts.iter().filter(|share| share.is_share() && share.exact) {
            let Some(of) = of(share) else { continue };
            let Some((parts, wholes)) = values(of).zip(values(all)) else { continue };
            let (Some(&part), Some(&whole)) = (parts.first(), wholes.first()) else { continue };
            // The sentence may measure it by numbers of its own.
            let numbers = said.counts.iter().filter(|count| !count.is_share()).filter_map(|c| c.value.as_int());
            let own: Vec<i64> = numbers.take(OWN).collect();
            let holds = |part: i64, whole: i64| share_holds(share.value, part, whole) != Some(false);
            // Each reading has its own whole, where there are as many.
            let alike = parts.len() == wholes.len();
            let fits = |at: usize, part: i64| {
                wholes.iter().enumerate().any(|(other, &whole)| (!alike || at == other) && holds(part, whole))
                    || own.iter().any(|&whole| holds(part, whole))
            };
            let by_own = |part: &i64| own.iter().chain(&wholes).any(|&whole| whole >= *part && holds(*part, whole));
            let place = format!("{}/{}", of.0.id, of.1.map_or("all", Who::id));
            let follows = parts.iter().enumerate().any(|(at, &part)| fits(at, part)) || own.iter().any(by_own);
            if follows || whole <= 0 || done.contains(&place) {
                continue;
            }
            let name = |lang| of.1.map_or_else(|| of.0.name(lang), |who| who.name(lang));
            let say = Say::default()
                .with("who", name(Lang::Zh))
                .with("who_en", name(Lang::En))
                .with("rate", share.value)
                .with("part", part)
                .with("whole", whole)
                .with("actual", two_places(part, whole))
                .cells(sums(of).into_iter().chain(sums(all)).flat_map(|sum| sum.cells))
                .at(at(report, said.section, share));
            found.say(id::N_14, "table", &format!("table/{place}"), say);
            done.push(place);
        }
    }
}

fn metric(id: &str) -> Option<&'static Metric> {
    metrics().iter().find(|metric| &*metric.id == id)
}

/// What says only that it is a share of all requests.
const OF_ALL: [(&str, &str); 12] = [
    ("新收", ""),
    ("收到", ""),
    ("申请", ""),
    ("办结", ""),
    ("总数", ""),
    ("总量", ""),
    ("全部", ""),
    ("件数", ""),
    ("的", ""),
    ("比", ""),
    ("为", ""),
    ("达", ""),
];

/// What it is a share of, by the words before it: 申请人中科研机构占比.
fn of(share: &Count) -> Option<Of> {
    const WHO: [(&str, Who); 8] = [
        ("自然人", Who::Natural),
        ("公民", Who::Natural),
        ("商业企业", Who::Business),
        ("企业", Who::Business),
        ("科研机构", Who::Research),
        ("社会公益组织", Who::Welfare),
        ("法律服务机构", Who::Legal),
        ("律师事务所", Who::Legal),
    ];
    const HOW: [(&str, &str); 5] = [
        ("不予公开", "denied"),
        ("部分公开", "partial"),
        ("予以公开", "granted"),
        ("无法提供", "unavailable"),
        ("不予处理", "declined"),
    ];
    const MAYBE: [&str; 2] = ["企业", "公民"];
    const NARROW: [&str; 9] = ["去年", "上年", "同期", "和", "及", "、", "或", "其他", "全市"];
    let label = share.label.as_str();
    let (name, behind) = label.split_once('占')?;
    // 占新收申请总数的, 占比为.
    let whole = replace_each(behind, &OF_ALL).is_empty();
    if !whole || has_any(label, &NARROW) {
        return None;
    }
    let name = name.trim_end_matches(['类', '的', '件']).trim_end_matches("申请").trim_end_matches("提出的");
    // 民营企业 are no applicants, unless it is said that they asked.
    let is_bare = |word: &str| name == word || !MAYBE.contains(&word) || share.words().contains("申请");
    let who = WHO.iter().find(|(word, _)| name.ends_with(word)).filter(|(word, _)| is_bare(word));
    if let Some((_, who)) = who {
        return Some((metric("applicants")?, Some(*who)));
    }
    let (_, id) = HOW.iter().find(|(word, _)| name.ends_with(word))?;
    Some((metric(id)?, None))
}
