use crate::check::finding::collect::Collector;
use crate::check::fixture::lean::{basis, ids, lean, only, placed, shows, with_text};
use crate::check::{Facts, Outcome, Severity, WhyUnchecked, message};
use crate::report::{Lean, Number, Report, Value};
use crate::words::Lang;

fn outcome(report: &Report) -> Outcome {
    let mut found = Collector::new(&report.lean.head, basis().profile);
    super::check(&Facts::of(report, &basis()), &mut found);
    found.outcome
}

fn silent(lean: Lean) -> Report {
    with_text(lean, &[])
}

/// Rules raised by numbers alone.
fn raised(name: &str, values: &[(&str, i64)]) -> Vec<String> {
    let report = silent(lean(name, 2023, values));
    let outcome = outcome(&report);
    for (finding, lang) in outcome.findings.iter().flat_map(|finding| [(finding, Lang::Zh), (finding, Lang::En)]) {
        assert!(!message(report.lean.form, finding, &report.lean.cells, lang).contains('{'), "{}", finding.rule.id);
    }
    ids(&outcome).into_iter().map(str::to_owned).collect()
}

/// Rules raised by these numbers and this first section; the passages are what they say.
fn raised_by_text(name: &str, values: &[(&str, i64)], text: &str) -> Vec<String> {
    let report = with_text(lean(name, 2023, values), &[(1, text)]);
    let outcome = outcome(&report);
    for finding in &outcome.findings {
        shows(&report, finding);
        assert!(!message(report.lean.form, finding, &report.lean.cells, Lang::Zh).contains('{'));
        assert!(!message(report.lean.form, finding, &report.lean.cells, Lang::En).contains('{'));
    }
    ids(&outcome).into_iter().map(str::to_owned).collect()
}

#[test]
fn zeros_raise_nothing() {
    for name in ["甲县档案局", "乙镇人民政府", "甲县人民政府办公室"] {
        assert_eq!(outcome(&silent(lean(name, 2023, &[]))), Outcome::default(), "{name}");
    }
}

#[test]
fn an_amount_in_yuan_is_suspicious_and_a_common_one_is_not() {
    let fee = |text: &str| {
        let mut report = lean("甲县水利局", 2023, &[]);
        let cell = report.form.cell("disclosure/fees/amount").unwrap();
        report.cells.set(cell, Value::Number(Number::parse(text).unwrap()));
        let outcome = outcome(&silent(report));
        outcome.findings.first().map(|finding| message(form(), finding, &lean("", 2023, &[]).cells, Lang::Zh))
    };
    assert!(fee("251000").unwrap().contains("像是以元为单位"));
    assert!(fee("251000.5000").unwrap().contains("数额过大"));
    assert_eq!(fee("9999.9999"), None);
}

#[test]
fn much_is_charged_in_cities_and_provinces() {
    let fee = |name: &str, region: &[&str], text: &str| {
        let mut report = placed(lean(name, 2023, &[]), region);
        let cell = report.form.cell("disclosure/fees/amount").unwrap();
        report.cells.set(cell, Value::Number(Number::parse(text).unwrap()));
        ids(&outcome(&silent(report))).contains(&"T2-06")
    };
    for (name, region, amount) in [
        ("子省交通运输厅", &["子省"][..], "298133.64"),
        ("子省水利厅", &["子省"], "48610.22"),
        ("丙市自然资源局", &["子省", "丙市"], "10231.5612"),
        ("国家卯辰管理局", &[], "83112.5"),
        ("丙市公安局", &[], "61234.7"),
        ("甲县教育局", &["子省", "丙市", "甲县"], "640.35"),
    ] {
        assert!(!fee(name, region, amount), "{name} {amount}");
    }
    for (name, region, amount) in [
        ("甲县教育局", &["子省", "丙市", "甲县"][..], "64035.5"),
        ("丙市教育局", &["子省", "丙市"], "6403500"),
        ("子省水利厅", &["子省"], "48610220.5"),
    ] {
        assert!(fee(name, region, amount), "{name} {amount}");
    }
}

