//! What the paragraphs and runs of an old Word document are: found by the byte at which they stand.
//!
//! Properties lie in pages of 512 bytes of the main stream; lists in the table stream say which pages. Each is a
//! series of operations (`sprm`), of which only those about tables and the looks of text matter here.

use std::cell::Cell;

use crate::read::format::shared::bytes::{i16_at, u16_at, u32_at};
use crate::read::format::shared::looks::Look;

use super::streams::{AT_CHARACTERS, AT_PARAGRAPHS, Streams};
use super::styles::{Said, Styles};

/// The size of a page of properties.
const PAGE: usize = 512;
/// All operations that lie elsewhere together are no more bytes than this.
const MAX_ELSEWHERE: usize = 32 << 20;
const P_IN_TABLE: u16 = 0x2416;
const P_ROW_END: u16 = 0x2417;
const P_INNER_CELL: u16 = 0x244B;
const P_INNER_ROW_END: u16 = 0x244C;
const P_LEVEL: u16 = 0x260A;
const P_LIST: u16 = 0x460B;
const P_DEPTH: u16 = 0x6649;
const P_ELSEWHERE: [u16; 2] = [0x6645, 0x6646];
const P_TABS: u16 = 0xC615;
const T_DEFINITION: u16 = 0xD608;
/// Of a cell: merged with the one above, and not the first of those.
const MERGED_ABOVE: u16 = 0x20;
const FIRST_MERGED: u16 = 0x40;

/// What of a paragraph matters.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// How many tables it stands in, one inside the other.
    pub(crate) depth: u32,
    /// Does its mark end a row?
    pub(crate) is_row_end: bool,
    /// In a table inside a table: does its mark end a cell?
    pub(crate) is_inner_cell: bool,
    /// The list it belongs to, from 1, and the level in it.
    pub(crate) list: Option<i64>,
    pub(crate) level: i64,
    /// At a row's end: the row's cells.
    pub(crate) cells: Vec<CellPlace>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellPlace {
    /// Where it begins and ends, in twips.
    pub(crate) left: i32,
    pub(crate) right: i32,
    /// Merged with the cell above it.
    pub(crate) goes_on: bool,
}

/// The bytes from `from` to `to` of the text, and where in the main stream their properties are.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: u32,
    to: u32,
    at: usize,
}

/// A stretch of text and what is said about it.
#[derive(Debug, Clone, Copy)]
struct Run {
    from: u32,
    to: u32,
    said: Said,
}

/// The properties of a document.
pub(super) struct Properties<'a> {
    streams: &'a Streams,
    paragraphs: Vec<Span>,
    /// Stretches of text about whose looks something is said, in order.
    runs: Vec<Run>,
    styles: Styles,
    /// Do any styles say something about looks?
    styles_matter: bool,
    /// How many bytes of operations that lie elsewhere may still be read: they may all lie in one place.
    left: Cell<usize>,
}

impl<'a> Properties<'a> {
    /// Reads what pages there are; broken ones are left out.
    pub(crate) fn new(streams: &'a Streams) -> Self {
        let paragraphs = spans(streams, AT_PARAGRAPHS, 13);
        let run = |span: Span| Run { from: span.from, to: span.to, said: said(&streams.main, span.at) };
        let runs = spans(streams, AT_CHARACTERS, 1).into_iter().map(run);
        let runs = runs.filter(|run| run.said != Said::default()).collect();
        let styles = Styles::new(streams);
        let styles_matter = styles.matter();
        Self { streams, paragraphs, runs, styles, styles_matter, left: Cell::new(MAX_ELSEWHERE) }
    }

