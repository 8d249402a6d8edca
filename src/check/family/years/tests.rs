use crate::check::fixture::lean::{basis, ids, lean, only, set, shows, with_text, zeros};
use crate::check::{Facts, Outcome, RuleId, Severity, Whose, WhyUnchecked, check_years, check_years_text, message};
use crate::form;
use crate::report::{Cells, Lean, Number, Value};
use crate::words::Lang;

const NAME: &str = "甲县乙局";

/// This year and last year with these numbers.
fn years(now: &[(&str, i64)], before: &[(&str, i64)]) -> Outcome {
    let outcome = check_years(&lean(NAME, 2023, now), Some(&lean(NAME, 2022, before)), &basis());
    for finding in &outcome.findings {
        let report = lean(NAME, 2023, now);
        for lang in [Lang::Zh, Lang::En] {
            assert!(!message(report.form, finding, &report.cells, lang).contains('{'), "{}", finding.rule.id);
        }
    }
    outcome
}

fn raised(now: &[(&str, i64)], before: &[(&str, i64)]) -> Vec<String> {
    ids(&years(now, before)).into_iter().map(str::to_owned).collect()
}

#[test]
fn the_same_zeros_raise_nothing() {
    assert_eq!(years(&[], &[]), Outcome::default());
}

#[test]
fn without_last_year_every_rule_says_so_once() {
    for before in [None, Some(zeros(NAME, 2021)), Some(zeros(NAME, 2023))] {
        let outcome = check_years(&zeros(NAME, 2023), before.as_ref(), &basis());
        assert_eq!(outcome.findings, []);
        let rules: Vec<&str> = outcome.unchecked.iter().map(|entry| &*entry.rule.id).collect();
        assert_eq!(rules, super::BY_NUMBERS.map(RuleId::as_str));
    }
    let report = with_text(zeros(NAME, 2023), &[]);
    let rules: Vec<String> = check_years_text(&Facts::of(&report, &basis()), None)
        .unchecked
        .iter()
        .map(|entry| entry.rule.id.to_string())
        .collect();
    assert_eq!(rules, super::BY_WORDS.map(RuleId::as_str));
}

#[test]
fn carry_over_is_checked_column_by_column_and_names_both_years() {
    let before = [("requests/carried_out/natural", 5), ("requests/carried_out/total", 5)];
    let outcome = years(&[("requests/carried_in/natural", 4), ("requests/carried_in/total", 5)], &before);
    let finding = only(&outcome, "Y-01").unwrap();
    let report = zeros(NAME, 2023);
    assert_eq!(report.form.id(finding.cells[0]), "requests/carried_in/natural");
    assert_eq!(finding.sides(), Some((Number::int(4), Number::int(5))));
    assert_eq!(
        message(report.form, finding, &report.cells, Lang::Zh),
        "自然人：2023 年“上年结转” 4 ≠ 2022 年“结转下年度” 5，差 -1"
    );
    assert_eq!(raised(&[], &before), ["Y-01", "Y-01"]);
}

#[test]
fn a_blank_is_unchecked_and_not_different() {
    let mut now = zeros(NAME, 2023);
    let cell = now.form.cell("requests/carried_in/legal").unwrap();
    now.cells.set(cell, Value::Blank);
    let outcome = check_years(&now, Some(&zeros(NAME, 2022)), &basis());
    assert_eq!(outcome.findings, []);
    assert_eq!(outcome.unchecked.len(), 1);
    assert_eq!(outcome.unchecked[0].reason, WhyUnchecked::NoNumber(vec![cell]));
}

/// Suqian 2023: 597 + 50 − 227 = 420, 11 + 2 − 1 = 12.
#[test]
fn stock_and_flow_of_a_real_city_hold() {
    let now = [
        ("disclosure/normative/issued", 50),
        ("disclosure/normative/repealed", 227),
        ("disclosure/normative/in_force", 420),
        ("disclosure/regulations/issued", 2),
        ("disclosure/regulations/repealed", 1),
        ("disclosure/regulations/in_force", 12),
    ];
    let before = |normative| [("disclosure/normative/in_force", normative), ("disclosure/regulations/in_force", 11)];
    assert_eq!(raised(&now, &before(597)), [""; 0]);
    let outcome = years(&now, &before(598));
    let finding = only(&outcome, "Y-02").unwrap();
    assert_eq!(finding.sides(), Some((Number::int(420), Number::int(421))));
    assert_eq!(finding.cells.len(), 3);
}

