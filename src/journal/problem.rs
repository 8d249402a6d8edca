//! What is wrong with lines of a journal: told with line numbers, never a reason to stop reading.

use crate::base::text::SafeText;
use crate::report::parser::{self, Syntax};
use crate::words::Words;

/// One thing about one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JournalProblem {
    /// The line, from 1.
    pub(crate) line: u64,
    /// What it is.
    pub(crate) kind: ProblemKind,
}

/// What can be said of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum ProblemKind {
    /// The line ends too early: a writer died in it. Kept as it is, not read.
    Torn,
    /// The last line has no line break yet: being written just now, or torn. Not read.
    Unfinished,
    /// Zeros before or behind the line, or in its place: a power cut left them. What stands beside them is read.
    Zeros,
    /// Longer than [`super::MAX_LINE`]. Not read.
    TooLong,
    /// Not UTF-8. Not read.
    NotUtf8,
    /// Not JSON; the parser's words. Not read.
    NotJson(Box<str>),
    /// A key that every such act has is missing. Not read.
    MissingKey(&'static str),
    /// A value of the wrong type or form. Not read.
    WrongType {
        /// The key.
        key: Box<str>,
        /// What is wrong with it.
        wrong: Wrong,
    },
    /// Written by a newer version: kept, and not interpreted.
    Newer,
    /// An act with the same id came before; this one is not counted.
    Duplicate,
    /// The line has no checksum. It is read.
    NoChain,
    /// The checksum is not right: the line, or the one before it, was altered, removed or put in. It is read.
    BrokenChain,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It is of another type; the parser's words.
    Type(Box<str>),
    /// It is a text of another form.
    Form {
        /// The text, cut where it is long.
        found: Box<str>,
        /// What it should be.
        expected: TextForm,
    },
}

/// What a text of a line may have to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextForm {
    /// A UUID.
    Id,
    /// A time with its offset.
    Time,
    /// A date.
    Date,
}

impl Wrong {
    fn describe(&self, words: &Words) -> String {
        match self {
            Self::Type(detail) => parser::said(detail, Syntax::Json, words),
            Self::Form { found, expected } => {
                let texts = &words.parser;
                let expected = match expected {
                    TextForm::Id => texts.id(),
                    TextForm::Time => texts.time(),
                    TextForm::Date => texts.date(),
                };
                parser::not_this_text(found, expected, words)
            }
        }
    }
}

impl ProblemKind {
    /// Can it come about without anybody touching the file by hand? (A crash, a retried append, a newer version.)
    #[must_use]
    pub(crate) fn is_harmless(&self) -> bool {
        matches!(self, Self::Torn | Self::Unfinished | Self::Zeros | Self::Newer | Self::Duplicate)
    }
}

impl JournalProblem {
    /// In the language of `words`, in one line.
    #[must_use]
    pub(crate) fn describe(&self, words: &Words) -> String {
        let texts = &words.journal;
        let what = match &self.kind {
            ProblemKind::Torn => texts.torn().to_owned(),
            ProblemKind::Unfinished => texts.unfinished().to_owned(),
            ProblemKind::Zeros => texts.zeros().to_owned(),
            ProblemKind::TooLong => texts.line_too_long(super::MAX_LINE >> 10),
            ProblemKind::NotUtf8 => texts.not_utf8().to_owned(),
            ProblemKind::NotJson(detail) => texts.not_json(SafeText::line(&parser::said(detail, Syntax::Json, words))),
            ProblemKind::MissingKey(key) => texts.missing_key(key),
            ProblemKind::WrongType { key, wrong } => {
                let detail = SafeText::line(&wrong.describe(words));
                texts.wrong_type(SafeText::line(key), &detail)
            }
            ProblemKind::Newer => texts.newer().to_owned(),
            ProblemKind::Duplicate => texts.duplicate().to_owned(),
            ProblemKind::NoChain => texts.no_chain().to_owned(),
            ProblemKind::BrokenChain => texts.broken_chain().to_owned(),
        };
        texts.line(self.line) + &what
    }
}

/// The problems of a file: all are counted, the first [`Problems::KEPT`] are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems {
    kept: Vec<JournalProblem>,
    total: u64,
    harmful: u64,
    newer: u64,
}

impl Problems {
    /// How many are kept. A hostile file can have as many as it has bytes.
    pub(crate) const KEPT: usize = 10_000;

    pub(super) fn push(&mut self, line: u64, kind: ProblemKind) {
        self.total += 1;
        self.harmful += u64::from(!kind.is_harmless());
        self.newer += u64::from(kind == ProblemKind::Newer);
        if self.kept.len() < Self::KEPT {
            self.kept.push(JournalProblem { line, kind });
        }
    }

    /// The first ones, in file order.
    #[must_use]
    pub(crate) fn kept(&self) -> &[JournalProblem] {
        &self.kept
    }

    /// How many there are in all.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// How many cannot come about by a crash, a retry or a newer version.
    #[must_use]
    pub(crate) fn harmful(&self) -> u64 {
        self.harmful
    }

    /// How many lines a newer version wrote.
    #[must_use]
    pub(crate) fn newer(&self) -> u64 {
        self.newer
    }
}
