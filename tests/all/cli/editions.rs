//! An edition of the form that comes as data only: `tests/data/editions/2027.toml`, which nobody has issued.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::command::{Place, Ran, sample_data};
use crate::support::desk::{loaded, quit, start};
use serde_json::json;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/editions")
}

fn run(place: &Place, forms: &Path, args: &[&str]) -> Ran {
    let output = place.command(args).env("GOUJI_FORMS", forms).output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A report of 2027, read from its document.
fn read(place: &Place) -> serde_json::Value {
    let document = data().join("2027.txt");
    let ran = run(place, &data(), &["read", document.to_str().unwrap(), "--out", "in"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let report = place.path("in/2027.json");
    serde_json::from_str(&fs::read_to_string(report).unwrap()).unwrap()
}

#[test]
fn a_document_of_the_new_edition_is_read_by_its_labels() {
    let place = Place::new();
    let report = read(&place);
    assert_eq!(report["form"], "2027");
    assert_eq!(report["remarks"], json!([]), "{report:#}");
    assert_eq!(report["tables"]["requests"]["denied_in_all"]["total"], 5);
    assert_eq!(report["tables"]["disclosure"]["penalties"]["decisions"], 31);
}

#[test]
fn the_equation_of_the_new_row_is_found_wrong_in_both_languages_and_the_rule_is_explained() {
    let place = Place::new();
    read(&place);
    let ran = run(&place, &data(), &["check", "in", "--format", "jsonl"]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    let broken: Vec<_> = ran.findings().into_iter().filter(|finding| finding["severity"] == "error").collect();
    let places: Vec<&str> = broken.iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
    assert_eq!(places, ["T3-20", "T3-20"], "the column of natural persons, and the total: {broken:#?}");
    for (lang, name) in [("zh", "（三）9.不予小计 5 ≠"), ("en", "Denied in all 5 ≠")] {
        let said = run(&place, &data(), &["check", "in", "--lang", lang]).out;
        assert!(said.contains(name) && said.contains("T3-20"), "{said}");
    }
    let explained = run(&place, &data(), &["rules", "--explain", "T3-20"]);
    assert!(explained.code == 0 && explained.out.contains("1 至 8 各项之和"), "{}{}", explained.out, explained.err);
}

#[test]
fn the_desk_shows_a_report_of_the_new_edition() {
    let place = Place::new();
    read(&place);
    let pty = start(&place, &["in", "--journal", "j.jsonl", "--reviewer", "li"]);
    let mut pty = pty.env("GOUJI_FORMS", data()).size(120, 40).spawn();
    loaded(&pty);
    pty.send("\r").wait_text("T3-20");
    pty.send("3").wait_text("不予小计");
    quit(pty);
}

#[test]
fn what_came_before_is_read_and_checked_as_ever() {
    let place = Place::new();
    for document in ["0103-04.txt", "0100-01.docx"] {
        let path = sample_data().join("documents").join(document);
        if !path.exists() {
            continue;
        }
        let args = ["read", path.to_str().unwrap()];
        let (before, after) = (place.run(args), run(&place, &data(), &args));
        assert_eq!((before.code, before.out), (after.code, after.out), "{document}");
    }
    let reports = sample_data().join("reports");
    let args = ["check", reports.to_str().unwrap(), "--format", "jsonl"];
    let (before, after) = (place.run(args), run(&place, &data(), &args));
    assert_eq!((before.code, before.out), (after.code, after.out));
}

#[test]
fn without_it_the_report_is_one_whose_form_is_not_known() {
    let place = Place::new();
    read(&place);
    let ran = place.run(["check", "in"]);
    assert!(ran.code == 2 && format!("{}{}", ran.out, ran.err).contains("2027"), "{} {}{}", ran.code, ran.out, ran.err);
}

#[test]
fn a_form_that_is_none_is_named_with_what_is_wrong_and_nothing_is_done() {
    let good = fs::read_to_string(data().join("2027.toml")).unwrap();
    for (from, to, zh, en) in [
        ("edition = \"2027\"", "edition = 2027", "bad.toml", "line 5"),
        ("edition = \"2027\"", "edition = \"2021\"", "2021 重复", "2021 stands twice"),
        ("right = [\"denied.*\"]", "right = [\"refused.*\"]", "提到 refused.*", "names refused.*"),
        ("id = \"T3-20\"", "id = \"T3-21\"", "T3-21", "T3-21"),
        ("zh = \"不予公开小计\"", "zh = \"\\u001b[2J\"", "控制字符", "cannot be shown"),
        ("number = 6", "number = 9", "编号应与现行表式相同", "those of the present form"),
    ] {
        assert!(good.contains(from), "{from}");
        let place = Place::new();
        let bad = place.write("forms/bad.toml", good.replacen(from, to, 1));
        for (lang, said) in [("zh", zh), ("en", en)] {
            let ran = run(&place, bad.parent().unwrap(), &["rules", "--lang", lang]);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{to}: {}", ran.err);
            assert!(ran.err.contains(said) && ran.err.lines().count() == 1, "{to}: {}", ran.err);
        }
    }
    let place = Place::new();
    let no_rule =
        good.split("# ---------------------------------------------------------------- rules").next().unwrap();
    place.write("forms/bad.toml", no_rule);
    let ran = run(&place, &place.path("forms"), &["rules"]);
    assert!(ran.code == 2 && ran.err.contains("勾稽关系 T3-20 没有规则"), "{}", ran.err);
    let ran = run(&place, &place.path("nowhere"), &["rules"]);
    assert!(ran.code == 2 && ran.err.contains("nowhere"), "{}", ran.err);
}
