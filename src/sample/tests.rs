use std::collections::HashSet;

use super::*;
use crate::report::{Value, parse, to_json};

fn clean(count: u64) -> SampleOptions {
    SampleOptions { seed: 3, count, slips_per_thousand: 0, ..SampleOptions::default() }
}

/// Sums written out by hand, so that a fault in the evaluation or in the form's equations shows.
fn sums_by_hand(report: &Report) -> Vec<(String, String)> {
    let number = |id: &str| {
        report.lean.cells.get(report.lean.form.cell(id).unwrap()).number().map(|n| {
            let text = n.to_string();
            (text.parse::<f64>().unwrap() * 10.0).round() as i64
        })
    };
    let mut broken = Vec::new();
    let mut compare = |rule: &str, place: String, left: Option<i64>, right: Option<i64>| {
        if left.zip(right).is_some_and(|(left, right)| left != right) {
            broken.push((rule.to_owned(), place));
        }
    };
    let columns = ["natural", "business", "research", "welfare", "legal", "other", "total"];
    let (_, table) = report.lean.form.table("requests").unwrap();
    let results: Vec<&str> = table.rows.iter().map(|row| &*row.id).skip(2).take(21).collect();
    for column in columns {
        let at = |row: &str| number(&format!("requests/{row}/{column}"));
        let add = |a: Option<i64>, b: Option<i64>| Some(a? + b?);
        let place = format!("requests/{column}");
        compare("T3-01", place.clone(), add(at("new"), at("carried_in")), add(at("handled"), at("carried_out")));
        compare("T3-02", place, at("handled"), results.iter().map(|row| at(row)).sum());
    }
    for row in &table.rows {
        let at = |column: &str| number(&format!("requests/{}/{column}", row.id));
        compare("T3-03", format!("requests/{}", row.id), at("total"), columns[..6].iter().map(|c| at(c)).sum());
    }
    for (rule, row) in [("T4-01", "reconsideration"), ("T4-02", "litigation_direct"), ("T4-03", "litigation_after")] {
        let at = |column: &str| number(&format!("disputes/{row}/{column}"));
        let parts = ["upheld", "corrected", "other", "pending"].iter().map(|c| at(c)).sum();
        compare(rule, format!("disputes/{row}"), at("total"), parts);
    }
    broken
}

fn cell_faults_by_hand(report: &Report) -> Vec<(String, String)> {
    let form = report.lean.form;
    let faults = form.cells().filter_map(|cell| {
        let id = form.id(cell);
        let text = match report.lean.cells.get(cell) {
            Value::Number(number) => number.to_string(),
            Value::Blank => String::new(),
            Value::Raw(text) => text.to_owned(),
            Value::Missing => panic!("{id} is missing"),
        };
        let blank = ["", "/", "—", "-", "无"].contains(&text.as_str());
        let number = text.strip_prefix('-').unwrap_or(&text).replace('.', "").bytes().all(|b| b.is_ascii_digit());
        let places = text.split_once('.').map_or(0, |(_, places)| places.len());
        let fee = id == "disclosure/fees/amount";
        let bad = !number || text.starts_with('-') || places > if fee { 4 } else { 0 };
        let rule = match id.split('/').next().unwrap() {
            "disclosure" if blank => "T2-01",
            "disclosure" if !number => "T2-02",
            "disclosure" if text.starts_with('-') => "T2-03",
            "disclosure" if bad => ["T2-04", "T2-05"][usize::from(fee)],
            "requests" if blank => "T3-05",
            "requests" if bad => "T3-04",
            "disputes" if blank || bad => "T4-04",
            _ => return None,
        };
        Some((rule.to_owned(), id.to_owned()))
    });
    faults.collect()
}

pub(super) fn assert_truth(generated: &Generated) {
    let mut found = sums_by_hand(&generated.report);
    found.extend(cell_faults_by_hand(&generated.report));
    let by_chance = generated.truth.iter().filter(|planted| planted.kind != SlipKind::ByHand);
    let mut truth: Vec<(String, String)> = by_chance.map(|p| (p.rule.to_string(), p.place.to_string())).collect();
    found.sort();
    truth.sort();
    assert_eq!(found, truth, "{}", generated.id);
}

#[test]
fn a_report_without_slips_has_no_fault_at_all() {
    for generated in generate(&clean(3000)) {
        assert!(generated.truth.is_empty());
        assert_truth(&generated);
    }
}

