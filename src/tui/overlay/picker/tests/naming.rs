//! Naming the agency of a report: everywhere, at once, and taken back.

use crate::journal::{Act, Target};
use crate::report::Agency;
use crate::report::roster::Roster;
use crate::tui::fixture::{Desk, Paper, at_a_known_time, paper, reference, said};
use crate::tui::model::{Overlay, Screen};
use crate::tui::msg::{Changes, Effect, Msg};

const UNNAMED: &str = "未具名·0123abcd";

/// One whose name was left open in a folder that tells nothing, and another year of who it is.
fn papers() -> Vec<Paper> {
    let mut unnamed = paper("城关镇政府/2024.txt", UNNAMED, 2024);
    unnamed.json["agency"]["region"] = serde_json::json!([]);
    unnamed.json["sections"][0]["text"] = "2024年，松溪县财政局认真落实要求。本年度收到申请5件。".into();
    let mut old = paper("old", "松溪县水利局", 2023);
    old.json["agency"]["region"] = serde_json::json!(*Agency::of_name("松溪县水利局").region);
    vec![unnamed, old, paper("other", "松溪县教育局", 2024)]
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.load(&papers());
    desk.keys("/").typed("未具名").keys("enter");
    desk
}

fn choices(desk: &Desk) -> Vec<String> {
    match &desk.model.overlay {
        Some(Overlay::Picker(picker)) => {
            picker.found().into_iter().map(|(_, line)| format!("{}|{}", line.text, line.right)).collect()
        }
        other => panic!("{other:?}; said: {}", desk.notice()),
    }
}

fn name_of(desk: &Desk) -> String {
    let sheet = desk.model.library.sheet(desk.item("城关镇政府/2024.txt")).unwrap();
    sheet.lean.head.agency.name.to_string()
}

/// What whoever reads files was told: how many names there are, and which files have another.
fn told(desk: &mut Desk) -> Option<(usize, Vec<String>)> {
    let effects = desk.effects().into_iter();
    let mut names = effects.filter_map(|effect| match effect {
        Effect::Names(acts, paths) => {
            Some((acts.len(), paths.iter().map(|path| path.to_string_lossy().into_owned()).collect()))
        }
        _ => None,
    });
    names.next_back()
}

#[test]
fn names_near_at_hand_are_offered_and_any_can_be_written() {
    let mut desk = desk();
    desk.keys(", r");
    let offers = choices(&desk);
    assert_eq!(offers[0], "城关镇政府|文件夹");
    assert!(offers.contains(&"松溪县水利局|其他年度".to_owned()), "{offers:?}");
    assert!(!offers.iter().any(|offer| offer.starts_with("松溪县教育局")), "it has reported: {offers:?}");
    desk.keys("esc enter , r");
    assert_eq!(choices(&desk)[1], "松溪县财政局|正文", "the open report has a text");
    desk.typed("slj");
    assert_eq!(choices(&desk), ["松溪县水利局|其他年度", "slj|新写"]);
    desk.keys("enter").saved();
    said(&desk, "已命名为 松溪县水利局");
    assert_eq!(name_of(&desk), "松溪县水利局");
    desk.keys(", r").typed("松溪县水利局").keys("enter");
    said(&desk, "已经是这个名称");
}

#[test]
fn those_of_the_roster_without_a_report_come_before_the_others() {
    let roster =
        Box::leak(Box::new(Roster::parse("名称,地区\n松溪县教育局,松溪县\n松溪县财政局,松溪县\n".as_bytes()).unwrap()));
    let mut desk = desk();
    desk.model.given.basis.roster = Some(roster);
    desk.without_reports(&["松溪县财政局"]).keys(", r");
    assert_eq!(choices(&desk)[1..], ["松溪县财政局|名册，未报", "松溪县教育局|名册"]);
    desk.typed("czj").keys("enter").saved();
    assert_eq!(name_of(&desk), "松溪县财政局");
    assert_eq!(desk.model.missing().count(), 0, "it has reported");
    desk.keys("u").saved();
    assert_eq!(desk.model.missing().count(), 1);
}

