//! Each number against the cells that say the same: N-01 to N-03, N-05, N-06, N-08 to N-11.

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::agency::sums_up_a_place;
use crate::check::facts::claims::{Claim, Claims, Item, Mark, Metric, Obstacle, Range, Sum, Who, evidence, metrics};
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::{RuleId, id};
use crate::form::Cell;
use crate::report::{Number, Report, Value};
use crate::words::Lang;

/// So many disputes more than twice those of the table are other ones.
const FEW: i64 = 3;

/// Compares every number that has a place in the tables.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, text) = (facts.report(), facts.claims());
    let mut all: Vec<(&Claim, &'static Metric)> = Vec::new();
    let mut joined: Vec<(&Claim, &'static Metric)> = Vec::new();
    for said in &text.sentences {
        for item in &said.items {
            let Some(metric) = item.claim.metric.map(|metric| of_all_ways(report, &item.claim, metric)) else {
                continue;
            };
            // That there was nothing is said of each of them.
            if item.also.is_empty() || item.claim.value.is_zero() {
                all.extend(
                    std::iter::once(metric).chain(item.also.iter().copied()).map(|metric| (&item.claim, metric)),
                );
            } else if !any_agrees(report, &item.claim, std::iter::once(metric).chain(item.also.iter().copied())) {
                joined.push((&item.claim, metric));
            }
        }
        for claim in &said.nothing {
            all.extend(claim.metric.map(|metric| (claim, metric)));
        }
    }
    all.extend(joined);
    let apart = apart(report, text);
    let agreed = agreed(report, &all);
    let mut done: Vec<String> = Vec::new();
    let mut lacking: Vec<RuleId> = Vec::new();
    for &(claim, metric) in &all {
        let place = place(claim, metric);
        if done.contains(&place) || !is_comparable(claim, metric, apart) || is_of_older(claim, metric, text) {
            continue;
        }
        match metric.sums(report.lean.form, &report.lean.cells, claim.who) {
            Ok(sums) if agrees(claim, &sums) || is_plainly_less(claim, metric, &sums, &agreed) => {}
            Ok(sums) if is_for_one_reason(report, claim, metric, &sums) => {}
            Ok(sums) if is_of_more(claim, metric, &sums, text) => {}
            Ok(sums) => {
                say(report, claim, metric, &sums, found);
                done.push(place);
            }
            Err(obstacle) => lack(report, metric, obstacle, &mut lacking, found),
        }
    }
    every(report, text, apart, (&mut done, &mut lacking), found);
}

/// 通过网站收到25件, 书面申请25件, where fewer came in all: then it is held against these.
fn of_all_ways(report: &Report, claim: &Claim, metric: &'static Metric) -> &'static Metric {
    let is_way = &*metric.id == "channel" && claim.range == Range::Exact && claim.who.is_none();
    let received = is_way.then(|| metrics().iter().find(|metric| &*metric.id == "received")).flatten();
    let is_more = |sums: Vec<Sum>| sums.iter().all(|sum| sum.value < claim.value);
    let sums = |received: &&Metric| received.sums(report.lean.form, &report.lean.cells, None).is_ok_and(is_more);
    received.filter(sums).unwrap_or(metric)
}

/// 没有新发生诉讼: those that the text speaks of besides are older ones. 当年新申请4件: beside older ones they are not all.
fn is_of_older(claim: &Claim, metric: &Metric, text: &Claims) -> bool {
    let is_older = |item: &Item| match item.topic {
        Some(topic) if topic.is_dispute() => {
            // 连同上年未结1件.
            let came_over = item.around.near.acts.contains(&"carried_in");
            claim.is_nothing || item.claim.scope.other_time || came_over
        }
        // 往年未结的2件均已审结, behind it.
        _ => claim.is_nothing && item.claim.scope.other_time && item.claim.section == claim.section,
    };
    let mut items = text.sentences.iter().flat_map(|said| &said.items).filter(|item| !item.claim.value.is_zero());
    claim.scope.fresh && is_dispute(metric) && items.any(is_older)
}

/// 县政府系统收到96件，我局收到12件; 复议6件，其中信息公开类2件: the sentence has the number of the table too, as some of those.
fn is_of_more(claim: &Claim, metric: &Metric, sums: &[Sum], text: &Claims) -> bool {
    let said = text.sentences.iter().filter(|said| said.section == claim.section).flat_map(|said| &said.items);
    let beside = said.filter(|item| item.claim.sentence == claim.sentence && item.claim.unit == claim.unit);
    let mut less = beside.filter(|item| item.claim.value < claim.value && !item.claim.value.is_zero());
    less.any(|item| {
        let of_it = item.claim.metric == Some(metric) && item.claim.who == claim.who;
        let of_disclosure = is_dispute(metric) && item.around.near.marks.has(Mark::Info);
        (of_it || of_disclosure) && sums.iter().any(|sum| sum.value == item.claim.value)
    })
}

/// 全部予以公开, 均维持: what must not be in the tables then.
fn rules_out(metric: &Metric) -> &'static [&'static str] {
    match &*metric.id {
        "handled" => &["carried_out"],
        "granted" => &["denied", "unavailable", "declined", "closed"],
        "reconsideration.upheld" => &["reconsideration.corrected"],
        "litigation.upheld" => &["litigation.corrected"],
        "litigation_direct.upheld" => &["litigation_direct.corrected"],
        "litigation_after.upheld" => &["litigation_after.corrected"],
        "disputes.upheld" => &["disputes.corrected"],
        _ => &[],
    }
}

/// 不予公开6件，均因属于行政执法案卷: has the group that many, and others among them?
fn has_other_rows(metric: &Metric, claim: &Claim, row: &[Sum], sum: &impl Fn(&str) -> Option<Vec<Sum>>) -> bool {
    let group = metric.id.split_once('.').filter(|_| !is_dispute(metric)).and_then(|(group, _)| sum(group));
    let first = |sums: &[Sum]| sums.first().map(|sum| sum.value);
    group.is_some_and(|group| first(&group) == Some(claim.value) && first(&group) > first(row))
}

/// Has the table other results of these?
fn some_other(upheld: &Metric, some: &impl Fn(&&str) -> bool) -> bool {
    upheld.id.split_once('.').is_some_and(|(kind, _)| some(&format!("{kind}.other").as_str()))
}

/// What the text says of all of them, where the tables have others.
fn every(
    report: &Report,
    text: &Claims,
    apart: Apart,
    (done, lacking): (&mut Vec<String>, &mut Vec<RuleId>),
    found: &mut Collector<'_>,
) {
    let (form, cells) = (report.lean.form, &report.lean.cells);
    for claim in text.sentences.iter().flat_map(|said| &said.every) {
        let Some(metric) = claim.metric.filter(|metric| is_comparable(claim, metric, apart)) else { continue };
        let sum = |id: &str| metrics().iter().find(|metric| &*metric.id == id)?.sums(form, cells, None).ok();
        let some = |id: &&str| sum(id).is_some_and(|sums| sums.iter().any(|sum| sum.value > Number::ZERO));
        let sums = match metric.sums(form, cells, claim.who) {
            Ok(sums) => sums,
            Err(obstacle) => {
                lack(report, metric, obstacle, lacking, found);
                continue;
            }
        };
        // Some may have been granted in part, and some of those carried over refused.
        let most = sum("disclosed")
            .filter(|_| &*metric.id == "granted")
            .unwrap_or_else(|| sums.iter().take(if is_dispute(metric) { 1 } else { sums.len() }).cloned().collect());
        let enough = most.iter().any(|sum| sum.value >= claim.value);
        let place = place(claim, metric);
        // 全部办结，无结转: one of them is enough.
        let is_told = &*metric.id == "handled"
            && (done.iter().any(|place| place == "carried_out")
                || found.has_said(&[id::T3_14], &claim.evidence(report)));
        if enough || is_told || done.contains(&place) {
            continue;
        }
        if claim.who.is_some() || rules_out(metric).iter().any(some) || has_other_rows(metric, claim, &sums, &sum) {
            say(report, claim, metric, &sums, found);
            done.push(place);
        } else if let Some(first) = sums.first().filter(|_| is_dispute(metric) && some_other(metric, &some)) {
            // Dismissed or withdrawn: upheld in some way, and not in that row.
            let name = |lang| metric.name(lang);
            let say = Say::default().with("metric", name(Lang::Zh)).with("metric_en", name(Lang::En));
            let say = say.with("text", claim.value).with("table", first.value).sides(claim.value, first.value);
            found.say(id::N_09, "all", &place, say.cells(first.cells.iter().copied()).at(claim.evidence(report)));
            done.push(place);
        }
    }
}

/// What some number agrees about: another one below it may be that of a part.
fn agreed(report: &Report, all: &[(&Claim, &'static Metric)]) -> Vec<(&'static Metric, Option<Who>)> {
    let mut agreed = Vec::new();
    for &(claim, metric) in all.iter().filter(|(claim, _)| !claim.scope.other_time) {
        let about = (metric, claim.who);
        if !agreed.contains(&about) && any_agrees(report, claim, std::iter::once(metric)) {
            agreed.push(about);
        }
    }
    agreed
}

fn any_agrees(report: &Report, claim: &Claim, mut metrics: impl Iterator<Item = &'static Metric>) -> bool {
    metrics.any(|metric| match metric.sums(report.lean.form, &report.lean.cells, claim.who) {
        Ok(sums) => agrees(claim, &sums),
        Err(_) => true,
    })
}

/// What the text tells apart and the tables count together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Apart {
    /// What was repealed, and what has lapsed.
    lapsed: bool,
    /// What the agency does not hold, and what does not exist.
    absent: bool,
    /// The tables are those of a whole region: what the text says of the own level is a part.
    own: bool,
}

pub(super) fn apart(report: &Report, text: &Claims) -> Apart {
    let has = |end: &str| text.claims().any(|claim| claim.metric.is_some_and(|metric| metric.id.ends_with(end)));
    Apart {
        lapsed: has(".lapsed"),
        absent: has(".absent"),
        own: sums_up_a_place(&report.lean.head.agency) || sums_up(report, text),
    }
}

/// Do the tables hold the numbers of a region, as the text gives them?
pub(super) fn sums_up(report: &Report, text: &Claims) -> bool {
    text.claims().filter(|claim| claim.scope.region && !claim.scope.other_time && !claim.value.is_zero()).any(|claim| {
        let sums = claim.metric.and_then(|metric| metric.sums(report.lean.form, &report.lean.cells, claim.who).ok());
        sums.is_some_and(|sums| agrees(claim, &sums))
    })
}

/// Does the number speak of what the tables count?
pub(super) fn is_comparable(claim: &Claim, metric: &Metric, apart: Apart) -> bool {
    let scope = claim.scope;
    // 废止30件，宣布失效10件: which of them the table counts is not known.
    let is_part =
        (metric.id.ends_with(".repealed") && apart.lapsed) || (metric.id.ends_with(".not_held") && apart.absent);
    if !metric.is_in_tables()
        || is_part
        || scope.other_matter
        || scope.other_time
        || scope.subset
        || (scope.filed && !is_dispute(metric))
    {
        return false;
    }
    if apart.own { !scope.own } else { !scope.region }
}

pub(super) fn is_dispute(metric: &Metric) -> bool {
    metric.rule == Some(id::N_09)
}

/// Does the number agree with some reading of the tables? Nothing at all is nothing in every reading.
pub(super) fn agrees(claim: &Claim, sums: &[Sum]) -> bool {
    let only_first = claim.value.is_zero() || claim.scope.fresh;
    // A total of 0 beside numbers makes two sums of the same cells.
    let counts = |sum: &&Sum| !only_first || sums.first().is_some_and(|first| first.cells == sum.cells);
    sums.iter().filter(counts).any(|sum| within(claim, sum.value))
}

fn within(claim: &Claim, table: Number) -> bool {
    let double = |number: Number| number.checked_add(number).unwrap_or(number);
    match claim.range {
        Range::Exact => claim.value == table,
        Range::AtLeast => table >= claim.value && table <= double(claim.value),
        Range::About => table <= double(claim.value) && double(table) >= claim.value,
    }
}

fn twice_and(number: Number, more: i64) -> Number {
    number.checked_add(number).and_then(|double| double.checked_add(Number::int(more))).unwrap_or(number)
}

/// A number below the table's may be that of a part: of one kind of requests, of other cases than these.
fn is_plainly_less(claim: &Claim, metric: &'static Metric, sums: &[Sum], agreed: &[(&Metric, Option<Who>)]) -> bool {
    let Some(largest) = sums.iter().map(|sum| sum.value).max() else { return true };
    if is_dispute(metric) && !claim.scope.about_disclosure && claim.value > largest {
        // All cases of the agency, or of others before it, not only those about disclosure.
        let far_more = twice_and(largest, FEW) < claim.value;
        return (far_more && !claim.scope.befell) || claim.scope.filed || claim.scope.unknown > 2;
    }
    let elsewhere = agreed.contains(&(metric, claim.who));
    let narrower = claim.scope.unknown > 2 || claim.scope.recalled || claim.scope.own;
    claim.value < largest && !claim.is_nothing && (claim.scope.unknown > 6 || (elsewhere && narrower))
}

/// 因第三方不同意公开，不予公开1件；属于查询事项的1件: fewer than in the table, for a reason that is given; others may have another.
fn is_for_one_reason(report: &Report, claim: &Claim, metric: &Metric, sums: &[Sum]) -> bool {
    let has_reasons = matches!(&*metric.id, "denied" | "unavailable" | "declined" | "closed" | "partial");
    let less = sums.iter().any(|sum| claim.value < sum.value) && !claim.value.is_zero();
    has_reasons && less && {
        let before = evidence(report, claim.section, claim.sentence.0, claim.start).text;
        let part = before.rsplit(['；', ';', '。']).next().unwrap_or_default();
        let part = part.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
        has_any(part, &["因", "由于", "属于", "涉及", "鉴于"])
    }
}

/// A cell that cannot be read is said once for each rule.
fn lack(report: &Report, metric: &Metric, obstacle: Obstacle, said: &mut Vec<RuleId>, found: &mut Collector<'_>) {
    let (Some(rule), Obstacle::NoNumber(cells)) = (metric.rule, obstacle) else { return };
    if said.contains(&rule) {
        return;
    }
    said.push(rule);
    let missing: Vec<Cell> =
        cells.iter().copied().filter(|&cell| report.lean.cells.get(cell) == Value::Missing).collect();
    found.unchecked(
        rule,
        if missing.is_empty() { WhyUnchecked::NoNumber(cells) } else { WhyUnchecked::Missing(missing) },
    );
}

fn say(report: &Report, claim: &Claim, metric: &'static Metric, sums: &[Sum], found: &mut Collector<'_>) {
    let Some(rule) = metric.rule else { return };
    let Some(first) = best(claim, sums) else { return };
    let evidence = claim.evidence(report);
    let say = Say::default()
        .with("metric", name(claim, metric, Lang::Zh))
        .with("metric_en", name(claim, metric, Lang::En))
        .with("text", claim.value)
        .with("table", first.value)
        .with("quote", &evidence.text)
        .sides(claim.value, first.value)
        .cells(first.cells.iter().copied())
        .at(evidence);
    let say = match claim.who {
        Some(who) => say.with("who", who.name(Lang::Zh)).with("who_en", who.name(Lang::En)),
        None => say,
    };
    let place = place(claim, metric);
    // All cases of the agency, perhaps, not only those about disclosure.
    let all_cases = !claim.scope.about_disclosure && sums.iter().all(|sum| claim.value > sum.value);
    let narrowed = is_dispute(metric) && (all_cases || claim.scope.filed || claim.scope.fresh || claim.scope.concluded);
    let all_zero = sums.iter().all(|sum| sum.value.is_zero());
    if claim.value.is_zero() && first.value > Number::ZERO {
        // Cases of the years before may be in the tables.
        let of_new = claim.scope.fresh && is_dispute(metric);
        found.say(id::N_08, if of_new { "none_scope" } else { "none" }, &place, say);
    } else if all_zero {
        let weak = narrowed || matches!(rule, id::N_10 | id::N_11);
        found.say(id::N_08, if weak { "some_scope" } else { "some" }, &place, say);
    } else if rule == id::N_01 && sums.iter().any(|sum| sum.value == claim.value) {
        found.say(rule, "carried", &place, say);
    } else if rule == id::N_01 && (sums.iter().all(|sum| sum.value == first.value) || claim.scope.fresh) {
        found.say(rule, "sure", &place, say);
    } else if rule == id::N_09 && narrowed {
        found.say(rule, "scope", &place, say);
    } else {
        found.say(rule, "differs", &place, say);
    }
}

/// The metric's, which is not always the claim's first.
fn place(claim: &Claim, metric: &'static Metric) -> String {
    Claim { metric: Some(metric), ..claim.clone() }.place()
}

/// The reading to show: a statement of nothing is shown against a cell that has something.
pub(super) fn best<'a>(claim: &Claim, sums: &'a [Sum]) -> Option<&'a Sum> {
    let some = sums.iter().find(|sum| !sum.value.is_zero());
    if claim.value.is_zero() { some.or(sums.first()) } else { sums.first() }
}

/// `予以公开（自然人）`.
fn name(claim: &Claim, metric: &Metric, lang: Lang) -> String {
    match claim.who {
        Some(who) => format!("{}（{}）", metric.name(lang), who.name(lang)),
        None => metric.name(lang).to_owned(),
    }
}
