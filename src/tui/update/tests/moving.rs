//! Moving and jumping.

use crate::tui::fixture::{Desk, paper, said};
use crate::tui::model::Screen;
use crate::words::{Lang, ZH};

#[test]
fn enter_goes_in_and_esc_comes_back_the_same_way() {
    let mut desk = Desk::new();
    desk.keys("enter");
    assert_eq!((desk.opened().as_str(), desk.shown()), ("a/new", (Screen::Findings, None)));
    desk.keys("enter");
    assert_eq!(desk.shown(), (Screen::Table, Some(1)));
    desk.keys("enter");
    assert_eq!(desk.shown(), (Screen::Cell, Some(1)));
    desk.keys("esc");
    assert_eq!(desk.shown(), (Screen::Table, Some(1)));
    desk.keys("esc");
    assert_eq!(desk.shown(), (Screen::Findings, None));
    desk.keys("esc");
    assert!(desk.model.open.is_none());
    let before = desk.model.list.window;
    assert_eq!(desk.effects().len(), 1, "only the text was asked for");
    desk.keys("esc esc esc backspace");
    assert!(desk.effects().is_empty() && desk.model.open.is_none(), "harmless on the first screen");
    assert_eq!(desk.model.list.window, before);
}

#[test]
fn the_list_is_walked_by_line_by_page_and_to_both_ends() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    let many: Vec<_> = (0..60).map(|n| paper(&format!("r{n:02}"), &format!("第{n}局"), 2024)).collect();
    desk.load(&many);
    let cursor = |desk: &Desk| desk.model.list.window.cursor;
    for (keys, expected) in [
        ("k", 0),
        ("j j down", 3),
        ("up k", 1),
        ("G", 59),
        ("j pagedown", 59),
        ("g", 0),
        ("pageup", 0),
        ("end", 59),
        ("home", 0),
    ] {
        desk.keys(keys);
        assert_eq!(cursor(&desk), expected, "{keys}");
    }
    let page = usize::from(crate::tui::layout::regions(&desk.model).body.height) - 1;
    desk.keys("pagedown");
    assert_eq!(cursor(&desk), page);
    desk.keys("ctrl-d ctrl-u");
    assert_eq!(cursor(&desk), page);
    let shown = desk.model.list.window;
    assert!(shown.offset <= shown.cursor);
}

#[test]
fn a_table_is_walked_over_rows_that_lack_columns() {
    let mut desk = Desk::new();
    desk.keys("enter 2 g");
    assert_eq!(desk.cell(), "disclosure/regulations/issued");
    desk.keys("h");
    assert_eq!(desk.cell(), "disclosure/regulations/issued", "nothing left of it");
    desk.keys("l l");
    assert_eq!(desk.cell(), "disclosure/regulations/in_force");
    desk.keys("j j");
    assert_eq!(desk.cell(), "disclosure/licensing/decisions");
    desk.keys("h l left right");
    assert_eq!(desk.cell(), "disclosure/licensing/decisions", "the only cell of its row");
    desk.keys("G");
    assert_eq!(desk.cell(), "disclosure/fees/amount");
    desk.keys("j pagedown");
    assert_eq!(desk.cell(), "disclosure/fees/amount");
    desk.keys("3 G");
    assert!(desk.cell().starts_with("requests/carried_out/"));
    desk.keys("g l l l l l l l l l");
    assert_eq!(desk.cell(), "requests/new/total");
    desk.keys("4");
    assert_eq!(desk.cell(), "disputes/reconsideration/upheld");
    desk.keys("3");
    assert_eq!(desk.cell(), "requests/new/total", "each table keeps its cursor");
}

