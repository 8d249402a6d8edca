//! A section's text as sentences, each squeezed to what matters, with the way back to the text.
//!
//! A sentence is at most [`LONGEST`] characters long, so that everything that looks at one is bounded.

use crate::base::han::is_common;
use crate::report::{Report, Section};

/// Longer ones are cut.
const LONGEST: usize = 400;
/// A line shorter than this was not wrapped: what follows is a new paragraph.
const WRAPPED: usize = 20;

/// One sentence without spaces, in plain digits and one kind of brackets.
#[derive(Debug, Clone, Copy)]
pub(in crate::check::facts) struct Sentence<'s> {
    /// The section's number.
    pub(crate) section: u8,
    /// Its characters.
    pub(crate) chars: &'s [char],
    /// Where each stood in the section's text, counted in characters.
    places: &'s [u32],
    /// Does it begin a paragraph?
    pub(crate) is_first: bool,
}

impl Sentence<'_> {
    /// The places of a range of its characters in the section's text: first, and after the last.
    pub(crate) fn span(&self, start: usize, end: usize) -> (usize, usize) {
        let at = |index: usize| self.places.get(index).map(|&place| place as usize);
        let first = at(start).unwrap_or_default();
        let last = end.checked_sub(1).and_then(at).map_or(first, |place| place + 1);
        (first, last.max(first))
    }
}

/// The sentences of a report, one after the other.
#[derive(Debug, Default)]
pub(in crate::check::facts) struct Sentences {
    /// The characters of all of them.
    chars: Vec<char>,
    /// A report is shorter than four billion characters.
    places: Vec<u32>,
    ends: Vec<End>,
    /// How many characters stand before the sentence that has begun.
    start: usize,
}

/// A sentence that begins where the one before ends.
#[derive(Debug)]
struct End {
    section: u8,
    is_first: bool,
    end: usize,
}

impl Sentences {
    /// Of all sections.
    pub(crate) fn of(report: &Report) -> Self {
        let sections = &report.narrative.sections;
        let length = sections.iter().map(|section| section.text.len() / HAN).sum();
        let (chars, places) = (Vec::with_capacity(length), Vec::with_capacity(length));
        let mut all = Self { chars, places, ..Self::default() };
        sections.iter().for_each(|section| all.add(section));
        all
    }

    /// All of them, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Sentence<'_>> {
        let mut start = 0;
        self.ends.iter().map(move |&End { section, is_first, end }| {
            let range = std::mem::replace(&mut start, end)..end;
            let (chars, places) = (self.chars.get(range.clone()), self.places.get(range));
            Sentence { section, is_first, chars: chars.unwrap_or_default(), places: places.unwrap_or_default() }
        })
    }

    fn add(&mut self, section: &Section) {
        let mut is_first = true;
        let mut gap = false;
        let mut line_length = 0_usize;
        // What follows the blanks: it only ever moves on, however many lines are blank.
        let mut ahead = 0;
        for (place, (at, raw)) in (0_u32..).zip(section.text.char_indices()) {
            if is_common(raw) {
                (gap, line_length) = (false, line_length + 1);
                self.chars.push(raw);
                self.places.push(place);
                if self.chars.len() - self.start >= LONGEST {
                    self.flush(section.number, &mut is_first, false);
                }
                continue;
            }
            if raw == '\n' {
                ahead = ahead.max(at);
                let rest = section.text.get(ahead..).unwrap_or_default();
                let following = rest.trim_start();
                ahead += rest.len() - following.len();
                let mut next = following.chars();
                if ends_paragraph(self.begun().last(), line_length, next.next(), || next.next()) {
                    self.flush(section.number, &mut is_first, true);
                }
                line_length = 0;
                continue;
            }
            line_length += 1;
            if raw.is_whitespace() {
                gap = true;
                continue;
            }
            let c = plain(raw);
            // "5 0 0" out of a table is not 500.
            if gap && c.is_ascii_digit() && self.begun().last().is_some_and(char::is_ascii_digit) {
                self.chars.push(' ');
                self.places.push(place);
            }
            gap = false;
            self.chars.push(c);
            self.places.push(place);
            if matches!(c, '。' | '！' | '？') || self.begun().len() >= LONGEST {
                self.flush(section.number, &mut is_first, false);
            }
        }
        self.flush(section.number, &mut is_first, false);
    }

    /// What stands behind the last sentence.
    fn begun(&self) -> &[char] {
        self.chars.get(self.start..).unwrap_or_default()
    }

    fn flush(&mut self, section: u8, is_first: &mut bool, paragraph: bool) {
        if !self.begun().is_empty() {
            self.start = self.chars.len();
            self.ends.push(End { section, is_first: *is_first, end: self.start });
            *is_first = false;
        }
        *is_first |= paragraph;
    }
}

/// A character of Chinese text has so many bytes.
const HAN: usize = 3;

/// Is the line break here more than the end of a wrapped line?
fn ends_paragraph(
    last: Option<&char>,
    line_length: usize,
    next: Option<char>,
    after: impl FnOnce() -> Option<char>,
) -> bool {
    let Some(last) = last else { return true };
    let begins_item = match next {
        Some('（' | '(') => true,
        Some('一' | '二' | '三' | '四' | '五' | '六') => {
            matches!(after(), Some('、' | '是' | '.' | '．'))
        }
        _ => false,
    };
    begins_item || (line_length < WRAPPED && !matches!(last, '，' | '、' | '：' | '；' | '（'))
}

/// One kind of digits, brackets and stops.
fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '％' | '﹪' => '%',
        '．' => '.',
        '(' => '（',
        ')' => '）',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '"' => '“',
        '〇' => '零',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::SafeText;

    fn all(text: &str) -> Vec<(String, bool, (usize, usize))> {
        let section = Section { number: 1, heading: SafeText::default(), text: SafeText::lines(text) };
        let mut sentences = Sentences::default();
        sentences.add(&section);
        sentences.iter().map(|s| (s.chars.iter().collect(), s.is_first, s.span(0, s.chars.len()))).collect()
    }

    #[test]
    fn sentences_are_squeezed_and_know_their_places() {
        let found = all("共收到 ５ 件(其中 1 件)。办结\n甲乙");
        assert_eq!(found[0], ("共收到5件（其中1件）。".to_owned(), true, (0, 16)));
        assert_eq!(found[1].0, "办结");
        assert_eq!((found[2].0.as_str(), found[2].1), ("甲乙", true));
    }

    #[test]
    fn a_wrapped_line_goes_on_and_a_heading_does_not() {
        let found = all("全年一共收到公民法人和其他组织提出的政府信息公开申请共\n五件。（一）甲方面\n（二）乙方面");
        assert_eq!(found.len(), 3);
        assert!(found[0].0.ends_with("申请共五件。"));
    }

    #[test]
    fn the_numbers_of_a_table_stay_apart() {
        assert_eq!(all("数量 5 0 0")[0].0, "数量5 0 0");
    }

    #[test]
    fn an_endless_sentence_is_cut() {
        assert_eq!(all(&"长".repeat(1000)).len(), 3);
    }
}
