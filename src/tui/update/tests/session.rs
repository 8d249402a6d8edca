//! The place of the last session: restored as things arrive, and given up when the reviewer moves.

use crate::tui::fixture::{Desk, doubtful, note_by, paper, papers, unreadable};
use crate::tui::model::session::Session;
use crate::tui::model::{Screen, Window};
use crate::tui::msg::Msg;
use crate::tui::update;
use crate::words::Lang;

fn place(desk: &Desk) -> Session {
    update::place(&desk.model).expect("nothing is pending")
}

/// A desk that begins where another one was, with nothing loaded yet.
fn next_day(session: &Session) -> Desk {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    update::restore(&mut desk.model, session.clone());
    desk
}

/// Reports come one by one, in another order than the list's.
fn loaded(mut desk: Desk) -> Desk {
    for paper in papers().into_iter().rev() {
        desk.load(&[paper]);
    }
    desk.take(Msg::Loaded(vec![unreadable("d")])).take(Msg::LoadingDone);
    desk
}

/// Where the other desk is once everything is there and the reviewer has looked at it.
fn arrived(mut desk: Desk) -> Session {
    assert!(update::place(&desk.model).is_none(), "kept as it was until the reviewer moves");
    // A key that leads nowhere; then one that would not have led here.
    desk.keys("? esc");
    assert!(desk.model.places.session.is_some());
    desk.model.places.session = None;
    place(&desk)
}

#[test]
fn every_place_is_where_it_was() {
    for keys in [
        "",
        "j j",
        "G",
        "s j",
        "/ 白 enter",
        "f T 3 enter j",
        "Y Y",
        "enter",
        "G k enter j j",
        "G k enter G",
        "n",
        "n n enter",
        "enter 3 j j l",
        "enter 2 G",
        "enter 4 j l enter",
        "enter 5 j j",
        "G k n N",
        "enter 6",
        "enter 8",
    ] {
        let mut desk = Desk::new();
        desk.keys(keys);
        let before = place(&desk);
        let after = arrived(loaded(next_day(&before)));
        assert_eq!(after, before, "{keys}");
    }
}

#[test]
fn documents_doubts_and_notes_are_waited_for() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[doubtful("a"), paper("b", "松溪县公安局", 2024)]).take(Msg::LoadingDone);
    let acts: Vec<_> = (0..3).map(|n| note_by(&desk, "wang", "a", &format!("第{n}条"))).collect();
    desk.hear(acts.clone());
    for keys in ["enter 7 j j j", "enter 8 j", "enter 6 j j"] {
        desk.keys("esc esc esc").keys(keys);
        let before = place(&desk);
        let mut next = next_day(&before);
        next.load(&[doubtful("a"), paper("b", "松溪县公安局", 2024)]).take(Msg::LoadingDone).hear(acts.clone());
        assert_eq!(arrived(next), before, "{keys}");
    }
}

#[test]
fn the_report_is_opened_as_soon_as_it_is_there() {
    let mut desk = Desk::new();
    desk.keys("j enter 3 G");
    let session = place(&desk);
    let mut desk = next_day(&session);
    desk.load(&papers()[..1]);
    assert!(desk.model.open.is_none());
    desk.load(&papers()[2..3]);
    assert_eq!((desk.opened().as_str(), desk.shown()), ("b", (Screen::Table, Some(1))));
    let cell = desk.cell().to_owned();
    desk.load(&papers()[3..]);
    assert_eq!(desk.cell(), cell);
}

#[test]
fn a_reviewer_who_has_moved_stays() {
    let mut desk = Desk::new();
    desk.keys("G k enter j");
    let session = place(&desk);
    let mut desk = next_day(&session);
    desk.load(&papers()[..3]).keys("j");
    let here = desk.model.list.current();
    desk.load(&papers()[3..]).take(Msg::LoadingDone);
    assert_eq!((desk.opened().as_str(), desk.model.list.current()), ("", here));
    // In the report that was opened again, too.
    let mut desk = loaded(next_day(&session));
    let cursor = desk.open().findings.window.cursor;
    desk.keys("j").take(Msg::CheckingDone { absent: Vec::new() });
    assert_eq!(desk.open().findings.window.cursor, cursor + 1);
}

#[test]
fn what_is_gone_or_absurd_does_no_harm() {
    let mut desk = Desk::new();
    desk.keys("G k enter 3 G");
    let mut session = place(&desk);
    session.line = usize::MAX;
    let open = session.open.as_mut().unwrap();
    let absurd = Window { cursor: usize::MAX, offset: usize::MAX };
    (open.screen, open.table, open.findings, open.notes) = (Screen::Cell, Some(99), absurd, absurd);
    (open.text, open.doubts, open.source, open.offsets) = (absurd, absurd, absurd, vec![usize::MAX; 9]);
    open.cursors = vec![(usize::MAX, usize::MAX); 50];
    (open.passage, open.source_line, open.finding) = (Some((255, usize::MAX)), Some(u32::MAX), None);
    let mut desk = loaded(next_day(&session));
    assert_eq!((desk.opened().as_str(), desk.shown()), ("c", (Screen::Findings, None)));
    desk.buffer();
    desk.keys("1 2 3 4 5 6 7 8 j k");
    session.cursor = Some("不在了".into());
    session.open.as_mut().unwrap().report = "不在了".into();
    let desk = loaded(next_day(&session));
    assert!(desk.model.open.is_none());
    assert!(update::place(&desk.model).is_none(), "its file is left as it is");
}

#[test]
fn what_the_year_before_shows_is_there_although_it_came_later() {
    let late = || vec![papers().remove(0)];
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&papers()).take(Msg::LoadingDone).keys("enter");
    let (session, all) = (place(&desk), desk.open().outcome.clone());
    let mut desk = next_day(&session);
    desk.load(&late());
    assert_eq!(desk.opened(), "a/new");
    desk.load(&papers().split_off(1)).take(Msg::LoadingDone);
    assert_eq!(desk.open().outcome, all);
}
