//! What is done to a journal, as the desk and the command line do it.

use std::fs;
use std::path::PathBuf;

use super::super::*;
use super::{Operation, Run};
use crate::journal::merge::merge_on;

fn nothing(_: &mut Run) {}

fn some(run: &mut Run) {
    let acts = [note("li", "一"), note("wang", "二")];
    run.before(&acts);
    run.confirmed.extend(acts);
}

fn append(run: &mut Run) {
    let act = note("li", "请核对上年结转");
    match run.open() {
        Some(mut journal) => run.record(&mut journal, &[act]),
        None => run.in_hand.push(act),
    }
}

/// Two in a row with one handle, and once more what failed.
fn go_on(run: &mut Run) {
    let Some(mut journal) = run.open() else { return };
    for text in ["甲", "乙"] {
        run.record(&mut journal, &[note("li", text)]);
    }
    let again = std::mem::take(&mut run.in_hand);
    run.record(&mut journal, &again);
    run.disk.disarm();
    // What the desk knows in the end is what the file says.
    if let Ok(update) = journal.poll() {
        run.known.update(update);
    }
    assert_known(run);
}

fn assert_known(run: &Run) {
    let known: Vec<_> = run.known.acts().map(|(act, _)| act.id).collect();
    let written: Vec<_> = read(&run.journal).iter().map(|act| act.id).collect();
    assert_eq!(known, written, "the desk knows something else than the file says, {:?}", run.disk.calls());
}

fn batch(run: &mut Run) {
    let mut acts: Vec<Act> = (0..20).map(|n| verdict("li", &format!("f{n}"), Decision::Return)).collect();
    acts.push(status("li", Status::Returned));
    acts.push(Act::name("li", report("卢氏县"), Some("卢氏县教育局")));
    Act::unite(&mut acts);
    match run.open() {
        Some(mut journal) => run.record(&mut journal, &acts),
        None => run.in_hand.extend(acts),
    }
}

fn undo(run: &mut Run) {
    let Some(mut journal) = run.open() else { return };
    let last = run.known.acts().next().map(|(act, _)| act.clone());
    if let Some(act) = last {
        run.record(&mut journal, &[Act::retract("li", &act)]);
    }
}

/// A torn line at the end, as a kill in the middle of a write leaves it.
fn torn(run: &mut Run) {
    some(run);
    let bytes = fs::read(&run.journal).unwrap();
    fs::write(&run.journal, [&bytes[..], b"{\"id\":\"019b"].concat()).unwrap();
}

/// The line is whole, only its end is missing: nobody was told that it is saved, and the next append makes it count.
fn unended(run: &mut Run) {
    some(run);
    run.confirmed.pop();
    let bytes = fs::read(&run.journal).unwrap();
    fs::write(&run.journal, bytes.trim_ascii_end()).unwrap();
}

/// While the desk is open, others write, and then put another file in its place.
fn follow(run: &mut Run) {
    let Some(mut journal) = run.open() else { return };
    let look = |run: &mut Run, journal: &mut Journal<_>| {
        if let Ok(update) = journal.poll() {
            run.known.update(update);
        }
    };
    let others = [note("wang", "三")];
    run.before(&others);
    run.confirmed.extend(others);
    look(run, &mut journal);
    let other = run.journal.with_extension("other");
    fs::copy(&run.journal, &other).unwrap();
    let act = note("zhao", "四");
    Journal::open(&other).unwrap().0.append(std::slice::from_ref(&act)).unwrap();
    fs::rename(&other, &run.journal).unwrap();
    run.confirmed.push(act);
    look(run, &mut journal);
    run.record(&mut journal, &[note("li", "五")]);
    run.disk.disarm();
    look(run, &mut journal);
    assert_known(run);
}

/// Words first into a draft, then into the journal, then the draft goes: at no moment are they nowhere.
fn draft_first(run: &mut Run) {
    let act = note("li", "打了很久的一段话");
    let drafts = run.drafts();
    let kept = drafts.save(&act).is_ok();
    let saved = run.open().is_some_and(|mut journal| {
        run.record(&mut journal, std::slice::from_ref(&act));
        run.in_hand.is_empty()
    });
    if saved {
        let _ = drafts.remove(&act.id);
    } else if kept {
        assert!(is_draft(run, &act), "the draft is gone before the words are saved, {:?}", run.disk.calls());
    } else if run.in_hand.is_empty() {
        run.in_hand.push(act);
    }
}

