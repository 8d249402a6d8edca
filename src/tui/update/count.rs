//! Counts before a command: `5j`, `3n`, `12G`. On the list digits are free; in a report they are the keys of its tabs, and
//! a count begins with Alt (`alt-5 j`).

use crate::tui::keys::Key;
use crate::tui::model::{Model, Notice, Tone};
use crate::words::CommandId as Id;

/// Nobody means more.
const MOST: u16 = 9_999;

/// Jumps may go to other reports, which are opened on the way.
const MOST_JUMPS: u16 = 99;

/// Takes a digit of a count; is it one?
pub(super) fn takes(model: &mut Model, key: Key) -> bool {
    if !model.keys.pending.is_empty() {
        return false;
    }
    let begun = model.keys.count;
    let plain = model.open.is_none() || begun.is_some();
    let digit = (0..=9_u16).find(|digit| {
        let is = |text: String| Key::parse(&text) == Some(key);
        plain && is(digit.to_string()) || is(format!("alt-{digit}"))
    });
    let Some(digit) = digit.filter(|digit| *digit > 0 || begun.is_some()) else { return false };
    let count = begun.unwrap_or(0).saturating_mul(10).saturating_add(digit).min(MOST);
    model.keys.count = Some(count);
    // Shown, but nothing to be listed among what was said.
    model.notices.shown = Some(Notice { text: model.words().look.count(count), tone: Tone::Plain });
    true
}

/// How often a command is carried out for a count.
#[must_use]
pub(super) fn times(command: Id, count: Option<u16>) -> u16 {
    let count = count.unwrap_or(1);
    match command {
        Id::Down | Id::Up | Id::Left | Id::Right | Id::PageDown | Id::PageUp | Id::Select => count,
        Id::NextFinding
        | Id::PreviousFinding
        | Id::NextDoubt
        | Id::PreviousDoubt
        | Id::NextReport
        | Id::PreviousReport
        | Id::NextBySeverity
        | Id::PreviousBySeverity
        | Id::NextUnreviewed
        | Id::PreviousUnreviewed
        | Id::FindNext
        | Id::FindBefore
        | Id::OlderPlace
        | Id::NewerPlace => count.min(MOST_JUMPS),
        _ => 1,
    }
}

/// Does it go to the line that the count says?
#[must_use]
pub(super) fn is_to_line(command: Id) -> bool {
    matches!(command, Id::First | Id::Last)
}

#[cfg(test)]
mod tests {
    use crate::tui::fixture::Desk;

    #[test]
    fn a_count_before_a_command_repeats_it() {
        let mut desk = Desk::new();
        desk.keys("2 j");
        assert_eq!(desk.model.list.window.cursor, 2);
        desk.keys("2 k");
        assert_eq!(desk.model.list.window.cursor, 0);
        desk.keys("3 G");
        assert_eq!(desk.model.list.window.cursor, 2);
        desk.keys("g 2 n");
        assert_eq!(desk.open().findings.window.cursor, 1);
    }

    #[test]
    fn in_a_report_digits_are_tabs_and_a_count_begins_with_alt() {
        let mut desk = Desk::new();
        desk.keys("enter 3 alt-1 alt-2 j");
        assert_eq!(desk.open().tables.cursor().unwrap().0, 12);
        desk.keys("alt-1 0 k");
        assert_eq!(desk.open().tables.cursor().unwrap().0, 2);
        desk.keys("2");
        assert_eq!(desk.open().tables.shown, 0);
    }

    #[test]
    fn a_count_is_given_up_with_esc_and_counts_once() {
        let mut desk = Desk::new();
        desk.keys("3 esc j");
        assert_eq!(desk.model.list.window.cursor, 1);
        desk.keys("g 2 j k");
        assert_eq!(desk.model.list.window.cursor, 1);
    }

    #[test]
    fn at_the_end_of_the_list_a_count_marks_the_last_line_once() {
        for count in ["8", "9"] {
            let mut desk = Desk::new();
            desk.keys(&format!("G {count} space"));
            let last = desk.model.list.visible.last().copied().unwrap();
            assert_eq!(desk.model.selection.iter().collect::<Vec<_>>(), [last], "{count}");
        }
    }

    #[test]
    fn a_range_begins_on_a_line_that_is_marked_too() {
        let mut desk = Desk::new();
        desk.keys("space space k space g V G V");
        assert_eq!(desk.model.selection.len(), desk.model.list.visible.len());
    }
}
