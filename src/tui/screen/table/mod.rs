//! The tables of a report.

mod glance;
mod marks;
mod state;
mod update;
mod view;

use ratatui::layout::Position;

use crate::form::Form;
use crate::journal::Target;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::places::PlaceInReport;
use crate::tui::model::{Model, Open, PanelNeed, Screen};
use crate::tui::msg::Effect;
use crate::tui::query::Query;
use crate::tui::screen::source::Sought;
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::Able;

use super::show::Show;

pub(crate) use glance::TableGlance;
pub(crate) use marks::Marks;
pub(crate) use state::Tables;
pub(super) use update::{all_lines, copied, cursor, lines, peek, restore, settle, sought, target};

/// One of the tables of the open report.
pub(crate) struct TableScreen;

impl Show for TableScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model, model.open.as_ref()?.tables.shown)
    }

    fn rows(&self, model: &Model) -> Option<usize> {
        let opened = model.opened()?;
        Some(opened.form.tables.get(opened.open.tables.shown)?.rows.len())
    }

    fn panel(&self, model: &Model, width: usize) -> PanelNeed {
        model.opened().map(|opened| view::need(model, &opened, width)).unwrap_or_default()
    }

    fn found(&self, model: &Model, query: &Query) -> Vec<Hit> {
        update::found(model, query)
    }

    fn word(&self, model: &Model) -> Option<String> {
        update::word(model)
    }

    fn all_lines(&self, model: &Model) -> Lines {
        all_lines(model)
    }

    fn range(&self, model: &Model) -> Option<Lines> {
        update::range(model)
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        lines(model)
    }

    fn peek(&self, model: &Model, room: usize) -> Option<String> {
        peek(model, room)
    }

    fn copied(&self, model: &Model) -> Option<String> {
        copied(model)
    }

    fn target(&self, model: &Model) -> Target {
        target(model)
    }

    fn shows_finding(&self, model: &Model) -> bool {
        model.open.as_ref().is_some_and(|open| open.marked_finding().is_some())
    }

    fn sought(&self, model: &Model) -> Option<Sought> {
        sought(model)
    }

    fn can_enter(&self, _model: &Model) -> Able {
        Ok(())
    }

    fn enter(&self, model: &mut Model) -> Vec<Effect> {
        if let Some(open) = model.open.as_mut() {
            open.screen = Screen::Cell;
        }
        Vec::new()
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        cursor(model)
    }

    fn hit(&self, model: &Model) -> Hit {
        let (row, column) = cursor(model);
        Hit::Cell(row, column)
    }

    fn put(&self, model: &mut Model, hit: Hit) {
        if let (Some(open), Hit::Cell(row, column)) = (model.open.as_mut(), hit) {
            open.tables.put(row, column);
        }
    }

    fn step(&self, model: &mut Model, lines: isize) {
        if let Some((open, form)) = model.opened_mut() {
            open.tables.step(lines, form);
        }
    }

    fn step_column(&self, model: &mut Model, columns: isize) {
        if let Some((open, form)) = model.opened_mut() {
            open.tables.step_column(columns, form);
        }
    }

    fn settle(&self, model: &mut Model, regions: &Regions) {
        settle(model, regions);
    }

    fn restore(&self, open: &mut Open, part: &PlaceInReport, form: &Form) {
        restore(open, part, form);
    }
}

#[cfg(test)]
mod tests;
