//! Reading doubts: walking through them across reports, going to their cells, saying what the document shows.

use crossterm::event::KeyCode;

use crate::journal::Reading;
use crate::report::Remark;
use crate::tui::doubts;
use crate::tui::keys::Key;
use crate::tui::model::{Begun, Model, Overlay, Screen};
use crate::tui::msg::{Effect, What};
use crate::tui::overlay::compare::Compare;
use crate::tui::overlay::editor::{Editor, Purpose};

use super::jump::{Direction, next_report, say_wrapped};
use super::{begun, navigate};

/// To the next doubt of the open report, or the first of the next report that has one.
pub(crate) fn jump(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let count = len(model);
    let Some(here) = model.open.as_ref().map(|open| open.doubts.cursor) else { return Vec::new() };
    // From cause to cause: cells of one cause are walked through line by line.
    let is_cause = |at: &usize| doubts::remarks(model).get(*at).is_none_or(|remark| !remark.again);
    let next = match direction {
        Direction::Forward => (here + 1..count).find(is_cause),
        Direction::Backward => (0..here).rev().find(is_cause),
    };
    let Some(open) = model.open.as_mut() else { return Vec::new() };
    if let Some(next) = next {
        open.doubts.cursor = next;
        return Vec::new();
    }
    let has_doubts = |model: &Model, item| model.library.sheet(item).is_some_and(|sheet| sheet.lean.remarks > 0);
    let Some((item, wrapped)) = next_report(model, direction, false, &has_doubts) else { return Vec::new() };
    let same = model.open.as_ref().is_some_and(|open| open.item == item);
    let effects = if same { Vec::new() } else { navigate::open(model, item) };
    let last = (0..len(model)).rev().find(|at| doubts::remarks(model).get(*at).is_none_or(|remark| !remark.again));
    let last = last.unwrap_or(0);
    if let Some(open) = model.open.as_mut() {
        open.screen = Screen::Doubts;
        open.doubts.cursor = if direction == Direction::Forward { 0 } else { last };
    }
    if wrapped {
        say_wrapped(model, direction);
    }
    effects
}

/// How many doubts the open report has: known before its narrative is there.
pub(super) fn len(model: &Model) -> usize {
    let said = model.opened().map_or(0, |opened| opened.lean.remarks);
    match doubts::remarks(model).len() {
        0 => usize::try_from(said).unwrap_or(0),
        read => read,
    }
}

/// Goes to the cell of the doubt.
pub(super) fn enter(model: &mut Model) {
    let cell = model.opened().and_then(|opened| Some((doubts::cell(doubts::current(model)?, &opened)?, opened.form)));
    if let (Some((cell, form)), Some(open)) = (cell, model.open.as_mut()) {
        open.show_cell(form, cell);
    }
}

/// Opens the menu of what can be said of the doubt under the cursor.
pub(crate) fn begin(model: &mut Model) {
    let subject = model.subject(model.current_item());
    let menu = model.opened().zip(subject).and_then(|(opened, subject)| {
        let remark = doubts::current(model)?;
        let (target, seen) = (doubts::target(remark), doubts::seen(remark, opened.lean));
        Some(Compare { about: Begun { subject, target, seen }, cursor: 0 })
    });
    model.overlay = menu.map(|menu| Overlay::Compare(Box::new(menu)));
}

/// A key while the menu is open.
pub(super) fn pressed(model: &mut Model, mut menu: Box<Compare>, key: Key) -> Vec<Effect> {
    let last = Reading::ALL.len() - 1;
    match key.code() {
        KeyCode::Char('j') | KeyCode::Down => menu.cursor = (menu.cursor + 1).min(last),
        KeyCode::Char('k') | KeyCode::Up => menu.cursor = menu.cursor.saturating_sub(1),
        KeyCode::Enter => return chosen(model, *menu),
        KeyCode::Esc | KeyCode::Char('q') => return Vec::new(),
        KeyCode::Char('1') => return chosen(model, Compare { cursor: 0, ..*menu }),
        KeyCode::Char('2') => return chosen(model, Compare { cursor: 1, ..*menu }),
        _ => {}
    }
    model.overlay = Some(Overlay::Compare(menu));
    Vec::new()
}

fn chosen(model: &mut Model, menu: Compare) -> Vec<Effect> {
    let Compare { about, cursor } = menu;
    match Reading::ALL.get(cursor) {
        Some(_) if begun::has_moved(model, &about.subject) => Vec::new(),
        Some(Reading::Confirmed) => say(model, Some(about), Reading::Confirmed, String::new()),
        Some(Reading::Corrected) => {
            let Begun { subject, target, seen } = about;
            let editor = Editor::new(None, Purpose::Reading { target, seen }, "").about(Some(subject));
            model.overlay = Some(Overlay::Editor(Box::new(editor)));
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Writes what was found and moves on to the next doubt of which nobody has said anything.
pub(super) fn say(model: &mut Model, begun: Option<Begun>, reading: Reading, text: String) -> Vec<Effect> {
    let item = begun.as_ref().map(|begun| begun.subject.item);
    let effects = begun::act(model, begun, What::Reading(reading, text));
    if item.is_some() && model.current_item() == item {
        advance(model);
    }
    effects
}

fn advance(model: &mut Model) {
    let Some(opened) = model.opened() else { return };
    let Some(now) = doubts::current(model) else { return };
    let (here, target) = (opened.open.doubts.cursor, doubts::target(now));
    let (review, remarks) = (model.review_of(opened.lean), doubts::remarks(model));
    // What was just said holds for every doubt about the same cell.
    let just_said = |remark: &Remark| remark == now || (remark.cell.is_some() && doubts::target(remark) == target);
    let is_open = |index: &usize| {
        remarks.get(*index).is_some_and(|remark| !just_said(remark) && doubts::said(remark, &opened, review).is_none())
    };
    let next = (here + 1..remarks.len()).chain(0..here).find(is_open);
    if let (Some(next), Some(open)) = (next, model.open.as_mut()) {
        open.doubts.cursor = next;
    }
}
