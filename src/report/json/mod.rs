//! From the JSON of a report (`gouji/report/1`) to its model.
//!
//! One pass splits the file into its top-level values without copying them; the tables go straight into packed
//! cells, and narrative text is only checked, not kept, unless the whole report is wanted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::base::lines::LineStarts;
use crate::base::text::SafeText;
use crate::form::{self, Form};

use super::model::{Agency, Head, Lean, Narrative, Origin, Remark, Report, Section, Source, WordedLabel};
use super::remark;
use super::{Cells, SCHEMA};

pub(crate) mod bounds;
mod error;
mod expect;
mod fast;
mod frozen;
pub(super) mod limited;
mod others;
mod tables;
mod unique;
pub(super) mod wire;

use limited::{Count, Each, EachOf, List, Object, Seen, Text, Year};
use others::Others;
use unique::Unique;
use wire::{AgencyWire, LabelWire, Line, OriginWire, Preface, RemarkWire, SectionWire, SourceWire};

pub(crate) use error::{ReportError, ReportErrorKind};
pub(crate) use expect::{FoundInstead, shown};
pub(in crate::report) use frozen::{FrozenReport, parse_frozen};

/// A file larger than this is not opened, whatever it is. Parsed reports have a bound of their own ([`bounds::FILE`]).
pub(crate) const MAX_BYTES: u64 = 64 << 20;

/// Head and cells of a report. The narrative is checked for its types and not kept.
///
/// # Errors
/// [`ReportError`], naming key and line.
pub fn parse_lean(bytes: &[u8]) -> Result<Lean, ReportError> {
    if let Some(lean) = small_text(bytes).and_then(fast::parse_lean) {
        return Ok(lean);
    }
    let file = File::split(bytes)?;
    let lean = file.lean(&mut Others::new(false))?;
    file.typed::<Each<SectionWire<Seen>, { bounds::SECTIONS }>>("sections")?;
    file.typed::<EachOf<Line<Seen>, OriginWire<Seen>, { bounds::ORIGINS }>>("origins")?;
    file.typed::<SourceWire<Seen>>("source")?;
    file.typed::<Line<Seen>>("title")?;
    file.typed::<Preface<Seen>>("preface")?;
    Ok(lean)
}

/// A whole report.
///
/// # Errors
/// [`ReportError`], naming key and line.
pub fn parse(bytes: &[u8]) -> Result<Report, ReportError> {
    if let Some(report) = small_text(bytes).and_then(fast::parse) {
        return Ok(report);
    }
    let file = File::split(bytes)?;
    let mut others = Others::new(true);
    let lean = file.lean(&mut others)?;
    Ok(Report { lean, narrative: file.narrative(others)? })
}

fn small_text(bytes: &[u8]) -> Option<&str> {
    let small = u64::try_from(bytes.len()).is_ok_and(|len| len <= bounds::FILE);
    std::str::from_utf8(bytes).ok().filter(|_| small)
}

/// The text of a file, without the mark that some programs begin it with.
fn text_of(bytes: &[u8]) -> Result<&str, ReportError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let line = LineStarts::of(bytes).line(error.valid_up_to());
        ReportError::new(ReportErrorKind::NotUtf8, "").at(line)
    })
}

/// A JSON text, split into its top-level values.
struct File<'a> {
    text: &'a str,
    values: BTreeMap<String, &'a RawValue>,
}

const KNOWN_KEYS: [&str; 12] = [
    "schema", "agency", "year", "form", "version", "title", "preface", "sections", "tables", "source", "origins",
    "remarks",
];

const AGENCY_KEYS: [&str; 3] = ["name", "region", "level"];

/// Remarks of which only head and cells need to know: which cells they doubt, and how many causes they have.
type Doubted<'a> = List<RemarkWire<Kept<'a>>, { bounds::REMARKS }>;