fn is_draft(run: &Run, act: &Act) -> bool {
    Drafts::on(super::disk::in_order(), &run.journal, Some(run.home())).load("li").contains(act)
}

fn a_draft(run: &mut Run) {
    some(run);
    run.drafts().save(&note("li", "上次没写完的")).unwrap();
}

/// A draft is replaced by what was typed since: one of the two is there whatever happens.
fn retype(run: &mut Run) {
    let drafts = run.drafts();
    let old = Drafts::on(super::disk::in_order(), &run.journal, Some(run.home())).load("li");
    let Some(old) = old.first().cloned() else { panic!("no draft to begin with") };
    let new = Act { text: "上次没写完的，这次写完了".into(), ..old.clone() };
    let told = drafts.save(&new).is_ok();
    let now = Drafts::on(super::disk::in_order(), &run.journal, Some(run.home())).load("li");
    assert!(now == [old] || now == [new.clone()], "{now:?}, {:?}", run.disk.calls());
    assert!(!told || now == [new], "{:?}", run.disk.calls());
}

/// Drafts of an earlier session into the journal, and then away.
fn take_up(run: &mut Run) {
    let words = Drafts::on(super::disk::in_order(), &run.journal, Some(run.home())).load("li");
    let drafts = run.drafts();
    let found = drafts.load("li");
    if let Some(mut journal) = run.open() {
        run.record(&mut journal, &found);
        if run.in_hand.is_empty() {
            found.iter().for_each(|act| drop(drafts.remove(&act.id)));
        }
    }
    for act in &words {
        let there = read(&run.journal).contains(act) || is_draft(run, act);
        assert!(there, "{} is nowhere, {:?}", act.text, run.disk.calls());
    }
    // What was in hand is a draft too; the reviewer is asked again at the next start.
    run.in_hand.clear();
}

fn two_journals(run: &mut Run) {
    some(run);
    let other = run.journal.with_file_name("other.jsonl");
    Journal::open(&other).unwrap().0.append(&[note("zhao", "另一处")]).unwrap();
}

/// A merge that says it is done is whole; sources are only read.
fn unite(run: &mut Run) {
    let sources = [run.journal.clone(), run.journal.with_file_name("other.jsonl")];
    let before: Vec<Vec<u8>> = sources.iter().map(|source| fs::read(source).unwrap()).collect();
    let to: PathBuf = run.journal.with_file_name("both.jsonl");
    let done = merge_on(&run.disk, &sources, &to);
    let after: Vec<Vec<u8>> = sources.iter().map(|source| fs::read(source).unwrap()).collect();
    assert_eq!(before, after, "a source was written to, {:?}", run.disk.calls());
    if let Ok(merged) = done {
        assert_eq!((merged.written, read(&to).len()), (3, 3), "{:?}", run.disk.calls());
        assert!(verify(&to).unwrap().is_sound());
    }
}

/// A small file of ours: as it was, or as it is to be.
fn small_file(run: &mut Run) {
    let path = run.journal.with_file_name("session.json");
    replace(&path, b"old").unwrap();
    let done = handle::replace_on(&run.disk, &path, b"new content");
    let now = fs::read(&path).unwrap();
    assert!(now == b"old" || now == b"new content", "{now:?}, {:?}", run.disk.calls());
    assert!(done.is_err() || now == b"new content", "{:?}", run.disk.calls());
}

pub(super) const ALL: [Operation; 14] = [
    Operation { name: "the first act of all", prepare: nothing, act: append },
    Operation { name: "two from the start", prepare: nothing, act: go_on },
    Operation { name: "an act", prepare: some, act: append },
    Operation { name: "acts in a row", prepare: some, act: go_on },
    Operation { name: "after a torn line", prepare: torn, act: go_on },
    Operation { name: "after a line without an end", prepare: unended, act: go_on },
    Operation { name: "many at once", prepare: some, act: batch },
    Operation { name: "undo", prepare: some, act: undo },
    Operation { name: "follow", prepare: some, act: follow },
    Operation { name: "a draft first", prepare: some, act: draft_first },
    Operation { name: "a draft written again", prepare: a_draft, act: retype },
    Operation { name: "drafts taken up", prepare: a_draft, act: take_up },
    Operation { name: "merge", prepare: two_journals, act: unite },
    Operation { name: "a small file", prepare: some, act: small_file },
];
