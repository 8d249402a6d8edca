//! Rows whose numbers stand without a gap between them: `数量710000071`.
//!
//! They are taken apart only where there is exactly one way, for all such rows of the table together, that satisfies
//! every equation of the form.

use std::collections::HashMap;

use crate::form::{Cell, Equation};
use crate::report::{Cells, Number, Value};
use crate::words::ZH;

use super::super::doubt::{Doubt, quote};
use super::super::settle::{Settled, Shape};
use super::super::slots::{Content, Item};
use super::{Row, Tables, put};

/// With more digits than cells and these, there are too many ways.
const MAX_MORE: usize = 12;
/// More ways than this to take one row apart are not looked at.
const MAX_WAYS: usize = 2000;
/// More combinations of the rows' ways than this are not looked at.
const MAX_COMBINATIONS: usize = 20_000;

/// One way to take a row apart: a number for each cell.
type Way = Vec<Part>;

/// One number of a row, and its digits in the text.
#[derive(Debug, Clone)]
struct Part {
    value: i64,
    text: String,
}

/// A row whose numbers are glued, and how it may be taken apart.
struct Glued {
    row: usize,
    cells: Vec<Cell>,
    ways: Vec<Way>,
}

impl Tables<'_> {
    /// Takes the rows apart whose numbers are glued, or says that it cannot be done.
    pub(super) fn take_apart(&mut self, rows: &mut [Row]) {
        let mut glued = Vec::new();
        for (at, row) in rows.iter_mut().enumerate() {
            let Some(digits) = digits(row).map(str::to_owned) else { continue };
            let inside: Vec<&Equation> = self
                .form
                .equations
                .iter()
                .filter(|equation| equation.cells().all(|cell| row.cells.contains(&cell)))
                .collect();
            let ways = if inside.is_empty() { Vec::new() } else { ways(&digits, &row.cells, &inside) };
            row.settled.shape = Shape::Glued;
            row.settled.readings.clear();
            glued.push(Glued { row: at, cells: row.cells.clone(), ways });
        }
        if glued.is_empty() {
            return;
        }
        doubt_torn(rows);
        let mut known = self.cells.clone();
        for row in rows.iter().filter(|row| row.settled.is_settled()) {
            put(self.form, &mut known, row);
        }
        let Some(only) = only_combination(&self.form.equations, &glued, &known) else { return };
        for (glued, way) in glued.iter().zip(only) {
            if let Some(row) = rows.get_mut(glued.row) {
                self.take_way(row, &way);
            }
        }
    }

    /// Reads a row in one way, with a remark.
    fn take_way(&mut self, row: &mut Row, way: &Way) {
        let Some(whole) = row.items.iter().find(|item| item.is_filled()).cloned() else { return };
        let part = |part: &Part| Item {
            content: Content::Number(Number::int(part.value)),
            text: part.text.clone(),
            ..whole.clone()
        };
        row.items = way.iter().map(part).collect();
        let reading: Vec<Option<usize>> = (0..way.len()).map(Some).collect();
        row.settled = Settled {
            shape: Shape::Plain,
            readings: vec![reading.clone()],
            candidates: vec![reading],
            items: row.items.clone(),
        };
        let id = row.cells.first().map_or("", |&cell| self.form.id(cell));
        let taken: Vec<&str> = way.iter().map(|part| &*part.text).collect();
        self.doubts.add(
            Doubt::ChosenValues,
            id,
            row.line,
            &[
                ("row", &row.name),
                ("expected", &row.cells.len()),
                ("found", &1),
                ("text", &quote(&whole.text)),
                ("taken", &taken.join(" ")),
                ("dropped", &ZH.read.other_splits),
            ],
        );
    }
}

/// Where some rows are glued, a row whose values stand on several lines, or of which only some are glued to the label,
/// may be a glued one and something else.
fn doubt_torn(rows: &mut [Row]) {
    for row in rows.iter_mut().filter(|row| row.cells.len() > 1 && row.settled.is_settled()) {
        let mut places = row.items.iter().filter(|item| item.is_filled()).map(|item| (item.block, item.field));
        let Some(first) = places.next() else { continue };
        if places.any(|place| place.0 != first.0 || first == row.label && place != first) {
            row.settled.shape = Shape::Glued;
            row.settled.readings.clear();
        }
    }
}

