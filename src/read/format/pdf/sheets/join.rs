//! Tables that go over several pages.

use crate::read::format::pdf::ink::rules::cluster;
use crate::read::format::pdf::lines::values::{is_label, is_value};
use crate::read::format::pdf::page::Page;
use crate::read::format::pdf::prose::margins::Kind;
use crate::read::format::pdf::table::grid::{Row, rows};

/// How far the edges of a table's parts may differ, in points.
const NEAR: f64 = 8.0;
/// How far a table may be moved from page to page, in points: odd and even pages may have other margins.
const SHIFT: f64 = 60.0;

/// Reads the rows of all tables; the parts of one table get the same columns, and what a page break has torn apart
/// is put together.
pub(in crate::read::format::pdf) fn read_tables(pages: &mut [Page], kinds: &[Vec<Kind>]) {
    let chains = chains(pages, kinds);
    for chain in &chains {
        share_columns(pages, chain);
    }
    for table in pages.iter_mut().flat_map(|page| &mut page.tables) {
        let glyphs = std::mem::take(&mut table.glyphs);
        table.rows = rows(&table.frame, glyphs, &table.traces, &table.pictures);
    }
    for chain in &chains {
        for pair in chain.windows(2) {
            let [from, to] = *pair else { continue };
            let Some(mut upper) = table(pages, from).map(std::mem::take) else { continue };
            if let Some(lower) = table(pages, to) {
                stitch(&mut upper, lower);
            }
            if let Some(rows) = table(pages, from) {
                *rows = upper;
            }
            if let Some(lower) = pages.get_mut(to.0).and_then(|page| page.tables.get_mut(to.1)) {
                lower.goes_on = true;
            }
        }
    }
}

/// A table's part: its page, and its place on it.
type TablePart = (usize, usize);

fn table(pages: &mut [Page], (page, at): TablePart) -> Option<&mut Vec<Row>> {
    Some(&mut pages.get_mut(page)?.tables.get_mut(at)?.rows)
}

/// Parts that follow one another with nothing between them but the margins of the pages.
fn chains(pages: &[Page], kinds: &[Vec<Kind>]) -> Vec<Vec<TablePart>> {
    let mut chains: Vec<Vec<TablePart>> = Vec::new();
    for (at, pair) in pages.windows(2).enumerate() {
        let [upper, lower] = pair else { continue };
        let (Some(last), Some(first)) = (upper.tables.last(), lower.tables.first()) else { continue };
        let body = |page: usize, test: &dyn Fn(f64) -> bool| {
            let lines = pages.get(page).map_or(&[][..], |page| &page.lines);
            let kinds = kinds.get(page).map_or(&[][..], Vec::as_slice);
            lines.iter().zip(kinds).any(|(line, kind)| *kind == Kind::Body && test(line.y))
        };
        let (a, b) = (&last.frame, &first.frame);
        let shift = b.left() - a.left();
        let fits = shift.abs() <= SHIFT && (b.right() - a.right() - shift).abs() <= NEAR;
        if !fits || body(at, &|y| y > a.bottom()) || body(at + 1, &|y| y < b.top()) {
            continue;
        }
        let (from, to) = ((at, upper.tables.len() - 1), (at + 1, 0));
        match chains.last_mut() {
            Some(chain) if chain.last() == Some(&from) => chain.push(to),
            _ => chains.push(vec![from, to]),
        }
    }
    chains
}

fn share_columns(pages: &mut [Page], chain: &[TablePart]) {
    let mut all = Vec::new();
    for &(page, at) in chain {
        if let Some(table) = pages.get(page).and_then(|page| page.tables.get(at)) {
            all.extend(table.frame.xs.iter().map(|x| x - table.frame.left()));
        }
    }
    let shared = cluster(all, NEAR / 2.0);
    for &(page, at) in chain {
        if let Some(table) = pages.get_mut(page).and_then(|page| page.tables.get_mut(at)) {
            let left = table.frame.left();
            table.frame.xs = shared.iter().map(|x| x + left).collect();
        }
    }
}

/// Puts together what belongs to one cell or one row on both sides of a page break.
fn stitch(upper: &mut [Row], lower: &mut Vec<Row>) {
    let Some(first) = lower.first_mut() else { return };
    let mut moved = false;
    for column in 0..first.fields.len() {
        let Some((at, span)) = open_cell(upper, column) else { continue };
        let (Some(row), Some(rest)) = (upper.get_mut(at), first.fields.get_mut(column)) else { continue };
        let Some(begun) = row.fields.get_mut(column) else { continue };
        let is_tall = span > 1 || first.spans.get(column).is_some_and(|&span| span > 1);
        if is_tall && is_rest(rest) && is_label(begun) {
            begun.push_str(rest);
            rest.clear();
            moved = true;
        }
    }
    let empty = first.fields.iter().all(String::is_empty);
    let torn = upper.last().is_some_and(|last| is_torn(last, first));
    if torn && let Some(last) = upper.last_mut() {
        for (begun, rest) in last.fields.iter_mut().zip(&first.fields) {
            begun.push_str(rest);
        }
        for (mark, rest) in last.marks.iter_mut().zip(&first.marks) {
            *mark = mark.or(*rest);
        }
    }
    if torn || empty && moved {
        lower.remove(0);
    }
}

/// The cell of a column that reaches the end of the page: its row, and over how many rows it goes.
fn open_cell(rows: &[Row], column: usize) -> Option<(usize, usize)> {
    let span = |row: &Row| row.spans.get(column).copied().unwrap_or(0);
    let at = rows.iter().rposition(|row| span(row) > 0)?;
    Some((at, rows.get(at).map_or(0, span)))
}

/// Is the first row of a page the rest of the last row of the page before?
fn is_torn(last: &Row, first: &Row) -> bool {
    let values = |row: &Row| row.fields.iter().filter(|field| is_value(field)).count();
    let rests = first.fields.iter().filter(|field| !field.is_empty() && !is_value(field)).count();
    let fits = |(begun, rest): (&String, &String)| {
        rest.is_empty() || begun.is_empty() && is_value(rest) || is_rest(rest) && is_label(begun)
    };
    // The label stands on the page after its values, or the other way round.
    let words = |row: &Row| row.fields.iter().any(|field| !field.is_empty() && !is_value(field));
    if values(last) > 1 && !words(last) && values(first) == 0 && rests == 1 {
        return last.fields.iter().zip(&first.fields).all(|(begun, rest)| begun.is_empty() || rest.is_empty());
    }
    let begins = last.fields.iter().any(|field| is_label(field));
    begins
        && (rests == 1 || rests == 2)
        && (values(last) == 0 || values(first) == 0)
        && last.fields.iter().zip(&first.fields).all(fits)
}

/// Words that begin with no ordinal.
fn is_rest(text: &str) -> bool {
    !text.is_empty() && !is_value(text) && !is_label(text)
}
