//! What a profile file has: each of its parts, as far as its shape is right.

use toml::Spanned;
use toml::de::DeTable;

use crate::base::lines::LineStarts;

use super::error::{ProfileProblem, ProfileTrouble, Takes};
use super::score::shape::{self as score, ScoreData};
pub(super) use super::shape::{ByName, Text};
use super::shape::{Fields, Shape, Value};

/// What is in the file.
#[derive(Default)]
pub(super) struct File {
    /// For people: whose profile it is.
    pub(crate) name: Option<Text>,
    pub(crate) reasons: Vec<Text>,
    pub(crate) levels: ByName<Text>,
    pub(crate) numbers: ByName<ByName<Spanned<i64>>>,
    pub(crate) lists: ByName<ByName<ListData>>,
    pub(crate) wording: ByName<ByName<WordingData>>,
    pub(crate) dates: DatesData,
    pub(crate) office: OfficeData,
    /// Columns of a ledger: what they are called, and what they hold.
    pub(crate) ledger: ByName<Text>,
    pub(crate) rule: Vec<RuleData>,
    pub(crate) require: Vec<RequireData>,
    /// How many days an agency is given.
    pub(crate) days: Option<Spanned<i64>>,
    pub(crate) template: Vec<TemplateData>,
    pub(crate) score: Option<ScoreData>,
}

/// How the office signs what it sends out.
#[derive(Default)]
pub(super) struct OfficeData {
    pub(crate) name: Option<Text>,
    pub(crate) contact: Option<Text>,
    pub(crate) number: Option<Text>,
}

pub(super) struct TemplateData {
    pub(crate) name: Text,
    pub(crate) text: Text,
}

/// Words in addition, or instead.
#[derive(Default)]
pub(super) struct ListData {
    pub(crate) extend: Option<Spanned<Vec<Text>>>,
    pub(crate) replace: Option<Spanned<Vec<Text>>>,
}

#[derive(Default)]
pub(super) struct WordingData {
    pub(crate) zh: Option<Text>,
    pub(crate) en: Option<Text>,
}

#[derive(Default)]
pub(super) struct DatesData {
    pub(crate) departments: Option<Text>,
    pub(crate) governments: Option<Text>,
    pub(crate) offices: Option<Text>,
    pub(crate) towns: Option<Text>,
    pub(crate) subdistricts: Option<Text>,
}

pub(super) struct RuleData {
    pub(crate) id: Text,
    pub(crate) zh: Text,
    pub(crate) en: Option<Text>,
    pub(crate) level: Option<Text>,
    pub(crate) scope: Option<Text>,
    pub(crate) left: Spanned<Vec<Spanned<TermData>>>,
    pub(crate) relation: Option<Text>,
    pub(crate) right: Spanned<Vec<Spanned<TermData>>>,
    pub(crate) wording: WordingData,
}

pub(super) enum TermData {
    Whole(i64),
    Text(String),
}

pub(super) struct RequireData {
    pub(crate) id: Text,
    pub(crate) zh: Text,
    pub(crate) en: Option<Text>,
    pub(crate) level: Option<Text>,
    pub(crate) section: Spanned<i64>,
    pub(crate) any: Vec<Text>,
    pub(crate) all: Vec<Text>,
    pub(crate) wording: WordingData,
}

const PARTS: [&str; 14] = [
    "name", "reasons", "levels", "numbers", "lists", "wording", "dates", "office", "ledger", "rule", "require",
    "return", "template", "score",
];
const DATES: [&str; 5] = ["departments", "governments", "offices", "towns", "subdistricts"];
const RULE: [&str; 9] = ["id", "zh", "en", "level", "scope", "left", "relation", "right", "wording"];
const REQUIRE: [&str; 8] = ["id", "zh", "en", "level", "section", "any", "all", "wording"];

/// The parts of a file, and what is wrong with the shape of any of them. Of a text that is no TOML only that is said.
pub(super) fn read(text: &str, lines: &LineStarts) -> (File, Vec<ProfileProblem>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return (File::default(), errors.iter().map(|error| no_toml(error, lines)).collect());
    }
    let mut shape = Shape::new(lines);
    let fields = shape.known(table.as_ref(), table.span(), String::new(), &PARTS);
    let file = file(&mut shape, &fields);
    (file, shape.problems)
}

