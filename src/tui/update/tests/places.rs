//! Back and forward along visited places, and marks.

use serde_json::json;

use crate::tui::fixture::{Desk, doubtful, paper};
use crate::tui::model::places::{PlaceMarks, Spot};
use crate::tui::model::{Overlay, Screen};

/// Report, part, cursor in the findings.
fn at(desk: &Desk) -> (String, Option<(Screen, Option<usize>)>) {
    (desk.opened(), desk.model.open.as_ref().map(|_| desk.shown()))
}

#[test]
fn back_and_forward_lead_along_the_places_visited() {
    let mut desk = Desk::new();
    desk.keys("enter 3 J");
    assert_eq!(at(&desk), ("b".to_owned(), Some((Screen::Table, Some(1)))));
    desk.keys("<");
    assert_eq!(at(&desk), ("a/new".to_owned(), Some((Screen::Table, Some(1)))));
    desk.keys("<");
    assert_eq!(at(&desk), ("a/new".to_owned(), Some((Screen::Findings, None))));
    desk.keys("<");
    assert_eq!(at(&desk), (String::new(), None));
    desk.keys("<");
    assert_eq!(desk.notice(), "没有别的位置可去：跳转之后才有");
    desk.keys("> > >");
    assert_eq!(at(&desk), ("b".to_owned(), Some((Screen::Table, Some(1)))));
    desk.keys(">");
    assert_eq!(desk.notice(), "没有别的位置可去：跳转之后才有");
}

#[test]
fn another_way_forgets_the_newer_places() {
    let mut desk = Desk::new();
    desk.keys("enter 3 < 4 >");
    assert_eq!(desk.notice(), "没有别的位置可去：跳转之后才有");
    desk.keys("<");
    assert_eq!(at(&desk).1, Some((Screen::Findings, None)));
}

#[test]
fn cursors_are_where_they_were() {
    let mut desk = Desk::new();
    desk.keys("enter 3 j j j l l");
    let cell = desk.cell().to_owned();
    desk.keys("J k <");
    assert_eq!(desk.cell(), cell);
    desk.keys("enter esc esc esc");
    assert!(desk.model.open.is_none());
    desk.keys("< <");
    assert_eq!((desk.cell(), at(&desk).1), (cell.as_str(), Some((Screen::Table, Some(1)))));
    // A jump to the next finding leaves a place even in the same table; a step does not.
    let mut desk = Desk::new();
    desk.keys("n");
    let (first, finding) = (desk.cell().to_owned(), desk.open().findings.window.cursor);
    desk.keys("n j j");
    let stepped = desk.cell().to_owned();
    desk.keys("<");
    assert_eq!((desk.cell(), desk.open().findings.window.cursor), (first.as_str(), finding));
    assert!(desk.open().findings.marked);
    desk.keys(">");
    assert_eq!(desk.cell(), stepped, "the steps after the jump belong to the place that was left");
}

#[test]
fn places_hold_when_the_list_is_sorted_narrowed_or_grows() {
    let mut desk = Desk::new();
    desk.keys("j m a enter esc s s");
    desk.load(&[paper("a/a", "白石镇司法所", 2024).set("requests/new/total", json!(9))]);
    desk.keys("G ' a");
    let current = desk.model.list.current().unwrap();
    assert_eq!(*desk.model.library.get(current).unwrap().id, *"b");
    desk.keys("/").typed("白石").keys("enter ' a");
    assert_eq!(desk.notice(), "这个机关不在当前列表中，请放宽查找条件");
    desk.keys("esc enter 3 m b esc esc esc G ' b");
    assert_eq!(at(&desk).1, Some((Screen::Table, Some(1))));
}

