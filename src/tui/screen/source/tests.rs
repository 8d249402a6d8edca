//! The document, and the doubts of reading it: by keys.

use crate::journal::{ActKind, Comparison, Seen, Target};
use crate::library::Narrated;
use crate::tui::fixture::{Desk, doubtful, paper};
use crate::tui::model::{NarrativeState, Overlay, Screen};
use crate::tui::msg::{Effect, Intent, Msg, What};
use crate::tui::screen::source::Text;
use crate::words::{Lang, ZH};

fn desk() -> Desk {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[doubtful("a"), paper("b", "松溪县公安局", 2024), doubtful("c")]);
    desk.take(Msg::LoadingDone).take(Msg::CheckingDone { absent: Vec::new() });
    desk.model.notices.shown = None;
    desk
}

fn line(desk: &Desk) -> u32 {
    desk.open().source.line().expect("a line is under the cursor").number
}

fn asked(desk: &mut Desk) -> usize {
    desk.effects().iter().filter(|effect| matches!(effect, Effect::OpenSource(_))).count()
}

#[test]
fn the_document_is_read_when_its_tab_is_first_shown() {
    let mut desk = desk();
    desk.keys("enter 3 5 8");
    assert_eq!(asked(&mut desk), 0);
    desk.keys("7");
    assert_eq!(asked(&mut desk), 1);
    assert_eq!(desk.open().source.lines().len(), 16);
    desk.keys("1 7 3 7");
    assert_eq!(asked(&mut desk), 0, "it is there");
    desk.keys("J");
    assert_eq!((desk.opened().as_str(), desk.shown()), ("b", (Screen::Source, None)));
    assert!(matches!(&desk.open().source.text, Text::Failed(why) if why.contains("没有原文")));
    assert_eq!(asked(&mut desk), 1, "of the next report too");
}

#[test]
fn the_document_is_walked_by_line_and_to_both_ends() {
    let mut desk = desk();
    desk.keys("enter 7 j j k");
    assert_eq!(line(&desk), 2);
    desk.keys("G j");
    assert_eq!(line(&desk), 16);
    desk.keys("pageup g");
    assert_eq!(line(&desk), 1);
}

#[test]
fn o_goes_from_a_cell_to_its_line_and_enter_comes_back() {
    let mut desk = desk();
    desk.keys("enter 3 g l l l l l l");
    assert_eq!(desk.cell(), "requests/new/total");
    desk.keys("o");
    assert_eq!((desk.shown(), line(&desk)), ((Screen::Source, None), 14));
    desk.keys("enter");
    assert_eq!(
        (desk.shown(), desk.cell()),
        ((Screen::Table, Some(1)), "requests/new/total"),
        "back to where it came from"
    );
    desk.keys("enter o");
    assert_eq!(desk.shown(), (Screen::Source, None), "from the cell by itself too");
    // Again from the same line: the next one of it, and around.
    for cell in ["requests/new/natural", "requests/new/business", "requests/new/total"] {
        desk.keys("enter");
        assert_eq!(desk.cell(), cell);
        desk.keys("o");
    }
    desk.keys("j enter");
    assert_eq!(desk.cell(), "requests/carried_in/natural", "another line, its own cell");
}

#[test]
fn a_line_without_cells_and_a_cell_without_a_line_say_so() {
    let mut desk = desk();
    desk.keys("enter 7 enter");
    assert_eq!((desk.shown(), desk.notice()), ((Screen::Source, None), ZH.desk.no_cell_on_line()));
    desk.keys("3 G o");
    assert_eq!((desk.shown(), desk.notice()), ((Screen::Table, Some(1)), ZH.desk.no_origin()));
}

#[test]
fn n_walks_through_the_doubts_of_all_reports_and_says_when_it_wraps() {
    let mut desk = desk();
    desk.keys("enter 8");
    let at = |desk: &Desk| (desk.opened(), desk.open().doubts.cursor);
    for (keys, expected) in [("n n n", ("a", 3)), ("n", ("c", 0)), ("N", ("a", 3)), ("n n n n", ("c", 3))] {
        desk.keys(keys);
        assert_eq!((at(&desk), desk.notice()), ((expected.0.to_owned(), expected.1), ""), "{keys}");
        assert_eq!(desk.shown(), (Screen::Doubts, None));
    }
    desk.keys("n");
    assert_eq!((at(&desk), desk.notice()), (("a".to_owned(), 0), ZH.desk.wrapped_to_first()));
    desk.keys("N");
    assert_eq!((at(&desk), desk.notice()), (("c".to_owned(), 3), ZH.desk.wrapped_to_last()));
}

