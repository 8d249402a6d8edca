//! How characters look, where looks carry meaning: struck out, raised, hardly to be seen.
//!
//! Formats write runs of such text into a string between marks of their own ([`push`]); what a reader would take from
//! it is decided only when the whole cell or paragraph is there ([`cell`], [`prose`]): a struck number with a new one
//! beside it is gone, a struck number alone is doubtful; a raised digit behind a number is a note.

use std::collections::HashSet;

use crate::read::document::block::trim;
use crate::read::document::{Field, Mark};

/// How a run of characters looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::read::format) enum Look {
    #[default]
    Plain,
    /// With a line through it.
    Struck,
    /// Smaller, above the line or below it.
    Raised,
    /// Moved up from the line by hand; if all of a cell is, it means nothing.
    Lifted,
    /// White on white, or too small to be read.
    Faint,
}

/// The looks but the plain one, each with the character that stands before its text; the plain one's stands behind.
const MARKS: [(Look, char); 4] =
    [(Look::Struck, '\u{1}'), (Look::Raised, '\u{2}'), (Look::Lifted, '\u{3}'), (Look::Faint, '\u{4}')];
const END: char = '\u{5}';

/// More digits than this, each by itself, are a whole row of numbers.
const SPREAD: usize = 6;
/// A number of a note has no more digits than this.
const NOTE_DIGITS: usize = 2;

/// Adds text that looks so. Line breaks and tabs stay outside of the marks, so that each part is whole in itself.
pub(in crate::read::format) fn push(out: &mut String, look: Look, text: &str) {
    let mark = MARKS.iter().find(|(other, _)| *other == look).map(|(_, mark)| *mark);
    if mark.is_none() && !text.contains(char::is_control) {
        return out.push_str(text);
    }
    for part in text.split_inclusive(['\n', '\t']) {
        let bare = part.trim_end_matches(['\n', '\t']);
        let shown = bare.chars().filter(|c| !c.is_control());
        match mark {
            Some(mark) if !bare.is_empty() => {
                out.push(mark);
                out.extend(shown);
                out.push(END);
            }
            _ => out.extend(shown),
        }
        out.push_str(part.get(bare.len()..).unwrap_or_default());
    }
}

/// Is there nothing in it but white space and marks?
pub(in crate::read::format) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control())
}

/// Is something to be seen in it, and all of that struck out?
pub(in crate::read::format) fn is_struck(text: &str) -> bool {
    let mut is_any = false;
    runs(text).filter(|(_, run)| !trim(run).is_empty()).all(|(look, _)| {
        is_any = true;
        look == Look::Struck
    }) && is_any
}

fn runs(text: &str) -> impl Iterator<Item = (Look, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        if let Some((look, mark)) = MARKS.iter().find(|(_, mark)| *mark == first) {
            let body = rest.get(mark.len_utf8()..).unwrap_or_default();
            let (run, after) = body.split_once(END).unwrap_or((body, ""));
            rest = after;
            return Some((*look, run));
        }
        let end = rest.find(|c: char| MARKS.iter().any(|(_, mark)| *mark == c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = after;
        Some((Look::Plain, run))
    })
}

/// What a cell says, and what is doubtful about it.
pub(in crate::read::format) fn cell(text: &str) -> (String, Option<Mark>) {
    if !text.contains(|c: char| c.is_control()) {
        return (trim(text).to_owned(), None);
    }
    let has = |wanted: Look| runs(text).any(|(look, run)| look == wanted && !trim(run).is_empty());
    // The number of a note may be raised by hand; where all is moved, it only stands nicely so.
    let base = [Look::Plain, Look::Lifted, Look::Faint, Look::Raised, Look::Struck].into_iter().find(|&look| has(look));
    let Some(base) = base else { return (String::new(), None) };
    let mut said = String::new();
    let mut dropped: Vec<(Look, &str, usize)> = Vec::new();
    for (look, run) in runs(text) {
        if look == base || trim(run).is_empty() || is_unit(&said, look) {
            said.push_str(run);
        } else {
            dropped.push((look, run, said.len()));
        }
    }
    let mark = match base {
        Look::Struck => Some(Mark::Struck),
        Look::Faint => Some(Mark::Faint),
        // A new number above a struck one, or all of the cell raised.
        Look::Raised => Some(if has(Look::Struck) { Mark::Struck } else { Mark::Raised }),
        Look::Plain | Look::Lifted => dropped.iter().find_map(|drop| doubt(drop, &said)),
    };
    (trim(&said).to_owned(), mark)
}

