//! Whole documents on one line, with every kind of separator and with none: no wrong number without a remark on its
//! cell, and the text of the sections as it stood.

use proptest::prelude::*;

use super::properties::balanced;
use super::written::*;
use super::*;

/// A document on one line: between the cells of a row `cell`, between lines `line`.
fn joined(form: &Form, cell: &str, line: &str, value: impl Fn(&str) -> String) -> String {
    let text = written_of(form, Style::Tabs, value);
    let lines = text.lines().filter(|line| !line.is_empty());
    // The title stands on two lines, which are one.
    let mut lines: Vec<String> = lines.map(|line| line.replace('\t', cell)).collect();
    let year = lines.remove(1);
    lines[0] += &year;
    lines.join(line)
}

fn no_silent_wrong(form: &Form, text: &str, numbers: &[u32]) -> Result<Report, TestCaseError> {
    let report = read("a.txt", text.as_bytes());
    prop_assert!(report.is_ok(), "{text}");
    let report = report.unwrap();
    prop_assert_eq!(&*report.lean.form.edition, &*form.edition);
    for (cell, number) in form.cells().zip(numbers) {
        let found = report.lean.cells.get(cell);
        let right = found == Value::int(i64::from(*number));
        let said = report.narrative.remarks.iter().any(|remark| remark.cell.as_deref() == Some(form.id(cell)));
        prop_assert!(right || said, "{} {found:?} instead of {number}: {text}", form.id(cell));
    }
    Ok(report)
}

const SEPARATORS: [(&str, &str); 7] =
    [("", ""), (" ", ""), ("", " "), (" ", " "), ("|", "|"), (" | ", " | "), ("\u{3000}", "\u{3000}\u{3000}")];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_report_on_one_line_is_read_or_its_cells_are_in_doubt(
        numbers in prop::collection::vec(prop_oneof![4 => Just(0_u32), 3 => 0..12_u32, 1 => 0..3000_u32], 200),
        at in 0..SEPARATORS.len(),
        older in any::<bool>(),
        adds_up in any::<bool>(),
    ) {
        let form = form::edition(if older { "2019" } else { "2021" }).unwrap();
        let numbers = if adds_up { balanced(form, &numbers) } else { numbers };
        let (cell, line) = SEPARATORS[at];
        let text = joined(form, cell, line, |id| numbers[form.cell(id).unwrap().index()].to_string());
        let report = no_silent_wrong(form, &text, &numbers)?;
        prop_assert_eq!(report.narrative.sections.len(), 6, "{}", text);
        for section in [0, 4, 5] {
            prop_assert_eq!(report.narrative.sections[section].text.as_str(), "（一）有关情况。2023年，本机关公开信息 12 条，收到申请 5 件。");
        }
        if !cell.is_empty() && !line.is_empty() {
            let wrong = form.cells().zip(&numbers).find(|(cell, number)| report.lean.cells.get(*cell) != Value::int(i64::from(**number)));
            prop_assert!(wrong.is_none(), "{}", text);
            prop_assert!(kinds(&report).is_empty(), "{:?}", kinds(&report));
        }
    }
}
