use proptest::prelude::*;

use crate::check::facts::Facts;
use crate::check::facts::claims::{claims, known};
use crate::check::finding::collect::Collector;
use crate::check::fixture::narrative::{raised, report};
use crate::check::localise::{KnownCells, localise};
use crate::check::{Basis, Outcome, Profile, Severity, WhyUnchecked, check, check_whole, message};
use crate::report::{Lean, Report};
use crate::words::Lang;

use super::units::two_places;

mod cases;
mod clean;
mod divided;
mod found;
mod kinds;
mod plain;
mod whole;
mod worded;

use cases::{BUREAU, CASES, Case};
use clean::CLEAN;
use found::FOUND;
use kinds::{ALL, Said};
use plain::PLAIN;
use whole::WHOLE;
use worded::WORDED;

fn of(agency: &str, text: &str, cells: &[(&str, &str)]) -> Report {
    report(agency, 1, text, cells)
}

#[test]
fn that_nothing_new_happened_is_asked_about_and_accuses_nobody() {
    let severity = |text: &str| {
        let report = report(BUREAU, 4, text, &[("litigation_direct/total", "1"), ("litigation_direct/other", "1")]);
        let outcome = check_whole(&report, &Basis::standard());
        outcome.findings.iter().find(|finding| &*finding.rule.id == "N-08").map(|finding| finding.severity)
    };
    assert_eq!(severity("本年没有新发生行政诉讼案件。"), Some(Severity::Warning));
    assert_eq!(severity("本年没有发生行政诉讼案件。"), Some(Severity::Error));
    assert_eq!(severity("本年没有新发生行政诉讼案件。上年提起的1件行政诉讼，原告已撤回。"), None);
}

#[test]
fn each_rule_raises_what_it_should_where_it_should_and_no_more() {
    for Case(rule, agency, text, cells, expected) in CASES {
        let found = raised(&of(agency, text, cells));
        let passage = found.iter().find(|(id, _)| id == rule).map(|(_, passage)| passage.as_str());
        assert_eq!(passage, *expected, "{rule}: {text}\n{found:?}");
        if expected.is_none() {
            assert!(found.iter().all(|(id, _)| id != rule), "{text}: {found:?}");
        }
    }
}

/// The rules that speak of a report whose text may have parts in sections five and six, hints aside.
fn rules(text: &str, cells: &[(&str, &str)]) -> Vec<String> {
    let mut parts = text.split('@');
    let mut report = of(BUREAU, parts.next().unwrap_or_default(), cells);
    for part in parts {
        let (number, text) = part.split_at(1);
        report.narrative.sections[number.parse::<usize>().unwrap() - 1].text = text.into();
    }
    let outcome = check_whole(&report, &Basis::standard());
    let found = outcome.findings.iter().filter(|finding| finding.severity != Severity::Info);
    let mut rules: Vec<String> = found.map(|finding| finding.rule.id.to_string()).collect();
    rules.retain(|rule| rule.starts_with("N-") || rule.starts_with("FEE-"));
    rules.dedup();
    rules
}

/// What is said otherwise than expected.
fn wrong(all: &[&[Said]]) -> String {
    let judged = all.iter().copied().flatten().filter_map(|Said(text, cells, rule)| {
        let found = rules(text, cells);
        let expected: Vec<&str> = rule.split_whitespace().collect();
        (found != expected).then(|| format!("{text}\n  {found:?}, not {expected:?}\n"))
    });
    judged.collect()
}

#[test]
fn what_is_counted_besides_is_no_number_of_the_tables() {
    assert_eq!(wrong(ALL), "");
    assert_eq!(wrong(divided::ALL), "");
    assert_eq!(wrong(&[CLEAN, PLAIN]), "");
}

#[test]
fn contradictions_are_found_in_whatever_words_and_what_is_nearly_one_is_none() {
    assert_eq!(wrong(FOUND), "");
    assert_eq!(wrong(WHOLE), "");
    assert_eq!(wrong(&[WORDED]), "");
}

fn severities(report: &Report, rule: &str) -> Vec<Severity> {
    let outcome = check_whole(report, &Basis::standard());
    outcome.findings.iter().filter(|finding| &*finding.rule.id == rule).map(|finding| finding.severity).collect()
}

#[test]
fn received_is_an_error_where_there_is_one_reading_and_a_warning_where_there_are_two() {
    let text = "共收到政府信息公开申请9件。";
    assert_eq!(severities(&of(BUREAU, text, &[("new", "5")]), "N-01"), [Severity::Error]);
    assert_eq!(severities(&of(BUREAU, text, &[("new", "5"), ("carried_in", "1")]), "N-01"), [Severity::Warning]);
    let new = "本年新收政府信息公开申请6件。";
    assert_eq!(severities(&of(BUREAU, new, &[("new", "5"), ("carried_in", "1")]), "N-01"), [Severity::Warning]);
}

