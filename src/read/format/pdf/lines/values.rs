//! Rows that no line divides: told by the numbers that stand on one height in several columns.

use crate::read::document::block::trim;
use crate::read::spelling::normalise::{is_mark, number};

use super::Line;

/// A number, or a mark for none.
pub(in crate::read::format::pdf) fn is_value(text: &str) -> bool {
    number(text).is_some() || is_mark(trim(text))
}

/// One row's cells as several rows, where numbers stand on several heights in at least two columns; nothing where
/// the row is one. A label's lines go to the row whose numbers are nearest. With the heights of the rows.
pub(in crate::read::format::pdf) fn split(cells: &[Vec<Line>]) -> (Vec<Vec<Vec<Line>>>, Vec<f64>) {
    let heights = heights(cells);
    if heights.len() < 2 {
        return Default::default();
    }
    let mut rows: Vec<Vec<Vec<Line>>> = heights.iter().map(|_| vec![Vec::new(); cells.len()]).collect();
    for (column, lines) in cells.iter().enumerate() {
        for line in lines {
            let slot = nearest(&heights, line.y).and_then(|row| rows.get_mut(row)?.get_mut(column));
            if let Some(slot) = slot {
                slot.push(line.clone());
            }
        }
    }
    (rows, heights)
}

/// Of each cell, the number whose digits are wrapped in it: the others of the row have one line each.
pub(in crate::read::format::pdf) fn wrapped(cells: &[Vec<Line>]) -> Vec<Option<String>> {
    if cells.iter().all(|lines| lines.len() < 2) || !cells.iter().any(|lines| is_single(lines)) {
        return Vec::new();
    }
    cells.iter().map(|lines| whole(lines)).collect()
}

fn is_single(lines: &[Line]) -> bool {
    matches!(lines, [line] if is_value(&line.text()))
}

fn whole(lines: &[Line]) -> Option<String> {
    let texts: Vec<String> = lines.iter().map(Line::text).collect();
    let (last, before) = texts.split_last()?;
    let width = before.first()?.len();
    // All lines but the last are full, and a number has no leading zero.
    let is_one = texts.iter().all(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        && before.iter().all(|text| text.len() == width)
        && last.len() <= width
        && !before.first()?.starts_with('0');
    is_one.then(|| texts.concat())
}

/// The heights on which values stand in at least two columns, all of whose lines are values.
fn heights(cells: &[Vec<Line>]) -> Vec<f64> {
    let columns: Vec<&Vec<Line>> =
        cells.iter().filter(|lines| lines.len() >= 2 && lines.iter().all(|line| is_value(&line.text()))).collect();
    // Where another column has one value, their numbers are wrapped.
    if columns.len() < 2
        || cells.iter().any(|lines| is_single(lines)) && columns.iter().all(|lines| whole(lines).is_some())
    {
        return Vec::new();
    }
    let mut places: Vec<(f64, f64)> =
        columns.iter().flat_map(|lines| lines.iter().map(|line| (line.y, line.size))).collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut heights: Vec<(f64, usize)> = Vec::new();
    for (y, size) in places {
        match heights.last_mut() {
            Some((known, count)) if y - *known <= size * 0.4 => *count += 1,
            _ => heights.push((y, 1)),
        }
    }
    if heights.iter().any(|(_, count)| *count < 2) { Vec::new() } else { heights.into_iter().map(|(y, _)| y).collect() }
}

/// The place in `heights` that is nearest.
pub(in crate::read::format::pdf) fn nearest(heights: &[f64], y: f64) -> Option<usize> {
    let distance = |index: &usize| heights.get(*index).map_or(f64::INFINITY, |known| (known - y).abs());
    (0..heights.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// Words that begin with an ordinal: `（四）无`, `三、`, `2.没有`.
pub(in crate::read::format::pdf) fn is_label(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let text = text.trim_start();
    let after = text.trim_start_matches(['（', '(']).trim_start();
    let rest = after.trim_start_matches(is_digit);
    rest.len() < after.len() && rest.trim_start().starts_with(['）', ')', '、', '.', '．', '，'])
}
