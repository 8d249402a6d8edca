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
pub(crate) fn date(text: &str) -> Result<Date, BadValue> {
    let text = narrow(text);
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let &[year, month, day] = parts(day).as_slice() else { return Err(BadValue::Date) };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
        return Err(BadValue::Date);
    };
    let day = i16::try_from(year).ok().zip(i8::try_from(month).ok().zip(i8::try_from(day).ok()));
    day.and_then(|(year, (month, day))| Date::new(year, month, day).ok()).ok_or(BadValue::Day)
}

/// A time as exactly as it is known: a year, a month, a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) struct Moment {
    pub(in crate::report) year: u16,
    pub(in crate::report) month: Option<i8>,
    pub(in crate::report) day: Option<i8>,
}

/// `2022`, `2022年`, `2022年5月`, `2022.5`, `2022-05`, or a date. It may be long before there were reports.
pub(in crate::report) fn moment(text: &str) -> Result<Moment, BadValue> {
    let plain = narrow(text);
    let of_year = |year: u16, month, day| match EVER.contains(&year) {
        true => Ok(Moment { year, month, day }),
        false => Err(BadValue::YearOutside),
    };
    match parts(&plain).as_slice() {
        [only] if *only == plain.trim_end_matches(['年', '度']) => {
            of_year(digits(only, 4).ok_or(BadValue::Moment)?, None, None)
        }
        [year, month] if is_month(&plain) => {
            let (year, month) = digits(year, 4).zip(digits(month, 2)).ok_or(BadValue::Moment)?;
            let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month)).ok_or(BadValue::Month)?;
            of_year(year, Some(month), None)
        }
        _ => {
            let day = date(text).map_err(|bad| if bad == BadValue::Date { BadValue::Moment } else { bad })?;
            of_year(u16::try_from(day.year()).unwrap_or_default(), Some(day.month()), Some(day.day()))
        }
    }
}

/// Agencies have existed from here on, and up to here.
const EVER: std::ops::Range<u16> = 1900..2100;

/// Is it a year and a month, and no month with its day?
fn is_month(plain: &str) -> bool {
    plain.find(|c: char| !c.is_ascii_digit()) == Some(4) && !plain.ends_with('日')
}

/// A number of as many digits at most; of four, exactly.
fn digits(part: &str, most: usize) -> Option<u16> {
    let fits = if most == 4 { part.len() == 4 } else { (1..=most).contains(&part.len()) };
    part.parse().ok().filter(|_| fits && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What stands between the signs of a date.
fn parts(day: &str) -> Vec<&str> {
    day.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect()
}

/// How the parts of a region may be joined in one.
pub(in crate::report) const JOINTS: [char; 11] = ['-', '－', '—', '–', '/', '／', '·', '>', '、', ' ', '\u{3000}'];

/// The parts of a region: `示例省/白石市`.
pub(in crate::report) fn region(text: &str) -> Vec<SafeText> {
    text.split(JOINTS).filter(|part| !part.is_empty()).map(SafeText::line).collect()
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
    fn a_moment_is_a_year_a_month_or_a_day() {
        let of = |year, month, day| Ok(Moment { year, month, day });
        for text in ["2022", "2022年", "２０２２年"] {
            assert_eq!(moment(text), of(2022, None, None), "{text}");
        }
        for text in ["2022年5月", "2022.5", "2022-5", "2022-05", "2022/05", "２０２２年５月", "2022年05月"] {
            assert_eq!(moment(text), of(2022, Some(5), None), "{text}");
        }
        for text in ["2022/05/01", "2022年5月1日", "2022.5.1", "2022-05-01 00:00:00"] {
            assert_eq!(moment(text), of(2022, Some(5), Some(1)), "{text}");
        }
        assert_eq!(moment("１９８６年"), of(1986, None, None));
        assert_eq!(moment("1986年5月"), of(1986, Some(5), None));
        for (text, bad) in [
            ("去年", BadValue::Moment),
            ("", BadValue::Moment),
            ("5月", BadValue::Moment),
            ("5月1日", BadValue::Moment),
            ("22年5月", BadValue::Moment),
            ("2022年5月以前", BadValue::Moment),
            ("202205", BadValue::Moment),
            ("2022.", BadValue::Moment),
            ("2022年13月", BadValue::Month),
            ("2022-0", BadValue::Month),
            ("2022-02-30", BadValue::Day),
            ("1066", BadValue::YearOutside),
        ] {
            assert_eq!(moment(text), Err(bad), "{text}");
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
