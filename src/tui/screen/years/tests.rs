//! The years of an agency side by side, and what jumped.

use serde_json::json;

use crate::check::Jump;
use crate::report::Number;
use crate::tui::fixture::{Desk, paper, several_years};
use crate::tui::model::Screen;
use crate::tui::msg::Msg;
use crate::tui::plain::Plain;
use crate::tui::screen::years::{FIGURES, YearColumn};
use crate::words::Lang;

fn years() -> Desk {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&several_years()).take(Msg::LoadingDone);
    desk.keys("enter 9");
    assert_eq!(desk.opened(), "a/2024");
    desk
}

fn columns(desk: &Desk) -> &[YearColumn] {
    desk.open().years.columns.as_deref().unwrap()
}

fn row(cell: &str) -> usize {
    FIGURES.iter().position(|figure| figure.cells.contains(&cell)).unwrap()
}

// The years.

#[test]
fn the_years_of_an_agency_stand_side_by_side() {
    let desk = years();
    let known: Vec<(u16, bool)> = columns(&desk).iter().map(|column| (column.year, column.item.is_some())).collect();
    assert_eq!(known, [(2020, false), (2021, true), (2022, true), (2023, false), (2024, true)]);
    let values = |cell: &str| -> Vec<Option<i64>> {
        let of = |column: &YearColumn| column.figures[row(cell)].value.and_then(Number::as_int);
        columns(&desk).iter().map(of).collect()
    };
    assert_eq!(values("requests/new/total"), [None, Some(12), Some(3), None, Some(40)]);
    // What a year carried out is known from what the next one carried in.
    assert_eq!(values("requests/carried_out/total"), [Some(2), Some(0), Some(0), Some(1), Some(0)]);
    // A sum is known where all its cells hold numbers.
    assert_eq!(values("disputes/litigation_after/corrected"), [None, Some(0), Some(0), None, Some(2)]);
    assert_eq!(values("disclosure/normative/in_force").last(), Some(&None), "a blank is not zero");
}

/// As in the rules that hold a report against the year before.
#[test]
fn of_several_reports_for_a_year_the_first_by_id_is_shown_whichever_came_first() {
    let mut desk = years();
    let mut again = several_years().into_iter().find(|paper| paper.id == "a/2022").unwrap();
    again.id = "a/2021-again".to_owned();
    desk.load(&[again.set("requests/new/total", json!(4))]);
    let column = columns(&desk).iter().find(|column| column.year == 2022).unwrap();
    assert_eq!(column.item, Some(desk.item("a/2021-again")));
    assert_eq!(column.figures[row("requests/new/total")].value, Some(Number::int(4)));
}

#[test]
fn neighbours_are_of_the_same_kind_and_level_and_year_in_the_same_wider_region() {
    let desk = years();
    let median = |year: u16| columns(&desk).iter().find(|column| column.year == year).unwrap().medians[0];
    // 5, 9 and 21; neither its own 40 nor the 900 of another city.
    assert_eq!(median(2024), Some((Number::int(9), 3)));
    assert_eq!(median(2022), Some((Number::int(7), 1)));
    assert_eq!(median(2021), None);
}

#[test]
fn of_several_versions_of_a_neighbour_the_last_counts() {
    let mut desk = years();
    let again = several_years().into_iter().find(|paper| paper.id == "c/2024").unwrap();
    let later = again.set("requests/new/total", json!(1)).with("version", json!(2));
    let first = several_years().into_iter().find(|paper| paper.id == "d/2024").unwrap().with("version", json!(1));
    let second = several_years().into_iter().find(|paper| paper.id == "d/2024").unwrap().with("version", json!(2));
    let mut later = later;
    later.id = "c/2024b".to_owned();
    desk.load(&[first, second.set("requests/new/total", json!(2)), later]);
    let (median, count) = columns(&desk).last().unwrap().medians[0].unwrap();
    assert!(count >= 4, "what carries no version stays, of 1 and 2 the second counts: {count}");
    assert!(median <= Number::int(5), "worked out again when reports have come: {median}");
}

#[test]
fn the_latest_jump_of_a_figure_is_marked_and_no_other() {
    let of = |year: u16, requests: u32| {
        let id = format!("a/{year}");
        paper(&id, "松溪县教育局", year).set("requests/new/total", json!(requests))
    };
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[of(2020, 100), of(2021, 10), of(2022, 51), of(2023, 250)]).keys("enter 9");
    let jumps: Vec<Option<Jump>> = columns(&desk).iter().map(|column| column.figures[0].jump).collect();
    assert_eq!(&jumps[jumps.len() - 4..], [None, None, Some(Jump::More), None]);
}

#[test]
fn a_figure_leads_to_its_cell_and_back() {
    let mut desk = years();
    desk.keys("j j enter");
    assert_eq!((desk.shown(), desk.cell()), ((Screen::Table, Some(1)), "requests/granted/total"));
    desk.keys("esc");
    assert_eq!((desk.shown(), desk.open().years.row), ((Screen::Years, None), 2));
}

#[test]
fn another_year_is_opened_at_the_cell_and_one_key_leads_back() {
    let mut desk = years();
    desk.keys("h h j enter");
    assert_eq!((desk.opened().as_str(), desk.cell()), ("a/2022", "requests/carried_in/total"));
    assert!(desk.notice().contains("松溪县教育局 2024"), "{}", desk.notice());
    desk.keys("esc");
    assert_eq!((desk.opened().as_str(), desk.shown()), ("a/2024", (Screen::Years, None)));
    assert_eq!((desk.open().years.row, desk.open().years.year), (1, Some(2022)), "where one left");
    desk.keys("esc");
    assert_eq!(desk.shown(), (Screen::Findings, None));
}

#[test]
fn a_year_without_a_report_cannot_be_opened() {
    let mut desk = years();
    desk.keys("h enter");
    assert_eq!(desk.shown(), (Screen::Years, None));
    assert_eq!(desk.notice(), desk.model.words().see.no_report_of_year());
}

#[test]
fn the_years_are_said_in_the_plain_desk() {
    let mut desk = years();
    let mut plain = Plain::default();
    plain.next(&desk.model);
    desk.keys("h h");
    let said = plain.next(&desk.model);
    assert!(said.contains("本年新收申请 2022 3 中位数 7（1 家）"), "{said}");
}

// What jumped.

#[test]
fn a_cell_that_jumped_has_a_sign_and_the_line_below_says_from_what() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    let of = |year: u16, penalties: u32| {
        let id = format!("a/{year}");
        paper(&id, "松溪县教育局", year).set("disclosure/penalties/decisions", json!(penalties))
    };
    desk.load(&[of(2023, 10), of(2024, 51)]).keys("enter 2 j j j");
    assert_eq!(desk.cell(), "disclosure/penalties/decisions");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("51▴"), "{screen}");
    assert!(screen.contains("2023 年 10（+41） 突增"), "{screen}");
    // At the threshold it is none.
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[of(2023, 10), of(2024, 50)]).keys("enter 2 j j j");
    let screen = desk.screen().join("\n");
    assert!(!screen.contains('▴') && screen.contains("2023 年 10（+40）"), "{screen}");
}

// The preview.
