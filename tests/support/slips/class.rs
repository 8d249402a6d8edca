//! Slips by name.

use super::table::{CARRIED_OUT, COLUMNS, HANDLED, ROWS, Random, Table};

/// A kind of slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    // One cell.
    AnyValue,
    Transposed,
    DigitReplaced,
    DigitAdded,
    DigitOmitted,
    Zeroed,
    OffByOne,
    // Several cells, no pattern.
    TwoCells,
    ThreeCells,
    FourCells,
    // Patterns.
    WrongColumn,
    ColumnsSwapped,
    WrongRow,
    RowsSwapped,
    EntryAndRowTotal,
    EntryAndColumnTotal,
    EntryAndTotals,
    StaleTotal,
    StaleTotals,
    RowShiftedRight,
    RowShiftedLeft,
    RowEmpty,
    RowDuplicated,
    RowsExchanged,
    BlockShifted,
    // Two slips.
    MoveAndCell,
    TwoMoves,
    TwoOffByOne,
    // Slips that the dictionary does not know.
    TimesTen,
    FarMove,
    ColumnPushedDown,
    CellCopiedFromAbove,
    WrittenTwice,
    RowDoubled,
    ThreeCellsRotated,
    TwoCellsMerged,
}

/// What the dictionary of the engine knows.
pub const KNOWN: [Class; 27] = [
    Class::AnyValue,
    Class::Transposed,
    Class::DigitReplaced,
    Class::DigitAdded,
    Class::DigitOmitted,
    Class::Zeroed,
    Class::OffByOne,
    Class::TwoCells,
    Class::ThreeCells,
    Class::FourCells,
    Class::WrongColumn,
    Class::ColumnsSwapped,
    Class::WrongRow,
    Class::RowsSwapped,
    Class::EntryAndRowTotal,
    Class::EntryAndColumnTotal,
    Class::EntryAndTotals,
    Class::StaleTotal,
    Class::StaleTotals,
    Class::RowShiftedRight,
    Class::RowShiftedLeft,
    Class::RowEmpty,
    Class::RowDuplicated,
    Class::RowsExchanged,
    Class::BlockShifted,
    Class::MoveAndCell,
    Class::TwoOffByOne,
];

/// What it does not know.
pub const UNKNOWN: [Class; 9] = [
    Class::TimesTen,
    Class::FarMove,
    Class::ColumnPushedDown,
    Class::CellCopiedFromAbove,
    Class::WrittenTwice,
    Class::RowDoubled,
    Class::ThreeCellsRotated,
    Class::TwoCellsMerged,
    Class::TwoMoves,
];

impl std::fmt::Display for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl Class {
    pub fn is_one_cell(self) -> bool {
        self as usize <= Self::OffByOne as usize
    }

    pub fn is_pattern(self) -> bool {
        (Self::WrongColumn as usize..=Self::BlockShifted as usize).contains(&(self as usize))
    }
}

