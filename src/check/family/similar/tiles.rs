//! The passages that two masked texts share, and the share of both that lies in them.
//!
//! Greedy string tiling: the longest common run first, then the longest in what is left, down to a least length; each
//! letter belongs to one passage at most. Passages may stand in another order in the other text.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::mask::{Masked, Tokens as _, is_placeholder};
use super::sketch::runs;

/// Tokens by which two places are seen to be the beginning of a common run; [`runs`] hashes as many.
const SEED: usize = 4;
/// Places in the other text that are tried for one place; more is a text that repeats itself.
const MAX_PLACES: usize = 12;
/// Steps for each token of both texts.
const STEPS: usize = 64;

/// A passage of one text and the same in the other, in characters of the originals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// In the first text.
    pub(crate) first: Range<usize>,
    pub(crate) second: Range<usize>,
    /// How many letters they share, after masking.
    pub(crate) letters: usize,
}

/// How alike two texts are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Similarity {
    /// Of a thousand letters of both texts together, how many lie in shared passages.
    pub per_mille: u16,
    /// The shared passages in the order of the first text.
    pub passages: Vec<Passage>,
}

/// Compares two masked texts; passages have at least `least` letters. The same with the texts exchanged, as far as
/// passages go with them.
#[must_use]
pub(crate) fn compare(first: &Masked, second: &Masked, least: usize) -> Similarity {
    compare_from(first, second, least, 0).unwrap_or_default()
}

