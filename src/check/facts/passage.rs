//! Sentences of a report's sections with their places, for rules that look for words.

use crate::base::han::{is_common, rare};
use crate::check::finding::Evidence;
use crate::report::{SafeText, Section};

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

/// The sentences of one section of which `is_wanted` is true, in order.
pub(in crate::check) fn of_section(
    section: &Section,
    is_wanted: impl Fn(&str) -> bool,
) -> impl Iterator<Item = Sentence<'_>> {
    let whole = section.text.as_str();
    let ends = rare(whole).filter(|(_, c)| is_end(*c)).map(|(at, _)| at).chain([whole.len()]);
    // Up to there the characters are counted: most sentences are not wanted.
    let (mut counted, mut count) = (0, 0);
    let mut start = 0;
    ends.filter_map(move |end| {
        // The mark of the sentence before stands in front.
        let from = std::mem::replace(&mut start, end);
        let piece = whole.get(from..end)?;
        let begun = piece.trim_start_matches(is_end).trim_start();
        let text = begun.trim_end();
        if text.is_empty() || !is_wanted(text) {
            return None;
        }
        let at = from + piece.len() - begun.len();
        count += whole.get(counted..at)?.chars().count();
        counted = at;
        Some(Sentence { section: section.number, start: count, text })
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
        let section = report.narrative.sections.iter().find(|section| section.number == 5).unwrap();
        let found: Vec<Sentence<'_>> = of_section(section, |_| true).collect();
        assert_eq!(found.iter().map(|s| s.text).collect::<Vec<_>>(), ["甲", "乙丙", "丁戊", "己"]);
        for sentence in found {
            let Evidence { start, end, text: shown, .. } = sentence.evidence();
            let slice: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(slice, shown.as_str());
        }
        let wanted: Vec<usize> = of_section(section, |text| text == "丁戊").map(|sentence| sentence.start).collect();
        assert_eq!(wanted, [8]);
    }

    #[test]
    fn numbers_are_read_where_they_stand() {
        assert_eq!(leading_number(" 12 件"), Some(12));
        assert_eq!(leading_number("件"), None);
        assert_eq!(leading_number("99999999999999999999"), None);
    }
}
