//! An agency over the years.

mod state;
mod update;
mod view;

use ratatui::layout::Position;

use crate::form::Form;
use crate::journal::Target;
use crate::report::SafeText;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::places::PlaceInReport;
use crate::tui::model::{Model, Open, Opened, PanelNeed};
use crate::tui::msg::Effect;
use crate::tui::query::Query;
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::Able;

use super::show::Show;

#[cfg(test)]
pub(crate) use state::YearColumn;
pub(crate) use state::{FIGURES, Years, height};
pub(crate) use update::fill;

/// The agency of the open report over the years.
pub(crate) struct YearsScreen;

impl Show for YearsScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model)
    }

    fn rows(&self, _model: &Model) -> Option<usize> {
        Some(FIGURES.len())
    }

    /// A line for each year, and one above them.
    fn panel(&self, model: &Model, _width: usize) -> PanelNeed {
        let columns = model.open.as_ref().and_then(|open| open.years.columns.as_deref());
        PanelNeed::of(columns.map_or(0, <[_]>::len) + 1)
    }

    fn found(&self, model: &Model, query: &Query) -> Vec<Hit> {
        update::found(model, query)
    }

    fn all_lines(&self, model: &Model) -> Lines {
        update::all_lines(model)
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        update::line(model).into_iter().collect()
    }

    fn copied(&self, model: &Model) -> Option<String> {
        update::row_text(model)
    }

    fn target(&self, model: &Model) -> Target {
        let cell = update::cell_of_report(model).zip(model.opened());
        cell.map_or(Target::Report, |(cell, opened)| Target::Cell(SafeText::line(opened.form.id(cell))))
    }

    fn can_enter(&self, model: &Model) -> Able {
        update::target(model).map(|_| ())
    }

    fn enter(&self, model: &mut Model) -> Vec<Effect> {
        update::enter(model)
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        model.open.as_ref().map(|open| (open.years.row, open.years.column())).unwrap_or_default()
    }

    fn hit(&self, model: &Model) -> Hit {
        let (row, column) = self.cursor(model);
        Hit::Cell(row, column)
    }

    fn put(&self, model: &mut Model, hit: Hit) {
        if let (Some(open), Hit::Cell(row, column)) = (model.open.as_mut(), hit) {
            open.years.put(row, column);
        }
    }

    fn step(&self, model: &mut Model, lines: isize) {
        if let Some(open) = model.open.as_mut() {
            open.years.step(lines);
        }
    }

    fn step_column(&self, model: &mut Model, columns: isize) {
        if let Some(open) = model.open.as_mut() {
            open.years.step_year(columns);
        }
    }

    fn settle(&self, model: &mut Model, regions: &Regions) {
        if let Some(open) = model.open.as_mut() {
            open.years.settle(usize::from(regions.body.height));
        }
    }

    fn spot(&self, model: &Model, _opened: &Opened<'_>) -> (usize, usize) {
        (self.cursor(model).0, 0)
    }

    fn restore(&self, open: &mut Open, part: &PlaceInReport, _form: &Form) {
        open.years.row = part.row;
    }
}

#[cfg(test)]
mod tests;
