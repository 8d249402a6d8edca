//! Which ways to read several rows go together: what the equations through them leave.

use std::collections::BTreeSet;

use crate::form::{Cell, Equation};
use crate::report::{Cells, Value};

use super::split::Way;

/// More different sums than this are not looked at.
const MAX_SUMS: usize = 512;
/// So often is each equation asked again.
const MAX_ROUNDS: usize = 4;
/// More combinations of the rows' ways than this are not looked at.
const MAX_COMBINATIONS: usize = 20_000;

/// The cells of a row and the ways to read them.
#[derive(Default, Clone)]
pub(super) struct Choice {
    pub(crate) cells: Vec<Cell>,
    pub(crate) ways: Vec<Way>,
}

/// What one equation takes from a row in each of its ways: the left side's less the right side's.
fn shares(equation: &Equation, choice: &Choice) -> Option<Vec<i64>> {
    let side = |way: &Way, side: &[Cell]| {
        let places = side.iter().filter_map(|cell| choice.cells.iter().position(|own| own == cell));
        places.map(|at| way.get(at)?.number.as_int()).try_fold(0_i64, |sum, value| sum.checked_add(value?))
    };
    choice.ways.iter().map(|way| side(way, &equation.left)?.checked_sub(side(way, &equation.right)?)).collect()
}

/// What the known cells give to an equation; `None` where one is not known and in no choice.
fn known_share(equation: &Equation, choices: &[Choice], known: &Cells) -> Option<i64> {
    let side = |side: &[Cell]| {
        let own = side.iter().filter(|cell| !choices.iter().any(|choice| choice.cells.contains(cell)));
        own.map(|&cell| match known.get(cell) {
            Value::Blank => Some(0),
            value => value.number()?.as_int(),
        })
        .try_fold(0_i64, |sum, value| sum.checked_add(value?))
    };
    side(&equation.left)?.checked_sub(side(&equation.right)?)
}

/// Leaves out the ways that no choice of the others makes true, equation by equation, then all of them at once. An
/// equation that nothing satisfies says nothing.
pub(super) fn narrow(equations: &[Equation], choices: &mut [Choice], known: &Cells) {
    let touches = |equation: &&Equation| {
        let rows = choices.iter().filter(|choice| equation.cells().any(|cell| choice.cells.contains(&cell)));
        let crosses = equation.cells().any(|cell| !choices.iter().any(|choice| choice.cells.contains(&cell)));
        let rows = rows.count();
        rows > 1 || rows == 1 && crosses
    };
    let crossing: Vec<&Equation> = equations.iter().filter(touches).collect();
    for _ in 0..MAX_ROUNDS {
        let mut changed = false;
        for equation in &crossing {
            changed |= narrow_by(equation, choices, known).unwrap_or(false);
        }
        if !changed {
            break;
        }
    }
    narrow_together(&crossing, choices, known);
}

/// Leaves the ways that an equation allows; whether that were fewer.
fn narrow_by(equation: &Equation, choices: &mut [Choice], known: &Cells) -> Option<bool> {
    let own: Vec<usize> = (0..choices.len())
        .filter(|&at| choices.get(at).is_some_and(|choice| equation.cells().any(|cell| choice.cells.contains(&cell))))
        .collect();
    let shares: Vec<Vec<i64>> = own.iter().map(|&at| shares(equation, choices.get(at)?)).collect::<Option<_>>()?;
    let start = known_share(equation, choices, known)?;
    // The sums that the rows before each, and those behind it, can make.
    let before = sums(start, shares.iter())?;
    let mut behind = sums(0, shares.iter().rev())?;
    behind.reverse();
    let mut kept: Vec<Vec<bool>> = Vec::new();
    for (at, shares) in shares.iter().enumerate() {
        let (before, behind) = (before.get(at)?, behind.get(at + 1)?);
        let fits = |share: &i64| before.iter().any(|sum| behind.contains(&-(sum + share)));
        kept.push(shares.iter().map(fits).collect());
    }
    if kept.iter().any(|kept| !kept.contains(&true)) {
        return None;
    }
    let mut changed = false;
    for (&at, kept) in own.iter().zip(&kept) {
        let choice = choices.get_mut(at)?;
        let count = choice.ways.len();
        let mut keep = kept.iter();
        choice.ways.retain(|_| keep.next() == Some(&true));
        changed |= choice.ways.len() < count;
    }
    Some(changed)
}

