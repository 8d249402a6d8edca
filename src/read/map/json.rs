//! Objects of a JSON text as records: every value under its path, written as a JSON Pointer (RFC 6901).

use std::collections::HashMap;

use serde_json::Value;

use crate::read::ReadError;

use super::file::Named;
use super::problem::{MapError, What, nearest};
use super::source::{MAX_NAMES, Records};

/// The records of a text: an array of objects, objects one after the other, or what `items` points to.
pub(super) fn records(text: &str, items: Option<&Named>) -> Result<Records, MapError> {
    let mut values = values(text)?;
    if let Some(named) = items {
        let [whole] = &mut *values else {
            return Err(MapError::one(named.line, &named.name, What::NoName, None));
        };
        let Some(found) = whole.pointer_mut(&named.name) else {
            let paths = collections(whole);
            let near = nearest(&named.name, paths.iter().map(|(path, _)| path.as_str()));
            return Err(MapError::one(named.line, &named.name, What::NoName, near));
        };
        values = vec![found.take()];
    }
    let items: Vec<Value> = match (<[Value; 1]>::try_from(values), items.is_some()) {
        (Ok([Value::Array(items)]), _) => items,
        // An object whose values are the reports, by some key of their own.
        (Ok([Value::Object(object)]), true) if object.values().all(Value::is_object) => {
            object.into_iter().map(|(_, value)| value).collect()
        }
        (Ok([one]), _) => vec![one],
        (Err(many), _) => many,
    };
    flatten(&items)
}

/// All values of a text, one after the other.
pub(super) fn values(text: &str) -> Result<Vec<Value>, MapError> {
    let text = text.trim_start_matches('\u{feff}');
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(text).into_iter().collect();
    values.map_err(|error| MapError::Json(error.to_string().into()))
}

/// Every array or object of objects in a value, with how many there are.
pub(super) fn collections(value: &Value) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut left = vec![(String::new(), value)];
    while let Some((path, value)) = left.pop() {
        if found.len() >= MAX_NAMES {
            break;
        }
        match value {
            Value::Array(items) if items.first().is_some_and(Value::is_object) => found.push((path, items.len())),
            Value::Object(object) => {
                if object.len() > 1 && object.values().all(Value::is_object) {
                    found.push((path.clone(), object.len()));
                }
                left.extend(object.iter().map(|(name, value)| (format!("{path}/{}", escaped(name)), value)));
            }
            _ => {}
        }
    }
    found
}

/// Each item's scalars under their paths.
pub(super) fn flatten(items: &[Value]) -> Result<Records, MapError> {
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut records = Records::default();
    for (number, item) in items.iter().enumerate() {
        let mut row: Vec<Option<String>> = Vec::new();
        let mut left = vec![(String::new(), item)];
        while let Some((path, value)) = left.pop() {
            let text = match value {
                Value::Object(object) => {
                    left.extend(object.iter().rev().map(|(name, value)| (format!("{path}/{}", escaped(name)), value)));
                    continue;
                }
                Value::Array(items) => {
                    let numbered = items.iter().enumerate().rev();
                    left.extend(numbered.map(|(at, value)| (format!("{path}/{at}"), value)));
                    continue;
                }
                Value::Null => String::new(),
                Value::Bool(value) => value.to_string(),
                Value::Number(number) => plain(number),
                Value::String(text) => text.clone(),
            };
            let next = at.len();
            let place = *at.entry(path).or_insert_with_key(|path| {
                records.names.push(vec![path.clone()]);
                next
            });
            if place >= MAX_NAMES {
                return Err(MapError::Source(ReadError::TooLarge));
            }
            if row.len() <= place {
                row.resize(place + 1, None);
            }
            if let Some(slot) = row.get_mut(place) {
                *slot = Some(text);
            }
        }
        records.rows.push((number + 1, row));
    }
    Ok(records)
}

/// `5.0` is a five that went through a program without whole numbers.
fn plain(number: &serde_json::Number) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|byte| byte == b'0') => whole.to_owned(),
        _ => text,
    }
}

/// As RFC 6901 writes a name within a path.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
