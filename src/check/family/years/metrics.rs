//! Numbers that change too much from one year to the next.

use crate::check::finding::collect::Collector;
use crate::check::rule::id;
use crate::report::Number;

use super::jumps::{Jump, Jumps, both, is_times, is_unit, stock_explains, was_some};

use super::pair::Pair;

/// T2-06: a fee a hundred times as high, or as low.
pub(super) fn fee_unit(pair: Pair<'_>, found: &mut Collector<'_>) {
    let id = "disclosure/fees/amount";
    let Some((now, before)) = both(pair, id) else { return };
    let times = found.profile.threshold(id::T2_06, "times");
    if is_times(now, before, times) || is_times(before, now, times) {
        let say = pair.say().with("amount", now).with("before", before).with("times", times);
        found.say(id::T2_06, "jump", id, pair.resting(say, &[id]).cells(pair.now.cell(id)));
    }
}

/// Y-03: several times as many, or as few.
pub(super) fn changes(pair: Pair<'_>, found: &mut Collector<'_>) {
    let profile = found.profile;
    let times = profile.threshold(id::Y_03, "times");
    let jumps = Jumps::of(profile);
    for id in profile.words(id::Y_03, "metrics") {
        let (Some((now, before)), Some(cell)) = (both(pair, id), pair.now.cell(id)) else { continue };
        if is_unit(profile, id, now, before) {
            continue;
        }
        let case = match jumps.sudden(now, before) {
            Some(Jump::More) => "more",
            Some(Jump::Less) => "less",
            Some(Jump::Gone) | None => continue,
        };
        let say = pair.say_of(cell).with("now", now).with("before", before).with("times", times);
        found.say(id::Y_03, case, id, pair.resting(say, &[id]).sides(now, before));
    }
}

/// Y-04: some last year, none now.
pub(super) fn none(pair: Pair<'_>, found: &mut Collector<'_>) {
    let profile = found.profile;
    let least = Number::int(profile.threshold(id::Y_04, "least"));
    for id in profile.words(id::Y_04, "metrics") {
        let (Some(now), Some(before)) = (pair.now.number(id), pair.before.number(id)) else { continue };
        let (true, true, Some(cell)) = (now.is_zero(), was_some(id, before, least), pair.now.cell(id)) else {
            continue;
        };
        if stock_explains(pair, id) {
            continue;
        }
        let say = pair.say_of(cell).with("before", before).sides(now, before);
        found.say(id::Y_04, "none", id, pair.resting(say, &[id]));
    }
}
