//! What we could not read is never the agency's fault: findings about cells that were read with a doubt.
//!
//! What rests on such cells alone (blank, no number, a power that the agency does not have) is not checked, and says so.
//! A relation that does not hold, and what rests on other cells too, stays a finding, for it may be so all the same; but
//! it accuses nobody, and names the cells in doubt.

use crate::check::Outcome;
use crate::check::finding::doubted::{Doubted, Whose};
use crate::check::finding::{Finding, Unchecked, Violation, WhyUnchecked};
use crate::check::rule::{Severity, id};
use crate::report::Lean;

/// The case of DOC-07 for a row of which the document has no trace.
pub(in crate::check) const ABSENT: &str = "absent";

/// Takes the findings back that would blame an agency for our reading.
pub(in crate::check) fn take_back(report: &Lean, outcome: &mut Outcome) {
    if !report.cells.has_doubts() {
        return;
    }
    let Outcome { findings, unchecked } = outcome;
    findings.retain_mut(|finding| {
        let doubted = Doubted::of(Whose::Own, report, finding.cells.iter().copied());
        let Some(doubted) = doubted.filter(|_| finding.severity != Severity::Info) else { return true };
        if is_absent(finding) {
            // A row that is not there, for certain, has no numbers to be in doubt of.
        } else if is_of_labels(finding) {
            // Its words are the doubt already.
            finding.severity = finding.severity.min(Severity::Warning);
        } else if finding.sides().is_none() && finding.cells.iter().all(|&cell| report.cells.is_doubtful(cell)) {
            unite(unchecked, finding, doubted.cells);
            return false;
        } else {
            finding.doubt(doubted);
        }
        true
    });
}

/// A label that is worded otherwise is no number.
fn is_of_labels(finding: &Finding) -> bool {
    matches!(finding.what, Violation::Said(_)) && finding.rule.is(id::DOC_07)
}

/// Of a row of which the document has no trace.
fn is_absent(finding: &Finding) -> bool {
    let absent = || finding.rule.cases.get(ABSENT);
    is_of_labels(finding)
        && finding.said().zip(absent()).is_some_and(|(said, absent)| std::ptr::eq(said.wording, absent))
}

