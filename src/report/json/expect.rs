//! What a key takes and what was found there instead: two small vocabularies, said in the language of the user.
//!
//! A deserialiser's errors are texts. Ours carry what was expected as a word of [`Expected`], which is read back here:
//! no name of a type of the program ever reaches a message.

use std::fmt;

use serde::de::Expected as Expects;

use crate::report::FROZEN;
use crate::words::Words;

use super::bounds;

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// An object.
    Object,
    /// An object of at most so many keys.
    Keys(usize),
    /// A list of at most so many entries.
    List(usize),
    /// A text of at most so many characters.
    Text(usize),
    /// A year.
    Year,
    /// The number of a section.
    Section,
    /// A whole number from zero on: a version, a page, a line.
    Count,
    /// At most so many lists and objects inside of each other.
    Depth(usize),
    /// What a frozen roll-up calls itself.
    Frozen,
    /// A name in which something can be read.
    Name,
    /// The id of a cell.
    Cell,
    /// A number, or its digits as a text.
    Figure,
}

/// What stood there instead, as far as it can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FoundInstead {
    /// A text, cut where it is long.
    Text(Box<str>),
    /// A number, as it stands.
    Number(Box<str>),
    /// `true` or `false`.
    Truth(Box<str>),
    /// `null`.
    Null,
    /// A list.
    List,
    /// An object.
    Object,
    /// So many entries or characters, or one more than are allowed.
    Length(usize),
    /// Something else.
    Other,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object => f.write_str("object"),
            Self::Keys(most) => write!(f, "keys/{most}"),
            Self::List(most) => write!(f, "list/{most}"),
            Self::Text(most) => write!(f, "text/{most}"),
            Self::Year => f.write_str("year"),
            Self::Section => f.write_str("section"),
            Self::Count => f.write_str("count"),
            Self::Depth(most) => write!(f, "depth/{most}"),
            Self::Frozen => f.write_str("frozen"),
            Self::Name => f.write_str("name"),
            Self::Cell => f.write_str("cell"),
            Self::Figure => f.write_str("figure"),
        }
    }
}

impl Expects for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Expected {
    fn read(word: &str) -> Option<Self> {
        let (name, most) = word.split_once('/').unwrap_or((word, ""));
        let most = most.parse().ok();
        match name {
            "object" => Some(Self::Object),
            "keys" => most.map(Self::Keys),
            "list" => most.map(Self::List),
            "text" => most.map(Self::Text),
            "year" => Some(Self::Year),
            "section" => Some(Self::Section),
            "count" => Some(Self::Count),
            "depth" => most.map(Self::Depth),
            "frozen" => Some(Self::Frozen),
            "name" => Some(Self::Name),
            "cell" => Some(Self::Cell),
            "figure" => Some(Self::Figure),
            _ => None,
        }
    }

    /// For a human reader.
    pub(super) fn say(self, words: &Words) -> String {
        let texts = &words.report_error;
        match self {
            Self::Object => texts.expected_object().to_owned(),
            Self::Keys(most) => texts.expected_keys(most),
            Self::List(most) => texts.expected_list(most),
            Self::Text(most) => texts.expected_text(most),
            Self::Year => texts.expected_year().to_owned(),
            Self::Section => texts.expected_section(bounds::SECTION_NUMBER),
            Self::Count => texts.expected_count().to_owned(),
            Self::Depth(most) => texts.expected_depth(most),
            Self::Frozen => texts.expected_schema(FROZEN),
            Self::Name => texts.expected_name(bounds::NAME),
            Self::Cell => texts.expected_cell().to_owned(),
            Self::Figure => texts.expected_figure().to_owned(),
        }
    }
}

impl FoundInstead {
    /// For a human reader.
    pub(crate) fn say(&self, words: &Words) -> String {
        let texts = &words.report_error;
        match self {
            Self::Text(text) => texts.found_text(text),
            Self::Number(number) => texts.found_number(number),
            Self::Truth(text) => text.to_string(),
            Self::Null => texts.found_null().to_owned(),
            Self::List => texts.found_list().to_owned(),
            Self::Object => texts.found_object().to_owned(),
            Self::Length(length) => texts.found_length(length),
            Self::Other => texts.found_other().to_owned(),
        }
    }