#[test]
fn a_name_is_used_everywhere_and_what_was_written_before_stays() {
    let mut desk = desk();
    desk.keys("a").typed("这是谁的？").keys("enter").saved();
    desk.keys("R enter").saved();
    desk.effects();
    desk.keys(", r").typed("松溪县水利局").keys("enter");
    assert_eq!(told(&mut desk), None, "nothing is named before it is on disk");
    desk.saved();
    assert_eq!(told(&mut desk), Some((1, vec!["城关镇政府/2024.txt.json".to_owned()])));
    let item = desk.item("城关镇政府/2024.txt");
    assert_eq!(desk.model.journal.marks.get(item).unwrap().notes, 1);
    assert_eq!(desk.listed().len(), 0, "it is found by its name now, not by the old one");
    desk.keys("esc /").typed("sxxslj").keys("enter");
    assert_eq!(desk.listed(), ["城关镇政府/2024.txt"], "the year before stands behind it");
    desk.keys("enter 6");
    let screen = desk.screen().join("\n");
    assert!(screen.contains("松溪县水利局 2024") && screen.contains("这是谁的？"), "{screen}");
    // The acts that follow are kept with those before.
    desk.keys("a").typed("第二条").keys("enter").saved();
    assert!(desk.acts.iter().all(|act| act.report.agency.as_str() == UNNAMED));
    assert_eq!(desk.model.journal.marks.get(item).unwrap().notes, 2);
    // It is undone and done again like any act, from anywhere.
    desk.keys("u").saved().keys("u").saved();
    said(&desk, "已撤销");
    assert_eq!(name_of(&desk), UNNAMED);
    assert_eq!(told(&mut desk), Some((0, vec!["城关镇政府/2024.txt.json".to_owned()])));
    assert_eq!(desk.model.library.sheet(item).unwrap().lean.head.agency.region.len(), 0);
    desk.keys("ctrl-r").saved();
    assert_eq!(name_of(&desk), "松溪县水利局");
    assert_eq!(desk.model.journal.marks.get(item).unwrap().notes, 1);
}

#[test]
fn a_named_report_is_renamed_and_its_name_taken_back() {
    let mut desk = desk();
    desk.keys(", r").typed("松溪县甲局").keys("enter").saved();
    desk.keys("esc /").typed("甲局").keys("enter , r").typed("松溪县乙局").keys("enter").saved();
    assert_eq!(name_of(&desk), "松溪县乙局");
    desk.keys("esc /").typed("乙局").keys("enter , r");
    let last = choices(&desk).pop().unwrap();
    assert_eq!(last, format!("恢复读出的名称（{UNNAMED}）|"));
    desk.typed("恢复").keys("enter").saved();
    said(&desk, "已恢复读出的名称");
    assert_eq!(name_of(&desk), UNNAMED);
    desk.keys("u").saved();
    assert_eq!(name_of(&desk), "松溪县乙局", "that too can be undone");
}

#[test]
fn names_of_the_journal_are_there_whether_it_or_the_files_come_first() {
    let acts = {
        let mut desk = desk();
        desk.keys(", r").typed("松溪县水利局").keys("enter").saved();
        desk.acts.clone()
    };
    let update = || crate::journal::Update { acts: acts.clone(), reloaded: false };
    let mut before = Desk::new();
    before.take(Msg::JournalOpened { read_only: false, update: update() }).load(&papers());
    assert_eq!(name_of(&before), "松溪县水利局");
    let mut after = Desk::new();
    after.load(&papers()).take(Msg::JournalOpened { read_only: false, update: update() });
    assert_eq!(name_of(&after), "松溪县水利局");
    // A file that was read before the name was known arrives after it.
    let stale = papers().iter().take(1).map(|paper| after.checked(paper)).collect();
    after.take(Msg::Changed(Changes { renamed: stale, ..Changes::default() }));
    assert_eq!(name_of(&after), "松溪县水利局");
    let mut none = Desk::new();
    none.take(Msg::JournalOpened { read_only: false, update: crate::journal::Update::default() });
    assert_eq!(told(&mut none), Some((0, Vec::new())), "whoever waits for names waits no longer");
}

