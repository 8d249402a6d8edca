//! The forms as they stand in the files.

use super::editions::EDITIONS;
use super::*;

#[test]
fn every_edition_loads() {
    for text in EDITIONS {
        build::from_toml(text).unwrap();
    }
    assert_eq!(editions().len(), EDITIONS.len());
}

#[test]
fn edition_2021_has_the_cells_and_equations_of_the_official_form() {
    let form = edition("2021").unwrap();
    let per_table: Vec<usize> = (0..3).map(|table| form.cells_of(table).count()).collect();
    assert_eq!(per_table, [10, 175, 15]);
    assert_eq!(form.cell_count(), 200);
    let count = |rule: &str| form.equations.iter().filter(|e| &*e.rule == rule).count();
    assert_eq!([count("T3-01"), count("T3-02"), count("T3-03")], [7, 7, 25]);
    assert_eq!([count("T4-01"), count("T4-02"), count("T4-03")], [1, 1, 1]);
    assert_eq!(form.equations.len(), 42);
}

#[test]
fn edition_2019_has_the_cells_and_equations_of_the_trial_form() {
    let form = edition("2019").unwrap();
    let per_table: Vec<usize> = (0..3).map(|table| form.cells_of(table).count()).collect();
    assert_eq!(per_table, [22, 161, 15]);
    let count = |rule: &str| form.equations.iter().filter(|e| &*e.rule == rule).count();
    assert_eq!([count("T3-01"), count("T3-02"), count("T3-03")], [7, 7, 23]);
    assert_eq!([count("T4-01"), count("T4-02"), count("T4-03")], [1, 1, 1]);
    let results = form.equations.iter().find(|e| &*e.rule == "T3-02").unwrap();
    assert_eq!(results.right.len(), 19);
    for id in [
        "disclosure/normative/public_total",
        "disclosure/other_services/change",
        "disclosure/fees/previous",
        "disclosure/procurement/amount",
        "requests/closed/total",
    ] {
        assert!(form.cell(id).is_some(), "{id}");
    }
    assert!(form.cell("requests/closed.other/total").is_none() && form.cell("disclosure/fees/decisions").is_none());
    let unit = |id: &str| form.spec(form.cell(id).unwrap()).unwrap().unit;
    assert_eq!(unit("disclosure/coercion/change"), Unit::Change);
    assert_eq!(unit("disclosure/coercion/decisions"), Unit::Count);
    assert_eq!(unit("disclosure/procurement/amount"), Unit::Amount);
}

#[test]
fn results_add_up_over_all_twenty_one_outcomes() {
    let form = newest();
    let equation = form.equations.iter().find(|e| &*e.rule == "T3-02").unwrap();
    assert_eq!(equation.right.len(), 21);
    assert_eq!(form.id(equation.left[0]), "requests/handled/natural");
    assert_eq!(&*equation.place, "requests/natural");
}

#[test]
fn ids_and_cells_are_one_to_one() {
    let form = newest();
    for cell in form.cells() {
        assert_eq!(form.cell(form.id(cell)), Some(cell));
    }
    assert_eq!(form.cell("requests/new/nobody"), None);
    assert!(form.cell("disclosure/fees/issued").is_none());
}

#[test]
fn a_total_of_table_three_lies_in_two_relations_and_handled_in_three() {
    let form = newest();
    let relations = |id: &str| form.equations_of(form.cell(id).unwrap()).count();
    assert_eq!(relations("requests/new/total"), 2);
    assert_eq!(relations("requests/handled/natural"), 3);
    assert_eq!(relations("disputes/reconsideration/upheld"), 1);
    assert_eq!(relations("disclosure/fees/amount"), 0);
}

/// An edition like that of 2021, changed.
fn changed(changes: &[(&str, &str)]) -> Result<(), String> {
    let mut text = EDITIONS[0].replace("edition = \"2021\"", "edition = \"2027\"");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let form = build::from_toml(&text).map_err(|error| error.to_string())?;
    sound::check(&form, editions()).map_err(|error| error.to_string())
}

#[test]
fn an_edition_from_outside_is_one_that_the_program_can_work_with() {
    assert_eq!(changed(&[]), Ok(()));
    for (from, to, said) in [
        ("edition = \"2027\"", "edition = \"new\"", "edition new is no year"),
        ("edition = \"2027\"", "edition = \"2019\"", "2019 stands twice"),
        ("number = 6", "number = 7", "other sections or tables"),
        ("id = \"disclosure\"", "id = \"disclosed\"", "other sections or tables"),
        ("id = \"regulations\"", "id = \"a/b\"", "\"a/b\" cannot be an id"),
        ("zh = \"规章\"", "zh = \" \"", "regulations is empty"),
        ("id = \"penalties\"", "id = \"licensing\"", "disclosure/licensing/decisions stands twice"),
    ] {
        assert_eq!(changed(&[(from, to)]), Err(said.to_owned()), "{to}");
    }
}

#[test]
fn a_rule_of_an_edition_is_there_for_an_equation() {
    let rule = |id: &str, name: &str| {
        let text = format!("zh = \"{name}\"\nen = \"n\"\nbasis = {{ zh = \"b\", en = \"b\" }}\n");
        format!("[[rule]]\nid = \"{id}\"\n{text}ask = {{ zh = \"a\", en = \"a\" }}\n[[equation]]")
    };
    let with = |id: &str, name: &str| changed(&[("[[equation]]", &rule(id, name))]);
    assert_eq!(with("T3-01", "n"), Ok(()));
    assert_eq!(with("T3-01", ""), Err("T3-01 is empty".to_owned()));
    assert_eq!(with("T3-77", "n"), Err("rule names T3-77, which is not there".to_owned()));
    assert_eq!(with("own rule", "n"), Err("\"own rule\" cannot be an id".to_owned()));
}