#[test]
fn a_suit_without_reconsideration_is_a_hint_unless_it_can_only_be_about_a_denial() {
    let severity = |cells: &[(&str, i64)], text: &str| {
        let report = with_text(lean("甲县教育局", 2024, cells), &[(4, text)]);
        let outcome = outcome(&report);
        only(&outcome, "T4-07").map(|finding| finding.severity)
    };
    let suit = ("disputes/litigation_direct/total", 1);
    let (denied, not_held) = (("requests/denied.process/total", 1), ("requests/unavailable.not_held/total", 16));
    assert_eq!(severity(&[suit], ""), Some(Severity::Info));
    assert_eq!(severity(&[suit, denied, not_held, ("requests/handled/total", 17)], ""), Some(Severity::Info));
    let only_denied = [suit, denied, ("requests/granted/total", 4), ("requests/handled/total", 5)];
    assert_eq!(severity(&only_denied, "行政诉讼1件，尚未审结。"), Some(Severity::Warning));
    for text in [
        "行政诉讼1件，系第三人不服公开决定提起。",
        "未经复议直接起诉1件，申请人诉我局逾期答复。",
        "1件由申请人径行起诉，请求确认未在法定期限内答复违法。",
    ] {
        assert_eq!(severity(&only_denied, text), None, "{text}");
    }
}

#[test]
fn grounds_that_are_rare_are_a_hint() {
    let report = silent(lean("甲县自然资源局", 2022, &[("requests/denied.secret/total", 2)]));
    assert_eq!(only(&outcome(&report), "T3-09").map(|finding| finding.severity), Some(Severity::Info));
}

fn form() -> &'static crate::form::Form {
    crate::form::newest()
}

#[test]
fn regulations_are_for_governments_of_provinces_and_cities() {
    let cell = [("disclosure/regulations/in_force", 3)];
    for (name, region, expected) in [
        ("甲县人民政府", &[][..], true),
        ("甲县教育局", &[], true),
        ("甲市教育局", &["子省", "甲市"], true),
        ("甲市人民政府", &["子省", "甲市"], false),
        ("甲市人民政府办公室", &["子省", "甲市"], false),
        ("甲市人民政府", &["子省", "丙市", "甲市"], true),
        ("子省人民政府", &[], false),
        ("国家卯辰总局", &[], false),
    ] {
        let outcome = outcome(&silent(placed(lean(name, 2023, &cell), region)));
        let finding = only(&outcome, "T2-07");
        assert_eq!(finding.is_some(), expected, "{name}");
        assert!(finding.is_none_or(|finding| finding.severity == Severity::Error && finding.cells.len() == 1));
    }
    let unclear = outcome(&silent(lean("甲市人民政府", 2023, &cell)));
    assert_eq!(unclear.findings, []);
    assert_eq!(unclear.unchecked[0].reason, WhyUnchecked::NoLevel);
}

#[test]
fn a_text_about_own_regulations_without_any_is_noted() {
    let text = "（三）管理。健全甲市政府规章库和文件库；更新目录。";
    assert_eq!(raised_by_text("甲市人民政府办公室", &[], text), ["T2-07"]);
    assert_eq!(raised_by_text("甲市教育局", &[], text), [""; 0]);
    assert_eq!(raised_by_text("甲市人民政府办公室", &[], "贯彻市政府规章的规定。"), [""; 0]);
}

#[test]
fn documents_in_force_are_at_least_what_was_added() {
    let of = |issued, repealed, in_force| {
        raised(
            "甲县教育局",
            &[
                ("disclosure/normative/issued", issued),
                ("disclosure/normative/repealed", repealed),
                ("disclosure/normative/in_force", in_force),
            ],
        )
    };
    assert_eq!(of(3, 1, 1), ["T2-08"]);
    assert_eq!(of(3, 0, 0), ["T2-08"]);
    assert_eq!(of(3, 1, 2), [""; 0]);
    assert_eq!(of(3, 3, 0), [""; 0]);
}

