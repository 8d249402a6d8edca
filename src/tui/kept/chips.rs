//! Conditions as files hold them: `{ "status": "returned" }`, `{ "region": ["…市", "…县"] }`.

use serde_json::{Value, json};

use crate::check::{Area, Profile, Rule, Severity};
use crate::journal::Status;
use crate::report::SafeText;
use crate::tui::model::chip::{Chip, Flag};

use super::MAX_LEN;

/// The rules in force, to know those that files name.
pub(crate) type Rules = Profile;

/// A region has only so many parts.
const MAX_PARTS: usize = 16;

/// A condition; one that means nothing here is kept as it stands.
pub(super) fn read(value: &Value, rules: &Rules) -> Chip {
    known(value, rules).unwrap_or_else(|| Chip::Lost(value.clone()))
}

fn known(value: &Value, rules: &Rules) -> Option<Chip> {
    let object = value.as_object().filter(|object| object.len() == 1)?;
    let (kind, value) = object.iter().next()?;
    let text = || value.as_str();
    Some(match kind.as_str() {
        "status" => Chip::Status(Status::ALL.into_iter().find(|status| Some(status.id()) == text())?),
        "severity" => Chip::Severity(Severity::ALL.into_iter().find(|severity| Some(severity.id()) == text())?),
        "flag" => Chip::Flag(Flag::ALL.into_iter().find(|flag| Some(flag.id()) == text())?),
        "rule" => Chip::Rule(rule(text()?, rules)?),
        "part" => Chip::Part(Area::from_id(text()?)?),
        "year" => Chip::Year(u16::try_from(value.as_u64()?).ok()?),
        "reviewer" => Chip::Reviewer(name(value)?),
        "assignee" if value.is_null() => Chip::Assignee(None),
        "assignee" => Chip::Assignee(Some(name(value)?)),
        "due" if value.is_null() => Chip::Due(None),
        "due" => Chip::Due(Some(text()?.parse().ok()?)),
        "region" => Chip::Region(region(value)?),
        _ => return None,
    })
}

fn rule(id: &str, rules: &Rules) -> Option<&'static Rule> {
    rules.rules().find(|rule| *rule.id == *id)
}

/// Only what would be written just so: everything else stays as it is in the file.
fn name(value: &Value) -> Option<SafeText> {
    let text = value.as_str()?;
    let safe = SafeText::line(text);
    (safe.as_str() == text && text.len() <= MAX_LEN).then_some(safe)
}

fn region(value: &Value) -> Option<Box<[SafeText]>> {
    let parts = value.as_array().filter(|parts| !parts.is_empty() && parts.len() <= MAX_PARTS)?;
    parts.iter().map(name).collect()
}

/// The same for a file.
pub(super) fn write(chip: &Chip) -> Value {
    let kind = chip.kind();
    let value: Value = match chip {
        Chip::Status(status) => status.id().into(),
        Chip::Severity(severity) => severity.id().into(),
        Chip::Flag(flag) => flag.id().into(),
        Chip::Rule(rule) => (*rule.id).into(),
        Chip::Part(part) => part.id().into(),
        Chip::Year(year) => (*year).into(),
        Chip::Reviewer(name) => name.as_str().into(),
        Chip::Assignee(name) => name.as_ref().map(SafeText::as_str).into(),
        Chip::Due(date) => date.map(|date| date.to_string()).into(),
        Chip::Region(chain) => chain.iter().map(|part| Value::from(part.as_str())).collect(),
        Chip::Lost(value) => return value.clone(),
    };
    json!({ kind: value })
}
