//! What is known from elsewhere: ledgers, dates, what was published, a roll-up that was frozen.

use serde_json::{Value, json};

use crate::support::command::{Place, clean, set};

fn rules(place: &Place, more: &[&str]) -> Vec<(String, Value)> {
    let args = ["check", "in", "--format", "jsonl", "--fail-on", "never", "--lang", "zh"];
    let ran = place.run(args.iter().chain(more));
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.json_lines().into_iter().map(|line| (line["rule"].as_str().unwrap().to_owned(), line)).collect()
}

fn of<'l>(lines: &'l [(String, Value)], rule: &str) -> Vec<&'l Value> {
    lines.iter().filter(|(known, _)| known == rule).map(|(_, line)| line).collect()
}

fn unchecked(place: &Place, rule: &str, more: &[&str]) -> Option<String> {
    let all = place.run(["check", "in", "--format", "json", "--lang", "zh"].iter().chain(more)).json();
    let entries = all[0]["unchecked"].as_array().unwrap().clone();
    let entry = entries.into_iter().find(|entry| entry["rule"] == rule)?;
    Some(entry["reason"].as_str().unwrap().to_owned())
}

#[test]
fn a_ledger_is_held_against_tables_two_and_four_by_the_columns_of_the_profile() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    set(&mut report, "disclosure/normative/issued", json!(3));
    place.write("in/one.json", report.to_string());
    place.write("ledger.csv", "单位,年度,今年发文,复议维持\n松溪县教育局,2024,2,0\n松溪县公安局,2024,9,9\n");
    place.write("office.toml", "[ledger]\n\"今年发文\" = \"disclosure/normative/issued\"\n");
    let with = ["--ledger", "ledger.csv", "--profile", "office.toml"];
    let lines = rules(&place, &with);
    let found = of(&lines, "T2-13");
    assert_eq!(found.len(), 1, "{lines:#?}");
    assert_eq!((&found[0]["left"], &found[0]["right"]), (&json!(3), &json!(2)));
    assert_eq!(found[0]["cells"], json!(["disclosure/normative/issued"]));
    assert!(of(&lines, "T4-10").is_empty(), "what agrees is no finding");
    assert!(unchecked(&place, "T2-13", &with).is_none());
    assert!(unchecked(&place, "T2-13", &[]).is_some_and(|why| why.contains("--ledger")), "without one it is said");
    place.write("ledger.csv", "单位,复议维持\n松溪县公安局,2\n");
    assert!(
        unchecked(&place, "T4-10", &with).is_some_and(|why| why.contains("没有该机关")),
        "nor where it is not listed"
    );
    place.write("ledger.csv", "单位,复议维持\n松溪县教育局,2\n");
    assert_eq!(of(&rules(&place, &with), "T4-10").len(), 1);
    place.write("ledger.csv", "单位,复议维持\n松溪县教育局,约2\n");
    let ran = place.run(["check", "in", "--ledger", "ledger.csv", "--lang", "en"]);
    assert!(ran.code == 2 && ran.err.contains("ledger.csv: line 2, column 2"), "{}", ran.err);
    place.write("office.toml", "[ledger]\n\"今年发文\" = \"disclosure/normative/made_up\"\n");
    let ran = place.run(["check", "in", "--profile", "office.toml", "--lang", "en"]);
    assert!(ran.code == 2 && ran.err.contains("line 2"), "{}", ran.err);
}

#[test]
fn what_came_in_or_was_published_late_is_known_from_the_roster_or_a_file() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    let file = |date: &str| place.write("dates.csv", format!("名称,报送日期\n松溪县教育局,{date}\n"));
    for (date, late) in [("2025-01-31", false), ("2025/2/1", true), ("2027-02-01", false)] {
        file(date);
        let lines = rules(&place, &["--received", "dates.csv"]);
        assert_eq!(of(&lines, "DOC-11").len(), usize::from(late), "{date}");
        let lines = rules(&place, &["--roster", "dates.csv"]);
        assert_eq!(of(&lines, "DOC-11").len(), usize::from(late), "roster: {date}");
    }
}

#[test]
fn what_was_published_is_held_against_what_was_submitted() {
    let place = Place::new();
    let text = |text: &str| json!([{ "number": 5, "heading": "五、存在的主要问题及改进情况", "text": text }]);
    let mut report = clean("松溪县教育局", 2024);
    report["sections"] = text("问题是解读偏少。下一步增加图解。");
    place.write("in/one.json", report.to_string());
    place.write("out/page.json", report.to_string());
    let with = ["--published", "out"];
    assert!(of(&rules(&place, &with), "DOC-15").is_empty(), "the same is no finding");
    set(&mut report, "disclosure/normative/issued", json!(7));
    report["sections"] = text("问题是更新偏慢。下一步增加图解。");
    place.write("out/page.json", report.to_string());
    let lines = rules(&place, &with);
    let found = of(&lines, "DOC-15");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!((&found[0]["severity"], &found[0]["right"]), (&json!("error"), &json!(7)));
    assert_eq!(found[1]["severity"], json!("warning"));
    report["agency"]["name"] = json!("松溪县公安局");
    place.write("out/page.json", report.to_string());
    assert!(unchecked(&place, "DOC-15", &with).is_some_and(|why| why.contains("没有该机关")));
}

#[test]
fn a_number_changed_after_the_roll_up_was_frozen_is_found() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    let frozen = |number: u32| {
        let cells = json!({ "disclosure/normative/issued": number });
        let reports = json!([{ "agency": { "name": "松溪县教育局" }, "year": 2024, "cells": cells }]);
        place.write("frozen.json", json!({ "schema": "gouji/frozen/1", "reports": reports }).to_string());
    };
    frozen(0);
    assert!(of(&rules(&place, &["--frozen", "frozen.json"]), "R-10").is_empty());
    frozen(4);
    let lines = rules(&place, &["--frozen", "frozen.json"]);
    assert_eq!(of(&lines, "R-10")[0]["right"], json!(4));
    place.write("frozen.json", "[]");
    assert_eq!(place.run(["check", "in", "--frozen", "frozen.json"]).code, 2);
}

#[test]
fn the_paper_copy_is_a_reviewers_tick_where_an_office_asks_for_it() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    assert!(of(&rules(&place, &[]), "DOC-14").is_empty());
    place.write("office.toml", "[levels]\n\"DOC-14\" = \"warning\"\n");
    assert_eq!(of(&rules(&place, &["--profile", "office.toml"]), "DOC-14").len(), 1);
}
