//! The lines of a list: CSV text or the first sheet of a workbook.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};

use super::csv;
use super::error::{ListError, ListErrorKind, error};

/// More than this in any direction is no list of agencies.
const MAX_BYTES: usize = 64 << 20;
pub(super) const MAX_LINES: usize = 500_000;
pub(super) const MAX_COLUMNS: usize = 256;
/// A workbook may unpack to so many bytes.
const MAX_UNPACKED: u64 = 256 << 20;

/// One line of the file.
pub(super) struct Line {
    /// From 1.
    pub(crate) number: u32,
    pub(crate) fields: Vec<String>,
}

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Line>, ListError> {
    if bytes.len() > MAX_BYTES {
        return Err(too_large(0));
    }
    if bytes.starts_with(b"PK\x03\x04") { workbook(bytes) } else { csv::lines(bytes) }
}

pub(super) fn too_large(line: u32) -> ListError {
    error(ListErrorKind::TooLarge, line, 0)
}

fn no_workbook<E>(_: E) -> ListError {
    error(ListErrorKind::NoWorkbook, 0, 0)
}

fn workbook(bytes: &[u8]) -> Result<Vec<Line>, ListError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(no_workbook)?;
    let mut size = 0_u64;
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(no_workbook)?;
        size = size.saturating_add(file.size());
    }
    if size > MAX_UNPACKED {
        return Err(too_large(0));
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(no_workbook)?;
    let Some(sheet) = workbook.sheet_names().first().cloned() else { return Ok(Vec::new()) };
    let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(no_workbook)?;
    let mut lines: Vec<Line> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(no_workbook)? {
        let (row, column) = cell.get_position();
        let number = row.saturating_add(1);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS || lines.len() >= MAX_LINES {
            return Err(too_large(number));
        }
        if lines.last().is_none_or(|line| line.number != number) {
            lines.push(Line { number, fields: Vec::new() });
        }
        let Some(line) = lines.last_mut() else { continue };
        if line.fields.len() <= column {
            line.fields.resize(column + 1, String::new());
        }
        if let Some(field) = line.fields.get_mut(column) {
            *field = text(cell.get_value());
        }
    }
    Ok(lines)
}

/// A cell as text.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        // What a formula has failed to work out must not pass for a cell that was left empty.
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}
