//! From the text of a profile to what it sets; every problem is collected, so that all can be mended at once.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use toml::Spanned;

use crate::base::lines::LineStarts;
use crate::base::nearest::nearest;
use crate::check::rule::{Rule, Severity, Wording, rule, rules};
use crate::form;
use crate::report::SafeText;
use crate::report::given::is_column;
use crate::words::placeholders;

use super::error::{ProfileProblem, ProfileTrouble};
use super::file::{self, ByName, DatesData, File, Text, WordingData};
use super::{Dates, Office, Profile};

mod own;
mod sense;

pub(super) use sense::range;

const LONGEST_ID: usize = 24;
/// For so many unknown rules it is said which one may be meant.
const WITH_NEAREST: usize = 64;

/// The profile, or everything that is wrong with it: with its shape and with its meaning.
pub(super) fn from_text(text: &str) -> Result<Profile, Vec<ProfileProblem>> {
    let lines = LineStarts::of(text);
    let (file, problems) = file::read(text, &lines);
    let mut builder = Builder { lines, profile: Profile::default(), problems, ids: HashSet::new() };
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
        self.not_empty(file.name.as_ref(), "name");
        self.profile.name = file.name.map(|name| SafeText::line(name.as_ref().trim()));
        let reasons = self.words(file.reasons, "reasons");
        self.profile.reasons = reasons.iter().map(|one| SafeText::line(one)).collect();
        self.profile.office = Office::of(&file.office);
        for data in file.rule {
            self.own(data);
        }
        for data in file.require {
            self.required(data);
        }
        self.levels(&file.levels);
        self.numbers(&file.numbers);
        self.lists(file.lists);
        self.wordings(file.wording);
        for (name, what) in &file.ledger {
            if is_column(what.as_ref()) {
                self.profile.ledger.push((name.as_ref().as_str().into(), what.as_ref().as_str().into()));
            } else {
                let ids = form::editions().iter().flat_map(|form| form.cells().map(move |cell| form.id(cell)));
                let near = nearest(what.as_ref(), ids);
                self.problem(what, &format!("ledger.\"{}\"", name.as_ref()), ProfileTrouble::UnknownCell, near);
            }
        }
        self.returns(file.days.as_ref());
        file.template.iter().for_each(|data| self.template(data));
        self.dates(&file.dates);
        if let Some(data) = file.score {
            self.score(data);
        }
    }

    /// The office's own rules, by their ids.
    pub(super) fn own_ids(&self) -> impl Iterator<Item = &Box<str>> {
        self.ids.iter()
    }

    fn levels(&mut self, levels: &ByName<Text>) {
        for (id, level) in levels {
            let key = format!("levels.\"{}\"", id.as_ref());
            if self.ids.contains(id.as_ref().as_str()) {
                self.set_level(id, level, &key);
            } else if let Some(rule) = self.known(id, &key) {
                if rule.awaits || rule.unchecked {
                    self.problem(id, &key, ProfileTrouble::NeverRuns, None);
                }
                self.set_level(id, level, &key);
            }
        }
    }

    fn set_level(&mut self, id: &Text, level: &Text, key: &str) {
        let level = self.level(level, key);
        self.profile.levels.extend(level.map(|level| (id.as_ref().as_str().into(), level)));
    }

    fn wordings(&mut self, wordings: ByName<ByName<WordingData>>) {
        for (id, cases) in wordings {
            let key = format!("wording.\"{}\"", id.as_ref());
            let Some(rule) = self.known(&id, &key) else { continue };
            for (name, data) in cases {
                let Some(shipped) = self.named(&rule.cases, &name, &key) else { continue };
                let wording = self.wording(&data, shipped, &format!("{key}.{}", name.as_ref()));
                self.profile.wordings.insert((rule.id.clone(), name.as_ref().as_str().into()), wording);
            }
        }
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
            let known = map.keys().cloned().collect();
            self.problem(name, &format!("{key}.{}", name.as_ref()), ProfileTrouble::UnknownName(known), near);
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
                let near = nearest(name, allowed.iter().copied());
                let known: BTreeSet<&str> = allowed.iter().copied().filter(|_| near.is_none()).collect();
                let known = known.into_iter().map(Into::into).collect();
                self.problem(text, key, ProfileTrouble::BadPlaceholder(name.into(), known), near);
            }
        }
        for (name, text) in [("zh", &data.zh), ("en", &data.en)] {
            self.not_empty(text.as_ref(), &format!("{key}.{name}"));
        }
        // Shown on the screen like everything else from outside.
        let safe = |text: &str| SafeText::line(text).as_str().into();
        let text = |text: &Option<Text>, shipped: &str| safe(text.as_ref().map_or(shipped, |text| text.as_ref()));
        let wording = Wording {
            zh: text(&data.zh, &shipped.zh),
            en: text(&data.en, &shipped.en),
            level: shipped.level,
            off: shipped.off,
            letter: shipped.letter.clone(),
            ask: shipped.ask.clone(),
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
}
