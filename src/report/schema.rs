//! The JSON Schema of a report: the small parts from the wire types, the tables from the forms.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::form::{self, Form, Table};

use super::SCHEMA;
use super::json::wire::{AgencyWire, OriginWire, RemarkWire, SectionWire, SourceWire};

/// The JSON Schema (draft 2020-12) of `gouji/report/1`.
#[must_use]
pub fn json_schema() -> Value {
    let mut generator =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true).into_generator();
    let editions: Vec<&str> = form::editions().iter().map(|form| &*form.edition).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "A parsed 政府信息公开工作年度报告.",
        "type": "object",
        "required": ["schema", "agency", "year", "form", "tables"],
        "properties": {
            "schema": { "const": SCHEMA },
            "agency": part::<AgencyWire<'static>>(&mut generator),
            "year": { "type": "integer", "minimum": 0, "maximum": u16::MAX },
            "version": { "type": ["integer", "null"], "minimum": 0, "description": "Which submission for that year." },
            "form": { "enum": editions, "description": "The edition of the statutory form." },
            "title": { "type": ["string", "null"] },
            "sections": { "type": ["array", "null"], "items": part::<SectionWire<Cow<'static, str>>>(&mut generator) },
            "tables": { "anyOf": form::editions().iter().map(tables).collect::<Vec<_>>() },
            "source": { "anyOf": [part::<SourceWire<'static>>(&mut generator), { "type": "null" }] },
            "origins": { "type": ["object", "null"], "additionalProperties": part::<OriginWire<Cow<'static, str>>>(&mut generator) },
            "remarks": { "type": ["array", "null"], "items": part::<RemarkWire<Cow<'static, str>>>(&mut generator) },
        },
        "$defs": { "cell": cell() },
    })
}

fn part<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<T>().to_value()
}

fn cell() -> Value {
    json!({
        "description": "An integer, a decimal string, null (blank in the source), or something that is not a number.",
        "anyOf": [
            { "type": "integer" },
            { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$" },
            { "type": "null" },
            { "type": "object", "required": ["raw"], "properties": { "raw": { "type": "string" } } },
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
