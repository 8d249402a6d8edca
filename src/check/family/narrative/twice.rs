//! The same number stated twice, differently: N-16.

use crate::check::facts::Facts;
use crate::check::facts::claims::{Claim, Claims, Range};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::Report;
use crate::words::Lang;

use super::tables::is_dispute;

/// Applies the rule: once for each metric, for the first two statements that differ.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, text) = (facts.report(), facts.claims());
    // For each place the first statement of each value, as far as two: more say no more.
    let mut known: Vec<(String, &Claim, bool)> = Vec::new();
    for second in text.claims().filter(|claim| is_plain(claim)) {
        let place = second.place();
        let Some((_, first, done)) = known.iter_mut().find(|(known, _, _)| *known == place) else {
            known.push((place, second, false));
            continue;
        };
        // Within a sentence a second number of what was published is that of a part.
        let is_part = second.sentence == first.sentence && second.metric.is_some_and(|metric| !metric.is_in_tables());
        // All cases, and those about disclosure.
        let is_wider =
            second.metric.is_some_and(is_dispute) && first.scope.about_disclosure != second.scope.about_disclosure;
        if *done || is_part || is_wider || first.value == second.value {
            continue;
        }
        let stand = [first, second].map(|claim| stands(report, claim));
        if stand == [true, true] {
            continue;
        }
        // Beside one that the table bears out, a number with any more words is that of something narrower: 在行政处罚中，治安类11件.
        // 办结的6件中有新收的5件: those were spoken of, and are some of them.
        let is_told_apart = stand != [false, false] && first.sentence == second.sentence;
        let narrower = [(stand == [true, false], second, &**first), (stand == [false, true], &**first, second)];
        let is_some = |claim: &Claim, all: &Claim| claim.scope.recalled && claim.value < all.value;
        if is_told_apart
            || narrower.iter().any(|(is_it, claim, all)| *is_it && (claim.scope.unknown > 0 || is_some(claim, all)))
        {
            continue;
        }
        // The number that the table bears out stands beside the one that is shown.
        let (shown, beside) = if stand == [true, false] { (second, &**first) } else { (&**first, second) };
        let Some(metric) = first.metric else { continue };
        let say = Say::default()
            .with("metric", metric.name(Lang::Zh))
            .with("metric_en", metric.name(Lang::En))
            .with("first", first.value)
            .with("second", second.value)
            .sides(first.value, second.value)
            .at(shown.evidence(report))
            .at(beside.evidence(report));
        found.say(id::N_16, "differs", &place, say);
        *done = true;
    }
}

/// How much the text says was published in all.
pub(in crate::check) fn published(text: &Claims) -> Option<&Claim> {
    let is_meant = |claim: &&Claim| claim.metric.is_some_and(|metric| &*metric.id == "published") && is_plain(claim);
    text.claims().find(is_meant)
}

/// Nothing stands before the number that could make it the number of something narrower.
fn is_plain(claim: &Claim) -> bool {
    let scope = claim.scope;
    let Some(metric) = claim.metric else { return false };
    let fits = match &*metric.id {
        "channel" | "applicants" | "processed" | "answered" | "fees" | "received_all" => false,
        "published" => scope.unknown == 0 && claim.unit == "条" && scope.whole,
        id if id.starts_with("fee.") => false,
        _ => scope.unknown <= 2 && !(claim.is_nothing && scope.fresh && is_dispute(metric)),
    };
    fits && claim.range == Range::Exact
        && !claim.is_joined
        && !(scope.region
            || scope.own
            || scope.subset
            || scope.other_matter
            || scope.filed
            || scope.other_time
            || scope.concluded
            || scope.including)
}

/// Does it agree with some reading of the tables: 收到 with or without what was carried over?
fn stands(report: &Report, claim: &Claim) -> bool {
    let Some(metric) = claim.metric.filter(|metric| metric.is_in_tables()) else { return false };
    let sums = metric.sums(report.lean.form, &report.lean.cells, claim.who);
    sums.is_ok_and(|sums| sums.iter().any(|sum| sum.value == claim.value))
}
