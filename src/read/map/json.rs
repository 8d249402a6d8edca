//! Objects of a JSON text as records: every value under its path, written as a JSON Pointer (RFC 6901).
//!
//! Two things are added to the standard: `*` in `items` stands for every member, and an object in an array may go by a
//! text within it (`label`) instead of its number. What stands above an item is its too: `^/data/*/name` for a value
//! beside the way to it, `@1` for what the first `*` stood for.

use crate::base::nearest::nearest;
use std::collections::HashMap;

use serde_json::Value;

use crate::read::ReadError;

use super::file::Named;
use super::problem::{MapError, MappingTrouble};
use super::records::{MAX_NAMES, MAX_SLOTS, Records, Row};

/// So many values in all items, and no more, are put under their paths.
const MAX_VALUES: usize = 1 << 23;
/// A label is no longer than this, nor a path.
const LONGEST: usize = 600;

/// An item with what it has from above, name and text.
pub(super) type Item<'v> = (Vec<(String, String)>, &'v Value);

/// All values of a text, one after the other.
pub(super) fn values(text: &str) -> Result<Vec<Value>, MapError> {
    let text = text.trim_start_matches('\u{feff}');
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(text).into_iter().collect();
    values.map_err(|error| MapError::Json(error.to_string().into()))
}

/// A text that is one table: rows of values, or columns of values by their names.
pub(super) fn rows(values: &[Value], items: Option<&str>) -> Option<Vec<Row>> {
    let [whole] = values else { return None };
    let (value, above) = match items.filter(|items| !items.is_empty()) {
        Some(items) => (whole.pointer(items)?, items.rsplit_once('/').and_then(|(above, _)| whole.pointer(above))),
        None => (whole, None),
    };
    let scalars = |value: &Value| -> Option<Vec<String>> { value.as_array()?.iter().map(scalar).collect() };
    let found: Vec<Vec<String>> = match value {
        // `{"columns": […], "data": [[…]]}`: the names stand beside the rows.
        Value::Array(rows) if rows.first().is_some_and(Value::is_array) => {
            let rows: Vec<Vec<String>> = rows.iter().map(scalars).collect::<Option<_>>()?;
            let width = rows.iter().map(Vec::len).max()?;
            let beside = above.and_then(Value::as_object).into_iter().flatten();
            let names = beside.filter_map(|(_, value)| scalars(value)).find(|names| names.len() == width);
            names.into_iter().chain(rows).collect()
        }
        Value::Object(columns) if columns.len() > 2 && columns.values().all(Value::is_array) => {
            let values: Vec<Vec<String>> = columns.values().map(scalars).collect::<Option<_>>()?;
            let height = values.first()?.len();
            if values.iter().any(|column| column.len() != height) || height.saturating_mul(values.len()) > MAX_VALUES {
                return None;
            }
            let names: Vec<String> = columns.keys().cloned().collect();
            let rows = (0..height).map(|at| values.iter().filter_map(|column| column.get(at).cloned()).collect());
            std::iter::once(names).chain(rows).collect()
        }
        _ => return None,
    };
    Some((1..).zip(found).collect())
}

/// The items of a text: an array of objects, objects one after the other, or what `items` points to.
pub(super) fn items<'v>(values: &'v [Value], items: Option<&Named>) -> Result<Vec<Item<'v>>, MapError> {
    let (pattern, [whole]) = (items, values) else {
        return match items {
            Some(named) => Err(MapError::one(named.line, &named.name, MappingTrouble::NoName, None)),
            None => Ok(values.iter().map(|value| (Vec::new(), value)).collect()),
        };
    };
    let mut found = Vec::new();
    match pattern {
        None => expand(whole, Vec::new(), false, &mut found),
        Some(named) => {
            for (above, value) in matches(whole, &named.name) {
                expand(value, above, !named.name.contains('*'), &mut found);
            }
            if found.is_empty() {
                let paths = patterns(whole);
                let near = nearest(&named.name, paths.iter().map(String::as_str));
                return Err(MapError::one(named.line, &named.name, MappingTrouble::NoName, near));
            }
        }
    }
    Ok(found)
}

/// The same for a place that may lead nowhere.
pub(super) fn items_at<'v>(values: &'v [Value], at: Option<&str>) -> Option<Vec<Item<'v>>> {
    let named = at.map(|name| Named { name: name.to_owned(), line: 0 });
    items(values, named.as_ref()).ok().filter(|items| !items.is_empty())
}

