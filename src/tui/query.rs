//! What is looked for: words as they are written, or as they sound; a number is that number and no part of another.

use std::cell::LazyCell;
use std::ops::Range;

use crate::library::sound::{SCATTERED, Sounds};
use crate::tui::hit::Hit;

/// What is looked for.
#[derive(Debug, Clone)]
pub(crate) struct Query {
    text: String,
    /// Without the blanks around it, if it is a number.
    number: Option<String>,
}

impl Query {
    #[must_use]
    pub(crate) fn of(text: &str) -> Self {
        // An input method may have written wide digits.
        let text = text.trim().to_lowercase();
        let plain: String = text.chars().map(narrow).collect();
        let is_number = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit() || "-.".contains(c));
        Self { number: is_number.then_some(plain), text }
    }

    /// How many characters it has.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.text.chars().count()
    }

    /// Has the text it: all of its words, as written or as they sound?
    #[must_use]
    pub(crate) fn fits(&self, text: &str) -> bool {
        if self.text.is_empty() {
            return false;
        }
        match &self.number {
            Some(number) => has_number(text, number),
            None => has_words(text, &self.text),
        }
    }

    /// Is a value it? Of a number nothing else is.
    #[must_use]
    pub(crate) fn is_value(&self, value: &str) -> bool {
        match &self.number {
            Some(number) => value == number,
            None => self.fits(value),
        }
    }

    /// Where it stands in a line that has it: as it is written, else as it sounds.
    #[must_use]
    pub(crate) fn spans(&self, line: &[char]) -> Vec<Range<usize>> {
        if !self.fits(&line.iter().collect::<String>()) {
            return Vec::new();
        }
        match &self.number {
            Some(number) => {
                let is_digit = |place: usize| line.get(place).is_some_and(|c| narrow(*c).is_ascii_digit());
                let whole =
                    |span: &Range<usize>| !span.start.checked_sub(1).is_some_and(is_digit) && !is_digit(span.end);
                written(line, number).filter(whole).collect()
            }
            None => self.text.split_whitespace().flat_map(|word| spans_of(line, word)).collect(),
        }
    }

    /// Is it a number?
    #[must_use]
    pub(crate) fn is_number(&self) -> bool {
        self.number.is_some()
    }
}

/// The lines that have it.
#[must_use]
pub(crate) fn lines_with(query: &Query, lines: impl Iterator<Item = String>) -> Vec<Hit> {
    lines.enumerate().filter(|(_, line)| query.fits(line)).map(|(number, _)| Hit::Line(number)).collect()
}

/// Has the text all of these words, which are small, as written or as they sound?
fn has_words(text: &str, words: &str) -> bool {
    let written = text.to_lowercase();
    let sounds = LazyCell::new(|| Sounds::of(text));
    // Letters apart from each other fit nearly every long line.
    let is_near = |word: &str| sounds.fits(text, word).is_some_and(|rank| rank < SCATTERED);
    let is_sound = |word: &str| word.bytes().all(|letter| letter.is_ascii_lowercase());
    words.split_whitespace().all(|word| written.contains(word) || is_sound(word) && is_near(word))
}

/// Where a word stands in a line; of those that only sound like it the shortest.
fn spans_of(line: &[char], word: &str) -> Vec<Range<usize>> {
    let spans: Vec<Range<usize>> = written(line, word).collect();
    if !spans.is_empty() {
        return spans;
    }
    let most = word.chars().count().min(line.len());
    let sounding = |length: usize| -> Vec<Range<usize>> {
        let fits = |from: &usize| {
            line.get(*from..from + length).is_some_and(|part| has_words(&part.iter().collect::<String>(), word))
        };
        (0..=line.len() - length).filter(fits).map(|from| from..from + length).collect()
    };
    (1..=most).map(sounding).find(|spans| !spans.is_empty()).unwrap_or_default()
}

/// Where a small word is written in a line.
fn written<'a>(line: &'a [char], word: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let length = word.chars().count();
    let small = |c: char| narrow(c.to_lowercase().next().unwrap_or(c));
    let is = move |from: &usize| {
        line.get(*from..from + length).is_some_and(|part| part.iter().map(|c| small(*c)).eq(word.chars().map(narrow)))
    };
    (0..line.len()).filter(is).map(move |from| from..from + length)
}

/// Does the number stand in the text, and not within a longer one?
fn has_number(text: &str, number: &str) -> bool {
    let text: String = text.chars().map(narrow).collect();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(number).any(|(start, _)| {
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let after = text.get(start + number.len()..).and_then(|text| text.chars().next());
        !is_digit(before) && !is_digit(after)
    })
}

/// Wide digits as plain ones.
fn narrow(c: char) -> char {
    let digit = u32::from(c).checked_sub(u32::from('０')).filter(|digit| *digit < 10);
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_written_and_as_they_sound() {
        for query in ["补正", "bz", "buzheng", "逾期 补正", "T3-0"] {
            assert!(Query::of(query).fits("T3-01 逾期不补正"), "{query}");
        }
        for query in ["", "  ", "补 交", "zz"] {
            assert!(!Query::of(query).fits("T3-01 逾期不补正"), "{query}");
        }
    }

    #[test]
    fn where_it_stands_in_a_line_is_known() {
        let spans = |query: &str, line: &str| -> Vec<(usize, usize)> {
            let spans = Query::of(query).spans(&line.chars().collect::<Vec<_>>());
            spans.into_iter().map(|span| (span.start, span.end)).collect()
        };
        assert_eq!(spans("补正", "不补正，再补正"), [(1, 3), (5, 7)]);
        assert_eq!(spans("buzheng", "逾期不补正"), [(3, 5)]);
        assert_eq!(spans("yqbz", "逾期补正"), [(0, 4)]);
        assert_eq!(spans("逾期 bz", "逾期补正"), [(0, 2), (2, 4)]);
        assert_eq!(spans("12", "112 12 ３12，１２件"), [(4, 6), (11, 13)]);
        assert_eq!(spans("t3", "T3-01"), [(0, 2)]);
        assert!(spans("补正", "没有").is_empty() && spans("", "没有").is_empty() && spans("x", "").is_empty());
    }

    #[test]
    fn a_number_is_no_part_of_another() {
        assert!(Query::of("37").fits("收到申请37件") && Query::of("３７").fits("收到申请37件"));
        assert!(!Query::of("37").fits("收到申请137件") && !Query::of("37").fits("收到申请372件"));
        assert!(Query::of("37").is_value("37") && !Query::of("37").is_value("137"));
    }
}
