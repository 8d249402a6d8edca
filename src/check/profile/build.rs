//! From the text of a profile to what it sets; every problem is collected, so that all can be mended at once.

use std::collections::{BTreeMap, HashSet};

use toml::Spanned;

use crate::base::lines::LineStarts;
use crate::base::nearest::nearest;
use crate::check::rule::{Rule, Scope, Severity, Wording, rule, rules};
use crate::form;
use crate::report::given::is_column;
use crate::report::{Number, SafeText};
use crate::words::{EN, Words, ZH};

use super::error::{ProfileProblem, ProfileTrouble};
use super::file::{ByName, DatesData, File, RequireData, RuleData, TermData, Text, WordingData};
use super::own::{OwnRule, OwnScope, Relation, Source};
use super::required::Required;
use super::term::{Named, in_edition, matching};
use super::{Dates, Profile};

const LONGEST_ID: usize = 24;
/// For so many unknown rules it is said which one may be meant.
const WITH_NEAREST: usize = 64;

/// The profile, or everything that is wrong with it.
pub(super) fn from_text(text: &str) -> Result<Profile, Vec<ProfileProblem>> {
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let line = error.span().map_or(0, |span| LineStarts::of(text).line(span.start));
            let trouble = ProfileTrouble::Toml(error.message().into());
            return Err(vec![ProfileProblem { line, key: "TOML".into(), trouble, nearest: None }]);
        }
    };
    let mut builder =
        Builder { lines: LineStarts::of(text), profile: Profile::default(), problems: Vec::new(), ids: HashSet::new() };
    builder.build(file);
    builder.problems.sort_by_key(|problem| problem.line);
    if builder.problems.is_empty() { Ok(builder.profile) } else { Err(builder.problems) }
}

pub(super) struct Builder {
    lines: LineStarts,
    pub(super) profile: Profile,
    problems: Vec<ProfileProblem>,
    /// Of the office's own rules.
    ids: HashSet<Box<str>>,
}

impl Builder {
    fn build(&mut self, file: File) {
        let reasons = file.reasons.iter().filter(|one| !one.trim().is_empty());
        self.profile.reasons = reasons.map(|one| SafeText::line(one)).collect();
        for data in file.rule {
            self.own(data);
        }
        for data in file.require {
            self.required(data);
        }
        for (id, level) in &file.levels {
            let key = format!("levels.\"{}\"", id.as_ref());
            if self.ids.contains(id.as_ref().as_str()) || self.known(id, &key).is_some() {
                let level = self.level(level, &key);
                self.profile.levels.extend(level.map(|level| (id.as_ref().as_str().into(), level)));
            }
        }
        self.numbers(&file.numbers);
        for (id, lists) in file.lists {
            let key = format!("lists.\"{}\"", id.as_ref());
            let Some(rule) = self.known(&id, &key) else { continue };
            for (name, data) in lists {
                let Some(shipped) = self.named(&rule.lists, &name, &key) else { continue };
                let mut words = data.replace.map_or_else(|| shipped.clone(), boxed);
                words.extend(boxed(data.extend));
                self.profile.lists.insert((rule.id.clone(), name.as_ref().as_str().into()), words);
            }
        }
        for (id, cases) in file.wording {
            let key = format!("wording.\"{}\"", id.as_ref());
            let Some(rule) = self.known(&id, &key) else { continue };
            for (name, data) in cases {
                let Some(shipped) = self.named(&rule.cases, &name, &key) else { continue };
                let wording = self.wording(&data, shipped, &format!("{key}.{}", name.as_ref()));
                self.profile.wordings.insert((rule.id.clone(), name.as_ref().as_str().into()), wording);
            }
        }
        for (name, what) in &file.ledger {
            if is_column(what.as_ref()) {
                self.profile.ledger.push((name.as_ref().as_str().into(), what.as_ref().as_str().into()));
            } else {
                let ids = form::editions().iter().flat_map(|form| form.cells().map(move |cell| form.id(cell)));
                let near = nearest(what.as_ref(), ids);
                self.problem(what, &format!("ledger.\"{}\"", name.as_ref()), ProfileTrouble::UnknownCell, near);
            }
        }
        self.returns(&file.returns);
        file.template.iter().for_each(|data| self.template(data));
        self.dates(&file.dates);
    }

