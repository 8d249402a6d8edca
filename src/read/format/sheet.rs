//! Workbooks: `xlsx`, `xls`, and the `et` of WPS in the container of `xls`.
//!
//! Owns: how cells at their addresses become rows. Each visible sheet comes in its order, its name before it where
//! it says something. A row reaches as far as the widest of the rows around it, so that a blank last cell is there;
//! a lone cell far away makes no table wide.

mod number;
mod xls;
mod xlsx;

use std::io::{Cursor, Read as _};

use cfb::CompoundFile;

use super::lines::Lines;
use crate::read::block::trim;
use crate::read::document::{Document, Field, MAX_FIELDS};
use crate::read::error::ReadError;

/// A workbook with more filled cells than this is no report.
const MAX_CELLS: usize = 1 << 18;
/// All its cells together have no more bytes of text than this: one text may stand in many cells.
const MAX_TEXT: usize = 32 << 20;
/// More sheets than this are not looked at.
const MAX_SHEETS: usize = 64;
/// Excel allows no longer name of a sheet.
const MAX_NAME: usize = 31;

/// A rectangle of cells: rows and columns from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Region {
    rows: (u32, u32),
    columns: (u32, u32),
}

/// What stands in a visible sheet.
#[derive(Debug, Default)]
struct Sheet {
    name: String,
    cells: Vec<Cell>,
    merged: Vec<Region>,
    /// Rows with cells that are there and blank, in the order of the document.
    blanks: Vec<u32>,
}

/// A filled cell, row and column from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cell {
    row: u32,
    column: u32,
    text: String,
}

/// How much may still come out of a workbook.
struct Bounds {
    cells: usize,
    text: usize,
}

impl Bounds {
    /// Adds a cell, unless it is blank or beyond every table.
    fn add(&mut self, sheet: &mut Sheet, row: u32, column: u32, text: &str) -> Result<(), ReadError> {
        let is_far = usize::try_from(column).is_ok_and(|column| column >= MAX_FIELDS);
        let text = trim(text);
        if is_far {
            return Ok(());
        }
        if text.is_empty() {
            if sheet.blanks.last() != Some(&row) && sheet.blanks.len() < MAX_CELLS {
                sheet.blanks.push(row);
            }
            return Ok(());
        }
        self.cells = self.cells.checked_sub(1).ok_or(ReadError::TooLarge)?;
        self.text = self.text.checked_sub(text.len()).ok_or(ReadError::TooLarge)?;
        // Line breaks within a cell only wrap it.
        let text = text.split(['\n', '\r', '\t']).map(trim).collect();
        sheet.cells.push(Cell { row, column, text });
        Ok(())
    }
}

/// Its lines.
///
/// # Errors
/// If it is encrypted, broken, or larger than any report.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut bounds = Bounds { cells: MAX_CELLS, text: MAX_TEXT };
    let (format, sheets) = if bytes.starts_with(b"PK") {
        ("xlsx", xlsx::sheets(bytes, &mut bounds)?)
    } else {
        ("xls", xls::sheets(bytes, &mut bounds)?)
    };
    let mut lines = Lines::new(format);
    for sheet in sheets {
        sheet.tell(&mut lines)?;
    }
    Ok(lines.finish())
}

/// The lines of a workbook that lies within a document: as it is, or in an object with the workbook in it.
///
/// # Errors
/// As [`read`].
pub(super) fn read_within(bytes: &[u8]) -> Result<Document, ReadError> {
    let broken = || ReadError::Broken("xlsx");
    if bytes.starts_with(b"PK") {
        return read(bytes);
    }
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| broken())?;
    if file.exists("/Workbook") {
        return read(bytes);
    }
    let mut package = Vec::new();
    let stream = file.open_stream("/Package").map_err(|_| broken())?;
    // No stream is longer than the file that holds it.
    let limit = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    stream.take(limit).read_to_end(&mut package).map_err(|_| broken())?;
    if package.starts_with(b"PK") { read(&package) } else { Err(broken()) }
}

impl Sheet {
    /// Adds its rows.
    fn tell(mut self, lines: &mut Lines) -> Result<(), ReadError> {
        self.blanks.sort_unstable();
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        self.uncover();
        if self.cells.is_empty() {
            return Ok(());
        }
        let name: String = self.name.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect();
        lines.gap();
        if is_telling(&name) {
            lines.push(None, vec![Field::new(name.as_str())])?;
            lines.gap();
        }
        let rows: Vec<&[Cell]> = self.cells.chunk_by(|a, b| a.row == b.row).collect();
        for run in rows.chunk_by(|a, b| row_of(a).saturating_add(1) >= row_of(b)) {
            let width = run.iter().filter_map(|row| row.last()).map(|cell| cell.column + 1).max().unwrap_or(0);
            for row in run {
                lines.push(None, fields(&name, row_of(row), row, width))?;
            }
            // A row of blanks may be the values below a row of labels.
            let below = run.last().map_or(0, |row| row_of(row)).saturating_add(1);
            if width > 1 && self.blanks.binary_search(&below).is_ok() {
                lines.push(None, fields(&name, below, &[], width))?;
            }
            lines.gap();
        }
        Ok(())
    }

    /// Takes away what stands in merged cells other than the first: it cannot be seen.
    fn uncover(&mut self) {
        self.merged.sort_by_key(|region| region.rows.0);
        let mut regions = self.merged.iter().peekable();
        let mut open: Vec<Region> = Vec::new();
        self.cells.retain(|cell| {
            open.retain(|region| region.rows.1 >= cell.row);
            while let Some(region) = regions.next_if(|region| region.rows.0 <= cell.row) {
                // Regions that do not overlap are no more than there are columns.
                if open.len() < MAX_FIELDS && region.rows.1 >= cell.row {
                    open.push(*region);
                }
            }
            let place = (cell.row, cell.column);
            !open.iter().any(|region| {
                let (from, to) = region.columns;
                (from..=to).contains(&cell.column) && place != (region.rows.0, from)
            })
        });
    }
}

fn row_of(row: &[Cell]) -> u32 {
    row.first().map_or(0, |cell| cell.row)
}

/// Is the name of a sheet more than `Sheet1` or `工作表1`?
fn is_telling(name: &str) -> bool {
    let words = name.trim_end_matches(|c: char| c.is_ascii_digit());
    !words.is_ascii() && words != "工作表"
}

/// A row's fields, from the first column to `width`.
fn fields(sheet: &str, number: u32, row: &[Cell], width: u32) -> Vec<Field> {
    let mut cells = row.iter().peekable();
    (0..width)
        .map(|column| {
            let cell = cells.next_if(|cell| cell.column == column);
            let place = format!("{sheet}!{}{}", letters(column), u64::from(number) + 1);
            Field {
                text: cell.map(|cell| cell.text.clone()).unwrap_or_default(),
                place: Some(place.into()),
                mark: None,
            }
        })
        .collect()
}

/// `A`, `Z`, `AA`: the name of a column.
fn letters(column: u32) -> String {
    let letter = |value: u32| char::from_u32(u32::from('A') + value % 26).unwrap_or('A');
    match column.checked_sub(26) {
        None => letter(column).to_string(),
        Some(beyond) => format!("{}{}", letters(beyond / 26), letter(beyond)),
    }
}

#[cfg(test)]
pub(in crate::read) mod tests;
