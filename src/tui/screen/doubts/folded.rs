//! Doubts of one cause are one line: their cells have lines of their own where the cursor is among them, or where they are
//! asked for.
//!
//! The cursor and the first line shown are numbers of doubts, whether all are shown or not.

use crate::tui::model::{Model, Window};

use super::remarks::{len, remarks};

/// The numbers of the doubts that have a line now.
#[must_use]
pub(super) fn shown(model: &Model) -> Vec<usize> {
    let (Some(open), remarks) = (model.open.as_ref(), remarks(model)) else { return Vec::new() };
    let is_again = |at: usize| remarks.get(at).is_some_and(|remark| remark.again);
    let cause = |at: usize| (0..=at).rev().find(|at| !is_again(*at)).unwrap_or(0);
    let here = open.doubts.cursor;
    let spread = Some(cause(here)).filter(|_| is_again(here));
    let mut last = 0;
    let has_line = |at: &usize| {
        last = if is_again(*at) { last } else { *at };
        !is_again(*at) || open.doubts_spread || spread == Some(last)
    };
    (0..remarks.len()).filter(has_line).collect()
}

/// Gives each cell a line of its own, or each cause one.
pub(crate) fn spread(model: &mut Model) {
    let again = |at: usize| remarks(model).get(at).is_some_and(|remark| remark.again);
    let here = model.open.as_ref().map_or(0, |open| open.doubts.cursor);
    let cause = (0..=here).rev().find(|at| !again(*at)).unwrap_or(0);
    if let Some(open) = model.open.as_mut() {
        open.doubts_spread = !open.doubts_spread;
        open.doubts.cursor = if open.doubts_spread { here } else { cause };
    }
}

/// Moves the cursor by so many of the lines that are shown.
pub(super) fn step(model: &mut Model, lines: isize) {
    let shown = shown(model);
    let Some(open) = model.open.as_mut() else { return };
    let here = shown.iter().position(|at| *at == open.doubts.cursor).unwrap_or(0);
    let to = here.saturating_add_signed(lines).min(shown.len().saturating_sub(1));
    match shown.get(to) {
        Some(to) => open.doubts.cursor = *to,
        // They are still being read.
        None => open.doubts.step(lines, usize::MAX),
    }
}

/// Keeps the cursor among the doubts, and on a screen of so many lines.
pub(super) fn settle(model: &mut Model, height: usize) {
    let (len, shown) = (len(model), shown(model));
    let Some(open) = model.open.as_mut() else { return };
    let place = |line: usize| shown.iter().position(|at| *at >= line).unwrap_or(shown.len().saturating_sub(1));
    if shown.is_empty() {
        open.doubts.settle(len, height);
        return;
    }
    open.doubts.cursor = open.doubts.cursor.min(len.saturating_sub(1));
    let mut window = Window { cursor: place(open.doubts.cursor), offset: place(open.doubts.offset) };
    window.settle(shown.len(), height);
    open.doubts.offset = shown.get(window.offset).copied().unwrap_or(0);
}
