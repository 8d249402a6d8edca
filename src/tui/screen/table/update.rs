//! The cell under the cursor of a table: what is said of it, and where it leads to.

use crate::check::{self, localise};
use crate::form::{Cell, Form};
use crate::journal::Target;
use crate::report::SafeText;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::places::PlaceInReport;
use crate::tui::model::{Model, Open, Screen};
use crate::tui::query::Query;
use crate::tui::screen::cell::value;
use crate::tui::screen::findings;
use crate::tui::screen::findings::causes;
use crate::tui::screen::source::{Sought, origins};

use super::state::nearest_column;

/// The marked finding, the repair that is previewed, and the cell.
pub(crate) fn lines(model: &Model) -> Vec<String> {
    let Some(opened) = model.opened() else { return Vec::new() };
    let form = opened.form;
    let finding = opened.open.marked_finding();
    let repair = finding.and_then(|_| causes::current(opened.open)).map(|block| match causes::previewed(opened.open) {
        Some(repair) => localise::repair_text(form, repair, model.given.lang),
        None => localise::block_text(form, block, model.given.lang),
    });
    let cell = opened.open.current_cell(form).map(|cell| value::line(model, &opened, cell));
    let finding = finding.map(|finding| findings::said_of(model, &opened, finding));
    finding.into_iter().chain(repair).chain(cell).collect()
}

/// The cell in one line.
pub(crate) fn peek(model: &Model, room: usize) -> Option<String> {
    let opened = model.opened()?;
    Some(value::peek(model, &opened, opened.open.current_cell(opened.form)?, room))
}

/// Its name and its number.
pub(crate) fn copied(model: &Model) -> Option<String> {
    let opened = model.opened()?;
    let cell = opened.open.current_cell(opened.form)?;
    let value = opened.lean.cells.get(cell).number().map(|number| number.to_string());
    Some(format!("{}\t{}", check::cell_name(opened.form, cell, model.given.lang), value.unwrap_or_default()))
}

/// The rows whose name has what is looked for, at the column of the cursor, and the cells whose value it is.
pub(crate) fn found(model: &Model, query: &Query) -> Vec<Hit> {
    let Some(opened) = model.opened() else { return Vec::new() };
    let Some(table) = opened.form.tables.get(opened.open.tables.shown) else { return Vec::new() };
    let here = opened.open.tables.cursor().map_or(0, |(_, column)| column);
    let is_value = |cell: Cell| query.is_value(&value::short_value(opened.lean.cells.get(cell), model));
    let mut found = Vec::new();
    for row in 0..table.rows.len() {
        if !query.is_number() && query.fits(&table.row_full_name(row, model.given.lang)) {
            found.push(Hit::Cell(row, nearest_column(table, row, here)));
            continue;
        }
        let cells = (0..table.columns.len()).filter(|&column| table.at(row, column).is_some_and(is_value));
        found.extend(cells.map(|column| Hit::Cell(row, column)));
    }
    found
}

/// The whole table, its rows by their full names.
pub(crate) fn all_lines(model: &Model) -> Lines {
    let Some(opened) = model.opened() else { return Lines::default() };
    let Some(table) = opened.form.tables.get(opened.open.tables.shown) else { return Lines::default() };
    let lang = model.given.lang;
    let columns = 0..table.columns.len();
    let names = columns.clone().map(|column| table.column_name(column, lang).to_owned());
    let value = |cell: Option<Cell>| cell.map(|cell| value::short_value(opened.lean.cells.get(cell), model));
    let row = |row: usize| {
        let values = columns.clone().map(|column| value(table.at(row, column)).unwrap_or_default());
        std::iter::once(table.row_full_name(row, lang)).chain(values).collect()
    };
    Lines {
        head: std::iter::once(table.name(lang)).chain(names).collect(),
        rows: (0..table.rows.len()).map(row).collect(),
    }
}

/// The range of cells, with the names of its rows and columns.
pub(crate) fn range(model: &Model) -> Option<Lines> {
    let (rows, columns) = model.opened()?.open.tables.ranged()?;
    let all = all_lines(model);
    // The first column has the names.
    let part = |line: &Vec<String>| -> Vec<String> {
        let values = line.iter().skip(1 + columns.start()).take(columns.end() - columns.start() + 1);
        line.first().into_iter().chain(values).cloned().collect()
    };
    let lines = all.rows.iter().skip(*rows.start()).take(rows.end() - rows.start() + 1);
    Some(Lines { head: part(&all.head), rows: lines.map(part).collect() })
}

/// The value of the cell under the cursor.
pub(crate) fn word(model: &Model) -> Option<String> {
    let opened = model.opened()?;
    let cell = opened.open.current_cell(opened.form)?;
    opened.lean.cells.get(cell).number().map(|number| number.to_string())
}

/// What a note on it is about.
pub(crate) fn target(model: &Model) -> Target {
    let id = model.opened().and_then(|opened| Some(opened.form.id(opened.open.current_cell(opened.form)?)));
    id.map_or(Target::Report, |id| Target::Cell(SafeText::line(id)))
}

/// Where its value stood in the document; until the report's narrative is there, that may be known in a moment.
pub(crate) fn sought(model: &Model) -> Option<Sought> {
    let opened = model.opened()?;
    let known = |cell: &Cell| origins::may_be_known(&opened.open.narrative, opened.form, *cell);
    opened.open.current_cell(opened.form).filter(known).map(Sought::Cell)
}

pub(crate) fn cursor(model: &Model) -> (usize, usize) {
    model.open.as_ref().and_then(|open| open.tables.cursor()).unwrap_or_default()
}

/// Keeps it on the screen.
pub(crate) fn settle(model: &mut Model, regions: &Regions) {
    if let Some((open, form)) = model.opened_mut() {
        open.tables.settle(form, usize::from(regions.body.height));
        // The document marks the value of the cell last looked at.
        open.source.cell = open.current_cell(form);
    }
}

/// Comes back to a cell; to the findings, where the form has no such cell.
pub(crate) fn restore(open: &mut Open, part: &PlaceInReport, form: &Form) {
    match part.cell(form) {
        Some(cell) => {
            open.show_cell(form, cell);
            open.screen = part.screen;
        }
        None => open.screen = Screen::Findings,
    }
}
