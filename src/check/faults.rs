//! Faults of single cells: blank, not a number, negative, with decimals.

use crate::form::{Cell, Unit};
use crate::report::{Lean, Value};

use super::Outcome;
use super::finding::{Finding, Fingerprint, Reason, Unchecked, What};
use super::profile::Profile;
use super::rule::{Fault, Rule};

/// An amount in 万元 with four places is whole yuan.
const YUAN_PLACES: u8 = 4;

/// Looks for the rule's faults in every cell of its table.
pub(super) fn check(rule: &'static Rule, table: usize, report: &Lean, profile: &Profile, outcome: &mut Outcome) {
    let mut missing: Vec<Cell> = Vec::new();
    for cell in report.form.cells_of(table) {
        let value = report.cells.get(cell);
        if value == Value::Missing {
            missing.push(cell);
            continue;
        }
        let unit = report.form.spec(cell).map_or(Unit::Count, |spec| spec.unit);
        for test in rule.cells.iter().filter(|test| has(test.fault, value, unit)) {
            let Some(severity) = profile.level(rule, test.level) else { continue };
            outcome.findings.push(Finding {
                rule,
                severity,
                table: Some(table),
                cells: vec![cell],
                what: What::Faulty(test.fault),
                fingerprint: Fingerprint::new(&report.head, &rule.id, report.form.id(cell)),
            });
        }
    }
    if !missing.is_empty() {
        outcome.unchecked.push(Unchecked { rule, place: None, reason: Reason::Missing(missing) });
    }
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
