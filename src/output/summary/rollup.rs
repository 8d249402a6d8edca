//! The sums of one region, with what is not in them.

use std::collections::BTreeMap;
use std::collections::HashMap;

use crate::check::{Finding, RuleId, id, plain_message};
use crate::form::{Cell, Form};
use crate::library::season::{Season, Submission};
use crate::library::{RegionReports, UnitReport};
use crate::output::notice::region_of;
use crate::report::{Number, Value};
use crate::words::{Lang, SummaryWords};

/// The sums of all regions that were asked for.
pub(crate) struct RegionSums<'a> {
    pub(crate) lang: Lang,
    pub(crate) years: String,
    pub(crate) rollups: Vec<Rollup<'a>>,
}

/// The sums of one region for one year.
pub(crate) struct Rollup<'a> {
    pub(crate) reports: &'a RegionReports,
    /// The form of the sums: that of its own report, else that of most units.
    pub(crate) form: &'static Form,
    /// For each cell of the form.
    sums: Vec<CellSum>,
    vertical: Vec<CellSum>,
    /// The same region the year before, where it was of the same units.
    pub(crate) before: Option<Box<Rollup<'a>>>,
    /// Is there one of other units?
    pub(crate) is_unlike_before: bool,
    /// What was found about its own report against its units.
    found: Vec<&'a Finding>,
    submission: Option<&'a Submission>,
}

/// A cell, added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct CellSum {
    /// Of the numbers that there are; nothing where there are none.
    pub(crate) sum: Option<Number>,
    /// So many units have a number.
    pub(crate) counted: usize,
    /// So many have something else, or nothing.
    pub(crate) without: usize,
}

impl<'a> RegionSums<'a> {
    /// Of these regions, for these years.
    pub(crate) fn of(season: &'a Season, regions: &'a [RegionReports], years: &[u16], lang: Lang) -> Self {
        let by_id: HashMap<&str, &Submission> =
            season.submissions.iter().map(|it| (it.now.checked.id.as_str(), it)).collect();
        let wanted = regions.iter().filter(|region| years.contains(&region.year));
        let rollups = wanted.map(|region| {
            let own = region.own.as_ref().and_then(|own| by_id.get(own.id.as_str())).copied();
            let before = regions.iter().find(|it| it.region == region.region && it.year + 1 == region.year);
            Rollup::of(region, before, own)
        });
        Self { lang, years: lang.words().season.list(years), rollups: rollups.collect() }
    }

    pub(super) fn words(&self) -> SummaryWords {
        self.lang.words().summary
    }
}

impl<'a> Rollup<'a> {
    fn of(reports: &'a RegionReports, before: Option<&'a RegionReports>, own: Option<&'a Submission>) -> Self {
        let is_like = before.is_some_and(|before| are_alike(before, reports));
        let mut rollup = Self::plain(reports);
        rollup.is_unlike_before = before.is_some() && !is_like;
        rollup.before = before.filter(|_| is_like).map(|before| Box::new(Self::plain(before)));
        let of_region = |finding: &&Finding| REGIONAL.iter().any(|id| finding.rule.is(*id));
        rollup.found =
            own.into_iter().flat_map(|own| own.now.checked.outcome.findings.iter().filter(of_region)).collect();
        rollup.submission = own;
        rollup
    }

    fn plain(reports: &'a RegionReports) -> Self {
        let form = form_of(reports);
        let sums = form.cells().map(|cell| add_up(form, cell, &reports.units)).collect();
        let vertical = form.cells().map(|cell| add_up(form, cell, &reports.vertical)).collect();
        Self {
            reports,
            form,
            sums,
            vertical,
            before: None,
            is_unlike_before: false,
            found: Vec::new(),
            submission: None,
        }
    }

    /// What its units have in a cell.
    #[must_use]
    pub(crate) fn sum(&self, cell: Cell) -> CellSum {
        self.sums.get(cell.index()).copied().unwrap_or_default()
    }

    /// What bodies have in a cell that report upwards.
    #[must_use]
    pub(crate) fn vertical(&self, cell: Cell) -> CellSum {
        self.vertical.get(cell.index()).copied().unwrap_or_default()
    }

    /// What the region's own report has there, if it is a number.
    #[must_use]
    pub(crate) fn own(&self, cell: Cell) -> Option<Number> {
        number(self.form, cell, self.reports.own.as_ref()?)
    }

    /// The region's own number less the sum; only where every unit has a number.
    #[must_use]
    pub(crate) fn difference(&self, cell: Cell) -> Option<Number> {
        let CellSum { sum, without, .. } = self.sum(cell);
        self.own(cell)?.checked_sub(sum.filter(|_| without == 0)?)
    }

