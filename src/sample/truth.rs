//! What is wrong with a report, known for certain: found by exact arithmetic over the form's equations, and written
//! beside the reports as one line of JSON for each fault.

use serde::{Deserialize, Serialize};

use crate::form::{Cell, Form, Unit};
use crate::report::{Cells, Number, Value};

use super::slip::{Slip, SlipKind, SlippedCell};

/// One fault of one report, and the slip that caused it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Planted {
    pub(crate) report: Box<str>,
    pub(crate) agency: Box<str>,
    /// The year reported on.
    pub(crate) year: u16,
    /// The rule that is violated.
    pub(crate) rule: Box<str>,
    /// The row or column of the equation (`requests/total`), the id of the cell, or `report` where it is about more.
    pub(crate) place: Box<str>,
    /// What kind of slip it was; the first, where two meet in one equation.
    pub(crate) kind: SlipKind,
    /// The cell, or for an equation every cell that the slips behind it changed, with the value it should have.
    pub(crate) cells: Vec<SlippedCell>,
}

/// One violated rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(crate) rule: Box<str>,
    pub(crate) place: Box<str>,
    pub(crate) cells: Vec<Cell>,
}

/// Every fault of these cells: first cell by cell, then equation by equation.
pub(super) fn faults(form: &Form, cells: &Cells) -> Vec<Fault> {
    let of_cells = form.cells().filter_map(|cell| {
        let rule = cell_rule(form, cell, cells.get(cell))?;
        Some(Fault { rule: rule.into(), place: form.id(cell).into(), cells: vec![cell] })
    });
    let of_equations = form
        .equations
        .iter()
        .filter(|equation| sum(&equation.left, cells).zip(sum(&equation.right, cells)).is_some_and(|(l, r)| l != r))
        .map(|equation| Fault {
            rule: equation.rule.clone(),
            place: equation.place.clone(),
            cells: equation.cells().collect(),
        });
    of_cells.chain(of_equations).collect()
}

/// `None` where a cell is not a number: then the equation cannot be checked.
fn sum(side: &[Cell], cells: &Cells) -> Option<Number> {
    side.iter().try_fold(Number::ZERO, |sum, &cell| sum.checked_add(cells.get(cell).number()?))
}

/// What is wrong with a value by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Nothing,
    NotANumber,
    Negative,
    Decimals,
}

/// The places after the point that an amount in 万元 may have: the last one is a yuan.
const FEE_PLACES: u8 = 4;

fn wrong(value: Value<'_>, unit: Unit) -> Option<Wrong> {
    let number = match value {
        Value::Missing => return None,
        _ if value.is_blank_mark() => return Some(Wrong::Nothing),
        Value::Blank | Value::Raw(_) => return Some(Wrong::NotANumber),
        Value::Number(number) => number,
    };
    let places = if unit == Unit::Count { 0 } else { FEE_PLACES };
    if number.is_negative() { Some(Wrong::Negative) } else { (number.decimals() > places).then_some(Wrong::Decimals) }
}

fn cell_rule(form: &Form, cell: Cell, value: Value<'_>) -> Option<&'static str> {
    let spec = form.spec(cell)?;
    let wrong = wrong(value, spec.unit)?;
    match (&*form.tables.get(spec.table)?.id, wrong, spec.unit) {
        ("disclosure", Wrong::Nothing, _) => Some("T2-01"),
        ("disclosure", Wrong::NotANumber, _) => Some("T2-02"),
        ("disclosure", Wrong::Negative, _) => Some("T2-03"),
        ("disclosure", Wrong::Decimals, Unit::Count) => Some("T2-04"),
        ("disclosure", Wrong::Decimals, Unit::WanYuan) => Some("T2-05"),
        ("requests", Wrong::Nothing, _) => Some("T3-05"),
        ("requests", ..) => Some("T3-04"),
        ("disputes", ..) => Some("T4-04"),
        _ => None,
    }
}

/// The truth about a report with these slips in it.
pub(super) fn truth(form: &Form, cells: &Cells, slips: &[Slip], about: (&str, &str, u16)) -> Vec<Planted> {
    let (report, agency, year) = about;
    let explained = faults(form, cells).into_iter().filter_map(|fault| {
        let touches = |slip: &&Slip| fault.cells.iter().any(|&cell| slip.touches(form.id(cell)));
        let behind: Vec<&Slip> = slips.iter().filter(touches).collect();
        let mut changes: Vec<SlippedCell> = behind.iter().flat_map(|slip| slip.changes.iter().cloned()).collect();
        if changes.iter().any(|change| change.cell == fault.place) {
            changes.retain(|change| change.cell == fault.place);
        }
        Some(Planted {
            report: report.into(),
            agency: agency.into(),
            year,
            rule: fault.rule,
            place: fault.place,
            kind: behind.first()?.kind,
            cells: changes,
        })
    });
    explained.collect()
}

/// A fault planted by hand, which no arithmetic finds.
pub(super) fn marked(rule: &str, (report, agency, year): (&str, &str, u16)) -> Planted {
    let place = "report".into();
    let kind = SlipKind::ByHand;
    Planted { report: report.into(), agency: agency.into(), year, rule: rule.into(), place, kind, cells: Vec::new() }
}

/// One line of JSON for each fault.
#[must_use]
pub(crate) fn to_lines(truth: &[Planted]) -> String {
    // A Planted has string keys only, so it always serialises.
    truth.iter().filter_map(|planted| serde_json::to_string(planted).ok()).map(|line| line + "\n").collect()
}

/// Reads what [`to_lines`] wrote.
///
/// # Errors
/// The first line that is not a [`Planted`].
pub(crate) fn from_lines(text: &str) -> Result<Vec<Planted>, serde_json::Error> {
    text.lines().map(serde_json::from_str).collect()
}
