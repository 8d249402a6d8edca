//! Cells between bars: with a bar before the first cell or without, headers between double bars (Jira, MoinMoin) or
//! carets (DokuWiki), a cell to a line, all cells in one line.

use crate::read::document::MAX_FIELDS;
use crate::read::document::block::{split_bars, trim};

use super::raw::{Raw, is_number};

pub(super) enum Read<'t> {
    /// A ruler: nobody's words.
    Nothing,
    /// A row of a table.
    Row(Vec<String>),
    /// More cells than a row has: each stands for itself.
    Cells(Vec<&'t str>),
    /// No row; a bar at its end is no part of it.
    Line(&'t str),
}

/// So many lines with bars below each other are a table, whatever stands in them.
const LINES: usize = 4;

/// Reads the lines one after the other.
#[derive(Default)]
pub(super) struct Bars {
    /// To which line the lines with bars reach, and whether they are a table.
    run: (usize, bool),
    /// To which line the lines of one bar were counted, and whether they stand between cells.
    lone: (usize, bool),
}

impl Bars {
    pub(crate) fn read<'t>(&mut self, raw: &[Raw<'t>], at: usize) -> Read<'t> {
        let text = raw.get(at).map_or("", |line| line.text);
        let bare = trim(text);
        if is_ruler(bare) {
            return Read::Nothing;
        }
        if let Some(cells) = bare.strip_prefix('^').filter(|cells| cells.ends_with(['^', '|']) && cells.len() > 2) {
            let cells: Vec<String> = cells.split(['^', '|']).map(|cell| trim(cell).to_owned()).collect();
            return Read::Row(without_last(cells));
        }
        if !bare.contains(is_bar) {
            return Read::Line(text);
        }
        if bare.chars().all(is_bar) && bare.chars().nth(2).is_none() {
            return if self.is_divider(raw, at) { Read::Nothing } else { Read::Line(text) };
        }
        if let Some(cells) = double(bare) {
            return Read::Row(cells);
        }
        let inner = bare.strip_prefix(is_bar);
        let leads = inner.is_some();
        let inner = inner.unwrap_or(bare);
        let closed = inner.strip_suffix(is_bar).filter(|inner| !inner.ends_with('\\'));
        let cells = split_bars(closed.unwrap_or(inner));
        match cells.as_slice() {
            // A cell with a bar before it or behind it: the bar is no part of it.
            [cell] if !cell.is_empty() && (leads || closed.is_some()) => Read::Cells(cells),
            [_] => Read::Line(text),
            many if many.len() > MAX_FIELDS => Read::Cells(cells),
            many if leads || self.is_table(raw, at) || numbers(many) > 1 => {
                Read::Row(cells.into_iter().map(str::to_owned).collect())
            }
            _ => Read::Line(text),
        }
    }

    /// Do the lines with bars around this one make a table? They do if one of them is a ruler, or holds a number in a
    /// cell of its own, or if they are many.
    fn is_table(&mut self, raw: &[Raw<'_>], at: usize) -> bool {
        if at >= self.run.0 {
            let lines = raw.iter().skip(at).take_while(|line| line.text.contains(is_bar) || is_ruler(trim(line.text)));
            let (mut count, mut is_table) = (0, false);
            for line in lines {
                count += 1;
                is_table |= is_ruler(trim(line.text)) || numbers(&split_bars(line.text)) > 0;
            }
            self.run = (at + count.max(1), is_table && count > 1 || count >= LINES);
        }
        self.run.1
    }

    /// Are the lines of a single bar what stands between cells, and not blank cells? Nearly each line that is none has
    /// one behind it then.
    fn is_divider(&mut self, raw: &[Raw<'_>], at: usize) -> bool {
        if at >= self.lone.0 {
            let is_lone = |line: &Raw<'_>| line.text.trim().chars().all(is_bar) && !line.is_gap();
            let (mut cells, mut divided, mut last, mut end) = (0_usize, 0_usize, false, at);
            let mut apart = 0;
            for (position, line) in raw.iter().enumerate().skip(at).filter(|(_, line)| !line.is_gap()) {
                let lone = is_lone(line);
                cells += usize::from(!lone);
                divided += usize::from(lone && !last);
                (last, apart) = (lone, if lone { 0 } else { apart + 1 });
                end = if lone { position } else { end };
                if apart > 8 {
                    break;
                }
            }
            self.lone = (end + 1, divided > 8 && divided * 10 >= cells.saturating_sub(apart) * 8);
        }
        self.lone.1
    }
}

/// A bar, plain or full-width or drawn.
fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '║')
}

fn numbers(cells: &[&str]) -> usize {
    cells.iter().filter(|cell| is_number(cell)).count()
}

/// `||a||b||`: nothing else stands between single bars.
fn double(bare: &str) -> Option<Vec<String>> {
    let inner = bare.strip_prefix("||")?.strip_suffix("||")?;
    let cells: Vec<&str> = inner.split("||").collect();
    let is_plain = cells.len() <= MAX_FIELDS && cells.iter().all(|cell| !cell.is_empty() && !cell.contains('|'));
    is_plain.then(|| cells.into_iter().map(|cell| trim(cell).to_owned()).collect())
}

/// Without the blank behind the last sign.
fn without_last(mut cells: Vec<String>) -> Vec<String> {
    if cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells.truncate(MAX_FIELDS);
    cells
}

/// The line below a table's head: `|---|---|`, `---|---`, `|---+---|`, `---+---`; or a dummy row.
fn is_ruler(line: &str) -> bool {
    let mut signs = (false, false);
    let all = line.chars().all(|c| {
        signs.0 |= is_bar(c) || c == '+' || c == '┼';
        signs.1 |= matches!(c, '-' | '=' | '─' | '━');
        is_bar(c) || matches!(c, '-' | '=' | ':' | '+' | ' ' | '─' | '━' | '┼')
    });
    let runs = || line.contains("--") || line.contains("==") || line.contains("──") || line.contains("━━");
    all && signs.0 && signs.1 && (line.starts_with('|') || runs())
}
