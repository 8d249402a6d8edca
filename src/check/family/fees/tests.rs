use crate::check::facts::Facts;
use crate::check::family::stated::{Look, check_look};
use crate::check::fixture::narrative::{raised, report};
use crate::check::{Basis, Severity, WhyUnchecked, check_whole, message};
use crate::report::Report;
use crate::words::Lang;

use super::Fees;

fn six(text: &str, cells: &[(&str, &str)]) -> Report {
    report("青岚县水务局", 6, text, cells)
}

#[test]
fn before_the_rules_on_the_fee_nobody_had_to_report_it() {
    for text in ["无", "本年度未收取信息处理费。", "本机关没有其他需要报告的事项。"] {
        let mut report = six(text, &[]);
        report.lean.head.year = 2020;
        let outcome = check_whole(&report, &Basis::standard());
        let of_fees = |id: &str| id.starts_with("FEE");
        assert!(outcome.findings.iter().all(|finding| !of_fees(&finding.rule.id)), "{text}");
        let why: Vec<_> = outcome.unchecked.iter().filter(|one| of_fees(&one.rule.id)).map(|one| &one.reason).collect();
        assert!(why.contains(&&WhyUnchecked::NotYet(2021)), "{text}: {why:?}");
    }
}

/// A rule, section six, and the passage that must be shown; none where the rule may not be raised.
struct Case(&'static str, &'static str, &'static [(&'static str, &'static str)], Option<&'static str>);

const CASES: &[Case] = &[
    Case("FEE-01", "无", &[], Some("无")),
    Case("FEE-01", "本年度没有其他需要报告的事项。", &[], Some("本年度没有其他需要报告的事项。")),
    Case(
        "FEE-01",
        "（文字描述，收取信息处理费情况在此处报告。）",
        &[],
        Some("（文字描述，收取信息处理费情况在此处报告。）"),
    ),
    Case("FEE-01", "本年度依申请公开政府信息未收取费用。", &[], None),
    Case("FEE-01", "没有需要收费的信息公开申请件，没有发出收费通知也无实际收费。", &[], None),
    Case("FEE-02", "本年度未收取信息处理费。", &[], Some("本年度未收取信息处理费。")),
    Case("FEE-02", "没有需要收费的信息公开申请件，没有发出收费通知也无实际收费。", &[], None),
    Case(
        "FEE-02",
        "发出信息处理费收费通知2件，实际收取200元。",
        &[("fees/amount", "1")],
        Some("发出信息处理费收费通知2件，实际收取200元。"),
    ),
    Case("FEE-02", "无发出收费通知，无收取信息处理费用。", &[], None),
    Case(
        "FEE-02",
        "发出信息处理费收费通知3件，总金额2480元。其中1件申请人按期缴纳640元，1件不再需要收费。因此当年实际收取640元。",
        &[],
        None,
    ),
    Case("FEE-02", "发出收费通知4件，通知收费总额5620元。其中3件已缴，共4480元；另1件撤回。", &[], None),
    Case("FEE-02", "信息处理费：发出收费通知2件，应缴金额共940元。两件均于当月到账。", &[], None),
    Case(
        "FEE-02",
        "发出信息处理费收费通知2件，总金额300元。收费标准在网站公布。",
        &[],
        Some("发出信息处理费收费通知2件，总金额300元。"),
    ),
    Case(
        "FEE-02",
        "发出信息处理费收费通知2件，总金额300元。\n土地出让金已缴入国库。",
        &[],
        Some("发出信息处理费收费通知2件，总金额300元。"),
    ),
    Case("FEE-03", "本年度未收取行政事业性收费。", &[], Some("行政事业性收费")),
    Case("FEE-03", "发出信息处理费收费通知1件，总金额3万元，实际收取3万元。", &[("fees/amount", "3")], Some("3万元")),
    Case("FEE-03", "发出信息处理费收费通知1件，总金额300元，实际收取300元。", &[("fees/amount", "7")], None),
    Case("FEE-04", "发出信息处理费收费通知1件，总金额205元，实际收取0元。", &[], Some("205元")),
    Case("FEE-04", "发出信息处理费收费通知9件，总金额40元，实际收取0元。", &[], Some("9件，总金额40元")),
    Case("FEE-04", "发出信息处理费收费通知9件，总金额90元，实际收取0元。", &[], None),
    Case("FEE-04", "发出信息处理费收费通知1件，总金额100元，实际收取200元。", &[], Some("200元")),
    Case("FEE-04", "发出信息处理费收费通知0件，总金额0元，实际收取100元。", &[], Some("100元")),
    Case("FEE-04", "发出信息处理费收费通知1件，总金额300元，实际收取300元。", &[], None),
    Case("FEE-04", "发出信息处理费收费通知1件，总金额100元，实际收取200元，含上年通知的100元。", &[], None),
    Case(
        "FEE-05",
        "未发出信息处理费收费通知，实际收取0元。",
        &[("closed.fee_unpaid", "2")],
        Some("未发出信息处理费收费通知"),
    ),
    Case("FEE-05", "发出信息处理费收费通知1件，总金额100元，实际收取0元。", &[("closed.fee_unpaid", "2")], Some("1件")),
    Case("FEE-05", "发出信息处理费收费通知2件，总金额200元，实际收取0元。", &[("closed.fee_unpaid", "2")], None),
    Case(
        "FEE-06",
        "共发出信息处理费收费通知4件，其中县公安局2件、县教育局1件，总金额400元，实际收取0元。",
        &[],
        Some("4件，其中县公安局2件、县教育局1件"),
    ),
    Case("FEE-06", "共发出信息处理费收费通知3件，其中县公安局2件、县教育局1件，总金额300元，实际收取0元。", &[], None),
    Case("FEE-08", "2022年未发出信息处理费收费通知，实际收取0元。", &[], Some("2022年")),
    Case(
        "FEE-08",
        "依据《办法》（国办函〔2020〕109号，自2021年1月1日起施行），未发出信息处理费收费通知，实际收取0元。",
        &[],
        None,
    ),
    Case("FEE-08", "2024年未发出信息处理费收费通知，2023年实际收取0元。", &[], None),
];

