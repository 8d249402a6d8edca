//! What was seen, and what is there now.

use serde_json::json;

use crate::journal::Status;
use crate::tui::fixture::{Desk, paper, papers, status_of};
use crate::tui::msg::Msg;
use crate::tui::screen::notes;
use crate::words::Lang;

#[test]
fn accepted_falls_back_to_resubmitted_when_a_value_differs() {
    let mut first = Desk::new();
    first.keys("A y").saved().keys("j R y enter").saved();
    let acts = first.acts.clone();
    let mut same = Desk::new();
    same.hear(acts.clone());
    assert_eq!((status_of(&same, "a/new"), status_of(&same, "b")), (Status::Accepted, Status::Returned));
    let mut later = Desk::empty(Lang::Zh, 80, 24);
    let mut changed = papers();
    changed.truncate(3);
    changed[0] = paper("a/again", "松溪县教育局", 2024);
    changed[2] = paper("b", "松溪县公安局", 2024).set("disclosure/licensing/decisions", json!(1));
    later.load(&changed).hear(acts);
    assert_eq!((status_of(&later, "a/again"), status_of(&later, "b")), (Status::Resubmitted, Status::Resubmitted));
}

#[test]
fn notes_and_verdicts_on_other_values_are_stale() {
    let mut first = Desk::new();
    first.keys("n a").typed("请核对").keys("enter").saved();
    first.keys("v enter").saved();
    let acts = first.acts.clone();
    assert!(!first.model.journal.marks.get(first.item("a/new")).unwrap().stale);
    for (natural, note_stale, verdict_stale) in [(6, false, false), (7, true, true)] {
        let mut later = Desk::empty(Lang::Zh, 80, 24);
        let again = paper("a/new", "松溪县教育局", 2024).set("requests/new/natural", json!(natural));
        later.load(&[again]).hear(acts.clone()).keys("enter 6");
        let stale: Vec<bool> = notes::entries(&later.model).iter().map(|entry| entry.stale).collect();
        assert_eq!(stale, [note_stale, verdict_stale], "{natural}");
        assert_eq!(later.model.journal.marks.get(later.item("a/new")).unwrap().stale, note_stale || verdict_stale);
    }
}

#[test]
fn a_verdict_on_any_finding_is_of_today_at_once_and_in_the_next_session() {
    let mut desk = Desk::with_texts(Lang::Zh, 80, 24);
    let reports = desk.listed().len();
    let mut decided = 0;
    for report in 0..reports {
        desk.keys("esc esc esc g").keys(&"j ".repeat(report)).keys("enter");
        if desk.model.open.is_none() {
            continue;
        }
        desk.keys("H");
        for finding in 0..desk.open().outcome.findings.len() {
            desk.model.open.as_mut().unwrap().findings.window.cursor = finding;
            desk.keys("1").model.open.as_mut().unwrap().findings.window.cursor = finding;
            desk.keys("v 6").saved();
            decided += 1;
        }
        desk.keys("H");
        let stale: Vec<String> = notes::entries(&desk.model)
            .iter()
            .filter(|entry| entry.stale)
            .map(|entry| entry.act.target.clone())
            .map(|target| format!("{target:?}"))
            .collect();
        assert!(stale.is_empty(), "{stale:?}");
    }
    assert!(decided > 5, "{decided}");
    let mut later = Desk::with_texts(Lang::Zh, 80, 24);
    later.hear(desk.acts.clone());
    for item in later.model.list.visible.clone() {
        assert!(!later.model.journal.marks.get(item).unwrap_or_default().stale, "{item}");
    }
}

#[test]
fn agencies_of_one_name_that_say_no_region_are_told_apart_by_their_folders() {
    let of = |id: &str, value: i32| {
        let mut paper = paper(id, "教育局", 2024).set("disclosure/licensing/decisions", json!(value));
        paper.json["agency"] = json!({ "name": "教育局" });
        paper
    };
    let desk = || {
        let mut desk = Desk::empty(Lang::Zh, 120, 24);
        desk.load(&[of("甲县/教育局", 1), of("乙县/教育局", 2)]).take(Msg::LoadingDone);
        desk
    };
    let mut first = desk();
    first.keys("g");
    let (one, other) = ("乙县/教育局", "甲县/教育局");
    assert_eq!(first.listed(), [one, other]);
    assert!(first.screen().join("\n").contains("教育局（乙县）"), "{}", first.screen().join("\n"));
    first.keys("a").typed("只给乙县").keys("enter").saved().keys("R enter").saved();
    assert_eq!((status_of(&first, one), status_of(&first, other)), (Status::Returned, Status::Unreviewed));
    let mut later = desk();
    later.hear(first.acts.clone());
    assert_eq!((status_of(&later, one), status_of(&later, other)), (Status::Returned, Status::Unreviewed));
    later.keys("g j enter 6");
    assert!(notes::entries(&later.model).is_empty());
    // Alone, it has what was written wherever its file was: it may have been moved.
    let mut moved = Desk::empty(Lang::Zh, 120, 24);
    moved.load(&[of("收到/教育局", 2)]).take(Msg::LoadingDone).hear(first.acts.clone());
    assert_eq!(status_of(&moved, "收到/教育局"), Status::Returned);
    // Another comes while the desk is open.
    moved.change(&[of("乙县/教育局", 2)], &[]);
    assert_eq!(status_of(&moved, "乙县/教育局"), Status::Returned);
    assert_eq!(status_of(&moved, "收到/教育局"), Status::Unreviewed);
    // And goes again.
    moved.change(&[], &["乙县/教育局"]);
    assert_eq!(status_of(&moved, "收到/教育局"), Status::Returned);
}
