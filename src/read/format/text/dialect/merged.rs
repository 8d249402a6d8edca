//! What a program wrote into each field of a merged cell, once.
//!
//! A label beside itself, or below itself, is one merged cell. A number beside itself is one only where it fills all the
//! fields of a merged header above it, in a row with a label, below a header of few cells: equal neighbours are mostly
//! two numbers. A row that is one cell from end to end is no header. In a table where columns of two years stand side
//! by side, all equal numbers are two.

use crate::read::document::{Field, Line};
use crate::read::spelling::years::name_two_years;
use crate::report::Value;

use super::raw::is_number;

/// What programs write for a field in which nothing stands.
const NOTHING: [&str; 7] = ["nan", "NaN", "NaT", "None", "<NA>", "null", "NULL"];

/// Takes away what merged cells repeat, and what a program wrote into blank ones.
pub(in crate::read::format) fn unmerge(lines: &mut [Line]) {
    for field in lines.iter_mut().filter(|line| line.fields.len() > 1).flat_map(|line| &mut line.fields) {
        if NOTHING.contains(&&*field.text) {
            field.text.clear();
        }
    }
    let mut from = 0;
    // Rows that follow each other are one table, however broad they are. Its years are looked for where they matter first:
    // most documents repeat no label.
    let (mut all, mut years) = (0..0, None);
    while from < lines.len() {
        if from >= all.end {
            let rows = lines.iter().skip(from).take_while(|line| line.fields.len() > 1).count();
            (all, years) = (from..from + rows, None);
        }
        let width = lines.get(from).map_or(0, |line| line.fields.len());
        let rows = lines.iter().skip(from).take_while(|line| line.fields.len() == width).count();
        let table = from..from + rows;
        if width > 1 && lines.get(table.clone()).is_some_and(has_label_beside_itself) {
            let named = || lines.get(all.clone()).is_some_and(|rows| rows.iter().any(names_years));
            let has_years = *years.get_or_insert_with(named);
            unmerge_table(lines.get_mut(table).unwrap_or_default(), has_years);
        }
        from += rows.max(1);
    }
}

fn has_label_beside_itself(rows: &[Line]) -> bool {
    let beside = |pair: &[Field]| matches!(pair, [a, b] if a.text == b.text && is_label(&a.text));
    rows.iter().any(|row| row.fields.windows(2).any(beside))
}

/// Does a row head columns of two years side by side?
fn names_years(line: &Line) -> bool {
    name_two_years(line.fields.iter().map(|field| &*field.text))
}

/// The same where each cell has a line of its own.
fn has_years(lines: &[Line]) -> bool {
    let lone = lines.iter().map(|line| if let [one] = &*line.fields { &*one.text } else { "-" });
    name_two_years(lone) || lines.iter().any(names_years)
}

fn unmerge_table(rows: &mut [Line], has_years: bool) {
    // Of the header above, which field repeats the one before it.
    let mut header: Vec<bool> = Vec::new();
    let mut above: Vec<String> = Vec::new();
    for row in rows {
        let texts: Vec<String> = row.fields.iter().map(|field| field.text.clone()).collect();
        let repeats: Vec<bool> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| at.checked_sub(1).and_then(|before| texts.get(before)) == Some(text) && !text.is_empty())
            .collect();
        let is_one = texts.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
        let is_word = |text: &String| {
            let blank = Value::Raw(text).is_blank_mark();
            text.is_empty() || text.contains(char::is_alphabetic) && !is_number(text) && !blank
        };
        let is_header = !is_one && texts.iter().all(is_word);
        for (at, field) in row.fields.iter_mut().enumerate() {
            let beside = repeats.get(at) == Some(&true);
            let merged = if is_label(&field.text) {
                beside || above.get(at) == Some(&field.text)
            } else {
                !has_years
                    && beside
                    && fills_header(&header, &repeats, at)
                    && texts.first().is_some_and(|first| is_label(first))
            };
            if merged {
                field.text.clear();
            }
        }
        if is_header {
            header = repeats;
        }
        above = texts;
    }
}

/// A header of more cells than these names each number's column.
const FEW: usize = 3;

/// Does what stands at a field fill all the fields of the header's merged cell there?
fn fills_header(header: &[bool], repeats: &[bool], at: usize) -> bool {
    let cells = header.iter().filter(|repeats| !**repeats).count();
    let Some(start) = header.get(..=at).and_then(|before| before.iter().rposition(|repeats| !repeats)) else {
        return false;
    };
    let length = header.iter().skip(start + 1).take_while(|repeats| **repeats).count();
    let own = repeats.get(start + 1..=start + length).unwrap_or_default();
    cells <= FEW && at > start && at <= start + length && own.iter().all(|repeats| *repeats)
}

/// So many labels stand below themselves where a program wrote a merged cell's text on a line for each of its columns.
const REPEATED: usize = 5;

/// The same where each cell has a line of its own.
pub(in crate::read::format) fn unmerge_lines(lines: &mut Vec<Line>) {
    let runs: Vec<(usize, usize)> = runs(lines);
    let text = |at: usize| lines.get(at).and_then(|line| line.fields.first()).map_or("", |field| &*field.text);
    if runs.iter().filter(|(from, length)| *length > 1 && is_label(text(*from))).count() < REPEATED {
        return;
    }
    let has_years = has_years(lines);
    // How many columns the last header has, and how many labels have come since.
    let (mut header, mut labels) = (0, 0);
    let mut kept = vec![true; lines.len()];
    for (from, length) in runs {
        let has_number = is_number(text(from));
        let merged = if is_label(text(from)) {
            (header, labels) = if length > 1 { (length, 0) } else { (if labels > 0 { 0 } else { header }, labels + 1) };
            length > 1
        } else {
            let merged = !has_years && has_number && length > 1 && length == header && labels == 1;
            (header, labels) = (if merged { header } else { 0 }, 0);
            merged
        };
        if let Some(rest) = kept.get_mut(from + 1..from + length).filter(|_| merged) {
            rest.fill(false);
        }
    }
    let mut kept = kept.into_iter();
    lines.retain(|_| kept.next().unwrap_or(true));
}

/// Lines that say the same, one below the other: the first, and how many there are.
fn runs(lines: &[Line]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| lines.get(before)).map(|line| &line.fields);
        let same = before == Some(&line.fields) && matches!(&*line.fields, [one] if !one.text.is_empty());
        match runs.last_mut().filter(|_| same) {
            Some(run) => run.1 += 1,
            None => runs.push((at, 1)),
        }
    }
    runs
}

/// Words, and not what stands for a number.
fn is_label(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && !is_number(text)
}
