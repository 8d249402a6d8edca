//! One agency over the years: its main figures, what jumped, and what agencies of its kind have.
//!
//! Worked out once when the tab opens, and again when reports have come.

use std::collections::BTreeSet;

use crate::check::region::median;
use crate::check::{Jump, Jumps, Profile};
use crate::form::{self, Cell, Form};
use crate::report::{Lean, Number};
use crate::tui::model::{ItemId, Library, Window};
use crate::words::SeeWords;

/// The years of the open report's agency, and where the cursor is.
#[derive(Debug, Default)]
pub(crate) struct Years {
    /// The figure under the cursor.
    pub(crate) row: usize,
    /// The first figure shown.
    pub(crate) offset: usize,
    /// The year under the cursor; until the reviewer moves, that of the report.
    pub(crate) year: Option<u16>,
    /// The figures, once they are worked out.
    pub(crate) columns: Option<Vec<YearColumn>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YearColumn {
    pub(crate) year: u16,
    /// The report; `None` where only the next year's report says something of it.
    pub(crate) item: Option<ItemId>,
    /// The figures, in the order of [`FIGURES`].
    pub(crate) figures: [Shown; FIGURES.len()],
    /// What agencies of the kind have: the median, and of how many.
    pub(crate) medians: [Option<(Number, usize)>; FIGURES.len()],
}

/// A figure in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Shown {
    /// Its number; `None` where one of its cells holds none.
    pub(crate) value: Option<Number>,
    /// The latest jump of the figure was from the year before to this one.
    pub(crate) jump: Option<Jump>,
}

/// A figure: one cell, or several added up.
pub(crate) struct Figure {
    pub(crate) name: fn(SeeWords) -> &'static str,
    pub(crate) cells: &'static [&'static str],
    /// The cell that says it in the next year's report.
    later: Option<&'static str>,
}

macro_rules! figure {
    ($name:ident, $later:expr, $($cell:expr),+) => {
        Figure { name: SeeWords::$name, cells: &[$($cell),+], later: $later }
    };
}

/// The main figures, in the order of the form's tables as reviewers ask for them.
pub(crate) const FIGURES: [Figure; 11] = [
    figure!(figure_new, None, "requests/new/total"),
    figure!(figure_carried_in, None, "requests/carried_in/total"),
    figure!(figure_granted, None, "requests/granted/total", "requests/partial/total"),
    figure!(
        figure_denied,
        None,
        "requests/denied.secret/total",
        "requests/denied.prohibited/total",
        "requests/denied.stability/total",
        "requests/denied.third_party/total",
        "requests/denied.internal/total",
        "requests/denied.process/total",
        "requests/denied.enforcement/total",
        "requests/denied.inquiry/total"
    ),
    figure!(figure_handled, None, "requests/handled/total"),
    figure!(figure_carried_out, Some("requests/carried_in/total"), "requests/carried_out/total"),
    figure!(figure_reconsideration, None, "disputes/reconsideration/total"),
    figure!(figure_litigation, None, "disputes/litigation_direct/total", "disputes/litigation_after/total"),
    figure!(
        figure_corrected,
        None,
        "disputes/reconsideration/corrected",
        "disputes/litigation_direct/corrected",
        "disputes/litigation_after/corrected"
    ),
    figure!(figure_in_force, None, "disclosure/normative/in_force"),
    figure!(figure_fees, Some("disclosure/fees/previous"), "disclosure/fees/amount"),
];

/// Nobody has reported for more years than this.
const MOST: usize = 30;

/// A median of so many is as good as that of all: of more, every second or third is looked at.
const MOST_PEERS: usize = 20_000;

impl Figure {
    /// Its number in a report.
    #[must_use]
    pub(crate) fn of(&self, lean: &Lean) -> Option<Number> {
        self.cells_in(lean.form).and_then(|cells| sum(lean, &cells))
    }

    /// Its cells in an edition, if that has all of them.
    #[must_use]
    pub(crate) fn cells_in(&self, form: &Form) -> Option<Vec<Cell>> {
        self.cells.iter().map(|id| form.cell(id)).collect()
    }
}

fn sum(lean: &Lean, cells: &[Cell]) -> Option<Number> {
    cells.iter().try_fold(Number::ZERO, |sum, &cell| sum.checked_add(lean.cells.get(cell).number()?))
}