#[test]
fn each_rule_raises_what_it_should_where_it_should_and_no_more() {
    for Case(rule, text, cells, expected) in CASES {
        let found = raised(&six(text, cells));
        let passage = found.iter().find(|(id, _)| id == rule).map(|(_, passage)| passage.as_str());
        assert_eq!(passage, *expected, "{rule}: {text}\n{found:?}");
    }
}

/// The severity of a rule's finding on a section six, if there is one.
fn severity(text: &str, rule: &str) -> Option<Severity> {
    let outcome = check_whole(&six(text, &[]), &Basis::standard());
    outcome.findings.iter().find(|finding| &*finding.rule.id == rule).map(|finding| finding.severity)
}

#[test]
fn where_nothing_was_charged_no_element_is_asked_for_in_earnest() {
    for text in [
        "全年没有向申请人收取信息处理费。",
        "市局本年度未产生信息处理费。",
        "（一）收取信息处理费情况：0元。（二）其他事项：无。",
        "无收取信息处理费情况。",
        "没有发生信息处理费收支。",
        "本机关不涉及信息处理费。",
        "本年没有符合收费条件的申请，信息处理费收费通知发出0份。",
        "信息处理费：无。",
        "没有公民因申请公开政府信息被收取费用。",
        "信息处理费收取金额为 0 元。",
        "依申请提供政府信息均免费，未收任何费用。",
    ] {
        assert!(severity(text, "FEE-02").is_none_or(|severity| severity == Severity::Info), "{text}");
        assert_eq!(severity(text, "FEE-01"), None, "{text}");
    }
}

#[test]
fn where_something_was_charged_its_elements_are_asked_for() {
    for text in [
        "本年度收取信息处理费200元。",
        "按照国家规定，本年度发出信息处理费收费通知2件，总金额300元。",
        "依规定收取了信息处理费，申请人无异议。",
        "发出信息处理费收费通知3件，申请人均未缴纳。",
        "本年度共收取信息处理费五百元，没有减免情形。",
    ] {
        assert_eq!(severity(text, "FEE-02"), Some(Severity::Warning), "{text}");
    }
}

#[test]
fn a_sentence_about_charging_reports_the_fee_in_whatever_words() {
    for text in ["本年度无收费情况。", "全年未发生任何费用。", "本机关无其他报告事项，无收费。", "办理过程不收费。"]
    {
        assert_eq!(severity(text, "FEE-01"), None, "{text}");
    }
    for text in ["无其他需要报告的事项。", "全年无乱收费问题。", "公布停车收费标准12项。"]
    {
        assert_eq!(severity(text, "FEE-01"), Some(Severity::Error), "{text}");
    }
}

