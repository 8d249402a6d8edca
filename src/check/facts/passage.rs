//! Sentences of a report's sections with their places, for rules that look for words.

use std::ops::Range;

use crate::base::han::is_common;
use crate::check::finding::Evidence;
use crate::report::{Report, SafeText, Section};

/// Does a sentence end with it?
fn is_end(c: char) -> bool {
    !is_common(c) && matches!(c, '。' | '；' | ';' | '！' | '？' | '\n')
}

/// A sentence, or a part of one between semicolons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Sentence<'a> {
    /// The section's number.
    pub(crate) section: u8,
    /// Its first character in the section's text, in Unicode scalar values.
    pub(crate) start: usize,
    /// The sentence without its end mark and without white space around it.
    pub(crate) text: &'a str,
}

impl Sentence<'_> {
    /// Does it hold one of these words?
    pub(crate) fn has(&self, words: &[Box<str>]) -> bool {
        words.iter().any(|word| !word.is_empty() && self.text.contains(&**word))
    }

    pub(crate) fn evidence(&self) -> Evidence {
        Evidence {
            report: None,
            section: self.section,
            start: self.start,
            end: self.start + self.text.chars().count(),
            text: SafeText::lines(self.text),
        }
    }
}

/// Where a sentence stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Place {
    pub(crate) section: u8,
    /// Position of the section among those of the report.
    index: usize,
    /// Its first character in the section's text.
    start: usize,
    bytes: Range<usize>,
}

impl Place {
    pub(crate) fn sentence<'r>(&self, report: &'r Report) -> Option<Sentence<'r>> {
        let section = report.narrative.sections.get(self.index)?;
        Some(Sentence { section: self.section, start: self.start, text: section.text.get(self.bytes.clone())? })
    }
}

/// The places of all sentences, in order.
pub(in crate::check) fn places(report: &Report) -> Vec<Place> {
    report.narrative.sections.iter().enumerate().flat_map(|(index, section)| of_section(index, section)).collect()
}

/// The sentences of one section.
fn of_section(index: usize, section: &Section) -> impl Iterator<Item = Place> {
    let (mut at, mut byte) = (0, 0);
    section.text.as_str().split_inclusive(is_end).filter_map(move |part| {
        let (start, from) = (at, byte);
        at += part.chars().count();
        byte += part.len();
        let body = part.trim_end_matches(is_end).trim_end();
        let text = body.trim_start();
        let before = body.len() - text.len();
        let skipped = body.chars().count() - text.chars().count();
        let bytes = from + before..from + before + text.len();
        (!text.is_empty()).then_some(Place { section: section.number, index, start: start + skipped, bytes })
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
        let report = crate::check::fixture::with_section(5, text);
        let found: Vec<Sentence<'_>> = places(&report)
            .iter()
            .filter(|place| place.section == 5)
            .filter_map(|place| place.sentence(&report))
            .collect();
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
