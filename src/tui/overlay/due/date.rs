//! Dates until when an agency is to report anew: the usual one, and those that a reviewer writes.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use crate::tui::model::Model;

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

/// A date as a reviewer writes it: `2026-01-27`, `1-27` (the next one from today on), `10` (days from today), `-` (none).
/// `None` for anything else.
#[must_use]
pub(crate) fn read_due(text: &str, today: Option<Date>) -> Option<Option<Date>> {
    let text = text.trim();
    if text == "-" {
        return Some(None);
    }
    let parts: Vec<i16> = text.split('-').map(number).collect::<Option<_>>()?;
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
    Some(Some(date))
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
            ("2-29", None),
            ("13-1", None),
            ("--", None),
            ("99999", None),
            ("1-2-3", None),
            ("-5", None),
            ("明天", None),
            ("", None),
        ] {
            assert_eq!(read_due(text, today), expected, "{text}");
        }
        assert_eq!(read_due("12-5", None), None, "without a date of today only whole dates can be read");
        assert_eq!(read_due("2026-12-05", None), Some(date("2026-12-05")));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "[-0-9 a年]{0,12}|.{0,12}") {
            let _ = read_due(&text, date("9999-12-31"));
            let _ = read_due(&text, date("-9999-01-01"));
        }
    }
}
