//! Sums within the text: N-04, N-07, N-12.

use std::collections::HashMap;

use crate::check::facts::Facts;
use crate::check::facts::claims::{
    Around, Claim, Claims, Class, Item, Mark, Range, SentenceClaims, Topic, Who, evidence,
};
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::{RuleId, id};
use crate::form::Form;
use crate::report::{Cells, Number, Report};

/// What divides a total: parts of different kinds are not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Division {
    Who,
    Channel,
    Outcome,
    Medium,
    Content,
}

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
    balance(report, text, found);
    channels(report, text, found);
    let mut places = Places::default();
    for said in &text.sentences {
        if places.is_full() {
            found.unchecked(id::N_04, WhyUnchecked::TooLong(said.section));
            break;
        }
        after_total(report, said, &mut places, found);
        before_total(report, said, &mut places, found);
    }
}

/// What part of its total a number is; `None` where it is none.
fn division(item: &Item, total: &Item) -> Option<Division> {
    let near = item.around.near.marks.with(item.around.right.marks);
    let id = item.claim.metric.map(|metric| &*metric.id);
    let is_request = total.topic == Some(Topic::Request);
    if item.claim.who.is_some() && id == Some("applicants") {
        return is_request.then_some(Division::Who);
    }
    match id {
        Some("channel") => is_request.then_some(Division::Channel),
        Some("published") | None => {
            let is_published = total.topic == Some(Topic::Publication)
                && matches!(item.topic, None | Some(Topic::Publication | Topic::Foreign));
            let kind = if near.has(Mark::Medium) { Division::Medium } else { Division::Content };
            is_published.then_some(kind)
        }
        Some("received" | "handled" | "processed" | "answered" | "carried_in" | "carried_out" | "received_all") => None,
        Some(_) => {
            let same = item.topic == total.topic && (is_request || total.topic.is_some_and(Topic::is_dispute));
            (same && item.claim.metric != total.claim.metric).then_some(Division::Outcome)
        }
    }
}

/// May this number be added?
fn is_plain(item: &Item) -> bool {
    let near = item.around.near.marks;
    item.class == Class::Count
        && item.claim.range == Range::Exact
        && !item.claim.is_joined
        && !item.claim.scope.other_time
        && !near.has(Mark::Up)
        && !near.has(Mark::Down)
        && !near.has(Mark::Versus)
        && !near.has(Mark::Share)
        && !near.has(Mark::LastYear)
}

fn begins_parts(around: &Around) -> bool {
    around.near.marks.has(Mark::Part) || around.far.marks.has(Mark::Part)
}

/// `51件，其中予以公开8件、…`.
fn after_total(report: &Report, said: &SentenceClaims, places: &mut Places, found: &mut Collector<'_>) {
    let items = &said.items;
    for (index, total) in items.iter().enumerate() {
        let Some(rest) = items.get(index + 1..) else { continue };
        if !rest.first().is_some_and(|item| begins_parts(&item.around))
            || !is_plain(total)
            || total.claim.metric.is_none()
        {
            continue;
        }
        let is_exhaustive = rest.first().is_some_and(|item| item.marks.has(Mark::Each));
        let mut parts: Vec<(&Item, Division)> = Vec::new();
        for (position, item) in rest.iter().enumerate() {
            let ends = position > 0 && (begins_parts(&item.around) || item.around.starts || item.around.inside);
            if ends || !is_plain(item) || item.claim.unit != total.claim.unit || item.marks.has(Mark::Total) {
                break;
            }
            let Some(division) = division(item, total) else { break };
            parts.push((item, division));
        }
        judge(report, total, &parts, is_exhaustive, places, found);
    }
}

