//! Finding: what the list of agencies shows, and in which order.

use crate::tui::keymap::Group::Find;
use crate::tui::model::Screen::{Agencies, Cell, Doubts, Findings, Notes, Source, Table, Text, Versions, Years};
use crate::tui::model::chip::Chip;
use crate::tui::model::{Model, Open, Tone};
use crate::tui::overlay::picker::{absent, columns, narrow, order, saved, values};
use crate::tui::overlay::{overview, prompt};
use crate::tui::screen::agencies::narrowing::{narrow_to, reordered};
use crate::tui::screen::agencies::{filter, preview};
use crate::tui::screen::walk::Direction::{Backward, Forward};
use crate::tui::why_not::{Able, always, need};
use crate::tui::{find, layout, model::Screen, screen};
use crate::words::CommandId as Id;

use super::value::{Command, EVERYWHERE, Run};

const ON_LIST: &[Screen] = &[Agencies];
/// Where one finds by going to the next place that has it: the list shows only what fits instead.
const SEARCHED: &[Screen] = &[Findings, Table, Text, Notes, Source, Doubts, Years, Versions];

pub(super) const COMMANDS: &[Command] = &[
    Command::new(Id::Filter, &["/"], Find, ON_LIST, always, Run::Changes(filter::start)).footer(4),
    Command::new(Id::Find, &["/"], Find, SEARCHED, always, Run::Changes(find::start)).footer(10),
    Command::new(Id::FindNext, &[")"], Find, SEARCHED, is_sought, Run::Changes(|model| find::step(model, Forward))),
    Command::new(Id::FindBefore, &["("], Find, SEARCHED, is_sought, Run::Changes(|model| find::step(model, Backward))),
    Command::new(Id::FindHere, &["*"], Find, SEARCHED, has_word, Run::Changes(find::under_cursor)),
    Command::new(Id::SameCell, &["#"], Find, &[Table, Cell], has_cell, Run::Changes(values::open)),
    Command::new(Id::Narrow, &["f"], Find, ON_LIST, always, Run::Changes(narrow::open)).footer(5),
    Command::new(Id::Absent, &[", u"], Find, EVERYWHERE, has_absent, Run::Changes(absent::open)),
    Command::new(Id::Alike, &["="], Find, &[Agencies, Findings, Table, Text], has_alike, Run::Changes(alike)),
    Command::new(Id::Sort, &["s"], Find, ON_LIST, always, Run::Changes(sort)).footer(5),
    Command::new(Id::Year, &["Y"], Find, ON_LIST, always, Run::Changes(year)).footer(6),
    Command::new(Id::Preview, &["p"], Find, ON_LIST, has_room, Run::Changes(preview::toggle)).footer(8),
    Command::new(Id::Overview, &["O", ", o"], Find, EVERYWHERE, has_reports, Run::Changes(overview::open)),
    Command::new(Id::OrderBy, &["S"], Find, ON_LIST, always, Run::Changes(order::open)),
    Command::new(Id::Columns, &[", c"], Find, ON_LIST, always, Run::Changes(columns::open)),
    Command::new(Id::Reverse, &["r"], Find, ON_LIST, always, Run::Changes(reverse)),
    Command::new(Id::SaveFilter, &[", s"], Find, ON_LIST, always, Run::Changes(prompt::ask)),
    Command::new(Id::Filters, &["F"], Find, ON_LIST, always, Run::Changes(saved::open)),
    Command::new(Id::Hints, &["H"], Find, EVERYWHERE, always, Run::Changes(hints)),
    Command::new(Id::Mine, &["M"], Find, ON_LIST, always, Run::Changes(mine)),
];

fn is_sought(model: &Model) -> Able {
    need(!model.find.query.is_empty(), model.words().look.nothing_sought())
}

fn has_word(model: &Model) -> Able {
    need(screen::of(model.screen()).word(model).is_some(), model.words().look.no_word())
}

fn has_cell(model: &Model) -> Able {
    let cell = model.opened().and_then(|opened| opened.open.current_cell(opened.form));
    need(cell.is_some(), model.words().look.no_cell())
}

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

/// Shows those like the one under the cursor: with a finding of the same rule, or, on the list, of the same region.
fn alike(model: &mut Model) {
    let finding = model.open.as_ref().and_then(|open| open.finding()).map(|finding| Chip::Rule(finding.rule));
    let region = || {
        let region = &model.current_sheet()?.lean.head.agency.region;
        (!region.is_empty()).then(|| Chip::Region(region.as_ref().into()))
    };
    let Some(chip) = finding.or_else(region) else { return };
    narrow_to(model, chip);
}

/// The next of the usual orders.
fn sort(model: &mut Model) {
    model.list.order = model.list.order.next_usual();
    reordered(model);
}

/// The order that is there, turned around.
fn reverse(model: &mut Model) {
    model.list.order.reverse();
    reordered(model);
}

/// The next year: the latest of each agency, then one year after the other.
fn year(model: &mut Model) {
    let years = model.library.years();
    let index = model.list.year.and_then(|year| years.iter().position(|&known| known == year));
    model.list.year = match (model.list.year, index) {
        (None, _) => years.first().copied(),
        (Some(_), Some(index)) => years.get(index + 1).copied(),
        (Some(_), None) => None,
    };
    model.stale.list = true;
    let words = &model.words().desk;
    let text = match model.list.year {
        Some(year) => words.year_shown(year),
        None => words.latest_shown().to_owned(),
    };
    model.say(Tone::Plain, text);
}

/// Shows the hints, or no more.
fn hints(model: &mut Model) {
    let shown = !model.open.as_ref().map_or(model.list.hints, |open| open.hints.shown());
    model.list.hints = shown;
    // No report comes or goes by it: thousands are not sorted anew.
    model.list.want(&model.library);
    if let Some(open) = model.open.as_mut() {
        open.show_hints(shown);
    }
    let words = &model.words().desk;
    model.say(Tone::Plain, if shown { words.hints_shown() } else { words.hints_not_shown() });
}

/// Shows only what is the reviewer's own, or all again.
fn mine(model: &mut Model) {
    let chip = Chip::Assignee(Some(model.given.reviewer.clone()));
    let words = &model.words().together;
    let text = if model.list.chips.contains(&chip) { words.all_shown() } else { words.mine_shown() };
    model.list.chips.toggle(chip);
    model.stale.list = true;
    model.say(Tone::Plain, text);
}
