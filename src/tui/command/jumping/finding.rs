//! Jumping between findings, across tables and then across reports, with a notice on wrapping.

use crate::tui::model::{Model, Open, Sought, Wanted};
use crate::tui::msg::Effect;
use crate::tui::screen::opening;
use crate::tui::screen::walk::{Direction, next_report, say_wrapped};

/// To the next finding of the open report, or the first of the next report that has one.
pub(crate) fn finding(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let form = model.opened().map(|opened| opened.form);
    let wanted = model.list.wanted.clone();
    if let (Some(open), Some(form)) = (model.open.as_mut(), form)
        && let Some(next) = next_here(open, direction, &wanted)
    {
        open.findings.window.cursor = next;
        open.findings.preview = None;
        open.show_finding(form);
        return Vec::new();
    }
    let has_findings = |model: &Model, item| model.list.has_wanted(item, &model.library);
    // On the list, the report under the cursor comes first.
    let Some((item, wrapped)) = next_report(model, direction, model.open.is_none(), &has_findings) else {
        return Vec::new();
    };
    let same = model.open.as_ref().is_some_and(|open| open.item == item);
    let effects = if same { Vec::new() } else { opening::open(model, item) };
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
    let effects = opening::open_on_same_screen(model, item);
    if wrapped {
        say_wrapped(model, direction);
    }
    effects
}

/// The next finding of the same report. The first jump shows the finding under the cursor.
pub(super) fn next_here(open: &Open, direction: Direction, wanted: &Wanted) -> Option<usize> {
    let findings = &open.outcome.findings;
    let cursor = open.findings.window.cursor;
    let fits = |index: &usize| findings.get(*index).is_some_and(|finding| wanted.fits(finding.rule, finding.severity));
    let first = if open.findings.marked { 1 } else { 0 };
    match direction {
        Direction::Forward => (cursor + first..findings.len()).find(fits),
        Direction::Backward => (0..(cursor + 1 - first).min(findings.len())).rev().find(fits),
    }
}

/// Shows the first of these findings of the open report, or the last when going backwards; those of its texts as soon as
/// they are found.
pub(super) fn show_end(model: &mut Model, direction: Direction, wanted: &Wanted) {
    let Some(form) = model.opened().map(|opened| opened.form) else { return };
    let Some(open) = model.open.as_mut() else { return };
    open.findings.sought = Some(match direction {
        Direction::Forward => Sought::First(wanted.clone()),
        Direction::Backward => Sought::Last(wanted.clone()),
    });
    open.find_sought(form);
}