/// `网站60条、新媒体20条，共计80条`.
fn before_total(report: &Report, said: &SentenceClaims, places: &mut Places, found: &mut Collector<'_>) {
    let items = &said.items;
    for (index, total) in items.iter().enumerate() {
        let is_total = total.around.near.marks.has(Mark::Total)
            && total.around.near.acts.is_empty()
            && !total.around.near.marks.has(Mark::Medium)
            && total.around.near.unknown == 0
            && !total.around.starts;
        if !is_total || !is_plain(total) || total.claim.metric.is_none_or(|metric| &*metric.id != "published") {
            continue;
        }
        let mut parts: Vec<(&Item, Division)> = Vec::new();
        for item in items.iter().take(index).rev() {
            let fits = is_plain(item) && item.claim.unit == total.claim.unit && !item.marks.has(Mark::Total);
            match division(item, total).filter(|_| fits) {
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
            say(report, total, &parts, places, found);
        }
    }
}

/// The sum of some parts.
fn add<'a>(mut parts: impl Iterator<Item = &'a (&'a Item, Division)>) -> Option<Number> {
    parts.try_fold(Number::ZERO, |sum, (item, _)| sum.checked_add(item.claim.value))
}

fn judge(
    report: &Report,
    total: &Item,
    parts: &[(&Item, Division)],
    exhaustive: bool,
    places: &mut Places,
    found: &mut Collector<'_>,
) {
    for division in [Division::Who, Division::Outcome, Division::Medium, Division::Content] {
        let mut same: Vec<(&Item, Division)> = parts.iter().copied().filter(|(_, kind)| *kind == division).collect();
        without_groups(&mut same);
        let Some(sum) = add(same.iter()).filter(|_| same.len() >= 2) else { continue };
        let has = |wanted: Who| same.iter().any(|(item, _)| item.claim.who == Some(wanted));
        let complete = match division {
            Division::Who => has(Who::Natural) && has(Who::Organisation),
            Division::Outcome => exhaustive,
            Division::Medium | Division::Content => exhaustive && same.len() == parts.len(),
            Division::Channel => false,
        };
        let open = parts.iter().any(|(item, _)| item.around.right.marks.has(Mark::Etc));
        if sum > total.claim.value || (complete && !open && sum < total.claim.value) {
            say(report, total, &same, places, found);
        }
    }
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

fn say(report: &Report, total: &Item, parts: &[(&Item, Division)], places: &mut Places, found: &mut Collector<'_>) {
    let Some(sum) = add(parts.iter()) else { return };
    let (rule, place) = match total.topic {
        Some(Topic::Publication) => (id::N_12, format!("published/{}", total.claim.section)),
        _ => (id::N_04, format!("parts/{}", total.claim.place())),
    };
    let place = places.next(rule, place);
    found.say(rule, "parts", &place, parts_say(report, &total.claim, parts.iter().map(|(item, _)| &item.claim), sum));
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

/// `线上申请1件，信函申请4件` against what was received: in the text, or in table 3. The first list that does not fit.
fn channels(report: &Report, text: &Claims, found: &mut Collector<'_>) {
    let totals: Vec<&Claim> = text.claims().filter(|claim| is_total(claim)).collect();
    let mut known: Vec<Number> = totals.iter().map(|claim| claim.value).collect();
    known.extend(table_totals(report.lean.form, &report.lean.cells));
    known.sort_unstable();
    for said in &text.sentences {
        let Some((parts, sum)) = channel_parts(said) else { continue };
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { continue };
        // The last total before the list, or the first after it.
        let at = totals.partition_point(|claim| (claim.section, claim.start) < (first.section, first.start));
        let before = at.checked_sub(1).and_then(|before| totals.get(before));
        let Some(total) = before.or_else(|| totals.get(at)) else { continue };
        if total.range != Range::Exact || known.binary_search(&sum).is_ok() {
            continue;
        }
        let list: Vec<String> = parts.iter().map(|claim| claim.value.to_string()).collect();
        let say = Say::default()
            .with("total", total.value)
            .with("parts", list.join("＋"))
            .with("sum", sum)
            .sides(sum, total.value)
            .at(evidence(report, said.section, first.start, last.end))
            .at(total.evidence(report));
        found.say(id::N_07, "parts", "channels", say);
        return;
    }
}

fn is_total(claim: &Claim) -> bool {
    let known =
        claim.metric.is_some_and(|metric| matches!(&*metric.id, "received" | "received_all" | "processed" | "handled"));
    known && !is_scoped(claim)
}

/// Not of the whole agency, or not of this year.
fn is_scoped(claim: &Claim) -> bool {
    let scope = claim.scope;
    scope.region || scope.own || scope.subset || scope.other_time
}

/// The channels that a sentence lists, if it may be all of them, and their sum.
fn channel_parts(said: &SentenceClaims) -> Option<(Vec<&Claim>, Number)> {
    let is_channel = |item: &&Item| item.claim.metric.is_some_and(|metric| &*metric.id == "channel");
    let items: Vec<&Item> = said.items.iter().filter(is_channel).collect();
    let open = |item: &&Item| {
        let right = item.around.right.marks;
        !is_plain(item) || right.has(Mark::Etc) || is_scoped(&item.claim) || item.around.near.unknown > 4
    };
    if items.len() < 2 || items.iter().any(open) {
        return None;
    }
    let sum = items.iter().try_fold(Number::ZERO, |sum, item| sum.checked_add(item.claim.value))?;
    Some((items.into_iter().map(|item| &item.claim).collect(), sum))
}

/// What table 3 gives as received: without and with those carried over; and handled.
fn table_totals(form: &Form, cells: &Cells) -> Vec<Number> {
    let at = |row: &str| form.cell(&format!("requests/{row}/total")).and_then(|cell| cells.get(cell).number());
    let sum = at("new").zip(at("carried_in")).and_then(|(new, before)| new.checked_add(before));
    [at("new"), sum, at("handled")].into_iter().flatten().collect()
}

/// Received and carried over must be what was handled and carried on, by the text alone.
fn balance(report: &Report, text: &Claims, found: &mut Collector<'_>) {
    for paragraph in text.sentences.chunk_by(|first, second| first.paragraph == second.paragraph) {
        let said = paragraph.iter().flat_map(|said| said.items.iter().map(|item| &item.claim).chain(&said.nothing));
        let claims: Vec<&Claim> = said.filter(|claim| claim.metric.is_some()).collect();
        if let Some((case, say)) = unbalanced(report, &claims) {
            found.say(id::N_04, case, "balance", say);
            return;
        }
    }
}

fn unbalanced(report: &Report, claims: &[&Claim]) -> Option<(&'static str, Say)> {
    let only = |id: &str| only(claims, id);
    let (received, carried_in, carried_out) =
        (only("received").ok()?, only("carried_in").ok()?, only("carried_out").ok()?);
    let (handled, all) = (only("handled").ok()?, only("received_all").ok()?);
    let (received, handled, carried_out) = (all.or(received)?, handled?, carried_out?);
    let including = all.is_some() || received.scope.including;
    let right = handled.value.checked_add(carried_out.value)?;
    let places = [Some(received), carried_in, Some(handled), Some(carried_out)];
    let start = places.iter().flatten().map(|claim| claim.start).min()?;
    let end = places.iter().flatten().map(|claim| claim.end).max()?;
    let say = Say::default()
        .with("received", received.value)
        .with("handled", handled.value)
        .with("carried_out", carried_out.value)
        .with("right", right)
        .at(evidence(report, received.section, start, end));
    match carried_in.filter(|_| !including) {
        Some(carried_in) => {
            let left = received.value.checked_add(carried_in.value)?;
            // 收到 may already include what was carried over.
            let holds = left == right || (!received.scope.fresh && received.value == right);
            let say = say.with("carried_in", carried_in.value).with("left", left).sides(left, right);
            (!holds).then_some(("balance", say))
        }
        None => {
            let left = received.value;
            (left > right).then(|| ("exceeds", say.with("left", left).sides(left, right)))
        }
    }
}

/// The one claim about a metric; an error where there are several that differ, or one that cannot be added.
fn only<'a>(claims: &[&'a Claim], id: &str) -> Result<Option<&'a Claim>, ()> {
    let mut known: Option<&'a Claim> = None;
    for &claim in claims {
        if claim.metric.is_none_or(|metric| &*metric.id != id) || claim.who.is_some() {
            continue;
        }
        let scope = claim.scope;
        let plain = claim.range == Range::Exact && !claim.is_joined && scope.unknown <= 6;
        if !plain
            || scope.other_time
            || scope.own
            || scope.subset
            || known.is_some_and(|before| before.value != claim.value)
        {
            return Err(());
        }
        known = Some(claim);
    }
    Ok(known)
}
