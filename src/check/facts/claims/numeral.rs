//! Numbers as they are written: digits, full-width or not, 1,251, 1.2万, 二十一, 两千余, 百分之三.

use crate::report::Number;

use super::unit::unit_at;

/// How exactly it is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Range {
    Exact,
    /// 余, 多, 以上, 超过: this much and somewhat more.
    AtLeast,
    /// 约, 近, 左右, 不足: more or less.
    About,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Class {
    Count,
    /// So much money, in 元 or 万元.
    Money,
    /// Per cent.
    Percent,
    Year,
    /// A date, an ordinal, the number of a document, a phone number, a length of time.
    Other,
    /// A number without a unit: a count only in a list whose last member has one.
    Bare,
}

/// One number with its unit.
#[derive(Debug, Clone)]
pub(in crate::check::facts) struct Figure {
    pub(crate) value: Number,
    pub(crate) range: Range,
    pub(crate) class: Class,
    /// `件`, `万元`; empty where there is none.
    pub(crate) unit: &'static str,
    /// After its last character, the unit's included.
    pub(crate) end: usize,
}

const DIGITS: &str = "零一二三四五六七八九两";

/// The number that begins at `at`; `None` where none does.
pub(in crate::check::facts) fn read(chars: &[char], at: usize) -> Option<Figure> {
    let first = *chars.get(at)?;
    if first.is_ascii_digit() { read_arabic(chars, at) } else { read_chinese(chars, at) }
}

/// So many digits are a number whatever they are.
const FEW_DIGITS: usize = 15;

fn read_arabic(chars: &[char], at: usize) -> Option<Figure> {
    let digits = chars.get(at..)?.iter().map_while(|c| c.to_digit(10)).take(FEW_DIGITS + 1);
    let (length, value) = digits.fold((0, 0_i64), |(length, value), digit| (length + 1, value * 10 + i64::from(digit)));
    let end = at + length;
    // Nearly every number is written in plain digits.
    if length <= FEW_DIGITS && !matches!(chars.get(end), Some(',' | '.' | ' ')) {
        let is_year = length == 4 && (1900..2100).contains(&value);
        return Some(whole_number(chars, at..end, Some(Number::int(value)), is_year));
    }
    let (text, end) = grouped(chars, at);
    let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    Some(whole_number(chars, at..end, Number::parse(&text), is_year))
}

/// The digits of a number that may be written in groups or with a fraction, and where it ends.
fn grouped(chars: &[char], at: usize) -> (String, usize) {
    let mut text = String::new();
    let mut end = at;
    while let Some(&c) = chars.get(end) {
        let follows = |count: usize| (1..=count).all(|step| chars.get(end + step).is_some_and(char::is_ascii_digit));
        match c {
            '0'..='9' => text.push(c),
            ',' if follows(3) && !follows(4) && !text.contains('.') => {}
            // 1 286件: a blank sets thousands apart, where nothing but three digits stand behind it.
            ' ' if is_group(chars, at, end) && follows(3) && !follows(4) => {}
            '.' if follows(1) && !text.contains('.') => text.push('.'),
            _ => break,
        }
        end += 1;
    }
    (text, end)
}

/// What is written in these digits, with what stands around them.
fn whole_number(chars: &[char], digits: std::ops::Range<usize>, number: Option<Number>, is_year: bool) -> Figure {
    let (at, end) = (digits.start, digits.end);
    let looks_joined = is_joined(chars, at, end);
    let Some(value) = number.filter(|_| !looks_joined) else {
        // 1至9月 is no number of anything, and a month all the same.
        let (value, unit) = (number.unwrap_or(Number::ZERO), unit_at(chars, end).0);
        return Figure { value, range: Range::Exact, class: Class::Other, unit, end };
    };
    if is_year && chars.get(end) == Some(&'年') {
        return Figure { value, range: Range::Exact, class: Class::Year, unit: "年", end: end + 1 };
    }
    finish(chars, at, end, value)
}

