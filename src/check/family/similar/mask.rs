//! A text without what differs between copies and without what everybody writes.
//!
//! Numbers, names of agencies, titles of laws and set phrases become one placeholder each; punctuation and blanks go.
//! Two linear passes, whatever the text.

use std::ops::Range;

use crate::base::han::is_alphanumeric;
use crate::check::Profile;
use crate::check::rule::id;

use super::names::{Firsts, Names};
use super::phrases::Phrases;

/// Characters of one section that are looked at; what follows them is not compared.
const MAX_CHARS: usize = 50_000;
/// A title of a law is not longer than this.
const MAX_TITLE: usize = 60;

/// Placeholders are control characters: no masked text has them otherwise.
pub(super) const NAME: char = '\u{1}';
pub(super) const NUMBER: char = '\u{2}';
pub(super) const LAW: char = '\u{3}';
pub(super) const PHRASE: char = '\u{4}';

/// A masked text: letters and placeholders, each with the characters of the original it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Masked {
    tokens: Vec<char>,
    /// First character and the one after the last, in Unicode scalar values of the original.
    spans: Vec<(u32, u32)>,
    letters: usize,
}

impl Masked {
    /// How many letters are left, placeholders not counted.
    #[must_use]
    pub(crate) fn letters(&self) -> usize {
        self.letters
    }

    /// The first `most` characters of a text as they are, without blanks.
    pub(super) fn plain(text: &str, most: usize) -> Self {
        let mut plain = Self::default();
        for (at, letter) in (0_u32..).zip(text.chars().take(most)).filter(|(_, letter)| !letter.is_whitespace()) {
            match is_placeholder(letter) {
                true => plain.placeholder(letter, (at, at + 1)),
                false => plain.letter(letter, at),
            }
        }
        plain
    }

    /// The characters of the original that these tokens stand for, with what was dropped between them.
    #[must_use]
    pub(crate) fn original(&self, tokens: Range<usize>) -> Range<usize> {
        let first = self.spans.get(tokens.start).map_or(0, |span| span.0);
        let end = tokens.end.checked_sub(1).and_then(|last| self.spans.get(last)).map_or(first, |span| span.1);
        first as usize..(end.max(first)) as usize
    }

    /// The masked text for tests and traces: `○` name, `#` number, `《》` law, `…` set phrase.
    #[must_use]
    pub fn show(&self) -> String {
        let mut text = String::new();
        for &token in &self.tokens {
            match token {
                NAME => text.push('○'),
                NUMBER => text.push('#'),
                LAW => text.push_str("《》"),
                PHRASE => text.push('…'),
                letter => text.push(letter),
            }
        }
        text
    }
}

/// A masked text that is being made.
pub(super) trait Tokens: Sized {
    fn with_capacity(tokens: usize) -> Self;

    /// The letters and placeholders so far.
    fn tokens(&self) -> &[char];

    /// Adds a letter that stands for itself.
    fn letter(&mut self, letter: char, at: u32);

    /// Adds a placeholder; equal ones in a row are one.
    fn placeholder(&mut self, token: char, span: (u32, u32));

    /// Adds some tokens of another text, none of which is what this one ends in and a placeholder.
    fn copy(&mut self, other: &Self, tokens: Range<usize>);

    /// Adds the placeholder for a phrase that these tokens of another text are.
    fn phrase(&mut self, other: &Self, tokens: Range<usize>);
}

impl Tokens for Masked {
    fn with_capacity(tokens: usize) -> Self {
        Self { tokens: Vec::with_capacity(tokens), spans: Vec::with_capacity(tokens), letters: 0 }
    }

    fn tokens(&self) -> &[char] {
        &self.tokens
    }

    fn letter(&mut self, letter: char, at: u32) {
        self.letters += 1;
        self.tokens.push(letter);
        self.spans.push((at, at + 1));
    }

