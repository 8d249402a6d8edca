//! What stands around a number: the words before it and after it, as far as they belong to it.

use crate::report::Number;

use super::lexicon::{Mark, Topic, Who};
use super::numeral::Class;
use super::tokens::{Stop, Token};

/// Which marks stand there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::check) struct Marks(u64);

impl Marks {
    pub(crate) fn add(&mut self, mark: Mark) {
        self.0 |= 1 << (mark as u32);
    }

    pub(crate) fn has(self, mark: Mark) -> bool {
        self.0 & (1 << (mark as u32)) != 0
    }

    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Some words together.
#[derive(Debug, Clone, Default)]
pub(in crate::check) struct Bag {
    /// In the order of the text.
    pub(crate) topics: Vec<Topic>,
    pub(crate) acts: Vec<&'static str>,
    pub(crate) who: Vec<Who>,
    pub(crate) marks: Marks,
    /// Words for a channel.
    pub(crate) channels: usize,
    pub(crate) years: Vec<i64>,
    /// Characters that no word covers.
    pub(crate) unknown: usize,
    /// What brackets say that it was counted as: 驳回1件（计入其他结果）.
    pub(crate) counted_as: Option<&'static str>,
}

/// The words around the number at one token.
#[derive(Debug, Clone, Default)]
pub(in crate::check) struct Around {
    /// Before it, since the last stop.
    pub(crate) near: Bag,
    /// Before that, since the number before.
    pub(crate) far: Bag,
    /// After it, up to the next stop.
    pub(crate) right: Bag,
    /// No stop lies between it and the number before: `near` may be what belongs to that one.
    pub(crate) touches: bool,
    /// A semicolon, or the sentence's beginning, lies between it and the number before.
    pub(crate) starts: bool,
    /// It stands in brackets that the number before has not left.
    pub(crate) inside: bool,
    /// It stands in brackets.
    pub(crate) bracketed: bool,
    /// A colon stands before it: what it belongs to was said of all that follow.
    pub(crate) listed: bool,
    /// Characters between the stop before and the first word that is known.
    pub(crate) lead: usize,
    /// Characters between it and the first word behind it that is known.
    pub(crate) trail: usize,
}

/// Looks around the token at `at`.
pub(super) fn around(tokens: &[Token], at: usize) -> Around {
    let mut found = Around { bracketed: is_bracketed(tokens, at), ..Around::default() };
    let (near, stop) = near(tokens, at, &mut found.touches);
    found.near = bag(tokens, near.clone(), false);
    let start = near.start;
    let from = start.checked_sub(1).and_then(|before| tokens.get(before)).map_or(0, |before| before.end);
    found.lead = tokens.get(start).map_or(0, |first| first.start.saturating_sub(from));
    if !found.touches {
        let (far, is_start) = far(tokens, stop);
        found.far = bag(tokens, far, false);
        found.starts = is_start;
        found.listed = start > 0 && tokens.get(start - 1).and_then(Token::stop) == Some(Stop::Colon);
        found.inside = start > 0 && tokens.get(start - 1).and_then(Token::stop) == Some(Stop::Open);
    }
    found.right = right(tokens, at);
    let behind = tokens.get(at).zip(tokens.get(at + 1));
    found.trail = behind.map_or(0, |(number, next)| next.start.saturating_sub(number.end));
    found
}

/// Does the number stand in brackets?
fn is_bracketed(tokens: &[Token], at: usize) -> bool {
    let stops = tokens.get(..at).unwrap_or_default().iter().rev().filter(|token| !token.aside).filter_map(Token::stop);
    let bracket = stops.into_iter().find(|stop| matches!(stop, Stop::Open | Stop::Close));
    bracket == Some(Stop::Open)
}

/// The tokens before `at` up to a stop, and where the stop is.
fn near(tokens: &[Token], at: usize, touches: &mut bool) -> (std::ops::Range<usize>, usize) {
    let mut start = at;
    while let Some(token) = start.checked_sub(1).and_then(|before| tokens.get(before)) {
        if is_number(token) {
            *touches = true;
            break;
        }
        match token.stop() {
            None => {}
            Some(_) if token.aside => {}
            Some(Stop::Pause) if !number_before(tokens, start - 1) => {}
            Some(_) => break,
        }
        start -= 1;
    }
    (start..at, start.saturating_sub(1))
}

/// Is there a number before this token, with no stop but pauses between?
fn number_before(tokens: &[Token], at: usize) -> bool {
    for token in tokens.iter().take(at).rev() {
        if is_number(token) {
            return true;
        }
        if token.stop().is_some_and(|stop| stop != Stop::Pause && !token.aside) {
            return false;
        }
    }
    false
}

/// The tokens before the stop, without those that belong to the number before; and: did a sentence part begin there?
fn far(tokens: &[Token], stop: usize) -> (std::ops::Range<usize>, bool) {
    let mut start = stop;
    let mut last_stop = stop;
    if tokens.get(stop).and_then(Token::stop) == Some(Stop::Semi) {
        return (stop..stop, true);
    }
    while let Some(token) = start.checked_sub(1).and_then(|before| tokens.get(before)) {
        if is_number(token) {
            return (last_stop..stop, false);
        }
        match token.stop() {
            Some(Stop::Semi) => return (start..stop, true),
            Some(_) if !token.aside => last_stop = start - 1,
            _ => {}
        }
        start -= 1;
    }
    (start..stop, true)
}

fn right(tokens: &[Token], at: usize) -> Bag {
    let mut end = at + 1;
    while let Some(token) = tokens.get(end) {
        if is_number(token) {
            // What lies between two numbers without a stop is the second one's.
            return Bag::default();
        }
        if token.stop().is_some() && !token.aside {
            break;
        }
        end += 1;
        // 7件中有的予以公开: what is said of some of them is not said of the number.
        if token.word().is_some_and(|word| word.mark == Some(Mark::Among)) {
            break;
        }
    }
    let mut found = bag(tokens, at + 1..end, true);
    // "56件（含上年结转2件）"
    let opens = tokens.get(end).and_then(Token::stop) == Some(Stop::Open);
    let inside = tokens.get(end + 1).and_then(Token::word).and_then(|word| word.mark);
    if let Some(mark) = inside.filter(|mark| opens && matches!(mark, Mark::Including | Mark::WithPartial)) {
        found.marks.add(mark);
    }
    found
}

/// A number that words belong to.
fn is_number(token: &Token) -> bool {
    token.figure().is_some_and(|figure| matches!(figure.class, Class::Count | Class::Money | Class::Percent))
}

/// All words of a range of tokens.
pub(super) fn bag(tokens: &[Token], range: std::ops::Range<usize>, after: bool) -> Bag {
    let mut bag = Bag::default();
    let Some(part) = tokens.get(range.clone()) else { return bag };
    let (mut covered, mut month) = (0, None);
    for token in part {
        covered += token.end - token.start;
        if let Some(figure) = token.figure().filter(|figure| figure.class == Class::Year) {
            bag.years.extend(figure.value.as_int());
        }
        // 十日内: so many of them in that time.
        let is_time = |unit: &str| matches!(unit, "天" | "小时" | "工作日" | "个工作日" | "个自然日");
        if token.figure().is_some_and(|figure| is_time(figure.unit) || (figure.unit == "日" && month.is_none())) {
            bag.marks.add(Mark::Few);
        }
        month = token.figure().filter(|figure| figure.unit == "月").map(|figure| figure.value).or(month);
        let Some(word) = token.word() else { continue };
        if let Some(mark) = word.mark {
            bag.marks.add(mark);
            if matches!(mark, Mark::Portion | Mark::Timely) {
                bag.marks.add(Mark::Share);
            }
            if mark == Mark::Span {
                bag.marks.add(Mark::Period);
            }
            bag.channels += usize::from(mark == Mark::Channel);
        }
        if token.aside {
            bag.counted_as = bag.counted_as.or(word.act.filter(|act| *act == "other_result"));
            continue;
        }
        bag.topics.extend(word.topic);
        bag.acts.extend(word.act);
        bag.who.extend(word.who);
    }
    // 截至6月底: not of the whole year.
    if month.is_some_and(|month| month != Number::int(12)) {
        bag.marks.add(Mark::Period);
        bag.marks.add(Mark::Span);
    }
    // Before a number everything up to it counts, after it what lies between the words.
    let first = part.first().map(|token| token.start);
    let end = if after { part.last().map(|token| token.end) } else { tokens.get(range.end).map(|token| token.start) };
    let whole = end.zip(first).map_or(0, |(end, first)| end.saturating_sub(first));
    bag.unknown = whole.saturating_sub(covered);
    bag
}