    /// How the character at this byte looks; `None` if it is deleted or hidden.
    pub(crate) fn look(&self, at: u32) -> Option<Look> {
        let after = self.runs.partition_point(|run| run.from <= at);
        let run = after.checked_sub(1).and_then(|last| self.runs.get(last)).filter(|run| at < run.to);
        if run.is_none() && !self.styles_matter {
            return Some(Look::Plain);
        }
        let style = || find(&self.paragraphs, at).and_then(|span| paragraph_style(&self.streams.main, span.at));
        let style = if self.styles_matter { style() } else { None };
        self.styles.look(run.map(|run| run.said).unwrap_or_default(), style)
    }

    /// The properties of the paragraph whose mark stands at this byte.
    pub(crate) fn paragraph(&self, mark: u32) -> Paragraph {
        let mut paragraph = Paragraph::default();
        let operations =
            find(&self.paragraphs, mark).and_then(|span| paragraph_operations(&self.streams.main, span.at));
        for (code, operand) in Operations(operations.unwrap_or_default()) {
            if P_ELSEWHERE.contains(&code) {
                let elsewhere = u32_at(operand, 0).and_then(|at| self.elsewhere(at));
                for (code, operand) in Operations(elsewhere.unwrap_or_default()) {
                    paragraph.apply(code, operand);
                }
            } else {
                paragraph.apply(code, operand);
            }
        }
        paragraph
    }

    /// Operations that were too long for a page.
    fn elsewhere(&self, at: u32) -> Option<&'a [u8]> {
        let data = self.streams.data.get(usize::try_from(at).ok()?..)?;
        let operations = data.get(2..)?.get(..usize::from(u16_at(data, 0)?))?;
        self.left.set(self.left.get().checked_sub(operations.len())?);
        Some(operations)
    }
}

impl Paragraph {
    fn apply(&mut self, code: u16, operand: &[u8]) {
        let is_on = operand.first().is_some_and(|&byte| byte != 0);
        match code {
            P_IN_TABLE if is_on => self.depth = self.depth.max(1),
            P_DEPTH => self.depth = u32_at(operand, 0).filter(|&depth| depth < 1 << 16).unwrap_or(self.depth),
            P_ROW_END | P_INNER_ROW_END => self.is_row_end |= is_on,
            P_INNER_CELL => self.is_inner_cell |= is_on,
            P_LIST => self.list = u16_at(operand, 0).map(i64::from).filter(|&list| list > 0),
            P_LEVEL => self.level = operand.first().map_or(0, |&level| i64::from(level)),
            T_DEFINITION => self.cells = cells(operand).unwrap_or_default(),
            _ => {}
        }
    }
}

/// The cells of a row's definition: the borders between them, then 20 bytes for each.
fn cells(operand: &[u8]) -> Option<Vec<CellPlace>> {
    let count = usize::from(*operand.first()?);
    let borders = operand.get(1..)?;
    let flags = borders.get((count + 1) * 2..)?;
    let cell = |at: usize| {
        let flags = u16_at(flags, at * 20).unwrap_or(0);
        Some(CellPlace {
            left: i32::from(i16_at(borders, at * 2)?),
            right: i32::from(i16_at(borders, at * 2 + 2)?),
            goes_on: flags & MERGED_ABOVE != 0 && flags & FIRST_MERGED == 0,
        })
    };
    (0..count).map(cell).collect()
}

/// The span that holds a byte; spans are in order and apart.
fn find(spans: &[Span], at: u32) -> Option<&Span> {
    let after = spans.partition_point(|span| span.from <= at);
    spans.get(after.checked_sub(1)?).filter(|span| at < span.to)
}

/// All spans that a list of pages names; `width` is what an entry of a page takes behind the places.
fn spans(streams: &Streams, list: usize, width: usize) -> Vec<Span> {
    let Some(list) = streams.structure(list) else { return Vec::new() };
    let count = list.len().saturating_sub(4) / 8;
    // More entries than there are pages name pages twice.
    let pages = (0..count).take(streams.main.len() / PAGE + 1);
    let numbers = pages.filter_map(|entry| u32_at(list, (count + 1) * 4 + entry * 4));
    let mut spans: Vec<Span> = numbers
        .filter_map(|number| {
            let start = usize::try_from(number & 0x3F_FFFF).ok()?.checked_mul(PAGE)?;
            Some(page_spans(start, streams.main.get(start..start.checked_add(PAGE)?)?, width))
        })
        .flatten()
        .collect();
    spans.sort_by_key(|span| span.from);
    spans
}

