//! Rounds of returning: how a status is shown, and dates until when an agency is to report anew.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use crate::words::Words;

use super::model::{Model, ReviewMark};

/// No agency is given longer.
const LONGEST_DAYS: i64 = 999;

/// The status in the list: `退回2 01-27`, `逾期 01-20`, `重报2`.
#[must_use]
pub fn status_text(words: &Words, mark: ReviewMark, today: Option<Date>) -> String {
    let due = mark.due.map(|due| format!(" {:02}-{:02}", due.month(), due.day()));
    label(words, mark, today) + &due.unwrap_or_default()
}

/// The same where there is room: `退回2，期限 2026-01-27`.
#[must_use]
pub fn long_status_text(words: &Words, mark: ReviewMark, today: Option<Date>) -> String {
    let due = mark.due.map(|due| words.journal.due(due));
    label(words, mark, today) + &due.unwrap_or_default()
}

fn label(words: &Words, mark: ReviewMark, today: Option<Date>) -> String {
    let label = if mark.is_overdue(today) { words.act.overdue() } else { mark.status.label(words) };
    // The first round is the rule and goes without saying.
    let round = if mark.round > 1 { mark.round.to_string() } else { String::new() };
    format!("{label}{round}")
}

/// The date that is offered for a report returned now: so many calendar days from today as the office has set.
#[must_use]
pub fn usual_due(model: &Model) -> Option<Date> {
    after(model.marks.today?, model.profile.return_days())
}

fn after(today: Date, days: i64) -> Option<Date> {
    let span: Span = days.clamp(0, LONGEST_DAYS).days();
    today.checked_add(span).ok()
}

/// A date as a reviewer writes it: `2026-01-27`, `1-27` (the next one from today on), `10` (days from today), `-` (none).
/// `None` for anything else.
#[must_use]
pub fn read_due(text: &str, today: Option<Date>) -> Option<Option<Date>> {
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
    use crate::journal::Status;
    use crate::words::ZH;
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

    #[test]
    fn the_status_says_round_and_date_and_that_the_date_is_over() {
        let mark = |status, round, due: &str| ReviewMark { status, round, due: date(due), ..ReviewMark::default() };
        let today = date("2026-11-20");
        for (mark, expected) in [
            (mark(Status::Unreviewed, 0, ""), "未审"),
            (mark(Status::Returned, 1, "2026-11-20"), "退回 11-20"),
            (mark(Status::Returned, 2, "2026-11-19"), "逾期2 11-19"),
            (mark(Status::Resubmitted, 2, ""), "重报2"),
            (mark(Status::Accepted, 1, ""), "通过"),
        ] {
            assert_eq!(status_text(ZH, mark, today), expected);
        }
        let late = mark(Status::Returned, 2, "2026-11-19");
        assert_eq!(status_text(ZH, late, None), "退回2 11-19", "nobody knows the date");
        assert_eq!(long_status_text(ZH, late, today), "逾期2，期限 2026-11-19");
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "[-0-9 a年]{0,12}|.{0,12}") {
            let _ = read_due(&text, date("9999-12-31"));
            let _ = read_due(&text, date("-9999-01-01"));
        }
    }
}
