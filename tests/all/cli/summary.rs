//! `gouji summary`: what a region's agencies reported together; every sum against one made here.

use std::collections::BTreeMap;
use std::fs;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use serde_json::{Value, json};

use crate::support::command::{Place, Ran, clean, set};

const CITY: &str = "骐昌市";
const UNITS: [(&str, i64); 5] = [("人民政府办公室", 3), ("教育局", 11), ("公安局", 20), ("林业局", 7), ("水务局", 2)];

/// A city whose government has left one of its units out.
struct City {
    place: Place,
    reports: Vec<Value>,
}

/// A report with so many requests, all granted, and as many penalties.
fn report(name: &str, year: u16, new: i64) -> Value {
    let mut report = clean(&format!("{CITY}{name}"), year);
    for row in ["new", "granted", "handled"] {
        for column in ["natural", "total"] {
            set(&mut report, &format!("requests/{row}/{column}"), json!(new));
        }
    }
    set(&mut report, "disclosure/penalties/decisions", json!(new * 2));
    set(&mut report, "disclosure/normative/in_force", json!(new));
    set(&mut report, "disclosure/fees/amount", json!("0.1"));
    report
}

fn get<'v>(report: &'v Value, cell: &str) -> &'v Value {
    let id: Vec<&str> = cell.split('/').collect();
    &report["tables"][id[0]][id[1]][id[2]]
}

impl City {
    fn new() -> Self {
        let mut reports: Vec<Value> = UNITS.iter().map(|(name, new)| report(name, 2024, *new)).collect();
        // One has left a cell blank.
        set(&mut reports[4], "disclosure/coercion/decisions", Value::Null);
        reports.push(report("税务局", 2024, 100));
        let left_out = |unit: &&(&str, i64)| unit.0 != "林业局";
        let new: i64 = UNITS.iter().filter(left_out).map(|(_, new)| new).sum();
        let mut own = report("人民政府", 2024, new);
        set(&mut own, "disclosure/fees/amount", json!("0.5"));
        set(&mut own, "disclosure/normative/in_force", json!(3));
        reports.push(own);
        let city = Self { place: Place::new(), reports };
        for (number, report) in city.reports.iter().enumerate() {
            city.place.write(&format!("reports/{number}.json"), report.to_string());
        }
        city.roster(&["人民政府办公室", "教育局", "公安局", "林业局", "水务局", "人民政府"]);
        city
    }

    fn roster(&self, names: &[&str]) {
        let lines: String = names.iter().map(|name| format!("{CITY}{name},{CITY}\n")).collect();
        self.place.write("roster.csv", format!("名称,地区\n{lines}"));
    }

    fn units(&self) -> &[Value] {
        &self.reports[..UNITS.len()]
    }

    fn run(&self, to: &str, more: &[&str]) -> Ran {
        self.place.run([&["summary", "reports", "--to", to, "--roster", "roster.csv", "--force"], more].concat())
    }

    fn json(&self, more: &[&str]) -> Value {
        let ran = self.run("sums.json", more);
        assert_eq!(ran.code, 0, "{}", ran.err);
        serde_json::from_str(&self.read("sums.json")).unwrap()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.place.path(name)).unwrap()
    }
}

