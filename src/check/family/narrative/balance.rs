//! Received and carried over against handled and carried on, by the text alone: N-04.

use crate::check::facts::claims::{Claim, Claims, Range, evidence};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Report;

/// Received and carried over must be what was handled and carried on, by the text alone.
pub(super) fn check(report: &Report, text: &Claims, found: &mut Collector<'_>) {
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
            // 收到 may already include what was carried over, and what was carried over may have been settled apart.
            let holds = left == right || received.value == right;
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
