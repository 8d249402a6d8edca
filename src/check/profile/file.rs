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
    pub(crate) _name: Option<String>,
    pub(crate) reasons: Vec<String>,
    pub(crate) levels: ByName<Text>,
    pub(crate) numbers: ByName<ByName<i64>>,
    pub(crate) lists: ByName<ByName<ListData>>,
    pub(crate) wording: ByName<ByName<WordingData>>,
    pub(crate) dates: DatesData,
    pub(crate) office: OfficeData,
    /// Columns of a ledger: what they are called, and what they hold.
    pub(crate) ledger: ByName<Text>,
    pub(crate) rule: Vec<RuleData>,
    pub(crate) require: Vec<RequireData>,
    #[serde(rename = "return")]
    pub(crate) returns: ReturnData,
    pub(crate) template: Vec<TemplateData>,
}

/// How the office signs what it sends out.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OfficeData {
    pub(crate) name: String,
    pub(crate) contact: String,
    pub(crate) number: String,
}

/// How reports are returned.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ReturnData {
    pub(crate) days: Option<Spanned<i64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TemplateData {
    pub(crate) name: Text,
    pub(crate) text: Text,
}

/// Words in addition, or instead.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ListData {
    pub(crate) extend: Vec<String>,
    pub(crate) replace: Option<Vec<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WordingData {
    pub(crate) zh: Option<Text>,
    pub(crate) en: Option<Text>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct DatesData {
    pub(crate) departments: Option<Text>,
    pub(crate) governments: Option<Text>,
    pub(crate) offices: Option<Text>,
    pub(crate) towns: Option<Text>,
    pub(crate) subdistricts: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleData {
    pub(crate) id: Text,
    pub(crate) zh: String,
    pub(crate) en: Option<String>,
    pub(crate) level: Option<Text>,
    pub(crate) scope: Option<Text>,
    pub(crate) left: Spanned<Vec<Spanned<TermData>>>,
    pub(crate) relation: Option<Text>,
    pub(crate) right: Spanned<Vec<Spanned<TermData>>>,
    #[serde(default)]
    pub(crate) wording: WordingData,
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
    pub(crate) id: Text,
    pub(crate) zh: String,
    pub(crate) en: Option<String>,
    pub(crate) level: Option<Text>,
    pub(crate) section: Spanned<u8>,
    #[serde(default)]
    pub(crate) any: Vec<String>,
    #[serde(default)]
    pub(crate) all: Vec<String>,
    #[serde(default)]
    pub(crate) wording: WordingData,
}
