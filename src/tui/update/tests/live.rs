//! The reviewed directory changes while the desk is open.

use serde_json::json;

use crate::check::{Need, Outcome, Unchecked, WhyUnchecked, rules};
use crate::journal::Status;
use crate::library::{Assessed, Narrated};
use crate::report::SafeText;
use crate::tui::fixture::{Desk, Paper, copied_papers, item, paper, papers, said, status_of, unreadable};
use crate::tui::model::{Model, NarrativeState, Screen};
use crate::tui::msg::{Changes, Effect, Msg};
use crate::words::Lang;

/// The report with two errors, as it is after the agency has looked at it again.
fn corrected() -> Paper {
    paper("a/new", "松溪县教育局", 2024)
}

/// The same with other errors: 7 against 5.
fn changed() -> Paper {
    paper("a/new", "松溪县教育局", 2024).set("requests/new/natural", json!(7)).set("requests/new/total", json!(7))
}

fn arrived(desk: &Desk, papers: &[Paper]) -> Msg {
    let arrived = papers.iter().map(|paper| desk.checked(paper)).collect();
    Msg::Changed(Changes { arrived, ..Changes::default() })
}

#[test]
fn new_files_are_listed_and_the_cursor_stays_on_its_agency() {
    let mut desk = Desk::new();
    desk.keys("j");
    let before = desk.model.list.current();
    desk.change(&[paper("aa", "松溪县财政局", 2024)], &[]);
    assert_eq!(desk.listed(), ["a/new", "aa", "b", "c", "d"]);
    assert_eq!(desk.model.list.current(), before);
    said(&desk, "新增 1");
    desk.change(&[paper("ab", "松溪县民政局", 2024), corrected()], &["c"]);
    said(&desk, "新增 2、变更 1、删除 1");
    assert_eq!(desk.listed(), ["a/new", "aa", "ab", "b", "d"]);
    desk.keys("k").change(&[paper("ac", "松溪县水利局", 2024)], &[]);
    said(&desk, "新增 1");
    assert!(!desk.notice().contains("变更"), "what was told before the key is told: {}", desk.notice());
}

#[test]
fn a_changed_file_keeps_its_number_and_its_findings_follow() {
    let mut desk = Desk::new();
    let number = desk.item("a/new");
    let errors = |desk: &Desk| desk.model.library.sheet(desk.item("a/new")).unwrap().counts.error;
    assert_eq!(errors(&desk), 2);
    desk.change(&[corrected()], &[]);
    assert_eq!((desk.item("a/new"), errors(&desk)), (number, 0));
    assert_eq!(desk.model.library.len(), 5);
    desk.take(Msg::Changed(Changes { arrived: vec![unreadable("b")], ..Changes::default() }));
    said(&desk, "其中 1 份无法读取");
    assert!(desk.model.library.sheet(desk.item("b")).is_none());
    assert_eq!((desk.model.directory.loading.read, desk.model.directory.loading.unreadable), (5, 2));
}

#[test]
fn a_removed_file_is_not_listed_and_comes_back_with_its_file() {
    let mut desk = Desk::new();
    desk.keys("j enter").change(&[], &["b"]);
    assert_eq!(desk.opened(), "b", "what is open stays");
    said(&desk, "的文件已不在目录中");
    assert!(desk.screen().join("\n").contains("文件已不在"));
    desk.keys("esc");
    assert_eq!(desk.listed(), ["a/new", "c", "d"]);
    desk.change(&[], &["b", "nowhere"]);
    assert_eq!(desk.notice(), "", "said once");
    desk.change(&[paper("b", "松溪县公安局", 2024)], &[]);
    said(&desk, "新增 1");
    assert_eq!(desk.listed(), ["a/new", "b", "c", "d"]);
}

#[test]
fn where_a_new_version_comes_the_cursor_goes_to_it() {
    let mut desk = Desk::new();
    desk.change(&[paper("b", "松溪县公安局", 2024).with("version", json!(1))], &[]);
    desk.keys("j");
    desk.change(&[paper("z", "松溪县公安局", 2024).with("version", json!(2))], &[]);
    assert_eq!(desk.listed(), ["a/new", "c", "d", "z"]);
    assert_eq!(desk.model.list.current(), Some(desk.item("z")));
}

