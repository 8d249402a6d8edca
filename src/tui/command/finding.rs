//! Finding: what the list of agencies shows, and in which order.

use crate::tui::keymap::Group::Find;
use crate::tui::model::Screen::{Agencies, Findings, Table, Text};
use crate::tui::model::{Model, Open};
use crate::tui::overlay::picker::{absent, narrow, order, saved};
use crate::tui::overlay::{overview, prompt};
use crate::tui::update::{find, preview, together};
use crate::tui::why_not::{Able, always, need};
use crate::tui::{layout, model::Screen};
use crate::words::CommandId as Id;

use super::value::{Command, EVERYWHERE, Run};

const ON_LIST: &[Screen] = &[Agencies];

pub(super) const COMMANDS: &[Command] = &[
    Command::new(Id::Filter, &["/"], Find, ON_LIST, always, Run::Changes(find::start)).footer(4),
    Command::new(Id::Narrow, &["f"], Find, ON_LIST, always, Run::Changes(narrow::open)).footer(5),
    Command::new(Id::Absent, &[", u"], Find, EVERYWHERE, has_absent, Run::Changes(absent::open)),
    Command::new(Id::Alike, &["="], Find, &[Agencies, Findings, Table, Text], has_alike, Run::Changes(find::alike)),
    Command::new(Id::Sort, &["s"], Find, ON_LIST, always, Run::Changes(find::sort)).footer(5),
    Command::new(Id::Year, &["Y"], Find, ON_LIST, always, Run::Changes(find::year)).footer(6),
    Command::new(Id::Preview, &["p"], Find, ON_LIST, has_room, Run::Changes(preview::toggle)).footer(8),
    Command::new(Id::Overview, &[", o"], Find, EVERYWHERE, has_reports, Run::Changes(overview::open)),
    Command::new(Id::OrderBy, &["S"], Find, ON_LIST, always, Run::Changes(order::open)),
    Command::new(Id::Reverse, &["r"], Find, ON_LIST, always, Run::Changes(find::reverse)),
    Command::new(Id::SaveFilter, &[", s"], Find, ON_LIST, always, Run::Changes(prompt::ask)),
    Command::new(Id::Filters, &["F"], Find, ON_LIST, always, Run::Changes(saved::open)),
    Command::new(Id::Mine, &["M"], Find, ON_LIST, always, Run::Changes(together::mine)),
];

fn has_absent(model: &Model) -> Able {
    need(model.missing().next().is_some(), absent::why_none(model))
}

/// A rule, or else a region, that others can have too.
fn has_alike(model: &Model) -> Able {
    let finding = model.open.as_ref().and_then(Open::finding).is_some();
    let region = model.current_sheet().is_some_and(|sheet| !sheet.lean.head.agency.region.is_empty());
    need(finding || region, model.words().desk.nothing_alike())
}

fn has_room(model: &Model) -> Able {
    need(layout::has_room_for_preview(model.size), model.words().see.preview_no_room())
}

fn has_reports(model: &Model) -> Able {
    need(!model.library.is_empty(), model.words().desk.nothing_shown())
}
