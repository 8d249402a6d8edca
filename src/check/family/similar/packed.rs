//! The texts that are compared, kept small until they are.

use std::sync::Arc;

use crate::report::{Report, SafeText};

use super::comparable::{SECTIONS, text};

/// A character of Chinese text has so many bytes.
const HAN: usize = 3;
/// Longer texts are better read again.
const MAX_BYTES: usize = 8 << 10;

/// The texts of a report that are compared, in two bytes a character; whoever has them opens no file.
#[derive(Debug, Clone)]
pub(crate) struct Packed([PackedText; 2]);

/// One of them.
#[derive(Debug, Clone)]
pub(super) struct PackedText(Arc<[u16]>);

impl Packed {
    /// `None` where they are too long.
    #[must_use]
    pub(crate) fn of(report: &Report) -> Option<Self> {
        let texts = SECTIONS.map(|section| text(report, section).map_or("", |text| text));
        let is_short = texts.iter().all(|text| text.len() <= MAX_BYTES);
        is_short.then(|| Self(texts.map(PackedText::of)))
    }

    pub(super) fn texts(&self) -> &[PackedText; 2] {
        &self.0
    }
}

impl PackedText {
    pub(super) fn of(text: &str) -> Self {
        let mut units = Vec::with_capacity(text.len() / HAN + 1);
        units.extend(text.encode_utf16());
        Self(units.into())
    }

    /// Its characters.
    pub(super) fn chars(&self) -> impl Iterator<Item = char> + Clone {
        char::decode_utf16(self.0.iter().copied()).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// As it was.
    pub(super) fn text(&self) -> SafeText {
        SafeText::lines(&self.chars().collect::<String>())
    }

    pub(super) fn bytes(&self) -> usize {
        self.0.len() * size_of::<u16>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::parse;

    fn report(text: &str) -> Report {
        let sections = [1, 5].map(|number| serde_json::json!({ "number": number, "heading": "", "text": text }));
        let json = serde_json::json!({
            "schema": "gouji/report/1", "agency": { "name": "松溪县教育局" }, "year": 2024, "form": "2021",
            "sections": sections, "tables": {},
        });
        parse(json.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn what_was_packed_is_what_it_was_whatever_stands_in_it() {
        for what in ["", "本年度收到申请１２件。\n其中：𠀀𠮷", "a\u{1B}[31m\u{202E}e\u{301}\t", "\\x1B"]
        {
            let report = report(what);
            let packed = Packed::of(&report).unwrap();
            let texts = SECTIONS.map(|section| text(&report, section).cloned().unwrap());
            assert_eq!(packed.texts().each_ref().map(PackedText::text), texts);
        }
    }

    #[test]
    fn long_texts_are_not_kept() {
        assert!(Packed::of(&report(&"本".repeat(MAX_BYTES / 3))).is_some());
        assert!(Packed::of(&report(&"本".repeat(MAX_BYTES / 3 + 1))).is_none());
    }
}