#[test]
fn more_repealed_than_there_was_is_an_error() {
    let repealed = |count| years(&[("disclosure/normative/repealed", count)], &[("disclosure/normative/in_force", 3)]);
    assert!(only(&repealed(4), "T2-09").is_some());
    assert!(only(&repealed(3), "T2-09").is_none());
}

#[test]
fn changes_count_from_a_base() {
    let id = "disclosure/penalties/decisions";
    assert_eq!(raised(&[(id, 51)], &[(id, 10)]), ["Y-03"]);
    assert_eq!(raised(&[(id, 50)], &[(id, 10)]), [""; 0]);
    assert_eq!(raised(&[(id, 51)], &[(id, 9)]), [""; 0]);
    assert_eq!(raised(&[(id, 19)], &[(id, 100)]), ["Y-03"]);
    assert_eq!(raised(&[(id, 20)], &[(id, 100)]), [""; 0]);
    assert_eq!(raised(&[(id, 0)], &[(id, 1)]), ["Y-04"]);
    assert_eq!(raised(&[(id, 1)], &[(id, 0)]), [""; 0]);
}

#[test]
fn a_fee_a_hundred_times_as_high_is_a_unit() {
    let id = "disclosure/fees/amount";
    let fee = |text: &str, year| {
        let mut report = zeros(NAME, year);
        let cell = report.form.cell(id).unwrap();
        report.cells.set(cell, Value::Number(Number::parse(text).unwrap()));
        report
    };
    let raised = |now: &str, before: &str| {
        let outcome = check_years(&fee(now, 2023), Some(&fee(before, 2022)), &basis());
        ids(&outcome).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(raised("1250.0000", "12.5000"), ["T2-06"]);
    assert_eq!(raised("0.1250", "12.5000"), ["T2-06"]);
    assert_eq!(raised("0.1251", "12.5000"), ["Y-03"]);
    assert_eq!(raised("13.5000", "12.5000"), [""; 0]);
    assert_eq!(raised("0", "0.5000"), ["Y-04"]);
}

#[test]
fn an_empty_table_after_a_year_with_requests_is_asked_after() {
    assert_eq!(raised(&[], &[("requests/new/total", 3)]), ["T3-15"]);
    assert_eq!(raised(&[], &[("requests/new/total", 2)]), [""; 0]);
    assert_eq!(raised(&[("requests/granted/total", 1)], &[("requests/new/total", 3)]), [""; 0]);
}

#[test]
fn disputes_flow_from_year_to_year() {
    let pending = [("disputes/reconsideration/pending", 2), ("disputes/reconsideration/total", 2)];
    assert_eq!(raised(&[("disputes/reconsideration/upheld", 1)], &pending), ["Y-05"]);
    assert_eq!(raised(&[("disputes/reconsideration/upheld", 2)], &pending), [""; 0]);
    let suit = [("disputes/litigation_after/total", 3), ("requests/new/total", 9)];
    let now = [suit[0], suit[1], ("requests/handled/total", 9)];
    assert_eq!(raised(&now, &[("disputes/reconsideration/total", 2)]), ["T4-06"]);
    assert_eq!(raised(&now, &[("disputes/reconsideration/total", 3)]), [""; 0]);
    let many = [("disputes/reconsideration/total", 3), ("requests/new/total", 2), ("requests/handled/total", 1)];
    assert_eq!(raised(&many, &[("requests/handled/total", 1)]), ["T4-09"]);
    assert_eq!(raised(&many, &[("requests/handled/total", 2)]), [""; 0]);
}

/// Eleven cells that are not zero; nothing is carried over.
const BUSY: [(&str, i64); 11] = [
    ("disclosure/penalties/decisions", 12),
    ("requests/new/natural", 30),
    ("requests/new/business", 4),
    ("requests/new/total", 34),
    ("requests/granted/natural", 30),
    ("requests/granted/business", 3),
    ("requests/granted/total", 33),
    ("requests/partial/business", 1),
    ("requests/partial/total", 1),
    ("requests/handled/natural", 30),
    ("requests/handled/business", 4),
];

#[test]
fn the_same_numbers_again_are_an_error_unless_they_are_few() {
    assert_eq!(raised(&BUSY, &BUSY), ["Y-07"]);
    assert_eq!(raised(&BUSY[..4], &BUSY[..4]), [""; 0]);
    let mut other = BUSY;
    other[0].1 = 13;
    assert_eq!(raised(&other, &BUSY), ["T3-16"]);
    other[1].1 = 31;
    assert_eq!(raised(&other, &BUSY), [""; 0]);
}

#[test]
fn another_edition_has_no_stock_to_carry_on() {
    let Some(form) = form::edition("2019") else { return };
    let mut cells = Cells::missing(form);
    for cell in form.cells() {
        cells.set(cell, Value::int(0));
    }
    let before = Lean { form, cells, ..zeros(NAME, 2020) };
    let mut now = zeros(NAME, 2021);
    set(&mut now, &[("disclosure/normative/in_force", 9)]);
    let outcome = check_years(&now, Some(&before), &basis());
    assert_eq!(ids(&outcome), ["Y-08"]);
    let unchecked: Vec<_> = outcome.unchecked.iter().map(|entry| (&*entry.rule.id, &entry.reason)).collect();
    assert_eq!(unchecked, [("Y-02", &WhyUnchecked::OtherEdition)]);
}

fn by_text(now: &[(u8, &str)], before: &[(u8, &str)]) -> Vec<String> {
    let last = lean(NAME, 2022, &[("requests/new/total", 12), ("requests/carried_in/total", 1)]);
    let (report, before) = (with_text(lean(NAME, 2023, &[]), now), with_text(last, before));
    let outcome = check_years_text(&Facts::of(&report, &basis()), Some(&before.lean));
    for finding in &outcome.findings {
        assert!(!finding.evidence().is_empty());
        shows(&report, finding);
    }
    ids(&outcome).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_quoted_number_is_held_against_last_years_report() {
    let says = |text| by_text(&[(1, text)], &[]);
    assert_eq!(says("2022年收到申请14件，今年有增加。"), ["Y-06"]);
    assert_eq!(says("2022年收到申请12件。"), [""; 0]);
    assert_eq!(says("2022年收到申请13件。"), [""; 0]);
    assert_eq!(says("上年结转申请14件。"), [""; 0]);
    assert_eq!(says("今年收到申请14件，2022年有所不同。"), [""; 0]);
    assert_eq!(says("收到申请14件，比2022年收到申请增加2件。"), [""; 0]);
    assert_eq!(says("收到政府信息公开申请15件，比上年的14件增加1件。"), ["Y-06"]);
    assert_eq!(says("收到政府信息公开申请15件，比上年的12件增加3件。"), [""; 0]);
    assert_eq!(says("收到政府信息公开申请15件，比2020年的14件增加1件。"), [""; 0]);
    assert_eq!(says("收到政府信息公开申请15件，比上年上半年的7件增加8件。"), [""; 0]);
}

/// The same report, with every number read with a doubt.
fn doubted(mut report: Lean) -> Lean {
    report.form.cells().for_each(|cell| report.cells.doubt(cell));
    report
}

type Numbers = Vec<(&'static str, i64)>;

/// Numbers of both years on which each of the rules speaks.
fn scenes() -> Vec<(&'static str, Numbers, Numbers)> {
    let mut other = BUSY.to_vec();
    other[0].1 = 13;
    let suits = ("disputes/litigation_after/total", 3);
    vec![
        ("T2-06", vec![("disclosure/fees/amount", 300)], vec![("disclosure/fees/amount", 3)]),
        ("T2-09", vec![("disclosure/normative/repealed", 4)], vec![("disclosure/normative/in_force", 3)]),
        ("T3-15", vec![], vec![("requests/new/total", 3)]),
        ("T3-16", other, BUSY.to_vec()),
        ("T4-06", vec![suits, ("requests/new/total", 9)], vec![("disputes/reconsideration/total", 2)]),
        ("T4-09", vec![suits, ("requests/new/total", 2)], vec![("requests/handled/total", 1)]),
        ("Y-01", vec![("requests/carried_in/natural", 4)], vec![("requests/carried_out/natural", 5)]),
        ("Y-02", vec![("disclosure/regulations/in_force", 4)], vec![("disclosure/regulations/in_force", 5)]),
        ("Y-03", vec![("disclosure/penalties/decisions", 51)], vec![("disclosure/penalties/decisions", 10)]),
        ("Y-04", vec![("disclosure/penalties/decisions", 0)], vec![("disclosure/penalties/decisions", 1)]),
        ("Y-05", vec![("disputes/reconsideration/upheld", 1)], vec![("disputes/reconsideration/pending", 2)]),
        ("Y-07", BUSY.to_vec(), BUSY.to_vec()),
    ]
}

#[test]
fn what_rests_on_a_doubtful_number_of_last_year_accuses_nobody_and_says_so() {
    for (rule, now, before) in scenes() {
        let (now, before) = (lean(NAME, 2023, &now), lean(NAME, 2022, &before));
        let of = |outcome: &Outcome| outcome.findings.iter().find(|one| &*one.rule.id == rule).cloned();
        let plain = of(&check_years(&now, Some(&before), &basis())).unwrap_or_else(|| panic!("{rule} is silent"));
        assert!(plain.doubts.is_empty(), "{rule}");
        let outcome = check_years(&now, Some(&doubted(before)), &basis());
        let finding = of(&outcome).unwrap_or_else(|| panic!("{rule} is silenced"));
        assert_eq!(finding.fingerprint, plain.fingerprint, "{rule}");
        assert!(outcome.findings.iter().all(|one| one.severity != Severity::Error), "{rule}");
        assert!(finding.doubts.iter().any(|doubted| doubted.whose == Whose::LastYear), "{rule}");
        let text = message(now.form, &finding, &now.cells, Lang::Zh);
        assert!(text.contains("读取有疑点，请先看原件：上年"), "{text}");
    }
}

#[test]
fn one_doubtful_number_does_not_silence_what_rests_on_many() {
    let zero = "requests/denied.secret/natural";
    for (rule, cell) in [("Y-07", "requests/new/business"), ("Y-07", zero), ("T3-16", zero), ("T3-15", zero)] {
        let (_, now, before) = scenes().into_iter().find(|(id, ..)| *id == rule).unwrap();
        let (mut now, before) = (lean(NAME, 2023, &now), lean(NAME, 2022, &before));
        now.cells.doubt(now.form.cell(cell).unwrap());
        let outcome = check_years(&now, Some(&before), &basis());
        let finding = only(&outcome, rule).unwrap_or_else(|| panic!("{rule} is silenced"));
        assert_eq!(finding.severity, Severity::Warning);
        let [doubt] = &finding.doubts[..] else { panic!("{rule}") };
        assert_eq!((&doubt.whose, &doubt.cells[..]), (&Whose::Own, &[now.form.cell(cell).unwrap()][..]), "{rule}");
    }
}

#[test]
fn a_text_is_not_held_against_a_doubtful_number_as_if_it_were_sure() {
    let report = with_text(lean(NAME, 2023, &[]), &[(1, "2022年收到申请14件，今年有增加。")]);
    let before = doubted(lean(NAME, 2022, &[("requests/new/total", 12)]));
    let outcome = check_years_text(&Facts::of(&report, &basis()), Some(&before));
    assert!(!only(&outcome, "Y-06").unwrap().doubts.is_empty());
}