/// `m²`: raised behind a letter.
fn is_unit(said: &str, look: Look) -> bool {
    matches!(look, Look::Raised | Look::Lifted) && said.chars().next_back().is_some_and(|c| c.is_ascii_alphabetic())
}

/// Why what was left out of a cell may have been part of its number.
fn doubt(&(look, run, at): &(Look, &str, usize), said: &str) -> Option<Mark> {
    let digits = run.chars().filter(char::is_ascii_digit).count();
    let is_digit = |c: char| c.is_ascii_digit();
    match look {
        Look::Struck => {
            let before = said.get(..at).is_some_and(|text| text.ends_with(is_digit));
            let after = said.get(at..).is_some_and(|text| text.starts_with(is_digit));
            let is_left_without = digits > 0 && !said.contains(is_digit);
            (is_left_without || before && after).then_some(Mark::Struck)
        }
        Look::Raised | Look::Lifted => {
            // A note stands behind what it is about: digits before digits are the rest of a number.
            let leads = digits > 0 && said.get(at..).is_some_and(|text| trim(text).starts_with(is_digit));
            (leads || digits > NOTE_DIGITS || run.contains('.')).then_some(Mark::Raised)
        }
        Look::Faint => (digits > 0).then_some(Mark::Faint),
        Look::Plain => None,
    }
}

/// Takes digits that stand apart in a cell for one number, with a doubt: `4 1 5` beside cells with single numbers. Where
/// the fields behind it are blank the cell may be merged, and the numbers those of several cells.
pub(in crate::read::format) fn close_up(fields: &mut [Field]) {
    let is_number = |field: &Field| !field.text.is_empty() && field.text.bytes().all(|byte| byte.is_ascii_digit());
    if !fields.iter().any(is_number) {
        return;
    }
    let mut is_filled_behind = true;
    for field in fields.iter_mut().rev() {
        if is_filled_behind && field.mark.is_none() && is_spread(&field.text) {
            field.text.retain(|c| !c.is_whitespace());
            field.mark = Some(Mark::Spread);
        }
        is_filled_behind = !field.text.is_empty();
    }
}

/// Three digits and more, each by itself. A number has no leading zero.
fn is_spread(text: &str) -> bool {
    let mut pieces = text.split_whitespace();
    let digits = pieces.clone().take(SPREAD + 1).count();
    (3..=SPREAD).contains(&digits)
        && !text.starts_with('0')
        && pieces.all(|piece| matches!(piece.as_bytes(), [byte] if byte.is_ascii_digit()))
}

/// Of each row of a table, whether it is struck out as a whole and another one has its label: that one stands for it.
pub(in crate::read::format) fn replaced<T: AsRef<str>>(rows: impl Iterator<Item = Vec<T>>) -> Vec<bool> {
    let filled = |texts: Vec<T>| texts.into_iter().filter(|text| !is_blank(text.as_ref())).collect();
    let rows: Vec<Vec<T>> = rows.map(filled).collect();
    let is_whole = |texts: &Vec<T>| texts.len() > 1 && texts.iter().all(|text| is_struck(text.as_ref()));
    let struck: Vec<bool> = rows.iter().map(is_whole).collect();
    if !struck.contains(&true) {
        return struck;
    }
    let label = |texts: &[T]| -> Option<String> {
        texts.iter().rev().map(|text| cell(text.as_ref()).0).find(|text| text.contains(char::is_alphabetic))
    };
    let standing = rows.iter().zip(&struck).filter(|(_, is_struck)| !**is_struck);
    let labels: HashSet<String> = standing.filter_map(|(texts, _)| label(texts)).collect();
    let has_other = |texts: &[T]| label(texts).is_some_and(|label| labels.contains(&label));
    rows.iter().zip(struck).map(|(texts, is_struck)| is_struck && has_other(texts)).collect()
}

