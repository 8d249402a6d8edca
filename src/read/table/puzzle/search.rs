//! The search itself: readings side by side, number by number, the cheapest of them kept.

use std::collections::HashMap;

use super::{MAX_LOST, Piece, Puzzle};

/// A reading so far.
#[derive(Clone)]
struct State {
    cost: u32,
    /// Its last step in `trace`, all steps taken.
    step: usize,
    /// For each row, which of its cells are filled, as bits.
    filled: Vec<u8>,
    /// For each equation, its sum so far and how many cells it lacks.
    sums: Vec<(i64, u32)>,
    /// The row of the last number.
    last: Option<usize>,
    /// The first row that nothing stands in.
    next: usize,
    /// What stands where, as one number: equal for readings that say the same.
    print: u64,
    /// How many numbers were left out.
    skipped: usize,
}

/// How much a step costs.
mod cost {
    /// To go on in a row that was left, or to leave one.
    pub(super) const TURN: u32 = 1;
    /// The same out of order: rows that were left are come back to from the top down.
    pub(super) const ASTRAY: u32 = 3;
    /// To begin a row with its second cell: its first number stands beside the label, elsewhere.
    pub(super) const HEADLESS: u32 = 2;
    /// To leave a number out.
    pub(super) const SKIP: u32 = 3;
}

/// More rows than this are not begun at once.
const MAX_OPEN: usize = 9;

pub(super) struct Search<'p> {
    pub(crate) puzzle: &'p Puzzle,
    pub(crate) pieces: &'p [Piece],
    /// How many readings are kept.
    pub(crate) width: usize,
}

/// A row and one of its cells.
type Step = (usize, usize, u32);