fn no_toml(error: &toml::de::Error, lines: &LineStarts) -> ProfileProblem {
    let line = error.span().map_or(0, |span| lines.line(span.start));
    ProfileProblem { line, key: "TOML".into(), trouble: ProfileTrouble::Toml(error.message().into()), nearest: None }
}

fn file(shape: &mut Shape<'_>, fields: &Fields<'_, '_>) -> File {
    let mut file = File { dates: dates(shape, fields), days: days(shape, fields), ..File::default() };
    file.name = text(shape, fields, "name");
    file.reasons = texts(shape, fields, "reasons");
    if let Some((value, key)) = fields.get("levels") {
        file.levels = shape.by_name(value, &key, |shape, value, key| shape.text(value, key));
    }
    if let Some((value, key)) = fields.get("numbers") {
        let number = |shape: &mut Shape<'_>, value: &Value<'_>, key: &str| shape.whole(value, key);
        file.numbers = shape.by_name(value, &key, |shape, value, key| Some(shape.by_name(value, key, number)));
    }
    if let Some((value, key)) = fields.get("lists") {
        file.lists = shape.by_name(value, &key, |shape, value, key| Some(shape.by_name(value, key, list)));
    }
    if let Some((value, key)) = fields.get("wording") {
        file.wording = shape.by_name(value, &key, |shape, value, key| Some(shape.by_name(value, key, wording)));
    }
    if let Some((value, key)) = fields.get("ledger") {
        file.ledger = shape.by_name(value, &key, |shape, value, key| shape.text(value, key));
    }
    file.office = office(shape, fields);
    file.score = fields.get("score").and_then(|(value, key)| score::read(shape, value, &key));
    file.rule = tables(shape, fields, "rule", rule);
    file.require = tables(shape, fields, "require", require);
    file.template = tables(shape, fields, "template", template);
    file
}

/// Each part of the name, written `[[name]]`.
fn tables<T>(
    shape: &mut Shape<'_>,
    fields: &Fields<'_, '_>,
    name: &'static str,
    each: fn(&mut Shape<'_>, &Value<'_>) -> Option<T>,
) -> Vec<T> {
    let Some((value, key)) = fields.get(name) else { return Vec::new() };
    let all = shape.list(value, &key, Takes::Tables(name), each);
    all.map(Spanned::into_inner).unwrap_or_default()
}

fn text(shape: &mut Shape<'_>, fields: &Fields<'_, '_>, name: &str) -> Option<Text> {
    let (value, key) = fields.get(name)?;
    shape.text(value, &key)
}

fn texts(shape: &mut Shape<'_>, fields: &Fields<'_, '_>, name: &str) -> Vec<Text> {
    let found = fields.get(name).and_then(|(value, key)| shape.texts(value, &key));
    found.map(Spanned::into_inner).unwrap_or_default()
}

fn required(shape: &mut Shape<'_>, fields: &Fields<'_, '_>, name: &'static str) -> Option<Text> {
    let (value, key) = shape.required(fields, name)?;
    shape.text(value, &key)
}

fn dates(shape: &mut Shape<'_>, fields: &Fields<'_, '_>) -> DatesData {
    let Some((value, key)) = fields.get("dates") else { return DatesData::default() };
    let Some(fields) = shape.fields(value, &key, &DATES) else { return DatesData::default() };
    let mut date = |name| text(shape, &fields, name);
    let [departments, governments, offices, towns, subdistricts] = DATES.map(&mut date);
    DatesData { departments, governments, offices, towns, subdistricts }
}

fn office(shape: &mut Shape<'_>, fields: &Fields<'_, '_>) -> OfficeData {
    let Some((value, key)) = fields.get("office") else { return OfficeData::default() };
    let Some(fields) = shape.fields(value, &key, &["name", "contact", "number"]) else { return OfficeData::default() };
    let [name, contact, number] = ["name", "contact", "number"].map(|name| text(shape, &fields, name));
    OfficeData { name, contact, number }
}

