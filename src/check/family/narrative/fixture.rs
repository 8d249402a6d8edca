//! Reports with a text and a few numbers, for the tests of what texts say.

use crate::check::{Basis, Outcome, check_whole};
use crate::form;
use crate::report::{Agency, Cells, Head, Lean, Narrative, Number, Report, SafeText, Section, Value};

/// A report of `agency` for 2024 in which every cell is zero but those given, short: `new`, `new/natural`,
/// `normative/issued`, `reconsideration/total`.
pub(in crate::check) fn report(agency: &str, section: u8, text: &str, cells: &[(&str, &str)]) -> Report {
    let form = form::newest();
    let mut all = Cells::missing(form);
    form.cells().for_each(|cell| all.set(cell, Value::int(0)));
    for (id, value) in cells {
        let candidates = [
            format!("requests/{id}/total"),
            format!("requests/{id}"),
            format!("disclosure/{id}"),
            format!("disputes/{id}"),
        ];
        let cell = candidates.iter().find_map(|id| form.cell(id)).unwrap_or_else(|| panic!("no cell {id}"));
        all.set(cell, Number::parse(value).map_or(Value::Raw(value), Value::Number));
    }
    let agency = Agency { name: SafeText::line(agency), ..Agency::default() };
    let head = Head { agency, year: 2024, version: None };
    let fee = "本年度发出信息处理费收费通知0件，总金额0元，实际收取0元。";
    let sections = (1..=6)
        .map(|number| Section {
            number,
            heading: SafeText::default(),
            text: SafeText::lines(if number == section {
                text
            } else if number == 6 {
                fee
            } else {
                ""
            }),
        })
        .collect();
    let narrative = Narrative { sections, ..Narrative::default() };
    Report { lean: Lean { head, form, cells: all, remarks: 0 }, narrative }
}

/// What the rules of the text and the fees raise, with the passages: each must be what the report says there.
pub(in crate::check) fn raised(report: &Report) -> Vec<(String, String)> {
    let outcome: Outcome = check_whole(report, &Basis::standard());
    let mut found = Vec::new();
    for finding in outcome.findings.iter().filter(|f| f.rule.id.starts_with("N-") || f.rule.id.starts_with("FEE-")) {
        for evidence in finding.evidence() {
            let section = report.narrative.sections.iter().find(|section| section.number == evidence.section);
            let text = section.map_or("", |section| section.text.as_str());
            let slice: String = text.chars().skip(evidence.start).take(evidence.end - evidence.start).collect();
            assert_eq!(SafeText::line(&slice), evidence.text);
            assert!(!slice.is_empty());
        }
        let first = finding.evidence().first().map(|evidence| evidence.text.to_string()).unwrap_or_default();
        found.push((finding.rule.id.to_string(), first));
    }
    found
}
