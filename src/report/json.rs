//! From the JSON of a report (`gouji/report/1`) to its model.
//!
//! One pass splits the file into its top-level values without copying them; the tables go straight into packed
//! cells, and narrative text is only checked, not kept, unless the whole report is wanted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::form::{self, Form};
use crate::words::{Describe, Words, fill};

use super::model::{Agency, Head, Label, Lean, Narrative, Origin, Remark, Report, Section, Source};
use super::text::SafeText;
use super::{Cells, SCHEMA};

mod fast;
mod probe;
mod tables;
pub(super) mod wire;

use probe::{Each, EachOf, Text, Unique};
use wire::{AgencyWire, LabelWire, OriginWire, RemarkWire, SectionWire, SourceWire};

/// A report larger than this is refused: a real one has about 10 KB.
pub const MAX_BYTES: u64 = 64 << 20;

/// Why a file is not a report. It names the key and the line; the caller knows the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReportError {
    /// What is wrong.
    pub kind: ReportErrorKind,
    /// Where, from 1; 0 where no line can be named.
    pub line: usize,
    /// The key it is about (`agency.name`, `requests/new/total`); empty for the file as a whole.
    pub key: Box<str>,
}

/// What is wrong with a file that should be a report.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReportErrorKind {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// Larger than [`MAX_BYTES`].
    TooLarge,
    /// The file ends too early.
    Truncated,
    /// Not JSON; the parser's words.
    NotJson(Box<str>),
    /// A required key is missing.
    MissingKey,
    /// A text that must say something is empty.
    Empty,
    /// A value of the wrong type; what was expected and found, in the parser's words.
    WrongType(Box<str>),
    /// Neither an integer, a decimal string, null nor `{"raw": …}`; what was found.
    NotACell(Box<str>),
    /// Not a report of ours, or one of a newer version.
    UnknownSchema(Box<str>),
    /// An edition of the form that this version does not know.
    UnknownForm(Box<str>),
}

impl ReportError {
    fn new(kind: ReportErrorKind, key: &str) -> Self {
        Self { kind, line: 0, key: key.into() }
    }

    /// The error of a file larger than [`MAX_BYTES`].
    #[must_use]
    pub fn too_large() -> Self {
        Self::new(ReportErrorKind::TooLarge, "")
    }

    fn at(mut self, line: usize) -> Self {
        self.line = line;
        self
    }
}

impl Describe for ReportError {
    fn describe(&self, words: &Words) -> String {
        let texts = &words.report_error;
        let what = match &self.kind {
            ReportErrorKind::NotUtf8 => texts.not_utf8.to_owned(),
            ReportErrorKind::TooLarge => fill(texts.too_large, &[("limit", &(MAX_BYTES >> 20))]),
            ReportErrorKind::Truncated => texts.truncated.to_owned(),
            ReportErrorKind::NotJson(detail) => fill(texts.not_json, &[("detail", detail)]),
            ReportErrorKind::MissingKey => texts.missing_key.to_owned(),
            ReportErrorKind::Empty => texts.empty.to_owned(),
            ReportErrorKind::WrongType(detail) => fill(texts.wrong_type, &[("detail", detail)]),
            ReportErrorKind::NotACell(found) => fill(texts.not_a_cell, &[("found", found)]),
            ReportErrorKind::UnknownSchema(found) => {
                fill(texts.unknown_schema, &[("found", found), ("known", &SCHEMA)])
            }
            ReportErrorKind::UnknownForm(found) => {
                let known: Vec<&str> = form::editions().iter().map(|form| &*form.edition).collect();
                fill(texts.unknown_form, &[("found", found), ("known", &known.join(", "))])
            }
        };
        let what = SafeText::line(&what);
        let mut place = String::new();
        if self.line > 0 {
            place += &fill(texts.line, &[("line", &self.line)]);
        }
        if !self.key.is_empty() {
            place += &fill(texts.key, &[("key", &SafeText::line(&self.key))]);
        }
        format!("{place}{what}")
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(crate::words::EN))
    }
}

impl std::error::Error for ReportError {}

/// Head and cells of a report. The narrative is checked for its types and not kept.
///
/// # Errors
/// [`ReportError`], naming key and line.
pub fn parse_lean(bytes: &[u8]) -> Result<Lean, ReportError> {
    let small = u64::try_from(bytes.len()).is_ok_and(|len| len <= MAX_BYTES);
    if let Some(lean) = std::str::from_utf8(bytes).ok().filter(|_| small).and_then(fast::parse) {
        return Ok(lean);
    }
    let file = File::split(bytes)?;
    let lean = file.lean(None)?;
    file.typed::<Each<SectionWire<Text>>>("sections")?;
    file.typed::<EachOf<OriginWire<Text>>>("origins")?;
    file.typed::<SourceWire<'_>>("source")?;
    file.typed::<Text>("title")?;
    Ok(lean)
}

