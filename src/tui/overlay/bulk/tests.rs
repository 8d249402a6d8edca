//! Acting on many at once, and again: by keys.

use std::fmt::Write as _;

use serde_json::json;

use crate::journal::{Audience, Decision, Status, Target, Verdict};
use crate::tui::fixture::{Desk, due_of, paper, papers, said, status_of, unreadable, verdict};
use crate::tui::model::Overlay;
use crate::tui::msg::{Changes, Effect, Intent, Msg, What};
use crate::tui::overlay::bulk::BulkDeed;
use crate::tui::overlay::editor::Purpose;
use crate::tui::overlay::unfinished;
use crate::tui::plain::Plain;
use crate::words::{Lang, ZH};

fn marked(desk: &Desk) -> usize {
    desk.model.selection.len()
}

/// What the preview lists: name and what is special.
fn previewed(desk: &Desk) -> String {
    let Some(Overlay::Bulk(bulk)) = &desk.model.overlay else { panic!("no preview; said: {}", desk.notice()) };
    let mut text = String::new();
    bulk.lines.iter().for_each(|line| writeln!(text, "{}|{}", line.name, line.special).unwrap());
    text
}

/// How many times something was to be written, and how many acts.
fn written(desk: &mut Desk) -> (usize, usize) {
    let effects = desk.effects();
    let records = effects.iter().filter_map(|effect| match effect {
        Effect::Record(intents) => Some(intents.len()),
        _ => None,
    });
    (records.clone().count(), records.sum())
}

fn statuses(desk: &Desk) -> [Status; 3] {
    ["a/new", "b", "c"].map(|id| status_of(desk, id))
}

// Marks.

#[test]
fn agencies_are_marked_one_by_one_or_all_and_esc_gives_up_filters_first() {
    let mut desk = Desk::new();
    desk.keys("space space");
    assert_eq!((marked(&desk), desk.model.list.window.cursor), (2, 2));
    desk.keys("g space");
    assert_eq!(marked(&desk), 1, "marked once more: not marked");
    desk.keys("*");
    assert_eq!(marked(&desk), 0, "some are marked: none is");
    desk.keys("*");
    assert_eq!(marked(&desk), 4);
    assert!(desk.screen()[1].contains("[已选 4]"), "{}", desk.screen()[1]);
    desk.keys("/").typed("松溪").keys("enter esc");
    assert_eq!((marked(&desk), desk.model.list.filter.as_str()), (4, ""), "the filter goes first");
    desk.keys("esc");
    assert_eq!(marked(&desk), 0);
    desk.keys("esc");
    assert_eq!(desk.notice(), ZH.desk.outermost());
}

// Many at once.

#[test]
fn many_are_returned_in_one_record_after_a_preview_and_undone_and_redone_as_one() {
    let mut desk = Desk::new();
    desk.keys("* R enter");
    let preview = previewed(&desk);
    assert!(preview.contains("松溪县公安局 2024|没有发现问题"), "{preview}");
    assert!(preview.contains("d|无法读取\n") && preview.ends_with("白石镇人民政府 2024|\n"), "{preview}");
    assert_eq!(written(&mut desk), (0, 0), "nothing before it is confirmed");
    desk.keys("y");
    assert_eq!(written(&mut desk), (1, 4));
    desk.saved();
    said(&desk, "已保存 4 条：状态：退回，期限 2026-01-25");
    assert_eq!((statuses(&desk), marked(&desk)), ([Status::Returned; 3], 0));
    desk.keys("a").typed("别的").keys("enter").saved().keys("u").saved();
    desk.effects();
    desk.keys("u");
    assert_eq!(written(&mut desk), (1, 4));
    desk.saved();
    said(&desk, "已撤销 4 条：状态：退回");
    assert_eq!(statuses(&desk), [Status::Unreviewed; 3]);
    desk.keys("ctrl-r").saved();
    said(&desk, "已恢复 4 条：状态：退回");
    assert_eq!(statuses(&desk), [Status::Returned; 3]);
    desk.keys("u").saved();
    assert_eq!(statuses(&desk), [Status::Unreviewed; 3]);
}

