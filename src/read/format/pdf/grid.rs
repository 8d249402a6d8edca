//! A frame and the characters in it to rows of fields.

use super::ink::{Glyph, Rule};
use super::lines::{Line, cell_text, join, lines, upright};
use super::rules::{Frame, Leaders};
use super::values::{is_value, split};

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Row {
    pub fields: Vec<String>,
    /// For each field: over how many rows its cell goes.
    pub spans: Vec<usize>,
    /// Where it begins on its page.
    pub top: f64,
}

/// Cells of the grid that have no line between them.
struct Region {
    rows: (usize, usize),
    columns: (usize, usize),
    glyphs: Vec<Glyph>,
}

/// The rows of a table on one page. A merged cell's text stands in its first field.
pub(super) fn rows(frame: &Frame, glyphs: Vec<Glyph>) -> Vec<Row> {
    let (columns, count) = (frame.xs.len().saturating_sub(1), frame.ys.len().saturating_sub(1));
    if columns == 0 || count == 0 {
        return Vec::new();
    }
    let regions = regions(frame, columns, count, glyphs);
    let mut table: Vec<Vec<Field>> = (0..count).map(|_| (0..columns).map(|_| Field::None).collect()).collect();
    for region in regions {
        fill(&mut table, frame, region);
    }
    let mut rows = Vec::new();
    for (at, fields) in table.into_iter().enumerate() {
        // A row in which no cell begins is only a line that runs beside one.
        if fields.iter().all(|field| matches!(field, Field::None)) {
            continue;
        }
        rows.extend(row(fields, frame.ys.get(at).copied().unwrap_or(0.0)));
    }
    rows
}

/// What stands at one place of the grid.
enum Field {
    /// A merged cell goes on.
    None,
    /// A cell begins, which goes over so many rows.
    Cell(Vec<Glyph>, usize),
}

/// Puts a region's characters into the field that it begins in, or, where borders are missing between numbers, each
/// number into its own.
fn fill(table: &mut [Vec<Field>], frame: &Frame, region: Region) {
    let (first, last) = region.rows;
    let (left, right) = region.columns;
    let span = last - first;
    let mut set = |row: usize, column: usize, glyphs: Vec<Glyph>, span: usize| {
        if let Some(field) = table.get_mut(row).and_then(|row| row.get_mut(column)) {
            *field = Field::Cell(glyphs, span);
        }
    };
    if !holds_several_values(frame, &region) {
        return set(first, left, region.glyphs, span);
    }
    for row in first..last {
        for column in left..right {
            let own = region.glyphs.iter().filter(|glyph| place(frame, glyph) == Some((row, column)));
            set(row, column, own.copied().collect(), 1);
        }
    }
}

/// Do numbers stand in a merged cell, each of them in its own field of the grid?
fn holds_several_values(frame: &Frame, region: &Region) -> bool {
    if region.rows.1 - region.rows.0 == 1 && region.columns.1 - region.columns.0 == 1 {
        return false;
    }
    let runs: Vec<_> = lines(upright(&region.glyphs)).into_iter().flat_map(|line| line.runs(0.5)).collect();
    if runs.len() < 2 || !runs.iter().all(|run| is_value(&run.text)) {
        return false;
    }
    let mut places: Vec<_> = region.glyphs.iter().filter_map(|glyph| place(frame, glyph)).collect();
    places.sort_unstable();
    places.dedup();
    places.len() == runs.len()
}

