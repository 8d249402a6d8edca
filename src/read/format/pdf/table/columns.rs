//! Tables without ruling lines: rows of numbers whose columns stand below one another.

use std::collections::HashMap;
use std::ops::Range;

use crate::read::document::Field;
use crate::read::format::pdf::ink::traces::Trace;
use crate::read::format::pdf::ink::{Glyph, Rule};
use crate::read::format::pdf::lines::edges::Edges;
use crate::read::format::pdf::lines::judge::judge;
use crate::read::format::pdf::lines::values::{is_label, is_value, nearest};
use crate::read::format::pdf::lines::{Line, Run};
use crate::read::format::pdf::prose::is_heading;
use crate::read::format::shared::words;

use super::blocks::labels;
use super::stairs::level as level_lines;

/// A row of numbers has at least as many as this.
const LEAST: usize = 3;
/// So many rows with as many numbers tell how many a row has.
const EVEN: usize = 4;
/// One row alone is a table if it has as many numbers as this.
const WIDE: usize = 10;
/// The name of such a row has at least so many characters.
const NAME: usize = 4;
/// How many lines of words may stand between two rows, beside those of labels.
const BETWEEN: usize = 6;
/// How many lines a label may have.
const LABEL: usize = 18;
/// How many lines the headers of the columns may have.
const HEADER: usize = 10;

/// A piece of a page without ruling lines.
#[derive(Debug)]
pub(in crate::read::format::pdf) enum PagePart {
    Line(Line),
    /// The fields of a row, and where it stands.
    Row(Vec<Field>, f64),
}

/// The ruling lines across a page, and what is not read of it, both from top to bottom.
pub(in crate::read::format::pdf) type Around<'p> = (&'p [Rule], &'p [Trace]);

/// What is not read at the height of a line.
fn level(traces: &[Trace], y: f64, size: f64) -> Vec<Trace> {
    let from = traces.partition_point(|trace| trace.place.1 < y - size * 0.9);
    let near = traces.get(from..).unwrap_or_default().iter();
    near.take_while(|trace| trace.place.1 <= y + size * 0.3).copied().collect()
}

/// The characters of a line that stand in a column; none if they are not asked for.
fn within(glyphs: &[Glyph], left: f64, right: f64, is_asked: bool) -> Vec<Glyph> {
    let own = glyphs.iter().filter(|glyph| is_asked && glyph.right() > left && glyph.x < right);
    own.copied().collect()
}

/// The column at a place; between two of them the nearer one.
fn nearest_column(columns: &[(f64, f64)], x: f64) -> Option<usize> {
    let first = columns.first()?.0;
    let distance = |&(left, right): &(f64, f64)| (left - x).max(x - right).max(0.0);
    let near = columns.iter().enumerate().min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)));
    // What stands farther left is a label.
    near.filter(|(_, column)| x >= first - 30.0 || distance(column) <= 0.0).map(|(at, _)| at)
}

/// How far apart the lines of a label are, at most, in sizes of the print.
const APART: f64 = 1.75;

/// The lines of a page, those of tables as rows. `grouped`
/// is how many columns the last table had that has headings beside its labels.
pub(in crate::read::format::pdf) fn parts(
    lines: &[Line],
    around: Around<'_>,
    grouped: &mut Option<usize>,
) -> Vec<PagePart> {
    let levelled = level_lines(lines);
    let lines = levelled.as_slice();
    let edges = Edges::new(lines);
    let runs: Vec<Vec<Run>> = lines.iter().map(|line| line.cells_at(&edges)).collect();
    let count = |runs: &Vec<Run>| runs.iter().rev().take_while(|run| is_value(&run.text)).count();
    let counts: Vec<usize> = runs.iter().map(count).collect();
    let mut parts: Vec<PagePart> = Vec::new();
    let (mut at, mut free) = (0, 0);
    while let Some(line) = lines.get(at) {
        let end = stretch(lines, &runs, &counts, at);
        let table = (end > at).then(|| table(lines, &runs, &counts, at..end, free, (around, grouped))).flatten();
        match table {
            Some(Found { begin, end, rows }) => {
                // The label of the first row may begin above its numbers: that line has been passed on already.
                parts.truncate(parts.len().saturating_sub(at.saturating_sub(begin)));
                parts.extend(rows);
                (at, free) = (end, end);
            }
            None => {
                parts.push(PagePart::Line(line.clone()));
                at += 1;
            }
        }
    }
    parts
}

