//! All ways to take digits apart into the numbers of a row.
//!
//! A number has no zero before it, and a gap between digits stands between two numbers. What is left after that is
//! all that the digits themselves tell.

use crate::form::{Cell, Equation};
use crate::read::row::slots::{Content, Item};
use crate::read::spelling::normalise::number;
use crate::report::Number;

/// More steps than this are not taken for one row.
const MAX_STEPS: usize = 400_000;
/// More ways than this to take one row apart are not looked at.
pub(super) const MAX_WAYS: usize = 2000;
/// With more digits than cells and these, there are too many ways.
const MAX_MORE: usize = 16;

/// One way to take a row apart: a number for each cell.
pub(super) type Way = Vec<OneNumber>;

/// One number of a row, and its digits in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OneNumber {
    pub(crate) number: Number,
    pub(crate) text: String,
    /// Which of the row's values it comes from.
    pub(crate) item: usize,
    /// A unit stands behind it: the cell keeps the text.
    pub(crate) raw: bool,
}

/// The digits of one value.
pub(super) struct Group {
    digits: String,
    /// What stands behind the digits: `万元`.
    unit: String,
    item: usize,
}

impl Group {
    /// Has it digits for more than one number?
    pub(crate) fn is_long(&self) -> bool {
        self.digits.len() > 1
    }
}

/// The values of a row as groups of digits; `None` if one of them is anything else.
pub(super) fn groups(items: &[Item]) -> Option<Vec<Group>> {
    let mut groups = Vec::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| item.is_filled()) {
        let text: String = item.text.chars().map(plain).collect();
        let body = text.trim_end_matches(|c| "元万亿件条次份宗项个笔".contains(c));
        if body.is_empty() || !body.chars().all(|c| c.is_ascii_digit() || c == '.') {
            return None;
        }
        groups.push(Group { digits: body.to_owned(), unit: text.get(body.len()..)?.to_owned(), item: at });
    }
    Some(groups)
}

fn plain(c: char) -> char {
    if ('０'..='９').contains(&c) { char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c) } else { c }
}

/// Does a group hold several numbers for certain: `02`, `000`?
pub(super) fn is_glued(group: &Group) -> bool {
    group.digits.len() > 1 && group.digits.starts_with('0') && !group.digits.starts_with("0.")
        || group.digits.matches('.').count() > 1
}

/// Each group with the value that it is.
pub(super) fn groups_of<'g>(groups: &'g [Group], items: &'g [Item]) -> impl Iterator<Item = (&'g Group, &'g Item)> {
    groups.iter().filter_map(|group| Some((group, items.get(group.item)?)))
}

pub(super) fn digits(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.digits.bytes().filter(u8::is_ascii_digit).count()).sum()
}

/// All ways to read groups as one number for each cell that satisfy the equations; `None` where there are too many.
pub(super) fn ways(groups: &[Group], cells: &[Cell], equations: &[&Equation]) -> Option<Vec<Way>> {
    if cells.len() < 2 || digits(groups) > cells.len() + MAX_MORE {
        return None;
    }
    let place = |cell: Cell| cells.iter().position(|&own| own == cell);
    let mut checks: Vec<Vec<&Equation>> = vec![Vec::new(); cells.len()];
    for equation in equations {
        let last = equation.cells().filter_map(place).max()?;
        checks.get_mut(last)?.push(equation);
    }
    let mut search = Search { groups, cells, checks, way: Vec::new(), found: Vec::new(), steps: MAX_STEPS };
    search.go(0, 0);
    (search.steps > 0 && search.found.len() <= MAX_WAYS).then_some(search.found)
}

struct Search<'s> {
    groups: &'s [Group],
    cells: &'s [Cell],
    /// For each cell, the equations whose last cell it is.
    checks: Vec<Vec<&'s Equation>>,
    way: Way,
    found: Vec<Way>,
    steps: usize,
}

