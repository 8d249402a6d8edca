//! Workbooks: `xlsx`, `xls`, and the `et` of WPS in the container of `xls`.
//!
//! Owns: how cells at their addresses become rows. Each visible sheet comes in its order, its name before it where
//! it says something. A row reaches as far as the widest of the rows around it, so that a blank last cell is there;
//! a lone cell far away makes no table wide.

mod bands;
mod hidden;
pub(super) mod number;
mod xls;
mod xls_looks;
mod xlsx;
mod xlsx_looks;
mod xlsx_steps;

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use cfb::CompoundFile;

use crate::read::document::block::trim;
use crate::read::document::error::ReadError;
use crate::read::document::{Document, Field, MAX_FIELDS};

use super::shared::lines::Lines;
use super::shared::looks;
use bands::Bands;
pub(super) use hidden::Hidden;

/// A workbook with more filled cells than this is no report.
pub(super) const MAX_CELLS: usize = 1 << 18;
/// All its cells together have no more bytes of text than this: one text may stand in many cells.
const MAX_TEXT: usize = 32 << 20;
/// More sheets than this are not looked at.
pub(super) const MAX_SHEETS: usize = 64;
/// Excel allows no longer name of a sheet.
const MAX_NAME: usize = 31;

/// A rectangle of cells: rows and columns from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

/// What stands in a visible sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub name: String,
    cells: Vec<Cell>,
    pub merged: Vec<Region>,
    /// Rows and columns that are not shown.
    pub hidden_rows: Hidden,
    pub hidden_columns: Hidden,
    /// Rows with cells that are there and blank, in the order of the document.
    blanks: Vec<u32>,
}

/// A filled cell, row and column from 0; its text has the marks of [`looks`].
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cell {
    row: u32,
    column: u32,
    text: String,
}

/// How much may still come out of a workbook.
pub(super) struct Bounds {
    cells: usize,
    text: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { cells: MAX_CELLS, text: MAX_TEXT }
    }
}

