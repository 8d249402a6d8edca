//! Rates that cannot be (N-14), and measure words that do not fit (N-15).

use crate::check::claims::{Class, Item, Mark, Text, Topic};
use crate::check::collect::{Collector, Say};
use crate::check::rule;
use crate::report::{Number, Report};
use crate::words::Lang;

use super::tables::is_dispute;

/// Applies both rules.
pub(super) fn check(report: &Report, text: &Text, found: &mut Collector<'_>) {
    for item in text.sentences.iter().flat_map(|said| &said.items) {
        rate(report, item, found);
        measure_word(report, item, found);
    }
}

fn rate(report: &Report, item: &Item, found: &mut Collector<'_>) {
    let near = item.around.near.marks;
    if item.class != Class::Percent || near.has(Mark::Up) || near.has(Mark::Down) || near.has(Mark::Versus) {
        return;
    }
    let is_rate = near.has(Mark::Rate);
    let hundred = Number::int(100);
    let evidence = item.claim.evidence(report);
    let say = Say::default().with("rate", item.claim.value).at(evidence);
    if (is_rate || near.has(Mark::Share)) && item.claim.value > hundred {
        found.say("N-14", "range", "rate", say.sides(item.claim.value, hundred));
        return;
    }
    let scope = item.claim.scope;
    let plain = !(scope.other_time || scope.subset || scope.own || scope.region);
    if !is_rate || item.claim.value != hundred || item.topic != Some(Topic::Request) || !plain {
        return;
    }
    let Some(cell) = report.lean.form.cell("requests/carried_out/total") else { return };
    match report.lean.cells.get(cell).number() {
        Some(left) if left > Number::ZERO => {
            found.say("N-14", "all_handled", "handled", say.with("table", left).sides(hundred, left).cells([cell]));
        }
        _ => {}
    }
}

fn measure_word(report: &Report, item: &Item, found: &mut Collector<'_>) {
    let Some(rule) = rule("N-15") else { return };
    let list = match item.claim.metric {
        Some(metric) if is_dispute(metric) => "dispute",
        Some(_) if item.topic == Some(Topic::Request) => "request",
        _ => return,
    };
    if !found.profile.list(rule, list).iter().any(|unit| **unit == *item.claim.unit) {
        return;
    }
    let name = |lang: Lang| item.claim.metric.map_or("", |metric| metric.name(lang));
    let say = Say::default()
        .with("metric", name(Lang::Zh))
        .with("metric_en", name(Lang::En))
        .with("unit", item.claim.unit)
        .at(item.claim.evidence(report));
    let place = item.claim.place();
    found.say("N-15", "wrong", &place, say);
}
