//! Sentences of a report's sections with their places, for rules that look for words.

use crate::check::finding::Evidence;
use crate::report::{Report, SafeText, Section};

/// A sentence, or a part of one between semicolons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Sentence<'a> {
    /// The section's number.
    pub section: u8,
    /// Its first character in the section's text, in Unicode scalar values.
    pub start: usize,
    /// The sentence without its end mark and without white space around it.
    pub text: &'a str,
}

impl Sentence<'_> {
    /// Does it hold one of these words?
    pub fn has(&self, words: &[Box<str>]) -> bool {
        words.iter().any(|word| !word.is_empty() && self.text.contains(&**word))
    }

    pub fn evidence(&self) -> Evidence {
        Evidence {
            report: None,
            section: self.section,
            start: self.start,
            end: self.start + self.text.chars().count(),
            text: SafeText::lines(self.text),
        }
    }
}

/// The sentences of the sections with these numbers, in order.
pub(in crate::check) fn sentences<'a>(report: &'a Report, numbers: &[u8]) -> impl Iterator<Item = Sentence<'a>> {
    let sections = report.narrative.sections.iter().filter(move |section| numbers.contains(&section.number));
    sections.flat_map(of_section)
}

/// The sentences of one section.
pub(in crate::check) fn of_section(section: &Section) -> impl Iterator<Item = Sentence<'_>> {
    let mut at = 0;
    section.text.as_str().split_inclusive(['。', '；', ';', '！', '？', '\n']).filter_map(move |part| {
        let start = at;
        at += part.chars().count();
        let body = part.trim_end_matches(['。', '；', ';', '！', '？', '\n']).trim_end();
        let text = body.trim_start();
        let skipped = body.chars().count() - text.chars().count();
        (!text.is_empty()).then_some(Sentence { section: section.number, start: start + skipped, text })
    })
}

/// The number that begins `text`, after white space: `  12 件` → 12.
pub(in crate::check) fn leading_number(text: &str) -> Option<i64> {
    let text = text.trim_start();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..digits)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_knows_where_it_stands() {
        let text = "  甲。乙丙； 丁戊\n\n己";
        let section = Section { number: 5, heading: SafeText::default(), text: SafeText::lines(text) };
        let found: Vec<_> = of_section(&section).collect();
        assert_eq!(found.iter().map(|s| s.text).collect::<Vec<_>>(), ["甲", "乙丙", "丁戊", "己"]);
        for sentence in found {
            let Evidence { start, end, text: shown, .. } = sentence.evidence();
            let slice: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(slice, shown.as_str());
        }
    }

    #[test]
    fn numbers_are_read_where_they_stand() {
        assert_eq!(leading_number(" 12 件"), Some(12));
        assert_eq!(leading_number("件"), None);
        assert_eq!(leading_number("99999999999999999999"), None);
    }
}
