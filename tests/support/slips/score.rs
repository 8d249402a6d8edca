//! How often the engine is right.

use std::time::Instant;

use gouji::check::{self, localise};
use gouji::report::Value;
use localise::{Block, BlockStatus, KnownCells};

use super::class::{Class, damage};
use super::table::{CARRIED_OUT, COLUMNS, HANDLED, Random, Size, Table, consistent, lean};

/// Counts over the cases of one class or several.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Damaged tables that break some relation.
    pub cases: usize,
    /// Damaged tables that break none; not counted among the cases.
    pub invisible: usize,
    /// Cases with one reading.
    pub one: usize,
    /// … and it is the truth.
    pub right: usize,
    /// Cases whose truth is among the readings.
    pub listed: usize,
    /// Cases without any reading.
    pub none: usize,
    /// Readings over all cases.
    pub readings: usize,
    /// Cells changed by the first reading; those among them that are really wrong; cells that are really wrong.
    pub cells: [usize; 3],
    /// Nanoseconds for each case.
    pub times: Vec<u128>,
}

impl Score {
    pub fn add(&mut self, other: &Self) {
        self.cases += other.cases;
        self.invisible += other.invisible;
        self.one += other.one;
        self.right += other.right;
        self.listed += other.listed;
        self.none += other.none;
        self.readings += other.readings;
        for (sum, cells) in self.cells.iter_mut().zip(other.cells) {
            *sum += cells;
        }
        self.times.extend(&other.times);
    }

    /// `part` of `whole` in tenths of a per cent.
    pub fn permille(part: usize, whole: usize) -> f64 {
        if whole == 0 { 100.0 } else { part as f64 * 100.0 / whole as f64 }
    }

    pub fn one_rate(&self) -> f64 {
        Self::permille(self.one, self.cases)
    }

    pub fn right_rate(&self) -> f64 {
        Self::permille(self.right, self.one)
    }

    pub fn listed_rate(&self) -> f64 {
        Self::permille(self.listed, self.cases)
    }

    /// Microseconds at this part of the sorted times.
    pub fn time(&self, percent: usize) -> f64 {
        let mut times = self.times.clone();
        times.sort_unstable();
        times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).map_or(0.0, |t| *t as f64 / 1e3)
    }

    pub fn mean(&self) -> f64 {
        self.times.iter().sum::<u128>() as f64 / self.times.len().max(1) as f64 / 1e3
    }
}

/// Damages `count` tables and compares what the engine says with the truth.
/// What is known beside the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    Nothing,
    /// What last year's report carried over.
    LastYear,
    /// The totals, in the text, as they stand in the damaged table.
    CopiedText,
    /// The same as they should be.
    TrueText,
}

pub fn measure(class: Class, size: Size, count: usize, seed: u64, known: Known) -> Score {
    let mut random = Random::new(seed ^ (class as u64) << 32 ^ (size as u64) << 48);
    let mut score = Score::default();
    let mut attempts = 0;
    while score.cases < count && attempts < count * 200 {
        attempts += 1;
        let truth = consistent(size, &mut random);
        let Some(damaged) = damage(class, &truth, &mut random) else { continue };
        one_case(&truth, &damaged, known, &mut score);
    }
    score
}

fn one_case(truth: &Table, damaged: &Table, known: Known, score: &mut Score) {
    let report = lean(damaged);
    let outcome = check::check(&report, check::Profile::standard());
    if outcome.findings.is_empty() {
        score.invisible += 1;
        return;
    }
    let form = report.form;
    let (_, table) = form.table("requests").unwrap();
    let mut facts = KnownCells::NONE;
    match known {
        Known::Nothing => {}
        Known::LastYear => {
            for (column, &value) in truth[1].iter().enumerate() {
                facts.carry(table.at(1, column).unwrap(), value);
            }
        }
        // An agency copies its totals into its text: new, carried in, handled, carried out.
        Known::CopiedText | Known::TrueText => {
            let said = if known == Known::CopiedText { damaged } else { truth };
            for row in [0, 1, HANDLED, CARRIED_OUT] {
                facts.add(table.at(row, COLUMNS - 1).unwrap(), said[row][COLUMNS - 1]);
            }
        }
    }
    let start = Instant::now();
    let blocks = localise::localise(&report, &outcome, &facts);
    score.times.push(start.elapsed().as_nanos());
    score.cases += 1;
    let mut wrong = Vec::new();
    for (row, values) in truth.iter().enumerate() {
        for (column, &value) in values.iter().enumerate() {
            let cell = table.at(row, column).unwrap();
            if report.cells.get(cell) != Value::int(value) {
                wrong.push((cell, value));
            }
        }
    }
    let block: &Block = blocks.first().unwrap();
    let is_truth = |reading: &localise::Repair| {
        reading.cells.len() == wrong.len() && reading.cells.iter().all(|c| wrong.contains(&(c.cell, c.to)))
    };
    let listed = block.repairs.iter().any(is_truth);
    let one = block.status == BlockStatus::Located;
    score.one += usize::from(one);
    score.right += usize::from(one && listed);
    score.listed += usize::from(listed);
    score.none += usize::from(block.repairs.is_empty());
    score.readings += block.repairs.len();
    score.cells[2] += wrong.len();
    if let Some(first) = block.repairs.first() {
        score.cells[0] += first.cells.len();
        score.cells[1] += first.cells.iter().filter(|c| wrong.iter().any(|(cell, _)| *cell == c.cell)).count();
    }
}
