//! Slips whose trace depends on the values: rows shifted, left empty, written twice, exchanged, blocks shifted.

use crate::form::EquationLine;

use super::cost::Cost;
use super::graph::{Graph, Local, bit};
use super::kind::RepairKind;
use super::search::Search;

/// Shorter shifts are moves of a value.
const SHIFTED_AT_LEAST: usize = 3;

/// Tries every row, every pair and every block of rows that could have broken exactly these relations.
pub(super) fn search(search: &mut Search<'_>) {
    if search.syndrome.active != search.graph.all() {
        return;
    }
    let graph = search.graph;
    let broken = search.syndrome.mask;
    for (row, &mask) in graph.row_masks.iter().enumerate() {
        if broken & !mask == 0 {
            row_shifted(search, row);
        }
    }
    // The other patterns move whole rows, which add up wherever they stand.
    if broken & graph.across != 0 {
        return;
    }
    for row in 0..graph.rows.len() {
        row_lost(search, row);
    }
    // The column that is off first: most attempts end there.
    let mut columns: Vec<usize> = (0..graph.column_masks.len()).collect();
    columns.sort_by_key(|&column| graph.column_masks.get(column).is_none_or(|mask| mask & broken == 0));
    rows_exchanged(search, &columns);
    blocks_shifted(search, &columns);
}

/// New values for some cells, in the order they were set.
type Changes = Vec<(Local, i64)>;

/// The cells of a row; none where the form has fewer cells there than columns.
fn cells(graph: &Graph, row: usize) -> Option<Vec<Local>> {
    graph.rows.get(row)?.iter().copied().collect()
}

fn is_empty(search: &Search<'_>, row: usize) -> bool {
    cells(search.graph, row).is_some_and(|cells| cells.iter().all(|&cell| search.value(cell) == 0))
}

/// Keeps the changes (new values) if every relation then holds.
fn attempt(search: &mut Search<'_>, kind: RepairKind, cost: Cost, meant: &[(Local, i64)]) {
    let graph = search.graph;
    let by: Changes =
        meant.iter().map(|&(cell, meant)| (cell, meant - search.value(cell))).filter(|c| c.1 != 0).collect();
    if by.is_empty() || meant.iter().any(|&(_, meant)| meant < 0) {
        return;
    }
    for &(cell, by) in &by {
        search.syndrome.change(graph, cell, by);
    }
    let settled = search.syndrome.mask == 0;
    for &(cell, by) in &by {
        search.syndrome.change(graph, cell, -by);
    }
    if settled {
        search.record(kind, cost, &by);
    }
}

/// A row pushed by one column, as a whole or from some column on, with or without its last cell.
fn row_shifted(search: &mut Search<'_>, row: usize) {
    let Some(cells) = cells(search.graph, row) else { return };
    let found: Vec<i64> = cells.iter().map(|&cell| search.value(cell)).collect();
    let cost = search.costs.row.shifted;
    let Some(last) = cells.len().checked_sub(1) else { return };
    for end in [last, last.saturating_sub(1)] {
        for from in 0..end {
            let Some(part) = found.get(from..=end) else { continue };
            if part.first() == Some(&0) {
                // To the right: what stood last was lost.
                let back = part.iter().skip(1).copied().map(Some).chain([None]);
                complete(search, &cells, from, back.collect(), cost);
            }
            if part.last() == Some(&0) {
                // To the left: what stood first was lost.
                let back = [None].into_iter().chain(part.iter().copied().map(Some)).take(part.len());
                complete(search, &cells, from, back.collect(), cost);
            }
        }
    }
}

/// The value that was lost follows from the row's own relation.
fn complete(search: &mut Search<'_>, cells: &[Local], from: usize, back: Vec<Option<i64>>, cost: Cost) {
    let graph = search.graph;
    let Some(table_row) = cells.first().and_then(|&cell| graph.place(cell)).map(|place| place.row) else { return };
    let relation = graph.relations.iter().find(|relation| relation.line == EquationLine::Row(table_row));
    let Some(relation) = relation else { return };
    let mut values: Vec<Option<i64>> = cells.iter().map(|&cell| Some(search.value(cell))).collect();
    for (slot, value) in values.iter_mut().skip(from).zip(back) {
        *slot = value;
    }
    let sign = |cell: Local| relation.terms.iter().find(|term| term.cell == cell).map_or(0, |term| term.sign);
    let rest: i64 = cells.iter().zip(&values).map(|(&cell, value)| sign(cell) * value.unwrap_or(0)).sum();
    let meant: Changes =
        cells.iter().zip(&values).map(|(&cell, value)| (cell, value.unwrap_or(-rest * sign(cell)))).collect();
    let changed = meant.iter().filter(|&&(cell, meant)| search.value(cell) != meant).count();
    if changed >= SHIFTED_AT_LEAST {
        attempt(search, RepairKind::RowShifted, cost, &meant);
    }
}

