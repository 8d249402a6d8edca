//! A desk that is given what is known of its reports from elsewhere.

use serde_json::json;

use crate::support::command::{Place, clean, set};
use crate::support::desk::*;

#[test]
fn what_is_given_beside_the_reports_is_found_on_the_desk() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    place.write("in/a.json", report.to_string());
    set(&mut report, "disclosure/normative/issued", json!(7));
    place.write("out/page.json", report.to_string());
    place.write("dates.csv", "名称,报送日期\n松溪县教育局,2025-02-10\n");
    place.write("ledger.csv", "名称,复议总计\n松溪县教育局,3\n");
    let cells = json!({ "requests/new/total": 9 });
    let reports = json!([{ "agency": { "name": "松溪县教育局" }, "year": 2024, "cells": cells }]);
    place.write("frozen.json", json!({ "schema": "gouji/frozen/1", "reports": reports }).to_string());
    let desk = ["in", "--journal", "j.jsonl", "--reviewer", "li"];
    let given = ["--received", "dates.csv", "--ledger", "ledger.csv", "--published", "out", "--frozen", "frozen.json"];
    let mut pty = start(&place, &[&desk[..], &given[..]].concat()).size(120, 40).spawn();
    loaded(&pty);
    pty.wait_text("0/4");
    pty.send("\r");
    for said in ["报送日期 2025-02-10 晚于期限", "台账为 3", "与公开版有 1 格不同", "定稿汇总时为 9"]
    {
        pty.wait_text(said);
    }
    assert!(!pty.screen().contains("没有提供"), "{}", pty.screen());
    quit(pty);
}

#[test]
fn a_published_directory_without_reports_is_told_and_the_desk_goes_on() {
    let place = Place::new();
    reports(&place);
    place.write("out/notes.xyz", "x");
    let pty =
        start(&place, &["in", "--journal", "j.jsonl", "--reviewer", "li", "--published", "out"]).size(100, 30).spawn();
    loaded(&pty);
    pty.wait_text("公开版的目录中没有可读的年报");
    quit(pty);
}

#[test]
fn what_is_in_force_stands_in_the_overview_and_with_each_act() {
    let place = Place::new();
    reports(&place);
    place.write("p.toml", "name = \"某市 2025\"\n");
    place.write("r.csv", "名称\n松溪县教育局\n");
    let desk =
        ["in", "--journal", "j.jsonl", "--reviewer", "li", "--profile", "p.toml", "--roster", "r.csv", "--lang", "zh"];
    let mut pty = start(&place, &desk).size(120, 40).spawn();
    loaded(&pty);
    pty.send(",o").wait_text("口径：某市 2025（p.toml，");
    pty.wait_text("名册：1 家机关（r.csv，");
    pty.send("\x1b").wait_for("the list", |screen| !screen.contains("口径：") && screen.contains("松溪县教育局"));
    pty.send("\r").wait_for("its findings", |screen| screen.contains("[1 问题"));
    pty.send("a").wait_text("Ctrl-J");
    pty.send("好").wait_text("好");
    pty.send("\r").wait_text("已保存批注");
    quit(pty);
    let journal = std::fs::read_to_string(place.path("j.jsonl")).unwrap();
    assert!(journal.contains("\"settings\":\"profile ") && journal.contains(", roster "), "{journal}");
}