/// Marks the cells that are in doubt; returns how many causes there are.
fn doubted(form: &Form, cells: &mut Cells, remarks: &[RemarkWire<Kept<'_>>]) -> u32 {
    let of_value = remarks.iter().filter(|remark| remark::is_of_value(&remark.kind.0));
    for cell in of_value.filter_map(|remark| form.cell(&remark.cell.as_ref()?.0)) {
        cells.doubt(cell);
    }
    u32::try_from(remarks.iter().filter(|remark| remark.again != Some(true)).count()).unwrap_or(u32::MAX)
}

/// The text of a value that is kept.
type Kept<'a> = Cow<'a, str>;

impl<'a> File<'a> {
    fn split(bytes: &'a [u8]) -> Result<Self, ReportError> {
        if u64::try_from(bytes.len()).is_ok_and(|len| len > bounds::FILE) {
            return Err(ReportError::too_large(bounds::FILE));
        }
        let text = text_of(bytes)?;
        let Unique(values) =
            serde_json::from_str(text).map_err(|error| ReportError::of(&error, "").at(error.line()))?;
        let file = Self { text, values };
        file.check_schema()?;
        Ok(file)
    }

    fn check_schema(&self) -> Result<(), ReportError> {
        let Text(schema) = self.required::<Line<Kept<'a>>>("schema")?;
        if schema == SCHEMA {
            return Ok(());
        }
        let schema = shown(&schema);
        Err(ReportError::new(ReportErrorKind::UnknownSchema(schema), "schema").at(self.line_of("schema")))
    }

    /// The line on which the value of a top-level key begins.
    fn line_of(&self, key: &str) -> usize {
        let Some(raw) = self.values.get(key) else { return 0 };
        // The raw value borrows from `text`, so the difference of the addresses is its offset.
        let offset = (raw.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        LineStarts::of(self.text).line(offset)
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
        ReportError::of(error.inner(), &path).at(line)
    }

    fn lean(&self, others: &mut Others) -> Result<Lean, ReportError> {
        let agency: AgencyWire<Kept<'a>> = self.required("agency")?;
        let name = &agency.name.0;
        // No name at all was left open on purpose; blanks are a mistake.
        if !name.is_empty() && name.trim().is_empty() {
            return Err(ReportError::new(ReportErrorKind::Empty, "agency.name").at(self.line_of("agency")));
        }
        let Year(year) = self.required("year")?;
        let form = self.form()?;
        self.others(others)?;
        let version: Option<Count> = self.typed("version")?;
        let head = Head { agency: agency.into(), year, version: version.map(|version| version.0) };
        let mut cells = self.cells(form, others)?;
        let remarks: Option<Doubted<'a>> = self.typed("remarks")?;
        let remarks = remarks.map_or(0, |List(remarks)| doubted(form, &mut cells, &remarks));
        Ok(Lean { head, form, cells, remarks })
    }

    /// The keys of other programs in the agency and on the top level.
    fn others(&self, others: &mut Others) -> Result<(), ReportError> {
        let Object(agency) = self.required::<Object<Line<Kept<'a>>, &RawValue, { bounds::UNKNOWN }>>("agency")?;
        for (Text(key), raw) in agency.iter().filter(|(key, _)| !AGENCY_KEYS.contains(&&*key.0)) {
            let wrong = |kind| ReportError::new(kind, &format!("agency.{}", shown(key)));
            others.add("agency.", key, raw).map_err(|kind| wrong(kind).at(self.line_of("agency")))?;
        }
        for (key, raw) in self.values.iter().filter(|(key, _)| !KNOWN_KEYS.contains(&key.as_str())) {
            let wrong = |kind| ReportError::new(kind, &shown(key)).at(self.line_of(key));
            others.add("", key, raw).map_err(wrong)?;
        }
        Ok(())
    }

    fn form(&self) -> Result<&'static Form, ReportError> {
        let Text(edition) = self.required::<Line<Kept<'a>>>("form")?;
        form::edition(&edition).ok_or_else(|| {
            let edition = shown(&edition);
            ReportError::new(ReportErrorKind::UnknownForm(edition), "form").at(self.line_of("form"))
        })
    }

    fn cells(&self, form: &'static Form, others: &mut Others) -> Result<Cells, ReportError> {
        let raw = self.values.get("tables");
        let raw = raw.ok_or_else(|| ReportError::new(ReportErrorKind::MissingKey, "tables"))?;
        tables::parse(form, raw.get(), others).map_err(|error| {
            let line = self.line_of("tables") + error.line.saturating_sub(1);
            error.at(line)
        })
    }

    fn narrative(&self, others: Others) -> Result<Narrative, ReportError> {
        Ok(Narrative {
            title: line::<{ bounds::LINE }>(&self.typed("title")?),
            preface: lines(self.typed("preface")?),
            sections: sections(self.typed("sections")?),
            source: self.typed::<SourceWire<Kept<'a>>>("source")?.map(Source::from),
            origins: origins(self.typed("origins")?),
            remarks: remarks(self.typed("remarks")?),
            unknown: others.into_kept(),
        })
    }
}

fn sections(all: Option<List<SectionWire<Kept<'_>>, { bounds::SECTIONS }>>) -> Vec<Section> {
    all.into_iter().flat_map(|List(all)| all).map(Section::from).collect()
}

/// By the ids of their cells.
type Origins<'a> = Object<Line<Kept<'a>>, OriginWire<Kept<'a>>, { bounds::ORIGINS }>;

fn origins(all: Option<Origins<'_>>) -> BTreeMap<Box<str>, Origin> {
    let all = all.into_iter().flat_map(|Object(all)| all);
    all.map(|(id, origin)| (id.0.as_ref().into(), origin.into())).collect()
}

fn remarks(all: Option<Doubted<'_>>) -> Vec<Remark> {
    remark::of_causes(all.into_iter().flat_map(|List(all)| all).map(Remark::from).collect())
}

fn lines(text: Option<Preface<Kept<'_>>>) -> Option<SafeText> {
    text.map(|text| SafeText::lines(&text.0))
}

fn line<const MOST: usize>(text: &Option<Text<Kept<'_>, MOST>>) -> Option<SafeText> {
    text.as_ref().map(|Text(text)| SafeText::line(text))
}

fn number(count: Option<Count>) -> Option<u32> {
    count.map(|Count(count)| count)
}

impl From<AgencyWire<Kept<'_>>> for Agency {
    fn from(wire: AgencyWire<Kept<'_>>) -> Self {
        Self {
            name: SafeText::line(&wire.name.0),
            region: wire.region.iter().flat_map(|List(parts)| parts).map(|part| SafeText::line(&part.0)).collect(),
            level: line(&wire.level),
            read_as: None,
        }
    }
}

