//! Whether a government's report is the sum of its units (R-01 … R-08).

use crate::check::facts::figures::Figures;
use crate::check::family::fees::Fees;
use crate::check::family::own::Sources;
use crate::check::family::stated::Look;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::explain::cell_name;
use crate::check::profile::own::OwnScope;
use crate::check::rule::{Need, RuleId, id};
use crate::form::{Cell, Form};
use crate::report::roster::Roster;
use crate::report::{Lean, Number};
use crate::words::Lang;

use super::batch::Batch;
use super::causes::{self, Causes};
use super::duplicates::shared;
use super::units::{Index, Units};

/// A cell of a summary beside the sum of its units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(crate) cell: Cell,
    /// The summary's number.
    pub(crate) left: Number,
    pub(crate) right: Number,
    pub(crate) difference: Number,
    pub(crate) part: Summed,
}

/// Which rule a cell belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Summed {
    /// 表三 and 表四: R-01.
    Requests,
    /// 许可, 处罚, 强制, 收费: R-02.
    Decisions,
    /// 规章 and 规范性文件: R-03.
    Documents,
}

/// A summary with its units.
pub(super) struct Summary<'a> {
    pub(crate) member: usize,
    pub(crate) lean: &'a Lean,
    pub(crate) units: Units,
    office: Option<usize>,
    pub(crate) lines: Vec<Line>,
}

/// What takes the units of a summary.
const RULES: [RuleId; 8] = [id::R_01, id::R_02, id::R_03, id::R_04, id::R_06, id::R_07, id::R_08, id::FEE_07];

/// Everything about one summary.
pub(super) fn check(member: usize, index: &Index, roster: Option<&Roster>, batch: &mut Batch<'_>) {
    let Some(lean) = batch.lean(member) else { return };
    let office = index.office(member, batch);
    if office.is_some_and(|office| same_as_office(member, office, batch)) {
        return unchecked(member, lean, &WhyUnchecked::NoSum, batch);
    }
    let units = index.units(member, roster, batch);
    let enough = i64::try_from(units.members.len()).is_ok_and(|n| n >= batch.profile.threshold(id::R_01, "units"));
    if !enough {
        let need = if units.members.is_empty() && !units.by_roster { Need::Batch } else { Need::Roster };
        let reason = if units.is_short() { WhyUnchecked::UnitsMissing } else { WhyUnchecked::Needs(need) };
        if units.is_short() {
            let lines = Vec::new();
            completeness(&Summary { member, lean, units, office, lines }, batch);
        }
        return unchecked(member, lean, &reason, batch);
    }
    own(member, lean, &units, batch);
    let lines = lines(lean, &units, batch);
    let summary = Summary { member, lean, units, office, lines };
    let causes = causes::find(&summary, batch);
    if causes.is_empty() && is_no_sum(&summary, batch) {
        return;
    }
    completeness(&summary, batch);
    causes::say(&summary, &causes, batch);
    sums(&summary, &causes, batch);
    documents(&summary, &causes, batch);
    fees(&summary, batch);
    passed_on(&summary, batch);
}

/// None of these rules could run, nor the office's own over a region.
fn unchecked(member: usize, lean: &Lean, reason: &WhyUnchecked, batch: &mut Batch<'_>) {
    let mut found = Collector::new(&lean.head, batch.profile);
    RULES.iter().for_each(|rule| found.unchecked(*rule, reason.clone()));
    for own in batch.profile.own(OwnScope::Region) {
        found.unchecked_rule(own.rule(), reason.clone());
    }
    batch.take(member, found.finish(lean.form));
}

