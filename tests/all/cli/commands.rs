//! The command line as users run it: output, exit codes, and what it never does.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Stdio;

use crate::support::command::{Place, Ran, broken, clean, listing, sample_data, set};
use gouji::form;
use gouji::journal::{Act, Journal, ReportRef, Status, Target};
use gouji::report::SafeText;
use serde_json::{Value, json};

fn args<'a>(args: &[&'a str]) -> Vec<&'a str> {
    args.to_vec()
}

/// A finding by what it is about: report, rule and, where one cell or one equation is at fault, its cells.
type About = (String, String, Vec<String>);

/// The rules of one cell or one equation: their truth says which. The others are held against report and rule.
fn names_cells(rule: &str) -> bool {
    ["T2-0", "T3-0", "T4-0"].iter().zip(["12345", "12345", "1234"]).any(|(part, numbers)| {
        rule.strip_prefix(part).is_some_and(|number| number.len() == 1 && numbers.contains(number))
    })
}

fn found(ran: &Ran) -> Vec<About> {
    let strings = |value: &Value| -> Vec<String> {
        value.as_array().unwrap().iter().map(|cell| cell.as_str().unwrap().to_owned()).collect()
    };
    let mut found: Vec<About> = ran
        .json_lines()
        .iter()
        .flat_map(|line| {
            let report = line["report"].as_str().unwrap().trim_end_matches(".txt").to_owned();
            let rule = line["rule"].as_str().unwrap().to_owned();
            let cells = if names_cells(&rule) { strings(&line["cells"]) } else { Vec::new() };
            // Blanks are one finding for a row or a table, and a truth for each cell.
            let is_of_blanks = ["T2-01", "T3-05", "T4-04"].contains(&&*rule);
            let each: Vec<Vec<String>> =
                if is_of_blanks { cells.into_iter().map(|cell| vec![cell]).collect() } else { vec![cells] };
            each.into_iter().map(move |cells| (report.clone(), rule.clone(), cells)).collect::<Vec<_>>()
        })
        .collect();
    found.sort();
    found
}

/// The truth beside sample data, in the same form. The cells of an equation follow from its rule and place.
fn truth(file: &Path, prefix: &str) -> Vec<About> {
    let form = form::newest();
    let text = fs::read_to_string(file).unwrap();
    let mut planted: Vec<About> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter_map(|line| {
            let text = |key: &str| line[key].as_str().unwrap().to_owned();
            let report = text("report").strip_prefix(prefix)?.to_owned();
            let (rule, place) = (text("rule"), text("place"));
            let equation = form.equations.iter().find(|equation| *equation.rule == *rule && *equation.place == *place);
            let cells = match equation {
                Some(equation) => equation.cells().map(|cell| form.id(cell).to_owned()).collect(),
                None if names_cells(&rule) => vec![place],
                None => Vec::new(),
            };
            Some((report, rule, cells))
        })
        .collect();
    planted.sort();
    planted
}

/// What is planted and not found, and what is found and not planted.
fn assert_same(found: Vec<About>, planted: Vec<About>) {
    let lacks = |all: &[About], some: &[About]| -> Vec<About> {
        let count = |of: &[About], one: &About| of.iter().filter(|other| *other == one).count();
        some.iter().filter(|one| count(all, one) != count(some, one)).cloned().collect()
    };
    assert_eq!((lacks(&found, &planted), lacks(&planted, &found)), (Vec::new(), Vec::new()), "planted, found");
}

#[test]
fn every_planted_error_of_the_sample_data_is_found_and_nothing_else() {
    let place = Place::new();
    let reports = sample_data().join("reports");
    let ran = place.run(["check", reports.to_str().unwrap(), "--format", "jsonl"]);
    assert_eq!(ran.code, 1);
    let planted = truth(&sample_data().join("truth.jsonl"), "reports/");
    assert!(planted.len() > 80, "{}", planted.len());
    assert_same(found(&ran), planted);
}

#[test]
fn every_planted_error_of_the_raw_documents_is_found_and_nothing_else() {
    let place = Place::new();
    let documents = sample_data().join("documents");
    let ran = place.run(["check", documents.to_str().unwrap(), "--format", "jsonl"]);
    let planted = truth(&sample_data().join("truth.jsonl"), "documents/");
    assert!(!planted.is_empty());
    assert_same(found(&ran), planted);
}

