//! Putting text into cells: every view draws through these few functions, so that Chinese columns always align.

use std::ops::Range;

use ratatui::buffer::Buffer;
#[cfg(test)]
use ratatui::buffer::CellWidth as _;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use crate::terminal::glyphs::SAFE;
use crate::terminal::width::{Align, Measure, free_left_edge};
use crate::tui::hit::Hit;
use crate::tui::theme;

/// What is drawn on: cells, and how wide text is on this terminal.
pub(crate) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// Measures, cuts and wraps text.
    pub(crate) measure: Measure,
    /// What was drawn where a mouse can point at it; what was drawn later lies above.
    hits: Vec<(Rect, Hit)>,
    /// Texts put over others that nobody had cleared away.
    #[cfg(test)]
    pub(super) clashes: Vec<String>,
}

/// A piece of a line.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    text: String,
    /// Exactly so many cells; `None`: as many as the text takes.
    width: Option<usize>,
    align: Align,
    style: Style,
}

/// Text as wide as it is.
pub(crate) fn run(text: impl Into<String>, style: Style) -> Piece {
    Piece { text: text.into(), width: None, align: Align::Left, style }
}

/// Text in a column, cut or filled.
pub(crate) fn column(text: impl Into<String>, width: usize, style: Style) -> Piece {
    Piece { text: text.into(), width: Some(width), align: Align::Left, style }
}

/// A number in a column, to the right.
pub(crate) fn number(text: impl Into<String>, width: usize, style: Style) -> Piece {
    Piece { text: text.into(), width: Some(width), align: Align::Right, style }
}

impl Piece {
    /// How many cells it takes.
    pub(crate) fn cells(&self, measure: Measure) -> usize {
        self.width.unwrap_or_else(|| measure.cells(&self.text))
    }
}

impl<'a> Canvas<'a> {
    /// Draws into a buffer.
    pub(crate) fn new(buffer: &'a mut Buffer, measure: Measure) -> Self {
        Self {
            buffer,
            measure,
            hits: Vec::new(),
            #[cfg(test)]
            clashes: Vec::new(),
        }
    }

    /// Line `row` of an area can be clicked.
    pub(crate) fn hit(&mut self, area: Rect, row: u16, hit: Hit) {
        if row < area.height {
            self.hits.push((Rect { y: area.y + row, height: 1, ..area }, hit));
        }
    }

    /// A text that begins where the area does can be clicked; returns where it ends.
    pub(crate) fn clickable(&mut self, area: Rect, text: &str, hit: Hit) -> u16 {
        let width = u16::try_from(self.measure.cells(text)).unwrap_or(u16::MAX);
        self.hit(Rect { width, ..area }, 0, hit);
        area.x.saturating_add(width)
    }

    pub(crate) fn hit_at(&self, place: Position) -> Option<Hit> {
        self.hits.iter().rev().find(|(area, _)| area.contains(place)).map(|(_, hit)| *hit)
    }

    pub(crate) fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Draws pieces one after the other on line `row` of an area, cut at its right edge.
    pub(crate) fn pieces(&mut self, area: Rect, row: u16, pieces: impl IntoIterator<Item = Piece>) {
        if row >= area.height {
            return;
        }
        let mut x = area.x;
        for piece in pieces {
            let room = area.right().saturating_sub(x);
            if room == 0 {
                return;
            }
            let text = match piece.width {
                Some(width) => self.measure.pad(&piece.text, width.min(usize::from(room)), piece.align, SAFE.cut),
                None => self.measure.cut(&piece.text, usize::from(room), SAFE.cut).into_owned(),
            };
            #[cfg(test)]
            self.look_under((x, area.y + row), &text);
            free_left_edge(self.buffer, Rect { x, y: area.y + row, width: 1, height: 1 });
            x += self.measure.put(self.buffer, (x, area.y + row), &text, room, piece.style);
        }
    }

    /// Keeps a text that is about to be put over another one.
    #[cfg(test)]
    fn look_under(&mut self, (x, y): (u16, u16), text: &str) {
        let width = u16::try_from(self.measure.cells(text)).unwrap_or(u16::MAX);
        // The second half of a wide character looks blank.
        let before = x.checked_sub(1).and_then(|x| self.buffer.cell((x, y))).filter(|cell| cell.cell_width() > 1);
        let under = (x..x.saturating_add(width)).filter_map(|x| self.buffer.cell((x, y)));
        let covered: String = before
            .into_iter()
            .chain(under)
            .map(ratatui::buffer::Cell::symbol)
            .filter(|symbol| ![" ", SAFE.across].contains(symbol))
            .collect();
        if !covered.is_empty() {
            self.clashes.push(format!("{text:?} over {covered:?} at {x},{y}"));
        }
    }

    /// The characters of a line of an area as they were drawn, each with its column.
    pub(crate) fn drawn(&self, area: Rect, row: u16) -> Vec<(char, u16)> {
        let mut characters = Vec::new();
        let mut x = area.x;
        while x < area.right() {
            let Some(cell) = self.buffer.cell((x, area.y + row)) else { break };
            characters.extend(cell.symbol().chars().map(|c| (c, x)));
            x += u16::try_from(self.measure.cells(cell.symbol())).unwrap_or(1).max(1);
        }
        characters
    }

    /// Makes a part of a line stand out from whatever it stands in: without colours too, and within what stands out itself.
    pub(crate) fn set_off(&mut self, row: u16, columns: Range<u16>) {
        for x in columns {
            if let Some(cell) = self.buffer.cell_mut((x, row)) {
                cell.modifier.toggle(Modifier::REVERSED);
                cell.modifier.insert(Modifier::UNDERLINED);
            }
        }
    }

    /// Where tests find what was drawn.
    #[cfg(test)]
    pub(super) fn hits(&self) -> &[(Rect, Hit)] {
        &self.hits
    }

    /// Draws one text on line `row` of an area.
    pub(crate) fn line(&mut self, area: Rect, row: u16, text: &str, style: Style) {
        self.pieces(area, row, [run(text, style)]);
    }

    /// Draws text that ends at the right edge of an area, over whatever its line has there: it matters more.
    pub(crate) fn right(&mut self, area: Rect, row: u16, text: &str, style: Style) {
        let width = u16::try_from(self.measure.cells(text)).unwrap_or(u16::MAX).min(area.width);
        let part = Rect { x: area.right().saturating_sub(width), width, ..area };
        #[cfg(test)]
        let clashes = self.clashes.len();
        self.line(part, row, text, style);
        #[cfg(test)]
        self.clashes.truncate(clashes);
    }

    /// Draws a line across, which parts what is above from what is below.
    pub(crate) fn rule(&mut self, area: Rect, style: Style) {
        self.line(area, 0, &SAFE.across.repeat(usize::from(area.width)), style);
    }

    /// Parts a panel from what lies above it, or, where it stands beside, from what lies to its left; returns what is
    /// left of it.
    pub(crate) fn part(&mut self, panel: Rect) -> Rect {
        if panel.x == self.area().x {
            self.rule(panel, theme::DIM);
            return Rect { y: panel.y + panel.height.min(1), height: panel.height.saturating_sub(1), ..panel };
        }
        for row in 0..panel.height {
            self.line(panel, row, SAFE.down, theme::DIM);
        }
        let taken = panel.width.min(2);
        Rect { x: panel.x + taken, width: panel.width - taken, ..panel }
    }

    /// Empties an area for something that lies over it, and the halves of wide characters at its edges.
    pub(crate) fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        free_left_edge(self.buffer, area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// Draws a widget of a library.
    pub(crate) fn widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area.intersection(self.buffer.area), self.buffer);
    }
}
