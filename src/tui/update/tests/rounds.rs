//! Rounds of returning, templates, the list of all notes: by keys.

use crate::check::Basis;
use crate::journal::{Act, Status, Target};
use crate::tui::fixture::{Desk, due_of, note_by, profile, said, status_of, versions};
use crate::tui::model::Overlay;
use crate::tui::msg::{Intent, Msg, What};
use crate::tui::overlay::editor::Purpose;
use crate::tui::overlay::picker::Pick;
use crate::tui::overlay::unfinished;
use crate::tui::rounds;
use crate::words::{Lang, ZH};

// Rounds.

#[test]
fn a_return_takes_the_usual_date_or_one_that_is_written() {
    for (typed, expected) in
        [("", Some("2026-01-25")), ("1-30", Some("2026-01-30")), ("10", Some("2026-01-30")), ("-", None)]
    {
        let mut desk = Desk::new();
        desk.keys("R").typed(typed).keys("enter").saved();
        assert_eq!(
            (status_of(&desk, "a/new"), due_of(&desk, "a/new").as_deref()),
            (Status::Returned, expected),
            "{typed}"
        );
    }
    let mut desk = Desk::new();
    desk.model.given.basis = Basis::new(profile("[return]\ndays = 10"));
    desk.keys("R").typed("13-1").keys("enter");
    assert_eq!(desk.notice(), "“13-1”不是日期，如 12-15、15天");
    desk.keys("ctrl-u").paste("2025-12-31").keys("enter");
    assert_eq!(desk.notice(), "2025-12-31 已过，请写以后的日期");
    assert!(matches!(desk.model.overlay, Some(Overlay::Due(_))));
    desk.keys("esc").recorded();
    assert_eq!(status_of(&desk, "a/new"), Status::Unreviewed);
    desk.keys("R enter").saved();
    assert_eq!(due_of(&desk, "a/new").as_deref(), Some("2026-01-30"), "the days are the office's");
}

#[test]
fn the_date_can_be_changed_and_what_is_overdue_can_be_filtered() {
    let mut desk = Desk::new();
    desk.keys(", d");
    assert_eq!(desk.notice(), ZH.act.not_returned());
    desk.keys("R enter").saved().keys("j j R").typed("1-31").keys("enter").saved();
    desk.take(Msg::Today("2026-01-26".parse().unwrap()));
    let line = |desk: &Desk, name: &str| desk.screen().into_iter().find(|line| line.contains(name)).unwrap();
    assert!(line(&desk, "教育局").contains("逾期 01-25"), "{}", line(&desk, "教育局"));
    assert!(line(&desk, "白石镇").contains("退回 01-31"), "{}", line(&desk, "白石镇"));
    desk.keys("f").typed("逾期").keys("enter");
    assert_eq!(desk.listed(), ["a/new"]);
    desk.keys("enter , d").typed("2-2").keys("enter").saved();
    assert_eq!(due_of(&desk, "a/new").as_deref(), Some("2026-02-02"));
    let mark = desk.model.journal.marks.get(desk.item("a/new")).unwrap();
    assert_eq!(mark.round, 1, "another date is no other round");
    desk.keys("u").saved();
    assert_eq!(due_of(&desk, "a/new").as_deref(), Some("2026-01-25"));
}

#[test]
fn a_resubmission_that_is_returned_is_in_its_second_round() {
    let [first, second, third] = versions();
    let mut desk = Desk::empty(Lang::Zh, 80, 24);
    desk.load(&[first]).keys("R enter").saved().load(&[second]);
    let text = |desk: &Desk, id: &str| {
        rounds::status_text(ZH, desk.model.journal.marks.get(desk.item(id)).unwrap(), desk.model.journal.marks.today)
    };
    assert_eq!(text(&desk, "v/2"), "重报");
    desk.keys("R enter").saved();
    assert_eq!(text(&desk, "v/2"), "退回2 01-25");
    desk.load(&[third]).keys("A y").saved();
    assert_eq!(text(&desk, "v/3"), "通过2");
}

// Templates.

