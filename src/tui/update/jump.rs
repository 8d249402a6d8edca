//! Jumping between findings, across tables and then across reports, with a notice on wrapping.

use crate::tui::model::{ItemId, Model, Tone};
use crate::tui::msg::Effect;

use super::navigate;

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Forward,
    Backward,
}

/// To the next finding of the open report, or the first of the next report that has one.
pub(super) fn finding(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let form = model.opened().map(|opened| opened.form);
    if let (Some(open), Some(form)) = (model.open.as_mut(), form)
        && let Some(next) = next_here(open.findings.cursor, open.outcome.findings.len(), open.marked, direction)
    {
        open.findings.cursor = next;
        open.preview = None;
        open.show_finding(form);
        return Vec::new();
    }
    let has_findings = |model: &Model, item| model.library.sheet(item).is_some_and(|sheet| sheet.counts.total() > 0);
    // On the list, the report under the cursor comes first.
    let Some((item, wrapped)) = next_report(model, direction, model.open.is_none(), &has_findings) else {
        return Vec::new();
    };
    let same = model.open.as_ref().is_some_and(|open| open.item == item);
    let effects = if same { Vec::new() } else { navigate::open(model, item) };
    show_end(model, direction);
    if wrapped {
        say_wrapped(model, direction);
    }
    effects
}

/// To the next report of the list.
pub(super) fn report(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let readable = |model: &Model, item| model.library.sheet(item).is_some();
    let Some((item, wrapped)) = next_report(model, direction, false, &readable) else { return Vec::new() };
    let tab = model.open.as_ref().map(|open| open.tab);
    let effects = navigate::open(model, item);
    if let (Some(open), Some(tab)) = (model.open.as_mut(), tab) {
        open.tab = tab;
    }
    if wrapped {
        say_wrapped(model, direction);
    }
    effects
}

/// The next finding of the same report. The first jump shows the finding under the cursor.
fn next_here(cursor: usize, len: usize, marked: bool, direction: Direction) -> Option<usize> {
    let next = match direction {
        _ if !marked => Some(cursor),
        Direction::Forward => cursor.checked_add(1),
        Direction::Backward => cursor.checked_sub(1),
    };
    next.filter(|&next| next < len)
}

/// The next item of the list that fits, and whether the end of the list was passed on the way.
fn next_report(
    model: &Model,
    direction: Direction,
    from_here: bool,
    fits: &dyn Fn(&Model, ItemId) -> bool,
) -> Option<(ItemId, bool)> {
    let items = &model.list.visible;
    let len = items.len();
    let here = model.open.as_ref().and_then(|open| items.iter().position(|&item| item == open.item));
    let here = here.unwrap_or(model.list.window.cursor);
    let first = usize::from(!from_here);
    (first..=len).find_map(|step| {
        let (index, wrapped) = match direction {
            Direction::Forward => ((here + step) % len, here + step >= len),
            Direction::Backward => ((here + len - step % len) % len, step > here),
        };
        let item = *items.get(index)?;
        fits(model, item).then_some((item, wrapped))
    })
}

/// Shows the first finding of the open report, or the last when going backwards.
fn show_end(model: &mut Model, direction: Direction) {
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let Some(open) = model.open.as_mut() else { return };
    open.findings.cursor = match direction {
        Direction::Forward => 0,
        Direction::Backward => open.outcome.findings.len().saturating_sub(1),
    };
    open.show_finding(form);
}

fn say_wrapped(model: &mut Model, direction: Direction) {
    let words = &model.words().desk;
    let text = match direction {
        Direction::Forward => words.wrapped_to_first,
        Direction::Backward => words.wrapped_to_last,
    };
    model.say(Tone::Plain, text);
}
