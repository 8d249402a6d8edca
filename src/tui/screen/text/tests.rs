//! Findings about the texts: passages, cells, and other reports.

use crate::tui::fixture::{Desk, paper};
use crate::tui::model::Screen;
use crate::words::Lang;

fn desk() -> Desk {
    Desk::with_texts(Lang::Zh, 80, 24)
}

fn rules(desk: &Desk) -> Vec<&str> {
    desk.open().outcome.findings.iter().map(|finding| &*finding.rule.id).collect()
}

/// The line under the cursor of the text.
fn line(desk: &Desk) -> String {
    assert_eq!(desk.shown(), (Screen::Text, None));
    let lines = crate::tui::screen::text::prose::lines(&desk.model, 80);
    lines[desk.open().text.window.cursor].text.clone()
}

#[test]
fn enter_on_a_finding_about_the_text_shows_its_passage_and_x_its_cells() {
    let mut desk = desk();
    desk.keys("enter");
    assert!(["N-01", "SIM-01", "SIM-02"].iter().all(|rule| rules(&desk).contains(rule)), "{:?}", rules(&desk));
    desk.go_to("N-01").keys("enter");
    assert!(line(&desk).contains("申请51件"), "{}", line(&desk));
    desk.keys("x");
    assert_eq!((desk.shown(), desk.cell()), ((Screen::Table, Some(1)), "requests/new/total"));
    let finding = desk.open().marked_finding().expect("its cells are marked");
    assert_eq!(&*finding.rule.id, "N-01");
    desk.keys("x");
    assert!(line(&desk).contains("申请51件"));
    desk.keys("esc");
    assert_eq!((desk.shown(), desk.open().findings.window.cursor), ((Screen::Findings, None), 0));
}

#[test]
fn n_goes_through_findings_of_the_texts_too_and_alike_shows_where_else_they_are() {
    let mut desk = desk();
    desk.keys("enter g n");
    assert!(line(&desk).contains("申请51件"));
    desk.keys("n");
    assert!(line(&desk).contains("整理成册"), "the next passage: {}", line(&desk));
    desk.keys("1").go_to("SIM-02").keys("= esc");
    assert_eq!(desk.listed(), ["a/new", "b"]);
    desk.keys("g n");
    assert_eq!((desk.opened().as_str(), &*desk.open().finding().unwrap().rule.id), ("a/new", "SIM-02"));
    desk.keys("n");
    assert_eq!((desk.opened().as_str(), &*desk.open().finding().unwrap().rule.id), ("b", "SIM-02"));
}

#[test]
fn what_cannot_be_checked_is_one_line_for_each_reason() {
    let mut desk = desk();
    desk.keys("j enter");
    let gaps = crate::tui::screen::findings::gaps::gaps(&desk.model);
    let before: Vec<&String> = gaps.iter().filter(|gap| gap.contains("Y-01")).collect();
    assert!(before.len() == 1 && before[0].contains("、Y-02"), "{gaps:#?}");
}

#[test]
fn enter_on_a_number_of_the_text_shows_its_cell_and_esc_comes_back() {
    let mut desk = desk();
    desk.keys("enter 5 enter");
    assert!(desk.notice().contains("没有与表格对应"), "{}", desk.notice());
    assert_eq!(desk.shown(), (Screen::Text, None));
    desk.go_to("N-01").keys("enter");
    let numbers: Vec<String> = desk.open().ties_here().map(|tie| tie.claim.value.to_string()).collect();
    assert_eq!(numbers, ["51", "50"]);
    let peek = desk.screen()[22].clone();
    assert!(peek.contains("收到申请 51件 ≠ 一、本年新收·总计 50，不符"), "{peek}");
    desk.keys("enter");
    assert_eq!((desk.shown(), desk.cell()), ((Screen::Table, Some(1)), "requests/new/total"));
    desk.keys("enter");
    assert_eq!(desk.shown(), (Screen::Cell, Some(1)));
    desk.keys("esc esc");
    assert!(line(&desk).contains("申请51件"));
    desk.keys("esc");
    assert_eq!(desk.shown(), (Screen::Findings, None));
    desk.keys("5 k enter 3 esc");
    assert_eq!(desk.shown(), (Screen::Findings, None), "a table one has gone to by itself leads to the findings");
}

