//! What is known from elsewhere: ledgers, dates, what was published, a roll-up that was frozen.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::{Value, json};

use crate::support::command::{Place, clean, set};
use crate::support::formats;

fn rules(place: &Place, more: &[&str]) -> Vec<(String, Value)> {
    let args = ["check", "in", "--format", "jsonl", "--fail-on", "never", "--lang", "zh"];
    let ran = place.run(args.iter().chain(more));
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.json_lines().into_iter().map(|line| (line["rule"].as_str().unwrap().to_owned(), line)).collect()
}

fn of<'l>(lines: &'l [(String, Value)], rule: &str) -> Vec<&'l Value> {
    lines.iter().filter(|(known, _)| known == rule).map(|(_, line)| line).collect()
}

/// Every reason why a rule was not applied to the first report.
fn reasons(place: &Place, rule: &str, more: &[&str]) -> Vec<String> {
    let all = place.run(["check", "in", "--format", "json", "--lang", "zh"].iter().chain(more)).json();
    let entries = all[0]["unchecked"].as_array().unwrap();
    let reason = |entry: &Value| entry["reason"].as_str().unwrap().to_owned();
    entries.iter().filter(|entry| entry["rule"] == rule).map(reason).collect()
}

fn unchecked(place: &Place, rule: &str, more: &[&str]) -> Option<String> {
    reasons(place, rule, more).into_iter().next()
}

