//! The list of agencies, and beside it the report under its cursor in brief.

mod cells;
pub(crate) mod filter;
mod list;
pub(crate) mod narrowing;
pub(crate) mod preview;
mod said;
pub(crate) mod selection;
mod view;

use std::collections::HashSet;

use ratatui::layout::Position;

use crate::form::newest;
use crate::journal::Target;
use crate::tui::hit::Hit;
use crate::tui::layout::{self, Regions};
use crate::tui::lines::Lines;
use crate::tui::model::{ItemId, Model, PanelNeed};
use crate::tui::msg::Effect;
use crate::tui::screen::opening;
use crate::tui::screen::table::TableGlance;
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::{Able, need};

use super::show::Show;

pub(crate) use list::List;
pub(crate) use preview::Preview;
pub(crate) use selection::Selection;

/// The lines of the marked agencies, in the order of the list; those that it does not show come last.
#[must_use]
pub(crate) fn marked_lines(model: &Model) -> Lines {
    let shown = model.list.visible.iter().copied().filter(|&item| model.selection.contains(item));
    let visible: HashSet<ItemId> = model.list.visible.iter().copied().collect();
    let hidden = model.selection.iter().filter(|item| !visible.contains(item));
    cells::lines(model, shown.chain(hidden))
}

/// The list of agencies.
pub(crate) struct AgenciesScreen;

impl Show for AgenciesScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model)
    }

    fn rows(&self, model: &Model) -> Option<usize> {
        Some(model.list.visible.len())
    }

    /// As high as the preview may be: it must not jump from report to report.
    fn panel(&self, model: &Model, _width: usize) -> PanelNeed {
        let height = usize::from(model.size.height) * 2 / 5;
        if !layout::has_preview(model) {
            return PanelNeed::default();
        }
        let third = if layout::has_room_for_glance(model) { TableGlance::widest(newest(), model) } else { 0 };
        PanelNeed { third, ..PanelNeed::of(height.saturating_sub(1)) }
    }

    fn all_lines(&self, model: &Model) -> Lines {
        cells::lines(model, model.list.visible.iter().copied())
    }

    fn has_lines(&self, model: &Model) -> bool {
        !model.list.visible.is_empty()
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        vec![said::agency(model)]
    }

    fn peek(&self, model: &Model, _room: usize) -> Option<String> {
        let item = model.library.get(model.list.current()?)?;
        Some(match &item.body {
            Ok(_) => format!("{}  {}", item.name().name(), item.id.name()),
            Err(why) => why.to_string(),
        })
    }

    fn copied(&self, model: &Model) -> Option<String> {
        let item = model.library.get(model.list.current()?)?;
        Some(format!("{}\t{}\t{}", item.name(), item.year(), item.id))
    }

    fn target(&self, _model: &Model) -> Target {
        Target::Report
    }

    fn can_enter(&self, model: &Model) -> Able {
        need(model.current_item().is_some(), model.words().desk.no_report())
    }

    fn enter(&self, model: &mut Model) -> Vec<Effect> {
        model.list.current().map(|item| opening::open(model, item)).unwrap_or_default()
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        (model.list.window.cursor, 0)
    }

    fn put(&self, model: &mut Model, hit: Hit) {
        if let Hit::Line(line) = hit {
            model.list.window.cursor = line;
        }
    }

    fn step(&self, model: &mut Model, lines: isize) {
        let len = model.list.visible.len();
        model.list.window.step(lines, len);
    }

    fn settle(&self, model: &mut Model, regions: &Regions) {
        let len = model.list.visible.len();
        model.list.window.settle(len, usize::from(regions.body.height));
    }

    fn is_moved_unseen(&self) -> bool {
        true
    }

    /// Into the filter while that is typed.
    fn paste(&self, model: &mut Model, text: &str) -> bool {
        if model.list.typing {
            filter::pasted(model, text);
        }
        model.list.typing
    }
}

#[cfg(test)]
mod tests;