#[test]
fn scope_words_make_a_dispute_a_question() {
    let cells = &[("reconsideration/total", "5"), ("reconsideration/upheld", "5")];
    assert_eq!(severities(&of(BUREAU, "政府信息公开行政复议3件。", cells), "N-09"), [Severity::Error]);
    assert_eq!(severities(&of(BUREAU, "新增政府信息公开行政复议3件。", cells), "N-09"), [Severity::Warning]);
}

#[test]
fn shares_are_rounded() {
    assert_eq!([(2, 3), (1, 3), (0, 0)].map(|(part, whole)| two_places(part, whole)), ["66.67", "33.33", "0.00"]);
}

#[test]
fn a_message_names_both_sides_in_both_languages() {
    let report = of(BUREAU, "共收到政府信息公开申请9件，其中自然人4件。", &[("new", "5"), ("new/natural", "5")]);
    let outcome = check_whole(&report, &Basis::standard());
    let text = |rule: &str, lang| {
        let finding = outcome.findings.iter().find(|finding| &*finding.rule.id == rule).unwrap();
        message(report.lean.form, finding, &report.lean.cells, lang)
    };
    assert_eq!(text("N-01", Lang::Zh), "文中收到申请 9 件，表三为 5");
    assert_eq!(text("N-06", Lang::En), "the text says 4 requests by natural persons, table 3 says 5");
    for finding in &outcome.findings {
        for lang in [Lang::Zh, Lang::En] {
            assert!(!message(report.lean.form, finding, &report.lean.cells, lang).contains('{'), "{}", finding.rule.id);
        }
    }
    assert_eq!(
        outcome.findings.iter().find(|f| &*f.rule.id == "N-01").unwrap().sides().map(|(a, b)| (a.as_int(), b.as_int())),
        Some((Some(9), Some(5)))
    );
}

#[test]
fn a_cell_without_a_number_leaves_its_rule_unchecked_once() {
    let report = of(BUREAU, "收到政府信息公开申请9件。全年收到政府信息公开申请9件。", &[("new", "/")]);
    let outcome = check_whole(&report, &Basis::standard());
    let cell = report.lean.form.cell("requests/new/total").unwrap();
    let reasons: Vec<&WhyUnchecked> =
        outcome.unchecked.iter().filter(|entry| &*entry.rule.id == "N-01").map(|entry| &entry.reason).collect();
    assert_eq!(reasons, [&WhyUnchecked::NoNumber(vec![cell])]);
}

fn reasons(report: &Report, rule: &str) -> Vec<WhyUnchecked> {
    let outcome = check_whole(report, &Basis::standard());
    outcome.unchecked.into_iter().filter(|entry| &*entry.rule.id == rule).map(|entry| entry.reason).collect()
}

#[test]
fn what_is_said_of_all_is_something_said_and_lacks_its_cell_where_that_has_no_number() {
    let text = "收到政府信息公开申请9件，全部予以公开。";
    assert_eq!(reasons(&of(BUREAU, text, &[("new", "9"), ("granted", "9")]), "N-05"), []);
    let report = of(BUREAU, text, &[("new", "9"), ("granted", "/")]);
    let cell = report.lean.form.cell("requests/granted/total").unwrap();
    assert_eq!(reasons(&report, "N-05"), [WhyUnchecked::NoNumber(vec![cell])]);
}

#[test]
fn after_so_many_sums_that_do_not_hold_every_rule_about_sums_is_unchecked() {
    let text = "发布信息90条，其中网站60条，微信40条。\n".repeat(240);
    let report = of(BUREAU, &text, &[]);
    for rule in ["N-04", "N-07", "N-12"] {
        assert_eq!(reasons(&report, rule), [WhyUnchecked::TooLong(1)], "{rule}");
    }
}

#[test]
fn growth_without_its_start_needs_last_years_report() {
    let report = of(BUREAU, "收到政府信息公开申请3646件，同比增长1.05%。", &[("new", "3646")]);
    let unchecked = check_whole(&report, &Basis::standard()).unchecked;
    assert!(unchecked.iter().any(|entry| &*entry.rule.id == "N-13"));
    let raised = |before: &str| {
        let before = of(BUREAU, "", &[("new", before)]).lean;
        let outcome = check_growth(&report, Some(&before), &Basis::standard());
        outcome
            .findings
            .iter()
            .map(|finding| message(report.lean.form, finding, &report.lean.cells, Lang::Zh))
            .collect::<Vec<_>>()
    };
    assert_eq!(raised("3607"), ["文中称增长 1.05%，由 3607 到 3646 应为 1.08%"]);
    assert_eq!(raised("3608"), Vec::<String>::new());
    assert_eq!(check_growth(&report, None, &Basis::standard()).unchecked.len(), 1);
}

