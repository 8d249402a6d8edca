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
use super::search::Differences;
use super::sums::{Line, Summary, Summed, cell_in, number};

/// As many together at most.
const MOST: usize = 3;
/// With more bodies than this only pairs are looked for; with more than that, single ones.
const MANY: [usize; 2] = [120, 1500];
/// In one of so many of its numbers another slip may have been made, in this many at most.
pub(super) const SLIP: usize = 8;
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
pub(super) struct Candidate {
    pub(crate) member: usize,
    fate: Fate,
    pub(crate) adds: Vec<Number>,
    /// In how many of the lines that are asked.
    pub(crate) count: usize,
}

/// What explains the differences: in the order of the lines.
#[derive(Debug, Default)]
pub(super) struct Causes {
    found: Vec<Candidate>,
    /// It is one of them, nobody knows which.
    is_one_of_them: bool,
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
    let candidates = Candidates::of(summary, batch);
    let shown = usize::try_from(batch.profile.threshold(id::R_07, "shown")).unwrap_or(1);
    let Some(fit) = fitting(&summary.lines, &candidates, shown) else { return Causes::default() };
    let (found, together) = match &fit {
        Fit::Together(found) => (found, found.len()),
        Fit::OneOf(found) => (found, 1),
    };
    // Where most are left out it reports for the government alone.
    if together * 2 > summary.units.members.len() {
        return Causes::default();
    }
    let is_one_of_them = matches!(fit, Fit::OneOf(_));
    let enough = !is_one_of_them && found.iter().map(|one| one.count).sum::<usize>() >= FEW;
    let explained = match enough {
        true => (0..summary.lines.len()).map(|at| explained(&summary.lines, at, found)).collect(),
        false => Vec::new(),
    };
    Causes { found: found.iter().copied().cloned().collect(), is_one_of_them, explained }
}

pub(super) fn is_asked(line: &Line) -> bool {
    line.part != Summed::Documents
}

/// Do two say the same of the sum, whichever of the bodies it is? Left out, or reporting upwards, is not the same.
fn is_same(one: &Candidate, other: Option<&&Candidate>) -> bool {
    other.is_some_and(|other| one.fate == other.fate && one.adds == other.adds)
}

/// Documents may be summed up in a way of their own: they are explained only where nothing is left.
fn explained(lines: &[Line], at: usize, found: &[&Candidate]) -> Number {
    let adds = found.iter().filter_map(|one| one.adds.get(at));
    let sum = adds.fold(Number::ZERO, |sum, add| sum.checked_add(*add).unwrap_or(sum));
    let fits = lines.get(at).is_some_and(|line| is_asked(line) || line.difference == sum);
    if fits { sum } else { Number::ZERO }
}

/// The bodies that may be behind it.
#[derive(Default)]
struct Candidates {
    all: Vec<Candidate>,
    /// There were so many that only those are kept that explain everything alone.
    is_crowded: bool,
}

impl Candidates {
    fn of(summary: &Summary<'_>, batch: &Batch<'_>) -> Self {
        let mut found = Self::default();
        let units = &summary.units;
        for &member in &units.members {
            let Some(lean) = batch.lean(member) else { continue };
            let (none, own) = (|_| Some(Number::ZERO), |cell| own(summary, cell, lean));
            found.add(summary, member, Fate::LeftOut, adds(summary, none, own));
            found.add(summary, member, Fate::Twice, adds(summary, own, none));
            for before in batch.others_of(member).filter_map(|before| batch.lean(before)) {
                let before = |cell| self::own(summary, cell, before);
                found.add(summary, member, Fate::Before, adds(summary, before, own));
            }
        }
        for (members, fate) in [(&units.vertical, Fate::Vertical), (&units.unlisted, Fate::Unlisted)] {
            for &member in members {
                let Some(lean) = batch.lean(member) else { continue };
                let own = adds(summary, |cell| own(summary, cell, lean), |_| Some(Number::ZERO));
                found.add(summary, member, fate, own);
            }
        }
        found
    }

    fn add(&mut self, summary: &Summary<'_>, member: usize, fate: Fate, adds: Option<Vec<Number>>) {
        let Some(adds) = adds else { return };
        let asked = summary.lines.iter().zip(&adds).filter(|(line, add)| is_asked(line) && !add.is_zero());
        let count = asked.count();
        if count == 0 {
            return;
        }
        let (lines, slips) = (&summary.lines, allowed(&summary.lines));
        let alone = |one: &Candidate| {
            fits(lines.iter().map(|line| (line, line.difference)), one, (one.count / SLIP).min(slips))
        };
        let one = Candidate { member, fate, adds, count };
        let [_, many] = MANY;
        if !self.is_crowded && self.all.len() >= many {
            self.is_crowded = true;
            self.all.retain(alone);
        }
        if !self.is_crowded || alone(&one) {
            self.all.push(one);
        }
    }

