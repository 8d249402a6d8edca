//! What was doubtful in reading a report.

mod folded;
mod remarks;
mod view;

use ratatui::layout::Position;

use crate::form::Cell;
use crate::journal::Target;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::{Model, Open, Opened, PanelNeed, Window};
use crate::tui::msg::Effect;
use crate::tui::query::{Query, lines_with};
use crate::tui::screen::source::{Sought, origins};
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::{Able, need};

use super::show::Show;

pub(crate) use folded::spread;
pub(crate) use remarks::{OPEN, cell, current, len, remarks, said, said_of_cell, seen, signs, target};

/// The reading doubts of the open report.
pub(crate) struct DoubtsScreen;

impl Show for DoubtsScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model)
    }

    fn rows(&self, model: &Model) -> Option<usize> {
        Some(folded::shown(model).len().max(if remarks(model).is_empty() { len(model) } else { 0 }))
    }

    fn panel(&self, model: &Model, width: usize) -> PanelNeed {
        PanelNeed::of(view::details_here(model, width).len())
    }

    fn found(&self, model: &Model, query: &Query) -> Vec<Hit> {
        let shown = folded::shown(model);
        let found = lines_with(query, remarks(model).iter().map(|remark| remark.text(model.words())));
        found.into_iter().filter(|hit| matches!(hit, Hit::Line(line) if shown.contains(line))).collect()
    }

    fn all_lines(&self, model: &Model) -> Lines {
        Lines::of(remarks(model).iter().map(|remark| remark.text(model.words())))
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        let (Some(opened), words) = (model.opened(), model.words()) else { return Vec::new() };
        vec![match current(model) {
            Some(remark) => {
                let said = said(remark, &opened, model.review_of(opened.open.item)).map(|said| said.text(words));
                let position = format!("{}/{}", opened.open.doubts.cursor + 1, remarks(model).len());
                format!("{position} {} {}", remark.text(words), said.unwrap_or_default())
            }
            None => words.desk.no_doubts().to_owned(),
        }]
    }

    fn copied(&self, model: &Model) -> Option<String> {
        current(model).map(|remark| remark.text(model.words()))
    }

    fn target(&self, model: &Model) -> Target {
        current(model).map_or(Target::Report, target)
    }

    fn sought(&self, model: &Model) -> Option<Sought> {
        let (remark, opened) = (current(model)?, model.opened()?);
        let known = |cell: &Cell| origins::may_be_known(&opened.open.narrative, opened.form, *cell);
        let cell = || cell(remark, &opened).filter(known).map(Sought::Cell);
        remark.line.map(Sought::Line).or_else(cell).or(remark.page.map(Sought::Page))
    }

    fn can_enter(&self, model: &Model) -> Able {
        need(cell_here(model).is_some(), model.words().desk.no_cell_of_doubt())
    }

    /// To the cell of the doubt.
    fn enter(&self, model: &mut Model) -> Vec<Effect> {
        if let (Some(cell), Some((open, form))) = (cell_here(model), model.opened_mut()) {
            open.show_cell(form, cell);
        }
        Vec::new()
    }

    fn window<'o>(&self, open: &'o mut Open) -> Option<&'o mut Window> {
        Some(&mut open.doubts)
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        (model.open.as_ref().map_or(0, |open| open.doubts.cursor), 0)
    }

    fn step(&self, model: &mut Model, lines: isize) {
        folded::step(model, lines);
    }

    fn settle(&self, model: &mut Model, regions: &Regions) {
        folded::settle(model, usize::from(regions.body.height));
    }

    fn count(&self, _model: &Model, opened: &Opened<'_>) -> Option<usize> {
        usize::try_from(opened.lean.remarks).ok()
    }
}

fn cell_here(model: &Model) -> Option<Cell> {
    cell(current(model)?, &model.opened()?)
}