    fn placeholder(&mut self, token: char, span: (u32, u32)) {
        if let (Some(&last), Some(end)) = (self.tokens.last(), self.spans.last_mut())
            && last == token
        {
            end.1 = span.1;
            return;
        }
        self.tokens.push(token);
        self.spans.push(span);
    }

    fn copy(&mut self, other: &Self, tokens: Range<usize>) {
        let copied = other.tokens.get(tokens.clone()).unwrap_or_default();
        self.letters += letters(copied);
        self.tokens.extend_from_slice(copied);
        self.spans.extend_from_slice(other.spans.get(tokens).unwrap_or_default());
    }

    fn phrase(&mut self, other: &Self, tokens: Range<usize>) {
        let spans = other.spans.get(tokens).unwrap_or_default();
        if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
            self.placeholder(PHRASE, (first.0, last.1));
        }
    }
}

/// A masked text of which nobody asks what its tokens stand for.
#[derive(Debug, Default)]
pub(super) struct Bare {
    tokens: Vec<char>,
}

impl Bare {
    /// How many letters are left, placeholders not counted.
    pub(super) fn letters(&self) -> usize {
        letters(&self.tokens)
    }
}

impl Tokens for Bare {
    fn with_capacity(tokens: usize) -> Self {
        Self { tokens: Vec::with_capacity(tokens) }
    }

    fn tokens(&self) -> &[char] {
        &self.tokens
    }

    fn letter(&mut self, letter: char, _: u32) {
        self.tokens.push(letter);
    }

    fn placeholder(&mut self, token: char, _: (u32, u32)) {
        if self.tokens.last() != Some(&token) {
            self.tokens.push(token);
        }
    }

    fn copy(&mut self, other: &Self, tokens: Range<usize>) {
        self.tokens.extend_from_slice(other.tokens.get(tokens).unwrap_or_default());
    }

    fn phrase(&mut self, _: &Self, _: Range<usize>) {
        self.placeholder(PHRASE, (0, 0));
    }
}

fn letters(tokens: &[char]) -> usize {
    tokens.iter().filter(|token| !is_placeholder(**token)).count()
}

/// Is it a placeholder and not a letter?
pub(super) fn is_placeholder(token: char) -> bool {
    matches!(token, NAME | NUMBER | LAW | PHRASE)
}

/// What is masked, as the office has set it.
#[derive(Debug)]
pub(super) struct Masker {
    self_first: Vec<char>,
    /// Words that mean an agency, with or without one of `self_first` before them.
    self_second: Vec<Vec<char>>,
    offices: Names,
    endings: Vec<Vec<char>>,
    phrases: Phrases,
    /// What everything but the agency's own names begins with that is not a letter by itself.
    firsts: Firsts,
}

impl Masker {
    /// From the lists of SIM-02.
    pub(crate) fn new(profile: &Profile) -> Self {
        let list = |name: &str| -> Vec<Vec<char>> {
            profile.words(id::SIM_02, name).iter().map(|word| word.chars().collect()).collect()
        };
        let mut masker = Self {
            self_first: list("self_first").into_iter().flatten().collect(),
            self_second: list("self_second"),
            offices: Names::new(list("offices")),
            endings: list("office_endings"),
            phrases: Phrases::default(),
            firsts: Firsts::default(),
        };
        masker.firsts.add('《');
        DIGITS.chars().chain(masker.self_first.iter().copied()).for_each(|c| masker.firsts.add(c));
        let phrases = profile.words(id::SIM_02, "boilerplate");
        masker.phrases = Phrases::new(phrases.iter().map(|phrase| masker.phrase(phrase)));
        masker
    }

    /// A set phrase as it stands in a text masked so far.
    fn phrase(&self, phrase: &str) -> Vec<char> {
        // `{agency}` and 「我县」 are masked alike.
        let text = phrase.replace("{agency}", "本单位").replace("《》", "《法》");
        self.without_names_and_numbers::<Bare>(text.chars(), &Names::default()).tokens
    }

    /// What the names of agencies end in.
    pub(crate) fn endings(&self) -> &[Vec<char>] {
        &self.endings
    }

