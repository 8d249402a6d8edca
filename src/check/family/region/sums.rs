//! Whether a government's report is the sum of its units (R-01 … R-08).

use crate::check::facts::figures::Figures;
use crate::check::family::fees::Fees;
use crate::check::family::own::Sources;
use crate::check::family::stated::Look;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::explain::cell_name;
use crate::check::profile::own::OwnScope;
use crate::check::rule::{Need, id};
use crate::form::{Cell, Form};
use crate::report::roster::Roster;
use crate::report::{Lean, Number};
use crate::words::Lang;

use super::batch::Batch;
use super::duplicates::shared;
use super::units::{Index, Units};

/// A cell of a summary beside the sum of its units.
#[derive(Debug, Clone, Copy)]
struct Line {
    cell: Cell,
    /// The summary's number.
    left: Number,
    right: Number,
    difference: Number,
    part: Part,
}

/// Which rule a cell belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// 表三 and 表四: R-01.
    Requests,
    /// 许可, 处罚, 强制, 收费: R-02.
    Decisions,
    /// 规章 and 规范性文件: R-03.
    Documents,
}

/// A summary with its units.
struct Summary<'a> {
    member: usize,
    lean: &'a Lean,
    units: Units,
    office: Option<usize>,
    lines: Vec<Line>,
}

/// Everything about one summary.
pub(super) fn check(member: usize, index: &Index, roster: Option<&Roster>, batch: &mut Batch<'_>) {
    let Some(lean) = batch.lean(member) else { return };
    let office = index.office(member, batch);
    if office.is_some_and(|office| same_as_office(member, office, batch)) {
        return;
    }
    let units = index.units(member, roster, batch);
    let enough = i64::try_from(units.members.len()).is_ok_and(|n| n >= batch.profile.threshold(id::R_01, "units"));
    if !enough {
        let need = if units.members.is_empty() && !units.by_roster { Need::Batch } else { Need::Roster };
        return batch.unchecked(member, id::R_01, WhyUnchecked::Needs(need));
    }
    own(member, lean, &units, batch);
    let lines = lines(lean, &units, batch);
    let summary = Summary { member, lean, units, office, lines };
    let asked = summary.lines.iter().filter(|line| line.part != Part::Documents && !line.is_nothing());
    let (count, differing) = asked.fold((0_i64, 0_i64), |(count, differing), line| {
        (count + 1, differing + i64::from(!line.difference.is_zero()))
    });
    if count == 0 {
        return;
    }
    if (count - differing) * 100 < batch.profile.threshold(id::R_01, "percent") * count {
        return no_summary(&summary, count, differing, batch);
    }
    completeness(&summary, batch);
    sums(&summary, batch);
    documents(&summary, batch);
    fees(&summary, batch);
    whose(&summary, batch);
    passed_on(&summary, batch);
}

