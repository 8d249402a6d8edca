use super::*;

fn show(out: &mut dyn Write, review: &Review, words: &Words) -> io::Result<()> {
    let target = |row: &ActRow<'_>| describe_target(&row.act.target, words);
    rows(review, true).into_iter().try_for_each(|row| show_row(out, review, row, &target(&row), words))
}

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
        shown.starts_with("2026-01-20 09:31  li  命名为 卢氏县水利局  未具名·0123abcd 2025  整份年报  【已撤回：2026-01-20 09:31 li】\n"),
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
            "2026-01-20 09:31  li  批注  {report}  单元格 requests/carried_in/total  【已撤回：2026-01-20 09:31 li】\n\
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
fn what_was_taken_back_is_one_row_and_what_was_restored_too() {
    let (one, two) = (note("li", "一"), note("li", "二"));
    let back = Act::retract("wang", &two);
    let again = Act::retract("wang", &back);
    let third = Act::retract("li", &one);
    let review = Review::new([one, two, back, again, third]);
    let listed: Vec<(String, bool)> =
        rows(&review, false).iter().map(|row| (row.act.text.to_string(), row.taken_back.is_some())).collect();
    assert_eq!(listed, [("一".to_owned(), true), ("二".to_owned(), false)]);
    assert_eq!(rows(&review, true).len(), 5);
}

#[test]
fn a_check_begins_with_one_sentence_and_says_one_thing() {
    let shown = |kinds: &[crate::journal::ProblemKind]| {
        let mut checked = Verification { lines: 3, acts: 2, ..Verification::default() };
        kinds.iter().for_each(|kind| checked.problems.push(2, kind.clone()));
        let mut out = Vec::new();
        show_verification(&mut out, &checked, ZH).unwrap();
        String::from_utf8(out).unwrap()
    };
    use crate::journal::ProblemKind::{BrokenChain, Torn};
    assert_eq!(shown(&[]), "日志完好：共 3 行，2 条记录。\n");
    assert_eq!(
        shown(&[Torn]),
        "日志完好：共 3 行，2 条记录；1 处没有写完、重复或由更新版本写入，不影响其余：\n第 2 行：不完整（写到一半中断），未读取\n"
    );
    assert!(shown(&[Torn, BrokenChain]).starts_with("日志不完好：共 3 行，2 条记录；1 处被改动过"));
}
