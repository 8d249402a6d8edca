//! From the values of a row to its cells, also where there is one too many or too few.
//!
//! As many values as cells are read as they stand, whatever the arithmetic says: a wrong sum is the agency's.
//! Otherwise all readings are made that keep the order of the values. Where they agree, the cell is certain;
//! where they do not, the equations of the form may choose one; else the cell stays missing.

use crate::form::{Cell, Equation, Form};
use crate::read::spelling::normalise::number;
use crate::report::{Cells, Number, Value};

use super::slots::{Content, Item};
use super::wrapped;

/// For each cell, which item it gets.
pub(in crate::read) type Reading = Vec<Option<usize>>;

/// How the values of a row were found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Shape {
    /// As many as cells.
    Plain,
    /// As many as cells, and blanks between them.
    StrayBlank,
    /// Some blank, and it is clear which.
    Blanks,
    /// Some blank, and the arithmetic had to say which.
    DoubtfulBlanks,
    TooMany,
    /// Fewer than cells.
    TooFew,
    /// One text that has the digits of all cells.
    Glued,
    /// The same, taken apart.
    TakenApart,
    None,
}

/// What became of a row.
#[derive(Debug, Clone)]
pub(in crate::read) struct Settled {
    pub(crate) shape: Shape,
    /// The readings that are left: one if it is settled.
    pub(crate) readings: Vec<Reading>,
    /// All different readings there were before the arithmetic chose.
    pub(crate) candidates: Vec<Reading>,
    /// The values the readings point to: those of the row, then those read as one number out of two.
    pub(crate) items: Vec<Item>,
}

/// More values than this beyond the cells, or missing from them, are not tried out.
const MAX_OFF: usize = 2;

/// What the other rows of a table tell about one.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::read) struct Layout {
    /// The field where the values begin.
    pub(crate) start: Option<usize>,
    /// Has the row fewer fields than complete ones? Then its last blank fields may be theirs behind the values.
    pub(crate) short: bool,
}

/// Reads the values of a row of `width` cells.
pub(in crate::read) fn settle(form: &Form, cells: &[Cell], items: &[Item], layout: Layout) -> Settled {
    let width = cells.len();
    let filled: Vec<usize> = (0..items.len()).filter(|&at| items.get(at).is_some_and(Item::is_filled)).collect();
    let all: Reading = (0..items.len()).map(Some).collect();
    let some = |shape, readings: Vec<Reading>| Settled {
        shape,
        candidates: readings.clone(),
        readings,
        items: items.to_vec(),
    };
    if filled.len() == width {
        if let Some((items, reading)) = wrapped::closed_up(form, cells, items, &filled) {
            let candidates = vec![filled.into_iter().map(Some).collect(), reading.clone()];
            return Settled { shape: Shape::TooMany, readings: vec![reading], candidates, items };
        }
        let gaps = filled.windows(2).any(|pair| matches!(pair, [a, b] if b - a > 1));
        // A whole row of blanks, and its values elsewhere.
        let is_other = items.len() >= width * 2 && is_scattered(items);
        let shape = if gaps || is_other { Shape::StrayBlank } else { Shape::Plain };
        return some(shape, vec![filled.into_iter().map(Some).collect()]);
    }
    if filled.len() > width {
        let (all, mut readings) = (items, without_some(&filled, items, width));
        let mut items = all.to_vec();
        let below = wrapped::under(form, cells, &mut items, &filled);
        if let Some(candidates) = below.as_ref().filter(|readings| readings.len() > 1) {
            // Digits below a line are the ends of its numbers, even where its sums hold without them.
            let readings = candidates.iter().skip(1).cloned().collect();
            return Settled { shape: Shape::TooMany, readings, candidates: candidates.clone(), items };
        }
        readings.extend(joined(&filled, &mut items, width));
        if readings.is_empty() && below.is_none() {
            readings = wrapped::put_together(form, cells, &mut items, &filled);
        }
        let mut settled = choose(form, cells, items, Shape::TooMany, readings);
        if settled.readings.len() > 1 && may_be_split(all, &filled) >= filled.len() - width {
            settled.readings.clear();
        }
        return settled;
    }
    let is_scattered = is_scattered(items);
    if filled.is_empty() && is_scattered {
        return some(Shape::None, Vec::new());
    }
    if layout.short && !filled.is_empty() {
        return choose(form, cells, items.to_vec(), Shape::TooFew, with_holes(&filled, width));
    }
    let mut readings: Vec<Reading> = Vec::new();
    if items.len() == width {
        readings.push(all);
    }
    readings.extend(layout.start.and_then(|start| by_field(items, &filled, start, width)));
    if readings.is_empty() && items.len() > width {
        readings = windows(items, &filled, width);
    }
    if !readings.is_empty() {
        readings.dedup();
        let shape = if readings.len() == 1 && !is_scattered { Shape::Blanks } else { Shape::DoubtfulBlanks };
        return choose(form, cells, items.to_vec(), shape, readings);
    }
    if filled.is_empty() {
        return some(Shape::None, Vec::new());
    }
    choose(form, cells, items.to_vec(), Shape::TooFew, with_holes(&filled, width))
}

