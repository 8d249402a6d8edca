//! One real report in three formats of office programs, and the blank form: the same cells out of each.

use std::path::PathBuf;

use gouji::read::read;
use gouji::report::{Report, Value};

const SAMPLES: &str = "../shared/samples/documents";
/// The name the report was published under; the samples' own names tell no agency.
const NAME: &str = "淮安市人民政府2024年政府信息公开工作年度报告";

fn sample(file: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(SAMPLES).join(file);
    match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(_) => {
            println!("skipped: no sample at {}", path.display());
            None
        }
    }
}

fn number(report: &Report, id: &str) -> i64 {
    match report.lean.cells.get(report.lean.form.cell(id).unwrap()) {
        Value::Number(number) => number.to_string().parse().unwrap(),
        other => panic!("{id}: {other:?}"),
    }
}

fn kinds(report: &Report) -> Vec<&str> {
    report.narrative.remarks.iter().filter(|remark| !remark.again).map(|remark| remark.kind.as_str()).collect()
}

/// What is known of this report from its published page.
fn check_figures(report: &Report) {
    let form = report.lean.form;
    assert_eq!((report.lean.head.agency.name.as_str(), report.lean.head.year), ("淮安市人民政府", 2024));
    assert_eq!(form.cells().count(), 200);
    assert!(form.cells().all(|cell| matches!(report.lean.cells.get(cell), Value::Number(_))));
    let total = |row: &str| number(report, &format!("requests/{row}/total"));
    assert_eq!([total("new"), total("carried_in"), total("handled"), total("carried_out")], [3119, 34, 3050, 103]);
    for column in ["natural", "business", "research", "welfare", "legal", "other", "total"] {
        let at = |row: &str| number(report, &format!("requests/{row}/{column}"));
        assert_eq!(at("new") + at("carried_in"), at("handled") + at("carried_out"), "{column}");
    }
    let fees = form.cell("disclosure/fees/amount").unwrap();
    assert!(matches!(report.lean.cells.get(fees), Value::Number(number) if number.to_string() == "96171.6"));
}

#[test]
fn the_same_report_in_every_format_has_the_same_cells() {
    let mut reports = Vec::new();
    for ending in ["docx", "doc", "xlsx"] {
        let Some(bytes) = sample(&format!("huaian-2024.{ending}")) else { continue };
        let report = read(&format!("{NAME}.{ending}"), &bytes).unwrap();
        assert_eq!(report.narrative.source.as_ref().unwrap().format.as_deref(), Some(ending));
        check_figures(&report);
        reports.push((ending, report));
    }
    let Some(((_, first), others)) = reports.split_first() else { return };
    for (ending, other) in others {
        for cell in first.lean.form.cells() {
            let id = first.lean.form.id(cell);
            assert_eq!(first.lean.cells.get(cell), other.lean.cells.get(cell), "{ending} {id}");
        }
    }
}

#[test]
fn documents_leave_no_doubt_and_a_workbook_only_what_it_lacks() {
    for ending in ["docx", "doc"] {
        let Some(bytes) = sample(&format!("huaian-2024.{ending}")) else { continue };
        let report = read(&format!("huaian-2024.{ending}"), &bytes).unwrap();
        assert!(kinds(&report).is_empty(), "{ending}: {:?}", kinds(&report));
        assert_eq!(report.narrative.sections.iter().map(|s| s.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    }
    let Some(bytes) = sample("huaian-2024.xlsx") else { return };
    let nameless = read("huaian-2024.xlsx", &bytes).unwrap();
    assert!(nameless.lean.head.agency.name.is_empty(), "the sheets hold tables only");
    let report = read(&format!("{NAME}.xlsx"), &bytes).unwrap();
    let mut found = kinds(&report);
    found.dedup();
    assert_eq!(found, ["section-not-found", "year-doubt", "agency-doubt"]);
}

#[test]
fn a_name_that_is_wrong_does_no_harm() {
    let Some(bytes) = sample("huaian-2024.docx") else { return };
    for name in ["年报.doc", "年报.xls", "年报.pdf", "年报.txt", "年报"] {
        check_figures(&read(name, &bytes).unwrap());
    }
}

#[test]
fn the_blank_form_is_blank_and_never_zero() {
    let Some(bytes) = sample("blank-form-2021.docx") else { return };
    assert!(read("blank-form-2021.docx", &bytes).unwrap().lean.head.agency.name.is_empty());
    let report = read("临江县示例局2024年政府信息公开工作年度报告.docx", &bytes).unwrap();
    let form = report.lean.form;
    let values = |table: &str| -> Vec<Value<'_>> {
        let cells = form.cells().filter(|cell| form.id(*cell).starts_with(table));
        cells.map(|cell| report.lean.cells.get(cell)).collect()
    };
    for table in ["disclosure/", "requests/", "disputes/"] {
        assert!(values(table).iter().all(|value| *value == Value::Blank), "{table}");
    }
}
