//! Why a profile cannot be used: every problem with its line and key.

use std::path::{Path, PathBuf};

use crate::report::parser::{Syntax, Unread};
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
    /// Not TOML, an unknown key, a value of a wrong type.
    Toml(Box<str>),
    UnknownRule,
    /// The rule has no case, number or list of this name.
    UnknownName,
    /// Not a level.
    BadLevel,
    /// Not a month and a day.
    BadDate,
    /// Not a term of a sum.
    BadTerm,
    /// No form has this cell.
    UnknownCell,
    /// Not a relation.
    BadRelation,
    /// Not a scope.
    BadScope,
    /// Not an id.
    BadId,
    /// Another rule has this id.
    TakenId,
    /// A placeholder that the wording cannot have.
    BadPlaceholder(Box<str>),
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
            Self::BadPlaceholder(name) => {
                return texts.bad_placeholder(SafeText::line(&format!("{{{name}}}")));
            }
            Self::UnknownRule => texts.unknown_rule(),
            Self::UnknownName => texts.unknown_name(),
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
        };
        text.to_owned()
    }
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
