//! Sums within the text: N-04, N-07, N-12.

mod division;
mod list;

use std::collections::HashMap;

use crate::base::glance::has_any;
use crate::check::facts::Facts;
use crate::check::facts::claims::{Claim, Class, Item, Mark, SentenceClaims, Topic, Who, evidence, metrics};
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::{RuleId, id};
use crate::report::{Number, Report};

use division::Division;
use list::{List, lists};

pub(super) use list::is_plain;

use super::balance;

/// So many findings of this kind are said of one report: each takes a walk through the text, and more say nothing more.
const MOST: usize = 200;

/// Tells findings of one rule at one place apart, in the order of the text.
#[derive(Default)]
struct Places(HashMap<(RuleId, String), usize>);

impl Places {
    /// Have enough been said?
    fn is_full(&self) -> bool {
        self.0.values().sum::<usize>() >= MOST
    }

    fn next(&mut self, rule: RuleId, place: String) -> String {
        let count = self.0.entry((rule, place.clone())).or_default();
        *count += 1;
        if *count == 1 { place } else { format!("{place}#{count}") }
    }
}

/// Applies these rules.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, text) = (facts.report(), facts.claims());
    balance::check(report, text, found);
    let mut places = Places::default();
    for said in text.sentences.chunk_by(|_, next| next.continues) {
        if places.is_full() {
            let section = said.first().map_or(1, |first| first.section);
            for rule in [id::N_04, id::N_07, id::N_12] {
                found.unchecked(rule, WhyUnchecked::TooLong(section));
            }
            break;
        }
        let items: Vec<&Item> = said.iter().flat_map(|said| &said.items).collect();
        for list in lists(&items) {
            for division in Division::ALL {
                judge(report, &items, &list, division, &mut places, found);
            }
        }
        for said in said {
            before_total(report, said, &mut places, found);
            both_together(report, said, &mut places, found);
        }
    }
}

/// `网站60条、新媒体20条，共计80条`.
fn before_total(report: &Report, said: &SentenceClaims, places: &mut Places, found: &mut Collector<'_>) {
    let items = &said.items;
    for (index, total) in items.iter().enumerate() {
        let is_total = total.around.near.marks.has(Mark::Total)
            && total.around.near.acts.is_empty()
            && !total.around.near.marks.has(Mark::Medium)
            && total.around.near.unknown + total.around.lead == 0
            && !total.around.starts;
        if !is_total || !is_plain(total) || total.claim.metric.is_none_or(|metric| &*metric.id != "published") {
            continue;
        }
        let mut parts: Vec<(&Item, Division)> = Vec::new();
        for item in items.iter().take(index).rev() {
            let fits = is_plain(item) && item.claim.unit == total.claim.unit && !item.marks.has(Mark::Total);
            match Division::of(item, total).filter(|_| fits) {
                Some(division) => parts.push((item, division)),
                None => break,
            }
            if item.around.starts {
                break;
            }
        }
        parts.reverse();
        // Some of them may be parts of another total: any of them from some place on may be meant.
        let suffix =
            (0..parts.len()).any(|from| add(parts.get(from..).unwrap_or_default().iter()) == Some(total.claim.value));
        let alike = parts.iter().all(|(_, division)| *division == Division::Medium);
        if parts.len() >= 2 && !suffix && alike {
            say(report, total, &parts, Division::Medium, places, found);
        }
    }
}

/// `新收65件，上年结转4件，两项合计70件`: no two of the numbers before come to it.
fn both_together(report: &Report, said: &SentenceClaims, places: &mut Places, found: &mut Collector<'_>) {
    for (index, total) in said.items.iter().enumerate().filter(|(_, item)| item.around.near.marks.has(Mark::Both)) {
        let fits = |item: &&Item| is_plain(item) && item.claim.unit == total.claim.unit;
        let before: Vec<&Item> = said.items.iter().take(index).filter(fits).collect();
        let open = said.items.iter().take(index).any(|item| item.class == Class::Count && !is_plain(item));
        let outside: Vec<&Item> = before.iter().copied().filter(|item| !item.around.bracketed).collect();
        let (false, [.., first, second]) = (open || !is_plain(total), outside.as_slice()) else { continue };
        let holds = before.iter().enumerate().any(|(at, one)| {
            let others = before.get(at + 1..).unwrap_or_default();
            others.iter().any(|other| one.claim.value.checked_add(other.claim.value) == Some(total.claim.value))
        });
        if !holds {
            let parts = [(*first, Division::Content), (*second, Division::Content)];
            say(report, total, &parts, Division::Content, places, found);
        }
    }
}