#[test]
fn the_desk_in_lines_says_what_is_asked_and_what_would_be_done() {
    let mut desk = Desk::new();
    let mut plain = Plain::default();
    plain.next(&desk.model);
    desk.keys("space");
    desk.keys("k");
    assert!(plain.next(&desk.model).contains("已选 1"));
    desk.keys("* * R");
    let asked = plain.next(&desk.model);
    assert!(asked.contains("所选 4 份的退回期限") && asked.contains("Enter 为 2026-01-25"), "{asked}");
    desk.keys("1");
    assert!(plain.next(&desk.model).ends_with('1'), "what is typed is echoed");
    desk.keys("backspace enter");
    let shown = plain.next(&desk.model);
    assert!(shown.contains("退回 4 份年报，期限 2026-01-25") && shown.contains("d 无法读取"), "{shown}");
}

#[test]
fn a_preview_can_be_left_and_says_what_it_would_leave_out() {
    let mut desk = Desk::new();
    desk.keys("A y").saved().keys("* A");
    let preview = previewed(&desk);
    assert!(preview.contains("松溪县教育局 2024|已经是通过，跳过"), "{preview}");
    assert!(preview.contains("白石镇人民政府 2024|") && preview.contains("个错误未处理"), "{preview}");
    desk.effects();
    for key in ["esc", "n", "q", "ctrl-c"] {
        desk.keys(key);
        assert!(desk.model.overlay.is_none() && marked(&desk) == 4, "{key}");
        desk.keys("A");
    }
    desk.keys("j G g pagedown k enter");
    assert_eq!(
        (written(&mut desk), desk.notice()),
        ((0, 0), ZH.act.bulk_only_y()),
        "Enter is pressed without thinking"
    );
    desk.keys("y");
    assert_eq!(written(&mut desk), (1, 2));
    desk.saved();
    assert_eq!(statuses(&desk), [Status::Accepted; 3]);
    desk.keys("* A");
    said(&desk, ZH.act.bulk_nothing());
    desk.keys("esc /").typed("公安").keys("enter * esc");
    desk.keys("/").typed("教育").keys("enter a").typed("看").keys("enter");
    assert!(previewed(&desk).contains("松溪县公安局 2024|不在当前列表中"), "{}", previewed(&desk));
}

#[test]
fn the_same_note_goes_to_all_and_comes_back_when_it_cannot_be_saved() {
    let mut desk = Desk::new();
    desk.keys("space space a").typed("请一并核对").keys("tab");
    // Only one draft is kept, and it is about one report: it says for which the words were.
    let names_all = |intent: Option<Intent>| {
        let intent = intent.unwrap();
        let words = intent.words().unwrap().to_owned();
        let stays = matches!(&intent, Intent::About { what: What::Note(_, Audience::Internal), .. });
        assert!(stays, "no agency reads of the others");
        assert!(words.starts_with("（写给 2 份年报：") && words.ends_with("）请一并核对"), "{words}");
        assert_eq!(words.matches('、').count(), 1, "{words}");
    };
    names_all(unfinished(&desk.model));
    desk.keys("enter");
    assert!(matches!(&desk.model.overlay, Some(Overlay::Bulk(bulk)) if matches!(bulk.deed, BulkDeed::Note(..))));
    names_all(unfinished(&desk.model));
    desk.keys("y");
    let intents = desk.recorded().to_vec();
    assert!(intents.iter().all(|intent| intent.words() == Some("请一并核对")), "the notes themselves are as written");
    let are_for_agencies =
        |intent: &Intent| matches!(intent, Intent::About { what: What::Note(_, Audience::Agency), .. });
    assert!(intents.iter().all(are_for_agencies));
    names_all(crate::tui::overlay::draft_of(&desk.model, &intents));
    desk.refused();
    assert!(matches!(desk.editor().purpose, Purpose::NoteAll) && marked(&desk) == 2);
    assert_eq!((desk.editor().text().as_str(), desk.editor().is_changed()), ("请一并核对", true));
    desk.effects();
    desk.keys("enter y");
    assert_eq!(written(&mut desk), (1, 2));
    desk.saved();
    let notes = |id| desk.model.journal.marks.get(desk.item(id)).map_or(0, |mark| mark.notes);
    assert_eq!([notes("a/new"), notes("b"), notes("c")], [1, 1, 0]);
}