    /// How many of them are looked for together.
    fn most(&self) -> usize {
        let [some, _] = MANY;
        match self.is_crowded {
            true => 1,
            false if self.all.len() <= some => MOST,
            false => 2,
        }
    }
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

/// What explains the differences.
enum Fit<'c> {
    /// All of these.
    Together(Vec<&'c Candidate>),
    /// One of these, nobody knows which: their numbers are the same.
    OneOf(Vec<&'c Candidate>),
}

/// The fewest that explain the differences, all of them if that can be. Of one alone as many as are `shown` may fit as well.
fn fitting<'c>(lines: &[Line], all: &'c Candidates, shown: usize) -> Option<Fit<'c>> {
    let (most, all) = (all.most(), all.all.as_slice());
    let differences = Differences::of(lines, all);
    // With few differences there is no room for a slip beside them: what was looked for once is not looked for again.
    let slips = Some(allowed(lines)).filter(|slips| *slips > 0);
    for (slips, size) in std::iter::once(0).chain(slips).flat_map(|slips| (1..=most).map(move |size| (slips, size))) {
        // One more than can be told tells that there are too many; of several together no second answer is told.
        let enough = if size == 1 { shown.max(1) } else { 1 } + 1;
        let found = differences.search(size, slips, enough);
        let found: Vec<Vec<&Candidate>> =
            found.into_iter().map(|one| one.into_iter().filter_map(|at| all.get(at)).collect()).collect();
        match found.as_slice() {
            [] => {}
            [only] => return Some(Fit::Together(only.clone())),
            several if size == 1 && several.len() < enough => {
                let one: Vec<&Candidate> = several.iter().flatten().copied().collect();
                return one.iter().all(|other| is_same(other, one.first())).then_some(Fit::OneOf(one));
            }
            _ => return None,
        }
    }
    None
}

/// Are so many of the lines at the most left open by one?
fn fits<'l>(open: impl Iterator<Item = (&'l Line, Number)>, one: &Candidate, most: usize) -> bool {
    let left = open.zip(&one.adds).filter(|((line, open), add)| is_asked(line) && open != *add);
    left.take(most + 1).count() <= most
}

/// In how many lines another slip may be, among so many that differ.
fn allowed(lines: &[Line]) -> usize {
    SLIPS.min(lines.iter().filter(|line| is_asked(line) && !line.difference.is_zero()).count() / 4)
}

/// Says whose numbers they are: each body once, with all its cells.
pub(super) fn say(summary: &Summary<'_>, causes: &Causes, batch: &mut Batch<'_>) {
    let Some(first) = causes.found.first() else { return };
    if causes.is_one_of_them {
        let names: Vec<&str> = causes.found.iter().map(|one| batch.name(one.member)).collect();
        return say_one(summary, first, &[first], &names.join("／"), Severity::Info, batch);
    }
    // Too few numbers are no more than a hint.
    let is_hint = causes.explained.is_empty();
    let is_lower = summary.lines.iter().any(|line| line.difference.is_negative());
    let most = match (summary.units.is_complete(), is_lower) {
        _ if is_hint => Severity::Info,
        (true, _) => Severity::Error,
        (false, true) => Severity::Warning,
        // Whoever is missing may explain it as well.
        (false, false) => Severity::Info,
    };
    let together: Vec<&Candidate> = causes.found.iter().collect();
    for one in &causes.found {
        let name = batch.name(one.member).to_owned();
        say_one(summary, one, &together, &name, most, batch);
    }
}

fn say_one(
    summary: &Summary<'_>,
    one: &Candidate,
    together: &[&Candidate],
    names: &str,
    most: Severity,
    batch: &mut Batch<'_>,
) {
    let (rule, case): (RuleId, &str) = match one.fate {
        Fate::LeftOut => (id::R_07, "left_out"),
        Fate::Twice => (id::R_07, "twice"),
        Fate::Before => (id::R_07, "resubmitted"),
        Fate::Vertical => (id::R_04, "vertical"),
        Fate::Unlisted => (id::R_04, "unlisted"),
    };
    // What does not belong to the region is to be confirmed, however little it is.
    let most = if rule == id::R_04 { Severity::Warning } else { most };
    // Of several bodies with one fate each has a place of its own: a verdict on one says nothing of another.
    let place = format!("{case}/{names}");
    // Where something is left of a difference it has another cause, too: only what is explained is told.
    let told = |(at, (line, add)): &(usize, (&Line, &Number))| {
        !add.is_zero() && !line.difference.is_zero() && explained(&summary.lines, *at, together) == line.difference
    };
    let lines = summary.lines.iter().zip(&one.adds).enumerate().filter(told);
    let cells: Vec<Cell> = lines.map(|(_, (line, _))| line.cell).collect();
    let own = |lean: &Lean| cells.iter().filter_map(|cell| cell_in(summary.lean.form, *cell, lean)).collect();
    let theirs: Vec<Cell> = batch.lean(one.member).map(own).unwrap_or_default();
    let say = Say::default().with("unit", names).with("count", cells.len()).at_most(most);
    let say = batch.resting(say.cells(cells), one.member, theirs);
    batch.say(summary.member, rule, case, &place, say);
}
