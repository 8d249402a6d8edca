//! The labelled reports of `tests/data/precision`: no rule gets worse, and no error and no warning goes without a
//! judgement.

use std::fs;

use gouji::check::rules;
use gouji::form;

use crate::support::docs;
use crate::support::precision::label::{Labels, Spot, bare};
use crate::support::precision::score::{Count, Score};
use crate::support::precision::{halves, labels, reached, reports, score};

#[test]
fn no_rule_gets_worse_on_the_labelled_reports() {
    let mut table = reached::read();
    // Who takes reports away takes what was reached on them away too, and says why.
    let known: Vec<String> = table.keys().cloned().collect();
    assert!(docs::is_updating() || known == halves(), "reached.toml knows {known:?}, and there are {:?}", halves());
    let mut wrong = Vec::new();
    for half in halves() {
        let score = score(&half);
        if docs::is_updating() {
            let better = reached::better(&table, &half, &score);
            table.insert(half.clone(), better);
        }
        wrong.extend(reached::worse(&table, &half, &score));
        let graver = score.unlabelled.iter().filter(|line| !line.starts_with("info "));
        wrong.extend(graver.map(|line| format!("{half}: without a judgement: {line}")));
    }
    if docs::is_updating() {
        reached::write(&table);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_rule_that_is_wrong_more_often_or_finds_less_is_named() {
    let table: reached::Table = toml::from_str("[half]\nT3-01 = { wrong = 1, found = 2 }").unwrap();
    let mut score = Score::default();
    let count = |wrong, found| Count { wrong, found, ..Default::default() };
    score.rules.insert("T3-01".to_owned(), count(1, 2));
    assert_eq!(reached::worse(&table, "half", &score), Vec::<String>::new());
    score.rules.insert("T3-01".to_owned(), count(2, 1));
    score.rules.insert("T3-02".to_owned(), count(1, 0));
    assert_eq!(
        reached::worse(&table, "half", &score),
        ["half T3-01: 2 wrong, at most 1", "half T3-01: 1 found, at least 2", "half T3-02: 1 wrong, at most 0"]
    );
    assert_eq!(reached::better(&table, "half", &score)["T3-01"], reached::Reached { wrong: 1, found: 2 });
}

#[test]
fn a_label_is_of_findings_by_rule_and_place_whatever_their_words() {
    let labels: Labels = serde_json::from_str(
        r#"{ "plants": [{ "rules": ["N-05", "N-04"], "passage": "公开2件", "cells": ["requests/granted/total"], "what": "" }],
             "findings": [{ "rule": "N-05", "passage": "公开 2件", "section": 1, "label": "wrong", "why": "" }] }"#,
    )
    .unwrap();
    let spot = |cell: Option<&str>, section, text: &str| Spot {
        cells: cell.into_iter().map(str::to_owned).collect(),
        passages: vec![(Some(section), text.to_owned())],
    };
    let (label, plant) = (&labels.findings[0], &labels.plants[0]);
    assert!(label.is_of("N-05", &spot(Some("requests/partial/total"), 1, "2件")));
    assert!(label.is_of("N-05", &spot(None, 1, "全年公开2件，")), "a longer passage");
    assert!(!label.is_of("N-06", &spot(None, 1, "2件")), "another rule");
    assert!(!label.is_of("N-05", &spot(None, 5, "2件")), "another section");
    assert!(!label.is_of("N-05", &spot(None, 1, "12件")), "a longer number");
    assert!(plant.is_named("N-04", &spot(None, 5, "2件")), "by its passage");
    assert!(plant.is_named("N-04", &spot(Some("requests/granted/total"), 1, "9件")), "by its cell");
    assert!(!plant.is_named("N-04", &spot(None, 1, "12件")));
    assert!(!plant.is_named("N-08", &spot(Some("requests/granted/total"), 1, "2件")));
}

#[test]
fn labels_name_rules_cells_and_passages_that_there_are() {
    for half in halves() {
        for path in reports(&half) {
            let (labels, name) = (labels(&path), path.display());
            let text = bare(&fs::read_to_string(&path).unwrap()).replace("\\n", "");
            for (rules_of, cells, passage) in places(&labels) {
                for rule in rules_of {
                    assert!(rules().iter().any(|known| *known.id == **rule), "{name}: there is no rule {rule}");
                }
                for cell in cells {
                    assert!(form::editions().iter().any(|form| form.cell(cell).is_some()), "{name}: no cell {cell}");
                }
                if let Some(passage) = passage {
                    assert!(text.contains(&bare(passage)), "{name}: nowhere stands {passage}");
                }
            }
        }
    }
}

type Named<'l> = (&'l [String], &'l [String], Option<&'l String>);

fn places(labels: &Labels) -> Vec<Named<'_>> {
    let plants = labels.plants.iter().map(|plant| (&*plant.rules, &*plant.cells, plant.passage.as_ref()));
    let findings =
        labels.findings.iter().map(|label| (std::slice::from_ref(&label.rule), &*label.cells, label.passage.as_ref()));
    plants.chain(findings).collect()
}
