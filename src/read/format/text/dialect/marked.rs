//! Dialects that mark where a table begins and ends, and say which cells are merged: MediaWiki (`{|` … `|}`) and
//! AsciiDoc (`|===` … `|===`).

use crate::read::document::MAX_FIELDS;
use crate::read::format::html::{Cell, Piece, Row, table_lines};

use super::inline;
use super::raw::{Drawn, Raw};

/// The table that begins on a line.
pub(super) fn table(raw: &[Raw<'_>], at: usize) -> Option<Drawn> {
    let first = raw.get(at)?.text.trim();
    let (open, close): (&str, &[&str]) = match first {
        _ if first.starts_with("{|") => ("{|", &["|}"]),
        _ if is_fence(first) => (first, &[first]),
        _ => return None,
    };
    let ends = |line: &Raw<'_>| close.iter().any(|close| line.text.trim().starts_with(close));
    let begins = |line: &Raw<'_>| close != [open] && line.text.trim().starts_with(open);
    let length = raw.iter().skip(at + 1).take_while(|line| !ends(line) && !begins(line)).count();
    let last = at + 1 + length;
    let body = raw.get(at + 1..last)?;
    raw.get(last).filter(|line| ends(line))?;
    let rows = match open {
        "{|" => wiki(body),
        _ => asciidoc(raw.get(at.wrapping_sub(1)).map_or("", |line| line.text), body),
    };
    let mut budget = 1 << 20;
    let lines = table_lines(rows, &mut budget)?;
    let rows = lines.into_iter().map(|piece| (u32::try_from(piece.line).unwrap_or(u32::MAX), piece.fields));
    Some(Drawn { rows: rows.collect(), next: last + 1 })
}

/// `|===`, `!===`, `,===`: with three signs or more.
fn is_fence(line: &str) -> bool {
    line.strip_prefix('|').is_some_and(|rest| rest.len() >= 3 && rest.bytes().all(|byte| byte == b'='))
}

fn cell(text: &str, (colspan, rowspan): (usize, usize), line: u32) -> Cell {
    let text = inline::cell(text.trim());
    Cell { colspan, rowspan, pieces: vec![piece(text, line)], has_picture: false }
}

fn piece(text: String, line: u32) -> Piece {
    Piece { fields: vec![text], marks: Vec::new(), line: line.into(), after_gap: false }
}

/// The rows of a MediaWiki table: `|-` begins one, `|` and `!` a cell, `||` and `!!` another on the same line.
fn wiki(body: &[Raw<'_>]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut open = false;
    for line in body.iter().filter(|line| !line.is_gap()) {
        let text = line.text.trim();
        if text.starts_with("|-") {
            open = false;
            continue;
        }
        let cells = match text.strip_prefix('|').or_else(|| text.strip_prefix('!')) {
            Some(caption) if caption.starts_with('+') && text.starts_with('|') => continue,
            Some(cells) => cells,
            None => {
                // More of the last cell.
                let pieces = rows.last_mut().and_then(|row| row.cells.last_mut()).map(|cell| &mut cell.pieces);
                if let Some(pieces) = pieces.filter(|_| open) {
                    pieces.push(piece(inline::cell(text), line.number));
                }
                continue;
            }
        };
        if !std::mem::replace(&mut open, true) {
            rows.push(Row { cells: Vec::new(), line: line.number.into() });
        }
        let Some(row) = rows.last_mut() else { continue };
        let parts = if text.starts_with('!') { cells.replace("!!", "||") } else { cells.to_owned() };
        for part in parts.split("||").take(MAX_FIELDS) {
            // `colspan="2" | text`
            let attributes = part.split_once('|').filter(|(head, _)| head.contains('='));
            let (head, text) = attributes.unwrap_or(("", part));
            row.cells.push(cell(text, (attribute(head, "colspan"), attribute(head, "rowspan")), line.number));
        }
    }
    rows
}

/// The number of an attribute; 1 where there is none.
fn attribute(head: &str, name: &str) -> usize {
    let value = head.split_once(name).map_or("", |(_, rest)| rest.trim_start_matches(['=', '"', '\'', ' ']));
    let digits: String = value.chars().take_while(char::is_ascii_digit).take(4).collect();
    digits.parse().unwrap_or(1).clamp(1, MAX_FIELDS)
}

/// The rows of an AsciiDoc table: a bar begins a cell, with `2+` or `.3+` before it if it is merged. Where rows end is
/// told by the number of columns: the attributes', or that of the first line.
fn asciidoc(attributes: &str, body: &[Raw<'_>]) -> Vec<Row> {
    let mut cells: Vec<(u32, Cell)> = Vec::new();
    let mut first = None;
    for line in body.iter().filter(|line| !line.is_gap()) {
        let begin = cells.len();
        let mut parts = line.text.split('|');
        let mut before = parts.next().unwrap_or_default();
        let more = if begin == 0 || line.text.trim_start().starts_with('|') { "" } else { content(before).0 };
        if let Some((_, last)) = cells.last_mut().filter(|_| !more.is_empty()) {
            last.pieces.push(piece(inline::cell(more), line.number));
        }
        for part in parts {
            let (text, _) = content(part);
            let (_, spans) = content(before);
            cells.push((line.number, cell(text, spans, line.number)));
            before = part;
        }
        if first.is_none() {
            first = Some(cells.iter().map(|(_, cell)| cell.colspan).sum());
        }
    }
    let columns = columns(attributes).or(first).unwrap_or(0).clamp(1, MAX_FIELDS);
    rows_of(cells, columns)
}

/// Cells one after the other as rows of so many columns.
fn rows_of(cells: Vec<(u32, Cell)>, columns: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    // For how many more rows each column is taken from above.
    let mut taken = vec![0_usize; columns];
    let mut column = columns;
    for (line, cell) in cells {
        let free = |taken: &[usize], from: usize| (from..columns).find(|&at| taken.get(at) == Some(&0));
        let place = match free(&taken, column) {
            Some(place) => place,
            None => {
                rows.push(Row { cells: Vec::new(), line: line.into() });
                if rows.len() > 1 {
                    taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
                }
                free(&taken, 0).unwrap_or(0)
            }
        };
        let end = (place + cell.colspan).min(columns);
        taken.iter_mut().take(end).skip(place).for_each(|rows| *rows = cell.rowspan);
        column = end;
        if let Some(row) = rows.last_mut() {
            row.cells.push(cell);
        }
    }
    rows
}

/// The text of a cell without what belongs to the next one (`2+`, `.3+^`, `a`), and the spans that say so.
fn content(part: &str) -> (&str, (usize, usize)) {
    let trimmed = part.trim_end();
    let word = trimmed.rsplit([' ', '\t']).next().unwrap_or_default();
    let bare =
        word.trim_end_matches(|c: char| "aehlmsdv<^>.".contains(c) && c != '.').trim_end_matches(['<', '^', '>', '.']);
    let Some(spans) = bare.strip_suffix('+').filter(|spans| spans.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
    else {
        return (trimmed, (1, 1));
    };
    let (columns, rows) = spans.split_once('.').unwrap_or((spans, ""));
    let number = |text: &str| text.parse().unwrap_or(1_usize).clamp(1, MAX_FIELDS);
    let text = trimmed.get(..trimmed.len() - word.len()).unwrap_or_default();
    (text, (number(columns), number(rows)))
}

/// `[cols="1,2,3"]`, `[cols="3*"]`
fn columns(attributes: &str) -> Option<usize> {
    let (_, rest) = attributes.trim().strip_prefix('[')?.split_once("cols=")?;
    let list = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split([',', ']']).next()?,
    };
    let count = |item: &str| item.split_once('*').map_or(1, |(times, _)| times.trim().parse().unwrap_or(1_usize));
    Some(list.split(',').take(MAX_FIELDS).map(count).sum())
}
