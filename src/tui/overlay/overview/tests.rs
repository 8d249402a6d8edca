//! The overview, by keys.

use crate::journal::Status;
use crate::tui::fixture::{Desk, item, paper, papers, several_years, unreadable};
use crate::tui::model::Overlay;
use crate::tui::model::chip::Chip;
use crate::tui::msg::{More, Msg};
use crate::tui::overlay::overview::{BarKind, Overview};
use crate::tui::plain::Plain;
use crate::words::Lang;

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
    assert_eq!((progress.reports, progress.reviewed, progress.findings), (3, 1, 5), "whatever it is narrowed to");
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
    assert_eq!(overview(&desk).progress.reviewed, accepted(&desk));
}

#[test]
fn the_overview_is_said_in_the_plain_desk() {
    let mut desk = Desk::new();
    let mut plain = Plain::default();
    plain.next(&desk.model);
    desk.keys(", o");
    let said = plain.next(&desk.model);
    assert!(said.contains("年报 0/3 份已审结") && said.contains("> 未审 3 份"), "{said}");
    desk.keys("l");
    assert!(plain.next(&desk.model).contains("轻重"));
}
