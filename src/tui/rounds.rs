//! Rounds of returning: how a status is shown.

use jiff::civil::Date;

use crate::words::Words;

use super::model::ReviewMark;

/// The status in the list: `退回2 01-27`, `逾期 01-20`, `重报2`.
#[must_use]
pub(crate) fn status_text(words: &Words, mark: ReviewMark, today: Option<Date>) -> String {
    let due = mark.due.map(|due| format!(" {:02}-{:02}", due.month(), due.day()));
    label(words, mark, today) + &due.unwrap_or_default()
}

/// The same where there is room: `退回2，期限 2026-01-27`.
#[must_use]
pub(crate) fn long_status_text(words: &Words, mark: ReviewMark, today: Option<Date>) -> String {
    let due = mark.due.map(|due| words.journal.due(due));
    label(words, mark, today) + &due.unwrap_or_default()
}

fn label(words: &Words, mark: ReviewMark, today: Option<Date>) -> String {
    let label = if mark.is_overdue(today) { words.act.overdue() } else { mark.status.label(words) };
    // The first round is the rule and goes without saying.
    let round = if mark.round > 1 { mark.round.to_string() } else { String::new() };
    format!("{label}{round}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Status;
    use crate::words::ZH;

    fn date(text: &str) -> Option<Date> {
        text.parse().ok()
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
}
