//! A return as it is written: its date, why, and what goes with it.

use serde_json::json;

use crate::journal::{Decision, Status, Target};
use crate::tui::fixture::{Desk, due_of, paper, said, status_of};
use crate::tui::model::Overlay;
use crate::tui::msg::{Intent, What};
use crate::tui::overlay::unfinished;
use crate::words::{Lang, ZH};

use super::DuePrompt;

fn prompt(desk: &Desk) -> &DuePrompt {
    match &desk.model.overlay {
        Some(Overlay::Due(prompt)) => prompt,
        other => panic!("no return is written but {other:?}; said: {}", desk.notice()),
    }
}

fn reason_of(desk: &Desk) -> String {
    desk.acts.iter().rev().find(|act| act.target == Target::Report).map(|act| act.text.to_string()).unwrap_or_default()
}

#[test]
fn a_return_lists_what_goes_with_it_and_takes_a_sentence() {
    let mut desk = Desk::new();
    desk.keys("n v 1").saved().keys("R");
    assert_eq!(
        (prompt(&desk).ticked(), prompt(&desk).going.len()),
        (2, 2),
        "the other error is undecided, and goes too"
    );
    let screen = desk.screen().join("\n");
    assert!(screen.contains("退回 松溪县教育局 2024") && screen.contains("一并退回问题 2/2 条"), "{screen}");
    desk.typed("12月15日").keys("tab").typed("上年结转数不符").keys("enter");
    assert_eq!(desk.recorded().len(), 2, "the verdict of before, and the return");
    desk.saved();
    assert_eq!(due_of(&desk, "a/new").as_deref(), Some("2026-12-15"));
    assert_eq!((status_of(&desk, "a/new"), reason_of(&desk)), (Status::Returned, "上年结转数不符".to_owned()));
    desk.keys("6 G");
    assert!(desk.screen().join("\n").contains("上年结转数不符"), "it is shown among the acts");
    desk.keys(", d").typed("20天").keys("enter").saved();
    assert_eq!(reason_of(&desk), "上年结转数不符", "another date takes nothing back that was said");
}

#[test]
fn to_take_a_finding_along_or_to_leave_it_is_a_verdict_and_is_undone_with_the_return() {
    let mut desk = Desk::new();
    desk.keys("n v 6").saved();
    desk.recorded();
    desk.keys("R tab tab");
    let ticked = |desk: &Desk| prompt(desk).going.iter().map(|going| going.is_ticked).collect::<Vec<_>>();
    assert_eq!(ticked(&desk), [true, false], "what is no problem stays here");
    desk.keys("space j space enter");
    let decisions: Vec<Decision> = desk
        .recorded()
        .iter()
        .filter_map(|intent| match intent {
            Intent::About { what: What::Verdict(verdict), .. } => Some(verdict.decision),
            _ => None,
        })
        .collect();
    assert_eq!(decisions, [Decision::ToVerify, Decision::Return]);
    desk.saved().keys("u").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Reviewing);
    desk.keys("R");
    assert_eq!(ticked(&desk), [true, false]);
    // What must be corrected cannot be left here by the way.
    desk.keys("esc N v 1").saved().keys("v 1").saved().keys("R tab tab space");
    assert_eq!((ticked(&desk), desk.notice()), (vec![true, true], ZH.act.due_goes()));
}

#[test]
fn no_word_of_a_return_is_lost() {
    let mut desk = Desk::new();
    desk.keys("R tab").typed("请核对后重报");
    assert_eq!(unfinished(&desk.model).unwrap().words(), Some("请核对后重报"), "kept while it is written");
    desk.keys("esc").recorded();
    desk.keys("R");
    assert_eq!(prompt(&desk).reason, "请核对后重报", "given up for now");
    desk.keys("enter").refused();
    assert_eq!(prompt(&desk).reason, "请核对后重报", "it could not be saved");
    desk.keys("enter").saved();
    assert_eq!((status_of(&desk, "a/new"), reason_of(&desk)), (Status::Returned, "请核对后重报".to_owned()));
}

#[test]
fn many_are_returned_with_the_same_reason() {
    let mut desk = Desk::new();
    desk.keys("* R tab").typed("格式不对").keys("enter n R");
    assert_eq!(prompt(&desk).reason, "格式不对");
    desk.keys("enter y").refused();
    assert_eq!(prompt(&desk).reason, "格式不对");
    desk.keys("enter y").saved();
    assert_eq!((status_of(&desk, "b"), reason_of(&desk)), (Status::Returned, "格式不对".to_owned()));
}

#[test]
fn the_day_that_was_meant_is_shown_and_whether_it_could_be_worked_out() {
    let mut desk = Desk::new();
    desk.keys("R").typed("10个工作日");
    assert!(desk.screen().join("\n").contains("即 2026-02-03 周二"), "{}", desk.screen().join("\n"));
    desk.keys("ctrl-u").typed("500 wd");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("2027 年放假安排未收录，只扣除了周末"), "{screen}");
}

#[test]
fn findings_that_were_not_shown_do_not_go_with_it() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    let reported = || paper("b", "松溪县公安局", 2024).set("requests/new/natural", json!(9));
    desk.load(&[reported()]).keys("R");
    let before = prompt(&desk).going.len();
    desk.change(&[reported().set("disputes/litigation_after/total", json!(2))], &[]).keys("enter");
    assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.act.due_changed()));
    assert!(prompt(&desk).going.len() > before);
    desk.keys("enter").saved();
    assert_eq!(status_of(&desk, "b"), Status::Returned);
    said(&desk, "已保存状态：退回");
}
