//! `gouji check -`: reports from standard input, line by line.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, Stdio};
use std::thread;

use crate::support::command::{Place, Ran, broken, clean, sample_data};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

fn spawn(place: &Place, args: &[&str]) -> (Child, ChildStdin) {
    let mut command = place.command(args);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let input = child.stdin.take().unwrap();
    (child, input)
}

/// The command with these bytes on its standard input.
pub(super) fn fed(place: &Place, args: &[&str], input: impl Into<Vec<u8>>) -> Ran {
    let (child, mut stdin) = spawn(place, args);
    let input = input.into();
    // It may end before all of it is read.
    let feeder = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = feeder.join().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn line(id: &str, report: &Value) -> String {
    json!({ "id": id, "report": report }).to_string() + "\n"
}

#[test]
fn every_line_has_its_result_in_its_place_and_a_bad_one_ends_nothing() {
    let place = Place::new();
    let mut input = Vec::new();
    for number in 0..300 {
        let agency = format!("第{number}局");
        let report = if number % 2 == 0 { clean(&agency, 2024) } else { broken(&agency, 2024) };
        input.extend(line(&format!("r{number}"), &report).into_bytes());
        if number % 100 == 50 {
            input.extend(b"\n{\"id\": \"bad\", \"report\": 5}\n\xFF\xFE\n");
        }
    }
    let ran = fed(&place, &["check", "-"], input);
    let results = ran.json_lines();
    assert_eq!((ran.code, results.len()), (1, 306), "{}", ran.err);
    let good: Vec<&Value> = results.iter().filter(|result| result.get("error").is_none()).collect();
    for (number, result) in good.iter().enumerate() {
        assert_eq!(result["report"], format!("r{number}"));
        assert_eq!(result["path"], Value::Null);
        assert_eq!(result["counts"]["error"] != 0, number % 2 == 1, "{result}");
    }
    let bad: Vec<&Value> = results.iter().filter(|result| result.get("error").is_some()).collect();
    assert_eq!((&bad[0]["report"], &bad[0]["line"]), (&json!("bad"), &json!(53)), "empty lines are lines");
    assert!(bad[0]["error"].as_str().unwrap().starts_with("report："), "{}", bad[0]);
    assert_eq!((&bad[1]["report"], &bad[1]["line"]), (&Value::Null, &json!(54)));
    assert!(ran.err.contains("6 行不能读取"), "{}", ran.err);
}

#[test]
fn what_is_said_of_a_line_is_what_is_said_of_the_file() {
    let place = Place::new();
    let report = broken("松溪县教育局", 2024);
    place.write("in/a.json", report.to_string());
    let file = place.run(["check", "in", "--format", "json", "--hints"]).json()[0].clone();
    let ran = fed(&place, &["check", "-", "--hints", "--format", "json", "--fail-on", "never"], line("a", &report));
    let result = &ran.json_lines()[0];
    assert_eq!(ran.code, 0);
    for key in ["report", "agency", "year", "form", "findings", "localisation", "counts", "remarks"] {
        assert_eq!(result[key], file[key], "{key}");
    }
}

#[test]
fn a_stream_without_lines_is_in_order_and_one_of_nothing_but_bad_lines_is_not() {
    let place = Place::new();
    let empty = fed(&place, &["check", "-"], "\n \n");
    assert_eq!((empty.code, empty.out.as_str(), empty.err.as_str()), (0, "", ""));
    let bad = fed(&place, &["check", "-", "--lang", "en"], "nothing\n");
    assert_eq!(bad.code, 2);
    assert!(bad.err.contains("none of 1 line is a report"), "{}", bad.err);
    assert_eq!(bad.json_lines()[0]["line"], 1);
    let last = fed(&place, &["check", "-"], clean("松溪县教育局", 2024).to_string());
    assert_eq!((last.code, last.json_lines().len()), (0, 1), "the last line needs no end");
}

#[test]
fn what_makes_no_sense_of_a_stream_is_refused_in_words() {
    let place = Place::new();
    place.write("in/a.json", clean("松溪县教育局", 2024).to_string());
    for (args, said) in [
        (&["check", "-", "in"][..], "goes alone"),
        (&["check", "-", "--format", "csv"], "one JSON object a line"),
        (&["check", "-", "--format", "text"], "one JSON object a line"),
    ] {
        let ran = fed(&place, &[args, &["--lang", "en"]].concat(), "");
        assert!(ran.code == 2 && ran.err.contains(said), "{args:?}: {}", ran.err);
    }
}

#[test]
fn whoever_waits_for_the_result_of_a_line_gets_it() {
    let place = Place::new();
    let (mut child, mut input) = spawn(&place, &["check", "-"]);
    let mut results = BufReader::new(child.stdout.take().unwrap()).lines();
    for number in 0..3 {
        let id = format!("r{number}");
        input.write_all(line(&id, &clean("松溪县教育局", 2024)).as_bytes()).unwrap();
        let result: Value = serde_json::from_str(&results.next().unwrap().unwrap()).unwrap();
        assert_eq!(result["report"], id);
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_stream_that_is_stopped_has_whole_lines_and_the_code_of_the_signal() {
    let place = Place::new();
    for signal in [Signal::INT, Signal::TERM] {
        let (mut child, mut input) = spawn(&place, &["check", "-"]);
        let text = line("r", &clean("松溪县教育局", 2024));
        input.write_all(text.repeat(50).as_bytes()).unwrap();
        let (mut out, mut err) = (vec![0], String::new());
        let mut pipe = child.stdout.take().unwrap();
        pipe.read_exact(&mut out).unwrap();
        kill_process(Pid::from_child(&child), signal).unwrap();
        pipe.read_to_end(&mut out).unwrap();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        // The input is still open: nobody waits for it.
        assert_eq!(child.wait().unwrap().code(), Some(128 + signal.as_raw()), "{err}");
        let out = String::from_utf8(out).unwrap();
        assert!(out.ends_with('\n') && out.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{out}");
        assert!(err.contains(&format!("已停止：写出 {} 行", out.lines().count())), "{err}");
        drop(input);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let place = Place::new();
    let (mut child, mut input) = spawn(&place, &["check", "-"]);
    drop(child.stdout.take());
    let text = line("r", &clean("松溪县教育局", 2024));
    let _ = input.write_all(text.repeat(500).as_bytes());
    drop(input);
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[test]
fn documents_come_line_by_line_too_and_what_comes_out_goes_into_a_check() {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    let place = Place::new();
    let text = std::fs::read_to_string(sample_data().join("documents/0103-01.txt")).unwrap();
    place.write("in/a.txt", &text);
    let base64 = BASE64_STANDARD.encode(&text);
    let lines = [
        json!("in/a.txt"),
        json!({ "id": 7, "path": "in/a.txt" }),
        json!({ "name": "b.txt", "base64": base64 }),
        json!({ "id": "x", "name": "c.pdf", "base64": BASE64_STANDARD.encode("%PDF-1.4 broken") }),
        json!({ "id": "gone", "path": "in/gone.txt" }),
        json!({ "id": "bad", "name": "d.txt", "base64": "*" }),
        json!({ "id": "both", "path": "a", "base64": base64 }),
        json!(5),
    ];
    let input: String = lines.iter().map(|line| format!("{line}\n\n")).collect();
    let ran = fed(&place, &["read", "--stream", "--lang", "en"], input);
    let read = ran.json_lines();
    assert_eq!((ran.code, read.len()), (0, lines.len()), "{}{}", ran.out, ran.err);
    let of_file = place.run(["read", "in/a.txt", "--out", "out"]);
    assert_eq!(of_file.code, 0, "{}", of_file.err);
    let report: Value = serde_json::from_slice(&std::fs::read(place.path("out/a.json")).unwrap()).unwrap();
    let ids: Vec<&Value> = read.iter().map(|line| &line["id"]).collect();
    assert_eq!(
        ids,
        [
            &json!("in/a.txt"),
            &json!("7"),
            &json!("b.txt"),
            &json!("x"),
            &json!("gone"),
            &json!("bad"),
            &json!("both"),
            &Value::Null,
        ]
    );
    for line in &read[..3] {
        let mut found = line["report"].clone();
        found["source"]["file"] = report["source"]["file"].clone();
        assert_eq!(found, report);
    }
    for (line, said) in read[3..].iter().zip(["", "cannot open", "not base64", "no document", "no document"]) {
        assert!(line["error"].as_str().unwrap().contains(said) && line.get("report").is_none(), "{line}");
    }
    assert_eq!(read[4]["line"], 9);
    assert!(ran.err.contains("5 lines could not be read"), "{}", ran.err);
    let checked = fed(&place, &["check", "-", "--fail-on", "never"], ran.out.clone()).json_lines();
    assert_eq!(checked.len(), lines.len());
    assert_eq!(checked[1]["report"], "7");
    assert_eq!(checked[4]["error"], read[4]["error"], "who could not read it says why");
    let none = fed(&place, &["read", "--stream"], "5\n");
    assert_eq!((none.code, fed(&place, &["read", "--stream"], "").code), (2, 0));
    let with = fed(&place, &["read", "in", "--stream", "--out", "out"], "");
    assert_eq!(with.code, 2);
}
