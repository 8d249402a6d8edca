//! The shape of a profile file: which keys there are, and what stands behind them. Whatever is wrong is named with its
//! key, and the rest is looked at all the same.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::lines::LineStarts;
use crate::base::nearest::nearest;
use crate::report::parser::{FoundInstead, shown};

use super::error::{ProfileProblem, ProfileTrouble, Takes};

/// A text and where it stands.
pub(super) type Text = Spanned<String>;
/// By a key that knows where it stands, in the order of the file.
pub(super) type ByName<T> = Vec<(Text, T)>;
/// What stands behind a key.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// Collects what is wrong with the shape.
pub(super) struct Shape<'l> {
    lines: &'l LineStarts,
    pub(super) problems: Vec<ProfileProblem>,
}

/// A table of which all keys are known.
pub(super) struct Fields<'v, 't> {
    at: std::ops::Range<usize>,
    table: &'v DeTable<'t>,
    /// What is said before its keys, with a dot.
    pub(super) key: String,
}

impl<'v, 't> Fields<'v, 't> {
    pub(super) fn get(&self, name: &str) -> Option<(&'v Value<'t>, String)> {
        self.table.get(name).map(|value| (value, format!("{}{name}", self.key)))
    }
}

impl<'l> Shape<'l> {
    pub(super) fn new(lines: &'l LineStarts) -> Self {
        Self { lines, problems: Vec::new() }
    }

    fn problem(&mut self, at: usize, key: &str, trouble: ProfileTrouble, nearest: Option<Box<str>>) {
        self.problems.push(ProfileProblem { line: self.lines.line(at), key: key.into(), trouble, nearest });
    }

    pub(super) fn wrong(&mut self, value: &Value<'_>, key: &str, takes: Takes) {
        self.problem(value.span().start, key, ProfileTrouble::WrongShape(takes, found(value.as_ref())), None);
    }

    pub(super) fn text(&mut self, value: &Value<'_>, key: &str) -> Option<Text> {
        let Some(text) = value.as_ref().as_str() else {
            self.wrong(value, key, Takes::Text);
            return None;
        };
        Some(Spanned::new(value.span(), text.to_owned()))
    }

    pub(super) fn whole(&mut self, value: &Value<'_>, key: &str) -> Option<Spanned<i64>> {
        let number = value.as_ref().as_integer();
        let number = number.and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            self.wrong(value, key, Takes::Whole);
        }
        number.map(|number| Spanned::new(value.span(), number))
    }

    /// A number as exact as it is written.
    pub(super) fn decimal(&mut self, value: &Value<'_>, key: &str) -> Option<Spanned<String>> {
        let written = match value.as_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => {
                self.wrong(value, key, Takes::Number);
                return None;
            }
        };
        Some(Spanned::new(value.span(), written.to_owned()))
    }

    pub(super) fn truth(&mut self, value: &Value<'_>, key: &str) -> Option<bool> {
        let truth = value.as_ref().as_bool();
        if truth.is_none() {
            self.wrong(value, key, Takes::Truth);
        }
        truth
    }

    /// Each entry of a list that is what it should be.
    pub(super) fn list<T>(
        &mut self,
        value: &Value<'_>,
        key: &str,
        takes: Takes,
        mut each: impl FnMut(&mut Self, &Value<'_>) -> Option<T>,
    ) -> Option<Spanned<Vec<T>>> {
        let Some(list) = value.as_ref().as_array() else {
            self.wrong(value, key, takes);
            return None;
        };
        let all = list.iter().filter_map(|one| each(self, one)).collect();
        Some(Spanned::new(value.span(), all))
    }

    pub(super) fn texts(&mut self, value: &Value<'_>, key: &str) -> Option<Spanned<Vec<Text>>> {
        self.list(value, key, Takes::Texts, |shape, one| shape.text(one, key))
    }

    /// A table of any keys, each with what `each` makes of it.
    pub(super) fn by_name<T>(
        &mut self,
        value: &Value<'_>,
        key: &str,
        mut each: impl FnMut(&mut Self, &Value<'_>, &str) -> Option<T>,
    ) -> ByName<T> {
        let Some(table) = value.as_ref().as_table() else {
            self.wrong(value, key, Takes::Table);
            return Vec::new();
        };
        let mut all = Vec::new();
        for (name, value) in table {
            let key = if name.as_ref().chars().all(|c| c.is_ascii_lowercase()) {
                format!("{key}.{}", name.as_ref())
            } else {
                format!("{key}.\"{}\"", name.as_ref())
            };
            if let Some(one) = each(self, value, &key) {
                all.push((Spanned::new(name.span(), name.as_ref().clone().into_owned()), one));
            }
        }
        all
    }

    /// A table whose keys are all known; those that are not are named.
    pub(super) fn fields<'v, 't>(
        &mut self,
        value: &'v Value<'t>,
        key: &str,
        known: &'static [&'static str],
    ) -> Option<Fields<'v, 't>> {
        let Some(table) = value.as_ref().as_table() else {
            self.wrong(value, key, Takes::Table);
            return None;
        };
        Some(self.known(table, value.span(), if key.is_empty() { String::new() } else { format!("{key}.") }, known))
    }

    pub(super) fn known<'v, 't>(
        &mut self,
        table: &'v DeTable<'t>,
        at: std::ops::Range<usize>,
        key: String,
        known: &'static [&'static str],
    ) -> Fields<'v, 't> {
        for name in table.keys().filter(|name| !known.contains(&&**name.as_ref())) {
            let near = nearest(name.as_ref(), known.iter().copied());
            let others = if near.is_some() { &[][..] } else { known };
            let key = format!("{key}{}", shown(name.as_ref()));
            self.problem(name.span().start, &key, ProfileTrouble::UnknownKey(others), near);
        }
        Fields { at, table, key }
    }

    /// What stands behind a key that has to be there.
    pub(super) fn required<'v, 't>(
        &mut self,
        fields: &Fields<'v, 't>,
        name: &'static str,
    ) -> Option<(&'v Value<'t>, String)> {
        let found = fields.get(name);
        if found.is_none() {
            let key = fields.key.trim_end_matches('.').to_owned();
            self.problem(fields.at.start, &key, ProfileTrouble::MissingKey(name), None);
        }
        found
    }
}

/// What stands in the place of something else.
fn found(value: &DeValue<'_>) -> FoundInstead {
    match value {
        DeValue::String(text) => FoundInstead::Text(shown(text)),
        DeValue::Integer(number) => FoundInstead::Number(shown(number.as_str())),
        DeValue::Float(number) => FoundInstead::Number(shown(number.as_str())),
        DeValue::Boolean(truth) => FoundInstead::Truth(truth.to_string().into()),
        DeValue::Datetime(date) => FoundInstead::Number(shown(&date.to_string())),
        DeValue::Array(_) => FoundInstead::List,
        DeValue::Table(_) => FoundInstead::Object,
    }
}