/// Damages a table; `None` where the draw does not fit and must be repeated.
pub fn damage(class: Class, truth: &Table, random: &mut Random) -> Option<Table> {
    let mut table = *truth;
    match class {
        Class::AnyValue
        | Class::Transposed
        | Class::DigitReplaced
        | Class::DigitAdded
        | Class::DigitOmitted
        | Class::Zeroed
        | Class::OffByOne => {
            let cell = some_cell(random);
            change(class, &mut table, cell, random)?;
        }
        Class::TwoCells => cells(2, &mut table, random)?,
        Class::ThreeCells => cells(3, &mut table, random)?,
        Class::FourCells => cells(4, &mut table, random)?,
        Class::WrongColumn => {
            let (row, column) = entry(random);
            let to = neighbour(column, 6, random);
            moved(&mut table, (row, column), (row, to))?;
        }
        Class::ColumnsSwapped => {
            let (row, column) = (random.below(ROWS), random.below(COLUMNS - 1));
            table[row].swap(column, column + 1);
        }
        Class::WrongRow => {
            let (row, column) = entry(random);
            let to = neighbour(row, ROWS, random);
            moved(&mut table, (row, column), (to, column))?;
        }
        Class::RowsSwapped => {
            let (row, column) = (random.below(ROWS - 1), random.below(COLUMNS));
            (table[row][column], table[row + 1][column]) = (truth[row + 1][column], truth[row][column]);
        }
        Class::EntryAndRowTotal => {
            let row = [0, 1, CARRIED_OUT, 2 + random.below(21)][random.below(4)];
            add(&mut table, &[(row, random.below(6))], &[6], false, random)?;
        }
        Class::EntryAndColumnTotal => {
            let (row, column) = (2 + random.below(21), random.below(6));
            add(&mut table, &[(row, column), (HANDLED, column)], &[], false, random)?;
        }
        Class::EntryAndTotals => {
            let (row, column) = (2 + random.below(21), random.below(6));
            add(&mut table, &[(row, column), (HANDLED, column)], &[6], false, random)?;
        }
        Class::StaleTotal => add(&mut table, &[(HANDLED, random.below(6))], &[6], false, random)?,
        Class::StaleTotals => {
            let (row, column) = (2 + random.below(21), random.below(6));
            add(&mut table, &[(row, column), (HANDLED, column)], &[6], true, random)?;
        }
        Class::RowShiftedRight => {
            let row = random.below(ROWS);
            table[row].rotate_right(1);
            table[row][0] = 0;
        }
        Class::RowShiftedLeft => {
            let row = random.below(ROWS);
            table[row].rotate_left(1);
            table[row][6] = 0;
        }
        Class::RowEmpty => table[random.below(ROWS)] = [0; COLUMNS],
        Class::RowDuplicated => {
            let row = random.below(ROWS);
            table[neighbour(row, ROWS, random)] = truth[row];
        }
        Class::RowsExchanged => {
            let row = random.below(ROWS);
            let other = if random.chance(60) { neighbour(row, ROWS, random) } else { random.below(ROWS) };
            table.swap(row, other);
        }
        Class::BlockShifted => {
            let from = random.below(ROWS - 2);
            let to = from + 2 + random.below(ROWS - from - 2);
            if random.chance(50) {
                table[from..=to].rotate_right(1);
                table[from] = [0; COLUMNS];
            } else {
                table[from..=to].rotate_left(1);
                table[to] = [0; COLUMNS];
            }
        }
        Class::MoveAndCell => {
            let (row, column) = entry(random);
            let to = neighbour(column, 6, random);
            moved(&mut table, (row, column), (row, to))?;
            let other = some_cell(random);
            if other.0 == row {
                return None;
            }
            change(Class::AnyValue, &mut table, other, random)?;
        }
        Class::TwoMoves => {
            for _ in 0..2 {
                let (row, column) = entry(random);
                let to = neighbour(column, 6, random);
                moved(&mut table, (row, column), (row, to))?;
            }
        }
        Class::TwoOffByOne => {
            for _ in 0..2 {
                let cell = some_cell(random);
                change(Class::OffByOne, &mut table, cell, random)?;
            }
        }
        Class::TimesTen => {
            let (row, column) = some_cell(random);
            table[row][column] *= 10;
        }
        Class::FarMove => {
            let (row, column) = entry(random);
            let to = if random.chance(50) { (row, random.below(6)) } else { (random.below(ROWS), column) };
            moved(&mut table, (row, column), to)?;
        }
        Class::ColumnPushedDown => {
            let column = random.below(COLUMNS);
            let from = random.below(ROWS - 2);
            let to = from + 2 + random.below(ROWS - from - 2);
            for row in from + 1..=to {
                table[row][column] = truth[row - 1][column];
            }
            table[from][column] = 0;
        }
        Class::CellCopiedFromAbove => {
            let (row, column) = (1 + random.below(ROWS - 1), random.below(COLUMNS));
            table[row][column] = truth[row - 1][column];
        }
        Class::WrittenTwice => {
            let (row, column) = entry(random);
            table[row][neighbour(column, 6, random)] = truth[row][column];
        }
        Class::RowDoubled => table[random.below(ROWS)].iter_mut().for_each(|value| *value *= 2),
        Class::ThreeCellsRotated => {
            let (row, column) = (random.below(ROWS), random.below(COLUMNS - 2));
            table[row][column..column + 3].rotate_left(1);
        }
        Class::TwoCellsMerged => {
            let (row, column) = (random.below(ROWS), random.below(5));
            let merged = format!("{}{}", truth[row][column], truth[row][column + 1]);
            table[row][column] = merged.parse().ok()?;
            table[row][column + 1] = 0;
        }
    }
    (table != *truth && table.iter().flatten().all(|value| *value >= 0)).then_some(table)
}

