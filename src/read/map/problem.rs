//! What is wrong with a mapping, or with a file that it is used on.

use crate::read::ReadError;
use crate::report::SafeText;
use crate::report::parser::{self, Syntax};
use crate::words::{Describe, Words};

/// Why nothing was read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MapError {
    /// The mapping does not fit: itself, or to this file.
    Problems(Vec<MappingProblem>),
    /// The file is no workbook, CSV or JSON that can be read.
    Source(ReadError),
    /// Not JSON; where, and what the parser says.
    Json(Box<str>),
}

/// One mistake in a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappingProblem {
    /// The line of the mapping, from 1; 0 for the file as a whole.
    pub(crate) line: usize,
    /// The key or the name it is about.
    pub(crate) key: Box<str>,
    pub(crate) what: MappingTrouble,
    /// What may be meant.
    pub(crate) nearest: Option<Box<str>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum MappingTrouble {
    /// Not TOML, an unknown key, a value of a wrong type.
    Toml(Box<str>),
    /// No cell of the form.
    NoCell,
    /// No edition of the form.
    NoForm,
    /// No section of the form.
    NoSection,
    NoShape,
    /// The file has no column or path of this name.
    NoName,
    /// Several columns or paths have this name.
    Several,
    /// Another cell has that column or path already.
    Taken,
    /// The workbook has no such sheet.
    NoSheet,
    /// The shape needs this key.
    Missing,
    /// A row of names that is not there.
    NoHeader,
    /// Neither a year nor the name of what holds one.
    BadYear,
}

/// Something in a file that was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MappingNote {
    /// The row, or for JSON the item, from 1; 0 for the file as a whole.
    pub(crate) row: usize,
    pub(crate) what: RowNote,
}

/// What was passed over in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum RowNote {
    NoAgency,
    /// No year; what stands there.
    NoYear(SafeText),
    /// A name that no cell has.
    UnknownName(SafeText, Option<Box<str>>),
    /// Two values for one cell.
    Twice(Box<str>),
    /// Two names for one cell, neither of which was taken.
    Claimed(Box<str>),
    /// The sum of the others, as a record among them; what it is called.
    Total(SafeText),
    /// Columns or paths that nothing was made of.
    Unused(Vec<SafeText>, usize),
}

impl MappingTrouble {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.map;
        match self {
            Self::Toml(detail) => SafeText::line(&parser::said(detail, Syntax::Toml, words)).to_string(),
            Self::NoCell => texts.no_cell().to_owned(),
            Self::NoForm => texts.no_form().to_owned(),
            Self::NoSection => texts.no_section().to_owned(),
            Self::NoShape => texts.no_shape().to_owned(),
            Self::NoName => texts.no_name().to_owned(),
            Self::Several => texts.several().to_owned(),
            Self::Taken => texts.taken().to_owned(),
            Self::NoSheet => texts.no_sheet().to_owned(),
            Self::Missing => texts.missing().to_owned(),
            Self::NoHeader => texts.no_header().to_owned(),
            Self::BadYear => texts.bad_year().to_owned(),
        }
    }
}

impl Describe for MappingProblem {
    fn describe(&self, words: &Words) -> String {
        let what = self.what.describe(words);
        let what = parser::with_nearest(what, self.nearest.as_deref(), words);
        words.map.place(self.line, SafeText::line(&self.key), &what)
    }
}

impl MapError {
    /// One line for each thing that is wrong.
    #[must_use]
    pub(crate) fn lines(&self, words: &Words) -> Vec<String> {
        match self {
            Self::Problems(problems) => problems.iter().map(|problem| problem.describe(words)).collect(),
            Self::Source(error) => vec![error.describe(words)],
            Self::Json(detail) => {
                let detail = SafeText::line(&parser::said(detail, Syntax::Json, words));
                vec![words.map.no_json(&detail)]
            }
        }
    }

    pub(super) fn one(line: usize, key: &str, what: MappingTrouble, nearest: Option<Box<str>>) -> Self {
        Self::Problems(vec![MappingProblem { line, key: key.into(), what, nearest }])
    }
}

impl Describe for MappingNote {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.map;
        let what = match &self.what {
            RowNote::NoAgency => texts.row_no_agency().to_owned(),
            RowNote::NoYear(text) => texts.row_no_year(text),
            RowNote::UnknownName(name, near) => parser::with_nearest(texts.row_unknown(name), near.as_deref(), words),
            RowNote::Twice(cell) => texts.row_twice(cell),
            RowNote::Claimed(cell) => texts.row_claimed(cell),
            RowNote::Total(name) => texts.row_total(name),
            RowNote::Unused(names, more) => {
                let names: Vec<&str> = names.iter().map(SafeText::as_str).collect();
                texts.unused(more, names.join("、"))
            }
        };
        if self.row == 0 { what } else { texts.row(self.row, &what) }
    }
}

/// All of them, or everything that is wrong with any.
pub(super) fn collect<T>(found: impl IntoIterator<Item = Result<T, MapError>>) -> Result<Vec<T>, MapError> {
    let (mut good, mut problems) = (Vec::new(), Vec::new());
    for one in found {
        match one {
            Ok(one) => good.push(one),
            Err(MapError::Problems(more)) => problems.extend(more),
            Err(other) => return Err(other),
        }
    }
    if problems.is_empty() { Ok(good) } else { Err(MapError::Problems(problems)) }
}
