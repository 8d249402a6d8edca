//! Why a file is not a report, and how a user is told.

use std::fmt;

use crate::form;
use crate::words::{Describe, Words};

use super::super::{SCHEMA, SafeText};
use super::expect::{Cause, Expected, FoundInstead, cause};

/// Why a file is not a report. It names the key and the line; the caller knows the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReportError {
    /// What is wrong.
    pub(crate) kind: ReportErrorKind,
    /// Where, from 1; 0 where no line can be named.
    pub(crate) line: usize,
    /// The key it is about (`agency.name`, `requests/new/total`); empty for the file as a whole.
    pub(crate) key: Box<str>,
}

/// What is wrong with a file that should be a report.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum ReportErrorKind {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// More bytes than there may be.
    TooLarge(u64),
    /// The file ends too early.
    Truncated,
    /// Not JSON; the column, from 1, at which it ends to be.
    NotJson(usize),
    /// A required key is missing.
    MissingKey,
    /// A text that must say something is empty.
    Empty,
    /// A value of the wrong type, or more of it than there may be; what is expected, and what was found.
    WrongType(Expected, FoundInstead),
    /// A key stands twice: which of the two values is meant, nobody can say.
    KeyTwice,
    /// Neither an integer, a decimal string, null nor `{"raw": …}`; what was found.
    NotACell(Box<str>),
    /// Not a report of ours, or one of a newer version.
    UnknownSchema(Box<str>),
    /// An edition of the form that this version does not know.
    UnknownForm(Box<str>),
}

impl ReportError {
    pub(super) fn new(kind: ReportErrorKind, key: &str) -> Self {
        Self { kind, line: 0, key: key.into() }
    }

    /// The error of a file with more than so many bytes.
    #[must_use]
    pub(crate) fn too_large(most: u64) -> Self {
        Self::new(ReportErrorKind::TooLarge(most), "")
    }

    /// The error of a value below the key `key`, as its deserialiser has it.
    pub(super) fn of(error: &serde_json::Error, key: &str) -> Self {
        match cause(error) {
            Cause::Wrong(expected, found) => Self::new(ReportErrorKind::WrongType(expected, found), key),
            Cause::Missing(name) if key.is_empty() => Self::new(ReportErrorKind::MissingKey, &name),
            Cause::Missing(name) => Self::new(ReportErrorKind::MissingKey, &format!("{key}.{name}")),
            Cause::Twice(name) if key.is_empty() => Self::new(ReportErrorKind::KeyTwice, &name),
            Cause::Twice(name) => Self::new(ReportErrorKind::KeyTwice, &format!("{key}.{name}")),
            Cause::Other if error.is_eof() => Self::new(ReportErrorKind::Truncated, key),
            Cause::Other => Self::new(ReportErrorKind::NotJson(error.column()), key),
        }
    }

    /// The same of a report that stands on a line of something else, whose number its reader says.
    #[must_use]
    pub(crate) fn unplaced(&self) -> Self {
        self.clone().at(0)
    }

    pub(super) fn at(mut self, line: usize) -> Self {
        self.line = line;
        self
    }
}

impl Describe for ReportError {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.report_error;
        let what = match &self.kind {
            ReportErrorKind::NotUtf8 => texts.not_utf8().to_owned(),
            ReportErrorKind::TooLarge(most) => texts.too_large(most >> 20),
            ReportErrorKind::Truncated => texts.truncated().to_owned(),
            ReportErrorKind::NotJson(column) => texts.not_json(column),
            ReportErrorKind::MissingKey => texts.missing_key().to_owned(),
            ReportErrorKind::Empty => texts.empty().to_owned(),
            ReportErrorKind::WrongType(expected, found) => texts.wrong_type(expected.say(words), found.say(words)),
            ReportErrorKind::KeyTwice => texts.key_twice().to_owned(),
            ReportErrorKind::NotACell(found) => texts.not_a_cell(found),
            ReportErrorKind::UnknownSchema(found) => texts.unknown_schema(found, SCHEMA),
            ReportErrorKind::UnknownForm(found) => {
                let known: Vec<&str> = form::editions().iter().map(|form| &*form.edition).collect();
                texts.unknown_form(found, known.join(", "))
            }
        };
        let what = SafeText::line(&what);
        let mut place = String::new();
        if self.line > 0 {
            place += &texts.line(self.line);
        }
        if !self.key.is_empty() {
            place += &texts.key(SafeText::line(&self.key));
        }
        format!("{place}{what}")
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(crate::words::EN))
    }
}

impl std::error::Error for ReportError {}