/// A page: places in the text, then entries that say where on the page the properties are; its last byte counts.
fn page_spans(start: usize, page: &[u8], width: usize) -> Vec<Span> {
    let count = page.last().map_or(0, |&count| usize::from(count));
    let span = |at: usize| {
        let offset = usize::from(*page.get((count + 1) * 4 + at * width)?) * 2;
        let (from, to) = (u32_at(page, at * 4)?, u32_at(page, at * 4 + 4)?);
        (offset != 0).then_some(Span { from, to, at: start + offset })
    };
    (0..count).filter_map(span).collect()
}

/// A paragraph's operations.
fn paragraph_operations(main: &[u8], at: usize) -> Option<&[u8]> {
    paragraph_properties(main, at)?.get(2..)
}

/// The number of a paragraph's style.
fn paragraph_style(main: &[u8], at: usize) -> Option<u16> {
    u16_at(paragraph_properties(main, at)?, 0)
}

/// A paragraph's properties: its length counts words, the style comes first, then the operations.
fn paragraph_properties(main: &[u8], at: usize) -> Option<&[u8]> {
    let (from, length) = match usize::from(*main.get(at)?) {
        0 => (at + 2, usize::from(*main.get(at + 1)?) * 2),
        words => (at + 1, words * 2 - 1),
    };
    main.get(from..from + length)
}

/// What is said about a run.
fn said(main: &[u8], at: usize) -> Said {
    let length = main.get(at).map_or(0, |&length| usize::from(length));
    Said::of(main.get(at + 1..at + 1 + length).unwrap_or_default())
}

/// A series of operations with their operands.
pub(super) struct Operations<'a>(pub(crate) &'a [u8]);

impl<'a> Iterator for Operations<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let code = u16_at(self.0, 0)?;
        let rest = self.0.get(2..)?;
        let (skip, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ if code == T_DEFINITION => (2, usize::from(u16_at(rest, 0)?).checked_sub(1)?),
            // The length of a long series of tabs does not fit its byte; nothing that follows matters enough.
            _ if code == P_TABS && rest.first() == Some(&255) => return None,
            _ => (1, usize::from(*rest.first()?)),
        };
        let operand = rest.get(skip..skip + length)?;
        self.0 = rest.get(skip + length..)?;
        Some((code, operand))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_have_operands_of_many_lengths() {
        let bytes = [
            0x16, 0x24, 1, // in a table
            0x08, 0xD6, 0x05, 0, 1, 0, 0, 0x10, // a definition with a cell, its flags left out
            0x49, 0x66, 2, 0, 0, 0, // depth
            0x15, 0xC6, 2, 9, 9, // tabs
            0x17, 0x24, 1,    // row end
            0x08, // half an operation
        ];
        let codes: Vec<(u16, usize)> = Operations(&bytes).map(|(code, operand)| (code, operand.len())).collect();
        assert_eq!(codes, [(P_IN_TABLE, 1), (T_DEFINITION, 4), (P_DEPTH, 4), (P_TABS, 2), (P_ROW_END, 1)]);
    }

    #[test]
    fn a_definition_may_lack_the_flags_of_its_last_cells() {
        let mut operand = vec![2, 0, 0, 0xE8, 3, 0xD0, 7];
        operand.extend([0x20, 0]);
        let places = cells(&operand).unwrap();
        assert_eq!(places[0], CellPlace { left: 0, right: 1000, goes_on: true });
        assert_eq!(places[1], CellPlace { left: 1000, right: 2000, goes_on: false });
        assert_eq!(cells(&[200, 0]), None);
    }
}