#[test]
fn a_doubt_leads_to_its_cell_and_to_its_line() {
    let mut desk = desk();
    desk.keys("enter 8 enter");
    assert_eq!((desk.shown(), desk.notice()), ((Screen::Doubts, None), ZH.desk.no_cell_of_doubt()));
    desk.keys("o");
    assert_eq!((desk.shown(), line(&desk)), ((Screen::Source, None), 12));
    desk.keys("8 j enter");
    assert_eq!(desk.cell(), "requests/new/natural");
    desk.keys("8 o");
    assert_eq!(
        (line(&desk), desk.open().source.cell),
        (14, desk.model.opened().unwrap().form.cell("requests/new/natural"))
    );
    desk.keys("8 G o");
    assert_eq!((desk.shown(), desk.notice()), ((Screen::Doubts, None), ZH.desk.no_origin()));
}

#[test]
fn a_reading_is_confirmed_or_corrected_in_the_journal_and_nowhere_else() {
    let mut desk = desk();
    desk.keys("enter 8 j v");
    assert!(matches!(desk.model.overlay, Some(Overlay::Compare(_))));
    desk.keys("j enter").typed("  51 ").keys("enter");
    let item = desk.item("a");
    let target = Target::Cell("requests/new/natural".into());
    let what = What::Reading(Comparison::Corrected, "51".to_owned());
    let report = Box::new(desk.model.reference(item).unwrap());
    assert_eq!(desk.recorded(), [Intent::About { item, report, target, what, seen: Seen::value(6) }]);
    desk.saved();
    assert_eq!(desk.notice(), "已保存：读取更正");
    assert_eq!(desk.open().doubts.cursor, 2, "on to the next one");
    desk.keys("v 1").saved();
    assert_eq!((desk.notice(), desk.open().doubts.cursor), ("已保存：读取无误", 3));
    desk.keys("3 g");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("6✗") && screen.contains("0✓"), "{screen}");
    assert!(screen.contains("填报 6") && screen.contains("已更正：应为 51（li）"), "the number stays:\n{screen}");
    desk.keys("8 k");
    assert!(desk.screen().concat().contains("读取无误（li）"));
    desk.keys("u").saved().keys("u").saved().keys("3");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("6?") && screen.contains("0?") && !screen.contains("已更正"), "{screen}");
}

#[test]
fn doubts_about_no_cell_are_told_apart() {
    let mut desk = desk();
    desk.keys("enter 8 v 1").saved();
    assert_eq!(desk.open().doubts.cursor, 1);
    desk.keys("G v 2").typed("2024年").keys("enter").saved();
    let screen = desk.screen().join("\n");
    assert!(screen.contains("读取无误（li）  第 12 行"), "{screen}");
    assert!(screen.contains("已更正：应为 2024年（li）  标题"), "{screen}");
    assert!(desk.acts.iter().all(|act| act.target == Target::Report && matches!(act.kind, ActKind::Reading(_))));
    desk.keys("6");
    assert!(!desk.screen().concat().contains(ZH.desk.stale()), "they speak of what is there");
}

#[test]
fn what_was_said_of_another_number_is_shown_as_outdated() {
    let mut desk = desk();
    desk.keys("enter 8 j v 1").saved();
    let acts = desk.acts.clone();
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[doubtful("a").set("requests/new/natural", serde_json::json!(7))]).hear(acts).keys("enter 8 j");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("读取无误（li）（数字已变）") && !screen.contains('✓'), "{screen}");
}

#[test]
fn an_unsaved_correction_goes_back_to_where_it_was_written() {
    let mut desk = desk();
    desk.keys("enter 8 j v 2").typed("51").keys("enter").refused();
    assert_eq!(desk.editor().text(), "51");
    assert!(desk.editor().is_changed());
    desk.keys("enter").saved();
    assert_eq!(desk.acts.len(), 1);
    desk.keys("g j v 2").typed("52");
    assert_eq!(
        crate::tui::overlay::unfinished(&desk.model).and_then(|intent| intent.words().map(str::to_owned)),
        Some("52".into())
    );
}

#[test]
fn without_doubts_n_says_so_and_v_does_nothing() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[paper("b", "松溪县公安局", 2024)]).keys("enter 8 n");
    assert_eq!(desk.notice(), ZH.desk.no_doubts_anywhere());
    desk.keys("v");
    assert_eq!((desk.notice(), desk.model.overlay.is_none()), (ZH.desk.no_doubts(), true));
}

