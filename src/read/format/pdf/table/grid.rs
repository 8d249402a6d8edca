//! A frame and the characters in it to rows of fields.

use kurbo::{Point, Rect};

use crate::read::document::Mark;
use crate::read::format::pdf::ink::rules::{Frame, Leaders};
use crate::read::format::pdf::ink::traces::Trace;
use crate::read::format::pdf::ink::{Glyph, Rule};
use crate::read::format::pdf::lines::judge::judge;
use crate::read::format::pdf::lines::values::{is_value, nearest, split, wrapped};
use crate::read::format::pdf::lines::{Line, join, lines, upright};

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::read::format::pdf) struct Row {
    pub(crate) fields: Vec<String>,
    /// For each field: what is doubtful about it.
    pub(crate) marks: Vec<Option<Mark>>,
    /// For each field: over how many rows its cell goes.
    pub(crate) spans: Vec<usize>,
    /// Where it begins on its page.
    pub(crate) top: f64,
}

/// Cells of the grid that have no line between them.
struct Region {
    rows: (usize, usize),
    columns: (usize, usize),
    content: Content,
}

/// What stands in a cell.
#[derive(Debug, Clone, Default)]
struct Content {
    glyphs: Vec<Glyph>,
    traces: Vec<Trace>,
}

/// The rows of a table on one page. A merged cell's text stands in its first field. `traces` are what is not read of it,
/// `pictures` what may lie over it.
pub(in crate::read::format::pdf) fn rows(
    frame: &Frame,
    glyphs: Vec<Glyph>,
    traces: &[Trace],
    pictures: &[Rect],
) -> Vec<Row> {
    let (columns, count) = (frame.xs.len().saturating_sub(1), frame.ys.len().saturating_sub(1));
    if columns == 0 || count == 0 {
        return Vec::new();
    }
    let regions = regions(frame, columns, count, glyphs, traces, pictures);
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
    Cell(Content, usize),
}

/// Puts a region's characters into the field that it begins in, or, where borders are missing between numbers, each
/// number into its own.
fn fill(table: &mut [Vec<Field>], frame: &Frame, region: Region) {
    let (first, last) = region.rows;
    let (left, right) = region.columns;
    let span = last - first;
    let mut set = |row: usize, column: usize, content: Content, span: usize| {
        if let Some(field) = table.get_mut(row).and_then(|row| row.get_mut(column)) {
            *field = Field::Cell(content, span);
        }
    };
    if !holds_several_values(frame, &region) {
        return set(first, left, region.content, span);
    }
    for row in first..last {
        for column in left..right {
            let is_own = |center: (f64, f64)| place(frame, center) == Some((row, column));
            let Content { glyphs, traces } = &region.content;
            let glyphs = glyphs.iter().filter(|glyph| is_own(glyph.center())).copied().collect();
            let traces = traces.iter().filter(|trace| is_own(trace.place)).copied().collect();
            set(row, column, Content { glyphs, traces }, 1);
        }
    }
}

/// Do numbers stand in a merged cell, each of them in its own field of the grid?
fn holds_several_values(frame: &Frame, region: &Region) -> bool {
    if region.rows.1 - region.rows.0 == 1 && region.columns.1 - region.columns.0 == 1 {
        return false;
    }
    let runs: Vec<_> = lines(upright(&region.content.glyphs)).into_iter().flat_map(|line| line.runs(0.5)).collect();
    if runs.len() < 2 || !runs.iter().all(|run| is_value(&run.text)) {
        return false;
    }
    let mut places: Vec<_> = region.content.glyphs.iter().filter_map(|glyph| place(frame, glyph.center())).collect();
    places.sort_unstable();
    places.dedup();
    places.len() == runs.len()
}

/// One row of the grid as the rows that it holds: more than one where the lines between them were not drawn.
fn row(fields: Vec<Field>, top: f64) -> Vec<Row> {
    let spans: Vec<usize> =
        fields.iter().map(|field| if let Field::Cell(_, span) = field { *span } else { 0 }).collect();
    let is_one_row = spans.iter().all(|&span| span <= 1);
    let contents: Vec<Content> = fields
        .into_iter()
        .map(|field| if let Field::Cell(content, _) = field { content } else { Content::default() })
        .collect();
    let cells: Vec<Vec<Line>> = contents.iter().map(|content| lines(upright(&content.glyphs))).collect();
    let (parts, heights) = if is_one_row { split(&cells) } else { (Vec::new(), Vec::new()) };
    if parts.is_empty() {
        let wrapped = wrapped(&cells).into_iter().chain(std::iter::repeat(None));
        let judged = contents.iter().zip(&cells).zip(wrapped).map(|((content, lines), wrapped)| match wrapped {
            Some(number) => (number, Some(Mark::Spread)),
            None => judge(join(lines), &content.glyphs, &content.traces),
        });
        let (fields, marks) = judged.unzip();
        return vec![Row { fields, marks, spans, top }];
    }
    let part = |(at, cells): (usize, Vec<Vec<Line>>)| {
        let judged = cells.iter().zip(&contents).map(|(lines, content)| {
            let is_own = |trace: &&Trace| nearest(&heights, trace.area.y1) == Some(at);
            let traces: Vec<Trace> = content.traces.iter().filter(is_own).copied().collect();
            let glyphs: Vec<Glyph> = lines.iter().flat_map(|line| &line.glyphs).copied().collect();
            judge(join(lines), &glyphs, &traces)
        });
        let (fields, marks) = judged.unzip();
        Row { fields, marks, spans: spans.clone(), top }
    };
    parts.into_iter().enumerate().map(part).collect()
}

