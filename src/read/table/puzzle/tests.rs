use super::*;
use crate::base::spent::Spent;
use crate::form;

/// A table that adds up, with a number of its own in every result row.
fn table() -> (Puzzle, Vec<Vec<i64>>) {
    let form = form::newest();
    let (_, table) = form.table("requests").unwrap();
    let rows: Vec<Vec<Cell>> = (0..table.rows.len()).map(|row| table.cells_in_row(row).collect()).collect();
    let mut values = vec![vec![0_i64; 7]; rows.len()];
    let handled = rows.len() - 2;
    for (row, values) in values.iter_mut().enumerate().take(handled).skip(2) {
        for (column, value) in values.iter_mut().enumerate().take(6) {
            if (row * 7 + column * 3) % 4 == 0 {
                *value = i64::try_from((row * 31 + column * 17) % 97).unwrap();
            }
        }
    }
    // Rows that begin alike could be torn and taken for one another.
    for (row, value) in [(2, 11), (18, 5), (19, 7)] {
        values[row][0] = value;
    }
    // One after the other: numbers 0 to 5 are applicants, then the rows that follow from the results.
    for column in [0, 1, 2, 3, 4, 5] {
        let sum = (2..handled).map(|row| values[row][column]).sum();
        let (carried_out, carried_in) = (i64::try_from(column % 3).unwrap(), i64::try_from(column % 2).unwrap());
        values[handled][column] = sum;
        values[handled + 1][column] = carried_out;
        values[1][column] = carried_in;
        values[0][column] = sum + carried_out - carried_in;
    }
    for row in &mut values {
        row[6] = row.iter().sum();
    }
    (Puzzle::new(form, &rows).unwrap(), values)
}

fn pieces(values: impl IntoIterator<Item = i64>) -> Vec<Piece> {
    values.into_iter().map(|value| Piece { value, row: None }).collect()
}

/// Is every cell filled with what stands there?
fn is_right(puzzle: &Puzzle, values: &[Vec<i64>], pieces: &[Piece]) -> bool {
    let Some(filled) = puzzle.solve(pieces) else {
        return false;
    };
    puzzle
        .cells
        .iter()
        .zip(values.iter().flatten())
        .all(|(cell, value)| filled[cell].is_some_and(|piece| pieces[piece].value == *value))
}

#[test]
fn rows_one_after_the_other() {
    let (puzzle, values) = table();
    assert!(is_right(&puzzle, &values, &pieces(values.iter().flatten().copied())));
    // A page number between two rows.
    let mut extra: Vec<i64> = values.iter().flatten().copied().collect();
    extra.insert(10 * 7, 9);
    assert!(is_right(&puzzle, &values, &pieces(extra)));
}

#[test]
fn parts_of_rows_before_others() {
    let (puzzle, values) = table();
    let mut torn: Vec<i64> = Vec::new();
    // Two rows in two parts, the second parts behind the first ones; one whose end stands three rows below.
    torn.extend([&values[0][..5], &values[1][..5], &values[0][5..], &values[1][5..]].concat());
    torn.extend([&values[2][..2], &values[3], &values[4], &values[5], &values[2][2..]].concat());
    for row in &values[6..18] {
        torn.extend(row);
    }
    // The first numbers of two rows, then the rest of both.
    torn.extend([&values[18][..1], &values[19][..1], &values[18][1..], &values[19][1..]].concat());
    for row in &values[20..] {
        torn.extend(row);
    }
    assert!(is_right(&puzzle, &values, &pieces(torn)));
}

#[test]
fn one_column_after_the_other() {
    let (puzzle, values) = table();
    let upright: Vec<i64> = (0..7).flat_map(|column| values.iter().map(move |row| row[column])).collect();
    assert!(is_right(&puzzle, &values, &pieces(upright)));
}

#[test]
fn numbers_that_do_not_add_up_are_placed_only_where_nearly_all_rows_do() {
    let (puzzle, mut values) = table();
    values[4][6] += 3;
    assert!(is_right(&puzzle, &values, &pieces(values.iter().flatten().copied())));
    for values in values.iter_mut().take(12) {
        values[6] += 5;
    }
    assert!(puzzle.solve(&pieces(values.iter().flatten().copied())).is_none());
}

#[test]
fn the_last_number_may_be_lost() {
    let (puzzle, values) = table();
    let lost: Vec<i64> = values.iter().flatten().copied().take(values.len() * 7 - 1).collect();
    let all = pieces(lost);
    let filled = puzzle.solve(&all).unwrap();
    assert_eq!(filled.values().filter(|piece| piece.is_none()).count(), 1);
}

#[test]
fn masses_of_equal_numbers_end_soon() {
    let (puzzle, _) = table();
    let spent = Spent::from_now();
    for count in [169, 175, 178] {
        let _ = puzzle.solve(&pieces((0..count).map(|at| i64::from(at % 5 == 0))));
        let _ = puzzle.solve(&pieces(std::iter::repeat_n(0, count)));
    }
    assert!(spent.by_now().as_secs() < 60, "{:?}", spent.by_now());
}
