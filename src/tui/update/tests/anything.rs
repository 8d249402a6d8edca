//! Whatever happens, the cursors stay inside and nothing is lost.

use proptest::prelude::*;
use serde_json::json;

use crate::journal::{Act, Target, Update};
use crate::tui::fixture::{Desk, REVIEWER, doubtful, item, paper, papers, reference, unreadable};
use crate::tui::model::{Overlay, Screen};
use crate::tui::msg::{Effect, Msg};
use crate::words::Lang;

#[test]
fn help_scrolls_and_closes_and_quit_quits() {
    let mut desk = Desk::new();
    desk.keys("?");
    let offset = |desk: &Desk| match &desk.model.overlay {
        Some(Overlay::Help(help)) => help.window.cursor,
        other => panic!("{other:?}"),
    };
    let first = offset(&desk);
    desk.keys("j j k");
    assert_eq!(offset(&desk), first + 1);
    desk.keys(&"pagedown ".repeat(20));
    let end = offset(&desk);
    desk.keys("j");
    assert_eq!(offset(&desk), end);
    desk.keys("q");
    assert!(desk.model.overlay.is_none() && desk.effects().is_empty(), "q closes the help first");
    desk.keys("q");
    assert_eq!(desk.effects(), [Effect::Quit]);
    desk.keys("enter 3 ctrl-c");
    assert!(desk.effects().contains(&Effect::Quit));
    desk.keys("ctrl-l ctrl-z");
    assert_eq!(desk.effects(), [Effect::Redraw, Effect::Suspend]);
}

#[derive(Debug, Clone)]
enum Step {
    Key(&'static str),
    Typed(char),
    Paste(String),
    Resize(u16, u16),
    Load(u8),
    Unreadable(u8),
    Doubtful,
    Others(u8),
    Saved,
    Refused,
    Reloaded,
}

fn step() -> impl Strategy<Value = Step> {
    let keys = vec![
        "enter",
        "enter",
        "esc",
        "j",
        "k",
        "h",
        "l",
        "g",
        "G",
        "pagedown",
        "pageup",
        "n",
        "n",
        "N",
        "J",
        "K",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "p",
        ",",
        "o",
        "/",
        "s",
        "y",
        "a",
        "e",
        "d",
        "v",
        "R",
        "A",
        "u",
        "?",
        "ctrl-l",
        "backspace",
        "ctrl-j",
        "alt-enter",
        "ctrl-e",
        "ctrl-o",
        "ctrl-u",
        "delete",
        "home",
        "end",
        "tab",
        "up",
        "down",
        "f1",
        "x",
        "X",
        "=",
        "space",
        "*",
        "V",
        ".",
        "0",
        ", d",
        ", n",
        "ctrl-t",
        "backtab",
        "<",
        ">",
        "m",
        "'",
        ":",
        ",",
    ];
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Step::Key),
        2 => prop::sample::select(vec!['y', 'n', '局', 'ｑ', '\u{202e}', '\u{301}', '👨', '5']).prop_map(Step::Typed),
        1 => prop::sample::select(vec!["", "一\n二", "\u{1b}[2J\u{9b}", "教育", "\t\t\r"]).prop_map(|t| Step::Paste(t.into())),
        1 => prop::sample::select(vec![
            (0, 0), (1, 1), (10, 3), (0, 10), (24, 6), (80, 24), (50, 2), (200, 60), (25, 7), (80, 1), (300, 5)
        ]).prop_map(|(w, h)| Step::Resize(w, h)),
        1 => (0_u8..6).prop_map(Step::Load),
        1 => (0_u8..3).prop_map(Step::Unreadable),
        1 => Just(Step::Doubtful),
        1 => (0_u8..4).prop_map(Step::Others),
        2 => Just(Step::Saved),
        1 => Just(Step::Refused),
        1 => Just(Step::Reloaded),
    ]
}

fn take(desk: &mut Desk, step: &Step) {
    match step {
        Step::Key(name) => desk.keys(name),
        Step::Typed(c) => desk.typed(&c.to_string()),
        Step::Paste(text) => desk.paste(text),
        Step::Resize(width, height) => desk.resize(*width, *height),
        Step::Load(n) => {
            let year = 2022 + u16::from(n % 4);
            let again = paper(&format!("n{n}"), "松溪县教育局", year).set("requests/new/total", json!(n));
            let version = again.with("version", json!(n + 1));
            desk.load(&[version, paper(&format!("m{n}"), "别处局", year)])
        }
        Step::Doubtful => desk.load(&[doubtful("e"), doubtful("f")]),
        Step::Unreadable(n) => desk.take(Msg::Loaded(vec![unreadable(&format!("u{n}"))])),
        Step::Others(n) => {
            let lean = item(&papers()[usize::from(*n)]).body.unwrap().lean;
            desk.hear(vec![Act::note("wang", reference("x", &lean), Target::Report, "别人的", None)])
        }
        Step::Saved => desk.saved(),
        Step::Refused => desk.refused(),
        Step::Reloaded => desk.take(Msg::Journal(Update { acts: Vec::new(), reloaded: true })),
    };
}

fn cursors_are_inside(desk: &Desk) {
    let model = &desk.model;
    let within = |cursor: usize, len: usize, what: &str| assert!(cursor < len.max(1), "{what}: {cursor} of {len}");
    within(model.list.window.cursor, model.list.visible.len(), "list");
    let Some(open) = &model.open else { return };
    let opened = model.opened().expect("what is open is there");
    within(
        open.findings.window.cursor,
        open.outcome.findings.len() + crate::tui::screen::findings::gaps::gaps(model).len(),
        "findings",
    );
    match open.screen {
        Screen::Table | Screen::Cell => assert!(open.current_cell(opened.form).is_some(), "{:?}", open.tables),
        Screen::Text => {
            let width = usize::from(crate::tui::layout::regions(model).body.width);
            within(open.text.window.cursor, crate::tui::screen::text::prose::lines(model, width).len(), "text");
        }
        Screen::Notes => within(open.notes.cursor, crate::tui::screen::notes::entries(model).len(), "notes"),
        Screen::Source => within(open.source.window.cursor, open.source.lines().len(), "source"),
        Screen::Doubts => {
            let read = crate::tui::screen::doubts::remarks(model).len();
            let said = usize::try_from(opened.lean.remarks).unwrap();
            within(open.doubts.cursor, read.max(said), "doubts");
        }
        Screen::Years => within(open.years.column(), open.years.columns.as_ref().map_or(0, Vec::len), "years"),
        Screen::Versions => {
            let groups = crate::tui::screen::versions::groups(model);
            within(open.versions.window.cursor, crate::tui::screen::versions::len(&groups), "versions");
        }
        Screen::Findings => {}
        Screen::Agencies => panic!("no screen of a report"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_events_breaks_the_desk(texts in any::<bool>(), steps in prop::collection::vec(step(), 1..70)) {
        let mut desk = if texts { Desk::with_texts(Lang::Zh, 80, 24) } else { Desk::new() };
        for step in &steps {
            take(&mut desk, step);
            cursors_are_inside(&desk);
            let buffer = desk.buffer();
            for cell in buffer.content() {
                prop_assert!(!cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}'), "{:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn the_reviewer_of_the_fixture_is_the_reviewer_of_the_desk() {
    assert_eq!(&*Desk::new().model.given.reviewer, REVIEWER);
}
