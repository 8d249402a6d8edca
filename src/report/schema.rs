//! The JSON Schema of a report: the small parts from the wire types, the tables from the forms.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::form::{self, Form, Table};

use super::SCHEMA;
use super::json::bounds;
use super::json::limited::{Count, List, Year};
use super::json::wire::{AgencyWire, Line, OriginWire, Preface, RemarkWire, SectionWire, SourceWire};

/// A text as the types of the JSON have it.
type Kept = Cow<'static, str>;

/// The JSON Schema (draft 2020-12) of `gouji/report/1`.
#[must_use]
pub(crate) fn json_schema() -> Value {
    let mut generator =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true).into_generator();
    let editions: Vec<&str> = form::editions().iter().map(|form| &*form.edition).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "A parsed 政府信息公开工作年度报告.",
        "type": "object",
        "required": ["schema", "agency", "year", "form", "tables"],
        "maxProperties": bounds::UNKNOWN,
        "propertyNames": { "maxLength": bounds::KEY },
        "properties": {
            "schema": { "const": SCHEMA },
            "agency": part::<AgencyWire<Kept>>(&mut generator),
            "year": part::<Year>(&mut generator),
            "version": with(part::<Option<Count>>(&mut generator), "description", "Which submission for that year."),
            "form": { "enum": editions, "description": "The edition of the statutory form." },
            "title": part::<Option<Line<Kept>>>(&mut generator),
            "preface": with(part::<Option<Preface<Kept>>>(&mut generator), "description", "What stands between the title and the first section."),
            "sections": part::<Option<List<SectionWire<Kept>, { bounds::SECTIONS }>>>(&mut generator),
            "tables": { "anyOf": form::editions().iter().map(tables).collect::<Vec<_>>() },
            "source": { "anyOf": [part::<SourceWire<Kept>>(&mut generator), { "type": "null" }] },
            "origins": {
                "type": ["object", "null"],
                "maxProperties": bounds::ORIGINS,
                "additionalProperties": part::<OriginWire<Kept>>(&mut generator),
            },
            "remarks": part::<Option<List<RemarkWire<Kept>, { bounds::REMARKS }>>>(&mut generator),
        },
        "$defs": { "cell": cell() },
    })
}

fn part<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<T>().to_value()
}

fn with(mut schema: Value, key: &str, text: &str) -> Value {
    if let Some(object) = schema.as_object_mut() {
        object.insert(key.to_owned(), text.into());
    }
    schema
}

fn cell() -> Value {
    json!({
        "description": "An integer, a decimal string, null (blank in the source), or something that is not a number.",
        "anyOf": [
            { "type": "integer" },
            { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,12})?$", "maxLength": 20 },
            { "type": "null" },
            { "type": "object", "required": ["raw"], "properties": { "raw": { "type": "string", "maxLength": bounds::RAW } } },
        ],
    })
}

fn tables(form: &Form) -> Value {
    let tables: Map<String, Value> =
        form.tables.iter().map(|table| (table.id.to_string(), object(&table.label.zh, rows(table)))).collect();
    object(&form.source, tables)
}

fn rows(table: &Table) -> Map<String, Value> {
    let row = |(index, row): (usize, &form::Row)| {
        let title = format!("{}{}", row.ordinal, row.label.zh);
        (row.id.to_string(), object(&title, columns(table, index)))
    };
    table.rows.iter().enumerate().map(row).collect()
}

fn columns(table: &Table, row: usize) -> Map<String, Value> {
    let present = table.columns.iter().enumerate().filter(|(index, _)| table.at(row, *index).is_some());
    present
        .map(|(_, column)| (column.id.to_string(), json!({ "title": column.label.zh, "$ref": "#/$defs/cell" })))
        .collect()
}

fn object(title: &str, properties: Map<String, Value>) -> Value {
    json!({ "title": title, "type": "object", "properties": properties })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_names_every_cell_of_every_edition() {
        let schema = json_schema();
        for (index, form) in form::editions().iter().enumerate() {
            for cell in form.cells() {
                let path = form.id(cell).split('/').fold(format!("/properties/tables/anyOf/{index}"), |path, part| {
                    format!("{path}/properties/{part}")
                });
                assert!(schema.pointer(&path).is_some(), "{path}");
            }
        }
    }

    #[test]
    fn the_parts_come_from_the_wire_types() {
        let schema = json_schema();
        assert_eq!(schema.pointer("/properties/agency/required"), Some(&json!(["name"])));
        assert!(schema.pointer("/properties/remarks/items/properties/kind").is_some());
    }
}
