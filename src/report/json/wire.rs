//! The JSON of a report's parts, as types: parsing, checking and the JSON Schema all come from here.
//!
//! `T` is a text that is kept, or one that is only looked at (`probe::Text`).

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Deserialize;

/// Who reports.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Agency")]
pub(in crate::report) struct AgencyWire<'a> {
    /// The full name.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// Province, city, county, as far as known.
    #[serde(default, borrow)]
    pub region: Option<Vec<Cow<'a, str>>>,
    /// For instance `county-department`.
    #[serde(default, borrow)]
    pub level: Option<Cow<'a, str>>,
}

/// One of the six sections with its text.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Section")]
pub(in crate::report) struct SectionWire<T> {
    /// 1 to 6.
    pub number: u8,
    /// The heading as it stands in the document.
    pub heading: Option<T>,
    /// The text below it, without the tables.
    pub text: Option<T>,
}

/// Where a value stood in its document.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Origin")]
pub(in crate::report) struct OriginWire<T> {
    /// The page, from 1.
    pub page: Option<u32>,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The place as its format names it: `Sheet1!B5`.
    pub place: Option<T>,
    /// The text as it stood there.
    pub text: Option<T>,
}

/// What the reader of the document could not settle.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Remark")]
pub(in crate::report) struct RemarkWire<T> {
    /// The id of the cell it is about.
    pub cell: Option<T>,
    /// For instance `extra-value`.
    pub kind: T,
    /// In words.
    pub message: Option<T>,
    /// The wording that it is about, where it is about one.
    pub label: Option<LabelWire<T>>,
    /// The page, from 1.
    pub page: Option<u32>,
    /// The line, from 1.
    pub line: Option<u32>,
}

/// A wording on the form beside what stands in the document.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Label")]
pub(in crate::report) struct LabelWire<T> {
    /// The id of the table, where it takes saying.
    pub table: Option<T>,
    /// As it is on the form.
    pub official: Option<T>,
    /// As it stands in the document.
    pub text: Option<T>,
}

/// The document a report was read from.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Source")]
pub(in crate::report) struct SourceWire<'a> {
    /// Its file name.
    #[serde(borrow)]
    pub file: Option<Cow<'a, str>>,
    /// The SHA-256 of its bytes, in hex.
    #[serde(borrow)]
    pub sha256: Option<Cow<'a, str>>,
    /// `text`, `pdf`, ….
    #[serde(borrow)]
    pub format: Option<Cow<'a, str>>,
    /// `utf-8`, `gb18030`, ….
    #[serde(borrow)]
    pub encoding: Option<Cow<'a, str>>,
}
