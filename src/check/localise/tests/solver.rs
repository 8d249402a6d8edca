//! The least number of cells against a mixed-integer solver, on a stored sample of damaged tables.

use microlp::{ComparisonOp, OptimizationDirection, Problem, TerminationReason};

use super::super::graph::Graph;
use super::super::peel::Values;
use super::super::search::Search;
use super::super::syndrome::Syndrome;
use super::super::{prepared, usable};
use super::report;
use crate::form;
use crate::report::Value;

/// Made by the example `localise_sample`: two tables for each slip and size that the solver can prove.
const SAMPLE: &str = include_str!("../../../../tests/data/damaged-tables.jsonl");

#[derive(serde::Deserialize)]
struct Case {
    slip: String,
    /// 表三 by row and column.
    requests: Vec<Vec<i64>>,
}

/// The fewest cells that must change so that every relation holds and no cell is negative, as the solver has it: for each
/// cell its new value and whether it is changed, the number of changed cells as small as can be.
fn least_by_the_solver(graph: &Graph, values: &[i64]) -> usize {
    // No cell need become larger than all that was received, however it was written down.
    let most = values.iter().copied().max().unwrap_or(0) * 2 + 1;
    let exact = |number: i64| f64::from(i32::try_from(number).unwrap());
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut cells = Vec::new();
    for &value in values {
        let changed = problem.add_binary_var(1.0);
        let up = problem.add_var(0.0, (0.0, exact(most - value)));
        let down = problem.add_var(0.0, (0.0, exact(value)));
        problem.add_constraint([(up, 1.0), (changed, -exact(most - value))], ComparisonOp::Le, 0.0);
        problem.add_constraint([(down, 1.0), (changed, -exact(value))], ComparisonOp::Le, 0.0);
        cells.push((up, down));
    }
    for relation in &graph.relations {
        let stands: i64 = relation.terms.iter().map(|term| term.sign * values[usize::from(term.cell)]).sum();
        let terms = relation.terms.iter().flat_map(|term| {
            let (up, down) = cells[usize::from(term.cell)];
            let sign = if term.sign > 0 { 1.0 } else { -1.0 };
            [(up, sign), (down, -sign)]
        });
        problem.add_constraint(terms, ComparisonOp::Eq, exact(-stands));
    }
    let solved = problem.solve().unwrap();
    assert_eq!(solved.termination_reason(), TerminationReason::ProvenOptimal);
    solved.into_solution().unwrap().objective().round() as usize
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
        let solver = least_by_the_solver(&prepared.graph, &values.values);
        // The engine tries every set of up to three cells; beyond that it claims nothing.
        assert_eq!(least, Some(solver).filter(|&cells| cells <= 3), "{}", case.slip);
        by_size[solver.min(5)] += 1;
    }
    assert!(by_size[1..5].iter().all(|&cases| cases >= 10), "the sample has too few of a size: {by_size:?}");
}
