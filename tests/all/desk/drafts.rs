//! Words of an earlier session, in real terminals: what is shown is saved or thrown away, and nothing else; looking at
//! them loses none.

use crate::support::command::Place;
use crate::support::desk::*;
use crate::support::pty::{PATIENCE, Pty};

/// A desk with these words in a field, and on disk as a draft.
fn writing(place: &Place, words: &str) -> Pty {
    let mut pty = desk(place, "li");
    pty.send("a").wait_text("Ctrl-J");
    pty.send(words).wait_text(words);
    wait_until("a draft", || drafts(place).iter().any(|draft| draft.contains(words)));
    pty
}

#[track_caller]
fn killed(mut pty: Pty) {
    pty.kill("KILL");
    pty.wait_exit(PATIENCE);
}

/// A desk that asks what is to become of these words of an earlier session.
fn asking(place: &Place, words: &str) -> Pty {
    reports(place);
    killed(writing(place, words));
    let pty = desk(place, "li");
    pty.wait_text("存入审核日志？").wait_text(words);
    pty
}

/// The words come into the field and stay there until they are on disk anew: of this desk, and held by it.
fn looked_at(place: &Place, pty: &mut Pty) {
    let before = drafts(place);
    pty.send("\r").wait_text("上次未保存的文字");
    wait_until("the draft to be kept", || drafts(place) != before);
}

#[test]
fn what_was_looked_at_for_a_while_is_saved() {
    let place = Place::new();
    let mut pty = asking(&place, "先看一看的话");
    looked_at(&place, &mut pty);
    pty.send("\x1b").wait_text("存入审核日志？");
    pty.send("y").wait_text("已补存 1 条");
    wait_until("no draft", || drafts(&place).is_empty());
    quit(pty);
    assert_eq!(in_journal(&place, "先看一看的话"), 1);
}

#[test]
fn what_was_looked_at_for_a_while_is_thrown_away() {
    let place = Place::new();
    let mut pty = asking(&place, "先看一看的话");
    looked_at(&place, &mut pty);
    pty.send("\x1b").wait_text("存入审核日志？");
    pty.send("n").wait_for("the list", |screen| !screen.contains("存入审核日志？"));
    wait_until("no draft", || drafts(&place).is_empty());
    quit(pty);
}

#[test]
fn what_was_not_shown_is_neither_saved_nor_thrown_away() {
    for key in ["y", "n"] {
        let place = Place::new();
        reports(&place);
        killed(writing(&place, "先断的话"));
        let other = start(&place, &["in", "--journal", "j.jsonl", "--reviewer", "li"]).spawn();
        loaded(&other);
        let mut other = other;
        other.send("\x1b").settle();
        other.send("a").wait_text("Ctrl-J");
        other.send("后断的话").wait_text("后断的话");
        wait_until("a draft", || drafts(&place).iter().any(|draft| draft.contains("后断的话")));
        let mut pty = desk(&place, "li");
        pty.wait_text("存入审核日志？").wait_text("先断的话");
        assert!(!pty.screen().contains("后断的话"));
        killed(other);
        pty.send(key).wait_for("the list", |screen| !screen.contains("存入审核日志？"));
        wait_until("one draft", || drafts(&place).len() == 1);
        quit(pty);
        assert!(drafts(&place)[0].contains("后断的话"), "{:?}", drafts(&place));
    }
}

#[test]
fn a_field_that_was_emptied_loses_nothing_of_an_earlier_session() {
    for key in ["\x1b", "\r"] {
        let place = Place::new();
        let mut pty = asking(&place, "旧话");
        looked_at(&place, &mut pty);
        pty.send("\x7f\x7f").wait_for("an empty field", |screen| !screen.contains("旧话"));
        pty.settle();
        assert_eq!(drafts(&place).len(), 1);
        pty.send(key).wait_text("存入审核日志？").wait_text("旧话");
        pty.send("\x1b").settle();
        quit(pty);
        assert!(drafts(&place)[0].contains("旧话"), "{:?}", drafts(&place));
    }
}

#[test]
fn what_was_typed_and_taken_back_is_not_what_is_kept() {
    let place = Place::new();
    let mut pty = asking(&place, "旧话");
    pty.send("\r").wait_text("上次未保存的文字");
    pty.send("，不要的").wait_text("旧话，不要的");
    wait_until("the draft", || drafts(&place)[0].contains("不要的"));
    pty.send("\x7f\x7f\x7f\x7f").wait_for("the old words", |screen| !screen.contains("不要"));
    pty.send("\x1b").wait_text("存入审核日志？");
    wait_until("the draft as it was", || !drafts(&place)[0].contains("不要的"));
    pty.send("y").wait_text("已补存 1 条");
    quit(pty);
    assert_eq!((in_journal(&place, "旧话"), in_journal(&place, "不要的")), (1, 0));
}

#[test]
fn words_for_several_reports_that_were_refused_still_say_for_which() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    write_note(&mut pty, "第一条");
    pty.send("  ").settle();
    pty.send("a").wait_text("Ctrl-J");
    pty.send("两家都要的话").wait_text("两家都要的话");
    pty.send("\r").wait_text("松溪县公安局");
    std::fs::remove_file(place.path("j.jsonl")).unwrap();
    std::fs::create_dir(place.path("j.jsonl")).unwrap();
    pty.send("y").wait_text("未保存的文字另存在");
    let kept = drafts(&place);
    assert!(kept.len() == 1 && kept[0].contains("两家都要的话"), "{kept:?}");
    assert!(kept[0].contains("松溪县教育局") && kept[0].contains("松溪县公安局"), "{kept:?}");
    killed(pty);
}

#[test]
fn the_same_words_on_two_things_are_two_notes_however_slow_the_journal_is() {
    let place = Place::new();
    reports(&place);
    let mut pty = desk(&place, "li");
    write_note(&mut pty, "先有一条");
    let journal = std::fs::File::open(place.path("j.jsonl")).unwrap();
    journal.lock().unwrap();
    pty.send("a").wait_text("Ctrl-J");
    pty.send("同样的话").wait_text("同样的话");
    pty.send("\rj").wait_for("the list", |screen| !screen.contains("Ctrl-J"));
    pty.send("a").wait_text("Ctrl-J");
    pty.send("同样的话").wait_text("同样的话");
    pty.send("\r").wait_for("the list", |screen| !screen.contains("Ctrl-J"));
    drop(journal);
    wait_until("no draft", || drafts(&place).is_empty());
    quit(pty);
    assert_eq!(in_journal(&place, "同样的话"), 2);
}