#[test]
fn an_open_report_that_changed_goes_on_where_it_was() {
    let mut desk = Desk::new();
    desk.keys("enter enter j j l");
    let (cell, open) = (desk.cell().to_owned(), desk.open());
    let finding = open.finding().unwrap().fingerprint;
    assert!(open.findings.marked);
    desk.effects();
    desk.change(&[changed(), paper("aa", "松溪县财政局", 2024)], &[]);
    assert!(matches!(desk.effects().as_slice(), [Effect::Open(_)]), "its text is read anew");
    assert_eq!((desk.opened().as_str(), desk.shown(), desk.cell()), ("a/new", (Screen::Table, Some(1)), cell.as_str()));
    assert_eq!(desk.open().finding().unwrap().fingerprint, finding);
    assert!(desk.open().findings.marked);
    let sides = desk.open().finding().unwrap().sides().map(|(left, _)| left.to_string());
    assert_eq!(sides.as_deref(), Some("7"), "with the numbers of now");
    assert!(matches!(desk.open().narrative, NarrativeState::Ready(_)));
    said(&desk, "松溪县教育局 2024 已更新");
    said(&desk, "新增 1、变更 1");
    desk.change(&[corrected()], &[]);
    assert!(desk.open().finding().is_none() && !desk.open().findings.marked, "the finding is settled");
    assert_eq!(desk.cell(), cell);
}

#[test]
fn an_editor_stays_open_while_files_change() {
    let mut desk = Desk::new();
    desk.keys("enter a").typed("半句话");
    desk.change(&[changed()], &["b"]);
    assert_eq!(desk.editor().text(), "半句话");
    desk.keys("enter");
    assert_eq!(desk.recorded().len(), 1);
}

#[test]
fn the_cursor_goes_back_to_a_finding_of_the_texts_once_they_are_read_again() {
    let mut desk = Desk::with_texts(Lang::Zh, 80, 24);
    desk.keys("enter").go_to("N-01");
    let finding = desk.open().finding().unwrap().fingerprint;
    let same = copied_papers().into_iter().find(|paper| paper.id == "a/new").unwrap();
    desk.change(&[same], &[]);
    assert_eq!(desk.open().finding().map(|found| found.fingerprint), Some(finding));
    let again: Vec<_> = copied_papers().into_iter().filter(|paper| paper.id == "a/new").collect();
    desk.change(&again, &[]).keys("j k");
    let findings = &desk.open().outcome.findings;
    for (index, finding) in findings.iter().enumerate() {
        assert!(!findings[..index].contains(finding), "twice: {finding:?}");
    }
}

#[test]
fn what_cannot_be_read_any_more_is_shown_as_it_was_until_one_leaves() {
    let mut desk = Desk::new();
    desk.keys("enter enter");
    desk.take(Msg::Changed(Changes { arrived: vec![unreadable("a/new")], ..Changes::default() }));
    assert_eq!((desk.opened().as_str(), desk.shown()), ("a/new", (Screen::Table, Some(1))));
    desk.keys("esc esc");
    assert!(desk.model.library.sheet(desk.item("a/new")).is_none());
    assert!(desk.screen().join("\n").contains("无法读取"));
    desk.keys("j enter").take(Msg::Changed(Changes { arrived: vec![unreadable("b")], ..Changes::default() }));
    desk.change(&[paper("b", "松溪县公安局", 2024)], &[]);
    desk.keys("esc");
    assert!(desk.model.library.sheet(desk.item("b")).is_some(), "it could be read again in time");
}

