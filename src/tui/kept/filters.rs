//! Saved filters: `filters.json`, one file for all directories that the reviewer opens.

use serde_json::{Map, Value};

use crate::report::SafeText;
use crate::tui::model::Saved;

use super::{KeptTrouble, MAX_LEN, Rules, object, put_setting, setting, text_of};

/// Nobody saves more; what is beyond stays in the file.
const MAX_FILTERS: usize = 2000;

const SCHEMA: &str = "gouji/filters/1";
const LIST: &str = "filters";
const NAME: &str = "name";

/// The file as it is: whatever else stands in it is written again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    list: Vec<Value>,
    rest: Map<String, Value>,
}

impl Default for File {
    fn default() -> Self {
        let rest = [("schema".to_owned(), SCHEMA.into())].into_iter().collect();
        Self { list: Vec::new(), rest }
    }
}

impl File {
    /// Reads a file.
    ///
    /// # Errors
    /// If it is none of ours: then it must not be written either.
    pub(crate) fn parse(text: &str) -> Result<Self, KeptTrouble> {
        let mut rest = object(text, SCHEMA)?;
        match rest.remove(LIST) {
            Some(Value::Array(list)) => Ok(Self { list, rest }),
            Some(_) => Err(KeptTrouble::Foreign),
            None => Ok(Self { list: Vec::new(), rest }),
        }
    }

    #[must_use]
    pub(crate) fn text(&self) -> String {
        let mut object = self.rest.clone();
        object.insert(LIST.to_owned(), self.list.clone().into());
        text_of(&object)
    }

    /// The filters in it, by name; what is none is passed over.
    #[must_use]
    pub(crate) fn filters(&self, rules: &Rules) -> Vec<Saved> {
        let filters = self.list.iter().filter_map(|value| {
            let name = SafeText::line(name_of(value)?);
            Some(Saved { name, setting: setting(value.as_object()?, rules) })
        });
        let mut filters: Vec<Saved> = filters.take(MAX_FILTERS).collect();
        filters.sort_by(|a, b| a.name.cmp(&b.name));
        filters.dedup_by(|a, b| a.name == b.name);
        filters
    }

    /// Puts a filter into it, in the place of one of the same name.
    pub(crate) fn put(&mut self, filter: &Saved) {
        let known = self.list.iter_mut().find(|value| is_named(value, &filter.name)).and_then(Value::as_object_mut);
        if let Some(known) = known {
            put_setting(known, &filter.setting);
            return;
        }
        let mut entry = Map::new();
        entry.insert(NAME.to_owned(), filter.name.as_str().into());
        put_setting(&mut entry, &filter.setting);
        self.list.push(entry.into());
    }

    /// Takes the filters of this name out of it.
    pub(crate) fn remove(&mut self, name: &SafeText) {
        self.list.retain(|value| !is_named(value, name));
    }
}

fn name_of(value: &Value) -> Option<&str> {
    value.as_object()?.get(NAME)?.as_str().filter(|name| !name.trim().is_empty() && name.len() <= MAX_LEN)
}

fn is_named(value: &Value, name: &SafeText) -> bool {
    name_of(value).is_some_and(|known| SafeText::line(known) == *name)
}
