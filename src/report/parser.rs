//! What the parsers of TOML and JSON say, in the language of the user.
//!
//! Their errors are texts for programmers, in English, and name types of this program. What a user can do something
//! with is read back out of them: which key, what it takes, what stood there. The rest is left unsaid.

use std::io;

use crate::base::file::Refused;
use crate::base::lines::LineStarts;
use crate::words::{Describe, Words};

use super::SafeText;
pub(crate) use super::json::{FoundInstead, shown};

/// Which parser it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// TOML.
    Toml,
    /// JSON.
    Json,
}

/// What a setting says that takes no other number.
pub(crate) const ONE_OR_TWO: &str = "1 or 2";

/// So many of the names that may be meant are shown.
const NAMES: usize = 12;

/// The message of a parser for a user, without its place.
#[must_use]
pub(crate) fn said(message: &str, syntax: Syntax, words: &Words) -> String {
    let message = message.trim();
    let (message, place) = message.rsplit_once(" at line ").unwrap_or((message, ""));
    meant(message, words).unwrap_or_else(|| {
        let texts = &words.parser;
        match (syntax, place.split_once(" column ")) {
            (Syntax::Toml, _) => texts.no_toml().to_owned(),
            (Syntax::Json, None) => texts.no_json().to_owned(),
            (Syntax::Json, Some((line, column))) => texts.no_json_from(line, column),
        }
    })
}

/// The same of an error in a text of TOML, with its line.
#[must_use]
pub(crate) fn said_of_toml(error: &toml::de::Error, text: &str, words: &Words) -> String {
    let line = error.span().map(|span| LineStarts::of(text).line(span.start));
    let place = line.map(|line| words.parser.line(line)).unwrap_or_default();
    place + &said(error.message(), Syntax::Toml, words)
}

fn meant(message: &str, words: &Words) -> Option<String> {
    let texts = &words.parser;
    let (first, names) = quoted(message);
    let key = first.as_deref().unwrap_or_default();
    let known = || names.join(texts.separator());
    if message.starts_with("missing field `") {
        return Some(texts.missing(key));
    }
    if message.starts_with("duplicate ") {
        return Some(if key.is_empty() { texts.a_key_twice().to_owned() } else { texts.twice(key) });
    }
    if message.starts_with("unknown field `") {
        return Some(if names.is_empty() { texts.unknown_key(key) } else { texts.unknown_key_of(key, known()) });
    }
    if message.starts_with("unknown variant `") {
        return Some(texts.unknown_value(key, known()));
    }
    if message.starts_with("data did not match") || message.starts_with("unknown variant") {
        return Some(texts.wrong_type().to_owned());
    }
    if message == ONE_OR_TWO {
        return Some(texts.only(texts.one_or_two()));
    }
    let wrong = ["invalid type: ", "invalid value: ", "invalid length "].iter().any(|begin| message.starts_with(begin));
    if !wrong {
        return None;
    }
    let (found, expected) = message.rsplit_once(", expected ").unwrap_or((message, ""));
    let found = FoundInstead::read(found).say(words);
    Some(match takes(expected, words) {
        Some(expected) => words.report_error.wrong_type(expected, &found),
        None => texts.not_this(&found),
    })
}

/// A text stands where a text of another form should, a date for instance.
#[must_use]
pub(crate) fn not_this_text(found: &str, expected: &str, words: &Words) -> String {
    let found = FoundInstead::Text(shown(found)).say(words);
    words.report_error.wrong_type(expected, &found)
}

/// What is wrong, and which name may be meant.
#[must_use]
pub(crate) fn with_nearest(what: String, nearest: Option<&str>, words: &Words) -> String {
    match nearest {
        Some(near) => words.parser.nearest(&what, SafeText::line(near)),
        None => what,
    }
}

/// What stands between backquotes: the first, and those after it.
fn quoted(message: &str) -> (Option<Box<str>>, Vec<Box<str>>) {
    let mut quoted = message.split('`').skip(1).step_by(2).map(shown);
    (quoted.next(), quoted.take(NAMES).collect())
}