#[test]
fn a_resubmitted_report_keeps_what_was_said_of_values_that_stand_and_the_rest_is_stale() {
    let mut desk = Desk::new();
    desk.keys("enter v enter").saved();
    desk.keys("3 g a").typed("核对").keys("enter").saved();
    desk.keys("esc esc A y").saved();
    assert_eq!(status_of(&desk, "a/new"), Status::Accepted);
    let mark = |desk: &Desk| desk.model.journal.marks.get(desk.item("a/new")).unwrap();
    assert!(!mark(&desk).stale);
    // Another cell, which neither the note nor the verdict speaks of.
    let elsewhere = papers().remove(0).set("disclosure/penalties/decisions", json!(9));
    desk.change(&[elsewhere], &[]);
    assert_eq!(status_of(&desk, "a/new"), Status::Resubmitted, "what was accepted is not there any more");
    let stale = |desk: &Desk| {
        crate::tui::screen::notes::entries(&desk.model).iter().map(|entry| entry.stale).collect::<Vec<_>>()
    };
    desk.keys("enter 6");
    assert_eq!(stale(&desk), [false, false, true], "only the status speaks of all numbers");
    desk.change(&[changed()], &[]);
    assert_eq!(stale(&desk), [true, true, true]);
    assert_eq!(mark(&desk).decided, 1, "the verdict is kept");
    desk.change(&[papers().remove(0)], &[]);
    assert_eq!(status_of(&desk, "a/new"), Status::Accepted, "as it was when it was accepted");
    assert!(!mark(&desk).stale);
}

#[test]
fn what_was_found_by_looking_at_others_stays_with_a_report_that_is_only_checked_again() {
    let mut desk = Desk::with_texts(Lang::Zh, 80, 24);
    let rules = |desk: &Desk| -> Vec<String> {
        let sheet = desk.model.library.sheet(desk.item("a/new")).unwrap();
        sheet.findings.iter().map(|finding| finding.rule.id.to_string()).collect()
    };
    assert!(rules(&desk).contains(&"SIM-02".to_owned()), "{:?}", rules(&desk));
    let again = copied_papers().into_iter().find(|paper| paper.id == "a/new").unwrap();
    let again = desk.checked(&again);
    desk.take(Msg::Changed(Changes { concerned: vec![again], ..Changes::default() }));
    assert!(rules(&desk).contains(&"SIM-02".to_owned()), "{:?}", rules(&desk));
    assert_eq!(desk.notice(), "", "nothing has happened to its file");
}

#[test]
fn a_reload_asks_once_everything_is_read_and_says_when_nothing_has_changed() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&papers()).keys(", l");
    said(&desk, "还没有读完");
    desk.take(Msg::LoadingDone).take(Msg::CheckingDone { absent: Vec::new() });
    desk.effects();
    desk.keys(", l");
    assert_eq!(desk.effects(), [Effect::Reload]);
    desk.take(Msg::Changed(Changes { asked: true, ..Changes::default() }));
    said(&desk, "没有变化");
    desk.take(Msg::Unwatched("没有那么多".to_owned(), 3));
    said(&desk, "每 3 秒");
    let msg = arrived(&desk, &[corrected()]);
    desk.take(msg);
    said(&desk, "每 3 秒");
}

#[test]
fn files_may_come_in_any_order_with_any_names() {
    let mut desk = Desk::new();
    let hostile = Paper { id: "\u{1b}[2J/x".to_owned(), ..paper("x", "甲\u{202e}", 2024) };
    desk.change(&[hostile], &["\u{1b}[2J/x", ""]);
    let mut twice = item(&corrected());
    twice.id = SafeText::line("b");
    desk.take(Msg::Changed(Changes { arrived: vec![twice, item(&paper("b", "乙", 2024))], ..Changes::default() }));
    assert!(desk.listed().contains(&"b".to_owned()));
    assert!(desk.screen().iter().all(|line| !line.contains('\u{1b}')));
}

#[test]
fn until_a_key_is_pressed_the_cursor_stays_on_the_first_line() {
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[paper("m", "松溪县教育局", 2024)]).load(&[paper("c", "松溪县公安局", 2024)]);
    assert_eq!((desk.listed(), desk.model.list.window.cursor), (vec!["c".to_owned(), "m".to_owned()], 0));
    // From then on it stays on its agency.
    desk.keys("k").load(&[paper("a", "松溪县财政局", 2024)]);
    assert_eq!((desk.listed()[0].as_str(), desk.model.list.window.cursor), ("a", 1));
}

