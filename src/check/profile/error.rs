//! Why a profile cannot be used: every problem with its line and key.

use std::path::{Path, PathBuf};

use crate::report::parser::{FoundInstead, Syntax, Unread};
use crate::report::{SafeText, parser};
use crate::words::{Describe, Words};

/// Why a profile cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileError {
    path: PathBuf,
    problems: Vec<ProfileProblem>,
}

/// One thing that is wrong in a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProfileProblem {
    /// The line, from 1; 0 for the file as a whole.
    pub(crate) line: usize,
    /// The key: `levels.id::T3_01`.
    pub(crate) key: Box<str>,
    pub(crate) trouble: ProfileTrouble,
    /// What may be meant.
    pub(crate) nearest: Option<Box<str>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum ProfileTrouble {
    /// The file cannot be read.
    Unreadable(Unread),
    /// Not TOML.
    Toml(Box<str>),
    /// No such key; those that there are, unless one of them is near.
    UnknownKey(&'static [&'static str]),
    /// This key is missing.
    MissingKey(&'static str),
    /// Something else stands where this should.
    WrongShape(Takes, FoundInstead),
    UnknownRule,
    /// The rule has no case, number or list of this name; those that it has.
    UnknownName(Box<[Box<str>]>),
    /// The rule never has findings: a level changes nothing.
    NeverRuns,
    /// A threshold outside of what it can be.
    BadNumber(i64, i64),
    /// A word list that would be empty.
    EmptyList,
    /// Not a cell, a level, a kind of remark, a pair of words, where each entry of the list is one.
    BadEntry(ListEntry, Box<str>),
    /// Both sides of a relation are the same.
    SameSides,
    /// Another template has this name.
    TakenName,
    /// Not a level.
    BadLevel,
    /// Not a month and a day.
    BadDate,
    /// Not a term of a sum.
    BadTerm,
    /// No form has this cell.
    UnknownCell,
    /// No form has a cell that is called so.
    UnknownNames,
    /// Several cells are called so.
    SeveralCells(Box<[Box<str>]>),
    /// Not a relation.
    BadRelation,
    /// Not a scope.
    BadScope,
    /// Not an id.
    BadId,
    /// Another rule has this id.
    TakenId,
    /// A placeholder that the wording cannot have, and those that it can.
    BadPlaceholder(Box<str>, Box<[Box<str>]>),
    /// `last:` or `sum:` in a rule of another scope.
    WrongSource,
    /// A side without terms.
    EmptySide,
    /// No cell of the report itself.
    NoCells,
    /// Not the number of a section.
    BadSection,
    /// No words to look for.
    NoWords,
    /// Not a number of days.
    BadDays,
    /// A template without a name or a text.
    NoText,
    /// Not points: from zero to so many.
    BadPoints(i64),
    /// More than a report begins with.
    BadLeast,
    /// Another aspect has this rule.
    TakenRule,
    /// Another aspect has this name.
    TakenAspect,
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    Text,
    Whole,
    Number,
    Truth,
    Texts,
    Table,
    /// Parts that are written `[[name]]`.
    Tables(&'static str),
    Terms,
    Term,
}

/// What each entry of a word list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListEntry {
    /// A text that is not empty.
    Word,
    Cell,
    Level,
    /// 写作→应为
    Pair,
    /// 说法→年份
    Year,
}

impl Takes {
    fn say(self, words: &Words) -> String {
        let texts = &words.profile;
        match self {
            Self::Text => texts.takes_text().to_owned(),
            Self::Whole => words.parser.number().to_owned(),
            Self::Number => texts.takes_number().to_owned(),
            Self::Truth => words.parser.truth().to_owned(),
            Self::Texts => texts.takes_texts().to_owned(),
            Self::Table => texts.takes_table().to_owned(),
            Self::Tables(name) => texts.takes_tables(name),
            Self::Terms => texts.takes_terms().to_owned(),
            Self::Term => texts.takes_term().to_owned(),
        }
    }
}

impl ListEntry {
    fn say(self, words: &Words) -> &'static str {
        let texts = &words.profile;
        match self {
            Self::Word => texts.takes_word(),
            Self::Cell => texts.takes_cell(),
            Self::Level => texts.takes_level(),
            Self::Pair => texts.takes_pair(),
            Self::Year => texts.takes_year(),
        }
    }
}

