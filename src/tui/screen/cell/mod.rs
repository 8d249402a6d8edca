//! One cell of a table by itself.

pub(crate) mod value;
pub(super) mod view;

use ratatui::layout::Position;

use crate::form::Form;
use crate::journal::Target;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::places::PlaceInReport;
use crate::tui::model::{Model, Open};
use crate::tui::msg::Effect;
use crate::tui::screen::source::Sought;
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::Able;

use super::show::Show;
use super::table;

/// The cell under the cursor of the table.
pub(crate) struct CellScreen;

impl Show for CellScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model)
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        table::lines(model)
    }

    fn peek(&self, model: &Model, room: usize) -> Option<String> {
        table::peek(model, room)
    }

    fn copied(&self, model: &Model) -> Option<String> {
        table::copied(model)
    }

    /// Those of its table: a count copies so many rows from its own on.
    fn all_lines(&self, model: &Model) -> Lines {
        table::all_lines(model)
    }

    fn target(&self, model: &Model) -> Target {
        table::target(model)
    }

    fn shows_finding(&self, model: &Model) -> bool {
        model.opened().is_some_and(|opened| {
            let cell = opened.open.current_cell(opened.form);
            opened.open.marked_finding().is_some_and(|finding| cell.is_some_and(|cell| finding.cells.contains(&cell)))
        })
    }

    fn sought(&self, model: &Model) -> Option<Sought> {
        table::sought(model)
    }

    /// There is nothing further in.
    fn can_enter(&self, _model: &Model) -> Able {
        Ok(())
    }

    fn enter(&self, _model: &mut Model) -> Vec<Effect> {
        Vec::new()
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        table::cursor(model)
    }

    fn step(&self, _model: &mut Model, _lines: isize) {}

    fn settle(&self, model: &mut Model, regions: &Regions) {
        table::settle(model, regions);
    }

    fn restore(&self, open: &mut Open, part: &PlaceInReport, form: &Form) {
        table::restore(open, part, form);
    }
}
