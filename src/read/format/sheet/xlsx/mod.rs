//! `xlsx` by `calamine`, after every part it may read has been measured.

mod fonts;
pub(super) mod looks;
mod steps;

use std::io::Cursor;

use calamine::{DataRef, DataType as _, Dimensions, Reader as _, SheetType, SheetVisible, Xlsx};

use crate::read::document::error::ReadError;
use crate::read::format::shared::archive::Archive;

use super::cells::{Bounds, MAX_SHEETS, Region, Sheet};
use super::number;

use looks::{Looks, SheetLooks};

/// The parts that a workbook's text is in unpack to no more than this: they are held in memory all at once.
const MAX_PARTS: u64 = 64 << 20;
/// A date before the year 2000 is a number that looks like one.
const YEAR_2000: f64 = 36_526.0;

/// The visible sheets.
pub(super) fn sheets(bytes: &[u8], bounds: &mut Bounds) -> Result<Vec<Sheet>, ReadError> {
    let mut archive = measure(bytes)?;
    let looks = Looks::new(&mut archive)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let visible = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let visible = visible.filter(|sheet| sheet.typ == SheetType::WorkSheet).take(MAX_SHEETS);
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    let mut sheet = |name: String| {
        let looks = looks.sheet(&mut archive, &name)?;
        sheet(&mut book, name, looks, bounds)
    };
    names.into_iter().map(&mut sheet).collect()
}

/// Unpacks every part once and keeps none: what an entry says of its size cannot be believed.
fn measure(bytes: &[u8]) -> Result<Archive<'_>, ReadError> {
    let mut archive = Archive::open(bytes, "xlsx")?;
    archive.limit(MAX_PARTS);
    let names: Vec<String> = archive.names().map(|name| name.into_owned()).collect();
    if names.iter().any(|name| name == "xl/workbook.bin") {
        return Err(ReadError::Unsupported("xlsb".into()));
    }
    let ending = |name: &str| name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    for name in names.iter().filter(|name| !matches!(&*ending(name), "png" | "jpg" | "jpeg" | "gif" | "emf" | "wmf")) {
        archive.part(name)?;
    }
    // Each part may come out once more.
    Archive::open(bytes, "xlsx")
}

fn sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: String,
    mut looks: SheetLooks,
    bounds: &mut Bounds,
) -> Result<Sheet, ReadError> {
    let region =
        |region: &Dimensions| Region { rows: (region.start.0, region.end.0), columns: (region.start.1, region.end.1) };
    let merged = looks.merged.take();
    let merged = merged
        .unwrap_or_else(|| book.merge_cells_by_sheet_name(&name).unwrap_or_default().iter().map(region).collect());
    let mut sheet = Sheet { merged, name: name.clone(), ..Sheet::default() };
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| broken())?;
    // Not `next_cell_with_formula`: that one makes room for as many formulas as the document says there are.
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| broken())? {
        let (row, column) = cell.pos;
        match cell.value {
            // A formula that was never calculated is not blank.
            DataRef::Empty if cell.formula.is_some() => bounds.add(&mut sheet, row, column, UNCALCULATED)?,
            DataRef::SharedString(text) => bounds.add(&mut sheet, row, column, &looks.dress(cell.pos, text))?,
            value => bounds.add(&mut sheet, row, column, &looks.dress(cell.pos, &text(&value)))?,
        }
    }
    (sheet.hidden_rows, sheet.hidden_columns) = (looks.hidden_rows, looks.hidden_columns);
    Ok(sheet)
}

/// What stands for a formula without a value.
const UNCALCULATED: &str = "=?";

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) => number::plain(*value),
        DataRef::DateTime(date) if date.is_datetime() && date.as_f64() >= YEAR_2000 => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        DataRef::DateTime(date) => number::plain(date.as_f64()),
        DataRef::Error(error) => error.to_string(),
        value => value.as_string().unwrap_or_default(),
    }
}

fn broken() -> ReadError {
    ReadError::Broken("xlsx")
}