#[test]
fn the_tabs_are_reached_by_their_numbers_and_a_key_without_meaning_says_where_it_has_one() {
    let mut desk = Desk::new();
    desk.keys("3");
    assert!(desk.model.open.is_none());
    said(&desk, "3（");
    desk.keys("Q");
    said(&desk, "Q 没有定义");
    desk.keys("enter");
    for (key, tab) in [
        ("2", (Screen::Table, Some(0))),
        ("3", (Screen::Table, Some(1))),
        ("4", (Screen::Table, Some(2))),
        ("5", (Screen::Text, None)),
        ("6", (Screen::Notes, None)),
        ("7", (Screen::Source, None)),
        ("8", (Screen::Doubts, None)),
        ("1", (Screen::Findings, None)),
    ] {
        desk.keys(key);
        assert_eq!(desk.shown(), tab);
    }
}

#[test]
fn n_goes_through_all_findings_of_all_tables_and_reports_and_says_when_it_wraps() {
    let mut desk = Desk::new();
    let mut seen = Vec::new();
    for _ in 0..5 {
        desk.keys("n");
        assert_eq!(desk.notice(), "", "after {seen:?}");
        assert!(desk.open().findings.marked);
        seen.push((desk.opened(), desk.cell().to_owned()));
    }
    let expected = [
        ("a/new", "requests/new/natural"),
        ("a/new", "requests/new/total"),
        ("c", "disclosure/coercion/decisions"),
        ("c", "disputes/reconsideration/total"),
        ("c", "disclosure/fees/amount"),
    ];
    assert_eq!(seen, expected.map(|(report, cell)| (report.to_owned(), cell.to_owned())));
    desk.keys("n");
    assert_eq!((desk.opened().as_str(), desk.cell()), ("a/new", "requests/new/natural"));
    assert_eq!(desk.notice(), ZH.desk.wrapped_to_first());
    desk.keys("N");
    assert_eq!((desk.opened().as_str(), desk.cell()), ("c", "disclosure/fees/amount"));
    assert_eq!(desk.notice(), ZH.desk.wrapped_to_last());
    desk.keys("N");
    assert_eq!((desk.cell(), desk.notice()), ("disputes/reconsideration/total", ""));
}

#[test]
fn the_first_n_in_a_report_shows_the_finding_under_the_cursor() {
    let mut desk = Desk::new();
    desk.keys("G k enter j n");
    assert_eq!((desk.opened().as_str(), desk.cell()), ("c", "disputes/reconsideration/total"));
}

#[test]
fn n_wraps_within_the_only_report_that_has_findings() {
    let mut desk = Desk::new();
    desk.keys("/").typed("教育").keys("enter n n");
    assert_eq!((desk.cell(), desk.notice()), ("requests/new/total", ""));
    desk.keys("n");
    assert_eq!((desk.cell(), desk.notice()), ("requests/new/natural", ZH.desk.wrapped_to_first()));
}

#[test]
fn n_without_findings_says_so() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.keys("n N");
    assert_eq!(desk.notice(), ZH.desk.nothing_shown());
    desk.load(&[paper("b", "松溪县公安局", 2024)]).keys("n");
    assert_eq!((desk.notice(), desk.model.open.is_none()), (ZH.desk.no_findings(), true));
    desk.keys("enter n");
    assert_eq!(desk.notice(), ZH.desk.no_findings());
    desk.keys("enter v");
    assert_eq!(desk.notice(), ZH.desk.no_finding_here());
}

#[test]
fn the_next_report_is_shown_on_the_same_tab() {
    let mut desk = Desk::new();
    desk.keys("enter 4 J");
    assert_eq!((desk.opened().as_str(), desk.shown()), ("b", (Screen::Table, Some(2))));
    desk.keys("J");
    assert_eq!(desk.opened(), "c");
    desk.keys("J");
    assert_eq!((desk.opened().as_str(), desk.notice()), ("a/new", ZH.desk.wrapped_to_first()));
    desk.keys("K");
    assert_eq!((desk.opened().as_str(), desk.notice()), ("c", ZH.desk.wrapped_to_last()));
    desk.keys("esc esc");
    assert_eq!(desk.model.list.current(), Some(desk.item("c")), "the list has followed");
}
