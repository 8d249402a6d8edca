//! What a text counts against itself, in whatever unit: parts (N-04), shares and averages (N-14), changes (N-13), and the
//! same thing counted twice (N-16).
//!
//! The rules about numbers that the tables have too come first: what they have said of a passage is not said again.

mod again;
mod average;
mod change;
mod parts;
mod people;
mod rates;
mod shares;
mod table;
mod twice;

use crate::check::facts::Facts;
use crate::check::facts::claims::evidence;
use crate::check::facts::counts::{Count, Counted, List, lists};
use crate::check::facts::figures::Figures;
use crate::check::finding::Evidence;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::report::{Number, Report};

use super::units::two_places;

/// So many findings of one kind are said of one report: each takes a walk through the text, and more say nothing more.
const MOST: usize = 50;

/// Applies these rules.
pub(super) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let text = facts.counted();
    let listed: Vec<Vec<List<'_>>> = text.iter().map(|said| lists(&said.counts)).collect();
    parts_and_wholes(facts, text, &listed, found);
    portions(facts, text, found);
    averages(facts, text, found);
    changes(facts, text, found);
    twice(facts, text, &listed, found);
    again(facts, text, found);
    table::check(facts, found);
}

fn parts_and_wholes(facts: &Facts<'_>, text: &[Counted], listed: &[Vec<List<'_>>], found: &mut Collector<'_>) {
    let report = facts.report();
    let known: Vec<Number> = requests(report).into_iter().map(Number::int).collect();
    let mut nth = 0;
    for wrong in parts::wrong(text, listed, &known).into_iter().take(MOST) {
        let (Some(first), Some(last)) = (wrong.parts.first(), wrong.parts.last()) else { continue };
        let passage = wrong.said.evidence(report, first, last);
        // The parts of the processing fee are FEE-06's.
        let is_fee = wrong.said.section == 6 && first.unit.ends_with('元');
        if is_fee || found.has_said(&[id::N_04, id::N_07, id::N_12], &passage) {
            continue;
        }
        nth += 1;
        let list: Vec<String> = wrong.parts.iter().map(|part| part.value.to_string()).collect();
        let say = Say::default()
            .with("total", wrong.total.value)
            .with("unit", wrong.total.unit)
            .with("parts", list.join("＋"))
            .with("sum", wrong.sum)
            .sides(wrong.total.value, wrong.sum)
            .at(passage)
            .at(at(report, wrong.said.section, wrong.total));
        found.say(id::N_04, "listed", &format!("listed/{nth}"), say);
    }
}

fn portions(facts: &Facts<'_>, text: &[Counted], found: &mut Collector<'_>) {
    let report = facts.report();
    let shares = shares::wrong(text, &requests(report), handled(report));
    for (nth, wrong) in shares.into_iter().chain(rates::wrong(text)).take(MOST).enumerate() {
        let passage = at(report, wrong.said.section, wrong.share);
        if found.has_said(&[id::N_14], &passage) {
            continue;
        }
        let case = if wrong.what.is_empty() { "portion" } else { "named" };
        let say = Say::default()
            .with("what", wrong.what)
            .with("rate", wrong.share.value)
            .with("part", wrong.part)
            .with("whole", wrong.whole)
            .with("actual", two_places(wrong.part, wrong.whole));
        found.say(id::N_14, case, &format!("portion/{nth}"), say.at(passage));
    }
}

fn averages(facts: &Facts<'_>, text: &[Counted], found: &mut Collector<'_>) {
    let report = facts.report();
    for (nth, wrong) in average::wrong(text, report.lean.head.year).take(MOST).enumerate() {
        let say = Say::default()
            .with("rate", wrong.average.value)
            .with("unit", wrong.average.unit)
            .with("whole", wrong.whole)
            .with("least", wrong.range.0)
            .with("most", wrong.range.1)
            .at(at(report, wrong.said.section, wrong.average));
        found.say(id::N_14, "average", &format!("average/{nth}"), say);
    }
}

fn changes(facts: &Facts<'_>, text: &[Counted], found: &mut Collector<'_>) {
    let report = facts.report();
    for (nth, wrong) in change::wrong(text, report.lean.head.year, &requests(report)).into_iter().take(MOST).enumerate()
    {
        let passage = at(report, wrong.said.section, wrong.stated);
        if found.has_said(&[id::N_13], &passage) {
            continue;
        }
        let say = Say::default()
            .with("direction", if wrong.up { "增长" } else { "减少" })
            .with("direction_en", if wrong.up { "up" } else { "down" })
            .with("stated", wrong.stated.value)
            .with("before", wrong.before)
            .with("now", wrong.now)
            .with("actual", wrong.actual);
        let case = if wrong.stated.is_share() { "rate" } else { "amount" };
        found.say(id::N_13, case, &format!("counted/{nth}"), say.at(passage));
    }
}

fn twice(facts: &Facts<'_>, text: &[Counted], listed: &[Vec<List<'_>>], found: &mut Collector<'_>) {
    let report = facts.report();
    for wrong in twice::wrong(text, listed, report.lean.head.year).into_iter().take(MOST) {
        let [first, second] = [wrong.first, wrong.second].map(|(section, count)| (count, at(report, section, count)));
        if found.has_said(&[id::N_16], &second.1) {
            continue;
        }
        let say = Say::default()
            .with("what", first.0.named())
            .with("unit", first.0.unit)
            .with("first", first.0.value)
            .with("second", second.0.value)
            .sides(first.0.value, second.0.value)
            .at(second.1)
            .at(first.1);
        found.say(id::N_16, "counted", &format!("counted/{}", wrong.key), say);
    }
}

fn again(facts: &Facts<'_>, text: &[Counted], found: &mut Collector<'_>) {
    let report = facts.report();
    let year = report.lean.head.year;
    for wrong in again::wrong(text, year).into_iter().chain(people::wrong(text, year)).take(MOST) {
        let [first, second] = [wrong.first, wrong.second].map(|(section, count)| (count, at(report, section, count)));
        if found.has_said(&[id::N_16], &second.1) || found.has_said(&[id::N_16], &first.1) {
            continue;
        }
        let say = Say::default()
            .with("what", &wrong.what)
            .with("unit", first.0.unit)
            .with("first", first.0.value)
            .with("second", second.0.value)
            .sides(first.0.value, second.0.value)
            .at(second.1)
            .at(first.1);
        found.say(id::N_16, "counted", &format!("again/{}", wrong.what), say);
    }
}

pub(super) fn at(report: &Report, section: u8, count: &Count) -> Evidence {
    evidence(report, section, count.place.start, count.place.end)
}

/// What table 3 gives for requests handled.
fn handled(report: &Report) -> Option<i64> {
    Figures::new(&report.lean).int("requests/handled/total")
}

/// What table 3 gives for requests received, without and with those carried over, and handled.
fn requests(report: &Report) -> Vec<i64> {
    let figures = Figures::new(&report.lean);
    let rows = [
        figures.int("requests/new/total"),
        figures.sum(&["requests/new/total", "requests/carried_in/total"]),
        figures.int("requests/handled/total"),
    ];
    rows.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