#[test]
fn marks_are_set_listed_and_gone_to() {
    let mut desk = Desk::new();
    desk.keys("' a");
    assert_eq!(desk.notice(), "还没有做标记，请先标记一处");
    desk.keys("enter 3 j m b");
    assert!(desk.notice().starts_with("标记 b：松溪县教育局 2024"), "{}", desk.notice());
    desk.keys("esc esc m a ' q");
    assert_eq!(desk.notice(), "没有标记 q，请先用它标记一处");
    desk.keys(", m");
    let Some(Overlay::Picker(picker)) = &desk.model.overlay else { panic!("no list") };
    let lines: Vec<&str> = picker.found().into_iter().map(|(_, line)| line.text.as_str()).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with("a  列表") && lines[1].starts_with("b  松溪县教育局"), "{lines:?}");
    desk.keys("down enter");
    assert_eq!(at(&desk), ("a/new".to_owned(), Some((Screen::Table, Some(1)))));
    desk.keys("<");
    assert_eq!(at(&desk), (String::new(), None), "a mark is a jump to come back from");
}

#[test]
fn a_mark_from_elsewhere_is_gone_to_as_far_as_there_is_something() {
    let marks = json!({
        "a": { "report": "gone", "part": { "tab": "findings" } },
        "b": { "report": "a/new", "part": { "tab": { "table": 77 }, "row": 5 } },
        "c": { "report": "a/new", "part": { "tab": { "table": 1 }, "row": 9_999_999, "column": 9, "cell": true } },
        "d": { "report": "a/new", "part": { "tab": "text", "row": 9_999_999, "passage": [200, 1] } },
        "e": { "report": "a/new", "part": { "tab": "source", "row": 83 } },
        "f": { "report": "a/new", "part": { "tab": "notes", "row": 4_000_000_000_u64 } },
        "g": { "report": "a/new", "part": { "tab": "doubts", "row": 4, "finding": "zz" } },
        "h": { "report": "d", "part": { "tab": "findings" } },
    });
    let mut desk = Desk::new();
    desk.model.places.marks = serde_json::from_value::<PlaceMarks>(marks).unwrap();
    for (keys, expected) in [
        ("' b", Some((Screen::Findings, None))),
        ("' c", Some((Screen::Findings, None))),
        ("' d", Some((Screen::Text, None))),
        ("' e", Some((Screen::Source, None))),
        ("' f", Some((Screen::Notes, None))),
        ("' g", Some((Screen::Doubts, None))),
    ] {
        desk.keys(keys);
        assert_eq!(at(&desk), ("a/new".to_owned(), expected), "{keys}");
        desk.screen();
    }
    desk.keys("' a");
    assert_eq!(desk.notice(), "gone 不在已读入的年报中");
    desk.keys(", m").typed("gone").keys("enter");
    assert!(desk.notice().contains("gone"));
    desk.keys("esc ' h");
}

#[test]
fn text_and_document_are_come_back_to_at_their_lines() {
    let mut desk = Desk::empty(crate::words::Lang::Zh, 80, 24);
    desk.load(&[doubtful("e"), paper("f", "松溪县公安局", 2024)]);
    desk.keys("enter 5 j j m t");
    let line = desk.open().text.line.clone();
    assert!(line.is_some());
    desk.resize(60, 20).keys("J ' t");
    assert_eq!(desk.open().text.line.as_ref().map(|line| line.0), line.map(|line| line.0));
    desk.keys("7 j j");
    let number = desk.open().source.line().unwrap().number;
    desk.keys("m s J ' s");
    assert_eq!(desk.open().source.line().unwrap().number, number);
}

#[test]
fn a_finding_of_the_text_is_come_back_to_once_the_text_is_checked() {
    let mut desk = Desk::with_texts(crate::words::Lang::Zh, 80, 24);
    desk.keys("enter").go_to("N-01").keys("m n esc G ' n");
    let finding = desk.open().finding().map(|finding| finding.rule.id.to_string());
    assert_eq!(finding.as_deref(), Some("N-01"));
}

#[test]
fn an_empty_list_has_no_place() {
    let mut desk = Desk::empty(crate::words::Lang::Zh, 80, 24);
    desk.keys("m a");
    assert!(desk.model.places.marks.is_empty());
    desk.model.places.leave(Spot::default());
    desk.keys("<");
    assert_eq!(desk.notice(), "没有别的位置可去：跳转之后才有");
}
