//! What each report said when it was added up (`gouji/frozen/1`), to be held against what it says later (`--frozen`).

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::library::UnitReport;
use crate::report::{FROZEN, Value};

use super::rollup::RegionSums;

/// Every report that is in a sum, and those of the regions themselves, once.
#[must_use]
pub(crate) fn frozen(summary: &RegionSums<'_>) -> Json {
    let mut reports: BTreeMap<&str, &UnitReport> = BTreeMap::new();
    for rollup in &summary.rollups {
        let region = rollup.reports;
        let all = region.units.iter().chain(&region.own).chain(&region.vertical).chain(&region.unlisted);
        reports.extend(all.map(|unit| (unit.id.as_str(), unit)));
    }
    let reports: Vec<Json> = reports.into_values().map(report).collect();
    json!({ "schema": FROZEN, "reports": reports })
}

fn report(unit: &UnitReport) -> Json {
    let lean = &unit.lean;
    let agency = &lean.head.agency;
    let cells = lean.form.cells().filter_map(|cell| {
        let value = match lean.cells.get(cell) {
            Value::Number(number) => json!(number),
            Value::Blank => Json::Null,
            // A text is no number, and of what is not there nothing can be said.
            Value::Raw(_) | Value::Missing => return None,
        };
        Some((lean.form.id(cell).to_owned(), value))
    });
    let cells: Map<String, Json> = cells.collect();
    let head = json!({ "name": agency.name, "region": &*agency.region });
    // Without it every version that was replaced before would be held against the last one.
    json!({ "agency": head, "year": lean.head.year, "version": lean.head.version, "cells": cells })
}
