use std::fs;

use super::*;
use crate::journal::tests::note;
use crate::journal::{Journal, Update};

#[test]
fn a_draft_comes_back_and_goes() {
    let dir = tempfile::tempdir().unwrap();
    let journal = dir.path().join("j");
    let drafts = Drafts::with_home(&journal, None);
    let (mut act, second, other) = (note("li", "打了一半"), note("li", "二"), note("wang", "三"));
    for act in [&act, &second, &other] {
        drafts.save(act).unwrap();
    }
    act.text = "打完了".into();
    drafts.save(&act).unwrap();
    assert_eq!(drafts.load("li"), [act.clone(), second.clone()]);
    drafts.remove(&second.id).unwrap();
    drafts.remove(&second.id).unwrap();
    assert_eq!(drafts.load("li"), [act.clone()]);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "no temporary file stays");

    // Appended twice by two desks that both found the draft: it counts once.
    let (mut first, _) = Journal::open(&journal).unwrap();
    first.append(&drafts.load("li")).unwrap();
    let (mut second, acts) = Journal::open(&journal).unwrap();
    assert_eq!(acts, [act]);
    assert_eq!(second.append(&drafts.load("li")).unwrap(), Update::default());
}

#[test]
fn where_the_journal_cannot_be_written_the_next_place_is_taken() {
    let dir = tempfile::tempdir().unwrap();
    let (file, home) = (dir.path().join("file"), dir.path().join("home/drafts"));
    fs::write(&file, "").unwrap();
    let drafts = Drafts::with_home(&file.join("j"), Some(home.clone()));
    let act = note("li", &"很长".repeat(MAX_LINE));
    assert!(drafts.save(&act).unwrap().starts_with(&home));
    assert_eq!(drafts.load("li"), std::slice::from_ref(&act), "too long for the journal, not for a draft");
    drafts.remove(&act.id).unwrap();
    assert_eq!(drafts.load("li"), []);
    assert!(Drafts::with_home(&file.join("j"), None).save(&act).is_err());
}

#[test]
fn foreign_files_are_passed_over() {
    let dir = tempfile::tempdir().unwrap();
    let drafts = Drafts::with_home(&dir.path().join("j"), None);
    for (number, content) in ["", "{", "\u{0}"].iter().enumerate() {
        fs::write(dir.path().join(format!("{}{number}", drafts.places[0].prefix)), content).unwrap();
    }
    fs::create_dir(dir.path().join(format!("{}dir", drafts.places[0].prefix))).unwrap();
    assert_eq!(drafts.load("li"), []);
}