/// What the program says of an input that it cannot use.
fn refused(place: &Place, input: &str, file: &str) -> String {
    let ran = place.run(["check", "in", input, file, "--lang", "en"]);
    assert_eq!((ran.code, &*ran.out), (2, ""), "{input} {file}: {}", ran.err);
    assert!(ran.err.contains(file), "{}", ran.err);
    ran.err
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

#[test]
fn what_only_one_of_two_versions_has_is_said() {
    let place = Place::new();
    let texts = |numbers: &[u8]| -> Value {
        numbers
            .iter()
            .map(|number| json!({ "number": number, "heading": "", "text": format!("第{number}部分") }))
            .collect()
    };
    let of = |lacking: &[&str], numbers: &[u8]| {
        let mut report = clean("松溪县教育局", 2024);
        for place in lacking {
            let mut parts = place.split('/');
            let table = report["tables"].as_object_mut().unwrap();
            match (parts.next().unwrap(), parts.next()) {
                (name, Some(row)) => drop(table[name].as_object_mut().unwrap().remove(row)),
                (name, None) => drop(table.remove(name)),
            }
        }
        report["sections"] = texts(numbers);
        report.to_string()
    };
    let said = |own: String, other: String| -> Vec<String> {
        place.write("in/one.json", own);
        place.write("out/page.json", other);
        let lines = rules(&place, &["--published", "out"]);
        lines
            .iter()
            .filter(|(rule, _)| rule == "DOC-15")
            .map(|(_, line)| line["message"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = [1, 5];
    assert_eq!(said(of(&[], &all), of(&[], &all)), [""; 0]);
    for (lacking, named) in [("disputes", "表四"), ("requests/new", "表三的 7 格")] {
        let lacks = said(of(&[], &all), of(&[lacking], &all));
        assert!(lacks.len() == 1 && lacks[0].starts_with("公开版没有") && lacks[0].contains(named), "{lacks:?}");
        let more = said(of(&[lacking], &all), of(&[], &all));
        assert!(more.len() == 1 && more[0].contains("报送版没有") && more[0].contains(named), "{more:?}");
    }
    let lacks = said(of(&[], &all), of(&[], &[1]));
    assert!(lacks.len() == 1 && lacks[0].contains("公开版没有第5部分"), "{lacks:?}");
    let more = said(of(&[], &[1]), of(&[], &all));
    assert!(more.len() == 1 && more[0].contains("公开版有第5部分"), "{more:?}");
    let why = |own: String, other: String| {
        assert_eq!(said(own, other), [""; 0]);
        unchecked(&place, "DOC-15", &["--published", "out"]).unwrap()
    };
    assert!(why(of(&["disputes"], &all), of(&["disputes"], &all)).contains("表四"), "neither has it");
    assert!(why(of(&[], &all), of(&[], &[])).contains("公开版没有正文"));
    assert!(why(of(&[], &[]), of(&[], &all)).contains("没有正文"));
}

#[test]
fn a_blank_is_no_number_that_was_published() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    place.write("in/one.json", report.to_string());
    set(&mut report, "disclosure/normative/issued", Value::Null);
    set(&mut report, "disclosure/normative/repealed", json!({ "raw": "若干" }));
    place.write("out/page.json", report.to_string());
    let lines = rules(&place, &["--published", "out"]);
    let found = of(&lines, "DOC-15");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((&found[0]["right"], found[0]["cells"].as_array().unwrap().len()), (&Value::Null, 2));
    assert!(found[0]["message"].as_str().unwrap().contains("报送 0，公开 空"), "{found:#?}");
}

#[test]
fn what_the_report_lacks_of_a_ledger_or_a_roll_up_is_not_checked() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    set(&mut report, "disputes/reconsideration/upheld", Value::Null);
    report["tables"]["disputes"].as_object_mut().unwrap().remove("litigation_after");
    place.write("in/one.json", report.to_string());
    place.write("ledger.csv", "名称,复议维持,复议纠正,复议后起诉\n松溪县教育局,1,0,2\n");
    let why = reasons(&place, "T4-10", &["--ledger", "ledger.csv"]);
    assert!(why.iter().any(|why| why.contains("缺少单元格") && why.contains("复议后起诉")), "{why:?}");
    assert!(why.iter().any(|why| why.contains("没有数字") && why.contains("维持")), "{why:?}");
    let cells = json!({ "disputes/litigation_after/total": 2, "disputes/reconsideration/corrected": 0 });
    let reports = json!([{ "agency": { "name": "松溪县教育局" }, "year": 2024, "cells": cells }]);
    place.write("frozen.json", json!({ "schema": "gouji/frozen/1", "reports": reports }).to_string());
    let why = reasons(&place, "R-10", &["--frozen", "frozen.json"]);
    assert!(why.len() == 1 && why[0].contains("缺少单元格"), "{why:?}");
}

#[test]
fn a_ledger_without_the_columns_of_a_table_is_not_silent_about_agencies() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    place.write("in/two.json", clean("松溪县公安局", 2024).to_string());
    place.write("ledger.csv", "名称,复议维持,备注,电话\n松溪县教育局,0,,\n松溪县公安局,0,,\n");
    let with = ["--ledger", "ledger.csv"];
    assert_eq!(unchecked(&place, "T2-13", &with).as_deref(), Some("外部台账没有表二的列"));
    assert!(unchecked(&place, "T4-10", &with).is_none());
    let ran = place.run(["check", "in", "--lang", "zh"].iter().chain(&with));
    assert_eq!(ran.err.matches("备注、电话").count(), 1, "{}", ran.err);
    assert_eq!(ran.out.matches("外部台账没有表二的列").count(), 1, "{}", ran.out);
}

#[test]
fn one_file_that_is_both_names_only_what_neither_uses() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    place.write("both.csv", "名称,复议维持,报送日期,备注\n松溪县教育局,1,2025-02-01,\n");
    let ran = place.run([
        "check",
        "in",
        "--ledger",
        "both.csv",
        "--received",
        "both.csv",
        "--format",
        "jsonl",
        "--lang",
        "zh",
    ]);
    assert!(ran.err.contains("备注") && !ran.err.contains("报送日期") && !ran.err.contains("复议"), "{}", ran.err);
    let rules: Vec<Value> = ran.findings().iter().map(|line| line["rule"].clone()).collect();
    assert!(rules.contains(&json!("DOC-11")) && rules.contains(&json!("T4-10")), "{rules:?}");
}