/// May what was read so far be the first groups of digits with a blank behind each? The others have three.
fn is_group(chars: &[char], at: usize, end: usize) -> bool {
    let read = chars.get(at..end).unwrap_or_default();
    let mut groups = read.split(|c| *c == ' ');
    let is_number = |group: &[char]| group.iter().all(char::is_ascii_digit) && group.first() != Some(&'0');
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()) && is_number(group));
    first && groups.all(|group| group.len() == 3 && group.iter().all(char::is_ascii_digit))
}

/// Part of a phone number, a range, an ordinal, a document's number?
fn is_joined(chars: &[char], at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| chars.get(before)).copied();
    let doubled = before == Some('，')
        && end - at == 3
        && at.checked_sub(2).and_then(|place| chars.get(place)).is_some_and(char::is_ascii_digit);
    doubled
        || before.is_some_and(|c| {
            matches!(c, '第' | '〔' | '[' | '【' | '-' | '—' | '–' | '~' | '～' | '/' | '.' | ' ' | '№' | '－' | '+')
                || c.is_ascii_alphabetic()
                || (c == '至' && ends_range(chars, at))
        })
        || chars.get(end).is_some_and(|&c| {
            matches!(c, '-' | '—' | '–' | '~' | '～' | '/' | '〕' | ']' | '】' | ' ' | '号' | '－')
                || c.is_ascii_alphabetic()
                || (c == '至' && chars.get(end + 1).is_some_and(char::is_ascii_digit))
        })
}

/// Is what ends in 至 before `at` the beginning of a range? 结转至2025年 is none.
fn ends_range(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|before| chars.get(before));
    before.is_some_and(|c| c.is_ascii_digit() || "年月日号底末初起件条次".contains(*c))
}

/// The multiplier, what makes it inexact, and the unit.
fn finish(chars: &[char], at: usize, mut end: usize, mut value: Number) -> Figure {
    let mut class = None;
    for (sign, power) in [('万', 4), ('千', 3), ('百', 2)] {
        let is_money = sign == '万' && chars.get(end + 1) == Some(&'元');
        if chars.get(end) == Some(&sign) && !is_money {
            match times(value, power) {
                Some(larger) => value = larger,
                None => class = Some(Class::Other),
            }
            end += 1;
        }
    }
    finish_unit(chars, at, end, value, class)
}

fn finish_unit(chars: &[char], at: usize, mut end: usize, value: Number, mut class: Option<Class>) -> Figure {
    let mut range = prefix(chars, at);
    if chars.get(end).is_some_and(|c| matches!(c, '余' | '多' | '来')) {
        range = Range::AtLeast;
        end += 1;
    } else if chars.get(end) == Some(&'几') {
        class = Some(Class::Other);
    }
    if chars.get(end) == Some(&'%') {
        let end = end + 1;
        return Figure { value, range, class: class.unwrap_or(Class::Percent), unit: "%", end };
    }
    let (unit, known) = unit_at(chars, end);
    end += unit.chars().count();
    match chars.get(end..end + 2) {
        Some(['以', '上']) => range = Range::AtLeast,
        Some(['左', '右'] | ['上', '下'] | ['以', '内' | '下']) => range = Range::About,
        _ => {}
    }
    Figure { value, range, class: class.unwrap_or(known), unit, end }
}

/// 近, 约, 超过 before it.
fn prefix(chars: &[char], at: usize) -> Range {
    // Nearly every number has something else before it.
    let last = at.checked_sub(1).and_then(|last| chars.get(last));
    let may_end = |c: &char| matches!(c, '过' | '超' | '逾' | '于' | '少' | '达' | '约' | '近' | '足' | '右' | '到');
    if !last.is_some_and(may_end) {
        return Range::Exact;
    }
    let before = |words: &[&str]| {
        words.iter().any(|word| {
            let length = word.chars().count();
            at >= length && word.chars().enumerate().all(|(step, c)| chars.get(at - length + step) == Some(&c))
        })
    };
    if before(&["超过", "超", "逾", "不少于", "不低于", "至少", "多达"]) {
        Range::AtLeast
    } else if before(&["约", "近", "大约", "将近", "接近", "不足", "左右", "不到", "不超过"]) {
        Range::About
    } else {
        Range::Exact
    }
}

