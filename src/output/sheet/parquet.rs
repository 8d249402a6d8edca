//! A sheet as Parquet: typed columns under the keys of the sheet, texts in dictionaries, rows in groups of bounded size.
//!
//! A column has one type, whatever stands in it ([`OutKind`]). Of exact numbers it is a decimal; what stands among them
//! and is none has a column of its own beside it, as the text it is.

use std::io::{self, Write};
use std::sync::Arc;

use jiff::civil::{Date, date};
use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use super::{OutField, OutKind, OutSheet, OutValue};

/// So many rows are held at a time, and stand in a group.
const GROUP: usize = 1 << 16;
/// Digits of an exact number, and those of them behind the point.
const PRECISION: u8 = 18;
const SCALE: u8 = 6;
/// What the rows of a file are called in it.
const ROWS: &str = "gouji";
/// Behind the key of a column of exact numbers: what stands there and is none, or has more digits.
const TEXT: &str = "_text";

/// A column as it is collected: of each row what stands there.
enum Column {
    Text(Vec<Option<ByteArray>>),
    Count(Vec<Option<i64>>),
    Exact(Vec<Option<i64>>),
    Day(Vec<Option<i32>>),
}

/// Rows that are not written yet, by columns.
struct Columns {
    named: Vec<(String, Column)>,
    rows: usize,
}

/// Writes a sheet; how many rows it has.
///
/// # Errors
/// What the writer says, or whoever makes the rows.
pub(crate) fn write_parquet(out: impl Write + Send, sheet: &OutSheet<'_>) -> io::Result<usize> {
    let mut columns = Columns::of(sheet);
    let schema = Arc::new(parse_message_type(&columns.schema()).map_err(io_error)?);
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("gouji ", env!("CARGO_PKG_VERSION")).to_owned())
        .build();
    let mut writer = SerializedFileWriter::new(out, schema, Arc::new(properties)).map_err(io_error)?;
    let mut count = 0;
    (sheet.rows)(&mut |row| {
        count += 1;
        columns.add(row)?;
        if columns.rows == GROUP { columns.write(&mut writer) } else { Ok(()) }
    })?;
    if columns.rows > 0 {
        columns.write(&mut writer)?;
    }
    writer.close().map_err(io_error)?;
    Ok(count)
}

fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}

impl Columns {
    fn of(sheet: &OutSheet<'_>) -> Self {
        let mut named = Vec::new();
        for column in &sheet.columns {
            let key = || column.key.clone();
            match column.kind {
                OutKind::Text => named.push((key(), Column::Text(Vec::new()))),
                OutKind::Count => named.push((key(), Column::Count(Vec::new()))),
                OutKind::Day => named.push((key(), Column::Day(Vec::new()))),
                OutKind::Exact => {
                    named.push((key(), Column::Exact(Vec::new())));
                    named.push((key() + TEXT, Column::Text(Vec::new())));
                }
            }
        }
        Self { named, rows: 0 }
    }

    fn schema(&self) -> String {
        let columns = self.named.iter().map(|(key, column)| match column {
            Column::Text(_) => format!("optional binary {key} (UTF8);"),
            Column::Count(_) => format!("optional int64 {key};"),
            Column::Exact(_) => format!("optional int64 {key} (DECIMAL({PRECISION},{SCALE}));"),
            Column::Day(_) => format!("optional int32 {key} (DATE);"),
        });
        format!("message {ROWS} {{ {} }}", columns.collect::<Vec<_>>().join(" "))
    }

    fn add(&mut self, row: &[OutField]) -> io::Result<()> {
        let mut columns = self.named.iter_mut().map(|(_, column)| column);
        for field in row {
            match columns.next().ok_or_else(unfit)? {
                Column::Text(texts) => texts.push(text(&field.value)),
                Column::Count(counts) => counts.push(count(&field.value)?),
                Column::Day(days) => days.push(day(&field.value)?),
                Column::Exact(numbers) => {
                    let number = exact(&field.value);
                    let Some(Column::Text(rest)) = columns.next() else { return Err(unfit()) };
                    rest.push(if number.is_some() { None } else { text(&field.value) });
                    numbers.push(number);
                }
            }
        }
        if columns.next().is_some() {
            return Err(unfit());
        }
        self.rows += 1;
        Ok(())
    }

    fn write<W: Write + Send>(&mut self, writer: &mut SerializedFileWriter<W>) -> io::Result<()> {
        self.rows = 0;
        let mut group = writer.next_row_group().map_err(io_error)?;
        for (_, column) in &mut self.named {
            let mut into = group.next_column().map_err(io_error)?.ok_or_else(unfit)?;
            column.write(&mut into).map_err(io_error)?;
            into.close().map_err(io_error)?;
        }
        group.close().map_err(io_error)?;
        Ok(())
    }
}

impl Column {
    fn write(&mut self, into: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        match self {
            Self::Text(values) => {
                let (values, levels) = split(values);
                into.typed::<ByteArrayType>().write_batch(&values, Some(&levels), None)?;
            }
            Self::Count(values) | Self::Exact(values) => {
                let (values, levels) = split(values);
                into.typed::<Int64Type>().write_batch(&values, Some(&levels), None)?;
            }
            Self::Day(values) => {
                let (values, levels) = split(values);
                into.typed::<Int32Type>().write_batch(&values, Some(&levels), None)?;
            }
        }
        Ok(())
    }
}

/// The values that there are, and for each row whether there is one.
fn split<T>(values: &mut Vec<Option<T>>) -> (Vec<T>, Vec<i16>) {
    let levels = values.iter().map(|value| i16::from(value.is_some())).collect();
    (values.drain(..).flatten().collect(), levels)
}

fn text(value: &OutValue) -> Option<ByteArray> {
    match value {
        OutValue::Empty => None,
        OutValue::Text(text) => Some(text.as_str().into()),
        OutValue::Number(number) => Some(number.to_string().as_str().into()),
        OutValue::Day(day) => Some(day.to_string().as_str().into()),
    }
}

fn count(value: &OutValue) -> io::Result<Option<i64>> {
    match value {
        OutValue::Empty => Ok(None),
        OutValue::Number(number) => number.at_scale(0).map(Some).ok_or_else(unfit),
        OutValue::Text(_) | OutValue::Day(_) => Err(unfit()),
    }
}

/// Days since the first of 1970.
fn day(value: &OutValue) -> io::Result<Option<i32>> {
    const FIRST: Date = date(1970, 1, 1);
    match value {
        OutValue::Empty => Ok(None),
        OutValue::Day(day) => day.since(FIRST).map(|span| Some(span.get_days())).map_err(io::Error::other),
        OutValue::Text(_) | OutValue::Number(_) => Err(unfit()),
    }
}

/// At the column's scale; `None` if that cannot hold it.
fn exact(value: &OutValue) -> Option<i64> {
    let OutValue::Number(number) = value else { return None };
    number.at_scale(SCALE).filter(|digits| digits.unsigned_abs() < 10_u64.pow(PRECISION.into()))
}

/// A row that does not have its columns, or a count that is none: that is ours to mend.
fn unfit() -> io::Error {
    io::Error::other("a row that does not fit its columns")
}
