//! Moving about: into and out of screens, along lists, over the cells of a table.

use crate::tui::model::{Model, Screen};
use crate::tui::msg::Effect;
use crate::tui::why_not::{Able, need};
use crate::tui::{doubts as remarks, layout, notes, opening};

use super::{doubts, selection, source, versions, visit, years};

/// Is there anything under the cursor to go into?
pub(crate) fn can_enter(model: &Model) -> Able {
    let words = &model.words().desk;
    let open = model.open.as_ref();
    match model.screen() {
        Screen::Agencies => need(model.current_sheet().is_some(), words.no_report()),
        Screen::Findings => need(open.is_some_and(|open| open.finding().is_some()), words.no_finding_on_line()),
        Screen::Notes => need(notes::current(model).is_some(), words.no_note_here()),
        Screen::Text => need(open.is_some_and(|open| open.ties_here().next().is_some()), words.no_claim_here()),
        Screen::Source => need(!source::cells_here(model).is_empty(), words.no_cell_on_line()),
        Screen::Doubts => {
            let opened = model.opened();
            let cell = opened.and_then(|opened| remarks::cell(remarks::current(model)?, &opened));
            need(cell.is_some(), words.no_cell_of_doubt())
        }
        Screen::Years => years::target(model).map(|_| ()),
        Screen::Versions => versions::can_enter(model),
        Screen::Table | Screen::Cell => Ok(()),
    }
}

/// One level in: into what is under the cursor.
pub(crate) fn enter(model: &mut Model) -> Vec<Effect> {
    let Some(opened) = model.opened() else {
        return model.list.current().map(|item| opening::open(model, item)).unwrap_or_default();
    };
    let form = opened.form;
    let target = notes::current(model).map(|entry| entry.act.target.clone());
    let Some(open) = model.open.as_mut() else { return Vec::new() };
    match open.screen {
        Screen::Findings => open.show_finding(form),
        Screen::Table => open.screen = Screen::Cell,
        Screen::Agencies | Screen::Cell => {}
        Screen::Notes => {
            if let Some(target) = target {
                opening::follow(model, &target);
            }
        }
        Screen::Source => source::enter(model),
        Screen::Doubts => doubts::enter(model),
        Screen::Years => return years::enter(model),
        Screen::Versions => versions::enter(model),
        Screen::Text => open.follow_tie(form),
    }
    Vec::new()
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

/// Shows another screen of the open report.
pub(crate) fn show(model: &mut Model, screen: Screen) {
    if let Some(open) = model.open.as_mut() {
        (open.screen, open.back) = (screen, None);
    }
}

/// Shows a table of the open report.
pub(crate) fn show_table(model: &mut Model, table: usize) {
    if let Some(open) = model.open.as_mut() {
        open.tables.shown = table;
    }
    show(model, Screen::Table);
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
    let Some(opened) = model.opened() else {
        let len = model.list.visible.len();
        model.list.window.step(step, len);
        return;
    };
    let form = opened.form;
    let Some(open) = model.open.as_mut() else { return };
    match open.screen {
        Screen::Findings => {
            open.findings.window.step(step, usize::MAX);
            open.findings.preview = None;
        }
        Screen::Text => open.text.window.step(step, usize::MAX),
        Screen::Notes => open.notes.step(step, usize::MAX),
        Screen::Source => open.source.window.step(step, usize::MAX),
        Screen::Doubts => open.doubts.step(step, usize::MAX),
        Screen::Years => open.years.step(step),
        Screen::Versions => open.versions.window.step(step, usize::MAX),
        Screen::Table | Screen::Cell => open.tables.step(step, form),
        Screen::Agencies => {}
    }
}

/// By so many columns.
pub(crate) fn step_column(model: &mut Model, step: isize) {
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let Some(open) = model.open.as_mut() else { return };
    match open.screen {
        Screen::Years => open.years.step_year(step),
        Screen::Table | Screen::Cell => open.tables.step_column(step, form),
        Screen::Agencies
        | Screen::Findings
        | Screen::Text
        | Screen::Notes
        | Screen::Source
        | Screen::Doubts
        | Screen::Versions => {}
    }
}
