//! What the screen shows, cell by cell, with the second halves of wide glyphs known as such.

use ratatui::buffer::Cell;
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier, Style};

use super::extent::extent;

/// Attributes that are seen on a blank too.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// No cell draws more code points: whatever brought them there, what a frame costs stays a matter of its size.
const MAX_IN_CELL: usize = 12;

/// What stands for a symbol that must not leave.
const REFUSED: &str = "?";

/// Rows of cells. The second half of a wide glyph is a cell with an empty symbol and the look of the first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Picture {
    size: Size,
    rows: Vec<Vec<Cell>>,
}

impl Picture {
    /// An empty screen.
    pub(crate) fn new(size: Size) -> Self {
        Self { size, rows: vec![blank_row(size.width); usize::from(size.height)] }
    }

    pub(crate) fn size(&self) -> Size {
        self.size
    }

    pub(crate) fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    pub(crate) fn row(&self, y: u16) -> &[Cell] {
        self.rows.get(usize::from(y)).map_or(&[], Vec::as_slice)
    }

    /// Takes over a row of another picture of the same size.
    pub(crate) fn take_row(&mut self, y: u16, from: &Self) {
        if let (Some(to), Some(from)) = (self.rows.get_mut(usize::from(y)), from.rows.get(usize::from(y))) {
            to.clone_from(from);
        }
    }

    /// Puts a cell. A glyph of which half is overwritten disappears, as it does on a terminal.
    pub(crate) fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let Some(row) = self.rows.get_mut(usize::from(y)) else { return };
        let x = usize::from(x);
        if x >= row.len() {
            return;
        }
        let (cell, cells) = fitting(cell, row.len() - x);
        blank_head_of(row, x);
        let end = x + cells;
        for (i, slot) in row.iter_mut().enumerate().take(end).skip(x) {
            *slot = cell.clone();
            if i > x {
                slot.set_symbol("");
            }
        }
        row.iter_mut().skip(end).take_while(|cell| is_tail(cell)).for_each(Cell::reset);
    }

    /// Blanks the cells of a row from `from` up to, not including, `to`.
    pub(crate) fn blank(&mut self, y: u16, from: u16, to: u16) {
        for x in from..to.min(self.size.width) {
            self.put(x, y, &Cell::EMPTY);
        }
    }

    /// Moves the rows `top..bottom` up by `by`, as the terminal does in a scroll region (down if negative).
    pub(crate) fn scroll(&mut self, top: u16, bottom: u16, by: i32) {
        let width = self.size.width;
        let Some(band) = self.rows.get_mut(usize::from(top)..usize::from(bottom)) else { return };
        let distance = usize::try_from(by.unsigned_abs()).unwrap_or(usize::MAX).min(band.len());
        if by > 0 {
            band.rotate_left(distance);
            band.iter_mut().rev().take(distance).for_each(|row| *row = blank_row(width));
        } else {
            band.rotate_right(distance);
            band.iter_mut().take(distance).for_each(|row| *row = blank_row(width));
        }
    }
}

/// Whether a cell is the second half of a wide glyph.
pub(super) fn is_tail(cell: &Cell) -> bool {
    cell.symbol().is_empty()
}

/// Whether a cell is what an erased cell is.
pub(super) fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.bg == Color::Reset && cell.modifier.is_empty() && cell.fg == Color::Reset
}

/// An empty row.
pub(super) fn blank_row(width: u16) -> Vec<Cell> {
    vec![Cell::EMPTY; usize::from(width)]
}

/// The cell as it is kept (nothing in it that cannot be seen or must not leave), and how many cells it takes.
fn fitting(cell: &Cell, room: usize) -> (Cell, usize) {
    let mut kept = Cell::EMPTY;
    kept.set_style(Style { fg: Some(cell.fg), bg: Some(cell.bg), add_modifier: cell.modifier, ..Style::new() });
    let symbol = safe(cell.symbol());
    let extent = extent(symbol);
    let cells = usize::from(extent.assumed);
    // In the last columns a glyph that may be wider than its place would go on in the next row.
    let fits = cells <= room && (extent.is_certain() || room >= usize::from(extent.most) || is_one_char(symbol));
    let (symbol, cells) = if fits && cells > 0 { (symbol, cells) } else { (REFUSED, 1) };
    if symbol == " " {
        if !kept.modifier.intersects(SEEN_ON_BLANK) {
            kept.fg = Color::Reset;
        }
        kept.modifier &= SEEN_ON_BLANK;
    } else {
        kept.set_symbol(symbol);
    }
    (kept, cells)
}

fn is_one_char(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    chars.next().is_some() && chars.next().is_none()
}

/// No control byte leaves: it would be a command to the terminal. Whoever put it into a cell made a mistake.
fn safe(symbol: &str) -> &str {
    let refused = symbol.chars().any(char::is_control);
    debug_assert!(!refused, "a control character in a cell: {symbol:?}");
    match symbol {
        "" => " ",
        _ if refused || symbol.chars().nth(MAX_IN_CELL).is_some() => REFUSED,
        _ => symbol,
    }
}

/// Blanks the glyph whose second half is at `x`, up to `x`.
fn blank_head_of(row: &mut [Cell], x: usize) {
    let Some(true) = row.get(x).map(is_tail) else { return };
    let head = row.iter().take(x).rposition(|cell| !is_tail(cell)).unwrap_or(0);
    row.iter_mut().take(x).skip(head).for_each(Cell::reset);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(picture: &Picture) -> String {
        picture.row(0).iter().map(|c| if is_tail(c) { "<" } else { c.symbol() }).collect()
    }

    fn drawn(steps: &[(u16, &'static str)]) -> String {
        let mut picture = Picture::new(Size::new(6, 1));
        for (x, symbol) in steps {
            picture.put(*x, 0, Cell::default().set_symbol(symbol));
        }
        line(&picture)
    }

    #[test]
    fn half_overwritten_glyphs_disappear() {
        assert_eq!(drawn(&[(0, "中"), (2, "国")]), "中<国<  ");
        assert_eq!(drawn(&[(0, "中"), (2, "国"), (1, "a")]), " a国<  ");
        assert_eq!(drawn(&[(0, "中"), (2, "国"), (1, "文")]), " 文<   ");
        assert_eq!(drawn(&[(0, "中"), (0, "a")]), "a     ");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(drawn(&[(5, "中"), (9, "a")]), "     ?");
        assert_eq!(drawn(&[(4, "👨\u{200D}👩")]), "    ? ");
        assert_eq!(drawn(&[(5, "…"), (0, "\u{301}")]), "?    …");
    }

    #[test]
    fn what_is_piled_upon_a_letter_is_refused_whole() {
        let pile = |marks| format!("a{}", "\u{36F}".repeat(marks));
        let mut picture = Picture::new(Size::new(2, 1));
        picture.put(0, 0, Cell::default().set_symbol(&pile(MAX_IN_CELL - 1)));
        picture.put(1, 0, Cell::default().set_symbol(&pile(20_000)));
        assert_eq!(line(&picture), pile(MAX_IN_CELL - 1) + "?");
    }

    #[test]
    #[should_panic(expected = "control character")]
    #[cfg(debug_assertions)]
    fn control_characters_are_a_mistake() {
        drawn(&[(0, "\u{1b}[2J")]);
    }
}
