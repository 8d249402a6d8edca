//! Agencies of the roster without a report.

use crate::tui::fixture::Desk;
use crate::tui::model::Overlay;
use crate::tui::msg::Effect;
use crate::words::{Lang, ZH};

#[test]
fn those_without_a_report_are_listed_found_and_copied() {
    let mut desk = Desk::new();
    desk.without_reports(&["松溪县水利局", "松溪县林业局"]);
    assert!(desk.model.notices.shown.as_ref().unwrap().text.contains("2 家"));
    assert!(desk.model.notices.shown.as_ref().unwrap().text.contains(", u"));
    desk.keys(", u");
    let Some(Overlay::Picker(picker)) = &desk.model.overlay else { panic!("no list") };
    let names: Vec<&str> = picker.found().iter().map(|(_, line)| line.text.as_str()).collect();
    assert_eq!(names, ["松溪县水利局", "松溪县林业局"]);
    desk.effects();
    desk.typed("linye").keys("enter");
    assert_eq!(desk.effects(), [Effect::Copy("松溪县林业局".to_owned())]);
    assert!(desk.model.overlay.is_none());
}

#[test]
fn without_a_roster_nobody_is_known_to_be_absent() {
    let mut desk = Desk::of(Lang::Zh, 80, 24);
    desk.keys(", u");
    assert!(desk.model.overlay.is_none());
    assert_eq!(desk.model.notices.shown.as_ref().unwrap().text, ZH.absent.no_roster());
}

#[test]
fn what_nobody_asked_for_is_said_after_what_is_being_said() {
    let mut desk = Desk::new();
    desk.keys("' b");
    let before = desk.notice().to_owned();
    desk.without_reports(&["松溪县水利局"]);
    assert_eq!(desk.notice(), before);
    desk.keys("j");
    assert!(desk.notice().contains("1 家"), "{}", desk.notice());
    desk.keys("k");
    assert!(desk.model.notices.shown.is_none());
}

#[test]
fn the_name_on_the_line_is_copied_whoever_has_reported_since() {
    let mut desk = Desk::new();
    desk.without_reports(&["松溪县水利局", "松溪县林业局"]).keys(", u");
    desk.without_reports(&["松溪县林业局"]);
    desk.effects();
    desk.keys("enter");
    assert_eq!(desk.effects(), [Effect::Copy("松溪县水利局".to_owned())]);
}