#[test]
fn what_the_text_says_plainly_is_a_fact() {
    let of_cells = |text: &str, cells: &[(&str, &str)]| -> Vec<(String, i64)> {
        let report = of(BUREAU, text, cells);
        known(&Facts::of(&report, &Basis::standard()))
            .into_iter()
            .map(|(cell, value)| (report.lean.form.id(cell).to_owned(), value))
            .collect()
    };
    let fact = |id: &str, value| vec![(id.to_owned(), value)];
    assert_eq!(of_cells("收到政府信息公开申请51件。", &[]), fact("requests/new/total", 51));
    // It may include what was carried over.
    assert_eq!(of_cells("收到政府信息公开申请51件。", &[("carried_in", "1")]), []);
    assert_eq!(of_cells("新收政府信息公开申请51件。", &[("carried_in", "1")]), fact("requests/new/total", 51));
    assert_eq!(of_cells("收到政府信息公开申请50余件。", &[]), []);
    assert_eq!(of_cells("收到政府信息公开申请51件。收到政府信息公开申请52件。", &[]), []);
    assert_eq!(of_cells("全县收到政府信息公开申请51件。", &[]), []);
}

#[test]
fn the_text_decides_between_equal_readings() {
    let cells = &[("reconsideration/upheld", "3"), ("reconsideration/total", "4")];
    let report = of(BUREAU, "因政府信息公开引起的行政复议3件，均维持。", cells);
    let outcome = check(&report.lean, Profile::standard());
    let readings = |known: &KnownCells| -> Vec<Vec<(String, i64)>> {
        let blocks = localise(&report.lean, &outcome, known);
        let changes = |reading: &crate::check::localise::Repair| {
            reading.cells.iter().map(|change| (report.lean.form.id(change.cell).to_owned(), change.to)).collect()
        };
        blocks[0].repairs.iter().map(changes).collect()
    };
    assert!(readings(&KnownCells::NONE).len() > 1);
    assert_eq!(
        readings(&KnownCells::NONE.with_text(&Facts::of(&report, &Basis::standard()))),
        [[("disputes/reconsideration/total".to_owned(), 3)]]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_is_read_and_every_claim_stands_where_it_says(
        parts in prop::collection::vec(prop::sample::select(&[
            "收到", "政府信息公开申请", "办结", "其中", "，", "、", "；", "。", "\n", "（", "）", "：", "自然人", "5件", "3", "1,251条", "二十件",
            "未收到", "无", "行政复议", "行政诉讼", "维持", "2023年", "2024年", "12.5%", "同比增长", "信息处理费", "收费通知", "300元", "0.5万元",
            " ", "共", "予以公开", "不予公开", "网站", "发布信息", "《", "》", "第", "号", "\u{1F600}", "e\u{301}", "百分之", "万", "余", "结转下年", "全县",
            "99999999999999999999件", "-", "〔", "〕", "一", "分别",
        ]), 0..60),
        section in 1_u8..=6,
    ) {
        let report = report(BUREAU, section, &parts.concat(), &[("new", "5"), ("handled", "5")]);
        for claim in claims(&report) {
            let text = &report.narrative.sections[usize::from(claim.section) - 1].text;
            let length = text.chars().count();
            prop_assert!(claim.start < claim.end && claim.end <= length);
            prop_assert!(claim.sentence.0 <= claim.start && claim.end <= claim.sentence.1);
            prop_assert!(!claim.evidence(&report).text.is_empty());
        }
        let _ = raised(&report);
    }

    #[test]
    fn odd_characters_do_no_harm(text in "\\PC{0,80}") {
        let _ = raised(&report(BUREAU, 1, &text, &[]));
        let _ = raised(&report(BUREAU, 6, &text, &[]));
    }
}

#[test]
fn a_huge_section_is_read_in_bounded_time() {
    let text = "收到政府信息公开申请5件、".repeat(40_000);
    let report = of(BUREAU, &text, &[("new", "5")]);
    assert!(claims(&report).len() >= 39_000);
    assert_eq!(raised(&report), []);
    let _ = of(BUREAU, &"一".repeat(200_000), &[]);
}

fn check_growth(report: &Report, before: Option<&Lean>, basis: &Basis<'_>) -> Outcome {
    let mut found = Collector::new(&report.lean.head, basis.profile);
    super::check_growth(&Facts::of(report, basis), before, &mut found);
    found.outcome
}
