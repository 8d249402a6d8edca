//! Is a file from outside an edition that the rest of the program can work with? Those of our own are tested instead.

use super::build::FormError;
use super::{Form, Label};

impl Form {
    /// The first year of which reports follow the edition; its name.
    pub(super) fn since(&self) -> u16 {
        self.edition.parse().unwrap_or(0)
    }
}

/// # Errors
/// What is not as it must be.
pub(super) fn check(form: &Form, known: &[Form]) -> Result<(), FormError> {
    let is_year = form.edition.len() == 4 && form.edition.bytes().all(|byte| byte.is_ascii_digit());
    if !is_year || form.since() < 2008 {
        return Err(FormError::NotAYear(form.edition.clone()));
    }
    if known.iter().any(|other| other.edition == form.edition) {
        return Err(FormError::Twice(form.edition.clone()));
    }
    outline(form, known)?;
    for table in &form.tables {
        label(&table.id, &table.label)?;
        for group in &table.groups {
            label(&group.id, &group.label)?;
        }
        for row in &table.rows {
            label(&row.id, &row.label)?;
        }
        for column in &table.columns {
            label(&column.id, &column.label)?;
        }
        if table.rows.is_empty() || table.columns.is_empty() {
            return Err(FormError::Empty(table.id.clone()));
        }
    }
    rules(form)
}

/// Sections and tables are what the law asks for, and the screens are cut to them: rows and columns may be others.
fn outline(form: &Form, known: &[Form]) -> Result<(), FormError> {
    let sections = |form: &Form| form.sections.iter().map(|section| section.number).collect::<Vec<_>>();
    let tables = |form: &Form| form.tables.iter().map(|table| (table.id.clone(), table.section)).collect::<Vec<_>>();
    match known.first() {
        Some(ours) if sections(ours) != sections(form) || tables(ours) != tables(form) => Err(FormError::Outline),
        _ => Ok(()),
    }
}

fn label(id: &str, label: &Label) -> Result<(), FormError> {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'.');
    if id.is_empty() || !id.bytes().all(is_plain) {
        return Err(FormError::Id(id.into()));
    }
    let texts = [&label.zh, &label.en, &label.short, &label.short_en];
    if texts.iter().any(|text| text.trim().is_empty()) {
        return Err(FormError::Empty(id.into()));
    }
    Ok(())
}

/// A rule of the edition's own is there for an equation, and each stands once.
fn rules(form: &Form) -> Result<(), FormError> {
    for (at, rule) in form.rules.iter().enumerate() {
        let is_plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        let is_id = |id: &str| !id.is_empty() && id.bytes().all(is_plain);
        if !rule.id.split_once('-').is_some_and(|(part, number)| is_id(part) && is_id(number)) {
            return Err(FormError::Id(rule.id.clone()));
        }
        if form.rules.iter().take(at).any(|other| other.id == rule.id) {
            return Err(FormError::Twice(rule.id.clone()));
        }
        if !form.equations.iter().any(|equation| equation.rule == rule.id) {
            return Err(FormError::Unknown { place: "rule".into(), name: rule.id.clone() });
        }
        let texts = [&rule.zh, &rule.en, &rule.basis.zh, &rule.basis.en, &rule.ask.zh, &rule.ask.en];
        if texts.iter().any(|text| text.trim().is_empty()) {
            return Err(FormError::Empty(rule.id.clone()));
        }
    }
    Ok(())
}