#[test]
fn another_reviewer_names_the_report_that_is_open() {
    let mut desk = desk();
    desk.keys("enter 5");
    let sheet = desk.model.library.sheet(desk.item("城关镇政府/2024.txt")).unwrap();
    let report = reference("城关镇政府/2024.txt", &sheet.lean);
    let note = Act::note("王芳", report.clone(), Target::Report, "水利局的", None);
    let acts = vec![at_a_known_time(Act::name("王芳", report, Some("松溪县水利局"))), at_a_known_time(note)];
    desk.hear(acts);
    assert_eq!((name_of(&desk).as_str(), desk.shown()), ("松溪县水利局", (Screen::Text, None)));
    assert!(desk.screen()[0].contains("松溪县水利局 2024"), "{:?}", desk.screen()[0]);
    assert_eq!(desk.model.journal.marks.get(desk.item("城关镇政府/2024.txt")).unwrap().notes, 1);
}

/// What is kept about it would be kept about the agency that the name belongs to, too.
#[test]
fn a_report_that_was_read_under_a_name_keeps_it() {
    let mut desk = Desk::new();
    let read = "松溪县城关区财政局";
    desk.load(&[paper("x/1", read, 2024), paper("x/2", read, 2024)]);
    desk.keys("/").typed("城关区财政局").keys("enter , r");
    said(&desk, "只有未读出机关名称的年报");
    assert!(desk.model.overlay.is_none() && desk.acts.is_empty());
    // Nor does an act of another program change it.
    let sheet = desk.model.library.sheet(desk.item("x/1")).unwrap();
    let act = Act::name("王芳", reference("x/1", &sheet.lean), Some("松溪县审计局"));
    desk.hear(vec![at_a_known_time(act)]);
    let name = desk.model.library.sheet(desk.item("x/1")).unwrap().lean.head.agency.name.to_string();
    assert_eq!(name, read);
}

#[test]
fn what_is_too_long_for_a_name_cannot_be_chosen() {
    let mut desk = desk();
    desk.keys(", r").paste(&format!("松溪县{}局", "长".repeat(300)));
    assert_eq!(choices(&desk), Vec::<String>::new());
    desk.keys("enter");
    assert_eq!((name_of(&desk).as_str(), desk.acts.len()), (UNNAMED, 0));
}

#[test]
fn a_name_that_cannot_be_saved_is_not_lost() {
    let mut desk = desk();
    desk.keys(", r").typed("松溪县新设局").keys("enter").refused();
    assert_eq!(name_of(&desk), UNNAMED);
    assert_eq!(choices(&desk), ["松溪县新设局|新写"]);
    desk.keys("enter").saved();
    assert_eq!(name_of(&desk), "松溪县新设局");
}

#[test]
fn nothing_is_named_where_nothing_can_be_written_and_the_footer_tells_of_it_where_it_takes_it() {
    let mut desk = desk();
    let footer = |desk: &Desk| desk.screen().pop().unwrap();
    assert!(footer(&desk).contains(", r 命名"), "{}", footer(&desk));
    desk.model.journal.read_only = true;
    desk.keys(", r");
    said(&desk, "只读");
    desk.model.journal.read_only = false;
    desk.keys("esc /").typed("教育局").keys("enter");
    assert!(!footer(&desk).contains("命名"), "{}", footer(&desk));
}

#[test]
fn a_name_from_elsewhere_is_not_given_by_one_key() {
    let mut desk = Desk::new();
    let mut papers = papers();
    papers[0].id = "x/1".to_owned();
    desk.load(&papers);
    desk.keys("/").typed("未具名").keys("enter , r");
    assert!(choices(&desk)[0].ends_with("|其他年度"), "{:?}", choices(&desk));
    let first = choices(&desk)[0].split('|').next().unwrap().to_owned();
    desk.keys("enter");
    assert!(desk.acts.is_empty() && desk.recorded().is_empty());
    said(&desk, "再按一次 Enter");
    said(&desk, &first);
    desk.keys("enter").saved();
    said(&desk, &format!("已命名为 {first}"));
}

/// The unnamed report, after one character of its file has changed.
fn changed() -> Paper {
    Paper {
        json: {
            let mut json = papers().remove(0).json;
            json["agency"]["name"] = "未具名·89abcdef".into();
            json
        },
        ..papers().remove(0)
    }
}

