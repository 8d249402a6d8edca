//! Text from outside, made safe to show: the only way from a document to a view.
//!
//! Control characters, escape sequences, bidi controls, zero-width and tag characters become visible escapes
//! (`\x1B`, `\u{202E}`): they can do no harm, and the reviewer sees that they were there. So do the marks that are piled
//! upon one letter without end, which one cell of the screen would have to draw.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::ops::Deref;

use serde::{Serialize, Serializer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use super::han::rare;

/// No letter of any script has more code points: what else hangs on it is shown beside it.
pub(crate) const MAX_IN_LETTER: usize = 12;

/// Text in NFC without any character that a terminal would act upon.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SafeText(Box<str>);

impl SafeText {
    /// One line: line breaks and tabs are escaped too.
    #[must_use]
    pub fn line(text: &str) -> Self {
        Self(escape(text, |_| false).into())
    }

    /// Several lines: `\n` and tabs stay; `\r\n` and `\r` become `\n`.
    #[must_use]
    pub fn lines(text: &str) -> Self {
        let unix: Cow<'_, str> =
            if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
        Self(escape(&unix, |c| matches!(c, '\n' | '\t')).into())
    }

    /// A path for showing.
    #[must_use]
    pub(crate) fn path(path: &std::path::Path) -> Self {
        Self::line(&path.to_string_lossy())
    }

    /// As a name, which tells one from another: blanks of other kinds than the plain one, which look like it or like
    /// several of it, are shown as what they are.
    #[must_use]
    pub(crate) fn name(&self) -> Cow<'_, str> {
        if !self.contains(is_other_blank) {
            return Cow::Borrowed(&self.0);
        }
        let mut name = String::with_capacity(self.len() + 16);
        for c in self.chars() {
            if is_other_blank(c) { push_escape(&mut name, c) } else { name.push(c) }
        }
        Cow::Owned(name)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for SafeText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for SafeText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl From<&str> for SafeText {
    fn from(text: &str) -> Self {
        Self::line(text)
    }
}

fn escape(text: &str, keep: impl Fn(char) -> bool) -> Cow<'_, str> {
    if rare(text).all(|(_, c)| is_plain(c) || keep(c)) {
        return Cow::Borrowed(text);
    }
    let safe = escape_each(text, keep);
    match unpiled(&safe) {
        Some(flat) => Cow::Owned(flat),
        None => safe,
    }
}

/// One of those characters of which nearly all Chinese text is made: safe, composed, a letter of its own.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{4000}'..='\u{9FFF}' | ' '..='~' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3029}' | '\u{FF01}'..='\u{FF5E}')
}

/// The text with what is too much for one letter shown beside it; `None` if there is no such letter.
fn unpiled(text: &str) -> Option<String> {
    // Taking letters apart costs much more than to see that no character here hangs on another.
    let mut run = 0;
    let piles = text.chars().any(|c| {
        run = if stands_alone(c) { 0 } else { run + 1 };
        run >= MAX_IN_LETTER
    });
    if !piles {
        return None;
    }
    let mut flat = String::with_capacity(text.len() + 16);
    for letter in text.graphemes(true) {
        let is_pile = letter.chars().nth(MAX_IN_LETTER).is_some();
        for (number, c) in letter.chars().enumerate() {
            // One less: the sign that begins the escape may hang on it as well.
            if is_pile && number + 1 >= MAX_IN_LETTER && !stands_alone(c) {
                push_escape(&mut flat, c)
            } else {
                flat.push(c)
            }
        }
    }
    Some(flat)
}

/// Is it certain that the next character is a letter of its own? Of what stands in Chinese reports nearly all is.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\0'..='\u{2FF}'
        | '\u{2010}'..='\u{205F}'
        | '\u{2100}'..='\u{2BFF}'
        | '\u{2E80}'..='\u{3029}'
        | '\u{3030}'..='\u{3098}'
        | '\u{309B}'..='\u{A4CF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FF9D}')
}

fn escape_each(text: &str, keep: impl Fn(char) -> bool) -> Cow<'_, str> {
    let is_safe = |c: char| !is_dangerous(c) || keep(c);
    if text.chars().all(is_safe) && is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.nfc() {
        if is_safe(c) {
            safe.push(c);
        } else {
            push_escape(&mut safe, c);
        }
    }
    Cow::Owned(safe)
}

fn push_escape(out: &mut String, c: char) {
    let code = u32::from(c);
    // Writing to a String cannot fail.
    let _ = match c {
        '\n' => out.write_str("\\n"),
        '\r' => out.write_str("\\r"),
        '\t' => out.write_str("\\t"),
        _ if code < 0x100 => write!(out, "\\x{code:02X}"),
        _ => write!(out, "\\u{{{code:04X}}}"),
    };
}

/// A blank that is not U+0020.
fn is_other_blank(c: char) -> bool {
    c != ' ' && c.is_whitespace() && !c.is_control()
}

/// Would a terminal act on it, or would a reader not see it?
fn is_dangerous(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202E}') || is_unseen(c)
}