#[test]
fn every_sum_is_that_of_the_units_and_says_who_is_in_it() {
    let city = City::new();
    let all = city.json(&[]);
    let [region] = all["regions"].as_array().unwrap().as_slice() else { panic!("one region: {all}") };
    assert_eq!((&region["region"], &region["year"]), (&json!([CITY]), &json!(2024)));
    assert_eq!((region["units"].as_array().unwrap().len(), &region["missing"]), (5, &json!([])));
    assert_eq!(region["vertical"]["sums"]["requests/new/total"], 100, "it reports upwards and stands apart");
    for (cell, entry) in region["sums"].as_object().unwrap() {
        if cell == "disclosure/fees/amount" {
            assert_eq!((&entry["sum"], &entry["own"]), (&json!("0.5"), &json!("0.5")));
            continue;
        }
        let numbers: Vec<i64> = city.units().iter().filter_map(|unit| get(unit, cell).as_i64()).collect();
        assert_eq!(entry["sum"], numbers.iter().sum::<i64>(), "{cell}");
        assert_eq!(
            (&entry["counted"], &entry["without"]),
            (&json!(numbers.len()), &json!(5 - numbers.len())),
            "{cell}"
        );
        assert_eq!(&entry["own"], get(&city.reports[6], cell), "{cell}");
    }
    // What differs is what the government left out, and that is said.
    let differences = region["differences"].as_array().unwrap();
    let cells: Vec<&str> = differences.iter().map(|it| it["cell"].as_str().unwrap()).collect();
    assert!(cells.contains(&"requests/new/total") && cells.contains(&"disclosure/penalties/decisions"), "{cells:?}");
    let new = differences.iter().find(|it| it["cell"] == "requests/new/total").unwrap();
    assert_eq!((&new["own"], &new["sum"], &new["difference"]), (&json!(36), &json!(43), &json!(-7)));
    assert!(new["causes"][0].as_str().unwrap().contains("林业局"), "{new}");
    let documents = differences.iter().find(|it| it["cell"] == "disclosure/normative/in_force").unwrap();
    assert_eq!((&documents["difference"], &documents["causes"]), (&json!(-40), &json!([])), "that is not what one has");
    assert!(!cells.contains(&"disclosure/coercion/decisions"), "of what is blank nothing can be said");
    let text = region["sentences"].to_string();
    for part in [
        "2024年，骐昌市汇总5家单位的年度报告，应报单位全部计入",
        "垂直管理单位1家另计",
        "其中1家有未填报",
        "新收政府信息公开申请43件，其中自然人43件，法人或其他组织0件",
        "予以公开43件（占100.0%）",
        "骐昌市公安局20件（占46.5%）、骐昌市教育局11件（占25.6%）",
        "行政处罚86件",
        "收费0.5万元",
        "与合计不符",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("比上年"), "of a year before nothing is known: {text}");
}

