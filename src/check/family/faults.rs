//! Faults of single cells: blank, not a number, negative, with decimals.

use crate::check::Outcome;
use crate::check::finding::doubted::Doubts;
use crate::check::finding::{Finding, Fingerprint, Unchecked, Violation, WhyUnchecked};
use crate::check::profile::Profile;
use crate::check::rule::{Fault, Rule, Severity};
use crate::form::{Cell, Form, Unit};
use crate::report::{Lean, Number, Value};

/// The edition of the trial form.
const TRIAL: &str = "2019";
/// Blanks in more rows than this are one cause: the table was not filled in.
const MANY_ROWS: usize = 3;
/// An amount in 万元 with four places is whole yuan.
const YUAN_PLACES: u8 = 4;

/// Looks for the rule's faults in every cell of its table.
pub(in crate::check) fn check(
    rule: &'static Rule,
    table: usize,
    report: &Lean,
    profile: &Profile,
    outcome: &mut Outcome,
) {
    let mut missing: Vec<Cell> = Vec::new();
    let mut blanks: Vec<(Cell, Severity)> = Vec::new();
    // Nothing is wrong with a whole number that is not below zero.
    for cell in report.form.cells_of(table).filter(|cell| !report.cells.is_count(*cell)) {
        let value = report.cells.get(cell);
        if value == Value::Missing {
            missing.push(cell);
            continue;
        }
        let unit = report.form.spec(cell).map_or(Unit::Count, |spec| spec.unit);
        for test in rule.cells.iter().filter(|test| has(test.fault, value, unit)) {
            let Some(severity) = profile.level(rule, test.level) else { continue };
            if test.fault == Fault::Blank {
                blanks.push((cell, severity));
                continue;
            }
            if test.fault == Fault::NotANumber && has_its_unit(value, unit, report.form) {
                continue;
            }
            outcome.findings.push(Finding {
                rule,
                severity,
                table: Some(table),
                cells: vec![cell],
                what: Violation::Faulty(test.fault),
                doubts: Doubts::default(),
                fingerprint: Fingerprint::new(&report.head, &rule.id, report.form.id(cell)),
            });
        }
    }
    outcome.findings.extend(of_blanks(rule, table, report, &blanks));
    if !missing.is_empty() {
        outcome.unchecked.push(Unchecked { rule, place: None, reason: WhyUnchecked::Missing(missing) });
    }
}

/// One finding for the blanks of a row, or for those of a table where they are in many rows: one cause each. Those that
/// are our own doubt stay apart, for they are not checked.
fn of_blanks(rule: &'static Rule, table: usize, report: &Lean, blanks: &[(Cell, Severity)]) -> Vec<Finding> {
    let row_of = |cell: Cell| report.form.spec(cell).map_or(0, |spec| spec.row);
    let mut findings = Vec::new();
    for doubtful in [false, true] {
        let own: Vec<_> =
            blanks.iter().filter(|(cell, _)| report.cells.is_doubtful(*cell) == doubtful).copied().collect();
        let mut rows: Vec<&[(Cell, Severity)]> = own.chunk_by(|a, b| row_of(a.0) == row_of(b.0)).collect();
        if rows.len() > MANY_ROWS {
            rows = vec![&own];
        }
        for row in rows {
            let Some(&(first, severity)) = row.first() else { continue };
            let is_one_row = row.last().is_none_or(|last| row_of(first) == row_of(last.0));
            let place = if is_one_row { place_in_row(report.form, first) } else { table_id(report.form, table) };
            findings.push(Finding {
                rule,
                severity,
                table: Some(table),
                cells: row.iter().map(|(cell, _)| *cell).collect(),
                what: Violation::Faulty(Fault::Blank),
                doubts: Doubts::default(),
                fingerprint: Fingerprint::new(&report.head, &rule.id, place),
            });
        }
    }
    findings
}

/// What the finding about the blanks of a row is named by, however many of its cells are blank: a verdict stays when one
/// more is, or one less. A row of one cell is named by that.
fn place_in_row(form: &Form, cell: Cell) -> &str {
    let (id, spec) = (form.id(cell), form.spec(cell));
    let table = spec.and_then(|spec| form.tables.get(spec.table));
    let has_more = spec.zip(table).is_some_and(|(spec, table)| table.cells_in_row(spec.row).nth(1).is_some());
    let row = id.rsplit_once('/').filter(|_| has_more);
    row.map_or(id, |(row, _)| row)
}

/// A table that was not filled in is another matter than a row of it: a verdict on a row is never widened to that.
fn table_id(form: &Form, table: usize) -> &str {
    form.tables.get(table).map_or("", |table| &table.id)
}

/// What things are counted in.
const COUNTED: [&str; 8] = ["件", "个", "项", "笔", "次", "批", "宗", "条"];

/// The trial form has amounts and counts without saying in what: there a number with its unit is as it should be.
fn has_its_unit(value: Value<'_>, unit: Unit, form: &Form) -> bool {
    let Value::Raw(text) = value else { return false };
    let units: &[&str] = if unit == Unit::Count { &COUNTED } else { &["亿元", "万元", "元"] };
    let number = units.iter().find_map(|unit| text.trim().strip_suffix(unit));
    let number = number.and_then(|number| Number::parse(number.trim()));
    &*form.edition == TRIAL && number.is_some()
}

fn has(fault: Fault, value: Value<'_>, unit: Unit) -> bool {
    match (fault, value) {
        (Fault::Blank, _) => value.is_blank_mark(),
        (Fault::NotANumber, Value::Raw(_)) => !value.is_blank_mark(),
        (Fault::Negative, Value::Number(number)) => unit != Unit::Change && number.is_negative(),
        (Fault::NotWhole, Value::Number(number)) => matches!(unit, Unit::Count | Unit::Change) && number.decimals() > 0,
        (Fault::TooFine, Value::Number(number)) => unit == Unit::WanYuan && number.decimals() > YUAN_PLACES,
        _ => false,
    }
}
