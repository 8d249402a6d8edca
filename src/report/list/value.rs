//! The values in a list: numbers, dates, years, as people write them.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use crate::report::{Number, SafeText};

use super::error::BadValue;

/// Reports are written on years from here on, and up to here.
const YEARS: std::ops::Range<u16> = 1990..2100;

/// Digits and signs of whatever width as those of ASCII.
fn narrow(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_owned()
}

/// `5`, `1,234`, `0.25`, `７`.
pub(in crate::report) fn number(text: &str) -> Result<Number, BadValue> {
    let text = narrow(text);
    let plain = without_separators(&text)?;
    Number::parse(&plain).ok_or_else(|| {
        let is_long = plain.chars().any(|c| c.is_ascii_digit())
            && plain.trim_start_matches('-').chars().all(|c| c.is_ascii_digit() || c == '.')
            && plain.matches('.').count() <= 1
            && !plain.ends_with('.')
            && !plain.trim_start_matches('-').starts_with('.');
        if is_long { BadValue::LongNumber } else { BadValue::Number }
    })
}

/// Without the separators of thousands, which stand before three digits each.
fn without_separators(text: &str) -> Result<String, BadValue> {
    if !text.contains(',') {
        return Ok(text.to_owned());
    }
    let (whole, rest) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if text.chars().any(|c| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '-'))) {
        return Err(BadValue::Number);
    }
    let mut groups = digits.split(',');
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    if first && groups.all(|group| group.len() == 3) && !rest.is_some_and(|rest| rest.contains(',')) {
        Ok(text.replace(',', ""))
    } else {
        Err(BadValue::Thousands)
    }
}

/// `2024`, `2024年`, `2024年度`.
pub(in crate::report) fn year(text: &str) -> Result<u16, BadValue> {
    let text = narrow(text);
    let digits = text.trim_end_matches(['年', '度']);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(BadValue::Year);
    }
    digits.parse().ok().filter(|year| YEARS.contains(year)).ok_or(BadValue::YearOutside)
}

/// `2025-01-20`, `2025/1/20`, `2025.1.20`, `2025年1月20日`, with or without a time behind it.
pub(in crate::report) fn date(text: &str) -> Result<Date, BadValue> {
    let text = narrow(text);
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let number = |part: &str, most: usize| {
        let fits = part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i16>().ok().filter(|_| fits)
    };
    let &[year, month, day] = parts.as_slice() else { return Err(BadValue::Date) };
    let (Some(year), Some(month), Some(day)) =
        (number(year, 4).filter(|_| year.len() == 4), number(month, 2), number(day, 2))
    else {
        return Err(BadValue::Date);
    };
    let day = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    day.and_then(|(month, day)| Date::new(year, month, day).ok()).ok_or(BadValue::Day)
}

/// The parts of a region: `示例省/白石市`.
pub(in crate::report) fn region(text: &str) -> Vec<SafeText> {
    text.split(['/', '／', '-', '－', '—', '>', '、', ' ', '\u{3000}'])
        .filter(|part| !part.is_empty())
        .map(SafeText::line)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("5", "5"),
            ("1,234", "1234"),
            ("１，２３４", "1234"),
            ("7", "7"),
            ("７", "7"),
            ("12,345,678.50", "12345678.50"),
            ("-1,000", "-1000"),
            (" 0.25 ", "0.25"),
        ] {
            assert_eq!(number(text).ok(), Number::parse(value), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_value_is_what_is_said_of_it() {
        let numbers = [
            ("约3", BadValue::Number),
            ("3件", BadValue::Number),
            ("1,2件", BadValue::Number),
            ("", BadValue::Number),
            ("1.", BadValue::Number),
            ("1-2", BadValue::Number),
            ("12,34", BadValue::Thousands),
            (",123", BadValue::Thousands),
            ("1,234,", BadValue::Thousands),
            ("1.234,567", BadValue::Thousands),
            ("1234567890123456789012", BadValue::LongNumber),
            ("0.1234567890123456", BadValue::LongNumber),
        ];
        for (text, bad) in numbers {
            assert_eq!(number(text), Err(bad), "{text}");
        }
        let years =
            [("1985", BadValue::YearOutside), ("20244", BadValue::YearOutside), ("99999999", BadValue::YearOutside)];
        for (text, bad) in
            years.into_iter().chain([("去年", BadValue::Year), ("2024.5", BadValue::Year), ("年", BadValue::Year)])
        {
            assert_eq!(year(text), Err(bad), "{text}");
        }
        let dates = [
            ("2026-02-30", BadValue::Day),
            ("2025-13-01", BadValue::Day),
            ("2025-99-01", BadValue::Day),
            ("2025-1-0", BadValue::Day),
            ("明天", BadValue::Date),
            ("2025", BadValue::Date),
            ("1月20日", BadValue::Date),
            ("20-1-2025", BadValue::Date),
            ("2025-01-20-01", BadValue::Date),
            ("2025-+1-20", BadValue::Date),
            ("45678", BadValue::Date),
        ];
        for (text, bad) in dates {
            assert_eq!(date(text), Err(bad), "{text}");
        }
    }

    #[test]
    fn years_and_dates_are_written_in_several_ways() {
        for text in ["2024", "2024年", "2024年度", "２０２４年"] {
            assert_eq!(year(text), Ok(2024), "{text}");
        }
        for text in [
            "2025-01-20",
            "2025/1/20",
            "2025.1.20",
            "2025年1月20日",
            "２０２５年１月２０日",
            "2025-01-20 08:30:00",
            "2025-01-20T08:30:00",
        ] {
            assert_eq!(date(text).ok(), Date::new(2025, 1, 20).ok(), "{text}");
        }
    }
}
