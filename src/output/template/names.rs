//! The names that a template can use, read off data that has all of them.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use crate::base::nearest::nearest;

/// Names by where they stand: at the top, and within what is listed.
#[derive(Debug, Default)]
pub(super) struct Names {
    top: BTreeSet<String>,
    within: BTreeSet<String>,
}

impl Names {
    pub(super) fn of<T: Serialize>(full: &T) -> Self {
        let mut names = Self::default();
        if let Ok(Value::Object(map)) = serde_json::to_value(full) {
            for (name, value) in map {
                names.enter(&value);
                names.top.insert(name);
            }
        }
        names
    }

    fn enter(&mut self, value: &Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.enter(value)),
            Value::Object(map) => {
                for (name, value) in map {
                    self.within.insert(name.clone());
                    self.enter(value);
                }
            }
            _ => {}
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.top.contains(name)
    }

    /// What was likely meant by `item.placc` or `yeear`: the same with the nearest last part.
    pub(super) fn nearest(&self, name: &str) -> Option<String> {
        let Some((before, last)) = name.rsplit_once('.') else {
            return nearest(name, self.top.iter().map(String::as_str)).map(String::from);
        };
        nearest(last, self.within.iter().map(String::as_str)).map(|near| format!("{before}.{near}"))
    }
}
