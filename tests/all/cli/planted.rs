//! What is planted in the sample data is found, and nothing else.

use std::fs;
use std::path::Path;

use gouji::form;
use serde_json::Value;

use crate::support::command::{Place, Ran, sample_data};

/// A finding by what it is about: report, rule and, where one cell or one equation is at fault, its cells.
pub(super) type About = (String, String, Vec<String>);

/// The rules of one cell or one equation: their truth says which. The others are held against report and rule.
fn names_cells(rule: &str) -> bool {
    ["T2-0", "T3-0", "T4-0"].iter().zip(["12345", "12345", "1234"]).any(|(part, numbers)| {
        rule.strip_prefix(part).is_some_and(|number| number.len() == 1 && numbers.contains(number))
    })
}

pub(super) fn found(ran: &Ran) -> Vec<About> {
    let strings = |value: &Value| -> Vec<String> {
        value.as_array().unwrap().iter().map(|cell| cell.as_str().unwrap().to_owned()).collect()
    };
    let mut found: Vec<About> = ran
        .findings()
        .iter()
        .flat_map(|line| {
            let report = line["report"].as_str().unwrap().trim_end_matches(".txt").to_owned();
            let rule = line["rule"].as_str().unwrap().to_owned();
            let cells = if names_cells(&rule) { strings(&line["cells"]) } else { Vec::new() };
            // Blanks are one finding for a row or a table, and a truth for each cell.
            let is_of_blanks = ["T2-01", "T3-05", "T4-04"].contains(&&*rule);
            let each: Vec<Vec<String>> =
                if is_of_blanks { cells.into_iter().map(|cell| vec![cell]).collect() } else { vec![cells] };
            each.into_iter().map(move |cells| (report.clone(), rule.clone(), cells)).collect::<Vec<_>>()
        })
        .collect();
    found.sort();
    found
}

/// The truth beside sample data, in the same form. The cells of an equation follow from its rule and place.
fn truth(file: &Path, prefix: &str) -> Vec<About> {
    let form = form::newest();
    let text = fs::read_to_string(file).unwrap();
    let mut planted: Vec<About> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter_map(|line| {
            let text = |key: &str| line[key].as_str().unwrap().to_owned();
            let report = text("report").strip_prefix(prefix)?.to_owned();
            let (rule, place) = (text("rule"), text("place"));
            let equation = form.equations.iter().find(|equation| *equation.rule == *rule && *equation.place == *place);
            let cells = match equation {
                Some(equation) => equation.cells().map(|cell| form.id(cell).to_owned()).collect(),
                None if names_cells(&rule) => vec![place],
                None => Vec::new(),
            };
            Some((report, rule, cells))
        })
        .collect();
    planted.sort();
    planted
}

/// What is planted and not found, and what is found and not planted.
fn assert_same(found: Vec<About>, planted: Vec<About>) {
    let lacks = |all: &[About], some: &[About]| -> Vec<About> {
        let count = |of: &[About], one: &About| of.iter().filter(|other| *other == one).count();
        some.iter().filter(|one| count(all, one) != count(some, one)).cloned().collect()
    };
    assert_eq!((lacks(&found, &planted), lacks(&planted, &found)), (Vec::new(), Vec::new()), "planted, found");
}

#[test]
fn every_planted_error_of_the_sample_data_is_found_and_nothing_else() {
    let place = Place::new();
    let reports = sample_data().join("reports");
    let ran = place.run(["check", reports.to_str().unwrap(), "--format", "jsonl", "--hints"]);
    assert_eq!(ran.code, 1);
    let planted = truth(&sample_data().join("truth.jsonl"), "reports/");
    assert!(planted.len() > 80, "{}", planted.len());
    assert_same(found(&ran), planted);
}

#[test]
fn every_planted_error_of_the_raw_documents_is_found_and_nothing_else() {
    let place = Place::new();
    let documents = sample_data().join("documents");
    let ran = place.run(["check", documents.to_str().unwrap(), "--format", "jsonl", "--hints"]);
    let planted = truth(&sample_data().join("truth.jsonl"), "documents/");
    assert!(!planted.is_empty());
    assert_same(found(&ran), planted);
}

#[test]
fn every_planted_error_of_generated_reports_is_found_and_nothing_else() {
    let place = Place::new();
    let made = place.run(["generate", "--out", "many", "--count", "1200", "--seed", "77", "--slips", "400"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let ran = place.run(["check", "many", "--format", "jsonl", "--hints"]);
    let planted = truth(&place.path("many/truth.jsonl"), "");
    assert!(planted.len() > 400, "{}", planted.len());
    assert_same(found(&ran), planted);
}

#[test]
fn generated_reports_without_slips_are_innocent_under_every_rule() {
    let place = Place::new();
    let made = place.run(["generate", "--out", "many", "--count", "1000", "--seed", "3", "--slips", "0"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let ran = place.run(["check", "many", "--format", "jsonl", "--hints"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
}