/// The one text of a row that has several cells, if it has a digit for each of them and nothing else.
fn digits(row: &Row) -> Option<&str> {
    let mut filled = row.items.iter().filter(|item| item.is_filled());
    let text = &*filled.next()?.text;
    let width = row.cells.len();
    let fits = width > 1 && (width..=width + MAX_MORE).contains(&text.len());
    (filled.next().is_none() && fits && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

/// All ways to take digits apart that satisfy the row's own equations; none where there are too many.
fn ways(digits: &str, cells: &[Cell], inside: &[&Equation]) -> Vec<Way> {
    let mut found = Vec::new();
    let mut left = 500_000_usize;
    split(digits, cells.len(), &mut Vec::new(), &mut left, &mut |way| {
        let value = |cell: Cell| {
            let at = cells.iter().position(|&own| own == cell)?;
            way.get(at).map(|part: &Part| part.value)
        };
        if inside.iter().all(|equation| holds(equation, &value) == Some(true)) {
            found.push(way.to_vec());
        }
    });
    if left == 0 || found.len() > MAX_WAYS { Vec::new() } else { found }
}

/// Every way to cut digits into `width` numbers, none with a zero before it; stops when `left` is used up.
fn split(digits: &str, width: usize, way: &mut Way, left: &mut usize, take: &mut impl FnMut(&[Part])) {
    if width == 0 {
        if digits.is_empty() {
            take(way);
        }
        return;
    }
    let most = (digits.len() + 1).saturating_sub(width);
    let most = if digits.starts_with('0') { most.min(1) } else { most };
    for length in 1..=most {
        *left = left.saturating_sub(1);
        let Some((head, rest)) = digits.split_at_checked(length).filter(|_| *left > 0) else { return };
        let Ok(value) = head.parse() else { continue };
        way.push(Part { value, text: head.to_owned() });
        split(rest, width - 1, way, left, take);
        way.pop();
    }
}

/// Does an equation hold? `None` where a value is not known.
fn holds(equation: &Equation, value: &impl Fn(Cell) -> Option<i64>) -> Option<bool> {
    let sum = |side: &[Cell]| side.iter().try_fold(0_i64, |sum, &cell| value(cell).and_then(|v| sum.checked_add(v)));
    Some(sum(&equation.left)? == sum(&equation.right)?)
}

/// The one combination of ways that satisfies every equation whose cells are all known.
fn only_combination(equations: &[Equation], glued: &[Glued], known: &Cells) -> Option<Vec<Way>> {
    let combinations = glued.iter().try_fold(1_usize, |product, row| product.checked_mul(row.ways.len()))?;
    if combinations == 0 || combinations > MAX_COMBINATIONS {
        return None;
    }
    let crossing: Vec<&Equation> = equations
        .iter()
        .filter(|equation| equation.cells().any(|cell| glued.iter().any(|row| row.cells.contains(&cell))))
        .collect();
    // Where each cell stands: the glued row, and the place in it.
    let places: HashMap<Cell, (usize, usize)> = glued
        .iter()
        .enumerate()
        .flat_map(|(row, glued)| glued.cells.iter().enumerate().map(move |(at, &cell)| (cell, (row, at))))
        .collect();
    let mut only: Option<Vec<&Way>> = None;
    for number in 0..combinations {
        let mut rest = number;
        let mut chosen = Vec::with_capacity(glued.len());
        for row in glued {
            chosen.push(row.ways.get(rest % row.ways.len())?);
            rest /= row.ways.len();
        }
        let value = |cell: Cell| match places.get(&cell) {
            Some(&(row, at)) => chosen.get(row).and_then(|way| way.get(at)).map(|part| part.value),
            None if known.get(cell) == Value::Blank => Some(0),
            None => known.get(cell).number().and_then(|number| number.as_int()),
        };
        if crossing.iter().all(|equation| holds(equation, &value) != Some(false)) {
            if only.is_some() {
                return None;
            }
            only = Some(chosen);
        }
    }
    Some(only?.into_iter().cloned().collect())
}
