//! Reading doubts: walking through them across reports, and going to their cells.

use crate::tui::model::{Model, Screen};
use crate::tui::msg::Effect;
use crate::tui::screen::doubts;
use crate::tui::screen::opening;
use crate::tui::screen::walk::{Direction, next_report, say_wrapped};

/// To the next doubt of the open report, or the first of the next report that has one.
pub(crate) fn jump(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let count = doubts::len(model);
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
    let effects = if same { Vec::new() } else { opening::open(model, item) };
    let last =
        (0..doubts::len(model)).rev().find(|at| doubts::remarks(model).get(*at).is_none_or(|remark| !remark.again));
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
