//! What the numbers of a sentence are to each other: parts and totals, before and after.

use crate::check::facts::claims::lexicon::{Mark, Topic};
use crate::check::facts::claims::numeral::Class;
use crate::report::Number;

use super::Item;
use super::keep::Counted;

/// Looks at each beside those before it.
pub(super) fn settle(items: &mut [Item], wholes: &[Number]) {
    of_a_total(items);
    of_the_new(items);
    what_it_became(items);
    one_by_one(items);
    parts_of_a_part(items, wholes);
}

/// `本年新收48件办结45件`: of those, and not of all.
fn of_the_new(items: &mut [Item]) {
    let is = |item: &Item, ids: &[&str]| item.claim.metric.is_some_and(|metric| ids.contains(&&*metric.id));
    for index in 1..items.len() {
        let (before, rest) = items.split_at_mut(index);
        let (Some(new), Some(done)) = (before.last(), rest.first_mut()) else { return };
        let of_new = done.around.touches && is(new, &["received", "carried_in"]) && is(done, &["handled", "answered"]);
        done.claim.scope.subset |= of_new && done.claim.value < new.claim.value;
    }
}

/// `由3件增至5件`: the first was so many before, and the second is what the first was.
fn what_it_became(items: &mut [Item]) {
    for index in 1..items.len() {
        let (before, rest) = items.split_at_mut(index);
        let (Some(old), Some(new)) = (before.last_mut(), rest.first_mut()) else { return };
        let becomes =
            new.around.touches && new.around.near.marks.has(Mark::Becomes) && new.claim.unit == old.claim.unit;
        if becomes && new.class == Class::Count {
            // 由2023年的27件增至31件: the other is of this year, unless another is named.
            if !old.around.near.years.is_empty() && new.around.near.years.is_empty() {
                new.claim.scope.other_time = false;
            }
            old.claim.scope.other_time = true;
            new.claim.metric = new.claim.metric.or(old.claim.metric);
        }
    }
}

/// `复议2件，1件维持，另1件正在审理`, `被纠正的2件，一件是漏答，另一件为…`: what is told of each of those counted before.
fn one_by_one(items: &mut [Item]) {
    for index in 1..items.len() {
        let (before, rest) = items.split_at_mut(index);
        let Some(part) = rest.first_mut() else { return };
        let (near, right) = (&part.around.near, &part.around.right);
        let Some(metric) = part.claim.metric.filter(|_| part.topic.is_some_and(Topic::is_dispute)) else { continue };
        // 上年未审结的2件，维持1件: of those of the year before.
        let is_outcome = metric.id.contains('.') && !part.around.starts;
        let is_older = |last: &Item| last.claim.scope.other_time && last.topic == part.topic;
        let of_older = is_outcome && near.topics.is_empty() && near.years.is_empty();
        part.claim.scope.other_time |= of_older && before.last().is_some_and(is_older);
        let is_bare = near.topics.is_empty() && near.acts.is_empty() && right.topics.is_empty();
        let is_less = |whole: &Item| whole.claim.metric == Some(metric) && whole.claim.value > part.claim.value;
        // What a total is of stands before it.
        let is_total = !metric.id.contains('.') && !near.marks.has(Mark::Total);
        if is_bare && (is_total || before.iter().any(is_less)) {
            part.claim.scope.subset = true;
        }
    }
}

/// `网上收到6件，当面收到1件，合计7件`: those before are parts, and the total is what they are.
fn of_a_total(items: &mut [Item]) {
    for index in 2..items.len() {
        let (before, rest) = items.split_at_mut(index);
        let Some(total) = rest.first_mut() else { return };
        let near = &total.around.near;
        if total.class != Class::Count
            || !near.marks.has(Mark::Total)
            || !near.acts.is_empty()
            || near.unknown + total.around.lead > 0
        {
            continue;
        }
        let mut sum = Number::ZERO;
        let start = before.iter().rposition(|part| {
            sum = sum.checked_add(part.claim.value).unwrap_or(sum);
            part.claim.unit != total.claim.unit || sum >= total.claim.value
        });
        let Some(parts) = start.and_then(|start| before.get_mut(start..)) else { continue };
        // 新收19件、上年结转1件，共20件: each has a place of its own in the tables.
        let apart = parts.iter().any(|part| part.claim.metric.is_some_and(|metric| metric.id.starts_with("carried")));
        if sum == total.claim.value && parts.len() > 1 && !apart {
            let of = |part: &Item| part.claim.metric.filter(|metric| matches!(&*metric.id, "received" | "published"));
            total.claim.metric = total.claim.metric.or_else(|| parts.iter().find_map(of));
            parts.iter_mut().for_each(|part| part.claim.scope.subset = true);
        }
    }
}

/// `涉及第三方的2件，予以公开1件、不予公开1件`: what became of a part, down to its last.
fn parts_of_a_part(items: &mut [Item], wholes: &[Number]) {
    for index in 1..items.len() {
        let (before, rest) = items.split_at_mut(index);
        let Some(whole) = before.last().filter(|whole| Counted::of(&whole.claim, whole.topic, wholes).is_of_some())
        else {
            continue;
        };
        let mut sum = Number::ZERO;
        let is_part = |item: &Item| Counted::of(&whole.claim, whole.topic, wholes).holds(&item.claim);
        let length = rest.iter().take_while(|item| is_part(item)).position(|item| {
            sum = sum.checked_add(item.claim.value).unwrap_or(sum);
            sum == whole.claim.value
        });
        let Some(parts) = length.and_then(|last| rest.get_mut(..=last)) else { continue };
        parts.iter_mut().for_each(|part| part.claim.scope.subset = true);
    }
}
