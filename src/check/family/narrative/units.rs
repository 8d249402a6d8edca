//! Rates that cannot be (N-14), and measure words that do not fit (N-15).

use crate::check::facts::Facts;
use crate::check::facts::claims::{Class, Item, Mark, Topic};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::{Number, Report};
use crate::words::Lang;

use super::tables::is_dispute;

/// What was said already: once for each place is enough.
#[derive(Default)]
struct Done(Vec<String>);

impl Done {
    fn is_new(&mut self, place: &str) -> bool {
        let new = self.0.iter().all(|known| known != place);
        if new {
            self.0.push(place.to_owned());
        }
        new
    }
}

/// Applies both rules.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, text) = (facts.report(), facts.claims());
    let mut done = Done::default();
    for item in text.sentences.iter().flat_map(|said| &said.items) {
        rate(report, item, &mut done, found);
        measure_word(report, item, &mut done, found);
    }
}

fn rate(report: &Report, item: &Item, done: &mut Done, found: &mut Collector<'_>) {
    let near = item.around.near.marks;
    if item.class != Class::Percent || near.has(Mark::Up) || near.has(Mark::Down) || near.has(Mark::Versus) {
        return;
    }
    let is_rate = near.has(Mark::Rate);
    let hundred = Number::int(100);
    // The passage is looked up only for what is said: each takes a walk through the section.
    let say = || Say::default().with("rate", item.claim.value).at(item.claim.evidence(report));
    if (is_rate || near.has(Mark::Share)) && item.claim.value > hundred {
        if done.is_new("rate") {
            found.say(id::N_14, "range", "rate", say().sides(item.claim.value, hundred));
        }
        return;
    }
    let scope = item.claim.scope;
    let plain = !(scope.other_time || scope.subset || scope.own || scope.region);
    if !is_rate || item.claim.value != hundred || item.topic != Some(Topic::Request) || !plain {
        return;
    }
    let Some(cell) = report.lean.form.cell("requests/carried_out/total") else { return };
    match report.lean.cells.get(cell).number() {
        Some(left) if left > Number::ZERO && done.is_new("handled") => {
            found.say(id::N_14, "all_handled", "handled", say().with("table", left).sides(hundred, left).cells([cell]));
        }
        _ => {}
    }
}

fn measure_word(report: &Report, item: &Item, done: &mut Done, found: &mut Collector<'_>) {
    let list = match item.claim.metric {
        Some(metric) if is_dispute(metric) => "dispute",
        Some(_) if item.topic == Some(Topic::Request) => "request",
        _ => return,
    };
    if !found.profile.words(id::N_15, list).iter().any(|unit| **unit == *item.claim.unit) {
        return;
    }
    let place = item.claim.place();
    if !done.is_new(&place) {
        return;
    }
    let name = |lang: Lang| item.claim.metric.map_or("", |metric| metric.name(lang));
    let say = Say::default()
        .with("metric", name(Lang::Zh))
        .with("metric_en", name(Lang::En))
        .with("unit", item.claim.unit)
        .at(item.claim.evidence(report));
    found.say(id::N_15, "wrong", &place, say);
}
