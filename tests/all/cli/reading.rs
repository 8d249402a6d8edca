//! `gouji read`: documents become reports, and nothing else is touched.

use std::fs;

use super::planted::found;
use crate::support::command::{Place, Ran, listing, sample_data};

#[test]
fn documents_become_reports_that_check_as_the_documents_do() {
    let place = Place::new();
    let documents = sample_data().join("documents");
    for file in fs::read_dir(&documents).unwrap().map(Result::unwrap) {
        let text = fs::read(file.path()).unwrap();
        place.write(&format!("in/deep/er/{}", file.file_name().to_str().unwrap()), text);
    }
    let ran = place.run(["read", "in", "--out", "out", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("8 read") && ran.out.contains("0 failed"), "{}", ran.out);
    assert!(place.path("out/deep/er/0103-04.json").is_file());
    let strip = |ran: Ran| found(&ran);
    let of_documents = strip(place.run(["check", "in", "--format", "jsonl"]));
    let of_reports = strip(place.run(["check", "out", "--format", "jsonl"]));
    assert!(!of_reports.is_empty());
    assert_eq!(of_reports, of_documents);
    let left: Vec<_> = listing(&place.path("out")).into_keys().filter(|path| path.is_file()).collect();
    assert_eq!(left.len(), 8, "no temporary file stays: {left:?}");
}

#[test]
fn read_overwrites_only_when_told_to() {
    let place = Place::new();
    let document = sample_data().join("documents/0103-01.txt");
    let document = document.to_str().unwrap();
    place.write("out/0103-01.json", "mine");
    let ran = place.run(["read", document, "--out", "out", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("0103-01.json exists and is not overwritten; --force does"), "{}", ran.err);
    assert_eq!(fs::read_to_string(place.path("out/0103-01.json")).unwrap(), "mine");
    let ran = place.run(["read", document, "--out", "out", "--force"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(fs::read_to_string(place.path("out/0103-01.json")).unwrap().contains("gouji/report/1"));
}

#[test]
fn read_says_where_it_cannot_write_and_reads_the_rest_of_what_it_can() {
    let place = Place::new();
    place.write("file", "a file where a directory should be");
    let document = sample_data().join("documents/0103-01.txt");
    let ran = place.run(["read", document.to_str().unwrap(), "--out", "file/out", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cannot write file/out: "), "{}", ran.err);
    assert_eq!(fs::read_to_string(place.path("file")).unwrap(), "a file where a directory should be");
    place.write("in/bad.txt", "nothing of a report in here");
    place.write("in/good.txt", fs::read(&document).unwrap());
    let ran = place.run(["read", "in", "--out", "out", "--lang", "en"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("bad.txt: ") && ran.out.contains("1 read"), "{}{}", ran.out, ran.err);
    assert!(place.path("out/good.json").is_file() && !place.path("out/bad.json").exists());
}

#[test]
fn nothing_is_ever_written_into_the_reports_directory() {
    let place = Place::new();
    for folder in ["reports/2024", "documents"] {
        for file in fs::read_dir(sample_data().join(folder)).unwrap().map(Result::unwrap) {
            place.write(&format!("in/{}", file.file_name().to_str().unwrap()), fs::read(file.path()).unwrap());
        }
    }
    let before = listing(&place.path("in"));
    assert!(before.len() > 60);
    for format in ["text", "jsonl", "json", "csv"] {
        place.run(["check", "in", "--format", format]);
    }
    place.run(["read", "in", "--out", "out"]);
    place.run(["journal", "show", "in"]);
    place.run(["journal", "verify", "in"]);
    place.run(["in"]);
    assert_eq!(listing(&place.path("in")), before);
}

#[test]
fn an_input_that_is_not_there_is_named_and_the_others_are_read() {
    let place = Place::new();
    place.write("a.txt", fs::read(sample_data().join("documents/0103-01.txt")).unwrap());
    place.write("b.txt", fs::read(sample_data().join("documents/0103-04.txt")).unwrap());
    place.write("blank.txt", "\u{feff} \n");
    let ran = place.run(["read", "a.txt", "nowhere", "b.txt", "gone.txt", "--out", "out", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("nowhere: no such") && ran.err.contains("gone.txt: no such"), "{}", ran.err);
    assert!(place.path("out/a.json").exists() && place.path("out/b.json").exists());
    let ran = place.run(["read", "nowhere", "gone.txt", "--out", "none", "--lang", "en"]);
    assert_eq!((ran.code, ran.err.lines().count()), (2, 2), "{}", ran.err);
    assert!(!place.path("none").exists());
    let ran = place.run(["read", "blank.txt", "--out", "out", "--lang", "zh"]);
    assert!(ran.code == 2 && ran.err.contains("blank.txt: 文件里没有文字"), "{}", ran.err);
}
