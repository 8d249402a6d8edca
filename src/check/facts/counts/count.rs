//! One number of a sentence, and the words around it.

use std::borrow::Cow;
use std::ops::Range;

use crate::check::facts::claims::{Class, figure_at, is_thing};
use crate::report::Number;

/// A character of Chinese text has so many bytes.
const HAN: usize = 3;
/// The unit of a share or a rate.
const PER_CENT: &str = "%";

/// A number of things, of money, or per cent.
#[derive(Debug, Clone)]
pub(in crate::check) struct Count {
    pub(crate) value: Number,
    /// Neither 约 nor 余 nor 近, nor a number of 万 with decimal places.
    pub(crate) exact: bool,
    pub(crate) unit: &'static str,
    /// What stands before it since the last stop, or since the number before.
    pub(crate) label: String,
    /// The clauses without a number before that, back to the number before, or to the sentence's beginning.
    pub(crate) lead: String,
    /// What stands behind it up to the next stop or number.
    pub(crate) tail: String,
    /// The stop before the label; none where a number stands there, or nothing.
    pub(crate) stop: Option<char>,
    /// It follows the number before with nothing but that stop between.
    pub(crate) adjacent: bool,
    /// A stop that ends a statement, or the sentence's beginning, stands between it and the number before.
    pub(crate) starts: bool,
    /// It stands in brackets.
    pub(crate) bracketed: bool,
    /// Where it stands in the section's text.
    pub(crate) place: Range<usize>,
}

impl Count {
    pub(crate) fn is_share(&self) -> bool {
        self.unit == PER_CENT
    }

    /// What is counted, as it is written around the number.
    pub(crate) fn named(&self) -> String {
        format!("{}{}", self.label, self.tail)
    }

    /// Lead and label.
    pub(crate) fn words(&self) -> String {
        format!("{}{}", self.lead, self.label)
    }
}

/// The last clause of some words: what stands behind their last stop.
pub(in crate::check) fn clause(words: &str) -> &str {
    words.trim_end_matches(is_stop).rsplit(is_stop).next().unwrap_or_default()
}

fn is_stop(c: char) -> bool {
    matches!(c, '，' | ',' | '、' | '：' | '；' | '。' | '！' | '？' | '（' | '）')
}

/// The numbers of a sentence.
pub(super) fn counts(chars: &[char], place: impl Fn(usize, usize) -> (usize, usize)) -> Vec<Count> {
    let figures = figures(chars);
    let mut found: Vec<Count> = Vec::with_capacity(figures.len());
    let mut from = 0;
    for (index, figure) in figures.iter().enumerate() {
        let next = figures.get(index + 1).map_or(chars.len(), |next| next.start);
        let asides = |range: Range<usize>| plain(chars, range, &figures);
        let (lead, stop, label) = split(&asides(from..figure.start));
        let tail: String = asides(figure.end..next).iter().take_while(|c| !is_stop(**c)).collect();
        let ends = |c: char| matches!(c, '；' | '。' | '！' | '？');
        let (start, end) = place(figure.start, figure.end);
        found.push(Count {
            value: figure.value,
            exact: figure.exact,
            unit: figure.unit,
            adjacent: index > 0 && lead.is_empty() && chars.get(from).is_some_and(|c| is_stop(*c)),
            starts: index == 0 || stop.is_some_and(ends) || lead.contains(ends),
            bracketed: is_bracketed(chars, figure.start),
            label,
            lead,
            tail,
            stop,
            place: start..end,
        });
        from = figure.end;
    }
    found
}

/// Where a number stands in the sentence.
struct Figure {
    start: usize,
    end: usize,
    value: Number,
    exact: bool,
    unit: &'static str,
}

fn figures(chars: &[char]) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if c == '《' {
            at += chars.iter().skip(at).position(|&c| c == '》').unwrap_or(0) + 1;
            continue;
        }
        let Some(figure) = begins_number(c).then(|| figure_at(chars, at)).flatten() else {
            at += 1;
            continue;
        };
        let end = figure.end.max(at + 1);
        let counts = match figure.class {
            Class::Count | Class::Money | Class::Percent => true,
            _ => is_thing(figure.unit),
        };
        if counts || figure.class == Class::Bare {
            let written = chars.get(at..end).unwrap_or_default();
            let rounded = written.contains(&'.') && written.contains(&'万') && figure.unit != "万元";
            let exact = figure.range == crate::check::facts::claims::Range::Exact && !rounded;
            found.push(Figure { start: at, end, value: figure.value, exact, unit: figure.unit });
        }
        at = end;
    }
    share_units(chars, &mut found);
    found
}

