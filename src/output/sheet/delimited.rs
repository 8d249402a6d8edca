//! A sheet as CSV: UTF-8 with a byte order mark, a line of headings.

use std::io::{self, Write};

use crate::output::csv::{BYTE_ORDER_MARK, io_error, neutral};

use super::{OutSheet, OutValue};

/// Writes a sheet; how many rows it has.
///
/// # Errors
/// What the writer says, or whoever makes the rows.
pub(crate) fn write_csv(out: &mut dyn Write, sheet: &OutSheet<'_>) -> io::Result<usize> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(sheet.columns.iter().map(|column| neutral(&column.title))).map_err(io_error)?;
    let mut count = 0;
    (sheet.rows)(&mut |row| {
        count += 1;
        writer.write_record(row.iter().map(|field| text(&field.value))).map_err(io_error)
    })?;
    writer.flush()?;
    Ok(count)
}

fn text(value: &OutValue) -> String {
    match value {
        OutValue::Empty => String::new(),
        OutValue::Text(text) => neutral(text),
        OutValue::Number(number) => number.to_string(),
        OutValue::Day(day) => day.to_string(),
    }
}
