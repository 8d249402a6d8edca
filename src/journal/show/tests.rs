use super::*;
use crate::journal::tests::{note, status, verdict};
use crate::journal::{Comparison, Decision, Status, When};
use crate::words::{EN, ZH};

fn shown(words: &Words) -> String {
    let at = |mut act: Act| {
        act.at = When::parse("2026-01-20T09:31:07+08:00").unwrap();
        act
    };
    let first = at(note("li", "请核对上年结转\n第二行"));
    let acts = [
        first.clone(),
        at(verdict("li", "f1", Decision::Accept)),
        at(status("王", Status::Returned)),
        at(Act::retract("li", &first)),
        at(Act::reading("王", first.report.clone(), first.target.clone(), Comparison::Corrected, "51", None)),
    ];
    let mut out = Vec::new();
    show(&mut out, &Review::new(acts), words).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_given_name_stands_behind_the_one_that_was_read() {
    let report = ReportRef { agency: "未具名·0123abcd".into(), year: 2025, ..ReportRef::default() };
    let at = |act| Act { at: When::parse("2026-01-20T09:31:07+08:00").unwrap(), ..act };
    let named = at(Act::name("li", report.clone(), Some("卢氏县水利局")));
    let mut out = Vec::new();
    show(
        &mut out,
        &Review::new([named.clone(), at(Act::name("li", report, None)), at(Act::retract("li", &named))]),
        ZH,
    )
    .unwrap();
    let shown = String::from_utf8(out).unwrap();
    assert!(
        shown.starts_with("2026-01-20 09:31  li  命名为 卢氏县水利局  未具名·0123abcd 2025  整份年报  【已撤回】\n"),
        "{shown}"
    );
    assert!(shown.contains("恢复读出的名称"), "{shown}");
}

#[test]
fn a_name_that_no_desk_takes_over_is_not_shown_as_one() {
    let report = ReportRef { agency: "卢氏县水利局".into(), year: 2025, ..ReportRef::default() };
    let mut out = Vec::new();
    show(&mut out, &Review::new([Act::name("li", report, Some("卢氏县教育局"))]), ZH).unwrap();
    let shown = String::from_utf8(out).unwrap();
    assert!(shown.contains("命名为 卢氏县教育局  卢氏县水利局 2025"), "{shown}");
}

#[test]
fn acts_are_shown_one_after_the_other() {
    let report = "河南省/三门峡市/卢氏县 2025";
    assert_eq!(
        shown(ZH),
        format!(
            "2026-01-20 09:31  li  批注  {report}  单元格 requests/carried_in/total  【已撤回】\n\
             \x20   请核对上年结转\n\
             \x20   第二行\n\
             2026-01-20 09:31  li  处理意见：认可（口径调整）  {report}  问题 f1\n\
             2026-01-20 09:31  王  状态：退回  {report}  整份年报\n\
             2026-01-20 09:31  li  撤回  {report}  单元格 requests/carried_in/total\n\
             \x20   所指：2026-01-20 09:31 li 批注\n\
             2026-01-20 09:31  王  读取更正  {report}  单元格 requests/carried_in/total\n\
             \x20   51\n"
        )
    );
    assert!(shown(EN).contains("li  verdict: accept (口径调整)  "));
}

#[test]
fn a_check_ends_in_one_line_that_sums_up() {
    let mut checked = Verification { lines: 3, acts: 2, ..Verification::default() };
    checked.problems.push(2, crate::journal::ProblemKind::Torn);
    let mut out = Vec::new();
    show_verification(&mut out, &checked, ZH).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text, "第 2 行：不完整（写到一半中断），未读取\n共 3 行，2 条记录，1 处异常。日志完好。\n");
}
