//! Verdicts and the status of reports, undo and redo.

use crate::check::Basis;
use crate::journal::{Decision, Seen, Status};
use crate::tui::fixture::{Desk, note_by, profile, said, status_of, verdict};
use crate::tui::model::Overlay;
use crate::tui::msg::Intent;
use crate::tui::overlay::editor::Purpose;
use crate::words::{Lang, ZH};

#[test]
fn a_verdict_moves_on_to_the_next_open_finding() {
    let mut desk = Desk::new();
    desk.keys("n v");
    assert!(matches!(desk.model.overlay, Some(Overlay::Verdict(_))));
    desk.keys("enter");
    let recorded = desk.recorded();
    assert_eq!(verdict(&recorded[0]), (Decision::Return, ""));
    let Intent::About { seen, item, .. } = &recorded[0] else { panic!() };
    assert_eq!((seen.clone(), *item), (Seen::sides(6, 5), desk.item("a/new")));
    assert_eq!(desk.cell(), "requests/new/total", "moved on");
    desk.saved();
    said(&desk, "已保存处理意见：属实，须更正");
    assert_eq!(desk.model.journal.marks.get(desk.item("a/new")).unwrap().decided, 1);
    desk.keys("v j j j enter");
    assert_eq!(verdict(&desk.recorded()[0]), (Decision::Accept, "上年更正"));
    desk.saved();
    assert_eq!(desk.model.journal.marks.get(desk.item("a/new")).unwrap().decided, 2);
    assert_eq!(desk.cell(), "requests/new/total", "nothing is open any more");
}

#[test]
fn a_key_that_asks_nothing_names_its_finding_and_replaces_no_decision() {
    let mut desk = Desk::new();
    desk.keys("n");
    let rule = |desk: &Desk| desk.open().finding().unwrap().rule.id.to_string();
    let first = rule(&desk);
    desk.keys("t");
    assert_eq!(desk.recorded().len(), 1);
    desk.keys("b");
    said(&desk, ZH.desk.still_saving());
    desk.saved();
    said(&desk, &first);
    let last = rule(&desk);
    let named = format!("{last} {}", desk.open().finding().unwrap().rule.name(Lang::Zh));
    desk.keys("b").saved();
    assert!(desk.notice().contains(&last) && desk.notice().contains("尚未退回"), "{}", desk.notice());
    desk.effects();
    // The cursor has stayed on the last one.
    desk.keys("t");
    assert!(desk.recorded().is_empty());
    assert_eq!(desk.notice(), format!("{named} 已有处理意见：不是问题，v 修改"));
    // Nor does the same again.
    desk.keys(".");
    assert!(desk.recorded().is_empty());
    assert_eq!(desk.notice(), format!("{named} 已有处理意见：不是问题，v 修改"));
    desk.keys("v enter");
    assert_eq!(verdict(&desk.recorded()[0]).0, Decision::Return, "asked, it is changed");
}

#[test]
fn a_verdict_is_chosen_by_number_or_left_alone() {
    let mut desk = Desk::new();
    desk.keys("n v 7");
    assert_eq!(verdict(&desk.recorded()[0]).0, Decision::ToVerify);
    desk.saved().keys("v esc");
    desk.keys("v q");
    desk.keys("v 9 0 x");
    assert!(matches!(desk.model.overlay, Some(Overlay::Verdict(_))), "a number without a line does nothing");
    assert!(desk.recorded().is_empty());
    desk.keys("esc v k k k enter");
    assert_eq!(verdict(&desk.recorded()[0]).0, Decision::Return);
    desk.saved().keys("N v G j j j j j j j j j j enter");
    assert_eq!(verdict(&desk.recorded()[0]).0, Decision::ToVerify);
}

#[test]
fn the_reasons_are_those_of_the_office() {
    let mut desk = Desk::new();
    desk.model.given.basis = Basis::new(profile("reasons = [\"换届\", \"合并报送\", \"补报\", \"口径\"]"));
    desk.keys("n v 5");
    assert_eq!(verdict(&desk.recorded()[0]), (Decision::Accept, "口径"));
    desk.saved().keys("v 8");
    assert_eq!(verdict(&desk.recorded()[0]).0, Decision::ToVerify);
}

