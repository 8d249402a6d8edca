//! A report against the same agency's report for the year before (Y, and what T2 … T4 need last year for).
//!
//! Owns: what two years together make wrong or doubtful. Equations within one report are the form's; words without
//! last year are for `sections` and `narrative`.

mod flow;
mod jumps;
pub(in crate::check) mod lineage;
mod metrics;
mod pair;
mod quoted;
mod same;
pub(in crate::check) mod words;

use crate::check::Basis;
use crate::check::facts::Facts;
use crate::check::family::own::Sources;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::Collector;
use crate::check::profile::own::OwnScope;
use crate::check::rule::{Need, RuleId, id};
use crate::report::Lean;

use pair::Pair;

pub(crate) use jumps::{Jump, Jumps};
pub(crate) use quoted::Quoted;

/// Rules about numbers that cannot run without last year's report. Those with a report alone ran already.
const BY_NUMBERS: [RuleId; 10] =
    [id::T2_09, id::T4_06, id::T4_09, id::Y_01, id::Y_02, id::Y_03, id::Y_04, id::Y_05, id::Y_07, id::Y_08];
/// Rules about words that cannot.
const BY_WORDS: [RuleId; 1] = [id::Y_06];

/// Applies the rules about numbers; `before` is the report for the year before, where there is one.
pub(in crate::check) fn check(report: &Lean, before: Option<&Lean>, _basis: &Basis<'_>, found: &mut Collector<'_>) {
    let pair = before.and_then(|before| Pair::new(report, before));
    own(report, pair.map(|pair| pair.before.lean), found);
    let Some(pair) = pair else { return missing(&BY_NUMBERS, found) };
    metrics::fee_unit(pair, found);
    flow::repealed(pair, found);
    same::nothing_now(pair, found);
    same::requests(pair, found);
    flow::disputes(pair, found);
    flow::carried(pair, found);
    flow::stock(pair, found);
    metrics::changes(pair, found);
    metrics::none(pair, found);
    flow::pending(pair, found);
    same::everything(pair, found);
}

/// Applies the rules about words.
pub(in crate::check) fn check_text(facts: &Facts<'_>, before: Option<Quoted<'_>>, found: &mut Collector<'_>) {
    let follows = |before: &Quoted<'_>| Pair::new(&facts.report().lean, before.whole).is_some();
    match before.filter(follows) {
        Some(before) => words::check(facts, before, found),
        None => missing(&BY_WORDS, found),
    }
}

/// The same of a text that is not at hand, of which is known how many requests it says there were last year: does all of
/// it hold?
pub(in crate::check) fn text_holds(
    requests: &[i64],
    report: &Lean,
    before: Option<Quoted<'_>>,
    found: &mut Collector<'_>,
) -> bool {
    match before.filter(|before| Pair::new(report, before.whole).is_some()) {
        Some(before) => words::hold(requests, before),
        None => {
            missing(&BY_WORDS, found);
            true
        }
    }
}

/// The office's own relations over two years.
fn own(report: &Lean, before: Option<&Lean>, found: &mut Collector<'_>) {
    let profile = found.profile;
    for own in profile.own(OwnScope::Years) {
        own.check(report, &Sources { before, units: &[] }, found);
    }
}

fn missing(rules: &[RuleId], found: &mut Collector<'_>) {
    for &id in rules {
        found.unchecked(id, WhyUnchecked::Needs(Need::LastYear));
    }
}

#[cfg(test)]
mod tests;
