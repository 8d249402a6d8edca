//! Whose numbers the differences between a summary and its units are: left out, counted twice, sent anew
//! since, counted though it reports upwards or is not on the roster.
//!
//! A body is named only where all its numbers fit, also in the cells that do not differ. Several may be behind it
//! together; where more than one answer fits as well, none is given.

use crate::check::finding::collect::Say;
use crate::check::rule::{RuleId, Severity, id};
use crate::form::Cell;
use crate::report::{Lean, Number};

use super::batch::Batch;
use super::sums::{Line, Summary, Summed, cell_in, number};

/// As many together at most.
const MOST: usize = 3;
/// With more bodies than this only pairs are looked for; with more than that, single ones.
const MANY: [usize; 2] = [120, 1500];
/// In one of so many of its numbers another slip may have been made, in this many at most.
const SLIP: usize = 8;
const SLIPS: usize = 4;
/// Fewer numbers than these are somebody's by chance: that is a hint.
const FEW: usize = 3;

/// What has become of a body's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    LeftOut,
    Twice,
    Before,
    Vertical,
    Unlisted,
}

/// A body that may be behind the differences, with what it adds to each line.
#[derive(Debug, Clone)]
struct Candidate {
    member: usize,
    fate: Fate,
    adds: Vec<Number>,
    /// In how many of the lines that are asked.
    count: usize,
}

/// What explains the differences: in the order of the lines.
#[derive(Debug, Default)]
pub(super) struct Causes {
    found: Vec<Candidate>,
    /// How much of each difference they explain.
    explained: Vec<Number>,
}

impl Causes {
    /// What is left of a difference.
    pub(crate) fn rest(&self, at: usize, line: &Line) -> Number {
        let explained = self.explained.get(at).copied().unwrap_or(Number::ZERO);
        line.difference.checked_sub(explained).unwrap_or(line.difference)
    }

    /// Is nothing known?
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

/// Looks for whose numbers the differences are.
pub(super) fn find(summary: &Summary<'_>, batch: &Batch<'_>) -> Causes {
    let is_open = summary.lines.iter().any(|line| is_asked(line) && !line.difference.is_zero());
    if !is_open {
        return Causes::default();
    }
    let candidates = candidates(summary, batch);
    let shown = usize::try_from(batch.profile.threshold(id::R_07, "shown")).unwrap_or(1);
    let Some(found) = fitting(&summary.lines, &candidates, shown) else { return Causes::default() };
    // Where most are left out it reports for the government alone.
    if found.len() * 2 > summary.units.members.len() {
        return Causes::default();
    }
    let is_one_of_several = found.len() > 1 && found.iter().all(|one| is_same(one, found.first()));
    let enough = found.iter().map(|one| one.count).sum::<usize>() >= FEW && !is_one_of_several;
    let explained = match enough {
        true => (0..summary.lines.len()).map(|at| explained(&summary.lines, at, &found)).collect(),
        false => Vec::new(),
    };
    Causes { found: found.into_iter().cloned().collect(), explained }
}

fn is_asked(line: &Line) -> bool {
    line.part != Summed::Documents
}

fn is_same(one: &Candidate, other: Option<&&Candidate>) -> bool {
    other.is_some_and(|other| one.adds == other.adds)
}

/// Documents may be summed up in a way of their own: they are explained only where nothing is left.
fn explained(lines: &[Line], at: usize, found: &[&Candidate]) -> Number {
    let adds = found.iter().filter_map(|one| one.adds.get(at));
    let sum = adds.fold(Number::ZERO, |sum, add| sum.checked_add(*add).unwrap_or(sum));
    let fits = lines.get(at).is_some_and(|line| is_asked(line) || line.difference == sum);
    if fits { sum } else { Number::ZERO }
}

fn candidates(summary: &Summary<'_>, batch: &Batch<'_>) -> Vec<Candidate> {
    let mut all = Vec::new();
    let units = &summary.units;
    let mut add = |member: usize, fate: Fate, adds: Option<Vec<Number>>| {
        let Some(adds) = adds else { return };
        let asked = summary.lines.iter().zip(&adds).filter(|(line, add)| is_asked(line) && !add.is_zero());
        let count = asked.count();
        if count > 0 {
            all.push(Candidate { member, fate, adds, count });
        }
    };
    for &member in &units.members {
        let Some(lean) = batch.lean(member) else { continue };
        add(member, Fate::LeftOut, adds(summary, |_| Some(Number::ZERO), |cell| own(summary, cell, lean)));
        add(member, Fate::Twice, adds(summary, |cell| own(summary, cell, lean), |_| Some(Number::ZERO)));
        for before in batch.others_of(member) {
            let Some(before) = batch.lean(before) else { continue };
            add(
                member,
                Fate::Before,
                adds(summary, |cell| own(summary, cell, before), |cell| own(summary, cell, lean)),
            );
        }
    }
    for (members, fate) in [(&units.vertical, Fate::Vertical), (&units.unlisted, Fate::Unlisted)] {
        for &member in members {
            let Some(lean) = batch.lean(member) else { continue };
            add(member, fate, adds(summary, |cell| own(summary, cell, lean), |_| Some(Number::ZERO)));
        }
    }
    all
}

fn own(summary: &Summary<'_>, cell: Cell, lean: &Lean) -> Option<Number> {
    number(summary.lean.form, cell, lean)
}

/// The first without the second, line by line; `None` where one has no number.
fn adds(
    summary: &Summary<'_>,
    more: impl Fn(Cell) -> Option<Number>,
    less: impl Fn(Cell) -> Option<Number>,
) -> Option<Vec<Number>> {
    summary.lines.iter().map(|line| more(line.cell)?.checked_sub(less(line.cell)?)).collect()
}

/// The fewest that explain the differences, all of them if that can be. Of one alone as many as are `shown` may fit as well.
fn fitting<'c>(lines: &[Line], all: &'c [Candidate], shown: usize) -> Option<Vec<&'c Candidate>> {
    let most = match MANY {
        [some, _] if all.len() <= some => MOST,
        [_, many] if all.len() <= many => 2,
        _ => 1,
    };
    let open: Vec<Number> = lines.iter().map(|line| line.difference).collect();
    let differing = lines.iter().filter(|line| is_asked(line) && !line.difference.is_zero()).count();
    for (slips, size) in
        [0, SLIPS.min(differing / 4)].into_iter().flat_map(|slips| (1..=most).map(move |size| (slips, size)))
    {
        let mut search = Search { lines, all, slips, found: Vec::new() };
        search.go(0, size, &mut Vec::new(), &open);
        match search.found.as_slice() {
            [] => {}
            [only] => return Some(only.clone()),
            // The same numbers of several bodies: one of them.
            several if size == 1 && several.len() <= shown => {
                let one: Vec<&Candidate> = several.iter().flatten().copied().collect();
                return one.iter().all(|other| is_same(other, one.first())).then_some(one);
            }
            _ => return None,
        }
    }
    None
}

