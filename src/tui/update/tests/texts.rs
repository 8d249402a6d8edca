//! Findings about the texts: passages, cells, and other reports.

use crate::tui::fixture::Desk;
use crate::tui::model::Tab;
use crate::words::Lang;

fn desk() -> Desk {
    Desk::with_texts(Lang::Zh, 80, 24)
}

fn rules(desk: &Desk) -> Vec<&str> {
    desk.open().outcome.findings.iter().map(|finding| &*finding.rule.id).collect()
}

/// The line under the cursor of the text.
fn line(desk: &Desk) -> String {
    assert_eq!(desk.open().tab, Tab::Text);
    let lines = crate::tui::prose::lines(&desk.model, 80);
    lines[desk.open().text.cursor].text.clone()
}

#[test]
fn enter_on_a_finding_about_the_text_shows_its_passage_and_x_its_cells() {
    let mut desk = desk();
    desk.keys("enter");
    assert!(["N-01", "SIM-01", "SIM-02"].iter().all(|rule| rules(&desk).contains(rule)), "{:?}", rules(&desk));
    desk.go_to("N-01").keys("enter");
    assert!(line(&desk).contains("申请51件"), "{}", line(&desk));
    desk.keys("x");
    assert_eq!((desk.open().tab, desk.cell()), (Tab::Table(1), "requests/new/total"));
    let finding = desk.open().marked_finding().expect("its cells are marked");
    assert_eq!(&*finding.rule.id, "N-01");
    desk.keys("x");
    assert!(line(&desk).contains("申请51件"));
    desk.keys("esc");
    assert_eq!((desk.open().tab, desk.open().findings.cursor), (Tab::Findings, 0));
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
    let gaps = crate::tui::gaps::gaps(&desk.model);
    let before: Vec<&String> = gaps.iter().filter(|gap| gap.contains("Y-01")).collect();
    assert!(before.len() == 1 && before[0].contains("、Y-02"), "{gaps:#?}");
}

#[test]
fn enter_on_a_number_of_the_text_shows_its_cell_and_esc_comes_back() {
    let mut desk = desk();
    desk.keys("enter 5 enter");
    assert!(desk.notice().contains("没有与表格对应"), "{}", desk.notice());
    assert_eq!(desk.open().tab, Tab::Text);
    desk.go_to("N-01").keys("enter");
    let numbers: Vec<String> = desk.open().ties_here().map(|tie| tie.claim.value.to_string()).collect();
    assert_eq!(numbers, ["51", "50"]);
    let peek = desk.screen()[22].clone();
    assert!(peek.contains("收到申请 51件 ≠ 一、本年新收·总计 50，不符"), "{peek}");
    desk.keys("enter");
    assert_eq!((desk.open().tab, desk.cell()), (Tab::Table(1), "requests/new/total"));
    desk.keys("enter");
    assert!(desk.open().cell);
    desk.keys("esc esc");
    assert!(line(&desk).contains("申请51件"));
    desk.keys("esc");
    assert_eq!(desk.open().tab, Tab::Findings);
    desk.keys("5 k enter 3 esc");
    assert_eq!(desk.open().tab, Tab::Findings, "a table one has gone to by itself leads to the findings");
}
