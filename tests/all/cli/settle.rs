//! Agencies of different places never share verdicts, notes, versions or names of findings; and what older journals mixed.

use std::fs;

use gouji::journal::{Act, Decision, Journal, ReportRef, Status, Target, Verdict};
use gouji::report::SafeText;
use serde_json::{Value, json};

use crate::support::command::{Place, Ran, broken};

const ROSTER: &str = "名称,地区\n云塘市教育局,北溪省/云塘市\n";

fn placed(name: &str, region: &[&str]) -> String {
    let mut report = broken(name, 2024);
    report["agency"]["region"] = json!(region);
    report.to_string()
}

/// The city's and the county's, where the roster has the first only.
fn reports(place: &Place) {
    place.write("in/city.json", placed("云塘市教育局", &["北溪省", "云塘市"]));
    place.write("in/county.json", placed("松溪县教育局", &["北溪省", "云塘市", "松溪县"]));
    place.write("roster.csv", ROSTER);
}

fn checked(place: &Place) -> Vec<Value> {
    place.run(["check", "in", "--roster", "roster.csv", "--format", "jsonl"]).findings()
}

fn prints(findings: &[Value], report: &str) -> Vec<String> {
    let of_report = findings.iter().filter(|finding| finding["report"] == report);
    of_report.map(|finding| finding["fingerprint"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn agencies_of_different_places_are_no_duplicates_and_their_findings_have_names_of_their_own() {
    let place = Place::new();
    reports(&place);
    let findings = checked(&place);
    assert!(findings.iter().all(|finding| finding["rule"] != "DOC-09"));
    let (city, county) = (prints(&findings, "city"), prints(&findings, "county"));
    assert!(!city.is_empty() && city.len() == county.len());
    assert!(city.iter().all(|print| !county.contains(print)));
}

/// What an older version wrote about the county's report: under the city's name.
fn mixed(place: &Place) -> (String, Vec<String>) {
    let city = prints(&checked(place), "city");
    let path = place.path("journal.jsonl");
    let (mut journal, _) = Journal::open(&path).unwrap();
    let of = |id: &str| ReportRef {
        agency: SafeText::line("云塘市教育局"),
        region: ["北溪省", "云塘市"].map(SafeText::line).into(),
        year: 2024,
        id: SafeText::line(id),
        ..ReportRef::default()
    };
    let verdict = Verdict { decision: Decision::Accept, reason: SafeText::line("口径调整") };
    let cell = Target::Cell(SafeText::line("requests/new/total"));
    let gone = ReportRef { sha256: Some(SafeText::line(&"0".repeat(64))), ..of("county") };
    journal
        .append(&[
            Act::note("li", of("city"), Target::Report, "市里的", None),
            Act::note("li", of("county"), cell, "县里的", None),
            Act::verdict("wang", of("county"), &city[0], verdict, None),
            Act::status("wang", of("county"), Status::Returned, "", None),
            Act::note("li", gone, Target::Report, "换了文件", None),
        ])
        .unwrap();
    (path.to_str().unwrap().to_owned(), city)
}

fn settle(place: &Place, path: &str, more: &[&str]) -> Ran {
    let all =
        ["journal", "settle", "in", "--journal", path, "--roster", "roster.csv", "--lang", "zh", "--reviewer", "zhao"];
    place.run(all.iter().chain(more).copied())
}

#[test]
fn acts_under_an_agency_of_another_place_are_found_and_moved_only_when_that_is_agreed() {
    let place = Place::new();
    reports(&place);
    let (path, _) = mixed(&place);
    let before = fs::read(&path).unwrap();
    let settle = |more: &[&str]| settle(&place, &path, more);
    let asked = settle(&[]);
    assert_eq!(asked.code, 1, "{}", asked.err);
    assert!(asked.out.contains("4 条记录记在 云塘市教育局（北溪省/云塘市） 名下，实为 松溪县教育局（北溪省/云塘市/松溪县） 的年报（county）"), "{}", asked.out);
    assert!(asked.out.contains("其中 1 条不能改记"), "{}", asked.out);
    assert_eq!(fs::read(&path).unwrap(), before, "nobody agreed");

    let moved = settle(&["--yes"]);
    assert_eq!(moved.code, 0, "{}", moved.err);
    assert!(fs::read(&path).unwrap().starts_with(&before), "nothing is rewritten");
    let shown: Value = place.run(["journal", "show", &path, "--format", "json"]).json();
    let in_force: Vec<(&str, &str, &str)> = shown
        .as_array()
        .unwrap()
        .iter()
        .filter(|act| act["taken_back"].is_null())
        .map(|act| [&act["report"]["agency"], &act["by"], &act["act"]].map(|value| value.as_str().unwrap()).into())
        .collect();
    assert_eq!(
        in_force,
        [
            ("云塘市教育局", "li", "note"),
            ("云塘市教育局", "li", "note"),
            ("松溪县教育局", "li", "note"),
            ("松溪县教育局", "wang", "verdict"),
            ("松溪县教育局", "wang", "status"),
        ]
    );
    let county = prints(&checked(&place), "county");
    let verdict = shown.as_array().unwrap().iter().find(|act| act["act"] == "verdict" && act["taken_back"].is_null());
    assert_eq!(verdict.unwrap()["target"]["finding"], county[0].as_str(), "the county's finding");
    assert_eq!(place.run(["journal", "verify", &path]).code, 0);

    let again = settle(&["--yes"]);
    assert!(again.out.contains("1 条记录记在") && again.code == 1, "{}", again.out);
}

#[test]
fn a_journal_in_which_nothing_is_mixed_is_left_alone() {
    let place = Place::new();
    reports(&place);
    let path = place.path("journal.jsonl");
    let (mut journal, _) = Journal::open(&path).unwrap();
    let report = ReportRef {
        agency: SafeText::line("云塘市教育局"),
        year: 2024,
        id: SafeText::line("city"),
        ..ReportRef::default()
    };
    journal.append(&[Act::note("li", report, Target::Report, "好", None)]).unwrap();
    let ran = place.run([
        "journal",
        "settle",
        "in",
        "--journal",
        path.to_str().unwrap(),
        "--roster",
        "roster.csv",
        "--yes",
        "--lang",
        "zh",
    ]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "没有记在别处机关名下的记录。\n"));
}

/// As an older version and a newer one name the county's report.
fn county(agency: &str, region: &[&str]) -> ReportRef {
    ReportRef {
        agency: SafeText::line(agency),
        region: region.iter().map(|part| SafeText::line(part)).collect(),
        year: 2024,
        id: SafeText::line("county"),
        ..ReportRef::default()
    }
}

#[test]
fn what_was_decided_since_under_the_right_name_stays_in_force() {
    let place = Place::new();
    reports(&place);
    let old = || county("云塘市教育局", &["北溪省", "云塘市"]);
    let right = || county("松溪县教育局", &["北溪省", "云塘市", "松溪县"]);
    let prints = [prints(&checked(&place), "city"), prints(&checked(&place), "county")];
    let verdict = |decision, reason: &str| Verdict { decision, reason: SafeText::line(reason) };
    let path = place.path("journal.jsonl");
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal
        .append(&[
            Act::status("li", old(), Status::Accepted, "旧的", None),
            Act::verdict("li", old(), &prints[0][0], verdict(Decision::Accept, "旧的"), None),
            Act::verdict("li", old(), &prints[0][1], verdict(Decision::Accept, "还算数"), None),
            Act::status("wang", right(), Status::Returned, "新的", None),
            Act::verdict("wang", right(), &prints[1][0], verdict(Decision::Return, "新的"), None),
        ])
        .unwrap();
    let ran = settle(&place, path.to_str().unwrap(), &["--yes"]);
    assert_eq!(
        ran.out.lines().last(),
        Some("其中 2 条之后已另有决定，以后来的为准：改记后标为已撤回。"),
        "{}",
        ran.err
    );
    let shown: Value = place.run(["journal", "show", path.to_str().unwrap(), "--format", "json"]).json();
    let of_county = |in_force: bool| -> Vec<&str> {
        let acts = shown.as_array().unwrap().iter().filter(|act| act["report"]["agency"] == "松溪县教育局");
        let acts = acts.filter(|act| act["taken_back"].is_null() == in_force);
        acts.map(|act| {
            ["text", "reason"].iter().find_map(|key| act[key].as_str().filter(|text| !text.is_empty())).unwrap()
        })
        .collect()
    };
    assert_eq!(of_county(true), ["新的", "新的", "还算数"]);
    assert_eq!(of_county(false), ["旧的", "旧的"], "nothing is lost");
    assert!(settle(&place, path.to_str().unwrap(), &["--yes"]).out.starts_with("没有记在别处"));
}

#[test]
fn an_act_that_does_not_say_which_file_it_was_is_moved_only_to_an_agency_that_could_be_taken_for_its_own() {
    let place = Place::new();
    reports(&place);
    let path = place.path("journal.jsonl");
    let (mut journal, _) = Journal::open(&path).unwrap();
    for report in [county("云塘市公安局", &["北溪省", "云塘市"]), county("白石市教育局", &["北溪省", "白石市"])]
    {
        journal.append(&[Act::note("li", report, Target::Report, "请核对", None)]).unwrap();
    }
    let before = fs::read(&path).unwrap();
    let ran = settle(&place, path.to_str().unwrap(), &["--yes"]);
    assert_eq!((ran.code, ran.out.matches("其中 1 条不能改记").count()), (1, 2), "{}", ran.out);
    assert_eq!(fs::read(&path).unwrap(), before);
}