/// Does so little agree that it is no sum, without anybody's numbers being behind that? Says so.
fn is_no_sum(summary: &Summary<'_>, batch: &mut Batch<'_>) -> bool {
    let asked: Vec<&Line> =
        summary.lines.iter().filter(|line| line.part != Summed::Documents && !line.is_nothing()).collect();
    // What is higher may be the numbers of those that are missing.
    let excused = summary.units.is_short();
    let differs = |line: &&&Line| if excused { line.difference.is_negative() } else { !line.difference.is_zero() };
    let (count, differing) = (asked.len(), asked.iter().filter(differs).count());
    let percent = usize::try_from(batch.profile.threshold(id::R_01, "percent")).unwrap_or(0);
    if count == 0 || (count - differing) * 100 >= percent * count {
        return false;
    }
    let (member, by_roster) = (summary.member, summary.units.by_roster);
    if excused {
        completeness(summary, batch);
    }
    if by_roster {
        let say = Say::default().with("units", summary.units.members.len());
        batch.say(member, id::R_01, "mostly", "report", say.with("count", count).with("differing", differing));
    } else {
        batch.unchecked(member, id::R_01, WhyUnchecked::Needs(Need::Roster));
    }
    let others = RULES.into_iter().filter(|rule| *rule != id::R_01 && !(excused && *rule == id::R_06));
    others.for_each(|rule| batch.unchecked(member, rule, WhyUnchecked::NoSum));
    true
}

/// The office's own relations over a summary and its units: as with R-01, those who are missing may explain what differs.
fn own(member: usize, lean: &Lean, units: &Units, batch: &mut Batch<'_>) {
    let reports: Vec<&Lean> = units.members.iter().filter_map(|&unit| batch.lean(unit)).collect();
    let mut found = Collector::new(&lean.head, batch.profile);
    for own in batch.profile.own(OwnScope::Region) {
        match units.is_short() {
            true => found.unchecked_rule(own.rule(), WhyUnchecked::UnitsMissing),
            false => own.check(lean, &Sources { before: None, units: &reports }, &mut found),
        }
    }
    batch.take(member, found.finish(lean.form));
}

/// the government's report is its office's.
fn same_as_office(member: usize, office: usize, batch: &mut Batch<'_>) -> bool {
    let (Some(one), Some(other)) = (batch.lean(member), batch.lean(office)) else { return false };
    if !std::ptr::eq(one.form, other.form) {
        return false;
    }
    let Some(count) = shared(one.form, &one.cells, &other.cells) else { return false };
    if i64::try_from(count).is_ok_and(|count| count < batch.profile.threshold(id::R_05, "cells")) {
        return false;
    }
    let say = Say::default().with("office", batch.name(office)).with("report", batch.id(office)).with("count", count);
    let say = batch.resting_on_both(say, member, office, &one.form.cells().collect::<Vec<_>>());
    batch.say(member, id::R_05, "same", "report", say);
    true
}

impl Line {
    fn is_nothing(&self) -> bool {
        self.left.is_zero() && self.right.is_zero()
    }
}

/// All cells in which the summary and all units have numbers.
fn lines(lean: &Lean, units: &Units, batch: &Batch<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for cell in lean.form.cells() {
        let Some(part) = part(lean.form, cell) else { continue };
        let number = |member: usize| number(lean.form, cell, batch.lean(member)?);
        let sum = units.members.iter().try_fold(Number::ZERO, |sum, &unit| sum.checked_add(number(unit)?));
        let (Some(left), Some(right)) = (lean.cells.get(cell).number(), sum) else { continue };
        let Some(difference) = left.checked_sub(right) else { continue };
        lines.push(Line { cell, left, right, difference, part });
    }
    lines
}

/// The cell of a summary's form in the form of one of its units.
pub(super) fn cell_in(form: &'static Form, cell: Cell, unit: &Lean) -> Option<Cell> {
    if std::ptr::eq(form, unit.form) { Some(cell) } else { unit.form.cell(form.id(cell)) }
}

/// A report of another edition has the same cell under the same id, or none.
pub(super) fn number(form: &'static Form, cell: Cell, unit: &Lean) -> Option<Number> {
    unit.cells.get(cell_in(form, cell, unit)?).number()
}

