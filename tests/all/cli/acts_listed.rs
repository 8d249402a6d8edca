//! `gouji journal show`: those that are asked for, for people, programs and spreadsheets.

use gouji::journal::{Act, Decision, Journal, ReportRef, Target, Verdict};
use gouji::report::SafeText;
use serde_json::Value;

use crate::support::command::{Place, broken};

/// A journal with a verdict on a finding of a report, as older versions wrote it, and notes on two agencies.
fn journal(place: &Place) -> String {
    place.write("in/a.json", broken("松溪县教育局", 2024).to_string());
    let checked = place.run(["check", "in", "--format", "jsonl"]).findings();
    let finding = checked.iter().find(|finding| finding["rule"] == "T3-01").unwrap();
    let path = place.path("journal.jsonl");
    let (mut journal, _) = Journal::open(&path).unwrap();
    let of = |agency: &str| ReportRef {
        agency: SafeText::line(agency),
        region: vec![SafeText::line("松溪县")],
        year: 2024,
        id: SafeText::line("a"),
        ..ReportRef::default()
    };
    let verdict = Verdict { decision: Decision::Accept, reason: SafeText::line("=口径调整") };
    let region = vec![SafeText::line("骐昌市")];
    let report = ReportRef { region, ..of("松溪县教育局") };
    let finding = finding["fingerprint"].as_str().unwrap();
    let target = Target::Section(1);
    journal.append(&[Act::verdict("li", report.clone(), finding, verdict, None)]).unwrap();
    journal.append(&[Act::note("wang", of("松溪县公安局"), target, "=1+1", None)]).unwrap();
    path.to_str().unwrap().to_owned()
}

fn shown(place: &Place, path: &str, more: &[&str]) -> String {
    let all: Vec<&str> = ["journal", "show", path, "--lang", "zh"].into_iter().chain(more.iter().copied()).collect();
    let ran = place.run(all);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

#[test]
fn findings_are_named_by_rule_and_place_whoever_wrote_them() {
    let place = Place::new();
    let path = journal(&place);
    let text = shown(&place, &path, &[]);
    assert!(text.contains("问题 T3-01 requests/"), "{text}");
    let lines = |more: &[&str]| shown(&place, &path, more).lines().filter(|line| line.contains("2024")).count();
    assert_eq!((lines(&["--rule", "t3-01"]), lines(&["--rule", "T3-03"])), (1, 0));
    assert_eq!((lines(&["--place", "requests"]), lines(&["--place", "disputes"])), (1, 0));
}

#[test]
fn acts_are_narrowed_by_agency_reviewer_day_and_kind() {
    let place = Place::new();
    let path = journal(&place);
    let count = |more: &[&str]| {
        let all: Vec<&str> = more.iter().copied().chain(["--format", "json"]).collect();
        serde_json::from_str::<Value>(&shown(&place, &path, &all)).unwrap().as_array().unwrap().len()
    };
    assert_eq!(count(&[]), 2);
    assert_eq!((count(&["--agency", "公安"]), count(&["--agency", "松溪县"]), count(&["--agency", "水利"])), (1, 2, 0));
    assert_eq!((count(&["--by", "li"]), count(&["--by", "l"])), (1, 0));
    assert_eq!((count(&["--act", "note"]), count(&["--act", "status"])), (1, 0));
    assert_eq!((count(&["--from", "2020-01-01"]), count(&["--until", "2020-01-01"])), (2, 0));
    let text = shown(&place, &path, &["--by", "li"]);
    assert!(text.contains("另有 1 条记录不在所选范围"), "{text}");
    let ran = place.run(["journal", "show", &path, "--from", "昨天", "--lang", "zh"]);
    assert_eq!(ran.code, 2);
}

#[test]
fn programs_and_spreadsheets_get_the_same_acts() {
    let place = Place::new();
    let path = journal(&place);
    let json: Value = serde_json::from_str(&shown(&place, &path, &["--format", "json"])).unwrap();
    let [verdict, note] = json.as_array().unwrap().as_slice() else { panic!() };
    assert_eq!(
        (&verdict["act"], &verdict["decision"], &verdict["rule"]),
        (&"verdict".into(), &"accept".into(), &"T3-01".into())
    );
    assert_eq!(
        (&note["text"], &note["report"]["agency"], &note["target"]["section"]),
        (&"=1+1".into(), &"松溪县公安局".into(), &1.into())
    );
    assert_eq!(verdict["taken_back"], Value::Null);
    let csv = shown(&place, &path, &["--format", "csv"]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("\u{FEFF}at,by,act,decision,reason"), "{csv}");
    assert!(lines[1].contains(",li,verdict,accept,'=口径调整,") && lines[2].contains("'=1+1"), "{csv}");
}