#[test]
fn a_notice_may_be_about_several_requests() {
    for (text, expected) in [
        ("发出信息处理费收费通知1件，总金额300元，实际收取0元。", Severity::Info),
        ("未发出信息处理费收费通知，实际收取0元。", Severity::Error),
    ] {
        let outcome = check_whole(&six(text, &[("closed.fee_unpaid", "3")]), &Basis::standard());
        let found = outcome.findings.iter().find(|finding| &*finding.rule.id == "FEE-05");
        assert_eq!(found.map(|finding| finding.severity), Some(expected), "{text}");
    }
}

#[test]
fn a_fee_that_another_section_denies_is_a_contradiction() {
    let said = |elsewhere: &str, text: &str| {
        let mut report = six(text, &[]);
        report.narrative.sections[0].text = crate::report::SafeText::lines(elsewhere);
        let found = raised(&report).into_iter();
        found.filter(|(rule, _)| rule == "N-16").map(|(_, passage)| passage).collect::<Vec<_>>()
    };
    let charged = "2023年，共发出信息处理费收费通知2件，通知总金额600元，实际收取600元。";
    let nothing = "2023年，未发出信息处理费收费通知，通知总金额0元，实际收取0元。";
    assert_eq!(said("办理中未发出信息处理费收费通知。", charged), ["办理中未发出信息处理费收费通知。"]);
    assert_eq!(said("办理中未发出信息处理费收费通知。", nothing), [""; 0]);
    assert_eq!(said("发出信息处理费收费通知2件，其中1件申请人未缴。", charged), [""; 0]);
}

#[test]
fn a_statement_elsewhere_is_named() {
    let mut report = report("青岚县水务局", 1, "全年未发出信息处理费收费通知。", &[]);
    report.narrative.sections[5].text = "无".into();
    let outcome = check_whole(&report, &Basis::standard());
    let finding = outcome.findings.iter().find(|finding| &*finding.rule.id == "FEE-01").unwrap();
    assert_eq!(finding.evidence()[0].section, 1);
    assert!(message(report.lean.form, finding, &report.lean.cells, Lang::Zh).contains("全年未发出信息处理费收费通知"));
}

#[test]
fn without_section_six_nothing_can_be_said() {
    let mut report = six("无", &[]);
    report.narrative.sections.retain(|section| section.number != 6);
    let outcome = check_whole(&report, &Basis::standard());
    assert!(outcome.findings.iter().all(|finding| !finding.rule.id.starts_with("FEE-")));
    assert!(
        outcome.unchecked.iter().any(|entry| &*entry.rule.id == "FEE-01" && entry.reason == WhyUnchecked::NoSection(6))
    );
}

#[test]
fn a_summary_states_what_its_agencies_state_together() {
    let part =
        |count: u32| six(&format!("发出信息处理费收费通知{count}件，总金额{count}00元，实际收取{count}00元。"), &[]);
    let fees = |report: &Report| Fees::of(Facts::of(report, &Basis::standard()).claims());
    let sums = Fees::sum(&[fees(&part(2)), fees(&part(3))]);
    let raised = |count: u32, sums: &Fees, is_complete: bool| {
        let summary = part(count);
        let open = fees(&summary).against(sums, is_complete);
        let outcome = check_look(&Facts::of(&summary, &Basis::standard()), &Look::Fees(open));
        let shown = |finding| message(summary.lean.form, finding, &summary.lean.cells, Lang::Zh);
        outcome.findings.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(raised(5, &sums, true), Vec::<String>::new());
    assert_eq!(raised(6, &sums, true).len(), 3);
    assert_eq!(raised(6, &sums, true)[0], "汇总年报的收费通知件数为 6，各单位之和为 5");
    // Those that are missing may have the rest, but not less than nothing.
    assert_eq!(raised(6, &sums, false).len(), 0);
    assert_eq!(raised(4, &sums, false).len(), 3);
    // One that does not state them leaves the sum open.
    let silent = Fees::sum(&[fees(&part(2)), fees(&six("无", &[]))]);
    assert!(silent.is_empty() && raised(6, &silent, true).is_empty());
}

#[test]
fn every_wording_is_filled_in_both_languages() {
    for Case(_, text, cells, _) in CASES {
        let report = six(text, cells);
        for finding in &check_whole(&report, &Basis::standard()).findings {
            for lang in [Lang::Zh, Lang::En] {
                let message = message(report.lean.form, finding, &report.lean.cells, lang);
                assert!(!message.contains('{') && !message.is_empty(), "{}: {message}", finding.rule.id);
            }
        }
    }
}