#[test]
fn a_sum_that_lacks_somebody_says_so_everywhere() {
    let city = City::new();
    city.roster(&["人民政府办公室", "教育局", "公安局", "林业局", "水务局", "人民政府", "财政局"]);
    let region = &city.json(&[])["regions"][0];
    assert_eq!(region["missing"], json!(["骐昌市财政局"]));
    assert!(region["sentences"][0].as_str().unwrap().contains("另有1家未报，没有计入：骐昌市财政局"), "{region}");
    let ran = city.run("sums.csv", &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let csv = city.read("sums.csv");
    let heads: Vec<&str> = csv.lines().next().unwrap().trim_start_matches('\u{FEFF}').split(',').collect();
    let missing = heads.iter().position(|head| *head == "缺报家数").unwrap();
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes());
    assert!(reader.records().all(|row| &row.unwrap()[missing] == "1"));
    // Without a roster nobody knows.
    let ran = city.place.run(["summary", "reports", "--to", "none.json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let region = &serde_json::from_str::<Value>(&city.read("none.json")).unwrap()["regions"][0];
    assert_eq!(region["missing"], Value::Null);
    assert!(region["sentences"][0].as_str().unwrap().contains("没有名册"), "{region}");
}

#[test]
fn a_year_is_held_against_the_one_before_only_where_the_same_units_are_in_both() {
    let city = City::new();
    for (number, (name, new)) in UNITS.iter().enumerate() {
        city.place.write(&format!("reports/before{number}.json"), report(name, 2023, new * 2).to_string());
    }
    let text = city.json(&["--year", "2024"])["regions"][0]["sentences"].to_string();
    assert!(text.contains("比上年（86件）减少43件，下降50.0%"), "{text}");
    fs::remove_file(city.place.path("reports/before4.json")).unwrap();
    let text = city.json(&["--year", "2024"])["regions"][0]["sentences"].to_string();
    assert!(text.contains("不与上年比较") && !text.contains("下降"), "{text}");
}

#[test]
fn a_total_that_its_parts_do_not_make_is_said_to_be_none() {
    let city = City::new();
    let mut wrong = city.reports[1].clone();
    set(&mut wrong, "requests/new/total", json!(12));
    city.place.write("reports/1.json", wrong.to_string());
    let sentences = city.json(&[])["regions"][0]["sentences"].clone();
    let told = sentences[1].as_str().unwrap();
    assert!(told.contains("新收政府信息公开申请44件") && told.contains("各项之和43与总计44不符"), "{told}");
    assert_eq!(sentences.to_string().matches("各项之和").count(), 1, "{sentences}");
}

#[test]
fn a_region_whose_government_has_not_reported_is_added_up_all_the_same() {
    let city = City::new();
    fs::remove_file(city.place.path("reports/6.json")).unwrap();
    let region = &city.json(&[])["regions"][0];
    assert_eq!((&region["own"], &region["sums"]["requests/new/total"]["sum"]), (&Value::Null, &json!(43)));
    assert_eq!(region["differences"], json!([]));
}

#[test]
fn the_workbook_has_units_sums_and_both_ways_of_counting_documents() {
    let city = City::new();
    let ran = city.run("sums.xlsx", &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut book: Xlsx<_> = open_workbook(city.place.path("sums.xlsx")).unwrap();
    let names = book.sheet_names();
    assert_eq!(names, ["文字", "完整性", "差异", "规范性文件口径", "汇总", "垂直管理单位", "矩阵"]);
    let mut rows = |sheet: &str| -> Vec<BTreeMap<String, Data>> {
        let range = book.worksheet_range(sheet).unwrap();
        let mut rows = range.rows();
        let heads: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
        rows.map(|row| heads.iter().cloned().zip(row.iter().cloned()).collect()).collect()
    };
    let matrix = rows("矩阵");
    let parts: Vec<String> = matrix.iter().map(|row| row["归属"].to_string()).collect();
    assert_eq!(parts, ["计入", "计入", "计入", "计入", "计入", "垂直管理", "本地区年报", "合计"]);
    let number = |row: &BTreeMap<String, Data>, head: &str| match &row[head] {
        Data::Float(number) => *number,
        other => panic!("{head}: {other:?}"),
    };
    let head = "表三 一、本年新收·总计";
    let sum: f64 = matrix[..5].iter().map(|row| number(row, head)).sum();
    assert_eq!((sum, number(&matrix[7], head)), (43.0, 43.0));
    let documents = rows("规范性文件口径");
    let in_force = documents.iter().find(|row| row["位置"].to_string().contains("规范性文件”行“现行有效")).unwrap();
    assert_eq!((number(in_force, "全部单位之和"), number(in_force, "政府办公室本级")), (43.0, 3.0));
    assert_eq!(in_force["本地区年报用的口径"], "政府办公室本级");
}

#[test]
fn the_texts_can_be_read_and_foreign_text_is_no_markup() {
    let city = City::new();
    let mut foreign = report("<b>|局", 2024, 1);
    foreign["agency"]["name"] = json!("骐昌市<b>|局");
    city.place.write("reports/foreign.json", foreign.to_string());
    for name in ["sums.md", "sums.html"] {
        let ran = city.run(name, &[]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let text = city.read(name);
        assert!(text.contains("2024年，骐昌市汇总6家单位") && !text.contains("<b>"), "{text}");
    }
    assert!(city.read("sums.md").contains("\n## 汇总\n"));
    assert!(city.read("sums.html").ends_with("</html>\n"));
}

#[test]
fn what_is_frozen_is_held_against_what_is_said_later() {
    let city = City::new();
    let ran = city.run("sums.json", &["--freeze", "frozen.json"]);
    assert!(ran.code == 0 && ran.out.contains("frozen.json：7 份年报"), "{} {}", ran.out, ran.err);
    let frozen = ["check", "reports", "--frozen", "frozen.json", "--format", "jsonl"];
    let changed = |ran: Ran| ran.findings().into_iter().filter(|finding| finding["rule"] == "R-10").collect::<Vec<_>>();
    assert_eq!(changed(city.place.run(frozen)), Vec::<Value>::new());
    let mut later = city.reports[1].clone();
    set(&mut later, "disclosure/penalties/decisions", json!(99));
    city.place.write("reports/1.json", later.to_string());
    let found = changed(city.place.run(frozen));
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["left"], &found[0]["right"]), (&json!(99), &json!(22)));
}

#[test]
fn what_cannot_be_added_up_is_said() {
    let city = City::new();
    for (to, more, said) in [
        ("a.docx", &[][..], "只能写成 xlsx、csv、md、html 或 json"),
        ("a.jsonl", &[], "只能写成"),
        ("a.csv", &["--status", "退回"], "汇总只能按地区、年度筛选"),
        ("a.csv", &["--region", "骐昌县"], "是不是 骐昌市"),
        ("a.json", &["--freeze", "a.json"], "同一个文件"),
        ("a.csv", &["--freeze", "reports/a.json"], "从不写入"),
    ] {
        let ran = city.run(to, more);
        assert!(ran.code == 2 && ran.err.contains(said), "{to} {more:?}: {}", ran.err);
        assert!(!city.place.path(to).exists());
    }
    city.place.write("a.csv", "别人的");
    let ran = city.place.run(["summary", "reports", "--to", "a.csv", "--freeze", "b.json"]);
    assert_eq!((ran.code, city.read("a.csv").as_str()), (2, "别人的"), "{}", ran.err);
    assert!(!city.place.path("b.json").exists());
}
