//! Sheets printed too wide: the columns that did not fit stand on another page, at the same heights.

use kurbo::Vec2;

use crate::read::format::pdf::lines::values::is_label;
use crate::read::format::pdf::page::{Page, Table};
use crate::read::format::pdf::table::grid;

/// How far the heights of rows may differ, in points.
const NEAR: f64 = 1.5;
/// So many rows of a table must stand at the same heights.
const ROWS: usize = 2;
/// A table goes on sideways on one of so many pages behind it.
const PAGES: usize = 40;

/// Puts tables that go on sideways together.
pub(in crate::read::format::pdf) fn join(pages: &mut [Page]) {
    for at in 0..pages.len() {
        let mut index = 0;
        while let Some(table) = pages.get(at).and_then(|page| page.tables.get(index)) {
            let before = pages.get(at.saturating_sub(PAGES)..at).unwrap_or_default();
            let found = if has_labels(table) { None } else { partner(before, table, pages.get(at)) };
            let Some((back, place)) = found else {
                index += 1;
                continue;
            };
            let Some(part) = pages.get_mut(at).map(|page| page.tables.remove(index)) else { break };
            let page = at - before_len(at) + back;
            if let Some(whole) = pages.get_mut(page).and_then(|page| page.tables.get_mut(place)) {
                append(whole, part);
            }
        }
    }
}

fn before_len(at: usize) -> usize {
    at - at.saturating_sub(PAGES)
}

/// Do rows begin with words? Then the table stands for itself.
fn has_labels(table: &Table) -> bool {
    let rows = grid::rows(&table.frame, table.glyphs.clone(), &[], &[]);
    rows.iter().flat_map(|row| &row.fields).any(|field| is_label(field)) || rows.len() <= ROWS
}

/// The nearest table before with rows at the same heights that ends at the side of its page.
fn partner(before: &[Page], table: &Table, page: Option<&Page>) -> Option<(usize, usize)> {
    let width = page.map_or(0.0, |page| page.width);
    for (at, page) in before.iter().enumerate().rev() {
        let fits = |other: &Table| {
            (page.width - width).abs() <= NEAR
                && !is_same(&other.frame.xs, &table.frame.xs)
                && is_beside(&other.frame.ys, &table.frame.ys)
                && other.frame.right() - other.frame.left() > page.width * 0.4
        };
        if let Some(place) = page.tables.iter().position(fits) {
            return Some((at, place));
        }
    }
    None
}

/// Are the columns the same? Then it is another report's table in the same form, or its next page.
fn is_same(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 3.0)
}

fn is_beside(a: &[f64], b: &[f64]) -> bool {
    let (Some(a_ends), Some(b_ends)) = (a.first().zip(a.last()), b.first().zip(b.last())) else { return false };
    let near = |a: f64, b: f64| (a - b).abs() <= NEAR;
    let common = b.iter().filter(|y| a.iter().any(|other| near(*other, **y))).count();
    near(*a_ends.0, *b_ends.0) && near(*a_ends.1, *b_ends.1) && common * 10 >= b.len() * 9 && common > ROWS
}

/// Puts a table's part at its right side.
fn append(whole: &mut Table, part: Table) {
    let shift = whole.frame.right() - part.frame.left();
    whole.frame.xs.extend(part.frame.xs.iter().skip(1).map(|x| x + shift));
    for mut rule in part.frame.down {
        rule.at += shift;
        whole.frame.down.push(rule);
    }
    for mut rule in part.frame.across {
        rule.from += shift;
        rule.to += shift;
        whole.frame.across.push(rule);
    }
    whole.glyphs.extend(part.glyphs.into_iter().map(|glyph| glyph.moved(shift, 0.0)));
    whole.traces.extend(part.traces.into_iter().map(|trace| trace.moved(shift, 0.0)));
    whole.pictures.extend(part.pictures.into_iter().map(|area| area + Vec2::new(shift, 0.0)));
}
