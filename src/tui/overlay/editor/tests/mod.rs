//! Notes and reasons: written, saved, given back, never lost.

use crate::check::{Profile, check};
use crate::journal::{Decision, Seen, Status, Target, Update};
use crate::report::SafeText;
use crate::tui::fixture::{BECOMES, Desk, note_by, paper, said, status_of, verdict};
use crate::tui::model::Screen;
use crate::tui::msg::{Effect, Intent, Msg, What};
use crate::words::ZH;

mod drafts;

fn note(intents: &[Intent]) -> (&Target, &str, Option<Seen>) {
    match intents {
        [Intent::About { target, what: What::Note(text, _), seen, .. }] => (target, text, seen.clone()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_note_is_on_what_is_under_the_cursor_and_says_what_was_seen() {
    let mut desk = Desk::new();
    let finding = {
        let lean = &desk.model.library.sheet(desk.item("a/new")).unwrap().lean;
        Target::Finding(SafeText::line(&check(lean, Profile::standard()).findings[0].fingerprint.to_string()))
    };
    let cell = |id: &str| Target::Cell(SafeText::line(id));
    for (keys, target, seen) in [
        ("enter", finding, Seen::sides(6, 5)),
        ("3 g", cell("requests/new/natural"), Seen::value(6)),
        ("enter", cell("requests/new/natural"), Seen::value(6)),
        ("esc 5 G", Target::Section(6), None),
    ] {
        desk.keys(keys).keys("a").typed("请核对").keys("enter");
        let recorded = desk.recorded();
        assert_eq!(note(&recorded), (&target, "请核对", seen), "{keys}");
        desk.saved();
        assert_eq!(desk.notice(), ZH.desk.saved_note());
    }
    desk.keys("esc esc a").typed("整份").keys("enter");
    let recorded = desk.recorded();
    let (target, _, seen) = note(&recorded);
    assert!(*target == Target::Report && seen.is_some_and(|seen| seen.seen_cells().is_some()));
}

#[test]
fn enter_saves_and_ctrl_j_or_alt_enter_begin_a_new_line() {
    let mut desk = Desk::new();
    desk.keys("a").typed("一").keys("ctrl-j").typed("二").keys("alt-enter").typed("三 ").keys("enter");
    assert!(desk.model.overlay.is_none());
    assert_eq!(note(&desk.recorded()).1, "一\n二\n三");
    desk.keys("a enter");
    assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.desk.nothing_written()));
    desk.keys("a").typed("  ").keys("ctrl-j enter");
    assert_eq!((desk.recorded().len(), desk.notice()), (0, ZH.desk.nothing_written()));
}

#[test]
fn keys_that_mean_something_elsewhere_are_letters_in_the_editor() {
    let mut desk = Desk::new();
    desk.keys("a").typed("qnR?u/").keys("enter");
    assert_eq!(note(&desk.recorded()).1, "qnR?u/");
    assert!(desk.model.open.is_none());
}

#[test]
fn esc_asks_only_when_something_would_be_lost() {
    let mut desk = Desk::new();
    desk.keys("a esc");
    assert!(desk.model.overlay.is_none(), "nothing written, nothing asked");
    desk.keys("a").typed("字").keys("esc");
    assert!(desk.editor().discarding);
    desk.typed("再");
    assert!(!desk.editor().discarding);
    assert_eq!(desk.editor().text(), "字", "the key was an answer, not text");
    desk.keys("esc esc");
    assert!(!desk.editor().discarding, "Esc twice does not throw words away");
    desk.keys("esc enter");
    assert_eq!(desk.editor().text(), "字");
    desk.keys("esc y");
    assert!(desk.model.overlay.is_none());
    assert_eq!(desk.notice(), ZH.desk.discarded());
    assert!(desk.recorded().is_empty());
}

#[test]
fn a_paste_keeps_its_lines_and_shows_what_is_hidden() {
    let mut desk = Desk::new();
    desk.keys("a").typed("前").paste("一\r\n二\r三\u{1b}[31m\u{202e}\u{7}").keys("enter");
    assert_eq!(note(&desk.recorded()).1, "前一\n二\n三\\x1B[31m\\u{202E}\\x07");
    desk.keys("a").typed("字").keys("esc").paste("四");
    assert!(!desk.editor().discarding, "a paste is no answer");
    assert_eq!(desk.editor().text(), "字四");
}

#[test]
fn a_paste_outside_a_field_does_nothing() {
    for keys in ["", "enter", "enter 3", "enter 5", "enter 6", "enter 3 enter", "?", "n v", "A"] {
        let mut desk = Desk::new();
        desk.keys(keys);
        desk.effects();
        let (place, overlay) = (desk.model.screen(), desk.model.overlay.is_some());
        desk.paste("q\ny\nR\n");
        assert_eq!((desk.model.screen(), desk.model.overlay.is_some()), (place, overlay), "{keys}");
        assert!(desk.effects().is_empty(), "{keys}");
        assert_eq!(desk.notice(), ZH.desk.paste_ignored(), "{keys}");
    }
}

#[test]
fn what_others_do_while_one_writes_does_not_disturb() {
    let mut desk = Desk::new();
    desk.keys("enter 3 a").typed("半句");
    let act = note_by(&desk, "wang", "a/new", "别人的");
    desk.hear(vec![act]).load(&[paper("0", "新到局", 2024)]).take(Msg::LoadingDone).resize(100, 30);
    assert_eq!(desk.editor().text(), "半句");
    desk.typed("话").keys("enter");
    let recorded = desk.recorded();
    assert_eq!(note(&recorded).1, "半句话");
    assert!(matches!(&recorded[0], Intent::About { item, .. } if *item == desk.item("a/new")));
    desk.saved();
    assert_eq!(desk.model.journal.marks.get(desk.item("a/new")).unwrap().notes, 2);
}

#[test]
fn acts_of_others_show_at_once_and_are_announced() {
    let mut desk = Desk::new();
    let act = note_by(&desk, "wang", "b", "别人的");
    desk.hear(vec![act]);
    said(&desk, "1 条");
    assert_eq!(
        (desk.model.journal.marks.get(desk.item("b")).unwrap().notes, status_of(&desk, "b")),
        (1, Status::Reviewing)
    );
    let reloaded = Update { acts: Vec::new(), reloaded: true };
    desk.take(Msg::Journal(reloaded));
    assert_eq!(desk.model.journal.marks.get(desk.item("b")), None, "another file, another state");
}

#[test]
fn what_could_not_be_saved_is_given_back() {
    let mut desk = Desk::new();
    desk.keys("a").typed("很长的一段话").keys("enter").refused();
    said(&desk, "磁盘已满");
    assert_eq!((desk.editor().text().as_str(), desk.recorded().len()), ("很长的一段话", 1));
    desk.keys("esc");
    assert!(desk.editor().discarding, "none of it is saved: leaving asks");
    desk.keys("n enter");
    assert_eq!(note(&desk.recorded()).1, "很长的一段话");
    desk.saved();
    assert_eq!(desk.model.journal.marks.get(desk.item("a/new")).unwrap().notes, 1);
    assert_eq!(desk.model.journal.saving, 0);
}

fn item_of(intents: &[Intent]) -> u32 {
    match intents {
        [Intent::About { item, .. }] => *item,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_could_not_be_saved_stays_with_the_report_it_was_written_on() {
    let mut desk = Desk::new();
    desk.keys("enter 3 a").typed("教育局的数不对").keys("enter J");
    assert_eq!((desk.opened().as_str(), desk.recorded().len()), ("b", 1));
    desk.refused().keys("enter");
    let recorded = desk.recorded();
    assert_eq!(item_of(&recorded), desk.item("a/new"), "not the one that is open now");
    assert_eq!(note(&recorded).2, Seen::value(6), "what was seen is of that report too");
}

#[test]
fn words_stay_with_the_report_they_were_begun_on_whatever_its_file_becomes() {
    for (number, becomes) in BECOMES.iter().enumerate() {
        for keys in ["a", "n v 5"] {
            let mut desk = Desk::new();
            desk.keys(keys).typed("教育局的");
            // Whoever looks at a report goes on looking at what was there.
            let is_held = number == 3 && keys != "a";
            becomes(&mut desk);
            desk.keys("enter");
            if !is_held {
                said(&desk, "《松溪县教育局 2024》");
                assert_eq!((desk.editor().text().as_str(), desk.recorded().len()), ("教育局的", 0), "{number} {keys}");
                let Some(Intent::About { report, .. }) = crate::tui::overlay::unfinished(&desk.model) else { panic!() };
                assert_eq!((report.agency.as_str(), report.year), ("松溪县教育局", 2024), "{number} {keys}");
                desk.keys("enter");
            }
            desk.saved();
            let act = desk.acts.last().unwrap();
            assert_eq!((act.words(), act.report.agency.as_str()), ("教育局的", "松溪县教育局"), "{number} {keys}");
            let is_there = is_held || number == 2;
            assert_eq!((act.report.year, act.seen.is_some()), (2024, is_there), "{number} {keys}");
        }
    }
}

#[test]
fn words_on_a_report_that_has_become_another_are_given_back_for_the_first() {
    let mut desk = Desk::new();
    desk.keys("a").typed("教育局的");
    BECOMES[0](&mut desk);
    desk.keys("enter enter").refused();
    desk.keys("enter enter").saved();
    assert_eq!(desk.acts.last().unwrap().report.agency.as_str(), "松溪县教育局");
}

#[test]
fn a_note_on_a_report_that_was_changed_needs_one_key() {
    let mut desk = Desk::new();
    desk.keys("a").typed("教育局的");
    desk.change(&[paper("a/new", "松溪县教育局", 2024)], &[]).keys("enter");
    assert_eq!(note(&desk.recorded()).1, "教育局的");
}

#[test]
fn a_reason_that_could_not_be_saved_is_given_back() {
    let mut desk = Desk::new();
    desk.keys("n v 5").typed("与上级核对过").keys("enter");
    desk.recorded();
    desk.refused();
    assert_eq!(desk.editor().text(), "与上级核对过");
    desk.keys("enter");
    let recorded = desk.recorded();
    assert_eq!(verdict(&recorded[0]), (Decision::Accept, "与上级核对过"));
    let Intent::About { target, .. } = &recorded[0] else { panic!() };
    let first = desk.open().outcome.findings[0].fingerprint.to_string();
    assert_eq!(*target, Target::Finding(SafeText::line(&first)), "on the finding it was meant for");
}

#[test]
fn a_note_begun_on_the_list_stays_with_its_report_while_others_arrive() {
    let mut desk = Desk::new();
    desk.keys("a").typed("教育局的").load(&[paper("a/z", "松溪县教育局", 2025)]);
    assert!(!desk.listed().contains(&"a/new".to_owned()), "a later year stands in front of it now");
    desk.keys("enter");
    assert_eq!(item_of(&desk.recorded()), desk.item("a/new"));
}

#[test]
fn an_answer_is_about_the_report_that_was_asked_about() {
    let mut desk = Desk::new();
    desk.keys("A").load(&[paper("a/z", "松溪县教育局", 2025)]).keys("y");
    assert_eq!(item_of(&desk.recorded()), desk.item("a/new"));
}

#[test]
fn what_could_not_be_saved_does_not_push_aside_what_is_being_written() {
    let mut desk = Desk::new();
    desk.keys("a").typed("第一").keys("enter a").typed("第二").refused();
    assert_eq!(desk.editor().text(), "第二");
    said(&desk, "磁盘已满");
}

#[test]
fn a_read_only_journal_refuses_with_the_reason() {
    let mut desk = Desk::new();
    desk.take(Msg::JournalOpened { read_only: true, update: Update::default() });
    assert_eq!(desk.notice(), ZH.desk.journal_read_only(), "said before anything is tried");
    for keys in ["a", "R", "A", "u", "n v", "6 e", "d"] {
        desk.keys(keys);
        assert_eq!(desk.notice(), ZH.desk.journal_read_only(), "{keys}");
        assert!(desk.model.overlay.is_none(), "{keys}");
    }
    assert!(desk.recorded().is_empty());
}

#[test]
fn own_notes_are_edited_and_retracted_and_those_of_others_are_not() {
    let mut desk = Desk::new();
    desk.keys("enter 6 e");
    assert_eq!(desk.notice(), ZH.desk.no_note_here());
    desk.keys("1 a").typed("原话").keys("enter").saved();
    let act = note_by(&desk, "wang", "a/new", "别人的");
    desk.hear(vec![act]).keys("R enter").saved();
    desk.keys("6 g e");
    assert_eq!(desk.editor().text(), "原话");
    desk.keys("esc");
    assert!(desk.model.overlay.is_none(), "unchanged");
    desk.keys("e").typed("改").keys("enter").saved();
    assert_eq!(desk.notice(), ZH.desk.saved_edit());
    let texts = |desk: &Desk| -> Vec<String> {
        crate::tui::screen::notes::entries(&desk.model).iter().map(|entry| entry.text().to_owned()).collect()
    };
    assert_eq!(texts(&desk), ["原话改", "别人的", ""]);
    desk.keys("j e");
    assert_eq!(desk.notice(), ZH.desk.not_yours());
    desk.keys("d");
    assert_eq!(desk.notice(), ZH.desk.not_yours());
    desk.keys("j e");
    assert_eq!(desk.notice(), ZH.desk.not_a_note());
    desk.keys("g d").saved();
    assert_eq!(texts(&desk), ["别人的", ""]);
}

#[test]
fn enter_on_a_note_goes_to_what_it_speaks_of() {
    let mut desk = Desk::new();
    desk.keys("enter 4 l l a").typed("格").keys("enter").saved();
    desk.keys("5 G a").typed("节").keys("enter").saved();
    desk.keys("1 j a").typed("题").keys("enter").saved();
    desk.keys("6 g enter");
    assert_eq!(desk.cell(), "disputes/reconsideration/other");
    desk.keys("6 g j enter");
    assert_eq!(desk.shown(), (Screen::Text, None));
    desk.keys("6 G enter");
    assert_eq!(desk.cell(), "requests/new/total");
}

#[test]
fn the_external_editor_gets_the_text_and_gives_it_back_safe() {
    let mut desk = Desk::new();
    desk.keys("a").typed("前").keys("ctrl-o");
    assert_eq!(desk.effects(), [Effect::Edit("前".to_owned())]);
    desk.take(Msg::Edited(Ok("前后\n第二行\u{1b}\n\n".to_owned())));
    assert_eq!(desk.editor().text(), "前后\n第二行\\x1B");
    desk.keys("esc");
    assert!(desk.editor().discarding);
    desk.keys("x");
    desk.take(Msg::Edited(Err("vi: 127".to_owned())));
    assert_eq!(desk.editor().text(), "前后\n第二行\\x1B");
    said(&desk, "vi: 127");
}

#[test]
fn words_being_written_when_the_line_drops_are_kept() {
    let mut desk = Desk::new();
    assert_eq!(crate::tui::overlay::unfinished(&desk.model), None);
    desk.keys("a").typed("写到一半");
    assert_eq!(crate::tui::overlay::unfinished(&desk.model).unwrap().words(), Some("写到一半"));
    desk.keys("enter");
    assert_eq!(crate::tui::overlay::unfinished(&desk.model), None);
}
