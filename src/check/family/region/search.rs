//! Which of the candidates make up the differences of a sum together.
//!
//! Three of a hundred are a great many: only lines are looked at in which somebody has a number, those that differ first.

use crate::report::Number;

use super::causes::{Candidate, SLIP, is_asked};
use super::sums::Line;

/// The lines that can tell.
pub(super) struct Differences {
    open: Vec<Number>,
    rows: Vec<Adds>,
}

/// A candidate's numbers in these lines.
struct Adds {
    member: usize,
    count: usize,
    adds: Vec<Number>,
}

impl Differences {
    pub(crate) fn of(lines: &[Line], all: &[Candidate]) -> Self {
        let mut tells: Vec<bool> = lines.iter().map(|line| !line.difference.is_zero()).collect();
        for candidate in all {
            tells.iter_mut().zip(&candidate.adds).for_each(|(tells, add)| *tells |= !add.is_zero());
        }
        let asked = lines.iter().zip(tells).enumerate().filter(|(_, (line, tells))| *tells && is_asked(line));
        let mut shown: Vec<(usize, &Line)> = asked.map(|(at, (line, _))| (at, line)).collect();
        shown.sort_by_key(|(_, line)| line.difference.is_zero());
        let row = |one: &Candidate| Adds {
            member: one.member,
            count: one.count,
            adds: shown.iter().filter_map(|(at, _)| one.adds.get(*at).copied()).collect(),
        };
        Self { open: shown.iter().map(|(_, line)| line.difference).collect(), rows: all.iter().map(row).collect() }
    }

    /// Sets of so many candidates, by their positions, that leave so many lines open at the most; no more sets than are
    /// `enough`.
    pub(crate) fn search(&self, size: usize, slips: usize, enough: usize) -> Vec<Vec<usize>> {
        let mut search = Search { of: self, slips, enough, found: Vec::new() };
        search.go(0, size, &mut Vec::new(), &self.open);
        search.found
    }
}

struct Search<'t> {
    of: &'t Differences,
    slips: usize,
    enough: usize,
    found: Vec<Vec<usize>>,
}

impl<'t> Search<'t> {
    fn go(&mut self, from: usize, more: usize, chosen: &mut Vec<(usize, &'t Adds)>, open: &[Number]) {
        for (at, row) in self.of.rows.iter().enumerate().skip(from) {
            if self.found.len() >= self.enough {
                return;
            }
            if chosen.iter().any(|(_, known)| known.member == row.member) {
                continue;
            }
            chosen.push((at, row));
            if more == 1 {
                self.last(chosen, open, row);
            } else {
                let left = open.iter().zip(&row.adds).map(|(open, add)| open.checked_sub(*add).unwrap_or(*open));
                let left: Vec<Number> = left.collect();
                self.go(at + 1, more - 1, chosen, &left);
            }
            chosen.pop();
        }
    }

    fn last(&mut self, chosen: &[(usize, &Adds)], open: &[Number], last: &Adds) {
        let fewest = chosen.iter().map(|(_, one)| one.count).min().unwrap_or(0);
        let most = (fewest / SLIP).min(self.slips);
        let left = open.iter().zip(&last.adds).filter(|(open, add)| open != add);
        if left.take(most + 1).count() <= most {
            self.found.push(chosen.iter().map(|(at, _)| *at).collect());
        }
    }
}
