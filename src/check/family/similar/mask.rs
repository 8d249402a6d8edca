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
            plain.push(letter, (at, at + 1));
        }
        plain
    }

    /// The letters and placeholders.
    pub(super) fn tokens(&self) -> &[char] {
        &self.tokens
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

    /// Adds a token; equal placeholders in a row are one.
    fn push(&mut self, token: char, span: (u32, u32)) {
        if is_placeholder(token) {
            if let (Some(&last), Some(end)) = (self.tokens.last(), self.spans.last_mut())
                && last == token
            {
                end.1 = span.1;
                return;
            }
            self.tokens.push(token);
            self.spans.push(span);
        } else {
            self.letter(token, span.0);
        }
    }

    /// Adds a letter that stands for itself.
    fn letter(&mut self, letter: char, at: u32) {
        self.letters += 1;
        self.tokens.push(letter);
        self.spans.push((at, at + 1));
    }
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
        self.without_names_and_numbers(text.chars(), &Names::default()).tokens
    }

    /// What the names of agencies end in.
    pub(crate) fn endings(&self) -> &[Vec<char>] {
        &self.endings
    }

    pub(crate) fn mask(&self, text: impl Iterator<Item = char>, names: &Names) -> Masked {
        let masked = self.without_names_and_numbers(text, names);
        let mut out = Masked {
            tokens: Vec::with_capacity(masked.tokens.len()),
            spans: Vec::with_capacity(masked.tokens.len()),
            letters: 0,
        };
        let mut at = 0;
        while let Some((&token, &span)) = masked.tokens.get(at).zip(masked.spans.get(at)) {
            match self.phrases.length_at(masked.tokens.get(at..).unwrap_or_default()) {
                Some(length) => {
                    let end = masked.spans.get(at + length - 1).map_or(span.1, |last| last.1);
                    out.push(PHRASE, (span.0, end));
                    at += length;
                }
                None => {
                    out.push(token, span);
                    at += 1;
                }
            }
        }
        out
    }

    fn without_names_and_numbers(&self, text: impl Iterator<Item = char>, names: &Names) -> Masked {
        let chars: Vec<char> = text.take(MAX_CHARS).map(narrow).collect();
        let mut out =
            Masked { tokens: Vec::with_capacity(chars.len()), spans: Vec::with_capacity(chars.len()), letters: 0 };
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
            let (token, length) = self.token(first, rest, names);
            // MAX_CHARS fits.
            let span = (at as u32, (at + length) as u32);
            if let Some(token) = token {
                out.push(token, span);
            }
            at += length;
        }
        out
    }

    /// The token that a text begins with, and how many characters it stands for. `None`: dropped.
    fn token(&self, first: char, rest: &[char], names: &Names) -> (Option<char>, usize) {
        let letter = (is_alphanumeric(first).then_some(first), 1);
        if let Some(length) = title(rest) {
            return (Some(LAW), length);
        }
        if let Some(length) = names.length_at(rest).or_else(|| self.offices.length_at(rest)) {
            return (Some(NAME), length);
        }
        if let Some(length) = number(rest) {
            return (Some(NUMBER), length);
        }
        if self.self_first.contains(&first)
            && let Some(second) =
                self.self_second.iter().find(|word| rest.get(1..).is_some_and(|r| r.starts_with(word)))
        {
            return (Some(NAME), 1 + second.len());
        }
        letter
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