/// The same; `None` where the texts are less alike than so many of a thousand letters.
pub(super) fn compare_from(first: &Masked, second: &Masked, least: usize, per_mille: usize) -> Option<Similarity> {
    // The order of the texts must not matter for which of several equal passages are taken.
    let swap = (first.tokens().len(), first.tokens()) > (second.tokens().len(), second.tokens());
    let (one, other) = if swap { (second, first) } else { (first, second) };
    let all = one.letters() + other.letters();
    let is_enough = |shared: usize| (shared * 2000).checked_div(all).unwrap_or(0) >= per_mille;
    let tiles = tiles(one, other, least.max(1), &is_enough)?;
    let shared: usize = tiles.iter().map(|tile| tile.letters).sum();
    let mut passages: Vec<Passage> = tiles
        .iter()
        .map(|tile| {
            let here = one.original(tile.one..tile.one + tile.length);
            let there = other.original(tile.other..tile.other + tile.length);
            let (first, second) = if swap { (there, here) } else { (here, there) };
            Passage { first, second, letters: tile.letters }
        })
        .collect();
    passages.sort_by_key(|passage| (passage.first.start, passage.second.start));
    let share = (shared * 2000).checked_div(all).unwrap_or(0);
    is_enough(shared).then(|| Similarity { per_mille: u16::try_from(share).unwrap_or(1000), passages })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Tile {
    length: usize,
    one: usize,
    other: usize,
    letters: usize,
}

/// `None` where it is seen before the end that they hold less than is enough.
fn tiles(one: &Masked, other: &Masked, least: usize, is_enough: &dyn Fn(usize) -> bool) -> Option<Vec<Tile>> {
    let (a, b) = (one.tokens(), other.tokens());
    let letters = Letters::of(a);
    if a == b && a.len() >= SEED && one.letters() >= least {
        // Agencies that have kept to a template: nothing is longer than the whole text, and nothing is left beside it.
        return Some(vec![Tile { length: a.len(), one: 0, other: 0, letters: one.letters() }]);
    }
    let (runs_a, runs_b) = (runs(a), runs(b));
    if !is_enough(within_reach(&runs_a, &runs_b, &letters, least)) {
        return None;
    }
    let mut steps = (a.len() + b.len()).saturating_mul(STEPS);
    // The longest first, then the first in the text.
    let mut heap: BinaryHeap<(usize, Reverse<usize>, Reverse<usize>)> = BinaryHeap::new();
    // Letters that stand in any common run: passages hold no more.
    let (mut covered, mut end) = (0, 0);
    common((a, &runs_a), (b, runs_b), &mut steps, |length, i, j| {
        if letters.within(i, length) >= least {
            covered += letters.within(end.max(i), (i + length).saturating_sub(end.max(i)));
            end = end.max(i + length);
            heap.push((length, Reverse(i), Reverse(j)));
        }
    });
    if !is_enough(covered) {
        return None;
    }
    let (mut taken_a, mut taken_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut tiles = Vec::new();
    while let Some((length, Reverse(i), Reverse(j))) = heap.pop() {
        steps = steps.saturating_sub(length);
        let free = free_runs(&taken_a, &taken_b, i, j, length);
        if let [(0, whole)] = *free
            && whole == length
        {
            taken_a.iter_mut().skip(i).take(length).for_each(|taken| *taken = true);
            taken_b.iter_mut().skip(j).take(length).for_each(|taken| *taken = true);
            tiles.push(Tile { length, one: i, other: j, letters: letters.within(i, length) });
        } else if steps > 0 {
            for (start, run) in free {
                if letters.within(i + start, run) >= least {
                    heap.push((run, Reverse(i + start), Reverse(j + start)));
                }
            }
        }
    }
    Some(tiles)
}

/// How many letters of a text passages hold at most: those of long enough stretches of which the other text has every run.
/// Most texts that are looked at for being alike are seen not to be by this alone.
fn within_reach(runs: &[u64], others: &[u64], letters: &Letters, least: usize) -> usize {
    // A run that is taken for one of the other text only makes the stretches longer.
    let mut there = vec![0_u64; (others.len() / 8).next_power_of_two()];
    let mask = there.len() - 1;
    let place = |run: u64| ((run >> 6) as usize & mask, 1 << (run & 63));
    for &run in others {
        let (word, bit) = place(run);
        if let Some(word) = there.get_mut(word) {
            *word |= bit;
        }
    }
    let is_there = |run: u64| {
        let (word, bit) = place(run);
        there.get(word).is_some_and(|word| word & bit != 0)
    };
    let (mut reach, mut start) = (0, None);
    let mut close = |start: usize, end: usize| {
        let stretch = letters.within(start, end + SEED - 1 - start);
        reach += if stretch >= least { stretch } else { 0 };
    };
    for (at, &run) in runs.iter().enumerate() {
        match start {
            None if is_there(run) => start = Some(at),
            Some(begun) if !is_there(run) => {
                close(begun, at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(begun) = start {
        close(begun, runs.len());
    }
    reach
}

/// The parts of a common run that no passage has taken in either text: start in the run, and length.
fn free_runs(taken_a: &[bool], taken_b: &[bool], i: usize, j: usize, length: usize) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for (at, (a, b)) in taken_a.iter().skip(i).zip(taken_b.iter().skip(j)).take(length).enumerate() {
        let free = !a && !b;
        match runs.last_mut() {
            Some(last) if free && open => last.1 += 1,
            _ if free => runs.push((at, 1)),
            _ => {}
        }
        open = free;
    }
    runs
}

/// Gives every common run that cannot be made longer: length, and where it starts.
fn common(
    (a, runs_a): (&[char], &[u64]),
    (b, runs_b): (&[char], Vec<u64>),
    steps: &mut usize,
    mut found: impl FnMut(usize, usize, usize),
) {
    let seeds = Seeds::of(runs_b);
    let before = |text: &[char], at: usize| at.checked_sub(1).and_then(|at| text.get(at).copied());
    for (i, &run) in runs_a.iter().enumerate() {
        for j in seeds.places(run).take(MAX_PLACES) {
            if before(a, i).is_some() && before(a, i) == before(b, j) {
                continue;
            }
            let rest = a.iter().skip(i).zip(b.iter().skip(j));
            let length = rest.take(*steps).take_while(|(a, b)| a == b).count();
            *steps = steps.saturating_sub(length);
            if length >= SEED {
                found(length, i, j);
            }
        }
    }
}

/// Where each run of [`SEED`] tokens stands in a text, found in one step.
struct Seeds {
    runs: Vec<u64>,
    /// By the last bits of a run: the first place where one with these bits stands.
    firsts: Vec<u32>,
    /// For each place the next one whose run has the same last bits.
    next: Vec<u32>,
}

/// No place.
const NOWHERE: u32 = u32::MAX;

impl Seeds {
    fn of(runs: Vec<u64>) -> Self {
        let mut seeds = Self {
            firsts: vec![NOWHERE; (runs.len() * 2).next_power_of_two()],
            next: vec![NOWHERE; runs.len()],
            runs: Vec::new(),
        };
        // From the end, so that the places of a run come in order. A text is shorter than `NOWHERE`.
        for (at, &run) in runs.iter().enumerate().rev() {
            let slot = seeds.slot(run);
            if let (Some(first), Some(next)) = (seeds.firsts.get_mut(slot), seeds.next.get_mut(at)) {
                *next = std::mem::replace(first, u32::try_from(at).unwrap_or(NOWHERE));
            }
        }
        seeds.runs = runs;
        seeds
    }

    fn slot(&self, run: u64) -> usize {
        // Runs are spread over all bits already, and there is a power of two of slots.
        run as usize & (self.firsts.len() - 1)
    }

    /// Where a run stands, in order.
    fn places(&self, run: u64) -> impl Iterator<Item = usize> + '_ {
        let at = |place: u32| (place != NOWHERE).then_some(place as usize);
        let first = self.firsts.get(self.slot(run)).copied().and_then(at);
        let all = std::iter::successors(first, move |&place| self.next.get(place).copied().and_then(at));
        all.filter(move |&place| self.runs.get(place) == Some(&run))
    }
}

/// How many letters lie before each token.
struct Letters(Vec<u32>);

impl Letters {
    fn of(tokens: &[char]) -> Self {
        let mut sum = 0;
        let counts = tokens.iter().map(|&token| {
            sum += u32::from(!is_placeholder(token));
            sum
        });
        Self([0].into_iter().chain(counts).collect())
    }

    fn within(&self, start: usize, length: usize) -> usize {
        let at = |index: usize| self.0.get(index).copied().unwrap_or_default();
        at(start + length).saturating_sub(at(start)) as usize
    }
}
