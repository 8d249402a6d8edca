//! A sentence as known words, numbers and stops.

use crate::base::han::is_common;

use super::lexicon::{Lexicon, Mark, Topic, Word};
use super::numeral;
use super::numeral::{Class, Figure};
use super::text::Sentence;

/// 按申请提交的渠道分 is not longer than this.
const OPENING: usize = 14;

/// A stop within a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// `，`.
    Comma,
    /// `、`.
    Pause,
    /// `；`, or the sentence's end.
    Semi,
    /// `：`.
    Colon,
    /// `（`.
    Open,
    /// `）`.
    Close,
}

/// What stands at a place of a sentence.
#[derive(Debug, Clone)]
pub(super) enum What {
    Word(Word),
    Figure(Figure),
    Stop(Stop),
}

/// One piece with its place: first character, and after the last.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) what: What,
    /// It stands in brackets without any number: an aside.
    pub(crate) aside: bool,
}

impl Token {
    pub(crate) fn word(&self) -> Option<&Word> {
        match &self.what {
            What::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(crate) fn figure(&self) -> Option<&Figure> {
        match &self.what {
            What::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    /// A number of things, or of money.
    pub(crate) fn quantity(&self) -> Option<&Figure> {
        self.figure().filter(|figure| matches!(figure.class, Class::Count | Class::Money))
    }

    pub(crate) fn stop(&self) -> Option<Stop> {
        match self.what {
            What::Stop(stop) => Some(stop),
            _ => None,
        }
    }
}

/// The pieces of a sentence, in order.
pub(super) fn tokens(sentence: &Sentence<'_>) -> Vec<Token> {
    let (chars, lexicon) = (sentence.chars, Lexicon::get());
    let mut tokens = Vec::with_capacity(chars.len() / 2);
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if c == '《' {
            let close = chars.iter().skip(at).position(|&c| c == '》');
            at += close.unwrap_or(0) + 1;
            continue;
        }
        // With most characters nothing begins but a word, if anything.
        let next = match is_common(c) && !numeral::begins(c) {
            true if lexicon.is_idle(c) => None,
            true => word_at(lexicon, chars, at).map(|(word, length)| (What::Word(word), at + length)),
            false => piece(lexicon, chars, at, c),
        };
        let end = next.as_ref().map_or(at + 1, |(_, end)| *end);
        if let Some((what, end)) = next {
            tokens.push(Token { start: at, end, what, aside: false });
        }
        at = end.max(at + 1);
    }
    share_units(&mut tokens);
    mark_asides(&mut tokens);
    name_suits(chars, &mut tokens);
    tokens
}

/// `行政诉讼64件，其中27件经过复议`: of suits alone it says that they came after a review.
fn name_suits(chars: &[char], tokens: &mut [Token]) {
    if !tokens.iter().any(|token| went_through(chars, token)) {
        return;
    }
    for statement in tokens.split_mut(|token| token.stop() == Some(Stop::Semi)) {
        let (went, others): (Vec<&mut Token>, Vec<&mut Token>) =
            statement.iter_mut().partition(|token| went_through(chars, token));
        let topics: Vec<Topic> = others.iter().filter_map(|token| token.word()?.topic).collect();
        if topics.contains(&Topic::Reconsideration) || !topics.iter().any(|topic| topic.is_suit()) {
            continue;
        }
        for token in went {
            if let What::Word(word) = &mut token.what {
                word.topic = Some(Topic::LitigationAfter);
            }
        }
    }
}

/// 经复议, 经过行政复议.
fn went_through(chars: &[char], token: &Token) -> bool {
    let is_review = token.word().is_some_and(|word| word.topic == Some(Topic::Reconsideration));
    is_review
        && chars.get(..token.start).is_some_and(|before| before.ends_with(&['经']) || before.ends_with(&['经', '过']))
}

fn piece(lexicon: &Lexicon, chars: &[char], at: usize, c: char) -> Option<(What, usize)> {
    let stop = match c {
        _ if is_common(c) => None,
        '，' | ',' => Some(Stop::Comma),
        '、' => Some(Stop::Pause),
        '；' | '。' | '！' | '？' => Some(Stop::Semi),
        '：' => Some(Stop::Colon),
        '（' => Some(Stop::Open),
        '）' => Some(Stop::Close),
        _ => None,
    };
    if let Some(stop) = stop {
        return Some((What::Stop(stop), at + 1));
    }
    let word = word_at(lexicon, chars, at);
    let weak = word.is_none_or(|(word, _)| word.mark == Some(Mark::None) && word.act.is_none());
    if weak && let Some(figure) = numeral::read(chars, at) {
        let end = figure.end;
        if word.is_none() || figure.class == Class::Count {
            return Some((What::Figure(figure), end));
        }
    }
    word.map(|(word, length)| (What::Word(word), at + length))
}

/// The word at a place. 均无偿 is 均 and 无偿, though 均无 be a word too.
fn word_at(lexicon: &Lexicon, chars: &[char], at: usize) -> Option<(Word, usize)> {
    let (word, length) = lexicon.at(chars.get(at..)?)?;
    let last = at + length.checked_sub(1)?;
    let goes_on = |last: usize| {
        lexicon.at(chars.get(last..)?).filter(|(other, length)| *length > 1 && other.mark != Some(Mark::None))
    };
    let is_open = length > 1 && word.mark == Some(Mark::None) && matches!(chars.get(last), Some('无' | '有'));
    match is_open.then(|| goes_on(last)).flatten() {
        Some(_) => lexicon.at(chars.get(at..last)?),
        None => Some((word, length)),
    }
}

/// Does the sentence divide what the one before has counted: 其中…, 按内容分…, 从渠道看…?
pub(super) fn continues(sentence: &Sentence<'_>, tokens: &[Token]) -> bool {
    let first = tokens.first();
    if first.and_then(Token::word).is_some_and(|word| word.mark == Some(Mark::Part)) {
        return first.is_some_and(|token| token.start == 0);
    }
    let end = tokens.iter().find(|token| token.stop().is_some()).map_or(0, |token| token.start);
    let opening = sentence.chars.get(..end).unwrap_or_default();
    matches!(opening.first(), Some('按' | '从'))
        && opening.len() <= OPENING
        && matches!(opening.last(), Some('分' | '看' | '类' | '计' | '讲' | '说' | '来'))
}

/// `3、2、1件`: the unit is that of the last.
fn share_units(tokens: &mut [Token]) {
    let mut unit = None;
    for index in (0..tokens.len()).rev() {
        let Some(token) = tokens.get_mut(index) else { continue };
        match &mut token.what {
            What::Figure(figure) => match (figure.class, unit) {
                (Class::Bare, Some((class, name))) => (figure.class, figure.unit) = (class, name),
                (Class::Count | Class::Money, _) => unit = Some((figure.class, figure.unit)),
                _ => unit = None,
            },
            What::Stop(Stop::Pause) => {}
            // 和 and 及 are fillers.
            What::Word(word) if word.mark == Some(Mark::Filler) && token.end - token.start == 1 => {}
            _ => unit = None,
        }
    }
}

/// Marks what stands in brackets without a number: it does not say what a number outside is.
fn mark_asides(tokens: &mut [Token]) {
    let mut open: Option<usize> = None;
    for index in 0..tokens.len() {
        let Some(token) = tokens.get(index) else { return };
        if token.quantity().is_some() {
            open = None;
        }
        match token.stop() {
            Some(Stop::Open) => open = Some(index),
            Some(Stop::Close) => {
                if let Some(inside) = open.take().and_then(|open| tokens.get_mut(open..=index)) {
                    inside.iter_mut().for_each(|token| token.aside = true);
                }
            }
            _ => {}
        }
    }
}