/// Do the fields of several rows of a document make up a row? Its blanks may be those of another.
fn is_scattered(items: &[Item]) -> bool {
    let rows = items.chunk_by(|a, b| a.block == b.block);
    items.first().map(|item| item.block) != items.last().map(|item| item.block)
        && rows.filter(|row| row.len() > 1).any(|row| row.iter().any(|item| !item.is_filled()))
}

/// How many pairs of values may be one number written with a space: `1 234`. Nothing is certain then.
fn may_be_split(items: &[Item], filled: &[usize]) -> usize {
    let text = |at: usize| items.get(at).map_or("", |item| &*item.text);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_split = |pair: &&[usize]| {
        let [head, tail] = **pair else { return false };
        let (head, tail) = (text(head), text(tail));
        is_number(head) && is_number(tail) && head.len() <= 3 && !head.starts_with('0') && tail.len() == 3
    };
    filled.windows(2).filter(is_split).count()
}

/// The values by their fields, where other rows of the table have told where the values begin.
fn by_field(items: &[Item], filled: &[usize], start: usize, width: usize) -> Option<Reading> {
    let block = items.first()?.block;
    let fits = |at: &usize| {
        items.get(*at).is_some_and(|item| item.block == block && (start..start + width).contains(&item.field))
    };
    let last_field = items.iter().filter(|item| item.block == block).map(|item| item.field).max()?;
    (filled.iter().all(fits) && last_field + 1 >= start + width)
        .then(|| (start..start + width).map(|field| items.iter().position(|item| item.field == field)).collect())
}

/// All stretches of items that hold every value.
fn windows(items: &[Item], filled: &[usize], width: usize) -> Vec<Reading> {
    let (first, last) = (filled.first().copied().unwrap_or(0), filled.last().copied().unwrap_or(0));
    (0..=items.len().saturating_sub(width))
        .filter(|&from| from <= first && last < from + width)
        .take(64)
        .map(|from| (from..from + width).map(Some).collect())
        .collect()
}

/// All ways to leave out what is too many.
fn without_some(filled: &[usize], items: &[Item], width: usize) -> Vec<Reading> {
    let off = filled.len() - width;
    let same = |at: &usize| items.get(*at).map(|item| &item.content) == items.first().map(|item| &item.content);
    if off > MAX_OFF {
        // If all are alike it does not matter which are left out.
        let alike = filled.iter().all(same) && items.iter().all(|item| item.content != Content::Raw);
        return if alike { vec![filled.iter().take(width).copied().map(Some).collect()] } else { Vec::new() };
    }
    let mut readings = Vec::new();
    for first in 0..filled.len() {
        let second = if off == 1 { first..first + 1 } else { first + 1..filled.len() };
        for second in second {
            let kept = filled.iter().enumerate().filter(|(at, _)| *at != first && *at != second);
            readings.push(kept.map(|(_, &item)| Some(item)).collect());
        }
    }
    readings
}

