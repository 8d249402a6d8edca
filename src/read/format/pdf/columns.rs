//! Tables without ruling lines: rows of numbers whose columns stand below one another.

use std::ops::Range;

use super::lines::{Line, Run, join};
use super::prose::is_heading;
use super::values::{is_label, is_value, nearest};
use crate::read::format::html;

/// A row of numbers has at least as many as this.
const LEAST: usize = 3;
/// How many lines of words may stand between two rows.
const BETWEEN: usize = 6;
/// How many lines the headers of the columns may have.
const HEADER: usize = 10;

/// A piece of a page without ruling lines.
#[derive(Debug)]
pub(super) enum Part {
    Line(Line),
    /// The fields of a row, and where it stands.
    Row(Vec<String>, f64),
}

/// The lines of a page, those of tables as rows.
pub(super) fn parts(lines: &[Line]) -> Vec<Part> {
    let runs: Vec<Vec<Run>> = lines.iter().map(Line::cells).collect();
    let count = |runs: &Vec<Run>| runs.iter().rev().take_while(|run| is_value(&run.text)).count();
    let counts: Vec<usize> = runs.iter().map(count).collect();
    let mut parts: Vec<Part> = Vec::new();
    let (mut at, mut free) = (0, 0);
    while let Some(line) = lines.get(at) {
        let end = stretch(lines, &counts, at);
        let table = (end > at).then(|| table(lines, &runs, &counts, at..end, free)).flatten();
        match table {
            Some(Found { begin, end, rows }) => {
                // The label of the first row may begin above its numbers: that line has been passed on already.
                parts.truncate(parts.len().saturating_sub(at - begin));
                parts.extend(rows);
                (at, free) = (end, end);
            }
            None => {
                parts.push(Part::Line(line.clone()));
                at += 1;
            }
        }
    }
    parts
}

/// Where the table that begins with a line ends: behind its last row; where it begins if it is none.
fn stretch(lines: &[Line], counts: &[usize], at: usize) -> usize {
    let is_row = |index: usize| counts.get(index).is_some_and(|&count| count >= LEAST);
    if !is_row(at) {
        return at;
    }
    let (mut last, mut rows) = (at, 1);
    for index in at + 1..lines.len() {
        if is_row(index) {
            (last, rows) = (index, rows + 1);
        } else if index - last > BETWEEN || lines.get(index).is_some_and(is_sentence) {
            break;
        }
    }
    if rows >= 2 { last + 1 } else { at }
}

fn is_sentence(line: &Line) -> bool {
    line.text().contains('。')
}

/// A table that was found, with the lines that are its own.
struct Found {
    begin: usize,
    end: usize,
    rows: Vec<Part>,
}

fn table(lines: &[Line], runs: &[Vec<Run>], counts: &[usize], range: Range<usize>, free: usize) -> Option<Found> {
    let (begin, end) = (range.start, range.end);
    let is_row = |index: &usize| counts.get(*index).is_some_and(|&count| count >= LEAST);
    let values = |index: usize| {
        let count = counts.get(index).copied().unwrap_or(0);
        runs.get(index).map_or(&[][..], |runs| runs.get(runs.len().saturating_sub(count)..).unwrap_or_default())
    };
    let heads: Vec<usize> = (begin..end).filter(is_row).collect();
    let columns = columns(heads.iter().flat_map(|&index| values(index)));
    let most = heads.iter().map(|&index| values(index).len()).max()?;
    let first = columns.first()?.0;
    if columns.len() < most {
        return None;
    }
    let line = |index: usize| lines.get(index);
    let heights: Vec<f64> = heads.iter().filter_map(|&index| line(index)).map(|line| line.y).collect();
    let is_beside = |index: usize| line(index).is_some_and(|line| line.right() <= first + line.size * 0.5);
    let near = |index: usize, row: usize| {
        let gap = line(index).zip(line(row)).map_or(f64::INFINITY, |(a, b)| (a.y - b.y).abs() / a.size.max(1.0));
        gap <= 1.3 && is_beside(index)
    };
    // Words above the first and below the last row, as far as they are near enough to be of its label.
    let begin = if begin > free && near(begin - 1, begin) { begin - 1 } else { begin };
    let end = if near(end, end - 1) { end + 1 } else { end };
    let header = Header::above(lines, begin, free, &columns);
    let mut labels: Vec<Vec<Line>> = vec![Vec::new(); heads.len()];
    let mut rest = Vec::new();
    let mut least = 0;
    for index in begin..end {
        let Some(line) = line(index) else { continue };
        let label = Line {
            glyphs: line.glyphs.iter().filter(|glyph| glyph.center().0 < first).copied().collect(),
            ..line.clone()
        };
        let below = |row: usize| heights.get(row).is_some_and(|y| line.y > y + line.size * 0.3);
        let row = nearest(&heights, line.y).unwrap_or(0).max(least);
        // No label begins below its numbers: the words are the next row's, and so is what follows them.
        let begins = !heads.contains(&index) && is_label(&line.text());
        let row = if begins && below(row) { (row + 1).min(heights.len().saturating_sub(1)) } else { row };
        least = if begins { row } else { least };
        match labels.get_mut(row) {
            Some(slot) if heads.contains(&index) || is_beside(index) => {
                slot.extend((!label.glyphs.is_empty()).then_some(label))
            }
            _ => rest.push(Part::Line(line.clone())),
        }
    }
    let mut rows: Vec<Part> = Vec::new();
    for ((&index, label), y) in heads.iter().zip(&labels).zip(heights) {
        let mut fields = vec![join(label)];
        for &(left, right) in &columns {
            let own = values(index).iter().filter(|run| run.left < right && run.right > left);
            fields.push(own.map(|run| run.text.as_str()).collect::<Vec<_>>().join(" "));
        }
        rows.push(Part::Row(fields, y));
    }
    // A table whose header stands again: its words keep their places.
    for part in rest {
        let y = |part: &Part| match part {
            Part::Line(line) => line.y,
            Part::Row(_, y) => *y,
        };
        let at = rows.iter().position(|row| y(row) > y(&part)).unwrap_or(rows.len());
        rows.insert(at, part);
    }
    let begin = header.as_ref().map_or(begin, |header| header.begin);
    let rows = header.map(|header| header.rows(&columns)).into_iter().flatten().chain(rows).collect();
    Some(Found { begin, end, rows })
}

