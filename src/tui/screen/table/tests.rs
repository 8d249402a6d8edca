//! What is marked in a table, and where the cursor lands.

use serde_json::json;

use crate::tui::fixture::{Desk, paper};
use crate::words::Lang;

/// A report with one slip in 表三 that has one explanation, and one broken row in 表四.
fn desk() -> Desk {
    let mut desk = Desk::empty(Lang::Zh, 80, 40);
    let slip = paper("a", "松溪县科技局", 2024)
        .set("requests/granted/natural", json!(37))
        .set("requests/granted/total", json!(37))
        .set("requests/handled/natural", json!(73))
        .set("requests/handled/total", json!(37))
        .set("requests/new/natural", json!(37))
        .set("requests/new/total", json!(37))
        .set("disputes/reconsideration/total", json!(4));
    desk.load(&[slip]);
    desk.take(crate::tui::msg::Msg::LoadingDone);
    desk
}

fn line(desk: &Desk, label: &str) -> String {
    let lines = desk.screen();
    let found = lines.iter().find(|line| line.trim_start_matches(['▸', ' ']).starts_with(label));
    found.unwrap_or_else(|| panic!("no line {label}:\n{}", lines.join("\n"))).clone()
}

#[test]
fn what_open_findings_name_is_marked_before_anybody_goes_to_one() {
    let mut desk = desk();
    desk.keys("enter 4");
    assert!(!desk.open().findings.marked);
    let row = line(&desk, "行政复议");
    assert!(row.contains('◦'), "{row}\n{}", desk.screen().join("\n"));
    // The one cell that every explanation changes is marked as what must be wrong.
    desk.keys("3");
    assert!(line(&desk, "（七）总计").contains("!73"), "{}", desk.screen().join("\n"));
    assert!(line(&desk, "一、本年新收").contains("◦37"), "{}", desk.screen().join("\n"));
    assert!(!line(&desk, "二、上年结转").contains('◦'), "an equation leaves out its zeros, and so do the marks");
}

#[test]
fn the_current_finding_is_marked_more_strongly_than_the_others() {
    let mut desk = desk();
    desk.keys("enter n");
    let row = line(&desk, "（七）总计");
    assert!(row.contains("!73>") || row.contains("!73]"), "{row}");
    assert!(!row.contains("◦!"), "{row}");
}

#[test]
fn what_was_set_aside_has_no_mark_and_what_must_be_corrected_keeps_it() {
    let mut desk = desk();
    desk.keys("enter");
    let has_mark = |desk: &mut Desk| {
        desk.keys("4");
        let marked = line(desk, "行政复议").contains('◦');
        desk.keys("1");
        marked
    };
    let place = desk.open().outcome.findings.iter().position(|finding| finding.rule.id.starts_with("T4")).unwrap();
    for _ in 0..place {
        desk.keys("j");
    }
    desk.keys("v 1").saved();
    assert!(has_mark(&mut desk), "{:?}", desk.acts);
    desk.keys("g");
    for _ in 0..place {
        desk.keys("j");
    }
    desk.keys("v 3").saved();
    assert!(!has_mark(&mut desk), "{:?}", desk.acts);
}

#[test]
fn the_cursor_lands_on_the_cell_that_the_only_explanation_names() {
    let mut desk = desk();
    for keys in ["n", "enter enter"] {
        desk.keys(keys);
        assert_eq!(desk.cell(), "requests/handled/natural", "{keys}");
        desk.keys("esc esc g");
    }
}
