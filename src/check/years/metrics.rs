//! Numbers that change too much from one year to the next.

use crate::check::collect::Collector;
use crate::check::figures::{list, multiply, threshold};
use crate::report::Number;

use super::Pair;

/// T2-06: a fee a hundred times as high, or as low.
pub(super) fn fee_unit(pair: Pair<'_>, found: &mut Collector<'_>) {
    let id = "disclosure/fees/amount";
    let Some((now, before)) = both(pair, id) else { return };
    let times = threshold(found.profile, "T2-06", "times");
    if is_times(now, before, times) || is_times(before, now, times) {
        let say = pair.say().with("amount", now).with("before", before).with("times", times);
        found.say("T2-06", "jump", id, say.cells(pair.now.cell(id)));
    }
}

/// Y-03: several times as many, or as few.
pub(super) fn changes(pair: Pair<'_>, found: &mut Collector<'_>) {
    let profile = found.profile;
    let (times, base) = (threshold(profile, "Y-03", "times"), Number::int(threshold(profile, "Y-03", "base")));
    let fee_times = threshold(profile, "T2-06", "times");
    for id in list(profile, "Y-03", "metrics") {
        let (Some((now, before)), Some(cell)) = (both(pair, id), pair.now.cell(id)) else { continue };
        let is_unit = id.ends_with("/amount") && (is_times(now, before, fee_times) || is_times(before, now, fee_times));
        if before < base || is_unit {
            continue;
        }
        let exceeds = |many: Number, few: Number| multiply(few, times).is_some_and(|limit| many > limit);
        let case = match (exceeds(now, before), exceeds(before, now)) {
            (true, _) => "more",
            (_, true) => "less",
            _ => continue,
        };
        let say = pair.say_of(cell).with("now", now).with("before", before).with("times", times);
        found.say("Y-03", case, id, say.sides(now, before));
    }
}

/// Y-04: some last year, none now.
pub(super) fn none(pair: Pair<'_>, found: &mut Collector<'_>) {
    let profile = found.profile;
    let least = Number::int(threshold(profile, "Y-04", "least"));
    for id in list(profile, "Y-04", "metrics") {
        let (Some(now), Some(before)) = (pair.now.number(id), pair.before.number(id)) else { continue };
        // Half a 万元 is some.
        let was_some = before >= least || (id.ends_with("/amount") && before > Number::ZERO);
        let (true, true, Some(cell)) = (now.is_zero(), was_some, pair.now.cell(id)) else { continue };
        // All repealed explains that nothing is in force.
        if id.ends_with("/in_force") && stock_explains(pair, id) {
            continue;
        }
        found.say("Y-04", "none", id, pair.say_of(cell).with("before", before).sides(now, before));
    }
}

fn stock_explains(pair: Pair<'_>, in_force: &str) -> bool {
    let repealed = pair.now.number(&in_force.replace("/in_force", "/repealed"));
    repealed.is_some_and(|repealed| repealed > Number::ZERO)
}

/// Both numbers, where both are above zero.
fn both(pair: Pair<'_>, id: &str) -> Option<(Number, Number)> {
    let is_some = |number: &Number| *number > Number::ZERO;
    Some((pair.now.number(id).filter(is_some)?, pair.before.number(id).filter(is_some)?))
}

fn is_times(many: Number, few: Number, times: i64) -> bool {
    multiply(few, times).is_some_and(|limit| many >= limit)
}
