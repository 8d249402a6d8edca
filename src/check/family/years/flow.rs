//! What flows from one year into the next: requests, documents, disputes.

use crate::check::facts::figures::Figures;
use crate::check::family::plausible::TOTALS;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::Collector;
use crate::check::rule::id;
use crate::form::Cell;
use crate::report::Number;
use crate::words::Lang;

use super::pair::Pair;

/// Rows of 表二 that have a stock.
const STOCKS: [&str; 2] = ["regulations", "normative"];

/// Y-01: what is carried in is what was carried out, column by column.
pub(super) fn carried(pair: Pair<'_>, found: &mut Collector<'_>) {
    let Some((_, table)) = pair.now.lean.form.table("requests") else { return };
    let mut without: Vec<Cell> = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        let Some(cell) = pair.now.cell(&format!("requests/carried_in/{}", column.id)) else { continue };
        let carried_out = format!("requests/carried_out/{}", column.id);
        let before = pair.before.number(&carried_out);
        let (Some(now), Some(before)) = (pair.now.lean.cells.get(cell).number(), before) else {
            without.push(cell);
            continue;
        };
        if now == before {
            continue;
        }
        let Some(difference) = now.checked_sub(before) else { continue };
        let name = |lang| table.column_name(index, lang);
        let say = pair.say().with("column", name(Lang::Zh)).with("column_en", name(Lang::En)).with("now", now);
        let say = say.with("before", before).with("difference", difference).sides(now, before).cells([cell]);
        let say = pair.resting(say, &[&carried_out]);
        found.say(id::Y_01, "differs", &format!("requests/{}", column.id), say);
    }
    if !without.is_empty() {
        found.unchecked(id::Y_01, WhyUnchecked::NoNumber(without));
    }
}

/// Y-02 and Y-08: in force now is what was in force, with what came and without what went.
pub(super) fn stock(pair: Pair<'_>, found: &mut Collector<'_>) {
    let has_stock = |figures: Figures<'_>| figures.cell("disclosure/normative/in_force").is_some();
    if !has_stock(pair.now) || !has_stock(pair.before) {
        if has_stock(pair.now) {
            found.say(id::Y_08, "edition", "form", pair.say().with("before", &pair.before.lean.form.edition));
        }
        return found.unchecked(id::Y_02, WhyUnchecked::OtherEdition);
    }
    let mut without: Vec<Cell> = Vec::new();
    for row in STOCKS {
        let ids = ["in_force", "issued", "repealed"].map(|column| format!("disclosure/{row}/{column}"));
        let cells = pair.now.cells(&ids.each_ref().map(String::as_str));
        let [now, issued, repealed] = ids.each_ref().map(|id| pair.now.number(id));
        let [in_force, ..] = &ids;
        let before = pair.before.number(in_force);
        let (Some(now), Some(issued), Some(repealed), Some(before)) = (now, issued, repealed, before) else {
            without.extend(cells);
            continue;
        };
        let expected = before.checked_add(issued).and_then(|sum| sum.checked_sub(repealed));
        let Some((expected, difference)) = expected.and_then(|sum| Some((sum, now.checked_sub(sum)?))) else {
            continue;
        };
        if difference.is_zero() {
            continue;
        }
        let say = pair.say().with("now", now).with("before", before).with("issued", issued).with("repealed", repealed);
        let say = say.with("expected", expected).with("difference", difference).sides(now, expected).cells(cells);
        let say = pair.resting(say, &[in_force]);
        found.say(id::Y_02, row, &format!("disclosure/{row}"), say);
    }
    if !without.is_empty() {
        found.unchecked(id::Y_02, WhyUnchecked::NoNumber(without));
    }
}

/// T2-09: more repealed than there could be.
pub(super) fn repealed(pair: Pair<'_>, found: &mut Collector<'_>) {
    for row in STOCKS {
        let id = |column: &str| format!("disclosure/{row}/{column}");
        let (issued, repealed) = (pair.now.int(&id("issued")), pair.now.int(&id("repealed")));
        let before = pair.before.int(&id("in_force"));
        let (Some(issued), Some(repealed), Some(before)) = (issued, repealed, before) else { continue };
        let Some(there) = before.checked_add(issued) else { continue };
        if repealed <= there || repealed <= 0 {
            continue;
        }
        let say = pair.say().with("repealed", repealed).with("issued", issued).with("before", before);
        let cells = pair.now.cells(&[&id("repealed"), &id("issued")]);
        let say = pair.resting(say, &[&id("in_force")]);
        let say = say.sides(Number::int(repealed), Number::int(there)).cells(cells);
        found.say(id::T2_09, row, &format!("disclosure/{row}"), say);
    }
}

/// T4-06 and T4-09: disputes are about decisions of this year or the last.
pub(super) fn disputes(pair: Pair<'_>, found: &mut Collector<'_>) {
    let (review, after) = ("disputes/reconsideration/total", "disputes/litigation_after/total");
    let (suits, reviews, before) = (pair.now.int(after), pair.now.int(review), pair.before.int(review));
    if let (Some(suits), Some(reviews), Some(before)) = (suits, reviews, before)
        && suits > reviews.saturating_add(before)
    {
        let say = pair.say().with("suits", suits).with("reviews", reviews).with("before", before);
        let say = pair.resting(say, &[review]);
        found.say(id::T4_06, "more", after, say.cells(pair.now.cells(&[after, review])));
    }
    let handled = "requests/handled/total";
    let (count, now, before) = (pair.now.sum(&TOTALS), pair.now.int(handled), pair.before.int(handled));
    let (Some(count), Some(now), Some(before)) = (count, now, before) else { return };
    // A suit without any request is T4-05's.
    let has_requests = pair.now.sum(&["requests/new/total", "requests/carried_in/total"]) != Some(0);
    if has_requests && count > now.saturating_add(before) {
        let say = pair.say().with("count", count).with("handled", now).with("before", before);
        let say = pair.resting(say, &[handled]);
        let cells: Vec<&str> = TOTALS.iter().copied().chain([handled]).collect();
        found.say(id::T4_09, "more", "disputes", say.cells(pair.now.cells(&cells)));
    }
}

/// Y-05: what was pending is decided or pending.
pub(super) fn pending(pair: Pair<'_>, found: &mut Collector<'_>) {
    let Some((_, table)) = pair.now.lean.form.table("disputes") else { return };
    let mut without: Vec<Cell> = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let id = |column: &str| format!("disputes/{}/{column}", row.id);
        let ids = ["upheld", "corrected", "other", "pending"].map(id);
        let ids = ids.each_ref().map(String::as_str);
        let cells = pair.now.cells(&ids);
        let (Some(now), Some(before)) = (pair.now.sum(&ids), pair.before.int(&id("pending"))) else {
            without.extend(cells);
            continue;
        };
        if now < before {
            let name = |lang| table.row_name(index, lang);
            let say = pair.say().with("row", name(Lang::Zh)).with("row_en", name(Lang::En)).with("now", now);
            let say = say.with("before", before).sides(Number::int(now), Number::int(before)).cells(cells);
            let say = pair.resting(say, &[&id("pending")]);
            found.say(id::Y_05, "fewer", &format!("disputes/{}", row.id), say);
        }
    }
    if !without.is_empty() {
        found.unchecked(id::Y_05, WhyUnchecked::NoNumber(without));
    }
}
