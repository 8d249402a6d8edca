//! What was reached once: `tests/data/precision/reached.toml`. No rule may fall behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use serde::Deserialize;

use super::corpus;
use super::score::{Count, Score};

/// Of one rule: how many wrong findings at most, how many planted contradictions found at least.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reached {
    #[serde(default)]
    pub wrong: usize,
    #[serde(default)]
    pub found: usize,
}

/// By half and rule; a rule that does not stand there is never wrong and need not find anything.
pub type Table = BTreeMap<String, BTreeMap<String, Reached>>;

const HEAD: &str = "\
# Per half and rule: wrong findings at most, planted contradictions found at least. GOUJI_UPDATE_DOCS=1 cargo test --test all
# precision writes what has become better; what is to be worse is written by hand, with a reason in the commit.
";

pub fn read() -> Table {
    let text = fs::read_to_string(corpus().join("reached.toml")).unwrap();
    toml::from_str(&text).unwrap_or_else(|error| panic!("reached.toml: {error}"))
}

pub fn write(table: &Table) {
    let mut text = HEAD.to_owned();
    for (half, rules) in table {
        write!(text, "\n[{half}]\n").unwrap();
        for (rule, Reached { wrong, found }) in rules.iter().filter(|(_, reached)| **reached != Reached::default()) {
            writeln!(text, "{rule} = {{ wrong = {wrong}, found = {found} }}").unwrap();
        }
    }
    fs::write(corpus().join("reached.toml"), text).unwrap();
}

/// What is worse than the table says, a line each.
pub fn worse(table: &Table, half: &str, score: &Score) -> Vec<String> {
    let Some(known) = table.get(half) else {
        return vec![format!("{half} is new: GOUJI_UPDATE_DOCS=1 cargo test --test all precision")];
    };
    let mut worse = Vec::new();
    for rule in rules(known, score) {
        let now = score.rules.get(rule).copied().unwrap_or_default();
        let before = known.get(rule).copied().unwrap_or_default();
        if now.wrong > before.wrong {
            worse.push(format!("{half} {rule}: {} wrong, at most {}", now.wrong, before.wrong));
        }
        if now.found < before.found {
            worse.push(format!("{half} {rule}: {} found, at least {}", now.found, before.found));
        }
    }
    worse
}

/// The table, with what has become better; a half that is new stands as it is.
pub fn better(table: &Table, half: &str, score: &Score) -> BTreeMap<String, Reached> {
    let empty = BTreeMap::new();
    let known = table.get(half);
    let better = |rule: &str| {
        let Count { wrong, found, .. } = score.rules.get(rule).copied().unwrap_or_default();
        let before = known.map(|rules| rules.get(rule).copied().unwrap_or_default());
        before.map_or(Reached { wrong, found }, |before| Reached {
            wrong: wrong.min(before.wrong),
            found: found.max(before.found),
        })
    };
    rules(known.unwrap_or(&empty), score).into_iter().map(|rule| (rule.to_owned(), better(rule))).collect()
}

fn rules<'s>(known: &'s BTreeMap<String, Reached>, score: &'s Score) -> BTreeSet<&'s str> {
    known.keys().chain(score.rules.keys()).map(String::as_str).collect()
}