/// The sum of some parts.
fn add<'a>(mut parts: impl Iterator<Item = &'a (&'a Item, Division)>) -> Option<Number> {
    parts.try_fold(Number::ZERO, |sum, (item, _)| sum.checked_add(item.claim.value))
}

/// The parts of one kind: more than the total, or short of it where they are all.
fn judge(
    report: &Report,
    items: &[&Item],
    list: &List<'_>,
    division: Division,
    places: &mut Places,
    found: &mut Collector<'_>,
) {
    let mut same: Vec<(&Item, Division)> = list.parts.iter().copied().filter(|(_, kind)| *kind == division).collect();
    without_groups(&mut same);
    let Some(sum) = add(same.iter()).filter(|_| same.len() >= 2) else { return };
    let mut totals = totals(items, list.total);
    // Parts that come to what the table has are parts of that, whatever was counted in between.
    if list.total.topic == Some(Topic::Request) && list.total.claim.sentence != same_sentence(&same) {
        totals.extend(of_table(report));
    }
    let alone = same.len() == list.parts.len();
    // 主动公开9件、有解读8件: a document has several attributes, and is counted with each.
    let overlaps = division == Division::Content && list.total.topic != Some(Topic::Publication);
    let complete = match division {
        Division::Who => is_everyone(report, list, &same),
        Division::Channel | Division::Dispute => alone,
        Division::Outcome => list.is_whole && list.total.marks.has(Mark::Each),
        Division::Content if overlaps => list.is_told && alone,
        Division::Medium | Division::Content => list.is_whole && alone,
        Division::Author => false,
    };
    let most = totals.iter().max().copied().unwrap_or(list.total.claim.value);
    let exceeds = sum > most && (complete || !overlaps);
    // 部分内容同步发布: one item in several places.
    if exceeds && division == Division::Medium && is_shared(report, list.total, found) {
        return;
    }
    if exceeds || (complete && !list.is_open && !totals.contains(&sum)) {
        say(report, list.total, &same, division, places, found);
    }
}

/// Where the first of the parts stands.
fn same_sentence(parts: &[(&Item, Division)]) -> (usize, usize) {
    parts.first().map_or((0, 0), |(item, _)| item.claim.sentence)
}

/// How many requests came, and were dealt with, by the table.
fn of_table(report: &Report) -> Vec<Number> {
    let (form, cells) = (report.lean.form, &report.lean.cells);
    let of_all = metrics().iter().filter(|metric| matches!(&*metric.id, "received" | "received_all" | "handled"));
    of_all.filter_map(|metric| metric.sums(form, cells, None).ok()).flatten().map(|sum| sum.value).collect()
}

/// Does the sentence say that some were published in several places?
fn is_shared(report: &Report, total: &Item, found: &Collector<'_>) -> bool {
    let (start, end) = total.claim.sentence;
    let text = evidence(report, total.claim.section, start, end).text;
    has_any(&text, found.profile.words(id::N_12, "shared"))
}

/// Do these applicants make up all? Those do that name every column in which the table has any.
fn is_everyone(report: &Report, list: &List<'_>, same: &[(&Item, Division)]) -> bool {
    let has = |wanted: Who| same.iter().any(|(item, _)| item.claim.who == Some(wanted));
    let none = |column: &str| {
        let cell = report.lean.form.cell(&format!("requests/new/{column}"));
        cell.and_then(|cell| report.lean.cells.get(cell).number()).is_some_and(Number::is_zero)
    };
    let kinds = [
        ("business", Some(Who::Business)),
        ("research", Some(Who::Research)),
        ("welfare", Some(Who::Welfare)),
        ("legal", Some(Who::Legal)),
        ("other", None),
    ];
    let named = |(column, who): (&str, Option<Who>)| who.is_some_and(has) || none(column);
    let any = kinds.iter().any(|(_, who)| who.is_some_and(has));
    list.total.claim.metric.is_some()
        && has(Who::Natural)
        && (has(Who::Organisation) || (any && kinds.into_iter().all(named)))
}

