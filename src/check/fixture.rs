//! For the tests of rules about texts: one report that is in order, and what the rules say of a changed one.

use crate::form;
use crate::report::{Agency, Cells, Head, Label, Lean, Narrative, Remark, Report, SafeText, Section, Value};

use super::finding::What;
use super::{Basis, Outcome, Profile, check_whole, rule, rules};

/// The first section of a report that is in order.
pub(super) const SITUATION: &str =
    "2023年，临江县示例局按照条例要求推进政府信息公开工作。数据统计期限为2023年1月1日至2023年12月31日。
（一）主动公开。全年主动公开政府信息128条，其中门户网站90条，政务新媒体38条。
（二）依申请公开。本年未收到政府信息公开申请，无上年结转件，受理渠道保持畅通，办理流程和文书格式已在网站公布。
（三）政府信息管理。公文起草时标注公开属性，发布前由经办科室和保密人员逐级审查，年末清理失效文件6件。
（四）政府信息公开平台建设。依托县政府网站维护公开专栏，设栏目12个，每周检查一次链接。
（五）监督保障。全年组织培训2次，接受第三方评估1次，反馈的问题均按期整改；未发生责任追究情形。";
/// Its fifth.
pub(super) const PROBLEMS: &str = "2022年报告列出的问题已全部整改，答复文书全部经过法制审核。
存在的主要问题：一是政策解读以文字为主，群众读起来费力；二是联络员更换频繁，业务衔接不顺。
2024年的改进措施：一是重要文件出台时同步制作图表；二是每个科室固定两名联络员，变动时书面交接。";
/// Its sixth.
pub(super) const OTHERS: &str = "本年度发出信息处理费收费通知0件，通知总金额0元，实际收取0元。没有其他需要报告的事项。";

/// A report that is in order; every cell is zero.
pub(super) fn report() -> Report {
    let form = form::newest();
    let mut cells = Cells::missing(form);
    for cell in form.cells() {
        cells.set(cell, Value::int(0));
    }
    let agency = Agency { name: "临江县示例局".into(), ..Agency::default() };
    let lean = Lean { head: Head { agency, year: 2023, version: None }, form, cells, remarks: 0 };
    let texts = [SITUATION, "", "", "", PROBLEMS, OTHERS];
    let sections = form.sections.iter().zip(texts).map(|(section, text)| Section {
        number: section.number,
        heading: SafeText::line(&format!("{}、{}", section.numeral, section.label.zh)),
        text: SafeText::lines(text),
    });
    let title = Some("临江县示例局2023年政府信息公开工作年度报告".into());
    Report { lean, narrative: Narrative { title, sections: sections.collect(), ..Narrative::default() } }
}

/// That report with another text in one section.
pub(super) fn with_section(number: u8, text: &str) -> Report {
    let mut report = report();
    for section in report.narrative.sections.iter_mut().filter(|section| section.number == number) {
        section.text = SafeText::lines(text);
    }
    report
}

/// That report from an agency with this name.
pub(super) fn of_agency(name: &str) -> Report {
    let mut report = report();
    report.narrative.title = Some(SafeText::line(&format!("{name}2023年政府信息公开工作年度报告")));
    report.lean.head.agency.name = name.into();
    report
}

/// A reading doubt.
pub(super) fn remark(kind: &str, cell: &str, message: &str) -> Remark {
    let cell = (!cell.is_empty()).then(|| SafeText::line(cell));
    Remark { cell, kind: kind.into(), message: message.into(), line: Some(1), ..Remark::default() }
}

/// A reading doubt about a wording: as it is on the form, and as it stands in the document.
pub(super) fn reworded(kind: &str, cell: &str, official: &str, text: &str) -> Remark {
    let some = |text: &str| (!text.is_empty()).then(|| SafeText::line(text));
    let label = Label { table: None, official: some(official), text: some(text) };
    Remark { label: Some(label), ..remark(kind, cell, "标签有改动") }
}

/// What all rules together give.
pub(super) fn outcome(report: &Report) -> Outcome {
    check_whole(report, &Basis::standard())
}

