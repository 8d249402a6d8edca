//! Why a file is not the list of agencies that it should be, and how a user is told.

use std::fmt;

use crate::report::{SafeText, bounds};
use crate::words::{Describe, Words};

/// Why a file is not the list that it should be. It names line and column; the caller knows the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListError {
    /// What is wrong.
    pub kind: ListErrorKind,
    /// The line, from 1; 0 where none can be named.
    pub line: u32,
    /// The column, from 1; 0 where none can be named.
    pub column: u32,
}

/// What is wrong with a file that should be a list of agencies.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListErrorKind {
    /// Neither UTF-8 nor GB18030.
    NotText,
    /// Not a whole workbook.
    NoWorkbook,
    /// A quote that is not closed.
    OpenQuote,
    /// A line with more fields than there are headings.
    MoreFields,
    /// More parts of a region than a report may have.
    LongRegion,
    /// More bytes, lines or columns than any list has.
    TooLarge,
    /// No line names a column 名称 or `name`.
    NoHeader,
    /// A column stands twice; its name.
    ColumnTwice(Box<str>),
    /// A line without a name.
    NoName,
    /// The same agency twice; the line of the first.
    Twice(u32),
    /// In the place of a value something else.
    Value(BadValue, SafeText),
    /// No column holds a date, where the file is to say when reports came in.
    NoDates,
    /// No column holds a figure of the tables that ledgers are held against.
    NoFigures,
}

/// Why a text is not the value that it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadValue {
    /// Not a number.
    Number,
    /// A number with more digits than are read.
    LongNumber,
    /// A number whose separators do not stand before three digits each.
    Thousands,
    /// Not a date.
    Date,
    /// A date, but of no day in the calendar.
    Day,
    /// Not a year.
    Year,
    /// A year on which no report was written.
    YearOutside,
    /// Neither a year, nor a month, nor a date.
    Moment,
    /// A month, but none of the twelve.
    Month,
}

pub(in crate::report) fn error(kind: ListErrorKind, line: u32, column: u32) -> ListError {
    ListError { kind, line, column }
}

impl BadValue {
    fn say(self, text: &str, words: &Words) -> String {
        let texts = &words.list;
        match self {
            Self::Number => texts.no_number(text),
            Self::LongNumber => texts.long_number(text),
            Self::Thousands => texts.thousands(text),
            Self::Date => texts.no_date(text),
            Self::Day => texts.no_such_day(text),
            Self::Year => texts.no_year(text),
            Self::YearOutside => texts.year_outside(text),
            Self::Moment => texts.no_moment(text),
            Self::Month => texts.no_such_month(text),
        }
    }
}

impl Describe for ListError {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.list;
        let what = match &self.kind {
            ListErrorKind::NotText => texts.not_text().to_owned(),
            ListErrorKind::NoWorkbook => texts.no_workbook().to_owned(),
            ListErrorKind::OpenQuote => texts.open_quote().to_owned(),
            ListErrorKind::MoreFields => texts.more_fields().to_owned(),
            ListErrorKind::TooLarge => texts.too_large().to_owned(),
            ListErrorKind::NoHeader => texts.no_header().to_owned(),
            ListErrorKind::ColumnTwice(name) => texts.column_twice(SafeText::line(name)),
            ListErrorKind::LongRegion => texts.long_region(bounds::REGION),
            ListErrorKind::NoName => texts.no_name().to_owned(),
            ListErrorKind::Twice(first) => texts.twice(first),
            ListErrorKind::Value(bad, text) => bad.say(text, words),
            ListErrorKind::NoDates => texts.no_dates().to_owned(),
            ListErrorKind::NoFigures => texts.no_figures().to_owned(),
        };
        let mut place = String::new();
        if self.line > 0 {
            place += &texts.line(self.line);
        }
        if self.column > 0 {
            place += &texts.column(self.column);
        }
        if place.is_empty() { what } else { format!("{place}{}{what}", texts.after_place()) }
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(crate::words::EN))
    }
}

impl std::error::Error for ListError {}
