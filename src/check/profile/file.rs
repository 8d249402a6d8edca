//! The shape of a profile file. A wrong or unknown key is an error that names its line.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub(super) type Text = Spanned<String>;
/// By a key that knows where it stands.
pub(super) type ByName<T> = BTreeMap<Text, T>;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    /// For people: whose profile it is.
    #[serde(rename = "name")]
    pub _name: Option<String>,
    pub reasons: Vec<String>,
    pub levels: ByName<Text>,
    pub numbers: ByName<ByName<i64>>,
    pub lists: ByName<ByName<ListData>>,
    pub wording: ByName<ByName<WordingData>>,
    pub dates: DatesData,
    /// Columns of a ledger: what they are called, and what they hold.
    pub ledger: ByName<Text>,
    pub rule: Vec<RuleData>,
    pub require: Vec<RequireData>,
    #[serde(rename = "return")]
    pub returns: ReturnData,
    pub template: Vec<TemplateData>,
}

/// How reports are returned.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ReturnData {
    pub days: Option<Spanned<i64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TemplateData {
    pub name: Text,
    pub text: Text,
}

/// Words in addition, or instead.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ListData {
    pub extend: Vec<String>,
    pub replace: Option<Vec<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WordingData {
    pub zh: Option<Text>,
    pub en: Option<Text>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct DatesData {
    pub departments: Option<Text>,
    pub governments: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleData {
    pub id: Text,
    pub zh: String,
    pub en: Option<String>,
    pub level: Option<Text>,
    pub scope: Option<Text>,
    pub left: Spanned<Vec<Spanned<TermData>>>,
    pub relation: Option<Text>,
    pub right: Spanned<Vec<Spanned<TermData>>>,
    #[serde(default)]
    pub wording: WordingData,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum TermData {
    Whole(i64),
    Text(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RequireData {
    pub id: Text,
    pub zh: String,
    pub en: Option<String>,
    pub level: Option<Text>,
    pub section: Spanned<u8>,
    #[serde(default)]
    pub any: Vec<String>,
    #[serde(default)]
    pub all: Vec<String>,
    #[serde(default)]
    pub wording: WordingData,
}
