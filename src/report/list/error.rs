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
    /// No line names a column 名称 or `name`; what stands where the headings should.
    NoHeader(Box<[SafeText]>),
    /// A workbook of the old kind (`.xls`).
    OldWorkbook,
    /// Another sheet that has the heading too; its name.
    OtherSheet(SafeText),
    /// A sheet that cannot be read, while others can; its name.
    UnreadSheet(SafeText),
    /// A cell beyond the last heading.
    BeyondHeadings,
    /// What is doubtful in the roster, by itself or against other lines of it.
    RosterDoubt(RosterDoubt),
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

/// What is doubtful in a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterDoubt {
    /// Columns of which nothing is used: numbers and headings.
    UnknownColumns(Box<[(u32, SafeText)]>),
    /// A line that is no agency: a sum, the heading of a group, a remark.
    NoAgency(SafeText),
    /// A name on several lines.
    BrokenName,
    /// Not a level.
    Level(SafeText),
    /// The first year is behind the last one.
    Years(u16, u16),
    /// The same name with another region than in this line, which has the place that the name has: not counted.
    OtherPlace(u32),
    /// The same name in another region: both are counted.
    TwoRegions(u32),
    /// The name has one place, the region another.
    PlaceInName(SafeText, SafeText),
    /// A name that belongs to the agency of that line too.
    Shared(SafeText, u32),
    /// The roster has no such parent; on how many more lines.
    NoParent(SafeText, usize),
    /// Nor these predecessors: the first of them, and how many there are; the place is that of the first.
    NoPredecessors(Box<[SafeText]>, usize),
    /// The agency is above itself by way of this one.
    ParentRing(SafeText),
    /// The agency is its own predecessor.
    OwnPredecessor,
    /// It is the predecessor of this one, which is its predecessor.
    PredecessorRing(SafeText),
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

/// What is looked for, and what was found.
fn no_header(found: &[SafeText], words: &Words) -> String {
    let texts = &words.list;
    if found.is_empty() {
        return texts.no_header().to_owned();
    }
    let found: Vec<&str> = found.iter().map(|heading| heading.as_str()).collect();
    texts.no_header_but(found.join(words.check.separator()))
}

impl RosterDoubt {
    fn say(&self, words: &Words) -> String {
        let texts = &words.list;
        let more = |count: &usize| if *count == 0 { String::new() } else { texts.more_lines(count) };
        match self {
            Self::UnknownColumns(columns) => {
                let columns: Vec<String> =
                    columns.iter().map(|(number, name)| texts.unknown_column(name, number)).collect();
                texts.unknown_columns(columns.join(words.check.separator()))
            }
            Self::NoAgency(text) => texts.no_agency(text),
            Self::BrokenName => texts.broken_name().to_owned(),
            Self::Level(text) => texts.no_level(text),
            Self::Years(from, until) => texts.no_years(from, until),
            Self::OtherPlace(line) => texts.other_place(line),
            Self::TwoRegions(line) => texts.two_regions(line),
            Self::PlaceInName(name, region) => texts.place_in_name(name, region),
            Self::Shared(name, line) => texts.shared(name, line),
            Self::NoParent(name, count) => texts.no_parent(name) + &more(count),
            Self::NoPredecessors(names, count) => {
                let shown: Vec<&str> = names.iter().map(SafeText::as_str).collect();
                let dots = if *count > names.len() { "…" } else { "" };
                texts.no_predecessors(shown.join(words.check.separator()) + dots, count)
            }
            Self::ParentRing(name) => texts.parent_ring(name),
            Self::OwnPredecessor => texts.own_predecessor().to_owned(),
            Self::PredecessorRing(name) => texts.predecessor_ring(name),
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
            ListErrorKind::NoHeader(found) => no_header(found, words),
            ListErrorKind::OldWorkbook => texts.old_workbook().to_owned(),
            ListErrorKind::OtherSheet(name) => texts.other_sheet(name),
            ListErrorKind::UnreadSheet(name) => texts.unread_sheet(name),
            ListErrorKind::BeyondHeadings => texts.beyond_headings().to_owned(),
            ListErrorKind::RosterDoubt(doubt) => doubt.say(words),
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