    /// From the words of the deserialiser: `invalid type: string "x"`, `invalid value: integer `70000``.
    pub(in crate::report) fn read(words: &str) -> Self {
        if let Some(length) = words.strip_prefix("invalid length ") {
            return length.parse().map_or(Self::Other, Self::Length);
        }
        let Some((_, what)) = words.split_once(": ") else { return Self::Other };
        let (kind, rest) = what.split_once(' ').unwrap_or((what, ""));
        let bare = rest.rsplit('`').nth(1).unwrap_or_default();
        match kind {
            "string" => Self::Text(shown(rest.trim_matches('"'))),
            "character" => Self::Text(shown(bare)),
            "integer" | "floating" => Self::Number(shown(bare)),
            "boolean" => Self::Truth(shown(bare)),
            "null" => Self::Null,
            "sequence" => Self::List,
            "map" => Self::Object,
            _ => Self::Other,
        }
    }
}

/// So much of a value as an error shows.
pub(crate) fn shown(text: &str) -> Box<str> {
    match text.char_indices().nth(bounds::SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
        None => text.into(),
    }
}

/// What the error of a deserialiser says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// A value of another type, or more than there may be.
    Wrong(Expected, FoundInstead),
    /// A required key of an object is missing.
    Missing(Box<str>),
    /// A key stands twice.
    Twice(Box<str>),
    /// Something else: the text is no JSON.
    Other,
}

/// What a visitor says where a key stands for the second time.
pub(super) const TWICE: &str = "duplicate field `";

pub(super) fn cause(error: &serde_json::Error) -> Cause {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(&*text, |(text, _)| text);
    if let Some(key) = text.strip_prefix("missing field `") {
        return Cause::Missing(key.trim_end_matches('`').into());
    }
    if let Some(key) = text.strip_prefix(TWICE) {
        return Cause::Twice(shown(key.trim_end_matches('`')));
    }
    let wrong = text
        .rsplit_once(", expected ")
        .and_then(|(found, expected)| Some(Cause::Wrong(Expected::read(expected)?, FoundInstead::read(found))));
    wrong.unwrap_or(Cause::Other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{EN, ZH};

    #[test]
    fn what_is_expected_survives_the_text_of_an_error() {
        use Expected::{Cell, Count, Depth, Figure, Frozen, Keys, List, Name, Object, Section, Text, Year};
        let plain = [Object, Year, Section, Count, Frozen, Name, Cell, Figure];
        for expected in plain.into_iter().chain([Keys(3), List(8), Text(200), Depth(64)]) {
            assert_eq!(Expected::read(&expected.to_string()), Some(expected));
            for words in [ZH, EN] {
                assert!(!expected.say(words).contains("{most}"), "{}", expected.say(words));
            }
        }
        assert_eq!(Expected::read("u16"), None);
    }

    #[test]
    fn what_was_found_is_shown_short() {
        assert_eq!(FoundInstead::read("invalid type: string \"2023\""), FoundInstead::Text("2023".into()));
        assert_eq!(FoundInstead::read("invalid value: integer `70000`"), FoundInstead::Number("70000".into()));
        assert_eq!(FoundInstead::read("invalid type: floating point `1.5`"), FoundInstead::Number("1.5".into()));
        assert_eq!(FoundInstead::read("invalid type: boolean `true`"), FoundInstead::Truth("true".into()));
        assert_eq!(FoundInstead::read("invalid length 9"), FoundInstead::Length(9));
        let long = FoundInstead::read(&format!("invalid type: string \"{}\"", "长".repeat(500)));
        assert_eq!(long, FoundInstead::Text(format!("{}…", "长".repeat(bounds::SHOWN)).into()));
    }
}
