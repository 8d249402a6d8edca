//! A text cut into what it shares with another and what it does not, for showing the two side by side.

#[cfg(test)]
use std::ops::Range;

use super::mask::Masked;
use super::tiles::{Passage, compare};

/// Characters of a passage that are looked at.
const MAX_CHARS: usize = 5_000;
/// A shorter run of shared characters is chance.
const LEAST: usize = 4;

/// What two passages share, letter by letter: nothing is masked, so that a number or name that was changed is seen.
#[must_use]
pub(crate) fn shared(first: &str, second: &str) -> Vec<Passage> {
    compare(&Masked::plain(first, MAX_CHARS), &Masked::plain(second, MAX_CHARS), LEAST).passages
}

/// One stretch of a text.
#[cfg(test)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stretch<'a> {
    /// Its characters.
    pub(crate) text: &'a str,
    /// The passage it belongs to, by its place in the list; `None` where nothing is shared.
    pub(crate) passage: Option<usize>,
}

/// Cuts a text at the given ranges of characters, one for each passage. What overlaps an earlier range, or lies outside
/// the text, is left out.
#[cfg(test)]
#[must_use]
pub(crate) fn pieces<'a>(text: &'a str, ranges: impl IntoIterator<Item = Range<usize>>) -> Vec<Stretch<'a>> {
    let mut ranges: Vec<(Range<usize>, usize)> = ranges.into_iter().zip(0..).collect();
    ranges.sort_by_key(|(range, _)| (range.start, range.end));
    let mut pieces = Vec::new();
    let mut cursor = Cursor { rest: text, at: 0 };
    for (range, passage) in ranges {
        if range.start < cursor.at {
            continue;
        }
        pieces.push(Stretch { text: cursor.take(range.start), passage: None });
        pieces.push(Stretch { text: cursor.take(range.end), passage: Some(passage) });
    }
    pieces.push(Stretch { text: cursor.rest, passage: None });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// Both texts of a comparison; a passage has the same number in both.
#[cfg(test)]
#[must_use]
pub(crate) fn both<'a>(first: &'a str, second: &'a str, passages: &[Passage]) -> [Vec<Stretch<'a>>; 2] {
    [
        pieces(first, passages.iter().map(|passage| passage.first.clone())),
        pieces(second, passages.iter().map(|passage| passage.second.clone())),
    ]
}

/// A place in a text.
#[cfg(test)]
struct Cursor<'a> {
    rest: &'a str,
    /// In characters.
    at: usize,
}

#[cfg(test)]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_number_is_seen_between_what_is_shared() {
        let (first, second) = ("门户网站发布信息12条，配有照片", "本局门户网站发布信息300条，\n配有照片");
        let [here, there] = both(first, second, &shared(first, second));
        let shown = |pieces: &[Stretch<'_>]| {
            pieces.iter().map(|piece| (piece.text.to_owned(), piece.passage.is_some())).collect::<Vec<_>>()
        };
        let piece = |text: &str, shared| (text.to_owned(), shared);
        assert_eq!(shown(&here), [piece("门户网站发布信息", true), piece("12", false), piece("条，配有照片", true)]);
        assert_eq!(shown(&there)[1..3], [piece("门户网站发布信息", true), piece("300", false)]);
        assert_eq!(shared("", "甲乙丙丁戊"), []);
    }
}