impl ProfileError {
    pub(super) fn new(path: &Path, problems: Vec<ProfileProblem>) -> Self {
        Self { path: path.to_owned(), problems }
    }

    pub(super) fn unreadable(path: &Path, why: Unread) -> Self {
        let trouble = ProfileTrouble::Unreadable(why);
        Self::new(path, vec![ProfileProblem { line: 0, key: "".into(), trouble, nearest: None }])
    }

    /// One line for each problem.
    #[must_use]
    pub(crate) fn lines(&self, words: &Words) -> Vec<String> {
        self.problems.iter().map(|problem| self.line(problem, words)).collect()
    }

    fn line(&self, problem: &ProfileProblem, words: &Words) -> String {
        let texts = &words.profile;
        let path = SafeText::path(&self.path);
        if let ProfileTrouble::Unreadable(why) = &problem.trouble {
            let detail = why.describe(words);
            return texts.unreadable(&path, &detail);
        }
        let what = parser::with_nearest(problem.trouble.text(words), problem.nearest.as_deref(), words);
        let key = SafeText::line(&problem.key);
        texts.place(&path, problem.line, &key, &what)
    }
}

impl ProfileTrouble {
    fn text(&self, words: &Words) -> String {
        let texts = &words.profile;
        let text = match self {
            Self::Unreadable(why) => return why.describe(words),
            Self::Toml(detail) => return SafeText::line(&parser::said(detail, Syntax::Toml, words)).to_string(),
            Self::BadPlaceholder(name, known) => return bad_placeholder(name, known, words),
            Self::UnknownNames => texts.unknown_names(),
            Self::SeveralCells(ids) => return texts.several_cells(ids.join(words.parser.separator())),
            Self::UnknownKey([]) => texts.unknown_key(),
            Self::UnknownKey(known) => return texts.unknown_key_of(known.join(words.parser.separator())),
            Self::MissingKey(key) => return words.parser.missing(key),
            Self::WrongShape(takes, found) => {
                return words.report_error.wrong_type(takes.say(words), found.say(words));
            }
            Self::UnknownRule => texts.unknown_rule(),
            Self::UnknownName(known) if known.is_empty() => texts.has_no_name(),
            Self::UnknownName(known) => return texts.unknown_name(known.join(words.parser.separator())),
            Self::NeverRuns => texts.never_runs(),
            Self::BadNumber(least, most) => return texts.bad_number(least, most),
            Self::EmptyList => texts.empty_list(),
            Self::BadEntry(entry, text) => return texts.bad_entry(SafeText::line(text), entry.say(words)),
            Self::SameSides => texts.same_sides(),
            Self::TakenName => texts.taken_name(),
            Self::BadLevel => texts.bad_level(),
            Self::BadDate => texts.bad_date(),
            Self::BadTerm => texts.bad_term(),
            Self::UnknownCell => texts.unknown_cell(),
            Self::BadRelation => texts.bad_relation(),
            Self::BadScope => texts.bad_scope(),
            Self::BadId => texts.bad_id(),
            Self::TakenId => texts.taken_id(),
            Self::WrongSource => texts.wrong_source(),
            Self::EmptySide => texts.empty_side(),
            Self::NoCells => texts.no_cells(),
            Self::BadSection => texts.bad_section(),
            Self::NoWords => texts.no_words(),
            Self::BadDays => texts.bad_days(),
            Self::NoText => texts.no_text(),
            Self::BadPoints(most) => return texts.bad_points(most),
            Self::BadLeast => texts.bad_least(),
            Self::TakenRule => texts.taken_rule(),
            Self::TakenAspect => texts.taken_aspect(),
        };
        text.to_owned()
    }
}

fn bad_placeholder(name: &str, known: &[Box<str>], words: &Words) -> String {
    let texts = &words.profile;
    let braced = |name: &str| SafeText::line(&format!("{{{name}}}")).to_string();
    if known.is_empty() {
        return texts.no_placeholders(braced(name));
    }
    let known: Vec<String> = known.iter().map(|name| braced(name)).collect();
    texts.bad_placeholder(braced(name), known.join(words.parser.separator()))
}

impl Describe for ProfileError {
    fn describe(&self, words: &Words) -> String {
        let mut lines = self.lines(words).into_iter();
        let first = lines.next().unwrap_or_default();
        match lines.len() {
            0 => first,
            count => words.profile.more(&first, count),
        }
    }
}
