//! Jumps by severity, and to the agencies that nobody has looked at.

use crate::check::{Listed, Severity, rule};
use crate::journal::{Act, Status};
use crate::tui::fixture::{Desk, at_a_known_time, note_by, reference, said};
use crate::tui::model::Screen;
use crate::tui::msg::{More, Msg};
use crate::words::{Lang, ZH};

fn severity(desk: &Desk) -> Severity {
    desk.open().finding().unwrap().severity
}

fn place(desk: &Desk) -> (String, &str, Severity) {
    (desk.opened(), desk.cell(), severity(desk))
}

#[test]
fn all_errors_come_first_then_all_warnings_each_through_all_reports() {
    let mut desk = Desk::new();
    let expected = [
        ("a/new", "requests/new/natural", Severity::Error),
        ("a/new", "requests/new/total", Severity::Error),
        ("c", "disclosure/coercion/decisions", Severity::Error),
        ("c", "disputes/reconsideration/total", Severity::Error),
        ("c", "disclosure/fees/amount", Severity::Warning),
    ];
    let mut seen = Vec::new();
    for (report, cell, severity) in expected {
        desk.keys("]");
        assert_eq!(place(&desk), (report.to_owned(), cell, severity));
        seen.push(desk.notice().to_owned());
    }
    assert!(seen[..4].iter().all(String::is_empty), "{seen:?}");
    assert_eq!(seen[4], "转到：警告");
    desk.keys("]");
    assert_eq!((place(&desk).1, desk.notice()), ("requests/new/natural", ZH.desk.wrapped_to_first()));
    desk.keys("[");
    assert_eq!((place(&desk).1, desk.notice()), ("disclosure/fees/amount", ZH.desk.wrapped_to_last()));
    desk.keys("[");
    assert_eq!((place(&desk).1, desk.notice()), ("disputes/reconsideration/total", "转到：错误"));
    desk.keys("[ [ [");
    assert_eq!((place(&desk).1, desk.notice()), ("requests/new/natural", ""));
}

#[test]
fn from_the_list_it_begins_at_the_cursor_and_in_a_report_at_its_finding() {
    let mut desk = Desk::new();
    desk.keys("j ]");
    assert_eq!(place(&desk).1, "disclosure/coercion/decisions");
    let mut desk = Desk::new();
    desk.keys("j [");
    assert_eq!(place(&desk).1, "requests/new/total", "the last error before the cursor");
    let mut desk = Desk::new();
    desk.keys("enter j ]");
    assert_eq!(place(&desk).1, "requests/new/total");
}

#[test]
fn chips_of_severity_and_part_narrow_what_n_goes_through_too() {
    let mut desk = Desk::new();
    desk.keys("f").typed("表四").keys("enter n");
    assert_eq!(place(&desk), ("c".to_owned(), "disputes/reconsideration/total", Severity::Error));
    desk.keys("n");
    assert_eq!((place(&desk).1, desk.notice()), ("disputes/reconsideration/total", ZH.desk.wrapped_to_first()));
    desk.keys("esc esc f").typed("警告").keys("enter n");
    assert_eq!(desk.notice(), ZH.find.none_wanted(), "c has warnings and is wrong in table 4, but no warning is there");
    desk.keys("esc esc f").typed("警告").keys("enter n");
    assert_eq!(place(&desk).1, "disclosure/fees/amount");
    desk.keys("]");
    assert_eq!((place(&desk).1, desk.notice()), ("disclosure/fees/amount", ZH.desk.wrapped_to_first()));
}

#[test]
fn a_finding_of_the_texts_is_gone_to_when_the_texts_are_checked() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&crate::tui::fixture::papers()).take(Msg::LoadingDone);
    let item = desk.item("b");
    let finding = crate::check::Fingerprint::new(&desk.model.library.sheet(item).unwrap().lean.head, "R-01", "nowhere");
    let brief =
        Listed { fingerprint: finding, rule: rule("R-01").unwrap(), severity: Severity::Info, sides: None, cell: None };
    desk.take(Msg::Checked(vec![More { item, findings: vec![brief], batch: Default::default(), digest: None }]));
    desk.keys("G [");
    assert_ne!(desk.opened(), "b", "errors come first");
    desk.keys("f");
    desk.keys("esc esc esc f").typed("提示").keys("enter");
    if desk.listed() != ["b"] {
        panic!("{:?}", desk.listed());
    }
    desk.keys("]");
    assert_eq!(desk.opened(), "b");
    assert!(desk.open().finding().is_none() && desk.open().findings.sought.is_some(), "not found there yet");
    desk.keys("j");
    assert!(desk.open().findings.sought.is_none(), "no longer waited for");
}

fn accepted(desk: &mut Desk, ids: &[&str]) {
    let acts = ids.iter().map(|id| {
        let lean = &desk.model.library.sheet(desk.item(id)).unwrap().lean;
        at_a_known_time(Act::status("wang", reference(id, lean), Status::Accepted, "", None))
    });
    let acts = acts.collect();
    desk.hear(acts);
    desk.model.notices.shown = None;
}

#[test]
fn the_next_unreviewed_agency_is_found_from_the_list_and_from_a_report() {
    let mut desk = Desk::new();
    accepted(&mut desk, &["b"]);
    desk.keys("}");
    assert_eq!((desk.model.list.current(), desk.notice()), (Some(desk.item("c")), ""));
    assert!(desk.model.open.is_none());
    desk.keys("}");
    assert_eq!(desk.model.list.current(), Some(desk.item("a/new")), "what cannot be read is passed over");
    assert_eq!(desk.notice(), ZH.desk.wrapped_to_first());
    desk.keys("enter 3 }");
    assert_eq!((desk.opened().as_str(), desk.shown()), ("c", (Screen::Table, Some(1))));
    desk.keys("{");
    assert_eq!((desk.opened().as_str(), desk.shown()), ("a/new", (Screen::Table, Some(1))));
    accepted(&mut desk, &["a/new", "c"]);
    desk.keys("}");
    assert_eq!((desk.opened().as_str(), desk.notice()), ("a/new", ZH.find.all_reviewed()));
}

#[test]
fn a_chip_shows_what_somebody_has_acted_on_until_it_is_taken_back() {
    let mut desk = Desk::new();
    let act = note_by(&desk, "wang", "c", "看过");
    desk.hear(vec![act.clone()]).keys("f").typed("wang").keys("enter");
    assert_eq!(desk.listed(), ["c"]);
    desk.hear(vec![at_a_known_time(Act::retract("wang", &act))]);
    desk.keys("esc f").typed("wang").keys("enter");
    assert_eq!(desk.notice(), ZH.find.nothing_fits());
    assert!(desk.model.list.chips.is_empty(), "nobody of that name has acts in effect");
    desk.keys("esc");
    said(&desk, "");
}

#[test]
fn a_chip_of_a_year_shows_reports_that_are_not_the_latest() {
    let mut desk = Desk::new();
    desk.keys("f").typed("2023").keys("enter");
    assert_eq!(desk.listed(), ["a/old"]);
    desk.keys("f").typed("2024").keys("enter");
    assert_eq!(desk.listed(), ["a/new", "a/old", "b", "c"]);
}