/// Is it a character that leaves no trace on paper: two names that differ in it look the same? Of Unicode's default
/// ignorable characters all, the empty pattern of braille, and the noncharacters.
#[must_use]
pub(crate) fn is_unseen(c: char) -> bool {
    u32::from(c) & 0xFFFE == 0xFFFE
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2060}'..='\u{206F}'
            | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escapes_are_visible_and_ordinary_text_is_left_alone() {
        assert_eq!(SafeText::line("三门峡市（高新区）").as_str(), "三门峡市（高新区）");
        assert_eq!(SafeText::line("a\x1b[31mb\u{202E}c\u{9b}d\te").as_str(), "a\\x1B[31mb\\u{202E}c\\x9Bd\\te");
        assert_eq!(SafeText::lines("一\r\n二\r三\t四\u{7}").as_str(), "一\n二\n三\t四\\x07");
    }

    #[test]
    fn what_nobody_sees_is_shown() {
        let plain = SafeText::line("松溪县教育局");
        for unseen in ['\u{FE0E}', '\u{FE0F}', '\u{2800}', '\u{200D}', '\u{2060}', '\u{FFFE}', '\u{1FFFF}', '\u{FDD0}']
        {
            let name = SafeText::line(&format!("松溪县{unseen}教育局"));
            assert_ne!(name, plain);
            assert!(name.contains(&format!("\\u{{{:04X}}}", u32::from(unseen))), "{name}");
        }
    }

    #[test]
    fn blanks_that_are_taken_for_each_other_are_told_apart_in_names() {
        let plain = SafeText::line("松溪县 教育局");
        assert_eq!(plain.name(), "松溪县 教育局");
        for blank in "\u{A0}\u{1680}\u{2000}\u{2003}\u{2009}\u{200A}\u{202F}\u{205F}\u{3000}".chars() {
            let name = SafeText::line(&format!("松溪县{blank}教育局"));
            // Some of them are composed into another.
            assert!(name.name().contains(['\\']), "{}", name.name());
        }
    }

    /// Base, what is piled upon it.
    const PILES: [(&str, &str); 6] = [
        ("县", "\u{489}"),
        ("a", "\u{36F}"),
        ("\u{1100}", "\u{1100}"),
        ("क", "\u{94D}क"),
        ("👍", "\u{1F3FB}"),
        ("\u{600}", "\u{600}"),
    ];

    #[test]
    fn no_letter_has_more_parts_than_a_cell_can_draw() {
        for (base, mark) in PILES {
            let text = format!("松溪{base}{}教育局", mark.repeat(20_000));
            let safe = SafeText::line(&text);
            let longest = safe.graphemes(true).map(|letter| letter.chars().count()).max();
            assert!(longest <= Some(MAX_IN_LETTER), "{base}: {longest:?}");
            assert!(safe.contains("\\u{") && safe.ends_with("教育局"), "{base}");
            assert_eq!(SafeText::line(&safe), safe);
        }
        for text in ["e\u{301}", "ནྜྷྀ", "क्ष्म्य", "각", "👍🏻"] {
            assert!(!SafeText::line(text).contains('\\'), "{text}");
        }
    }

    #[test]
    fn plain_characters_need_no_closer_look() {
        for c in ('\0'..=char::MAX).filter(|&c| is_plain(c)) {
            let is_composed = is_nfc_quick([c].into_iter()) == IsNormalized::Yes;
            // A mark of its own class would be put into another order.
            let is_starter = unicode_normalization::char::canonical_combining_class(c) == 0;
            assert!(!is_dangerous(c) && stands_alone(c) && is_composed && is_starter, "{c:?}");
        }
        assert!("二〇二四年，“A-1”（３）\u{3000}％".chars().all(is_plain));
    }

    #[test]
    fn text_is_composed() {
        assert_eq!(SafeText::line("e\u{301}").as_str(), "\u{e9}");
    }

    proptest! {
        #[test]
        fn nothing_dangerous_survives(text in any::<String>()) {
            let line = SafeText::line(&text);
            prop_assert!(!line.chars().any(is_dangerous));
            let lines = SafeText::lines(&text);
            prop_assert!(!lines.chars().any(|c| is_dangerous(c) && c != '\n' && c != '\t'));
        }

        #[test]
        fn letters_stay_small(pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "县", "\u{301}", "\u{489}", "\u{1100}", "\u{1161}", "क", "\u{94D}", "👍", "\u{1F3FB}", "\u{600}", "\u{302A}",
            "\u{3099}", "\u{FF9E}", "\u{A66F}", "\u{20DD}", "\u{1F1E6}", "\u{E01}",
        ]), 0..60)) {
            let safe = SafeText::line(&pieces.concat());
            prop_assert!(safe.graphemes(true).all(|letter| letter.chars().count() <= MAX_IN_LETTER), "{}", safe);
        }

        #[test]
        fn making_safe_twice_changes_nothing(text in any::<String>()) {
            let once = SafeText::line(&text);
            prop_assert_eq!(SafeText::line(&once), once.clone());
        }
    }
}
