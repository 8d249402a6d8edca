//! The numbers of a row at several heights, as a page's text has them where cells are high: do they leave one order?

use crate::form::Form;
use crate::read::row::settle::{Reading, is_confirmed};

use super::tables::Row;

/// With so many steps the orders of a row of seven cells on any two lines have all been tried; with more of them it is not
/// known to have one.
const MAX_STEPS: usize = 4_000;

/// Do the values of a row stand on several lines, several of them on one, and could they stand in another order? They keep
/// their order on each line. They cannot where the row's equations confirm the order as it stands, and no other one.
pub(super) fn leave_orders(form: &Form, row: &Row) -> bool {
    let filled: Vec<usize> =
        (0..row.items.len()).filter(|&at| row.items.get(at).is_some_and(|i| i.is_filled())).collect();
    let block = |at: &usize| row.items.get(*at).map(|item| item.block);
    let lines: Vec<&[usize]> = filled.chunk_by(|a, b| block(a) == block(b)).collect();
    if lines.len() < 2 || lines.iter().all(|line| line.len() < 2) {
        return false;
    }
    let mut orders =
        Orders { form, row, as_read: &filled, taken: vec![0; lines.len()], lines: &lines, steps: MAX_STEPS };
    // One and the same number has no order.
    if filled.iter().all(|at| orders.is_alike(filled.first(), at)) {
        return false;
    }
    let is_whole = filled.len() == row.cells.len();
    !(is_whole && orders.is_confirmed(&filled)) || orders.has_another(&mut Vec::new())
}

struct Orders<'r> {
    form: &'r Form,
    row: &'r Row,
    /// The items line after line.
    as_read: &'r [usize],
    lines: &'r [&'r [usize]],
    /// So many of each line stand in the order already.
    taken: Vec<usize>,
    steps: usize,
}

impl Orders<'_> {
    /// Is there another order that the row's equations confirm, beginning so? What is not found in time counts as one.
    fn has_another(&mut self, order: &mut Vec<usize>) -> bool {
        if self.steps == 0 {
            return true;
        }
        self.steps -= 1;
        if order.len() == self.as_read.len() {
            return !self.are_alike(order) && self.is_confirmed(order);
        }
        for line in 0..self.lines.len() {
            let Some(taken) = self.taken.get_mut(line) else { continue };
            let Some(&next) = self.lines.get(line).and_then(|line| line.get(*taken)) else { continue };
            *taken += 1;
            order.push(next);
            if self.has_another(order) {
                return true;
            }
            order.pop();
            if let Some(taken) = self.taken.get_mut(line) {
                *taken -= 1;
            }
        }
        false
    }

    fn is_confirmed(&self, order: &[usize]) -> bool {
        let reading: Reading = order.iter().copied().map(Some).collect();
        is_confirmed(self.form, &self.row.cells, &reading, &self.row.items)
    }

    /// Does every cell get the value that it has as read?
    fn are_alike(&self, order: &[usize]) -> bool {
        order.iter().zip(self.as_read).all(|(a, b)| self.is_alike(Some(a), b))
    }

    fn is_alike(&self, a: Option<&usize>, b: &usize) -> bool {
        let value = |at: &usize| self.row.items.get(*at).map(|item| item.value());
        a.and_then(value) == value(b)
    }
}