#[test]
fn every_planted_error_of_generated_reports_is_found_and_nothing_else() {
    let place = Place::new();
    let made = place.run(["generate", "--out", "many", "--count", "1200", "--seed", "77", "--slips", "400"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let ran = place.run(["check", "many", "--format", "jsonl"]);
    let planted = truth(&place.path("many/truth.jsonl"), "");
    assert!(planted.len() > 400, "{}", planted.len());
    assert_same(found(&ran), planted);
}

#[test]
fn generated_reports_without_slips_are_innocent_under_every_rule() {
    let place = Place::new();
    let made = place.run(["generate", "--out", "many", "--count", "1000", "--seed", "3", "--slips", "0"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let ran = place.run(["check", "many", "--format", "jsonl"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
}

#[test]
fn a_finding_as_a_json_line_says_everything_that_is_promised() {
    let place = Place::new();
    place.write("in/a/one.json", broken("松溪县教育局", 2024).to_string());
    let ran = place.run(["check", "in", "--format", "jsonl", "--lang", "en"]);
    assert_eq!(ran.code, 1);
    let lines = ran.json_lines();
    assert_eq!(lines.len(), 2);
    let mut first = lines[0].clone();
    let line = first.as_object_mut().unwrap();
    let keys: Vec<String> = line.keys().cloned().collect();
    let message = line.remove("message").unwrap();
    assert!(message.as_str().unwrap().contains("6 ≠"), "{message}");
    let fingerprint = line.remove("fingerprint").unwrap();
    let fingerprint = fingerprint.as_str().unwrap();
    assert!(fingerprint.len() == 16 && fingerprint.chars().all(|c| c.is_ascii_hexdigit()), "{fingerprint}");
    assert!(line.remove("repairs").unwrap().is_array());
    let row = |row: &str| format!("requests/{row}/natural");
    assert_eq!(
        first,
        json!({
            "report": "a/one", "agency": "松溪县教育局", "year": 2024, "rule": "T3-01", "severity": "error",
            "table": "requests", "cells": [row("new"), row("carried_in"), row("handled"), row("carried_out")],
            "left": 6, "right": 5, "difference": 1,
        })
    );
    let expected = [
        "report",
        "agency",
        "year",
        "rule",
        "severity",
        "table",
        "cells",
        "left",
        "right",
        "difference",
        "message",
        "repairs",
        "fingerprint",
    ];
    assert_eq!(keys, expected);
    assert_ne!(lines[0]["fingerprint"], lines[1]["fingerprint"]);
}

#[test]
fn a_report_as_json_has_counts_gaps_and_doubts() {
    let place = Place::new();
    let mut report = broken("松溪县教育局", 2024);
    set(&mut report, "disputes/reconsideration/other", json!({ "raw": "约1" }));
    set(&mut report, "disclosure/fees/amount", json!(null));
    report["remarks"] = json!([{ "kind": "extra-value", "message": "多一个数", "line": 97 }]);
    place.write("in/one.json", report.to_string());
    place.write("in/two.json", clean("松溪县统计局", 2024).to_string());
    let ran = place.run(["check", "in", "--format", "json"]);
    let all = ran.json();
    assert_eq!(all.as_array().unwrap().len(), 2, "a report without findings is there too");
    let one = &all[0];
    let keys: Vec<&str> = one.as_object().unwrap().keys().map(String::as_str).collect();
    let expected =
        ["report", "agency", "year", "form", "path", "counts", "findings", "localisation", "unchecked", "remarks"];
    assert_eq!(keys, expected);
    assert_eq!((&one["report"], &one["form"], &one["path"]), (&json!("one"), &json!("2021"), &json!("in/one.json")));
    assert_eq!(one["counts"], json!({ "error": 3, "warning": 1, "info": 1 }), "the remark is for the reviewer");
    assert_eq!(one["findings"].as_array().unwrap().len(), 5);
    assert_eq!(one["unchecked"][0]["rule"], "T4-01");
    assert_eq!(one["unchecked"][0]["place"], "disputes/reconsideration");
    assert!(!one["unchecked"][0]["reason"].as_str().unwrap().is_empty());
    assert_eq!(one["remarks"][0]["kind"], "extra-value");
    assert_eq!(one["remarks"][0]["line"], 97);
    assert!(one["localisation"].is_array());
    let faulty = one["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "T2-01").unwrap();
    assert_eq!(faulty["cells"], json!(["disclosure/fees/amount"]));
    assert_eq!(faulty.get("left"), Some(&json!(null)), "the keys are there, without sides: {faulty}");
    let two = &all[1];
    assert_eq!(two["counts"], json!({ "error": 0, "warning": 0, "info": 0 }));
    assert_eq!((&two["findings"], &two["remarks"]), (&json!([]), &json!([])));
    let gaps = two["unchecked"].as_array().unwrap();
    assert!(
        gaps.iter().all(|gap| gap.get("place").is_none()),
        "no text, no last year, but no gap in a table: {gaps:?}"
    );
}

#[test]
fn decimals_are_exact_and_sides_are_written_as_they_are() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    set(&mut report, "disputes/reconsideration/upheld", json!("0.1"));
    set(&mut report, "disputes/reconsideration/corrected", json!("0.2"));
    set(&mut report, "disputes/reconsideration/total", json!("0.3"));
    place.write("in/one.json", report.to_string());
    let ran = place.run(["check", "in", "--format", "jsonl"]);
    assert!(!ran.json_lines().iter().any(|line| line["rule"] == "T4-01"), "{}", ran.out);
    set(&mut report, "disputes/reconsideration/total", json!(1));
    place.write("in/one.json", report.to_string());
    let ran = place.run(["check", "in", "--format", "jsonl"]);
    let lines = ran.json_lines();
    let line = lines.iter().find(|line| line["rule"] == "T4-01").unwrap();
    assert_eq!((&line["left"], &line["right"], &line["difference"]), (&json!(1), &json!("0.3"), &json!("0.7")));
}

#[test]
fn a_fingerprint_survives_another_run_other_values_and_another_file_name() {
    let place = Place::new();
    place.write("in/one.json", broken("松溪县教育局", 2024).to_string());
    let prints = || -> Vec<String> {
        let ran = place.run(["check", "in", "--format", "jsonl"]);
        ran.json_lines().iter().map(|line| line["fingerprint"].to_string()).collect()
    };
    let before = prints();
    assert_eq!(before.len(), 2);
    assert_eq!(prints(), before);
    let mut other = broken("松溪县教育局", 2024);
    set(&mut other, "requests/new/natural", json!(9));
    set(&mut other, "requests/new/total", json!(9));
    fs::remove_file(place.path("in/one.json")).unwrap();
    place.write("in/deep/again.json", other.to_string());
    assert_eq!(prints(), before);
    place.write("in/deep/again.json", broken("松溪县公安局", 2024).to_string());
    assert_ne!(prints(), before);
}

#[test]
fn text_and_csv_carry_the_same_findings() {
    let place = Place::new();
    let reports = sample_data().join("reports");
    let reports = reports.to_str().unwrap();
    let count = place.run(["check", reports, "--format", "jsonl"]).json_lines().len();
    let csv = place.run(["check", reports, "--format", "csv"]);
    assert_eq!(csv.code, 1);
    let rows = csv.out.strip_prefix('\u{feff}').expect("a mark for spreadsheets");
    assert!(rows.starts_with("report,agency,year,rule,severity,"), "{rows}");
    assert_eq!(rows.lines().count(), count + 1);
    let text = place.run(["check", reports]);
    let findings =
        text.out.lines().filter(|line| ["  错误 ", "  警告 ", "  提示 "].iter().any(|level| line.starts_with(level)));
    let findings = findings.count();
    assert_eq!(findings, count);
    assert!(text.out.lines().last().unwrap().starts_with("共 "), "{}", text.out);
}

#[test]
fn a_spreadsheet_formula_in_a_name_is_neutralised() {
    let place = Place::new();
    place.write("in/one.json", broken("=HYPERLINK(\"x\")", 2024).to_string());
    let csv = place.run(["check", "in", "--format", "csv"]);
    assert!(csv.out.contains("'=HYPERLINK"), "{}", csv.out);
}

#[test]
fn control_characters_of_a_name_come_out_escaped() {
    let place = Place::new();
    place.write("in/one.json", broken("甲\u{1b}]0;x\u{7}\u{202e}局", 2024).to_string());
    for format in ["text", "csv", "jsonl", "json"] {
        let ran = place.run(["check", "in", "--format", format]);
        assert!(!ran.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{format}: {:?}", ran.out);
        assert!(ran.out.contains("x1B"), "{format}: {:?}", ran.out);
    }
}

#[test]
fn the_exit_code_follows_fail_on() {
    let place = Place::new();
    let mut warned = clean("松溪县教育局", 2024);
    set(&mut warned, "disclosure/fees/amount", json!(null));
    place.write("clean/one.json", clean("松溪县教育局", 2024).to_string());
    place.write("warned/one.json", warned.to_string());
    place.write("broken/one.json", broken("松溪县教育局", 2024).to_string());
    for (dir, level, code) in [
        ("clean", "error", 0),
        ("clean", "warning", 0),
        ("warned", "error", 0),
        ("warned", "warning", 1),
        ("warned", "never", 0),
        ("broken", "error", 1),
        ("broken", "warning", 1),
        ("broken", "never", 0),
    ] {
        let ran = place.run(["check", dir, "--fail-on", level]);
        assert_eq!(ran.code, code, "{dir} {level}: {}{}", ran.out, ran.err);
    }
    assert_eq!(place.run(["check", "broken"]).code, 1, "errors are the default");
    assert_eq!(place.run(["check", "clean", "broken"]).code, 1, "several directories");
}

#[test]
fn what_cannot_be_done_is_code_2_with_a_message() {
    let place = Place::new();
    fs::create_dir(place.path("empty")).unwrap();
    place.write("bad/one.json", "{");
    place.write("bad/two.json", "[]");
    place.write("other/program.exe", "x");
    for (arguments, said) in [
        (&["check", "nowhere"][..], "nowhere: no such directory"),
        (&["nowhere"], "nowhere: no such directory"),
        (&["review", "nowhere"], "nowhere: no such directory"),
        (&["read", "nowhere", "--out", "out"], "nowhere: no such directory"),
        (&["check", "empty"], "empty: nothing to check"),
        (&["check", "other"], "other: nothing to check"),
        (&["check", "bad"], "bad: none of the 2 files could be read"),
        (&["check"], "missing"),
        (&["check", "empty", "--format", "xml"], "xml"),
        (&["--nonsense"], "--nonsense"),
        (&["journal", "show", "nowhere.jsonl"], "nowhere.jsonl: no such"),
        (&["journal", "verify", "empty"], "no such"),
    ] {
        let mut arguments = arguments.to_vec();
        arguments.extend(["--lang", "en"]);
        let ran = place.run(&arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.out, "", "{arguments:?}");
    }
    assert!(!place.path("out").exists());
}

#[test]
fn one_bad_file_is_a_line_with_file_place_and_expectation_and_stops_nothing() {
    let place = Place::new();
    let text = clean("松溪县教育局", 2024).to_string();
    place.write("in/good.json", broken("松溪县教育局", 2024).to_string());
    let with = |key: &str, value: Value| {
        let mut report = clean("松溪县教育局", 2024);
        report[key] = value;
        serde_json::to_string_pretty(&report).unwrap()
    };
    let mut wrong_cell = clean("松溪县教育局", 2024);
    set(&mut wrong_cell, "requests/new/total", json!(true));
    let mut no_name = clean("松溪县教育局", 2024);
    no_name["agency"].as_object_mut().unwrap().remove("name");
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let bad: [(&str, Vec<u8>, &str); 10] = [
        ("truncated.json", text.as_bytes()[..400].to_vec(), "line 1, the file ends too early"),
        ("empty.json", Vec::new(), "the file ends too early"),
        (
            "type.json",
            with("year", json!("2024")).into(),
            "key `year`: expected a year such as 2024, found the text \"2024\"",
        ),
        ("cell.json", wrong_cell.to_string().into(), "key `requests/new/total`: expected an integer"),
        ("name.json", no_name.to_string().into(), "name"),
        ("form.json", with("form", json!("2099")).into(), "form edition \"2099\" is unknown; this version knows: 2021"),
        ("schema.json", with("schema", json!("other/9")).into(), "schema \"other/9\" is unknown"),
        ("list.json", b"[1]".to_vec(), "expected an object {…}, found a list […]"),
        ("utf16.json", utf16, "not UTF-8"),
        ("scan.jpg", b"\xFF\xD8\xFF\xE0".to_vec(), "a picture: recognise its text"),
    ];
    for (name, bytes, _) in &bad {
        place.write(&format!("in/{name}"), bytes);
    }
    let huge = fs::File::create(place.path("in/huge.json")).unwrap();
    huge.set_len((64 << 20) + 1).unwrap();
    let ran = place.run(["check", "in", "--format", "jsonl", "--lang", "en"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(ran.json_lines().len(), 2, "the good one is checked");
    let said: BTreeMap<&str, &str> =
        ran.err.lines().map(|line| line.strip_prefix("gouji: in/").unwrap().split_once(": ").unwrap()).collect();
    assert_eq!(said.len(), bad.len() + 1, "{}", ran.err);
    for (name, _, expected) in &bad {
        assert!(said[name].contains(expected), "{name}: {}", said[name]);
    }
    assert!(said["huge.json"].contains("larger than 64 MiB"), "{}", said["huge.json"]);
}

#[test]
fn a_directory_inside_that_cannot_be_listed_and_links_out_of_it_stop_nothing() {
    let place = Place::new();
    place.write("in/good.json", clean("松溪县教育局", 2024).to_string());
    place.write("outside/secret.json", broken("松溪县公安局", 2024).to_string());
    std::os::unix::fs::symlink(place.path("outside"), place.path("in/link")).unwrap();
    std::os::unix::fs::symlink(place.path("in"), place.path("in/circle")).unwrap();
    let ran = place.run(["check", "in", "--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.json().as_array().unwrap().len(), 1);
}

#[test]
fn a_byte_order_mark_makes_no_difference() {
    let place = Place::new();
    let text = broken("松溪县教育局", 2024).to_string();
    place.write("plain/one.json", &text);
    place.write("marked/one.json", format!("\u{feff}{text}"));
    let run = |dir: &str| place.run(["check", dir, "--format", "jsonl"]);
    assert_eq!(run("plain").out, run("marked").out);
    assert_eq!(run("marked").json_lines().len(), 2);
}

#[test]
fn a_document_in_gb18030_reads_as_the_same_document_in_utf_8() {
    let place = Place::new();
    let text = fs::read_to_string(sample_data().join("documents/0103-04.txt")).unwrap();
    let (bytes, _, lossy) = encoding_rs::GB18030.encode(&text);
    assert!(!lossy);
    place.write("utf8/0103-04.txt", &text);
    place.write("gb/0103-04.txt", &bytes);
    let run = |dir: &str| place.run(["check", dir, "--format", "jsonl"]);
    assert!(!run("utf8").out.is_empty());
    assert_eq!(run("gb").out, run("utf8").out);
}

#[test]
fn one_file_may_be_named_and_its_id_is_its_name() {
    let place = Place::new();
    place.write("in/one.json", broken("松溪县教育局", 2024).to_string());
    place.write("in/two.json", broken("松溪县公安局", 2024).to_string());
    let ran = place.run(["check", "in/one.json", "--format", "jsonl"]);
    assert!(ran.json_lines().iter().all(|line| line["report"] == "one"), "{}", ran.out);
    assert_eq!(ran.json_lines().len(), 2);
}

#[test]
fn unknown_keys_are_kept_quiet_and_blank_missing_and_raw_stay_apart() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    report["extra"] = json!({ "any": [1, 2] });
    set(&mut report, "requests/new/other", json!(null));
    set(&mut report, "requests/new/legal", json!({ "raw": "无数" }));
    report["tables"]["disputes"].as_object_mut().unwrap().remove("litigation_after");
    place.write("in/one.json", report.to_string());
    let ran = place.run(["check", "in", "--format", "json"]);
    let one = &ran.json()[0];
    let rules: Vec<(&str, &str)> = one["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| (finding["rule"].as_str().unwrap(), finding["cells"][0].as_str().unwrap()))
        .collect();
    assert!(rules.contains(&("T3-05", "requests/new/other")), "blank: {rules:?}");
    assert!(rules.contains(&("T3-04", "requests/new/legal")), "raw: {rules:?}");
    assert!(!rules.iter().any(|(_, cell)| cell.starts_with("disputes/")), "missing is no fault: {rules:?}");
    let gaps = one["unchecked"].as_array().unwrap();
    assert!(gaps.iter().any(|gap| gap["place"] == "disputes/litigation_after"), "missing is a gap: {gaps:?}");
    assert!(!gaps.iter().any(|gap| gap["place"] == "disputes/reconsideration"));
}

#[test]
fn a_closed_pipe_is_success() {
    let place = Place::new();
    assert_eq!(place.run(["generate", "--out", "many", "--count", "800", "--slips", "1000"]).code, 0);
    for format in ["text", "jsonl", "json", "csv"] {
        let mut command = place.command(["check", "many", "--format", format]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 64];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[test]
fn the_language_is_chinese_unless_the_locale_or_the_user_says_otherwise() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    let last = |lang: &str, more: &[&str]| {
        let mut arguments = args(&["check", "in"]);
        arguments.extend(more);
        let output = place.command(&arguments).env("LANG", lang).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for (locale, more, chinese) in [
        ("zh_CN.UTF-8", &[][..], true),
        ("C", &[], true),
        ("", &[], true),
        ("en_US.UTF-8", &[], false),
        ("zh_CN.UTF-8", &["--lang", "en"], false),
        ("en_US.UTF-8", &["--lang=zh"], true),
    ] {
        assert_eq!(last(locale, more).contains('共'), chinese, "{locale} {more:?}: {}", last(locale, more));
    }
    assert!(place.run(["--lang", "en", "--help"]).out.contains("review"));
    assert!(place.run(["--lang", "zh", "--help"]).out.contains("审核台"));
}

#[test]
fn rules_are_listed_from_the_data_they_run_on() {
    let place = Place::new();
    let ran = place.run(["rules", "--lang", "en"]);
    assert_eq!(ran.code, 0);
    let ids: Vec<&str> = ran.out.lines().filter_map(|line| line.split('\t').next()).collect();
    for id in gouji::check::rules().iter().map(|rule| &*rule.id) {
        assert!(ids.contains(&id), "{id}: {}", ran.out);
    }
    let equations = ran.out.lines().find(|line| line.starts_with("T3-03")).unwrap();
    assert!(equations.contains("25"), "{equations}");
}

/// Every `table/row/column` below the properties of a JSON Schema.
fn cells_in(schema: &Value) -> Vec<String> {
    let properties = |value: &Value| value["properties"].as_object().cloned().unwrap_or_default();
    let mut cells = Vec::new();
    for (table, rows) in properties(&schema["properties"]["tables"]["anyOf"][0]) {
        for (row, columns) in properties(&rows) {
            cells.extend(properties(&columns).keys().map(|column| format!("{table}/{row}/{column}")));
        }
    }
    cells.sort();
    cells
}

#[test]
fn the_schema_is_json_and_names_every_cell() {
    let place = Place::new();
    let ran = place.run(["schema"]);
    assert_eq!(ran.code, 0);
    let schema = ran.json();
    assert_eq!(schema["required"], json!(["schema", "agency", "year", "form", "tables"]));
    let form = form::newest();
    let mut ids: Vec<String> = form.cells().map(|cell| form.id(cell).to_owned()).collect();
    ids.sort();
    assert_eq!(ids.len(), 200);
    assert_eq!(cells_in(&schema), ids);
}

#[test]
fn completions_and_man_page_know_the_commands() {
    let place = Place::new();
    let bash = place.run(["completions", "bash"]);
    let man = place.run(["man"]);
    for ran in [&bash, &man] {
        assert_eq!(ran.code, 0);
        for command in ["review", "demo", "read", "check", "journal", "rules", "schema"] {
            assert!(ran.out.contains(command), "{command}");
        }
    }
    assert!(man.out.contains(".TH") && !man.out.contains("generate"), "a hidden command");
    let syntax = std::process::Command::new("bash").arg("-n").arg(place.write("c.bash", &bash.out)).status().unwrap();
    assert!(syntax.success());
}

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
fn without_a_terminal_the_desk_says_so() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    for arguments in [&["in"][..], &["review", "in"], &["demo"]] {
        let ran = place.run(arguments.iter().chain(&["--lang", "en"]));
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains("no terminal"), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.out, "");
    }
}

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
    assert!(verified.out.contains("line 2: ") && verified.out.contains("1 irregularities"), "{}", verified.out);
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