/// Where the table that begins with a line ends: behind its last row; where it begins if it is none.
fn stretch(lines: &[Line], runs: &[Vec<Run>], counts: &[usize], at: usize) -> usize {
    let is_row = |index: usize| counts.get(index).is_some_and(|&count| count >= LEAST);
    if !is_row(at) {
        return at;
    }
    let values = |index: usize| values(runs, counts, index);
    let mut known: Vec<(f64, f64)> = columns(values(at).iter());
    let (mut last, mut rows, mut beside) = (at, 1, 0);
    let first = |known: &[(f64, f64)]| known.first().map_or(0.0, |column| column.0);
    for index in at + 1..lines.len() {
        if is_row(index) {
            if is_other_table(&known, values(index)) {
                break;
            }
            if rows < 50 {
                let places = known.iter().map(|&(left, right)| Run { left, right, text: String::new() });
                known = columns(places.collect::<Vec<_>>().iter().chain(values(index)));
            }
            (last, rows, beside) = (index, rows + 1, 0);
            continue;
        }
        let Some(line) = lines.get(index) else { break };
        beside += usize::from(beside < LABEL && line.right() <= first(&known) + line.size * 0.5);
        if index - last > BETWEEN + beside || is_sentence(line) {
            break;
        }
    }
    // Rows that stand side by side are one row of many numbers.
    let is_wide = counts.get(at).is_some_and(|&count| count >= WIDE);
    if rows >= 2 || is_wide { last + 1 } else { at }
}

/// The values at the end of a line.
fn values<'r>(runs: &'r [Vec<Run>], counts: &[usize], index: usize) -> &'r [Run] {
    let count = counts.get(index).copied().unwrap_or(0);
    runs.get(index).map_or(&[][..], |runs| runs.get(runs.len().saturating_sub(count)..).unwrap_or_default())
}

/// Do a row's values stand in other columns than those above it?
fn is_other_table(columns: &[(f64, f64)], values: &[Run]) -> bool {
    let over = |run: &Run| columns.iter().filter(|(left, right)| run.left < *right && run.right > *left).count();
    let fitting = values.iter().filter(|run| over(run) == 1).count();
    let most = values.len().max(columns.len());
    fitting * 2 < values.len()
        || most > values.len().min(columns.len()) * 2 && values.len() != most
        || values.len() > columns.len() + columns.len() / 2
}

/// How many numbers nearly all rows have, if there is such a count.
fn even(heads: &[usize], counts: &[usize]) -> Option<usize> {
    let counts = heads.iter().filter_map(|&index| counts.get(index).copied());
    let mut known: HashMap<usize, usize> = HashMap::new();
    counts.for_each(|count| *known.entry(count).or_default() += 1);
    let (count, rows) = known.into_iter().max_by_key(|&(count, rows)| (rows, count))?;
    (rows >= EVEN && rows * 3 >= heads.len() * 2).then_some(count)
}

fn is_sentence(line: &Line) -> bool {
    line.text().contains('。')
}

/// A table that was found, with the lines that are its own.
struct Found {
    begin: usize,
    end: usize,
    rows: Vec<PagePart>,
}

