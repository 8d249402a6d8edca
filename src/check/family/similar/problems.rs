//! The problems that section five lists, sentence by sentence (Y-10).

use std::collections::HashSet;
use std::ops::Range;

use crate::base::glance::Glance;
use crate::check::Profile;
use crate::check::rule::id;

use super::mask::{Bare, Masker, NUMBER, Tokens as _, is_placeholder};
use super::names::Names;

/// What Y-10 needs of its rule.
#[derive(Debug)]
pub(super) struct Markers<'a> {
    problems: &'a [Box<str>],
    measures: &'a [Box<str>],
    letters: usize,
}

/// A problem as it stands in the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// Its characters, counted in Unicode scalar values.
    pub(crate) place: Range<usize>,
    /// Its letters after masking.
    pub(crate) letters: Vec<char>,
}

impl<'a> Markers<'a> {
    /// From the lists of Y-10.
    pub(crate) fn new(profile: &'a Profile) -> Self {
        Self {
            problems: profile.words(id::Y_10, "problems"),
            measures: profile.words(id::Y_10, "measures"),
            letters: usize::try_from(profile.threshold(id::Y_10, "letters")).unwrap_or(0),
        }
    }

    /// The problems in a text. A sentence that speaks of problems opens their list, one of measures closes it.
    pub(crate) fn problems(&self, text: &str, masker: &Masker, names: &Names) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut open = false;
        for (sentence, start) in split(text, &['。', '！', '\n']) {
            open = self.is_open_after(sentence, open);
            if !open {
                continue;
            }
            for (clause, offset) in split(sentence, &['；', ';', '：', ':']) {
                let masked: Bare = masker.mask(clause.chars(), names);
                let tokens = without_ordinal(masked.tokens()).iter().copied();
                let letters: Vec<char> = tokens.filter(|&token| !is_placeholder(token)).collect();
                if letters.len() >= self.letters && !self.names_problems(clause) {
                    let start = start + offset;
                    found.push(Problem { place: start..start + clause.chars().count(), letters });
                }
            }
        }
        found
    }

    fn is_open_after(&self, sentence: &str, open: bool) -> bool {
        let seen = Glance::of(sentence);
        let last = |words: &[Box<str>]| {
            let here = words.iter().filter(|word| seen.may_have(word) && sentence.contains(&***word));
            here.filter_map(|word| sentence.rfind(&**word)).max()
        };
        match (last(self.problems), last(self.measures)) {
            (None, None) => open,
            (problems, measures) => problems > measures,
        }
    }

    /// Is it the opening of the list, not a problem?
    fn names_problems(&self, clause: &str) -> bool {
        self.problems.iter().any(|word| clause.contains(&**word))
    }
}

/// Without 「一是」「第二」 or `3.` in front: the same problem may be the second now and was the third.
fn without_ordinal(tokens: &[char]) -> &[char] {
    match tokens {
        [NUMBER, '是' | '个', rest @ ..] | ['第' | '其', NUMBER, '是' | '个', rest @ ..] => rest,
        ['第' | '其', NUMBER, rest @ ..] => rest,
        _ => tokens,
    }
}

/// Those of `now` that stand letter for letter among `before`.
pub(super) fn repeated<'p>(now: &'p [Problem], before: &[Problem]) -> Vec<&'p Problem> {
    let before: HashSet<&[char]> = before.iter().map(|problem| &*problem.letters).collect();
    now.iter().filter(|problem| before.contains(&*problem.letters)).collect()
}

/// The parts between these marks, each with its first character.
fn split<'t>(text: &'t str, marks: &'static [char]) -> impl Iterator<Item = (&'t str, usize)> {
    let mut at = 0;
    text.split(marks).map(move |part| {
        let start = at;
        at += part.chars().count() + 1;
        (part, start)
    })
}