#[test]
fn the_same_verdict_goes_to_all_findings_of_the_rule_but_not_over_other_verdicts() {
    let broken = |id: &str, name: &str| paper(id, name, 2024).set("requests/new/total", json!(9));
    let mut desk = Desk::new();
    desk.load(&[broken("e", "甲局"), broken("f", "乙局"), broken("g", "丙局")]);
    let rule = |desk: &Desk| desk.open().finding().unwrap().rule.id.to_string();
    let verdict_on = |desk: &Desk, id: &str, rule: &str| -> Option<Verdict> {
        let sheet = desk.model.library.sheet(desk.item(id)).unwrap();
        let finding = sheet.findings.iter().find(|finding| *finding.rule.id == *rule)?;
        desk.model.review_of(desk.item(id))?.verdict(&finding.fingerprint.to_string()).cloned()
    };
    desk.keys("/").typed("甲局").keys("enter n");
    let first = rule(&desk);
    desk.keys("v 7").saved();
    desk.keys("esc esc esc").keys("/").typed("乙局").keys("enter n");
    assert_eq!(rule(&desk), first);
    // Only 乙局 is shown now; all are to be.
    desk.model.list.filter.clear();
    desk.model.stale.list = true;
    desk.effects();
    desk.keys("V 2");
    let preview = previewed(&desk);
    assert!(preview.contains("甲局 2024|1 处已有意见，不改"), "{preview}");
    assert!(preview.contains("乙局 2024|\n") && preview.contains("丙局 2024|\n"), "{preview}");
    let acts = if let Some(Overlay::Bulk(bulk)) = &desk.model.overlay { bulk.acts() } else { 0 };
    desk.keys("y");
    assert_eq!(written(&mut desk), (1, acts));
    desk.saved();
    let reason =
        |desk: &Desk, id| verdict_on(desk, id, &first).map(|verdict| (verdict.decision, verdict.reason.to_string()));
    assert_eq!(reason(&desk, "e").unwrap().0, Decision::ToVerify);
    assert_eq!(reason(&desk, "f"), Some((Decision::Accept, "口径调整".to_owned())));
    assert_eq!(reason(&desk, "g"), reason(&desk, "f"));
    desk.keys("u").saved();
    assert_eq!((reason(&desk, "f"), reason(&desk, "g")), (None, None));
    // With marks, only in what is marked; and a reason of one's own.
    desk.model.selection.toggle(desk.item("g"));
    desk.keys("N V 5").typed("合并").keys("enter");
    assert_eq!(previewed(&desk), "丙局 2024|\n");
    desk.keys("y").saved();
    assert_eq!((reason(&desk, "f"), reason(&desk, "g")), (None, Some((Decision::Accept, "合并".to_owned()))));
}

// Again.

#[test]
fn a_verdict_is_repeated_and_moves_on_and_after_the_last_one_the_next_report_is_offered() {
    let mut desk = Desk::new();
    desk.keys("n .");
    assert_eq!(desk.notice(), ZH.act.nothing_to_repeat());
    desk.keys("v 2").saved();
    assert_eq!(desk.open().findings.window.cursor, 1);
    desk.recorded();
    desk.keys(".");
    said(&desk, "重复：认可（口径调整）");
    assert_eq!(verdict(&desk.recorded()[0]), (Decision::Accept, "口径调整"));
    desk.saved();
    said(&desk, "已保存处理意见：认可");
    said(&desk, "重复：认可（口径调整）");
    said(&desk, "本报告问题已全部处理，n 到 白石镇人民政府 2024（余 ");
    desk.keys("n");
    assert_eq!((desk.opened().as_str(), desk.open().findings.marked), ("c", true));
    desk.keys("esc esc");
    desk.keys(".");
    assert_eq!(desk.notice(), ZH.desk.no_finding_here(), "there is no finding on the list");
}

#[test]
fn the_offer_holds_for_one_key() {
    let mut desk = Desk::new();
    desk.keys("n v 1").saved().keys("v 1").saved();
    said(&desk, "n 到 白石镇人民政府");
    desk.keys("N n");
    assert_eq!(desk.opened(), "a/new", "n goes to the next finding again");
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&papers()[..1]).keys("n v 1").saved().keys("v 1").saved();
    said(&desk, ZH.act.nothing_undecided());
    desk.keys("n v 7").refused();
    assert!(!desk.notice().contains("全部处理"), "it was not saved");
}