/// What the parts may come to: the total before them; of requests also another one that was stated with it, and what
/// came without or with those carried over.
fn totals(items: &[&Item], total: &Item) -> Vec<Number> {
    let mut totals = vec![total.claim.value];
    if total.topic != Some(Topic::Request) {
        return totals;
    }
    let plain = |item: &&&Item| item.topic == Some(Topic::Request) && item.claim.who.is_none() && is_plain(item);
    let is = |item: &Item, coming: bool| {
        item.claim.metric.is_some_and(|metric| match coming {
            true => metric.is_of_coming() && &*metric.id != "channel",
            false => &*metric.id == "carried_in",
        })
    };
    // What was handled of them comes behind, and is no total of theirs.
    let before = |item: &&&Item| item.claim.start <= total.claim.start;
    let values = |item: &&Item| item.claim.value;
    let coming: Vec<Number> =
        items.iter().filter(plain).filter(before).filter(|item| is(item, true)).map(values).collect();
    let carried: Vec<Number> = items.iter().filter(plain).filter(|item| is(item, false)).map(values).collect();
    for &value in &coming {
        totals.push(value);
        totals.extend(carried.iter().filter_map(|&carried| value.checked_add(carried)));
        totals.extend(carried.iter().filter_map(|&carried| value.checked_sub(carried)));
    }
    totals
}

/// 不予公开3件 and its 国家秘密1件 are not added; nor are 法人 and its 企业.
fn without_groups(parts: &mut Vec<(&Item, Division)>) {
    let ids: Vec<Option<&str>> = parts.iter().map(|(item, _)| item.claim.metric.map(|metric| &*metric.id)).collect();
    let has_all = parts.iter().any(|(item, _)| item.claim.who == Some(Who::Organisation));
    parts.retain(|(item, _)| {
        let id = item.claim.metric.map_or("", |metric| &*metric.id);
        let group = id.split_once('.').map(|(group, _)| group);
        let in_group = group.is_some_and(|group| ids.contains(&Some(group)));
        let in_all = has_all && !matches!(item.claim.who, None | Some(Who::Natural | Who::Organisation));
        !in_group && !in_all
    });
}

fn say(
    report: &Report,
    total: &Item,
    parts: &[(&Item, Division)],
    division: Division,
    places: &mut Places,
    found: &mut Collector<'_>,
) {
    let Some(sum) = add(parts.iter()) else { return };
    let (rule, place) = match division {
        Division::Channel => (id::N_07, "channels".to_owned()),
        _ if total.topic == Some(Topic::Publication) => (id::N_12, format!("published/{}", total.claim.section)),
        _ => (id::N_04, format!("parts/{}", total.claim.place())),
    };
    let place = places.next(rule, place);
    let claims = parts.iter().map(|(item, _)| &item.claim);
    let say = parts_say(report, &total.claim, claims, sum);
    found.say(rule, "parts", &place, say);
}

/// Total and parts, from the first to the last of them.
pub(in crate::check) fn parts_say<'a>(
    report: &Report,
    total: &Claim,
    parts: impl Iterator<Item = &'a Claim> + Clone,
    sum: Number,
) -> Say {
    let list: Vec<String> = parts.clone().map(|claim| claim.value.to_string()).collect();
    let start = parts.clone().map(|claim| claim.start).min().unwrap_or(total.start).min(total.start);
    let end = parts.map(|claim| claim.end).max().unwrap_or(total.end).max(total.end);
    Say::default()
        .with("total", total.value)
        .with("parts", list.join("＋"))
        .with("sum", sum)
        .sides(total.value, sum)
        .at(evidence(report, total.section, start, end))
}