/// The office's own relations over a summary and its units.
fn own(member: usize, lean: &Lean, units: &Units, batch: &mut Batch<'_>) {
    let reports: Vec<&Lean> = units.members.iter().filter_map(|&unit| batch.lean(unit)).collect();
    let mut found = Collector::new(&lean.head, batch.profile);
    for own in batch.profile.own(OwnScope::Region) {
        own.check(lean, &Sources { before: None, units: &reports }, &mut found);
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
fn cell_in(form: &'static Form, cell: Cell, unit: &Lean) -> Option<Cell> {
    if std::ptr::eq(form, unit.form) { Some(cell) } else { unit.form.cell(form.id(cell)) }
}

/// A report of another edition has the same cell under the same id, or none.
fn number(form: &'static Form, cell: Cell, unit: &Lean) -> Option<Number> {
    unit.cells.get(cell_in(form, cell, unit)?).number()
}

fn part(form: &Form, cell: Cell) -> Option<Part> {
    let spec = form.spec(cell)?;
    let table = form.tables.get(spec.table)?;
    match (&*table.id, &*table.rows.get(spec.row)?.id) {
        ("disclosure", "regulations" | "normative") => Some(Part::Documents),
        ("disclosure", _) => Some(Part::Decisions),
        _ => Some(Part::Requests),
    }
}

/// too little agrees. With a complete roster that is worth a word, else it is no sum that could be checked.
fn no_summary(summary: &Summary<'_>, count: i64, differing: i64, batch: &mut Batch<'_>) {
    if !summary.units.is_complete() {
        return batch.unchecked(summary.member, id::R_01, WhyUnchecked::Needs(Need::Roster));
    }
    let say =
        Say::default().with("units", summary.units.members.len()).with("count", count).with("differing", differing);
    batch.say(summary.member, id::R_01, "mostly", "report", say);
}

/// whose numbers the sum has.
fn completeness(summary: &Summary<'_>, batch: &mut Batch<'_>) {
    let units = &summary.units;
    let more = summary.lines.iter().filter(|line| line.difference > Number::ZERO).count();
    let say = Say::default().with("units", units.members.len()).with("more", more);
    let (case, say) = match (units.by_roster, units.missing.is_empty()) {
        (false, _) => ("no_roster", say),
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

/// cell by cell.
fn sums(summary: &Summary<'_>, batch: &mut Batch<'_>) {
    for line in summary.open_lines() {
        let (id, case) = match (line.part, summary.units.is_complete()) {
            (Part::Documents, _) => continue,
            (Part::Decisions, _) => (id::R_02, "differs"),
            (Part::Requests, true) => (id::R_01, "complete"),
            (Part::Requests, false) => (id::R_01, "differs"),
        };
        let say = summary.resting(summary.say(&line), line.cell, batch);
        batch.say(summary.member, id, case, summary.lean.form.id(line.cell), say);
    }
}

impl Summary<'_> {
    /// Lines that units not in the sum do not explain.
    fn open_lines(&self) -> Vec<Line> {
        if !self.units.is_complete() && self.is_explained() {
            return Vec::new();
        }
        self.lines.iter().filter(|line| !line.difference.is_zero()).copied().collect()
    }

    /// Could the differences be the numbers of units not received? None is below zero, and the form's equations hold.
    fn is_explained(&self) -> bool {
        let difference = |cell: &Cell| {
            let found = self.lines.binary_search_by_key(cell, |line| line.cell).ok()?;
            self.lines.get(found).map(|line| line.difference)
        };
        let sum = |cells: &[Cell]| cells.iter().try_fold(Number::ZERO, |sum, cell| sum.checked_add(difference(cell)?));
        self.lines.iter().all(|line| !line.difference.is_negative())
            && self.lean.form.equations.iter().all(|one| match (sum(&one.left), sum(&one.right)) {
                (Some(left), Some(right)) => left == right,
                _ => true,
            })
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
fn documents(summary: &Summary<'_>, batch: &mut Batch<'_>) {
    let Some(office) = summary.office.and_then(|office| batch.lean(office)) else { return };
    let (mut all, mut own) = (0, 0);
    for line in summary.lines.iter().filter(|line| line.part == Part::Documents) {
        let Some(office) = number(summary.lean.form, line.cell, office) else { continue };
        match (line.left == line.right, line.left == office) {
            (true, false) => all += 1,
            (false, true) => own += 1,
            (true, true) => {}
            (false, false) if !summary.units.is_complete() && line.difference > Number::ZERO => {}
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

/// whose numbers the differences are.
fn whose(summary: &Summary<'_>, batch: &mut Batch<'_>) {
    let lines: Vec<Line> = summary
        .lines
        .iter()
        .filter(|line| line.part != Part::Documents && !line.difference.is_zero())
        .copied()
        .collect();
    if lines.is_empty() {
        return;
    }
    let fits = |member: &usize, sign: bool| {
        let Some(unit) = batch.lean(*member) else { return false };
        lines.iter().all(|line| {
            let value = number(summary.lean.form, line.cell, unit);
            let value = if sign { value } else { value.and_then(|value| Number::ZERO.checked_sub(value)) };
            value == Some(line.difference)
        })
    };
    let vertical = summary.units.vertical.iter().copied().find(|unit| fits(unit, true));
    if let Some(unit) = vertical {
        let say = Say::default().with("unit", batch.name(unit)).cells(lines.iter().map(|line| line.cell));
        let own = |lean: &Lean| lines.iter().filter_map(|line| cell_in(summary.lean.form, line.cell, lean)).collect();
        let cells: Vec<Cell> = batch.lean(unit).map(own).unwrap_or_default();
        let say = batch.resting(say, unit, cells);
        return batch.say(summary.member, id::R_04, "vertical", "report", say);
    }
    let shown = usize::try_from(batch.profile.threshold(id::R_07, "shown")).unwrap_or(0);
    for (case, sign) in [("left_out", false), ("twice", true)] {
        let units: Vec<usize> = summary.units.members.iter().copied().filter(|unit| fits(unit, sign)).collect();
        if units.is_empty() || units.len() > shown {
            continue;
        }
        let names: Vec<&str> = units.iter().map(|&unit| batch.name(unit)).collect();
        let say = Say::default().with("unit", names.join("、")).with("count", lines.len());
        let say = say.cells(lines.iter().map(|line| line.cell));
        return batch.say(summary.member, id::R_07, case, case, say);
    }
    cell_by_cell(summary, &lines, batch);
}

/// a difference that is exactly one unit's number, and no small one.
fn cell_by_cell(summary: &Summary<'_>, lines: &[Line], batch: &mut Batch<'_>) {
    let least = Number::int(batch.profile.threshold(id::R_07, "least"));
    for line in lines {
        let Some(opposite) = Number::ZERO.checked_sub(line.difference) else { continue };
        let size = line.difference.max(opposite);
        if size < least {
            continue;
        }
        let has = |&&unit: &&usize| {
            batch.lean(unit).and_then(|unit| number(summary.lean.form, line.cell, unit)) == Some(size)
        };
        let mut units = summary.units.members.iter().filter(has);
        let Some(&unit) = units.next().filter(|_| units.next().is_none()) else { continue };
        let place = summary.lean.form.id(line.cell);
        batch.say(summary.member, id::R_07, "cell", place, summary.say(line).with("unit", batch.name(unit)));
    }
}

/// what is passed on within a region is counted at both ends.
fn passed_on(summary: &Summary<'_>, batch: &mut Batch<'_>) {
    let sum = |ids: &[&str]| {
        let units = summary.units.members.iter().filter_map(|&unit| batch.lean(unit));
        units.filter_map(|unit| Figures::new(unit).sum(ids)).fold(0_i64, i64::saturating_add)
    };
    let count = sum(&["requests/unavailable.not_held/total", "requests/closed.other/total"]);
    let new = sum(&["requests/new/total"]);
    let limit = |name| batch.profile.threshold(id::R_08, name);
    if count >= limit("least") && count.saturating_mul(100) >= new.saturating_mul(limit("percent")) {
        batch.say(summary.member, id::R_08, "notice", "report", Say::default().with("count", count).with("new", new));
    }
}
