//! Finds the band of rows that only moved: the terminal can move it by itself, for some twenty bytes.

use std::cmp::Reverse;
use std::hash::{DefaultHasher, Hash, Hasher};

use ratatui::buffer::Cell;

use super::paint::cost;
use super::picture::{Picture, blank_row, is_blank};

/// What the sequences of a scroll cost, with something to spare: smaller gains are not worth the risk.
const PRICE: usize = 64;

/// How many moves are looked at closely.
const CANDIDATES: usize = 12;

/// Rows `top..bottom` move up by `by` (down if negative).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scroll {
    pub(crate) top: u16,
    pub(crate) bottom: u16,
    pub(crate) by: i32,
}

/// What a candidate is judged by.
struct Rows<'a> {
    shown: &'a [Vec<Cell>],
    wanted: &'a [Vec<Cell>],
    shown_hash: Vec<Option<u64>>,
    wanted_hash: Vec<Option<u64>>,
    blank: Vec<Cell>,
}

/// The move of rows that saves most, if any is worth it.
pub(super) fn find(shown: &Picture, wanted: &Picture) -> Option<Scroll> {
    let rows = Rows {
        shown: shown.rows(),
        wanted: wanted.rows(),
        shown_hash: hashes(shown),
        wanted_hash: hashes(wanted),
        blank: blank_row(wanted.size().width),
    };
    let changed = rows.shown.iter().zip(rows.wanted).filter(|(old, new)| old != new).count();
    if changed < 3 {
        return None;
    }
    let (gain, best) =
        rows.candidates().into_iter().map(|scroll| (rows.gain(scroll), scroll)).max_by_key(|(gain, _)| *gain)?;
    (gain > PRICE).then_some(best)
}

impl Rows<'_> {
    /// Runs of rows that are found again elsewhere, each grown while moving the next row too is cheaper than not.
    fn candidates(&self) -> Vec<Scroll> {
        let height = i32::try_from(self.wanted.len()).unwrap_or(0);
        let mut runs: Vec<_> = (1..height).flat_map(|by| [by, -by]).flat_map(|by| self.runs(by)).collect();
        // Where many rows are alike, everything moved everywhere: the longest runs are enough.
        runs.sort_by_key(|(from, to, _)| Reverse(to - from));
        runs.into_iter().take(CANDIDATES).filter_map(|run| self.grown(run)).collect()
    }

    /// Runs of at least two rows `y` whose content was at `y + by`, and that are not the same already.
    fn runs(&self, by: i32) -> Vec<(usize, usize, i32)> {
        let mut runs: Vec<(usize, usize, i32)> = Vec::new();
        for y in 0..self.wanted.len() {
            if !self.moved(y, by) {
                continue;
            }
            match runs.last_mut() {
                Some((_, end, _)) if *end == y => *end += 1,
                _ => runs.push((y, y + 1, by)),
            }
        }
        runs.retain(|(from, to, _)| to - from >= 2);
        runs
    }

    fn moved(&self, y: usize, by: i32) -> bool {
        let wanted = self.wanted_hash.get(y).copied().flatten();
        let source = source(y, by).and_then(|source| self.shown_hash.get(source).copied().flatten());
        let shown = self.shown_hash.get(y).copied().flatten();
        wanted.is_some() && wanted == source && wanted != shown
    }

    fn grown(&self, (mut from, mut to, by): (usize, usize, i32)) -> Option<Scroll> {
        while let Some(y) = from.checked_sub(1).filter(|y| self.cheaper_moved(*y, by)) {
            from = y;
        }
        while self.cheaper_moved(to, by) {
            to += 1;
        }
        let top = from.min(source(from, by)?);
        let bottom = to.max(source(to, by)?);
        Some(Scroll { top: u16::try_from(top).ok()?, bottom: u16::try_from(bottom).ok()?, by })
    }

    fn cheaper_moved(&self, y: usize, by: i32) -> bool {
        let (Some(wanted), Some(shown)) = (self.wanted.get(y), self.shown.get(y)) else { return false };
        let Some(source) = source(y, by).and_then(|source| self.shown.get(source)) else { return false };
        cost(source, wanted) < cost(shown, wanted)
    }

    /// The bytes that a scroll saves.
    fn gain(&self, scroll: Scroll) -> usize {
        let (top, bottom) = (usize::from(scroll.top), usize::from(scroll.bottom));
        let (mut without, mut with) = (0, 0);
        for y in top..bottom {
            let (Some(wanted), Some(shown)) = (self.wanted.get(y), self.shown.get(y)) else { return 0 };
            let source = source(y, scroll.by).filter(|source| (top..bottom).contains(source));
            let source = source.and_then(|source| self.shown.get(source)).unwrap_or(&self.blank);
            without += cost(shown, wanted);
            with += cost(source, wanted);
        }
        without.saturating_sub(with)
    }
}

/// The row that moves to `y`.
fn source(y: usize, by: i32) -> Option<usize> {
    y.checked_add_signed(isize::try_from(by).ok()?)
}

/// A hash for every row that is not blank: blank rows are everywhere and show no movement.
fn hashes(picture: &Picture) -> Vec<Option<u64>> {
    picture.rows().iter().map(|row| (!row.iter().all(is_blank)).then(|| hash(row))).collect()
}

fn hash(row: &[Cell]) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.hash(&mut hasher);
    hasher.finish()
}
