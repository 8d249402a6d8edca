//! From a report to its JSON: one line per table row, so that people and version control can read it.

use std::collections::BTreeMap;
use std::io;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::form::{Form, Table};

use super::model::{Agency, Lean, Narrative, Origin, Remark, Report, Section, Source, WordedLabel};
use super::{Cells, SCHEMA, SafeText, Value, remark};

/// The JSON text of a report, ending with a line break. What was missing stays absent, a blank is `null`.
#[must_use]
pub fn to_json(report: &Report) -> String {
    let mut bytes = Vec::with_capacity(16 << 10);
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, RowPerLine::default());
    // Writing into a Vec and serialising maps with string keys cannot fail.
    let _ = report.serialize(&mut serializer);
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { lean: Lean { head, form, cells, .. }, narrative } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", SCHEMA)?;
        map.serialize_entry("agency", &AgencyOut { agency: &head.agency, narrative })?;
        map.serialize_entry("year", &head.year)?;
        if let Some(version) = head.version {
            map.serialize_entry("version", &version)?;
        }
        map.serialize_entry("form", &form.edition)?;
        if let Some(title) = &narrative.title {
            map.serialize_entry("title", title)?;
        }
        if let Some(preface) = &narrative.preface {
            map.serialize_entry("preface", preface)?;
        }
        map.serialize_entry("sections", &narrative.sections)?;
        map.serialize_entry("tables", &TablesOut { form, cells, narrative })?;
        if let Some(source) = &narrative.source {
            map.serialize_entry("source", source)?;
        }
        map.serialize_entry("origins", &OneLineEach(&narrative.origins))?;
        map.serialize_entry("remarks", &remark::written(&narrative.remarks).map(one_line).collect::<Vec<_>>())?;
        for (key, raw) in unknown_below(narrative, "") {
            map.serialize_entry(key, raw)?;
        }
        map.end()
    }
}

/// The keys of other programs below a prefix (`agency.`, `tables.`), without it.
fn unknown_below<'a>(narrative: &'a Narrative, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a RawValue)> {
    narrative.unknown.iter().filter_map(move |(path, raw)| {
        let rest = path.strip_prefix(prefix)?;
        let inside = ["agency.", "tables."].iter().any(|other| rest.starts_with(other));
        (!inside || !prefix.is_empty()).then_some((rest, &**raw))
    })
}

struct AgencyOut<'a> {
    agency: &'a Agency,
    narrative: &'a Narrative,
}

impl Serialize for AgencyOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.agency.name)?;
        if !self.agency.region.is_empty() {
            map.serialize_entry("region", &*self.agency.region)?;
        }
        if let Some(level) = &self.agency.level {
            map.serialize_entry("level", level)?;
        }
        for (key, raw) in unknown_below(self.narrative, "agency.") {
            map.serialize_entry(key, raw)?;
        }
        map.end()
    }
}

struct TablesOut<'a> {
    form: &'a Form,
    cells: &'a Cells,
    narrative: &'a Narrative,
}

impl TablesOut<'_> {
    /// The unknown keys that stand directly below `place`: all parts of the path but the last.
    fn unknown_at<'a>(&'a self, place: &'a str) -> impl Iterator<Item = (&'a str, &'a RawValue)> {
        unknown_below(self.narrative, "tables.").filter_map(move |(path, raw)| {
            let (parent, key) = path.rsplit_once('/').unwrap_or(("", path));
            (parent == place).then_some((key, raw))
        })
    }
}

impl Serialize for TablesOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (index, table) in self.form.tables.iter().enumerate() {
            let known = self.cells.any_present(self.form.cells_of(index));
            if known || self.has_unknown_in(&table.id) {
                map.serialize_entry(&table.id, &TableOut { table, tables: self })?;
            }
        }
        for (key, raw) in self.unknown_at("") {
            map.serialize_entry(key, raw)?;
        }
        map.end()
    }
}

impl TablesOut<'_> {
    fn has_unknown_in(&self, place: &str) -> bool {
        unknown_below(self.narrative, "tables.")
            .any(|(path, _)| path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/')))
    }
}

struct TableOut<'a> {
    table: &'a Table,
    tables: &'a TablesOut<'a>,
}

impl Serialize for TableOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (index, row) in self.table.rows.iter().enumerate() {
            let place = format!("{}/{}", self.table.id, row.id);
            let known = self.tables.cells.any_present(self.table.cells_in_row(index));
            if known || self.tables.has_unknown_in(&place) {
                map.serialize_entry(
                    &row.id,
                    &RowOut { table: self.table, row: index, place: &place, tables: self.tables },
                )?;
            }
        }
        for (key, raw) in self.tables.unknown_at(&self.table.id) {
            map.serialize_entry(key, raw)?;
        }
        map.end()
    }
}