/// The items of an array; those of an object whose values are the reports, by some key of their own; or the one.
fn expand<'v>(value: &'v Value, above: Vec<(String, String)>, by_key: bool, found: &mut Vec<Item<'v>>) {
    match value {
        Value::Array(items) => found.extend(items.iter().map(|item| (above.clone(), item))),
        Value::Object(object) if by_key && !object.is_empty() && object.values().all(Value::is_object) => {
            let keyed = |key: &String| above.iter().cloned().chain([("@1".to_owned(), key.clone())]).collect();
            found.extend(object.iter().map(|(key, item)| (keyed(key), item)));
        }
        one => found.push((above, one)),
    }
}

/// What a pointer with `*` in it leads to.
fn matches<'v>(whole: &'v Value, pattern: &str) -> Vec<Item<'v>> {
    let mut now: Vec<Item<'v>> = vec![(Vec::new(), whole)];
    let (mut path, mut stars) = ("^".to_owned(), 0_usize);
    for segment in pattern.split('/').skip(1) {
        stars += usize::from(segment == "*");
        let name = segment.replace("~1", "/").replace("~0", "~");
        let mut next = Vec::new();
        for (mut above, value) in now {
            if let Value::Object(object) = value {
                let beside =
                    object.iter().filter_map(|(key, value)| Some((format!("{path}/{}", escaped(key)), scalar(value)?)));
                above.extend(beside.take(MAX_NAMES.saturating_sub(above.len()).min(256)));
            }
            match (segment, value) {
                ("*", Value::Array(items)) => next.extend(items.iter().map(|item| (above.clone(), item))),
                ("*", Value::Object(object)) => next.extend(object.iter().map(|(key, item)| {
                    (above.iter().cloned().chain([(format!("@{stars}"), key.clone())]).collect(), item)
                })),
                (_, Value::Object(object)) => next.extend(object.get(&name).map(|value| (above, value))),
                (_, Value::Array(items)) => {
                    next.extend(name.parse().ok().and_then(|at: usize| items.get(at)).map(|value| (above, value)));
                }
                _ => {}
            }
            if next.len() > MAX_VALUES / 64 {
                return Vec::new();
            }
        }
        path = format!("{path}/{segment}");
        now = next;
    }
    now
}

/// Where the items of a text may be, for `items`.
pub(super) fn patterns(whole: &Value) -> Vec<String> {
    const MOST: usize = 48;
    const DEEPEST: usize = 8;
    const SAMPLE: usize = 4;
    const KEYS: usize = 16;
    let mut found = Vec::new();
    let mut left = std::collections::VecDeque::from([(String::new(), 0, whole)]);
    let mut looked = 0_usize;
    while let Some((path, depth, value)) = left.pop_front() {
        looked += 1;
        if depth > DEEPEST || found.len() >= MOST || looked > 4096 {
            continue;
        }
        let mut add = |pattern: &str| {
            if !found.iter().any(|known| known == pattern) {
                found.push(pattern.to_owned());
            }
        };
        match value {
            Value::Array(items) if items.first().is_some_and(|item| item.is_object() || item.is_array()) => {
                add(&path);
                left.extend(items.iter().take(SAMPLE).map(|item| (format!("{path}/*"), depth + 1, item)));
            }
            Value::Object(object) => {
                if !object.is_empty() && object.values().all(|value| value.is_object() || value.is_array()) {
                    add(&format!("{path}/*"));
                    left.extend(object.values().take(SAMPLE).map(|item| (format!("{path}/*"), depth + 1, item)));
                }
                let inner = object.iter().filter(|(_, value)| value.is_object() || value.is_array());
                left.extend(
                    inner.take(KEYS).map(|(key, value)| (format!("{path}/{}", escaped(key)), depth + 1, value)),
                );
            }
            _ => {}
        }
    }
    found
}

