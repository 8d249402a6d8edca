//! Consistent reports of three sizes, and the random numbers behind them.

use gouji::form;
use gouji::report::{Agency, Cells, Head, Lean, SafeText, Value};

/// SplitMix64: the same seed gives the same cases for ever.
#[derive(Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66_D1CE_1234);
        random.next();
        random
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        if limit == 0 { 0 } else { (self.next() % limit as u64) as usize }
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut rest = self.below(weights.iter().sum());
        for (index, &weight) in weights.iter().enumerate() {
            if rest < weight {
                return index;
            }
            rest -= weight;
        }
        0
    }
}

/// How many requests an agency gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 1 to 15.
    Small,
    /// 30 to 200.
    Medium,
    /// 1 000 to 6 000.
    Large,
}

pub const SIZES: [Size; 3] = [Size::Small, Size::Medium, Size::Large];

pub const ROWS: usize = 25;
pub const COLUMNS: usize = 7;
pub const HANDLED: usize = 23;
pub const CARRIED_OUT: usize = 24;
/// 表三 by row and column.
pub type Table = [[i64; COLUMNS]; ROWS];

/// Who asks, and what becomes of it; as skewed as real reports are.
const APPLICANTS: [usize; 6] = [800, 90, 8, 15, 45, 42];
const OUTCOMES: [usize; 21] = [400, 90, 6, 8, 5, 20, 40, 25, 20, 15, 150, 20, 25, 60, 30, 8, 10, 15, 25, 3, 25];

/// A table in which every relation holds.
pub fn consistent(size: Size, random: &mut Random) -> Table {
    let requests = match size {
        Size::Small => 1 + random.below(15),
        Size::Medium => 30 + random.below(171),
        Size::Large => 1_000 + random.below(5_001),
    };
    let mut table = [[0; COLUMNS]; ROWS];
    for _ in 0..requests {
        let column = random.weighted(&APPLICANTS);
        table[if random.chance(6) { 1 } else { 0 }][column] += 1;
        if random.chance(7) {
            table[CARRIED_OUT][column] += 1;
        } else {
            table[2 + random.weighted(&OUTCOMES)][column] += 1;
            table[HANDLED][column] += 1;
        }
    }
    for row in &mut table {
        row[6] = row[..6].iter().sum();
    }
    table
}

/// The table as a report; every other cell is zero.
pub fn lean(table: &Table) -> Lean {
    let form = form::newest();
    let mut cells = Cells::missing(form);
    for cell in form.cells() {
        cells.set(cell, Value::int(0));
    }
    let (_, requests) = form.table("requests").unwrap();
    for (row, values) in table.iter().enumerate() {
        for (column, &value) in values.iter().enumerate() {
            cells.set(requests.at(row, column).unwrap(), Value::int(value));
        }
    }
    let agency = Agency { name: SafeText::line("甲县乙局"), ..Agency::default() };
    Lean { head: Head { agency, year: 2023, version: None }, form, cells, remarks: 0 }
}