#[test]
fn what_was_on_its_way_when_the_published_reports_were_read_says_no_more_that_they_are_not() {
    let mut desk = Desk::new();
    desk.keys("enter");
    let item = desk.item("a/new");
    let opened = |unchecked: Vec<Unchecked>| {
        let added = Assessed { outcome: Outcome { findings: Vec::new(), unchecked }, blocks: Vec::new() };
        Msg::Opened(item, Ok(Box::new(Narrated { added, ..Narrated::default() })))
    };
    let rule = rules().iter().find(|rule| &*rule.id == "DOC-15").unwrap();
    let gap = |reason| vec![Unchecked { rule, place: None, reason }];
    let reasons = |desk: &Desk| -> Vec<WhyUnchecked> {
        let gaps = desk.open().outcome.unchecked.iter().filter(|entry| &*entry.rule.id == "DOC-15");
        gaps.map(|entry| entry.reason.clone()).collect()
    };
    let (early, late) = (WhyUnchecked::NotReadYet(Need::PublishedPage), WhyUnchecked::NotListed(Need::PublishedPage));
    desk.take(Msg::PublishedRead { reports: 1, unread: Vec::new() });
    desk.take(opened(gap(early.clone())));
    assert_eq!(reasons(&desk), [early]);
    desk.take(opened(gap(late.clone())));
    assert_eq!(reasons(&desk), [late]);
}

#[test]
fn published_reports_that_cannot_be_read_are_named_with_the_reason() {
    let mut desk = Desk::new();
    let unread = |names: &[&str]| {
        let unread = names.iter().map(|name| (SafeText::line(name), SafeText::line("文件不完整"))).collect();
        Msg::PublishedRead { reports: 1, unread }
    };
    desk.take(unread(&["公开/a.html"]));
    said(&desk, "公开版 公开/a.html 不能读取，没有比较：文件不完整");
    desk.take(unread(&["公开/b.html", "公开/c.html"])).keys("j");
    said(&desk, "2 个文件");
    let kept: Vec<&str> = desk.model.notices.newest().map(|said| said.notice.text.as_str()).collect();
    assert!(["公开/b.html", "公开/c.html"].iter().all(|name| kept.iter().any(|text| text.contains(name))), "{kept:?}");
}

#[test]
fn what_others_show_of_a_report_follows_when_all_are_compared_again() {
    let mut desk = Desk::with_texts(Lang::Zh, 80, 24);
    let batch_of = |desk: &Desk| desk.model.case(desk.item("a/new")).unwrap().batch.clone();
    let listed = |desk: &Desk, rule: &str| {
        let Model { library, .. } = &desk.model;
        let mut findings = library.sheet(desk.item("a/new")).unwrap().findings.iter();
        findings.any(|finding| &*finding.rule.id == rule)
    };
    let open = |desk: &Desk, rule: &str| desk.open().all_findings().any(|finding| &*finding.rule.id == rule);
    desk.keys("enter").go_to("N-01");
    let finding = desk.open().finding().unwrap().fingerprint;
    assert!(open(&desk, "SIM-02") && listed(&desk, "SIM-02"));
    let batch = batch_of(&desk);
    desk.effects();
    let as_it_was = Outcome { findings: batch.findings.iter().rev().cloned().collect(), ..batch.clone() };
    desk.take(Msg::Compared(vec![("a/new".into(), as_it_was), ("nowhere".into(), Outcome::default())]));
    assert!(desk.effects().is_empty(), "nothing is another thing");
    let mut less = batch.clone();
    less.findings.retain(|finding| &*finding.rule.id != "SIM-02");
    desk.take(Msg::Compared(vec![("a/new".into(), less)]));
    assert!(!open(&desk, "SIM-02") && !listed(&desk, "SIM-02"));
    assert!(open(&desk, "N-01") && listed(&desk, "N-01"));
    assert_eq!(desk.open().finding().map(|found| found.fingerprint), Some(finding), "the cursor stays");
    desk.take(Msg::Compared(vec![("a/new".into(), batch)])).take(Msg::ComparingDone { absent: Vec::new() });
    assert!(open(&desk, "SIM-02") && listed(&desk, "SIM-02"));
    assert_eq!(desk.notice(), "", "nothing has happened to its file");
}
