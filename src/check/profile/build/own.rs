//! An office's own rules: relations between cells, and words that a section must have. Knows nothing of what is set of the
//! rules that are shipped.

use toml::Spanned;

use crate::base::nearest::nearest;
use crate::check::rule::{Rule, Scope, Severity, Wording};
use crate::form;
use crate::report::{Number, SafeText};
use crate::words::{EN, Words, ZH};

use super::Builder;
use crate::check::profile::error::ProfileTrouble;
use crate::check::profile::file::{RequireData, RuleData, TermData, Text, WordingData};
use crate::check::profile::own::{OwnRule, OwnScope, Relation, Source};
use crate::check::profile::required::Required;
use crate::check::profile::term::{Named, in_edition, matching};

/// So many of the cells that a name may mean are shown.
const SHOWN: usize = 6;

/// What all rules of an office's own have.
struct OwnData<'a> {
    key: &'a str,
    id: &'a Text,
    zh: &'a Text,
    en: &'a Option<Text>,
    level: Option<&'a Text>,
    scope: Scope,
    wording: &'a WordingData,
}

impl Builder {
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
        for (name, text) in [("zh", Some(data.zh)), ("en", data.en.as_ref())] {
            self.not_empty(text, &format!("{}.{name}", data.key));
        }
        let en = data.en.as_ref().unwrap_or(data.zh);
        let (zh, en) = (SafeText::line(data.zh.as_ref()), SafeText::line(en.as_ref()));
        let wording = Wording { level: None, off: false, ..wording.clone() };
        let rule = Rule::own(data.id.as_ref(), &zh, &en, level.unwrap_or(Severity::Warning), data.scope, case, wording);
        // A profile is loaded once and lives as long as the program.
        is_new.then(|| &*Box::leak(Box::new(rule)))
    }

    /// A relation between cells.
    pub(super) fn own(&mut self, data: RuleData) {
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
            zh: own_broken(ZH, data.zh.as_ref()).into(),
            en: own_broken(EN, data.en.as_ref().unwrap_or(&data.zh).as_ref()).into(),
            level: None,
            off: false,
            letter: None,
            ask: None,
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
        let editions: Vec<_> = form::editions()
            .iter()
            .filter_map(|form| Some((form, [in_edition(&left, form)?, in_edition(&right, form)?])))
            .collect();
        if editions.iter().any(|(_, [left, right])| left.is_same(right)) {
            return self.problem(&data.right, &format!("{key}.right"), ProfileTrouble::SameSides, None);
        }
        let terms = [written(&data.left), written(&data.right)];
        self.profile.own.push(OwnRule { rule, scope: own, relation, editions, terms });
    }

    /// The terms of a side; `None` if one of them is wrong.
    fn side(&mut self, side: &Spanned<Vec<Spanned<TermData>>>, scope: OwnScope, key: &str) -> Option<Vec<Named>> {
        if side.as_ref().is_empty() {
            self.problem(side, key, ProfileTrouble::EmptySide, None);
            return None;
        }
        // Each is looked at, so that each that is wrong is named.
        let terms: Vec<Option<Named>> = side.as_ref().iter().map(|data| self.term(data, scope, key)).collect();
        terms.into_iter().collect()
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
        let found =
            form::editions().iter().map(|form| (form, matching(form, pattern))).max_by_key(|(_, all)| all.len());
        let (form, cells) = found?;
        if cells.is_empty() {
            let ids = form::editions().iter().flat_map(|form| form.cells().map(move |cell| form.id(cell)));
            let near = nearest(pattern, ids);
            let trouble = if pattern.is_ascii() { ProfileTrouble::UnknownCell } else { ProfileTrouble::UnknownNames };
            self.problem(data, key, trouble, near);
            return None;
        }
        if cells.len() > 1 && !pattern.contains('*') {
            let ids = cells.iter().take(SHOWN).map(|cell| form.id(*cell).into()).collect();
            self.problem(data, key, ProfileTrouble::SeveralCells(ids), None);
            return None;
        }
        Some(term)
    }

    /// Words that a section must have.
    pub(super) fn required(&mut self, data: RequireData) {
        let key = format!("require \"{}\"", data.id.as_ref());
        let section = *data.section.as_ref();
        let mut is_good = true;
        if !(1..=6).contains(&section) {
            self.problem(&data.section, &format!("{key}.section"), ProfileTrouble::BadSection, None);
            is_good = false;
        }
        let (any, all) = (self.words(data.any, &format!("{key}.any")), self.words(data.all, &format!("{key}.all")));
        if any.is_empty() && all.is_empty() {
            self.problem(&data.id, &key, ProfileTrouble::NoWords, None);
            is_good = false;
        }
        let shipped = Wording {
            zh: own_missing(ZH, data.zh.as_ref()).into(),
            en: own_missing(EN, data.en.as_ref().unwrap_or(&data.zh).as_ref()).into(),
            level: None,
            off: false,
            letter: None,
            ask: None,
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
            let section = u8::try_from(section).unwrap_or_default();
            self.profile.required.push(Required { rule, section, any, all });
        }
    }
}

/// The terms of a side as they are written.
fn written(side: &Spanned<Vec<Spanned<TermData>>>) -> Vec<SafeText> {
    let one = |term: &Spanned<TermData>| match term.as_ref() {
        TermData::Whole(number) => SafeText::line(&number.to_string()),
        TermData::Text(text) => SafeText::line(text.trim()),
    };
    side.as_ref().iter().map(one).collect()
}

/// The wording of a broken relation: the name is known, the rest is filled in at each finding.
fn own_broken(words: &Words, name: &str) -> String {
    words.profile.own_broken(name, "{relation}", "{left}", "{right}", "{difference}")
}

/// The wording of missing words, likewise.
fn own_missing(words: &Words, name: &str) -> String {
    words.profile.own_missing(name, "{section}", "{words}")
}
