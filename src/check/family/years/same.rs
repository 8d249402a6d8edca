//! Numbers that do not change at all, and a table that became empty.

use crate::check::finding::collect::Collector;
use crate::check::finding::doubted::Whose;
use crate::check::rule::id;
use crate::form::Cell;

use super::pair::Pair;

/// Y-07: every number is last year's.
pub(super) fn everything(pair: Pair<'_>, found: &mut Collector<'_>) {
    let cells: Vec<Cell> = pair.now.lean.form.cells().collect();
    let Some(some) = same(pair, &cells) else { return };
    if at_least(some.len(), found.profile.threshold(id::Y_07, "cells")) {
        let say = pair.resting_on_both(pair.say(), &cells);
        found.say(id::Y_07, "same", "report", say.with("count", some.len()).cells(some));
    }
}

/// T3-16: every number of 表三 is last year's, and others are not.
pub(super) fn requests(pair: Pair<'_>, found: &mut Collector<'_>) {
    let form = pair.now.lean.form;
    let Some((table, _)) = form.table("requests") else { return };
    let (all, own): (Vec<Cell>, Vec<Cell>) = (form.cells().collect(), form.cells_of(table).collect());
    let Some(some) = same(pair, &own) else { return };
    let limit = |name| found.profile.threshold(id::T3_16, name);
    let is_large = pair.now.int("requests/new/total").is_some_and(|new| new >= limit("least"));
    let whole = same(pair, &all).is_some_and(|all| at_least(all.len(), found.profile.threshold(id::Y_07, "cells")));
    if is_large && !whole && at_least(some.len(), limit("cells")) {
        let say = pair.resting_on_both(pair.say(), &own);
        found.say(id::T3_16, "last_year", "requests", say.with("count", some.len()).cells(some));
    }
}

/// T3-15: a table of zeros after a year with requests.
pub(super) fn nothing_now(pair: Pair<'_>, found: &mut Collector<'_>) {
    let form = pair.now.lean.form;
    let Some((table, _)) = form.table("requests") else { return };
    let before = pair.before.int("requests/new/total").unwrap_or(0);
    let is_zero = |cell| pair.now.at(cell) == Some(0);
    if before >= found.profile.threshold(id::T3_15, "least") && form.cells_of(table).all(is_zero) {
        let say = pair.resting(pair.say(), &["requests/new/total"]);
        let say = say.rests_on(Whose::Own, pair.now.lean, form.cells_of(table));
        let say = say.with("before", before).cells(pair.now.cell("requests/new/total"));
        found.say(id::T3_15, "last_year", "requests", say);
    }
}

/// Where all these cells are as last year: those that are not zero.
fn same(pair: Pair<'_>, cells: &[Cell]) -> Option<Vec<Cell>> {
    let (now, before) = (&pair.now.lean.cells, &pair.before.lean.cells);
    if !pair.same_form() || cells.iter().any(|&cell| now.get(cell) != before.get(cell)) {
        return None;
    }
    let is_some = |cell: &Cell| now.get(*cell).number().is_some_and(|number| !number.is_zero());
    Some(cells.iter().copied().filter(is_some).collect())
}

fn at_least(count: usize, least: i64) -> bool {
    i64::try_from(count).is_ok_and(|count| count >= least)
}
