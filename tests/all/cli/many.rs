//! `gouji read` over many documents: going on where it stopped, what it never replaces, and other programs it may use.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::command::{Place, Ran, listing, sample_data};
use crate::support::formats;
use crate::support::pty::{PATIENCE, Start};
use serde_json::Value;

fn sample(name: &str) -> String {
    fs::read_to_string(sample_data().join("documents").join(name)).unwrap()
}

fn report(place: &Place, name: &str) -> Value {
    serde_json::from_slice(&fs::read(place.path(name)).unwrap()).unwrap()
}

fn files(place: &Place, directory: &str) -> Vec<String> {
    let root = place.path(directory);
    let files = listing(&root).into_keys().filter(|path| path.is_file());
    files.map(|path| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn a_second_run_passes_over_what_was_read_and_a_changed_document_needs_force() {
    let place = Place::new();
    for name in ["0103-01.txt", "0103-04.txt"] {
        place.write(&format!("in/{name}"), sample(name));
    }
    let read = |more: &[&str]| place.run(["read", "in", "--out", "out", "--lang", "en"].iter().chain(more));
    assert!(read(&[]).out.contains("2 read, "));
    let files_of = || listing(&place.path("out")).into_iter().filter(|(path, _)| path.is_file()).collect::<Vec<_>>();
    let before = files_of();
    let again = read(&[]);
    assert_eq!((again.code, again.err.as_str()), (0, ""));
    assert_eq!(again.out, "0 read, 0 of them with doubts, 2 unchanged, 0 failed\n");
    place.write("in/0103-04.txt", sample("0103-04.txt") + "\n");
    let changed = read(&[]);
    assert_eq!(changed.code, 0);
    assert!(changed.out.contains("1 unchanged, 1 failed"), "{}", changed.out);
    let said = "in/0103-04.txt: out/0103-04.json was made from another version of this document";
    assert!(changed.err.contains(said) && changed.err.contains("--force"), "{}", changed.err);
    assert_eq!(files_of(), before, "nothing was written");
    let forced = read(&["--force"]);
    assert!(forced.out.contains("2 read, "), "{}", forced.out);
    assert!(read(&[]).out.contains("2 unchanged, 0 failed"));
}

#[test]
fn documents_of_the_same_name_do_not_replace_each_other() {
    let place = Place::new();
    place.write("one/a.txt", sample("0103-01.txt"));
    place.write("one/a.md", sample("0103-04.txt"));
    place.write("two/a.txt", sample("0103-06.txt"));
    for expected in ["3 read", "3 unchanged"] {
        let ran = place.run(["read", "one", "two", "--out", "out", "--lang", "en", "--jobs", "2"]);
        assert!(ran.out.contains(expected), "{}{}", ran.out, ran.err);
    }
    assert_eq!(files(&place, "out"), ["a.json", "a.txt.2.json", "a.txt.json"].map(str::to_owned));
    let file = |name: &str| report(&place, name)["source"]["file"].as_str().unwrap().to_owned();
    assert_eq!([file("out/a.json"), file("out/a.txt.json")], ["a.md", "a.txt"]);
    assert_ne!(report(&place, "out/a.txt.json")["agency"], report(&place, "out/a.txt.2.json")["agency"]);
}

#[test]
fn an_output_directory_within_the_input_is_not_read() {
    let place = Place::new();
    place.write("in/a.txt", sample("0103-01.txt"));
    place.write("in/out/left-over.txt", sample("0103-04.txt"));
    let ran = place.run(["read", "in", "--out", "in/out", "--lang", "en"]);
    assert!(ran.out.contains("1 read") && ran.code == 0, "{}{}", ran.out, ran.err);
    assert_eq!(files(&place, "in/out"), ["a.json", "left-over.txt"].map(str::to_owned));
}

#[test]
fn what_was_stopped_leaves_whole_files_and_goes_on_from_there() {
    let place = Place::new();
    let text = sample("0103-04.txt");
    const COUNT: usize = 300;
    for index in 0..COUNT {
        place.write(&format!("in/{index:04}.txt"), text.replace("865", &index.to_string()));
    }
    let mut command = place.command(["read", "in", "--out", "out", "--lang", "en", "--jobs", "1"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let begun = Instant::now();
    while !place.path("out/0002.json").exists() {
        assert!(begun.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(2));
    }
    assert!(Command::new("kill").args(["-s", "INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    let err = String::from_utf8(output.stderr).unwrap();
    let left: usize = err.split("stopped: ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    let written = files(&place, "out");
    assert_eq!(written.len() + left, COUNT);
    for name in &written {
        assert!(name.ends_with(".json") && report(&place, &format!("out/{name}")).is_object(), "{name}");
    }
    let ran = place.run(["read", "in", "--out", "out", "--lang", "en"]);
    assert!(ran.out.contains(&format!("{left} read")), "{}", ran.out);
    assert!(ran.out.contains(&format!("{} unchanged, 0 failed", written.len())), "{}", ran.out);
}

#[test]
fn formats_are_counted_apart() {
    let place = Place::new();
    place.write("in/a.txt", sample("0103-01.txt"));
    place.write("in/b.png", "x");
    place.write("in/c.odt", "x");
    let ran = place.run(["read", "in", "--out", "out", "--lang", "en"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0].split_whitespace().collect::<Vec<_>>().join(" "), "format read with doubts unchanged failed");
    assert_eq!(lines.len(), 5, "{}", ran.out);
    assert!(ran.err.contains("b.png: ") && ran.err.contains("--ocr COMMAND"), "{}", ran.err);
    assert!(ran.err.contains("c.odt: ") && ran.err.contains("--convert"), "{}", ran.err);
}

/// A program of the user's, for `PATH`.
fn program(place: &Place, name: &str, script: &str) -> PathBuf {
    let path = place.write(&format!("bin/{name}"), format!("#!/bin/sh\n{script}\n"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn run_with_programs(place: &Place, args: &[&str]) -> Ran {
    let path = format!("{}:{}", place.path("bin").display(), std::env::var("PATH").unwrap());
    let output = place.command(args).env("PATH", path).output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Writes down its arguments, and "converts" by copying the document that it was given.
const SOFFICE: &str = r#"for last; do :; done
printf '%s\n' "$@" >> "$(dirname "$0")/calls"
while [ "$1" != --outdir ]; do shift; done
if grep -q broken "$last"; then exit 0; fi
if grep -q slow "$last"; then sleep 1000; fi
name=$(basename "$last")
cp "$last" "$2/${name%.*}.txt""#;

#[test]
fn libreoffice_converts_only_when_asked_and_the_report_says_so() {
    let place = Place::new();
    program(&place, "soffice", SOFFICE);
    place.write("in/-a 年报.odt", sample("0103-01.txt"));
    place.write("in/b.rtf", "broken");
    place.write("in/c.png", "a picture");
    let ran = run_with_programs(&place, &["read", "in", "--out", "none", "--lang", "en"]);
    assert!(ran.code == 2 && !place.path("bin/calls").exists(), "nothing is run unasked");
    let ran = run_with_programs(&place, &["read", "in", "--out", "out", "--convert", "--lang", "en"]);
    assert!(ran.code == 0 && ran.out.contains("1 read, 1 of them with doubts"), "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("b.rtf: LibreOffice could not convert it: it brought nothing"), "{}", ran.err);
    let made = report(&place, "out/-a 年报.json");
    assert_eq!(made["source"]["file"], "-a 年报.odt");
    assert_eq!(made["source"]["format"], "odt");
    assert_eq!(made["remarks"][0]["kind"], "converted");
    let calls = fs::read_to_string(place.path("bin/calls")).unwrap();
    let temporary: Vec<&str> = calls.lines().filter(|line| line.ends_with(".odt") || line.ends_with("/out")).collect();
    assert!(calls.contains("-env:UserInstallation=file:///") && !temporary.is_empty());
    assert!(temporary.iter().all(|path| path.starts_with('/') && !Path::new(path).exists()), "{temporary:?}");
    let again = run_with_programs(&place, &["read", "in/-a 年报.odt", "--out", "out", "--convert", "--lang", "en"]);
    assert!(again.out.contains("1 unchanged"), "{}", again.out);
}

#[test]
fn a_converter_that_is_not_there_or_hangs_is_said() {
    let place = Place::new();
    place.write("in/a.odt", "slow");
    let mut command = place.command(["read", "in", "--out", "out", "--convert", "--lang", "en"]);
    let output = command.env("PATH", place.path("bin")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no program soffice was found"));
    program(&place, "soffice", SOFFICE);
    let path = format!("{}:{}", place.path("bin").display(), std::env::var("PATH").unwrap());
    let mut command = place.command(["read", "in", "--out", "out", "--convert", "--lang", "en"]);
    let child = command.env("PATH", path).stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let begun = Instant::now();
    while !place.path("bin/calls").exists() {
        assert!(begun.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-s", "TERM", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(143));
    assert!(begun.elapsed() < Duration::from_secs(30), "the program it waited for is left");
}

#[test]
fn a_command_recognises_scans_and_the_report_says_so() {
    let place = Place::new();
    let ocr = program(&place, "my ocr", r#"if grep -q unreadable "$2"; then echo blurred >&2; exit 4; fi; cat "$2""#);
    place.write("in/scan '$(x)'.png", sample("0103-01.txt"));
    place.write("in/bad.jpg", "unreadable");
    place.write("in/other.odt", sample("0103-04.txt"));
    let command = format!("'{}' --text", ocr.display());
    let ran = place.run(["read", "in", "--out", "out", "--ocr", &command, "--lang", "en"]);
    assert!(ran.out.contains("1 read, 1 of them with doubts, 0 unchanged, 2 failed"), "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("bad.jpg: its text could not be recognised: exit status: 4 blurred"), "{}", ran.err);
    let made = report(&place, "out/scan '$(x)'.json");
    assert_eq!(made["remarks"][0]["kind"], "recognised");
    assert_eq!(made["source"]["format"], "png");
}

#[test]
fn every_format_that_is_read_gives_the_same_report() {
    let place = Place::new();
    let text = sample("0103-06.txt");
    for (ending, bytes) in formats::all(&text) {
        place.write(&format!("in/{ending}/0103-06.{ending}"), bytes);
    }
    let ran = place.run(["read", "in", "--out", "out", "--lang", "en"]);
    let mut tables = BTreeMap::new();
    for name in files(&place, "out") {
        tables.insert(name.clone(), report(&place, &format!("out/{name}"))["tables"].clone());
    }
    let expected = &tables["txt/0103-06.json"];
    for (name, found) in tables.iter().filter(|(name, _)| !name.starts_with("pdf/")) {
        assert_eq!(found, expected, "{name}");
    }
    eprintln!("read: {:?}; {}", tables.keys(), ran.err);
}

#[test]
fn the_workbooks_that_these_tests_make_are_workbooks() {
    use calamine::{Reader as _, open_workbook_auto_from_rs};
    for (ending, bytes) in formats::all("甲\t乙\n丙\t\t12\n") {
        if ["xlsx", "xls"].contains(&ending) {
            let mut book = open_workbook_auto_from_rs(std::io::Cursor::new(bytes)).unwrap();
            let cells = book.worksheet_range("Sheet1").unwrap();
            assert_eq!(cells.get_value((1, 2)).unwrap().to_string(), "12", "{ending}");
            assert_eq!(cells.get_value((0, 1)).unwrap().to_string(), "乙", "{ending}");
        }
    }
}

#[test]
fn in_a_terminal_a_bar_shows_how_far_it_is_and_is_gone_at_the_end() {
    let place = Place::new();
    for index in 0..60 {
        place.write(&format!("in/{index}.txt"), sample("0103-06.txt"));
    }
    let start = Start::new(env!("CARGO_BIN_EXE_gouji")).args(["read", "in", "--out", "out", "--lang", "en"]);
    let start =
        place.environment().into_iter().fold(start.cwd(place.path("")), |start, (name, value)| start.env(name, value));
    let mut pty = start.size(100, 10).spawn();
    pty.wait_raw(b"/60").wait_closed();
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
    assert!(pty.screen().contains("60 read") && !pty.screen().contains("/60"), "{}", pty.screen());
}
