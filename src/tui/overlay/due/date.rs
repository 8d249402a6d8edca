//! Dates until when an agency is to report anew: the usual one, and those that a reviewer writes.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use unicode_normalization::UnicodeNormalization as _;

use crate::tui::model::Model;

use super::holidays;

/// No agency is given longer.
const LONGEST_DAYS: i64 = 999;

/// The date that is offered for a report returned now: so many calendar days from today as the office has set.
#[must_use]
pub(crate) fn usual_due(model: &Model) -> Option<Date> {
    after(model.journal.marks.today?, model.given.basis.profile.return_days())
}

fn after(today: Date, days: i64) -> Option<Date> {
    let span: Span = days.clamp(0, LONGEST_DAYS).days();
    today.checked_add(span).ok()
}

/// What was written of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DueDate {
    /// `None`: no date.
    pub(crate) date: Option<Date>,
    /// A year whose holidays would have to be known for it, and are not.
    pub(crate) unknown: Option<i16>,
}

impl DueDate {
    const NO_DATE: Self = Self { date: None, unknown: None };

    const fn on(date: Date) -> Self {
        Self { date: Some(date), unknown: None }
    }
}

/// A date as a reviewer writes it: `2026-01-27`, `2026/1/27`, `1-27` or `1月27日` (the next one from today on), `10` or
/// `10天` (days from today), `10个工作日`, `-` (none). `None` for anything else.
#[must_use]
pub(crate) fn read_due(text: &str, today: Option<Date>) -> Option<DueDate> {
    // An input method may be on: its digits and signs are those of the keys.
    let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    if text == "-" {
        return Some(DueDate::NO_DATE);
    }
    if let Some(days) = WORKING_DAYS.iter().find_map(|ending| number(text.strip_suffix(ending)?)) {
        let counted = holidays::after(today?, days.clamp(0, LONGEST_WORKING).unsigned_abs())?;
        return Some(DueDate { date: Some(counted.date), unknown: counted.unknown });
    }
    if let Some(days) = DAYS.iter().find_map(|ending| number(text.strip_suffix(ending)?)) {
        return after(today?, i64::from(days)).map(DueDate::on);
    }
    let parts: Vec<i16> = parts(&text).into_iter().map(number).collect::<Option<_>>()?;
    let date = match *parts.as_slice() {
        [days] => after(today?, i64::from(days))?,
        [month, day] => {
            let today = today?;
            let date = |year| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
            match date(today.year()).filter(|date| *date >= today) {
                Some(date) => date,
                None => date(today.year().checked_add(1)?)?,
            }
        }
        [year, month, day] if year >= 1000 => {
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?
        }
        _ => return None,
    };
    Some(DueDate::on(date))
}

/// What stands behind a number of days, the longest first.
const WORKING_DAYS: [&str; 6] = ["个工作日内", "个工作日", "工作日", "workingdays", "workdays", "wd"];
const DAYS: [&str; 6] = ["天内", "日内", "天", "days", "day", "d"];

/// Nobody is given more working days than this.
const LONGEST_WORKING: i16 = 700;

/// The numbers of a date, as it is written with signs or in words.
fn parts(text: &str) -> Vec<&str> {
    let is_day = |c| matches!(c, '日' | '号');
    // `15日` alone could be a day of the month or so many days.
    match text.strip_suffix(is_day).filter(|rest| rest.contains('月')) {
        Some(rest) => rest.split(['年', '月']).collect(),
        None => ['-', '/', '.']
            .into_iter()
            .find(|sign| text.contains(*sign))
            .map_or(vec![text], |sign| text.split(sign).collect()),
    }
}

fn number(text: &str) -> Option<i16> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[test]
    fn dates_are_read_as_they_are_written_by_hand() {
        let today = date("2026-11-20");
        for (text, expected) in [
            ("12-5", Some(date("2026-12-05"))),
            ("11-20", Some(today)),
            ("1-27", Some(date("2027-01-27"))),
            ("2027-03-01", Some(date("2027-03-01"))),
            ("2025-03-01", Some(date("2025-03-01"))),
            (" 10 ", Some(date("2026-11-30"))),
            ("0", Some(today)),
            ("-", Some(None)),
            ("12月15日", Some(date("2026-12-15"))),
            ("1月27号", Some(date("2027-01-27"))),
            ("2026年12月15日", Some(date("2026-12-15"))),
            ("2026/12/15", Some(date("2026-12-15"))),
            ("2026.12.15", Some(date("2026-12-15"))),
            ("12/15", Some(date("2026-12-15"))),
            ("15天", Some(date("2026-12-05"))),
            ("15天内", Some(date("2026-12-05"))),
            ("１５天", Some(date("2026-12-05"))),
            ("15 days", Some(date("2026-12-05"))),
            ("10个工作日", Some(date("2026-12-04"))),
            ("10 working days", Some(date("2026-12-04"))),
            ("15日", None),
            ("12月", None),
            ("12-15日", None),
            ("2026/12-15", None),
            ("2-29", None),
            ("13-1", None),
            ("--", None),
            ("99999", None),
            ("1-2-3", None),
            ("-5", None),
            ("明天", None),
            ("", None),
        ] {
            assert_eq!(read_due(text, today).map(|written| written.date), expected, "{text}");
        }
        assert_eq!(read_due("12-5", None), None, "without a date of today only whole dates can be read");
        assert_eq!(read_due("2026-12-05", None).map(|written| written.date), Some(date("2026-12-05")));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "[-0-9 a年月日天个工作/]{0,12}|.{0,12}") {
            let _ = read_due(&text, date("9999-12-31"));
            let _ = read_due(&text, date("-9999-01-01"));
        }
    }
}