    fn dates(&mut self, data: &DatesData) {
        let standard = Dates::default();
        let departments = self.date(data.departments.as_ref(), "dates.departments", standard.departments);
        let governments = self.date(data.governments.as_ref(), "dates.governments", standard.governments);
        let usual = Dates::of(departments, governments);
        let towns = self.date(data.towns.as_ref(), "dates.towns", usual.towns);
        self.profile.dates = Dates {
            offices: self.date(data.offices.as_ref(), "dates.offices", usual.offices),
            towns,
            subdistricts: self.date(data.subdistricts.as_ref(), "dates.subdistricts", towns),
            ..usual
        };
    }

    fn numbers(&mut self, numbers: &ByName<ByName<i64>>) {
        for (id, numbers) in numbers {
            let key = format!("numbers.\"{}\"", id.as_ref());
            let Some(rule) = self.known(id, &key) else { continue };
            for (name, number) in numbers {
                if self.named(&rule.numbers, name, &key).is_some() {
                    self.profile.numbers.insert((rule.id.clone(), name.as_ref().as_str().into()), *number);
                }
            }
        }
    }

    pub(super) fn problem<T>(
        &mut self,
        at: &Spanned<T>,
        key: &str,
        trouble: ProfileTrouble,
        nearest: Option<Box<str>>,
    ) {
        let line = self.lines.line(at.span().start);
        self.problems.push(ProfileProblem { line, key: key.into(), trouble, nearest });
    }

