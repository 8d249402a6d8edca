//! Several reviewers on one journal: whose a report is, who is here, where they disagree.

use crate::journal::{Act, ActKind, Decision};
use crate::tui::fixture::{Desk, note_by, said};
use crate::tui::model::Overlay;
use crate::tui::model::chip::{Chip, Flag};
use crate::tui::msg::{Intent, Msg, What};
use crate::tui::screen::notes;

/// To whom the acts to be written give something.
fn given(desk: &mut Desk) -> Vec<Option<String>> {
    let recorded = desk.recorded().into_iter();
    recorded
        .map(|intent| match intent {
            Intent::About { what: What::Assign(to), .. } => to.map(|name| name.to_string()),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn choices(desk: &Desk) -> Vec<String> {
    match &desk.model.overlay {
        Some(Overlay::Picker(picker)) => picker.found().into_iter().map(|(_, line)| line.text.clone()).collect(),
        other => panic!("{other:?}; said: {}", desk.notice()),
    }
}

fn assignee(desk: &Desk, id: &str) -> Option<String> {
    desk.model.journal.marks.assignee(desk.item(id)).map(ToString::to_string)
}

#[test]
fn a_report_is_given_to_somebody_known_to_somebody_new_and_to_nobody() {
    let mut desk = Desk::new();
    let acts = vec![note_by(&desk, "王芳", "b", "好"), desk.assigned_by("王芳", "c", Some("赵明"))];
    desk.hear(acts);
    desk.take(Msg::Here(vec![desk.presence("孙丽", "b")]));
    desk.keys(", a");
    assert_eq!(choices(&desk), ["li", "孙丽", "王芳", "赵明", "不指派"]);
    desk.typed("wangf").keys("enter");
    assert_eq!(given(&mut desk), [Some("王芳".to_owned())]);
    desk.saved();
    said(&desk, "已指派给 王芳");
    assert_eq!(assignee(&desk, "a/new").as_deref(), Some("王芳"));
    assert!(desk.screen().join("\n").contains("@王芳"));
    desk.keys(", a").typed("周杰").keys("enter");
    assert_eq!(given(&mut desk), [Some("周杰".to_owned())], "a name that nobody has yet");
    desk.saved().keys(", a").typed("周杰").keys("enter");
    assert!(given(&mut desk).is_empty());
    said(&desk, "已经是这样指派的");
    desk.keys("enter , a up").typed("不指").keys("enter");
    assert_eq!(given(&mut desk), [None]);
    desk.saved();
    said(&desk, "已取消指派");
    assert_eq!(assignee(&desk, "a/new"), None);
}

#[test]
fn an_assignment_is_undone_and_done_again() {
    let mut desk = Desk::new();
    desk.keys(", a enter").saved();
    assert_eq!(assignee(&desk, "a/new").as_deref(), Some("li"));
    desk.keys("u").saved();
    assert_eq!(assignee(&desk, "a/new"), None);
    said(&desk, "指派给 li");
    desk.keys("ctrl-r").saved();
    assert_eq!(assignee(&desk, "a/new").as_deref(), Some("li"));
    assert!(desk.acts.iter().any(|act| matches!(act.kind, ActKind::Assign(_))));
}

#[test]
fn nothing_is_assigned_where_nothing_can_be_written_or_nothing_is_under_the_cursor() {
    let mut desk = Desk::new();
    desk.model.journal.read_only = true;
    desk.keys(", a");
    said(&desk, "只读");
    desk.model.journal.read_only = false;
    desk.keys("G , a");
    assert!(desk.model.overlay.is_some(), "a file that cannot be read is somebody's to ask after");
    desk.keys("esc").typed("/没有这样的").keys("enter , a");
    said(&desk, "没有可审核的年报");
}

#[test]
fn only_ones_own_are_shown_and_the_list_follows_what_others_give() {
    let mut desk = Desk::new();
    let act = desk.assigned_by("王芳", "b", Some("li"));
    desk.hear(vec![act]);
    desk.keys("M");
    assert_eq!(desk.listed(), ["b"]);
    let act = desk.assigned_by("王芳", "c", Some("li"));
    let undo = Act::retract("王芳", &act);
    desk.hear(vec![act]);
    assert_eq!(desk.listed(), ["b", "c"]);
    desk.hear(vec![undo]);
    assert_eq!(desk.listed(), ["b"]);
    desk.keys("M");
    assert_eq!(desk.listed().len(), 4);
    desk.keys("f").typed("未指派").keys("enter");
    assert_eq!(desk.listed(), ["a/new", "c"]);
    desk.keys("esc f").typed("指派 li").keys("enter");
    assert_eq!(desk.listed(), ["b"]);
    assert!(desk.model.list.chips.contains(&Chip::Assignee(Some("li".into()))));
}

#[test]
fn who_is_here_shows_on_the_list_on_the_report_and_leads_there() {
    let mut desk = Desk::new();
    desk.keys(", w");
    said(&desk, "没有别人");
    let here = vec![desk.presence("王芳", "b"), desk.presence("赵明", "b"), desk.presence("孙丽", "")];
    desk.take(Msg::Here(here));
    assert!(desk.screen().join("\n").contains("◦王芳+1"));
    desk.keys(", w");
    assert_eq!(choices(&desk), ["王芳  松溪县公安局 2024", "赵明  松溪县公安局 2024", "孙丽  在机关列表"]);
    desk.typed("孙").keys("enter");
    assert!(desk.model.open.is_none(), "there is nowhere to go");
    desk.keys(", w enter");
    assert_eq!(desk.opened(), "b");
    assert!(desk.screen()[0].trim_end().ends_with("王芳、赵明 正在看"), "{}", desk.screen()[0]);
    desk.take(Msg::Here(Vec::new()));
    assert!(!desk.screen()[0].contains("正在看"));
}

#[test]
fn a_report_that_is_not_here_leads_nowhere() {
    let mut desk = Desk::new();
    let mut elsewhere = desk.presence("王芳", "b");
    if let Some(report) = &mut elsewhere.report {
        report.agency = "别的机关".into();
    }
    desk.take(Msg::Here(vec![elsewhere])).keys(", w enter");
    assert!(desk.model.open.is_none());
    said(&desk, "不在这里");
}

#[test]
fn reviewers_who_disagree_are_shown_until_one_gives_in() {
    let mut desk = Desk::new();
    let conflicts = |desk: &Desk| desk.model.journal.marks.get(desk.item("a/new")).unwrap().conflicts;
    let (one, other) =
        (desk.verdict_by("王芳", "a/new", Decision::Return), desk.verdict_by("赵明", "a/new", Decision::NotAProblem));
    desk.hear(vec![one, other]);
    assert_eq!(conflicts(&desk), 1);
    let choices = crate::tui::overlay::picker::choices(&[0, 1, 2, 3], &desk.model.library, &desk.model.journal.marks);
    assert!(choices.iter().any(|choice| choice.chip == Chip::Flag(Flag::Conflict) && choice.count == 1));
    desk.keys("f").typed("意见不一").keys("enter");
    assert_eq!(desk.listed(), ["a/new"]);
    desk.keys("enter");
    let screen = |desk: &Desk| desk.screen().join("\n");
    assert!(screen(&desk).contains("(意见不一：王芳 属实，须更正、赵明 不是问题)"), "{}", screen(&desk));
    assert!(screen(&desk).contains("意见不一 1"));
    desk.keys("enter enter");
    assert!(screen(&desk).contains("意见不一：王芳 属实，须更正、赵明 不是问题"), "on the cell: {}", screen(&desk));
    desk.keys("6");
    let entries = notes::entries(&desk.model);
    assert_eq!(
        entries.iter().map(|entry| (entry.act.by.as_str(), entry.disputed)).collect::<Vec<_>>(),
        [("王芳", true), ("赵明", true)]
    );
    let given_in = desk.verdict_by("王芳", "a/new", Decision::NotAProblem);
    desk.hear(vec![given_in]);
    assert_eq!(conflicts(&desk), 0);
    assert_eq!(notes::entries(&desk.model).len(), 1);
    assert!(!screen(&desk).contains("意见不一 1"));
}

#[test]
fn marked_agencies_are_assigned_at_once() {
    let mut desk = Desk::new();
    desk.keys("space space , a enter").saved();
    let assigned = (0..4).filter(|&item| desk.model.journal.marks.is_assigned_to(item, "li")).count();
    assert_eq!(assigned, 2, "{}", desk.notice());
    desk.keys("u").saved();
    assert!((0..4).all(|item| desk.model.journal.marks.assignee(item).is_none()), "taken back as one");
}
