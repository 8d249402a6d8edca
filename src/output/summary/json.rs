//! The sums for other programs (`gouji/summary/1`).

use serde_json::{Map, Value, json};

use crate::library::UnitReport;

use super::rollup::{CellSum, RegionSums, Rollup};
use super::sentences;

/// All regions.
#[must_use]
pub(crate) fn summary_json(summary: &RegionSums<'_>) -> Value {
    let regions: Vec<Value> = summary.rollups.iter().map(|rollup| region(rollup, summary)).collect();
    json!({ "schema": "gouji/summary/1", "regions": regions })
}

fn region(rollup: &Rollup<'_>, summary: &RegionSums<'_>) -> Value {
    let reports = rollup.reports;
    let ids = |units: &[UnitReport]| units.iter().map(|unit| json!(unit.id)).collect::<Vec<Value>>();
    let sums: Map<String, Value> = rollup
        .form
        .cells()
        .map(|cell| {
            let CellSum { sum, counted, without } = rollup.sum(cell);
            let entry = json!({ "sum": sum, "counted": counted, "without": without, "own": rollup.own(cell) });
            (rollup.form.id(cell).to_owned(), entry)
        })
        .collect();
    let vertical: Map<String, Value> = rollup
        .form
        .cells()
        .filter_map(|cell| {
            let CellSum { sum, .. } = rollup.vertical(cell);
            Some((rollup.form.id(cell).to_owned(), json!(sum?)))
        })
        .collect();
    let differences: Vec<Value> = rollup
        .differing()
        .map(|(cell, difference)| {
            json!({
                "cell": rollup.form.id(cell),
                "own": rollup.own(cell),
                "sum": rollup.sum(cell).sum,
                "difference": difference,
                "causes": rollup.causes(cell, summary.lang),
            })
        })
        .collect();
    json!({
        "region": reports.region,
        "year": reports.year,
        "form": rollup.form.edition,
        "own": reports.own.as_ref().map(|own| &own.id),
        "units": ids(&reports.units),
        "missing": reports.by_roster.then_some(&reports.missing),
        "unsummed": reports.unsummed,
        "vertical": { "reports": ids(&reports.vertical), "sums": vertical },
        "sums": sums,
        "differences": differences,
        "sentences": sentences::of(rollup, summary.lang),
    })
}
