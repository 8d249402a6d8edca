//! Moving about: into and out of screens, along lists, over the cells of a table.

use crate::tui::model::{Model, Screen};
use crate::tui::msg::Effect;
use crate::tui::why_not::Able;
use crate::tui::{layout, screen};

use super::{selection, visit};

/// Is there anything under the cursor to go into?
pub(crate) fn can_enter(model: &Model) -> Able {
    screen::of(model.screen()).can_enter(model)
}

/// One level in: into what is under the cursor.
pub(crate) fn enter(model: &mut Model) -> Vec<Effect> {
    screen::of(model.screen()).enter(model)
}

/// One level out; on the list of agencies it first gives up the filter, and then does nothing.
pub(crate) fn back(model: &mut Model) -> Vec<Effect> {
    match model.open.as_mut() {
        Some(open) if open.screen == Screen::Cell => open.screen = Screen::Table,
        Some(open) if visit::ends_here(open) => {
            return visit::back(model);
        }
        Some(open) if open.screen != Screen::Findings => {
            open.screen = open.back.take().unwrap_or(Screen::Findings);
        }
        Some(_) => model.open = None,
        None if !model.list.filter.is_empty() => {
            model.list.filter.clear();
            model.stale.list = true;
        }
        None if !model.list.chips.is_empty() => {
            model.list.chips.pop();
            model.stale.list = true;
        }
        None if !model.selection.is_empty() => selection::clear(model),
        None => {}
    }
    Vec::new()
}

fn page(model: &Model) -> isize {
    isize::try_from(layout::regions(model).body.height).unwrap_or(1).max(2) - 1
}

/// By so many pages along what is shown.
pub(crate) fn turn(model: &mut Model, pages: isize) {
    step(model, pages * page(model));
}

/// Copied passages are turned by the page; settling keeps to what there is.
pub(crate) fn turn_panel(model: &mut Model, pages: isize) {
    let page = isize::try_from(layout::regions(model).panel.height).unwrap_or(1).max(4) - 3;
    if let Some(open) = model.open.as_mut() {
        open.text.scroll = open.text.scroll.saturating_add_signed(pages * page);
    }
}

/// By so many lines along what is shown.
pub(crate) fn step(model: &mut Model, step: isize) {
    screen::of(model.screen()).step(model, step);
}

/// By so many columns.
pub(crate) fn step_column(model: &mut Model, step: isize) {
    screen::of(model.screen()).step_column(model, step);
}