/// What a paragraph says: without what is struck out, and without the numbers of notes.
pub(in crate::read::format) fn prose(text: &str) -> String {
    if !text.contains(|c: char| c.is_control() && c != '\n' && c != '\t') {
        return text.to_owned();
    }
    let is_all = |wanted: Look| runs(text).all(|(look, run)| look == wanted || trim(run).is_empty());
    let is_raised = is_all(Look::Raised) || is_all(Look::Lifted);
    let mut said = String::new();
    let mut rest = runs(text).peekable();
    while let Some((look, run)) = rest.next() {
        // Digits apart from what stands before and directly before digits are no note.
        let leads = run.contains(|c: char| c.is_ascii_digit())
            && said.chars().next_back().is_none_or(char::is_whitespace)
            && rest.peek().is_some_and(|(_, next)| next.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        let is_note = || run.chars().all(|c| c.is_ascii_digit() || !c.is_alphanumeric()) && !is_unit(&said, look);
        match look {
            Look::Struck => {}
            Look::Raised | Look::Lifted if !is_raised && !leads && is_note() => {}
            _ => said.push_str(run),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(runs: &[(Look, &str)]) -> String {
        let mut out = String::new();
        runs.iter().for_each(|(look, run)| push(&mut out, *look, run));
        out
    }

    #[test]
    fn a_cell_says_what_stands_and_doubts_what_it_cannot_tell() {
        use Look::{Faint, Lifted, Plain, Raised, Struck};
        for (runs, said, mark) in [
            (&[(Plain, " 5 ")][..], "5", None),
            (&[(Struck, "62"), (Plain, "128")], "128", None),
            (&[(Plain, "128"), (Struck, "62")], "128", None),
            (&[(Struck, "62")], "62", Some(Mark::Struck)),
            (&[(Struck, "6"), (Plain, " "), (Struck, "2")], "6 2", Some(Mark::Struck)),
            (&[(Plain, "1"), (Struck, "2"), (Plain, "8")], "18", Some(Mark::Struck)),
            (&[(Struck, "62"), (Plain, "件")], "件", Some(Mark::Struck)),
            (&[(Struck, "62"), (Raised, "128")], "128", Some(Mark::Struck)),
            (&[(Plain, "0"), (Raised, "1")], "0", None),
            (&[(Plain, "0"), (Lifted, "[12]")], "0", None),
            (&[(Plain, "1"), (Raised, "234")], "1", Some(Mark::Raised)),
            (&[(Raised, "45 "), (Plain, "8")], "8", Some(Mark::Raised)),
            (&[(Raised, "5")], "5", Some(Mark::Raised)),
            (&[(Lifted, "5")], "5", None),
            (&[(Lifted, "5"), (Raised, "1")], "5", None),
            (&[(Plain, "m"), (Raised, "2")], "m2", None),
            (&[(Faint, "17"), (Plain, "0")], "0", Some(Mark::Faint)),
            (&[(Faint, "17")], "17", Some(Mark::Faint)),
            (&[(Struck, " ")], "", None),
        ] {
            assert_eq!(cell(&text(runs)), (said.to_owned(), mark), "{runs:?}");
        }
    }

    #[test]
    fn prose_loses_what_is_struck_and_the_numbers_of_notes() {
        use Look::{Plain, Raised, Struck};
        assert_eq!(
            prose(&text(&[(Plain, "收到"), (Struck, "62"), (Plain, "128"), (Raised, "[1]"), (Plain, "件")])),
            "收到128件"
        );
        assert_eq!(prose(&text(&[(Raised, "1 注：含上年")])), "1 注：含上年");
        assert_eq!(prose(&text(&[(Plain, "0 "), (Raised, "17 "), (Plain, "5")])), "0 17 5");
        assert_eq!(prose(&text(&[(Plain, "5km"), (Raised, "2")])), "5km2");
        assert_eq!(prose("甲\t乙\n丙"), "甲\t乙\n丙");
        assert_eq!(prose(&text(&[(Struck, "甲\n\t乙")])), "\n\t");
        assert!(is_struck(&text(&[(Struck, "甲"), (Plain, " ")])) && !is_struck("") && !is_struck("甲"));
    }

    #[test]
    fn digits_that_stand_apart_are_one_number_beside_single_ones() {
        let row = |texts: &[&str]| {
            let mut fields: Vec<Field> = texts.iter().map(|text| Field::new(*text)).collect();
            close_up(&mut fields);
            fields.into_iter().map(|field| (field.text, field.mark.is_some())).collect::<Vec<_>>()
        };
        let spread = row(&["甲", "4 1 5", "0", "1 2\u{3000}3"]);
        assert_eq!(spread[1..], [("415".to_owned(), true), ("0".to_owned(), false), ("123".to_owned(), true)]);
        for alone in [
            &["甲", "4 1 5"][..],
            &["甲", "4 1 5", "", "0"],
            &["甲", "0 1 5", "0"],
            &["甲", "1 2", "0"],
            &["12 3 4", "0"],
        ] {
            assert!(row(alone).iter().all(|(_, is_marked)| !is_marked), "{alone:?}");
        }
    }

    #[test]
    fn marks_in_the_text_itself_are_no_marks() {
        assert_eq!(text(&[(Look::Plain, "甲\u{1}乙\u{5}")]), "甲乙");
        assert_eq!(cell("\u{1}\u{1}\u{5}\u{5}").0, "\u{5}".trim());
    }
}
