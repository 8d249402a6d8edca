//! Reports made for tests, of any agency, year and text.

use crate::form;
use crate::report::{Agency, Cells, Head, Lean, Narrative, Report, SafeText, Section, Value};

use super::finding::{Evidence, Finding};
use super::{Basis, Outcome};

/// A report in which every cell is zero.
pub(super) fn zeros(name: &str, year: u16) -> Lean {
    let form = form::newest();
    let mut cells = Cells::missing(form);
    for cell in form.cells() {
        cells.set(cell, Value::int(0));
    }
    let agency = Agency { name: SafeText::line(name), ..Agency::default() };
    Lean { head: Head { agency, year, version: None }, form, cells, remarks: 0 }
}

/// Zeros but for these cells.
pub(super) fn lean(name: &str, year: u16, values: &[(&str, i64)]) -> Lean {
    let mut report = zeros(name, year);
    set(&mut report, values);
    report
}

pub(super) fn set(report: &mut Lean, values: &[(&str, i64)]) {
    for (id, value) in values {
        report.cells.set(report.form.cell(id).unwrap(), Value::int(*value));
    }
}

/// The same in a region.
pub(super) fn placed(mut report: Lean, region: &[&str]) -> Lean {
    report.head.agency.region = region.iter().map(|part| SafeText::line(part)).collect();
    report
}

/// A whole report with these sections.
pub(super) fn with_text(lean: Lean, sections: &[(u8, &str)]) -> Report {
    let section = |(number, text): &(u8, &str)| Section {
        number: *number,
        heading: SafeText::default(),
        text: SafeText::lines(text),
    };
    let narrative = Narrative { sections: sections.iter().map(section).collect(), ..Narrative::default() };
    Report { lean, narrative }
}

/// Rule ids of an outcome, in order.
pub(super) fn ids(outcome: &Outcome) -> Vec<&str> {
    outcome.findings.iter().map(|finding| &*finding.rule.id).collect()
}

/// The finding of a rule, if there is exactly one.
pub(super) fn only<'a>(outcome: &'a Outcome, rule: &str) -> Option<&'a Finding> {
    let mut found = outcome.findings.iter().filter(|finding| &*finding.rule.id == rule);
    found.next().filter(|_| found.next().is_none())
}

/// Every passage is what stands in the report at its place.
pub(super) fn shows(report: &Report, finding: &Finding) {
    for Evidence { section, start, end, text, .. } in finding.evidence().iter().filter(|one| one.report.is_none()) {
        let section = report.narrative.sections.iter().find(|one| one.number == *section).unwrap();
        let slice: String = section.text.chars().skip(*start).take(end - start).collect();
        assert_eq!(slice, text.as_str());
    }
}

/// The standard basis.
pub(super) fn basis() -> Basis<'static> {
    Basis::standard()
}