struct Search<'l, 'c> {
    lines: &'l [Line],
    all: &'c [Candidate],
    /// So many lines may be left at the most.
    slips: usize,
    found: Vec<Vec<&'c Candidate>>,
}

impl<'c> Search<'_, 'c> {
    fn go(&mut self, from: usize, more: usize, chosen: &mut Vec<&'c Candidate>, open: &[Number]) {
        for (at, candidate) in self.all.iter().enumerate().skip(from) {
            if chosen.iter().any(|known| known.member == candidate.member) {
                continue;
            }
            chosen.push(candidate);
            if more == 1 {
                self.last(chosen, open);
            } else {
                let left = open.iter().zip(&candidate.adds).map(|(open, add)| open.checked_sub(*add).unwrap_or(*open));
                let left: Vec<Number> = left.collect();
                self.go(at + 1, more - 1, chosen, &left);
            }
            chosen.pop();
        }
    }

    fn last(&mut self, chosen: &[&'c Candidate], open: &[Number]) {
        let Some(last) = chosen.last() else { return };
        let fewest = chosen.iter().map(|one| one.count).min().unwrap_or(0);
        let most = (fewest / SLIP).min(self.slips);
        let mut left = 0;
        for ((line, open), add) in self.lines.iter().zip(open).zip(&last.adds) {
            left += usize::from(is_asked(line) && open != add);
            if left > most {
                return;
            }
        }
        // More than are told apart need not be kept.
        if self.found.len() <= self.slips.max(FEW) {
            self.found.push(chosen.to_vec());
        }
    }
}

/// Says whose numbers they are: each body once, with all its cells.
pub(super) fn say(summary: &Summary<'_>, causes: &Causes, batch: &mut Batch<'_>) {
    let Some(first) = causes.found.first() else { return };
    let is_hint = causes.explained.is_empty();
    if is_hint {
        // Too few numbers for more than a hint, or several bodies with the same.
        let names: Vec<&str> = causes.found.iter().map(|one| batch.name(one.member)).collect();
        return say_one(summary, first, &names.join("、"), Severity::Info, batch);
    }
    let is_lower = summary.lines.iter().any(|line| line.difference.is_negative());
    let most = match (summary.units.is_complete(), is_lower) {
        (true, _) => Severity::Error,
        (false, true) => Severity::Warning,
        // Whoever is missing may explain it as well.
        (false, false) => Severity::Info,
    };
    for one in &causes.found {
        say_one(summary, one, batch.name(one.member), most, batch);
    }
}

fn say_one(summary: &Summary<'_>, one: &Candidate, names: &str, most: Severity, batch: &mut Batch<'_>) {
    let (rule, case): (RuleId, &str) = match one.fate {
        Fate::LeftOut => (id::R_07, "left_out"),
        Fate::Twice => (id::R_07, "twice"),
        Fate::Before => (id::R_07, "resubmitted"),
        Fate::Vertical => (id::R_04, "vertical"),
        Fate::Unlisted => (id::R_04, "unlisted"),
    };
    // What does not belong to the region is to be confirmed, however little it is.
    let most = if rule == id::R_04 { Severity::Warning } else { most };
    // Of several bodies with one fate each has a place of its own.
    let place =
        if one.fate == Fate::Vertical { "report".to_owned() } else { format!("{case}/{}", batch.name(one.member)) };
    let touched = |(line, add): &(&Line, &Number)| !add.is_zero() && !line.difference.is_zero();
    let cells: Vec<Cell> = summary.lines.iter().zip(&one.adds).filter(touched).map(|(line, _)| line.cell).collect();
    let own = |lean: &Lean| cells.iter().filter_map(|cell| cell_in(summary.lean.form, *cell, lean)).collect();
    let theirs: Vec<Cell> = batch.lean(one.member).map(own).unwrap_or_default();
    let say = Say::default().with("unit", names).with("count", cells.len()).at_most(most);
    let say = batch.resting(say.cells(cells), one.member, theirs);
    batch.say(summary.member, rule, case, &place, say);
}