struct RowOut<'a> {
    table: &'a Table,
    row: usize,
    place: &'a str,
    tables: &'a TablesOut<'a>,
}

impl Serialize for RowOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (index, column) in self.table.columns.iter().enumerate() {
            let Some(cell) = self.table.at(self.row, index) else { continue };
            match self.tables.cells.get(cell) {
                Value::Missing => {}
                value => map.serialize_entry(&column.id, &value)?,
            }
        }
        for (key, raw) in self.tables.unknown_at(self.place) {
            map.serialize_entry(key, raw)?;
        }
        map.end()
    }
}

/// A small object as raw JSON, so that the formatter does not break it.
fn one_line<T: Serialize>(value: T) -> Option<Box<RawValue>> {
    serde_json::value::to_raw_value(&value).ok()
}

struct OneLineEach<'a>(&'a BTreeMap<Box<str>, Origin>);

impl Serialize for OneLineEach<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, origin)| (id, one_line(origin))))
    }
}

impl Serialize for Section {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("number", &self.number)?;
        map.serialize_entry("heading", &self.heading)?;
        map.serialize_entry("text", &self.text)?;
        map.end()
    }
}

/// Writes the entries that are there.
fn entries<S: Serializer>(serializer: S, entries: &[(&str, &dyn Field)]) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (key, field) in entries {
        if let Some(text) = field.text() {
            map.serialize_entry(key, text)?;
        } else if let Some(number) = field.number() {
            map.serialize_entry(key, &number)?;
        } else if let Some(label) = field.label() {
            map.serialize_entry(key, label)?;
        } else if let Some(values) = field.values() {
            map.serialize_entry(key, values)?;
        } else if field.is_set() {
            map.serialize_entry(key, &true)?;
        }
    }
    map.end()
}

/// An optional text, number or label of a small object.
trait Field {
    fn text(&self) -> Option<&str> {
        None
    }
    fn number(&self) -> Option<u32> {
        None
    }
    fn label(&self) -> Option<&WordedLabel> {
        None
    }
    fn values(&self) -> Option<&BTreeMap<SafeText, SafeText>> {
        None
    }
    fn is_set(&self) -> bool {
        false
    }
}

impl Field for Option<&BTreeMap<SafeText, SafeText>> {
    fn values(&self) -> Option<&BTreeMap<SafeText, SafeText>> {
        *self
    }
}

impl Field for bool {
    fn is_set(&self) -> bool {
        *self
    }
}

impl Field for Option<WordedLabel> {
    fn label(&self) -> Option<&WordedLabel> {
        self.as_ref()
    }
}

impl Field for Option<SafeText> {
    fn text(&self) -> Option<&str> {
        self.as_deref()
    }
}

impl Field for SafeText {
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Field for Option<u32> {
    fn number(&self) -> Option<u32> {
        *self
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { file, sha256, format, encoding } = self;
        entries(serializer, &[("file", file), ("sha256", sha256), ("format", format), ("encoding", encoding)])
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { page, line, place, text } = self;
        entries(serializer, &[("page", page), ("line", line), ("place", place), ("text", text)])
    }
}

impl Serialize for Remark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { cell, kind, values, message, label, page, line, again } = self;
        let values = values.as_deref();
        entries(
            serializer,
            &[
                ("cell", cell),
                ("kind", kind),
                ("values", &values),
                ("message", message),
                ("label", label),
                ("page", page),
                ("line", line),
                ("again", again),
            ],
        )
    }
}

impl Serialize for WordedLabel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { table, official, text } = self;
        entries(serializer, &[("table", table), ("official", official), ("text", text)])
    }
}

/// Breaks and indents the first levels only: deeper objects, such as a table's row, stay on one line.
#[derive(Default)]
struct RowPerLine {
    depth: usize,
    /// Did the bracket opened last get anything inside?
    filled: bool,
}

const BROKEN_LEVELS: usize = 3;

impl RowPerLine {
    fn open<W: io::Write + ?Sized>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        writer.write_all(bracket)
    }

    fn close<W: io::Write + ?Sized>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        let broken = self.depth <= BROKEN_LEVELS && self.filled;
        self.depth = self.depth.saturating_sub(1);
        if broken {
            self.break_line(writer)?;
        }
        self.filled = true;
        writer.write_all(bracket)
    }

    fn next<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.filled = true;
        if !first {
            writer.write_all(b",")?;
        }
        if self.depth <= BROKEN_LEVELS {
            self.break_line(writer)
        } else if first {
            Ok(())
        } else {
            writer.write_all(b" ")
        }
    }

    fn break_line<W: io::Write + ?Sized>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl serde_json::ser::Formatter for RowPerLine {
    fn begin_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }
    fn end_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }
    fn begin_array_value<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.next(writer, first)
    }
    fn begin_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }
    fn end_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }
    fn begin_object_key<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.next(writer, first)
    }
    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
