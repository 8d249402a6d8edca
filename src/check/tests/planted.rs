//! Every rule has a test in which it speaks, and one in which it nearly does and does not.
//!
//! The tests are read as texts: a rule counts as tested by the tests that name it. That is no proof, but nobody adds a
//! rule and forgets its tests.

use std::path::Path;

use crate::check::rules;

/// What stands in a test in which something is not said.
const SILENT: [&str; 10] =
    ["[\"\"; 0]", "vec![]", "None)", "NONE", "[])", "is_empty()", "assert!(!", "is_none()", "Vec::<", ", 0)"];

/// The bodies of all tests of the rules, and the tables that they go through.
fn tests() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut bodies = Vec::new();
    for folder in ["src/check", "tests"] {
        let files = walkdir::WalkDir::new(root.join(folder)).into_iter().map(Result::unwrap);
        for file in files.filter(|file| file.path().extension().is_some_and(|extension| extension == "rs")) {
            // What is read here must not count.
            if file.file_name() == "planted.rs" {
                continue;
            }
            let text = std::fs::read_to_string(file.path()).unwrap();
            bodies.extend(text.split("#[test]").skip(1).map(str::to_owned));
            let tables =
                text.split("const CASES").skip(1).filter_map(|rest| Some(rest.split_once("\n];")?.0.to_owned()));
            bodies.extend(tables);
        }
    }
    bodies
}

#[test]
fn every_rule_is_tested_both_ways() {
    let tests = tests();
    assert!(tests.len() > 200);
    for rule in rules().iter().filter(|rule| !rule.awaits && !rule.unchecked) {
        let name = format!("\"{}\"", rule.id);
        let own: Vec<&String> = tests.iter().filter(|test| test.contains(&name)).collect();
        assert!(!own.is_empty(), "{} has no test", rule.id);
        let silent = own.iter().any(|test| SILENT.iter().any(|mark| test.contains(mark)));
        assert!(silent, "{} has no test in which it nearly speaks", rule.id);
    }
}

/// What a rule waits for is nothing that the program has: with every input that it can be given, the others run.
#[test]
fn only_rules_whose_input_cannot_be_given_wait() {
    use crate::check::Need;
    let waiting: Vec<&str> = rules().iter().filter(|rule| rule.awaits).map(|rule| &*rule.id).collect();
    assert!(waiting.is_empty(), "{waiting:?}");
    // What only a reviewer sees asks for a look, where the office wants it.
    let seen = rules().iter().filter(|rule| rule.needs.contains(&Need::PaperCopy));
    assert!(seen.clone().count() == 1 && seen.into_iter().all(|rule| rule.off));
}
