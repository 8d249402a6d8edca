//! A table's cells on their grid.

use crate::read::document::{MAX_FIELDS, Mark};
use crate::read::format::shared::words::join;

use super::piece::Piece;

/// A cell with several paragraphs and as many bytes is no cell of a table.
const PROSE: usize = 600;

/// A row without a label has at least so many values.
const LEAST: usize = 10;

/// A line with fewer fields than this is no row of a table.
const LEAST_FIELDS: usize = 2;

/// A cell as it was closed.
#[derive(Debug, Default)]
pub(in crate::read::format) struct Cell {
    pub(crate) colspan: usize,
    pub(crate) rowspan: usize,
    pub(crate) pieces: Vec<Piece>,
    /// Does a picture stand in it?
    pub(crate) has_picture: bool,
}

/// A row as it was closed.
#[derive(Debug, Default)]
pub(in crate::read::format) struct Row {
    pub(crate) cells: Vec<Cell>,
    pub(crate) line: u64,
}

/// A table's lines: a field for each column of its grid. A table that holds other tables only lays them out, and
/// one with a single column is not a table but a list: their cells' texts follow one another.
///
/// `budget` is how many fields may still be made; `None` if they were too few.
pub(in crate::read::format) fn lines(rows: Vec<Row>, budget: &mut usize) -> Option<Vec<Piece>> {
    let width = rows.iter().map(own_width).max().unwrap_or(0).min(MAX_FIELDS);
    let is_layout = rows.iter().any(is_layout);
    let mut open: Vec<usize> = vec![0; width];
    let mut lines: Vec<Piece> = Vec::new();
    for row in rows {
        let flows = width <= 1
            || is_layout && (self::is_layout(&row) || row.cells.len() == 1)
            || row.cells.iter().any(holds_prose);
        if flows {
            for cell in row.cells {
                lines.extend(cell.pieces);
                lines.extend(cell.has_picture.then(|| Piece::picture(row.line)));
            }
            continue;
        }
        *budget = budget.checked_sub(width)?;
        let line = row.line;
        // Beside words it is in doubt what it shows.
        let is_beside = |cell: &Cell| cell.has_picture && !cell.pieces.is_empty();
        let picture = row.cells.iter().any(is_beside).then(|| Piece::picture(line));
        let (fields, marks) = place(row, width, &mut open);
        lines.push(Piece { fields, line, after_gap: false, marks });
        lines.extend(picture);
    }
    if let Some(first) = lines.first_mut() {
        first.after_gap = true;
    }
    Some(lines)
}

/// Does a cell of the row hold a table?
fn is_layout(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.pieces.iter().any(|piece| piece.fields.len() > 1))
}

/// Are there paragraphs in a cell, beside a menu or a picture?
fn holds_prose(cell: &Cell) -> bool {
    cell.pieces.iter().filter(|piece| !piece.is_picture()).count() >= 3
        && cell.pieces.iter().flat_map(|piece| &piece.fields).map(String::len).sum::<usize>() >= PROSE
}

/// How many columns a row has by its own cells. A cell wider than any table says only that it fills its row.
fn own_width(row: &Row) -> usize {
    row.cells.iter().map(|cell| if cell.colspan > MAX_FIELDS { 1 } else { cell.colspan }).sum()
}

/// The fields of one row. `open` is for how many more rows each column is taken by a cell from above.
fn place(row: Row, width: usize, open: &mut [usize]) -> (Vec<String>, Vec<(usize, Mark)>) {
    let taken = open.iter().filter(|&&rows| rows > 0).count();
    if own_width(&row) == width && taken > 0 {
        // The row is full without the cells from above: they claim more rows than they have.
        open.fill(0);
    }
    let is_values = is_values(&row);
    // By the spans it was written with.
    let is_whole = own_width(&row) >= width;
    let mut fields = vec![String::new(); width];
    let mut marks = Vec::new();
    let mut column = 0;
    for cell in row.cells {
        while open.get(column).is_some_and(|&rows| rows > 0) {
            column += 1;
        }
        let text = join(cell.pieces.iter().flat_map(|piece| &piece.fields).map(String::as_str));
        if cell.has_picture && text.is_empty() {
            marks.push((column, Mark::Picture));
        }
        match fields.get_mut(column) {
            Some(field) => *field = text,
            // More cells than columns, after all: nothing of theirs is lost.
            None => {
                if let Some(last) = fields.last_mut().filter(|_| !text.is_empty()) {
                    *last = join([last.as_str(), &text].into_iter());
                }
            }
        }
        let span = if is_values { 1 } else { cell.colspan };
        let end = column.saturating_add(span).min(width);
        if let Some(columns) = open.get_mut(column..end) {
            columns.fill(cell.rowspan);
        }
        column = end.max(column + 1).min(width);
    }
    // A row that ends before its neighbours has lost a cell: where it ends is kept, for blanks behind it would be told
    // of cells that nobody wrote.
    let end = open.iter().rposition(|&rows| rows > 0).map_or(0, |last| last + 1);
    if end >= LEAST_FIELDS && !is_whole {
        fields.truncate(end);
    }
    for rows in open {
        *rows = rows.saturating_sub(1);
    }
    (fields, marks)
}

/// Is it a row of nothing but values? Then each of its cells is one, however wide programs draw it.
fn is_values(row: &Row) -> bool {
    let is_word = |c: char| c.is_alphabetic() && !matches!(c, '无');
    let mut texts = row.cells.iter().flat_map(|cell| &cell.pieces).flat_map(|piece| &piece.fields);
    row.cells.len() >= LEAST
        && row.cells.iter().all(|cell| cell.rowspan == 1)
        && !texts.any(|text| text.contains(is_word))
}
