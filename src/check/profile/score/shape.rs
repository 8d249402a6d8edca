//! The part `[score]` of a profile file, as far as its shape is right.

use toml::Spanned;

use crate::check::profile::error::Takes;
use crate::check::profile::shape::{ByName, Fields, Shape, Text, Value};

/// A number as it is written.
pub(in crate::check::profile) type Written = Spanned<String>;

#[derive(Default)]
pub(in crate::check::profile) struct ScoreData {
    pub(super) full: Option<Written>,
    pub(super) least: Option<Written>,
    pub(super) error: Option<Written>,
    pub(super) warning: Option<Written>,
    pub(super) missing: Option<Written>,
    pub(super) asked: bool,
    pub(super) accepted: bool,
    pub(super) corrected: bool,
    pub(super) rules: ByName<PointsData>,
    pub(super) late: Option<PointsData>,
    pub(super) clean: Option<Written>,
    pub(super) first: Option<Written>,
    pub(super) grades: ByName<Written>,
    pub(super) aspects: Vec<AspectData>,
}

#[derive(Default)]
pub(super) struct PointsData {
    pub(super) each: Option<Written>,
    pub(super) most: Option<Written>,
}

pub(super) struct AspectData {
    pub(super) name: Text,
    pub(super) points: Written,
    pub(super) rules: Vec<Text>,
    pub(super) error: Option<Written>,
    pub(super) warning: Option<Written>,
}

const SCORE: [&str; 13] = [
    "full",
    "least",
    "error",
    "warning",
    "missing",
    "asked",
    "accepted",
    "corrected",
    "rules",
    "late",
    "bonus",
    "grades",
    "aspect",
];
const ASPECT: [&str; 5] = ["name", "points", "rules", "error", "warning"];

pub(in crate::check::profile) fn read(shape: &mut Shape<'_>, value: &Value<'_>, key: &str) -> Option<ScoreData> {
    let fields = shape.fields(value, key, &SCORE)?;
    let [full, least, error, warning, missing] =
        ["full", "least", "error", "warning", "missing"].map(|name| number(shape, &fields, name));
    let [asked, accepted, corrected] = ["asked", "accepted", "corrected"].map(|name| {
        let found = fields.get(name).and_then(|(value, key)| shape.truth(value, &key));
        found.unwrap_or_default()
    });
    let mut data =
        ScoreData { full, least, error, warning, missing, asked, accepted, corrected, ..ScoreData::default() };
    if let Some((value, key)) = fields.get("rules") {
        data.rules = shape.by_name(value, &key, points);
    }
    if let Some((value, key)) = fields.get("late") {
        data.late = points(shape, value, &key);
    }
    if let Some((value, key)) = fields.get("bonus")
        && let Some(fields) = shape.fields(value, &key, &["clean", "first"])
    {
        [data.clean, data.first] = ["clean", "first"].map(|name| number(shape, &fields, name));
    }
    if let Some((value, key)) = fields.get("grades") {
        data.grades = shape.by_name(value, &key, decimal);
    }
    if let Some((value, key)) = fields.get("aspect") {
        let all = shape.list(value, &key, Takes::Tables("score.aspect"), aspect);
        data.aspects = all.map(Spanned::into_inner).unwrap_or_default();
    }
    Some(data)
}

fn number(shape: &mut Shape<'_>, fields: &Fields<'_, '_>, name: &str) -> Option<Written> {
    let (value, key) = fields.get(name)?;
    decimal(shape, value, &key)
}

fn decimal(shape: &mut Shape<'_>, value: &Value<'_>, key: &str) -> Option<Written> {
    shape.decimal(value, key)
}

/// What each costs, alone or with the most that all cost.
fn points(shape: &mut Shape<'_>, value: &Value<'_>, key: &str) -> Option<PointsData> {
    if value.as_ref().as_table().is_none() {
        return Some(PointsData { each: Some(shape.decimal(value, key)?), most: None });
    }
    let fields = shape.fields(value, key, &["each", "most"])?;
    let (found, key) = shape.required(&fields, "each")?;
    Some(PointsData { each: decimal(shape, found, &key), most: number(shape, &fields, "most") })
}

fn aspect(shape: &mut Shape<'_>, value: &Value<'_>) -> Option<AspectData> {
    let name = value.as_ref().as_table().and_then(|table| table.get("name")?.as_ref().as_str());
    let key = name.map_or_else(|| "score.aspect".to_owned(), |name| format!("score.aspect \"{name}\""));
    let fields = shape.fields(value, &key, &ASPECT)?;
    let name = shape.required(&fields, "name").and_then(|(value, key)| shape.text(value, &key));
    let points = shape.required(&fields, "points").and_then(|(value, key)| shape.decimal(value, &key));
    let rules = shape.required(&fields, "rules").and_then(|(value, key)| shape.texts(value, &key));
    let [error, warning] = ["error", "warning"].map(|name| number(shape, &fields, name));
    Some(AspectData { name: name?, points: points?, rules: rules?.into_inner(), error, warning })
}