fn entry(random: &mut Random) -> (usize, usize) {
    (random.below(ROWS), random.below(6))
}

fn some_cell(random: &mut Random) -> (usize, usize) {
    (random.below(ROWS), random.below(COLUMNS))
}

fn neighbour(index: usize, count: usize, random: &mut Random) -> usize {
    if index == 0 || (index + 1 < count && random.chance(50)) { index + 1 } else { index - 1 }
}

/// A value stands in another cell than it should, on top of what belongs there.
fn moved(table: &mut Table, from: (usize, usize), to: (usize, usize)) -> Option<()> {
    let value = table[from.0][from.1];
    if value == 0 || from == to {
        return None;
    }
    table[to.0][to.1] += value;
    table[from.0][from.1] = 0;
    Some(())
}

/// The same amount on some entries, and on their rows' totals; `stale`: all but the first entry are as before.
fn add(table: &mut Table, entries: &[(usize, usize)], also: &[usize], stale: bool, random: &mut Random) -> Option<()> {
    let (row, column) = entries[0];
    let meant = table[row][column];
    let amount = another(meant, random) - meant;
    for (index, &(row, column)) in entries.iter().enumerate() {
        for &column in [column].iter().chain(also) {
            if !(stale && index == 0 && column != 6) {
                table[row][column] += amount;
            }
        }
    }
    Some(())
}

fn another(value: i64, random: &mut Random) -> i64 {
    let spread = 10 + value as usize;
    loop {
        let other = random.below(2 * spread) as i64;
        if other != value {
            return other;
        }
    }
}

fn change(class: Class, table: &mut Table, (row, column): (usize, usize), random: &mut Random) -> Option<()> {
    let value = table[row][column];
    let text = value.to_string();
    let mut digits: Vec<u8> = text.bytes().collect();
    let place = random.below(digits.len());
    match class {
        Class::AnyValue => return set(table, row, column, another(value, random)),
        Class::OffByOne => return set(table, row, column, value + if random.chance(50) { 1 } else { -1 }),
        Class::Zeroed => return set(table, row, column, 0),
        Class::Transposed if place + 1 < digits.len() => digits.swap(place, place + 1),
        Class::DigitReplaced if digits.len() > 1 => digits[place] = b'0' + random.below(10) as u8,
        Class::DigitAdded if value > 0 => digits.insert(place, b'0' + random.below(10) as u8),
        Class::DigitOmitted if digits.len() > 1 => {
            digits.remove(place);
        }
        _ => return None,
    }
    set(table, row, column, String::from_utf8(digits).ok()?.parse().ok()?)
}

fn set(table: &mut Table, row: usize, column: usize, value: i64) -> Option<()> {
    let before = std::mem::replace(&mut table[row][column], value);
    (before != value && value >= 0).then_some(())
}

fn cells(count: usize, table: &mut Table, random: &mut Random) -> Option<()> {
    let mut done: Vec<(usize, usize)> = Vec::new();
    while done.len() < count {
        let cell = some_cell(random);
        if done.contains(&cell) {
            continue;
        }
        let classes = [Class::AnyValue, Class::AnyValue, Class::AnyValue, Class::DigitReplaced, Class::DigitAdded];
        if change(classes[random.below(classes.len())], table, cell, random).is_some() {
            done.push(cell);
        }
    }
    Some(())
}
