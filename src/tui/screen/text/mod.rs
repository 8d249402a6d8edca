//! The text of a report.

pub(crate) mod beside;
mod panel;
pub(crate) mod parallel;
pub(crate) mod prose;
mod state;
mod ties;
mod update;
mod view;

use ratatui::layout::Position;

use crate::form::Form;
use crate::journal::Target;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::places::PlaceInReport;
use crate::tui::model::{Model, Open, PanelNeed, Window};
use crate::tui::msg::Effect;
use crate::tui::query::Query;
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::{Able, need};

use super::show::Show;

pub(crate) use state::Prose;

/// The text of the open report.
pub(crate) struct TextScreen;

impl Show for TextScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model)
    }

    fn panel(&self, model: &Model, width: usize) -> PanelNeed {
        view::need(model, width)
    }

    fn found(&self, model: &Model, query: &Query) -> Vec<Hit> {
        update::found(model, query)
    }

    /// The first number on the line.
    fn word(&self, model: &Model) -> Option<String> {
        update::number(model)
    }

    fn all_lines(&self, model: &Model) -> Lines {
        update::all_lines(model)
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        update::lines(model)
    }

    fn peek(&self, model: &Model, _room: usize) -> Option<String> {
        ties::peek(model)
    }

    fn copied(&self, model: &Model) -> Option<String> {
        update::copied(model)
    }

    fn target(&self, model: &Model) -> Target {
        update::section(model).map_or(Target::Report, Target::Section)
    }

    fn shows_finding(&self, model: &Model) -> bool {
        model.open.as_ref().is_some_and(|open| open.findings.marked && open.finding().is_some())
    }

    fn can_enter(&self, model: &Model) -> Able {
        let has_tie = model.open.as_ref().is_some_and(|open| open.ties_here().next().is_some());
        need(has_tie, model.words().desk.no_claim_here())
    }

    fn enter(&self, model: &mut Model) -> Vec<Effect> {
        if let Some((open, form)) = model.opened_mut() {
            open.follow_tie(form);
        }
        Vec::new()
    }

    fn window<'o>(&self, open: &'o mut Open) -> Option<&'o mut Window> {
        Some(&mut open.text.window)
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        (model.open.as_ref().map_or(0, |open| open.text.window.cursor), 0)
    }

    fn settle(&self, model: &mut Model, regions: &Regions) {
        update::settle(model, regions);
    }

    fn restore(&self, open: &mut Open, part: &PlaceInReport, _form: &Form) {
        open.text.window.cursor = part.row;
        open.text.passage = part.passage.or(open.text.passage);
    }
}

#[cfg(test)]
mod tests;
