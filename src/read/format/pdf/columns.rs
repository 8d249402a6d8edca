//! Tables without ruling lines: rows of numbers whose columns stand below one another.

use std::ops::Range;

use super::lines::{Line, Run, join};
use super::values::{is_value, nearest};

/// Gaps wider than this part columns, in sizes of the print.
const GAP: f64 = 0.9;
/// A row of numbers has at least as many as this.
const LEAST: usize = 3;
/// How many lines of words may stand between two rows.
const BETWEEN: usize = 4;

/// A piece of a page without ruling lines.
#[derive(Debug)]
pub(super) enum Part {
    Line(Line),
    /// The fields of a row, and where it stands.
    Row(Vec<String>, f64),
}

/// The lines of a page, those of tables as rows.
pub(super) fn parts(lines: &[Line]) -> Vec<Part> {
    let runs: Vec<Vec<Run>> = lines.iter().map(|line| line.runs(GAP)).collect();
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
    let is_label = |index: usize| line(index).is_some_and(|line| line.right() <= first + line.size * 0.5);
    let near = |index: usize, row: usize| {
        let gap = line(index).zip(line(row)).map_or(f64::INFINITY, |(a, b)| (a.y - b.y).abs() / a.size.max(1.0));
        gap <= 1.3 && is_label(index)
    };
    // Words above the first and below the last row, as far as they are near enough to be of its label.
    let begin = if begin > free && near(begin - 1, begin) { begin - 1 } else { begin };
    let end = if near(end, end - 1) { end + 1 } else { end };
    let mut labels: Vec<Vec<Line>> = vec![Vec::new(); heads.len()];
    let mut rest = Vec::new();
    for index in begin..end {
        let Some(line) = line(index) else { continue };
        let label = Line { glyphs: line.glyphs.iter().filter(|glyph| glyph.center().0 < first).copied().collect(), ..line.clone() };
        let slot = nearest(&heights, line.y).and_then(|row| labels.get_mut(row));
        match slot {
            Some(slot) if heads.contains(&index) || is_label(index) => slot.extend((!label.glyphs.is_empty()).then_some(label)),
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
    Some(Found { begin, end, rows })
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
