//! The rules as data, from `catalogue/*.toml`.
//!
//! Owns: what a rule is called, how bad its findings are, its thresholds, lists and wordings. `id` names the rules for
//! the code. Knows no report: what a rule looks for is written in the family that it belongs to.

pub(in crate::check) mod confusion;
pub(crate) mod id;
pub(in crate::check) mod lexicon;
mod of_form;
mod sought;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::words::{EN, Lang, ProfileWords, ZH};

pub(crate) use id::RuleId;
pub(crate) use of_form::orphan;

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
    pub(crate) const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// As in JSON: `error`, `warning`, `info`.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
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
pub(crate) enum Scope {
    Cell,
    /// Several cells of one table.
    Table,
    /// The whole report.
    Report,
    /// The same agency, an earlier report.
    CrossYear,
    /// Several agencies.
    CrossAgency,
}

impl Scope {
    /// As in the rules: `cross-year`.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Cell => "cell",
            Self::Table => "table",
            Self::Report => "report",
            Self::CrossYear => "cross-year",
            Self::CrossAgency => "cross-agency",
        }
    }
}

/// An input beside the report without which a rule cannot run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Need {
    /// The agency's report for the year before.
    LastYear,
    /// The roster of the agencies.
    Roster,
    /// The reports of other agencies.
    Batch,
    /// A ledger kept elsewhere: of the courts, of the judicial office.
    Ledger,
    /// When the report came in, or was published.
    Dates,
    PublishedPage,
    PaperCopy,
    /// A frozen roll-up to compare with.
    Frozen,
}

impl Need {
    /// All of them, in the order of their declaration.
    pub(crate) const ALL: [Self; 8] = [
        Self::LastYear,
        Self::Roster,
        Self::Batch,
        Self::Ledger,
        Self::Dates,
        Self::PublishedPage,
        Self::PaperCopy,
        Self::Frozen,
    ];

    /// As in the rules: `last-year`.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::LastYear => "last-year",
            Self::Roster => "roster",
            Self::Batch => "batch",
            Self::Ledger => "ledger",
            Self::Dates => "dates",
            Self::PublishedPage => "published-page",
            Self::PaperCopy => "paper-copy",
            Self::Frozen => "frozen",
        }
    }

    /// The option by which a check is given it, where it is an input of its own.
    #[must_use]
    pub(crate) fn option(self) -> Option<&'static str> {
        match self {
            Self::Ledger => Some("--ledger"),
            Self::Dates => Some("--received"),
            Self::PublishedPage => Some("--published"),
            Self::Frozen => Some("--frozen"),
            Self::LastYear | Self::Roster | Self::Batch | Self::PaperCopy => None,
        }
    }
}

/// One wording of a rule's findings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wording {
    /// In Chinese, with `{placeholders}`.
    pub(crate) zh: Box<str>,
    /// In English.
    pub(crate) en: Box<str>,
    /// The level, where it is not the rule's.
    pub(crate) level: Option<Severity>,
    /// Said only where a profile gives the rule a level: it would stand on nearly every report.
    #[serde(default)]
    pub(crate) off: bool,
    /// In a letter, where the wording has what only the office knows: how it calls its files.
    pub(crate) letter: Option<Phrase>,
    /// What the agency is asked to do, where it is not what the rule asks.
    pub(crate) ask: Option<Phrase>,
}

/// A text of the catalogue in each language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrase {
    zh: Box<str>,
    en: Box<str>,
}

impl Phrase {
    /// In a language.
    #[must_use]
    pub(crate) fn text(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

/// A fault of a single cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fault {
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

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable id: `T3-01`.
    pub id: Box<str>,
    zh: Box<str>,
    en: Box<str>,
    /// The level of its findings.
    pub(crate) level: Severity,
    /// Applied only where a profile gives it a level: its findings would stand on nearly every report.
    #[serde(default)]
    pub(crate) off: bool,
    /// How much it looks at.
    pub(crate) scope: Scope,
    /// What it rests on: an article, or a relation of the form.
    pub(crate) basis: Phrase,
    /// What the agency is asked to do.
    pub(crate) ask: Phrase,
    /// The table it is about, where it is one.
    pub(crate) table: Option<Box<str>>,
    /// Do the form's equations of the same id belong to it?
    #[serde(default)]
    pub(crate) equation: bool,
    /// The faults of single cells it speaks of.
    #[serde(default)]
    pub(crate) cells: Vec<CellTest>,
    /// The wordings of its findings, by name.
    #[serde(default)]
    pub(crate) cases: BTreeMap<Box<str>, Wording>,
    /// Inputs without which it cannot run.
    #[serde(default)]
    pub(crate) needs: Vec<Need>,
    /// It needs an input that cannot be given yet: it never runs.
    #[serde(default)]
    pub(crate) awaits: bool,
    /// It has no findings of its own: the entries of what could not be checked are its findings.
    #[serde(default)]
    pub(crate) unchecked: bool,
    /// Thresholds by name.
    #[serde(default)]
    pub(crate) numbers: BTreeMap<Box<str>, i64>,
    /// Word lists by name.
    #[serde(default)]
    pub(crate) lists: BTreeMap<Box<str>, Vec<Box<str>>>,
}

/// A fault that a rule looks for in every cell of its table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CellTest {
    pub(crate) fault: Fault,
    /// The level, where it is not the rule's.
    pub(crate) level: Option<Severity>,
}

