//! Returning in a real terminal: one report for its third error, and many at once; undone and redone.

use crate::support::command::{Place, broken, clean, set};
use crate::support::desk::{loaded, quit, shown, start};
use crate::support::pty::Pty;
use serde_json::json;

/// Five agencies; the fourth has more than three errors.
fn desk(place: &Place) -> Pty {
    let mut fourth = broken("白石镇人民政府", 2024);
    set(&mut fourth, "disputes/reconsideration/total", json!(1));
    set(&mut fourth, "disputes/litigation_after/total", json!(2));
    let reports = [
        clean("松溪县档案局", 2024),
        broken("松溪县教育局", 2024),
        clean("松溪县公安局", 2024),
        fourth,
        clean("松溪县审计局", 2024),
    ];
    for (number, report) in (1..).zip(&reports) {
        place.write(&format!("in/{number}.json"), report.to_string());
    }
    let pty = start(place, &["in", "--journal", "j.jsonl", "--reviewer", "li"]).size(120, 30).spawn();
    loaded(&pty);
    pty
}

/// The acts of the journal, a line for each.
#[track_caller]
fn acts(place: &Place) -> Vec<String> {
    shown(place).lines().filter(|line| !line.starts_with(' ')).map(str::to_owned).collect()
}

/// The second line of the screen: the tabs with the status, or the chips with the totals.
fn second(screen: &str) -> &str {
    screen.lines().nth(1).unwrap_or_default()
}

#[test]
fn the_third_error_of_the_fourth_agency_is_found_returned_with_a_reason_undone_and_redone() {
    let place = Place::new();
    let mut pty = desk(&place);
    pty.send("g\r").wait_for("its findings", |screen| second(screen).contains("[1 问题"));
    pty.send("gjj");
    pty.send("a").wait_text("Ctrl-J");
    pty.send("请核对后更正").wait_text("请核对后更正");
    pty.send("\r").wait_text("已保存批注");
    pty.send("v").wait_text("处理意见");
    pty.send("1").wait_text("已保存处理意见：属实，须更正");
    pty.send("R").wait_text("Enter 为");
    pty.send("\r").wait_text("已保存状态：退回，期限");
    pty.send("u").wait_text("已撤销：白石镇人民政府 2024 整份年报 状态：退回");
    pty.wait_for("the status before", |screen| second(screen).contains("审核中"));
    pty.send("\x12").wait_text("已恢复：白石镇人民政府 2024 整份年报 状态：退回");
    pty.wait_for("the status", |screen| second(screen).contains("退回，期限"));
    quit(pty);
    let lines = acts(&place);
    let kinds = ["批注", "处理意见：属实，须更正", "状态：退回，期限", "撤回", "撤回"];
    assert_eq!(lines.len(), kinds.len(), "{lines:#?}");
    for (line, kind) in lines.iter().zip(kinds) {
        assert!(line.contains(kind) && line.contains("白石镇人民政府"), "{kind}: {line}");
    }
    let findings = place.run(["check", "in/4.json", "--format", "jsonl", "--fail-on", "never"]);
    assert!(findings.out.contains("requests/new/total"), "{}", findings.out);
}

#[test]
fn all_are_returned_at_once_and_taken_back_at_once_and_another_desk_sees_it() {
    let place = Place::new();
    let mut pty = desk(&place);
    pty.send("*").wait_text("[已选 5]");
    pty.send("R").wait_text("所选 5 份的退回期限");
    pty.send("\r").wait_text("退回 5 份年报，期限");
    pty.wait_text("没有发现问题");
    pty.send("y").wait_text("已保存 5 条：状态：退回，期限");
    pty.wait_for("the totals", |screen| second(screen).contains("5 家，退回 5") && !screen.contains("已选"));
    pty.send("u").wait_text("已撤销 5 条：状态：退回");
    pty.wait_for("the totals", |screen| second(screen).contains("退回 0"));
    quit(pty);
    let lines = acts(&place);
    assert_eq!(lines.iter().filter(|line| line.contains("状态：退回")).count(), 5, "{lines:#?}");
    assert_eq!(lines.len(), 10, "{lines:#?}");
    // Days later, in another session: what was undone can be done again.
    let mut pty = desk(&place);
    pty.send("\x12").wait_text("已恢复 5 条：状态：退回");
    pty.wait_for("the totals", |screen| second(screen).contains("退回 5"));
    quit(pty);
}
