//! Editions of the form from outside: the files `*.toml` of the directory that `GOUJI_FORMS` names.
//!
//! In the environment, and not among the settings, because helper processes must know the same forms and inherit it.

use std::path::{Path, PathBuf};

use crate::base::file;
use crate::check;
use crate::form::{self, FormError};
use crate::report::SafeText;
use crate::report::parser::{self, Unread};
use crate::words::{Describe, Words};

/// The forms of our own have 20 KB.
const MAX_BYTES: u64 = 1 << 18;
const MAX_FILES: usize = 16;

/// Why they cannot be used.
#[derive(Debug)]
pub(super) struct FormsError {
    path: PathBuf,
    why: Why,
}

#[derive(Debug)]
enum Why {
    Unread(Unread),
    /// It is no edition; its text.
    Form(Box<FormError>, String),
    /// Characters that a terminal would act upon.
    Unsafe,
    TooMany,
    /// An equation whose rule is nowhere.
    NoRule(&'static str),
}

impl Describe for FormsError {
    fn describe(&self, words: &Words) -> String {
        let cli = &words.cli;
        let detail = match &self.why {
            Why::Unread(unread) => unread.describe(words),
            Why::Form(error, text) => said(error, text, words),
            Why::Unsafe => cli.form_unsafe().to_owned(),
            Why::TooMany => cli.form_too_many(MAX_FILES),
            Why::NoRule(rule) => cli.form_no_rule(rule),
        };
        cli.bad_form(SafeText::path(&self.path), SafeText::line(&detail))
    }
}

fn said(error: &FormError, text: &str, words: &Words) -> String {
    let cli = &words.cli;
    match error {
        FormError::Toml(error) => parser::said_of_toml(error, text, words),
        FormError::Unknown { place, name } => cli.form_unknown(place, name),
        FormError::TooMany => cli.form_too_large().to_owned(),
        FormError::Twice(what) => cli.form_twice(what),
        FormError::NotAYear(edition) => cli.form_no_year(edition),
        FormError::Outline => cli.form_outline().to_owned(),
        FormError::Id(id) => cli.form_id(id),
        FormError::Empty(what) => cli.form_empty(what),
        FormError::Late => error.to_string(),
    }
}

/// Adds them to those that come with the program; nothing is done where the variable is not set.
pub(super) fn load() -> Result<(), FormsError> {
    match std::env::var_os("GOUJI_FORMS").filter(|value| !value.is_empty()) {
        Some(directory) => add(Path::new(&directory)),
        None => Ok(()),
    }
}

fn add(directory: &Path) -> Result<(), FormsError> {
    let wrong = |path: &Path, why: Why| FormsError { path: path.to_owned(), why };
    let paths = files(directory).map_err(|why| wrong(directory, why))?;
    let mut texts = Vec::with_capacity(paths.len());
    for path in &paths {
        let text = file::read_text(path, MAX_BYTES).map_err(|error| wrong(path, Why::Unread(error.into())))?;
        let value = toml::from_str(&text).map_err(|error| wrong(path, form_error(error, &text)))?;
        if !is_safe(&toml::Value::Table(value)) {
            return Err(wrong(path, Why::Unsafe));
        }
        texts.push(text);
    }
    form::add(&texts).map_err(|(at, error)| {
        let why = Why::Form(Box::new(error), texts.get(at).cloned().unwrap_or_default());
        wrong(paths.get(at).map_or(directory, PathBuf::as_path), why)
    })?;
    match check::equation_without_rule() {
        Some(rule) => Err(wrong(directory, Why::NoRule(rule))),
        None => Ok(()),
    }
}

fn form_error(error: toml::de::Error, text: &str) -> Why {
    Why::Form(Box::new(error.into()), text.to_owned())
}

/// The files of the directory, by their names.
fn files(directory: &Path) -> Result<Vec<PathBuf>, Why> {
    let unread = |error: std::io::Error| Why::Unread(file::Refused::from(error).into());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(directory).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            paths.push(path);
        }
        if paths.len() > MAX_FILES {
            return Err(Why::TooMany);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Is every text in it as it may stand on a screen?
fn is_safe(value: &toml::Value) -> bool {
    match value {
        toml::Value::String(text) => SafeText::line(text).as_str() == text,
        toml::Value::Array(all) => all.iter().all(is_safe),
        toml::Value::Table(all) => all.values().all(is_safe),
        _ => true,
    }
}
