//! Copied passages in the lines of the panel: side by side where there is room, else one below the other.

use std::ops::Range;

use crate::check;
use crate::tui::model::{Model, Opened};

use super::parallel::Side;
use super::prose;

/// From this width on there are two columns.
const WIDE: usize = 80;
/// Between them.
pub(crate) const GAP: usize = 3;

/// A stretch of a line, and what it is.
pub(crate) type Run = (String, Role);

/// What a stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Whose passage it is.
    Heading,
    Plain,
    /// It stands in both.
    Shared,
}

/// One line of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BesideRow {
    /// Over the whole width.
    Whole(Vec<Run>),
    /// In two columns, each as wide as [`column()`] says.
    Pair(Vec<Run>, Vec<Run>),
}

/// How wide each of the two columns is; `None`: there is room for one only.
#[must_use]
pub(crate) fn column(width: usize) -> Option<usize> {
    (width >= WIDE).then(|| width.saturating_sub(GAP) / 2)
}

/// The message of the current finding, then its passages; empty if it speaks of one report only.
#[must_use]
pub(crate) fn rows(model: &Model, opened: &Opened<'_>, width: usize) -> Vec<BesideRow> {
    let (Some(finding), Some(parallel)) = (opened.open.copied(), &opened.open.text.parallel) else { return Vec::new() };
    let message = check::message(opened.form, finding, &opened.lean.cells, model.given.lang);
    let mut rows: Vec<BesideRow> = model.display.measure.wrap(&message, width).into_iter().map(plain).collect();
    for (own, other) in &parallel.couples {
        match column(width) {
            Some(column) => {
                let (mut left, mut right) =
                    (lines(model, own, column).into_iter(), lines(model, other, column).into_iter());
                loop {
                    match (left.next(), right.next()) {
                        (None, None) => break,
                        (left, right) => {
                            rows.push(BesideRow::Pair(left.unwrap_or_default(), right.unwrap_or_default()))
                        }
                    }
                }
            }
            None => {
                rows.extend(lines(model, own, width).into_iter().map(BesideRow::Whole));
                rows.extend(lines(model, other, width).into_iter().map(BesideRow::Whole));
            }
        }
    }
    rows
}

fn plain(line: String) -> BesideRow {
    BesideRow::Whole(vec![(line, Role::Plain)])
}

/// A passage below the line that says whose it is.
fn lines(model: &Model, side: &Side, width: usize) -> Vec<Vec<Run>> {
    let measure = model.display.measure;
    let heading = measure.cut(&heading(model, side), width, crate::terminal::glyphs::SAFE.cut).into_owned();
    let mut lines = vec![vec![(heading, Role::Heading)]];
    let marks: Vec<(Range<usize>, Role)> = side.shared.iter().map(|range| (range.clone(), Role::Shared)).collect();
    lines.extend(prose::passage(&side.text, side.section, measure, width).into_iter().map(|line| {
        let pieces = line.pieces(&marks).into_iter();
        pieces.map(|(text, mark)| (text, mark.unwrap_or(Role::Plain))).collect()
    }));
    lines
}

fn heading(model: &Model, side: &Side) -> String {
    let words = &model.words().desk;
    let Some(id) = &side.report else { return words.passage_here(side.section) };
    let name = match model.library.find(id).and_then(|item| model.library.sheet(item)) {
        Some(sheet) => sheet.lean.head.name(),
        None => id.to_string(),
    };
    words.passage_there(&name, side.section)
}