impl Search<'_> {
    /// Goes on at a byte of a group.
    fn go(&mut self, group: usize, at: usize) {
        let width = self.cells.len();
        if self.found.len() > MAX_WAYS {
            return;
        }
        let Some(here) = self.groups.get(group) else {
            if self.way.len() == width {
                self.found.push(self.way.clone());
            }
            return;
        };
        let rest = here.digits.get(at..).unwrap_or_default();
        let left = width.saturating_sub(self.way.len());
        let behind = self.groups.len() - group - 1;
        if left <= behind
            || left > rest.len() + self.groups.iter().skip(group + 1).map(|g| g.digits.len()).sum::<usize>()
        {
            return;
        }
        for length in 1..=rest.len() {
            self.steps = self.steps.saturating_sub(1);
            if self.steps == 0 {
                return;
            }
            let text = rest.get(..length).unwrap_or_default();
            if text.len() > 1 && text.starts_with('0') && text.as_bytes().get(1) != Some(&b'.') {
                break;
            }
            let is_last = length == rest.len();
            let Some(number) = number(text) else { continue };
            if rest.get(length..).is_some_and(|rest| rest.starts_with('.')) {
                continue;
            }
            let raw = is_last && !here.unit.is_empty();
            let text = if raw { format!("{text}{}", here.unit) } else { text.to_owned() };
            self.way.push(OneNumber { number, text, item: here.item, raw });
            if self.holds() {
                let (group, at) = if is_last { (group + 1, 0) } else { (group, at + length) };
                self.go(group, at);
            }
            self.way.pop();
        }
    }

    /// Do the equations hold that end with the last number?
    fn holds(&self) -> bool {
        let last = self.way.len() - 1;
        let value = |cell: Cell| {
            let at = self.cells.iter().position(|&own| own == cell)?;
            self.way.get(at).map(|part| part.number)
        };
        let sum = |side: &[Cell]| {
            side.iter().try_fold(Number::ZERO, |sum, &cell| value(cell).and_then(|number| sum.checked_add(number)))
        };
        self.checks.get(last).into_iter().flatten().all(|equation| sum(&equation.left) == sum(&equation.right))
    }
}

/// A part as an item of its row.
pub(super) fn item(part: &OneNumber, items: &[Item]) -> Option<Item> {
    let content = if part.raw { Content::Raw } else { Content::Number(part.number) };
    Some(Item { content, text: part.text.clone(), ..items.get(part.item)?.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;

    fn all(text: &str, row: &str, checked: bool) -> Vec<String> {
        let form = form::newest();
        let cells: Vec<Cell> = form.cells().filter(|cell| form.id(*cell).starts_with(row)).collect();
        let items: Vec<Item> = text
            .split(' ')
            .map(|text| Item { content: Content::Raw, text: text.to_owned(), block: 0, field: 0 })
            .collect();
        let inside: Vec<&Equation> =
            form.equations.iter().filter(|equation| checked && equation.cells().all(|c| cells.contains(&c))).collect();
        let ways = ways(&groups(&items).unwrap(), &cells, &inside).unwrap();
        ways.iter().map(|way| way.iter().map(|part| &*part.text).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn a_number_has_no_zero_before_it_and_no_gap_in_it() {
        assert_eq!(all("0000000", "requests/new/", false), ["0 0 0 0 0 0 0"]);
        assert_eq!(all("4200000", "requests/new/", false), ["4 2 0 0 0 0 0"]);
        assert_eq!(all("20 0 0 0 02", "requests/new/", false), ["2 0 0 0 0 0 2"]);
        assert_eq!(all("10 00001", "requests/new/", false), ["1 0 0 0 0 0 1"]);
        assert_eq!(all("130 0 0 0 013", "requests/new/", true), ["13 0 0 0 0 0 13"]);
        assert_eq!(all("1400000 14", "requests/new/", true), ["14 0 0 0 0 0 14"]);
        assert_eq!(all("6452", "disclosure/normative/", false), ["6 4 52", "6 45 2", "64 5 2"]);
        assert_eq!(all("00170170015183301515030", "disputes/", true), ["0 0 17 0 17 0 0 15 18 33 0 15 15 0 30"]);
        assert!(all("000 0000", "disclosure/normative/", false).is_empty());
    }
}
