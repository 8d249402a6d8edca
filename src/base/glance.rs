//! Which characters a text has, at one glance: whoever looks for one of many words in it is done with most of them.

use std::ops::Range;

/// Some characters, each as one of as many as there are bits: most others are seen at once not to be among them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Few<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Default for Few<WORDS> {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl<const WORDS: usize> Few<WORDS> {
    #[inline]
    pub(crate) fn add(&mut self, c: char) {
        let (word, bit) = Self::place(c);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    /// May this be one of them?
    #[must_use]
    #[inline]
    pub(crate) fn may_have(&self, c: char) -> bool {
        let (word, bit) = Self::place(c);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// These and others.
    #[must_use]
    pub(crate) fn with(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
        self
    }

    #[inline]
    fn place(c: char) -> (usize, u64) {
        let low = u32::from(c) as usize % (WORDS * 64);
        (low / 64, 1 << (low % 64))
    }
}

/// The characters of a text: a word that has another one does not stand in it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Glance(Few<4>);

impl Glance {
    /// Of a text; of one with more than some hundred characters nearly every word may stand in it.
    #[must_use]
    pub(crate) fn of(text: &str) -> Self {
        let mut seen = Self::default();
        text.chars().for_each(|c| seen.0.add(c));
        seen
    }

    /// May this word stand in the text? Its first two characters tell.
    #[must_use]
    #[inline]
    pub(crate) fn may_have(&self, word: &str) -> bool {
        word.chars().take(2).all(|c| self.0.may_have(c))
    }
}

/// Which two characters stand side by side in some texts: of a list of words those are left that may stand there, mostly none.
#[derive(Debug, Clone)]
pub(crate) struct Pairs {
    bits: Box<[u64; PAIR_BITS / 64]>,
    /// Nobody knows any more: some text is too long.
    any: bool,
}

/// A report has some two thousand pairs.
const PAIR_BITS: usize = 1 << 14;

/// What two characters are known by.
#[inline]
pub(crate) fn pair(first: char, second: char) -> usize {
    (u32::from(first).wrapping_mul(0x9E37_79B1) ^ u32::from(second).wrapping_mul(0x85EB_CA6B)) as usize >> 8
}

impl Default for Pairs {
    fn default() -> Self {
        Self { bits: Box::new([0; PAIR_BITS / 64]), any: false }
    }
}

impl Pairs {
    /// Adds two characters by their [`pair`].
    #[inline]
    pub(crate) fn add(&mut self, pair: usize) {
        let (word, bit) = Self::place(pair);
        if let Some(word) = self.bits.get_mut(word) {
            *word |= bit;
        }
    }

    /// Adds a text.
    pub(crate) fn add_text(&mut self, text: &str) {
        let mut before = None;
        for c in text.chars() {
            if let Some(first) = before.replace(c) {
                self.add(pair(first, c));
            }
        }
    }

    /// From now on everything may stand there.
    pub(crate) fn add_anything(&mut self) {
        self.any = true;
    }

    /// May this word stand there? One of a single character always may.
    #[must_use]
    #[inline]
    pub(crate) fn may_have(&self, word: &str) -> bool {
        let mut chars = word.chars();
        let mut before = chars.next();
        self.any
            || chars.take(2).all(|c| {
                let (word, bit) = Self::place(before.replace(c).map_or(0, |first| pair(first, c)));
                self.bits.get(word).is_some_and(|word| word & bit != 0)
            })
    }

    /// The words of a list that may stand there.
    pub(crate) fn left<'w, W: AsRef<str>>(&self, words: &'w [W]) -> Vec<&'w str> {
        words.iter().map(AsRef::as_ref).filter(|word| self.may_have(word)).collect()
    }

    fn place(pair: usize) -> (usize, u64) {
        let low = pair % PAIR_BITS;
        (low / 64, 1 << (low % 64))
    }
}

/// The characters from one place to another, as far as there are any.
#[must_use]
pub(crate) fn stretch(text: &str, place: Range<usize>) -> &str {
    let mut rest = text.chars();
    if place.start > 0 {
        rest.nth(place.start - 1);
    }
    let from = rest.as_str();
    let mut rest = from.chars();
    if let Some(last) = place.len().checked_sub(1) {
        rest.nth(last);
    }
    from.get(..from.len() - rest.as_str().len()).unwrap_or_default()
}

/// In a longer text, in bytes, nearly every character stands.
const LONG: usize = 600;
/// Fewer words are found as soon as the characters are.
const FEW: usize = 3;

/// Does one of these words stand in a text? The same as `contains` for each of them.
#[must_use]
pub(crate) fn has_any<W: AsRef<str>>(text: &str, words: &[W]) -> bool {
    if text.len() > LONG || words.len() < FEW {
        return words.iter().any(|word| text.contains(word.as_ref()));
    }
    let seen = Glance::of(text);
    words.iter().map(AsRef::as_ref).any(|word| seen.may_have(word) && text.contains(word))
}

/// A text with each of these words replaced by another, one after the other, as [`str::replace`] does it.
#[must_use]
pub(crate) fn replace_each(text: &str, words: &[(&str, &str)]) -> String {
    let mut seen = Glance::of(text);
    let mut replaced = text.to_owned();
    for (word, other) in words {
        if seen.may_have(word) && replaced.contains(word) {
            replaced = replaced.replace(word, other);
            seen = Glance::of(&replaced);
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_if_and_only_if_it_stands_there() {
        let words = ["甲", "甲乙", "", "乙丙丁", "丁", "a甲", "丙 "];
        for text in ["", "甲", "乙甲", "甲乙丙丁", "a", "乙丙 甲", "\u{104E00}甲"] {
            for word in words {
                assert_eq!(has_any(text, &[word]), text.contains(word), "{text} {word}");
            }
            assert_eq!(has_any(text, &words[1..2]), text.contains("甲乙"));
        }
        assert!(!has_any("甲", &[""; 0]));
    }

    #[test]
    fn words_whose_characters_stand_nowhere_side_by_side_are_left_out_and_no_others() {
        let mut pairs = Pairs::default();
        let texts = ["申请公开政府信息", "逾期", ""];
        texts.iter().for_each(|text| pairs.add_text(text));
        let words = ["", "公", "公开", "公开政府信", "逾期", "信息逾", "超期", "公政", "请公示"];
        assert_eq!(pairs.left(&words), ["", "公", "公开", "公开政府信", "逾期"]);
        pairs.add_anything();
        assert_eq!(pairs.left(&words), words);
    }

    #[test]
    fn a_stretch_is_counted_in_characters() {
        for text in ["", "甲", "甲a乙", "甲a乙丙é"] {
            for (start, end) in [(0, 0), (0, 1), (1, 3), (2, 9), (7, 9), (3, 1), (0, 5)] {
                let expected: String = text.chars().skip(start).take(end.max(start) - start).collect();
                assert_eq!(stretch(text, start..end), expected, "{text} {start} {end}");
            }
        }
    }

    #[test]
    fn words_are_replaced_one_after_the_other() {
        let words = [("组织", "召开"), ("召开会", "开会"), ("共", "")];
        for text in ["", "组织会共议", "共组共织", "召开"] {
            let each = words.iter().fold(text.to_owned(), |text, (word, other)| text.replace(word, other));
            assert_eq!(replace_each(text, &words), each);
        }
    }
}
