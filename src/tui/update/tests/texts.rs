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
