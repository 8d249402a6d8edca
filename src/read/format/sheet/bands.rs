//! What stands side by side on one sheet: several tables, and columns that only check the table beside them.

use crate::read::document::MAX_FIELDS;
use crate::read::format::shared::looks;

use super::cells::Cell;

/// Words in the head of a column that checks others; such a head is short.
const CHECKS: [&str; 9] = ["校验", "核对", "核验", "检查", "勾稽", "校对", "差额", "check", "Check"];
const LONGEST: usize = 10;
/// What such a column says.
const RESULTS: [&str; 22] = [
    "正确",
    "错误",
    "√",
    "×",
    "✓",
    "✗",
    "OK",
    "ok",
    "TRUE",
    "FALSE",
    "是",
    "否",
    "对",
    "错",
    "通过",
    "不通过",
    "相符",
    "不符",
    "一致",
    "不一致",
    "平衡",
    "不平衡",
];
/// A table beside another has so many texts, or so many rows with a text and a number.
const TEXTS: usize = 8;
const ROWS: usize = 2;

/// What stands in one column.
#[derive(Debug, Default, Clone, Copy)]
struct Column {
    used: bool,
    numbers: usize,
    results: usize,
    heads: usize,
    others: usize,
}

/// The columns of some rows.
pub(super) struct Bands {
    /// The first column and the one behind the last one of each table.
    pub(crate) bands: Vec<(u32, u32)>,
    /// Columns that check others.
    checks: Vec<u32>,
}

impl Bands {
    /// Of these rows, up to the column `width`; `covered` names columns that merged cells of theirs go over.
    pub(crate) fn new(rows: &[&[Cell]], width: u32, covered: &[(u32, u32)]) -> Self {
        let mut columns = vec![Column::default(); usize::try_from(width).unwrap_or(0).min(MAX_FIELDS)];
        // A title goes over all tables, and says nothing about what is side by side.
        let rows: Vec<&[Cell]> = rows.iter().copied().filter(|row| row.len() > 1).collect();
        for cell in rows.iter().copied().flatten() {
            if let Some(column) = usize::try_from(cell.column).ok().and_then(|at| columns.get_mut(at)) {
                column.take(&cell.text);
            }
        }
        for &(from, to) in covered {
            let range = usize::try_from(from).unwrap_or(0)
                ..usize::try_from(to).unwrap_or(0).saturating_add(1).min(columns.len());
            columns.get_mut(range).into_iter().flatten().for_each(|column| column.used = true);
        }
        let is_gap =
            |at: u32| usize::try_from(at).ok().and_then(|at| columns.get(at)).is_some_and(|column| !column.used);
        // Beside labels alone, numbers are theirs.
        let has_numbers = |at: u32, least: usize| {
            let before = columns.get(..usize::try_from(at).unwrap_or(0)).unwrap_or_default();
            before.iter().any(|column| column.numbers >= least)
        };
        let is_check = |at: u32| {
            let column = usize::try_from(at).ok().and_then(|at| columns.get(at));
            let has_gap = at > 1 && is_gap(at - 1);
            at > 1 && column.is_some_and(|column| column.is_check(has_gap && has_numbers(at, column.numbers)))
        };
        let checks: Vec<u32> = (0..width).filter(|&at| is_check(at)).collect();
        let mut bands = Vec::new();
        let mut from = 0;
        for gap in (1..width).filter(|&at| is_gap(at) && !is_gap(at - 1)) {
            let begin = (gap..width).find(|&at| !is_gap(at)).unwrap_or(width);
            let end = (begin..width).find(|&at| is_gap(at)).unwrap_or(width);
            if stands(&rows, begin, end) && stands(&rows, from, gap) {
                bands.push((from, gap));
                from = begin;
            }
        }
        bands.push((from, width));
        Self { bands, checks }
    }

    /// Does a column only check others?
    pub(crate) fn is_check(&self, column: u32) -> bool {
        self.checks.binary_search(&column).is_ok()
    }
}

impl Column {
    fn take(&mut self, text: &str) {
        let (text, _) = looks::cell(text);
        self.used = true;
        if is_number(&text) {
            self.numbers += 1;
        } else if RESULTS.contains(&&*text) {
            self.results += 1;
        } else if text.chars().count() <= LONGEST && CHECKS.iter().any(|word| text.contains(word)) {
            self.heads += 1;
        } else {
            self.others += 1;
        }
    }

    fn is_check(self, is_beside_numbers: bool) -> bool {
        self.used && self.others == 0 && (self.results + self.heads > 0 || is_beside_numbers && self.numbers > 0)
    }
}

fn is_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic)
}

/// Are these columns a table that needs no other?
fn stands(rows: &[&[Cell]], from: u32, to: u32) -> bool {
    let (mut texts, mut numbers, mut both) = (0, 0, 0);
    for row in rows {
        let own = row.iter().filter(|cell| (from..to).contains(&cell.column));
        let (with_number, with_text): (Vec<&Cell>, Vec<&Cell>) = own.partition(|cell| is_number(&cell.text));
        texts += with_text.len();
        numbers += with_number.len();
        both += usize::from(!with_number.is_empty() && !with_text.is_empty());
    }
    both >= ROWS || texts >= TEXTS && numbers > 0 && both > 0 || texts >= TEXTS && numbers >= TEXTS
}