#[test]
fn decisions_fit_to_powers() {
    assert_eq!(raised("甲县市场监督管理局", &[]), ["T2-10"]);
    assert_eq!(raised("甲县市场监督管理局", &[("disclosure/penalties/decisions", 1)]), [""; 0]);
    assert_eq!(raised("甲县公安志编纂室", &[]), [""; 0]);
    assert_eq!(raised("甲县人民政府办公室", &[("disclosure/licensing/decisions", 4)]), ["T2-11"]);
    assert_eq!(raised("甲县统计局", &[("disclosure/penalties/decisions", 4)]), [""; 0]);
    assert_eq!(raised("甲县统计局", &[("disclosure/licensing/decisions", 4)]), ["T2-11"]);
    assert_eq!(raised("甲县教育局", &[("disclosure/licensing/decisions", 4)]), [""; 0]);
}

#[test]
fn only_published_decisions_are_noticed_where_the_numbers_agree() {
    let cells = [("disclosure/penalties/decisions", 12)];
    let name = "甲县城市管理局";
    assert_eq!(raised_by_text(name, &cells, "已公示的行政处罚决定12件。"), ["T2-12"]);
    assert_eq!(raised_by_text(name, &cells, "已公示的行政处罚决定9件。"), [""; 0]);
    assert_eq!(raised_by_text(name, &cells, "作出行政处罚决定12件。"), [""; 0]);
}

#[test]
fn a_row_that_balances_with_joined_digits_is_a_reading_remark() {
    let row = [("requests/new/natural", 1), ("requests/new/business", 2), ("requests/new/total", 12)];
    let report = silent(lean("甲县教育局", 2023, &row));
    let found = outcome(&report);
    assert_eq!(only(&found, "T3-06").unwrap().severity, Severity::Info);
    assert_eq!(raised("甲县教育局", &row), ["T3-06"]);
    assert_eq!(raised("甲县教育局", &[("requests/new/natural", 2), ("requests/new/total", 3)]), [""; 0]);
}

#[test]
fn outcomes_beyond_requests_point_at_the_partly_granted() {
    let some = |granted| {
        raised(
            "甲县教育局",
            &[("requests/new/total", 5), ("requests/partial/total", 2), ("requests/granted/total", granted)],
        )
    };
    assert_eq!(some(4), ["T3-07"]);
    assert_eq!(some(3), [""; 0]);
    assert_eq!(some(9), [""; 0]);
    let cells = [("requests/new/total", 2), ("requests/partial/total", 2)];
    assert_eq!(raised_by_text("甲县教育局", &cells, "部分公开的，不予公开部分分别统计。"), ["T3-07"]);
    assert_eq!(raised_by_text("甲县教育局", &cells, "部分公开2件。"), [""; 0]);
}

#[test]
fn many_closed_for_other_reasons_need_a_word() {
    let cells = [("requests/closed.other/total", 5), ("requests/handled/total", 25)];
    assert_eq!(raised_by_text("甲县教育局", &cells, "按期办结。"), ["T3-08"]);
    let mute = outcome(&silent(lean("甲县教育局", 2023, &cells)));
    assert!(mute.findings.is_empty() && mute.unchecked.iter().any(|entry| &*entry.rule.id == "T3-08"));
    assert_eq!(raised_by_text("甲县教育局", &cells, "申请人撤回5件。"), [""; 0]);
    assert_eq!(raised("甲县教育局", &[("requests/closed.other/total", 5), ("requests/handled/total", 26)]), [""; 0]);
    assert_eq!(raised("甲县教育局", &[("requests/closed.other/total", 4), ("requests/handled/total", 4)]), [""; 0]);
}

#[test]
fn rare_grounds_are_asked_after() {
    let secret = [("requests/denied.secret/total", 1)];
    assert_eq!(raised("甲县教育局", &secret), ["T3-09"]);
    assert_eq!(raised("乙镇人民政府", &secret), ["T3-09"]);
    for name in ["子省教育厅", "甲县人民政府", "甲县人民政府办公室", "甲市乙区", "甲县公安局", "甲县保密局"]
    {
        assert!(!raised(name, &secret).contains(&"T3-09".to_owned()), "{name}");
    }
    let unclear = outcome(&silent(lean("甲市教育局", 2023, &secret)));
    assert_eq!((unclear.findings.len(), unclear.unchecked.len()), (0, 1));
    assert_eq!(raised("甲县教育局", &[("requests/denied.prohibited/total", 1)]), ["T3-10"]);
    assert_eq!(raised("甲县教育局", &[("requests/denied.stability/total", 1)]), ["T3-10"]);
    assert_eq!(raised("甲县教育局", &[("requests/denied.internal/total", 1)]), [""; 0]);
}

