//! The agency over the years: working the table out, and going from it to the cells.

use crate::form::Cell;
use crate::tui::hit::Hit;
use crate::tui::lines::Lines;
use crate::tui::model::{ItemId, Model, Screen, Tone, Visit, VisitFrom};
use crate::tui::msg::Effect;
use crate::tui::query::Query;
use crate::tui::screen::cell::value;
use crate::tui::screen::opening;

use super::state::{FIGURES, Figure, YearColumn};

/// Works out the table when its screen is shown, and again when reports have come.
pub(crate) fn fill(model: &mut Model, grown: bool) {
    let Some(open) = model.open.as_mut().filter(|open| open.screen == Screen::Years) else { return };
    if open.years.columns.is_none() || grown {
        open.years.fill(open.item, &model.library, model.given.basis.profile);
    }
}

/// The report and the cell of the figure and year under the cursor.
///
/// # Errors
/// In words why there is none.
pub(crate) fn target(model: &Model) -> Result<(ItemId, Cell), &'static str> {
    let words = &model.words().see;
    let years = model.open.as_ref().map(|open| &open.years);
    let column = years.and_then(|years| years.current()).ok_or(words.no_report_of_year())?;
    let item = column.item.ok_or(words.no_report_of_year())?;
    let form = model.library.sheet(item).map(|sheet| sheet.lean.form).ok_or(words.no_report_of_year())?;
    let figure = years.and_then(|years| FIGURES.get(years.row));
    let cell = figure.and_then(|figure| figure.cells_in(form)?.first().copied());
    Ok((item, cell.ok_or(words.no_cell_of_figure())?))
}

/// Goes to the cell: in the open report, or in that of another year, from which it is one level back.
pub(crate) fn enter(model: &mut Model) -> Vec<Effect> {
    let (Ok((item, cell)), Some(open)) = (target(model), model.open.as_ref()) else { return Vec::new() };
    let (from, row, year) = (open.item, open.years.row, open.years.year);
    let mut effects = Vec::new();
    if item != from {
        let name = model.opened().map(|opened| opened.lean.head.name()).unwrap_or_default();
        effects = opening::open(model, item);
        model.say(Tone::Plain, model.words().see.visiting_year(&name));
    }
    let Some(form) = model.opened().map(|opened| opened.form) else { return effects };
    let Some(open) = model.open.as_mut() else { return effects };
    open.show_cell(form, cell);
    if item == from {
        open.back = Some(Screen::Years);
    } else {
        let at = VisitFrom::Year(row, year.unwrap_or_default());
        open.visit = Some(Visit { from, at, screen: Screen::Years, passages: Vec::new() });
        open.back = None;
    }
    effects
}

/// The cell under the cursor, where the year is that of the open report.
pub(crate) fn cell_of_report(model: &Model) -> Option<Cell> {
    let (item, cell) = target(model).ok()?;
    (model.open.as_ref()?.item == item).then_some(cell)
}

/// The figure under the cursor with its years, to be pasted into a table.
pub(crate) fn row_text(model: &Model) -> Option<String> {
    let years = &model.open.as_ref()?.years;
    let mut fields = vec![(FIGURES.get(years.row)?.name)(model.words().see).to_owned()];
    for column in years.columns.as_ref()? {
        let value = column.figures.get(years.row)?.value;
        fields.push(format!("{} {}", column.year, value.map(|value| value.to_string()).unwrap_or_default()));
    }
    Some(fields.join("\t"))
}

/// The figure and the year under the cursor.
pub(crate) fn line(model: &Model) -> Option<String> {
    let words = &model.words().see;
    let years = &model.open.as_ref()?.years;
    let column = years.current()?;
    let figure = column.figures.get(years.row)?;
    let name = (FIGURES.get(years.row)?.name)(*words);
    let value = figure.value.map_or_else(|| model.words().desk.short_missing().to_owned(), |value| value.to_string());
    let mut parts = vec![name.to_owned(), column.year.to_string(), value];
    if column.item.is_none() {
        parts.push(words.stated_later().to_owned());
    }
    parts.extend(figure.jump.map(|jump| value::jump_name(jump, words).to_owned()));
    let median = column.medians.get(years.row).copied().flatten();
    parts.extend(median.map(|(median, count)| words.median_of(median, count)));
    Some(parts.join(" "))
}

/// The figures whose name has what is looked for, and the years whose value it is.
pub(crate) fn found(model: &Model, query: &Query) -> Vec<Hit> {
    let Some(open) = model.open.as_ref() else { return Vec::new() };
    let columns = open.years.columns.as_deref().unwrap_or_default();
    let mut found = Vec::new();
    for (row, figure) in FIGURES.iter().enumerate() {
        if !query.is_number() && query.fits((figure.name)(model.words().see)) {
            found.push(Hit::Cell(row, open.years.column()));
            continue;
        }
        let value = |column: &YearColumn| column.figures.get(row)?.value.map(|value| value.to_string());
        let columns = columns.iter().enumerate();
        let has = columns.filter(|(_, column)| value(column).is_some_and(|value| query.is_value(&value)));
        found.extend(has.map(|(column, _)| Hit::Cell(row, column)));
    }
    found
}

/// The figures of all years.
pub(crate) fn all_lines(model: &Model) -> Lines {
    let columns = model.open.as_ref().and_then(|open| open.years.columns.as_deref()).unwrap_or_default();
    let years = columns.iter().map(|column| column.year.to_string());
    let row = |(number, figure): (usize, &Figure)| {
        let value = |column: &YearColumn| column.figures.get(number).and_then(|shown| shown.value);
        let values = columns.iter().map(|column| value(column).map(|value| value.to_string()).unwrap_or_default());
        std::iter::once((figure.name)(model.words().see).to_owned()).chain(values).collect()
    };
    let head = std::iter::once(String::new()).chain(years).collect();
    Lines { head, rows: FIGURES.iter().enumerate().map(row).collect() }
}
