//! What was seen, and what is there now.

use serde_json::json;

use crate::journal::Status;
use crate::tui::fixture::{Desk, paper, papers, status_of};
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
        let stale: Vec<bool> =
            crate::tui::screen::notes::entries(&later.model).iter().map(|entry| entry.stale).collect();
        assert_eq!(stale, [note_stale, verdict_stale], "{natural}");
        assert_eq!(later.model.journal.marks.get(later.item("a/new")).unwrap().stale, note_stale || verdict_stale);
    }
}
