//! What the desk keeps between sessions besides the journal, as text: saved filters, and the place of the last session.
//!
//! Pure: `run` reads and writes the files. They are JSON, versioned, and not to be trusted: whatever is in them is read,
//! passed over or refused, never believed. What a newer version may have put there is kept.

mod chips;
pub(crate) mod filters;
pub(crate) mod session;

use serde_json::{Map, Value};

use crate::report::SafeText;
use crate::report::parser::{self, Syntax};
use crate::tui::model::{By, Columns, ListColumn, Setting};
use crate::words::Words;

pub(crate) use chips::Rules;

/// No file of ours is longer.
pub(crate) const MAX_BYTES: u64 = 1 << 20;

/// Nobody types more.
const MAX_TEXT: usize = 200;

/// The bytes of such a text.
const MAX_LEN: usize = 4 * MAX_TEXT;

/// Nobody sets more.
const MAX_CHIPS: usize = 200;

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeptTrouble {
    /// It is not JSON.
    Json(SafeText),
    /// It is not a file of this program, or a newer version's.
    Foreign,
    /// It is about another directory.
    Elsewhere,
    Long,
    /// It is a directory, a pipe, a device.
    NotAFile,
    /// The disk does not answer.
    Stuck,
    /// It cannot be read or written.
    Disk(SafeText),
}

impl KeptTrouble {
    #[must_use]
    pub(crate) fn text(&self, words: &Words) -> String {
        match self {
            Self::Json(detail) => parser::said(detail, Syntax::Json, words),
            Self::Disk(detail) => detail.to_string(),
            Self::NotAFile => words.load.not_a_file().to_owned(),
            Self::Stuck => words.load.stuck().to_owned(),
            Self::Foreign => words.find.kept_foreign().to_owned(),
            Self::Elsewhere => words.find.kept_elsewhere().to_owned(),
            Self::Long => words.find.kept_long().to_owned(),
        }
    }

    /// Of an error of the system.
    #[must_use]
    pub(crate) fn disk(error: &std::io::Error) -> Self {
        Self::Disk(SafeText::line(&error.to_string()))
    }
}

/// Reads an object of this schema.
fn object(text: &str, schema: &str) -> Result<Map<String, Value>, KeptTrouble> {
    if u64::try_from(text.len()).is_ok_and(|len| len > MAX_BYTES) {
        return Err(KeptTrouble::Long);
    }
    let value: Value =
        serde_json::from_str(text).map_err(|error| KeptTrouble::Json(SafeText::line(&error.to_string())))?;
    match value {
        Value::Object(object) if object.get("schema").and_then(Value::as_str) == Some(schema) => Ok(object),
        _ => Err(KeptTrouble::Foreign),
    }
}

fn text_of(object: &Map<String, Value>) -> String {
    // A map of JSON values can always be written.
    serde_json::to_string_pretty(object).unwrap_or_default() + "\n"
}

/// One line of text, made safe and not too long.
fn line(value: Option<&Value>) -> Option<SafeText> {
    let text: String = value?.as_str()?.chars().take(MAX_TEXT).collect();
    Some(SafeText::line(&text))
}

fn number(value: Option<&Value>) -> Option<usize> {
    value?.as_u64().and_then(|number| usize::try_from(number).ok())
}

/// What a list is set to.
fn setting(object: &Map<String, Value>, rules: &Rules) -> Setting {
    let list = |key: &str| object.get(key).and_then(Value::as_array).into_iter().flatten().take(MAX_CHIPS);
    let year = object.get("year").and_then(Value::as_u64).and_then(|year| u16::try_from(year).ok());
    Setting {
        filter: line(object.get("search")).unwrap_or_default().to_string(),
        chips: list("chips").map(|value| chips::read(value, rules)).collect(),
        order: list("order").filter_map(|value| By::from_id(value.as_str()?)).collect(),
        year,
        // A file of before there were any, or one that names none that is known, has the usual ones.
        columns: match list("columns").filter_map(|value| ListColumn::from_id(value.as_str()?)).collect::<Vec<_>>() {
            none if none.is_empty() => Columns::default(),
            columns => columns.into_iter().collect(),
        },
    }
}

/// Puts what a list is set to into an object; its other keys stay.
fn put_setting(object: &mut Map<String, Value>, setting: &Setting) {
    let mut put = |key: &str, value: Value| drop(object.insert(key.to_owned(), value));
    put("search", setting.filter.as_str().into());
    put("chips", setting.chips.iter().map(chips::write).collect());
    put("order", setting.order.iter().map(|by| Value::from(by.id())).collect());
    put("columns", setting.columns.iter().map(|column| Value::from(column.id())).collect());
    put("year", setting.year.map_or(Value::Null, Value::from));
}

#[cfg(test)]
mod tests;
