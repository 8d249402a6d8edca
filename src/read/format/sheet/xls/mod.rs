//! `xls` (BIFF8) by its records: a kind, a length, and so many bytes.
//!
//! Own, because readers that allocate by the numbers in a document can be made to end the program.

mod looks;

use crate::read::document::error::{Foreign, ReadError};
use crate::read::format::shared::bytes::{f64_at, u16_at, u32_at};
use crate::read::format::shared::compound::Compound;

use super::cells::{Bounds, MAX_CELLS, MAX_SHEETS, Region, Sheet};
use super::hidden::Hidden;
use super::number;

use looks::{Looks, Text};

const FORMULA: u16 = 0x0006;
const BLANK: u16 = 0x0201;
const BLANKS: u16 = 0x00BE;
const END: u16 = 0x000A;
const PASSWORD: u16 = 0x002F;
const CONTINUE: u16 = 0x003C;
const SHEET: u16 = 0x0085;
const COLUMNS: u16 = 0x007D;
const ROW: u16 = 0x0208;
const NUMBERS: u16 = 0x00BD;
const MERGED: u16 = 0x00E5;
const STRINGS: u16 = 0x00FC;
const SHARED_TEXT: u16 = 0x00FD;
const NUMBER: u16 = 0x0203;
const TEXT: u16 = 0x0204;
const TRUTH: u16 = 0x0205;
const RESULT_TEXT: u16 = 0x0207;
const SHORT_NUMBER: u16 = 0x027E;
const BEGIN: u16 = 0x0809;
/// A text has no more runs of other fonts than this.
const MAX_RUNS: usize = 256;
/// The version in a beginning.
const BIFF8: u16 = 0x0600;

/// The visible sheets.
pub(super) fn sheets(bytes: &[u8], bounds: &mut Bounds) -> Result<Vec<Sheet>, ReadError> {
    let stream = Compound::open(bytes).and_then(|mut file| file.stream("/Workbook")).ok_or_else(broken)?;
    let book = Book::new(&stream)?;
    let sheets = book.sheets.iter().take(MAX_SHEETS);
    sheets.map(|(at, name)| book.sheet(stream.get(*at..).unwrap_or_default(), name, bounds)).collect()
}

fn broken() -> ReadError {
    ReadError::Broken("xls")
}

/// Records one after the other: their kinds and their bytes.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.0, 0)?;
        let length = usize::from(u16_at(self.0, 2)?);
        let (bytes, rest) = self.0.get(4..)?.split_at_checked(length)?;
        self.0 = rest;
        Some((kind, bytes))
    }
}

/// What all sheets share.
struct Book {
    /// Where the visible sheets begin, and their names.
    sheets: Vec<(usize, String)>,
    strings: Vec<Text>,
    looks: Looks,
}

/// A row's flag of being hidden, and that of a column.
const HIDDEN_ROW: u16 = 0x20;
const HIDDEN_COLUMN: u16 = 0x01;

impl Book {
    fn new(stream: &[u8]) -> Result<Self, ReadError> {
        let mut book = Self { sheets: Vec::new(), strings: Vec::new(), looks: Looks::default() };
        let mut table = Pieces::default();
        let mut in_table = false;
        for (position, (kind, bytes)) in Records(stream).enumerate() {
            match kind {
                BEGIN if position == 0 && u16_at(bytes, 0) != Some(BIFF8) => {
                    return Err(ReadError::Foreign(Foreign::Old));
                }
                PASSWORD => return Err(ReadError::Encrypted),
                SHEET => book.sheets.extend(visible_sheet(bytes)),
                STRINGS => table.push(bytes),
                CONTINUE if in_table => table.push(bytes),
                END => break,
                _ => book.looks.take(kind, bytes),
            }
            in_table = kind == STRINGS || in_table && kind == CONTINUE;
        }
        book.strings = strings(&table);
        Ok(book)
    }

