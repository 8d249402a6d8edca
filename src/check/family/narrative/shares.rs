//! Shares of one whole that come to more than all of it: N-14.

use crate::check::facts::Facts;
use crate::check::facts::claims::{Class, Item, Mark, evidence};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::{Number, Report};

/// What a share is one of: those of different kinds are not added.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Who,
    /// Channels and media: 网站占62%，公告栏等线下方式占12%.
    Way,
    Content,
}

/// Applies the rule to the first list of shares that is too much.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    for said in facts.claims().sentences.chunk_by(|_, next| next.continues) {
        let items: Vec<&Item> = said.iter().flat_map(|said| &said.items).collect();
        for list in lists(report, &items) {
            let Some(sum) = too_much(&list) else { continue };
            let (Some(first), Some(last)) = (list.first(), list.last()) else { continue };
            let parts: Vec<String> = list.iter().map(|item| format!("{}%", item.claim.value)).collect();
            let passage = evidence(report, first.claim.section, first.claim.start, last.claim.end);
            let say = Say::default().with("parts", parts.join("＋")).with("sum", sum).sides(sum, Number::int(100));
            found.say(id::N_14, "shares", "shares", say.at(passage));
            return;
        }
    }
}

/// Shares that follow each other and are of one kind. 其他, and all of it, end a list.
fn lists<'a>(report: &Report, items: &[&'a Item]) -> Vec<Vec<&'a Item>> {
    let mut lists: Vec<Vec<&Item>> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, item) in items.iter().enumerate() {
        let goes_on = at.checked_sub(1) == last && last.is_some() && is_next(report, item);
        if !(is_share(item) || goes_on) {
            continue;
        }
        let list = lists.last_mut().filter(|list| {
            let whole = list.len() > 1 && (list.last().is_some_and(|last| is_rest(last)) || is_all(list));
            let fits = list.first().is_some_and(|first| is_rest(item) || is_bare(item) || kind(first) == kind(item));
            fits && !whole && !begins(item) && !item.around.starts
        });
        match list {
            Some(list) => list.push(item),
            None => lists.push(vec![item]),
        }
        last = Some(at);
    }
    lists
}

/// 占45%.
fn is_share(item: &Item) -> bool {
    let near = item.around.near.marks;
    let other = [Mark::Up, Mark::Down, Mark::Versus, Mark::Rate].iter().any(|&mark| near.has(mark));
    item.class == Class::Percent && near.has(Mark::Portion) && !other && !item.claim.scope.other_time
}

/// 自然人占60%、企业30%: one more of the same, and no rate of its own.
fn is_next(report: &Report, item: &Item) -> bool {
    const LENGTH: usize = 8;
    let near = item.around.near.marks;
    let other =
        [Mark::Up, Mark::Down, Mark::Versus, Mark::Rate, Mark::Share, Mark::Total].iter().any(|&mark| near.has(mark));
    let start = item.claim.start;
    let before = || evidence(report, item.claim.section, start.saturating_sub(LENGTH), start).text;
    let is_named = |text: &str| text.contains(['率', '度', '比', '增', '减', '升', '降', '超', '约', '近']);
    let clause = |text: &str| is_named(text.rsplit(['、', '，', '；', '%', '％']).next().unwrap_or_default());
    item.class == Class::Percent && !other && !item.claim.scope.other_time && !clause(before().as_str())
}

fn begins(item: &Item) -> bool {
    item.around.near.marks.has(Mark::Part) || item.around.far.marks.has(Mark::Part)
}

/// 其他: whatever was listed.
fn is_rest(item: &Item) -> bool {
    item.around.near.marks.has(Mark::Others)
}

/// 占比分别为60%、30%、20%: what it is of was said before.
fn is_bare(item: &Item) -> bool {
    let near = &item.around.near;
    near.unknown + item.around.lead == 0 && near.who.is_empty() && near.topics.is_empty() && near.channels == 0
}

/// Nothing more can be of this whole.
fn is_all(list: &[&Item]) -> bool {
    let near_all = |sum: Number| sum >= Number::int(99) && sum <= Number::int(101);
    sum(list).is_some_and(near_all)
}

fn kind(item: &Item) -> Kind {
    let (near, far) = (&item.around.near, &item.around.far);
    let marks = near.marks.with(far.marks);
    if !near.who.is_empty() || !far.who.is_empty() {
        Kind::Who
    } else if near.channels + far.channels > 0 || marks.has(Mark::Medium) {
        Kind::Way
    } else {
        Kind::Content
    }
}

fn sum(list: &[&Item]) -> Option<Number> {
    list.iter().try_fold(Number::ZERO, |sum, item| sum.checked_add(item.claim.value))
}

/// Their sum, where it is more than all, rounding aside.
fn too_much(list: &[&Item]) -> Option<Number> {
    let sum = sum(list)?;
    // Each may have been rounded up by half a unit of its last place.
    let slack = Number::int(i64::try_from(list.len().div_ceil(2)).ok()?);
    (list.len() > 1 && sum > Number::int(100).checked_add(slack)?).then_some(sum)
}
