//! The years of an agency: its main figures with small plots and what its peers have; below, the figure under the cursor
//! year by year.

use ratatui::layout::{Position, Rect};

use crate::report::{Number, SafeText};
use crate::terminal::glyphs::{HEIGHTS, SAFE};
use crate::tui::layout::Regions;
use crate::tui::model::{Model, Opened, peers};
use crate::tui::screen::cell::value::jump_sign;
use crate::tui::theme;
use crate::tui::view::grid::{self, Grid};
use crate::tui::view::paint::{self, Canvas, Piece, number, run};

use super::state::{self as years, FIGURES, YearColumn, Years};

/// The column of the medians.
const MEDIAN: usize = 14;

/// The widest bar of a year.
const BAR: usize = 40;

/// Draws the tab; returns the place of the cell under the cursor.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let opened = model.opened()?;
    let years = &opened.open.years;
    let columns = years.columns.as_deref()?;
    let plot = columns.len().max(canvas.measure.cells(model.words().see.column_plot())) + 2;
    let aside = (plot + MEDIAN).min(usize::from(regions.body.width) / 2);
    let left = |area: Rect| Rect { width: area.width - u16::try_from(aside).unwrap_or(0), ..area };
    let right = |area: Rect| {
        let width = u16::try_from(aside).unwrap_or(0);
        Rect { x: area.right() - width, width, ..area }
    };
    let rows: Vec<String> = FIGURES.iter().map(|figure| (figure.name)(model.words().see).to_owned()).collect();
    let names: Vec<String> = columns.iter().map(|column| column.year.to_string()).collect();
    let grid = Grid {
        rows: &rows,
        columns: &names,
        cell: &|row, column| columns.get(column).map(|column| shown(model, column, row)),
        range: None,
        cursor: (years.row, years.column()),
        offset: years.offset,
    };
    let position = grid.draw(canvas, left(regions.head), left(regions.body));
    side(canvas, right(regions.head), right(regions.body), model, (years, columns, plot));
    panel(canvas, regions.panel, model, &opened, columns);
    position
}

/// `62▴`; `(3)` where only the next year's report says it.
fn shown(model: &Model, column: &YearColumn, row: usize) -> grid::Shown {
    let figure = column.figures.get(row).copied().unwrap_or_default();
    let text = value_text(model, column, figure.value);
    let style = match (figure.jump, figure.value) {
        (Some(_), _) => theme::WARNING,
        (None, Some(value)) if !value.is_zero() => theme::PLAIN,
        (None, _) => theme::DIM,
    };
    grid::Shown { text: format!("{text}{}", figure.jump.map_or("", jump_sign)), style }
}

fn value_text(model: &Model, column: &YearColumn, value: Option<Number>) -> String {
    match (value, column.item) {
        (Some(value), Some(_)) => value.to_string(),
        (Some(value), None) => format!("({value})"),
        (None, Some(_)) => model.words().desk.short_missing().to_owned(),
        (None, None) => String::new(),
    }
}

/// The plots, and the medians of the year under the cursor.
fn side(canvas: &mut Canvas<'_>, head: Rect, body: Rect, model: &Model, shown: (&Years, &[YearColumn], usize)) {
    let (years, columns, plot) = shown;
    let words = &model.words().see;
    let here = years.current();
    let year = here.map(|column| column.year).unwrap_or_default();
    let heading = words.column_median(year);
    let pieces = [number(words.column_plot(), plot, theme::HEADER), number(heading, MEDIAN, theme::HEADER)];
    canvas.pieces(head, 0, pieces);
    for (line, row) in (0..body.height).zip(years.offset..FIGURES.len()) {
        let median = here.and_then(|column| column.medians.get(row).copied().flatten());
        let median = median.map(|(median, count)| format!("{median} ({count})")).unwrap_or_default();
        canvas.pieces(
            body,
            line,
            [number(sparks(columns, row), plot, theme::PLAIN), number(median, MEDIAN, theme::DIM)],
        );
    }
}

/// One sign for each year; a blank where nothing is known.
fn sparks(columns: &[YearColumn], row: usize) -> String {
    let most = most(columns, row);
    columns
        .iter()
        .map(|column| column.figures.get(row).and_then(|figure| figure.value))
        .map(|value| match value {
            Some(value) => SAFE.heights.get(years::height(value, most, HEIGHTS - 1)).copied().unwrap_or(" "),
            None => " ",
        })
        .collect()
}

/// The highest value of a figure.
fn most(columns: &[YearColumn], row: usize) -> Number {
    columns.iter().filter_map(|column| column.figures.get(row)?.value).max().unwrap_or(Number::ZERO)
}

/// The figure under the cursor: a bar for each year, the latest first, with the median of the peers.
fn panel(canvas: &mut Canvas<'_>, panel: Rect, model: &Model, opened: &Opened<'_>, columns: &[YearColumn]) {
    let area = canvas.part(panel);
    let years = &opened.open.years;
    let heading = heading(model, opened);
    canvas.pieces(area, 0, heading);
    let values = columns.iter().map(|column| value_of(model, column, years.row));
    let widest = values.map(|text| canvas.measure.cells(&text)).max().unwrap_or(0);
    let most = most(columns, years.row);
    let room = usize::from(area.width).saturating_sub(widest + 40).clamp(4, BAR);
    for (row, column) in (1..area.height).zip(columns.iter().rev()) {
        canvas.pieces(area, row, year_line(model, column, years, (most, widest, room)));
    }
}

fn value_of(model: &Model, column: &YearColumn, row: usize) -> String {
    let figure = column.figures.get(row).copied().unwrap_or_default();
    value_text(model, column, figure.value) + figure.jump.map_or("", jump_sign)
}

fn heading(model: &Model, opened: &Opened<'_>) -> Vec<Piece> {
    let words = &model.words().see;
    let name = FIGURES.get(opened.open.years.row).map_or("", |figure| (figure.name)(*words));
    let wider = peers::wider_region(&opened.lean.head.agency);
    let region: Vec<&str> = wider.iter().map(SafeText::as_str).collect();
    let peers = match region.is_empty() {
        true => words.peers_anywhere().to_owned(),
        false => words.peers_in(region.join(" ")),
    };
    vec![run(format!("{name}  "), theme::HEADING), run(peers, theme::DIM)]
}

fn year_line(
    model: &Model,
    column: &YearColumn,
    years: &Years,
    (most, widest, room): (Number, usize, usize),
) -> Vec<Piece> {
    let words = &model.words().see;
    let here = Some(column.year) == years.current().map(|column| column.year);
    let base = if here { theme::CURSOR } else { theme::PLAIN };
    let value = column.figures.get(years.row).and_then(|figure| figure.value);
    let length = value.map_or(0, |value| years::height(value, most, room));
    let said = match (column.item, column.medians.get(years.row).copied().flatten()) {
        (None, _) => words.stated_later().to_owned(),
        (_, Some((median, count))) => words.median_of(median, count),
        (_, None) => words.no_peers().to_owned(),
    };
    vec![
        run(format!("{}{} ", if here { SAFE.marker } else { " " }, column.year), base),
        number(value_of(model, column, years.row), widest + 1, base),
        run(" ", theme::PLAIN),
        paint::column(SAFE.full.repeat(length), room, theme::PLAIN),
        run(format!("  {said}"), theme::DIM),
    ]
}
