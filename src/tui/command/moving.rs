//! Moving about: into and out of screens, along lists, over the cells of a table.

use crate::tui::keymap::Group::Move;
use crate::tui::model::Screen::{Agencies, Doubts, Findings, Notes, Source, Table, Text, Versions, Years};
use crate::tui::model::{Model, Screen};
use crate::tui::update::navigate;
use crate::tui::why_not::{Able, always, need};
use crate::words::CommandId as Id;

use super::value::{Command, EVERYWHERE, Run};

/// Where there are lines.
const LISTS: &[Screen] = &[Agencies, Findings, Table, Text, Notes, Source, Doubts, Years, Versions];
/// Where there are columns.
const GRIDS: &[Screen] = &[Table, Years];

pub(super) const COMMANDS: &[Command] = &[
    Command::new(Id::Enter, &["enter"], Move, LISTS, navigate::can_enter, Run::Effects(navigate::enter)).footer(1),
    Command::new(Id::Back, &["esc", "backspace"], Move, EVERYWHERE, can_go_back, Run::Effects(navigate::back))
        .footer(2)
        .essential(),
    Command::new(Id::Down, &["j", "down"], Move, LISTS, always, Run::Changes(|model| navigate::step(model, 1))),
    Command::new(Id::Up, &["k", "up"], Move, LISTS, always, Run::Changes(|model| navigate::step(model, -1))),
    Command::new(Id::Left, &["h", "left"], Move, GRIDS, always, Run::Changes(|model| navigate::step_column(model, -1))),
    Command::new(
        Id::Right,
        &["l", "right"],
        Move,
        GRIDS,
        always,
        Run::Changes(|model| navigate::step_column(model, 1)),
    ),
    Command::new(
        Id::First,
        &["g", "home"],
        Move,
        LISTS,
        always,
        Run::Changes(|model| navigate::step(model, isize::MIN)),
    ),
    Command::new(Id::Last, &["G", "end"], Move, LISTS, always, Run::Changes(|model| navigate::step(model, isize::MAX))),
    Command::new(
        Id::PageDown,
        &["pagedown", "ctrl-d", "ctrl-f"],
        Move,
        LISTS,
        always,
        Run::Changes(|model| navigate::turn(model, 1)),
    ),
    Command::new(
        Id::PageUp,
        &["pageup", "ctrl-u"],
        Move,
        LISTS,
        always,
        Run::Changes(|model| navigate::turn(model, -1)),
    ),
];

/// The list of agencies is the outermost; there one goes back only from what it was narrowed to, or from marks.
fn can_go_back(model: &Model) -> Able {
    let narrowed = !model.list.filter.is_empty() || !model.list.chips.is_empty();
    let is_within = model.screen() != Agencies || narrowed || !model.selection.is_empty();
    need(is_within, model.words().desk.outermost())
}
