//! Numbers that stand apart from their labels: given to the cells in the few orders in which programs print them,
//! as far as all sums of the form hold.
//!
//! A program that prints a page goes along its rows; where it sees columns or boxes it prints a part of a row before
//! others and the rest behind them. So the numbers are taken in their order: each goes on in the row of the one before
//! it, or begins the next row; every turn to another row costs. An equation is looked at as soon as it has all its
//! cells. Only the cheapest readings are kept on the way, so that the work is bounded; what is found at the end and
//! costs about the same must say the same, else the cell stays open.

mod search;

use std::collections::BTreeMap;

use crate::form::{Cell, Equation, Form};

use search::Search;

/// A number at its place in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(crate) value: i64,
    /// The row whose label stands right before it, with nothing but numbers of that row between.
    pub(crate) row: Option<usize>,
}

/// The cells to be filled, row by row, and what must hold of them.
pub(super) struct Puzzle {
    rows: Vec<Vec<usize>>,
    cells: Vec<Cell>,
    equations: Vec<Check>,
    /// For each cell: the equations that it is part of, and with which sign.
    parts: Vec<Vec<(usize, i64)>>,
}

/// An equation: how many cells it has, and whether they all stand in one row.
struct Check {
    cells: u32,
    row: Option<usize>,
}

/// More cells than these are no tables of the form.
const MAX_CELLS: usize = 400;
/// So many numbers beside the table's own may be page numbers.
pub(super) const MAX_EXTRA: usize = 3;
/// So many numbers may be missing at the end of a row: the page's last ones.
const MAX_LOST: usize = 6;
/// Of readings that cost so much more nothing is to be feared.
const MARGIN: u32 = 1;
/// How many readings are kept at each number: first few, then more.
const WIDTHS: [usize; 2] = [60, 600];
/// So many rows at least must add up before one that does not is the agency's fault.
const LEAST_SOUND: usize = 5;

/// For each cell the number that it gets; `None` where none is certain.
pub(super) type Filled = BTreeMap<Cell, Option<usize>>;

