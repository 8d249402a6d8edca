//! The document that a report was read from.

pub(crate) mod origins;
mod state;
mod update;
mod view;

use ratatui::layout::Position;

use crate::form::Form;
use crate::journal::Target;
use crate::report::{SafeText, SourceLine};
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::places::PlaceInReport;
use crate::tui::model::{Model, Open, Opened, PanelNeed, Window};
use crate::tui::msg::Effect;
use crate::tui::query::{Query, lines_with};
use crate::tui::screen::cell::value;
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::{Able, need};

use super::show::Show;

#[cfg(test)]
pub(crate) use state::Text;
pub(crate) use state::{ShownDocument, Sought, SourceTab};
pub(crate) use update::arrived;

/// So much of the line under the cursor is shown whole.
const LINES_OF_PANEL: usize = 5;

/// The document of the open report.
pub(crate) struct SourceScreen;

impl Show for SourceScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model)
    }

    /// The line under the cursor: lines differ, and the panel must not jump from one to the next.
    fn panel(&self, _model: &Model, _width: usize) -> PanelNeed {
        PanelNeed::of(LINES_OF_PANEL)
    }

    fn found(&self, model: &Model, query: &Query) -> Vec<Hit> {
        let document = model.open.as_ref().and_then(|open| open.source.document());
        let lines = document.map(|document| document.lines.as_slice()).unwrap_or_default();
        let text = |line: &SourceLine| line.fields.iter().map(|field| field.as_str()).collect::<Vec<_>>().join(" ");
        lines_with(query, lines.iter().map(text))
    }

    /// The value of the cell that is marked in the line.
    fn word(&self, model: &Model) -> Option<String> {
        let opened = model.opened()?;
        let cell = opened.open.source.cell.filter(|cell| update::is_under_cursor(&opened, *cell))?;
        opened.lean.cells.get(cell).number().map(|number| number.to_string())
    }

    fn all_lines(&self, model: &Model) -> Lines {
        let document = model.open.as_ref().and_then(|open| open.source.document());
        let lines = document.map(|document| document.lines.as_slice()).unwrap_or_default();
        let row = |line: &SourceLine| line.fields.iter().map(ToString::to_string).collect();
        Lines { head: Vec::new(), rows: lines.iter().map(row).collect() }
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        update::lines(model)
    }

    /// Of the cell whose value is marked in the line.
    fn peek(&self, model: &Model, room: usize) -> Option<String> {
        let opened = model.opened()?;
        let cell = opened.open.source.cell.filter(|cell| update::is_under_cursor(&opened, *cell))?;
        Some(value::peek(model, &opened, cell, room))
    }

    fn copied(&self, model: &Model) -> Option<String> {
        let fields = &model.open.as_ref()?.source.line()?.fields;
        Some(fields.iter().map(|field| field.as_str()).collect::<Vec<_>>().join("\t"))
    }

    fn target(&self, model: &Model) -> Target {
        let cell = model.open.as_ref().and_then(|open| open.source.cell);
        let cell = cell.filter(|cell| update::cells_here(model).contains(cell)).zip(model.opened());
        cell.map_or(Target::Report, |(cell, opened)| Target::Cell(SafeText::line(opened.form.id(cell))))
    }

    fn can_enter(&self, model: &Model) -> Able {
        need(!update::cells_here(model).is_empty(), model.words().desk.no_cell_on_line())
    }

    fn enter(&self, model: &mut Model) -> Vec<Effect> {
        update::enter(model);
        Vec::new()
    }

    fn wish(&self, model: &mut Model) -> Option<Effect> {
        update::wish(model)
    }

    fn window<'o>(&self, open: &'o mut Open) -> Option<&'o mut Window> {
        Some(&mut open.source.window)
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        (model.open.as_ref().map_or(0, |open| open.source.window.cursor), 0)
    }

    fn settle(&self, model: &mut Model, regions: &Regions) {
        update::settle(model, usize::from(regions.body.height));
    }

    fn is_moved_unseen(&self) -> bool {
        true
    }

    /// The number of the line: the document may have other lines by then.
    fn spot(&self, _model: &Model, opened: &Opened<'_>) -> (usize, usize) {
        (opened.open.source.line().map_or(0, |line| usize::try_from(line.number).unwrap_or(0)), 0)
    }

    fn restore(&self, open: &mut Open, part: &PlaceInReport, _form: &Form) {
        open.source.sought = u32::try_from(part.row).ok().filter(|line| *line > 0).map(Sought::Line);
    }
}

#[cfg(test)]
mod tests;
