//! Moving about: into and out of screens, along lists, over the cells of a table.

use crate::tui::command::Command;
use crate::tui::model::{ItemId, Model, Open, Story, Tab, Tone};
use crate::tui::msg::Effect;
use crate::tui::{layout, notes, prose};

use super::{doubts, selection, source, versions, visit, years};

/// Carries out a command of movement.
pub(super) fn go(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Enter => return enter(model),
        Command::Back => return back(model),
        Command::Down => step(model, 1),
        Command::Up => step(model, -1),
        Command::Left => step_column(model, -1),
        Command::Right => step_column(model, 1),
        Command::First => step(model, isize::MIN),
        Command::Last => step(model, isize::MAX),
        Command::PageDown => step(model, page(model)),
        Command::PageUp => step(model, -page(model)),
        Command::PanelDown => scroll(model, 1),
        Command::PanelUp => scroll(model, -1),
        Command::TabFindings => show(model, Tab::Findings),
        Command::TabDisclosure => show(model, Tab::Table(0)),
        Command::TabRequests => show(model, Tab::Table(1)),
        Command::TabDisputes => show(model, Tab::Table(2)),
        Command::TabText => show(model, Tab::Text),
        Command::TabNotes => show(model, Tab::Notes),
        Command::TabSource => show(model, Tab::Source),
        Command::TabDoubts => show(model, Tab::Doubts),
        Command::TabYears => show(model, Tab::Years),
        Command::TabVersions => show(model, Tab::Versions),
        _ => {}
    }
    Vec::new()
}

/// Opens a report on its findings, and puts the cursor of the list on it.
pub(super) fn open(model: &mut Model, item: ItemId) -> Vec<Effect> {
    let Some(open) = opening(model, item) else { return Vec::new() };
    model.open = Some(open);
    model.list.select(item);
    vec![Effect::Open(item)]
}

/// A report as it is opened: with what its numbers show.
pub(super) fn opening(model: &Model, item: ItemId) -> Option<Open> {
    let case = model.case(item)?;
    Some(Open::new(item, case.lean.form, case.lean()))
}

/// Opens a report on the tab that is shown.
pub(super) fn open_on_same_tab(model: &mut Model, item: ItemId) -> Vec<Effect> {
    let tab = model.open.as_ref().map(|open| open.tab);
    let effects = open(model, item);
    if let (Some(open), Some(tab)) = (model.open.as_mut(), tab) {
        open.tab = tab;
    }
    effects
}

fn enter(model: &mut Model) -> Vec<Effect> {
    let Some(opened) = model.opened() else {
        return model.list.current().map(|item| open(model, item)).unwrap_or_default();
    };
    let form = opened.form;
    let target = notes::current(model).map(|entry| entry.act.target.clone());
    let Some(open) = model.open.as_mut() else { return Vec::new() };
    match open.tab {
        Tab::Findings => open.show_finding(form),
        Tab::Table(_) => open.cell = true,
        Tab::Notes => {
            if let Some(target) = target {
                follow(model, &target);
            }
        }
        Tab::Source => source::enter(model),
        Tab::Doubts => doubts::enter(model),
        Tab::Years => return years::enter(model),
        Tab::Versions => versions::enter(model),
        Tab::Text => open.follow_tie(form),
    }
    Vec::new()
}