    /// The cells of the sheet that begins here.
    fn sheet(&self, stream: &[u8], name: &str, bounds: &mut Bounds) -> Result<Sheet, ReadError> {
        let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
        let mut depth = 0_u32;
        // A formula whose text comes in the next record.
        let mut awaits: Option<(u32, u32, u16)> = None;
        let (mut rows, mut columns) = (Vec::new(), Vec::new());
        for (kind, bytes) in Records(stream) {
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => break,
                END => depth -= 1,
                // A chart in the sheet has records of its own.
                _ if depth != 1 => {}
                MERGED if sheet.merged.len() < MAX_CELLS => sheet.merged.extend(regions(bytes)),
                ROW if rows.len() < MAX_CELLS => rows.extend(hidden_row(bytes)),
                COLUMNS if columns.len() < MAX_CELLS => columns.extend(hidden_columns(bytes)),
                NUMBERS => self.numbers(bytes, &mut sheet, bounds)?,
                RESULT_TEXT => {
                    if let (Some((row, column, format)), Some(text)) = (awaits.take(), whole_text(bytes)) {
                        bounds.add(&mut sheet, row, column, &self.looks.dress(format, &text))?;
                    }
                }
                _ => {
                    let Some((row, column)) = place(bytes) else { continue };
                    if kind == FORMULA && bytes.get(12..14) == Some(&[0xFF, 0xFF]) && bytes.get(6) == Some(&0) {
                        awaits = Some((row, column, u16_at(bytes, 4).unwrap_or(0)));
                    } else if let Some(text) = self.text(kind, bytes) {
                        let format = u16_at(bytes, 4).unwrap_or(0);
                        bounds.add(&mut sheet, row, column, &self.looks.dress(format, &text))?;
                    }
                }
            }
        }
        (sheet.hidden_rows, sheet.hidden_columns) = (Hidden::new(rows), Hidden::new(columns));
        Ok(sheet)
    }

    /// What a record of one cell shows.
    fn text(&self, kind: u16, bytes: &[u8]) -> Option<Text> {
        let plain = |text: String| Text { text, runs: Vec::new() };
        match kind {
            NUMBER => f64_at(bytes, 6).map(number::plain).map(plain),
            SHORT_NUMBER => u32_at(bytes, 6).map(short_number).map(plain),
            BLANK | BLANKS => Some(Text::default()),
            SHARED_TEXT => self.strings.get(usize::try_from(u32_at(bytes, 6)?).ok()?).cloned(),
            TEXT => whole_text(bytes.get(6..)?),
            TRUTH => Some(plain(truth(*bytes.get(6)?, *bytes.get(7)? != 0))),
            FORMULA if bytes.get(12..14)? == [0xFF, 0xFF] => match bytes.get(6)? {
                1 => Some(plain(truth(*bytes.get(8)?, false))),
                2 => Some(plain(truth(*bytes.get(8)?, true))),
                _ => None,
            },
            FORMULA => f64_at(bytes, 6).map(number::plain).map(plain),
            _ => None,
        }
    }

    /// A record of several cells side by side.
    fn numbers(&self, bytes: &[u8], sheet: &mut Sheet, bounds: &mut Bounds) -> Result<(), ReadError> {
        let Some((row, first)) = place(bytes) else { return Ok(()) };
        // The last two bytes repeat the last column.
        let cells = bytes.get(4..bytes.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
        for (cell, column) in cells.zip(first..) {
            let text = Text { text: u32_at(cell, 2).map(short_number).unwrap_or_default(), runs: Vec::new() };
            let format = u16_at(cell, 0).unwrap_or(0);
            bounds.add(sheet, row, column, &self.looks.dress(format, &text))?;
        }
        Ok(())
    }
}

fn place(bytes: &[u8]) -> Option<(u32, u32)> {
    Some((u32::from(u16_at(bytes, 0)?), u32::from(u16_at(bytes, 2)?)))
}

/// Where a sheet begins and its name; `None` if it is hidden, or no sheet of cells.
fn visible_sheet(bytes: &[u8]) -> Option<(usize, String)> {
    let at = usize::try_from(u32_at(bytes, 0)?).ok()?;
    let is_shown = bytes.get(4)? & 3 == 0 && *bytes.get(5)? == 0;
    let mut name = Pieces::default();
    name.push(bytes);
    name.at = 8;
    let name = name.chars(usize::from(*bytes.get(6)?), *bytes.get(7)?);
    is_shown.then_some((at, name))
}

