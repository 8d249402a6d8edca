//! Uniting journals.

use std::fs;
use std::path::PathBuf;

use super::*;

fn journal(dir: &Path, name: &str, acts: &[Act]) -> PathBuf {
    let path = dir.join(name);
    Journal::open(&path).unwrap().0.append(acts).unwrap();
    path
}

fn at(mut act: Act, time: &str) -> Act {
    act.at = When::parse(&format!("2026-01-20T{time}+08:00")).unwrap();
    act
}

#[test]
fn lines_are_united_by_id_in_time_order_with_a_chain_of_their_own() {
    let dir = tempfile::tempdir().unwrap();
    let acts: Vec<Act> = ["09:00:00", "10:00:00", "11:00:00", "12:00:00"].map(|time| at(note("li", time), time)).into();
    let pick = |which: &[usize]| which.iter().map(|&place| acts[place].clone()).collect::<Vec<_>>();
    let a = journal(dir.path(), "a", &pick(&[0, 1, 3]));
    let b = journal(dir.path(), "b", &pick(&[1, 2]));
    let before = (fs::read(&a).unwrap(), fs::read(&b).unwrap());
    for (order, name) in [([a.clone(), b.clone()], "ab"), ([b.clone(), a.clone()], "ba")] {
        let to = dir.path().join(name);
        let merged = merge(&order, &to).unwrap();
        assert_eq!((merged.written, merged.repeated, merged.is_sound()), (4, 1, true));
        assert_eq!(read(&to), acts);
        assert_eq!(verify(&to).unwrap().problems.total(), 0);
    }
    assert_eq!(fs::read(dir.path().join("ab")).unwrap(), fs::read(dir.path().join("ba")).unwrap());
    assert_eq!((fs::read(&a).unwrap(), fs::read(&b).unwrap()), before);
}

#[test]
fn an_existing_file_is_never_touched() {
    let dir = tempfile::tempdir().unwrap();
    let a = journal(dir.path(), "a", &[note("li", "1")]);
    let before = fs::read(&a).unwrap();
    assert_eq!(merge(std::slice::from_ref(&a), &a).unwrap_err().kind, JournalErrorKind::Exists);
    assert_eq!(fs::read(&a).unwrap(), before);
    let missing = merge(&[dir.path().join("none")], &dir.path().join("to")).unwrap_err();
    assert_eq!(missing.kind, JournalErrorKind::Missing);
    assert!(!dir.path().join("to").exists());
}

/// A clock that runs wrong must not put a retraction before the act it takes back.
#[test]
fn one_file_keeps_its_order_whatever_its_clock_says() {
    let dir = tempfile::tempdir().unwrap();
    let first = at(note("li", "1"), "12:00:00");
    let back = at(Act::retract("li", &first), "08:00:00");
    let a = journal(dir.path(), "a", &[first, back]);
    let b = journal(dir.path(), "b", &[at(note("wang", "2"), "10:00:00")]);
    let to = dir.path().join("to");
    merge(&[a, b], &to).unwrap();
    let review = Review::new(read(&to));
    assert_eq!(review.unresolved(), 0);
    assert_eq!(review.reports().next().unwrap().notes().count(), 1);
}

#[test]
fn bad_lines_stay_behind_and_newer_ones_come_along() {
    let dir = tempfile::tempdir().unwrap();
    let a = journal(dir.path(), "a", &[note("li", "1")]);
    let mut text = fs::read_to_string(&a).unwrap();
    text += "{\"v\":9,\"id\":\"future\",\"x\":[1, 2]}\nrubbish\n{\"id\":";
    fs::write(&a, text).unwrap();
    let to = dir.path().join("to");
    let merged = merge(&[a.clone(), a], &to).unwrap();
    assert_eq!((merged.written, merged.repeated), (2, 2));
    assert!(merged.conflicts.is_empty() && !merged.is_sound());
    assert_eq!(merged.sources[0].problems.total(), 4, "{merged:?}");
    let text = fs::read_to_string(&to).unwrap();
    assert!(text.contains("{\"v\":9,\"id\":\"future\",\"x\":[1, 2],\"chain\":"), "{text}");
    let checked = verify(&to).unwrap();
    assert!(checked.is_sound() && checked.problems.newer() == 1);
}

#[test]
fn two_sources_that_disagree_are_reported() {
    let dir = tempfile::tempdir().unwrap();
    let act = note("li", "甲");
    let mut other = act.clone();
    other.text = "乙".into();
    other.at = When::parse("2001-01-01T00:00:00Z").unwrap();
    let (a, b) = (journal(dir.path(), "a", std::slice::from_ref(&act)), journal(dir.path(), "b", &[other]));
    let to = dir.path().join("to");
    let merged = merge(&[a, b], &to).unwrap();
    assert_eq!(merged.conflicts, [act.id.to_string().into()]);
    assert_eq!(read(&to), [act]);
    let mut out = Vec::new();
    show_merged(&mut out, &merged, &["a".into(), "b".into()], crate::words::EN).unwrap();
    assert!(String::from_utf8(out).unwrap().ends_with("1 line written, 1 repeated.\n"));
}