impl Puzzle {
    /// The puzzle of some rows; `None` if they are not held together by equations.
    pub(crate) fn new(form: &Form, rows: &[Vec<Cell>]) -> Option<Self> {
        let cells: Vec<Cell> = rows.iter().flatten().copied().collect();
        if cells.len() > MAX_CELLS || rows.iter().any(|row| row.len() > 8) {
            return None;
        }
        let at: BTreeMap<Cell, usize> = cells.iter().enumerate().map(|(at, cell)| (*cell, at)).collect();
        let row_of: Vec<usize> =
            rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |_| row)).collect();
        let mut parts: Vec<Vec<(usize, i64)>> = vec![Vec::new(); cells.len()];
        let mut equations = Vec::new();
        let inner = |equation: &&Equation| equation.cells().all(|cell| at.contains_key(&cell));
        for equation in form.equations.iter().filter(inner) {
            let number = equations.len();
            let signed = equation.left.iter().map(|cell| (cell, 1)).chain(equation.right.iter().map(|cell| (cell, -1)));
            let (mut count, mut own) = (0, Vec::new());
            for (cell, sign) in signed {
                let place = *at.get(cell)?;
                parts.get_mut(place)?.push((number, sign));
                own.push(*row_of.get(place)?);
                count += 1;
            }
            own.dedup();
            equations.push(Check { cells: count, row: own.first().copied().filter(|_| own.len() == 1) });
        }
        let mut places = 0..cells.len();
        let rows = rows.iter().map(|row| places.by_ref().take(row.len()).collect()).collect();
        (!parts.iter().any(Vec::is_empty)).then_some(Self { rows, cells, equations, parts })
    }

    /// How many cells there are.
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    /// May so many numbers be those of the cells?
    pub(crate) fn fits(&self, count: usize) -> bool {
        (self.len()..=self.len() + MAX_EXTRA).contains(&count) || count < self.len() && count + MAX_LOST >= self.len()
    }

    /// Gives numbers to the cells, if that can be done in one way.
    pub(crate) fn solve(&self, pieces: &[Piece]) -> Option<Filled> {
        if !self.fits(pieces.len()) {
            return None;
        }
        let plain: Vec<Option<usize>> = (0..self.len()).map(Some).collect();
        let exact = pieces.len() == self.len();
        let upright = exact.then(|| self.upright()).flatten().filter(|way| self.broken(way, pieces).is_empty());
        if exact && self.broken(&plain, pieces).is_empty() {
            let others = upright.into_iter().collect::<Vec<_>>();
            return Some(self.agreed(&plain, &others, pieces));
        }
        let tried: &[usize] = if self.adds_up(pieces) { &WIDTHS } else { &[] };
        for &width in tried {
            let mut found = Search { puzzle: self, pieces, width }.run();
            found.sort_by_key(|(cost, _)| *cost);
            // To go down the columns costs nothing either.
            found.splice(0..0, upright.clone().map(|way| (0, way)));
            if let Some((least, best)) = found.first() {
                let near: Vec<Vec<Option<usize>>> = found
                    .iter()
                    .skip(1)
                    .filter(|(cost, _)| *cost <= least + MARGIN)
                    .map(|(_, way)| way.clone())
                    .collect();
                return Some(self.agreed(best, &near, pieces));
            }
        }
        if let Some(upright) = upright {
            return Some(self.agreed(&upright, &[], pieces));
        }
        (exact && self.is_sound(&plain, pieces)).then(|| self.agreed(&plain, &[], pieces))
    }

    /// The cells as they are filled column by column; `None` if the rows are not of one width.
    fn upright(&self) -> Option<Vec<Option<usize>>> {
        let width = self.rows.first()?.len();
        let height = self.rows.len();
        self.rows
            .iter()
            .all(|row| row.len() == width)
            .then(|| (0..self.len()).map(|at| Some(at % width * height + at / width)).collect())
    }

    /// Do half of the rows, at least, add up as they stand somewhere? Else no search can tell anything.
    fn adds_up(&self, pieces: &[Piece]) -> bool {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let (mut at, mut sound) = (0, 0);
        while let Some(row) = pieces.get(at..at + width) {
            let (total, parts) = row.split_last().map_or((0, row), |(total, parts)| (total.value, parts));
            let adds_up = parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(part.value)) == Some(total);
            sound += usize::from(adds_up);
            at += if adds_up { width } else { 1 };
        }
        sound * 2 >= self.rows.iter().filter(|row| row.len() == width).count()
    }

    /// Where all rows but a few add up as they stand, the few are the agency's fault.
    fn is_sound(&self, way: &[Option<usize>], pieces: &[Piece]) -> bool {
        let broken = self.broken(way, pieces);
        let in_row = |equation: &usize| self.equations.get(*equation).is_some_and(|check| check.row.is_some());
        let rows = broken.iter().filter(|equation| in_row(equation)).count();
        let is_telling = |row: &&Vec<usize>| {
            let values = row.iter().filter_map(|&at| pieces.get(way.get(at).copied().flatten()?));
            values.filter(|piece| piece.value != 0).count() > 1
        };
        let sound = self.rows.iter().filter(is_telling).count().saturating_sub(rows);
        sound >= LEAST_SOUND && rows * 3 <= sound
    }

    /// The equations that have all their numbers and do not hold.
    fn broken(&self, way: &[Option<usize>], pieces: &[Piece]) -> Vec<usize> {
        let mut sums: Vec<(i64, u32)> = vec![(0, 0); self.equations.len()];
        for (at, piece) in way.iter().enumerate() {
            let Some(piece) = piece.and_then(|piece| pieces.get(piece)) else { continue };
            for &(equation, sign) in self.parts.get(at).into_iter().flatten() {
                if let Some((sum, count)) = sums.get_mut(equation) {
                    *sum = sum.saturating_add(sign * piece.value);
                    *count += 1;
                }
            }
        }
        let whole = |at: &usize| {
            let check = self.equations.get(*at).map(|check| check.cells);
            sums.get(*at).is_some_and(|(sum, count)| *sum != 0 && Some(*count) == check)
        };
        (0..sums.len()).filter(whole).collect()
    }

    /// What all readings say, cell by cell.
    fn agreed(&self, best: &[Option<usize>], others: &[Vec<Option<usize>>], pieces: &[Piece]) -> Filled {
        let value = |way: &[Option<usize>], at: usize| {
            way.get(at).copied().flatten().and_then(|piece| pieces.get(piece)).map(|piece| piece.value)
        };
        let certain = |at: usize| others.iter().all(|other| value(other, at) == value(best, at));
        let filled = self
            .cells
            .iter()
            .enumerate()
            .map(|(at, cell)| (*cell, best.get(at).copied().flatten().filter(|_| certain(at))));
        filled.collect()
    }
}

#[cfg(test)]
mod tests;