#[test]
fn a_file_of_the_wrong_kind_is_refused_and_says_what_was_expected() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    let ledger = place.write("ledger.csv", "名称,复议维持\n松溪县教育局,1\n");
    place.write("dates.csv", "名称,报送日期\n松溪县教育局,2025-01-20\n");
    let text = fs::read_to_string(ledger).unwrap();
    place.write("open.csv", text.replace("1\n", "\"1\n"));
    for (input, file, said) in [
        ("--received", "ledger.csv", "报送日期"),
        ("--ledger", "dates.csv", "tables 2 or 4"),
        ("--frozen", "ledger.csv", "line 1"),
        ("--received", "in/one.json", "line 1: no column is called 名称"),
        ("--ledger", "open.csv", "line 2, column 2: a quote is not closed"),
    ] {
        let err = refused(&place, input, file);
        assert!(err.contains(said), "{input} {file}: {err}");
    }
}

#[test]
fn a_value_that_cannot_be_used_is_truly_described() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    for (year, date, said) in [
        ("1985", "", "1990 to 2099"),
        ("去年", "", "is not a year"),
        ("2024", "2026-02-30", "there is no day"),
        ("2024", "明天", "is not a date"),
    ] {
        place.write("dates.csv", format!("名称,年度,公开日期\n松溪县教育局,{year},{date}\n"));
        let err = refused(&place, "--received", "dates.csv");
        assert!(err.contains(said) && err.contains("line 2"), "{err}");
    }
}

#[test]
fn numbers_and_dates_of_full_width_and_with_separators_are_read() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    set(&mut report, "disputes/reconsideration/upheld", json!(1234));
    set(&mut report, "disputes/reconsideration/total", json!(1234));
    place.write("in/one.json", report.to_string());
    place.write(
        "ledger.csv",
        "名称,年度,复议维持,复议总计,规范性文件制发\n松溪县教育局,２０２４年,\"1,234\",１２３４,７\n",
    );
    place.write("dates.csv", "名称,报送日期\n松溪县教育局,２０２５年２月１日\n");
    let lines = rules(&place, &["--ledger", "ledger.csv", "--received", "dates.csv"]);
    assert!(of(&lines, "T4-10").is_empty(), "{lines:#?}");
    assert_eq!((of(&lines, "T2-13").len(), of(&lines, "DOC-11").len()), (1, 1));
}

#[test]
fn a_date_that_is_empty_in_one_list_is_taken_from_the_other() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    place.write("roster.csv", "名称,报送日期\n松溪县教育局,2025-02-10\n");
    place.write("dates.csv", "名称,报送日期,公开日期\n松溪县教育局,,\n");
    let with = ["--roster", "roster.csv", "--received", "dates.csv"];
    assert_eq!(of(&rules(&place, &with), "DOC-11").len(), 1, "received, by the roster");
    place.write("dates.csv", "名称,报送日期,公开日期\n松溪县教育局,,2025-01-10\n");
    assert!(of(&rules(&place, &with), "DOC-11").is_empty(), "it was published in time");
    place.write("dates.csv", "名称,公开日期\n松溪县教育局,2025-02-10\n");
    let lines = rules(&place, &["--received", "dates.csv"]);
    assert!(of(&lines, "DOC-11")[0]["message"].as_str().unwrap().contains("公开日期 2025-02-10"), "{lines:#?}");
}

#[test]
fn a_date_of_another_year_decides_nothing_and_is_said() {
    let place = Place::new();
    let with_text = |text: &str| {
        let mut report = clean("松溪县教育局", 2024);
        report["sections"] = json!([{ "number": 6, "heading": "六、其他需要报告的事项", "text": text }]);
        report.to_string()
    };
    place.write("in/one.json", with_text("没有其他需要报告的事项。"));
    for date in ["2024-12-20", "2027-02-01"] {
        place.write("dates.csv", format!("名称,报送日期\n松溪县教育局,{date}\n"));
        for input in ["--received", "--roster"] {
            let with = [input, "dates.csv"];
            assert!(of(&rules(&place, &with), "DOC-11").is_empty());
            assert!(unchecked(&place, "DOC-11", &with).is_some_and(|why| why.contains(date)), "{input} {date}");
        }
    }
    place.write("dates.csv", "名称,报送日期\n松溪县公安局,2025-02-01\n");
    let with = ["--received", "dates.csv"];
    assert!(unchecked(&place, "DOC-11", &with).is_some_and(|why| why.contains("没有该机关")));
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    assert!(unchecked(&place, "DOC-11", &with).is_some_and(|why| why.contains("没有该机关")), "nor without a text");
    place.write("dates.csv", "名称,报送日期\n松溪县教育局,2027-02-01\n");
    place.write("in/one.json", with_text("没有其他需要报告的事项。\n2025年2月3日"));
    let lines = rules(&place, &with);
    assert!(
        of(&lines, "DOC-11")[0]["message"].as_str().unwrap().contains("落款日期"),
        "what stands below the text tells"
    );
}

