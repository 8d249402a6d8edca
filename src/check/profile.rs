//! What an office has set: levels, thresholds, switches, wordings.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use super::lexicon::Lexicon;
use super::rule::{Rule, Severity, Wording};

/// The settings of one office. [`Profile::standard`] is what the rules ship with.
#[derive(Debug, Default)]
pub struct Profile {
    /// By rule id: its level, or that it is switched off.
    levels: HashMap<Box<str>, Option<Severity>>,
    /// By rule id and name.
    numbers: HashMap<(Box<str>, Box<str>), i64>,
    /// The word lists, ready to be looked for.
    lexicon: OnceLock<Lexicon>,
}

static STANDARD: LazyLock<Profile> = LazyLock::new(Profile::default);

impl Profile {
    /// Without any setting of an office's own.
    #[must_use]
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// The level of a finding: `case` is the level of its case, where it has one. `None` if the rule is switched off.
    #[must_use]
    pub fn level(&self, rule: &Rule, case: Option<Severity>) -> Option<Severity> {
        match self.levels.get(&rule.id) {
            Some(set) => *set,
            None => Some(case.unwrap_or(rule.level)),
        }
    }

    /// The wording of one of a rule's cases.
    #[must_use]
    pub fn wording(&self, rule: &'static Rule, case: &str) -> Option<&'static Wording> {
        rule.cases.get(case)
    }

    /// A threshold of a rule; 0 if the rule has none of that name.
    #[must_use]
    pub fn number(&self, rule: &Rule, name: &str) -> i64 {
        let set = self.numbers.get(&(rule.id.clone(), name.into()));
        set.or_else(|| rule.numbers.get(name)).copied().unwrap_or(0)
    }

    /// A word list of a rule; empty if the rule has none of that name.
    #[must_use]
    pub fn list<'a>(&'a self, rule: &'a Rule, name: &str) -> &'a [Box<str>] {
        rule.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// The word lists of the rules about texts, ready to be looked for all at once.
    pub(super) fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| Lexicon::of(self))
    }

    /// With one level and one threshold set, for tests.
    #[cfg(test)]
    pub(super) fn with(level: Option<(&str, Option<Severity>)>, number: Option<(&str, &str, i64)>) -> Self {
        let mut profile = Self::default();
        profile.levels.extend(level.map(|(rule, level)| (rule.into(), level)));
        profile.numbers.extend(number.map(|(rule, name, value)| ((rule.into(), name.into()), value)));
        profile
    }
}