/// `县本级29、县直41、乡镇12件`: the unit is that of the last. Other numbers without a unit count nothing.
fn share_units(chars: &[char], figures: &mut Vec<Figure>) {
    let mut next: Option<(usize, &'static str)> = None;
    for figure in figures.iter_mut().rev() {
        if figure.unit.is_empty()
            && let Some((start, unit)) = next
        {
            let between = chars.get(figure.end..start).unwrap_or_default();
            let listed = between.first() == Some(&'、') && !between.iter().skip(1).any(|c| is_stop(*c));
            figure.unit = if listed { unit } else { "" };
        }
        next = Some((figure.start, figure.unit));
    }
    figures.retain(|figure| !figure.unit.is_empty());
}

fn begins_number(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(
            c,
            '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '廿' | '卅' | '零'
        )
}

/// A stretch of a sentence without what stands in brackets and counts nothing.
fn plain<'c>(chars: &'c [char], range: Range<usize>, figures: &[Figure]) -> Cow<'c, [char]> {
    let stretch = chars.get(range.clone()).unwrap_or_default();
    if !stretch.contains(&'（') {
        return Cow::Borrowed(stretch);
    }
    let mut text = Vec::with_capacity(stretch.len());
    let mut at = range.start;
    while let Some(&c) = chars.get(at).filter(|_| at < range.end) {
        let close =
            (c == '（').then(|| chars.iter().skip(at).position(|&c| c == '）')).flatten().map(|close| at + close);
        let counts = |close: usize| figures.iter().any(|figure| (at..close).contains(&figure.start));
        if let Some(close) = close.filter(|&close| close < range.end && !counts(close)) {
            // 含转入件 says what is counted.
            let inside = chars.get(at + 1..close).unwrap_or_default();
            if inside.iter().any(|c| "含除不另".contains(*c)) {
                text.extend(inside);
            }
            at = close + 1;
            continue;
        }
        text.push(c);
        at += 1;
    }
    Cow::Owned(text)
}

/// Lead, the stop before the label, and the label.
fn split(before: &[char]) -> (String, Option<char>, String) {
    let text = |chars: &[char]| {
        let mut text = String::with_capacity(chars.len() * HAN);
        text.extend(chars);
        text
    };
    let split = before.iter().rposition(|c| is_stop(*c)).and_then(|at| before.split_at_checked(at));
    // What follows the number before up to the first stop belongs to that one.
    let Some((lead, [stop, label @ ..])) = split else { return (String::new(), None, text(before)) };
    (text(lead), Some(if *stop == ',' { '，' } else { *stop }), text(label))
}

fn is_bracketed(chars: &[char], at: usize) -> bool {
    let before = chars.get(..at).unwrap_or_default();
    before.iter().rev().find(|c| matches!(c, '（' | '）')) == Some(&'（')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Count> {
        let chars: Vec<char> = text.chars().collect();
        counts(&chars, |start, end| (start, end))
    }

    #[test]
    fn numbers_of_things_are_read_in_any_unit_and_dates_and_ordinals_are_not() {
        for (text, expected) in [
            ("共126人参加，其中机关48人", vec![(126, "人"), (48, "人")]),
            ("县本级29、县直41、乡镇12件", vec![(29, "件"), (41, "件"), (12, "件")]),
            ("占39.5%", vec![]),
            ("两场、三十家", vec![(2, "场"), (30, "家")]),
            ("2024年5月1日第3次会议，《办法》第12条，编号29、", vec![]),
            ("《关于3件实事的通知》", vec![]),
        ] {
            let found: Vec<(i64, &str)> =
                read(text).iter().filter_map(|count| Some((count.value.as_int()?, count.unit))).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn the_words_around_a_number_are_told_apart() {
        let found = read("全年（不含所属）收到5件申请，按来源分：网上（含微信）3件、信函2件。");
        let words: Vec<(&str, &str, &str)> =
            found.iter().map(|count| (&*count.lead, &*count.label, &*count.tail)).collect();
        assert_eq!(words, [("", "全年不含所属收到", "申请"), ("申请，按来源分", "网上含微信", ""), ("", "信函", "")]);
        assert_eq!(found.iter().map(|count| count.stop).collect::<Vec<_>>(), [None, Some('：'), Some('、')]);
        assert_eq!(found.iter().map(|count| count.adjacent).collect::<Vec<_>>(), [false, false, true]);
    }

    #[test]
    fn about_is_not_exact() {
        for text in ["约50人", "50余人", "近50人", "1.26万条"] {
            assert!(read(text).iter().all(|count| !count.exact), "{text}");
        }
        assert!(read("50人").iter().all(|count| count.exact));
    }
}
