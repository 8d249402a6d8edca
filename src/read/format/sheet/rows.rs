//! From cells to rows: how far each reaches, and which of them stand side by side.

use crate::read::document::Field;
use crate::read::document::error::ReadError;
use crate::read::format::shared::lines::Lines;
use crate::read::format::shared::looks;

use super::bands::Bands;
use super::cells::{Cell, MAX_CELLS, Region, Sheet, row_of};

/// Excel allows no longer name of a sheet.
const MAX_NAME: usize = 31;

impl Sheet {
    /// Adds its rows.
    pub(super) fn tell(mut self, lines: &mut Lines) -> Result<(), ReadError> {
        self.blanks.sort_unstable();
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        self.uncover();
        self.hide();
        if self.cells.is_empty() {
            return Ok(());
        }
        let name: String = self.name.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect();
        lines.gap();
        if is_telling(&name) {
            lines.push(None, vec![Field::new(name.as_str())])?;
            lines.gap();
        }
        let all: Vec<&[Cell]> = self.cells.chunk_by(|a, b| a.row == b.row).collect();
        let texts = all.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect());
        let replaced = looks::replaced(texts);
        let rows: Vec<&[Cell]> =
            all.into_iter().zip(replaced).filter(|(_, is_replaced)| !is_replaced).map(|(row, _)| row).collect();
        let follows = |a: &&[Cell], b: &&[Cell]| {
            self.hidden_rows.rank(row_of(a)).saturating_add(1) >= self.hidden_rows.rank(row_of(b))
        };
        for run in rows.chunk_by(follows) {
            self.run(&name, run, lines)?;
        }
        Ok(())
    }

    /// Adds rows that follow each other.
    fn run(&self, name: &str, run: &[&[Cell]], lines: &mut Lines) -> Result<(), ReadError> {
        let width = run.iter().filter_map(|row| row.last()).map(|cell| cell.column + 1).max().unwrap_or(0);
        let bands = Bands::new(run, width, &self.covered(run));
        let shown = |from: u32, to: u32| -> Vec<u32> {
            (from..to).filter(|&column| !self.hidden_columns.contains(column) && !bands.is_check(column)).collect()
        };
        // A row of blanks may be the values below a row of labels.
        let below = run.last().map_or(0, |row| row_of(row)).saturating_add(1);
        let is_blank_below = width > 1 && self.blanks.binary_search(&below).is_ok();
        let mut rest = run;
        while !rest.is_empty() {
            // A row that goes over all of what stands side by side comes between what is above and what is below.
            let is_title = |row: &&[Cell]| bands.bands.len() > 1 && row.len() == 1;
            let end = rest.iter().position(is_title).unwrap_or(rest.len());
            let (side_by_side, after) = rest.split_at_checked(end.max(1)).unwrap_or((rest, &[]));
            let is_last = after.is_empty();
            let whole = [(0, width)];
            let within = if end == 0 { &whole[..] } else { &bands.bands };
            for &(from, to) in within {
                let columns = shown(from, to);
                for row in side_by_side {
                    let is_outside = |cell: &Cell| !(from..to).contains(&cell.column);
                    if within.len() > 1 && row.iter().all(is_outside) {
                        continue;
                    }
                    lines.push(None, fields(name, row_of(row), row, &columns))?;
                }
                if is_last && is_blank_below {
                    lines.push(None, fields(name, below, &[], &columns))?;
                }
                lines.gap();
            }
            rest = after;
        }
        Ok(())
    }

    /// The columns that merged cells of these rows go over, but those of titles.
    fn covered(&self, run: &[&[Cell]]) -> Vec<(u32, u32)> {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return Vec::new() };
        let (first, last) = (row_of(first), row_of(last));
        let is_wide =
            |region: &&Region| region.columns.0 < region.columns.1 && region.rows.0 <= last && region.rows.1 >= first;
        let has_others = |region: &&Region| {
            let row = run.binary_search_by_key(&region.rows.0, |row| row_of(row)).ok().and_then(|at| run.get(at));
            row.is_none_or(|row| row.len() > 1)
        };
        self.merged.iter().filter(is_wide).filter(has_others).map(|region| region.columns).take(MAX_CELLS).collect()
    }
}

/// Is the name of a sheet more than `Sheet1` or `工作表1`?
fn is_telling(name: &str) -> bool {
    let words = name.trim_end_matches(|c: char| c.is_ascii_digit());
    !words.is_ascii() && words != "工作表"
}

/// A row's fields in these columns.
fn fields(sheet: &str, number: u32, row: &[Cell], columns: &[u32]) -> Vec<Field> {
    let mut cells = row.iter().peekable();
    let field = |&column: &u32| {
        while cells.next_if(|cell| cell.column < column).is_some() {}
        let cell = cells.next_if(|cell| cell.column == column);
        let (text, mark) = cell.map(|cell| looks::cell(&cell.text)).unwrap_or_default();
        let place = format!("{sheet}!{}{}", letters(column), u64::from(number) + 1);
        Field { text, place: Some(place.into()), mark }
    };
    let mut fields: Vec<Field> = columns.iter().map(field).collect();
    looks::close_up(&mut fields);
    fields
}

/// `A`, `Z`, `AA`: the name of a column.
pub(super) fn letters(column: u32) -> String {
    let letter = |value: u32| char::from_u32(u32::from('A') + value % 26).unwrap_or('A');
    match column.checked_sub(26) {
        None => letter(column).to_string(),
        Some(beyond) => format!("{}{}", letters(beyond / 26), letter(beyond)),
    }
}
