//! A roll-up that was frozen (`gouji/frozen/1`): what each report said when it was added up.
//!
//! ```json
//! { "schema": "gouji/frozen/1", "reports": [
//!     { "agency": { "name": "…", "region": ["…"] }, "year": 2024, "cells": { "requests/new/total": 5 } } ] }
//! ```
//!
//! A cell that was blank is `null`; unknown keys are ignored, unknown cells are not.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected, Visitor};

use crate::form;
use crate::report::{FROZEN, Number, SafeText};

use super::bounds;
use super::error::ReportError;
use super::expect::Expected;
use super::limited::{List, Object, Year};
use super::wire::Region;
use super::{Kept, text_of};

/// More reports than these are in no roll-up.
const REPORTS: usize = 1 << 20;

/// What a report said when the roll-up was frozen.
pub(crate) struct FrozenReport {
    /// The agency's name.
    pub name: SafeText,
    /// Where it is.
    pub region: Vec<SafeText>,
    /// The year.
    pub year: u16,
    /// Which version it was, where they are counted.
    pub version: Option<u32>,
    /// Its numbers, by the ids of cells.
    pub cells: Vec<(&'static str, Number)>,
}

#[derive(Deserialize)]
#[serde(expecting = "object", bound(deserialize = "'de: 'a"))]
struct FileWire<'a> {
    #[serde(rename = "schema")]
    _schema: Schema,
    reports: List<ReportWire<'a>, REPORTS>,
}

#[derive(Deserialize)]
#[serde(expecting = "object", bound(deserialize = "'de: 'a"))]
struct ReportWire<'a> {
    agency: AgencyWire<'a>,
    year: Year,
    version: Option<u32>,
    cells: Object<CellId, Option<Figure>, { bounds::ORIGINS }>,
}

#[derive(Deserialize)]
#[serde(expecting = "object", bound(deserialize = "'de: 'a"))]
struct AgencyWire<'a> {
    name: Name,
    region: Option<Region<Kept<'a>>>,
}

/// The reports of a roll-up.
pub(in crate::report) fn parse_frozen(bytes: &[u8]) -> Result<Vec<FrozenReport>, ReportError> {
    let text = text_of(bytes)?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let file: FileWire<'_> = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        ReportError::of(error.inner(), if path == "." { "" } else { &path }).at(error.inner().line())
    })?;
    deserializer.end().map_err(|error| ReportError::of(&error, "").at(error.line()))?;
    Ok(file.reports.0.into_iter().map(FrozenReport::from).collect())
}

impl From<ReportWire<'_>> for FrozenReport {
    fn from(wire: ReportWire<'_>) -> Self {
        let region = wire.agency.region.map(|region| region.0).unwrap_or_default();
        let cells = wire.cells.0.into_iter().filter_map(|(cell, figure)| Some((cell.0, figure?.0)));
        Self {
            name: wire.agency.name.0,
            region: region.iter().map(|part| SafeText::line(&part.0)).collect(),
            year: wire.year.0,
            version: wire.version,
            cells: cells.collect(),
        }
    }
}

/// A text that something particular is expected of.
macro_rules! word {
    ($name:ident, $inner:ty, $expected:expr, $read:expr) => {
        struct $name($inner);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct WordVisitor;
                impl Visitor<'_> for WordVisitor {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        fmt::Display::fmt(&$expected, f)
                    }
                    fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                        let read: fn(&str) -> Option<$inner> = $read;
                        read(text).map($name).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &$expected))
                    }
                }
                deserializer.deserialize_str(WordVisitor)
            }
        }
    };
}