impl Rule {
    /// Its place in memory, which tells it from all others: there is one of each, and numbers are sorted faster than names.
    #[must_use]
    pub(crate) fn place(&'static self) -> usize {
        std::ptr::from_ref(self).addr()
    }

    /// A rule of an office's own, with one case.
    pub(super) fn own(
        id: &str,
        zh: &str,
        en: &str,
        level: Severity,
        scope: Scope,
        case: &str,
        wording: Wording,
    ) -> Self {
        let own = |text: fn(&ProfileWords) -> &'static str| {
            let [zh, en] = [ZH, EN].map(|words| text(&words.profile).into());
            Phrase { zh, en }
        };
        Self {
            id: id.into(),
            zh: zh.into(),
            en: en.into(),
            level,
            off: false,
            scope,
            basis: own(|words| words.own_basis()),
            ask: own(|words| words.own_ask()),
            table: None,
            equation: false,
            cells: Vec::new(),
            cases: BTreeMap::from([(case.into(), wording)]),
            needs: match scope {
                Scope::CrossYear => vec![Need::LastYear],
                Scope::CrossAgency => vec![Need::Batch],
                Scope::Cell | Scope::Table | Scope::Report => Vec::new(),
            },
            awaits: false,
            unchecked: false,
            numbers: BTreeMap::new(),
            lists: BTreeMap::new(),
        }
    }

    /// Is it about our own reading, and not about what the agency has written?
    #[must_use]
    pub(crate) fn is_of_reading(&self) -> bool {
        self.id.starts_with("EXT-")
    }

    /// Is it this rule of the catalogue?
    #[must_use]
    pub(crate) fn is(&self, id: RuleId) -> bool {
        std::ptr::eq(self, id.rule())
    }

    #[must_use]
    pub(crate) fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    #[serde(default)]
    rule: Vec<Rule>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    // That the embedded files load is proved by the test `the_rules_load`.
    let of_file = |text: &&str| toml::from_str::<RulesFile>(text).map(|file| file.rule).unwrap_or_default();
    let mut rules: Vec<Rule> = id::FILES.iter().flat_map(of_file).collect();
    of_form::add(&mut rules);
    rules
});

/// All rules, in the order of the catalogue; behind them those that editions of the form bring along.
#[must_use]
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// The rule of the catalogue with this id, as somebody wrote it; the code has [`RuleId::rule`].
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
        for text in id::FILES {
            toml::from_str::<RulesFile>(text).unwrap();
        }
        assert!(rules().len() >= 14);
    }

    #[test]
    fn ids_are_unique_and_every_rule_looks_at_something() {
        for (index, rule) in rules().iter().enumerate() {
            assert!(rules()[..index].iter().all(|other| other.id != rule.id), "{}", rule.id);
            let ways = [rule.equation, !rule.cells.is_empty(), !rule.cases.is_empty(), rule.awaits, rule.unchecked];
            assert_eq!(ways.into_iter().filter(|&way| way).count(), 1, "{}", rule.id);
            assert!(!rule.awaits || !rule.needs.is_empty(), "{}: awaits what?", rule.id);
        }
    }

    #[test]
    fn every_rule_says_what_it_rests_on_and_what_the_agency_is_asked_to_do() {
        for rule in rules() {
            for (what, phrase) in [("basis", &rule.basis), ("ask", &rule.ask)] {
                assert!(phrase.zh.chars().any(|c| c > '\u{4E00}'), "{} {what}: {phrase:?}", rule.id);
                assert!(phrase.en.chars().any(|c| c.is_ascii_alphabetic()), "{} {what}: {phrase:?}", rule.id);
                assert!(!phrase.zh.ends_with('。') && !phrase.en.ends_with('.'), "{} {what}", rule.id);
            }
            // What is not the agency's doing asks nothing of it.
            let ours = rule.id.starts_with("EXT-") || rule.level == Severity::Info;
            assert!(ours || rule.ask.zh.starts_with('请'), "{}: {}", rule.id, rule.ask.zh);
        }
    }

    #[test]
    fn no_letter_says_how_the_office_calls_its_files() {
        // Of DOC-10 nobody gets a letter with its words.
        for rule in rules().iter().filter(|rule| &*rule.id != "DOC-10") {
            for (case, wording) in &rule.cases {
                let letter = wording.letter.as_ref().map_or([&wording.zh, &wording.en], |it| [&it.zh, &it.en]);
                assert!(letter.iter().all(|text| !text.contains("{report}")), "{} {case}", rule.id);
                let names =
                    |text: &str| -> Vec<String> { crate::words::placeholders(text).map(str::to_owned).collect() };
                let known: Vec<String> = [names(&wording.zh), names(&wording.en)].concat();
                assert!(letter.iter().all(|text| names(text).iter().all(|name| known.contains(name))), "{}", rule.id);
            }
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
