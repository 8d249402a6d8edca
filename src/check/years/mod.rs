//! A report against the same agency's report for the year before (Y, and what T2 … T4 need last year for).
//!
//! Owns: what two years together make wrong or doubtful. Equations within one report are the form's; words without
//! last year are for `sections` and `narrative`.

mod flow;
mod jumps;
pub(super) mod lineage;
mod metrics;
mod same;
mod words;

use crate::check::rule::{RuleId, id};
use crate::form::Cell;
use crate::report::{Lean, Report};
use crate::words::Lang;

use super::Basis;
use super::collect::{Collector, Say};
use super::doubted::Whose;
use super::explain::cell_name;
use super::figures::Figures;
use super::finding::Reason;
use super::profile::{OwnScope, Sources};
use super::rule::Need;

pub use jumps::{Jump, Jumps};

/// Rules about numbers that cannot run without last year's report. Those with a report alone ran already.
const BY_NUMBERS: [RuleId; 10] =
    [id::T2_09, id::T4_06, id::T4_09, id::Y_01, id::Y_02, id::Y_03, id::Y_04, id::Y_05, id::Y_07, id::Y_08];
/// Rules about words that cannot.
const BY_WORDS: [RuleId; 1] = [id::Y_06];

/// Two reports of one agency for years that follow each other.
#[derive(Clone, Copy)]
struct Pair<'a> {
    now: Figures<'a>,
    before: Figures<'a>,
}

impl<'a> Pair<'a> {
    /// `None` where they are not for years that follow each other.
    fn new(now: &'a Lean, before: &'a Lean) -> Option<Self> {
        let follows = before.head.year.checked_add(1) == Some(now.head.year);
        follows.then_some(Self { now: Figures::new(now), before: Figures::new(before) })
    }

    /// A finding that names both years.
    fn say(self) -> Say {
        Say::default().with("year", self.now.lean.head.year).with("last_year", self.before.lean.head.year)
    }

    /// The same, with the cell's name.
    fn say_of(self, cell: Cell) -> Say {
        let name = |lang| cell_name(self.now.lean.form, cell, lang);
        self.say().with("cell", name(Lang::Zh)).with("cell_en", name(Lang::En)).cells([cell])
    }

    /// A finding rests on these numbers of last year's report.
    fn resting(self, say: Say, before: &[&str]) -> Say {
        say.rests_on(Whose::LastYear, self.before.lean, self.before.cells(before))
    }

    /// A finding rests on these cells in both years.
    fn resting_on_both(self, say: Say, cells: &[Cell]) -> Say {
        let own = say.rests_on(Whose::Own, self.now.lean, cells.iter().copied());
        own.rests_on(Whose::LastYear, self.before.lean, cells.iter().copied())
    }

    /// Do both follow one edition of the form?
    fn same_form(self) -> bool {
        std::ptr::eq(self.now.lean.form, self.before.lean.form)
    }
}

/// Applies the rules about numbers; `before` is the report for the year before, where there is one.
pub(super) fn check(report: &Lean, before: Option<&Lean>, _basis: &Basis<'_>, found: &mut Collector<'_>) {
    let pair = before.and_then(|before| Pair::new(report, before));
    own(report, pair.map(|pair| pair.before.lean), found);
    let Some(pair) = pair else { return missing(&BY_NUMBERS, found) };
    metrics::fee_unit(pair, found);
    flow::repealed(pair, found);
    same::nothing_now(pair, found);
    same::requests(pair, found);
    flow::disputes(pair, found);
    flow::carried(pair, found);
    flow::stock(pair, found);
    metrics::changes(pair, found);
    metrics::none(pair, found);
    flow::pending(pair, found);
    same::everything(pair, found);
}

/// Applies the rules about words.
pub(super) fn check_text(report: &Report, before: Option<&Lean>, found: &mut Collector<'_>) {
    let follows = |before: &&Lean| Pair::new(&report.lean, before).is_some();
    match before.filter(follows) {
        Some(before) => words::check(report, before, found),
        None => missing(&BY_WORDS, found),
    }
}

/// The office's own relations over two years.
fn own(report: &Lean, before: Option<&Lean>, found: &mut Collector<'_>) {
    let profile = found.profile;
    for own in profile.own(OwnScope::Years) {
        own.check(report, &Sources { before, units: &[] }, found);
    }
}

fn missing(rules: &[RuleId], found: &mut Collector<'_>) {
    for &id in rules {
        found.unchecked(id, Reason::Needs(Need::LastYear));
    }
}

#[cfg(test)]
mod tests;
