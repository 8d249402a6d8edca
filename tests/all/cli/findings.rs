//! What a finding says, in every format.

use std::fs;

use serde_json::json;

use crate::support::command::{Place, broken, clean, sample_data, set};

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
    assert!(line.remove("basis").unwrap().as_str().unwrap().contains("new + carried in"));
    assert!(line.remove("ask").unwrap().as_str().unwrap().starts_with("Please"));
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
        "basis",
        "ask",
        "repairs",
        "fingerprint",
    ];
    assert_eq!(keys, expected);
    assert_ne!(lines[0]["fingerprint"], lines[1]["fingerprint"]);
}

#[test]
fn hints_are_listed_where_they_are_asked_for_and_counted_everywhere() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    report["sections"] = json!([{ "number": 1, "heading": "一、总体情况", "text": "全年贯切落实各项要求。" }]);
    place.write("in/one.json", report.to_string());
    let hint = "贯彻落实";
    for format in ["text", "jsonl", "json", "csv"] {
        let ran = |more: &[&str]| {
            let args = ["check", "in", "--format", format, "--fail-on", "never", "--lang", "zh"];
            place.run(args.into_iter().chain(more.iter().copied())).out
        };
        let (without, with) = (ran(&[]), ran(&["--hints"]));
        assert!(!without.contains(hint) && with.contains(hint), "{format}: {without}");
        if format == "json" {
            let counts = |out: &str| serde_json::from_str::<serde_json::Value>(out).unwrap()[0]["counts"].clone();
            assert_eq!(counts(&without), counts(&with));
            assert!(counts(&without)["info"].as_u64() >= Some(1));
        }
        if format == "text" {
            assert!(without.contains("--hints") && !with.contains("--hints"), "{without}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_an_entry_in_every_format() {
    let place = Place::new();
    place.write("in/good.json", clean("松溪县教育局", 2024).to_string());
    place.write("in/坏.json", "{");
    place.write("bad/坏.json", "{");
    let run = |dir: &str, format: &str| place.run(["check", dir, "--format", format, "--lang", "zh"]);
    let ran = run("in", "json");
    let entries = ran.json();
    let entry = &entries[1];
    assert_eq!((entries.as_array().unwrap().len(), ran.code), (2, 0), "{}", ran.out);
    assert_eq!((entry["report"].as_str(), entry["path"].as_str()), (Some("坏"), Some("in/坏.json")));
    assert!(entry["error"].as_str().is_some_and(|why| !why.is_empty()) && entry.get("findings").is_none(), "{entry}");
    let why = entry["error"].as_str().unwrap();
    assert_eq!(&run("in", "jsonl").json_lines()[0], entry);
    let csv = run("in", "csv").out;
    let row = csv.lines().nth(1).unwrap();
    assert!(row.starts_with("坏,,,unreadable,") && row.contains(&why[..6]), "{csv}");
    let text = run("in", "text").out;
    assert!(text.contains(why) && text.contains("1 个文件不能读取"), "{text}");
    let none = run("bad", "json");
    assert_eq!((none.code, none.json().as_array().unwrap().len()), (2, 1), "nothing else there is");
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
    let ran = place.run(["check", "in", "--format", "json", "--hints"]);
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
    let ran = place.run(["check", reports, "--hints", "--format", "jsonl"]);
    let (count, unread) = (ran.findings().len(), ran.json_lines().len() - ran.findings().len());
    let csv = place.run(["check", reports, "--hints", "--format", "csv"]);
    assert_eq!(csv.code, 1);
    let rows = csv.out.strip_prefix('\u{feff}').expect("a mark for spreadsheets");
    assert!(rows.starts_with("report,agency,year,rule,severity,"), "{rows}");
    assert_eq!(rows.lines().count(), count + unread + 1);
    let text = place.run(["check", reports, "--hints"]);
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
