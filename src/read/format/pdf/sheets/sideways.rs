//! A sheet without ruling lines printed too wide: the columns that did not fit stand on pages of their own, without labels,
//! at the heights of their rows. Those pages follow all others of the sheet, or each its own.

use crate::read::format::pdf::lines::values::{is_label, is_value};
use crate::read::format::pdf::lines::{Line, lines};
use crate::read::format::pdf::page::Page;
use crate::read::format::pdf::prose::is_heading;

/// How far the heights of lines may differ, in points.
const NEAR: f64 = 1.0;
/// So many lines of numbers has a page of columns.
const ROWS: usize = 3;
/// How far apart the columns of both pages are set, in points.
const GAP: f64 = 12.0;

/// Puts pages of columns at the side of those with their labels.
pub(in crate::read::format::pdf) fn join(pages: &mut [Page]) {
    let is_rest: Vec<bool> = pages.iter().map(is_rest).collect();
    let mut at = 0;
    while at < pages.len() {
        let labelled = is_rest.get(at..).unwrap_or_default().iter().take_while(|rest| !**rest).count();
        let first = at + labelled;
        let rests = is_rest.get(first..).unwrap_or_default().iter().take_while(|rest| **rest).count();
        // As many pages as the sheet has from top to bottom, once or more.
        if labelled > 0 && rests > 0 && rests.is_multiple_of(labelled) {
            for step in 0..rests {
                append(pages, at + step % labelled, first + step);
            }
        }
        at = (first + rests).max(at + 1);
    }
}

/// Has a page rows of numbers, and no label?
fn is_rest(page: &Page) -> bool {
    let is_row = |line: &&Line| line.cells().iter().all(|run| is_value(&run.text));
    let begins = |line: &Line| {
        let text = line.text();
        is_label(&text) || is_heading(&text)
    };
    page.tables.is_empty() && page.lines.iter().filter(is_row).count() >= ROWS && !page.lines.iter().any(begins)
}

/// Puts a page at the side of another if its lines stand at the heights of that one's.
fn append(pages: &mut [Page], to: usize, from: usize) {
    let (Some(whole), Some(rest)) = (pages.get(to), pages.get(from)) else { return };
    let is_known = |line: &&Line| {
        let at = whole.lines.partition_point(|other| other.y < line.y - NEAR);
        whole.lines.get(at).is_some_and(|other| other.y <= line.y + NEAR)
    };
    let known = rest.lines.iter().filter(is_known).count();
    let fits =
        whole.tables.is_empty() && (whole.width - rest.width).abs() <= NEAR && known * 10 >= rest.lines.len() * 8;
    if !fits {
        return;
    }
    let right = whole.lines.iter().map(Line::right).fold(0.0, f64::max);
    let left = rest.lines.iter().map(Line::left).fold(f64::INFINITY, f64::min);
    let shift = right - left + GAP;
    let Some(rest) = pages.get_mut(from) else { return };
    let (own, traces) = (std::mem::take(&mut rest.lines), std::mem::take(&mut rest.traces));
    let Some(whole) = pages.get_mut(to) else { return };
    let mut glyphs: Vec<_> = std::mem::take(&mut whole.lines).into_iter().flat_map(|line| line.glyphs).collect();
    glyphs.extend(own.into_iter().flat_map(|line| line.glyphs).map(|glyph| glyph.moved(shift, 0.0)));
    whole.lines = lines(glyphs);
    whole.traces.extend(traces.into_iter().map(|trace| trace.moved(shift, 0.0)));
    whole.traces.sort_by(|a, b| a.place.1.total_cmp(&b.place.1));
}
