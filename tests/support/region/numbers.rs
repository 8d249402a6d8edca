//! The numbers of an invented agency for a year, in order: equations hold, and what flows from year to year does.

use std::collections::BTreeMap;

use gouji::form::{self, Form};

use super::super::dice::Dice;

/// Numbers by the ids of their cells; what is not there is 0.
pub type Numbers = BTreeMap<String, i64>;

pub const APPLICANTS: [&str; 6] = ["natural", "business", "research", "welfare", "legal", "other"];
const OUTCOMES: [&str; 8] = [
    "granted",
    "granted",
    "partial",
    "denied.internal",
    "unavailable.not_held",
    "unavailable.not_compiled",
    "declined.repeated",
    "closed.not_corrected",
];
pub const SUITS: [&str; 3] = ["reconsideration", "litigation_direct", "litigation_after"];

pub fn form_of(year: u16) -> &'static Form {
    form::edition(if year < 2021 { "2019" } else { "2021" }).unwrap()
}

pub fn get(numbers: &Numbers, id: &str) -> i64 {
    numbers.get(id).copied().unwrap_or(0)
}

pub fn add(numbers: &mut Numbers, id: &str, value: i64) {
    *numbers.entry(id.to_owned()).or_insert(0) += value;
}

/// Adds to a cell of 表三 and to its row's total.
pub fn request(numbers: &mut Numbers, row: &str, column: &str, value: i64) {
    add(numbers, &format!("requests/{row}/{column}"), value);
    add(numbers, &format!("requests/{row}/total"), value);
}

/// The sum of several.
pub fn sum<'a>(all: impl IntoIterator<Item = &'a Numbers>) -> Numbers {
    let mut sum = Numbers::new();
    for (id, value) in all.into_iter().flatten() {
        add(&mut sum, id, *value);
    }
    sum
}

/// A year of an agency with this much to do, after these numbers of the year before.
pub fn year(year: u16, before: &Numbers, size: usize, dice: &mut Dice) -> Numbers {
    let mut own = Numbers::new();
    let old = year < 2021;
    requests(&mut own, before, old, size, dice);
    disputes(&mut own, before, size, dice);
    let made = i64::try_from(dice.below(3)).unwrap();
    if old {
        for (column, value) in [("made", made), ("published", made), ("public_total", 3 + made)] {
            add(&mut own, &format!("disclosure/normative/{column}"), value);
        }
    } else {
        let stock = get(before, "disclosure/normative/in_force");
        let repealed = if stock > 4 { i64::try_from(dice.below(2)).unwrap() } else { 0 };
        let stock = if stock == 0 { 4 + i64::try_from(dice.below(6)).unwrap() } else { stock + made - repealed };
        for (column, value) in [("issued", made), ("repealed", repealed), ("in_force", stock)] {
            add(&mut own, &format!("disclosure/normative/{column}"), value);
        }
    }
    for row in ["licensing", "penalties", "coercion"] {
        let id = format!("disclosure/{row}/decisions");
        let last = get(before, &id);
        let value = match last {
            0 => 20 + dice.below(30 * size),
            last => usize::try_from(last).unwrap() * (80 + dice.below(41)) / 100,
        };
        add(&mut own, &id, i64::try_from(value.max(1)).unwrap());
    }
    let fees = if old { "disclosure/fees/previous" } else { "disclosure/fees/amount" };
    add(&mut own, fees, 2 + i64::try_from(dice.below(4)).unwrap());
    own
}

fn requests(own: &mut Numbers, before: &Numbers, old: bool, size: usize, dice: &mut Dice) {
    for column in APPLICANTS {
        let (most, likely) = match column {
            "natural" => (6 * size, 95),
            "business" => (2 * size, 50),
            _ => (2, 4),
        };
        let carried = get(before, &format!("requests/carried_out/{column}"));
        let new = if dice.percent(likely) { 1 + dice.below(most) } else { 0 };
        let new = i64::try_from(new).unwrap();
        request(own, "new", column, new);
        request(own, "carried_in", column, carried);
        let left = i64::try_from(dice.below(3)).unwrap().min(new);
        request(own, "carried_out", column, left);
        for _ in 0..carried + new - left {
            let outcome = dice.pick(&OUTCOMES);
            let outcome = if old && outcome.starts_with("closed") { "closed" } else { outcome };
            request(own, outcome, column, 1);
            request(own, "handled", column, 1);
        }
    }
}

fn disputes(own: &mut Numbers, before: &Numbers, size: usize, dice: &mut Dice) {
    for row in SUITS {
        let pending = get(before, &format!("disputes/{row}/pending"));
        let new = if dice.percent(30) && row != "litigation_after" { dice.below(size + 1) } else { 0 };
        let new = i64::try_from(new).unwrap();
        let left = if new > 1 { 1 } else { 0 };
        add(own, &format!("disputes/{row}/upheld"), pending + new - left);
        add(own, &format!("disputes/{row}/pending"), left);
        add(own, &format!("disputes/{row}/total"), pending + new);
    }
}