#[test]
fn a_rule_that_the_office_has_switched_off_is_not_shown() {
    for (text, expected) in [("", 2), ("[levels]\n\"T3-01\" = \"off\"", 0)] {
        let mut desk = Desk::new();
        desk.model.given.basis = Basis::new(profile(text));
        desk.keys("n");
        let open = desk.model.open.as_ref().unwrap();
        assert_eq!((open.item, open.outcome.findings.len()), (desk.item("a/new"), expected));
    }
}

#[test]
fn a_reason_of_ones_own_is_written() {
    let mut desk = Desk::new();
    desk.keys("n v 5");
    assert!(matches!(desk.editor().purpose, Purpose::Reason(_)));
    desk.typed("与上级核对过").keys("enter");
    assert_eq!(verdict(&desk.recorded()[0]), (Decision::Accept, "与上级核对过"));
    desk.saved().keys("v 5 enter");
    assert!(desk.recorded().is_empty(), "no reason, no verdict");
    assert_eq!(desk.notice(), ZH.desk.nothing_written());
}

#[test]
fn accepting_with_open_errors_asks_first() {
    let mut desk = Desk::new();
    desk.keys("A");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))));
    desk.keys("x enter j");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))), "only yes or no are answers");
    desk.keys("n");
    assert!(desk.model.overlay.is_none() && desk.recorded().is_empty());
    desk.keys("A esc");
    assert!(desk.model.overlay.is_none() && desk.recorded().is_empty());
    desk.keys("A y").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Accepted);
    desk.keys("j A").saved();
    assert_eq!(status_of(&desk, "b"), Status::Accepted, "nothing to ask where there is no error");
}

#[test]
fn accepting_after_a_verdict_on_every_error_does_not_ask() {
    let mut desk = Desk::new();
    desk.keys("n v 6").saved().keys("v 6").saved().keys("A");
    assert!(desk.model.overlay.is_none());
    desk.saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Accepted);
}

#[test]
fn returning_twice_says_that_it_is_returned_already() {
    let mut desk = Desk::new();
    desk.keys("R enter");
    assert_eq!(desk.notice(), ZH.desk.saving());
    desk.saved();
    said(&desk, "已保存状态：退回");
    assert_eq!((status_of(&desk, "a/new"), desk.recorded().len()), (Status::Returned, 1));
    desk.keys("R");
    said(&desk, "已经是：退回");
    assert!(desk.recorded().is_empty());
    desk.keys("j R");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))), "nothing was found in it: it asks");
    desk.keys("n");
    assert!(desk.recorded().is_empty());
    desk.keys("R y enter").saved();
    assert_eq!(status_of(&desk, "b"), Status::Returned);
}

#[test]
fn undo_takes_back_the_last_own_act_and_then_the_one_before() {
    let mut desk = Desk::new();
    desk.keys("u");
    assert_eq!(desk.notice(), ZH.desk.nothing_to_undo());
    desk.keys("a").typed("一").keys("enter");
    desk.keys("u");
    assert_eq!(desk.notice(), ZH.desk.still_saving(), "not before it is on disk");
    desk.saved().keys("R enter").saved();
    let others = note_by(&desk, "wang", "b", "别人的");
    desk.hear(vec![others]);
    desk.keys("u").saved();
    said(&desk, "已撤销：松溪县教育局 2024");
    assert_eq!(status_of(&desk, "a/new"), Status::Reviewing);
    desk.keys("u").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Unreviewed);
    desk.keys("u");
    assert_eq!(desk.notice(), ZH.desk.nothing_to_undo(), "the acts of others are theirs");
    assert_eq!(desk.model.journal.marks.get(desk.item("b")).unwrap().notes, 1);
}

#[test]
fn undo_works_across_sessions() {
    let mut first = Desk::new();
    first.keys("R enter").saved();
    let mut second = Desk::new();
    second.hear(first.acts.clone());
    assert_eq!(status_of(&second, "a/new"), Status::Returned);
    second.keys("u").saved();
    assert_eq!(status_of(&second, "a/new"), Status::Unreviewed);
}

#[test]
fn what_was_undone_can_be_restored() {
    let mut desk = Desk::new();
    desk.keys("ctrl-r");
    assert_eq!(desk.notice(), ZH.desk.nothing_to_redo());
    desk.keys("R enter").saved().keys("u").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Unreviewed);
    desk.keys("ctrl-r").saved();
    said(&desk, "已恢复：松溪县教育局 2024");
    assert_eq!(status_of(&desk, "a/new"), Status::Returned);
}