word!(Schema, (), Expected::Frozen, |text| (text == FROZEN).then_some(()));
word!(CellId, &'static str, Expected::Cell, |text| form::cell_id(text));
word!(Name, SafeText, Expected::Name, |text| {
    let is_name = text.chars().any(char::is_alphanumeric) && text.chars().count() <= bounds::NAME;
    is_name.then(|| SafeText::line(text))
});

/// A number, or its digits as a text.
struct Figure(Number);

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FigureVisitor;
        impl Visitor<'_> for FigureVisitor {
            type Value = Figure;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&Expected::Figure, f)
            }
            fn visit_u64<E: Error>(self, value: u64) -> Result<Figure, E> {
                let number = Number::parse(&value.to_string()).map(Figure);
                number.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &Expected::Figure))
            }
            fn visit_i64<E: Error>(self, value: i64) -> Result<Figure, E> {
                let number = Number::parse(&value.to_string()).map(Figure);
                number.ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &Expected::Figure))
            }
            fn visit_f64<E: Error>(self, value: f64) -> Result<Figure, E> {
                let number = Number::parse(&value.to_string()).map(Figure);
                number.ok_or_else(|| E::invalid_value(Unexpected::Float(value), &Expected::Figure))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Figure, E> {
                let number = Number::parse(text).map(Figure);
                number.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &Expected::Figure))
            }
        }
        deserializer.deserialize_any(FigureVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Describe as _;
    use crate::words::{EN, ZH};

    /// With these cells, and something else in the place of something.
    fn file(cells: &str, from: &str, to: &str) -> String {
        let text = format!(
            "{{ \"schema\": \"gouji/frozen/1\", \"reports\": [\n{{ \"agency\": {{ \"name\": \"甲县教育局\", \"region\": [\"甲县\"] }},\n\
             \"year\": 2024,\n\"cells\": {{ {cells} }} }} ] }}"
        );
        text.replace(from, to)
    }

    #[test]
    fn numbers_are_whole_decimal_or_texts_and_a_blank_says_nothing() {
        let text = file(
            r#""requests/new/total": 5, "disclosure/fees/amount": "0.25", "disputes/reconsideration/total": null"#,
            "",
            "",
        );
        for text in [text.clone(), format!("\u{FEFF}{text}")] {
            let reports = parse_frozen(text.as_bytes()).unwrap();
            assert_eq!(reports[0].cells.len(), 2);
            assert_eq!((reports[0].year, reports[0].name.as_str()), (2024, "甲县教育局"));
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line_its_key_and_what_was_expected() {
        let cells = r#""requests/new/total": 5"#;
        for (text, place, expected) in [
            (
                file(cells, ": 5", ": \"约5\""),
                "line 4, key `reports[0].cells.requests/new/total`",
                "found the text \"约5\"",
            ),
            (file(cells, ": 5", ": true"), "line 4, key `reports[0].cells.requests/new/total`", "expected a number"),
            (file(cells, ": 5", ": {}"), "line 4, key `reports[0].cells.requests/new/total`", "expected a number"),
            (file(cells, "new/total", "new/sum"), "line 4, key `reports[0].cells", "requests/new/sum"),
            (file(cells, "2024", "\"2024\""), "line 3, key `reports[0].year`", "expected a year"),
            (file(cells, "2024", "20240"), "line 3, key `reports[0].year`", "expected a year"),
            (file(cells, "甲县教育局", " "), "line 2, key `reports[0].agency.name`", "expected a name"),
            (file(cells, "\"name\"", "\"title\""), "key `reports[0].agency.name`", "required"),
            (file(cells, "gouji/frozen/1", "gouji/report/1"), "line 1, key `schema`", "gouji/frozen/1"),
            (file(cells, "\"schema\"", "\"kind\""), "key `schema`", "required"),
            ("[]".to_owned(), "line 1", "expected"),
            ("{".to_owned(), "line 1", "truncated"),
            (String::new(), "", "truncated"),
            ("名称,年度\n甲局,2024\n".to_owned(), "line 1", "not JSON"),
            (file(cells, "", "") + "x", "line 4", "not JSON"),
        ] {
            let error = parse_frozen(text.as_bytes()).err().unwrap();
            let said = error.describe(EN);
            assert!(said.contains(place) && said.contains(expected), "{text}\n{said}");
            assert!(!error.describe(ZH).is_empty());
        }
    }
}
