//! Many words, found in a text at one look at each two characters that stand side by side.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::glance::{Few, Pairs, pair};

/// Words with their numbers, by how they begin.
#[derive(Debug)]
pub(super) struct Sought {
    /// Which two characters a word may begin with: nearly all places of a text are settled here.
    begins: Box<[u64]>,
    /// By the first two characters.
    longer: FxHashMap<(char, char), Vec<Longer>>,
    /// What a word of one character may be.
    may_be_one: Few<16>,
    ones: FxHashMap<char, usize>,
}

/// A word of more than one character.
#[derive(Debug)]
struct Longer {
    /// Its third character, by which most words are settled that begin as others do.
    third: Option<char>,
    /// The whole word.
    word: Box<str>,
    number: usize,
}

/// Some thousand words are spread over so many bits.
const BITS: usize = 1 << 16;

impl Sought {
    /// Words, numbered as they come; an empty one stands nowhere.
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let (begins, longer) = (vec![0; BITS / 64].into(), FxHashMap::default());
        let mut sought = Self { begins, longer, may_be_one: Few::default(), ones: FxHashMap::default() };
        for (number, word) in words.enumerate() {
            let mut chars = word.chars();
            match (chars.next(), chars.next()) {
                (Some(first), Some(second)) => {
                    let (place, bit) = Self::place(pair(first, second));
                    if let Some(begins) = sought.begins.get_mut(place) {
                        *begins |= bit;
                    }
                    let longer = Longer { third: chars.next(), word: word.into(), number };
                    sought.longer.entry((first, second)).or_default().push(longer);
                }
                (Some(one), None) => {
                    sought.may_be_one.add(one);
                    sought.ones.insert(one, number);
                }
                _ => {}
            }
        }
        sought
    }

    /// Every word in a text with its place, by where they end, of those that end together the longest first. What stands
    /// side by side is added to `pairs`.
    pub(super) fn search(&self, text: &str, pairs: &mut Pairs) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        let mut before: Option<(usize, char)> = None;
        for (at, c) in text.char_indices() {
            if self.may_be_one.may_have(c)
                && let Some(&number) = self.ones.get(&c)
            {
                found.push((number, at..at + c.len_utf8()));
            }
            let Some((start, first)) = before.replace((at, c)) else { continue };
            let both = pair(first, c);
            pairs.add(both);
            let (place, bit) = Self::place(both);
            if self.begins.get(place).is_some_and(|begins| begins & bit != 0) {
                self.begun(text, start, (first, c), &mut found);
            }
        }
        found.sort_unstable_by_key(|(_, place)| (place.end, place.start));
        found
    }

    fn begun(&self, text: &str, start: usize, both: (char, char), found: &mut Vec<(usize, Range<usize>)>) {
        let rest = text.get(start..).unwrap_or_default();
        let third = rest.chars().nth(2);
        for Longer { third: own, word, number } in self.longer.get(&both).into_iter().flatten() {
            if own.is_none() || (*own == third && rest.starts_with(&**word)) {
                found.push((*number, start..start + word.len()));
            }
        }
    }

    fn place(pair: usize) -> (usize, u64) {
        let low = pair % BITS;
        (low / 64, 1 << (low % 64))
    }
}

#[cfg(test)]
mod tests {
    use aho_corasick::AhoCorasick;

    use super::*;

    #[test]
    fn every_word_is_found_where_an_automaton_finds_it() {
        let words = ["公开", "政府信息公开", "信息", "息公", "。", "，，", "开", "a", "ab", "bab", "公开公开", "丁"];
        let (sought, automaton) = (Sought::new(words.into_iter()), AhoCorasick::new(words).unwrap());
        for text in ["", "丁", "政府信息公开公开公开。", "babab，，，", "信 息公\n开a", "公", "\u{104E00}开公"]
        {
            let expected: Vec<(usize, Range<usize>)> = automaton
                .find_overlapping_iter(text)
                .map(|found| (found.pattern().as_usize(), found.range()))
                .collect();
            let mut pairs = Pairs::default();
            let found = sought.search(text, &mut pairs);
            assert_eq!(found, expected, "{text}");
            assert!(found.iter().all(|(number, _)| pairs.may_have(words[*number])), "{text}");
        }
    }
}
