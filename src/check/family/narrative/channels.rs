//! Requests by channel against what was received, where no total stands before them: N-07.

use crate::check::facts::Facts;
use crate::check::facts::claims::{Claim, Item, Mark, Range, evidence};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::form::Form;
use crate::report::{Cells, Number};

use super::sums::is_plain;

/// `线上申请1件，信函申请4件` against what was received: in the text, or in table 3. The first list that does not fit.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, text) = (facts.report(), facts.claims());
    let totals: Vec<&Claim> = text.claims().filter(|claim| is_total(claim)).collect();
    let mut known: Vec<Number> = totals.iter().map(|claim| claim.value).collect();
    known.extend(table_totals(report.lean.form, &report.lean.cells));
    known.sort_unstable();
    for said in text.sentences.chunk_by(|_, next| next.continues) {
        let items: Vec<&Item> = said.iter().flat_map(|said| &said.items).collect();
        let Some((parts, sum)) = channel_parts(&items) else { continue };
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
            .at(evidence(report, first.section, first.start, last.end))
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

/// The channels that are listed without a total before them, if they may be all of them, and their sum.
fn channel_parts<'a>(items: &[&'a Item]) -> Option<(Vec<&'a Claim>, Number)> {
    let is_channel = |item: &&Item| item.claim.metric.is_some_and(|metric| &*metric.id == "channel");
    let first = items.iter().position(is_channel)?;
    let last = items.iter().rposition(is_channel)?;
    // With a total before them they are held against that.
    if items.iter().take(first).any(|item| is_total(&item.claim)) {
        return None;
    }
    let listed = items.get(first..=last)?;
    let open = |item: &&Item| {
        let right = item.around.right.marks;
        !is_channel(item)
            || !is_plain(item)
            || right.has(Mark::Etc)
            || is_scoped(&item.claim)
            || item.around.near.unknown > 4
    };
    // What stands beside them and is not understood may be one more.
    let beside = [first.checked_sub(1), Some(last + 1)].into_iter().flatten().filter_map(|at| items.get(at));
    let unknown = |item: &&Item| item.claim.metric.is_none() && item.claim.unit == "件";
    if listed.len() < 2 || listed.iter().any(open) || beside.copied().any(|item| unknown(&item)) {
        return None;
    }
    let sum = listed.iter().try_fold(Number::ZERO, |sum, item| sum.checked_add(item.claim.value))?;
    Some((listed.iter().map(|item| &item.claim).collect(), sum))
}

/// What table 3 gives as received: without and with those carried over; and handled.
fn table_totals(form: &Form, cells: &Cells) -> Vec<Number> {
    let at = |row: &str| form.cell(&format!("requests/{row}/total")).and_then(|cell| cells.get(cell).number());
    let sum = at("new").zip(at("carried_in")).and_then(|(new, before)| new.checked_add(before));
    [at("new"), sum, at("handled")].into_iter().flatten().collect()
}