#[test]
fn a_template_is_inserted_filled_in_and_the_note_comes_back_whatever_happens() {
    let mut desk = Desk::new();
    desk.keys("n a").typed("一、").keys("ctrl-t");
    assert!(matches!(&desk.model.overlay, Some(Overlay::Picker(picker)) if matches!(picker.pick, Pick::Template(_))));
    assert!(unfinished(&desk.model).is_some(), "the note is not lost when the line drops now");
    desk.keys("esc");
    assert_eq!((desk.editor().text().as_str(), desk.editor().is_changed()), ("一、", true));
    desk.typed("；").keys("left ctrl-t").typed("勾稽").keys("enter");
    let text = desk.editor().text();
    assert!(text.starts_with("一、一、本年新收·自然人：勾稽关系不成立（T3-"), "{text}");
    assert!(text.contains("左边 6，右边 5，相差 1") && text.ends_with("更正。；"), "{text}");
    desk.keys("ctrl-t ctrl-c enter");
    assert!(matches!(&desk.recorded()[0], Intent::About { what: What::Note(saved, _), .. } if *saved == text));
    desk.saved().keys("esc esc a ctrl-t").typed("核对数据").keys("enter");
    assert_eq!(desk.notice(), "此处没有 {cell}，不能用这个模板");
    desk.keys("esc");
    assert_eq!(desk.editor().text(), "");
    desk.keys("ctrl-t").typed("整份").keys("enter");
    assert!(desk.editor().text().starts_with("松溪县教育局：2024 年度报告"), "{}", desk.editor().text());
    assert!(desk.editor().text().contains("2026-01-25 前"), "{}", desk.editor().text());
}

#[test]
fn the_offices_own_templates_come_first() {
    let mut desk = Desk::new();
    desk.model.given.basis = Basis::new(profile("[[template]]\nname = \"催报\"\ntext = \"请{agency}尽快重报\""));
    desk.keys("a ctrl-t enter");
    assert_eq!(desk.editor().text(), "请松溪县教育局尽快重报");
    desk.keys("esc y n v 5 ctrl-t");
    assert!(matches!(desk.editor().purpose, Purpose::Reason(_)), "a reason has no templates");
}

// All notes.

#[test]
fn every_note_is_found_by_its_words_its_agency_or_its_sound_and_gone_to() {
    let mut desk = Desk::new();
    desk.keys(", n");
    assert_eq!(desk.notice(), ZH.act.no_notes_anywhere());
    let others = note_by(&desk, "wang", "c", "第一行\n第二行说罚没");
    desk.keys("n a").typed("结转不对").keys("enter").saved().hear(vec![others]).keys("esc esc");
    let unknown = Act::note("wang", crate::journal::ReportRef::default(), Target::Report, "没有载入", None);
    desk.hear(vec![unknown]);
    let lines = |desk: &Desk| match &desk.model.overlay {
        Some(Overlay::Picker(picker)) => picker.found().iter().map(|(_, line)| line.text.clone()).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    desk.keys(", n");
    let all = lines(&desk);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all[0].starts_with("白石镇人民政府 2024 整份年报  第一行"), "the latest first: {all:?}");
    assert!(all[1].contains("本年新收·自然人  结转不对"), "{all:?}");
    for (query, expected) in [("罚没", "白石镇"), ("wang", "白石镇"), ("songxi", "松溪"), ("sxxjyj", "松溪")]
    {
        desk.keys("ctrl-u").typed(query);
        let found = lines(&desk);
        assert!(found.len() == 1 && found[0].starts_with(expected), "{query}: {found:?}");
    }
    desk.keys("enter");
    assert_eq!((desk.opened().as_str(), desk.cell()), ("a/new", "requests/new/natural"));
    said(&desk, "结转不对");
}

#[test]
fn a_note_on_a_finding_of_the_texts_is_gone_to_once_they_are_checked() {
    let mut desk = Desk::with_texts(Lang::Zh, 80, 24);
    desk.keys("enter").go_to("N-01").keys("a").typed("口径").keys("enter").saved().keys("esc esc esc , n enter");
    assert_eq!(&*desk.open().finding().unwrap().rule.id, "N-01");
    assert!(desk.open().findings.sought.is_none());
}