/// A whole report.
///
/// # Errors
/// [`ReportError`], naming key and line.
pub fn parse(bytes: &[u8]) -> Result<Report, ReportError> {
    let file = File::split(bytes)?;
    let mut unknown = Vec::new();
    let lean = file.lean(Some(&mut unknown))?;
    Ok(Report { lean, narrative: file.narrative(unknown)? })
}

/// A JSON text, split into its top-level values.
struct File<'a> {
    text: &'a str,
    values: BTreeMap<String, &'a RawValue>,
}

const KNOWN_KEYS: [&str; 11] =
    ["schema", "agency", "year", "form", "version", "title", "sections", "tables", "source", "origins", "remarks"];

const AGENCY_KEYS: [&str; 3] = ["name", "region", "level"];

type Unknown = Vec<(Box<str>, Box<RawValue>)>;

impl<'a> File<'a> {
    fn split(bytes: &'a [u8]) -> Result<Self, ReportError> {
        if u64::try_from(bytes.len()).is_ok_and(|len| len > MAX_BYTES) {
            return Err(ReportError::too_large());
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = bytes.iter().take(error.valid_up_to()).filter(|&&byte| byte == b'\n').count() + 1;
            ReportError::new(ReportErrorKind::NotUtf8, "").at(line)
        })?;
        let Unique(values) = serde_json::from_str(text).map_err(|error| {
            let kind = if error.is_eof() {
                ReportErrorKind::Truncated
            } else {
                ReportErrorKind::NotJson(error.to_string().into())
            };
            ReportError::new(kind, "").at(error.line())
        })?;
        let file = Self { text, values };
        file.check_schema()?;
        Ok(file)
    }

    fn check_schema(&self) -> Result<(), ReportError> {
        let schema: String = self.required("schema")?;
        if schema == SCHEMA {
            return Ok(());
        }
        Err(ReportError::new(ReportErrorKind::UnknownSchema(schema.into()), "schema").at(self.line_of("schema")))
    }

    /// The line on which the value of a top-level key begins.
    fn line_of(&self, key: &str) -> usize {
        let Some(raw) = self.values.get(key) else { return 0 };
        // The raw value borrows from `text`, so the difference of the addresses is its offset.
        let offset = (raw.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1
    }

    fn required<T: Deserialize<'a>>(&self, key: &str) -> Result<T, ReportError> {
        self.typed(key)?.ok_or_else(|| ReportError::new(ReportErrorKind::MissingKey, key))
    }

    /// The value of a key; `None` where the key is absent or null.
    fn typed<T: Deserialize<'a>>(&self, key: &str) -> Result<Option<T>, ReportError> {
        let Some(raw) = self.values.get(key).filter(|raw| raw.get() != "null") else { return Ok(None) };
        match serde_json::from_str(raw.get()) {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(self.wrong_type::<T>(key, raw)),
        }
    }

    /// Parses once more, slowly, to name the place inside the value.
    fn wrong_type<T: Deserialize<'a>>(&self, key: &str, raw: &'a RawValue) -> ReportError {
        let mut deserializer = serde_json::Deserializer::from_str(raw.get());
        let result: Result<T, _> = serde_path_to_error::deserialize(&mut deserializer);
        let Err(error) = result else { return ReportError::new(ReportErrorKind::MissingKey, key) };
        let inner = error.path().to_string();
        let path = match inner.as_str() {
            "." => key.to_owned(),
            _ if inner.starts_with('[') => format!("{key}{inner}"),
            _ => format!("{key}.{inner}"),
        };
        let line = self.line_of(key) + error.inner().line().saturating_sub(1);
        let detail = error.inner().to_string();
        // The parser's own position counts from the start of the value and would mislead.
        let detail = detail.split(" at line ").next().unwrap_or_default();
        ReportError::new(ReportErrorKind::WrongType(detail.into()), &path).at(line)
    }

    fn lean(&self, mut unknown: Option<&mut Unknown>) -> Result<Lean, ReportError> {
        let agency: AgencyWire<'_> = self.required("agency")?;
        if agency.name.trim().is_empty() {
            return Err(ReportError::new(ReportErrorKind::Empty, "agency.name").at(self.line_of("agency")));
        }
        let year: u16 = self.required("year")?;
        let form = self.form()?;
        if let Some(unknown) = unknown.as_deref_mut() {
            let all: BTreeMap<String, &RawValue> = self.required("agency")?;
            let others = all.into_iter().filter(|(key, _)| !AGENCY_KEYS.contains(&key.as_str()));
            unknown.extend(others.map(|(key, raw)| (format!("agency.{key}").into(), raw.to_owned())));
        }
        let head = Head { agency: agency.into(), year, version: self.typed("version")? };
        let cells = self.cells(form, unknown)?;
        let remarks: Option<Each<RemarkWire<Text>>> = self.typed("remarks")?;
        Ok(Lean { head, form, cells, remarks: remarks.map_or(0, |each| each.count) })
    }

    fn form(&self) -> Result<&'static Form, ReportError> {
        let edition: String = self.required("form")?;
        form::edition(&edition).ok_or_else(|| {
            ReportError::new(ReportErrorKind::UnknownForm(edition.into()), "form").at(self.line_of("form"))
        })
    }

    fn cells(&self, form: &'static Form, unknown: Option<&mut Unknown>) -> Result<Cells, ReportError> {
        let raw = self.values.get("tables");
        let raw = raw.ok_or_else(|| ReportError::new(ReportErrorKind::MissingKey, "tables"))?;
        tables::parse(form, raw.get(), unknown).map_err(|error| {
            let line = self.line_of("tables") + error.line.saturating_sub(1);
            error.at(line)
        })
    }

    fn narrative(&self, mut unknown: Unknown) -> Result<Narrative, ReportError> {
        let sections: Option<Vec<SectionWire<Cow<'_, str>>>> = self.typed("sections")?;
        let origins: Option<BTreeMap<Box<str>, OriginWire<Cow<'_, str>>>> = self.typed("origins")?;
        let remarks: Option<Vec<RemarkWire<Cow<'_, str>>>> = self.typed("remarks")?;
        let source: Option<SourceWire<'_>> = self.typed("source")?;
        let title: Option<Cow<'_, str>> = self.typed("title")?;
        let others = self.values.iter().filter(|(key, _)| !KNOWN_KEYS.contains(&key.as_str()));
        unknown.extend(others.map(|(key, raw)| (key.as_str().into(), (*raw).to_owned())));
        Ok(Narrative {
            title: title.map(|title| SafeText::line(&title)),
            sections: sections.into_iter().flatten().map(Section::from).collect(),
            source: source.map(Source::from),
            origins: origins.into_iter().flatten().map(|(id, origin)| (id, origin.into())).collect(),
            remarks: remarks.into_iter().flatten().map(Remark::from).collect(),
            unknown,
        })
    }
}