#[test]
fn a_note_and_a_status_are_repeated_on_what_is_under_the_cursor() {
    let mut desk = Desk::new();
    desk.keys("a").typed("请核对").keys("enter").saved().keys("j").recorded();
    desk.keys(".");
    let [Intent::About { item, target: Target::Report, what: What::Note(text, _), .. }] = &desk.recorded()[..] else {
        panic!()
    };
    assert_eq!((*item, text.as_str()), (desk.item("b"), "请核对"));
    desk.saved().keys("k R").typed("2-3").keys("enter").saved().keys("j .").saved();
    assert_eq!(due_of(&desk, "b").as_deref(), Some("2026-02-03"));
    desk.keys(".");
    said(&desk, "已经是：退回");
    desk.take(Msg::Today("2026-02-04".parse().unwrap())).keys("j .");
    assert!(matches!(desk.model.overlay, Some(Overlay::Due(_))), "that date is over: another is asked for");
    desk.keys("esc G .");
    assert!(matches!(desk.model.overlay, Some(Overlay::Due(_))), "a file that cannot be read is asked about, too");
}

/// What may become of a report in order between what was shown of many and the key that confirms it.
const OF_THE_SAME_NAME: [fn(&mut Desk); 3] = [
    // Errors.
    |desk| _ = desk.change(&[paper("b", "松溪县公安局", 2024).set("requests/new/natural", json!(9))], &[]),
    // Other values, all in order.
    |desk| {
        let other = paper("b", "松溪县公安局", 2024).set("disclosure/licensing/decisions", json!(1234));
        desk.change(&[other], &[]);
    },
    // The same numbers in another file.
    |desk| {
        let mut other = desk.checked(&paper("b", "松溪县公安局", 2024));
        let sum = |bytes: &[u8]| Some(crate::base::digest::Sha256Sum::of(bytes));
        other.body = other.body.map(|sheet| sheet.with_digest(sum(b"2")));
        desk.take(Msg::Changed(Changes { arrived: vec![other], ..Changes::default() }));
    },
];

#[test]
fn another_version_than_was_shown_is_not_accepted_with_many() {
    for (number, becomes) in OF_THE_SAME_NAME.iter().enumerate() {
        let mut desk = Desk::empty(Lang::Zh, 80, 24);
        let in_order = paper("b", "松溪县公安局", 2024);
        desk.load(&[paper("a", "松溪县教育局", 2024), in_order]).keys("space space");
        let item = desk.item("b");
        desk.model.library.identify(item, Some(crate::base::digest::Sha256Sum::of(b"1")));
        desk.keys("A");
        assert!(matches!(desk.model.overlay, Some(Overlay::Bulk(_))), "{}", desk.notice());
        becomes(&mut desk);
        desk.effects();
        desk.keys("y");
        assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.act.bulk_changed()), "{number}");
        let screen = desk.screen().join("\n");
        assert!(screen.contains(ZH.act.special_changed()), "{number}: {screen}");
        assert_eq!(previewed(&desk).contains("个错误"), number == 0, "{number}");
        desk.keys("y");
        assert_eq!(desk.recorded().len(), 2, "{number}: it was shown now");
    }
}

#[test]
fn that_the_file_of_one_of_many_is_known_by_now_is_no_change() {
    let mut desk = Desk::new();
    desk.keys("space space A");
    let item = desk.item("b");
    desk.model.library.identify(item, Some(crate::base::digest::Sha256Sum::of(b"1")));
    desk.keys("y");
    assert_eq!(desk.recorded().len(), 2);
}

#[test]
fn what_was_not_shown_is_not_done_to_many() {
    let mut desk = Desk::new();
    desk.keys("space space a").typed("都核对").keys("enter");
    assert!(matches!(desk.model.overlay, Some(Overlay::Bulk(_))));
    desk.change(&[paper("a/new", "松溪县水利局", 2024)], &[]).keys("y");
    assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.act.bulk_changed()));
    assert!(desk.screen().join("\n").contains("松溪县水利局"));
    let unreadable = vec![unreadable("a/new")];
    desk.take(Msg::Changed(Changes { arrived: unreadable, ..Changes::default() })).keys("y");
    assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.act.bulk_changed()));
    desk.keys("y").saved();
    let agencies: Vec<&str> = desk.acts.iter().map(|act| act.report.agency.as_str()).collect();
    assert_eq!(agencies, ["a/new", "松溪县公安局"], "the file that cannot be read was shown as one");
}
