//! Columns below a ruler: `----- --- ---` or `===== === ===`. Pandoc's simple and multiline tables, reStructuredText,
//! consoles.
//!
//! Where empty lines stand between the rows, each row may be wrapped over several lines.

use crate::read::document::MAX_FIELDS;
use crate::read::format::shared::words::join;

use super::raw::{Drawn, EACH_ONE, Raw, is_number, words};

/// A head is not higher than this.
const MAX_HEAD: usize = 12;
/// A ruler is at least so wide in all: a row of dashes is a row of values.
const LEAST: usize = 6;

/// Where columns begin and end.
type Columns = Vec<(usize, usize)>;

/// A line of dashes.
struct Ruler {
    columns: Columns,
    sign: char,
}

impl Ruler {
    fn read(line: &str) -> Option<Self> {
        let sign = line.trim_start().chars().next().filter(|c| "-=─━═".contains(*c))?;
        if line.chars().any(|c| c != sign && c != ' ') {
            return None;
        }
        let columns: Columns = words(line, 1, 1).into_iter().map(|(from, to, _)| (from, to)).collect();
        let wide = columns.iter().map(|(from, to)| to - from);
        let fits = columns.len() <= MAX_FIELDS && wide.clone().all(|wide| wide > 1) && wide.sum::<usize>() >= LEAST;
        fits.then_some(Self { columns, sign })
    }

    /// The ruler of a table with more than one column.
    fn of_columns(line: &str) -> Option<Self> {
        Self::read(line).filter(|ruler| ruler.columns.len() > 1)
    }
}