fn line(text: &Option<Cow<'_, str>>) -> Option<SafeText> {
    text.as_ref().map(|text| SafeText::line(text))
}

impl From<AgencyWire<'_>> for Agency {
    fn from(wire: AgencyWire<'_>) -> Self {
        Self {
            name: SafeText::line(&wire.name),
            region: wire.region.into_iter().flatten().map(|part| SafeText::line(&part)).collect(),
            level: line(&wire.level),
        }
    }
}

impl From<SectionWire<Cow<'_, str>>> for Section {
    fn from(wire: SectionWire<Cow<'_, str>>) -> Self {
        Self {
            number: wire.number,
            heading: line(&wire.heading).unwrap_or_default(),
            text: wire.text.map(|text| SafeText::lines(&text)).unwrap_or_default(),
        }
    }
}

impl From<OriginWire<Cow<'_, str>>> for Origin {
    fn from(wire: OriginWire<Cow<'_, str>>) -> Self {
        Self { page: wire.page, line: wire.line, place: line(&wire.place), text: line(&wire.text) }
    }
}

impl From<RemarkWire<Cow<'_, str>>> for Remark {
    fn from(wire: RemarkWire<Cow<'_, str>>) -> Self {
        Self {
            cell: line(&wire.cell),
            kind: SafeText::line(&wire.kind),
            message: line(&wire.message).unwrap_or_default(),
            label: wire.label.map(Label::from),
            page: wire.page,
            line: wire.line,
        }
    }
}

impl From<LabelWire<Cow<'_, str>>> for Label {
    fn from(wire: LabelWire<Cow<'_, str>>) -> Self {
        Self { table: line(&wire.table), official: line(&wire.official), text: line(&wire.text) }
    }
}

impl From<SourceWire<'_>> for Source {
    fn from(wire: SourceWire<'_>) -> Self {
        Self {
            file: line(&wire.file),
            sha256: line(&wire.sha256),
            format: line(&wire.format),
            encoding: line(&wire.encoding),
        }
    }
}

#[cfg(test)]
mod tests;
