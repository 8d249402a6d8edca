//! Moving about: into and out of screens, along lists, over the cells of a table.

use crate::journal::Target;
use crate::tui::act::begun;
use crate::tui::keymap::Group::Move;
use crate::tui::layout;
use crate::tui::model::Screen::{Agencies, Findings, Table};
use crate::tui::model::{Model, Overlay, Screen, those};
use crate::tui::msg::Effect;
use crate::tui::overlay::out;
use crate::tui::overlay::question::{Answer, Question};
use crate::tui::screen::{self, agencies};
use crate::tui::why_not::{Able, always, need};
use crate::words::CommandId as Id;

use super::jumping::visit;
use super::value::{Command, EVERYWHERE, Run};

/// Where there are lines.
const LISTS: &[Screen] = those!(has_lines);
/// Where there are columns.
const GRIDS: &[Screen] = those!(has_columns);

pub(super) const COMMANDS: &[Command] = &[
    Command::new(Id::Enter, &["enter"], Move, LISTS, can_enter, Run::Effects(enter)).footer(1),
    Command::new(Id::Back, &["esc", "backspace"], Move, EVERYWHERE, can_go_back, Run::Effects(back))
        .footer(2)
        .essential(),
    Command::new(Id::Down, &["j", "down"], Move, LISTS, always, Run::Changes(|model| step(model, 1))),
    Command::new(Id::Up, &["k", "up"], Move, LISTS, always, Run::Changes(|model| step(model, -1))),
    Command::new(Id::Left, &["h", "left"], Move, GRIDS, always, Run::Changes(|model| step_column(model, -1))),
    Command::new(Id::Right, &["l", "right"], Move, GRIDS, always, Run::Changes(|model| step_column(model, 1))),
    Command::new(Id::First, &["g", "home"], Move, LISTS, always, Run::Changes(|model| step(model, isize::MIN))),
    Command::new(Id::Last, &["G", "end"], Move, LISTS, always, Run::Changes(|model| step(model, isize::MAX))),
    Command::new(
        Id::PageDown,
        &["pagedown", "ctrl-d", "ctrl-f"],
        Move,
        LISTS,
        always,
        Run::Changes(|model| turn(model, 1)),
    ),
    Command::new(Id::PageUp, &["pageup", "ctrl-u"], Move, LISTS, always, Run::Changes(|model| turn(model, -1))),
];

/// The list of agencies is the outermost; there one goes back only from what it was narrowed to, or from marks.
fn can_go_back(model: &Model) -> Able {
    let narrowed = !model.list.filter.is_empty() || !model.list.chips.is_empty();
    let is_within = model.screen() != Agencies || narrowed || !model.selection.is_empty();
    need(is_within, model.words().desk.outermost())
}

/// Is there anything under the cursor to go into?
fn can_enter(model: &Model) -> Able {
    screen::of(model.screen()).can_enter(model)
}

/// One level in: into what is under the cursor.
fn enter(model: &mut Model) -> Vec<Effect> {
    if model.open.is_none() && model.absent_here().is_some() {
        return out::remind(model);
    }
    if model.open.is_none() && model.unreadable().is_some() {
        ask_to_return(model);
        return Vec::new();
    }
    screen::of(model.screen()).enter(model)
}

/// Of a file that cannot be read it is said why, all of it, and asked whether it is to be returned.
fn ask_to_return(model: &mut Model) {
    let begun = begun::begin(model, model.current_item(), Target::Report);
    if let (Some(begun), Some(why)) = (begun, model.unreadable()) {
        let text = model.words().act.unreadable_return(&begun.subject.report.agency, why);
        model.overlay = Some(Overlay::Question(Question { text, about: Box::new(begun), yes: Answer::Return }));
    }
}

/// One level out; on the list of agencies it first gives up the filter, and then does nothing.
fn back(model: &mut Model) -> Vec<Effect> {
    model.find.marked = false;
    if let Some(open) = model.open.as_mut().filter(|open| open.screen == Table && open.tables.range.is_some()) {
        open.tables.range = None;
        return Vec::new();
    }
    match model.open.as_mut() {
        Some(open) if open.screen == Screen::Cell => open.screen = Table,
        Some(open) if visit::ends_here(open) => {
            return visit::back(model);
        }
        Some(open) if open.screen != Findings => {
            open.screen = open.back.take().unwrap_or(Findings);
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
        None if !model.selection.is_empty() => agencies::selection::clear(model),
        None => {}
    }
    Vec::new()
}

fn page(model: &Model) -> isize {
    isize::try_from(layout::regions(model).body.height).unwrap_or(1).max(2) - 1
}

/// By so many pages along what is shown.
fn turn(model: &mut Model, pages: isize) {
    step(model, pages * page(model));
}

/// By so many lines along what is shown.
fn step(model: &mut Model, step: isize) {
    screen::of(model.screen()).step(model, step);
}

fn step_column(model: &mut Model, step: isize) {
    screen::of(model.screen()).step_column(model, step);
}
