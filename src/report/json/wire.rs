//! The JSON of a report's parts, as types: parsing, checking and the JSON Schema all come from here.
//!
//! `T` is a text that is kept, or one that is only looked at ([`super::limited::Seen`]). How long everything may be
//! stands in [`bounds`].

use schemars::JsonSchema;
use serde::Deserialize;

use super::bounds;
use super::limited::{Count, List, Object, SectionNumber, Take, Text};

/// A word: a level, a kind, a format.
pub(in crate::report) type Word<T> = Text<T, { bounds::WORD }>;
/// A line: a title, a heading, a label.
pub(in crate::report) type Line<T> = Text<T, { bounds::LINE }>;
/// What stands before the first section.
pub(in crate::report) type Preface<T> = Text<T, { bounds::PREFACE }>;
/// The parts of a region.
pub(in crate::report) type Region<T> = List<Word<T>, { bounds::REGION }>;

/// Who reports.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Agency", bound = "")]
#[serde(bound(deserialize = "T: Take<'de>"), expecting = "object")]
pub(in crate::report) struct AgencyWire<T> {
    /// The full name.
    pub(crate) name: Text<T, { bounds::NAME }>,
    /// Province, city, county, as far as known.
    pub(crate) region: Option<Region<T>>,
    /// For instance `county-department`.
    pub(crate) level: Option<Word<T>>,
}

/// One of the six sections with its text.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Section", bound = "")]
#[serde(bound(deserialize = "T: Take<'de>"), expecting = "object")]
pub(in crate::report) struct SectionWire<T> {
    /// 1 to 6; other programs may have more.
    pub(crate) number: SectionNumber,
    /// The heading as it stands in the document.
    pub(crate) heading: Option<Line<T>>,
    /// The text below it, without the tables.
    pub(crate) text: Option<Text<T, { bounds::TEXT }>>,
}

/// Where a value stood in its document.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Origin", bound = "")]
#[serde(bound(deserialize = "T: Take<'de>"), expecting = "object")]
pub(in crate::report) struct OriginWire<T> {
    /// The page, from 1.
    pub(crate) page: Option<Count>,
    /// The line, from 1.
    pub(crate) line: Option<Count>,
    /// The place as its format names it: `Sheet1!B5`.
    pub(crate) place: Option<Line<T>>,
    /// The text as it stood there.
    pub(crate) text: Option<Line<T>>,
}

/// What the reader of the document could not settle.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Remark", bound = "")]
#[serde(bound(deserialize = "T: Take<'de>"), expecting = "object")]
pub(in crate::report) struct RemarkWire<T> {
    /// The id of the cell it is about.
    pub(crate) cell: Option<Line<T>>,
    /// For instance `extra-value`.
    pub(crate) kind: Word<T>,
    /// What it is about, by name, each as text: for instance `row`, `text`, `expected`, `found`. A program that shows a
    /// remark of a known kind words it from these; a remark with `again` and without values has those
    /// of the remark before it.
    pub(crate) values: Option<Object<Word<T>, Line<T>, { bounds::VALUES }>>,
    /// In words.
    pub(crate) message: Option<Line<T>>,
    /// The wording that it is about, where it is about one.
    pub(crate) label: Option<LabelWire<T>>,
    /// The page, from 1.
    pub(crate) page: Option<Count>,
    /// The line, from 1.
    pub(crate) line: Option<Count>,
    /// Does it say what the remark before it says, of another cell? All of them count as one.
    pub(crate) again: Option<bool>,
}

/// A wording on the form beside what stands in the document.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Label", bound = "")]
#[serde(bound(deserialize = "T: Take<'de>"), expecting = "object")]
pub(in crate::report) struct LabelWire<T> {
    /// The id of the table, where it takes saying.
    pub(crate) table: Option<Word<T>>,
    /// As it is on the form.
    pub(crate) official: Option<Line<T>>,
    /// As it stands in the document.
    pub(crate) text: Option<Line<T>>,
}

/// The document a report was read from.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Source", bound = "")]
#[serde(bound(deserialize = "T: Take<'de>"), expecting = "object")]
pub(in crate::report) struct SourceWire<T> {
    /// Its file name.
    pub(crate) file: Option<Line<T>>,
    /// The SHA-256 of its bytes, in hex.
    pub(crate) sha256: Option<Word<T>>,
    /// `text`, `pdf`, ….
    pub(crate) format: Option<Word<T>>,
    /// `utf-8`, `gb18030`, ….
    pub(crate) encoding: Option<Word<T>>,
}
