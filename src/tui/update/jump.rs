//! Jumping between findings, across tables and then across reports, with a notice on wrapping.

use crate::tui::model::{ItemId, Model, Open, Sought, Tone, Wanted};
use crate::tui::msg::Effect;

use super::navigate;

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Forward,
    Backward,
}

/// To the next finding of the open report, or the first of the next report that has one.
pub(crate) fn finding(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let form = model.opened().map(|opened| opened.form);
    let wanted = model.list.wanted.clone();
    if let (Some(open), Some(form)) = (model.open.as_mut(), form)
        && let Some(next) = next_here(open, direction, &wanted)
    {
        open.findings.cursor = next;
        open.preview = None;
        open.show_finding(form);
        return Vec::new();
    }
    let has_findings = |model: &Model, item| model.list.has_wanted(item, &model.library);
    // On the list, the report under the cursor comes first.
    let Some((item, wrapped)) = next_report(model, direction, model.open.is_none(), &has_findings) else {
        return Vec::new();
    };
    let same = model.open.as_ref().is_some_and(|open| open.item == item);
    let effects = if same { Vec::new() } else { navigate::open(model, item) };
    show_end(model, direction, &wanted);
    if wrapped {
        say_wrapped(model, direction);
    }
    effects
}

/// To the next report of the list.
pub(crate) fn report(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let readable = |model: &Model, item| model.library.sheet(item).is_some();
    let Some((item, wrapped)) = next_report(model, direction, false, &readable) else { return Vec::new() };
    let effects = navigate::open_on_same_screen(model, item);
    if wrapped {
        say_wrapped(model, direction);
    }
    effects
}

/// The next finding of the same report. The first jump shows the finding under the cursor.
pub(super) fn next_here(open: &Open, direction: Direction, wanted: &Wanted) -> Option<usize> {
    let findings = &open.outcome.findings;
    let cursor = open.findings.cursor;
    let fits = |index: &usize| findings.get(*index).is_some_and(|finding| wanted.fits(finding.rule, finding.severity));
    let first = if open.marked { 1 } else { 0 };
    match direction {
        Direction::Forward => (cursor + first..findings.len()).find(fits),
        Direction::Backward => (0..(cursor + 1 - first).min(findings.len())).rev().find(fits),
    }
}

/// The next item of the list that fits, and whether the end of the list was passed on the way.
pub(super) fn next_report(
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

/// Shows the first of these findings of the open report, or the last when going backwards; those of its texts as soon as
/// they are found.
pub(super) fn show_end(model: &mut Model, direction: Direction, wanted: &Wanted) {
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let Some(open) = model.open.as_mut() else { return };
    open.sought = Some(match direction {
        Direction::Forward => Sought::First(wanted.clone()),
        Direction::Backward => Sought::Last(wanted.clone()),
    });
    open.find_sought(form);
}

pub(super) fn say_wrapped(model: &mut Model, direction: Direction) {
    let words = &model.words().desk;
    let text = match direction {
        Direction::Forward => words.wrapped_to_first(),
        Direction::Backward => words.wrapped_to_last(),
    };
    model.say(Tone::Plain, text);
}
