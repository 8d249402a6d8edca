//! A table on the screen: frozen labels and header, virtual rows, columns that scroll, one cell under the cursor.
//!
//! Knows labels, texts and styles, and nothing of reports: the caller says what each cell shows.

use std::ops::RangeInclusive;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::terminal::glyphs::SAFE;
use crate::terminal::width::Measure;
use crate::tui::hit::Hit;
use crate::tui::theme;

use super::paint::{Canvas, Piece, column, number};

/// What one cell shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Its text, marks included.
    pub(crate) text: String,
    pub(crate) style: Style,
}

/// A table to be drawn.
pub(crate) struct Grid<'a> {
    /// The labels of the rows.
    pub(crate) rows: &'a [String],
    /// The names of the columns.
    pub(crate) columns: &'a [String],
    /// What the cell at a row and column shows; `None` where there is no cell.
    pub(crate) cell: &'a dyn Fn(usize, usize) -> Option<Shown>,
    /// The cursor: row and column.
    pub(crate) cursor: (usize, usize),
    /// The rows and columns of a range that is chosen.
    pub(crate) range: Option<(RangeInclusive<usize>, RangeInclusive<usize>)>,
    /// The first row shown.
    pub(crate) offset: usize,
}

const MARKER: usize = 2;

/// The narrowest column, with the blank before it.
const LEAST_COLUMN: usize = 6;

/// One long text, such as a sentence in a cell, must not push the other columns out.
const WIDEST_TEXT: usize = 14;

impl Grid<'_> {
    /// Draws the header and the rows; returns the place of the cell under the cursor.
    pub(crate) fn draw(&self, canvas: &mut Canvas<'_>, head: Rect, body: Rect) -> Option<Position> {
        let shape = self.shape(usize::from(body.width), canvas.measure);
        canvas.pieces(head, 0, self.header(&shape));
        let rows = (self.offset..self.rows.len()).take(usize::from(body.height));
        let mut position = None;
        for (line, row) in (0_u16..).zip(rows) {
            canvas.pieces(body, line, self.row(row, &shape));
            self.hits(canvas, body, line, row, &shape);
            if row == self.cursor.0 {
                position = self.cursor_place(body, line, &shape);
            }
        }
        position
    }

    /// The label takes what the columns leave, were it only a third; when that is too little for it, up to half, and the
    /// columns scroll.
    fn shape(&self, total: usize, measure: Measure) -> Shape {
        let widths: Vec<usize> = (0..self.columns.len()).map(|column| self.column_width(column, measure)).collect();
        let wanted = self.rows.iter().map(|label| measure.cells(label)).max().unwrap_or(0) + 1;
        let room = total.saturating_sub(MARKER);
        let left = room.saturating_sub(widths.iter().sum());
        let label = wanted.min(if left * 10 >= room * 3 { left } else { room / 2 });
        let first = first_column(&widths, self.cursor.1, room.saturating_sub(label));
        Shape { label, widths, first }
    }

    fn column_width(&self, column: usize, measure: Measure) -> usize {
        let texts = (0..self.rows.len()).filter_map(|row| (self.cell)(row, column));
        let text = texts.map(|cell| measure.cells(&cell.text)).max().unwrap_or(0).min(WIDEST_TEXT);
        let name = self.columns.get(column).map_or(0, |name| measure.cells(name));
        (text.max(name) + 1).max(LEAST_COLUMN)
    }

    fn header(&self, shape: &Shape) -> Vec<Piece> {
        let more = if shape.first > 0 { SAFE.cut } else { "" };
        let mut pieces = vec![column("", MARKER, theme::HEADER), column(more, shape.label, theme::HEADER)];
        for (index, width) in shape.shown() {
            let name = self.columns.get(index).map_or("", String::as_str);
            pieces.push(number(name, width, theme::HEADER));
        }
        pieces
    }

    fn row(&self, row: usize, shape: &Shape) -> Vec<Piece> {
        let here = row == self.cursor.0;
        let base = if here { theme::CURSOR } else { theme::PLAIN };
        let label = self.rows.get(row).map_or("", String::as_str);
        let marker = if here { SAFE.marker } else { "" };
        let mut pieces = vec![column(marker, MARKER, base), column(label, shape.label, base)];
        for (index, width) in shape.shown() {
            let shown = (self.cell)(row, index).unwrap_or_default();
            let under_cursor = here && index == self.cursor.1;
            let ranged =
                self.range.as_ref().is_some_and(|(rows, columns)| rows.contains(&row) && columns.contains(&index));
            let style = if under_cursor || ranged { shown.style.patch(theme::CELL_CURSOR) } else { shown.style };
            // The blank before a number is not part of its cell.
            pieces.push(column("", 1, theme::PLAIN));
            pieces.push(number(shown.text, width.saturating_sub(1), style));
        }
        pieces
    }

    /// Where the cells of a row can be clicked.
    fn hits(&self, canvas: &mut Canvas<'_>, body: Rect, line: u16, row: usize, shape: &Shape) {
        let mut x = MARKER + shape.label;
        for (column, width) in shape.shown() {
            let (Ok(left), Ok(wide)) = (u16::try_from(x), u16::try_from(width)) else { return };
            if left >= body.width {
                return;
            }
            if (self.cell)(row, column).is_some() {
                let area = Rect { x: body.x + left, width: wide.min(body.width - left), ..body };
                canvas.hit(area, line, Hit::Cell(row, column));
            }
            x += width;
        }
    }

    fn cursor_place(&self, body: Rect, line: u16, shape: &Shape) -> Option<Position> {
        let before = shape.shown().take_while(|(index, _)| *index <= self.cursor.1).map(|(_, width)| width);
        let x = u16::try_from(MARKER + shape.label + before.sum::<usize>()).ok()?.saturating_sub(1);
        let x = body.x.saturating_add(x).min(body.right().saturating_sub(1));
        Some(Position { x, y: body.y + line })
    }
}

/// The widths of a table on the screen.
struct Shape {
    label: usize,
    widths: Vec<usize>,
    first: usize,
}

impl Shape {
    /// The columns from the first one shown on; those without room are cut off by the edge.
    fn shown(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.widths.iter().copied().enumerate().skip(self.first)
    }
}

/// The first column to show so that the one under the cursor is there whole.
fn first_column(widths: &[usize], cursor: usize, room: usize) -> usize {
    let mut first = cursor;
    let mut used = widths.get(cursor).copied().unwrap_or(0);
    while let Some(before) = first.checked_sub(1) {
        used += widths.get(before).copied().unwrap_or(0);
        if used > room {
            break;
        }
        first = before;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_under_the_cursor_is_always_shown() {
        assert_eq!(first_column(&[6; 7], 3, 42), 0);
        assert_eq!(first_column(&[6; 7], 6, 42), 0);
        assert_eq!(first_column(&[6; 7], 6, 20), 4);
        assert_eq!(first_column(&[6; 7], 6, 0), 6);
        assert_eq!(first_column(&[], 0, 10), 0);
    }
}
