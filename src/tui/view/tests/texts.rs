//! What findings about the texts look like.

use crate::tui::fixture::{Desk, view_width};
use crate::words::Lang;

use super::{Shown, assert_harmless, hostile, picture};

/// Every screen, by its name, the rule whose finding is gone to, and the keys from there.
const SCREENS: [(&str, &str, &str); 7] = [
    ("text_findings", "N-01", "j"),
    ("text_passage", "N-01", "enter"),
    ("text_cells", "N-01", "enter x"),
    ("text_copied", "SIM-01", "enter"),
    ("text_copied_below", "SIM-01", "j enter tab"),
    ("text_problems", "Y-10", "enter"),
    ("text_visit", "SIM-02", "enter X"),
];

fn reach(lang: Lang, width: u16, height: u16, rule: &str, keys: &str) -> Desk {
    let mut desk = Desk::with_texts(lang, width, height);
    desk.keys("enter").go_to(rule).keys(keys);
    desk
}

/// These screens in a language.
pub(super) fn screens(lang: Lang) -> Shown {
    SCREENS.into_iter().map(|(name, rule, keys)| (name, reach(lang, 80, 24, rule, keys))).collect()
}

#[test]
fn every_screen_of_the_texts_looks_as_it_should() {
    for (name, desk) in screens(Lang::Zh) {
        insta::assert_snapshot!(name, picture(&desk));
    }
}

#[test]
fn a_long_message_is_read_whole_in_the_panel() {
    let desk = reach(Lang::Zh, 60, 24, "SIM-01", "g j");
    let opened = desk.model.opened().unwrap();
    let finding = opened.open.finding().unwrap();
    let message = crate::check::message(opened.form, finding, &opened.lean.cells, Lang::Zh);
    assert!(view_width(&message) > 60);
    let screen = desk.screen();
    let line = screen.iter().find(|line| line.contains('▸') && line.contains("SIM-01")).unwrap();
    assert!(line.contains('…') || line.contains('~'), "the list shows it cut: {line}");
    let panel: String = screen[12..].iter().map(|line| line.trim_end()).collect();
    assert!(panel.contains(&message), "{message} is not whole in\n{}", screen.join("\n"));
}

#[test]
fn copied_passages_stand_side_by_side_where_there_is_room() {
    for (width, apart) in [(80, false), (79, true)] {
        let desk = reach(Lang::Zh, width, 40, "SIM-01", "enter");
        let screen = desk.screen();
        let at = |text: &str| screen.iter().position(|line| line.contains(text)).unwrap();
        let (here, there) = (at("本份年报 第 1 部分"), at("松溪县教育局 2023 第 1 部分"));
        assert_eq!(there > here, apart, "{}", screen.join("\n"));
        assert_eq!(screen[here].contains(" | "), !apart);
    }
}

#[test]
fn the_problems_of_last_year_stand_beside_this_years() {
    for (width, apart) in [(100, false), (60, true)] {
        let desk = reach(Lang::Zh, width, 40, "Y-10", "enter");
        let screen = desk.screen();
        let at = |text: &str| screen.iter().position(|line| line.contains(text)).unwrap();
        let (here, there) = (at("本份年报 第 5 部分"), at("松溪县教育局 2023 第 5 部分"));
        assert_eq!(there > here, apart, "{}", screen.join("\n"));
        // The problem itself stands on both sides.
        let panel = screen[here..].join("");
        assert!(panel.matches("夜校").count() >= 2, "{}", screen.join("\n"));
    }
}

#[test]
fn what_two_passages_share_is_marked_and_what_differs_is_not() {
    use ratatui::style::Modifier;
    let desk = reach(Lang::Zh, 120, 40, "SIM-01", "enter");
    let buffer = desk.buffer();
    let marked = |text: &str| {
        let symbols: Vec<String> = text.chars().map(String::from).collect();
        let wide = u16::try_from(view_width(&symbols[0])).unwrap();
        let area = buffer.area;
        // The panel is the lower half.
        let rows = (area.height / 2..area.height - 2).flat_map(|y| (0..area.width).map(move |x| (x, y)));
        let found = rows.filter(|&(x, y)| {
            (0..)
                .zip(&symbols)
                .all(|(step, symbol)| buffer.cell((x + wide * step, y)).is_some_and(|cell| cell.symbol() == *symbol))
        });
        let styles = found.map(|at| buffer[at].modifier.contains(Modifier::UNDERLINED));
        styles.collect::<Vec<bool>>()
    };
    assert_eq!(marked("主动公开"), [true, true], "{}", desk.screen().join("\n"));
    assert_eq!(marked("2024"), [false], "the other has 2023");
}

#[test]
fn hostile_passages_never_reach_a_cell_of_the_screen() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[hostile()]);
    desk.check_texts().keys("enter");
    for _ in 0..desk.open().outcome.findings.len() {
        assert_harmless(&desk, "the findings");
        desk.keys("enter");
        assert_harmless(&desk, "the passage");
        desk.keys("1 j");
    }
}
