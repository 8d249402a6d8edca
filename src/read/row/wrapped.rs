//! Numbers whose digits are torn apart, as narrow cells wrap them: `14 93`, or `214` and `7`. What the equations of a row
//! confirm is one number.

use crate::form::{Cell, Form};
use crate::read::spelling::normalise::number;

use super::settle::{Reading, is_confirmed};
use super::slots::{Content, Item};

/// Values of one number, at most.
const MAX_PIECES: usize = 4;
/// No more ways to put a row together are tried than this.
const MAX_WAYS: usize = 4000;
/// So many ways that the equations confirm are kept.
const MAX_KEPT: usize = 8;

/// The items of a row where each that holds digits apart is one number, if the row's equations hold so.
pub(in crate::read) fn closed_up(
    form: &Form,
    cells: &[Cell],
    items: &[Item],
    filled: &[usize],
) -> Option<(Vec<Item>, Reading)> {
    let mut all = items.to_vec();
    let mut reading: Reading = Vec::new();
    for &at in filled {
        let item = items.get(at)?;
        if item.content != Content::Raw {
            reading.push(Some(at));
            continue;
        }
        reading.push(Some(all.len()));
        all.push(one(item, &item.text)?);
    }
    (all.len() > items.len() && is_confirmed(form, cells, &reading, &all)).then_some((all, reading))
}

/// The ways to read neighbours as one number that the row's equations confirm, and first one that they do not, if there
/// is any. The numbers so made are added to the items.
pub(in crate::read) fn put_together(
    form: &Form,
    cells: &[Cell],
    items: &mut Vec<Item>,
    filled: &[usize],
) -> Vec<Reading> {
    let mut search = Search { filled, width: cells.len(), ways: Vec::new(), steps: MAX_WAYS * 16 };
    search.go(&mut Vec::new(), 0, items);
    if search.steps == 0 || search.ways.len() > MAX_WAYS {
        return Vec::new();
    }
    let (mut kept, mut other) = (Vec::new(), None);
    for way in search.ways {
        let known = items.len();
        let Some(reading) = build(&way, filled, items) else {
            items.truncate(known);
            continue;
        };
        let is_one = is_confirmed(form, cells, &reading, items);
        if is_one && kept.len() < MAX_KEPT {
            kept.push(reading);
        } else if !is_one && other.is_none() {
            other = Some(reading);
        } else {
            items.truncate(known);
        }
    }
    if kept.is_empty() { Vec::new() } else { other.into_iter().chain(kept).collect() }
}

/// The values of a row all of whose numbers stand on one line, with the last digits of some on the lines below it: the ways
/// to read it that the row's equations confirm, behind the line as it stands. `None` where it is no such row. The numbers so
/// made are added to the items.
pub(in crate::read) fn under(
    form: &Form,
    cells: &[Cell],
    items: &mut Vec<Item>,
    filled: &[usize],
) -> Option<Vec<Reading>> {
    let block = |at: &usize| items.get(*at).map(|item| item.block);
    let first = block(filled.first()?)?;
    let (line, below): (Vec<usize>, Vec<usize>) = filled.iter().partition(|at| block(at) == Some(first));
    let is_plain = |at: &usize| items.get(*at).is_some_and(|item| is_digits(&item.text));
    if line.len() != cells.len() || below.is_empty() || !below.iter().all(is_plain) {
        return None;
    }
    let rows: Vec<Vec<usize>> = below.chunk_by(|a, b| block(a) == block(b)).map(<[usize]>::to_vec).collect();
    let mut search = Below { rows: &rows, open: Vec::new(), ways: Vec::new(), steps: MAX_WAYS * 16 };
    // No number begins with a zero.
    search.open = line
        .iter()
        .map(|at| items.get(*at).is_some_and(|item| is_digits(&item.text) && !item.text.starts_with('0')))
        .collect();
    search.go(&mut vec![Vec::new(); line.len()], 0, 0, 0);
    let mut readings: Vec<Reading> = vec![line.iter().copied().map(Some).collect()];
    if search.steps == 0 {
        return Some(readings);
    }
    for way in search.ways {
        let known = items.len();
        let whole: Option<Reading> = line
            .iter()
            .zip(&way)
            .map(|(at, ends)| {
                if ends.is_empty() {
                    return Some(Some(*at));
                }
                let texts: Option<Vec<&str>> =
                    std::iter::once(at).chain(ends).map(|at| items.get(*at).map(|item| &*item.text)).collect();
                let item = one(items.get(*at)?, &texts?.join(" "))?;
                items.push(item);
                Some(Some(items.len() - 1))
            })
            .collect();
        match whole.filter(|reading| readings.len() <= MAX_KEPT && is_confirmed(form, cells, reading, items)) {
            Some(reading) => readings.push(reading),
            None => items.truncate(known),
        }
    }
    Some(readings)
}