#[test]
fn what_was_written_about_an_unnamed_report_is_told_and_found_when_its_file_changes() {
    let mut desk = desk();
    desk.keys("a").typed("请补全称").keys("enter").saved().keys(", r").typed("松溪县水利局").keys("enter").saved();
    let acts = desk.acts.clone();
    desk.change(&[changed()], &[]);
    said(&desk, "松溪县水利局 2024 的文件变了，现为 未具名·89abcdef 2024");
    said(&desk, "此前的命名、1 条批注仍记在原名下（, n）");
    found_again(desk);
    // The same, where it changed while no desk was open: whichever is there first.
    for journal_first in [true, false] {
        let mut desk = Desk::empty(crate::words::Lang::Zh, 80, 24);
        let update = crate::journal::Update { acts: acts.clone(), reloaded: false };
        let opened = Msg::JournalOpened { read_only: false, update };
        if journal_first {
            desk.take(opened).load(&[changed()]).take(Msg::LoadingDone);
        } else {
            desk.load(&[changed()]).take(Msg::LoadingDone).take(opened);
        }
        said(&desk, "1 份未具名年报的文件变了");
        found_again(desk);
    }
}

#[test]
fn only_what_there_is_is_said_to_be_left_behind() {
    let left = |keys: &str, becomes: &Paper| {
        let mut desk = Desk::new();
        desk.keys(keys).saved();
        desk.change(std::slice::from_ref(becomes), &[]);
        let text = desk.notice().to_owned();
        text.split_once("：此前的").map_or_else(String::new, |(_, what)| what.to_owned())
    };
    let other = paper("a/new", "松溪县水利局", 2024);
    assert_eq!(left("R enter", &other), "状态（退回）仍记在原名下");
    assert_eq!(left("n v 1", &other), "1 条处理意见仍记在原名下");
    assert_eq!(left("a x enter", &other), "1 条批注仍记在原名下（, n）");
    assert_eq!(left(", a enter", &other), "其他记录仍记在原名下");
    let mut desk = Desk::new();
    desk.keys("R enter")
        .saved()
        .keys("n v 1")
        .saved()
        .keys("a x enter")
        .saved()
        .change(std::slice::from_ref(&other), &[]);
    said(&desk, "此前的状态（退回）、1 条处理意见、1 条批注仍记在原名下（, n）");
    let mut undone = Desk::new();
    undone.keys("R enter").saved().keys("u").saved().change(&[other], &[]);
    assert!(!undone.notice().contains("原名下"), "{}", undone.notice());
}

/// The note is among all notes, and the name is the first that is offered.
fn found_again(mut desk: Desk) {
    desk.keys("esc esc , n");
    assert!(choices(&desk).iter().any(|line| line.contains("（文件已变） 整份年报  请补全称")), "{:?}", choices(&desk));
    desk.typed("补全").keys("enter");
    assert_eq!((desk.opened().as_str(), desk.notice()), ("城关镇政府/2024.txt", "请补全称"));
    desk.keys(", r");
    assert_eq!(choices(&desk)[0], "松溪县水利局|文件变化前的命名");
    // The file may be an entirely different report by now.
    let acts = desk.acts.len();
    desk.keys("enter").saved();
    said(&desk, "《松溪县水利局》是文件变化前的命名");
    assert_eq!(desk.acts.len(), acts);
    desk.keys("enter").saved();
    assert_eq!(name_of(&desk), "松溪县水利局");
    assert_eq!(desk.acts.last().unwrap().report.agency.as_str(), "未具名·89abcdef");
}

#[test]
fn a_file_that_changes_and_keeps_its_key_leaves_nothing_behind() {
    let mut desk = Desk::new();
    desk.keys("a").typed("批注").keys("enter").saved();
    desk.change(&[paper("a/new", "松溪县教育局", 2024)], &[]);
    assert!(!desk.notice().contains("原名下"), "{}", desk.notice());
    desk.change(&[paper("b", "松溪县林业局", 2024)], &[]);
    assert!(!desk.notice().contains("原名下"), "nothing was written about it: {}", desk.notice());
}