fn times(value: Number, power: u32) -> Option<Number> {
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let power = usize::try_from(power).ok()?;
    if fraction.len() > power {
        return None;
    }
    Number::parse(&format!("{whole}{fraction:0<power$}"))
}

/// 二十一件, 两千余条, 百分之三.
fn read_chinese(chars: &[char], at: usize) -> Option<Figure> {
    let is_part = |c: &char| begins(*c);
    if !chars.get(at).is_some_and(is_part) {
        return None;
    }
    let mut end = at;
    while chars.get(end).is_some_and(is_part) && end - at < 16 {
        // 万元 is a unit.
        if chars.get(end) == Some(&'万') && chars.get(end + 1) == Some(&'元') {
            break;
        }
        end += 1;
    }
    let run = chars.get(at..end).filter(|run| !run.is_empty())?;
    if run == ['百'] && chars.get(end) == Some(&'分') && chars.get(end + 1) == Some(&'之') {
        return per_cent(chars, at, end + 2);
    }
    let other = |end| Figure { value: Number::ZERO, range: Range::Exact, class: Class::Other, unit: "", end };
    if is_idiom(chars, at) {
        return Some(other(end));
    }
    if run.len() == 4 && run.iter().copied().all(is_digit) && chars.get(end) == Some(&'年') {
        let value = run.iter().try_fold(0_i64, |sum, c| Some(sum * 10 + digit(*c)?))?;
        let figure = Figure { value: Number::int(value), class: Class::Year, unit: "年", ..other(end + 1) };
        return Some(figure);
    }
    match value(run) {
        Some(value) => {
            let figure = finish_unit(chars, at, end, Number::int(value), None);
            // A numeral in words without a unit is part of a word.
            Some(if figure.class == Class::Bare { Figure { class: Class::Other, ..figure } } else { figure })
        }
        None => Some(other(end)),
    }
}

/// 每一件, 第三条, 同一件.
fn is_idiom(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    before.is_some_and(|c| "第每任同逐另首头这那某统唯进之单数几好前后初其".contains(*c))
}

fn per_cent(chars: &[char], at: usize, from: usize) -> Option<Figure> {
    if chars.get(from) == Some(&'百') {
        let value = Number::int(100);
        return Some(Figure { value, range: Range::Exact, class: Class::Percent, unit: "%", end: from + 1 });
    }
    let figure = read(chars, from)?;
    Some(Figure { range: prefix(chars, at), class: Class::Percent, unit: "%", ..figure })
}

/// Can a number in words begin with it?
pub(super) fn begins(c: char) -> bool {
    is_digit(c) || matches!(c, '十' | '百' | '千' | '万' | '廿' | '卅')
}

fn is_digit(c: char) -> bool {
    matches!(c, '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '两')
}

fn digit(c: char) -> Option<i64> {
    match c {
        '两' => Some(2),
        _ => DIGITS.chars().position(|known| known == c).and_then(|position| i64::try_from(position).ok()),
    }
}

/// 一百零五, 廿三, 三万二千; `None` for 二三 and other runs that are no one number.
fn value(run: &[char]) -> Option<i64> {
    let (mut total, mut section, mut pending) = (0_i64, 0_i64, None);
    let mut last_unit = i64::MAX;
    for &c in run {
        if let Some(digit) = digit(c) {
            if pending.is_some_and(|before| before != 0) {
                return None;
            }
            pending = Some(digit);
            continue;
        }
        if c == '万' {
            total = (total + section + pending.take().unwrap_or(0)).checked_mul(10_000)?;
            (section, last_unit) = (0, i64::MAX);
            continue;
        }
        let (unit, times) = match c {
            '十' => (10, pending.take().unwrap_or(1)),
            '廿' => (10, 2),
            '卅' => (10, 3),
            '百' => (100, pending.take()?),
            '千' => (1000, pending.take()?),
            _ => return None,
        };
        let times = if times == 0 && unit == 10 { 1 } else { times };
        if unit >= last_unit || times == 0 {
            return None;
        }
        last_unit = unit;
        section += unit * times;
    }
    Some(total + section + pending.unwrap_or(0))
}

#[cfg(test)]
mod tests;