/// All ways to read neighbours as one number that was split (`1 1` for 11), leaving out what is still too many. The
/// numbers so made are added to the items.
fn joined(filled: &[usize], items: &mut Vec<Item>, width: usize) -> Vec<Reading> {
    let off = filled.len() - width;
    if off > MAX_OFF {
        return Vec::new();
    }
    // Each way: the items in order, and how many are still too many.
    let mut ways: Vec<(Vec<usize>, usize)> = vec![(filled.to_vec(), off)];
    let mut readings = Vec::new();
    let mut at = 0;
    while let Some((way, off)) = ways.get(at).cloned() {
        at += 1;
        if off == 0 {
            readings.push(way.into_iter().map(Some).collect());
            continue;
        }
        if at > 1 {
            // One number was joined, one value more is to go.
            readings.extend(without_some(&way, items, width));
        }
        for first in 0..way.len().saturating_sub(1) {
            let Some(item) = way.get(first..first + 2).and_then(|pair| join(pair, items)) else { continue };
            let mut next = way.clone();
            next.splice(first..first + 2, [items.len()]);
            items.push(item);
            ways.push((next, off - 1));
        }
    }
    readings
}

/// Two values as one number.
fn join(pair: &[usize], items: &[Item]) -> Option<Item> {
    let [head, tail] = pair else { return None };
    let (head, tail) = (items.get(*head)?, items.get(*tail)?);
    let digits = |text: &str| text.split(' ').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if !digits(&head.text) || !digits(&tail.text) || head.text.starts_with('0') {
        return None;
    }
    let text = format!("{} {}", head.text, tail.text);
    let content = Content::Number(number(&text.replace(' ', ""))?);
    Some(Item { content, text, ..head.clone() })
}

/// All ways to leave cells empty.
fn with_holes(filled: &[usize], width: usize) -> Vec<Reading> {
    let off = width - filled.len();
    if off > MAX_OFF {
        return Vec::new();
    }
    let mut readings = Vec::new();
    for first in 0..width {
        let second = if off == 1 { first..first + 1 } else { first + 1..width };
        for second in second {
            let mut rest = filled.iter();
            let cell = |at| if at == first || at == second { None } else { rest.next().copied() };
            readings.push((0..width).map(cell).collect());
        }
    }
    readings
}

/// Drops readings that say the same, and lets the equations within the row choose where they choose one.
fn choose(form: &Form, cells: &[Cell], items: Vec<Item>, shape: Shape, readings: Vec<Reading>) -> Settled {
    let mut different: Vec<Reading> = Vec::new();
    let content = |reading: &Reading| -> Vec<Option<&Item>> {
        reading.iter().map(|at| at.and_then(|at| items.get(at))).collect()
    };
    let alike = |a: &Reading, b: &Reading| {
        content(a).iter().zip(content(b)).all(|(a, b)| match (a, b) {
            (Some(a), Some(b)) => a.value() == b.value(),
            (a, b) => a.is_none() && b.is_none(),
        })
    };
    for reading in readings {
        if !different.iter().any(|known| alike(known, &reading)) {
            different.push(reading);
        }
    }
    let balanced = balanced(&inside(form, cells), cells, &different, &items, None);
    let readings = if balanced.len() == 1 { balanced } else { different.clone() };
    Settled { shape, readings, candidates: different, items }
}

/// The equations that have all their cells in one row.
fn inside<'f>(form: &'f Form, cells: &[Cell]) -> Vec<&'f Equation> {
    form.equations.iter().filter(|equation| equation.cells().all(|cell| cells.contains(&cell))).collect()
}

/// The readings for which all of some equations hold.
fn balanced(
    equations: &[&Equation],
    cells: &[Cell],
    readings: &[Reading],
    items: &[Item],
    others: Option<&Cells>,
) -> Vec<Reading> {
    let holds = |reading: &&Reading| {
        !equations.is_empty() && equations.iter().all(|equation| balances(equation, cells, reading, items, others))
    };
    readings.iter().filter(holds).cloned().collect()
}