fn part(form: &Form, cell: Cell) -> Option<Summed> {
    let spec = form.spec(cell)?;
    let table = form.tables.get(spec.table)?;
    match (&*table.id, &*table.rows.get(spec.row)?.id) {
        ("disclosure", "regulations" | "normative") => Some(Summed::Documents),
        ("disclosure", _) => Some(Summed::Decisions),
        _ => Some(Summed::Requests),
    }
}

/// whose numbers the sum has.
fn completeness(summary: &Summary<'_>, batch: &mut Batch<'_>) {
    let units = &summary.units;
    let more = summary.lines.iter().filter(|line| line.difference > Number::ZERO).count();
    let say = Say::default().with("units", units.members.len()).with("more", more);
    let (case, say) = match (units.by_roster, units.missing.is_empty()) {
        (false, _) => ("no_roster", say),
        (true, true) if units.assumed > 0 => ("assumed", say.with("assumed", units.assumed)),
        (true, true) => ("complete", say),
        (true, false) => {
            let shown = usize::try_from(batch.profile.threshold(id::R_06, "shown")).unwrap_or(usize::MAX);
            let names: Vec<&str> = units.missing.iter().take(shown).map(|name| name.as_str()).collect();
            let dots = if units.missing.len() > shown { "…" } else { "" };
            let names = format!("{}{dots}", names.join("、"));
            ("missing", say.with("count", units.missing.len()).with("missing", names))
        }
    };
    batch.say(summary.member, id::R_06, case, "report", say);
}

/// cell by cell, what is nobody's.
fn sums(summary: &Summary<'_>, causes: &Causes, batch: &mut Batch<'_>) {
    for (at, line) in summary.lines.iter().enumerate() {
        let rest = causes.rest(at, line);
        if summary.is_excused(line.cell, rest) || summary.may_be_unlisted(line.cell, rest, batch) {
            continue;
        }
        let (id, case) = match (line.part, summary.units.is_complete()) {
            (Summed::Documents, _) => continue,
            (Summed::Decisions, _) => (id::R_02, "differs"),
            (Summed::Requests, true) => (id::R_01, "complete"),
            (Summed::Requests, false) => (id::R_01, "differs"),
        };
        let say = summary.resting(summary.say(line), line.cell, batch);
        batch.say(summary.member, id, case, summary.lean.form.id(line.cell), say);
    }
}

impl Summary<'_> {
    /// Is nothing left of a difference, or what units not received may have? None of their numbers is below zero, and where
    /// they are all that differs the equations of the form hold of the sum.
    fn is_excused(&self, cell: Cell, rest: Number) -> bool {
        rest.is_zero() || !self.units.is_complete() && !rest.is_negative() && !self.is_torn(cell)
    }

    /// May what is left of a difference be numbers of bodies in the region that the roster has forgotten? The summary need not
    /// have forgotten them.
    fn may_be_unlisted(&self, cell: Cell, rest: Number, batch: &Batch<'_>) -> bool {
        let numbers = self.units.unlisted.iter().filter_map(|&body| number(self.lean.form, cell, batch.lean(body)?));
        let most = numbers.fold(Number::ZERO, |sum, number| sum.checked_add(number).unwrap_or(sum));
        !rest.is_negative() && rest <= most
    }

    /// Does no equation with this cell hold of the summary's own numbers? What a unit has wrong is the unit's.
    fn is_torn(&self, cell: Cell) -> bool {
        let own = |cell: &Cell| self.lean.cells.get(*cell).number();
        let sum = |cells: &[Cell]| cells.iter().try_fold(Number::ZERO, |sum, cell| sum.checked_add(own(cell)?));
        let mut equations = self.lean.form.equations_of(cell).peekable();
        equations.peek().is_some()
            && equations
                .all(|one| matches!((sum(&one.left), sum(&one.right)), (Some(left), Some(right)) if left != right))
    }

    /// The sum rests on what all its units have in this cell.
    fn resting(&self, say: Say, cell: Cell, batch: &Batch<'_>) -> Say {
        self.units.members.iter().fold(say, |say, &unit| {
            let own = batch.lean(unit).and_then(|lean| cell_in(self.lean.form, cell, lean));
            batch.resting(say, unit, own)
        })
    }

    fn say(&self, line: &Line) -> Say {
        let name = |lang| cell_name(self.lean.form, line.cell, lang);
        Say::default()
            .with("cell", name(Lang::Zh))
            .with("cell_en", name(Lang::En))
            .with("left", line.left)
            .with("right", line.right)
            .with("difference", line.difference)
            .with("units", self.units.members.len())
            .sides(line.left, line.right)
            .cells([line.cell])
    }
}