/// In which row and column of the grid a place is.
fn place(frame: &Frame, (x, y): (f64, f64)) -> Option<(usize, usize)> {
    let find = |edges: &[f64], place: f64| edges.partition_point(|&edge| edge <= place).checked_sub(1);
    let row = find(&frame.ys, y)?.min(frame.ys.len().checked_sub(2)?);
    let column = find(&frame.xs, x)?.min(frame.xs.len().checked_sub(2)?);
    Some((row, column))
}

fn regions(
    frame: &Frame,
    columns: usize,
    count: usize,
    glyphs: Vec<Glyph>,
    traces: &[Trace],
    pictures: &[Rect],
) -> Vec<Region> {
    let mut leaders = Leaders::new(columns * count);
    let (down, across) = (edges_of(&frame.down, &frame.xs), edges_of(&frame.across, &frame.ys));
    for row in 0..count {
        for column in 0..columns {
            let at = row * columns + column;
            let [Some(&top), Some(&bottom)] = [frame.ys.get(row), frame.ys.get(row + 1)] else { continue };
            let [Some(&left), Some(&right)] = [frame.xs.get(column), frame.xs.get(column + 1)] else { continue };
            if column + 1 < columns && !is_drawn(&down, column + 1, (top, bottom)) {
                leaders.unite(at, at + 1);
            }
            if row + 1 < count && !is_drawn(&across, row + 1, (left, right)) {
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
                regions.push(Region {
                    rows: (row, row + 1),
                    columns: (column, column + 1),
                    content: Content::default(),
                });
            }
        }
    }
    let mut index = |center: (f64, f64)| {
        let (row, column) = place(frame, center)?;
        known.get(leaders.find(row * columns + column)).copied()
    };
    for glyph in glyphs {
        if let Some(region) = index(glyph.center()).and_then(|index| regions.get_mut(index)) {
            region.content.glyphs.push(glyph);
        }
    }
    for trace in traces {
        if let Some(region) = index(trace.place).and_then(|index| regions.get_mut(index)) {
            region.content.traces.push(*trace);
        }
    }
    for picture in pictures {
        cover(frame, &mut regions, picture);
    }
    regions
}

/// A picture over blank cells: what they say may be in it.
fn cover(frame: &Frame, regions: &mut [Region], picture: &Rect) {
    for region in regions.iter_mut().filter(|region| region.content.glyphs.is_empty()) {
        let edge = |edges: &[f64], at: usize| edges.get(at).copied().unwrap_or(f64::NAN);
        let x = (edge(&frame.xs, region.columns.0) + edge(&frame.xs, region.columns.1)) / 2.0;
        let y = (edge(&frame.ys, region.rows.0) + edge(&frame.ys, region.rows.1)) / 2.0;
        if picture.contains(Point::new(x, y)) && region.content.traces.is_empty() {
            region.content.traces.push(Trace::drawn(*picture));
        }
    }
}

/// Lines, each with the edge of the grid that it is nearest to.
fn edges_of<'a>(rules: &'a [Rule], edges: &[f64]) -> Vec<(&'a Rule, usize)> {
    let nearest = |at: f64| {
        let after = edges.partition_point(|&known| known < at);
        let distance = |index: usize| edges.get(index).map_or(f64::INFINITY, |known| (known - at).abs());
        match after.checked_sub(1) {
            Some(before) if distance(before) <= distance(after) => before,
            _ => after,
        }
    };
    rules.iter().map(|rule| (rule, nearest(rule.at))).collect()
}

/// Is the better half of an edge drawn?
fn is_drawn(rules: &[(&Rule, usize)], edge: usize, (from, to): (f64, f64)) -> bool {
    let drawn: f64 = rules
        .iter()
        .filter(|(rule, nearest)| *nearest == edge && rule.from < to && rule.to > from)
        .map(|(rule, _)| rule.to.min(to) - rule.from.max(from))
        .sum();
    drawn * 2.0 >= to - from
}