#[test]
fn ledgers_and_dates_may_be_workbooks() {
    let place = Place::new();
    let mut report = clean("松溪县教育局", 2024);
    set(&mut report, "disputes/reconsideration/total", json!(3));
    place.write("in/one.json", report.to_string());
    place.write("ledger.xlsx", formats::xlsx(&[vec!["名称", "年度", "复议总计"], vec!["松溪县教育局", "2024", "４"]]));
    let lines = rules(&place, &["--ledger", "ledger.xlsx"]);
    assert_eq!((&of(&lines, "T4-10")[0]["left"], &of(&lines, "T4-10")[0]["right"]), (&json!(3), &json!(4)));
    // A day as spreadsheets keep it: days since the end of 1899, shown as a date.
    let head = format!("<row r=\"1\">{}{}</row>", formats::cell("A1", "名称"), formats::cell("B1", "报送日期"));
    let day = |number: u32, style: u8| {
        let name = formats::cell("A2", "松溪县教育局");
        format!("{head}<row r=\"2\">{name}<c r=\"B2\" s=\"{style}\"><v>{number}</v></c></row>")
    };
    // 2025-02-10
    place.write("dates.xlsx", formats::xlsx_of(&day(45_698, 1)));
    let lines = rules(&place, &["--received", "dates.xlsx"]);
    assert!(of(&lines, "DOC-11")[0]["message"].as_str().unwrap().contains("2025-02-10"), "{lines:#?}");
    place.write("dates.xlsx", formats::xlsx_of(&day(45_698, 0)));
    assert!(refused(&place, "--received", "dates.xlsx").contains("line 2, column 2"), "a bare number is no date");
    let broken = day(0, 0).replace("<v>0</v>", "<v>#N/A</v>").replace("s=\"0\"", "t=\"e\"");
    place.write("dates.xlsx", formats::xlsx_of(&broken));
    assert!(refused(&place, "--received", "dates.xlsx").contains("#N/A"), "a formula that has failed is not empty");
}

#[test]
fn a_published_directory_that_has_nothing_to_read_ends_the_check() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    fs::create_dir(place.path("empty")).unwrap();
    assert!(refused(&place, "--published", "empty").contains("nothing to check"));
    assert!(refused(&place, "--published", "nowhere").contains("nowhere"));
    place.write("shut/page.json", clean("松溪县教育局", 2024).to_string());
    fs::set_permissions(place.path("shut"), fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything is refused nothing.
    if fs::read_dir(place.path("shut")).is_err() {
        refused(&place, "--published", "shut");
        let ran = place.run(["review", "in", "--published", "shut"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
    }
    fs::set_permissions(place.path("shut"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_directory_that_is_not_there_is_said_before_anything_is_read_and_a_published_file_with_its_reason() {
    let place = Place::new();
    place.write("in/one.json", clean("松溪县教育局", 2024).to_string());
    place.write("out/page.json", clean("松溪县教育局", 2024).to_string());
    place.write("out/bad.json", "{");
    let ran = place.run(["check", "in", "nowhere", "--published", "out", "--lang", "en"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("nowhere") && !ran.err.contains("bad.json"), "{}", ran.err);
    let ran = place.run(["check", "in", "--published", "out", "--fail-on", "never", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("bad.json of the published reports"), "{}", ran.err);
    assert!(ran.err.contains("the file ends too early"), "{}", ran.err);
}