/// The cases that a rule said under a profile.
pub(super) fn said_under(profile: &Profile, report: &Report, id: &str) -> Vec<String> {
    cases(&check_whole(report, &Basis::new(profile)), report, id)
}

/// The cases that a rule said, in order. That every passage is where it is said to be is checked on the way.
pub(super) fn said(report: &Report, id: &str) -> Vec<String> {
    cases(&outcome(report), report, id)
}

fn cases(outcome: &Outcome, report: &Report, id: &str) -> Vec<String> {
    let own = outcome.findings.iter().filter(|finding| &*finding.rule.id == id);
    own.map(|finding| {
        let What::Said(said) = &finding.what else { panic!("{id} does not speak in its own words") };
        for evidence in &said.evidence {
            let text = match evidence.section {
                0 => report.narrative.title.as_deref(),
                number => report.narrative.sections.iter().find(|s| s.number == number).map(|s| &*s.text),
            };
            let slice: String =
                text.unwrap().chars().skip(evidence.start).take(evidence.end - evidence.start).collect();
            assert_eq!(evidence.text.as_str(), slice);
        }
        for text in [&said.wording.zh, &said.wording.en] {
            for name in text.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
                assert!(said.values.iter().any(|(known, _)| *known == name), "{id}: nothing for {name}");
            }
        }
        let case = finding.rule.cases.iter().find(|(_, wording)| std::ptr::eq(*wording, said.wording));
        case.unwrap().0.to_string()
    })
    .collect()
}

/// The passages that a rule shows, in order.
pub(super) fn evidence(report: &Report, id: &str) -> Vec<String> {
    let _ = said(report, id);
    let outcome = outcome(report);
    let own = outcome.findings.iter().filter(|finding| &*finding.rule.id == id);
    own.flat_map(|finding| finding.evidence()).map(|evidence| evidence.text.to_string()).collect()
}

/// Did a rule say that it could not run?
pub(super) fn unchecked(report: &Report, id: &str) -> bool {
    assert!(rule(id).is_some(), "{id}");
    outcome(report).unchecked.iter().any(|entry| &*entry.rule.id == id)
}

#[test]
fn a_report_that_is_in_order_has_no_findings() {
    let outcome = outcome(&report());
    let own = |finding: &&super::Finding| PARTS.iter().any(|part| finding.rule.id.starts_with(part));
    let messages: Vec<String> = outcome
        .findings
        .iter()
        .filter(own)
        .map(|finding| super::message(form::newest(), finding, &report().lean.cells, crate::words::Lang::Zh))
        .collect();
    assert_eq!(messages, [""; 0]);
}

/// The rules that are tested with this report.
const PARTS: [&str; 5] = ["DOC-", "SEC-", "TXT-", "EXT-", "SIM-03"];

proptest::proptest! {
    #[test]
    fn no_text_can_break_it(
        title in proptest::prelude::any::<String>(),
        texts in proptest::collection::vec(proptest::string::string_regex(TEXT).unwrap(), 0..6),
        heading in proptest::prelude::any::<String>(),
        year in proptest::prelude::any::<u16>(),
    ) {
        let mut report = report();
        report.lean.head.year = year;
        report.narrative.title = Some(SafeText::line(&title));
        report.lean.head.agency.name = SafeText::line(&title);
        for (section, text) in report.narrative.sections.iter_mut().zip(&texts) {
            section.text = SafeText::lines(text);
            section.heading = SafeText::line(&heading);
        }
        let outcome = outcome(&report);
        for rule in rules().iter().filter(|rule| PARTS.iter().any(|part| rule.id.starts_with(part))) {
            let _ = cases(&outcome, &report, &rule.id);
        }
    }
}

/// Pieces that the rules look for, between anything else.
const TEXT: &str = "(\\PC|[ \n（）“”《》]|一是|二是|将进一步|现将|统计期限|2023年|1月1日|至|国务院令第|〔2020〕|号|申请人|XX|的的|（一）、|局|县|20){0,60}";
