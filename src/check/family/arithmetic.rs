//! The 勾稽关系: exact sums, never floating point.

use crate::check::Outcome;
use crate::check::finding::doubted::Doubts;
use crate::check::finding::{Broken, Finding, Fingerprint, Unchecked, Violation, WhyUnchecked};
use crate::check::rule::{Rule, Severity};
use crate::form::{Cell, Equation};
use crate::report::{Cells, Lean, Value};

/// Evaluates the form's equations of one rule.
pub(in crate::check) fn check(rule: &'static Rule, level: Severity, report: &Lean, outcome: &mut Outcome) {
    for equation in report.form.equations.iter().filter(|equation| equation.rule == rule.id) {
        match evaluate(equation, &report.cells) {
            Ok(None) => {}
            Ok(Some(broken)) => outcome.findings.push(Finding {
                rule,
                severity: level,
                table: Some(equation.table),
                cells: equation.cells().collect(),
                what: Violation::Broken(broken),
                doubts: Doubts::default(),
                fingerprint: Fingerprint::new(&report.head, &rule.id, &equation.place),
            }),
            Err(reason) => {
                outcome.unchecked.push(Unchecked { rule, place: Some(equation.place.clone()), reason });
            }
        }
    }
}

/// `None` where the equation holds.
fn evaluate(equation: &'static Equation, cells: &Cells) -> Result<Option<Broken>, WhyUnchecked> {
    let (Some(left), Some(right)) = (cells.sum(&equation.left), cells.sum(&equation.right)) else {
        return Err(obstacle(equation, cells));
    };
    if left == right {
        return Ok(None);
    }
    let difference = left.checked_sub(right).ok_or(WhyUnchecked::Overflow)?;
    Ok(Some(Broken { equation, left, right, difference }))
}

/// Why the sums could not be formed.
fn obstacle(equation: &Equation, cells: &Cells) -> WhyUnchecked {
    let missing: Vec<Cell> = equation.cells().filter(|&cell| cells.get(cell) == Value::Missing).collect();
    if !missing.is_empty() {
        return WhyUnchecked::Missing(missing);
    }
    let others: Vec<Cell> = equation.cells().filter(|&cell| cells.get(cell).number().is_none()).collect();
    if others.is_empty() { WhyUnchecked::Overflow } else { WhyUnchecked::NoNumber(others) }
}