/// The row of a record, if it is not shown.
fn hidden_row(bytes: &[u8]) -> Option<(u32, u32)> {
    let row = u32::from(u16_at(bytes, 0)?);
    let is_hidden = u16_at(bytes, 12)? & HIDDEN_ROW != 0;
    is_hidden.then_some((row, row))
}

/// The columns of a record, if they are not shown.
fn hidden_columns(bytes: &[u8]) -> Option<(u32, u32)> {
    let is_hidden = u16_at(bytes, 8)? & HIDDEN_COLUMN != 0 || u16_at(bytes, 4)? == 0;
    is_hidden.then_some((u32::from(u16_at(bytes, 0)?), u32::from(u16_at(bytes, 2)?)))
}

fn regions(bytes: &[u8]) -> impl Iterator<Item = Region> + '_ {
    bytes.get(2..).unwrap_or_default().chunks_exact(8).filter_map(|region| {
        let number = |at| u16_at(region, at).map(u32::from);
        Some(Region { rows: (number(0)?, number(2)?), columns: (number(4)?, number(6)?) })
    })
}

/// Thirty bits of a number, and two that say how to read them.
fn short_number(bits: u32) -> String {
    let value =
        if bits & 2 != 0 { f64::from(bits.cast_signed() >> 2) } else { f64::from_bits(u64::from(bits & !3) << 32) };
    number::plain(if bits & 1 != 0 { value / 100.0 } else { value })
}

/// A truth value, or an error as a workbook shows it.
fn truth(value: u8, is_error: bool) -> String {
    let text = match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (_, 0x07) => "#DIV/0!",
        (_, 0x0F) => "#VALUE!",
        (_, 0x17) => "#REF!",
        (_, 0x1D) => "#NAME?",
        (_, 0x24) => "#NUM!",
        (_, 0x2A) => "#N/A",
        _ => "#NULL!",
    };
    text.to_owned()
}

/// A text in one record: length, how wide its characters are, characters.
fn whole_text(bytes: &[u8]) -> Option<Text> {
    let mut pieces = Pieces::default();
    pieces.push(bytes);
    pieces.text()
}

/// The texts that cells share.
fn strings(table: &Pieces) -> Vec<Text> {
    let mut table = Pieces { at: 8, ..table.clone() };
    std::iter::from_fn(|| table.text()).take(MAX_CELLS).collect()
}

/// A record and those that continue it.
#[derive(Debug, Clone, Default)]
struct Pieces {
    bytes: Vec<u8>,
    /// Where the continuations begin.
    seams: Vec<usize>,
    at: usize,
}

impl Pieces {
    fn push(&mut self, bytes: &[u8]) {
        if !self.bytes.is_empty() {
            self.seams.push(self.bytes.len());
        }
        self.bytes.extend(bytes);
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// The next text, with what follows it passed over.
    fn text(&mut self) -> Option<Text> {
        let length = usize::from(u16_at(&self.bytes, self.at)?);
        self.at += 2;
        let flags = self.byte()?;
        let (mut after, mut count) = (0_usize, 0_usize);
        if flags & 0x08 != 0 {
            count = usize::from(u16_at(&self.bytes, self.at)?);
            self.at += 2;
        }
        if flags & 0x04 != 0 {
            after = usize::try_from(u32_at(&self.bytes, self.at)?).ok()?;
            self.at += 4;
        }
        let text = self.chars(length, flags);
        let runs = self.bytes.get(self.at..).unwrap_or_default().chunks_exact(4).take(count.min(MAX_RUNS));
        let runs = runs.filter_map(|run| Some((u16_at(run, 0)?, u16_at(run, 2)?))).collect();
        self.at = self.at.saturating_add(count * 4).saturating_add(after);
        Some(Text { text, runs })
    }

    /// So many characters of one or two bytes; a continuation says anew how wide they are.
    fn chars(&mut self, length: usize, flags: u8) -> String {
        let mut is_wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::new();
        for _ in 0..length {
            if self.seams.binary_search(&self.at).is_ok() {
                is_wide = self.byte().is_some_and(|flags| flags & 1 != 0);
            }
            let Some(low) = self.byte() else { break };
            let high = if is_wide { self.byte().unwrap_or(0) } else { 0 };
            units.push(u16::from_le_bytes([low, high]));
        }
        String::from_utf16_lossy(&units)
    }
}
