//! Years and days in texts.

use std::ops::Range;

const NUMERALS: &str = "一二三四五六七八九十";

/// A year in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Year {
    pub(crate) year: u16,
    /// As it stands: `2023`, `二〇二三`.
    pub(crate) text: String,
    /// With its `年`.
    pub(crate) place: Range<usize>,
}

/// The years of a text, one after the other.
pub(in crate::check) fn years(text: &str) -> impl Iterator<Item = Year> + '_ {
    text.match_indices('年').filter_map(move |(at, mark)| {
        let before = text.get(..at)?;
        let start = before.char_indices().rev().take_while(|(_, c)| digit(*c).is_some()).take(5).last()?.0;
        let digits = before.get(start..)?;
        let year = digits.chars().filter_map(digit).fold(0, |sum, digit| sum * 10 + digit);
        let is_year = digits.chars().count() == 4 && (2000..2100).contains(&year);
        is_year.then(|| Year {
            year: u16::try_from(year).unwrap_or(0),
            text: digits.to_owned(),
            place: start..at + mark.len(),
        })
    })
}

pub(in crate::check) fn first_year(text: &str) -> Option<Year> {
    years(text).next()
}

/// A number of a month or a day, in digits or in words: `12`, `十二`, `二十`, `三十一`.
pub(in crate::check) fn number(text: &str) -> Option<u8> {
    let digit = |text: &str| -> Option<u8> {
        let mut chars = text.chars();
        let only = chars.next().filter(|_| chars.next().is_none())?;
        "一二三四五六七八九".chars().zip(1..).find(|(numeral, _)| *numeral == only).map(|(_, value)| value)
    };
    if text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let Some((tens, ones)) = text.split_once('十') else { return digit(text) };
    let tens = if tens.is_empty() { 1 } else { digit(tens).filter(|tens| *tens <= 3)? };
    let ones = if ones.is_empty() { 0 } else { digit(ones)? };
    Some(tens * 10 + ones)
}

/// A day as it stands in a text: `2月30日`, `2022年2月30日`.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::check) struct Day {
    /// Where it is named.
    pub(crate) year: Option<u16>,
    pub(crate) month: u8,
    pub(crate) day: u8,
    pub(crate) place: Range<usize>,
}

impl Day {
    /// Is there such a day in any year, or in the one that is named?
    pub(crate) fn exists(&self) -> bool {
        let leaps = self.year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
        let days = match self.month {
            2 => 28 + u8::from(leaps),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (1..=days).contains(&self.day)
    }
}

/// The days of a text, one after the other.
pub(in crate::check) fn days(text: &str) -> impl Iterator<Item = Day> + '_ {
    text.match_indices('月').filter_map(move |(at, mark)| {
        let (before, behind) = (text.get(..at)?, text.get(at + mark.len()..)?);
        let part_of = |c: char| c.is_ascii_digit() || NUMERALS.contains(c);
        let start = before.char_indices().rev().take_while(|(_, c)| part_of(*c)).take(4).last()?.0;
        let length = behind.find(|c: char| !part_of(c))?;
        let end = at + mark.len() + length;
        let after = text.get(end..)?.strip_prefix('日')?;
        let (month, day) = (number(before.get(start..)?)?, number(behind.get(..length)?)?);
        // 1-6月30日, 第3月1日, 8.5月: no month of a date.
        let joined = before.get(..start)?.ends_with(['-', '—', '－', '~', '～', '.', '第', '/']);
        let named = year_before(text, start);
        let start = named.as_ref().map_or(start, |year| year.place.start);
        let place = start..text.len() - after.len();
        (!joined).then_some(Day { year: named.map(|year| year.year), month, day, place })
    })
}

/// The year that ends where this begins. Only the few characters that a year has are looked at.
fn year_before(text: &str, end: usize) -> Option<Year> {
    let before = text.get(..end)?;
    let from = before.char_indices().rev().take(YEAR).last()?.0;
    let mut year = years(before.get(from..)?).last()?;
    year.place = from + year.place.start..from + year.place.end;
    (year.place.end == end).then_some(year)
}

/// So many characters tell a year from a longer number: five digits and 年.
const YEAR: usize = 6;

fn digit(c: char) -> Option<u32> {
    let value = match c {
        '〇' | '○' | '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return c.to_digit(10),
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    #[test]
    fn years_are_found_in_digits_and_numerals() {
        let named: Vec<u16> = super::years("12023年，2023年、二〇二四年；1987年12月").map(|year| year.year).collect();
        assert_eq!(named, [2023, 2024]);
    }

    #[test]
    fn numbers_of_days_are_read_in_words_too() {
        for (text, expected) in [
            ("1", Some(1)),
            ("31", Some(31)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("三十一", Some(31)),
            ("", None),
            ("一二", None),
            ("九十", None),
            ("+1", None),
        ] {
            assert_eq!(super::number(text), expected, "{text}");
        }
    }

    #[test]
    fn days_that_no_calendar_has_are_told_from_others() {
        for (text, missing) in [
            ("2022年2月30日召开会议", vec!["2022年2月30日"]),
            ("于11月31日公布", vec!["11月31日"]),
            ("二〇二三年九月三十一日，", vec!["二〇二三年九月三十一日"]),
            ("2023年2月29日；2024年2月29日；2月29日", vec!["2023年2月29日"]),
            ("13月1日、6月0日、8月32日", vec!["13月1日", "6月0日", "8月32日"]),
            ("1月1日至12月31日，4月30日，1-6月31日，3个月31日内，每月31日", vec![]),
        ] {
            let found = super::days(text).filter(|day| !day.exists()).map(|day| text.get(day.place).unwrap());
            assert_eq!(found.collect::<Vec<_>>(), missing, "{text}");
        }
    }
}