/// A row that is empty, or the same as a neighbour: what should stand there follows from the columns.
fn row_lost(search: &mut Search<'_>, row: usize) {
    let graph = search.graph;
    if search.syndrome.mask & !graph.row_masks.get(row).copied().unwrap_or(0) != 0 {
        return;
    }
    let Some(cells) = cells(graph, row) else { return };
    let (kind, cost) = if is_empty(search, row) {
        let id = cells.first().and_then(|&cell| row_id(search, cell));
        let known = id.and_then(|id| search.costs.row.empty.get(id)).copied();
        (RepairKind::RowEmpty, known.unwrap_or(search.costs.row.empty_other))
    } else if [row.checked_sub(1), row.checked_add(1)].into_iter().flatten().any(|other| same(search, row, other)) {
        (RepairKind::RowDuplicated, search.costs.row.duplicated)
    } else {
        (RepairKind::RowWrong, search.costs.row.wrong)
    };
    let meant: Changes = cells.iter().map(|&cell| (cell, search.value(cell) + needed(search, cell))).collect();
    let least = if kind == RepairKind::RowWrong { SHIFTED_AT_LEAST } else { 2 };
    if meant.iter().filter(|&&(cell, meant)| search.value(cell) != meant).count() >= least {
        attempt(search, kind, cost, &meant);
    }
}

fn row_id<'a>(search: &Search<'a>, cell: Local) -> Option<&'a str> {
    let row = search.graph.place(cell)?.row;
    search.graph.row_ids.get(row).map(|id| &**id)
}

fn same(search: &Search<'_>, row: usize, other: usize) -> bool {
    let (Some(row), Some(other)) = (cells(search.graph, row), cells(search.graph, other)) else { return false };
    row.iter().zip(&other).all(|(&cell, &other)| search.value(cell) == search.value(other))
}

/// By how much a cell must change so that its column adds up.
fn needed(search: &Search<'_>, cell: Local) -> i64 {
    let along = |relation: u8| search.graph.across & bit(usize::from(relation)) == 0;
    let touch = search.graph.touches(cell).iter().find(|touch| along(touch.relation));
    touch.map_or(0, |touch| -search.syndrome.off(touch.relation) * touch.sign)
}

fn rows_exchanged(search: &mut Search<'_>, columns: &[usize]) {
    let graph = search.graph;
    let broken = search.syndrome.mask;
    for (first, &first_mask) in graph.row_masks.iter().enumerate() {
        for (second, &second_mask) in graph.row_masks.iter().enumerate().skip(first + 1) {
            if broken & !(first_mask | second_mask) != 0 {
                continue;
            }
            let row = &search.costs.row;
            let cost = if second == first + 1 { row.exchanged } else { row.exchanged_apart };
            by_columns(search, columns, RepairKind::RowsExchanged, cost, |search, changes, column| {
                let (Some(above), Some(below)) = (at(graph, first, column), at(graph, second, column)) else {
                    return false;
                };
                let by = search.value(below) - search.value(above);
                put(search, changes, above, by);
                put(search, changes, below, -by);
                true
            });
        }
    }
}

/// Rows `from` to `to` each one row too low (an empty one put in, the last lost) or too high.
fn blocks_shifted(search: &mut Search<'_>, columns: &[usize]) {
    let graph = search.graph;
    let empty: Vec<bool> = (0..graph.rows.len()).map(|row| is_empty(search, row)).collect();
    for (from, &from_empty) in empty.iter().enumerate() {
        let mut touched = graph.row_masks.get(from).copied().unwrap_or(0);
        for (to, &to_empty) in empty.iter().enumerate().skip(from + 1) {
            touched |= graph.row_masks.get(to).copied().unwrap_or(0);
            if search.syndrome.mask & !touched != 0 {
                continue;
            }
            for down in [true, false] {
                if if down { from_empty } else { to_empty } {
                    let cost = search.costs.row.block_shifted;
                    by_columns(search, columns, RepairKind::BlockShifted, cost, |search, changes, column| {
                        column_back(search, changes, from..to, column, down).is_some()
                    });
                }
            }
        }
    }
}

/// Makes a change column by column, as long as the columns add up, and keeps it where all of them do.
fn by_columns<'a>(
    search: &mut Search<'a>,
    columns: &[usize],
    kind: RepairKind,
    cost: Cost,
    mut change: impl FnMut(&mut Search<'a>, &mut Changes, usize) -> bool,
) {
    let graph = search.graph;
    let mut changes = Changes::new();
    let fits = columns.iter().all(|&column| {
        let mask = graph.column_masks.get(column).copied().unwrap_or(0);
        change(search, &mut changes, column) && search.syndrome.mask & mask == 0
    });
    for &(cell, by) in &changes {
        search.syndrome.change(graph, cell, -by);
    }
    let least = if kind == RepairKind::BlockShifted { SHIFTED_AT_LEAST } else { 2 };
    if fits && changes.len() >= least && changes.iter().all(|&(cell, by)| search.value(cell) + by >= 0) {
        search.record(kind, cost, &changes);
    }
}

fn at(graph: &Graph, row: usize, column: usize) -> Option<Local> {
    graph.rows.get(row)?.get(column).copied().flatten()
}

fn put(search: &mut Search<'_>, changes: &mut Changes, cell: Local, by: i64) {
    if by != 0 {
        let graph = search.graph;
        search.syndrome.change(graph, cell, by);
        changes.push((cell, by));
    }
}

/// Moves one column of the block back; the lost value follows from the column's relation.
fn column_back(
    search: &mut Search<'_>,
    changes: &mut Changes,
    rows: std::ops::Range<usize>,
    column: usize,
    down: bool,
) -> Option<()> {
    let graph = search.graph;
    for above in rows.clone() {
        let (above, below) = (at(graph, above, column)?, at(graph, above + 1, column)?);
        let (cell, source) = if down { (above, below) } else { (below, above) };
        put(search, changes, cell, search.value(source) - search.value(cell));
    }
    let lost = at(graph, if down { rows.end } else { rows.start }, column)?;
    put(search, changes, lost, needed(search, lost));
    Some(())
}