/// All ways to put the lines below a line behind its numbers, each in its order.
struct Below<'r> {
    rows: &'r [Vec<usize>],
    /// The numbers that may go on.
    open: Vec<bool>,
    /// Of each way: what stands behind each number.
    ways: Vec<Vec<Vec<usize>>>,
    steps: usize,
}

impl Below<'_> {
    /// Places the rest of a row behind the numbers from `from` on.
    fn go(&mut self, way: &mut Vec<Vec<usize>>, row: usize, at: usize, from: usize) {
        if self.steps == 0 || self.ways.len() > MAX_WAYS {
            self.steps = 0;
            return;
        }
        self.steps -= 1;
        let Some(own) = self.rows.get(row) else {
            self.ways.push(way.clone());
            return;
        };
        let Some(piece) = own.get(at).copied() else {
            return self.go(way, row + 1, 0, 0);
        };
        for number in from..way.len() {
            // What goes on on a third line goes on on the second.
            let goes_on = self.open.get(number) == Some(&true) && way.get(number).is_some_and(|ends| ends.len() == row);
            if let Some(ends) = way.get_mut(number).filter(|_| goes_on) {
                ends.push(piece);
                self.go(way, row, at + 1, number + 1);
                way.get_mut(number).map(Vec::pop);
            }
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// All ways to take `width` numbers out of neighbouring values.
struct Search<'f> {
    filled: &'f [usize],
    width: usize,
    /// Of each way: how many values its numbers have.
    ways: Vec<Vec<usize>>,
    steps: usize,
}

impl Search<'_> {
    fn go(&mut self, way: &mut Vec<usize>, at: usize, items: &[Item]) {
        let (left, open) = (self.filled.len() - at, self.width - way.len());
        if left < open || left > open * MAX_PIECES || self.steps == 0 || self.ways.len() > MAX_WAYS {
            return;
        }
        self.steps -= 1;
        if open == 0 {
            self.ways.push(way.clone());
            return;
        }
        let digits = |at: usize| {
            let item = self.filled.get(at).and_then(|&at| items.get(at))?;
            (!item.text.is_empty() && item.text.bytes().all(|byte| byte.is_ascii_digit())).then_some(&item.text)
        };
        // No number begins with a zero.
        let may_go_on = digits(at).is_some_and(|text| !text.starts_with('0'));
        let most =
            if may_go_on { (1..MAX_PIECES).take_while(|more| digits(at + more).is_some()).count() + 1 } else { 1 };
        for pieces in 1..=most.min(left) {
            way.push(pieces);
            self.go(way, at + pieces, items);
            way.pop();
        }
    }
}

/// A way as a reading, with its numbers among the items.
fn build(way: &[usize], filled: &[usize], items: &mut Vec<Item>) -> Option<Reading> {
    let mut rest = filled;
    let mut reading = Vec::new();
    for &pieces in way {
        let (own, after) = rest.split_at_checked(pieces)?;
        rest = after;
        let [first, ..] = *own else { return None };
        if pieces == 1 {
            reading.push(Some(first));
            continue;
        }
        let texts: Option<Vec<&str>> = own.iter().map(|&at| items.get(at).map(|item| &*item.text)).collect();
        let item = one(items.get(first)?, &texts?.join(" "))?;
        reading.push(Some(items.len()));
        items.push(item);
    }
    Some(reading)
}

/// Digits with spaces between them as one number.
fn one(item: &Item, text: &str) -> Option<Item> {
    is_apart(text).then_some(())?;
    let digits: String = text.split_whitespace().collect();
    Some(Item { content: Content::Number(number(&digits)?), text: text.to_owned(), ..item.clone() })
}

/// Are there digits and spaces between them only, and may it be one number?
pub(in crate::read) fn is_apart(text: &str) -> bool {
    let mut pieces = text.split_whitespace();
    !text.trim_start().starts_with('0')
        && text.split_whitespace().nth(1).is_some()
        && pieces.all(|piece| piece.bytes().all(|byte| byte.is_ascii_digit()))
}