impl Years {
    /// The position of the year under the cursor.
    #[must_use]
    pub(crate) fn column(&self) -> usize {
        let columns = self.columns.as_deref().unwrap_or_default();
        let here = columns.iter().position(|column| Some(column.year) == self.year);
        here.unwrap_or(columns.len().saturating_sub(1))
    }

    /// The year under the cursor.
    #[must_use]
    pub(crate) fn current(&self) -> Option<&YearColumn> {
        self.columns.as_ref()?.get(self.column())
    }

    /// Puts the cursor on a figure of a year.
    pub(crate) fn put(&mut self, row: usize, column: usize) {
        self.row = row;
        let years = self.columns.as_deref().unwrap_or_default();
        self.year = years.get(column).map(|column| column.year).or(self.year);
    }

    /// Moves by so many figures.
    pub(crate) fn step(&mut self, step: isize) {
        self.row = self.row.saturating_add_signed(step).min(FIGURES.len() - 1);
    }

    /// Moves by so many years.
    pub(crate) fn step_year(&mut self, step: isize) {
        let Some(columns) = &self.columns else { return };
        let column = self.column().saturating_add_signed(step).min(columns.len().saturating_sub(1));
        self.year = columns.get(column).map(|column| column.year);
    }

    /// Keeps the figure under the cursor on the screen.
    pub(crate) fn settle(&mut self, height: usize) {
        let mut window = Window { cursor: self.row, offset: self.offset };
        window.settle(FIGURES.len(), height);
        (self.row, self.offset) = (window.cursor, window.offset);
    }

    /// Works out the figures of a report's agency.
    pub(crate) fn fill(&mut self, item: ItemId, library: &Library, profile: &Profile) {
        let mut columns = columns(item, library);
        mark_jumps(&mut columns, library, profile);
        fill_medians(&mut columns, item, library);
        self.year = self.year.or_else(|| library.sheet(item).map(|sheet| sheet.lean.head.year));
        self.columns = Some(columns);
    }
}

/// The years that something is known of, oldest first.
fn columns(item: ItemId, library: &Library) -> Vec<YearColumn> {
    let Some(open) = library.sheet(item).map(|sheet| &sheet.lean.head) else { return Vec::new() };
    let reports = library.of_same_agency(item);
    let years: BTreeSet<u16> =
        reports.iter().filter_map(|&report| Some(library.sheet(report)?.lean.head.year)).collect();
    let standing = |year: u16| {
        // The open report is shown as it is, even where it was replaced.
        let is_open = year == open.year && reports.contains(&item);
        let report = if is_open { item } else { library.standing(open, year)? };
        Some((year, report, &*library.sheet(report)?.lean))
    };
    let reports: Vec<(u16, ItemId, &Lean)> = years.into_iter().filter_map(standing).collect();
    let first = reports.len().saturating_sub(MOST);
    let mut columns: Vec<YearColumn> = Vec::new();
    for &(year, item, lean) in reports.iter().skip(first) {
        let follows = columns.last().is_some_and(|last| last.year.checked_add(1) == Some(year));
        columns.extend(stated(lean).filter(|_| !follows));
        columns.push(YearColumn::new(year, Some(item), FIGURES.each_ref().map(|figure| figure.of(lean))));
    }
    columns
}

/// What a report says of the year before; `None` if nothing.
fn stated(lean: &Lean) -> Option<YearColumn> {
    let number = |id: &str| lean.cells.get(lean.form.cell(id)?).number();
    let values = FIGURES.each_ref().map(|figure| figure.later.and_then(number));
    let year = lean.head.year.checked_sub(1)?;
    values.iter().any(Option::is_some).then(|| YearColumn::new(year, None, values))
}

impl YearColumn {
    fn new(year: u16, item: Option<ItemId>, values: [Option<Number>; FIGURES.len()]) -> Self {
        let figures = values.map(|value| Shown { value, jump: None });
        Self { year, item, figures, medians: [None; FIGURES.len()] }
    }
}

/// Marks the latest jump of each figure.
fn mark_jumps(columns: &mut [YearColumn], library: &Library, profile: &Profile) {
    let jumps = Jumps::of(profile);
    for (row, figure) in FIGURES.iter().enumerate() {
        let jump = |pair: &[YearColumn]| match pair {
            [before, now] => jump(&jumps, figure, row, (before, now), library),
            _ => None,
        };
        let latest = columns.windows(2).enumerate().rev().find_map(|(at, pair)| Some((at + 1, jump(pair)?)));
        if let Some((at, jump)) = latest
            && let Some(shown) = columns.get_mut(at).and_then(|column| column.figures.get_mut(row))
        {
            shown.jump = Some(jump);
        }
    }
}

