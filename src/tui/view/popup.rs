//! Boxes: what lies over the screen is drawn into one.

use ratatui::layout::Rect;
use ratatui::widgets::Block;

use crate::terminal::glyphs::SAFE;
use crate::tui::theme;

use super::paint::{Canvas, column, run};

/// A box in the middle of the screen, with a title; returns the room inside.
pub(crate) fn popup(canvas: &mut Canvas<'_>, width: u16, height: u16, title: &str) -> Rect {
    let screen = canvas.area();
    let width = width.saturating_add(2).min(screen.width);
    let height = height.saturating_add(2).min(screen.height);
    let area = Rect { x: (screen.width - width) / 2, y: (screen.height - height) / 2, width, height };
    boxed(canvas, area, title)
}

/// A box there, with a title; returns the room inside.
pub(crate) fn boxed(canvas: &mut Canvas<'_>, area: Rect, title: &str) -> Rect {
    canvas.clear(area);
    let block = Block::bordered().border_set(SAFE.border());
    let inner = block.inner(area);
    canvas.widget(block, area);
    let top = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    canvas.line(top, 0, &format!(" {title} "), theme::HEADING);
    inner
}

/// How many cells a text takes.
pub(crate) fn cells(canvas: &Canvas<'_>, text: &str) -> u16 {
    u16::try_from(canvas.measure.cells(text)).unwrap_or(u16::MAX)
}

/// A menu: a box with lines and a cursor.
pub(crate) fn menu(canvas: &mut Canvas<'_>, title: &str, lines: Vec<String>, cursor: usize) {
    let width = lines.iter().map(|line| cells(canvas, line)).max().unwrap_or(0).max(cells(canvas, title)) + 4;
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let inner = popup(canvas, width, height, title);
    for (row, (index, line)) in (0..inner.height).zip(lines.into_iter().enumerate()) {
        let here = index == cursor;
        let style = if here { theme::CURSOR } else { theme::PLAIN };
        let marker = column(if here { SAFE.marker } else { "" }, 2, style);
        canvas.pieces(inner, row, [marker, run(line, style)]);
    }
}