#[test]
fn o_works_before_the_text_of_the_report_is_there() {
    let mut desk = desk();
    desk.keys("enter 3 g");
    let open = desk.model.open.as_mut().unwrap();
    let narrative = std::mem::replace(&mut open.narrative, NarrativeState::Pending);
    desk.keys("o");
    assert_eq!(
        (desk.shown(), asked(&mut desk)),
        ((Screen::Source, None), 0),
        "nobody knows yet what the document is called"
    );
    let NarrativeState::Ready(narrative) = narrative else { panic!("it was there") };
    let item = desk.open().item;
    desk.take(Msg::Opened(item, Ok(Box::new(Narrated { narrative: *narrative, ..Narrated::default() }))));
    assert_eq!((line(&desk), asked(&mut desk)), (14, 1));
}

#[test]
fn a_line_that_the_document_does_not_have_is_said_to_be_missing() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    let origins = serde_json::json!({ "requests/new/natural": { "line": 99, "text": "6" } });
    desk.load(&[doubtful("a").with("origins", origins)]).keys("enter 3 g o");
    assert_eq!((desk.shown(), desk.notice()), ((Screen::Source, None), ZH.desk.no_origin()));
    desk.keys("j");
    assert_eq!(desk.notice(), "", "said once");
}

#[test]
fn what_one_cause_does_to_several_cells_is_said_once_and_each_cell_can_be_gone_to() {
    let cell = |cell: &str, again: bool| {
        let values = serde_json::json!({ "row": "（一）予以公开" });
        serde_json::json!({ "kind": "no-values", "cell": cell, "values": values, "message": "中文", "again": again })
    };
    let remarks = serde_json::json!([
        cell("requests/granted/natural", false),
        cell("requests/granted/business", true),
        cell("requests/granted/total", true),
        { "kind": "page-header", "message": "表中夹有页眉", "line": 12 },
    ]);
    for lang in [Lang::Zh, Lang::En] {
        let mut desk = Desk::empty(lang, 120, 24);
        desk.load(&[paper("a", "松溪县公安局", 2024).with("remarks", remarks.clone())]);
        desk.take(Msg::LoadingDone).take(Msg::CheckingDone { absent: Vec::new() });
        desk.keys("enter 8 tab j");
        let screen = desk.screen().join("\n");
        let text = lang.words().read.no_values("（一）予以公开");
        let count = lang.words().desk.doubt_cells(3);
        assert!(screen.contains(&count) && !screen.contains("中文"), "{screen}");
        assert_eq!(screen.matches(&text).count(), 2, "in the list and below it:\n{screen}");
        desk.keys("enter");
        assert_eq!(desk.cell(), "requests/granted/business");
        desk.keys("8 k n");
        assert_eq!(desk.open().doubts.cursor, 3, "on to the next cause");
        desk.keys("N");
        assert_eq!(desk.open().doubts.cursor, 0);
    }
}

#[test]
fn doubts_of_one_cause_are_one_line_until_their_cells_are_asked_for() {
    let cell = |cell: &str, again: bool| {
        let values = serde_json::json!({ "row": "（一）予以公开" });
        serde_json::json!({ "kind": "no-values", "cell": cell, "values": values, "message": "中文", "again": again })
    };
    let remarks = serde_json::json!([
        cell("requests/granted/natural", false),
        cell("requests/granted/business", true),
        cell("requests/granted/total", true),
        { "kind": "page-header", "message": "表中夹有页眉", "line": 12 },
    ]);
    let mut desk = Desk::empty(Lang::Zh, 120, 24);
    desk.load(&[paper("a", "松溪县公安局", 2024).with("remarks", remarks)]);
    desk.take(Msg::LoadingDone).take(Msg::CheckingDone { absent: Vec::new() });
    desk.keys("enter 8");
    let lines = |desk: &Desk| {
        desk.screen()
            .iter()
            .filter(|line| line.starts_with("▸ ") || line.starts_with("  ? ") || line.starts_with("  ✓ "))
            .count()
    };
    assert_eq!(lines(&desk), 2, "{}", desk.screen().join("\n"));
    desk.keys("j");
    assert_eq!(desk.open().doubts.cursor, 3, "from cause to cause");
    desk.keys("k tab");
    assert_eq!(lines(&desk), 4, "{}", desk.screen().join("\n"));
    desk.keys("j tab");
    assert_eq!((lines(&desk), desk.open().doubts.cursor), (2, 0), "back on the cause");
    // What was said of one is counted at the cause, and the next cell has its line.
    desk.keys("v enter").saved();
    assert_eq!(desk.open().doubts.cursor, 1);
    assert_eq!(lines(&desk), 4, "{}", desk.screen().join("\n"));
    desk.keys("N");
    assert!(desk.screen().join("\n").contains(&ZH.desk.doubt_cells_compared(3, 1)), "{}", desk.screen().join("\n"));
}
