//! A text cut into what it shares with another and what it does not, for showing the two side by side.

use std::ops::Range;

use super::tiles::Passage;

/// One stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its characters.
    pub text: &'a str,
    /// The passage it belongs to, by its place in the list; `None` where nothing is shared.
    pub passage: Option<usize>,
}

/// Cuts a text at the given ranges of characters, one for each passage. What overlaps an earlier range, or lies outside
/// the text, is left out.
#[must_use]
pub fn pieces<'a>(text: &'a str, ranges: impl IntoIterator<Item = Range<usize>>) -> Vec<Piece<'a>> {
    let mut ranges: Vec<(Range<usize>, usize)> = ranges.into_iter().zip(0..).collect();
    ranges.sort_by_key(|(range, _)| (range.start, range.end));
    let mut pieces = Vec::new();
    let mut cursor = Cursor { rest: text, at: 0 };
    for (range, passage) in ranges {
        if range.start < cursor.at {
            continue;
        }
        pieces.push(Piece { text: cursor.take(range.start), passage: None });
        pieces.push(Piece { text: cursor.take(range.end), passage: Some(passage) });
    }
    pieces.push(Piece { text: cursor.rest, passage: None });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// Both texts of a comparison; a passage has the same number in both.
#[must_use]
pub fn both<'a>(first: &'a str, second: &'a str, passages: &[Passage]) -> [Vec<Piece<'a>>; 2] {
    [
        pieces(first, passages.iter().map(|passage| passage.first.clone())),
        pieces(second, passages.iter().map(|passage| passage.second.clone())),
    ]
}

/// A place in a text.
struct Cursor<'a> {
    rest: &'a str,
    /// In characters.
    at: usize,
}

impl<'a> Cursor<'a> {
    /// What stands before character `end`.
    fn take(&mut self, end: usize) -> &'a str {
        let count = end.saturating_sub(self.at);
        let bytes = self.rest.char_indices().nth(count).map_or(self.rest.len(), |(at, _)| at);
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        self.at += count;
        taken
    }
}
