//! The least number of cells against a mixed-integer solver, on a stored sample of damaged tables.
//!
//! What the solver had proved (microlp 0.7.0) is stored beside each table: the fewest cells that must change so that every
//! relation holds and no cell is negative. For each cell there was a binary variable for whether it changes, and two
//! for by how much, up and down, bound by it; the relations were equations, and the sum of the binary ones was made least.

use super::super::peel::Values;
use super::super::search::Search;
use super::super::syndrome::Syndrome;
use super::super::{prepared, usable};
use super::report;
use crate::form;
use crate::report::Value;

/// Two tables for each slip and size that the solver can prove.
const SAMPLE: &str = include_str!("../../../../tests/data/damaged-tables.jsonl");

#[derive(serde::Deserialize)]
struct Case {
    slip: String,
    /// As the solver had it.
    least: usize,
    /// 表三 by row and column.
    requests: Vec<Vec<i64>>,
}

#[test]
fn the_least_number_of_cells_agrees_with_a_mixed_integer_solver() {
    let form = form::newest();
    let (_, table) = form.table("requests").unwrap();
    let prepared = &prepared(form)[0];
    let mut by_size = [0; 6];
    for line in SAMPLE.lines() {
        let case: Case = serde_json::from_str(line).unwrap();
        let mut report = report(&[]);
        for (row, values) in case.requests.iter().enumerate() {
            for (column, &value) in values.iter().enumerate() {
                report.cells.set(table.at(row, column).unwrap(), Value::int(value));
            }
        }
        let cells = prepared.graph.places.iter().map(|place| usable(&report, place.cell));
        let values = Values::of(&prepared.graph, cells);
        let syndrome = Syndrome::of(&prepared.graph, &values.values, values.active);
        let least = Search::new(&prepared.graph, &prepared.operations, &values, syndrome, &[]).least_cells();
        // The engine tries every set of up to three cells; beyond that it claims nothing.
        assert_eq!(least, Some(case.least).filter(|&cells| cells <= 3), "{}", case.slip);
        by_size[case.least.min(5)] += 1;
    }
    assert!(by_size[1..5].iter().all(|&cases| cases >= 10), "the sample has too few of a size: {by_size:?}");
}
