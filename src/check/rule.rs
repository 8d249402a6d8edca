//! The rules as data, from `rules.toml`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::words::Lang;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// For the reviewer only.
    Info,
    /// May be right; the agency must confirm or explain.
    Warning,
    /// Cannot be right as it stands.
    Error,
}

impl Severity {
    /// All of them, worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// As in JSON: `error`, `warning`, `info`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// How much a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// One cell.
    Cell,
    /// Several cells of one table.
    Table,
}

/// A fault of a single cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Empty, or a mark for "nothing" such as `/`.
    Blank,
    /// Something else that is not a number.
    NotANumber,
    /// Below zero.
    Negative,
    /// A count with decimal places.
    NotWhole,
    /// An amount in 万元 with more than four decimal places: less than one yuan.
    TooFine,
}

/// One rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable id: `T3-01`.
    pub id: Box<str>,
    zh: Box<str>,
    en: Box<str>,
    /// The level of its findings.
    pub level: Severity,
    /// How much it looks at.
    pub scope: Scope,
    /// The table it is about.
    pub table: Box<str>,
    /// Do the form's equations of the same id belong to it?
    #[serde(default)]
    pub equation: bool,
    /// The faults of single cells it speaks of.
    #[serde(default)]
    pub cells: Vec<CellTest>,
}

/// A fault that a rule looks for in every cell of its table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellTest {
    /// Which.
    pub fault: Fault,
    /// The level, where it is not the rule's.
    pub level: Option<Severity>,
}

impl Rule {
    /// Its name.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    rule: Vec<Rule>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    // That the embedded file loads is proved by the test `the_rules_load`.
    toml::from_str::<RulesFile>(include_str!("rules.toml")).map(|file| file.rule).unwrap_or_default()
});

/// All rules, in the order of the catalogue.
#[must_use]
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// The rule with this id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| &*rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;

    #[test]
    fn the_rules_load() {
        toml::from_str::<RulesFile>(include_str!("rules.toml")).unwrap();
        assert_eq!(rules().len(), 14);
    }

    #[test]
    fn ids_are_unique_and_every_rule_looks_at_something() {
        for (index, rule) in rules().iter().enumerate() {
            assert!(rules()[..index].iter().all(|other| other.id != rule.id), "{}", rule.id);
            assert!(rule.equation == rule.cells.is_empty(), "{}", rule.id);
        }
    }

    #[test]
    fn every_equation_of_every_form_has_a_rule_and_the_other_way_round() {
        for form in form::editions() {
            for equation in &form.equations {
                assert!(rule(&equation.rule).is_some_and(|rule| rule.equation), "{}", equation.rule);
            }
            for rule in rules().iter().filter(|rule| rule.equation) {
                assert!(form.equations.iter().any(|equation| equation.rule == rule.id), "{}", rule.id);
            }
        }
    }
}