impl Bounds {
    /// Adds a cell, unless it is blank or beyond every table.
    pub fn add(&mut self, sheet: &mut Sheet, row: u32, column: u32, text: &str) -> Result<(), ReadError> {
        let is_far = usize::try_from(column).is_ok_and(|column| column >= MAX_FIELDS);
        let text = trim(text);
        if is_far {
            return Ok(());
        }
        if looks::is_blank(text) {
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
    let mut bounds = Bounds::default();
    let (format, sheets) = if bytes.starts_with(b"PK") {
        ("xlsx", xlsx::sheets(bytes, &mut bounds)?)
    } else {
        ("xls", xls::sheets(bytes, &mut bounds)?)
    };
    tell(format, sheets)
}

/// The lines of these sheets.
///
/// # Errors
/// If there are more than any report has.
pub(super) fn tell(format: &'static str, sheets: Vec<Sheet>) -> Result<Document, ReadError> {
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

/// A row with its number, from 1, and the texts of its cells.
type Row = (usize, Vec<String>);
/// A sheet's name and its rows.
type Rows = (String, Vec<Row>);

/// The rows of each visible sheet under the sheet's name: what another program has written, a header and data.
///
/// # Errors
/// If it is encrypted, broken, or larger than any collection of reports.
pub(in crate::read) fn rows(bytes: &[u8]) -> Result<(&'static str, Vec<Rows>), ReadError> {
    let mut bounds = Bounds { cells: 1 << 22, text: 64 << 20 };
    let (format, sheets) = if bytes.starts_with(b"PK") {
        ("xlsx", xlsx::sheets(bytes, &mut bounds)?)
    } else {
        ("xls", xls::sheets(bytes, &mut bounds)?)
    };
    let rows = |mut sheet: Sheet| {
        sheet.cells.sort_by_key(|cell| (cell.row, cell.column));
        sheet.cells.dedup_by_key(|cell| (cell.row, cell.column));
        sheet.uncover();
        let rows = sheet.cells.chunk_by(|a, b| a.row == b.row).map(|row| {
            let mut texts: Vec<String> = Vec::new();
            for cell in row {
                // The bounds let no column in that is beyond every table.
                let column = usize::try_from(cell.column).unwrap_or(0).min(MAX_FIELDS);
                texts.resize(column.max(texts.len()), String::new());
                texts.push(cell.text.clone());
            }
            (usize::try_from(row_of(row)).unwrap_or(0) + 1, texts)
        });
        (sheet.name.clone(), rows.collect())
    };
    Ok((format, sheets.into_iter().map(rows).collect()))
}

impl Sheet {
    /// An empty one.
    pub fn named(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    fn tell(mut self, lines: &mut Lines) -> Result<(), ReadError> {
        self.blanks.sort_unstable();
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        self.uncover();
        self.hide();
        if self.cells.is_empty() {
            return Ok(());
        }
        let name: String = self.name.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect();
        lines.gap();
        if is_telling(&name) {
            lines.push(None, vec![Field::new(name.as_str())])?;
            lines.gap();
        }
        let all: Vec<&[Cell]> = self.cells.chunk_by(|a, b| a.row == b.row).collect();
        let texts = all.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect());
        let replaced = looks::replaced(texts);
        let rows: Vec<&[Cell]> =
            all.into_iter().zip(replaced).filter(|(_, is_replaced)| !is_replaced).map(|(row, _)| row).collect();
        let follows = |a: &&[Cell], b: &&[Cell]| {
            self.hidden_rows.rank(row_of(a)).saturating_add(1) >= self.hidden_rows.rank(row_of(b))
        };
        for run in rows.chunk_by(follows) {
            self.run(&name, run, lines)?;
        }
        Ok(())
    }

    /// Adds rows that follow each other.
    fn run(&self, name: &str, run: &[&[Cell]], lines: &mut Lines) -> Result<(), ReadError> {
        let width = run.iter().filter_map(|row| row.last()).map(|cell| cell.column + 1).max().unwrap_or(0);
        let bands = Bands::new(run, width, &self.covered(run));
        let shown = |from: u32, to: u32| -> Vec<u32> {
            (from..to).filter(|&column| !self.hidden_columns.contains(column) && !bands.is_check(column)).collect()
        };
        // A row of blanks may be the values below a row of labels.
        let below = run.last().map_or(0, |row| row_of(row)).saturating_add(1);
        let is_blank_below = width > 1 && self.blanks.binary_search(&below).is_ok();
        let mut rest = run;
        while !rest.is_empty() {
            // A row that goes over all of what stands side by side comes between what is above and what is below.
            let is_title = |row: &&[Cell]| bands.bands.len() > 1 && row.len() == 1;
            let end = rest.iter().position(is_title).unwrap_or(rest.len());
            let (side_by_side, after) = rest.split_at_checked(end.max(1)).unwrap_or((rest, &[]));
            let is_last = after.is_empty();
            let whole = [(0, width)];
            let within = if end == 0 { &whole[..] } else { &bands.bands };
            for &(from, to) in within {
                let columns = shown(from, to);
                for row in side_by_side {
                    let is_outside = |cell: &Cell| !(from..to).contains(&cell.column);
                    if within.len() > 1 && row.iter().all(is_outside) {
                        continue;
                    }
                    lines.push(None, fields(name, row_of(row), row, &columns))?;
                }
                if is_last && is_blank_below {
                    lines.push(None, fields(name, below, &[], &columns))?;
                }
                lines.gap();
            }
            rest = after;
        }
        Ok(())
    }

    /// The columns that merged cells of these rows go over, but those of titles.
    fn covered(&self, run: &[&[Cell]]) -> Vec<(u32, u32)> {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return Vec::new() };
        let (first, last) = (row_of(first), row_of(last));
        let is_wide =
            |region: &&Region| region.columns.0 < region.columns.1 && region.rows.0 <= last && region.rows.1 >= first;
        let has_others = |region: &&Region| {
            let row = run.binary_search_by_key(&region.rows.0, |row| row_of(row)).ok().and_then(|at| run.get(at));
            row.is_none_or(|row| row.len() > 1)
        };
        self.merged.iter().filter(is_wide).filter(has_others).map(|region| region.columns).take(MAX_CELLS).collect()
    }

    /// Takes away what stands in hidden rows and columns. What is merged with cells that are shown is shown there.
    fn hide(&mut self) {
        if self.hidden_rows.is_empty() && self.hidden_columns.is_empty() {
            return;
        }
        let merged: HashMap<(u32, u32), Region> =
            self.merged.iter().map(|region| ((region.rows.0, region.columns.0), *region)).collect();
        let (rows, columns) = (&self.hidden_rows, &self.hidden_columns);
        let is_shown = |cell: &Cell| !rows.contains(cell.row) && !columns.contains(cell.column);
        self.cells.retain_mut(|cell| {
            if is_shown(cell) {
                return true;
            }
            let Some(region) = merged.get(&(cell.row, cell.column)) else { return false };
            let place = (rows.first_shown(region.rows), columns.first_shown(region.columns));
            let (Some(row), Some(column)) = place else { return false };
            (cell.row, cell.column) = (row, column);
            true
        });
        self.blanks.retain(|row| !rows.contains(*row));
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
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

/// A row's fields in these columns.
fn fields(sheet: &str, number: u32, row: &[Cell], columns: &[u32]) -> Vec<Field> {
    let mut cells = row.iter().peekable();
    let field = |&column: &u32| {
        while cells.next_if(|cell| cell.column < column).is_some() {}
        let cell = cells.next_if(|cell| cell.column == column);
        let (text, mark) = cell.map(|cell| looks::cell(&cell.text)).unwrap_or_default();
        let place = format!("{sheet}!{}{}", letters(column), u64::from(number) + 1);
        Field { text, place: Some(place.into()), mark }
    };
    let mut fields: Vec<Field> = columns.iter().map(field).collect();
    looks::close_up(&mut fields);
    fields
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
