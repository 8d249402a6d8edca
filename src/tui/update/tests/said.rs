//! What the desk says of what was done: in names rather than numbers of its own, and the same in lines as on the screen.

use crate::journal::Decision;
use crate::tui::fixture::{Desk, said, several_years, versions};
use crate::tui::model::Overlay;
use crate::tui::plain::Plain;
use crate::words::{Lang, ZH};

#[test]
fn what_was_undone_is_named_as_on_the_screen() {
    let mut desk = Desk::new();
    desk.keys("enter v 6").saved();
    let fingerprint = desk.acts.last().unwrap().target.clone();
    desk.keys("u").saved();
    said(&desk, "已撤销：松溪县教育局 2024 T");
    assert!(matches!(&fingerprint, crate::journal::Target::Finding(name) if !desk.notice().contains(&**name)));
    desk.keys("2 g j j j a").typed("请核对").keys("enter").saved().keys("u").saved();
    assert!(!desk.notice().contains('/'), "the name of the cell rather than its id: {}", desk.notice());
    assert!(desk.notice().contains("行政处罚"), "{}", desk.notice());
}

#[test]
fn a_due_date_that_is_none_is_refused_rather_than_read_in_part() {
    for text in ["15日", "明天", "tomorrow", "2月30日"] {
        let mut desk = Desk::new();
        desk.keys("R").typed(text).keys("enter");
        assert_eq!(desk.notice(), format!("“{text}”不是日期，如 12-15、15天"));
        assert!(matches!(desk.model.overlay, Some(Overlay::Due(_))), "{text}");
        desk.keys("ctrl-u").paste(text).keys("enter");
        assert_eq!(desk.notice(), format!("“{text}”不是日期，如 12-15、15天"), "pasted");
    }
}

#[test]
fn the_versions_and_the_preview_say_that_reviewers_disagree() {
    let [first, second, _] = versions();
    let mut desk = Desk::empty(Lang::Zh, 120, 40);
    desk.load(&[first, second]).keys("enter");
    let (one, other) =
        (desk.verdict_by("王芳", "v/2", Decision::Return), desk.verdict_by("赵明", "v/2", Decision::NotAProblem));
    desk.keys("0").hear(vec![one, other]);
    let screen = desk.screen().join("\n");
    assert!(screen.contains("(意见不一：王芳 属实，须更正、赵明 不是问题)"), "{screen}");
    // The preview beside the list says it too, where lines may break.
    desk.keys("esc esc p");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("(意见不一：王芳 属实"), "{screen}");
}

#[test]
fn the_desk_in_lines_says_what_was_decided_and_names_the_report_once() {
    let (mut desk, mut plain) = (Desk::new(), Plain::default());
    desk.keys("enter");
    let text = plain.next(&desk.model);
    assert_eq!(text.matches("松溪县教育局 2024").count(), 1, "{text}");
    desk.keys("v 2").saved().keys("k");
    let text = plain.next(&desk.model);
    let reason = ZH.desk.reasons().first().unwrap();
    assert!(text.contains(&format!("(认可 {reason})")), "{text}");
    desk.keys("V");
    let text = plain.next(&desk.model);
    assert!(text.contains(ZH.act.verdict_all_title()) && text.contains(&format!("  2 认可（{reason}）")), "{text}");
}

#[test]
fn a_low_screen_still_shows_what_can_be_chosen() {
    let mut desk = Desk::new();
    desk.resize(24, 6).keys(":");
    let screen = desk.screen();
    assert!(screen.iter().any(|line| line.contains('/')) && screen.iter().any(|line| line.contains('▸')), "{screen:?}");
}

#[test]
fn a_name_written_out_is_meant_and_a_new_one_can_be_part_of_a_known_one() {
    let mut desk = Desk::new();
    let acts = vec![desk.assigned_by("王芳", "b", Some("alibo")), desk.assigned_by("王芳", "c", Some("bo"))];
    desk.hear(acts).keys(", a").typed("bo").keys("enter").saved();
    said(&desk, "已指派给 bo");
    // Nobody is called so: known names come first, the new one can be reached.
    desk.keys(", a").typed("ali");
    assert!(desk.screen().join("\n").contains(ZH.together.new_name()));
    desk.keys("down enter").saved();
    said(&desk, "已指派给 ali");
    desk.keys(", a").paste("王二").keys("enter").saved();
    said(&desk, "已指派给 王二");
}

#[test]
fn the_preview_names_the_level_of_an_agency_in_the_language_of_the_desk() {
    for (lang, name) in [(Lang::Zh, "县级部门"), (Lang::En, "county department")] {
        let mut desk = Desk::empty(lang, 120, 40);
        desk.load(&several_years()).keys("p");
        let screen = desk.screen().join("\n");
        assert!(screen.contains(name) && !screen.contains("county-department"), "{screen}");
    }
}

#[test]
fn a_new_name_within_the_word_nobody_takes_the_report_from_nobody() {
    let mut desk = Desk::of(Lang::En, 80, 24);
    desk.keys(", a").typed("bo").keys("enter").saved();
    assert_eq!(desk.model.journal.marks.assignee(desk.item("a/new")).map(|name| name.as_str()), Some("bo"));
    desk.keys(", a").typed("nob").keys("enter").saved();
    assert_eq!(desk.model.journal.marks.assignee(desk.item("a/new")), None);
}