    /// The cells in which its own report differs.
    pub(crate) fn differing(&self) -> impl Iterator<Item = (Cell, Number)> + '_ {
        let differs = |cell| Some((cell, self.difference(cell)?)).filter(|(_, difference)| !difference.is_zero());
        self.form.cells().filter_map(differs)
    }

    /// What the difference of a cell comes of, as far as that was found.
    #[must_use]
    pub(crate) fn causes(&self, cell: Cell, lang: Lang) -> Vec<String> {
        let own = self.own_cell(cell);
        let is_cause = |finding: &&&Finding| {
            CAUSES.iter().any(|id| finding.rule.is(*id)) && own.is_some_and(|own| finding.cells.contains(&own))
        };
        self.found.iter().filter(is_cause).map(|finding| self.said(finding, lang)).collect()
    }

    /// All causes that were found, each once.
    #[must_use]
    pub(crate) fn all_causes(&self, lang: Lang) -> Vec<String> {
        let is_cause = |finding: &&&Finding| CAUSES.iter().any(|id| finding.rule.is(*id));
        self.found.iter().filter(is_cause).map(|finding| self.said(finding, lang)).collect()
    }

    /// What was found about the report as a whole: that it is no sum, that it is its office's, what counts twice.
    #[must_use]
    pub(crate) fn remarks(&self, lang: Lang) -> Vec<String> {
        let is_remark = |finding: &&&Finding| {
            !CAUSES.iter().any(|id| finding.rule.is(*id)) && finding.cells.is_empty() && !finding.rule.is(id::R_06)
        };
        self.found.iter().filter(is_remark).map(|finding| self.said(finding, lang)).collect()
    }

    /// So many units have something in a cell that is no number.
    #[must_use]
    pub(crate) fn units_with_gaps(&self) -> usize {
        let has_gap = |unit: &&UnitReport| self.form.cells().any(|cell| number(self.form, cell, unit).is_none());
        self.reports.units.iter().filter(has_gap).count()
    }

    fn said(&self, finding: &Finding, lang: Lang) -> String {
        let Some(submission) = self.submission else { return String::new() };
        let lean = &submission.now.checked.lean;
        plain_message(lean.form, finding, &lean.cells, lang)
    }

    fn own_cell(&self, cell: Cell) -> Option<Cell> {
        let own = self.reports.own.as_ref()?;
        own.lean.form.cell(self.form.id(cell))
    }
}

/// Rules about a summary and its units.
const REGIONAL: [RuleId; 8] = [id::R_01, id::R_02, id::R_03, id::R_04, id::R_05, id::R_06, id::R_07, id::R_08];

/// Those that say whose numbers a difference is.
const CAUSES: [RuleId; 2] = [id::R_04, id::R_07];

/// What a unit has in a cell of another's form, if it is a number.
#[must_use]
pub(super) fn number(form: &'static Form, cell: Cell, unit: &UnitReport) -> Option<Number> {
    value(form, cell, unit).number()
}

/// A report of another edition has the same cell under the same id, or none.
#[must_use]
pub(super) fn value<'u>(form: &'static Form, cell: Cell, unit: &'u UnitReport) -> Value<'u> {
    let own = if std::ptr::eq(form, unit.lean.form) { Some(cell) } else { unit.lean.form.cell(form.id(cell)) };
    own.map_or(Value::Missing, |own| unit.lean.cells.get(own))
}

fn add_up(form: &'static Form, cell: Cell, units: &[UnitReport]) -> CellSum {
    let numbers: Vec<Number> = units.iter().filter_map(|unit| number(form, cell, unit)).collect();
    let sum = numbers.iter().try_fold(Number::ZERO, |sum, number| sum.checked_add(*number));
    CellSum { sum: sum.filter(|_| !numbers.is_empty()), counted: numbers.len(), without: units.len() - numbers.len() }
}

fn form_of(reports: &RegionReports) -> &'static Form {
    if let Some(own) = &reports.own {
        return own.lean.form;
    }
    let mut counts: BTreeMap<&str, (usize, &'static Form)> = BTreeMap::new();
    for unit in &reports.units {
        counts.entry(&unit.lean.form.edition).or_insert((0, unit.lean.form)).0 += 1;
    }
    counts.into_values().max_by_key(|(count, _)| *count).map_or_else(crate::form::newest, |(_, form)| form)
}

/// Are the sums of the same units, all of whom have reported?
fn are_alike(one: &RegionReports, other: &RegionReports) -> bool {
    let names = |reports: &RegionReports| {
        let mut names: Vec<String> = reports
            .units
            .iter()
            .map(|unit| format!("{}{}", region_of(&unit.lean.head.agency.region), unit.lean.head.agency.name))
            .collect();
        names.sort();
        names
    };
    let is_whole = |reports: &RegionReports| reports.missing.is_empty() && reports.unsummed.is_empty();
    is_whole(one) && is_whole(other) && names(one) == names(other)
}