#[test]
fn capital_x_opens_the_other_report_at_its_passage_and_esc_comes_back() {
    let mut desk = desk();
    desk.keys("enter").go_to("N-01").keys("X");
    assert!(desk.notice().contains("没有涉及另一份"), "{}", desk.notice());
    for (way_in, tab) in [("", (Screen::Findings, None)), ("enter", (Screen::Text, None))] {
        desk.go_to("SIM-02").keys(way_in).keys("X");
        assert_eq!(desk.opened(), "b");
        assert!(desk.notice().contains("esc 回到 松溪县教育局 2024"), "{}", desk.notice());
        assert!(line(&desk).contains("整理成册"), "{}", line(&desk));
        assert_eq!(desk.open().passages().count(), 1, "its passage is marked");
        desk.keys("1 2 esc esc");
        assert_eq!((desk.opened().as_str(), desk.shown()), ("a/new", tab));
        assert_eq!(&*desk.open().finding().unwrap().rule.id, "SIM-02");
    }
    desk.keys("1 esc");
    assert!(desk.model.open.is_none());
}

#[test]
fn the_other_report_may_have_gone() {
    let mut desk = desk();
    desk.keys("enter").go_to("SIM-02");
    let finding = desk.model.open.as_mut().unwrap();
    let cursor = finding.findings.window.cursor;
    let crate::check::Violation::Said(said) = &mut finding.outcome.findings[cursor].what else { panic!("not said") };
    said.evidence.iter_mut().filter(|passage| passage.report.is_some()).for_each(|passage| {
        passage.report = Some("gone".into());
    });
    desk.keys("X");
    assert_eq!((desk.opened().as_str(), desk.shown()), ("a/new", (Screen::Findings, None)));
    assert!(desk.notice().contains("没有涉及另一份"), "{}", desk.notice());
    desk.keys("enter");
    assert!(desk.screen().concat().contains("gone 第 1 部分"), "its passage is still shown");
}

#[test]
fn copied_passages_are_scrolled_no_further_than_they_go() {
    let mut desk = desk();
    desk.keys("enter").go_to("N-01").keys("enter tab");
    assert_eq!(desk.open().text.scroll, 0);
    desk.keys("1").go_to("SIM-01").keys("enter tab");
    let once = desk.open().text.scroll;
    assert!(once > 0, "{}", desk.screen().join("\n"));
    desk.keys("tab tab tab tab tab tab tab");
    let end = desk.open().text.scroll;
    desk.keys("tab");
    assert_eq!(desk.open().text.scroll, end);
    desk.resize(120, 60);
    assert_eq!(desk.open().text.scroll, 0, "all of it is on the screen");
    desk.resize(80, 24).keys("tab backtab");
    assert_eq!(desk.open().text.scroll, 0);
    desk.keys("tab n");
    assert_eq!(desk.open().text.scroll, 0, "another finding begins at its top");
}

#[test]
fn the_preface_stands_between_the_title_and_the_first_section() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    let preface = "根据《条例》编制本报告。\n本报告由六个部分组成。";
    desk.load(&[paper("a", "松溪县教育局", 2024).with("preface", preface.into())]).keys("enter 5");
    let screen = desk.screen().join("\n");
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}: {screen}"));
    assert!(at("根据《条例》编制本报告。") < at("本报告由六个部分组成。"));
    assert!(at("本报告由六个部分组成。") < at("一、总体情况"));
    // No cell belongs to its lines.
    desk.keys("j j").keys("enter");
    assert_eq!(desk.opened(), "a");
}
