//! What each year gets of a block: some of its fields, or all of it.

use crate::read::document::block::{Block, trim};

use crate::read::spelling::normalise::{is_mark, is_word_for_nothing, is_written_blank, is_written_number, number};

/// A field of a block, or only its text.
pub(super) type Pick<'a> = (Option<usize>, &'a str);

/// No line of two years has more values than this.
const MOST_VALUES: usize = 64;
/// So many columns of labels stand before the heads, at most.
const LABELS: usize = 4;

/// Whose a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Half(usize),
    /// It compares both.
    Neither,
}

/// Whose a block is.
pub(super) enum Share<'a> {
    Both,
    /// A table that has one year only: that of the report.
    First,
    Cut([Option<Block<'a>>; 2]),
}

/// Something that stands where a value does: a number, a mark, a blank.
pub(super) fn is_value(text: &str) -> bool {
    let text = trim(text);
    text.is_empty()
        || number(text).is_some()
        || is_mark(text)
        || is_word_for_nothing(text)
        || is_written_number(text)
        || is_written_blank(text)
}

/// Does anything stand in it?
pub(super) fn is_filled(block: &Block<'_>) -> bool {
    block.filled().next().is_some()
}

/// A block with these of its fields.
pub(super) fn taken<'a>(block: &Block<'a>, picks: Vec<Pick<'a>>) -> Block<'a> {
    let of = |at: Option<usize>| at;
    let places = if block.places.is_empty() {
        Vec::new()
    } else {
        picks.iter().map(|(at, _)| of(*at).and_then(|at| block.places.get(at).copied().flatten())).collect()
    };
    let marks = if block.marks.is_empty() {
        Vec::new()
    } else {
        picks.iter().map(|(at, _)| of(*at).and_then(|at| block.marks.get(at).copied().flatten())).collect()
    };
    Block { fields: picks.into_iter().map(|(_, text)| text).collect(), places, marks, ..block.clone() }
}

/// A line's words, and the values at its end.
pub(super) fn parts(text: &str) -> (&str, Vec<&str>) {
    let mut rest = trim(text);
    let mut values = Vec::new();
    while let Some((before, word)) = rest.rsplit_once(char::is_whitespace).filter(|(_, word)| is_value(word)) {
        values.push(word);
        rest = trim(before);
        if values.len() > MOST_VALUES {
            break;
        }
    }
    if values.len() > 1 && is_value(rest) {
        values.push(rest);
        rest = "";
    }
    values.reverse();
    (rest, values)
}

/// Does a block look like a part of a table?
pub(super) fn is_of_table(block: &Block<'_>) -> bool {
    let is_line = |text: &str| is_value(text) || !parts(text).1.is_empty();
    block.is_row() || block.filled().next().is_some_and(is_line)
}

/// The values of a row, the first half or every second one to the first.
pub(super) fn deal<'a>(block: &Block<'a>, labels: &[Pick<'a>], values: &[Pick<'a>], alternate: bool) -> Share<'a> {
    let half = values.len() / 2;
    let own = |which: usize| {
        let is_own = |at: usize| if alternate { at % 2 == which } else { (at < half) == (which == 0) };
        let values = values.iter().enumerate().filter(|(at, _)| is_own(*at)).map(|(_, pick)| *pick);
        Some(taken(block, labels.iter().copied().chain(values).collect()))
    };
    Share::Cut([own(0), own(1)])
}

/// Heads over columns: those that go over columns of both are the heads of both, where one has none of its own.
pub(super) fn head<'a>(block: &Block<'a>, first: usize, columns: &[Side]) -> [Option<Block<'a>>; 2] {
    [0, 1].map(|half| {
        let mut picks: Vec<Pick<'a>> =
            block.fields.iter().enumerate().take(first).map(|(at, text)| (Some(at), *text)).collect();
        let text = |at: usize| block.fields.get(at + first).map_or("", |text| trim(text));
        let has_own = columns.iter().enumerate().any(|(at, side)| *side == Side::Half(half) && !text(at).is_empty());
        let mut shown = None;
        let mut source = None;
        for (at, side) in columns.iter().enumerate() {
            if !text(at).is_empty() {
                source = Some(at + first);
            } else if has_own {
                source = None;
            }
            if *side == Side::Half(half) {
                let new = source.filter(|source| shown != Some(*source));
                shown = source;
                picks.push((
                    Some(new.unwrap_or(at + first)),
                    new.and_then(|new| block.fields.get(new).copied()).unwrap_or(""),
                ));
            }
        }
        Some(taken(block, picks)).filter(is_filled)
    })
}

/// Words that stand twice, once for each; others are both's.
pub(super) fn twice<'a>(block: &Block<'a>, fields: &[Pick<'a>]) -> Share<'a> {
    let filled: Vec<Pick<'a>> = fields.iter().copied().filter(|(_, text)| !text.is_empty()).collect();
    let halves = |from: usize| {
        let (lead, rest) = filled.split_at_checked(from)?;
        let (one, other) = rest.split_at_checked(rest.len() / 2)?;
        let is_twice = !one.is_empty() && one.iter().map(|pick| pick.1).eq(other.iter().map(|pick| pick.1));
        is_twice.then(|| [one, other].map(|own| Some(taken(block, [lead, own].concat()))))
    };
    (0..LABELS).find_map(halves).map_or(Share::Both, Share::Cut)
}
