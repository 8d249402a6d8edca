//! Jumping by severity: all errors of the report, then of the reports after it, then all warnings, then the rest.

use crate::check::Severity;
use crate::tui::model::{ItemId, Model, Tone, Wanted};
use crate::tui::msg::Effect;
use crate::tui::screen::opening;
use crate::tui::screen::walk::{Direction, say_wrapped};
use crate::words::Words;

use super::finding::{next_here, show_end};

struct Next {
    item: ItemId,
    /// The severity, from now on.
    severity: Severity,
    /// Has the search gone past the last finding of all?
    wrapped: bool,
}

/// To the next finding of the same severity, else to the first one of the next severity.
pub(crate) fn finding(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let before = current(model);
    let severity = before.unwrap_or(Severity::Error);
    let wanted = model.list.wanted.only(severity);
    if show_here(model, direction, &wanted) {
        return Vec::new();
    }
    let Some(next) = next(model, direction, severity) else { return Vec::new() };
    let wanted = model.list.wanted.only(next.severity);
    let same = model.open.as_ref().is_some_and(|open| open.item == next.item);
    let effects = if same { Vec::new() } else { opening::open(model, next.item) };
    show_end(model, direction, &wanted);
    if next.wrapped {
        say_wrapped(model, direction);
    } else if before.is_some_and(|before| before != next.severity) {
        let words = model.words();
        let name = name(next.severity, words);
        model.say(Tone::Plain, words.find.severity_now(name));
    }
    effects
}

/// The severity that is gone through: that of the current finding.
fn current(model: &Model) -> Option<Severity> {
    Some(model.open.as_ref()?.finding()?.severity)
}

/// Shows the next of these findings in the open report, if it has one.
fn show_here(model: &mut Model, direction: Direction, wanted: &Wanted) -> bool {
    let form = model.opened().map(|opened| opened.form);
    let (Some(open), Some(form)) = (model.open.as_mut(), form) else { return false };
    let Some(next) = next_here(open, direction, wanted) else { return false };
    open.findings.window.cursor = next;
    open.findings.preview = None;
    open.show_finding(form);
    true
}

/// The next report in the order of severities and of the list. One walk over the list, however far it is.
fn next(model: &Model, direction: Direction, severity: Severity) -> Option<Next> {
    let items = &model.list.visible;
    let here = model.open.as_ref().and_then(|open| items.iter().position(|&item| item == open.item));
    // On the list, the report under the cursor comes first; in a report it is done with.
    let from = match model.open {
        Some(_) => here,
        None => None,
    };
    let start = here.unwrap_or(model.list.window.cursor);
    let after = |index: usize| match (direction, from) {
        (Direction::Forward, Some(here)) => index > here,
        (Direction::Backward, Some(here)) => index < here,
        (Direction::Forward, None) => index >= start,
        (Direction::Backward, None) => index <= start,
    };
    let mut ends: [Option<ItemId>; 3] = [None; 3];
    let count = items.len();
    for step in 0..count {
        let index = if direction == Direction::Forward { step } else { count - 1 - step };
        let Some(&item) = items.get(index) else { break };
        for (end, of) in ends.iter_mut().zip(Severity::ALL) {
            let beyond = of == severity && after(index);
            if (end.is_some() && !beyond) || !has(model, item, of) {
                continue;
            }
            if beyond {
                return Some(Next { item, severity, wrapped: false });
            }
            end.get_or_insert(item);
        }
    }
    onward(direction, severity, ends)
}

/// The nearest severity that has a report, beginning behind this one; itself last.
fn onward(direction: Direction, severity: Severity, ends: [Option<ItemId>; 3]) -> Option<Next> {
    let all = Severity::ALL;
    let place = all.iter().position(|known| *known == severity)?;
    (1..=all.len()).find_map(|step| {
        let (index, wrapped) = match direction {
            Direction::Forward => ((place + step) % all.len(), place + step >= all.len()),
            Direction::Backward => ((place + all.len() - step) % all.len(), step > place),
        };
        let item = ends.get(index).copied().flatten()?;
        Some(Next { item, severity: *all.get(index)?, wrapped })
    })
}

/// Has a report a finding of this severity that is gone through?
fn has(model: &Model, item: ItemId, severity: Severity) -> bool {
    let Some(sheet) = model.library.sheet(item).filter(|sheet| sheet.counts.of(severity) > 0) else { return false };
    let wanted = &model.list.wanted;
    let fits = |finding: &crate::check::Listed| finding.severity == severity && wanted.fits(finding.rule, severity);
    wanted.is_all() || sheet.findings.iter().any(fits)
}

fn name(severity: Severity, words: &'static Words) -> &'static str {
    match severity {
        Severity::Error => words.severity.error(),
        Severity::Warning => words.severity.warning(),
        Severity::Info => words.severity.info(),
    }
}
