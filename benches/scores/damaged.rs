//! The stored sample of damaged tables that a mixed-integer solver is compared on, one JSON object per line:
//! `cargo bench --bench scores -- damaged`. What is stored, `tests/data/damaged-tables.jsonl`, says beside each table how few
//! cells had to change (`least`), as a solver has proved it: whoever makes a new sample proves it again, by the problem
//! that the test `the_least_number_of_cells_agrees_with_a_mixed_integer_solver` states.

use gouji::check::{Profile, check};

use crate::support::slips::class::{Class, KNOWN, UNKNOWN, damage};
use crate::support::slips::table::{Random, SIZES, Size, consistent, lean};

/// Cases of each slip in each size.
const CASES: usize = 2;

/// Damage to many cells of a large table: the solver takes minutes to prove how few would do.
fn is_beyond_the_solver(class: Class, size: Size) -> bool {
    use Class::{BlockShifted, ColumnPushedDown, FourCells, RowDoubled, RowDuplicated, RowEmpty, RowShiftedLeft};
    use Class::{RowShiftedRight, RowsExchanged};
    let wide =
        [RowShiftedRight, RowShiftedLeft, RowEmpty, RowDuplicated, RowsExchanged, BlockShifted, ColumnPushedDown];
    match size {
        Size::Small => false,
        Size::Medium => wide.contains(&class) || class == RowDoubled,
        Size::Large => wide.contains(&class) || class == RowDoubled || class == FourCells,
    }
}

/// Prints the sample.
pub fn print() {
    let mut random = Random::new(2026);
    for class in KNOWN.into_iter().chain(UNKNOWN) {
        for size in SIZES {
            if is_beyond_the_solver(class, size) {
                continue;
            }
            let mut left = CASES;
            for _ in 0..1000 {
                let table = consistent(size, &mut random);
                let Some(damaged) = damage(class, &table, &mut random).filter(|_| left > 0) else { continue };
                // Some damage breaks no relation: nobody can see it.
                if check(&lean(&damaged), Profile::standard()).findings.is_empty() {
                    continue;
                }
                left -= 1;
                println!("{}", serde_json::json!({ "slip": format!("{class:?}"), "requests": damaged }));
            }
        }
    }
}
