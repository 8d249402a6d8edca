//! Why a file of keys cannot be used: every problem with its line, the command and what is wrong.

use std::path::Path;

use crate::report::SafeText;
use crate::report::parser::{self, Syntax};
use crate::tui::model::Screen;
use crate::words::{CommandId, KeyWords, Words};

/// One thing that is wrong in a file of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyProblem {
    /// The line, from 1; 0 for the file as a whole.
    pub(crate) line: usize,
    /// The command as the file names it, after the place's name where it stands in a place's table.
    pub(crate) key: SafeText,
    pub(crate) trouble: KeyTrouble,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum KeyTrouble {
    /// The file cannot be read; why, in words.
    Unreadable(SafeText),
    /// Not TOML.
    Toml(Box<str>),
    /// No such command; what may be meant.
    UnknownCommand(Option<Box<str>>),
    /// No such place; what may be meant.
    UnknownPlace(Option<Box<str>>),
    /// Not a key nor a list of keys.
    NotKeys,
    UnknownKey(SafeText),
    /// Terminals send another key for it.
    NeverArrives(Box<str>),
    /// Terminals keep it for themselves.
    Taken(Box<str>),
    /// `esc` gives up a sequence.
    EscapeWithin,
    /// The command must be told a letter at the end of its keys.
    NeedsLetter,
    /// The command takes no letter.
    NoLetter,
    /// The command does not work at this place.
    NotThere,
    /// An essential command without a key at these places.
    Essential(Vec<Screen>),
    /// Two commands, one press.
    Clash(Box<Clash>),
}

/// The keys of two commands that hide one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clash {
    pub(crate) keys: String,
    pub(crate) other: CommandId,
    pub(crate) other_keys: String,
    /// Their line; `None` if they are those of the command table.
    pub(crate) other_line: Option<usize>,
    pub(crate) places: Vec<Screen>,
}

impl KeyProblem {
    /// The problem in one line.
    #[must_use]
    pub(crate) fn text(&self, path: &Path, words: &Words) -> String {
        let path = SafeText::path(path);
        let what = self.trouble.text(words);
        if self.line == 0 {
            return words.keys.bad_file(&path, &what);
        }
        words.keys.problem(&path, self.line, &self.key, &what)
    }
}

impl KeyTrouble {
    fn text(&self, words: &Words) -> String {
        let texts = &words.keys;
        match self {
            Self::Unreadable(detail) => detail.to_string(),
            Self::Toml(detail) => SafeText::line(&parser::said(detail, Syntax::Toml, words)).to_string(),
            Self::UnknownCommand(nearest) => {
                parser::with_nearest(texts.unknown_command().to_owned(), nearest.as_deref(), words)
            }
            Self::UnknownPlace(nearest) => {
                parser::with_nearest(texts.unknown_place().to_owned(), nearest.as_deref(), words)
            }
            Self::NotKeys => texts.not_keys().to_owned(),
            Self::UnknownKey(key) => texts.unknown_key(key),
            Self::NeverArrives(key) => texts.never_arrives(key),
            Self::Taken(key) => texts.taken_key(key),
            Self::EscapeWithin => texts.escape_within().to_owned(),
            Self::NeedsLetter => texts.needs_letter().to_owned(),
            Self::NoLetter => texts.no_letter().to_owned(),
            Self::NotThere => texts.not_there().to_owned(),
            Self::Essential(places) => texts.essential(place_names(places, words)),
            Self::Clash(clash) => clash.text(texts, words),
        }
    }
}

impl Clash {
    fn text(&self, texts: &KeyWords, words: &Words) -> String {
        let (other, places) = (self.other.id(), place_names(&self.places, words));
        match self.other_line {
            Some(line) => texts.clash(&self.keys, other, &self.other_keys, line, places),
            None => texts.clash_with_default(&self.keys, other, &self.other_keys, places),
        }
    }
}

/// The names of places, or that it is all of them, or all but one or two.
#[must_use]
pub(crate) fn place_names(places: &[Screen], words: &Words) -> String {
    let join = |names: Vec<&str>| names.join(words.check.separator());
    let missing = Screen::ALL.iter().filter(|place| !places.contains(place)).map(|place| place.name(words));
    let missing: Vec<&str> = missing.collect();
    match missing.len() {
        0 => words.keys.everywhere().to_owned(),
        1 | 2 => words.keys.everywhere_but(join(missing)),
        _ => join(places.iter().map(|place| place.name(words)).collect()),
    }
}
