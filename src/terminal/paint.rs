//! One row of the screen, from what it shows to what it should show.

use ratatui::buffer::Cell;
use unicode_width::UnicodeWidthStr;

use super::extent::{Extent, extent};
use super::pen::Pen;
use super::picture::{is_blank, is_tail};
use super::width::Ambiguous;

/// Fewer changed blanks than this at the end of a row are written, more are erased.
const ERASE_FROM: usize = 4;

/// Writes the difference between two rows of the same length.
pub(super) fn paint_row(pen: &mut Pen, y: u16, shown: &[Cell], wanted: &[Cell], ambiguous: Ambiguous) {
    if shown == wanted {
        return;
    }
    let changed = changed_cells(shown, wanted, ambiguous);
    let erase_at = erasure(&changed, wanted, ambiguous);
    let mut x = 0;
    while let Some(cell) = wanted.get(x) {
        if x == erase_at {
            erase_rest(pen, x, y);
            return;
        }
        let extent = extent(cell.symbol());
        let cells = usize::from(extent.assumed).max(1);
        if changed.get(x).copied().unwrap_or(false) && !is_tail(cell) {
            write_glyph(pen, (x, y), cell, extent, wanted.len());
        }
        x += if is_tail(cell) { 1 } else { cells };
    }
}

/// Which cells have to be written.
///
/// Beside a glyph whose width is uncertain nothing is left to chance: whatever it may reach is written after it, in the
/// same order as a full redraw would, so that on any terminal both give the same screen.
fn changed_cells(shown: &[Cell], wanted: &[Cell], ambiguous: Ambiguous) -> Vec<bool> {
    let mut changed: Vec<bool> = shown.iter().zip(wanted).map(|(old, new)| old != new).collect();
    let any = |changed: &[bool], from: usize, to: usize| changed.iter().take(to).skip(from).any(|c| *c);
    for x in (0..wanted.len()).rev() {
        if any(&changed, x, x + reach(wanted, x)) {
            set(&mut changed, x, x + 1, true);
        }
    }
    for x in 0..wanted.len() {
        if any(&changed, x, x + 1) {
            set(&mut changed, x, x + reach(wanted, x).max(reach(shown, x)), true);
        }
    }
    for x in (0..wanted.len()).filter(|x| lies_on_blank(wanted, *x, ambiguous)) {
        set(&mut changed, x + 1, x + 2, false);
    }
    changed
}

fn set(changed: &mut [bool], from: usize, to: usize, value: bool) {
    changed.iter_mut().take(to).skip(from).for_each(|c| *c = value);
}

/// How many cells, from `x`, the glyph there may touch.
fn reach(row: &[Cell], x: usize) -> usize {
    row.get(x).map_or(1, |cell| usize::from(extent(cell.symbol()).most).max(1))
}

/// Where ambiguous glyphs are wide, the layout puts a blank behind each (see [`super::width`]): it is the glyph's other
/// half, and never written.
fn lies_on_blank(row: &[Cell], x: usize, ambiguous: Ambiguous) -> bool {
    ambiguous == Ambiguous::Wide
        && row.get(x).is_some_and(|cell| (cell.symbol().width(), cell.symbol().width_cjk()) == (1, 2))
        && row.get(x + 1).is_some_and(|cell| cell.symbol() == " ")
}

/// From where the row is only blanks of which enough have changed.
fn erasure(changed: &[bool], wanted: &[Cell], ambiguous: Ambiguous) -> usize {
    let mut start = wanted.iter().rposition(|cell| !is_blank(cell)).map_or(0, |last| last + 1);
    if let Some(last) = start.checked_sub(1) {
        start += usize::from(lies_on_blank(wanted, last, ambiguous));
    }
    let count = changed.iter().skip(start).filter(|c| **c).count();
    if count < ERASE_FROM {
        return usize::MAX;
    }
    changed.iter().skip(start).position(|c| *c).map_or(usize::MAX, |first| start + first)
}

fn erase_rest(pen: &mut Pen, x: usize, y: u16) {
    pen.go(column(x), y);
    pen.undress();
    pen.raw(b"\x1b[K");
}

/// Writes one glyph, and forgets where the cursor is when that is not certain.
fn write_glyph(pen: &mut Pen, (x, y): (usize, u16), cell: &Cell, extent: Extent, width: usize) {
    pen.go(column(x), y);
    pen.dress(cell);
    if extent.least < extent.assumed {
        // Should the terminal give it fewer cells, nothing old shows through the rest.
        (0..extent.assumed).for_each(|_| pen.raw(b" "));
        pen.set_at(if x + usize::from(extent.assumed) < width { Some((column(x) + extent.assumed, y)) } else { None });
        pen.go(column(x), y);
    }
    pen.raw(cell.symbol().as_bytes());
    let end = x + usize::from(extent.most);
    if end >= width {
        pen.set_at(None);
    } else if extent.is_certain() {
        pen.set_at(Some((column(end), y)));
    } else {
        pen.lose_column();
    }
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

/// Roughly the bytes that a row costs.
pub(super) fn cost(shown: &[Cell], wanted: &[Cell]) -> usize {
    let end = wanted.iter().rposition(|cell| !is_blank(cell)).map_or(0, |last| last + 1);
    let mut bytes = 0;
    let mut before = false;
    for (old, new) in shown.iter().zip(wanted).take(end) {
        let changed = old != new;
        if changed {
            bytes += new.symbol().len() + if before { 0 } else { 6 };
        }
        before = changed;
    }
    let rest = shown.iter().zip(wanted).skip(end).any(|(old, new)| old != new);
    bytes + if rest { 6 } else { 0 }
}
