//! The office's profile and the list of rules, as users meet them.

use crate::support::command::{Place, sample_data};
use gouji::check::{rule, rules};

/// The rows of the catalogue, part by part: id and how many.
const CATALOGUE: [(&str, u8); 12] = [
    ("DOC", 15),
    ("SEC", 16),
    ("T2", 13),
    ("T3", 16),
    ("T4", 10),
    ("N", 18),
    ("FEE", 8),
    ("Y", 10),
    ("R", 10),
    ("SIM", 3),
    ("TXT", 8),
    ("EXT", 4),
];

fn ids() -> Vec<String> {
    CATALOGUE.iter().flat_map(|(part, count)| (1..=*count).map(move |number| format!("{part}-{number:02}"))).collect()
}

/// The rows of these parts are all listed: applied, or said to wait for an input.
fn listed(is_asked: impl Fn(&str) -> bool) {
    let missing: Vec<String> = ids().into_iter().filter(|id| is_asked(id) && rule(id).is_none()).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_rule_stands_in_the_catalogue() {
    let known = ids();
    for rule in rules() {
        assert!(known.iter().any(|id| **id == *rule.id), "{}", rule.id);
    }
}

#[test]
fn the_parts_about_tables_years_and_regions_are_whole() {
    listed(|id| ["T2-", "T3-", "T4-", "Y-", "R-", "DOC-09", "DOC-10"].iter().any(|part| id.starts_with(part)));
}

#[test]
fn every_row_of_the_catalogue_is_listed() {
    listed(|_| true);
}

#[test]
fn rules_say_what_they_need_and_what_they_wait_for() {
    let place = Place::new();
    let ran = place.run(["rules", "--lang", "en"]);
    let line = |id: &str| ran.out.lines().find(|line| line.starts_with(id)).unwrap();
    assert!(line("Y-01").ends_with("needs: last year's report"), "{}", line("Y-01"));
    assert!(line("T2-13").ends_with("needs: a ledger"), "{}", line("T2-13"));
    assert!(line("T3-01").ends_with('\t'));
    let json = place.run(["rules", "--format", "json"]).json();
    let rules = json.as_array().unwrap();
    assert_eq!(rules.len(), gouji::check::rules().len());
    let many = rules.iter().find(|rule| rule["rule"] == "T3-08").unwrap();
    assert_eq!((&many["numbers"]["least"], &many["level"]), (&5.into(), &"warning".into()));
}

#[test]
fn every_threshold_of_every_rule_is_explained() {
    let place = Place::new();
    for rule in place.run(["rules", "--format", "json"]).json().as_array().unwrap() {
        if rule["numbers"].as_object().unwrap().is_empty() {
            continue;
        }
        let id = rule["rule"].as_str().unwrap();
        let one = place.run(["rules", "--explain", id, "--format", "json"]).json();
        for (name, threshold) in one["thresholds"].as_object().unwrap() {
            let (value, least, most) = (&threshold["value"], &threshold["least"], &threshold["most"]);
            let between = least.as_i64() <= value.as_i64() && value.as_i64() <= most.as_i64();
            assert!(between && threshold["meaning"]["zh"] != "" && threshold["meaning"]["en"] != "", "{id} {name}");
        }
    }
}

#[test]
fn a_rule_is_explained_with_all_that_can_be_set_of_it() {
    let place = Place::new();
    place.write(
        "p.toml",
        "[numbers.T3-08]\nleast = 7\n[wording.T4-05.none]\nzh = \"请说明 {count} 件\"\n[[rule]]\nid = \"OWN-1\"\nzh = \"甲\"\n\
         left = [\"表三/本年新收/总计\"]\nrelation = \">=\"\nright = [5]\n[[require]]\nid = \"PRO-1\"\nzh = \"乙\"\nsection = 1\nany = [\"公报\", \"政报\"]\n",
    );
    let explain = |id: &str| place.run(["rules", "--lang", "zh", "--profile", "p.toml", "--explain", id]).out;
    let of = |id: &str, parts: &[&str]| {
        let text = explain(id);
        parts.iter().for_each(|part| assert!(text.contains(part), "{part}: {text}"));
    };
    of("t3-08", &["least = 7  “其他处理”中的“其他”至少这么多件（原为 5）", "explained（", "撤回、", "依据", "要求"]);
    of("T4-05", &["请说明 {count} 件", "口径文件所设", "占位符：{count}"]);
    of("R-01", &["complete 为 error", "units = 3"]);
    of("T3-01", &["勾稽关系", "表三：自然人、"]);
    of("OWN-1", &["表三/本年新收/总计 ≥ 5"]);
    of("PRO-1", &["第1部分应写到：公报／政报"]);
    let ran = place.run(["rules", "--lang", "zh", "--explain", "T3-8"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "gouji: 没有规则 T3-8（全部规则见 gouji rules），是不是 T3-08？\n"));
}

#[test]
fn rules_are_narrowed_by_words_and_say_all_their_levels() {
    let place = Place::new();
    let list = |words: &[&str]| {
        let all: Vec<&str> = ["rules", "--lang", "zh"].into_iter().chain(words.iter().copied()).collect();
        let ran = place.run(all);
        let ids: Vec<String> = ran.out.lines().filter_map(|line| Some(line.split('\t').next()?.to_owned())).collect();
        (ran.code, ids)
    };
    assert_eq!(list(&["r-01"]), (0, vec!["R-01".to_owned()]));
    assert_eq!(list(&["信息处理费", "金额"]), (0, vec!["FEE-04".to_owned()]));
    assert_eq!(list(&["没有这样的规则"]), (2, vec![]));
    let line = place.run(["rules", "R-01"]).out;
    assert_eq!(line.split('\t').nth(1), Some("warning/error"));
}

const PROFILE: &str = r#"
[levels]
"T2-01" = "off"
"T3-05" = "off"

[[rule]]
id = "OWN-01"
zh = "予以公开至少一件"
en = "at least one granted"
level = "error"
left = ["requests/granted/total"]
relation = ">="
right = [1000000]
"#;

#[test]
fn a_profile_changes_what_is_checked_and_what_is_listed() {
    let place = Place::new();
    place.write("office.toml", PROFILE);
    let reports = sample_data().join("reports");
    let rules_of = |profile: Option<&str>| {
        let mut args = vec!["check", reports.to_str().unwrap(), "--format", "jsonl"];
        args.extend(profile.map(|file| ["--profile", file]).into_iter().flatten());
        let ran = place.run(args);
        assert_eq!(ran.code, 1, "{}", ran.err);
        ran.findings().iter().map(|line| line["rule"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (before, after) = (rules_of(None), rules_of(Some("office.toml")));
    let count = |rules: &[String], id: &str| rules.iter().filter(|rule| *rule == id).count();
    assert!(count(&before, "T2-01") > 0 && count(&before, "T3-05") > 0 && count(&before, "OWN-01") == 0);
    assert_eq!((count(&after, "T2-01"), count(&after, "T3-05")), (0, 0));
    assert!(count(&after, "OWN-01") > 100);
    let listed = place.run(["rules", "--lang", "en", "--profile", "office.toml"]).out;
    assert!(listed.lines().any(|line| line.starts_with("T2-01\toff\t")), "{listed}");
    assert!(listed.lines().any(|line| line.starts_with("OWN-01\terror\t")), "{listed}");
}

#[test]
fn a_wrong_profile_stops_the_command_and_names_every_line() {
    let place = Place::new();
    place.write("office.toml", "[levels]\n\"T3-1\" = \"off\"\n\"T2-1\" = \"off\"\n");
    for command in [&["rules"][..], &["check", "."], &["review", "."], &["demo"]] {
        let ran = place.run(command.iter().copied().chain(["--profile", "office.toml"]));
        assert_eq!(ran.code, 2, "{command:?}");
        if command[0] != "review" && command[0] != "demo" {
            assert!(ran.err.contains("office.toml 第 2 行") && ran.err.contains("T3-01"), "{}", ran.err);
            assert!(ran.err.contains("第 3 行"), "{}", ran.err);
        }
    }
    let ran = place.run(["rules", "--profile", "nowhere.toml"]);
    assert_eq!((ran.code, ran.err.contains("nowhere.toml")), (2, true));
}