/// sums of all units, or the office's own numbers, but not both ways.
fn documents(summary: &Summary<'_>, causes: &Causes, batch: &mut Batch<'_>) {
    // Nobody has sent the office's own numbers.
    let Some(office) = summary.office.and_then(|office| batch.lean(office)) else {
        return batch.unchecked(summary.member, id::R_03, WhyUnchecked::Needs(Need::Batch));
    };
    let (mut all, mut own) = (0, 0);
    for (at, line) in summary.lines.iter().enumerate().filter(|(_, line)| line.part == Summed::Documents) {
        let Some(office) = number(summary.lean.form, line.cell, office) else { continue };
        let rest = causes.rest(at, line);
        match (rest.is_zero(), line.left == office) {
            (true, false) => all += 1,
            (false, true) => own += 1,
            (true, true) => {}
            (false, false) if !summary.units.is_complete() && !rest.is_negative() => {}
            (false, false) if summary.may_be_unlisted(line.cell, rest, batch) => {}
            (false, false) => {
                let say = summary.resting(summary.say(line).with("own", office), line.cell, batch);
                batch.say(summary.member, id::R_03, "differs", summary.lean.form.id(line.cell), say);
            }
        }
    }
    if all > 0 && own > 0 {
        batch.say(summary.member, id::R_03, "mixed", "disclosure", Say::default().with("all", all).with("office", own));
    }
}

/// FEE-07: what the texts of the units state together. Where the summary states no fee, FEE-01 says so.
fn fees(summary: &Summary<'_>, batch: &mut Batch<'_>) {
    let Some(own) = batch.stated(summary.member).map(|told| told.fees).filter(|fees| !fees.is_empty()) else { return };
    let told = |&unit: &usize| batch.stated(unit).map_or_else(Fees::default, |told| told.fees);
    let sums = Fees::sum(summary.units.members.iter().map(told).collect::<Vec<_>>().iter());
    let is_complete = summary.units.is_complete();
    let open = own.against(&sums, is_complete);
    if !open.is_empty() {
        batch.result.looks.push((summary.member, Look::Fees(open)));
    } else if !is_complete || !sums.is_whole() {
        let need = if summary.units.by_roster { Need::Batch } else { Need::Roster };
        batch.unchecked(summary.member, id::FEE_07, WhyUnchecked::Needs(need));
    }
}

/// what is passed on within a region is counted at both ends.
fn passed_on(summary: &Summary<'_>, batch: &mut Batch<'_>) {
    let sum = |ids: &[&str]| {
        let units = summary.units.members.iter().filter_map(|&unit| batch.lean(unit));
        let numbers = units.flat_map(|unit| ids.iter().filter_map(|id| Figures::new(unit).int(id)));
        numbers.fold(0_i64, i64::saturating_add)
    };
    // The form of 2019 has one row for all that was closed otherwise.
    let closed = ["requests/unavailable.not_held/total", "requests/closed.other/total", "requests/closed/total"];
    let (count, new) = (sum(&closed), sum(&["requests/new/total"]));
    let limit = |name| batch.profile.threshold(id::R_08, name);
    if count >= limit("least") && count.saturating_mul(100) >= new.saturating_mul(limit("percent")) {
        batch.say(summary.member, id::R_08, "notice", "report", Say::default().with("count", count).with("new", new));
    }
}