/// Keys of objects in arrays that hold a text in several of them, with some of the texts: what may name the objects.
pub(super) fn label_keys<'v>(items: &[Item<'v>]) -> Vec<(&'v str, Vec<&'v str>)> {
    const MOST: usize = 4096;
    const KEYS: usize = 64;
    const TEXTS: usize = 64;
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut left: Vec<(&Value, bool)> = items.iter().take(4).map(|(_, item)| (*item, false)).collect();
    let mut looked = 0;
    while let Some((value, in_array)) = left.pop().filter(|_| looked < MOST) {
        looked += 1;
        match value {
            Value::Array(items) => left.extend(items.iter().take(TEXTS).map(|item| (item, true))),
            Value::Object(object) => {
                let texts = object.iter().filter_map(|(key, value)| Some((key, value.as_str()?)));
                for (key, text) in texts.filter(|(_, text)| in_array && text.chars().any(char::is_alphabetic)) {
                    let is_full = found.len() >= KEYS;
                    match found.iter_mut().find(|(known, _)| known == key) {
                        Some((_, texts)) if texts.len() < TEXTS => texts.push(text),
                        None if !is_full => found.push((key, vec![text])),
                        _ => {}
                    }
                }
                left.extend(object.values().map(|value| (value, false)));
            }
            _ => {}
        }
    }
    found.retain(|(_, texts)| texts.len() > 1);
    found
}

/// Each item's scalars under their paths.
pub(super) fn flatten(items: &[Item<'_>], labels: &[&str]) -> Result<Records, MapError> {
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut records = Records::default();
    let (mut budget, mut slots) = (MAX_VALUES, MAX_SLOTS);
    for (number, (above, item)) in items.iter().enumerate() {
        let mut row: Vec<Option<String>> = Vec::new();
        let mut put = |path: String, text: String| {
            let next = at.len();
            let place = *at.entry(path).or_insert_with_key(|path| {
                records.names.push(vec![path.clone()]);
                next
            });
            budget = budget.saturating_sub(1);
            slots = slots.saturating_sub((place + 1).saturating_sub(row.len()));
            if place >= MAX_NAMES || budget == 0 || slots == 0 {
                return Err(MapError::Source(ReadError::TooLarge));
            }
            if row.len() <= place {
                row.resize(place + 1, None);
            }
            if let Some(slot) = row.get_mut(place) {
                *slot = Some(text);
            }
            Ok(())
        };
        for (name, text) in above {
            put(name.clone(), text.clone())?;
        }
        let mut left = vec![(String::new(), *item)];
        while let Some((path, value)) = left.pop() {
            if path.len() > LONGEST * 4 {
                return Err(MapError::Source(ReadError::TooLarge));
            }
            match value {
                Value::Object(object) => {
                    left.extend(object.iter().rev().map(|(name, value)| (format!("{path}/{}", escaped(name)), value)));
                }
                Value::Array(items) => {
                    for (at, (name, item)) in member_names(items, labels).into_iter().zip(items).enumerate().rev() {
                        match (name, item) {
                            // What names it is no value of it.
                            (Some(name), Value::Object(object)) => {
                                let members = object.iter().filter(|(key, _)| !labels.contains(&key.as_str())).rev();
                                left.extend(
                                    members.map(|(key, item)| (format!("{path}/{name}/{}", escaped(key)), item)),
                                );
                            }
                            _ => left.push((format!("{path}/{at}"), item)),
                        }
                    }
                }
                scalars => put(path, scalar(scalars).unwrap_or_default())?,
            }
        }
        records.rows.push((number + 1, row));
    }
    Ok(records)
}

/// What the members of an array are called in a path instead of their numbers: their labels, where they differ.
fn member_names(items: &[Value], labels: &[&str]) -> Vec<Option<String>> {
    let label = |item: &Value| {
        let texts = labels.iter().filter_map(|label| item.get(label)?.as_str()).filter(|text| !text.trim().is_empty());
        let parts: Vec<String> = texts.map(|text| escaped(text.trim())).collect();
        let name = parts.join("/");
        (!name.is_empty() && name.len() <= LONGEST).then_some(name)
    };
    if labels.is_empty() {
        return vec![None; items.len()];
    }
    let names: Vec<Option<String>> = items.iter().map(label).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    names.iter().flatten().for_each(|name| *counts.entry(name.clone()).or_default() += 1);
    names.into_iter().map(|name| name.filter(|name| counts.get(name) == Some(&1))).collect()
}

/// A value that holds no others, as a text.
fn scalar(value: &Value) -> Option<String> {
    Some(match value {
        Value::Object(_) | Value::Array(_) => return None,
        Value::Null => String::new(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => plain(number),
        Value::String(text) => text.clone(),
    })
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