/// One entry for each rule, with all its cells.
fn unite(unchecked: &mut Vec<Unchecked>, finding: &Finding, cells: Vec<crate::form::Cell>) {
    let own = unchecked.iter_mut().find_map(|entry| match &mut entry.reason {
        WhyUnchecked::Doubtful(known) if std::ptr::eq(entry.rule, finding.rule) => Some(known),
        _ => None,
    });
    match own {
        Some(known) => known.extend(cells),
        None => unchecked.push(Unchecked { rule: finding.rule, place: None, reason: WhyUnchecked::Doubtful(cells) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{remark, report};
    use crate::check::{Basis, check_whole, check_years};
    use crate::form::Cell;
    use crate::report::{Report, Value, parse, to_json};
    use proptest::prelude::*;

    /// Every kind that reading can leave, whatever else it says.
    const KINDS: [&str; 24] = [
        "chosen-values",
        "unsettled-values",
        "too-few-values",
        "no-values",
        "doubtful-blank",
        "moved-values",
        "shifted-row",
        "unknown-columns",
        "merged-row",
        "row-not-found",
        "copies-differ",
        "glued-values",
        "order-by-sums",
        "struck-out",
        "raised-text",
        "faint-text",
        "covered-text",
        "spread-digits",
        "picture",
        "altered-label",
        "displaced-row",
        "column-order",
        "extra-value",
        "of-another-program",
    ];

    /// As it comes out of a file: only what the file says is known.
    fn loaded(report: &Report) -> Report {
        parse(to_json(report).as_bytes()).unwrap()
    }

    fn errors(report: &Report) -> Vec<(String, Vec<Cell>)> {
        let mut outcome = check_whole(report, &Basis::standard());
        let mut before = report.lean.clone();
        before.head.year -= 1;
        outcome.append(check_years(&report.lean, Some(&before), &Basis::standard()));
        let errors = outcome.findings.into_iter().filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| (finding.rule.id.to_string(), finding.cells)).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

        #[test]
        fn a_damaged_reading_accuses_nobody(
            kind in 0..KINDS.len(),
            rows in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
            what in 0..4_usize,
        ) {
            let mut report = report();
            let form = report.lean.form;
            let all: Vec<Cell> = form.cells().collect();
            let mut damaged = Vec::new();
            for row in rows {
                let spec = form.spec(all[row.index(all.len())]).unwrap();
                let cells: Vec<Cell> = form.tables[spec.table].cells_in_row(spec.row).collect();
                for &cell in &cells {
                    let value = [Value::Blank, Value::Missing, Value::Raw("5①"), Value::int(7)][what];
                    report.lean.cells.set(cell, value);
                    report.narrative.remarks.push(remark(KINDS[kind], form.id(cell), "疑"));
                }
                damaged.extend(cells);
            }
            let report = loaded(&report);
            // Of a label the number is not in doubt, and a row is only where it should not be: its faults are its own.
            prop_assume!(crate::report::Remark::doubts_value(&report.narrative.remarks[0]) || what < 2);
            for (rule, cells) in errors(&report) {
                prop_assert!(cells.iter().all(|cell| !damaged.contains(cell)), "{rule} for {}", KINDS[kind]);
            }
        }
    }

    #[test]
    fn a_table_whose_words_stand_somewhere_was_not_read() {
        let words = "申请人情况 自然人 商业企业 予以公开 部分公开";
        for (table, section, text) in [(1, 3, words), (1, 2, words), (2, 4, "结果维持 结果纠正 尚未审结")] {
            let mut report = report();
            let form = report.lean.form;
            form.cells_of(table).for_each(|cell| report.lean.cells.set(cell, Value::Missing));
            report.narrative.remarks.push(remark("table-not-found", "", "没有找到"));
            let own = report.narrative.sections.iter_mut().find(|own| own.number == section).unwrap();
            own.text = text.into();
            let found = errors(&loaded(&report));
            assert_eq!(found, [], "{text}");
        }
        // A table of which there is no trace is not there.
        let mut report = report();
        report.lean.form.cells_of(1).for_each(|cell| report.lean.cells.set(cell, Value::Missing));
        assert_eq!(errors(&loaded(&report)).len(), 1);
        report.narrative.remarks.push(remark("picture", "", "图片"));
        assert_eq!(errors(&loaded(&report)), [], "it may be in the picture");
    }

    #[test]
    fn what_is_blank_by_our_reading_is_unchecked_and_says_so() {
        let mut report = report();
        let cell = report.lean.form.cell("requests/granted/natural").unwrap();
        report.lean.cells.set(cell, Value::Blank);
        let rules = |report: &Report| -> Vec<String> {
            let outcome = check_whole(&loaded(report), &Basis::standard());
            outcome.findings.iter().filter(|f| f.cells.contains(&cell)).map(|f| f.rule.id.to_string()).collect()
        };
        assert_eq!(rules(&report), ["T3-05"]);
        report.narrative.remarks.push(remark("doubtful-blank", "requests/granted/natural", "疑"));
        assert_eq!(rules(&report), ["EXT-01"]);
        let outcome = check_whole(&loaded(&report), &Basis::standard());
        let said = |entry: &&Unchecked| matches!(&entry.reason, WhyUnchecked::Doubtful(cells) if cells.contains(&cell));
        assert_eq!(outcome.unchecked.iter().find(said).map(|entry| &*entry.rule.id), Some("T3-05"));
    }

    #[test]
    fn a_relation_that_does_not_hold_over_a_doubtful_number_is_to_be_confirmed() {
        let mut report = report();
        let id = "requests/granted/natural";
        report.lean.cells.set(report.lean.form.cell(id).unwrap(), Value::int(4));
        assert!(!errors(&loaded(&report)).is_empty());
        report.narrative.remarks.push(remark("struck-out", id, "疑"));
        assert_eq!(errors(&loaded(&report)), []);
        let outcome = check_whole(&loaded(&report), &Basis::standard());
        assert!(outcome.findings.iter().any(|finding| &*finding.rule.id == "T3-03"), "it is not silenced");
    }

    #[test]
    fn what_rests_on_sure_numbers_too_is_to_be_confirmed_and_names_the_doubt() {
        let mut report = report();
        let cells = ["issued", "in_force"].map(|column| format!("disclosure/regulations/{column}"));
        let cells = cells.map(|id| report.lean.form.cell(&id).unwrap());
        cells.iter().for_each(|&cell| report.lean.cells.set(cell, Value::int(1)));
        report.narrative.remarks.push(remark("chosen-values", "disclosure/regulations/issued", "疑"));
        let report = loaded(&report);
        let outcome = check_whole(&report, &Basis::standard());
        let finding = outcome.findings.iter().find(|finding| &*finding.rule.id == "T2-07").unwrap();
        assert_eq!((finding.severity, &finding.cells[..]), (Severity::Warning, &cells[..]));
        assert_eq!(finding.doubts.iter().flat_map(|doubted| &doubted.cells).collect::<Vec<_>>(), [&cells[0]]);
        let text = crate::check::message(report.lean.form, finding, &report.lean.cells, crate::words::Lang::En);
        assert!(text.contains("read with a doubt"), "{text}");
        assert!(outcome.unchecked.iter().all(|entry| &*entry.rule.id != "T2-07"));
    }
}