/// The table that begins on a line: with a head, a ruler, or a line over all columns.
pub(super) fn table(raw: &[Raw<'_>], at: usize) -> Option<Drawn> {
    let first = raw.get(at)?.text;
    match Ruler::read(first) {
        Some(ruler) if ruler.columns.len() > 1 => between_rulers(raw, at, &ruler),
        Some(_) => below_line(raw, at),
        None => below_head(raw, at),
    }
}

/// A head of one line or few, its ruler, and rows down to an empty line or another ruler.
fn below_head(raw: &[Raw<'_>], at: usize) -> Option<Drawn> {
    if at > 0 && raw.get(at - 1).is_some_and(|before| !before.is_gap()) && at + 1 < raw.len() {
        // In the middle of a paragraph a head has one line.
        Ruler::of_columns(raw.get(at + 1)?.text)?;
    }
    let head = raw.iter().skip(at).take(MAX_HEAD).take_while(|line| !line.is_gap());
    let place = at + head.clone().position(|line| Ruler::read(line.text).is_some())?;
    let ruler = Ruler::of_columns(raw.get(place)?.text)?;
    let body = place + 1..end(raw, place + 1, true);
    let mut rows = Rows::new(&ruler, false);
    raw.get(at..place)?.iter().for_each(|line| rows.add(line));
    raw.get(body.clone())?.iter().for_each(|line| rows.add(line));
    Some(Drawn { rows: rows.finish(), next: after(raw, body.end) })
}

/// A line over all columns, a head, a ruler, rows, and such a line again.
fn below_line(raw: &[Raw<'_>], at: usize) -> Option<Drawn> {
    let head = raw.iter().skip(at + 1).take(MAX_HEAD).take_while(|line| !line.is_gap());
    let place = at + 1 + head.clone().position(|line| Ruler::read(line.text).is_some())?;
    let ruler = Ruler::of_columns(raw.get(place)?.text).filter(|_| place > at + 1)?;
    let last = end(raw, place + 1, false);
    let body = raw.get(place + 1..last)?;
    let mut rows = Rows::new(&ruler, body.iter().any(Raw::is_gap));
    raw.get(at + 1..place)?.iter().for_each(|line| rows.add(line));
    rows.cut();
    body.iter().for_each(|line| rows.add(line));
    Some(Drawn { rows: rows.finish(), next: after(raw, last) })
}

/// Rows between two rulers, or three with a head.
fn between_rulers(raw: &[Raw<'_>], at: usize, ruler: &Ruler) -> Option<Drawn> {
    let mut last = end(raw, at + 1, false);
    let is_wrapped = |from: usize, to: usize| raw.get(from..to).is_some_and(|body| body.iter().any(Raw::is_gap));
    let closes = |at: usize| raw.get(at).is_some_and(|line| Ruler::read(line.text).is_some());
    if !closes(last) || last == at + 1 {
        return None;
    }
    let mut rows = Rows::new(ruler, is_wrapped(at + 1, last));
    raw.get(at + 1..last)?.iter().for_each(|line| rows.add(line));
    if ruler.sign == '=' {
        // More rows after the head; rulers of another sign only join columns of it.
        loop {
            let next = end(raw, last + 1, true);
            if !closes(next) || next == last + 1 {
                break;
            }
            raw.get(last + 1..next)?.iter().for_each(|line| rows.add(line));
            last = next;
        }
    }
    Some(Drawn { rows: rows.finish(), next: after(raw, last) })
}

/// The next ruler from a line on, or the next gap where that ends the table too.
fn end(raw: &[Raw<'_>], from: usize, at_gap: bool) -> usize {
    let rest = raw.iter().skip(from);
    let length = rest.take_while(|line| !(at_gap && line.is_gap()) && Ruler::read(line.text).is_none()).count();
    from + length
}

/// Behind the ruler that ends a table.
fn after(raw: &[Raw<'_>], end: usize) -> usize {
    end + usize::from(raw.get(end).is_some_and(|line| Ruler::read(line.text).is_some()))
}

/// Rows on their way.
struct Rows<'r> {
    columns: &'r Columns,
    /// Do empty lines divide the rows?
    wrapped: bool,
    rows: Vec<(u32, Vec<Vec<String>>)>,
    /// Has the last row been ended?
    ended: bool,
    /// Does a row go on where its first column is blank?
    hangs: bool,
}

impl<'r> Rows<'r> {
    fn new(ruler: &'r Ruler, wrapped: bool) -> Self {
        Self { columns: &ruler.columns, wrapped, rows: Vec::new(), ended: true, hangs: ruler.sign == '=' }
    }

    fn cut(&mut self) {
        self.ended = true;
    }

    fn add(&mut self, line: &Raw<'_>) {
        if line.is_gap() {
            return self.cut();
        }
        let mut fields = place(line.text, self.columns);
        if self.hangs {
            // What stands for a blank first cell, so that the row is not taken for the rest of the one above.
            fields.iter_mut().filter(|field| matches!(field.as_str(), "\\" | "..")).for_each(String::clear);
        }
        let numbers = |fields: &[String]| fields.iter().filter(|field| is_number(field)).count();
        let hangs = self.hangs
            && !line.text.starts_with(['\\', '.'])
            && fields.first().is_some_and(String::is_empty)
            && numbers(&fields) == 0;
        let goes_on = !self.ended && (self.wrapped || hangs);
        match self.rows.last_mut().filter(|_| goes_on) {
            // Two lines full of numbers are two rows, whatever stands between.
            Some((_, row))
                if numbers(&fields) < 2
                    || row.iter().filter(|lines| lines.iter().any(|f| is_number(f))).count() < 2 =>
            {
                for (lines, field) in row.iter_mut().zip(fields) {
                    lines.extend((!field.is_empty()).then_some(field));
                }
            }
            _ => {
                let fields = fields.into_iter().map(|field| if field.is_empty() { Vec::new() } else { vec![field] });
                self.rows.push((line.number, fields.collect()));
            }
        }
        self.ended = false;
    }

    fn finish(self) -> Vec<(u32, Vec<String>)> {
        let join = |lines: Vec<String>| join(lines.iter().map(String::as_str));
        self.rows.into_iter().map(|(number, row)| (number, row.into_iter().map(join).collect())).collect()
    }
}

/// The fields of a line. Some programs give a character of unclear width one column, some two, and some give every
/// character one: what leaves fewest words outside of the columns is right.
fn place(line: &str, columns: &Columns) -> Vec<String> {
    let ways = [1, 2, EACH_ONE].map(|unclear| placed(line, columns, unclear));
    // Of equals the first.
    ways.into_iter().min_by_key(|(_, outside)| *outside).map(|(fields, _)| fields).unwrap_or_default()
}

fn placed(line: &str, columns: &Columns, unclear: usize) -> (Vec<String>, usize) {
    let mut fields = vec![String::new(); columns.len()];
    let mut outside = 0;
    for (from, to, text) in words(line, 1, unclear) {
        // How far a column is away, or how much of the word is in it.
        let fit = |&(begin, end): &(usize, usize)| {
            let over = to.min(end).saturating_sub(from.max(begin));
            let off = if over > 0 { 0 } else { begin.saturating_sub(to).max(from.saturating_sub(end)) + 1 };
            (std::cmp::Reverse(off), over)
        };
        // Among equals the first; the columns stand in order, so the search ends where they are behind the word.
        let first = columns.partition_point(|&(_, end)| end <= from).saturating_sub(1);
        let near =
            columns.iter().enumerate().skip(first).take_while(|(at, (begin, _))| *at <= first + 1 || *begin < to);
        let mut best = None;
        for (at, column) in near {
            if best.is_none_or(|(known, _)| fit(column) > known) {
                best = Some((fit(column), at));
            }
        }
        let Some(at) = best.map(|(_, at)| at) else { continue };
        outside += usize::from(columns.get(at).is_some_and(|&(begin, end)| from < begin || to > end));
        let Some(field) = fields.get_mut(at) else { continue };
        if !field.is_empty() {
            field.push(' ');
        }
        field.push_str(text);
    }
    (fields, outside)
}