/// The sums before each of some rows, and behind the last; `None` where they are too many.
fn sums<'s>(start: i64, shares: impl Iterator<Item = &'s Vec<i64>>) -> Option<Vec<BTreeSet<i64>>> {
    let mut all = vec![BTreeSet::from([start])];
    for shares in shares {
        let distinct: BTreeSet<i64> = shares.iter().copied().collect();
        let last = all.last()?;
        let mut next = BTreeSet::new();
        for sum in last {
            next.extend(distinct.iter().map(|share| sum.saturating_add(*share)));
            if next.len() > MAX_SUMS {
                return None;
            }
        }
        all.push(next);
    }
    Some(all)
}

/// Leaves the ways that occur where all equations hold at once, if the combinations can be counted.
fn narrow_together(crossing: &[&Equation], choices: &mut [Choice], known: &Cells) {
    let open: Vec<usize> = (0..choices.len()).filter(|&at| choices.get(at).is_some_and(|c| c.ways.len() > 1)).collect();
    let count = |at: &usize| choices.get(*at).map_or(0, |choice| choice.ways.len());
    let combinations = open.iter().map(count).try_fold(1_usize, |all, ways| all.checked_mul(ways));
    let Some(combinations) = combinations.filter(|&all| all > 1 && all <= MAX_COMBINATIONS) else { return };
    // For each equation: what is fixed, and the shares of each open row.
    let mut sides: Vec<(i64, Vec<Vec<i64>>)> = Vec::new();
    for equation in crossing {
        let fixed = choices.iter().filter(|choice| choice.ways.len() == 1);
        let mut fixed = fixed.map(|choice| shares(equation, choice)?.first().copied());
        let fixed = fixed.try_fold(0_i64, |sum, share| sum.checked_add(share?));
        let unread =
            |choice: &Choice| choice.ways.is_empty() && equation.cells().any(|cell| choice.cells.contains(&cell));
        let Some(fixed) = fixed.filter(|_| !choices.iter().any(unread)) else { continue };
        let Some(start) = known_share(equation, choices, known) else { continue };
        let open: Option<Vec<Vec<i64>>> = open.iter().map(|&at| shares(equation, choices.get(at)?)).collect();
        sides.extend(open.map(|open| (fixed.saturating_add(start), open)));
    }
    let mut seen: Vec<Vec<bool>> = open.iter().map(|at| vec![false; count(at)]).collect();
    for number in 0..combinations {
        let mut rest = number;
        let mut chosen = Vec::with_capacity(open.len());
        for at in &open {
            chosen.push(rest % count(at).max(1));
            rest /= count(at).max(1);
        }
        let holds = |(fixed, shares): &(i64, Vec<Vec<i64>>)| {
            let own = shares.iter().zip(&chosen).filter_map(|(shares, &way)| shares.get(way));
            own.fold(*fixed, |sum, share| sum.saturating_add(*share)) == 0
        };
        if sides.iter().all(holds) {
            for (seen, &way) in seen.iter_mut().zip(&chosen) {
                if let Some(seen) = seen.get_mut(way) {
                    *seen = true;
                }
            }
        }
    }
    if seen.iter().any(|seen| !seen.contains(&true)) {
        return;
    }
    for (&at, seen) in open.iter().zip(&seen) {
        if let Some(choice) = choices.get_mut(at) {
            let mut keep = seen.iter();
            choice.ways.retain(|_| keep.next() == Some(&true));
        }
    }
}
