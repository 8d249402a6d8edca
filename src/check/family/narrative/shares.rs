//! Shares of one whole that come to more than all of it: N-14.

use crate::check::facts::Facts;
use crate::check::facts::claims::{Class, Item, Mark, evidence};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Number;

/// What a share is one of: those of different kinds are not added.
#[derive(PartialEq, Eq)]
enum Kind {
    Who,
    Channel,
    Medium,
    Content,
}

/// Applies the rule to the first list of shares that is too much.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let report = facts.report();
    for said in facts.claims().sentences.chunk_by(|_, next| next.continues) {
        let shares: Vec<&Item> = said.iter().flat_map(|said| &said.items).filter(|item| is_share(item)).collect();
        for list in shares.chunk_by(|one, next| kind(one) == kind(next) && !begins(next) && !next.around.starts) {
            let Some(sum) = too_much(list) else { continue };
            let (Some(first), Some(last)) = (list.first(), list.last()) else { continue };
            let parts: Vec<String> = list.iter().map(|item| format!("{}%", item.claim.value)).collect();
            let passage = evidence(report, first.claim.section, first.claim.start, last.claim.end);
            let say = Say::default().with("parts", parts.join("＋")).with("sum", sum).sides(sum, Number::int(100));
            found.say(id::N_14, "shares", "shares", say.at(passage));
            return;
        }
    }
}

/// 占45%, or one more in a list of them.
fn is_share(item: &Item) -> bool {
    let near = item.around.near.marks;
    let other = [Mark::Up, Mark::Down, Mark::Versus, Mark::Rate].iter().any(|&mark| near.has(mark));
    item.class == Class::Percent && near.has(Mark::Portion) && !other && !item.claim.scope.other_time
}

fn begins(item: &Item) -> bool {
    item.around.near.marks.has(Mark::Part) || item.around.far.marks.has(Mark::Part)
}

fn kind(item: &Item) -> Kind {
    let (near, far) = (&item.around.near, &item.around.far);
    let marks = near.marks.with(far.marks);
    if !near.who.is_empty() || !far.who.is_empty() {
        Kind::Who
    } else if near.channels + far.channels > 0 {
        Kind::Channel
    } else if marks.has(Mark::Medium) {
        Kind::Medium
    } else {
        Kind::Content
    }
}

/// Their sum, where it is more than all, rounding aside.
fn too_much(list: &[&Item]) -> Option<Number> {
    let sum = list.iter().try_fold(Number::ZERO, |sum, item| sum.checked_add(item.claim.value))?;
    // Each may have been rounded up by half a unit of its last place.
    let slack = Number::int(i64::try_from(list.len().div_ceil(2)).ok()?);
    (list.len() > 1 && sum > Number::int(100).checked_add(slack)?).then_some(sum)
}
