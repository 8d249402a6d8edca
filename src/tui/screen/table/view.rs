//! A table of a report: the grid with its marks, and the current finding's equation below.

use ratatui::layout::Position;

use crate::check::localise::Change;
use crate::check::{Finding, Jump, Jumps, Violation};
use crate::form::Cell;
use crate::journal::Target;
use crate::report::Value;
use crate::tui::layout::{Regions, is_beside};
use crate::tui::model::{Model, Opened};
use crate::tui::screen::cell::value;
use crate::tui::screen::cell::value::jump_sign;
use crate::tui::screen::findings::causes;
use crate::tui::screen::{cell, doubts};
use crate::tui::theme;
use crate::tui::view::equation;
use crate::tui::view::equation::{LEFT_MARKS, RIGHT_MARKS};
use crate::tui::view::grid::{Grid, Shown};
use crate::tui::view::paint::{Canvas, Piece};

/// Draws table number `number` of the open report.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model, number: usize) -> Option<Position> {
    let opened = model.opened()?;
    let table = opened.form.tables.get(number)?;
    let marks = Marks::of(model, &opened, number);
    let wide = is_beside(model);
    let name =
        |row| if wide { table.row_full_name(row, model.given.lang) } else { table.row_name(row, model.given.lang) };
    let rows: Vec<String> = (0..table.rows.len()).map(name).collect();
    let columns: Vec<String> =
        (0..table.columns.len()).map(|column| table.column_name(column, model.given.lang).to_owned()).collect();
    let grid = Grid {
        rows: &rows,
        columns: &columns,
        cell: &|row, column| Some(shown(model, &opened, &marks, table.at(row, column)?)),
        cursor: opened.open.tables.cursors.get(number).copied().unwrap_or_default(),
        offset: opened.open.tables.offsets.get(number).copied().unwrap_or_default(),
    };
    let position = grid.draw(canvas, regions.head, regions.body);
    if wide {
        beside(canvas, regions, model, &opened);
    } else {
        equation::panel(canvas, regions.panel, model, &opened, opened.open.marked_finding());
    }
    position
}

/// With room to spare: the finding, and below it everything about the cell under the cursor.
fn beside(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model, opened: &Opened<'_>) {
    let area = canvas.part(regions.panel);
    let width = usize::from(area.width);
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    if let Some(finding) = opened.open.marked_finding() {
        lines.extend(equation::lines(model, opened, finding, width));
        lines.push(Vec::new());
    }
    let cell = opened.open.current_cell(opened.form);
    lines.extend(cell.map(|cell| cell::view::lines(model, opened, cell, width)).unwrap_or_default());
    for (row, line) in (0..area.height).zip(lines) {
        canvas.pieces(area, row, line);
    }
}

/// What is marked: the sides of the current finding, faulty cells, cells with notes, what a repair would change.
struct Marks {
    left: Vec<Cell>,
    right: Vec<Cell>,
    faulty: Vec<Cell>,
    noted: Vec<Cell>,
    /// Doubtful readings and compared ones.
    readings: Vec<(Cell, &'static str)>,
    preview: Vec<Change>,
    common: Vec<Cell>,
    /// What is sudden against the year before.
    jumps: Vec<(Cell, Jump)>,
}

impl Marks {
    fn of(model: &Model, opened: &Opened<'_>, table: usize) -> Self {
        let broken = opened.open.marked_finding().and_then(Finding::broken);
        let faults = opened.open.outcome.findings.iter().filter(|finding| matches!(finding.what, Violation::Faulty(_)));
        let notes = model.review_of(opened.open.item).into_iter().flat_map(|review| review.notes());
        let cell_of = |target: &Target| match target {
            Target::Cell(id) => opened.form.cell(id),
            _ => None,
        };
        let said = opened.open.marked_finding().filter(|finding| finding.said().is_some());
        let said = said.map(|finding| finding.cells.clone()).unwrap_or_default();
        Self {
            left: broken.map(|broken| broken.equation.left.to_vec()).unwrap_or(said),
            right: broken.map(|broken| broken.equation.right.to_vec()).unwrap_or_default(),
            faulty: faults.flat_map(|finding| finding.cells.iter().copied()).collect(),
            readings: doubts::signs(model, opened),
            preview: causes::previewed(opened.open).map(|repair| repair.cells.clone()).unwrap_or_default(),
            common: causes::current(opened.open).map(|block| block.common.clone()).unwrap_or_default(),
            noted: notes.filter_map(|note| cell_of(note.target())).collect(),
            jumps: jumps(model, opened, table),
        }
    }
}

/// The cells of a table that have changed suddenly since the year before.
fn jumps(model: &Model, opened: &Opened<'_>, table: usize) -> Vec<(Cell, Jump)> {
    let before = model.year_before(opened.lean);
    let Some(before) = before.lean() else { return Vec::new() };
    let jumps = Jumps::of(model.given.basis.profile);
    let cells = opened.form.cells_of(table);
    cells.filter_map(|cell| Some((cell, jumps.of_cell(opened.lean, before, cell)?))).collect()
}

/// The text of a cell with its marks: `<5>` left side, `[5]` right side, `!` a fault of its own, `*` a note,
/// `?` a doubtful reading, `✓` or `✗` one that was compared with the document, `▴` or `▾`
/// a sudden change.
fn shown(model: &Model, opened: &Opened<'_>, marks: &Marks, cell: Cell) -> Shown {
    let value = opened.lean.cells.get(cell);
    let mut text = value::short_value(value, model);
    let mut style = match value {
        Value::Number(number) if number.is_zero() => theme::DIM,
        Value::Missing | Value::Blank => theme::DIM,
        _ => theme::PLAIN,
    };
    if marks.faulty.contains(&cell) {
        text.insert(0, '!');
        style = theme::WARNING;
    }
    if let Some(change) = marks.preview.iter().find(|change| change.cell == cell) {
        // Only what every repair says of a cell is certain.
        let doubt = if marks.common.contains(&cell) { "" } else { "?" };
        text = format!("{text}>{}{doubt}", change.to);
        style = theme::PREVIEW;
        return Shown { text, style };
    }
    let mut side = |(before, after): (char, char), colour| {
        text = format!("{before}{text}{after}");
        style = colour;
    };
    if marks.left.contains(&cell) {
        side(LEFT_MARKS, theme::LEFT_SIDE);
    } else if marks.right.contains(&cell) {
        side(RIGHT_MARKS, theme::RIGHT_SIDE);
    }
    if let Some((_, sign)) = marks.readings.iter().find(|(known, _)| *known == cell) {
        text.push_str(sign);
    }
    if let Some((_, jump)) = marks.jumps.iter().find(|(known, _)| *known == cell) {
        text.push_str(jump_sign(*jump));
    }
    if marks.noted.contains(&cell) {
        text.push('*');
    }
    Shown { text, style }
}