#[test]
fn an_unpaid_fee_needs_a_notice() {
    let cells = [("requests/closed.fee_unpaid/total", 1)];
    assert_eq!(raised_by_text("甲县教育局", &cells, "按期办结。"), ["T3-11"]);
    let mute = outcome(&silent(lean("甲县教育局", 2023, &cells)));
    assert!(mute.findings.is_empty() && mute.unchecked.iter().any(|entry| &*entry.rule.id == "T3-11"));
    assert_eq!(raised_by_text("甲县教育局", &cells, "发出收费通知1件。"), [""; 0]);
}

#[test]
fn applicants_and_excessive_requests_fit_to_the_whole() {
    let excessive =
        |new| raised("甲县教育局", &[("requests/declined.excessive/total", 1), ("requests/new/total", new)]);
    assert_eq!(excessive(9), ["T3-12"]);
    assert_eq!(excessive(10), [""; 0]);
    let others = |count| raised("甲县教育局", &[("requests/new/other", count), ("requests/new/total", count)]);
    assert_eq!(others(3), ["T3-13"]);
    assert_eq!(others(2), [""; 0]);
    let legal = [("requests/new/legal", 1), ("requests/new/total", 3)];
    assert_eq!(raised("乙镇人民政府", &legal), ["T3-13"]);
    assert_eq!(raised("甲县教育局", &legal), [""; 0]);
}

#[test]
fn what_is_carried_over_fits_to_size_and_text() {
    let of = |new, out| raised("甲县教育局", &[("requests/new/total", new), ("requests/carried_out/total", out)]);
    assert_eq!(of(9, 3), ["T3-14"]);
    assert_eq!(of(10, 3), [""; 0]);
    assert_eq!(of(2, 2), [""; 0]);
    let cells = [("requests/new/total", 50), ("requests/carried_out/total", 1)];
    assert_eq!(raised_by_text("甲县教育局", &cells, "收到的申请均已办结。"), ["T3-14"]);
    assert_eq!(raised_by_text("甲县教育局", &cells, "上年结转的申请均已办结。"), [""; 0]);
    assert_eq!(raised_by_text("甲县教育局", &cells, "提案均已办结。"), [""; 0]);
    assert_eq!(raised_by_text("甲县教育局", &cells, "当年到期的申请全部办结。"), [""; 0]);
}

#[test]
fn a_table_of_zeros_does_not_fit_to_requests_answered() {
    assert_eq!(raised_by_text("甲县教育局", &[], "对公民提出的申请，均已答复。"), ["T3-15"]);
    assert_eq!(raised_by_text("甲县教育局", &[], "未收到申请，往来信函均已答复。"), [""; 0]);
    assert_eq!(raised_by_text("甲县教育局", &[("requests/new/legal", 1)], "提出的申请均已答复。"), [""; 0]);
}

#[test]
fn disputes_fit_to_requests_and_to_the_law() {
    let suit = [("disputes/litigation_direct/upheld", 1), ("disputes/litigation_direct/total", 1)];
    assert_eq!(raised("甲县教育局", &suit), ["T4-05"]);
    let with_request = [suit[0], suit[1], ("requests/carried_in/total", 1)];
    assert_eq!(raised("甲县教育局", &with_request), [""; 0]);
    let later = outcome(&silent(lean("甲县教育局", 2024, &with_request)));
    assert_eq!(ids(&later), ["T4-07"]);
}

#[test]
fn a_corrected_case_needs_a_word() {
    let cells =
        [("disputes/reconsideration/corrected", 1), ("disputes/reconsideration/total", 1), ("requests/new/total", 9)];
    assert_eq!(raised("甲县教育局", &cells), ["T4-08"]);
    assert_eq!(raised_by_text("甲县教育局", &cells, "一件行政复议被纠正，已重新答复。"), [""; 0]);
}
