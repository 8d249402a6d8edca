//! Tables that leave the desk: what stands in them, whatever file they go into.
//!
//! ```text
//! Season ──export, summary, score──▶ OutSheet ──xlsx, delimited, lines, parquet──▶ a file
//! ```
//!
//! Owns: rows of typed fields, and how each format holds them. A number stays a number, a text from outside never becomes a
//! formula. Rows are made one at a time and never kept: a sheet may have as many as there are cells in a country.

mod delimited;
mod lines;
mod markup;
mod parquet;
mod xlsx;

use std::io;

use jiff::civil::Date;

use crate::report::Number;

pub(crate) use delimited::write_csv;
pub(crate) use lines::write_jsonl;
pub(crate) use markup::{html as write_html_table, write_markup};
pub(crate) use parquet::write_parquet;
pub(crate) use xlsx::{Book, TooMany};

/// What may take the rows of a sheet, one at a time.
pub(crate) type RowSink<'s> = dyn FnMut(&[OutField]) -> io::Result<()> + 's;

/// Makes the rows of a sheet, in order.
pub(crate) type Rows<'a> = Box<dyn Fn(&mut RowSink<'_>) -> io::Result<()> + 'a>;

/// A table with a line of headings.
pub(crate) struct OutSheet<'a> {
    /// Its name, in the language of the output.
    pub(crate) name: String,
    pub(crate) columns: Vec<OutColumn>,
    /// So many columns say what a row is, and stay where they are when the rest is scrolled.
    pub(crate) fixed: u16,
    pub(crate) rows: Rows<'a>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutColumn {
    /// Its name for programs, the same in every language.
    pub(crate) key: String,
    /// For people.
    pub(crate) title: String,
    /// In letters of half width.
    pub(crate) width: u16,
    pub(crate) kind: OutKind,
}

/// What stands in all fields of a column that have a value, for formats whose columns have a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum OutKind {
    #[default]
    Text,
    /// Whole numbers.
    Count,
    /// Exact numbers; what is reported as a number and is none may be a text among them.
    Exact,
    Day,
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutField {
    pub(crate) value: OutValue,
    pub(crate) tone: OutTone,
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OutValue {
    Empty,
    Text(String),
    Number(Number),
    Day(Date),
}

/// What a colour says; the text, its weight or its slant says it too, for whoever prints in grey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum OutTone {
    #[default]
    Plain,
    /// It cannot be right, or is overdue: bold on red.
    Bad,
    /// To be looked at: slanted on yellow.
    Ask,
    /// Settled: on green.
    Good,
    /// Of no weight: grey.
    Faint,
    /// A sum: bold.
    Strong,
}

impl OutColumn {
    #[must_use]
    pub(crate) fn new(key: &str, title: &str, width: u16) -> Self {
        Self { key: key.to_owned(), title: title.to_owned(), width, kind: OutKind::Text }
    }

    /// The same, of whole numbers.
    #[must_use]
    pub(crate) fn counts(self) -> Self {
        Self { kind: OutKind::Count, ..self }
    }

    /// The same, of exact numbers.
    #[must_use]
    pub(crate) fn exact(self) -> Self {
        Self { kind: OutKind::Exact, ..self }
    }

    /// The same, of days.
    #[must_use]
    pub(crate) fn days(self) -> Self {
        Self { kind: OutKind::Day, ..self }
    }
}

impl OutField {
    #[must_use]
    pub(crate) fn empty() -> Self {
        OutValue::Empty.into()
    }

    #[must_use]
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::empty() } else { OutValue::Text(text).into() }
    }

    #[must_use]
    pub(crate) fn count(count: usize) -> Self {
        OutValue::Number(Number::int(i64::try_from(count).unwrap_or(i64::MAX))).into()
    }

    #[must_use]
    pub(crate) fn number(number: Number) -> Self {
        OutValue::Number(number).into()
    }

    #[must_use]
    pub(crate) fn day(day: Option<Date>) -> Self {
        day.map_or(OutValue::Empty, OutValue::Day).into()
    }

    #[must_use]
    pub(crate) fn tone(self, tone: OutTone) -> Self {
        Self { tone, ..self }
    }
}

impl From<OutValue> for OutField {
    fn from(value: OutValue) -> Self {
        Self { value, tone: OutTone::Plain }
    }
}

#[cfg(test)]
mod tests;