#[test]
fn the_truth_is_what_sums_by_hand_find() {
    let options = SampleOptions { seed: 11, count: 4000, slips_per_thousand: 700, ..SampleOptions::default() };
    let mut rules = HashSet::new();
    let mut kinds = HashSet::new();
    for generated in generate(&options) {
        assert_truth(&generated);
        rules.extend(generated.truth.iter().map(|planted| planted.rule.clone()));
        kinds.extend(generated.truth.iter().map(|planted| planted.kind));
    }
    let all = slip::rules(form::newest());
    assert!(all.iter().all(|(rule, _)| rules.contains(rule)), "{rules:?}");
    assert_eq!(all.len(), 14);
    assert_eq!(kinds.len(), 14, "{kinds:?}");
}

#[test]
fn repairing_what_the_truth_names_repairs_the_report() {
    let options = SampleOptions { seed: 5, count: 1000, slips_per_thousand: 1000, ..SampleOptions::default() };
    for Generated { report, truth, id } in generate(&options) {
        let mut json: serde_json::Value = serde_json::from_str(&to_json(&report)).unwrap();
        for change in truth.iter().flat_map(|planted| &planted.cells) {
            let pointer = format!("/tables/{}", change.cell);
            let value = json.pointer_mut(&pointer).unwrap();
            assert!(*value == change.to || *value == change.from);
            *value = change.from.clone();
        }
        let repaired = parse(json.to_string().as_bytes()).unwrap();
        assert_eq!(truth::faults(repaired.lean.form, &repaired.lean.cells), [], "{id}");
    }
}

#[test]
fn the_years_of_an_agency_fit_together() {
    let reports: Vec<Report> = generate(&clean(2000)).map(|generated| generated.report).collect();
    let (mut carried, mut disputes) = (0, 0);
    for pair in reports.chunks(2) {
        let at = |report: &Report, id: &str| {
            report.lean.cells.get(report.lean.form.cell(id).unwrap()).number().and_then(|n| n.as_int()).unwrap()
        };
        let [before, after] = pair else { panic!() };
        assert_eq!(before.lean.head.agency.name, after.lean.head.agency.name);
        for column in &before.lean.form.table("requests").unwrap().1.columns {
            let out = at(before, &format!("requests/carried_out/{}", column.id));
            assert_eq!(out, at(after, &format!("requests/carried_in/{}", column.id)));
            carried += out;
        }
        let normative = |report, column| at(report, &format!("disclosure/normative/{column}"));
        assert_eq!(
            normative(after, "in_force"),
            normative(before, "in_force") + normative(after, "issued") - normative(after, "repealed")
        );
        disputes += at(after, "disputes/reconsideration/total");
    }
    assert!(carried > 100 && disputes > 20, "{carried} {disputes}");
}

#[test]
fn the_same_options_give_the_same_bytes() {
    let options = SampleOptions { seed: 9, count: 50, slips_per_thousand: 300, ..SampleOptions::default() };
    let all = |options: &SampleOptions| -> String {
        generate(options).map(|g| g.id.clone() + &to_json(&g.report) + &to_lines(&g.truth)).collect()
    };
    assert_eq!(all(&options), all(&options));
    let other = SampleOptions { seed: 10, ..options.clone() };
    assert_ne!(all(&options), all(&other));
    let shorter = SampleOptions { count: 20, ..options.clone() };
    assert!(all(&options).starts_with(&all(&shorter)));
}

#[test]
fn a_report_survives_its_json_and_the_truth_its_lines() {
    let options = SampleOptions { seed: 2, count: 100, slips_per_thousand: 500, ..SampleOptions::default() };
    for generated in generate(&options) {
        let json = to_json(&generated.report);
        let again = parse(json.as_bytes()).unwrap();
        assert_eq!(again.lean.cells, generated.report.lean.cells);
        assert_eq!(to_json(&again), json);
        assert_eq!(from_lines(&to_lines(&generated.truth)).unwrap(), generated.truth);
    }
}

#[test]
fn no_placeholder_is_left_in_the_prose() {
    for generated in generate(&clean(600)) {
        let [first, .., fifth, sixth] = generated.report.narrative.sections.as_slice() else { panic!() };
        for section in [first, fifth, sixth] {
            assert!(!section.text.contains(['{', '}']), "{}", section.text);
        }
        assert!(first.text.chars().count() > 300 && fifth.text.chars().count() > 100);
    }
}
