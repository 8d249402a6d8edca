//! A sheet as JSON Lines: an object for each row, under the keys of the columns.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::{OutSheet, OutValue};

/// Writes a sheet; how many rows it has.
///
/// # Errors
/// What the writer says, or whoever makes the rows.
pub(crate) fn write_jsonl(out: &mut dyn Write, sheet: &OutSheet<'_>) -> io::Result<usize> {
    let mut count = 0;
    (sheet.rows)(&mut |row| {
        count += 1;
        let fields = sheet.columns.iter().zip(row);
        let object: Map<String, Value> =
            fields.map(|(column, field)| (column.key.clone(), value(&field.value))).collect();
        serde_json::to_writer(&mut *out, &object)?;
        out.write_all(b"\n")
    })?;
    Ok(count)
}

fn value(value: &OutValue) -> Value {
    match value {
        OutValue::Empty => Value::Null,
        OutValue::Text(text) => json!(text),
        OutValue::Number(number) => json!(number),
        OutValue::Day(day) => json!(day.to_string()),
    }
}