/// One row of the grid as the rows that it holds: more than one where the lines between them were not drawn.
fn row(fields: Vec<Field>, top: f64) -> Vec<Row> {
    let spans: Vec<usize> =
        fields.iter().map(|field| if let Field::Cell(_, span) = field { *span } else { 0 }).collect();
    let is_one_row = spans.iter().all(|&span| span <= 1);
    let glyphs: Vec<Vec<Glyph>> =
        fields.into_iter().map(|field| if let Field::Cell(glyphs, _) = field { glyphs } else { Vec::new() }).collect();
    let cells: Vec<Vec<Line>> = glyphs.iter().map(|glyphs| lines(upright(glyphs))).collect();
    let parts = if is_one_row { split(&cells) } else { Vec::new() };
    if parts.is_empty() {
        let fields = glyphs.iter().map(|glyphs| cell_text(glyphs)).collect();
        return vec![Row { fields, spans, top }];
    }
    parts
        .into_iter()
        .map(|cells| Row { fields: cells.iter().map(|lines| join(lines)).collect(), spans: spans.clone(), top })
        .collect()
}

/// In which row and column of the grid a character stands.
fn place(frame: &Frame, glyph: &Glyph) -> Option<(usize, usize)> {
    let (x, y) = glyph.center();
    let find = |edges: &[f64], place: f64| edges.partition_point(|&edge| edge <= place).checked_sub(1);
    let row = find(&frame.ys, y)?.min(frame.ys.len().checked_sub(2)?);
    let column = find(&frame.xs, x)?.min(frame.xs.len().checked_sub(2)?);
    Some((row, column))
}

fn regions(frame: &Frame, columns: usize, count: usize, glyphs: Vec<Glyph>) -> Vec<Region> {
    let mut leaders = Leaders::new(columns * count);
    for row in 0..count {
        for column in 0..columns {
            let at = row * columns + column;
            let [Some(&top), Some(&bottom)] = [frame.ys.get(row), frame.ys.get(row + 1)] else { continue };
            let [Some(&left), Some(&right)] = [frame.xs.get(column), frame.xs.get(column + 1)] else { continue };
            if column + 1 < columns && !is_drawn(&frame.down, &frame.xs, column + 1, (top, bottom)) {
                leaders.unite(at, at + 1);
            }
            if row + 1 < count && !is_drawn(&frame.across, &frame.ys, row + 1, (left, right)) {
                leaders.unite(at, at + columns);
            }
        }
    }
    let mut regions: Vec<Region> = Vec::new();
    let mut known: Vec<usize> = vec![usize::MAX; columns * count];
    for at in 0..columns * count {
        let leader = leaders.find(at);
        let (row, column) = (at / columns, at % columns);
        let index = known.get(leader).copied().unwrap_or(usize::MAX);
        match regions.get_mut(index) {
            Some(region) => {
                region.rows = (region.rows.0.min(row), region.rows.1.max(row + 1));
                region.columns = (region.columns.0.min(column), region.columns.1.max(column + 1));
            }
            None => {
                if let Some(slot) = known.get_mut(leader) {
                    *slot = regions.len();
                }
                regions.push(Region { rows: (row, row + 1), columns: (column, column + 1), glyphs: Vec::new() });
            }
        }
    }
    for glyph in glyphs {
        let Some((row, column)) = place(frame, &glyph) else { continue };
        let index = known.get(leaders.find(row * columns + column)).copied().unwrap_or(usize::MAX);
        if let Some(region) = regions.get_mut(index) {
            region.glyphs.push(glyph);
        }
    }
    regions
}

/// Is the better half of an edge drawn?
fn is_drawn(rules: &[Rule], edges: &[f64], edge: usize, (from, to): (f64, f64)) -> bool {
    let nearest = |at: f64| {
        let after = edges.partition_point(|&known| known < at);
        let distance = |index: usize| edges.get(index).map_or(f64::INFINITY, |known| (known - at).abs());
        match after.checked_sub(1) {
            Some(before) if distance(before) <= distance(after) => before,
            _ => after,
        }
    };
    let drawn: f64 = rules
        .iter()
        .filter(|rule| rule.from < to && rule.to > from && nearest(rule.at) == edge)
        .map(|rule| rule.to.min(to) - rule.from.max(from))
        .sum();
    drawn * 2.0 >= to - from
}
