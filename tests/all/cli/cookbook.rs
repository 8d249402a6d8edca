//! The examples of the cookbook, `docs/profiles`: each loads, and each does what it is there for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::support::command::{Place, clean, sample_data, set};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/profiles")
}

fn example(name: &str) -> String {
    examples().join(format!("{name}.toml")).to_str().unwrap().to_owned()
}

/// The findings of a rule in a directory, with an example.
fn found(dir: &str, name: Option<&str>, rule: &str, more: &[&str]) -> Vec<Value> {
    let place = Place::new();
    let profile = name.map(example);
    let mut all = vec!["check", dir, "--format", "jsonl", "--lang", "zh", "--hints"];
    all.extend(profile.iter().flat_map(|file| ["--profile", file.as_str()]));
    all.extend(more);
    let ran = place.run(all);
    assert!(ran.code < 2, "{name:?}: {}", ran.err);
    ran.findings().into_iter().filter(|finding| finding["rule"] == rule).collect()
}

/// How many there are in the sample data, without the example and with it.
fn counts(name: &str, rule: &str) -> (usize, usize) {
    let dir = sample_data().join("reports");
    let dir = dir.to_str().unwrap();
    (found(dir, None, rule, &[]).len(), found(dir, Some(name), rule, &[]).len())
}

#[test]
fn every_example_loads_and_is_tried_here() {
    let tried = include_str!("cookbook.rs");
    let files: BTreeSet<PathBuf> = fs::read_dir(examples()).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(files.len() >= 16);
    for file in files {
        let ran = Place::new().run(["rules", "--profile", file.to_str().unwrap()]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert!(tried.contains(&format!("\"{name}\"")), "{name} is tried nowhere");
    }
}

#[test]
fn levels_and_switches() {
    let dir = sample_data().join("reports");
    let dir = dir.to_str().unwrap();
    let levels = |name| -> BTreeSet<String> {
        found(dir, name, "T3-03", &[]).iter().map(|finding| finding["severity"].to_string()).collect()
    };
    assert_eq!((levels(None).len(), levels(Some("levels"))), (1, BTreeSet::from(["\"warning\"".to_owned()])));
    assert_eq!(counts("off", "T3-03"), (8, 0));
}

#[test]
fn lengths_slogans_and_what_a_section_must_say() {
    for (name, rule) in [("length", "SEC-09"), ("slogans", "TXT-07"), ("required", "PRO-01")] {
        let (without, with) = counts(name, rule);
        assert!(without == 0 && with > 0, "{name}: {without} {with}");
    }
}

#[test]
fn relations_of_the_offices_own() {
    let (_, by_id) = counts("own-report", "OWN-01");
    let (_, by_name) = counts("own-names", "OWN-01");
    assert!(by_id > 0 && by_id == by_name, "{by_id} {by_name}");
    for (name, rule) in [("own-years", "OWN-02"), ("own-region", "OWN-03")] {
        assert!(counts(name, rule).1 > 0, "{name}");
    }
}

#[test]
fn wordings() {
    let dir = sample_data().join("reports");
    let found = found(dir.to_str().unwrap(), Some("wording"), "T4-05", &[]);
    assert!(found[0]["message"].as_str().unwrap().starts_with("请说明 "), "{found:?}");
}

#[test]
fn who_may_issue_regulations_and_how_many_peers_there_must_be() {
    let place = Place::new();
    let mut zone = clean("某经济特区管理委员会", 2024);
    zone["agency"]["level"] = json!("county");
    set(&mut zone, "disclosure/regulations/issued", json!(1));
    set(&mut zone, "disclosure/regulations/in_force", json!(1));
    place.write("zone/a.json", zone.to_string());
    let dir = place.path("zone");
    let of = |name| found(dir.to_str().unwrap(), name, "T2-07", &[]).len();
    assert_eq!((of(None), of(Some("regulations"))), (1, 0));

    for (county, count) in ["甲", "乙", "丙", "丁", "戊"].into_iter().zip([3, 4, 3, 4, 900]) {
        let mut peer = clean(&format!("{county}县教育局"), 2024);
        peer["agency"]["region"] = json!(["子省", "丑市", format!("{county}县")]);
        set(&mut peer, "disclosure/penalties/decisions", json!(count));
        place.write(&format!("peers/{count}{county}.json"), peer.to_string());
    }
    let dir = place.path("peers");
    let of = |name| found(dir.to_str().unwrap(), name, "R-09", &[]).len();
    assert_eq!((of(None), of(Some("peers"))), (0, 1));
}

#[test]
fn dates_and_ledgers() {
    let place = Place::new();
    place.write("in/a.json", clean("甲县教育局", 2024).to_string());
    let dates = place.write("dates.csv", "名称,公开日期\n甲县教育局,2025-01-20\n");
    let ledger = place.write("ledger.csv", "被申请人,维持件数\n甲县教育局,3\n");
    let dir = place.path("in");
    let of = |name, rule, more: &[&str]| found(dir.to_str().unwrap(), name, rule, more).len();
    let late = ["--received", dates.to_str().unwrap()];
    assert_eq!((of(None, "DOC-11", &late), of(Some("dates"), "DOC-11", &late)), (0, 1));
    assert_eq!(of(Some("ledger"), "T4-10", &["--ledger", ledger.to_str().unwrap()]), 1);
}

#[test]
fn points_and_aspects() {
    let place = Place::new();
    let dir = sample_data().join("reports");
    let ran = place.run(["score", dir.to_str().unwrap(), "--to", "score.csv", "--profile", &example("score")]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let sheet = fs::read_to_string(place.path("score.csv")).unwrap();
    let head = sheet.lines().next().unwrap();
    for name in ["得分", "等次", "报送时效（10分）扣分", "表格数据（40分）扣分", "文字内容（30分）扣分", "失分原因"]
    {
        assert!(head.contains(name), "{head}");
    }
    assert!(sheet.lines().count() > 20 && sheet.contains("优秀"), "{sheet}");
    let explained = place.run(["rules", "--explain", "T3-03", "--profile", &example("score")]);
    assert!(explained.out.contains("扣分      每处 3 分；属表格数据（40 分）"), "{}", explained.out);
}

/// What only the desk has is tried in the tests of the profile and of the desk.
#[test]
fn what_the_desk_offers() {
    for name in ["templates", "reasons"] {
        let ran = Place::new().run(["rules", "T3-01", "--profile", &example(name)]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
}