fn table(
    lines: &[Line],
    runs: &[Vec<Run>],
    counts: &[usize],
    range: Range<usize>,
    free: usize,
    ((rules, traces), grouped): (Around<'_>, &mut Option<usize>),
) -> Option<Found> {
    let values = |index: usize| values(runs, counts, index);
    let heads: Vec<usize> =
        range.clone().filter(|&index| counts.get(index).is_some_and(|&count| count >= LEAST)).collect();
    let columns = columns(heads.iter().flat_map(|&index| values(index)));
    let most = heads.iter().map(|&index| values(index).len()).max()?;
    let lefts = heads.iter().filter_map(|&index| Some(values(index).first()?.left));
    let even = even(&heads, counts);
    if columns.len() < most && even.is_none() {
        return None;
    }
    // Labels end where the numbers begin: where the rows are shifted against one another, those farthest right.
    let first = if even.is_some() { lefts.fold(0.0, f64::max) } else { columns.first()?.0 };
    let range = with_labels(lines, range, free, first);
    let heights: Vec<f64> = heads.iter().filter_map(|&index| lines.get(index)).map(|line| line.y).collect();
    let is_beside = |line: &Line| line.right() <= first + line.size * 0.5;
    let header = Header::above(lines, range.start, free, &columns);
    let (mut beside, mut rest) = (Vec::new(), Vec::new());
    for index in range.clone() {
        let Some(line) = lines.get(index) else { continue };
        let is_row = heads.contains(&index);
        if !is_row && !is_beside(line) {
            rest.push(PagePart::Line(line.clone()));
            continue;
        }
        let own_first = values(index).first().filter(|_| is_row && even.is_some()).map_or(first, |run| run.left);
        let glyphs: Vec<_> = line.glyphs.iter().filter(|glyph| glyph.center().0 < own_first).copied().collect();
        if !glyphs.is_empty() {
            beside.push(Line { glyphs, ..line.clone() });
        }
    }
    let (labels, loose) = labels(&beside, &heights, rules);
    rest.extend(loose.into_iter().map(PagePart::Line));
    rest.sort_by(|a, b| a.y().total_cmp(&b.y()));
    // A table that goes on on the next page has the same fields there.
    let has_groups = *grouped == Some(columns.len()) || labels.iter().any(|label| !label.groups.is_empty());
    *grouped = has_groups.then_some(columns.len()).or(*grouped);
    let mut rows: Vec<PagePart> = Vec::new();
    for ((&index, label), y) in heads.iter().zip(labels).zip(heights) {
        let words = if has_groups { vec![label.groups, label.own] } else { vec![label.own] };
        let mut fields: Vec<Field> = words.into_iter().map(Field::new).collect();
        let level = level(traces, y, lines.get(index).map_or(0.0, |line| line.size));
        let glyphs = lines.get(index).map_or(&[][..], |line| &line.glyphs);
        // A row with as many numbers as the others has them in their order, wherever they stand.
        let own_columns: Vec<(f64, f64)> = values(index).iter().map(|run| (run.left, run.right)).collect();
        let is_even = even == Some(own_columns.len());
        let columns = if is_even { &own_columns } else { &columns };
        for (at, &(left, right)) in columns.iter().enumerate() {
            let is_in = |(own, run): &(usize, &Run)| {
                if is_even { *own == at } else { run.left < right && run.right > left }
            };
            let own = values(index).iter().enumerate().filter(is_in).map(|(_, run)| run);
            let text = own.map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ");
            let is_own = |trace: &&Trace| nearest_column(columns, trace.place.0) == Some(at);
            let traces: Vec<Trace> = level.iter().filter(is_own).copied().collect();
            let (text, mark) = judge(text, &within(glyphs, left, right, !traces.is_empty()), &traces);
            fields.push(Field::new(text).marked(mark));
        }
        rows.push(PagePart::Row(fields, y));
    }
    // A table whose header stands again: its words keep their places.
    let mut parts: Vec<PagePart> = Vec::new();
    let mut rest = rest.into_iter().peekable();
    for row in rows {
        while let Some(part) = rest.next_if(|part| part.y() < row.y()) {
            parts.push(part);
        }
        parts.push(row);
    }
    parts.extend(rest);
    let begin = header.as_ref().map_or(range.start, |header| header.begin);
    let rows =
        header.map(|header| header.rows(&columns, has_groups, traces)).into_iter().flatten().chain(parts).collect();
    Some(Found { begin, end: range.end, rows })
}

/// The lines of a table with those of words above its first row and below its last that are of their labels.
fn with_labels(lines: &[Line], range: Range<usize>, free: usize, first: f64) -> Range<usize> {
    let is_beside = |line: &Line| line.right() <= first + line.size * 0.5;
    let begins =
        |line: &Line| line.runs(0.7).iter().rev().find(|run| run.left < first).is_some_and(|run| is_label(&run.text));
    let (mut begin, mut end) = (range.start, range.end);
    while begin > free
        && range.start - begin < LABEL / 2
        && let (Some(above), Some(line)) = (lines.get(begin - 1), lines.get(begin))
        && !begins(line)
        && is_beside(above)
        && !is_sentence(above)
        && line.y - above.y <= line.size * APART
    {
        begin -= 1;
    }
    while let (Some(line), Some(below)) = (lines.get(end - 1), lines.get(end))
        && end - range.end < LABEL
        && is_beside(below)
        && !is_sentence(below)
        && !is_heading(&below.text())
        && !begins(below)
        && below.y - line.y <= line.size * APART
    {
        end += 1;
    }
    begin..end
}

impl PagePart {
    fn y(&self) -> f64 {
        match self {
            Self::Line(line) => line.y,
            Self::Row(_, y) => *y,
        }
    }
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
    fn rows(&self, columns: &[(f64, f64)], has_groups: bool, traces: &[Trace]) -> Vec<PagePart> {
        let centers: Vec<f64> = columns.iter().map(|(left, right)| (left + right) / 2.0).collect();
        let first = columns.first().map_or(0.0, |column| column.0);
        let mut fields: Vec<Vec<String>> = vec![Vec::new(); columns.len() + 1];
        let mut names: Vec<(f64, PagePart)> = Vec::new();
        let mut y = 0.0;
        for line in self.lines {
            y = line.y;
            let cells = line.cells();
            let place = |run: &Run| {
                let center = (run.left + run.right) / 2.0;
                if run.right < first { 0 } else { 1 + nearest(&centers, center).unwrap_or(0) }
            };
            let places: Vec<usize> = cells.iter().map(place).collect();
            for (run, &column) in cells.into_iter().zip(&places) {
                let over = centers.iter().filter(|center| run.left < **center && run.right > **center).count();
                // Above rows that stand side by side, the rows' names stand by themselves.
                let is_alone = !places.iter().any(|&other| other.abs_diff(column) == 1);
                let length = run.text.chars().count();
                let is_name = columns.len() >= WIDE && (is_alone && length >= NAME || length > NAME);
                if column > 0 && (over > 1 || is_name) {
                    names.push((run.left, PagePart::Row(vec![Field::new(run.text)], y)));
                } else if let Some(field) = fields.get_mut(column) {
                    field.push(run.text);
                }
            }
        }
        // Rows that stand side by side follow one another from left to right.
        if columns.len() >= WIDE {
            names.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        let mut rows: Vec<PagePart> = names.into_iter().map(|(_, part)| part).collect();
        let text = |parts: Vec<String>| words::join(parts.iter().map(String::as_str));
        if fields.iter().filter(|field| !field.is_empty()).count() == 1 {
            // No header: the rest of a label from the page before.
            let alone = fields.into_iter().filter(|field| !field.is_empty()).map(text);
            rows.push(PagePart::Row(alone.map(Field::new).collect(), y));
            return rows;
        }
        // A row with few numbers may seem to be a header.
        let near: Vec<Trace> = self.lines.iter().flat_map(|line| level(traces, line.y, line.size)).collect();
        let field = |(at, text): (usize, String)| {
            let is_own = |trace: &&Trace| at.checked_sub(1) == nearest_column(columns, trace.place.0) && at > 0;
            let (text, mark) = judge(text, &[], &near.iter().filter(is_own).copied().collect::<Vec<_>>());
            Field::new(text).marked(mark)
        };
        let corner = has_groups.then(|| Field::new(""));
        let own = fields.into_iter().map(text).enumerate().map(field);
        rows.push(PagePart::Row(corner.into_iter().chain(own).collect(), y));
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