/// The headers of the columns, over the first row.
struct Header<'l> {
    begin: usize,
    lines: &'l [Line],
}

impl<'l> Header<'l> {
    /// The lines above a row that stand over its columns, without the heading over the table.
    fn above(lines: &'l [Line], row: usize, free: usize, columns: &[(f64, f64)]) -> Option<Self> {
        let first = columns.first()?.0;
        let mut begin = row;
        while begin > free && row - begin < HEADER {
            let (line, below) = (lines.get(begin - 1)?, lines.get(begin)?);
            let text = line.text();
            let starts = line.left() < first - line.size && line.right() > first + line.size;
            let apart = line.cells().len() > 1;
            if is_sentence(line) || is_heading(&text) || below.y - line.y > line.size * 3.2 || starts && !apart {
                break;
            }
            begin -= 1;
        }
        (begin < row).then(|| Self { begin, lines: lines.get(begin..row).unwrap_or_default() })
    }

    /// Headings over several columns, each in its line, and then the columns' own headers as one row.
    fn rows(&self, columns: &[(f64, f64)]) -> Vec<Part> {
        let middle = |pair: &[(f64, f64)]| if let [a, b] = pair { (a.1 + b.0) / 2.0 } else { 0.0 };
        let edges: Vec<f64> = columns.windows(2).map(middle).collect();
        let first = columns.first().map_or(0.0, |column| column.0);
        let mut fields: Vec<Vec<String>> = vec![Vec::new(); columns.len() + 1];
        let mut rows = Vec::new();
        let mut y = 0.0;
        for line in self.lines {
            y = line.y;
            for run in line.cells() {
                let center = (run.left + run.right) / 2.0;
                let column = if run.right < first { 0 } else { 1 + edges.partition_point(|&edge| edge <= center) };
                let slack = line.size * 0.4;
                let over = |edge: &&f64| run.left + slack < **edge && run.right - slack > **edge;
                if column > 0 && edges.iter().any(|edge| over(&edge)) {
                    rows.push(Part::Row(vec![run.text], y));
                } else if let Some(field) = fields.get_mut(column) {
                    field.push(run.text);
                }
            }
        }
        let text = |parts: Vec<String>| html::join(parts.iter().map(String::as_str));
        rows.push(Part::Row(fields.into_iter().map(text).collect(), y));
        rows
    }
}

/// From where to where each column goes: the values that overlap are one.
fn columns<'r>(values: impl Iterator<Item = &'r Run>) -> Vec<(f64, f64)> {
    let mut places: Vec<(f64, f64)> = values.map(|run| (run.left, run.right)).collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f64, f64)> = Vec::new();
    for (left, right) in places {
        match columns.last_mut() {
            Some(last) if left < last.1 => last.1 = last.1.max(right),
            _ => columns.push((left, right)),
        }
    }
    columns
}