    /// A text, masked: with what each token stands for, or the tokens alone.
    pub(crate) fn mask<O: Tokens>(&self, text: impl Iterator<Item = char>, names: &Names) -> O {
        let masked: O = self.without_names_and_numbers(text, names);
        let tokens = masked.tokens();
        let mut out: Option<O> = None;
        let (mut at, mut done) = (0, 0);
        while let Some(rest) = tokens.get(at..)
            && !rest.is_empty()
        {
            let Some(length) = self.phrases.length_at(rest) else {
                at += 1;
                continue;
            };
            let out = out.get_or_insert_with(|| O::with_capacity(tokens.len()));
            out.copy(&masked, done..at);
            out.phrase(&masked, at..at + length);
            at += length;
            done = at;
        }
        match out {
            Some(mut out) => {
                out.copy(&masked, done..tokens.len());
                out
            }
            None => masked,
        }
    }

    fn without_names_and_numbers<O: Tokens>(&self, text: impl Iterator<Item = char>, names: &Names) -> O {
        let chars: Vec<char> = text.take(MAX_CHARS).map(narrow).collect();
        let mut out = O::with_capacity(chars.len());
        let special = self.firsts.with(names.firsts()).with(self.offices.firsts());
        let mut at = 0;
        while let Some(rest) = chars.get(at..)
            && let Some(&first) = rest.first()
        {
            // Nearly every character is a letter by itself.
            if !special.may_have(first) {
                if is_alphanumeric(first) {
                    out.letter(first, at as u32);
                }
                at += 1;
                continue;
            }
            let placeholder = self.placeholder(first, rest, names);
            let length = placeholder.map_or(1, |(_, length)| length);
            // MAX_CHARS fits.
            match placeholder {
                Some((token, length)) => out.placeholder(token, (at as u32, (at + length) as u32)),
                None if is_alphanumeric(first) => out.letter(first, at as u32),
                None => {}
            }
            at += length;
        }
        out
    }

    /// The placeholder for what a text begins with, and how many characters it stands for.
    fn placeholder(&self, first: char, rest: &[char], names: &Names) -> Option<(char, usize)> {
        if let Some(length) = title(rest) {
            return Some((LAW, length));
        }
        if let Some(length) = names.length_at(rest).or_else(|| self.offices.length_at(rest)) {
            return Some((NAME, length));
        }
        if let Some(length) = number(rest) {
            return Some((NUMBER, length));
        }
        let second = || self.self_second.iter().find(|word| rest.get(1..).is_some_and(|rest| rest.starts_with(word)));
        let second = if self.self_first.contains(&first) { second() } else { None };
        second.map(|second| (NAME, 1 + second.len()))
    }
}

/// Wide Latin letters and digits as narrow ones.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// `《…》`.
fn title(rest: &[char]) -> Option<usize> {
    if rest.first() != Some(&'《') {
        return None;
    }
    let end = rest.iter().take(MAX_TITLE).position(|c| matches!(c, '》' | '\n'))?;
    (rest.get(end) == Some(&'》')).then_some(end + 1)
}

/// Digits, and the numerals that stand for them.
const DIGITS: &str = "0123456789〇○零一二三四五六七八九十百千万亿两";

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(
            c,
            '〇' | '○'
                | '零'
                | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '百'
                | '千'
                | '万'
                | '亿'
                | '两'
        )
}

/// Digits, with points and commas between them and a per cent sign after, or Chinese numerals.
fn number(rest: &[char]) -> Option<usize> {
    let mut length = 0;
    while let Some(c) = rest.get(length) {
        let inside = matches!(c, '.' | ',') && length > 0 && rest.get(length + 1).is_some_and(char::is_ascii_digit);
        if !is_digit(*c) && !inside {
            break;
        }
        length += 1;
    }
    if length > 0 && matches!(rest.get(length), Some('%' | '‰')) {
        length += 1;
    }
    (length > 0).then_some(length)
}