fn days(shape: &mut Shape<'_>, fields: &Fields<'_, '_>) -> Option<Spanned<i64>> {
    let (value, key) = fields.get("return")?;
    let fields = shape.fields(value, &key, &["days"])?;
    let (value, key) = fields.get("days")?;
    shape.whole(value, &key)
}

fn list(shape: &mut Shape<'_>, value: &Value<'_>, key: &str) -> Option<ListData> {
    let fields = shape.fields(value, key, &["extend", "replace"])?;
    let mut words = |name| fields.get(name).and_then(|(value, key)| shape.texts(value, &key));
    Some(ListData { extend: words("extend"), replace: words("replace") })
}

fn wording(shape: &mut Shape<'_>, value: &Value<'_>, key: &str) -> Option<WordingData> {
    let fields = shape.fields(value, key, &["zh", "en"])?;
    Some(WordingData { zh: text(shape, &fields, "zh"), en: text(shape, &fields, "en") })
}

/// The fields of a part that is called by its id, or its name.
fn called<'v, 't>(
    shape: &mut Shape<'_>,
    value: &'v Value<'t>,
    (what, by): (&str, &str),
    known: &'static [&'static str],
) -> Option<Fields<'v, 't>> {
    let name = value.as_ref().as_table().and_then(|table| table.get(by)?.as_ref().as_str());
    let key = name.map_or_else(|| what.to_owned(), |name| format!("{what} \"{name}\""));
    shape.fields(value, &key, known)
}

fn own_wording(shape: &mut Shape<'_>, fields: &Fields<'_, '_>) -> WordingData {
    let found = fields.get("wording").and_then(|(value, key)| wording(shape, value, &key));
    found.unwrap_or_default()
}

fn rule(shape: &mut Shape<'_>, value: &Value<'_>) -> Option<RuleData> {
    let fields = called(shape, value, ("rule", "id"), &RULE)?;
    let (id, zh) = (required(shape, &fields, "id"), required(shape, &fields, "zh"));
    let [left, right] = ["left", "right"].map(|name| {
        let (value, key) = shape.required(&fields, name)?;
        shape.list(value, &key, Takes::Terms, |shape, one| term(shape, one, &key))
    });
    let [en, level, scope, relation] = ["en", "level", "scope", "relation"].map(|name| text(shape, &fields, name));
    let wording = own_wording(shape, &fields);
    Some(RuleData { id: id?, zh: zh?, en, level, scope, left: left?, relation, right: right?, wording })
}

fn term(shape: &mut Shape<'_>, value: &Value<'_>, key: &str) -> Option<Spanned<TermData>> {
    let term = match value.as_ref().as_str() {
        Some(text) => TermData::Text(text.to_owned()),
        // A decimal is as exact as it is written.
        None => match value.as_ref().as_float() {
            Some(number) => TermData::Text(number.as_str().to_owned()),
            None if value.as_ref().is_integer() => TermData::Whole(shape.whole(value, key)?.into_inner()),
            None => {
                shape.wrong(value, key, Takes::Term);
                return None;
            }
        },
    };
    Some(Spanned::new(value.span(), term))
}

fn require(shape: &mut Shape<'_>, value: &Value<'_>) -> Option<RequireData> {
    let fields = called(shape, value, ("require", "id"), &REQUIRE)?;
    let (id, zh) = (required(shape, &fields, "id"), required(shape, &fields, "zh"));
    let section = shape.required(&fields, "section").and_then(|(value, key)| shape.whole(value, &key));
    let [en, level] = ["en", "level"].map(|name| text(shape, &fields, name));
    let [any, all] = ["any", "all"].map(|name| texts(shape, &fields, name));
    let wording = own_wording(shape, &fields);
    Some(RequireData { id: id?, zh: zh?, en, level, section: section?, any, all, wording })
}

fn template(shape: &mut Shape<'_>, value: &Value<'_>) -> Option<TemplateData> {
    let fields = called(shape, value, ("template", "name"), &["name", "text"])?;
    let (name, text) = (required(shape, &fields, "name"), required(shape, &fields, "text"));
    Some(TemplateData { name: name?, text: text? })
}
