//! `gouji journal`: shown, verified, united.

use std::fs;

use gouji::journal::{Act, Journal, ReportRef, Status, Target};
use gouji::report::SafeText;

use crate::support::command::Place;

/// A journal with a note and a returned report.
fn journal(place: &Place) -> std::path::PathBuf {
    let path = place.path("journal.jsonl");
    let (mut journal, _) = Journal::open(&path).unwrap();
    let report = ReportRef { agency: SafeText::line("松溪县教育局"), year: 2024, ..ReportRef::default() };
    let target = Target::Cell(SafeText::line("requests/new/total"));
    journal.append(&[Act::note("li", report.clone(), target, "请核对\n第二行", None)]).unwrap();
    journal.append(&[Act::status("wang", report, Status::Returned, "", None)]).unwrap();
    path
}

#[test]
fn a_journal_is_shown_and_verified() {
    let place = Place::new();
    let path = journal(&place);
    let path = path.to_str().unwrap();
    let shown = place.run(["journal", "show", path]);
    assert_eq!(shown.code, 0);
    for text in ["li", "wang", "松溪县教育局", "请核对", "    第二行", "requests/new/total", "退回"] {
        assert!(shown.out.contains(text), "{text}: {}", shown.out);
    }
    let verified = place.run(["journal", "verify", path, "--lang", "en"]);
    assert_eq!(verified.code, 0, "{}", verified.out);
    assert!(verified.out.contains("2 lines, 2 acts") && verified.out.contains("sound"), "{}", verified.out);
}

#[test]
fn a_torn_journal_is_still_sound_and_shows_what_is_whole() {
    let place = Place::new();
    let path = journal(&place);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 20]).unwrap();
    let path = path.to_str().unwrap();
    let shown = place.run(["journal", "show", path, "--lang", "en"]);
    assert_eq!(shown.code, 0);
    assert!(shown.out.contains("请核对") && !shown.out.contains("wang"), "{}", shown.out);
    let verified = place.run(["journal", "verify", path, "--lang", "en"]);
    assert_eq!(verified.code, 0, "a crash is no forgery: {}", verified.out);
    assert!(verified.out.contains("line 2: ") && verified.out.contains("; 1 unfinished"), "{}", verified.out);
    Journal::open(path.as_ref())
        .unwrap()
        .0
        .append(&[Act::note("li", ReportRef::default(), Target::Report, "再", None)])
        .unwrap();
    let shown = place.run(["journal", "show", path, "--lang", "en"]);
    assert!(shown.out.contains("请核对") && shown.out.contains("再"), "{}", shown.out);
    assert!(shown.err.contains("line 2: torn"), "{}", shown.err);
}

#[test]
fn a_journal_altered_by_one_byte_is_not_sound() {
    let place = Place::new();
    let path = journal(&place);
    let altered = fs::read_to_string(&path).unwrap().replacen("请核对", "请核队", 1);
    fs::write(&path, altered).unwrap();
    let verified = place.run(["journal", "verify", path.to_str().unwrap(), "--lang", "en"]);
    assert_eq!(verified.code, 1, "{}", verified.out);
    assert!(verified.out.contains("line 1") && verified.out.contains("altered"), "{}", verified.out);
}

#[test]
fn journals_unite_into_a_new_one() {
    let place = Place::new();
    let path = journal(&place);
    fs::copy(&path, place.path("copy.jsonl")).unwrap();
    let merged = place.run(["journal", "merge", "journal.jsonl", "copy.jsonl", "--out", "all.jsonl", "--lang", "en"]);
    assert_eq!(merged.code, 0, "{}", merged.err);
    assert!(merged.out.contains("2 lines written, 2 repeated"), "{}", merged.out);
    assert_eq!(place.run(["journal", "verify", "all.jsonl"]).code, 0);
    let again = place.run(["journal", "merge", "journal.jsonl", "--out", "all.jsonl", "--lang", "en"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("exists and is not overwritten"), "{}", again.err);
}
