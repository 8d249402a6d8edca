//! What an office has set: levels, thresholds, switches, wordings, and rules of its own.
//!
//! Owns: the profile file (`docs/profile.md`) and what it changes. A profile is loaded once and lives as long as the
//! program, so that rules and wordings of an office's own are treated like the built-in ones.

pub(super) mod basis;
mod build;
mod error;
mod file;
pub(super) mod own;
pub(super) mod required;
pub(crate) mod score;
mod shape;
mod template;
mod term;

use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;

use crate::base;
use crate::check::rule::{Rule, RuleId, Severity, Wording, rules};
use crate::report::given::ColumnNames;
use crate::report::{GivenFile, SafeText};

pub(crate) use error::ProfileError;
#[cfg(test)]
pub(crate) use error::ProfileTrouble;
pub(super) use own::{OwnRule, OwnScope};
use required::Required;
pub(crate) use score::{Points, ScoreScheme};
pub(crate) use template::{PLACEHOLDERS, Template};

/// What a section must have: its number, one of some words, each of others.
pub(crate) type WantedWords<'a> = (u8, &'a [Box<str>], &'a [Box<str>]);

/// A rule's id, and the name of something that it has.
type Key = (Box<str>, Box<str>);

/// The settings of one office. [`Profile::standard`] is what the rules ship with.
#[derive(Debug, Default)]
pub struct Profile {
    /// For people: whose it is.
    name: Option<SafeText>,
    /// The file that it was read from, and what its bytes come to.
    source: Option<GivenFile>,
    /// By rule id: its level, or that it is switched off.
    levels: HashMap<Box<str>, Option<Severity>>,
    numbers: HashMap<Key, i64>,
    lists: HashMap<Key, Vec<Box<str>>>,
    wordings: HashMap<Key, &'static Wording>,
    reasons: Vec<SafeText>,
    dates: Dates,
    ledger: Vec<(Box<str>, Box<str>)>,
    templates: Vec<Template>,
    return_days: Option<i64>,
    own: Vec<OwnRule>,
    required: Vec<Required>,
    office: Office,
    score: Option<ScoreScheme>,
}

/// How an office signs what it sends out; what it has not set is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Office {
    pub(crate) name: SafeText,
    pub(crate) contact: SafeText,
    /// How notices are numbered, with `{year}` and `{n}`.
    pub(crate) number: SafeText,
}

impl Office {
    fn of(data: &file::OfficeData) -> Self {
        let text = |text: &Option<file::Text>| text.as_ref().map(|text| SafeText::line(text.as_ref().trim()));
        let [name, contact, number] =
            [&data.name, &data.contact, &data.number].map(|one| text(one).unwrap_or_default());
        Self { name, contact, number }
    }
}

/// Until when reports of the year before are to be published, as month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dates {
    pub(crate) departments: (u8, u8),
    /// A government's summary.
    pub(crate) governments: (u8, u8),
    /// The office of a government, which may write for it.
    pub(crate) offices: (u8, u8),
    /// The governments of towns and townships.
    pub(crate) towns: (u8, u8),
    pub(crate) subdistricts: (u8, u8),
}

impl Dates {
    /// What is set for departments and governments holds for the others, too: an office may write for its government, and
    /// the towns, which no article names, have the later date.
    pub(crate) fn of(departments: (u8, u8), governments: (u8, u8)) -> Self {
        let later = departments.max(governments);
        Self { departments, governments, offices: later, towns: later, subdistricts: later }
    }
}

/// 条例 article 50: departments by 31 January, governments by 31 March.
impl Default for Dates {
    fn default() -> Self {
        Self::of((1, 31), (3, 31))
    }
}

static STANDARD: LazyLock<Profile> = LazyLock::new(Profile::default);

/// A profile is written by hand.
const MAX_BYTES: u64 = 1 << 20;

impl Profile {
    /// Without any setting of an office's own.
    #[must_use]
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// Reads a profile file.
    ///
    /// # Errors
    /// If the file cannot be read, or something in it is not what it should be: every problem with its line and key.
    pub fn load(path: &Path) -> Result<Self, ProfileError> {
        let text = base::file::read_text(path, MAX_BYTES);
        let text = text.map_err(|refused| ProfileError::unreadable(path, refused.into()))?;
        let profile = build::from_text(&text).map_err(|problems| ProfileError::new(path, problems))?;
        Ok(Self { source: Some(GivenFile::of(path, text.as_bytes())), ..profile })
    }

    /// Whose it is, as the office calls it.
    #[must_use]
    pub(crate) fn name(&self) -> Option<&SafeText> {
        self.name.as_ref()
    }

    /// The file that it was read from.
    #[must_use]
    pub(crate) fn source(&self) -> Option<&GivenFile> {
        self.source.as_ref()
    }

