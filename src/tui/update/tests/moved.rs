//! Acts without words, and reports whose files become others while they are chosen.

use serde_json::json;

use crate::journal::{Act, ActKind, Status};
use crate::report::SafeText;
use crate::tui::fixture::{BECOMES, Desk, doubtful, paper, said, status_of, unreadable};
use crate::tui::msg::{Changes, Intent, Msg};
use crate::tui::overlay::unfinished;

/// What lies over the screen, and the last key of it: an act on `a/new`.
const CHOOSING: [(&str, &str); 6] =
    [("R", "enter"), ("A", "y"), ("n v", "1"), ("n v", "2"), (", a", "enter"), ("enter A", "y")];

#[test]
fn no_act_is_saved_on_another_report_than_was_looked_at() {
    for (number, becomes) in BECOMES.iter().enumerate() {
        for (keys, last) in CHOOSING {
            let mut desk = Desk::new();
            desk.keys(keys);
            assert!(desk.model.overlay.is_some(), "{keys}");
            // Whoever looks at a report goes on looking at what was there.
            let is_held = number == 3 && desk.model.open.is_some();
            becomes(&mut desk);
            desk.keys(last).saved();
            let agencies: Vec<&str> = desk.acts.iter().map(|act| act.report.agency.as_str()).collect();
            if is_held {
                assert_eq!(agencies, ["松溪县教育局"], "{number} {keys}");
            } else {
                assert_eq!(agencies, [""; 0], "{number} {keys}");
                said(&desk, "《松溪县教育局 2024》");
                assert!(desk.model.overlay.is_none(), "{number} {keys}");
            }
        }
    }
}

#[test]
fn no_date_and_no_doubt_is_saved_on_another_report_either() {
    let mut desk = Desk::new();
    desk.keys("R enter").saved().keys(", d");
    BECOMES[0](&mut desk);
    desk.typed("2026-03-01").keys("enter").saved();
    said(&desk, "《松溪县教育局 2024》");
    assert_eq!(desk.acts.len(), 1);
    let mut desk = Desk::new();
    desk.keys("j R");
    desk.change(&[paper("b", "松溪县水利局", 2024)], &[]).keys("y").saved();
    said(&desk, "《松溪县公安局 2024》");
    assert_eq!(desk.acts, [], "nothing was found in it");
    for last in ["1", "2"] {
        let mut desk = Desk::new();
        desk.load(&[doubtful("e")]).keys("G enter 8 j v");
        assert!(desk.model.overlay.is_some(), "{}", desk.opened());
        let name = desk.model.current_sheet().unwrap().lean.head.name();
        let id = desk.opened();
        desk.change(&[paper(&id, "松溪县水利局", 2024)], &[]).keys(last).saved();
        said(&desk, &format!("《{name}》"));
        assert_eq!(desk.acts, [], "{last}");
    }
}

#[test]
fn the_new_words_of_a_note_say_nothing_of_another_report() {
    for (number, becomes) in BECOMES.iter().enumerate().take(2) {
        let mut desk = Desk::new();
        desk.keys("enter 3 a").typed("原话").keys("enter").saved().keys("6 e").typed("改");
        let seen = |intent: &Intent| match intent {
            Intent::Edit { seen, .. } => seen.clone(),
            other => panic!("{other:?}"),
        };
        assert!(seen(&unfinished(&desk.model).unwrap()).is_some());
        becomes(&mut desk);
        assert_eq!(seen(&unfinished(&desk.model).unwrap()), None, "{number}");
        desk.effects();
        desk.keys("enter");
        assert_eq!(seen(&desk.recorded()[0]), None, "{number}");
        desk.saved();
        assert_eq!(desk.acts[1].report.agency.as_str(), "松溪县教育局");
    }
}

#[test]
fn no_name_is_given_to_another_report() {
    let mut desk = Desk::new();
    desk.load(&[paper("u", "未具名·0123abcd", 2024)]).keys("/").typed("未具名").keys("enter , r");
    desk.typed("松溪县水利局");
    desk.change(&[paper("u", "未具名·89abcdef", 2024)], &[]).keys("enter").saved();
    said(&desk, "没有保存");
    assert_eq!(desk.acts, []);
}

/// The values of `a/new` in another version.
fn other_version(desk: &mut Desk) {
    let other = paper("a/new", "松溪县教育局", 2024).set("requests/new/natural", json!(9));
    desk.change(&[other], &[]);
}

#[test]
fn a_status_is_about_the_version_that_was_looked_at() {
    let mut desk = Desk::new();
    desk.keys("A");
    other_version(&mut desk);
    desk.keys("y").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Resubmitted, "nobody has seen this one");
    // What goes back is listed: another list is shown first.
    let mut desk = Desk::new();
    desk.keys("R");
    other_version(&mut desk);
    desk.keys("enter").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Unreviewed);
    desk.keys("enter").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Returned);
}

#[test]
fn a_verdict_and_a_date_are_about_the_version_that_was_looked_at() {
    let seen = |acts: &[Act]| acts.last().unwrap().seen.clone();
    for (keys, last) in [("n v", "1"), (", d", "enter")] {
        let one = |becomes: &dyn Fn(&mut Desk)| {
            let mut desk = Desk::new();
            desk.keys("R enter").saved().keys(keys);
            becomes(&mut desk);
            desk.keys(last).saved();
            assert!(matches!(desk.acts[1].kind, ActKind::Verdict(_) | ActKind::Status(_)), "{keys}");
            seen(&desk.acts)
        };
        assert_eq!(one(&other_version), one(&|_| ()), "{keys}");
    }
}

#[test]
fn what_the_file_of_the_same_values_comes_to_may_be_known_later() {
    let mut desk = Desk::new();
    desk.keys("R");
    let item = desk.item("a/new");
    desk.model.library.identify(item, Some(crate::base::digest::Sha256Sum::of(b"a")));
    desk.keys("enter");
    let intents = desk.recorded();
    let [Intent::About { report, .. }] = &intents[..] else { panic!("{intents:?}") };
    assert!(report.sha256.is_some());
}

#[test]
fn a_file_that_cannot_be_read_for_a_moment_costs_only_the_key() {
    let mut desk = Desk::new();
    desk.keys("R").take(Msg::Changed(Changes { arrived: vec![unreadable("a/new")], ..Changes::default() }));
    desk.keys("enter");
    assert_eq!(desk.recorded(), []);
    desk.change(&[paper("a/new", "松溪县教育局", 2024).set("requests/new/natural", json!(9))], &[]);
    desk.take(Msg::Changed(Changes { gone: vec![SafeText::line("b")], ..Changes::default() }));
    desk.keys("g R enter").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Returned);
}
