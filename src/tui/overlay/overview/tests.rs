//! The overview, by keys.

use serde_json::json;

use crate::journal::Status;
use crate::report::roster::Roster;
use crate::tui::fixture::{Desk, item, paper, papers, several_years, unreadable};
use crate::tui::model::Overlay;
use crate::tui::model::chip::Chip;
use crate::tui::msg::{More, Msg};
use crate::tui::overlay::overview::{BarKind, Overview, RosterTally};
use crate::tui::plain::Plain;
use crate::words::{Lang, ZH};

fn overview(desk: &Desk) -> &Overview {
    match &desk.model.overlay {
        Some(Overlay::Overview(overview)) => overview,
        other => panic!("no overview but {other:?}; said: {}", desk.notice()),
    }
}

#[test]
fn the_overview_counts_what_the_list_could_show() {
    let mut desk = Desk::new();
    desk.keys("R enter").saved().keys("f").typed("T3-01").keys("enter , o");
    let overview = overview(&desk);
    let progress = overview.progress;
    assert_eq!((progress.reports, progress.returned, progress.findings), (3, 1, 5), "whatever it is narrowed to");
    assert_eq!(progress.accepted, 0, "what is out with its agency is not over");
    let counts = |kind: BarKind| -> Vec<(usize, usize)> {
        let group = overview.groups.iter().find(|group| group.kind == kind);
        group.map(|group| group.bars.iter().map(|bar| (bar.reports, bar.findings)).collect()).unwrap_or_default()
    };
    assert_eq!(counts(BarKind::Status), [(2, 3), (1, 2)]);
    assert_eq!(counts(BarKind::Severity).iter().map(|(_, findings)| findings).sum::<usize>(), 5);
    assert_eq!(counts(BarKind::Reading), [(1, 0), (1, 0)], "unreadable, doubtful");
    assert_eq!(counts(BarKind::Rule)[0], (1, 2), "two findings of T3-01 in one report");
    assert!(counts(BarKind::Region).is_empty(), "all are of one region");
}

#[test]
fn a_bar_narrows_the_list() {
    let mut desk = Desk::new();
    desk.load(&several_years());
    desk.keys("n , o");
    let wanted = |desk: &Desk, kind| overview(desk).groups[overview(desk).cursor.0].kind == kind;
    while !wanted(&desk, BarKind::Rule) {
        desk.keys("l");
    }
    let Some(Chip::Rule(rule)) = overview(&desk).current().unwrap().chip.clone() else { panic!("no rule") };
    let reports = overview(&desk).current().unwrap().reports;
    desk.keys("enter");
    assert!(desk.model.overlay.is_none() && desk.model.open.is_none());
    assert!(desk.model.list.chips.contains(&Chip::Rule(rule)));
    assert_eq!(desk.listed().len(), reports, "as many as the bar said");
    desk.keys(", o G");
    assert!(wanted(&desk, BarKind::Region));
    let reports = overview(&desk).current().unwrap().reports;
    desk.keys("enter");
    assert_eq!(desk.listed().len(), reports);
}

#[test]
fn the_cursor_of_the_overview_walks_over_all_bars_and_stays_inside() {
    let mut desk = Desk::new();
    desk.keys(", o");
    let bars: usize = overview(&desk).groups.iter().map(|group| group.bars.len()).sum();
    let mut seen = vec![overview(&desk).cursor];
    for _ in 0..bars + 3 {
        desk.keys("j");
        seen.push(overview(&desk).cursor);
        assert!(overview(&desk).current().is_some());
    }
    seen.dedup();
    assert_eq!(seen.len(), bars);
    desk.keys("g");
    assert_eq!(overview(&desk).cursor, (0, 0));
    desk.keys("h h l l l l l l l l");
    assert_eq!(overview(&desk).cursor.0, overview(&desk).groups.len() - 1);
    desk.keys("esc");
    assert!(desk.model.overlay.is_none());
}

#[test]
fn the_overview_follows_what_comes_while_it_is_looked_at() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&papers()).keys(", o l");
    let kind = |desk: &Desk| overview(desk).groups[overview(desk).cursor.0].kind;
    assert_eq!((overview(&desk).progress.reports, kind(&desk)), (3, BarKind::Severity));
    desk.load(&[paper("e", "别处局", 2024)]).take(Msg::Loaded(vec![unreadable("x")]));
    assert_eq!((overview(&desk).progress.reports, kind(&desk)), (4, BarKind::Severity), "the cursor stays");
    let more = item(&papers()[0]).sheet().unwrap().findings.clone();
    let before = overview(&desk).progress.findings;
    let added = more.len();
    let checked = More { item: desk.item("e"), findings: more, batch: crate::check::Outcome::default(), digest: None };
    desk.take(Msg::Checked(vec![checked]));
    assert_eq!(overview(&desk).progress.findings, before + added);
    desk.keys("esc A").saved();
    let accepted = |desk: &Desk| {
        let marks = desk.model.journal.marks.among(&desk.model.list.visible);
        marks.filter(|mark| mark.status == Status::Accepted).count()
    };
    desk.keys("y").saved().keys(", o");
    assert_eq!(overview(&desk).progress.accepted, accepted(&desk));
}