    /// The same, kept as long as the program runs.
    ///
    /// # Errors
    /// As [`Profile::load`].
    pub(crate) fn load_static(path: &Path) -> Result<&'static Self, ProfileError> {
        Self::load(path).map(|profile| &*Box::leak(Box::new(profile)))
    }

    /// The level of a finding: `case` is the level of its case, where it has one. `None` if the rule is switched off.
    #[must_use]
    pub(crate) fn level(&self, rule: &Rule, case: Option<Severity>) -> Option<Severity> {
        let shipped = || (!rule.off).then(|| case.unwrap_or(rule.level));
        if self.levels.is_empty() {
            return shipped();
        }
        self.levels.get(&rule.id).copied().unwrap_or_else(shipped)
    }

    /// The level of what a rule says in a wording of its own.
    pub(crate) fn level_of(&self, rule: &Rule, wording: &Wording) -> Option<Severity> {
        let is_set = self.levels.contains_key(&rule.id);
        self.level(rule, wording.level).filter(|_| is_set || !wording.off)
    }

    /// The wording of one of a rule's cases.
    #[must_use]
    pub(crate) fn wording(&self, rule: &'static Rule, case: &str) -> Option<&'static Wording> {
        let shipped = rule.cases.get(case)?;
        if self.wordings.is_empty() {
            return Some(shipped);
        }
        Some(self.wordings.get(&(rule.id.clone(), case.into())).copied().unwrap_or(shipped))
    }

    /// The same as it stands in a list of rules.
    #[must_use]
    pub(crate) fn wording_of<'a>(&'a self, rule: &'a Rule, case: &str) -> Option<&'a Wording> {
        let own = self.wordings.get(&(rule.id.clone(), case.into())).copied();
        own.or_else(|| rule.cases.get(case))
    }

    /// Has the office given the rule a level?
    #[must_use]
    pub(crate) fn sets_level(&self, rule: &Rule) -> bool {
        self.levels.contains_key(&rule.id)
    }

    /// The relation of one of the office's own rules, as it is written.
    #[must_use]
    pub(crate) fn relation(&self, rule: &Rule) -> Option<String> {
        self.own.iter().find(|own| std::ptr::eq(own.rule(), rule)).map(OwnRule::written)
    }

    /// What a rule of the office's own wants to read: the section, one of some words, each of others.
    #[must_use]
    pub(crate) fn wants(&self, rule: &Rule) -> Option<WantedWords<'_>> {
        let one = self.required.iter().find(|one| std::ptr::eq(one.rule(), rule))?;
        Some((one.section, &one.any, &one.all))
    }

    /// What a threshold of this name can be.
    #[must_use]
    pub(crate) fn range(name: &str) -> (i64, i64) {
        build::range(name)
    }

    /// Is a rule of the catalogue not switched off?
    #[must_use]
    pub(crate) fn is_on(&self, id: RuleId) -> bool {
        self.level(id.rule(), None).is_some()
    }

    /// A threshold of a rule of the catalogue.
    #[must_use]
    pub(crate) fn threshold(&self, id: RuleId, name: &str) -> i64 {
        self.number(id.rule(), name)
    }

    /// A word list of a rule of the catalogue.
    #[must_use]
    pub(crate) fn words(&self, id: RuleId, name: &str) -> &[Box<str>] {
        self.list(id.rule(), name)
    }

    /// A threshold of a rule; 0 if the rule has none of that name.
    #[must_use]
    pub(crate) fn number(&self, rule: &Rule, name: &str) -> i64 {
        let shipped = || rule.numbers.get(name).copied().unwrap_or(0);
        if self.numbers.is_empty() {
            return shipped();
        }
        self.numbers.get(&(rule.id.clone(), name.into())).copied().unwrap_or_else(shipped)
    }

    /// A word list of a rule; empty if the rule has none of that name.
    #[must_use]
    pub(crate) fn list<'a>(&'a self, rule: &'a Rule, name: &str) -> &'a [Box<str>] {
        let shipped = || rule.lists.get(name).map_or(&[][..], Vec::as_slice);
        if self.lists.is_empty() {
            return shipped();
        }
        self.lists.get(&(rule.id.clone(), name.into())).map_or_else(shipped, Vec::as_slice)
    }

    /// With one level and one threshold set, for tests.
    #[cfg(test)]
    pub(super) fn with(level: Option<(&str, Option<Severity>)>, number: Option<(&str, &str, i64)>) -> Self {
        let mut profile = Self::default();
        profile.levels.extend(level.map(|(rule, level)| (rule.into(), level)));
        profile.numbers.extend(number.map(|(rule, name, value)| ((rule.into(), name.into()), value)));
        profile
    }

    /// The reasons for accepting a finding that the office knows; none where it names none.
    #[must_use]
    pub(crate) fn reasons(&self) -> &[SafeText] {
        &self.reasons
    }

    /// The office's own templates for notes.
    #[must_use]
    pub(crate) fn templates(&self) -> &[Template] {
        &self.templates
    }

    /// How many days an agency is given to report anew.
    #[must_use]
    pub(crate) fn return_days(&self) -> i64 {
        self.return_days.unwrap_or(template::USUAL_DAYS)
    }

    /// Until when reports are to be published.
    #[must_use]
    pub(crate) fn dates(&self) -> Dates {
        self.dates
    }

    /// How the office signs.
    #[must_use]
    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    /// How reports are scored; nothing where the office has not said.
    #[must_use]
    pub(crate) fn score(&self) -> Option<&ScoreScheme> {
        self.score.as_ref()
    }

    /// What the columns of a ledger are called here, and what they hold.
    #[must_use]
    pub(crate) fn ledger(&self) -> &ColumnNames {
        &self.ledger
    }

    /// Every rule in force here: those of the catalogue, then the office's own.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        let own = self.own.iter().map(OwnRule::rule).chain(self.required.iter().map(Required::rule));
        rules().iter().chain(own)
    }

    /// The office's own relations of this scope.
    pub(super) fn own(&self, scope: OwnScope) -> impl Iterator<Item = &OwnRule> {
        self.own.iter().filter(move |own| own.scope() == scope)
    }

    /// What the office wants to read in the sections.
    pub(in crate::check) fn required(&self) -> &[Required] {
        &self.required
    }
}

#[cfg(test)]
mod tests;
