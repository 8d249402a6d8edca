//! Workbooks: `xlsx`, `xls`, and the `et` of WPS in the container of `xls`.
//!
//! Owns: how cells at their addresses become rows. Each visible sheet comes in its order, its name before it where
//! it says something. A row reaches as far as the widest of the rows around it, so that a blank last cell is there;
//! a lone cell far away makes no table wide.

mod bands;
mod cells;
mod hidden;
pub(super) mod number;
mod rows;
mod xls;
mod xlsx;

use crate::read::document::error::ReadError;
use crate::read::document::{Document, MAX_FIELDS};

use super::shared::compound::Compound;
use super::shared::lines::Lines;
use cells::row_of;
pub(super) use cells::{Bounds, MAX_CELLS, MAX_SHEETS, Region, Sheet};
pub(super) use hidden::Hidden;

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
    let mut file = Compound::open(bytes).ok_or_else(broken)?;
    if file.has("/Workbook") {
        return read(bytes);
    }
    let package = file.stream("/Package").ok_or_else(broken)?;
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

#[cfg(test)]
pub(in crate::read) mod tests;