impl Search<'_> {
    /// All readings that are left at the end, with their cost.
    pub(crate) fn run(&self) -> Vec<(u32, Vec<Option<usize>>)> {
        let puzzle = self.puzzle;
        let mut states = vec![State {
            cost: 0,
            step: 0,
            filled: vec![0; puzzle.rows.len()],
            sums: puzzle.equations.iter().map(|check| (0, check.cells)).collect(),
            last: None,
            next: 0,
            print: 0,
            skipped: 0,
        }];
        // Every step: the one before it, and which cell got which number.
        let mut trace: Vec<(usize, Option<(usize, usize)>)> = vec![(0, None)];
        for at in 0..self.pieces.len() {
            // What is to be done, before anything is copied: cost, which state, and where to.
            let mut plans: Vec<(u32, usize, Option<Step>)> = Vec::new();
            let mut seen: HashMap<(u64, usize), u32> = HashMap::new();
            for (number, state) in states.iter().enumerate() {
                let open = self.open(state);
                for (row, column, price) in self.steps(state, at) {
                    let Some(print) = self.fits(state, at, row, column) else { continue };
                    // A row that is left must be come back to.
                    let others = open.iter().filter(|other| **other != row).count();
                    let cost = state.cost + price + u32::try_from(others).unwrap_or(u32::MAX);
                    let known = seen.entry((print, row)).or_insert(u32::MAX);
                    if cost < *known {
                        *known = cost;
                        plans.push((cost, number, Some((row, column, price))));
                    }
                }
                if state.skipped + puzzle.len() < self.pieces.len() {
                    let others = u32::try_from(open.len()).unwrap_or(u32::MAX);
                    plans.push((state.cost + cost::SKIP + others, number, None));
                }
            }
            plans.sort_by_key(|(cost, ..)| *cost);
            plans.truncate(self.width);
            let mut next = Vec::with_capacity(plans.len());
            for (_, number, step) in plans {
                let Some((mut state, cell)) = states.get(number).and_then(|state| self.follow(state, at, step)) else {
                    continue;
                };
                trace.push((state.step, cell.map(|cell| (cell, at))));
                state.step = trace.len() - 1;
                next.push(state);
            }
            states = next;
            if states.is_empty() {
                return Vec::new();
            }
        }
        let done = states.into_iter();
        done.filter_map(|state| Some((state.cost + self.lost(&state)?, self.way(&trace, state.step)))).collect()
    }

    /// For each cell the number that a reading gave it.
    fn way(&self, trace: &[(usize, Option<(usize, usize)>)], last: usize) -> Vec<Option<usize>> {
        let mut way = vec![None; self.puzzle.len()];
        let mut at = last;
        while at > 0 {
            let Some((before, step)) = trace.get(at) else { break };
            if let Some(place) = step.and_then(|(cell, number)| Some((way.get_mut(cell)?, number))) {
                *place.0 = Some(place.1);
            }
            at = *before;
        }
        way
    }

    /// The rows that have some of their numbers.
    fn open(&self, state: &State) -> Vec<usize> {
        let rows = self.puzzle.rows.iter().zip(&state.filled).enumerate();
        let is_open = |(row, mask): (&Vec<usize>, &u8)| *mask != 0 && (mask.count_ones() as usize) < row.len();
        rows.filter(|(_, row)| is_open(*row)).map(|(at, _)| at).collect()
    }

    /// Where the next number may stand.
    fn steps(&self, state: &State, at: usize) -> Vec<Step> {
        let rows = &self.puzzle.rows;
        let width = |row: usize| rows.get(row).map_or(0, Vec::len);
        let mask = |row: usize| state.filled.get(row).copied().unwrap_or_default();
        let free = |row: usize, from: u32| (from as usize..width(row)).find(|at| mask(row) >> at & 1 == 0);
        let is_open = |row: usize| mask(row) != 0 && (mask(row).count_ones() as usize) < width(row);
        // Behind the last filled cell, or at the hole before the first.
        let behind = |row: usize| free(row, 8 - mask(row).leading_zeros());
        let mut steps: Vec<Step> = Vec::new();
        let going_on = state.last.filter(|row| is_open(*row)).and_then(|row| Some((row, behind(row)?)));
        steps.extend(going_on.map(|(row, column)| (row, column, 0)));
        let left = if going_on.is_some() { cost::TURN } else { 0 };
        let anchor = self.pieces.get(at).and_then(|piece| piece.row);
        let open = self.open(state);
        let others = || open.iter().copied().filter(|row| Some(*row) != state.last);
        let below = others().find(|row| state.last.is_some_and(|last| *row > last));
        let in_order = below.or_else(|| others().next());
        for &row in &open {
            let turn = match row {
                _ if anchor == Some(row) => 0,
                _ if in_order == Some(row) || state.last == Some(row) => cost::TURN,
                _ => cost::ASTRAY,
            };
            if Some(row) != going_on.map(|(row, _)| row) {
                steps.extend(behind(row).map(|column| (row, column, turn)));
            }
            if mask(row) & 1 == 0 {
                steps.push((row, 0, turn));
            }
        }
        if open.len() >= MAX_OPEN {
            return steps;
        }
        if state.next < rows.len() {
            steps.push((state.next, 0, if anchor == Some(state.next) { 0 } else { left }));
            if width(state.next) > 2 {
                steps.push((state.next, 1, left + cost::HEADLESS));
            }
        }
        if let Some(row) = anchor.filter(|row| mask(*row) == 0 && *row > state.next) {
            steps.push((row, 0, cost::TURN));
        }
        steps
    }

    /// What a reading would be with a number at a cell, as one number; `None` where an equation then fails.
    fn fits(&self, state: &State, at: usize, row: usize, column: usize) -> Option<u64> {
        let cell = *self.puzzle.rows.get(row)?.get(column)?;
        let value = self.pieces.get(at)?.value;
        for &(equation, sign) in self.puzzle.parts.get(cell)? {
            let (sum, lacks) = state.sums.get(equation)?;
            if *lacks == 1 && sum.checked_add(sign * value)? != 0 {
                return None;
            }
        }
        Some(state.print.wrapping_add(print(cell, value)))
    }

    /// A reading with one number more.
    fn follow(&self, state: &State, at: usize, step: Option<Step>) -> Option<(State, Option<usize>)> {
        let mut next = state.clone();
        let Some((row, column, price)) = step else {
            next.cost += cost::SKIP;
            next.skipped += 1;
            return Some((next, None));
        };
        let cell = *self.puzzle.rows.get(row)?.get(column)?;
        let value = self.pieces.get(at)?.value;
        next.cost += price;
        *next.filled.get_mut(row)? |= 1 << column;
        for &(equation, sign) in self.puzzle.parts.get(cell)? {
            let (sum, lacks) = next.sums.get_mut(equation)?;
            *sum = sum.checked_add(sign * value)?;
            *lacks = lacks.saturating_sub(1);
        }
        next.print = next.print.wrapping_add(print(cell, value));
        next.last = Some(row);
        while next.filled.get(next.next).is_some_and(|mask| *mask != 0) {
            next.next += 1;
        }
        Some((next, Some(cell)))
    }

    /// What it costs that some cells have no number: only those at the end of one row may.
    fn lost(&self, state: &State) -> Option<u32> {
        let mut lost = 0;
        for (row, mask) in self.puzzle.rows.iter().zip(&state.filled) {
            let count = mask.count_ones() as usize;
            if count == row.len() {
                continue;
            }
            if lost > 0 || count == 0 || mask.trailing_ones() as usize != count {
                return None;
            }
            lost = row.len() - count;
        }
        (lost <= MAX_LOST).then(|| u32::try_from(lost).unwrap_or(u32::MAX).saturating_mul(cost::SKIP))
    }
}

/// A number at a cell as bits that are spread.
fn print(cell: usize, value: i64) -> u64 {
    let seed =
        (cell as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ value.cast_unsigned().wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
    let mixed = (seed ^ seed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^ mixed >> 32
}