impl From<SectionWire<Kept<'_>>> for Section {
    fn from(wire: SectionWire<Kept<'_>>) -> Self {
        Self {
            number: wire.number.0,
            heading: line(&wire.heading).unwrap_or_default(),
            text: wire.text.map(|text| SafeText::lines(&text.0)).unwrap_or_default(),
        }
    }
}

impl From<OriginWire<Kept<'_>>> for Origin {
    fn from(wire: OriginWire<Kept<'_>>) -> Self {
        Self { page: number(wire.page), line: number(wire.line), place: line(&wire.place), text: line(&wire.text) }
    }
}

impl From<RemarkWire<Kept<'_>>> for Remark {
    fn from(wire: RemarkWire<Kept<'_>>) -> Self {
        Self {
            cell: line(&wire.cell),
            kind: SafeText::line(&wire.kind.0),
            values: wire.values.map(|Object(values)| {
                let safe = |text: &str| SafeText::line(text);
                Arc::new(values.iter().map(|(name, value)| (safe(&name.0), safe(&value.0))).collect())
            }),
            message: line(&wire.message).unwrap_or_default(),
            label: wire.label.map(WordedLabel::from),
            page: number(wire.page),
            line: number(wire.line),
            again: wire.again.unwrap_or(false),
        }
    }
}

impl From<LabelWire<Kept<'_>>> for WordedLabel {
    fn from(wire: LabelWire<Kept<'_>>) -> Self {
        Self { table: line(&wire.table), official: line(&wire.official), text: line(&wire.text) }
    }
}

impl From<SourceWire<Kept<'_>>> for Source {
    fn from(wire: SourceWire<Kept<'_>>) -> Self {
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