/// Goes to what a note speaks of.
pub(super) fn follow(model: &mut Model, target: &crate::journal::Target) {
    use crate::journal::Target;
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let missing = model.words().desk.target_gone();
    let Some(open) = model.open.as_mut() else { return };
    match target {
        Target::Report => open.tab = Tab::Findings,
        Target::Section(number) => {
            open.tab = Tab::Text;
            let number = *number;
            if matches!(open.story, Story::Pending) {
                open.passage = u8::try_from(number).ok().map(|section| (section, 0));
                return;
            }
            let width = usize::from(layout::regions(model).body.width);
            let line = prose::lines(model, width).iter().position(|line| u32::from(line.section) == number);
            if let Some(open) = model.open.as_mut() {
                open.text.cursor = line.unwrap_or(0);
            }
        }
        Target::Cell(id) => match form.cell(id) {
            Some(cell) => open.show_cell(form, cell),
            None => model.say(Tone::Bad, missing),
        },
        Target::Finding(fingerprint) => {
            let mut findings = open.outcome.findings.iter();
            match findings.position(|finding| finding.fingerprint.to_string() == **fingerprint) {
                Some(index) => {
                    open.findings.cursor = index;
                    open.show_finding(form);
                }
                // One about the texts comes a moment later.
                None => match (&open.story, fingerprint.parse()) {
                    (Story::Pending, Ok(name)) => open.sought = Some(crate::tui::model::Sought::Shown(name)),
                    _ => model.say(Tone::Bad, missing),
                },
            }
        }
    }
}

/// One level out; on the list of agencies it first gives up the filter, and then does nothing.
fn back(model: &mut Model) -> Vec<Effect> {
    match model.open.as_mut() {
        Some(open) if open.cell => open.cell = false,
        Some(open) if visit::ends_here(open) => {
            return visit::back(model);
        }
        Some(open) if open.tab != Tab::Findings => {
            open.tab = open.back.take().unwrap_or(Tab::Findings);
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

/// Shows a tab of the open report.
pub(super) fn show(model: &mut Model, tab: Tab) {
    if let Some(open) = model.open.as_mut() {
        open.tab = tab;
        open.back = None;
        open.cell = false;
    }
}

fn page(model: &Model) -> isize {
    isize::try_from(layout::regions(model).body.height).unwrap_or(1).max(2) - 1
}

/// Copied passages are turned by the page; settling keeps to what there is.
fn scroll(model: &mut Model, pages: isize) {
    let page = isize::try_from(layout::regions(model).panel.height).unwrap_or(1).max(4) - 3;
    if let Some(open) = model.open.as_mut() {
        open.scroll = open.scroll.saturating_add_signed(pages * page);
    }
}

fn step(model: &mut Model, step: isize) {
    let Some(opened) = model.opened() else {
        let len = model.list.visible.len();
        model.list.window.step(step, len);
        return;
    };
    let form = opened.form;
    let Some(open) = model.open.as_mut() else { return };
    match open.tab {
        Tab::Findings => {
            open.findings.step(step, usize::MAX);
            open.preview = None;
        }
        Tab::Text => open.text.step(step, usize::MAX),
        Tab::Notes => open.notes.step(step, usize::MAX),
        Tab::Source => open.source.window.step(step, usize::MAX),
        Tab::Doubts => open.doubts.step(step, usize::MAX),
        Tab::Years => open.years.step(step),
        Tab::Versions => open.versions.step(step, usize::MAX),
        Tab::Table(table) => {
            let (Some(table), Some(cursor)) = (form.tables.get(table), open.cursors.get_mut(table)) else { return };
            let row = cursor.0.saturating_add_signed(step).min(table.rows.len().saturating_sub(1));
            *cursor = (row, nearest_column(table, row, cursor.1));
        }
    }
}

fn step_column(model: &mut Model, step: isize) {
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let Some(open) = model.open.as_mut() else { return };
    if open.tab == Tab::Years {
        return open.years.step_year(step);
    }
    let Tab::Table(number) = open.tab else { return };
    let (Some(table), Some(cursor)) = (form.tables.get(number), open.cursors.get_mut(number)) else { return };
    let mut column = cursor.1;
    while let Some(next) = column.checked_add_signed(step).filter(|&next| next < table.columns.len()) {
        column = next;
        if table.at(cursor.0, column).is_some() {
            cursor.1 = column;
            return;
        }
    }
}

/// Rows of 表二 do not have all columns: the one nearest to where the cursor was.
fn nearest_column(table: &crate::form::Table, row: usize, wanted: usize) -> usize {
    let existing = (0..table.columns.len()).filter(|&column| table.at(row, column).is_some());
    existing.min_by_key(|column| column.abs_diff(wanted)).unwrap_or(wanted)
}
