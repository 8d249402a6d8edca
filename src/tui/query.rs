//! What is looked for: words as they are written, or as they sound; a number is that number and no part of another.

use std::cell::LazyCell;

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
    fn a_number_is_no_part_of_another() {
        assert!(Query::of("37").fits("收到申请37件") && Query::of("３７").fits("收到申请37件"));
        assert!(!Query::of("37").fits("收到申请137件") && !Query::of("37").fits("收到申请372件"));
        assert!(Query::of("37").is_value("37") && !Query::of("37").is_value("137"));
    }
}