/// Has a row an equation of its own?
pub(in crate::read) fn can_balance(form: &Form, cells: &[Cell]) -> bool {
    !inside(form, cells).is_empty()
}

/// Do a row's own equations hold, if there are any, where it is read so?
pub(in crate::read) fn is_balanced(form: &Form, cells: &[Cell], settled: &Settled, reading: &Reading) -> bool {
    is_confirmed(form, cells, reading, &settled.items)
}

/// Are there equations within a row, and do they hold where it is read so?
pub(in crate::read) fn is_confirmed(form: &Form, cells: &[Cell], reading: &Reading, items: &[Item]) -> bool {
    let inside = inside(form, cells);
    !inside.is_empty() && inside.iter().all(|equation| balances(equation, cells, reading, items, None))
}

/// Does an equation hold if a row is read so? Blank counts as zero; anything unknown makes it not hold.
fn balances(equation: &Equation, cells: &[Cell], reading: &Reading, items: &[Item], others: Option<&Cells>) -> bool {
    let value = |cell: Cell| -> Option<Number> {
        let value = match cells.iter().position(|&own| own == cell) {
            Some(at) => match reading.get(at).copied().flatten() {
                Some(at) => items.get(at)?.value(),
                None => Value::Blank,
            },
            None => others?.get(cell),
        };
        if value == Value::Blank { Some(Number::ZERO) } else { value.number() }
    };
    let sum = |side: &[Cell]| {
        side.iter().try_fold(Number::ZERO, |sum, &cell| value(cell).and_then(|number| sum.checked_add(number)))
    };
    matches!((sum(&equation.left), sum(&equation.right)), (Some(left), Some(right)) if left == right)
}

/// Lets the equations that go through other rows choose: those whose other cells are all known. Where they gainsay
/// what the row's own equations chose, nothing is chosen.
pub(in crate::read) fn choose_by_columns(form: &Form, cells: &[Cell], settled: &mut Settled, known: &Cells) {
    let crossing: Vec<&Equation> = form
        .equations
        .iter()
        .filter(|equation| {
            let mut others = equation.cells().filter(|cell| !cells.contains(cell)).peekable();
            let crosses = others.peek().is_some() && equation.cells().any(|cell| cells.contains(&cell));
            crosses && others.all(|cell| known.get(cell).number().is_some())
        })
        .collect();
    if crossing.is_empty() {
        return;
    }
    let by_columns = balanced(&crossing, cells, &settled.candidates, &settled.items, Some(known));
    if let [chosen] = &*settled.readings {
        if !by_columns.is_empty() && !by_columns.contains(chosen) {
            settled.readings = settled.candidates.clone();
        }
        return;
    }
    let by_both = balanced(&inside(form, cells), cells, &by_columns, &settled.items, None);
    if by_both.len() == 1 {
        settled.readings = by_both;
    } else if by_both.is_empty() && by_columns.len() == 1 {
        settled.readings = by_columns;
    }
}

impl Settled {
    /// The item that a cell certainly gets; `None` where the readings that are left do not agree.
    pub(crate) fn certain(&self, at: usize) -> Option<&Item> {
        let items = &self.items;
        let mut all = self.readings.iter().map(|reading| reading.get(at).copied().flatten());
        let first = items.get(all.next()??)?;
        all.all(|other| other.and_then(|other| items.get(other)).is_some_and(|item| item.value() == first.value()))
            .then_some(first)
    }

    /// Do the readings there were give a cell different values?
    pub(crate) fn differs(&self, at: usize) -> bool {
        let item = |reading: &Reading| reading.get(at).copied().flatten().and_then(|at| self.items.get(at));
        let value = |reading: &Reading| item(reading).map(Item::value);
        let first = self.candidates.first().and_then(value);
        self.candidates.iter().any(|reading| value(reading) != first)
    }

    /// Did the arithmetic choose among different readings?
    pub(crate) fn is_chosen(&self) -> bool {
        self.readings.len() == 1 && self.candidates.len() > 1
    }

    /// Is there one reading left?
    pub(crate) fn is_settled(&self) -> bool {
        self.readings.len() == 1
    }
}
