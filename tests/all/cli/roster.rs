//! The roster: names settled, and who has not reported; and a form that is too old for its year.

use crate::support::command::Place;
use serde_json::{Value, json};

const ROSTER: &str = "名称,别名,地区,层级\n松溪县教育局,县教体局；教体局,骐昌市/松溪县,county-department\n松溪县公安局,,骐昌市/松溪县,\n";

fn report(name: &str, year: u16, form: &str) -> String {
    // One row, which does not add up.
    let zeros = ["business", "research", "welfare", "legal", "other"].map(|column| (column.to_owned(), json!(0)));
    let mut row = serde_json::Map::from_iter(zeros);
    row.extend([("natural".to_owned(), json!(1)), ("total".to_owned(), json!(2))]);
    let requests = json!({ "new": row });
    json!({
        "schema": "gouji/report/1",
        "agency": { "name": name },
        "year": year,
        "form": form,
        "tables": { "requests": requests },
    })
    .to_string()
}

fn findings(lines: &[Value], rule: &str) -> Vec<(Value, String)> {
    let of_rule = lines.iter().filter(|finding| finding["rule"] == rule);
    of_rule.map(|finding| (finding["report"].clone(), finding["agency"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn a_roster_settles_names_and_names_those_who_have_not_reported() {
    let place = Place::new();
    place.write("in/a.json", report("教体局", 2024, "2021"));
    place.write("roster.csv", ROSTER);
    let without = place.run(["check", "in", "--format", "jsonl"]);
    assert_eq!(findings(&without.json_lines(), "T3-03"), [(json!("a"), "教体局".to_owned())]);
    assert_eq!(findings(&without.json_lines(), "DOC-10"), []);

    let ran = place.run(["check", "in", "--roster", "roster.csv", "--format", "jsonl"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let lines = ran.json_lines();
    assert_eq!(findings(&lines, "DOC-10"), [(Value::Null, "松溪县公安局".to_owned())]);
    assert_eq!(findings(&lines, "T3-03"), [(json!("a"), "松溪县教育局".to_owned())]);

    let all = place.run(["check", "in", "--roster", "roster.csv", "--format", "json"]).json();
    let absent: Vec<&Value> = all.as_array().unwrap().iter().filter(|report| report["report"].is_null()).collect();
    assert_eq!(absent.len(), 1);
    assert_eq!((&absent[0]["agency"], &absent[0]["year"]), (&json!("松溪县公安局"), &json!(2024)));
}

#[test]
fn a_roster_with_a_mistake_is_named_with_its_line() {
    let place = Place::new();
    place.write("in/a.json", report("甲局", 2024, "2021"));
    place.write("roster.csv", "名称,地区\n甲局,乙市\n,乙市\n丙局,乙市\n");
    let ran = place.run(["check", "in", "--roster", "roster.csv", "--lang", "en", "--format", "jsonl"]);
    assert!(ran.err.contains("roster.csv: line 3, column 1: no name"), "{}", ran.err);
    assert_eq!(findings(&ran.json_lines(), "DOC-10"), [(Value::Null, "丙局".to_owned())], "the rest is used");
    place.write("roster.csv", "名称,地区\n\"甲局,乙市\n丙局,乙市\n");
    let ran = place.run(["check", "in", "--roster", "roster.csv", "--lang", "en", "--format", "jsonl"]);
    assert!(ran.err.contains("roster.csv: line 2, column 1: a quote is not closed"), "{}", ran.err);
    assert_eq!(findings(&ran.json_lines(), "DOC-10"), [(Value::Null, "丙局".to_owned())], "the line is used");
    place.write("roster.csv", "单位编号,地区\n甲局,乙市\n");
    let ran = place.run(["check", "in", "--roster", "roster.csv", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("roster.csv: line 1: no column is called 名称"), "{}", ran.err);
}

#[test]
fn the_trial_form_is_too_old_from_2021_on() {
    let place = Place::new();
    place.write("in/old.json", report("甲县教育局", 2020, "2019"));
    place.write("in/late.json", report("甲县教育局", 2023, "2019"));
    let lines = place.run(["check", "in", "--format", "jsonl"]).json_lines();
    let found: Vec<Value> = findings(&lines, "DOC-05").into_iter().map(|(report, _)| report).collect();
    assert_eq!(found, ["late"]);
}
