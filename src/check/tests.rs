mod planted;

use crate::check::*;
use crate::form;
use crate::report::{Agency, Cells, Head, Number, SafeText, Value};
use crate::words::Lang;

/// A report in which every cell is zero.
fn zeros() -> Lean {
    let form = form::newest();
    let mut cells = Cells::missing(form);
    for cell in form.cells() {
        cells.set(cell, Value::int(0));
    }
    let agency = Agency { name: SafeText::line("甲县乙局"), ..Agency::default() };
    Lean { head: Head { agency, year: 2023, version: None }, form, cells, remarks: 0 }
}

fn with(values: &[(&str, Value<'_>)]) -> Lean {
    let mut report = zeros();
    for (id, value) in values {
        report.cells.set(report.form.cell(id).unwrap(), *value);
    }
    report
}

fn found(report: &Lean) -> Vec<(String, String)> {
    let place = |finding: &Finding| match &finding.what {
        Violation::Broken(broken) => broken.equation.place.to_string(),
        Violation::Faulty(_) | Violation::Said(_) => report.form.id(finding.cells[0]).to_owned(),
    };
    check(report, Profile::standard())
        .findings
        .iter()
        .map(|finding| (finding.rule.id.to_string(), place(finding)))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(rule, place)| ((*rule).to_owned(), (*place).to_owned())).collect()
}

const CONSISTENT: &[(&str, Value<'static>)] = &[
    ("requests/new/natural", Value::int(50)),
    ("requests/new/business", Value::int(1)),
    ("requests/new/total", Value::int(51)),
    ("requests/carried_in/natural", Value::int(2)),
    ("requests/carried_in/total", Value::int(2)),
    ("requests/granted/natural", Value::int(40)),
    ("requests/granted/total", Value::int(40)),
    ("requests/denied.secret/business", Value::int(1)),
    ("requests/denied.secret/total", Value::int(1)),
    ("requests/closed.other/natural", Value::int(9)),
    ("requests/closed.other/total", Value::int(9)),
    ("requests/handled/natural", Value::int(49)),
    ("requests/handled/business", Value::int(1)),
    ("requests/handled/total", Value::int(50)),
    ("requests/carried_out/natural", Value::int(3)),
    ("requests/carried_out/total", Value::int(3)),
    ("disputes/litigation_after/pending", Value::int(2)),
    ("disputes/litigation_after/total", Value::int(2)),
];

fn changed(changes: &[(&str, Value<'_>)]) -> Lean {
    let mut report = with(CONSISTENT);
    for (id, value) in changes {
        report.cells.set(report.form.cell(id).unwrap(), *value);
    }
    report
}

#[test]
fn a_consistent_report_has_no_findings_and_nothing_unchecked() {
    assert_eq!(check(&zeros(), Profile::standard()), Outcome::default());
    assert_eq!(check(&with(CONSISTENT), Profile::standard()), Outcome::default());
}

#[test]
fn a_wrong_total_of_new_requests_breaks_its_column_and_its_row() {
    let report = changed(&[("requests/new/total", Value::int(52))]);
    assert_eq!(found(&report), pairs(&[("T3-01", "requests/total"), ("T3-03", "requests/new")]));
    let outcome = check(&report, Profile::standard());
    let broken = outcome.findings[0].broken().unwrap();
    let sides = [broken.left, broken.right, broken.difference].map(|number| number.as_int().unwrap());
    assert_eq!(sides, [54, 53, 1]);
    let ids: Vec<&str> = outcome.findings[0].cells.iter().map(|&cell| report.form.id(cell)).collect();
    assert_eq!(
        ids,
        ["requests/new/total", "requests/carried_in/total", "requests/handled/total", "requests/carried_out/total"]
    );
}

#[test]
fn a_wrong_handled_breaks_three_relations() {
    let report = changed(&[("requests/handled/total", Value::int(49))]);
    assert_eq!(
        found(&report),
        pairs(&[("T3-01", "requests/total"), ("T3-02", "requests/total"), ("T3-03", "requests/handled")])
    );
}

#[test]
fn each_group_of_table_four_has_its_own_rule() {
    for (row, rule) in [("reconsideration", "T4-01"), ("litigation_direct", "T4-02"), ("litigation_after", "T4-03")] {
        let id = format!("disputes/{row}/corrected");
        let place = format!("disputes/{row}");
        assert_eq!(found(&changed(&[(&id, Value::int(5))])), pairs(&[(rule, &place)]));
        let total = format!("disputes/{row}/total");
        let all = Value::int(if rule == "T4-03" { 7 } else { 5 });
        assert_eq!(found(&changed(&[(&id, Value::int(5)), (&total, all)])), []);
    }
}

#[test]
fn faults_of_single_cells_are_told_apart() {
    let fine = Value::Number(Number::parse("0.12345").unwrap());
    let half = Value::Number(Number::parse("1.5").unwrap());
    for (id, value, rule) in [
        ("disclosure/penalties/decisions", Value::Blank, "T2-01"),
        ("disclosure/fees/amount", Value::Raw("/"), "T2-01"),
        ("disclosure/fees/amount", Value::Raw("约3万元"), "T2-02"),
        ("disclosure/normative/issued", Value::int(-1), "T2-03"),
        ("disclosure/licensing/decisions", half, "T2-04"),
        ("disclosure/fees/amount", fine, "T2-05"),
        ("requests/denied.secret/legal", Value::Raw("3件"), "T3-04"),
        ("requests/denied.secret/legal", Value::Raw("—"), "T3-05"),
        ("requests/denied.secret/legal", Value::Blank, "T3-05"),
        ("disputes/reconsideration/upheld", Value::Blank, "T4-04"),
    ] {
        assert_eq!(found(&with(&[(id, value)])), pairs(&[(rule, id)]), "{id} {value:?}");
    }
    let four = Value::Number(Number::parse("12.3456").unwrap());
    assert_eq!(found(&with(&[("disclosure/fees/amount", four)])), pairs(&[]));
    assert_eq!(found(&with(&[("disclosure/licensing/decisions", Value::int(5_000_000_000))])), pairs(&[]));
}

#[test]
fn blanks_are_one_finding_for_a_row_and_one_for_a_table() {
    let form = form::newest();
    let rows = |count: usize| -> Lean {
        let mut report = zeros();
        for cell in form.cells_of(1).filter(|cell| form.spec(*cell).unwrap().row < count) {
            report.cells.set(cell, Value::Blank);
        }
        report
    };
    for (count, findings) in [(1, vec![7]), (2, vec![7, 7]), (20, vec![140])] {
        let outcome = check(&rows(count), Profile::standard());
        let own: Vec<_> = outcome.findings.iter().filter(|finding| &*finding.rule.id == "T3-05").collect();
        assert_eq!(own.iter().map(|finding| finding.cells.len()).collect::<Vec<_>>(), findings);
        let text = message(form, own[0], &rows(count).cells, Lang::Zh);
        assert!(text.contains(&format!("{} 格没有填数", findings[0])), "{text}");
    }
}

#[test]
fn a_finding_about_blanks_keeps_its_name_however_many_cells_of_its_row_are_blank() {
    let name = |cells: &[&str], rule: &str| {
        let blank: Vec<_> = cells.iter().map(|id| (*id, Value::Blank)).collect();
        let outcome = check(&with(&blank), Profile::standard());
        let own: Vec<_> = outcome.findings.iter().filter(|finding| &*finding.rule.id == rule).collect();
        assert_eq!(own.len(), 1, "{cells:?}");
        own[0].fingerprint
    };
    let new = |rule, place| Fingerprint::new(&zeros().head, rule, place);
    for cells in [&["requests/new/legal"][..], &["requests/new/legal", "requests/new/other"], &["requests/new/total"]] {
        assert_eq!(name(cells, "T3-05"), new("T3-05", "requests/new"), "{cells:?}");
    }
    // In a row of one cell the number of blanks cannot change.
    let fee = "disclosure/fees/amount";
    assert_eq!(name(&[fee], "T2-01"), new("T2-01", fee));
    let rows = ["new", "carried_in", "granted", "partial", "handled"].map(|row| format!("requests/{row}/total"));
    let rows = rows.each_ref().map(String::as_str);
    assert_eq!(name(&rows[..4], "T3-05"), new("T3-05", "requests"));
    assert_eq!(name(&rows, "T3-05"), new("T3-05", "requests"));
}

#[test]
fn an_amount_with_its_unit_is_a_fault_only_where_the_form_has_one() {
    let raw = |form: &'static form::Form, id: &str| {
        let mut report = Lean { cells: Cells::missing(form), form, ..zeros() };
        form.cells().for_each(|cell| report.cells.set(cell, Value::int(0)));
        report.cells.set(form.cell(id).unwrap(), Value::Raw("37.2万元"));
        check(&report, Profile::standard()).findings.iter().filter(|f| &*f.rule.id == "T2-02").count()
    };
    let trial = form::edition("2019").unwrap();
    assert_eq!(raw(trial, "disclosure/procurement/amount"), 0);
    assert_eq!(raw(trial, "disclosure/procurement/items"), 1);
    assert_eq!(raw(form::newest(), "disclosure/fees/amount"), 1);
}

#[test]
fn a_blank_of_table_four_is_a_warning_and_a_negative_an_error() {
    let severity =
        |value| check(&with(&[("disputes/reconsideration/other", value)]), Profile::standard()).findings[0].severity;
    assert_eq!(severity(Value::Blank), Severity::Warning);
    let report =
        with(&[("disputes/reconsideration/other", Value::int(-1)), ("disputes/reconsideration/total", Value::int(-1))]);
    let outcome = check(&report, Profile::standard());
    assert!(outcome.findings.iter().all(|f| &*f.rule.id == "T4-04" && f.severity == Severity::Error));
    assert_eq!(outcome.findings.len(), 2);
}

#[test]
fn an_equation_with_a_blank_is_unchecked_and_not_broken() {
    let report = changed(&[("requests/granted/natural", Value::Blank)]);
    let outcome = check(&report, Profile::standard());
    assert_eq!(found(&report), pairs(&[("T3-05", "requests/granted/natural")]));
    let unchecked: Vec<(&str, Option<&str>)> =
        outcome.unchecked.iter().map(|entry| (&*entry.rule.id, entry.place.as_deref())).collect();
    assert_eq!(unchecked, [("T3-02", Some("requests/natural")), ("T3-03", Some("requests/granted"))]);
    let cell = report.form.cell("requests/granted/natural").unwrap();
    assert!(outcome.unchecked.iter().all(|entry| entry.reason == WhyUnchecked::NoNumber(vec![cell])));
}

#[test]
fn a_missing_table_is_unchecked_once_per_rule() {
    let mut report = zeros();
    for cell in report.form.cells_of(1) {
        report.cells.set(cell, Value::Missing);
    }
    let outcome = check(&report, Profile::standard());
    assert_eq!(outcome.findings, []);
    assert_eq!(outcome.unchecked.len(), 5);
    assert!(outcome.unchecked.iter().all(|entry| entry.reason == WhyUnchecked::NoTable(1) && entry.place.is_none()));
}

#[test]
fn a_missing_row_leaves_its_equations_unchecked() {
    let mut report = zeros();
    let row: Vec<_> = report.form.tables[1].cells_in_row(5).collect();
    for cell in row {
        report.cells.set(cell, Value::Missing);
    }
    let rules: Vec<String> =
        check(&report, Profile::standard()).unchecked.iter().map(|entry| entry.rule.id.to_string()).collect();
    assert_eq!(rules.iter().filter(|rule| *rule == "T3-02").count(), 7);
    assert_eq!(rules.iter().filter(|rule| *rule == "T3-03").count(), 1);
    assert!(rules.contains(&"T3-04".to_owned()) && rules.contains(&"T3-05".to_owned()));
}

#[test]
fn huge_and_fractional_numbers_are_added_exactly() {
    let big = Value::int(999_999_999_999_999_999);
    let report = with(&[("requests/new/natural", big), ("requests/new/total", big)]);
    let broken: Vec<_> =
        check(&report, Profile::standard()).findings.iter().map(|f| f.broken().unwrap().difference).collect();
    assert_eq!(broken.len(), 2);
    assert!(broken.iter().all(|difference| *difference == Number::int(999_999_999_999_999_999)));

    let tenth = |text| Value::Number(Number::parse(text).unwrap());
    let report = with(&[
        ("disputes/reconsideration/upheld", tenth("0.1")),
        ("disputes/reconsideration/other", tenth("0.2")),
        ("disputes/reconsideration/total", tenth("0.3")),
    ]);
    assert!(check(&report, Profile::standard()).findings.iter().all(|finding| &*finding.rule.id == "T4-04"));
}

#[test]
fn messages_name_the_place_both_sides_and_the_difference() {
    let report = changed(&[("requests/handled/total", Value::int(49))]);
    let outcome = check(&report, Profile::standard());
    let text = |index: usize, lang| message(report.form, &outcome.findings[index], &report.cells, lang);
    assert_eq!(
        text(0, Lang::Zh),
        "总计：一、本年新收 51 ＋ 二、上年结转 2 ＝ 53 ≠ （七）总计 49 ＋ 四、结转下年 3 ＝ 52，差 1"
    );
    assert_eq!(
        text(1, Lang::Zh),
        "总计：（七）总计 49 ≠ （一）予以公开 40 ＋ （三）1.国家秘密 1 ＋ （六）3.其他 9 ＝ 50，差 -1"
    );
    assert_eq!(text(2, Lang::En), "Total handled: total 49 ≠ natural 49 + business 1 = 50, difference -1");
    let blank = with(&[("requests/new/legal", Value::Blank)]);
    let finding = &check(&blank, Profile::standard()).findings[0];
    assert_eq!(message(blank.form, finding, &blank.cells, Lang::Zh), "一、本年新收·法律：没有填数（空）");
}

#[test]
fn reasons_name_the_first_cells_and_count_the_rest() {
    let form = form::newest();
    let cells: Vec<_> = form.cells_of(0).collect();
    assert_eq!(reason(form, &WhyUnchecked::NoTable(0), Lang::Zh), "没有读到表二");
    assert_eq!(
        reason(form, &WhyUnchecked::Missing(cells), Lang::Zh),
        "缺少单元格：规章·制发、规章·废止、规章·有效、行政规范性文件·制发 等 10 个"
    );
}

#[test]
fn a_report_in_the_trial_form_is_checked_by_its_own_equations() {
    let form = form::edition("2019").unwrap();
    let mut report = zeros();
    report.form = form;
    report.cells = Cells::missing(form);
    for cell in form.cells() {
        report.cells.set(cell, Value::int(0));
    }
    let set = |report: &mut Lean, id: &str, value: i64| report.cells.set(form.cell(id).unwrap(), Value::int(value));
    // A change may be negative, a count may not.
    set(&mut report, "disclosure/licensing/change", -11);
    assert_eq!(found(&report), []);
    set(&mut report, "disclosure/licensing/decisions", -11);
    assert_eq!(found(&report), pairs(&[("T2-03", "disclosure/licensing/decisions")]));
    set(&mut report, "disclosure/licensing/decisions", 0);
    // （六） is one row: it counts for the total.
    for id in ["new/natural", "new/total", "closed/natural", "closed/total", "handled/natural"] {
        set(&mut report, &format!("requests/{id}"), 4);
    }
    let outcome = check(&report, Profile::standard());
    let places = [("T3-01", "requests/total"), ("T3-02", "requests/total"), ("T3-03", "requests/handled")];
    assert_eq!(found(&report), pairs(&places));
    let blocks = localise::localise(&report, &outcome, &localise::KnownCells::NONE);
    assert_eq!(blocks.len(), 1);
    let common: Vec<&str> = blocks[0].common.iter().map(|cell| form.id(*cell)).collect();
    assert_eq!(common, ["requests/handled/total"]);
}
