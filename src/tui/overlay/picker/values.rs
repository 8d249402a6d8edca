//! What the agencies of a year say in one cell: how many say what, and who.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::tui::model::{ItemId, Model};
use crate::tui::msg::Effect;
use crate::tui::screen::cell::value;
use crate::tui::screen::opening;

use super::{CellValues, Pick, PickLine, show};

/// So many names are shown beside a value; all are searched.
const NAMES: usize = 3;

/// Opens the list for the cell under the cursor.
pub(crate) fn open(model: &mut Model) {
    let Some(values) = values_here(model) else { return };
    let lines = lines(model, &values);
    show(model, Pick::Values(values), lines);
}

fn values_here(model: &Model) -> Option<CellValues> {
    let opened = model.opened()?;
    let id = opened.form.id(opened.open.current_cell(opened.form)?);
    let year = opened.lean.head.year;
    let mut values: BTreeMap<String, Vec<ItemId>> = BTreeMap::new();
    for &item in model.library.in_order() {
        let sheet = model.library.sheet(item).filter(|sheet| sheet.lean.head.year == year);
        // The report that is looked at counts, be it the version that stands for its agency or not.
        let counts = item == opened.open.item || model.library.is_shown(item, Some(year));
        let Some(sheet) = sheet.filter(|_| counts) else { continue };
        let Some(cell) = sheet.lean.form.cell(id) else { continue };
        values.entry(value::short_value(sheet.lean.cells.get(cell), model)).or_default().push(item);
    }
    let mut values: Vec<(String, Vec<ItemId>)> = values.into_iter().collect();
    values.sort_by_key(|(_, who)| Reverse(who.len()));
    Some(CellValues { cell: id.to_owned(), values, of: opened.open.item })
}

pub(crate) fn lines(model: &Model, found: &CellValues) -> Vec<PickLine> {
    let words = &model.words().look;
    let all: usize = found.values.iter().map(|(_, who)| who.len()).sum();
    let line = |(value, who): &(String, Vec<ItemId>)| {
        let names: Vec<&str> = who.iter().map(|&item| name(model, item)).collect();
        let shown = names.iter().take(NAMES).copied().collect::<Vec<_>>().join(words.between_names());
        let shown = if names.len() > NAMES { words.names_and_more(shown, names.len()) } else { shown };
        let own = if who.contains(&found.of) { format!("[{}] ", words.value_own()) } else { String::new() };
        let share = who.len() * 100 / all.max(1);
        let line = PickLine::new(format!("{value}  {own}{shown}")).right(words.value_count(who.len(), share));
        line.also_heard(&names.join(" "))
    };
    found.values.iter().map(line).collect()
}

fn name(model: &Model, item: ItemId) -> &str {
    model.library.get(item).map_or("", |item| item.name())
}

pub(crate) fn who_lines(model: &Model, items: &[ItemId]) -> Vec<PickLine> {
    let line = |&item: &ItemId| {
        let Some(sheet) = model.library.sheet(item) else { return PickLine::new(name(model, item)) };
        let region: Vec<_> = sheet.lean.head.agency.region.iter().map(|part| part.name()).collect();
        let region = region.join(" ");
        PickLine::new(sheet.lean.head.agency.name.name()).also(&region).right(region)
    };
    items.iter().map(line).collect()
}

/// Lists who says so; the only one is gone to.
pub(crate) fn chosen(model: &mut Model, found: &CellValues, number: usize) -> Vec<Effect> {
    let Some((_, who)) = found.values.get(number) else { return Vec::new() };
    if let [only] = who.as_slice() {
        return go(model, &found.cell, Some(*only));
    }
    let lines = who_lines(model, who);
    show(model, Pick::Who(found.cell.clone(), who.clone()), lines);
    Vec::new()
}

/// Goes to the same cell of another report.
pub(crate) fn go(model: &mut Model, cell: &str, item: Option<ItemId>) -> Vec<Effect> {
    let Some(item) = item.filter(|&item| model.library.sheet(item).is_some()) else { return Vec::new() };
    let same = model.open.as_ref().is_some_and(|open| open.item == item);
    let effects = if same { Vec::new() } else { opening::open(model, item) };
    if let Some((open, form)) = model.opened_mut()
        && let Some(cell) = form.cell(cell)
    {
        open.show_cell(form, cell);
    }
    effects
}
