//! The repairs of broken equations, and which findings are listed.

use serde_json::json;

use crate::form::newest;
use crate::tui::fixture::{Desk, paper};
use crate::tui::msg::Msg;
use crate::tui::screen::findings::causes;
use crate::words::{Lang, ZH};

#[test]
fn tab_walks_through_the_repairs_and_shows_them_in_the_table() {
    let mut desk = Desk::new();
    desk.keys("enter");
    let repairs = causes::current(desk.open()).unwrap().repairs.len();
    assert!(repairs >= 2, "the planted error must have several repairs");
    desk.keys("tab");
    for number in 0..repairs {
        assert_eq!(desk.open().findings.preview, Some(number));
        let repair = causes::previewed(desk.open()).unwrap();
        let first = newest().id(repair.cells[0].cell);
        assert_eq!(desk.cell(), first, "the cursor stands on what would change");
        desk.keys("tab");
    }
    assert_eq!(desk.open().findings.preview, None);
    desk.keys("backtab");
    assert_eq!(desk.open().findings.preview, Some(repairs - 1));
    desk.keys("n");
    assert_eq!(desk.open().findings.preview, None, "another finding, another preview");
}

#[test]
fn c_asks_the_agency_in_a_note_of_which_no_word_of_the_reviewer_is_lost_by_esc() {
    let mut desk = Desk::new();
    desk.keys("enter tab c");
    let text = desk.editor().text();
    assert!(text.starts_with("请核对"), "{text}");
    desk.keys("esc");
    assert!(desk.model.overlay.is_none(), "nothing was written: nothing is asked");
    desk.keys("c").typed("并说明").keys("esc");
    assert!(desk.editor().discarding);
    desk.keys("n enter").saved();
    assert_eq!(desk.notice(), ZH.desk.saved_note());
}

#[test]
fn a_finding_without_repairs_says_so() {
    let mut desk = Desk::new();
    desk.keys("G k enter j j");
    assert!(causes::current(desk.open()).is_none_or(|block| block.repairs.is_empty()));
    desk.keys("tab");
    assert_eq!(desk.notice(), ZH.desk.no_repairs());
    assert_eq!(desk.open().findings.preview, None);
}

#[test]
fn the_findings_of_one_cause_stand_together_below_it() {
    let mut desk = Desk::new();
    desk.keys("enter");
    let rows = causes::rows(desk.open());
    assert_eq!(rows, [causes::CauseRow::Cause(0), causes::CauseRow::Finding(0), causes::CauseRow::Finding(1)]);
}

#[test]
fn hints_are_listed_only_when_asked_for_and_counted_all_the_same() {
    let mut desk = Desk::empty(Lang::Zh, 100, 60);
    let sections = json!([{ "number": 1, "heading": "一、总体情况", "text": "全年贯切落实各项要求。" }]);
    desk.load(&[paper("a/new", "松溪县教育局", 2024).with("sections", sections)]);
    desk.take(Msg::LoadingDone).check_texts();
    desk.keys("enter");
    let rules = |desk: &Desk| -> Vec<String> {
        desk.open().outcome.findings.iter().map(|finding| finding.rule.id.to_string()).collect()
    };
    let is_listed = |desk: &Desk| rules(desk).iter().any(|rule| rule == "TXT-01");
    assert!(!is_listed(&desk), "{:?}", rules(&desk));
    let count = desk.open().hints.aside().len();
    assert!(count > 0);
    let said = ZH.desk.hints_aside(count, "H");
    assert!(desk.screen().iter().any(|line| line.contains(&said)), "{:#?}", desk.screen());
    let before = desk.open().finding().map(|finding| finding.fingerprint);
    desk.keys("H");
    assert!(is_listed(&desk) && !desk.screen().iter().any(|line| line.contains(&said)));
    assert_eq!(desk.open().finding().map(|finding| finding.fingerprint), before, "the cursor stays");
    desk.keys("H");
    assert!(!is_listed(&desk), "{:?}", rules(&desk));
    // Who narrows the list to the rule wants to see what it says.
    desk.keys("H").go_to("TXT-01").keys("= H esc");
    desk.keys("enter n");
    assert_eq!(desk.open().finding().map(|finding| &*finding.rule.id), Some("TXT-01"));
}

#[test]
fn doubts_that_say_the_same_are_one_line_with_their_number() {
    let mut desk = Desk::empty(Lang::Zh, 100, 60);
    let doubt = |line: u32| json!({ "kind": "extra-value", "message": "这一行多出一个数", "line": line });
    let other = json!({ "kind": "year", "message": "标题没有年度" });
    let remarks = json!([doubt(14), other, doubt(15), doubt(16)]);
    desk.load(&[paper("a/new", "松溪县教育局", 2024).with("remarks", remarks)]);
    desk.take(Msg::LoadingDone).keys("enter");
    let doubts: Vec<String> = desk.screen().into_iter().filter(|line| line.contains("疑")).collect();
    let with = |text: &str| doubts.iter().filter(|line| line.contains(text)).count();
    assert_eq!((with("这一行多出一个数"), with("第 14 行等 3 处：这一行多出一个数")), (1, 1), "{doubts:#?}");
    assert_eq!(with("标题没有年度"), 1);
}