/// A figure of one cell is judged by all that the rules say of the cell, a sum by how many times it is.
fn jump(
    jumps: &Jumps<'_>,
    figure: &Figure,
    row: usize,
    pair: (&YearColumn, &YearColumn),
    library: &Library,
) -> Option<Jump> {
    let (before, now) = pair;
    if before.year.checked_add(1) != Some(now.year) {
        return None;
    }
    let lean = |column: &YearColumn| column.item.and_then(|item| library.sheet(item)).map(|sheet| &*sheet.lean);
    if let ([id], Some(last), Some(report)) = (figure.cells, lean(before), lean(now)) {
        return jumps.of_cell(report, last, report.form.cell(id)?);
    }
    let value = |column: &YearColumn| column.figures.get(row).and_then(|shown| shown.value);
    jumps.sudden(value(now)?, value(before)?)
}

/// The cells of every figure in every edition: looked up once, not for each of many reports.
struct Places(Vec<(&'static Form, Vec<Option<Vec<Cell>>>)>);

impl Places {
    fn new() -> Self {
        let of = |form: &'static Form| (form, FIGURES.iter().map(|figure| figure.cells_in(form)).collect());
        Self(form::editions().iter().map(of).collect())
    }

    fn number(&self, lean: &Lean, figure: usize) -> Option<Number> {
        let (_, places) = self.0.iter().find(|(form, _)| std::ptr::eq(*form, lean.form))?;
        sum(lean, places.get(figure)?.as_ref()?)
    }
}

/// What the other agencies of the kind have, each by what stands for it in the year.
fn fill_medians(columns: &mut [YearColumn], item: ItemId, library: &Library) {
    let own = library.of_same_agency(item);
    let mut others: Vec<(u16, &Lean)> = Vec::new();
    let peers = library.of_same_kind(item);
    for &other in peers.iter().step_by(peers.len().div_ceil(MOST_PEERS).max(1)) {
        let Some(lean) = library.sheet(other).map(|sheet| &*sheet.lean) else { continue };
        let year = lean.head.year;
        let is_asked = columns.iter().any(|column| column.year == year);
        if is_asked && !own.contains(&other) && library.is_shown(other, Some(year)) {
            others.push((year, lean));
        }
    }
    let places = Places::new();
    for column in columns {
        let of_year: Vec<&Lean> =
            others.iter().filter(|(year, _)| *year == column.year).map(|(_, lean)| *lean).collect();
        for (figure, slot) in column.medians.iter_mut().enumerate() {
            let values: Vec<Number> = of_year.iter().filter_map(|lean| places.number(lean, figure)).collect();
            let count = values.len();
            *slot = (count > 0).then(|| (median(values), count));
        }
    }
}

/// How high a number stands in a plot whose highest is `most`: 0 for nothing, then 1 to `steps`, none too low to be seen.
#[must_use]
pub(crate) fn height(value: Number, most: Number, steps: usize) -> usize {
    if value <= Number::ZERO || most <= Number::ZERO {
        return 0;
    }
    // The smallest height whose share of the highest is not below the number.
    let times = |number: Number, count: usize| (1..count).try_fold(number, |sum, _| sum.checked_add(number));
    let Some(wanted) = times(value, steps) else { return steps };
    (1..=steps).find(|&step| times(most, step).is_none_or(|share| share >= wanted)).unwrap_or(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_of_a_plot_grow_with_the_numbers_and_only_nothing_is_flat() {
        let of = |value: i64| height(Number::int(value), Number::int(100), 4);
        assert_eq!([0, 1, 25, 26, 50, 51, 75, 76, 100].map(of), [0, 1, 1, 2, 2, 3, 3, 4, 4]);
        assert_eq!(of(-3), 0);
        assert_eq!(height(Number::int(5), Number::ZERO, 4), 0);
        assert_eq!(height(Number::parse("0.01").unwrap(), Number::parse("0.02").unwrap(), 4), 2);
        assert_eq!(height(Number::int(7), Number::int(7), 40), 40);
    }

    #[test]
    fn every_figure_is_in_the_newest_edition() {
        for figure in &FIGURES {
            assert!(figure.cells_in(form::newest()).is_some(), "{:?}", figure.cells);
        }
    }
}