#[test]
fn a_verdict_is_never_given_on_a_finding_that_is_not_on_the_screen() {
    let mut desk = Desk::new();
    desk.keys("n v");
    assert!(matches!(desk.model.overlay, Some(Overlay::Verdict(_))));
    for elsewhere in ["esc 4 v", "enter v", "esc 2 v"] {
        desk.keys(elsewhere);
        assert!(desk.model.overlay.is_none(), "{elsewhere}");
        assert_eq!(desk.notice(), ZH.desk.no_finding_here(), "{elsewhere}");
    }
}

#[test]
fn errors_that_were_returned_are_not_accepted_without_a_question() {
    let mut desk = Desk::new();
    desk.keys("enter v 1").saved().keys("v 1").saved().keys("A");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))));
    desk.keys("n v 6").saved().keys("k v 6").saved();
    desk.keys("A");
    assert!(desk.model.overlay.is_none(), "not a problem, so nothing is open");
}

#[test]
fn after_the_last_verdict_it_is_said_that_the_report_itself_is_not_returned_yet() {
    let mut desk = Desk::new();
    desk.keys("n v 1").saved();
    assert!(!desk.notice().contains("尚未退回"), "one is open still: {}", desk.notice());
    desk.keys("v 1").saved();
    said(&desk, "2 条须更正，整份尚未退回：R 退回，n 到 白石镇");
    desk.keys("esc esc f").typed("未退回").keys("enter");
    assert_eq!(desk.listed(), ["a/new"]);
    let unreturned = |desk: &Desk| desk.model.journal.marks.get(desk.item("a/new")).unwrap().unreturned;
    desk.keys("R enter").saved();
    assert_eq!(unreturned(&desk), 0);
    desk.keys("u").saved();
    assert_eq!(unreturned(&desk), 2, "it is back");
    desk.keys("A y").saved();
    assert_eq!(unreturned(&desk), 0, "whoever accepted it was asked");
    desk.keys("esc n v 1").saved();
    said(&desk, "2 条须更正，整份尚未退回");
    assert_eq!(unreturned(&desk), 1, "said after it was accepted");
}

#[test]
fn findings_that_need_no_correction_and_reports_that_are_out_are_all_decided_and_no_more() {
    let mut desk = Desk::new();
    desk.keys("n v 6").saved().keys("v 6").saved();
    said(&desk, "本报告问题已全部处理，n 到");
    let mut desk = Desk::new();
    desk.keys("R enter").saved().keys("n v 1").saved().keys("v 1").saved();
    said(&desk, "本报告问题已全部处理，n 到");
}

#[test]
fn acceptance_asks_whatever_is_open_and_says_what() {
    let question = |desk: &Desk| match &desk.model.overlay {
        Some(Overlay::Question(question)) => question.text.clone(),
        other => format!("{other:?} {}", desk.notice()),
    };
    let mut desk = Desk::new();
    desk.keys("A");
    assert_eq!(question(&desk), "2 个错误未处理。仍然通过？");
    desk.keys("n n v 1").saved().keys("v 7").saved().keys("A");
    assert_eq!(question(&desk), "1 条须更正，1 条待核实。仍然通过？");
    desk.keys("n R enter").saved().keys("A");
    assert_eq!(question(&desk), "1 份已退回，1 条须更正，1 条待核实。仍然通过？");
}

#[test]
fn again_is_no_way_round_the_question() {
    let mut desk = Desk::new();
    desk.keys("j A").saved().keys("k .");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))), "{}", desk.notice());
    desk.keys("n").recorded();
    desk.keys("R enter").saved().keys("j .");
    assert!(matches!(desk.model.overlay, Some(Overlay::Question(_))), "nothing was found in it");
}

#[test]
fn what_was_undone_is_not_repeated() {
    for act in ["v 6", "R enter"] {
        let mut desk = Desk::new();
        desk.keys("n").keys(act).saved().keys("u").saved();
        desk.recorded();
        desk.keys(".");
        assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.act.nothing_to_repeat()), "{act}");
    }
}