/// What a key takes, as far as the words of the parser tell.
fn takes(expected: &str, words: &Words) -> Option<&'static str> {
    let texts = &words.parser;
    let has = |any: &[&str]| any.iter().any(|word| expected.contains(word));
    let is_number = |word: &str| {
        let digits = word.strip_prefix(['u', 'i']).unwrap_or(word);
        digits == "size" || (digits.len() < word.len() && digits.parse::<u16>().is_ok())
    };
    match () {
        () if has(&["time"]) => Some(texts.time()),
        () if has(&["date"]) => Some(texts.date()),
        () if has(&["bool"]) => Some(texts.truth()),
        () if has(&["string", "str", "character"]) && !has(&["struct"]) => Some(texts.text()),
        () if expected.split([' ', '`']).any(is_number) || has(&["integer", "nonzero"]) => Some(texts.number()),
        () if has(&["sequence", "array", "tuple", "list"]) => Some(texts.list()),
        () if has(&["struct", "map", "table", "object"]) => Some(texts.table()),
        () => None,
    }
}

/// Why a file was not read, to be kept and told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unread {
    /// The system refuses; its words.
    Io(Box<str>),
    /// A directory, a pipe, a device.
    NotAFile,
    /// More bytes than such a file may have.
    TooLarge,
    /// The disk does not answer.
    Stuck,
    /// No text.
    NotUtf8,
}

impl From<Refused> for Unread {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Io(error) if error.kind() == io::ErrorKind::InvalidData => Self::NotUtf8,
            Refused::Io(error) => Self::Io(error.to_string().into()),
            Refused::NotAFile => Self::NotAFile,
            Refused::TooLarge => Self::TooLarge,
            Refused::Stuck => Self::Stuck,
        }
    }
}

impl Describe for Unread {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.load;
        match self {
            Self::Io(detail) => texts.unreadable(SafeText::line(detail)),
            Self::NotAFile => texts.not_a_file().to_owned(),
            Self::TooLarge => words.parser.too_large().to_owned(),
            Self::Stuck => texts.stuck().to_owned(),
            Self::NotUtf8 => words.report_error.not_utf8().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{EN, ZH};

    #[test]
    fn what_parsers_say_is_said_in_words_of_the_user() {
        for (message, zh, en) in [
            ("missing field `agency` at line 1 column 9", "缺少键 `agency`", "key `agency` is missing"),
            ("unknown field `colour`, expected one of `lang`, `ascii`", "可用：lang、ascii", "known: lang, ascii"),
            ("unknown field `x`, there are no fields", "没有键 `x`", "no key `x`"),
            ("unknown variant `fr`, expected `zh` or `en`", "不能写 fr，可用：zh、en", "not fr; known: zh, en"),
            ("duplicate key", "键出现两次", "a key stands twice"),
            ("duplicate field `id`", "键 `id` 出现两次", "key `id` stands twice"),
            ("invalid type: string \"2\", expected u16", "应为整数，实为文本“2”", "expected a whole number, found"),
            ("invalid type: map, expected a string", "应为文本，实为对象 {…}", "expected a text"),
            ("invalid value: integer `-1`, expected a nonzero u16", "应为整数，实为 -1", "found -1"),
            ("invalid type: integer `3`, expected struct ReportWire", "应为表或对象，实为 3", "expected a table"),
            ("data did not match any variant of untagged enum Header", "值的类型不对", "a value of the wrong type"),
            ("invalid type: null, expected any valid Thing", "此处不能是 null（空）", "cannot be null"),
            ("expected `=`, found newline", "不是有效的 TOML", "not TOML"),
        ] {
            let (in_zh, in_en) = (said(message, Syntax::Toml, ZH), said(message, Syntax::Toml, EN));
            assert!(in_zh.contains(zh), "{in_zh}");
            assert!(in_en.contains(en), "{in_en}");
        }
        assert_eq!(said("expected value at line 3 column 2", Syntax::Json, EN), "not JSON from line 3, column 2 on");
    }

    #[test]
    fn a_refused_file_is_told_in_both_languages() {
        assert_eq!(Unread::from(Refused::NotAFile).describe(ZH), ZH.load.not_a_file());
        assert_eq!(Unread::from(Refused::Stuck).describe(EN), EN.load.stuck());
    }
}
