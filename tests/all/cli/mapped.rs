//! `gouji read --map` and `--guess-map` as users run them.

use std::fs;

use crate::support::command::Place;
use serde_json::Value;

/// Of two agencies, the second of which has added up wrongly.
const TABLE: &str = "单位名称,年度,本年新收-自然人,本年新收-商业企业,本年新收-科研机构,本年新收-社会公益组织,本年新收-法律服务机构,\
                     本年新收-其他,本年新收-总计,备注\n澜沙县水务局,2024,3,0,0,0,0,0,3,\n澜沙县林业局,2024,2,0,0,0,0,0,5,x\n";

#[test]
fn a_guessed_mapping_reads_the_file_and_the_reports_are_checked() {
    let place = Place::new();
    place.write("data.csv", TABLE);
    let guessed = place.run(["read", "--guess-map", "data.csv"]);
    assert_eq!(guessed.code, 0, "{}", guessed.err);
    assert!(guessed.out.contains("\"requests/new/natural\" = \"本年新收-自然人\""), "{}", guessed.out);
    let written = place.run(["read", "data.csv", "--guess-map", "map.toml"]);
    assert_eq!(written.code, 0, "{}", written.err);
    assert_eq!(fs::read_to_string(place.path("map.toml")).unwrap(), guessed.out);
    assert_eq!(place.run(["read", "data.csv", "--guess-map", "map.toml"]).code, 2, "never replaced unasked");
    let read = || place.run(["read", "data.csv", "--map", "map.toml", "--out", "out", "--lang", "en"]);
    let first = read();
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.err.contains("1 column or path is not used: 备注"), "{}", first.err);
    assert_eq!(read().code, 0, "the same again is no fault");
    let report: Value = serde_json::from_slice(&fs::read(place.path("out/2024-澜沙县林业局.json")).unwrap()).unwrap();
    assert_eq!(report["tables"]["requests"]["new"]["total"], 5);
    assert_eq!(report["source"]["file"], "data.csv");
    let checked = place.run(["check", "out", "--format", "jsonl"]);
    let findings: Vec<_> =
        checked.json_lines().iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect();
    assert_eq!(findings, ["T3-03"], "and nothing about texts that were never handed over: {checked:?}");
    place.write("data.csv", TABLE.replace(",5,x", ",6,x"));
    let changed = read();
    assert!(changed.err.contains("2024-澜沙县林业局.json"), "what is there is not replaced: {}", changed.err);
    let kept: Value = serde_json::from_slice(&fs::read(place.path("out/2024-澜沙县林业局.json")).unwrap()).unwrap();
    assert_eq!(kept, report);
}

#[test]
fn a_wrong_mapping_is_named_by_line_and_nothing_is_read() {
    let place = Place::new();
    place.write("data.csv", TABLE);
    place.write(
        "map.toml",
        "shape = 'wide'\n[report]\nagency = '单位'\nyear = '年度'\n[cells]\n'requests/new/totall' = 'x'\n",
    );
    let ran = place.run(["read", "data.csv", "--map", "map.toml", "--out", "out", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("map.toml: line 6, requests/new/totall"), "{}", ran.err);
    assert!(ran.err.contains("do you mean requests/new/total?"), "{}", ran.err);
    assert_eq!(place.run(["read", "data.csv", "--map", "none.toml", "--out", "out"]).code, 2);
    assert_eq!(place.run(["read", "--map", "map.toml", "--out", "out"]).code, 2, "without an input");
    assert_eq!(place.run(["read", "data.csv", "--map", "map.toml"]).code, 2, "without a place to write to");
}