    /// The rule of the catalogue with this id.
    fn known(&mut self, id: &Text, key: &str) -> Option<&'static Rule> {
        let found = rule(id.as_ref());
        if found.is_none() {
            let names = rules().iter().map(|rule| &*rule.id);
            let near = (self.problems.len() < WITH_NEAREST).then(|| nearest(id.as_ref(), names)).flatten();
            self.problem(id, key, ProfileTrouble::UnknownRule, near);
        }
        found
    }

    /// What a rule has under this name.
    fn named<'m, T>(&mut self, map: &'m BTreeMap<Box<str>, T>, name: &Text, key: &str) -> Option<&'m T> {
        let found = map.get(name.as_ref().as_str());
        if found.is_none() {
            let near = nearest(name.as_ref(), map.keys().map(|known| &**known));
            self.problem(name, &format!("{key}.{}", name.as_ref()), ProfileTrouble::UnknownName, near);
        }
        found
    }

    /// `Some(None)`: switched off.
    fn level(&mut self, text: &Text, key: &str) -> Option<Option<Severity>> {
        let level = Severity::ALL.into_iter().find(|level| level.id() == text.as_ref());
        if level.is_none() && text.as_ref() != "off" {
            let names = Severity::ALL.into_iter().map(Severity::id).chain(["off"]);
            let near = nearest(text.as_ref(), names);
            self.problem(text, key, ProfileTrouble::BadLevel, near);
            return None;
        }
        Some(level)
    }

    fn date(&mut self, text: Option<&Text>, key: &str, standard: (u8, u8)) -> (u8, u8) {
        let Some(text) = text else { return standard };
        let parsed = text.as_ref().split_once('-').and_then(|(month, day)| {
            let date = (month.parse().ok()?, day.parse().ok()?);
            jiff::civil::Date::new(2024, date.0, date.1).ok()?;
            Some((u8::try_from(date.0).ok()?, u8::try_from(date.1).ok()?))
        });
        if parsed.is_none() {
            self.problem(text, key, ProfileTrouble::BadDate, None);
        }
        parsed.unwrap_or(standard)
    }

    /// Another wording; it may use the placeholders of the shipped one.
    fn wording(&mut self, data: &WordingData, shipped: &Wording, key: &str) -> &'static Wording {
        let allowed: HashSet<&str> = placeholders(&shipped.zh).chain(placeholders(&shipped.en)).collect();
        for text in [&data.zh, &data.en].into_iter().flatten() {
            for name in placeholders(text.as_ref()).filter(|name| !allowed.contains(name)) {
                self.problem(
                    text,
                    key,
                    ProfileTrouble::BadPlaceholder(name.into()),
                    nearest(name, allowed.iter().copied()),
                );
            }
        }
        // Shown on the screen like everything else from outside.
        let safe = |text: &str| SafeText::line(text).as_str().into();
        let text = |text: &Option<Text>, shipped: &str| safe(text.as_ref().map_or(shipped, |text| text.as_ref()));
        let wording = Wording {
            zh: text(&data.zh, &shipped.zh),
            en: text(&data.en, &shipped.en),
            level: shipped.level,
            off: shipped.off,
        };
        // A profile is loaded once and lives as long as the program.
        Box::leak(Box::new(wording))
    }

    /// An id that no other rule has.
    fn id(&mut self, id: &Text, key: &str) -> bool {
        let text = id.as_ref();
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let trouble = if text.is_empty() || text.len() > LONGEST_ID || !text.chars().all(is_letter) {
            ProfileTrouble::BadId
        } else if rule(text).is_some() || !self.ids.insert(text.as_str().into()) {
            ProfileTrouble::TakenId
        } else {
            return true;
        };
        self.problem(id, key, trouble, None);
        false
    }

    /// A rule of the office's own with its one case.
    fn rule(&mut self, data: OwnData<'_>, case: &str, shipped: Wording) -> Option<&'static Rule> {
        let is_new = self.id(data.id, &format!("{}.id", data.key));
        let level = match data.level {
            Some(level) => self.level(level, &format!("{}.level", data.key))?,
            None => Some(Severity::Warning),
        };
        let wording = self.wording(data.wording, &shipped, &format!("{}.wording", data.key));
        if level.is_none() {
            self.profile.levels.insert(data.id.as_ref().as_str().into(), None);
        }
        let (zh, en) = (SafeText::line(data.zh), SafeText::line(data.en.as_deref().unwrap_or(data.zh)));
        let wording = Wording { zh: wording.zh.clone(), en: wording.en.clone(), level: None, off: false };
        let rule = Rule::own(data.id.as_ref(), &zh, &en, level.unwrap_or(Severity::Warning), data.scope, case, wording);
        // A profile is loaded once and lives as long as the program.
        is_new.then(|| &*Box::leak(Box::new(rule)))
    }

    fn own(&mut self, data: RuleData) {
        let key = format!("rule \"{}\"", data.id.as_ref());
        let scope = match data.scope.as_ref().map(|scope| scope.as_ref().as_str()) {
            None | Some("report") => Some((OwnScope::Report, Scope::Report)),
            Some("years") => Some((OwnScope::Years, Scope::CrossYear)),
            Some("region") => Some((OwnScope::Region, Scope::CrossAgency)),
            Some(_) => None,
        };
        if let (None, Some(text)) = (&scope, &data.scope) {
            let near = nearest(text.as_ref(), ["report", "years", "region"]);
            self.problem(text, &format!("{key}.scope"), ProfileTrouble::BadScope, near);
        }
        let relation = match &data.relation {
            None => Some(Relation::Equal),
            Some(text) => {
                let relation = Relation::parse(text.as_ref());
                if relation.is_none() {
                    self.problem(text, &format!("{key}.relation"), ProfileTrouble::BadRelation, None);
                }
                relation
            }
        };
        let Some((own, scope)) = scope else { return };
        let sides = [("left", &data.left), ("right", &data.right)];
        let parsed = sides.map(|(name, side)| self.side(side, own, &format!("{key}.{name}")));
        let shipped = Wording {
            zh: own_broken(ZH, &data.zh).into(),
            en: own_broken(EN, data.en.as_ref().unwrap_or(&data.zh)).into(),
            level: None,
            off: false,
        };
        let own_data = OwnData {
            key: &key,
            id: &data.id,
            zh: &data.zh,
            en: &data.en,
            level: data.level.as_ref(),
            scope,
            wording: &data.wording,
        };
        let rule = self.rule(own_data, "broken", shipped);
        let ([Some(left), Some(right)], Some(relation), Some(rule)) = (parsed, relation, rule) else { return };
        if !left.iter().chain(&right).any(|term| term.cells.is_some() && term.source == Source::Here) {
            return self.problem(&data.left, &format!("{key}.left"), ProfileTrouble::NoCells, None);
        }
        let editions = form::editions()
            .iter()
            .filter_map(|form| Some((form, [in_edition(&left, form)?, in_edition(&right, form)?])))
            .collect();
        self.profile.own.push(OwnRule { rule, scope: own, relation, editions });
    }

    /// The terms of a side; `None` if one of them is wrong.
    fn side(&mut self, side: &Spanned<Vec<Spanned<TermData>>>, scope: OwnScope, key: &str) -> Option<Vec<Named>> {
        if side.as_ref().is_empty() {
            self.problem(side, key, ProfileTrouble::EmptySide, None);
            return None;
        }
        let mut terms = Some(Vec::new());
        for data in side.as_ref() {
            match self.term(data, scope, key) {
                Some(term) => {
                    terms = terms.map(|mut terms: Vec<Named>| {
                        terms.push(term);
                        terms
                    })
                }
                None => terms = None,
            }
        }
        terms
    }

    fn term(&mut self, data: &Spanned<TermData>, scope: OwnScope, key: &str) -> Option<Named> {
        let text = match data.as_ref() {
            TermData::Whole(number) => return Some(Named::constant(Number::int(*number))),
            TermData::Text(text) => text.trim(),
        };
        if let Some(number) = Number::parse(text) {
            return Some(Named::constant(number));
        }
        let Some(term) = Named::parse(text) else {
            self.problem(data, key, ProfileTrouble::BadTerm, None);
            return None;
        };
        let fits = match term.source {
            Source::Here => true,
            Source::LastYear => scope == OwnScope::Years,
            Source::Units => scope == OwnScope::Region,
        };
        if !fits {
            self.problem(data, key, ProfileTrouble::WrongSource, None);
            return None;
        }
        let pattern = term.cells.as_deref().unwrap_or_default();
        if form::editions().iter().all(|form| matching(form, pattern).is_empty()) {
            let ids = form::editions().iter().flat_map(|form| form.cells().map(move |cell| form.id(cell)));
            let near = nearest(pattern, ids);
            self.problem(data, key, ProfileTrouble::UnknownCell, near);
            return None;
        }
        Some(term)
    }

    fn required(&mut self, data: RequireData) {
        let key = format!("require \"{}\"", data.id.as_ref());
        let section = *data.section.as_ref();
        let mut is_good = true;
        if !(1..=6).contains(&section) {
            self.problem(&data.section, &format!("{key}.section"), ProfileTrouble::BadSection, None);
            is_good = false;
        }
        let (any, all) = (boxed(data.any), boxed(data.all));
        if any.is_empty() && all.is_empty() {
            self.problem(&data.id, &key, ProfileTrouble::NoWords, None);
            is_good = false;
        }
        let shipped = Wording {
            zh: own_missing(ZH, &data.zh).into(),
            en: own_missing(EN, data.en.as_ref().unwrap_or(&data.zh)).into(),
            level: None,
            off: false,
        };
        let own = OwnData {
            key: &key,
            id: &data.id,
            zh: &data.zh,
            en: &data.en,
            level: data.level.as_ref(),
            scope: Scope::Report,
            wording: &data.wording,
        };
        if let (Some(rule), true) = (self.rule(own, "missing", shipped), is_good) {
            self.profile.required.push(Required { rule, section, any, all });
        }
    }
}

/// What all rules of an office's own have.
struct OwnData<'a> {
    key: &'a str,
    id: &'a Text,
    zh: &'a str,
    en: &'a Option<String>,
    level: Option<&'a Text>,
    scope: Scope,
    wording: &'a WordingData,
}

/// The wording of a broken relation: the name is known, the rest is filled in at each finding.
fn own_broken(words: &Words, name: &str) -> String {
    words.profile.own_broken(name, "{relation}", "{left}", "{right}", "{difference}")
}

/// The wording of missing words, likewise.
fn own_missing(words: &Words, name: &str) -> String {
    words.profile.own_missing(name, "{section}", "{words}")
}

fn boxed(words: Vec<String>) -> Vec<Box<str>> {
    words.into_iter().filter(|word| !word.is_empty()).map(Into::into).collect()
}

pub(super) fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name))
}