#[test]
fn the_overview_is_said_in_the_plain_desk() {
    let mut desk = Desk::new();
    let mut plain = Plain::default();
    plain.next(&desk.model);
    desk.keys(", o");
    let said = plain.next(&desk.model);
    assert!(said.contains("年报 0/3 份已通过，0 份退回在外") && said.contains("> 未审 3 份"), "{said}");
    desk.keys("l");
    assert!(plain.next(&desk.model).contains("轻重"));
}

fn bars(desk: &Desk, kind: BarKind) -> Vec<(String, usize)> {
    let group = overview(desk).groups.iter().find(|group| group.kind == kind);
    let bars = group.into_iter().flat_map(|group| &group.bars);
    let text = |bar: &super::Bar| bar.chip.as_ref().map_or("-".to_owned(), |chip| chip.label(ZH, Lang::Zh));
    bars.map(|bar| (text(bar), bar.reports)).collect()
}

#[test]
fn what_waits_to_be_done_has_bars_of_its_own() {
    let mut desk = Desk::new();
    desk.keys("R enter").saved().keys("j j n v 1").saved().keys("esc esc");
    desk.take(Msg::Today("2026-01-25".parse().unwrap())).keys(", o");
    assert_eq!(bars(&desk, BarKind::Todo), [("须更正而未退回".to_owned(), 1), ("今日到期".to_owned(), 1)]);
    desk.keys("esc").take(Msg::Today("2026-01-26".parse().unwrap())).keys(", o");
    assert_eq!(bars(&desk, BarKind::Todo), [("须更正而未退回".to_owned(), 1), ("退回逾期".to_owned(), 1)]);
}

#[test]
fn each_reviewer_has_a_line_and_what_is_nobodys_comes_last() {
    let mut desk = Desk::new();
    let acts = vec![desk.assigned_by("王芳", "a/new", Some("赵明")), desk.assigned_by("王芳", "b", Some("赵明"))];
    desk.hear(acts).keys("j A").saved().keys(", o");
    assert_eq!(bars(&desk, BarKind::Reviewer), [("指派 赵明".to_owned(), 2), ("未指派".to_owned(), 1)]);
    let screen = desk.screen().join("\n");
    assert!(screen.contains("指派 赵明 通过 1"), "{screen}");
}

#[test]
fn regions_are_counted_at_every_level() {
    let mut desk = Desk::empty(Lang::Zh, 120, 40);
    let lying = |id: &str, name: &str, region: &[&str]| {
        let mut paper = paper(id, name, 2024);
        paper.json["agency"]["region"] = json!(region);
        paper
    };
    desk.load(&[
        lying("a", "甲局", &["骐昌市", "松溪县"]),
        lying("b", "乙局", &["骐昌市", "松溪县", "白石镇"]),
        lying("c", "丙局", &["骐昌市"]),
        lying("d", "丁局", &["云中市", "云东县"]),
    ]);
    desk.keys(", o");
    let mut counted = bars(&desk, BarKind::Region);
    counted.sort();
    let expected =
        [("云中市", 1), ("云中市 云东县", 1), ("骐昌市", 3), ("骐昌市 松溪县", 2), ("骐昌市 松溪县 白石镇", 1)];
    assert_eq!(counted, expected.map(|(name, count)| (name.to_owned(), count)));
}

#[test]
fn a_roster_says_who_should_have_reported() {
    let mut desk = Desk::new();
    let roster = Roster::parse("名称,地区\n松溪县教育局,松溪县\n松溪县公安局,松溪县\n松溪县水利局,松溪县\n".as_bytes());
    desk.model.given.basis = desk.model.given.basis.clone().with_roster(Some(Box::leak(Box::new(roster.unwrap()))));
    desk.without_reports(&["松溪县水利局"]).keys(", o");
    let expected = RosterTally { year: 2024, reported: 2, missing: 1, unlisted: 1 };
    assert_eq!(overview(&desk).progress.expected, Some(expected));
    let screen = desk.screen().join("\n");
    assert!(screen.contains("2024 年应报 3 家：已报 2，未报 1，名册外 1 份"), "{screen}");
}

/// As the desk keeps them until a reviewer has chosen, two files of one agency are two reports.
#[test]
fn an_agency_with_two_reports_of_one_year_has_reported_once() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    let of = |id: &str, name: &str| paper(id, name, 2024);
    desk.load(&[of("one", "松溪县教育局"), of("two", "松溪县教育局"), of("three", "县教体局")]);
    desk.take(Msg::LoadingDone);
    let roster = Roster::parse("名称,别名,地区\n松溪县教育局,县教体局,松溪县\n松溪县水利局,,松溪县\n".as_bytes());
    desk.model.given.basis = desk.model.given.basis.clone().with_roster(Some(Box::leak(Box::new(roster.unwrap()))));
    desk.without_reports(&["松溪县水利局"]).keys(", o");
    let progress = overview(&desk).progress;
    assert_eq!(progress.reports, 3, "all are in the list");
    assert_eq!(progress.expected, Some(RosterTally { year: 2024, reported: 1, missing: 1, unlisted: 0 }));
}
