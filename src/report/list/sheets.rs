//! The lines of a list that is a sheet of a workbook: the first sheet that has the heading, or every one that has it.

use std::io::{self, Cursor, Read, Seek};

use calamine::{DataRef, Dimensions, Reader, SheetType, Xlsx};

use super::error::{ListError, ListErrorKind, error};
use super::lines::{Found, Headed, Line, MAX_COLUMNS, MAX_LINES, beyond, too_large};
use crate::report::SafeText;

/// A workbook may unpack to so many bytes.
const MAX_UNPACKED: u64 = 256 << 20;
/// So many cells of merged ones are filled at most.
const MAX_FILLED: usize = 4 * MAX_LINES;

fn no_workbook<E>(_: E) -> ListError {
    error(ListErrorKind::NoWorkbook, 0, 0)
}

/// The first sheet that has the heading; which others have it too, or cannot be read, is noted with it.
pub(super) fn read(bytes: &[u8], is_heading: &dyn Fn(&[String]) -> bool) -> Result<Headed, ListError> {
    let mut found: Option<Headed> = None;
    let (first, unread) = each(bytes, is_heading, &mut |sheet, headed| match &mut found {
        Some(found) => found.notes.push(error(ListErrorKind::OtherSheet(SafeText::line(sheet)), 0, 0)),
        None => found = Some(headed),
    })?;
    match (found, unread.first()) {
        (Some(mut found), _) => {
            found.notes.extend(unread);
            Ok(found)
        }
        (None, Some(unread)) => Err(unread.clone()),
        (None, None) => Err(Headed::missing(&first)),
    }
}

/// Every sheet that has the heading, with its name, and those that cannot be read.
pub(super) fn read_all(bytes: &[u8], is_heading: &dyn Fn(&[String]) -> bool) -> Result<Found, ListError> {
    let mut found = Vec::new();
    let (first, unread) = each(bytes, is_heading, &mut |sheet, headed| found.push((SafeText::line(sheet), headed)))?;
    match unread.first() {
        Some(unread) if found.is_empty() => Err(unread.clone()),
        None if found.is_empty() => Err(Headed::missing(&first)),
        _ => Ok((found, unread)),
    }
}

/// Takes each sheet that has the heading; the lines of the first that has not, and the sheets that cannot be read.
fn each(
    bytes: &[u8],
    is_heading: &dyn Fn(&[String]) -> bool,
    take: &mut dyn FnMut(&str, Headed),
) -> Result<(Vec<Line>, Vec<ListError>), ListError> {
    must_be_small(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(no_workbook)?;
    let (mut first, mut unread) = (None, Vec::new());
    // A sheet of a diagram has no cells.
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    for sheet in sheets.map(|sheet| sheet.name.clone()).collect::<Vec<_>>() {
        let lines = match lines(&mut workbook, &sheet) {
            Ok(lines) => lines,
            Err(large) if matches!(large.kind, ListErrorKind::TooLarge) => return Err(large),
            Err(_) => {
                unread.push(error(ListErrorKind::UnreadSheet(SafeText::line(&sheet)), 0, 0));
                continue;
            }
        };
        match Headed::find(lines, is_heading) {
            Ok(headed) => take(&sheet, whole(headed, &mut workbook, &sheet)),
            Err(lines) => first = first.or((!lines.is_empty()).then_some(lines)),
        }
    }
    Ok((first.unwrap_or_default(), unread))
}

/// What an entry says of its own size is not believed: every byte is counted as it comes out.
fn must_be_small(bytes: &[u8]) -> Result<(), ListError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(no_workbook)?;
    let mut left = MAX_UNPACKED;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(no_workbook)?;
        let size = io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(no_workbook)?;
        left = left.checked_sub(size).ok_or_else(|| too_large(0))?;
    }
    Ok(())
}

/// With what stands beyond the headings, and each of the cells that are merged over several lines filled.
fn whole<R: Read + Seek>(mut headed: Headed, workbook: &mut Xlsx<R>, sheet: &str) -> Headed {
    let merged = workbook.merge_cells_by_sheet_name(sheet).unwrap_or_default();
    fill(&mut headed.lines, &merged);
    let width = headed.heading.fields.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
    for line in &headed.lines {
        if let Some(beyond) = beyond(line, width) {
            headed.notes.push(error(ListErrorKind::BeyondHeadings, line.number, beyond));
        }
    }
    headed
}

/// A cell that is merged over several lines is the cell of each of them.
fn fill(lines: &mut [Line], merged: &[Dimensions]) {
    let mut left = MAX_FILLED;
    for Dimensions { start, end } in merged.iter().filter(|merged| merged.start.0 < merged.end.0) {
        let (first, last) = (start.0.saturating_add(1), end.0.saturating_add(1));
        let from = lines.partition_point(|line| line.number < first);
        let to = lines.partition_point(|line| line.number <= last);
        let Ok(column) = usize::try_from(start.1) else { continue };
        let Some(lines) = lines.get_mut(from..to) else { continue };
        let Some((top, below)) = lines.split_first_mut().filter(|(top, _)| top.number == first) else { continue };
        let Some(value) = top.fields.get(column).filter(|value| !value.is_empty()) else { continue };
        for line in below {
            let Some(less) = left.checked_sub(1) else { return };
            left = less;
            if line.fields.len() <= column {
                line.fields.resize(column + 1, String::new());
            }
            if let Some(field) = line.fields.get_mut(column) {
                field.clone_from(value);
            }
        }
    }
}

fn lines<R: Read + Seek>(workbook: &mut Xlsx<R>, sheet: &str) -> Result<Vec<Line>, ListError> {
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(no_workbook)?;
    let mut lines: Vec<Line> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(no_workbook)? {
        let (row, column) = cell.get_position();
        let number = row.saturating_add(1);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let text = text(cell.get_value());
        if text.is_empty() {
            // Cells that are only coloured go on to the end of the sheet.
            continue;
        }
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
            *field = text;
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
