//! Rates that cannot be (N-14), and measure words that do not fit (N-15).

use crate::check::facts::Facts;
use crate::check::facts::claims::{Class, Item, Mark, Range, Topic};
use crate::check::facts::figures::Figures;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::form::Cell;
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
    for said in &text.sentences {
        own_rate(report, &said.items, &mut done, found);
    }
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
    if !is_rate || item.claim.range != Range::Exact || item.topic != Some(Topic::Request) || !plain {
        return;
    }
    if item.claim.value != hundred {
        if let Some(actual) = handled_rate(report, item.claim.value)
            && done.is_new("handled")
        {
            let say = say().with("handled", actual.handled).with("due", actual.due).with("actual", actual.text);
            found.say(id::N_14, "rate", "handled", say.cells(actual.cells));
        }
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

/// `65件中按期办结62件，按期办结率98.4%`: a rate behind the number that was handled, and no two numbers of the sentence
/// give it.
fn own_rate(report: &Report, items: &[Item], done: &mut Done, found: &mut Collector<'_>) {
    for pair in items.windows(2) {
        let [handled, stated] = pair else { continue };
        let near = stated.around.near.marks;
        let is_rate = stated.class == Class::Percent && (near.has(Mark::Timely) || near.has(Mark::Rate));
        let is_handled = handled.claim.metric.is_some_and(|metric| matches!(&*metric.id, "handled" | "answered"));
        let hundred = Number::int(100);
        if !is_rate || !is_handled || stated.claim.range != Range::Exact || stated.claim.value >= hundred {
            continue;
        }
        let counts = items.iter().filter(|item| item.class == Class::Count && item.topic == Some(Topic::Request));
        let counts: Vec<i64> = counts.filter_map(|item| item.claim.value.as_int()).collect();
        let Some((part, &whole)) = handled.claim.value.as_int().zip(counts.iter().max()) else { continue };
        let holds = |part: i64, whole: i64| whole > 0 && share_holds(stated.claim.value, part, whole) != Some(false);
        let follows = counts.iter().any(|&whole| counts.iter().any(|&part| part <= whole && holds(part, whole)));
        if whole > part && !follows && done.is_new("handled") {
            let say = Say::default().with("rate", stated.claim.value).with("handled", part).with("due", whole);
            let say = say.with("actual", two_places(part, whole)).at(stated.claim.evidence(report));
            found.say(id::N_14, "own_rate", "handled", say.at(handled.claim.evidence(report)));
        }
    }
}

/// `part` of `whole` per cent, as text with two places, rounded.
pub(super) fn two_places(part: i64, whole: i64) -> String {
    let whole = i128::from(whole.max(1));
    let hundredths = (i128::from(part) * 10_000 + whole / 2) / whole;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// What the tables give for a rate that they do not bear out.
struct Actual {
    handled: i64,
    due: i64,
    /// With two places.
    text: String,
    cells: Vec<Cell>,
}

/// `None` where the rate is that of those received, with those carried over; or where nothing can be said.
fn handled_rate(report: &Report, rate: Number) -> Option<Actual> {
    let figures = Figures::new(&report.lean);
    let ids = ["requests/handled/total", "requests/new/total", "requests/carried_in/total"];
    let [handled, new, carried_in] = ids.map(|id| figures.int(id));
    let handled = handled?;
    let due = new?.checked_add(carried_in?)?;
    if due <= 0 || handled > due || share_holds(rate, handled, due)? {
        return None;
    }
    Some(Actual { handled, due, text: two_places(handled, due), cells: figures.cells(&ids) })
}

/// Is `rate` per cent `part` of `whole`, rounded or cut off? `None` for numbers that are too large.
pub(super) fn share_holds(rate: Number, part: i64, whole: i64) -> Option<bool> {
    let scale = 10_i128.checked_pow(u32::from(rate.decimals()))?;
    let digits: i128 = rate.to_string().replace('.', "").parse().ok()?;
    let stated = digits.checked_mul(i128::from(whole))?;
    let actual = i128::from(part).checked_mul(100)?.checked_mul(scale)?;
    Some(stated.checked_sub(actual)?.abs() < i128::from(whole))
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
